/** Figures as short text for the pane, in the words and decimals of the report's sheets. */
import type { MetricFigure, TargetFigure } from '../domain/figures';
import { numberText } from '../domain/performance/phrases';
import { actualDisplay, targetDisplay } from '../reports/target-display';
import { fieldWords } from '../reports/words';

/** The service and what was promised of it. @example 'Card Payments, availability' */
export function promiseTitle(figure: TargetFigure): string {
  const who = figure.severity === null ? '' : ` (${figure.severity})`;
  const between = figure.agreementType === 'SLA' ? '' : ` (${figure.agreementType})`;
  return `${figure.item}${between}, ${fieldWords(figure)}${who}`;
}

/** What was delivered, and against what. @example '99.89% (≥ 99.95%)'; '– (≤ 3)' without a value */
export function measuredText(figure: TargetFigure, metrics: readonly MetricFigure[]): string {
  const actual = figure.actual === null ? '–' : actualDisplay(figure, figure.actual, metrics).text;
  return `${actual} (${targetDisplay(figure, metrics).text})`;
}

/** What became of the budget: `47 of 22 min used`, `76 of 343 min left`, `3 of 3 used`; '' without one. */
export function budgetText({ budget }: TargetFigure): string {
  if (budget === null) return '';
  if (budget.unit === 'breaks') return `${budget.used} of ${budget.allowed} used`;
  // Whole minutes, unless those would read as if nothing were over: 45 min of 44.7 min.
  const decimals = budget.left < 0 && Math.round(budget.used / 60) === Math.round(budget.allowed / 60) ? 1 : 0;
  const minutes = (seconds: number): string => numberText(seconds / 60, decimals);
  return budget.left >= 0 ? `${minutes(budget.left)} of ${minutes(budget.allowed)} min left` : `${minutes(budget.used)} of ${minutes(budget.allowed)} min used`;
}

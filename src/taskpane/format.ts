/** Figures as short text for the pane; sheets hold the numbers themselves. */
import { displayAvailability } from '../domain/availability/display-availability';
import type { TargetFigure } from '../domain/figures';

const isShare = (figure: TargetFigure): boolean => figure.metric === 'Availability' || figure.metric.endsWith('within');

const plain = (value: number): string => String(Math.round(value * 100) / 100);

/** `99.49%`, `3`, `47 min`; `–` where there is no value. */
export function actualText(figure: TargetFigure): string {
  if (figure.actual === null) return '–';
  if (isShare(figure)) {
    const { value, decimals } = displayAvailability(figure.actual, figure.target, figure.comparator);
    return `${(value * 100).toFixed(decimals)}%`;
  }
  return plain(figure.actual) + unit(figure);
}

export function targetText(figure: TargetFigure): string {
  return isShare(figure) ? `${plain(figure.target * 100)}%` : plain(figure.target) + unit(figure);
}

function unit(figure: TargetFigure): string {
  return /minutes$|^Waiting in any/.test(figure.metric) ? ' min' : /hours$/.test(figure.metric) ? ' h' : '';
}

/** `75 of 343 min left`, `3 of 3 used`; '' without a budget. */
export function budgetText(figure: TargetFigure): string {
  const { budget } = figure;
  if (budget === null) return '';
  if (budget.unit === 'breaks') return `${plain(budget.used)} of ${plain(budget.allowed)} used`;
  const minutes = (seconds: number): number => Math.floor(seconds / 60);
  return budget.left >= 0 ? `${minutes(budget.left)} of ${minutes(budget.allowed)} min left` : `${minutes(-budget.left)} min over ${minutes(budget.allowed)} min`;
}

import type { TargetFigure } from '../domain/figures';
import type { Agreement } from '../domain/agreements/records';
import { sameName } from '../domain/names';
import { capitalised, numberText } from '../domain/performance/phrases';
import type { LocalDate } from '../domain/time/records';
import { addDays, addMonths } from '../domain/time/zone';
import { dateOfInstant, lastDateOf } from './dates';
import type { ReportInput } from './input';
import { countedOutages, dayOf } from './why';
import { durationText, fieldWords, windowWords } from './words';

/** Something that will go wrong, or end, unless somebody acts. */
export interface OutlookItem {
  readonly lead: string;
  readonly detail: string;
  /** When: null is now. */
  readonly date: LocalDate | null;
  /** The date is the last one of a period that runs. */
  readonly until: boolean;
}

/** Agreements that end within so many days of the report's As of are named. */
const END_AHEAD_DAYS = 92;
const REVIEW_AHEAD_DAYS = 31;
const DEFAULT_REVIEW_MONTHS = 12;

/** What breaks next: promises at risk and agreements that end without a successor by date, then reviews that are due by date. */
export function outlook({ figures, records }: Pick<ReportInput, 'figures' | 'records'>): OutlookItem[] {
  const asOf = dateOfInstant(figures.asOf, figures.zone);
  const atRisk = figures.targets.filter((figure) => figure.status === 'At risk').map((figure) => riskItem(figure, figures.zone));
  const ends = records.agreements.flatMap((agreement) => endItem(agreement, records.agreements, asOf) ?? []);
  const reviews = records.agreements.flatMap((agreement) => reviewItem(agreement, asOf) ?? []);
  const byDate = (a: OutlookItem, b: OutlookItem): number => {
    const [left, right] = [a.date ?? asOf, b.date ?? asOf];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return [...[...atRisk, ...ends].toSorted(byDate), ...reviews.toSorted(byDate)];
}

function riskItem(figure: TargetFigure, zone: string): OutlookItem {
  const rolling = figure.windowKind.kind.startsWith('Rolling');
  return {
    lead: `${figure.item}, ${fieldWords(figure)}`,
    detail: riskDetail(figure, zone),
    date: rolling ? null : lastDateOf(figure.period, zone),
    until: !rolling,
  };
}

function riskDetail(figure: TargetFigure, zone: string): string {
  const { budget } = figure;
  if (budget === null) return `${capitalised(windowWords(figure.windowKind) || 'month')}: close to its limit.`;
  if (budget.unit === 'breaks') {
    const used = `${numberText(budget.used, 0)} of ${numberText(budget.allowed, 0)} used`;
    return budget.left < 1 ? `${used}: one more break breaks the promise.` : `${used}.`;
  }
  const left = `${durationText(Math.floor(Math.max(0, budget.left)))} of ${durationText(Math.floor(budget.allowed))} left`;
  const [worst] = countedOutages(figure);
  if (worst !== undefined && worst.countedSeconds > budget.left) return `${left}; a failure like that of ${dayOf(worst, zone)} (${durationText(worst.countedSeconds)}) breaks it.`;
  if (budget.burnRate !== null && budget.burnRate > 1) return `${left}, used ${numberText(budget.burnRate, 1)} times as fast as time passes.`;
  return `${left}.`;
}

function endItem(agreement: Agreement, all: readonly Agreement[], asOf: LocalDate): OutlookItem | null {
  if (agreement.status !== 'Agreed' || agreement.endDate === null || agreement.endDate < asOf || agreement.endDate > addDays(asOf, END_AHEAD_DAYS)) return null;
  const successor = all.find((other) => other.status === 'Agreed' && other.replaces !== null && sameName(other.replaces, agreement.agreement));
  return successor === undefined ? { lead: agreement.agreement, detail: `${agreement.type} for ${agreement.item} ends; no successor agreed.`, date: agreement.endDate, until: false } : null;
}

function reviewItem(agreement: Agreement, asOf: LocalDate): OutlookItem | null {
  const inForce = agreement.status === 'Agreed' && (agreement.startDate === null || agreement.startDate <= asOf) && (agreement.endDate === null || agreement.endDate >= asOf);
  if (!inForce) return null;
  const months = agreement.reviewEveryMonths ?? DEFAULT_REVIEW_MONTHS;
  const last = agreement.lastReviewDate;
  const since = last ?? agreement.startDate;
  if (since === null) return { lead: agreement.agreement, detail: `${agreement.type} for ${agreement.item}: no review is recorded.`, date: null, until: false };
  const due = addMonths(since, months);
  if (due > addDays(asOf, REVIEW_AHEAD_DAYS)) return null;
  const state = due < asOf ? 'review overdue' : 'review due';
  return { lead: agreement.agreement, detail: `${agreement.type} for ${agreement.item}: ${state}${last === null ? ', none recorded yet' : ''}.`, date: due, until: false };
}

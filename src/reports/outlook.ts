import type { AgreementFigure, ChainFigure, Figures, TargetFigure } from '../domain/figures';
import type { CapacityFigure } from '../domain/demand/figures';
import { expectedText, shareText } from '../domain/agreements/chain/words';
import { capitalised, countInWords, dayAndMonth, listOfFew, numberText } from '../domain/performance/phrases';
import type { Instant, LocalDate } from '../domain/time/records';
import { addDays } from '../domain/time/zone';
import { dateOfInstant, lastDateOf } from './dates';
import { capacityOutlook } from './demand/sentences';
import { lapsedAgreements, type Lapsed } from './lapsed';
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
  /** The sheet that says more. */
  readonly sheet: 'scorecard' | 'agreement-chain' | 'capacity';
}

/** So many lapsed agreements have a line each; more are one line, so that they leave room for others. */
const MOST_LAPSED = 2;
/** The same of capacities that run out before more can be there. */
const MOST_CAPACITIES = 2;

/**
 * What breaks next: agreements that ended though SLAs stand on them, then promises at risk, agreements that end without a successor and capacities that run
 * out inside their lead time by date, promises that what stands beneath cannot keep, then reviews that are due by date.
 */
export function outlook(figures: Pick<Figures, 'targets' | 'agreements' | 'chains' | 'asOf' | 'zone' | 'month' | 'demand'>): OutlookItem[] {
  const asOf = dateOfInstant(figures.asOf, figures.zone);
  const atRisk = figures.targets.filter((figure) => figure.status === 'At risk').map((figure) => riskItem(figure, figures.zone));
  const ends = figures.agreements.flatMap((agreement) => endItem(agreement, asOf) ?? []);
  const reviews = figures.agreements.flatMap((agreement) => reviewItem(agreement) ?? []);
  const byDate = (a: OutlookItem, b: OutlookItem): number => {
    const [left, right] = [a.date ?? asOf, b.date ?? asOf];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return [...lapsedItems(lapsedAgreements(figures)), ...[...atRisk, ...ends, ...capacityItems(figures.demand?.capacity ?? [], figures.month)].toSorted(byDate), ...chainItems(figures.chains), ...reviews.toSorted(byDate)];
}

function riskItem(figure: TargetFigure, zone: string): OutlookItem {
  const rolling = figure.windowKind.kind.startsWith('Rolling');
  const exhausted = figure.forecast?.exhausted ?? null;
  return {
    lead: `${figure.item}, ${fieldWords(figure)}`,
    detail: riskDetail(figure, exhausted, zone),
    date: exhausted !== null ? dateOfInstant(exhausted, zone) : rolling ? null : lastDateOf(figure.period, zone),
    until: exhausted === null && !rolling,
    sheet: 'scorecard',
  };
}

function riskDetail(figure: TargetFigure, exhausted: Instant | null, zone: string): string {
  const { budget } = figure;
  if (budget === null) return `${capitalised(windowWords(figure.windowKind) || 'month')}: close to its limit.`;
  const rate = exhausted === null ? null : `used up on ${dayAndMonth(dateOfInstant(exhausted, zone))} at this rate`;
  if (budget.unit === 'breaks') {
    const used = `${numberText(budget.used, 0)} of ${numberText(budget.allowed, 0)} used`;
    if (budget.left < 1) return `${used}: one more break breaks the promise.`;
    return rate === null ? `${used}.` : `${used}; ${rate}.`;
  }
  const seconds = Math.floor(Math.max(0, budget.left));
  const left = `${seconds === 0 ? 'nothing' : durationText(seconds)} of ${durationText(Math.floor(budget.allowed))} left`;
  if (rate !== null) return `${left}; the budget is ${rate}.`;
  const [worst] = countedOutages(figure);
  if (worst !== undefined && worst.countedSeconds > budget.left) return `${left}; a failure like that of ${dayOf(worst, zone)} (${durationText(worst.countedSeconds)}) breaks it.`;
  if (budget.burnRate !== null && budget.burnRate > 1) return `${left}, used ${numberText(budget.burnRate, 1)} times as fast as time passes.`;
  return `${left}.`;
}

function lapsedItems(lapsed: readonly Lapsed[]): OutlookItem[] {
  const rest = { until: false, sheet: 'agreement-chain' } as const;
  if (lapsed.length > MOST_LAPSED) return [{ ...rest, lead: `${capitalised(countInWords(lapsed.length))} agreements`, detail: `Ended, no successor agreed: ${listOfFew(lapsed.map(({ agreement }) => agreement.agreement), 1)}.`, date: null }];
  return lapsed.map(({ agreement: { agreement, type, item, lastDate }, above }) => ({ ...rest, lead: agreement, detail: `${type} for ${item} ended, no successor agreed; beneath ${listOfFew(above, 1)}.`, date: lastDate }));
}

function endItem({ agreement, type, item, expiresSoon, daysLeft }: AgreementFigure, asOf: LocalDate): OutlookItem | null {
  return expiresSoon && daysLeft !== null ? { lead: agreement, detail: `${type} for ${item} ends; no successor agreed.`, date: addDays(asOf, daysLeft), until: false, sheet: 'scorecard' } : null;
}

/** Capacities that are used up, or will pass their threshold before more can be there: the most urgent first, as the figures have them. */
function capacityItems(capacity: readonly CapacityFigure[], month: LocalDate): OutlookItem[] {
  const late = capacity.filter(({ state, insideLeadTime }) => state === 'Over capacity' || insideLeadTime);
  const rest = { until: false, sheet: 'capacity' } as const;
  // Dated with the day on which more had to be ordered: the longest overdue comes first.
  const when = ({ state, orderBy, reachesThreshold, reachesCapacity }: CapacityFigure): LocalDate | null => {
    if (orderBy !== null) return orderBy;
    const reached = state === 'Over threshold' ? reachesCapacity.point : reachesThreshold.point;
    return state === 'Over capacity' || reached === null || reached <= month ? null : reached;
  };
  if (late.length > MOST_CAPACITIES) return [{ ...rest, lead: `${capitalised(countInWords(late.length))} capacities`, detail: `Used up, or at the threshold before more can be there: ${listOfFew(late.map(({ item }) => item), 2)}.`, date: late[0] === undefined ? null : when(late[0]) }];
  return late.map((figure) => ({ ...rest, lead: `${figure.item}, capacity`, detail: capacityOutlook(figure, month), date: when(figure) }));
}

/** One line for all promises that cannot be kept from beneath: they stand until agreements change, and must not hide what is dated. */
function chainItems(chains: readonly ChainFigure[]): OutlookItem[] {
  const impossible = chains.filter(({ supported }) => supported === false).toSorted((a, b) => gapOf(b) - gapOf(a));
  const [first] = impossible;
  if (first === undefined) return [];
  const item = { date: null, until: false, sheet: 'agreement-chain' } as const;
  if (impossible.length > 1) return [{ ...item, lead: `${capitalised(countInWords(impossible.length))} SLAs, availability`, detail: `Not backed by the agreements beneath: ${listOfFew(impossible.map((chain) => chain.item), 1)}.` }];
  const { target, expected, weakest } = first;
  const link = weakest === null ? '' : `; weakest link ${weakest.item} (${shareText(weakest.availability)})`;
  return [{ ...item, lead: `${first.item}${target === null ? '' : `, promise of ${shareText(target)}`}`, detail: expected === null ? 'Not backed by the agreements beneath.' : `${expectedText(expected, target)} can be expected from beneath${link}.` }];
}

function gapOf({ target, expected }: ChainFigure): number {
  return target === null || expected === null ? 0 : target - expected;
}

const REVIEW_WORDS = { 'Due soon': 'review due', Overdue: 'review overdue', 'Never reviewed': 'review overdue, none recorded yet' } as const;

function reviewItem({ agreement, type, item, review, reviewDue }: AgreementFigure): OutlookItem | null {
  if (review === null || review === 'Reviewed') return null;
  // Without a start there is no date on which a review was due.
  const words = reviewDue === null ? 'never reviewed' : REVIEW_WORDS[review];
  return { lead: agreement, detail: `${type} for ${item}: ${words}.`, date: reviewDue, until: false, sheet: 'scorecard' };
}

/** What the demand sheets say in sentences: figure, comparison, cause. */
import type { CapacityFigure, DemandFigures, LicenceFigure, Recommendation, RequestsFigure, UsageFigure } from '../../domain/demand/figures';
import { capitalised, countInWords, dayAndMonth, listOfFew, monthAndYear, NO_BREAK, numberText, plural } from '../../domain/performance/phrases';
import type { LocalDate } from '../../domain/time/records';
import { addMonths } from '../../domain/time/zone';
import { firstThatFits } from '../layout';
import { exactMoneyText, moneyText } from '../money';
import { STYLE } from '../style';
import { growthText, quantityText } from './quantity';

/** Calendar days from which an open request counts as old: the ages of `RequestsFigure.byAge` have this limit. */
const OLD_DAYS = 90;

/** Items that can be compared with a year ago, the largest growth first. */
function comparable(usage: readonly UsageFigure[]): UsageFigure[] {
  return usage.filter(({ growthOnYear }) => growthOnYear !== null).toSorted((a, b) => (b.growthOnYear ?? 0) - (a.growthOnYear ?? 0));
}

/** @example demandSentence(demand, 900) // 'Use of 14 of 22 items grew over the year, most that of Online Banking: +31.4% to 1.64 million logins.' */
export function demandSentence({ usage }: Pick<DemandFigures, 'usage'>, width: number): string {
  if (usage.length === 0) return 'No usage is recorded.';
  const items = comparable(usage);
  const [most] = items;
  const least = items[items.length - 1];
  if (most === undefined || least === undefined) return `${capitalised(countInWords(usage.length))} ${plural(usage.length, 'item')} ${usage.length === 1 ? 'is' : 'are'} recorded; none can be compared with a year ago.`;
  const grew = items.filter(({ growthOnYear }) => (growthOnYear ?? 0) > 0).length;
  const named = grew > 0 ? most : least;
  const growth = growthText(named.growthOnYear ?? 0);
  const to = named.current === null ? '' : ` to ${quantityText(named.current, named.unit)}`;
  const plainTo = named.current === null ? '' : ` to ${quantityText(named.current, null)}`;
  const changed = named.growthOnYear !== 0;
  if (items.length === 1) return firstThatFits(changed ? [`Use of ${named.item} changed by ${growth} over the year${to}.`, `Use of ${named.item}: ${growth} over the year.`] : [`Use of ${named.item} is what it was a year ago.`], width, STYLE.verdict);
  const start = grew === items.length ? `Use of ${items.length === 2 ? 'both' : `all ${countInWords(items.length)}`} items grew over the year` : `Use of ${grew === 0 ? 'none' : grew} of ${items.length} items grew over the year`;
  if (!changed) return `${start}.`;
  const link = grew > 0 ? ', most that of' : '; it fell most for';
  return firstThatFits([`${start}${link} ${named.item}: ${growth}${to}.`, `${start}${link} ${named.item}: ${growth}${plainTo}.`, `${start}${link} ${named.item}: ${growth}.`, `${start}.`], width, STYLE.verdict);
}

/** What stands under it: where the growth came from, what is not used, what is not recorded, what is incomplete. */
export function demandFacts({ usage, withoutUsage }: Pick<DemandFigures, 'usage' | 'withoutUsage'>): string[] {
  const [most] = comparable(usage);
  const cause = most === undefined ? null : causeOf(most);
  const unused = usage.filter(({ noUse }) => noUse).map(({ item }) => item);
  const incomplete = usage.filter(({ months }) => months[months.length - 1]?.incomplete === true).map(({ item }) => item);
  return [
    ...(cause === null ? [] : [cause]),
    ...(unused.length === 0 ? [] : [`Not used for three months: ${listOfFew(unused, 2)}.`]),
    ...(withoutUsage.length === 0 ? [] : [`${capitalised(countInWords(withoutUsage.length))} ${plural(withoutUsage.length, 'service')} ${withoutUsage.length === 1 ? 'has' : 'have'} no row in Usage.`]),
    ...(incomplete.length === 0 ? [] : [`A business unit’s figure of the month is missing: ${listOfFew(incomplete, 2)}.`]),
  ];
}

/** The business unit that an item's growth on the year comes from most; null: no named ones, or no growth. */
function causeOf({ item, unit, businessUnits, current, yearAgo }: UsageFigure): string | null {
  if (current === null || yearAgo === null || current <= yearAgo || businessUnits.length < 2) return null;
  const [first] = businessUnits.flatMap((one) => (one.businessUnit === null || one.current === null || one.yearAgo === null ? [] : [{ name: one.businessUnit, more: one.current - one.yearAgo }])).toSorted((a, b) => b.more - a.more);
  if (first === undefined || first.more <= 0) return null;
  return `${first.name} brought ${quantityText(first.more, null)} of ${item}’s ${quantityText(current - yearAgo, null)} more${unit === null ? '' : `${NO_BREAK}${unit}`}.`;
}

/** Capacities that need somebody, as `capacity` has them: the most urgent first. */
function pressing(capacity: readonly CapacityFigure[]): CapacityFigure[] {
  return capacity.filter(({ state }) => state !== 'Enough' && state !== 'Unknown');
}

/**
 * @param month first date of the report month
 * @example capacitySentence(demand, '2026-10-01', 900) // 'File storage reaches 80% of its capacity in January 2027; lead time 3 months, order was due 1 Oct 2026.'
 */
export function capacitySentence({ capacity, licences }: Pick<DemandFigures, 'capacity' | 'licences'>, month: LocalDate, width: number): string {
  const [first] = pressing(capacity);
  if (first !== undefined) {
    const [reached, full, order] = [reachWords(first), fullWords(first), orderWords(first, month)];
    const causes = [`${reached}${full}${order}`, `${reached}${order}`, `${reached}${full}`, reached];
    return firstThatFits([...causes.map((cause) => `${first.item} ${cause}.`), `${pressing(capacity).length} of ${capacity.length} capacities run out.`], width, STYLE.verdict);
  }
  const unknown = capacity.filter(({ state }) => state === 'Unknown').length;
  const judged = capacity.length - unknown;
  if (judged > 0) return `${judged === 1 ? 'The only capacity with recorded use is' : judged === 2 ? 'Both capacities with recorded use are' : `All ${countInWords(judged)} capacities with recorded use are`} enough for all that is forecast.`;
  if (capacity.length > 0) return 'No capacity can be held against recorded use.';
  return licences.length === 0 ? 'Neither capacities nor licences are recorded.' : licencesFact(licences);
}

/** What a capacity has reached, or when it will. @example 'reaches 80% of its capacity in January 2027' */
function reachWords({ state, threshold, reachesThreshold, utilisation }: CapacityFigure): string {
  const share = thresholdText(threshold);
  const used = utilisation === null ? '' : `, ${usedText(utilisation)} used`;
  if (state === 'Over capacity') return `is over its capacity${used}`;
  if (state === 'Over threshold') return `is over its threshold of ${share}${used}`;
  if (reachesThreshold.point !== null) return `reaches ${share} of its capacity in ${monthAndYear(reachesThreshold.point)}`;
  if (reachesThreshold.upper !== null) return `could reach ${share} of its capacity in ${monthAndYear(reachesThreshold.upper)}`;
  return `is forecast to reach ${share} of its capacity`;
}

/** When what is over its threshold is full. */
function fullWords({ state, reachesCapacity }: CapacityFigure): string {
  return state === 'Over threshold' && reachesCapacity.point !== null ? `; full in ${monthAndYear(reachesCapacity.point)}` : '';
}

/** When more has to be ordered. @param month first date of the report month: what is due by then is late */
function orderWords({ leadTimeMonths, orderBy }: CapacityFigure, month: LocalDate): string {
  if (leadTimeMonths === null || orderBy === null) return '';
  return `; lead time ${monthsText(leadTimeMonths)}, order ${orderBy <= month ? 'was due' : 'by'} ${dayAndMonth(orderBy)}${NO_BREAK}${orderBy.slice(0, 4)}`;
}

/** What a capacity has reached or will reach, and what that means for ordering. @example 'reaches 80% of its capacity in January 2027; lead time 3 months, order was due 1 Oct 2026' */
export function capacityCause(figure: CapacityFigure, month: LocalDate): string {
  return `${reachWords(figure)}${fullWords(figure)}${orderWords(figure, month)}`;
}

/**
 * The same in a line of the first page, which names the item and that it is about its capacity.
 *
 * @example 'Reaches 80% in December 2026; lead time 3 months, order was due 1 Sep.'
 */
export function capacityOutlook(figure: CapacityFigure, month: LocalDate): string {
  const { state, threshold, utilisation, reachesThreshold, reachesCapacity, leadTimeMonths, orderBy } = figure;
  const over = state === 'Over capacity' || state === 'Over threshold';
  const used = utilisation === null ? 'used up' : `${usedText(utilisation)} used`;
  const reached = state === 'Over capacity' ? used : state === 'Over threshold' ? `${used}, threshold ${thresholdText(threshold)}` : reachesThreshold.point === null ? reachWords(figure) : `reaches ${thresholdText(threshold)} in ${monthAndYear(reachesThreshold.point)}`;
  const full = state === 'Over threshold' && reachesCapacity.point !== null ? `; full in ${monthAndYear(reachesCapacity.point)}` : '';
  const year = orderBy === null || orderBy.slice(0, 4) === month.slice(0, 4) ? '' : `${NO_BREAK}${orderBy.slice(0, 4)}`;
  const order = leadTimeMonths === null || orderBy === null ? '' : `${over ? '; ' : `; lead time ${monthsText(leadTimeMonths)}, `}order ${orderBy <= month ? 'was due' : 'by'} ${dayAndMonth(orderBy)}${year}`;
  return `${capitalised(reached)}${full}${order}.`;
}

/** What is used of a capacity, rounded down: never at a threshold that it is below. */
function usedText(utilisation: number): string {
  return `${numberText(Math.floor(utilisation * 1000 + 1e-9) / 10, 1)}%`;
}

function thresholdText(threshold: number): string {
  return `${numberText(threshold * 100, Math.abs(threshold * 100 - Math.round(threshold * 100)) < 1e-9 ? 0 : 1)}%`;
}

/** @example monthsText(3) // '3 months' */
export function monthsText(count: number): string {
  return `${numberText(count, count % 1 === 0 ? 0 : 1)}${NO_BREAK}${plural(count, 'month')}`;
}

/** What stands under it: how many more run out, what could by the upper bound, licences and what they cost. */
export function capacityFacts({ capacity, licences }: Pick<DemandFigures, 'capacity' | 'licences'>, currency: string): string[] {
  const late = capacity.filter(({ insideLeadTime, state }) => insideLeadTime || state === 'Over capacity' || state === 'Over threshold');
  const rest = pressing(capacity).filter((figure) => !late.includes(figure)).length;
  const unknown = capacity.filter(({ state }) => state === 'Unknown').length;
  return [
    ...(late.length === 0 ? [] : [`${capitalised(countInWords(late.length))} of ${countInWords(capacity.length)} ${late.length === 1 ? 'passes its threshold' : 'pass their thresholds'} before an order can arrive.`]),
    ...(rest === 0 ? [] : [`${capitalised(countInWords(rest))} ${late.length === 0 ? '' : 'more '}can still be ordered in time.`]),
    ...(unknown === 0 ? [] : [`${capitalised(countInWords(unknown))} cannot be held against recorded use.`]),
    ...(licences.length === 0 ? [] : [licencesFact(licences, currency)]),
  ];
}

/** @example 'Three products are short of 24 licences; 81 licences that nobody uses cost $41,000.' */
function licencesFact(licences: readonly LicenceFigure[], currency?: string): string {
  const short = licences.filter((one) => one.short > 0);
  const missing = short.reduce((sum, one) => sum + one.short, 0);
  const idle = licences.reduce((sum, one) => sum + one.unassigned + (one.spare ?? 0), 0);
  const costs = licences.flatMap(({ costOfUnassigned, costOfSpare }) => [costOfUnassigned ?? 0, costOfSpare ?? 0]);
  const cost = costs.reduce((sum, one) => sum + one, 0);
  const parts = [
    ...(short.length === 0 ? [] : [`${countInWords(short.length)} ${plural(short.length, 'product')} ${short.length === 1 ? 'is' : 'are'} short of ${numberText(missing, 0)} ${plural(missing, 'licence')}`]),
    ...(idle === 0 ? [] : [`${numberText(idle, 0)} ${plural(idle, 'licence')} that nobody uses${cost > 0 && currency !== undefined ? ` ${idle === 1 ? 'costs' : 'cost'} ${exactMoneyText(cost, currency)}` : ` ${idle === 1 ? 'is' : 'are'} paid for`}`]),
  ];
  return parts.length === 0 ? `Licences of ${countInWords(licences.length)} ${plural(licences.length, 'product')} are neither short nor idle.` : `${capitalised(parts.join('; '))}.`;
}

/** @example '41 requests are open, six more than at the end of September; 17 are older than 90 days.' */
export function requestsSentence({ backlog, months, byAge }: RequestsFigure): string {
  const before = months[months.length - 2];
  const open = backlog.length;
  if (months.every(({ submitted, closed, backlog: then }) => submitted + closed + then === 0) && open === 0) return 'No request is recorded.';
  const change = before === undefined ? null : open - before.backlog;
  const compared = change === null || before === undefined ? '' : change === 0 ? `, as many as at the end of ${monthAndYear(before.month)}` : `, ${countInWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than at the end of ${monthAndYear(before.month)}`;
  const old = byAge.filter(({ upToDays }) => upToDays === null || upToDays > OLD_DAYS).reduce((sum, age) => sum + age.open, 0);
  const ages = open === 0 ? '' : `; ${old === 0 ? 'none' : numberText(old, 0)} ${old < 2 ? 'is' : 'are'} older than ${OLD_DAYS} days`;
  return `${open === 0 ? 'No request is' : open === 1 ? 'One request is' : `${numberText(open, 0)} requests are`} open${compared}${ages}.`;
}

/** What stands under it: lead time, plan, budget, effort. */
export function requestsFacts({ leadTimeDays, planned, unplanned, withProject, backlogEffortDays, backlogWithoutEffort, backlog }: RequestsFigure): string[] {
  const submitted = planned + unplanned;
  return [
    ...(leadTimeDays === null ? [] : [`Half of those closed in 12 months took ${daysText(leadTimeDays)} or less.`]),
    ...(submitted === 0 ? [] : [`Of ${numberText(submitted, 0)} submitted in 12 months ${unplanned === 0 ? 'all were planned' : planned === 0 ? 'none was planned' : `${numberText(unplanned, 0)} ${unplanned === 1 ? 'was' : 'were'} not planned`}, ${withProject === 0 ? 'none' : numberText(withProject, 0)} ${withProject < 2 ? 'belongs' : 'belong'} to a budgeted project.`]),
    ...(backlogEffortDays === 0 ? [] : [`The open ones take ${daysText(backlogEffortDays)} of effort${backlogWithoutEffort === 0 ? '' : `, ${numberText(backlogWithoutEffort, 0)} of ${numberText(backlog.length, 0)} without an estimate`}.`]),
  ];
}

function daysText(days: number): string {
  return `${numberText(days, days % 1 === 0 ? 0 : 1)}${NO_BREAK}${plural(days, 'day')}`;
}

/** @example 'Nine findings ask for a decision, two of them overdue, four more by 2 Dec 2026; three were sent on.' */
export function recommendationsSentence(recommendations: readonly Recommendation[], asOf: LocalDate): string {
  if (recommendations.length === 0) return 'No finding asks for a decision.';
  const open = recommendations.filter(({ sent }) => sent === null);
  const sent = recommendations.length - open.length;
  if (open.length === 0) return `${sent === 1 ? 'The only finding was' : `All ${countInWords(sent)} findings were`} sent on.`;
  const soon = addMonths(asOf, 1);
  const late = open.filter(({ dueDate }) => dueDate !== null && dueDate < asOf).length;
  const due = open.filter(({ dueDate }) => dueDate !== null && dueDate >= asOf && dueDate <= soon).length;
  const part = (count: number): string => (count === open.length ? (count === 1 ? '' : 'all of them ') : `${countInWords(count)} of them `);
  const by = `by ${dayAndMonth(soon)}${NO_BREAK}${soon.slice(0, 4)}`;
  const start = `${capitalised(countInWords(open.length))} ${plural(open.length, 'finding')} ${open.length === 1 ? 'asks' : 'ask'} for a decision`;
  const when = late > 0 ? `, ${part(late)}overdue${due === 0 ? '' : `, ${countInWords(due)} more ${by}`}` : due > 0 ? `, ${part(due)}${by}` : '';
  return `${start}${when}${sent === 0 ? '' : `; ${countInWords(sent)} ${sent === 1 ? 'was' : 'were'} sent on`}.`;
}

/** How many of each kind, and the money that they are about. @example ['More capacity: 3, Fewer licences: 2.', '$41,000 is what they are about, of which $36,000 for Office suite.'] */
export function recommendationsFacts(recommendations: readonly Recommendation[], currency: string): string[] {
  const kinds = new Map<string, number>();
  for (const { kind } of recommendations) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const amounts = recommendations.filter(({ amount }) => amount !== null && amount > 0).toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const [largest] = amounts;
  return [
    ...(recommendations.length < 2 ? [] : [`${[...kinds].map(([kind, count]) => `${kind}: ${count}`).join(', ')}.`]),
    ...(largest === undefined ? [] : [`The largest amount is ${moneyText(largest.amount ?? 0, currency)}: ${largest.subject}.`]),
  ];
}

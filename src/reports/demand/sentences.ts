/** What the demand sheets say in sentences: figure, comparison, cause. */
import type { CapacityFigure, DemandFigures, LicenceFigure, Recommendation, RequestsFigure, UsageFigure } from '../../domain/demand/figures';
import { type LicenceProduct, licenceProducts } from '../../domain/demand/licence-products';
import { shareUsed, thresholdText } from '../../domain/demand/utilisation';
import { capitalised, countInWords, dayAndMonth, listOfFew, monthAndYear, NO_BREAK, numberText, plural } from '../../domain/performance/phrases';
import type { LocalDate } from '../../domain/time/records';
import { addMonths } from '../../domain/time/zone';
import { firstThatFits } from '../layout';
import { exactMoneyText, moneyText } from '../money';
import { STYLE } from '../style';
import { shortMonthYear } from '../dates';
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
  if (most === undefined || least === undefined) return `${capitalised(countInWords(usage.length))} ${plural(usage.length, 'item')} ${usage.length === 1 ? 'is recorded; it cannot' : 'are recorded; none can'} be compared with a year ago.`;
  const grew = items.filter(({ growthOnYear }) => (growthOnYear ?? 0) > 0).length;
  const named = grew > 0 ? most : least;
  const growth = growthText(named.growthOnYear ?? 0);
  const to = named.current === null ? '' : ` to ${quantityText(named.current, named.unit)}`;
  const plainTo = named.current === null ? '' : ` to ${quantityText(named.current, null)}`;
  // A change too small to be printed is none.
  const changed = growth !== '0%';
  if (items.length === 1) return firstThatFits(changed ? [`Use of ${named.item} changed by ${growth} over the year${to}.`, `Use of ${named.item}: ${growth} over the year.`] : [`Use of ${named.item} is what it was a year ago.`], width, STYLE.verdict);
  const start = grew === items.length ? `Use of ${items.length === 2 ? 'both' : `all ${countInWords(items.length)}`} items grew over the year` : `Use of ${grew === 0 ? 'none' : grew} of ${items.length} items grew over the year`;
  if (!changed) return `${start}.`;
  const link = grew > 0 ? ', most that of' : '; it fell most for';
  return firstThatFits([`${start}${link} ${named.item}: ${growth}${to}.`, `${start}${link} ${named.item}: ${growth}${plainTo}.`, `${start}${link} ${named.item}: ${growth}.`, `${start}.`], width, STYLE.verdict);
}

/** What stands under it: where the growth came from, what is not used, what is not recorded, what is incomplete. */
export function demandFacts({ usage, withoutUsage }: Pick<DemandFigures, 'usage' | 'withoutUsage'>): string[] {
  const items = comparable(usage);
  const [most] = items;
  const others = usage.length - items.length;
  const cause = most === undefined ? null : causeOf(most);
  const unused = usage.filter(({ noUse }) => noUse).map(({ item }) => item);
  const incomplete = usage.filter(({ months }) => months[months.length - 1]?.incomplete === true && months[months.length - 1]?.toDate === false).map(({ item }) => item);
  const running = usage.find(({ toDate }) => toDate)?.months.at(-1)?.month;
  return [
    ...(running === undefined ? [] : [`${monthAndYear(running)} is still running: what is recorded of it is so far.`]),
    ...(cause === null ? [] : [cause]),
    ...(items.length === 0 || others === 0 ? [] : [`${capitalised(countInWords(others))} of ${countInWords(usage.length)} items cannot be compared with a year ago.`]),
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
  const all = current - yearAgo;
  if (first.more > all) return `${first.name} used ${quantityText(first.more, unit)} more of ${item}, the others together ${quantityText(first.more - all, null)} less.`;
  return `${first.name} brought ${first.more === all ? 'all' : quantityText(first.more, null)} of ${item}’s ${quantityText(all, null)} more${unit === null ? '' : `${NO_BREAK}${unit}`}.`;
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
    const [reached, full, order] = [reachWords(first, month), fullWords(first, month), orderWords(first, month)];
    const causes = [`${reached}${full}${order}`, `${reached}${order}`, `${reached}${full}`, reached];
    return firstThatFits([...causes.map((cause) => `${first.item} ${cause}.`), `${pressing(capacity).length} of ${capacity.length} capacities ${pressing(capacity).length === 1 ? 'reaches its threshold' : 'reach their thresholds'}.`], width, STYLE.verdict);
  }
  const judged = capacity.filter(({ state }) => state !== 'Unknown').length;
  const unread = capacity.some(lacksThreshold);
  const known = unread ? 'recorded use and a threshold that can be read' : 'recorded use';
  if (judged > 0) return `${judged === 1 ? `The only capacity with ${known} is` : judged === 2 ? `Both capacities with ${known} are` : `All ${countInWords(judged)} capacities with ${known} are`} enough for all that is forecast.`;
  if (capacity.length > 0) return unread ? `No capacity has ${known}.` : 'No capacity can be held against recorded use.';
  return licences.length === 0 ? 'Neither capacities nor licences are recorded.' : licencesFact(licences);
}

/** What a capacity has reached, or when it will. @example 'reaches 80% of its capacity in January 2027' */
function reachWords({ state, capacity, threshold, reachesThreshold, utilisation }: CapacityFigure, month: LocalDate): string {
  const used = utilisation === null ? '' : `, ${shareUsed(utilisation, threshold).text} used`;
  const since = reachesThreshold.point !== null && reachesThreshold.point < month ? ` since ${monthAndYear(reachesThreshold.point)}` : '';
  if (state === 'Over capacity') return capacity === 0 ? 'is used and has no capacity' : utilisation !== null && isEqual(utilisation, 1) ? 'is used to its capacity' : `is over its capacity${used}`;
  // What is not over its capacity has reached, or will reach, a threshold that could be read.
  const share = thresholdText(threshold!);
  if (state === 'Over threshold') return utilisation !== null && isEqual(utilisation, threshold!) ? `is at its threshold of ${share}${since}` : `is over its threshold of ${share}${since}${used}`;
  // Of a month that is over, or runs, there is only a forecast where its use is not recorded.
  if (reachesThreshold.point !== null) return reachesThreshold.point <= month ? `is at ${share} of its capacity from ${monthAndYear(reachesThreshold.point)} on by the forecast` : `reaches ${share} of its capacity in ${monthAndYear(reachesThreshold.point)}`;
  if (reachesThreshold.upper !== null) return `could reach ${share} of its capacity in ${monthAndYear(reachesThreshold.upper)}`;
  return `is forecast to reach ${share} of its capacity`;
}

function isEqual(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

/** When what is over its threshold is full. */
function fullWords({ state, reachesCapacity }: CapacityFigure, month: LocalDate): string {
  return state === 'Over threshold' && reachesCapacity.point !== null && reachesCapacity.point > month ? `; full in ${monthAndYear(reachesCapacity.point)}` : '';
}

/** When more has to be ordered. @param month first date of the report month: what is due by then is late */
function orderWords({ leadTimeMonths, orderBy }: CapacityFigure, month: LocalDate): string {
  if (leadTimeMonths === null || orderBy === null) return '';
  return `; lead time ${monthsText(leadTimeMonths)}, order ${orderBy <= month ? 'was due' : 'by'} ${dayAndMonth(orderBy)}${NO_BREAK}${orderBy.slice(0, 4)}`;
}

/**
 * That a threshold cannot be read, of what is there or else of an upgrade; where nothing is known for that, also when all is used. Null: all can be read.
 *
 * @example 'threshold cannot be read; forecast to be full in March 2027'
 */
export function unreadThreshold({ state, threshold, upgrades, reachesCapacity }: CapacityFigure): string | null {
  const upgrade = upgrades.find((one) => one.threshold === null);
  if (threshold !== null && upgrade === undefined) return null;
  const from = threshold === null || upgrade === undefined ? '' : ` from ${dayAndMonth(upgrade.from)}${NO_BREAK}${upgrade.from.slice(0, 4)} on`;
  return `threshold${from} cannot be read${state === 'Unknown' && reachesCapacity.point !== null ? `; forecast to be full in ${monthAndYear(reachesCapacity.point)}` : ''}`;
}

/** Whether it could be compared with its use, but for a threshold that cannot be read. */
function lacksThreshold(figure: CapacityFigure): boolean {
  return figure.state === 'Unknown' && figure.usage !== null && unreadThreshold(figure) !== null;
}

/** What a capacity has reached or will reach, and what that means for ordering. @example 'reaches 80% of its capacity in January 2027; lead time 3 months, order was due 1 Oct 2026' */
export function capacityCause(figure: CapacityFigure, month: LocalDate): string {
  return `${reachWords(figure, month)}${fullWords(figure, month)}${orderWords(figure, month)}`;
}

/**
 * The same in a line of the first page, which names the item and that it is about its capacity.
 *
 * @example 'Reaches 80% in Dec 2026; order due 1 Sep 2026, lead time 3 months.'
 */
export function capacityOutlook(figure: CapacityFigure, month: LocalDate): string {
  const { state, capacity, threshold, utilisation, reachesThreshold, reachesCapacity, leadTimeMonths, orderBy } = figure;
  const used = utilisation === null ? (capacity === 0 ? 'used, and no capacity is there' : 'used up') : `${shareUsed(utilisation, threshold).text} used`;
  const over = state === 'Over capacity' ? used : state === 'Over threshold' ? `${used}, threshold ${thresholdText(threshold!)}` : null;
  const reached = over ?? (reachesThreshold.point === null || reachesThreshold.point <= month ? reachWords(figure, month) : `reaches ${thresholdText(threshold!)} in ${shortMonthYear(reachesThreshold.point)}`);
  const full = state === 'Over threshold' && reachesCapacity.point !== null && reachesCapacity.point > month ? `, full ${shortMonthYear(reachesCapacity.point)}` : '';
  const order = leadTimeMonths === null || orderBy === null ? '' : `; order ${orderBy <= month ? 'due' : 'by'} ${dayAndMonth(orderBy)}${NO_BREAK}${orderBy.slice(0, 4)}, lead time ${monthsText(leadTimeMonths)}`;
  return `${capitalised(reached)}${full}${order}.`;
}

/** @example monthsText(3) // '3 months' */
export function monthsText(count: number): string {
  return `${numberText(count, count % 1 === 0 ? 0 : 1)}${NO_BREAK}${plural(count, 'month')}`;
}

/** What stands under it: how many are over, run out before an order can arrive, or later; licences and what idle ones cost. */
export function capacityFacts({ capacity, licences }: Pick<DemandFigures, 'capacity' | 'licences'>, currency: string): string[] {
  const count = (is: (figure: CapacityFigure) => boolean): number => capacity.filter(is).length;
  const isOver = ({ state }: CapacityFigure): boolean => state === 'Over capacity' || state === 'Over threshold';
  const groups = [
    [count(isOver), 'has reached its threshold', 'have reached their thresholds'],
    [count(({ state }) => state === 'Inside lead time'), 'passes its threshold before an order can arrive', 'pass their thresholds before an order can arrive'],
    [count(({ state, leadTimeMonths }) => state === 'Will run out' && leadTimeMonths !== null), 'reaches its threshold and can still be ordered in time', 'reach their thresholds and can still be ordered in time'],
    [count(({ state, leadTimeMonths }) => state === 'Will run out' && leadTimeMonths === null), 'reaches its threshold and has no lead time recorded', 'reach their thresholds and have no lead time recorded'],
    [count(lacksThreshold), 'has a threshold that cannot be read', 'have thresholds that cannot be read'],
    [count((figure) => figure.state === 'Unknown' && !lacksThreshold(figure)), 'cannot be held against recorded use', 'cannot be held against recorded use'],
  ] as const;
  // Of one capacity the sentence above says all.
  const facts = capacity.length < 2 ? [] : groups.flatMap(([size, one, more]) => (size === 0 ? [] : [{ size, words: size === 1 ? one : more }]));
  const told = facts.map(({ size, words }, at) => `${at > 0 ? capitalised(countInWords(size)) : size === capacity.length ? (size === 2 ? 'Both capacities' : `All ${countInWords(size)} capacities`) : `${capitalised(countInWords(size))} of ${countInWords(capacity.length)} capacities`} ${words}.`);
  const ofLicences = licences.length === 0 ? [] : capacity.length === 0 ? idleCostFact(licences, currency) : [licencesFact(licences, currency)];
  // Where there is no room for all, licences matter more than what can wait.
  return [...told.slice(0, 1), ...ofLicences, ...told.slice(1)];
}

/** @example '24 licences of three products have to be bought; 81 that nobody uses cost $41,000.' */
function licencesFact(licences: readonly LicenceFigure[], currency?: string): string {
  const products = licenceProducts(licences);
  const short = products.filter(({ toBuy }) => toBuy > 0);
  const toBuy = short.reduce((sum, one) => sum + one.toBuy, 0);
  const idle = products.reduce((sum, one) => sum + one.idle, 0);
  const cost = idleCost(products);
  const uncosted = products.reduce((sum, one) => sum + (one.costOfIdle === null ? one.idle : 0), 0);
  const unknown = cost > 0 && uncosted > 0 ? `, of ${amountOf(uncosted)} the cost is not recorded` : '';
  const parts = [
    ...(short.length === 0 ? [] : [`${amountOf(toBuy)} ${plural(toBuy, 'licence')} of ${countInWords(short.length)} ${plural(short.length, 'product')} ${toBuy === 1 ? 'has' : 'have'} to be bought`]),
    ...(idle === 0 ? [] : [`${amountOf(idle)} ${short.length > 0 ? '' : `${plural(idle, 'licence')} `}that nobody uses ${cost > 0 && currency !== undefined ? `${idle === 1 ? 'costs' : 'cost'} ${exactMoneyText(cost, currency)}${unknown}` : `${idle === 1 ? 'is' : 'are'} paid for`}`]),
  ];
  if (parts.length > 0) return `${capitalised(parts.join('; '))}.`;
  return `Licences of ${countInWords(products.length)} ${plural(products.length, 'product')} are neither short nor idle${licences.some(({ active }) => active === null) ? ', as far as their use is recorded' : ''}.`;
}

/** What idle licences cost, where the sentence above has counted them. */
function idleCostFact(licences: readonly LicenceFigure[], currency: string): string[] {
  const cost = idleCost(licenceProducts(licences));
  return cost > 0 ? [`The licences that nobody uses cost ${exactMoneyText(cost, currency)}.`] : [];
}

function idleCost(products: readonly LicenceProduct[]): number {
  return products.reduce((sum, { costOfIdle }) => sum + (costOfIdle ?? 0), 0);
}

/** Licences may be counted in parts. */
function amountOf(count: number): string {
  return numberText(count, Number.isInteger(count) ? 0 : 1);
}

/** @example '41 requests are open, six more than at the end of September; 17 are older than 90 days.' */
export function requestsSentence({ backlog, months, byAge }: RequestsFigure): string {
  const before = months[months.length - 2];
  const open = backlog.length;
  if (months.every(({ submitted, closed, backlog: then }) => submitted + closed + then === 0) && open === 0) return 'No request is recorded.';
  const change = before === undefined ? null : open - before.backlog;
  const compared = change === null || before === undefined ? '' : change === 0 ? `, ${open === 0 ? 'nor was any' : 'as many as'} at the end of ${monthAndYear(before.month)}` : `, ${countInWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than at the end of ${monthAndYear(before.month)}`;
  const old = byAge.filter(({ upToDays }) => upToDays === null || upToDays > OLD_DAYS).reduce((sum, age) => sum + age.open, 0);
  const ages = open === 0 ? '' : open === 1 ? `; it is ${old === 0 ? 'not ' : ''}older than ${OLD_DAYS} days` : `; ${old === 0 ? 'none' : numberText(old, 0)} ${old < 2 ? 'is' : 'are'} older than ${OLD_DAYS} days`;
  return `${open === 0 ? 'No request is' : open === 1 ? 'One request is' : `${numberText(open, 0)} requests are`} open${compared}${ages}.`;
}

/** What stands under it: lead time, plan, budget, effort. */
export function requestsFacts({ leadTimeDays, planned, unplanned, withProject, backlogEffortDays, backlogWithoutEffort, backlog }: RequestsFigure): string[] {
  const submitted = planned + unplanned;
  const budgeted = `${withProject === 0 ? 'none' : numberText(withProject, 0)} ${withProject < 2 ? 'belongs' : 'belong'} to a budgeted project`;
  const plan = submitted === 1 ? `The one submitted in 12 months was ${planned === 1 ? '' : 'not '}planned and ${withProject === 1 ? 'belongs' : 'does not belong'} to a budgeted project.` : `Of ${numberText(submitted, 0)} submitted in 12 months ${unplanned === 0 ? 'all were planned' : planned === 0 ? 'none was planned' : `${numberText(unplanned, 0)} ${unplanned === 1 ? 'was' : 'were'} not planned`}, ${budgeted}.`;
  return [
    ...(leadTimeDays === null ? [] : [`Half of those done in 12 months took ${daysText(leadTimeDays)} or less.`]),
    ...(submitted === 0 ? [] : [plan]),
    ...(backlogEffortDays === 0 ? [] : [`The open ${backlog.length === 1 ? 'one takes' : 'ones take'} ${daysText(backlogEffortDays)} of effort${backlogWithoutEffort === 0 ? '' : `, ${numberText(backlogWithoutEffort, 0)} of ${numberText(backlog.length, 0)} without an estimate`}.`]),
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

/** Of those not sent on: how many of each kind, and the largest amount. @example ['More capacity: 3, Fewer licences: 2.', 'The largest amount is $36,000: Office suite.'] */
export function recommendationsFacts(recommendations: readonly Recommendation[], currency: string): string[] {
  const open = recommendations.filter(({ sent }) => sent === null);
  const kinds = new Map<string, number>();
  for (const { kind } of open) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const amounts = open.filter(({ amount }) => amount !== null && amount > 0).toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const [largest] = amounts;
  return [
    ...(open.length < 2 ? [] : [`${[...kinds].map(([kind, count]) => `${kind}: ${count}`).join(', ')}.`]),
    ...(largest === undefined ? [] : [`${amounts.length === 1 ? 'The only' : 'The largest'} amount is ${moneyText(largest.amount ?? 0, currency)}: ${largest.subject}.`]),
  ];
}

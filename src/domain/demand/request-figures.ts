import { isUnreadable, nameKey } from '../names';
import { leadTime, leadTimes, median } from '../performance/lead-time';
import type { Records } from '../records';
import { epochDay } from '../time/zone';
import type { OpenRequest, RequestCount, RequestsFigure } from './figures';
import { firstDateOf, monthNumber } from './months';
import type { Request, RequestCategory, RequestSource, RequestStatus } from './records';
import { isOver, statusAt } from './request-dates';
import { type CountedRequest, type RequestLog, submittedInYear } from './request-log';

const STATUSES: readonly RequestStatus[] = ['New', 'Approved', 'In progress', 'Done', 'Rejected'];
const CATEGORIES: readonly RequestCategory[] = ['Service impact', 'New service', 'Risk', 'Resource'];
const SOURCES: readonly RequestSource[] = ['Business', 'IT team', 'Supplier', 'Support desk', 'Other'];
/** Upper ends of the ages by which the backlog is counted, in days. */
const AGES: readonly (number | null)[] = [30, 90, 180, null];

/**
 * Requests at the end of the report month, or at As of where that is earlier: what was closed after it is open.
 *
 * @example
 * // submitted on 1 Oct and open; submitted on 5 Oct and done on 15 Oct; report month October
 * // { backlog: [the first], leadTimeDays: 10, months: [… { month: '2026-10-01', submitted: 2, closed: 1, backlog: 1, leadTimeDays: 10 }] }
 */
export function requestFigures(log: RequestLog, records: Pick<Records, 'requests' | 'settings'>): RequestsFigure {
  const { date, months, requests, rowsLeftOut } = log;
  const inYear = submittedInYear(log);
  const backlog = backlogOf(log);
  const planned = inYear.filter(({ request }) => !isUnreadable(request, 'planned'));
  const closedInYear = requests.filter(({ request: { closed } }) => closed !== null && closed >= months[1]! && closed <= date);
  const counts = (field: keyof Request, nameOf: (counted: CountedRequest) => string | null, names?: readonly string[]): RequestCount[] => countBy(log, field, nameOf, names);
  return {
    byStatus: counts('status', ({ request }) => statusAt(request, date), STATUSES),
    byCategory: counts('category', ({ request }) => request.category, CATEGORIES),
    bySource: counts('source', ({ request }) => request.source, SOURCES),
    byItem: counts('item', ({ item }) => item),
    byBusinessUnit: counts('businessUnit', ({ request }) => request.businessUnit),
    byAge: requests.length === 0 ? [] : AGES.map((upToDays, place) => ({ upToDays, open: backlog.filter(({ ageDays }) => ageDays > (AGES[place - 1] ?? -1) && ageDays <= (upToDays ?? Number.POSITIVE_INFINITY)).length })),
    backlog,
    backlogEffortDays: backlog.reduce((sum, { effortDays }) => sum + (effortDays ?? 0), 0),
    backlogWithoutEffort: backlog.filter(({ effortDays }) => effortDays === null).length,
    leadTimeDays: median(closedInYear.flatMap(({ request }) => leadTime(request) ?? [])),
    planned: planned.filter(({ request }) => request.planned).length,
    unplanned: planned.filter(({ request }) => !request.planned).length,
    withProject: inYear.filter(({ project }) => project !== null).length,
    months: requests.length === 0 ? [] : monthsOf(log, records),
    rowsLeftOut,
  };
}

/** Oldest first. */
function backlogOf({ date, requests }: RequestLog): OpenRequest[] {
  const open = requests.filter((counted) => counted.open).map(({ request, item, project }): OpenRequest => ({
    table: 'Requests',
    row: request.row,
    request: request.request,
    title: request.title,
    item,
    businessUnit: request.businessUnit,
    category: request.category,
    status: statusAt(request, date),
    submitted: request.submitted,
    ageDays: epochDay(date) - epochDay(request.submitted),
    planned: request.planned,
    project,
    effortDays: request.effortDays,
  }));
  return open.sort((a, b) => (a.submitted === b.submitted ? a.row - b.row : a.submitted < b.submitted ? -1 : 1));
}

/** Counts requests by a property: of a known list all in its order, else those that occur, most open ones first; blanks last. */
function countBy({ requests, months }: RequestLog, field: keyof Request, nameOf: (counted: CountedRequest) => string | null, names: readonly string[] = []): RequestCount[] {
  if (requests.length === 0) return [];
  const [yearFrom, monthFrom] = [months[1]!, months.at(-1)!];
  const counts = new Map(names.map((name) => [nameKey(name), { name: name as string | null, submitted: 0, submittedInYear: 0, open: 0 }]));
  for (const counted of requests) {
    const { request: { submitted }, open } = counted;
    if (isUnreadable(counted.request, field) || (!open && submitted < yearFrom)) continue;
    const name = nameOf(counted);
    const key = nameKey(name ?? '');
    let count = counts.get(key);
    if (!count) counts.set(key, (count = { name: key === '' ? null : name, submitted: 0, submittedInYear: 0, open: 0 }));
    if (submitted >= monthFrom) count.submitted++;
    if (submitted >= yearFrom) count.submittedInYear++;
    if (open) count.open++;
  }
  const order = (a: RequestCount, b: RequestCount): number => (names.length > 0 ? 0 : b.open - a.open || b.submittedInYear - a.submittedInYear || a.name!.localeCompare(b.name!, 'en'));
  return [...counts.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null) || (a.name === null ? 0 : order(a, b)));
}

/** A month's backlog is that of the month before, and what was submitted, less what left it. One that is over, nobody says since when, is in none. */
function monthsOf({ months, requests }: RequestLog, records: Pick<Records, 'requests' | 'settings'>): RequestsFigure['months'] {
  const entered = new Map<number, number>();
  const submitted = new Map<number, number>();
  const left = new Map<number, number>();
  const count = (counts: Map<number, number>, month: number): unknown => counts.set(month, (counts.get(month) ?? 0) + 1);
  for (const { request, end, open } of requests) {
    const month = monthNumber(request.submitted);
    count(submitted, month);
    if (end === null && !open && isOver(request)) continue;
    count(entered, month);
    if (end !== null) count(left, monthNumber(end));
  }
  const first = monthNumber(months[0]!);
  const before = (counts: ReadonlyMap<number, number>): number => [...counts].reduce((sum, [month, number]) => sum + (month < first ? number : 0), 0);
  let backlog = before(entered) - before(left);
  const { values: leadTimeOf } = leadTimes(months, '', records);
  return months.map((_, place) => {
    const month = first + place;
    backlog += (entered.get(month) ?? 0) - (left.get(month) ?? 0);
    return { month: firstDateOf(month), submitted: submitted.get(month) ?? 0, closed: left.get(month) ?? 0, backlog, leadTimeDays: leadTimeOf[place]! };
  });
}

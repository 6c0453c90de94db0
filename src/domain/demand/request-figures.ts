import { median } from '../aggregates';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import { leadTime } from '../performance/lead-time';
import type { LocalDate } from '../time/records';
import { epochDay } from '../time/zone';
import type { Work } from '../work';
import type { OpenRequest, RequestCount, RequestsFigure } from './figures';
import { firstDateOf, monthNumber } from './months';
import type { Request, RequestCategory, RequestSource, RequestStatus } from './records';
import { isOver, statusAt } from './request-dates';
import { type CountedRequest, type RequestLog, ROWS_PER_STEP, submittedInYear } from './request-log';

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
export function* requestFiguresWork(log: RequestLog): Work<RequestsFigure> {
  const { date, requests, rowsLeftOut } = log;
  const inYear = submittedInYear(log);
  yield;
  const backlog = yield* backlogWork(log);
  const planned = inYear.filter(({ request }) => !isUnreadable(request, 'planned'));
  yield;
  const closed = yield* leadTimesWork(log);
  const leadTimeDays = median(closed.slice(1).flat());
  yield;
  const openOfAges = AGES.map(() => 0);
  yield* inSteps(backlog, ({ ageDays }) => openOfAges[AGES.findIndex((upToDays) => upToDays === null || ageDays <= upToDays)]!++);
  return {
    byStatus: yield* countWork(log, 'status', ({ request }) => statusAt(request, date), STATUSES),
    byCategory: yield* countWork(log, 'category', ({ request }) => request.category, CATEGORIES),
    bySource: yield* countWork(log, 'source', ({ request }) => request.source, SOURCES),
    byItem: yield* countWork(log, 'item', ({ item }) => item),
    byBusinessUnit: yield* countWork(log, 'businessUnit', ({ request }) => request.businessUnit),
    byAge: requests.length === 0 ? [] : AGES.map((upToDays, place) => ({ upToDays, open: openOfAges[place]! })),
    backlog,
    backlogEffortDays: backlog.reduce((sum, { effortDays }) => sum + (effortDays ?? 0), 0),
    backlogWithoutEffort: backlog.filter(({ effortDays }) => effortDays === null).length,
    leadTimeDays,
    planned: planned.filter(({ request }) => request.planned).length,
    unplanned: planned.filter(({ request }) => !request.planned).length,
    withProject: inYear.filter(({ budgeted }) => budgeted).length,
    months: requests.length === 0 ? [] : yield* monthsWork(log, closed),
    rowsLeftOut,
  };
}

/** The rows, with a pause after so many. */
function* inSteps<Row>(rows: readonly Row[], each: (row: Row) => void): Work<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STEP) {
    for (const row of rows.slice(from, from + ROWS_PER_STEP)) each(row);
    yield;
  }
}

/** Oldest first; of one date, in the table's order. */
function* backlogWork({ date, requests }: RequestLog): Work<OpenRequest[]> {
  const byDate = new Map<LocalDate, OpenRequest[]>();
  yield* inSteps(requests, ({ request, item, project, open }) => {
    if (!open) return;
    addTo(byDate, request.submitted, {
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
    });
  });
  return [...byDate.keys()].sort().flatMap((submitted) => byDate.get(submitted)!);
}

/** Lead times in days of those that were done and closed in each month, by `date`. */
function* leadTimesWork({ date, months, requests }: RequestLog): Work<number[][]> {
  const first = monthNumber(months[0]!);
  const days = months.map((): number[] => []);
  yield* inSteps(requests, ({ request }) => {
    if (request.closed === null || request.closed > date || request.closed < months[0]!) return;
    const length = leadTime(request);
    if (length !== null) days[monthNumber(request.closed) - first]!.push(length);
  });
  return days;
}

/** Counts requests by a property: of a known list all in its order, else those that occur, most open ones first; blanks last. */
function* countWork({ requests, months }: RequestLog, field: keyof Request, nameOf: (counted: CountedRequest) => string | null, names: readonly string[] = []): Work<RequestCount[]> {
  if (requests.length === 0) return [];
  const [yearFrom, monthFrom] = [months[1]!, months.at(-1)!];
  const counts = new Map(names.map((name) => [nameKey(name), { name: name as string | null, submitted: 0, submittedInYear: 0, open: 0 }]));
  yield* inSteps(requests, (counted) => {
    const { request: { submitted }, open } = counted;
    if (isUnreadable(counted.request, field) || (!open && submitted < yearFrom)) return;
    const name = nameOf(counted);
    const key = nameKey(name ?? '');
    let count = counts.get(key);
    if (!count) counts.set(key, (count = { name: key === '' ? null : name, submitted: 0, submittedInYear: 0, open: 0 }));
    if (submitted >= monthFrom) count.submitted++;
    if (submitted >= yearFrom) count.submittedInYear++;
    if (open) count.open++;
  });
  const order = (a: RequestCount, b: RequestCount): number => (names.length > 0 ? 0 : b.open - a.open || b.submittedInYear - a.submittedInYear || a.name!.localeCompare(b.name!, 'en'));
  return [...counts.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null) || (a.name === null ? 0 : order(a, b)));
}

/** A month's backlog is that of the month before, and what was submitted, less what left it. One that is over, nobody says since when, is in none. */
function* monthsWork({ months, requests }: RequestLog, closed: readonly (readonly number[])[]): Work<RequestsFigure['months']> {
  const entered = new Map<number, number>();
  const submitted = new Map<number, number>();
  const left = new Map<number, number>();
  const count = (counts: Map<number, number>, month: number): unknown => counts.set(month, (counts.get(month) ?? 0) + 1);
  yield* inSteps(requests, ({ request, end, open }) => {
    const month = monthNumber(request.submitted);
    count(submitted, month);
    if (end === null && !open && isOver(request)) return;
    count(entered, month);
    if (end !== null) count(left, monthNumber(end));
  });
  const first = monthNumber(months[0]!);
  const before = (counts: ReadonlyMap<number, number>): number => [...counts].reduce((sum, [month, number]) => sum + (month < first ? number : 0), 0);
  let backlog = before(entered) - before(left);
  return months.map((_, place) => {
    const month = first + place;
    backlog += (entered.get(month) ?? 0) - (left.get(month) ?? 0);
    return { month: firstDateOf(month), submitted: submitted.get(month) ?? 0, closed: left.get(month) ?? 0, backlog, leadTimeDays: median(closed[place]!) };
  });
}

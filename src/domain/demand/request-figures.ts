import type { RowReference } from '../figures';
import { isUnreadable, nameKey } from '../names';
import { leadTime, leadTimes, median } from '../performance/lead-time';
import { monthsUpTo } from '../performance/metrics';
import type { Records } from '../records';
import { type Catalogue, nameIn } from '../servicemap/catalogue';
import type { LocalDate } from '../time/records';
import { epochDay, toLocal } from '../time/zone';
import type { OpenRequest, RequestCount, RequestsFigure } from './figures';
import { lastDateOf, monthNumber } from './months';
import type { Request, RequestCategory, RequestSource, RequestStatus } from './records';
import { endOf, isCountable, isOpenAt, isOver, statusAt } from './request-dates';

const STATUSES: readonly RequestStatus[] = ['New', 'Approved', 'In progress', 'Done', 'Rejected'];
const CATEGORIES: readonly RequestCategory[] = ['Service impact', 'New service', 'Risk', 'Resource'];
const SOURCES: readonly RequestSource[] = ['Business', 'IT team', 'Supplier', 'Support desk', 'Other'];
/** Upper ends of the ages by which the backlog is counted, in days. */
const AGES: readonly (number | null)[] = [30, 90, 180, null];

/**
 * Requests at the end of the report month, or at As of where that is earlier: what was asked for after that has not been,
 * what was closed after it is open.
 *
 * A row without a readable Submitted, Status or Closed counts nowhere; one whose other cells cannot be read counts where they are not needed.
 *
 * @example
 * // submitted on 1 Oct and open; submitted on 5 Oct and done on 15 Oct; report month October
 * // { backlog: [the first], leadTimeDays: 10, months: [… { month: '2026-10-01', submitted: 2, closed: 1, backlog: 1, leadTimeDays: 10 }] }
 */
export function requestFigures(records: Records, catalogue: Catalogue): RequestsFigure {
  const { settings } = records;
  const today = toLocal(settings.asOf - 1, settings.zone).slice(0, 10);
  const endOfMonth = lastDateOf(monthNumber(settings.reportMonth));
  const date = today < endOfMonth ? today : endOfMonth;
  const months = monthsUpTo(settings.reportMonth, 13);
  const projects = new Map(records.projects.map(({ project }) => [nameKey(project), project]));

  const requests = records.requests.filter((request) => isCountable(request) && request.submitted <= date);
  const inYear = requests.filter(({ submitted }) => submitted >= months[1]!);
  const backlog = requests.filter((request) => isOpenAt(request, date)).sort((a, b) => (a.submitted === b.submitted ? a.row - b.row : a.submitted < b.submitted ? -1 : 1));
  const projectOf = ({ project }: Request): string | null => (project === null ? null : (projects.get(nameKey(project)) ?? null));
  const itemOf = ({ item }: Request): string | null => (item === null ? null : (nameIn(catalogue, nameKey(item)) ?? item.trim()));
  const ageOf = ({ submitted }: Request): number => epochDay(date) - epochDay(submitted);
  const open: OpenRequest[] = backlog.map((request) => ({
    table: 'Requests',
    row: request.row,
    request: request.request,
    title: request.title,
    item: itemOf(request),
    businessUnit: request.businessUnit,
    category: request.category,
    status: statusAt(request, date),
    submitted: request.submitted,
    ageDays: ageOf(request),
    planned: request.planned,
    project: projectOf(request),
    effortDays: request.effortDays,
  }));
  const countBy = counting(requests, months, date);
  const plannable = inYear.filter((request) => !isUnreadable(request, 'planned'));
  const { values: leadTimeOf } = leadTimes(months, '', records);

  return {
    byStatus: countBy('status', (request) => statusAt(request, date), STATUSES),
    byCategory: countBy('category', ({ category }) => category, CATEGORIES),
    bySource: countBy('source', ({ source }) => source, SOURCES),
    byItem: countBy('item', itemOf),
    byBusinessUnit: countBy('businessUnit', ({ businessUnit }) => businessUnit),
    byAge: requests.length === 0 ? [] : AGES.map((upToDays, place) => ({
      upToDays,
      open: open.filter(({ ageDays }) => ageDays > (AGES[place - 1] ?? -1) && ageDays <= (upToDays ?? Number.POSITIVE_INFINITY)).length,
    })),
    backlog: open,
    backlogEffortDays: open.reduce((sum, { effortDays }) => sum + (effortDays ?? 0), 0),
    backlogWithoutEffort: open.filter(({ effortDays }) => effortDays === null).length,
    leadTimeDays: median(requests.flatMap((request) => (request.closed !== null && request.closed >= months[1]! && request.closed <= date ? (leadTime(request) ?? []) : []))),
    planned: plannable.filter(({ planned }) => planned).length,
    unplanned: plannable.filter(({ planned }) => !planned).length,
    withProject: inYear.filter((request) => projectOf(request) !== null).length,
    months: requests.length === 0 ? [] : months.map((month, place) => {
      const last = [lastDateOf(monthNumber(month)), date].sort()[0]!;
      const isIn = (day: LocalDate | null): boolean => day !== null && day >= month && day <= last;
      return {
        month,
        submitted: requests.filter(({ submitted }) => isIn(submitted)).length,
        closed: requests.filter((request) => isIn(endOf(request))).length,
        backlog: requests.filter((request) => isOpenAt(request, last)).length,
        leadTimeDays: leadTimeOf[place]!,
      };
    }),
    rowsLeftOut: leftOut(records.requests, date),
  };
}

/** Counts requests by a property: of a known list all in its order, else those that occur, most open ones first; blanks last. */
function counting(requests: readonly Request[], months: readonly LocalDate[], date: LocalDate) {
  return (field: keyof Request, nameOf: (request: Request) => string | null, names: readonly string[] = []): RequestCount[] => {
    if (requests.length === 0) return [];
    const counts = new Map(names.map((name) => [nameKey(name), { name: name as string | null, submitted: 0, submittedInYear: 0, open: 0 }]));
    for (const request of requests) {
      const open = isOpenAt(request, date);
      if (isUnreadable(request, field) || (!open && request.submitted < months[1]!)) continue;
      const name = nameOf(request);
      const key = nameKey(name ?? '');
      let count = counts.get(key);
      if (!count) counts.set(key, (count = { name: key === '' ? null : name, submitted: 0, submittedInYear: 0, open: 0 }));
      if (request.submitted >= months.at(-1)!) count.submitted++;
      if (request.submitted >= months[1]!) count.submittedInYear++;
      if (open) count.open++;
    }
    const order = (a: RequestCount, b: RequestCount): number => (names.length > 0 ? 0 : b.open - a.open || b.submittedInYear - a.submittedInYear || a.name!.localeCompare(b.name!, 'en'));
    return [...counts.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null) || order(a, b));
  };
}

/** Rows that bear on the figures and could not be used, or not wholly. */
function leftOut(requests: readonly Request[], date: LocalDate): RowReference[] {
  const isLost = (request: Request): boolean => {
    if (!isUnreadable(request, 'submitted') && request.submitted > date) return false;
    if (!isCountable(request) || (isOver(request) && endOf(request) === null)) return true;
    return isUnreadable(request, 'item', 'businessUnit', 'source', 'category', 'planned', 'project', 'effortDays');
  };
  return requests.filter(isLost).map(({ row }) => ({ table: 'Requests', row }));
}

import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import { businessDays } from '../time/business-days';
import type { Calendar } from '../time/calendar';
import type { Instant, Interval, LocalDate } from '../time/records';
import { toLocal } from '../time/zone';
import type { Request } from '../demand/records';
import type { Target } from './records';

const DECIDED: readonly Request['status'][] = ['Approved', 'Rejected', 'Done'];

/** Requests, found by item. */
export interface RequestLog {
  /** Item → its requests, in the table's order. */
  readonly byItem: ReadonlyMap<string, readonly Request[]>;
  /** Item cannot be read: they may belong to any. */
  readonly unassigned: readonly Request[];
}

/** Requests that name no item belong to none. */
export function requestLog(requests: readonly Request[]): RequestLog {
  const byItem = new Map<string, Request[]>();
  const unassigned: Request[] = [];
  for (const request of requests) {
    if (isUnreadable(request, 'item')) {
      unassigned.push(request);
      continue;
    }
    const key = nameKey(request.item ?? '');
    if (key !== '') addTo(byItem, key, request);
  }
  return { byItem, unassigned };
}

/** What a target asks of a request. */
export interface RequestLimit {
  /** Business days, whole. */
  readonly days: number;
  readonly comparator: '<=' | '<';
  /** Whose dates with service hours are business days; null: every date. */
  readonly calendar: Calendar | null;
  /** The last date that has begun before As of: what is dated later has not happened yet. */
  readonly today: LocalDate;
}

/** How one request stands against a limit, in business days. */
export interface RequestResult {
  readonly request: Request;
  readonly outcome: 'within' | 'missed' | 'pending';
  readonly clockDays: number;
  readonly limitDays: number;
}

/**
 * Whether a request was decided within its limit.
 *
 * The clock counts business days, dates on which service hours begin: those after the CAB date (after
 * Submitted without one) up to and including the date of the decision, so that a decision on the date
 * `deadline` gives for so many days is exactly at the limit. Decided blank with Closed given: decided
 * when closed. A decision after As of has not happened yet; an undecided request whose clock, with the
 * dates that had begun before As of, is past the limit has missed it, and one still inside is pending.
 *
 * @example
 * // Mon–Fri; CAB on Tuesday 1 September, limit 5 days: decided on Tuesday the 8th is within, on the 9th missed
 */
export function requestResult(request: Request, { days, comparator, calendar, today }: RequestLimit): RequestResult {
  const decision = decidedOn(request);
  const decided = decision !== null && decision <= today ? decision : null;
  const clockDays = businessDays(startOfClock(request), decided ?? today, calendar);
  const kept = comparator === '<' ? clockDays < days : clockDays <= days;
  return { request, outcome: !kept ? 'missed' : decided === null ? 'pending' : 'within', clockDays, limitDays: days };
}

/** The date from which a request's clock runs. */
export function startOfClock({ cabDate, submitted }: Pick<Request, 'cabDate' | 'submitted'>): LocalDate {
  return cabDate ?? submitted;
}

/** The requests of an item that a target counts: of its change type, their clocks started in the stretch, readable. */
export function requestsIn(log: RequestLog, item: string, target: Pick<Target, 'severity'>, stretch: Interval, zone: string): Request[] {
  const isIn = startsIn(stretch, zone);
  return (log.byItem.get(nameKey(item)) ?? []).filter((request) => isIn(request) && isUsableRequest(request, target) && isOfType(request, target));
}

/** Whether a request is of the change type that a target asks for; a blank type is of none. */
export function isOfType({ changeType }: Pick<Request, 'changeType'>, { severity }: Pick<Target, 'severity'>): boolean {
  return severity === null || nameKey(changeType ?? '') === nameKey(severity);
}

/** A test for requests: whether the clock starts in a stretch of time, that is, at the midnight of a date in it. */
export function startsIn({ start, end }: Interval, zone: string): (request: Request) => boolean {
  const before = lastDateBefore(start, zone);
  const last = lastDateBefore(end, zone);
  return (request) => {
    const date = startOfClock(request);
    return date > before && date <= last;
  };
}

/** The last date whose midnight lies before an instant. `lastDateBefore(at('2026-10-01T00:00Z'), 'UTC') // '2026-09-30'` */
export function lastDateBefore(instant: Instant, zone: string): LocalDate {
  return toLocal(instant - 1, zone).slice(0, 10);
}

/**
 * Whether a request says all that a target needs. One whose Status says that it was decided, without
 * any date of it, does not.
 */
export function isUsableRequest(request: Request, { severity }: Pick<Target, 'severity'>): boolean {
  if (isUnreadable(request, 'submitted', 'cabDate', 'decided') || request.submitted === '') return false;
  if (severity !== null && isUnreadable(request, 'changeType')) return false;
  const decided = decidedOn(request);
  if (decided !== null) return decided >= request.submitted;
  return !isUnreadable(request, 'closed', 'status') && !isUndated(request);
}

/** Whether a request was decided, by its Status, on a date that nobody says: neither Decided nor Closed. */
export function isUndated(request: Pick<Request, 'status' | 'decided' | 'closed'>): boolean {
  return decidedOn(request) === null && DECIDED.includes(request.status);
}

function decidedOn({ decided, closed }: Pick<Request, 'decided' | 'closed'>): LocalDate | null {
  return decided ?? closed;
}

import { isUnreadable } from '../names';
import type { LocalDate } from '../time/records';
import type { Request, RequestStatus } from './records';

/** Whether Status says that nothing is to be done any more. */
export function isOver({ status }: Pick<Request, 'status'>): boolean {
  return status === 'Rejected' || status === 'Done';
}

/** When a request left the backlog: closed, or rejected without a date of closing. Null: it has not, or nobody says when. */
export function endOf({ status, closed, decided }: Pick<Request, 'status' | 'closed' | 'decided'>): LocalDate | null {
  if (!isOver({ status })) return null;
  return closed ?? (status === 'Rejected' ? decided : null);
}

/** Whether a request was in the backlog at the end of a date. One that is over, nobody says since when, was in none. */
export function isOpenAt(request: Request, date: LocalDate): boolean {
  if (request.submitted > date) return false;
  if (!isOver(request)) return true;
  const end = endOf(request);
  return end !== null && end > date;
}

/**
 * Status at the end of a date, as nothing later counts: what is over only since then was being worked on
 * if it had been decided, and else was new.
 *
 * @example statusAt({ status: 'Done', decided: '2026-10-20', closed: '2026-11-02' }, '2026-10-31') // 'In progress'
 */
export function statusAt(request: Pick<Request, 'status' | 'closed' | 'decided'>, date: LocalDate): RequestStatus {
  const end = endOf(request);
  if (end === null || end <= date) return request.status;
  return request.decided !== null && request.decided <= date ? 'In progress' : 'New';
}

/** Whether a row says all that counting requests needs: when it was asked for, where it stands and, if it is closed, since when. */
export function isCountable(request: Request): boolean {
  if (isUnreadable(request, 'submitted', 'status', 'closed') || request.submitted === '') return false;
  return (request.closed ?? request.submitted) >= request.submitted && (endOf(request) ?? request.submitted) >= request.submitted;
}

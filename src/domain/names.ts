import { calendarKey } from './time/calendar';
import type { SourceRow } from './time/records';

/**
 * A name as names are compared: trimmed, runs of white space as one, without case.
 *
 * @example nameKey('  ATM  network') // 'atm network'
 */
export const nameKey: (name: string) => string = calendarKey;

/** Whether two names are the same name. `sameName('ATM network', 'atm Network ') // true` */
export function sameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}

/**
 * Whether one of these fields of a row could not be read.
 *
 * @example isUnreadable({ row: 7, unreadable: ['start'] }, 'start', 'end') // true
 */
export function isUnreadable(record: SourceRow, ...fields: string[]): boolean {
  const { unreadable } = record;
  return unreadable !== undefined && unreadable.some((field) => fields.includes(field));
}

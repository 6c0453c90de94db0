import { calendarKey } from './time/calendar';
import type { SourceRow } from './time/records';

/**
 * A name as names are compared: trimmed, runs of white space as one, without case.
 *
 * @example nameKey('  ATM  network') // 'atm network'
 */
export function nameKey(name: string): string {
  let key = known.get(name);
  if (key === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, (key = calendarKey(name)));
  }
  return key;
}

/** Keys by name: the same few names are asked for hundreds of thousands of times. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

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

/**
 * Rows by the key of their name, in their order: of rows with one name the first stands, and those without a name are left out.
 *
 * @example firstByName([{ service: 'ATM network' }, { service: 'atm Network ' }], ({ service }) => service) // Map { 'atm network' → { service: 'ATM network' } }
 */
export function firstByName<Row>(rows: Iterable<Row>, nameOf: (row: Row) => string): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = nameKey(nameOf(row));
    if (key !== '' && !found.has(key)) found.set(key, row);
  }
  return found;
}

import { calendarKey } from './calendar';
import { clip, normalise } from './intervals';
import type { Interval, IntervalSet, MaintenanceRow } from './records';
import { type Recurrence, datesOf, parseRepeats } from './recurrence';
import { DAY, clockAt, clockOf, dateOf, epochDay, instantOf, isSkipped } from './zone';

/** The rows of one maintenance calendar; a blank name, or one without rows: none. Names compare without case. */
export function selectMaintenance(name: string | null, rows: readonly MaintenanceRow[]): MaintenanceRow[] {
  const key = calendarKey(name ?? '');
  return key === '' ? [] : rows.filter((row) => calendarKey(row.calendar) === key);
}

/**
 * The maintenance windows of the rows inside a window of time. Rules yield dates only; start and end
 * are then put on each date's wall clock in the row's zone (`compatible` where the clock skips or
 * repeats), Minutes being minutes on the wall clock. So a window does not vanish on the Sunday the
 * clocks change; one that lies wholly inside the skipped hour has no length that day.
 *
 * Rows marked unreadable, with a rule that is none, or without length stay out: whoever reads the
 * table has reported them. Where a row repeats by an RRULE, `loadRecurrences` comes first.
 *
 * @param zone of rows that name none
 * @example
 * // every Sunday 01:00, 240 minutes, in Europe/Berlin: also on 2026-03-29 until 05:00 on the clock, 180 minutes long
 */
export function maintenanceWindows(window: Interval, rows: readonly MaintenanceRow[], zone: string): IntervalSet {
  return clip(normalise(maintenanceOccurrences(window, rows, zone)), window.start, window.end);
}

/** One window of a row of `Maintenance`, uncut. */
export interface MaintenanceOccurrence extends Interval {
  /** Worksheet row, 1-based. */
  readonly row: number;
}

/** The same windows one by one, uncut, each with its row; row by row, in order of time. Some that only come near the window may be among them. */
export function maintenanceOccurrences(window: Interval, rows: readonly MaintenanceRow[], zone: string): MaintenanceOccurrence[] {
  const windows: MaintenanceOccurrence[] = [];
  if (!(window.start < window.end)) return windows;
  for (const row of rows) {
    const rule: Recurrence | 'once' | null = row.repeats === null ? 'once' : parseRepeats(row.repeats);
    if (row.unreadable?.length || rule === null || !(row.minutes > 0)) continue;
    addWindows(windows, window, row, rule, row.zone ?? zone);
  }
  return windows;
}

function addWindows(windows: MaintenanceOccurrence[], window: Interval, row: MaintenanceRow, rule: Recurrence | 'once', zone: string): void {
  const seconds = row.minutes * 60;
  const startDate = row.start.slice(0, 10);
  // A window may begin before the stretch that it reaches into; two dates more for clocks that jump.
  const first = dateOf(Math.max(epochDay(startDate), Math.floor((clockAt(window.start, zone) - seconds) / DAY) - 2));
  const lastAsked = dateOf(Math.floor(clockAt(window.end, zone) / DAY) + 1);
  const last = row.until !== null && row.until < lastAsked ? row.until : lastAsked;
  const dates = rule === 'once' ? (first <= startDate && startDate <= last ? [startDate] : []) : datesOf(rule, row.start, zone, first, last);
  for (const date of dates) {
    const start = clockOf(`${date}${row.start.slice(10)}`);
    const end = Math.round(start + seconds);
    if (seconds <= DAY && isSkipped(start, zone) && isSkipped(end - 1, zone)) continue;
    windows.push({ start: instantOf(start, zone), end: instantOf(end, zone), row: row.row });
  }
}

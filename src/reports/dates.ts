import { monthName, NO_BREAK } from '../domain/performance/phrases';
import type { Instant, Interval, LocalDate } from '../domain/time/records';
import { instantToSerial, localToSerial, type DateSystem } from '../domain/time/serial';
import { addDays, dayOfWeek, toLocal } from '../domain/time/zone';

export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The serial of a date; null before the date system's first. */
export function dateSerial(date: LocalDate, system: DateSystem): number | null {
  return localToSerial(`${date}T00:00:00`, system);
}

/** The serial of an instant on the workbook's wall clock. */
export function instantSerial(instant: Instant, zone: string, system: DateSystem): number | null {
  return instantToSerial(instant, zone, system);
}

/** The date of an instant. */
export function dateOfInstant(instant: Instant, zone: string): LocalDate {
  return toLocal(instant, zone).slice(0, 10);
}

/** The last date that belongs to an interval which ends at a midnight or, where it is cut, on its last day. */
export function lastDateOf({ start, end }: Interval, zone: string): LocalDate {
  return dateOfInstant(Math.max(start, end - 1), zone);
}

/** @example dayMonthYear('2026-11-02') // '2 November 2026' */
export function dayMonthYear(date: LocalDate): string {
  return `${Number(date.slice(8, 10))}${NO_BREAK}${monthName(date)}${NO_BREAK}${date.slice(0, 4)}`;
}

/** @example shortMonthYear('2026-10-01') // 'Oct 2026' */
export function shortMonthYear(date: LocalDate): string {
  return `${monthName(date).slice(0, 3)} ${date.slice(0, 4)}`;
}

/** The dates that an interval covers. @example '1–31 October 2026', '29 September – 2 October 2026' */
export function dateRange(interval: Interval, zone: string): string {
  const first = dateOfInstant(interval.start, zone);
  const last = lastDateOf(interval, zone);
  if (first === last) return dayMonthYear(last);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8, 10))}–${dayMonthYear(last)}`;
  const start = first.slice(0, 4) === last.slice(0, 4) ? `${Number(first.slice(8, 10))}${NO_BREAK}${monthName(first)}` : dayMonthYear(first);
  return `${start} – ${dayMonthYear(last)}`;
}

/** When something happened. @example 'Thu 15 Oct, 11:52–12:39'; 'Thu 15 Oct 22:10 – Fri 16 Oct 01:05'; 'since Thu 15 Oct 22:10' */
export function whenText(start: Instant, end: Instant | null, zone: string): string {
  const from = toLocal(start, zone);
  if (end === null) return `since ${weekday(from)} ${clock(from)}`;
  const to = toLocal(end, zone);
  const nextMidnight = `${addDays(from.slice(0, 10), 1)}T00:00:00`;
  if (from.slice(0, 10) === to.slice(0, 10)) return `${weekday(from)}, ${clock(from)}–${clock(to)}`;
  if (to === nextMidnight) return `${weekday(from)}, ${clock(from)}–24:00`;
  return `${weekday(from)} ${clock(from)} – ${weekday(to)} ${clock(to)}`;
}

function weekday(local: string): string {
  const date = local.slice(0, 10);
  return `${DAYS[dayOfWeek(date) - 1]}${NO_BREAK}${Number(date.slice(8, 10))}${NO_BREAK}${monthName(date).slice(0, 3)}`;
}

function clock(local: string): string {
  return local.slice(11, 16);
}

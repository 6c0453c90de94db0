/**
 * Arithmetic on the bank's wall clock, for writing rows. The sample keeps clear of the nights on which
 * the clocks change, so that a minute on the wall is a minute.
 */

const DAY = 86_400_000;

const asUtc = (date: string): number => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));

/** @example addDays('2026-10-31', 1) // '2026-11-01' */
export function addDays(date: string, days: number): string {
  return new Date(asUtc(date) + days * DAY).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. @example weekday('2026-10-31') // 6 */
export function weekday(date: string): number {
  // 1 January 1970 was a Thursday.
  return ((asUtc(date) / DAY + 3) % 7) + 1;
}

/** A date and minutes after its midnight, as local ISO text. @example at('2026-10-31', 1500) // '2026-11-01T01:00:00' */
export function at(date: string, minutes: number): string {
  return new Date(asUtc(date) + minutes * 60_000).toISOString().slice(0, 19);
}

/** The first dates of `count` months, `first` and those after it. @example monthsFrom('2024-12-01', 2) // ['2024-12-01', '2025-01-01'] */
export function monthsFrom(first: string, count: number): string[] {
  const year = Number(first.slice(0, 4));
  const month = Number(first.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 10));
}

/** Every date of the month that begins on `first`. @example datesOf('2026-02-01').length // 28 */
export function datesOf(first: string): string[] {
  const dates: string[] = [];
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The sample's months: November 2024 to October 2026. */
export const SAMPLE_MONTHS: readonly string[] = monthsFrom('2024-11-01', 24);

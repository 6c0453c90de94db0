import type { LocalDate } from '../time/records';
import { dateFrom } from '../time/zone';

/** A month as a number, so that months can be counted: months since January of year 0. @example monthNumber('2026-10-31') // 24321 */
export function monthNumber(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The first date of a month. @example firstDateOf(24321) // '2026-10-01' */
export function firstDateOf(month: number): LocalDate {
  return dateFrom(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** The last date of a month. @example lastDateOf(24321) // '2026-10-31' */
export function lastDateOf(month: number): LocalDate {
  return dateFrom(Math.floor(month / 12), (month % 12) + 1, 31);
}

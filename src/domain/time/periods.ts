import type { Instant, Interval, LocalDate, LocalDateTime, PeriodKind } from './records';
import { addDays, addMonths, startOfDate, toInstant, toLocal } from './zone';

/** What a period depends on besides its kind and the report month. */
export interface PeriodSettings {
  /** The workbook's zone: months begin at its midnights. */
  readonly zone: string;
  /** Month in which the fiscal year starts, 1 … 12. */
  readonly fiscalYearStarts: number;
  readonly asOf: Instant;
}

/**
 * The calendar month that holds a date.
 *
 * @example monthInterval('2026-03-15', 'Europe/Berlin') // 44,580 minutes: an hour is skipped
 */
export function monthInterval(month: LocalDate, zone: string): Interval {
  return months(firstOfMonth(month), 1, zone);
}

/**
 * The whole period over which a target is judged: the month, quarter, year or fiscal year that holds
 * the report month; or the months or days up to the report month's end, or to As of if that comes
 * first, beginning at the same local date and time (a day which that month lacks becomes its last).
 *
 * @param month any date of the report month
 * @throws RangeError for a count below 1 or not whole.
 */
export function periodOf(kind: PeriodKind, month: LocalDate, { zone, fiscalYearStarts, asOf }: PeriodSettings): Interval {
  const first = firstOfMonth(month);
  const number = Number(first.slice(5, 7)) - 1;
  switch (kind.kind) {
    case 'Month':
      return months(first, 1, zone);
    case 'Quarter':
      return months(addMonths(first, -(number % 3)), 3, zone);
    case 'Year':
      return months(addMonths(first, -number), 12, zone);
    case 'Fiscal year':
      return months(addMonths(first, -((number - (fiscalYearStarts - 1) + 12) % 12)), 12, zone);
    case 'Rolling months':
    case 'Rolling days': {
      if (!Number.isInteger(kind.count) || kind.count < 1) throw new RangeError(`A rolling window of ${kind.count} is none.`);
      const end = Math.min(monthInterval(month, zone).end, asOf);
      return { start: back(kind.kind, kind.count, end, zone), end };
    }
  }
}

/**
 * What of a period is measured: from its start to the earliest of its end, the report month's end and
 * As of. Empty (`end = start`) where As of lies before it.
 */
export function windowOf(kind: PeriodKind, month: LocalDate, settings: PeriodSettings): Interval {
  const { start, end } = periodOf(kind, month, settings);
  return { start, end: Math.max(start, Math.min(end, monthInterval(month, settings.zone).end, settings.asOf)) };
}

/** The first date of the month that holds a date. */
export function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

function months(first: LocalDate, count: number, zone: string): Interval {
  return { start: startOfDate(first, zone), end: startOfDate(addMonths(first, count), zone) };
}

function back(kind: 'Rolling months' | 'Rolling days', count: number, end: Instant, zone: string): Instant {
  const local: LocalDateTime = toLocal(end, zone);
  const date = local.slice(0, 10);
  const earlier = kind === 'Rolling months' ? addMonths(date, -count) : addDays(date, -count);
  return toInstant(`${earlier}${local.slice(10)}`, zone);
}

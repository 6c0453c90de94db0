/**
 * Time as the domain sees it.
 *
 * Inside, time is absolute: whole seconds since 1970-01-01T00:00:00Z. Local dates and wall-clock
 * times appear only in the rows of calendars, as ISO text without a zone.
 */

/** Whole seconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** `2026-10-31`: a date on some zone's wall calendar. Compares correctly as text. */
export type LocalDate = string;

/** `2026-10-31T02:30:00`: a date and time on some zone's wall clock. Compares correctly as text. */
export type LocalDateTime = string;

/** Half-open: `start` belongs to it, `end` does not. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * Many intervals as one ascending list of instants `[start0, end0, start1, end1, …]`, each
 * `start < end`, none touching the next. Every sweep runs over these.
 */
export type IntervalSet = readonly number[];

/** The stretch of time over which something is judged; the report month lies in it. */
export type PeriodKind =
  | { readonly kind: 'Month' | 'Quarter' | 'Year' | 'Fiscal year' }
  | { readonly kind: 'Rolling months' | 'Rolling days'; readonly count: number };

/** Where a record was read: the row of the worksheet (1-based) and the fields that could not be read. */
export interface SourceRow {
  /** Worksheet row, 1-based; 0 where a record has no row of its own. */
  readonly row: number;
  /**
   * Fields whose cell holds something unreadable or unknown. Their value is null or, where the type
   * has no null, `''` or NaN: whoever forgets to look gets no figure rather than a wrong one.
   */
  readonly unreadable?: readonly string[];
}

/** One row of `ServiceHours`. */
export interface ServiceHoursRow extends SourceRow {
  readonly calendar: string;
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  /** Seconds after local midnight, 0 … 86400. */
  readonly start: number;
  /** Seconds after local midnight, 0 … 86400; at or before `start` it runs past midnight; 0 with start 0 is all day. */
  readonly end: number;
  /** First date of the season, inclusive; null: open. */
  readonly from: LocalDate | null;
  /** Last date of the season, inclusive; null: open. */
  readonly until: LocalDate | null;
  /** IANA zone of the hours; null: the workbook's. */
  readonly zone: string | null;
}

/** One row of `Holidays`. */
export interface HolidayRow extends SourceRow {
  /** null: every calendar. */
  readonly calendar: string | null;
  readonly date: LocalDate;
  readonly name: string | null;
  /** Special hours, seconds after local midnight; both null or 0: closed that day. */
  readonly start: number | null;
  readonly end: number | null;
}

/** One row of `Maintenance`. */
export interface MaintenanceRow extends SourceRow {
  readonly calendar: string;
  /** Wall clock of the first window, in `zone`. */
  readonly start: LocalDateTime;
  /** Minutes on the wall clock. */
  readonly minutes: number;
  /** null: once; else one of the phrases of the contract, or an RFC 5545 RRULE. */
  readonly repeats: string | null;
  /** Last date on which a window may start, inclusive. */
  readonly until: LocalDate | null;
  readonly zone: string | null;
}

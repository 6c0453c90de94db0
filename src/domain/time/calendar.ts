import { EMPTY, clip, duration, normalise, subtract, union } from './intervals';
import type { HolidayRow, Interval, IntervalSet, LocalDate, ServiceHoursRow } from './records';
import { DAY, clockAt, dateOf, epochDay, instantOf, weekdayOf } from './zone';

/** Hours of one date: seconds after its midnight; the end may lie on the next date. */
interface Hours {
  readonly start: number;
  readonly end: number;
}

/** Rows with the same From and Until dates. Days since 1970-01-01, both inclusive, open ends infinite. */
interface Season {
  readonly from: number;
  readonly until: number;
  /** By day of the week, 1 … 7. */
  readonly hours: readonly (readonly Hours[])[];
}

/** One service calendar: hours by season, its holidays, and the zone of both. */
export interface Calendar {
  readonly name: string;
  readonly zone: string;
  /** In the order in which they are asked: the season whose first row stands lowest first, undated rows last. */
  readonly seasons: readonly Season[];
  /** Hours of single dates (days since 1970-01-01): none when closed. */
  readonly holidays: ReadonlyMap<number, readonly Hours[]>;
  /** Rows of this calendar that could not be read, as table and worksheet row: figures by it may be wrong. */
  readonly leftOut: readonly { readonly table: 'ServiceHours' | 'Holidays'; readonly row: number }[];
}

/** A calendar that cannot be used, and why. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  constructor(
    readonly reason: 'unknown-calendar' | 'several-zones',
    readonly calendar: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The calendar of a name, from the rows of `ServiceHours` and `Holidays`. A blank name is null: open
 * around the clock, which no holiday touches (see `aroundTheClock` for the other reading).
 *
 * Rows that share their From and Until dates are a season. On a date that several cover, undated rows
 * give way to any season; among seasons the one whose first row stands lowest in the table wins,
 * whole. Names compare without case. Rows marked unreadable stay out and are listed in `leftOut`.
 *
 * @param zone the zone of rows that name none
 * @throws CalendarError when the name has no rows, or its rows name different zones.
 */
export function selectCalendar(name: string | null, hours: readonly ServiceHoursRow[], holidays: readonly HolidayRow[], zone: string): Calendar | null {
  if (name === null || name.trim() === '') return null;
  const key = calendarKey(name);
  const rows = hours.filter((row) => calendarKey(row.calendar) === key);
  if (rows.length === 0) throw new CalendarError('unknown-calendar', name, `No service hours are given for the calendar ${name}.`);

  const readable = rows.filter((row) => !row.unreadable?.length);
  const zones = new Map(readable.map((row) => [calendarKey(row.zone ?? zone), row.zone ?? zone]));
  if (zones.size > 1) throw new CalendarError('several-zones', name, `The rows of the calendar ${name} name several time zones: ${[...zones.values()].join(', ')}.`);

  const holidayRows = holidays.filter((row) => row.calendar === null || calendarKey(row.calendar) === key);
  return {
    name,
    zone: [...zones.values()][0] ?? zone,
    seasons: seasonsOf(readable),
    holidays: holidaysOf(holidayRows),
    leftOut: [
      ...rows.filter((row) => row.unreadable?.length).map(({ row }) => ({ table: 'ServiceHours' as const, row })),
      ...holidayRows.filter((row) => row.unreadable?.length).map(({ row }) => ({ table: 'Holidays' as const, row })),
    ],
  };
}

/**
 * Open around the clock except on holidays: what a custom function means that is given holidays and no
 * hours. Reports mean something else by a blank calendar name: null, the whole window.
 */
export function aroundTheClock(holidays: readonly HolidayRow[], zone: string): Calendar {
  const always: ServiceHoursRow = { row: 0, calendar: '', days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: DAY, from: null, until: null, zone };
  return { name: '24×7', zone, seasons: seasonsOf([always]), holidays: holidaysOf(holidays), leftOut: [] };
}

/**
 * Service time inside a window: service hours less holidays. Null is 24×7: the whole window.
 *
 * Hours are put on each date's wall clock (`compatible` where the clock skips or repeats); hours that
 * run past midnight belong to the date on which they start.
 *
 * @example
 * const office = selectCalendar('Office', rows, [], 'Europe/Berlin'); // Mon-Fri 08:00–18:00
 * duration(serviceTime(monthInterval('2026-03-01', 'Europe/Berlin'), office)) // 22 days × 10 h = 792000
 */
export function serviceTime(window: Interval, calendar: Calendar | null): IntervalSet {
  if (!(window.start < window.end)) return EMPTY;
  if (calendar === null) return [window.start, window.end];
  return clip(expanded(calendar, window.start, window.end), window.start, window.end);
}

/** Whether any hours start on a date (days since 1970-01-01): what counts as a business day. */
export function hasHours(calendar: Calendar | null, day: number): boolean {
  if (calendar === null) return true;
  return hoursOf(calendar, day).some(({ start, end }) => instantOf(day * DAY + start, calendar.zone) < instantOf(day * DAY + end, calendar.zone));
}

/** A date of a calendar inside a window. */
export interface ServiceDate {
  /** On the wall calendar of the hours' zone. */
  readonly date: LocalDate;
  /** Service time of the window that begins on it. */
  readonly seconds: number;
  /** A holiday removed or changed its hours inside the window. */
  readonly isHoliday: boolean;
}

/**
 * Service time of a window by the date on which it begins: the seconds add up to those of
 * `serviceTime`. Hours past midnight belong to the date on which they start; where those of two dates
 * overlap, to the earlier. Dates with neither service time nor a holiday that took it are left out.
 *
 * @param zone whose dates count for a calendar that is null (24×7)
 * @example
 * // Mon-Fri 08:00–18:00, Thursday 31 December to Monday 4 January, Friday a holiday
 * serviceDates(window, office, zone) // 31 Dec 36000, 1 Jan 0 and isHoliday, 4 Jan 36000
 */
export function serviceDates(window: Interval, calendar: Calendar | null, zone: string): ServiceDate[] {
  const dates: ServiceDate[] = [];
  if (!(window.start < window.end)) return dates;
  const [first, last] = daysAround(window.start, window.end, calendar?.zone ?? zone);
  let before: IntervalSet = EMPTY;
  for (let day = first; day <= last; day++) {
    const hours = calendar === null ? clip([instantOf(day * DAY, zone), instantOf((day + 1) * DAY, zone)], window.start, window.end) : hoursIn(window, hoursOf(calendar, day), day, calendar.zone);
    const seconds = duration(subtract(hours, before));
    const isHoliday = calendar !== null && calendar.holidays.has(day) && !sameSet(hours, hoursIn(window, regularHours(calendar, day), day, calendar.zone));
    if (seconds > 0 || isHoliday) dates.push({ date: dateOf(day), seconds, isHoliday });
    before = union(clip(before, instantOf((day - 1) * DAY, calendar?.zone ?? zone), window.end), hours);
  }
  return dates;
}

function hoursIn(window: Interval, hours: readonly Hours[], day: number, zone: string): IntervalSet {
  return clip(normalise(hours.map(({ start, end }) => ({ start: instantOf(day * DAY + start, zone), end: instantOf(day * DAY + end, zone) }))), window.start, window.end);
}

function sameSet(a: IntervalSet, b: IntervalSet): boolean {
  return a.length === b.length && a.every((instant, i) => instant === b[i]);
}

const YEAR = 366 * DAY;
/** Beyond this a calendar's expansion is not kept. */
const KEPT = 60 * YEAR;
const expansions = new WeakMap<Calendar, { start: number; end: number; set: IntervalSet }>();

/**
 * Service time of a stretch that holds at least [start, end), in whole years. It is kept with the
 * calendar, so that many short questions about one calendar cost one expansion.
 */
export function expanded(calendar: Calendar, start: number, end: number): IntervalSet {
  const kept = expansions.get(calendar);
  if (kept && kept.start <= start && end <= kept.end) return kept.set;
  const from = Math.floor(Math.min(start, kept?.start ?? start) / YEAR) * YEAR;
  const to = Math.ceil(Math.max(end, kept?.end ?? end) / YEAR) * YEAR;
  if (to - from > KEPT) return expand(calendar, start, end);
  const set = expand(calendar, from, to);
  expansions.set(calendar, { start: from, end: to, set });
  return set;
}

/** Hours of every date whose hours may reach into [start, end), cut to it. */
function expand(calendar: Calendar, start: number, end: number): IntervalSet {
  const { zone } = calendar;
  const [first, last] = daysAround(start, end, zone);
  const intervals: Interval[] = [];
  for (let day = first; day <= last; day++) {
    for (const hours of hoursOf(calendar, day)) {
      intervals.push({ start: instantOf(day * DAY + hours.start, zone), end: instantOf(day * DAY + hours.end, zone) });
    }
  }
  return clip(normalise(intervals), start, end);
}

/** First and last day whose hours may reach into [start, end): hours last at most two dates, and a zone's clock may jump by a whole one. */
function daysAround(start: number, end: number, zone: string): [number, number] {
  return [Math.floor(clockAt(start, zone) / DAY) - 3, Math.floor(clockAt(end, zone) / DAY) + 1];
}

const CLOSED: readonly Hours[] = [];

function hoursOf(calendar: Calendar, day: number): readonly Hours[] {
  return calendar.holidays.get(day) ?? regularHours(calendar, day);
}

/** Hours of a date by its season, as if it were no holiday. */
function regularHours(calendar: Calendar, day: number): readonly Hours[] {
  for (const season of calendar.seasons) {
    if (season.from <= day && day <= season.until) return season.hours[weekdayOf(day)]!;
  }
  return CLOSED;
}

function seasonsOf(rows: readonly ServiceHoursRow[]): Season[] {
  const seasons = new Map<string, Season & { hours: Hours[][] }>();
  for (const row of rows) {
    const key = `${row.from ?? ''}/${row.until ?? ''}`;
    let season = seasons.get(key);
    if (!season) {
      season = { from: dayOr(row.from, -Infinity), until: dayOr(row.until, Infinity), hours: Array.from({ length: 8 }, () => []) };
      seasons.set(key, season);
    }
    for (const weekday of row.days) season.hours[weekday]?.push(hoursFrom(row.start, row.end));
  }
  const undated = seasons.get('/');
  seasons.delete('/');
  return [...[...seasons.values()].reverse(), ...(undated ? [undated] : [])];
}

function holidaysOf(rows: readonly HolidayRow[]): Map<number, Hours[]> {
  const dates = new Map<number, Hours[]>();
  for (const row of rows) {
    if (row.unreadable?.length) continue;
    const day = epochDay(row.date);
    const hours = dates.get(day) ?? [];
    if (row.start || row.end) hours.push(hoursFrom(row.start ?? 0, row.end ?? 0));
    dates.set(day, hours);
  }
  return dates;
}

/** An end at or before the start lies on the next date; 0–0 is all day. */
function hoursFrom(start: number, end: number): Hours {
  return { start, end: end <= start ? end + DAY : end };
}

function dayOr(date: LocalDate | null, open: number): number {
  return date === null ? open : epochDay(date);
}

/** A calendar's name as names are compared: trimmed, runs of white space as one, without case. */
export function calendarKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

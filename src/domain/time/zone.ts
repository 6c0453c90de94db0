/**
 * Wall clocks and time zones.
 *
 * Dates and wall-clock times are ISO text or, where many are handled, whole days and seconds on a
 * clock without a zone (1970-01-01T00:00:00 is 0). Temporal knows the zones; its answers are kept per
 * zone and year, so that conversion in a loop is arithmetic.
 */
import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate, LocalDateTime } from './records';

export const DAY = 86_400;

/** The offset of one zone from UTC, in seconds, for every instant. */
interface ZoneOffsets {
  offsetAt(instant: Instant): number;
}

/** One stretch of about a year: from `starts[i]` on, until the next, `offsets[i]` holds. */
interface Stretch {
  readonly starts: number[];
  readonly offsets: number[];
}

const STRETCH = 366 * DAY;
/** Instants that Temporal can hold, in seconds; nothing beyond is asked of it. */
const LIMIT = 8.64e12 - STRETCH;
const zones = new Map<string, ZoneOffsets>();

/**
 * The instant of a wall-clock time. A time that a clock change skips moves forward by the length of
 * the gap; of a time that it repeats, the first counts (Temporal's `compatible`).
 *
 * @throws RangeError for an unknown zone.
 * @example toInstant('2026-03-29T02:30:00', 'Europe/Berlin') // 1774747800, 03:30 in summer time
 */
export function toInstant(local: LocalDateTime, zone: string): Instant {
  return instantOf(clockOf(local), zone);
}

/** The wall-clock time of an instant. `toLocal(0, 'Asia/Kolkata') // '1970-01-01T05:30:00'` */
export function toLocal(instant: Instant, zone: string): LocalDateTime {
  return localOf(clockAt(instant, zone));
}

/** An instant as ISO text with the zone's offset. `toIso(0, 'Asia/Kolkata') // '1970-01-01T05:30:00+05:30'` */
export function toIso(instant: Instant, zone: string): string {
  const offset = clockAt(instant, zone) - instant;
  // Offsets of before standard time have seconds, which ISO 8601 has not: those are written in UTC.
  if (offset % 60 !== 0) return `${localOf(instant)}Z`;
  const clock = localOf(Math.abs(offset)).slice(11, 16);
  return `${toLocal(instant, zone)}${offset < 0 ? '-' : '+'}${clock}`;
}

/** The instant at which a date begins: midnight, or the first moment after a skipped midnight. */
export function startOfDate(date: LocalDate, zone: string): Instant {
  return instantOf(epochDay(date) * DAY, zone);
}

/** The instant of seconds on the wall clock: `toInstant` for loops. */
export function instantOf(clock: number, zone: string): Instant {
  const { offsetAt } = offsetsOf(zone);
  const before = offsetAt(clock - DAY);
  const after = offsetAt(clock + DAY);
  if (before === after && offsetAt(clock - before) === before) return clock - before;
  const candidates = [clock - before, clock - after].sort((a, b) => a - b);
  for (const instant of candidates) if (instant + offsetAt(instant) === clock) return instant;
  return clock - before;
}

/** Seconds on the wall clock at an instant: `toLocal` for loops. */
export function clockAt(instant: Instant, zone: string): number {
  return instant + offsetsOf(zone).offsetAt(instant);
}

/** Whether a clock change skips this reading of the wall clock. */
export function isSkipped(clock: number, zone: string): boolean {
  return clockAt(instantOf(clock, zone), zone) !== clock;
}

/** Seconds on the wall clock of ISO text. `clockOf('1970-01-02T00:00:05') // 86405` */
export function clockOf(local: LocalDateTime): number {
  return Date.parse(`${local}Z`) / 1000;
}

/** ISO text of seconds on the wall clock. `localOf(86405) // '1970-01-02T00:00:05'` */
export function localOf(clock: number): LocalDateTime {
  return new Date(clock * 1000).toISOString().slice(0, 19);
}

/** Days since 1970-01-01. `epochDay('1970-02-01') // 31` */
export function epochDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** `dateOf(31) // '1970-02-01'` */
export function dateOf(day: number): LocalDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** `addDays('2026-12-31', 1) // '2027-01-01'` */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(epochDay(date) + days);
}

/**
 * The same day of the month some months on; a day which that month lacks becomes its last.
 *
 * @example addMonths('2026-03-31', -1) // '2026-02-28'
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = year * 12 + (month - 1) + months;
  return dateFrom(Math.floor(first / 12), (((first % 12) + 12) % 12) + 1, day);
}

/** The date of a year, month and day, the day capped at the month's length. */
export function dateFrom(year: number, month: number, day: number): LocalDate {
  const text = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${text(year, 4)}-${text(month, 2)}-${text(Math.min(day, daysInMonth(year, month)), 2)}`;
}

/** `daysInMonth(2028, 2) // 29` */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 1 Monday … 7 Sunday. `dayOfWeek('1970-01-01') // 4` */
export function dayOfWeek(date: LocalDate): number {
  return weekdayOf(epochDay(date));
}

/** 1 Monday … 7 Sunday, of days since 1970-01-01. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Whether a name is a zone of the IANA database (upper and lower case alike). `isZone('Mars/Olympus') // false` */
export function isZone(name: string): boolean {
  try {
    offsetsOf(name);
    return true;
  } catch {
    return false;
  }
}

function offsetsOf(zone: string): ZoneOffsets {
  let known = zones.get(zone);
  if (!known) {
    known = readZone(zone);
    zones.set(zone, known);
  }
  return known;
}

function readZone(zone: string): ZoneOffsets {
  // Offsets such as +01:00 are no zones of the database, though Temporal takes them.
  if (!/^[A-Za-z]/.test(zone)) throw new RangeError(`${zone} is not a time zone.`);
  const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
  const offsetOf = (moment: Temporal.ZonedDateTime) => Math.round(moment.offsetNanoseconds / 1e9);
  at(0);

  const stretches = new Map<number, Stretch>();
  const readStretch = (index: number): Stretch => {
    const start = index * STRETCH;
    let moment = at(start);
    const stretch: Stretch = { starts: [start], offsets: [offsetOf(moment)] };
    for (;;) {
      const next = moment.getTimeZoneTransition('next');
      if (!next || next.epochMilliseconds >= (start + STRETCH) * 1000) return stretch;
      stretch.starts.push(Math.ceil(next.epochMilliseconds / 1000));
      stretch.offsets.push(offsetOf(next));
      moment = next;
    }
  };
  return {
    offsetAt(instant) {
      const index = Math.floor(Math.max(-LIMIT, Math.min(LIMIT, instant)) / STRETCH);
      let stretch = stretches.get(index);
      if (!stretch) {
        stretch = readStretch(index);
        stretches.set(index, stretch);
      }
      let i = stretch.starts.length - 1;
      while (i > 0 && stretch.starts[i]! > instant) i--;
      return stretch.offsets[i]!;
    },
  };
}

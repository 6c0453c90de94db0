import type { UncoveredHours } from '../../figures';
import { type Calendar, serviceTime } from '../../time/calendar';
import { duration, subtract } from '../../time/intervals';
import type { Interval, IntervalSet } from '../../time/records';
import { clockAt, dateOf, DAY, instantOf, weekdayOf } from '../../time/zone';

/** Hours of an SLA that a link leaves open. */
export interface Uncovered {
  readonly seconds: number;
  /** Averaged over the window, in weeks of seven dates. */
  readonly secondsPerWeek: number;
  readonly hours: readonly UncoveredHours[];
}

/** A list is for people: what does not fit is in the seconds. */
const MOST_ENTRIES = 12;

/**
 * The service time of an SLA that is none of a link's, both on absolute time in their own zones, over
 * a window that begins and ends at midnights of the workbook.
 *
 * The list tells it by day of the week and time on the SLA's wall clock, cut at midnights. Dates that are
 * holidays of either are left out of the pattern, so that a holiday does not end a stretch; what is open
 * on them and not usual stands by itself. The longest-lasting come first, at most twelve.
 *
 * @param zone of the wall clock where the SLA is 24×7
 * @example
 * // 24×7 against Mon–Fri 07:00–19:00
 * uncoveredHours(null, office, year, 'UTC').hours // Mon–Fri 0:00–7:00, Mon–Fri 19:00–24:00, Sat–Sun 0:00–24:00
 */
export function uncoveredHours(promised: Calendar | null, covered: Calendar | null, window: Interval, zone: string): Uncovered {
  const open = subtract(serviceTime(window, promised), serviceTime(window, covered));
  const clock = promised?.zone ?? zone;
  const first = dayAt(window.start, clock);
  const days = dayAt(window.end - 1, clock) - first + 1;
  const seconds = duration(open);
  const special = (day: number): boolean => Boolean(promised?.holidays.has(day)) || (covered !== null && isHolidayIn(covered, day, clock));
  return { seconds, secondsPerWeek: (seconds * 7) / days, hours: open.length === 0 ? [] : stretches(piecesOf(open, clock), first, first + days - 1, special) };
}

function dayAt(instant: number, zone: string): number {
  return Math.floor(clockAt(instant, zone) / DAY);
}

/** Whether a date of the wall clock touches a holiday of a calendar in its own zone. */
function isHolidayIn({ holidays, zone }: Calendar, day: number, clock: string): boolean {
  const last = dayAt(instantOf((day + 1) * DAY, clock) - 1, zone);
  for (let own = dayAt(instantOf(day * DAY, clock), zone); own <= last; own++) if (holidays.has(own)) return true;
  return false;
}

/** Times of one date, in seconds after its midnight, and the dates on which they are open. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Ascending, as days since 1970-01-01. */
  readonly dates: Set<number>;
}

function piecesOf(open: IntervalSet, zone: string): Piece[] {
  const pieces = new Map<string, Piece>();
  for (let i = 0; i < open.length; i += 2) {
    const end = clockAt(open[i + 1]! - 1, zone) + 1;
    for (let from = clockAt(open[i]!, zone); from < end; ) {
      const day = Math.floor(from / DAY);
      const to = Math.min(end, (day + 1) * DAY);
      const key = `${from - day * DAY}/${to - day * DAY}`;
      let piece = pieces.get(key);
      if (!piece) pieces.set(key, (piece = { start: from - day * DAY, end: to - day * DAY, dates: new Set() }));
      piece.dates.add(day);
      from = to;
    }
  }
  return [...pieces.values()];
}

/** A time of one day of the week through consecutive weeks. Days since 1970-01-01. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly weekday: number;
  readonly from: number;
  readonly until: number;
  /** The stretch may be widened to these without taking in a date on which the time is not open. */
  readonly earliest: number;
  readonly latest: number;
  /** Only dates that are holidays. */
  readonly exception: boolean;
}

function stretches(pieces: readonly Piece[], first: number, last: number, isSpecial: (day: number) => boolean): UncoveredHours[] {
  const runs = pieces.flatMap((piece) => [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => runsOf(piece, weekday, first, last, isSpecial)));
  const merged: (Run & { days: number[] })[] = [];
  for (const run of runs) {
    const same = merged.find((one) => !one.exception && !run.exception && one.start === run.start && one.end === run.end && Math.max(one.earliest, run.earliest) <= Math.min(one.from, run.from) && Math.max(one.until, run.until) <= Math.min(one.latest, run.latest));
    if (!same) {
      merged.push({ ...run, days: [run.weekday] });
      continue;
    }
    const { from, until, earliest, latest, days } = same;
    Object.assign(same, { from: Math.min(from, run.from), until: Math.max(until, run.until), earliest: Math.max(earliest, run.earliest), latest: Math.min(latest, run.latest), days: [...days, run.weekday] });
  }
  const entries = merged.map((run) => ({ ...run, from: run.earliest === first ? first : run.from, until: run.latest === last ? last : run.until }));
  entries.sort((a, b) => Number(a.exception) - Number(b.exception) || b.until - b.from - (a.until - a.from) || a.from - b.from || a.days[0]! - b.days[0]! || a.start - b.start);
  return entries.slice(0, MOST_ENTRIES).map(({ from, until, days, start, end }) => ({ from: dateOf(from), until: dateOf(until), days, start, end }));
}

/** Consecutive weeks in which a time is open on a day of the week; holidays neither end nor make a run. */
function runsOf({ start, end, dates }: Piece, weekday: number, first: number, last: number, isSpecial: (day: number) => boolean): Run[] {
  const runs: Run[] = [];
  const exceptions: number[] = [];
  let from: number | null = null;
  let until = first;
  let earliest = first;
  const close = (latest: number): void => {
    if (from !== null) runs.push({ start, end, weekday, from, until, earliest, latest, exception: false });
    from = null;
  };
  for (let day = first + ((weekday - weekdayOf(first) + 7) % 7); day <= last; day += 7) {
    const isOpen = dates.has(day);
    if (isSpecial(day)) {
      if (isOpen) exceptions.push(day);
    } else if (isOpen) {
      from ??= day;
      until = day;
    } else {
      close(day - 1);
      earliest = day + 1;
    }
  }
  close(last);
  const usual = (day: number): boolean => runs.some(({ earliest, latest }) => earliest <= day && day <= latest);
  return [...runs, ...exceptions.filter((day) => !usual(day)).map((day): Run => ({ start, end, weekday, from: day, until: day, earliest: day, latest: day, exception: true }))];
}

import { type Calendar, expanded, hasHours } from './calendar';
import { firstEndingAfter } from './intervals';
import type { Instant } from './records';
import { isOpen } from './service-clock';
import { DAY, addMonths, clockAt, clockOf, instantOf, localOf } from './zone';

export type DeadlineUnit = 'minutes' | 'hours' | 'days';

const SECONDS = { minutes: 60, hours: 3600 } as const;
const LIMIT_MONTHS = 120;
const LAST = clockOf('9999-12-31T23:59:59');
/** How far the calendar is expanded at a time. */
const STEP = 120 * DAY;

/**
 * The earliest instant at which an amount of service time has passed since `start`; a deadline at
 * closing time is closing time. Null when that is not reached within 10 years.
 *
 * - `minutes`, `hours`: rounded to the second. Negative: the latest instant from which that much
 *   passes until `start`.
 * - `days` (whole): the same local time on the date that many dates with service hours later, moved to
 *   the next open moment at or after it. Negative: that many earlier, moved back to the last closing
 *   when it is closed then.
 * - 0: the start, moved to the next open moment.
 *
 * @param calendar null: 24×7
 * @param zone the local time of days when the calendar is null
 * @example deadline(fridayAt17, 120, 'minutes', office, zone) // Mon-Fri 08:00–18:00: Monday 09:00
 * @throws RangeError for days that are not whole.
 */
export function deadline(start: Instant, amount: number, unit: DeadlineUnit, calendar: Calendar | null, zone: string): Instant | null {
  if (unit === 'days' && !Number.isInteger(amount)) throw new RangeError('Days are whole.');
  const localZone = calendar?.zone ?? zone;
  // Whole days or whole seconds.
  const much = unit === 'days' ? amount : Math.round(amount * SECONDS[unit]);
  const limit = monthsFrom(start, much < 0 ? -LIMIT_MONTHS : LIMIT_MONTHS, localZone);
  const within = (instant: Instant | null) => (instant !== null && (much < 0 ? limit <= instant : instant <= limit) ? instant : null);

  if (much === 0) return nextOpen(start, calendar, limit);
  if (unit === 'days') return within(daysFrom(start, much, calendar, localZone, limit));
  if (calendar === null) return within(start + much);
  return much > 0 ? forward(start, much, calendar, limit) : backward(start, -much, calendar, limit);
}

/** The same local date and time some months on, at most the end of the year 9999. */
function monthsFrom(start: Instant, months: number, zone: string): Instant {
  const local = localOf(Math.min(clockAt(start, zone), LAST));
  const date = addMonths(local.slice(0, 10), months);
  return instantOf(date.length > 10 ? LAST : clockOf(`${date}${local.slice(10)}`), zone);
}

function forward(start: Instant, seconds: number, calendar: Calendar, latest: Instant): Instant | null {
  let left = seconds;
  for (let from = start; from < latest; from += STEP) {
    const to = Math.min(from + STEP, latest);
    const open = expanded(calendar, from, to);
    for (let i = firstEndingAfter(open, from); i < open.length && open[i]! < to; i += 2) {
      const begin = Math.max(open[i]!, from);
      const length = Math.min(open[i + 1]!, to) - begin;
      if (left <= length) return begin + left;
      left -= length;
    }
  }
  return null;
}

function backward(start: Instant, seconds: number, calendar: Calendar, earliest: Instant): Instant | null {
  let left = seconds;
  for (let to = start; to > earliest; to -= STEP) {
    const from = Math.max(to - STEP, earliest);
    const open = expanded(calendar, from, to);
    let i = firstEndingAfter(open, to);
    if (i >= open.length || open[i]! >= to) i -= 2;
    for (; i >= 0 && open[i + 1]! > from; i -= 2) {
      const end = Math.min(open[i + 1]!, to);
      const length = end - Math.max(open[i]!, from);
      if (left <= length) return end - left;
      left -= length;
    }
  }
  return null;
}

function daysFrom(start: Instant, days: number, calendar: Calendar | null, zone: string, limit: Instant): Instant | null {
  const clock = clockAt(start, zone);
  const step = Math.sign(days);
  let day = Math.floor(clock / DAY);
  const time = clock - day * DAY;
  for (let left = Math.abs(days); left > 0; ) {
    day += step;
    if (days < 0 ? instantOf((day + 1) * DAY, zone) < limit : instantOf(day * DAY, zone) > limit) return null;
    if (hasHours(calendar, day)) left--;
  }
  const instant = instantOf(day * DAY + time, zone);
  return days > 0 ? nextOpen(instant, calendar, limit) : lastOpen(instant, calendar, limit);
}

/** The first open moment at or after an instant. */
function nextOpen(instant: Instant, calendar: Calendar | null, latest: Instant): Instant | null {
  if (calendar === null || isOpen(instant, calendar)) return instant;
  for (let from = instant; from < latest; from += STEP) {
    const open = expanded(calendar, from, Math.min(from + STEP, latest));
    const next = open[firstEndingAfter(open, from)];
    if (next !== undefined) return next <= latest ? Math.max(next, instant) : null;
  }
  return null;
}

/** The instant itself where it is open, else the last closing at or before it. */
function lastOpen(instant: Instant, calendar: Calendar | null, earliest: Instant): Instant | null {
  if (calendar === null || isOpen(instant, calendar)) return instant;
  for (let to = instant; to > earliest; to -= STEP) {
    const open = expanded(calendar, Math.max(to - STEP, earliest), to);
    const i = firstEndingAfter(open, to);
    if (i > 0) return open[i - 1]! >= earliest ? open[i - 1]! : null;
  }
  return null;
}

/**
 * Dates and times as other tools write them. Nothing is guessed: where `03/04/2026` may be the third
 * of April or the fourth of March, the whole file decides, and if it cannot, the user is asked.
 */
import { parseIso } from '../../domain/time/serial';
import { clockOf, DAY, dateFrom, daysInMonth } from '../../domain/time/zone';

export type DateOrder = 'dmy' | 'mdy';

/** A date and time with its readings, in seconds on its wall clock; null: not a date when read so. */
export interface Moment {
  readonly dmy: number | null;
  readonly mdy: number | null;
  /** Seconds from UTC where the text says so. */
  readonly offset: number | null;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
/** Seconds since 1970 that an export may hold: from 2000 to 2100. */
const EPOCH_FROM = 946_684_800;
const EPOCH_TO = 4_102_444_800;

const NUMERIC = String.raw`(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})`;
const DAY_FIRST = String.raw`(\d{1,2})[ /.-]+(\p{L}{3,9})\.?[ /.,-]+(\d{4}|\d{2})`;
const MONTH_FIRST = String.raw`(\p{L}{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})`;
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? *([ap]\.?m\.?)?`;
const WHOLE = new RegExp(`^(?:\\p{L}{3,9},? +(?=\\d))?(?:${NUMERIC}|${DAY_FIRST}|${MONTH_FIRST})(?:(?:,| at)?[ T]+${TIME})? *(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?$`, 'iu');

const same = (clock: number, offset: number | null = null): Moment => ({ dmy: clock, mdy: clock, offset });

function clockAtMidnight(year: number, month: number, day: number): number | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? clockOf(`${dateFrom(year, month, day)}T00:00:00`) : null;
}

/** `26` is 2026. */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

function monthOf(name: string): number {
  const word = name.toLowerCase();
  return MONTHS.findIndex((month) => month === word || month.slice(0, 3) === word || (word === 'sept' && month === 'september')) + 1;
}

/** Seconds after midnight; null: no such time. */
function timeOf(hour: string | undefined, minute: string | undefined, second: string | undefined, half: string | undefined): number | null {
  if (hour === undefined) return 0;
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (m > 59 || s > 59 || (half ? h < 1 || h > 12 : h > 24)) return null;
  const seconds = (half ? (h % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0) : h) * 3600 + m * 60 + s;
  return seconds <= DAY ? seconds : null;
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/**
 * Reads ISO 8601, `dd/mm/yyyy`, `mm/dd/yyyy`, `dd.mm.yyyy`, `2026/10/07`, `12/Nov/26 3:04 PM`,
 * `Nov 12, 2026 15:04`, with or without time and offset, and seconds or milliseconds since 1970.
 *
 * @returns null for anything else, a bare number of days included: no cell of an export says its date so
 * @example readMoment('03/04/2026 09:10') // { dmy: 1775207400, mdy: 1772615400, offset: null }
 */
export function readMoment(input: string): Moment | null {
  const text = input.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const iso = parseIso(text);
  if (iso?.kind === 'instant') return same(iso.instant, 0);
  if (iso?.kind === 'local') return same(clockOf(iso.local));
  if (iso?.kind === 'date') return same(clockOf(`${iso.date}T00:00:00`));
  if (/^\d{9,10}(\.\d+)?$|^\d{12,13}$/.test(text)) {
    const seconds = Math.round(/^\d{12}/.test(text) ? Number(text) / 1000 : Number(text));
    return seconds >= EPOCH_FROM && seconds < EPOCH_TO ? same(seconds, 0) : null;
  }
  const match = WHOLE.exec(text);
  if (!match) return null;
  const [, a, separator, b, c, day, monthName, year, firstMonth, secondDay, lastYear, hour, minute, second, half, zone] = match;
  const time = timeOf(hour, minute, second, half);
  if (time === null) return null;
  const at = (y: number, m: number, d: number): number | null => {
    const midnight = clockAtMidnight(y, m, d);
    return midnight === null ? null : midnight + time;
  };
  const readings = ((): [number | null, number | null] => {
    if (monthName !== undefined) return twice(at(fullYear(year!), monthOf(monthName), Number(day)));
    if (firstMonth !== undefined) return twice(at(Number(lastYear), monthOf(firstMonth), Number(secondDay)));
    if (a!.length === 4) return twice(at(Number(a), Number(b), Number(c)));
    // A year of two digits may stand at either end, unless dots say that the day is first.
    if (a!.length > 2 || !(c!.length === 4 || (c!.length === 2 && separator === '.'))) return [null, null];
    const dayFirst = at(fullYear(c!), Number(b), Number(a));
    return separator === '.' ? twice(dayFirst) : [dayFirst, at(fullYear(c!), Number(a), Number(b))];
  })();
  return readings[0] === null && readings[1] === null ? null : { dmy: readings[0], mdy: readings[1], offset: offsetOf(zone?.toUpperCase()) };
}

const twice = (clock: number | null): [number | null, number | null] => [clock, clock];

/** A date of the file that decides the order, or does not. */
export interface DateExample {
  readonly line: number;
  readonly column: string;
  readonly text: string;
  readonly moment: Moment;
}

export interface DateOrderFound {
  /** null: no date of the file needs it. */
  readonly order: DateOrder | 'ask' | null;
  /** `contradiction`: some dates can only be read one way, some only the other. */
  readonly because: 'a value above 12' | 'ends after starts' | 'contradiction' | 'ambiguous' | null;
  readonly examples: readonly DateExample[];
}

/**
 * Decides the order of day and month from all dates of a file.
 *
 * @param dates every date of every column, in the order of the file
 * @param spans start and end of the same row
 * @example decideOrder([{ line: 2, column: 'Opened', text: '31/12/2026', moment: readMoment('31/12/2026')! }], []).order // 'dmy'
 */
export function decideOrder(dates: readonly DateExample[], spans: readonly (readonly [Moment, Moment])[]): DateOrderFound {
  const dayFirst = dates.find(({ moment }) => moment.mdy === null);
  const monthFirst = dates.find(({ moment }) => moment.dmy === null);
  if (dayFirst && monthFirst) return { order: 'ask', because: 'contradiction', examples: [dayFirst, monthFirst] };
  if (dayFirst) return { order: 'dmy', because: 'a value above 12', examples: [dayFirst] };
  if (monthFirst) return { order: 'mdy', because: 'a value above 12', examples: [monthFirst] };
  const open = dates.filter(({ moment }) => moment.dmy !== moment.mdy);
  if (open.length === 0) return { order: null, because: null, examples: [] };
  const backwards = (order: DateOrder): boolean => spans.some(([start, end]) => start[order]! - (start.offset ?? 0) > end[order]! - (end.offset ?? 0));
  const wrong = { dmy: backwards('dmy'), mdy: backwards('mdy') };
  const [first] = open;
  const examples = open.filter((date) => date === first || date.line !== first!.line).slice(0, 2);
  if (wrong.dmy !== wrong.mdy) return { order: wrong.dmy ? 'mdy' : 'dmy', because: 'ends after starts', examples };
  return { order: 'ask', because: 'ambiguous', examples };
}

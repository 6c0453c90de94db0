import type { RRuleTemporal } from 'rrule-temporal';
import type { LocalDate, MaintenanceRow } from './records';
import { parseIso } from './serial';
import { clockAt, clockOf, dateFrom, dateOf, daysInMonth, epochDay, localOf, weekdayOf } from './zone';

/** A rule that yields dates. Days of the week are 1 Monday … 7 Sunday. */
export type Recurrence =
  | { readonly kind: 'weekly'; readonly every: number; readonly weekday: number }
  | { readonly kind: 'daily' }
  /** `nth` 1 … 4, or -1 for the last. */
  | { readonly kind: 'monthly weekday'; readonly nth: number; readonly weekday: number }
  /** Capped at the month's length: 31 is its last day. */
  | { readonly kind: 'monthly day'; readonly day: number }
  | { readonly kind: 'rrule'; readonly rule: ReadonlyMap<string, string> };

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
/** Signed numbers between commas, from 1 up to a limit. */
const numbers = (limit: number, signed = true) => (value: string) =>
  value.split(',').every((part) => (signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/).test(part) && Number(part) !== 0 && Math.abs(Number(part)) <= limit);
const matches = (form: RegExp) => (value: string) => form.test(value);
/** What each part of an RRULE may be, as far as rules that yield dates go (RFC 5545, 3.3.10). */
const RULE_PARTS: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: matches(/^(DAILY|WEEKLY|MONTHLY|YEARLY)$/),
  INTERVAL: matches(/^[1-9]\d{0,3}$/),
  COUNT: matches(/^[1-9]\d{0,5}$/),
  UNTIL: (value) => /^\d{8}(T\d{6}Z?)?$/.test(value) && parseIso(isoOf(value)) !== null,
  WKST: matches(/^(MO|TU|WE|TH|FR|SA|SU)$/),
  BYDAY: (value) => value.split(',').every((part) => /^([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/.test(part)),
  BYMONTH: numbers(12, false),
  BYMONTHDAY: numbers(31),
  BYYEARDAY: numbers(366),
  BYWEEKNO: numbers(53),
  BYSETPOS: numbers(366),
};

/** The forms that a Repeats cell may have, for the message that lists them. */
export const REPEATS_FORMS = [
  'every day',
  'every Sunday',
  'every 2 weeks on Sunday',
  'first (second, third, fourth, last) Sunday of every month',
  'day 15 of every month',
  'last day of every month',
  'an RFC 5545 RRULE that repeats by day, week, month or year (FREQ=MONTHLY;BYDAY=2SU)',
] as const;

/**
 * Reads a Repeats cell: one of the phrases above, upper and lower case alike, or an RRULE. Null for
 * any other text. A rule that repeats within a day (FREQ=HOURLY, BYHOUR …) is none: rules yield dates.
 *
 * @example parseRepeats('last Sunday of every month') // { kind: 'monthly weekday', nth: -1, weekday: 7 }
 * @example parseRepeats('most Sundays') // null
 */
export function parseRepeats(text: string): Recurrence | null {
  const phrase = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (phrase === 'every day') return { kind: 'daily' };
  if (phrase === 'last day of every month') return { kind: 'monthly day', day: 31 };
  let match = /^every ([a-z]+)$/.exec(phrase);
  if (match) return weekly(1, match[1]!);
  match = /^every ([1-9]\d{0,2}) weeks? on ([a-z]+)$/.exec(phrase);
  if (match) return weekly(Number(match[1]), match[2]!);
  match = /^(first|second|third|fourth|last) ([a-z]+) of every month$/.exec(phrase);
  if (match) return weekdayNumber(match[2]!) ? { kind: 'monthly weekday', nth: NTH[match[1]!]!, weekday: weekdayNumber(match[2]!) } : null;
  match = /^day (\d{1,2}) of every month$/.exec(phrase);
  if (match) return Number(match[1]) >= 1 && Number(match[1]) <= 31 ? { kind: 'monthly day', day: Number(match[1]) } : null;
  return parseRule(text);
}

/** Makes ready whatever the rows' rules need; to be awaited once before `datesOf` is asked about RRULEs. */
export async function loadRecurrences(rows: readonly MaintenanceRow[]): Promise<void> {
  if (library || !rows.some(({ repeats }) => repeats !== null && parseRepeats(repeats)?.kind === 'rrule')) return;
  library = (await import('rrule-temporal')).RRuleTemporal;
}

let library: typeof RRuleTemporal | undefined;

/**
 * The dates that a rule yields from `first` to `last`, both inclusive, in order. A rule begins on its
 * start's date, which counts only if the rule yields it. Weeks begin on Monday, as RFC 5545 has it.
 *
 * @param start wall clock of the first occurrence
 * @param zone decides what an UNTIL in UTC means on the wall clock
 * @throws Error for an RRULE before `loadRecurrences`, or one that the library refuses.
 */
export function datesOf(rule: Recurrence, start: string, zone: string, first: LocalDate, last: LocalDate): LocalDate[] {
  const startDay = epochDay(start.slice(0, 10));
  const from = Math.max(startDay, epochDay(first));
  const to = epochDay(last);
  if (rule.kind === 'rrule') return ruleDates(rule.rule, start, zone, from, to);

  const dates: LocalDate[] = [];
  if (rule.kind === 'daily') {
    for (let day = from; day <= to; day++) dates.push(dateOf(day));
  } else if (rule.kind === 'weekly') {
    const anchor = startDay - weekdayOf(startDay) + rule.weekday;
    const step = 7 * rule.every;
    for (let day = anchor + Math.ceil((from - anchor) / step) * step; day <= to; day += step) dates.push(dateOf(day));
  } else if (from <= to) {
    let [year, month] = dateOf(from).split('-').map(Number) as [number, number];
    for (let day = dayInMonth(rule, year, month); day <= to; day = dayInMonth(rule, year, month)) {
      if (day >= from) dates.push(dateOf(day));
      month = (month % 12) + 1;
      if (month === 1) year++;
    }
  }
  return dates;
}

function dayInMonth(rule: { kind: 'monthly weekday'; nth: number; weekday: number } | { kind: 'monthly day'; day: number }, year: number, month: number): number {
  const first = epochDay(dateFrom(year, month, 1));
  const length = daysInMonth(year, month);
  if (rule.kind === 'monthly day') return first + Math.min(rule.day, length) - 1;
  if (rule.nth > 0) return first + ((rule.weekday - weekdayOf(first) + 7) % 7) + 7 * (rule.nth - 1);
  const lastDay = first + length - 1;
  return lastDay - ((weekdayOf(lastDay) - rule.weekday + 7) % 7);
}

/** The library expands at noon UTC, where no clock changes; UNTIL is judged on the row's wall clock. */
function ruleDates(rule: ReadonlyMap<string, string>, start: string, zone: string, from: number, to: number): LocalDate[] {
  if (!library) throw new Error('Recurrence rules were not loaded.');
  const startDate = start.slice(0, 10);
  const rruleString = [...rule].filter(([part]) => part !== 'UNTIL').map(([part, value]) => `${part}=${value}`).join(';');
  const expansion = new library({ rruleString: `DTSTART:${startDate.replaceAll('-', '')}T120000Z\nRRULE:${rruleString}`, maxIterations: 1_000_000, maxCandidateEvaluations: 10_000_000 });
  const noon = (day: number) => new Date((day * 24 + 12) * 3_600_000);
  if (from > to) return [];
  const until = rule.get('UNTIL');
  const last = until === undefined ? null : untilOf(until, zone);
  return expansion
    .between(noon(from), noon(to), true)
    .map((moment) => moment.toString().slice(0, 10))
    .filter((date) => last === null || (last.length === 10 ? date <= last : `${date}${start.slice(10)}` <= last));
}

function untilOf(until: string, zone: string): string {
  const iso = isoOf(until);
  return iso.endsWith('Z') ? localOf(clockAt(clockOf(iso.slice(0, -1)), zone)) : iso;
}

/** `20261231T235959Z` as `2026-12-31T23:59:59Z`. */
function isoOf(until: string): string {
  return until.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3').replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3');
}

function parseRule(text: string): Recurrence | null {
  const rule = new Map<string, string>();
  for (const part of text.trim().toUpperCase().replace(/^RRULE:/, '').replace(/;$/, '').split(';')) {
    const [name, value, more] = part.split('=').map((side) => side.trim());
    if (name === undefined || value === undefined || more !== undefined || rule.has(name) || !RULE_PARTS[name]?.(value)) return null;
    rule.set(name, value);
  }
  return isRule(rule) ? { kind: 'rrule', rule } : null;
}

/** Which parts go together. */
function isRule(rule: ReadonlyMap<string, string>): boolean {
  const frequency = rule.get('FREQ');
  const yearly = frequency === 'YEARLY';
  if (frequency === undefined || (rule.has('COUNT') && rule.has('UNTIL'))) return false;
  if (!yearly && (rule.has('BYWEEKNO') || rule.has('BYYEARDAY'))) return false;
  if (frequency === 'WEEKLY' && rule.has('BYMONTHDAY')) return false;
  if (/\d/.test(rule.get('BYDAY') ?? '') && ((!yearly && frequency !== 'MONTHLY') || rule.has('BYWEEKNO'))) return false;
  return !rule.has('BYSETPOS') || [...rule.keys()].some((part) => part.startsWith('BY') && part !== 'BYSETPOS');
}

function weekly(every: number, weekday: string): Recurrence | null {
  const number = weekdayNumber(weekday);
  return number ? { kind: 'weekly', every, weekday: number } : null;
}

function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name) + 1;
}

/**
 * Working time, deadlines and clock changes as the tests of other systems publish them. The cases are
 * data that the project does not ship; without them there is nothing to compare, and one test says so.
 */
import { type Calendar, aroundTheClock, selectCalendar, serviceTime } from '../../../src/domain/time/calendar';
import { deadline } from '../../../src/domain/time/deadline';
import { duration, overlap, subtract } from '../../../src/domain/time/intervals';
import type { HolidayRow, ServiceHoursRow } from '../../../src/domain/time/records';
import { parseIso } from '../../../src/domain/time/serial';
import { elapsedServiceSeconds } from '../../../src/domain/time/service-clock';
import { toInstant, toLocal } from '../../../src/domain/time/zone';
import { PEER_KINDS, peerCases } from '../../support/peer-cases';

/** What the cases say, in their own many ways; every field stands in some of them only. */
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: {
    readonly schedule?: string | Readonly<Record<string, readonly string[] | string>>;
    readonly calendar?: string;
    readonly days?: string;
    readonly hours?: string;
    readonly yearly_holidays?: readonly string[];
    readonly holidays?: readonly string[];
    readonly shifts?: Readonly<Record<string, readonly string[]>>;
    readonly breaks?: Readonly<Record<string, readonly string[]>>;
    readonly time_zone?: string;
    readonly calendar_time_zone?: string;
    readonly start?: string;
    readonly end?: string;
    readonly created?: string;
    readonly done?: string;
    readonly origin?: string;
    readonly local?: string;
    readonly add_hours?: number;
    readonly add_seconds?: number;
    readonly amount?: number;
    readonly unit?: string;
    readonly direction?: 'after' | 'before';
    readonly working_days?: number;
    readonly target_minutes?: number;
    readonly states?: readonly (readonly [string, number, number | null])[];
    readonly paused_states?: readonly string[];
    readonly window?: readonly [number, number];
    readonly a?: readonly [number, number];
    readonly b?: readonly [number, number];
  };
  readonly expected: {
    readonly time?: string;
    readonly deadline?: string;
    readonly seconds?: number;
    readonly hours?: number;
    readonly local?: string;
    readonly overlap?: number;
    readonly elapsed_minutes?: number;
    readonly margin_minutes?: number;
    readonly working_minutes?: number;
    readonly first_periods?: readonly (readonly [string, string])[];
  };
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `Mon-Fri`, `Mon, Tue`, `Thu`. */
function daysFrom(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first, last] = part.trim().toLowerCase().split('-').map((day) => WEEKDAYS.indexOf(day.slice(0, 3)) + 1) as [number, number?];
    return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i);
  });
}

/** `09:30-17:00`, `8-13`. */
function span(text: string): readonly [number, number] {
  const seconds = (clock: string) => Number(clock.split(':')[0]) * 3600 + Number(clock.split(':')[1] ?? 0) * 60;
  const [start, end] = text.split('-');
  return [seconds(start!), seconds(end!)];
}

function rowsFrom(days: number[], spans: string): ServiceHoursRow[] {
  const list = spans === '24h' ? [[0, 86_400] as const] : spans.split(',').map(span);
  return list.map(([start, end]) => ({ row: 0, calendar: 'C', days, start, end, from: null, until: null, zone: null }));
}

function hoursOf({ schedule, calendar, days, hours }: Case['input']): ServiceHoursRow[] {
  if (days !== undefined && hours !== undefined) return rowsFrom(daysFrom(days), hours);
  if (typeof schedule === 'object') return Object.entries(schedule).flatMap(([day, spans]) => (typeof spans === 'string' ? [] : rowsFrom(daysFrom(day), spans.join(','))));
  const text = (schedule ?? calendar!).replace(/^.*: (?=\w{3}-)/, '').replace(/ \(.*\)$/, '');
  // A later part about a day replaces what was said of it: `Mon-Fri 09:30-17:00, Wed 09:30-13:00`.
  const parts = [...text.matchAll(/((?:[A-Z][a-z]{2}[-, ]*)+)\s*([\d:,-]+\d)/g)].map(([, names, spans]) => ({ days: daysFrom(names!.trim().replace(/,$/, '')), spans: spans! }));
  return parts.flatMap(({ days: own, spans }, i) => rowsFrom(own.filter((day) => !parts.slice(i + 1).some((later) => later.days.includes(day))), spans));
}

function holidaysOf({ yearly_holidays = [], holidays = [], shifts = {}, start = '2010', end = start }: Case['input']): HolidayRow[] {
  const row = (date: string, hours?: readonly [number, number]): HolidayRow => ({ row: 0, calendar: null, date, name: null, start: hours?.[0] ?? null, end: hours?.[1] ?? null });
  const years = Array.from({ length: Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + 2 }, (_, i) => Number(start.slice(0, 4)) + i);
  return [
    ...years.flatMap((year) => yearly_holidays.map((date) => row(`${year}-${date}`))),
    ...holidays.map((date) => row(date)),
    ...Object.entries(shifts).flatMap(([date, spans]) => spans.map((hours) => row(date, span(hours)))),
  ];
}

function calendarOf(input: Case['input']): { calendar: Calendar | null; zone: string } {
  const zone = input.calendar_time_zone ?? input.time_zone ?? 'UTC';
  if (input.calendar === '24/7') return { calendar: null, zone };
  return { calendar: selectCalendar('C', hoursOf(input), holidaysOf(input), zone), zone };
}

/** Texts without offset are in the case's own zone; a named day stands for one of an ordinary week. */
function instantFrom(text: string, zone: string): number {
  const named = /^(\w+day) (\d\d:\d\d)$/.exec(text);
  const iso = named ? `2026-06-${String(daysFrom(named[1]!)[0]! + 7).padStart(2, '0')}T${named[2]}` : text;
  const value = parseIso(iso);
  if (value?.kind === 'instant') return value.instant;
  if (value?.kind === 'local') return toInstant(value.local, zone);
  throw new Error(`${text} is no time.`);
}

/** What the project says, in the terms of the case. */
function ours({ kind, input, expected }: Case): unknown {
  if (kind === 'overlap') return { overlap: overlap(input.a!, input.b![0], input.b![1]) };
  if (kind === 'dst-resolution') return { local: toLocal(toInstant(input.local!, input.time_zone!), input.time_zone!) };
  if (kind === 'paused-clock') {
    const end = input.window![1];
    const pauses = input.states!.filter(([state]) => input.paused_states!.includes(state)).flatMap(([, from, to]) => [from * 60, (to ?? end) * 60]);
    return { working_minutes: elapsedServiceSeconds(input.window![0] * 60, end * 60, null, pauses) / 60 };
  }
  const { calendar, zone } = calendarOf(input);
  const writtenIn = input.time_zone ?? 'UTC';
  if (kind === 'open-periods') {
    const start = instantFrom(input.origin!, zone);
    const breaks = Object.entries(input.breaks!).flatMap(([date, spans]) => spans.map((hours) => ({ date, hours: span(hours) })));
    const closed = breaks.flatMap(({ date, hours }) => hours.map((seconds) => instantFrom(`${date}T00:00:00`, zone) + seconds));
    const open = subtract(serviceTime({ start, end: start + 30 * 86_400 }, calendar), closed).slice(0, 2 * expected.first_periods!.length);
    return { first_periods: expected.first_periods!.map((_, i) => [toLocal(open[2 * i]!, zone), toLocal(open[2 * i + 1]!, zone)]) };
  }
  const start = instantFrom(input.start ?? input.created!, writtenIn);
  if (kind === 'working-time-between') {
    const seconds = elapsedServiceSeconds(start, instantFrom(input.end!, writtenIn), calendar);
    return expected.hours === undefined ? { seconds } : { hours: seconds / 3600 };
  }
  if (kind === 'sla-elapsed') {
    const minutes = elapsedServiceSeconds(start, instantFrom(input.done!, writtenIn), calendar) / 60;
    return { elapsed_minutes: minutes, margin_minutes: input.target_minutes! - minutes };
  }
  if (kind === 'business-days-add') {
    const days = input.working_days ?? input.amount! * (input.direction === 'before' ? -1 : 1);
    return { time: deadline(start, days, 'days', calendar, zone) };
  }
  const sign = input.direction === 'before' ? -1 : 1;
  const unit = { second: 1, minute: 60, hour: 3600 }[input.unit ?? 'second']!;
  const seconds = input.add_seconds ?? (input.add_hours !== undefined ? input.add_hours * 3600 : input.target_minutes !== undefined ? input.target_minutes * 60 : input.amount! * unit * sign);
  const time = deadline(start, seconds / 60, 'minutes', calendar, zone);
  return expected.deadline === undefined ? { time } : { deadline: time };
}

/** The case's answer, its times as instants. */
function theirs({ kind, input, expected }: Case): unknown {
  if (['open-periods', 'dst-resolution'].includes(kind)) return kind === 'open-periods' ? { first_periods: expected.first_periods } : expected;
  const writtenIn = input.time_zone ?? 'UTC';
  if (expected.time !== undefined) return { time: instantFrom(expected.time, writtenIn) };
  if (expected.deadline !== undefined) return { deadline: instantFrom(expected.deadline, writtenIn) };
  return expected;
}

const all = peerCases();

if (all === null) {
  test('nothing is compared: the cases are not here', () => {
    expect(all).toBeNull();
  });
} else {
  const cases = (all as readonly Case[]).filter(({ kind }) => (PEER_KINDS.time as readonly string[]).includes(kind));

  test.each(cases.map((item) => [item.id, item] as const))('%s', (_id, item) => {
    expect(ours(item)).toEqual(theirs(item));
  });
}

// Published for March 2026 in Berlin: 31 days of 1,440 minutes less one hour.
test('24×7 in March', () => {
  const march = { start: toInstant('2026-03-01T00:00:00', 'Europe/Berlin'), end: toInstant('2026-04-01T00:00:00', 'Europe/Berlin') };
  expect(duration(serviceTime(march, null)) / 60).toBe(44_580);
  expect(duration(serviceTime(march, aroundTheClock([], 'Europe/Berlin'))) / 60).toBe(44_580);
});

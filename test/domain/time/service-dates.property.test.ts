/** Service time by date against a reference that asks of every quarter of an hour whose it is. */
import fc from 'fast-check';
import { selectCalendar, serviceDates, serviceTime } from '../../../src/domain/time/calendar';
import { duration } from '../../../src/domain/time/intervals';
import type { HolidayRow, ServiceHoursRow } from '../../../src/domain/time/records';
import { at } from '../../support/records';
import { runs } from '../../support/runs';

const QUARTER = 900;
/** A quarter of an hour since midnight: not between 1:30 and 3:30, where clocks change. */
const quarter = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 14, max: 96 }));
const hours = fc.array(fc.record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), start: quarter, end: quarter }), { minLength: 1, maxLength: 4 });
const holidays = fc.array(fc.record({ date: fc.integer({ min: 0, max: 9 }), start: fc.option(quarter), end: fc.option(quarter) }), { maxLength: 4 });
/** 20 to 29 October 2026: summer time ends in Berlin on the 25th at 01:00 UTC. */
const FIRST = '2026-10-20';
const MIDNIGHT = at(`${FIRST}T00:00Z`);
const dateOf = (day: number): string => new Date((MIDNIGHT + day * 86_400) * 1000).toISOString().slice(0, 10);
/** The 20th is a Tuesday. */
const weekdayOf = (day: number): number => ((((day + 1) % 7) + 7) % 7) + 1;
const CHANGE = at('2026-10-25T01:00Z');
const OFFSETS = { UTC: () => 0, 'Asia/Kolkata': () => 5.5 * 3600, 'Europe/Berlin': (instant: number) => (instant < CHANGE ? 7200 : 3600) } as const;

test('agrees with the reference, and adds up to service time', () => {
  fc.assert(
    fc.property(hours, holidays, fc.constantFrom('UTC' as const, 'Asia/Kolkata' as const, 'Europe/Berlin' as const), fc.integer({ min: 0, max: 9 * 96 }), fc.integer({ min: 1, max: 5 * 96 }), (given, special, zone, from, length) => {
      const rows = given.map(({ days, start, end }, i): ServiceHoursRow => ({ row: i + 2, calendar: 'C', days, start: start * QUARTER, end: end * QUARTER, from: null, until: null, zone }));
      const holidayRows = special.map(({ date, start, end }, i): HolidayRow => ({ row: i + 2, calendar: null, date: dateOf(date), name: null, start: start === null ? null : start * QUARTER, end: end === null ? null : end * QUARTER }));
      const start = MIDNIGHT + from * QUARTER;
      const window = { start, end: start + length * QUARTER };

      // Of each date the hours in quarters after its midnight, as the contract words them.
      const span = (begin: number, end: number): [number, number] => [begin, end <= begin ? end + 96 : end];
      const regular = (day: number) => given.filter(({ days }) => days.includes(weekdayOf(day))).map((row) => span(row.start, row.end));
      const isSpecial = (day: number) => special.some(({ date }) => date === day);
      const actual = (day: number) => (isSpecial(day) ? special.filter(({ date, start: begin, end }) => date === day && (begin || end)).map(({ start: begin, end }) => span(begin ?? 0, end ?? 0)) : regular(day));
      const covers = (spans: [number, number][], at_: number) => spans.some(([begin, end]) => begin <= at_ && at_ < end);
      const seconds = new Map<number, number>();
      const changed = new Set<number>();
      for (let instant = window.start; instant < window.end; instant += QUARTER) {
        const clock = (instant + OFFSETS[zone](instant) - MIDNIGHT) / QUARTER;
        let owner: number | null = null;
        for (let day = Math.floor(clock / 96) - 2; day <= Math.floor(clock / 96); day++) {
          const own = covers(actual(day), clock - day * 96);
          if (own && owner === null) owner = day;
          if (isSpecial(day) && own !== covers(regular(day), clock - day * 96)) changed.add(day);
        }
        if (owner !== null) seconds.set(owner, (seconds.get(owner) ?? 0) + QUARTER);
      }
      const days = [...new Set([...seconds.keys(), ...changed])].sort((a, b) => a - b);
      const calendar = selectCalendar('C', rows, holidayRows, zone);
      const dates = serviceDates(window, calendar, zone);
      expect(dates).toEqual(days.map((day) => ({ date: dateOf(day), seconds: seconds.get(day) ?? 0, isHoliday: changed.has(day) })));
      expect(dates.reduce((sum, one) => sum + one.seconds, 0)).toBe(duration(serviceTime(window, calendar)));
    }),
    { numRuns: runs(600), seed: 25 },
  );
});

test('around the clock every date of the zone has its length', () => {
  expect(serviceDates({ start: at('2026-10-24T12:00Z'), end: at('2026-10-26T00:00Z') }, null, 'Europe/Berlin')).toEqual([
    { date: '2026-10-24', seconds: 10 * 3600, isHoliday: false },
    { date: '2026-10-25', seconds: 25 * 3600, isHoliday: false },
    { date: '2026-10-26', seconds: 3600, isHoliday: false },
  ]);
  expect(serviceDates({ start: 10, end: 10 }, null, 'UTC')).toEqual([]);
});

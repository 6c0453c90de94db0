import fc from 'fast-check';
import { uncoveredHours } from '../../../../src/domain/agreements/chain/hours';
import { hoursInWords } from '../../../../src/domain/agreements/chain/hours-in-words';
import { selectCalendar } from '../../../../src/domain/time/calendar';
import type { HolidayRow, ServiceHoursRow } from '../../../../src/domain/time/records';
import { at, serviceHours } from '../../../support/records';
import { runs } from '../../../support/runs';

const HOUR = 3600;
const DAY = 86_400;
/** 365 dates from Thursday, 1 October 2026. */
const YEAR = { start: at('2026-10-01T00:00Z'), end: at('2027-10-01T00:00Z') };

const hours = (calendar: string, given: Partial<ServiceHoursRow> = {}): ServiceHoursRow => serviceHours({ calendar, ...given });
const holiday = (date: string, calendar: string | null = null): HolidayRow => ({ row: 2, calendar, date, name: null, start: null, end: null });
const calendar = (name: string, rows: readonly ServiceHoursRow[], holidays: readonly HolidayRow[] = [], zone = 'UTC') => selectCalendar(name, rows, holidays, zone);

test('24×7 against office hours, by hand', () => {
  const office = calendar('Office', [hours('Office', { start: 7 * HOUR, end: 19 * HOUR })]);
  const { seconds, secondsPerWeek, hours: list } = uncoveredHours(null, office, YEAR, 'UTC');
  // 365 dates from a Thursday: 52 weeks and a Thursday, so 261 weekdays of 12 h are covered.
  expect(seconds).toBe((365 * 24 - 261 * 12) * HOUR);
  expect(secondsPerWeek).toBeCloseTo((seconds * 7) / 365, 6);
  expect(list).toEqual([
    { from: '2026-10-01', until: '2027-09-30', days: [1, 2, 3, 4, 5], start: 0, end: 7 * HOUR },
    { from: '2026-10-01', until: '2027-09-30', days: [1, 2, 3, 4, 5], start: 19 * HOUR, end: DAY },
    { from: '2026-10-01', until: '2027-09-30', days: [6, 7], start: 0, end: DAY },
  ]);
});

test('the same hours in one zone leave nothing open; in another the clocks differ by as much', () => {
  const rows = [hours('Berlin', { start: 8 * HOUR, end: 17 * HOUR, zone: 'Europe/Berlin' }), hours('London', { start: 8 * HOUR, end: 17 * HOUR, zone: 'Europe/London' })];
  const berlin = calendar('Berlin', rows);
  expect(uncoveredHours(berlin, calendar('Berlin', rows), YEAR, 'UTC')).toEqual({ seconds: 0, secondsPerWeek: 0, hours: [] });
  // Berlin is an hour ahead all year: its first hour of each of 261 weekdays lies before London opens.
  const { seconds, hours: list } = uncoveredHours(berlin, calendar('London', rows), YEAR, 'UTC');
  expect(seconds).toBe(261 * HOUR);
  expect(list).toEqual([{ from: '2026-10-01', until: '2027-09-30', days: [1, 2, 3, 4, 5], start: 8 * HOUR, end: 9 * HOUR }]);
});

test('a season stands as its own stretch', () => {
  const rows = [hours('SLA', { start: 8 * HOUR, end: 17 * HOUR }), hours('SLA', { start: 7 * HOUR, end: 19 * HOUR, from: '2027-04-07', until: '2027-04-21' }), hours('Supplier', { start: 8 * HOUR, end: 17 * HOUR })];
  // 7 April 2027 is a Wednesday, 21 April one too: 11 weekdays of 1 + 2 h.
  const { seconds, hours: list } = uncoveredHours(calendar('SLA', rows), calendar('Supplier', rows), YEAR, 'UTC');
  expect(seconds).toBe(11 * 3 * HOUR);
  expect(list).toEqual([
    { from: '2027-04-07', until: '2027-04-21', days: [1, 2, 3, 4, 5], start: 7 * HOUR, end: 8 * HOUR },
    { from: '2027-04-07', until: '2027-04-21', days: [1, 2, 3, 4, 5], start: 17 * HOUR, end: 19 * HOUR },
  ]);
});

test('holidays count in the seconds and do not cut a stretch into pieces', () => {
  const rows = [hours('SLA', { start: 8 * HOUR, end: 18 * HOUR }), hours('Supplier', { start: 8 * HOUR, end: 17 * HOUR })];
  const holidays = [holiday('2026-11-26', 'Supplier'), holiday('2026-12-25'), holiday('2027-01-01')];
  const { seconds, hours: list } = uncoveredHours(calendar('SLA', rows, holidays), calendar('Supplier', rows, holidays), YEAR, 'UTC');
  // 261 weekdays less two holidays of both; one hour each, and all ten on Thursday, 26 November.
  expect(seconds).toBe((258 * 1 + 10) * HOUR);
  expect(list).toEqual([
    { from: '2026-10-01', until: '2027-09-30', days: [1, 2, 3, 4, 5], start: 17 * HOUR, end: 18 * HOUR },
    { from: '2026-11-26', until: '2026-11-26', days: [4], start: 8 * HOUR, end: 18 * HOUR },
  ]);
});

test('many exceptions are cut at a dozen entries, the usual hours first; the seconds have all', () => {
  const holidays = Array.from({ length: 20 }, (_, i) => holiday(`2027-0${1 + Math.floor(i / 5)}-${String(4 + (i % 5)).padStart(2, '0')}`, 'Supplier'));
  const rows = [hours('SLA', { days: [1, 2, 3, 4, 5, 6, 7], start: 8 * HOUR, end: 18 * HOUR }), hours('Supplier', { days: [1, 2, 3, 4, 5, 6, 7], start: 8 * HOUR, end: 17 * HOUR })];
  const { seconds, hours: list } = uncoveredHours(calendar('SLA', rows), calendar('Supplier', rows, holidays), YEAR, 'UTC');
  expect(seconds).toBe((345 * 1 + 20 * 10) * HOUR);
  expect(list).toHaveLength(12);
  expect(list[0]).toEqual({ from: '2026-10-01', until: '2027-09-30', days: [1, 2, 3, 4, 5, 6, 7], start: 17 * HOUR, end: 18 * HOUR });
  expect(list.slice(1).every(({ from, until }) => from === until)).toBe(true);
});

/** Whole hours of each day of the week, Monday first, as [start, end) or none; from a date on others. */
const week = fc.array(fc.option(fc.tuple(fc.nat(22), fc.integer({ min: 1, max: 8 })).map(([start, length]) => [start, Math.min(24, start + length)] as const)), { minLength: 7, maxLength: 7 });
type Week = readonly (readonly [number, number] | null)[];

function rowsOf(name: string, days: Week, from: string | null, until: string | null): ServiceHoursRow[] {
  const rows = days.flatMap((times, i) => (times ? [hours(name, { days: [i + 1], start: times[0] * HOUR, end: times[1] * HOUR, from, until })] : []));
  // A season in which nothing is open still stands in the table: closed dates are a row that is no day's.
  return rows.length > 0 ? rows : [hours(name, { days: [], from, until })];
}

test('hour by hour the list says what is open, no more and no less', () => {
  fc.assert(
    fc.property(week, week, week, fc.integer({ min: 20, max: 300 }), (sla, before, after, change) => {
      const changed = new Date(Date.UTC(2026, 9, 1 + change)).toISOString().slice(0, 10);
      const eve = new Date(Date.UTC(2026, 9, change)).toISOString().slice(0, 10);
      const rows = [...rowsOf('SLA', sla, null, null), ...rowsOf('Link', before, null, eve), ...rowsOf('Link', after, changed, null)];
      const { seconds, hours: list } = uncoveredHours(calendar('SLA', rows), calendar('Link', rows), YEAR, 'UTC');
      fc.pre(list.length < 12);
      let open = 0;
      for (let day = 0; day < 365; day++) {
        const date = new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10);
        const weekday = new Date(Date.UTC(2026, 9, 1 + day)).getUTCDay() || 7;
        const isOpen = (times: readonly [number, number] | null | undefined, hour: number): boolean => Boolean(times && times[0] <= hour && hour < times[1]);
        const today = list.filter(({ from, until, days }) => from <= date && date <= until && days.includes(weekday));
        for (let hour = 0; hour < 24; hour++) {
          const expected = isOpen(sla[weekday - 1], hour) && !isOpen((day < change ? before : after)[weekday - 1], hour);
          const told = today.filter(({ start, end }) => start <= hour * HOUR && hour * HOUR < end);
          if (told.length !== (expected ? 1 : 0)) throw new Error(`${date} ${hour}: told ${told.length} times`);
          if (expected) open++;
        }
      }
      expect(seconds).toBe(open * HOUR);
    }),
    { numRuns: runs(100), seed: 61 },
  );
});

test('hours in words: a week, around the clock, or the name of what has seasons', () => {
  expect(hoursInWords(null)).toBe('all hours');
  expect(hoursInWords(calendar('Branch', [hours('Branch', { start: 9 * HOUR, end: 18 * HOUR }), hours('Branch', { days: [6], start: 9 * HOUR, end: 13 * HOUR })]))).toBe('Mon–Fri 9:00–18:00, Sat 9:00–13:00');
  expect(hoursInWords(calendar('Night', [hours('Night', { days: [1, 2, 3, 4, 5, 6, 7], start: 22 * HOUR, end: 6 * HOUR })]))).toBe('daily 22:00–6:00');
  expect(hoursInWords(calendar('All day', [hours('All day', { days: [6, 7], start: 0, end: DAY })]))).toBe('Sat, Sun 0:00–24:00');
  expect(hoursInWords(calendar('Tax', [hours('Tax'), hours('Tax', { from: '2027-04-07', until: '2027-04-21' })]))).toBe('Tax');
});

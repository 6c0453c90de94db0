import fc from 'fast-check';
import { CalendarError, aroundTheClock, hasHours, selectCalendar, serviceTime } from '../../../src/domain/time/calendar';
import { contains, duration } from '../../../src/domain/time/intervals';
import { monthInterval } from '../../../src/domain/time/periods';
import type { HolidayRow, ServiceHoursRow } from '../../../src/domain/time/records';
import { epochDay } from '../../../src/domain/time/zone';
import { QUARTER, ZONES, reading, wallClock } from './wall-clock';
import { runs } from '../../support/runs';

const hour = 3600;
const hours = (days: number[], start: number, end: number, more: Partial<ServiceHoursRow> = {}): ServiceHoursRow => ({
  row: 2,
  calendar: 'Office',
  days,
  start: start * hour,
  end: end * hour,
  from: null,
  until: null,
  zone: null,
  ...more,
});
const holiday = (date: string, more: Partial<HolidayRow> = {}): HolidayRow => ({ row: 2, calendar: null, date, name: null, start: null, end: null, ...more });
const minutes = (rows: ServiceHoursRow[], holidays: HolidayRow[], month: string, zone = 'Europe/Berlin') =>
  duration(serviceTime(monthInterval(month, zone), selectCalendar('Office', rows, holidays, zone))) / 60;
const MON_FRI = [1, 2, 3, 4, 5];
const DAILY = [1, 2, 3, 4, 5, 6, 7];

test('a blank name is 24×7: the whole window', () => {
  const march = monthInterval('2026-03-01', 'Europe/Berlin');
  expect(selectCalendar(null, [], [holiday('2026-03-09')], 'UTC')).toBeNull();
  expect(selectCalendar(' ', [], [], 'UTC')).toBeNull();
  expect(duration(serviceTime(march, null)) / 60).toBe(44_580);
  // Written out as hours it is the same, the skipped hour gone.
  expect(minutes([hours(DAILY, 0, 0)], [], '2026-03-01')).toBe(44_580);
  expect(minutes([hours(DAILY, 0, 24)], [], '2026-03-01')).toBe(44_580);
});

test('a name without rows, and rows in several zones, are errors', () => {
  const reason = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error instanceof CalendarError && error.reason;
    }
    return 'none';
  };
  expect(reason(() => selectCalendar('Shop', [hours(MON_FRI, 8, 18)], [], 'UTC'))).toBe('unknown-calendar');
  expect(reason(() => selectCalendar('Office', [hours([1], 8, 18), hours([2], 8, 18, { zone: 'Asia/Kolkata' })], [], 'UTC'))).toBe('several-zones');
  expect(reason(() => selectCalendar(' OFFICE ', [hours([1], 8, 18), hours([2], 8, 18, { zone: 'utc' })], [], 'UTC'))).toBe('none');
});

test('rows that could not be read stay out and are listed', () => {
  const calendar = selectCalendar('Office', [hours(MON_FRI, 8, 18), hours([6], NaN, 12, { row: 7, unreadable: ['start'] })], [holiday('', { row: 5, unreadable: ['date'] })], 'UTC');
  expect(calendar?.leftOut).toEqual([{ table: 'ServiceHours', row: 7 }, { table: 'Holidays', row: 5 }]);
  expect(duration(serviceTime(monthInterval('2026-06-01', 'UTC'), calendar))).toBe(22 * 10 * hour);
});

// June 2026 begins on a Monday: 22 weekdays, 4 Saturdays, 4 Sundays.
test('hand calculations for June 2026', () => {
  expect(minutes([hours(MON_FRI, 8, 18)], [], '2026-06-01')).toBe(22 * 600);
  // Overlapping rows of one season count once: 08–18 and 12–20 are 08–20.
  expect(minutes([hours(MON_FRI, 8, 18), hours(MON_FRI, 12, 20)], [], '2026-06-01')).toBe(22 * 720);
  // Two holidays, one of them with hours of its own: 20 × 10 h + 3 h.
  expect(minutes([hours(MON_FRI, 8, 18)], [holiday('2026-06-04'), holiday('2026-06-24', { start: 9 * hour, end: 12 * hour })], '2026-06-01')).toBe(20 * 600 + 180);
  // Special hours open a date that had none; two rows of one date add up: 2 h + 1 h.
  const sunday = [holiday('2026-06-07', { start: 9 * hour, end: 11 * hour }), holiday('2026-06-07', { start: 14 * hour, end: 15 * hour })];
  expect(minutes([hours(MON_FRI, 8, 18)], sunday, '2026-06-01')).toBe(22 * 600 + 180);
  // Holidays of another calendar do not count; 0 and 0 is closed, as blank is.
  expect(minutes([hours(MON_FRI, 8, 18)], [holiday('2026-06-04', { calendar: 'Shop' }), holiday('2026-06-05', { calendar: 'office', start: 0, end: 0 })], '2026-06-01')).toBe(21 * 600);
  // 0–24:00 on a holiday is all day.
  expect(minutes([hours(MON_FRI, 8, 18)], [holiday('2026-06-06', { start: 0, end: 24 * hour })], '2026-06-01')).toBe(22 * 600 + 1440);
});

test('a night shift belongs to the date on which it starts', () => {
  // 22:00–06:00 from Sunday to Thursday night. June has 4 Sundays and 18 weekdays Mon–Thu: 22 nights,
  // and the one of Sunday 31 May reaches 6 h into June. That of Tuesday 30 June lies in June for 2 h.
  const night = [hours([7, 1, 2, 3, 4], 22, 6)];
  expect(minutes(night, [], '2026-06-01')).toBe(6 * 60 + 21 * 480 + 120);
  // A holiday on Wednesday the 3rd removes the hours that start on it, to 06:00 on the 4th, and no others.
  expect(minutes(night, [holiday('2026-06-03')], '2026-06-01')).toBe(6 * 60 + 20 * 480 + 120);
});

test('seasons: undated rows give way to any season, the lowest season wins, whole', () => {
  const rows = [
    hours(DAILY, 8, 18),
    hours(MON_FRI, 9, 12, { from: '2026-06-08', until: '2026-06-21' }),
    hours([1], 10, 11, { from: '2026-06-15', until: null }),
    // A second row of the first season: it does not lower it.
    hours([6], 9, 12, { from: '2026-06-08', until: '2026-06-21' }),
  ];
  // 1–7 June undated: 7 × 10 h. 8–14 the first season: Mon–Sat 6 × 3 h, Sunday closed.
  // From the 15th the second: Mondays 15, 22, 29 × 1 h, nothing else.
  expect(minutes(rows, [], '2026-06-01')).toBe(7 * 600 + 6 * 180 + 3 * 60);
  // A date that no row covers is closed.
  expect(minutes([hours(DAILY, 8, 18, { from: '2026-06-29', until: null })], [], '2026-06-01')).toBe(2 * 600);
});

test('24×7 less holidays, as custom functions read it', () => {
  // Clocks go back on 25 October: the date has 25 hours.
  const calendar = aroundTheClock([holiday('2026-10-25'), holiday('2026-10-03', { start: 8 * hour, end: 10 * hour })], 'Europe/Berlin');
  expect(duration(serviceTime(monthInterval('2026-10-01', 'Europe/Berlin'), calendar)) / hour).toBe(745 - 25 - 24 + 2);
});

test('business days are dates on which hours start', () => {
  const calendar = selectCalendar('Office', [hours([5], 22, 6)], [holiday('2026-06-12')], 'UTC');
  expect(['2026-06-05', '2026-06-06', '2026-06-12'].map((date) => hasHours(calendar, epochDay(date)))).toEqual([true, false, false]);
  expect(hasHours(null, 0)).toBe(true);
});

describe('quarter hour by quarter hour', () => {
  const date = fc.integer({ min: 0, max: 400 }).map((n) => reading('2025-12-05', n * 1440).slice(0, 10));
  const quarter = fc.integer({ min: 0, max: 96 }).map((n) => n * QUARTER);
  const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
  const row = (from: fc.Arbitrary<string | null>) =>
    fc.record({ row: fc.constant(2), calendar: fc.constantFrom('Office', 'office '), days: fc.subarray(DAILY, { minLength: 1 }), start: quarter, end: quarter, from, until: nullable(date), zone: fc.constant(null) });
  const seasons = fc.array(fc.oneof(row(fc.constant(null)), row(nullable(date)), fc.constant(null)), { minLength: 1, maxLength: 6 }).map((list) => {
    // A null repeats the season of the row before it, as tables do.
    const rows: ServiceHoursRow[] = [];
    for (const item of list) {
      const last = rows[rows.length - 1];
      if (item) rows.push(item);
      else if (last) rows.push({ ...last, days: [6, 7], start: 20 * hour, end: 4 * hour });
    }
    return rows.length > 0 ? rows : [hours(MON_FRI, 8, 18)];
  });
  // Many on the dates of clock changes.
  const changes = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04', '2026-09-06'];
  const holidays = fc.array(
    fc.record({ row: fc.constant(2), calendar: fc.constantFrom(null, 'OFFICE', 'Other'), date: fc.oneof(date, fc.constantFrom(...changes)), name: fc.constant(null), start: nullable(quarter), end: nullable(quarter) }),
    { maxLength: 12 },
  );

  /** Open quarter hours, from the words of the definition and nothing else. */
  function reference(rows: ServiceHoursRow[], special: HolidayRow[], zone: string, from: number, to: number): boolean[] {
    const clock = wallClock(zone);
    const open = new Array<boolean>(clock.count).fill(false);
    const firstDate = clock.readings[(from - clock.start) / QUARTER]!.slice(0, 10);
    for (let n = -3; ; n++) {
      const day = reading(firstDate, n * 1440).slice(0, 10);
      if (day > clock.readings[(to - clock.start) / QUARTER]!.slice(0, 10)) break;
      let spans: (readonly [number, number])[];
      const ofDate = special.filter((item) => item.date === day && (item.calendar === null || item.calendar === 'OFFICE'));
      if (ofDate.length > 0) {
        spans = ofDate.filter((item) => (item.start ?? 0) !== 0 || (item.end ?? 0) !== 0).map((item) => [item.start ?? 0, item.end ?? 0]);
      } else {
        const covering = rows.filter((item) => (item.from === null || item.from <= day) && (item.until === null || day <= item.until));
        const keys = rows.map((item) => `${item.from} ${item.until}`);
        const rank = (item: ServiceHoursRow) => (item.from === null && item.until === null ? -1 : keys.indexOf(`${item.from} ${item.until}`));
        const best = Math.max(...covering.map(rank), -1);
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
        spans = covering.filter((item) => rank(item) === best && item.days.includes(weekday)).map((item) => [item.start, item.end]);
      }
      for (const [start, end] of spans) {
        const begin = clock.resolve(reading(day, start / 60));
        const stop = clock.resolve(reading(day, (end <= start ? end + 86_400 : end) / 60));
        for (let t = begin; t < stop; t += QUARTER) open[(t - clock.start) / QUARTER] = true;
      }
    }
    return open;
  }

  test.each(ZONES)('nothing disagrees in %s', (zone) => {
    const clock = wallClock(zone);
    fc.assert(
      fc.property(seasons, holidays, fc.integer({ min: 1000, max: clock.count - 8000 }), fc.integer({ min: 1, max: 6000 }), (rows, special, first, length) => {
        const start = clock.start + first * QUARTER;
        const end = start + length * QUARTER;
        const set = serviceTime({ start, end }, selectCalendar('Office', rows, special, zone));
        const open = reference(rows, special, zone, start, end);
        const seconds = open.slice(first, first + length).filter(Boolean).length * QUARTER;
        expect(duration(set)).toBe(seconds);
        for (let i = first; i < first + length; i++) if (contains(set, clock.start + i * QUARTER) !== open[i]) throw new Error(`${clock.readings[i]} should be ${open[i] ? 'open' : 'closed'}`);
      }),
      { numRuns: runs(250) },
    );
  });
});

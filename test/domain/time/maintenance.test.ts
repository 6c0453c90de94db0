import fc from 'fast-check';
import { contains, duration } from '../../../src/domain/time/intervals';
import { maintenanceWindows, selectMaintenance } from '../../../src/domain/time/maintenance';
import { monthInterval } from '../../../src/domain/time/periods';
import type { MaintenanceRow } from '../../../src/domain/time/records';
import { loadRecurrences } from '../../../src/domain/time/recurrence';
import { toLocal } from '../../../src/domain/time/zone';
import { QUARTER, ZONES, reading, wallClock } from './wall-clock';
import { runs } from '../../support/runs';

const row = (start: string, minutes: number, repeats: string | null, more: Partial<MaintenanceRow> = {}): MaintenanceRow => ({ row: 2, calendar: 'Standard', start, minutes, repeats, until: null, zone: null, ...more });
const windows = (item: MaintenanceRow, month: string, zone = 'Europe/Berlin') => {
  const set = maintenanceWindows(monthInterval(month, zone), [item], zone);
  return set.map((instant) => toLocal(instant, zone).slice(5, 16));
};

test('a window repeats on the wall clock', () => {
  expect(windows(row('2026-01-04T01:00:00', 240, 'first Sunday of every month'), '2026-10-01')).toEqual(['10-04T01:00', '10-04T05:00']);
  expect(windows(row('2026-10-09T22:00:00', 240, null), '2026-10-01')).toEqual(['10-09T22:00', '10-10T02:00']);
  expect(windows(row('2026-10-09T22:00:00', 240, null), '2026-11-01')).toEqual([]);
  // Until is the last date on which a window may start; one that began before the month reaches into it.
  expect(windows(row('2026-09-27T23:00:00', 120, 'every day', { until: '2026-10-01' }), '2026-10-01')).toEqual(['10-01T00:00', '10-01T01:00', '10-01T23:00', '10-02T01:00']);
  // The row's own zone: 01:00 in Kolkata is 21:30 the day before in Berlin's summer.
  expect(windows(row('2026-10-04T01:00:00', 60, null, { zone: 'Asia/Kolkata' }), '2026-10-01')).toEqual(['10-03T21:30', '10-03T22:30']);
});

test('minutes are minutes on the wall clock, and no window vanishes when clocks change', () => {
  const sundays = (start: string, minutes: number, month: string) => {
    const set = maintenanceWindows(monthInterval(month, 'Europe/Berlin'), [row(start, minutes, 'every Sunday')], 'Europe/Berlin');
    return Array.from({ length: set.length / 2 }, (_, i) => (set[2 * i + 1]! - set[2 * i]!) / 60);
  };
  // Sundays of March 2026: 1, 8, 15, 22 and 29, when 02:00 becomes 03:00.
  expect(sundays('2026-01-04T01:00:00', 240, '2026-03-01')).toEqual([240, 240, 240, 240, 180]);
  // 02:30 is skipped and becomes 03:30; 05:30 is itself.
  expect(sundays('2026-01-04T02:30:00', 180, '2026-03-01')).toEqual([180, 180, 180, 180, 120]);
  // Wholly inside the skipped hour: no length that day.
  expect(sundays('2026-01-04T02:15:00', 30, '2026-03-01')).toEqual([30, 30, 30, 30]);
  expect(sundays('2026-01-04T02:00:00', 60, '2026-03-01')).toEqual([60, 60, 60, 60]);
  // Sundays of October: 4, 11, 18 and 25, when 03:00 becomes 02:00 again.
  expect(sundays('2026-01-04T01:00:00', 240, '2026-10-01')).toEqual([240, 240, 240, 300]);
});

test('an RRULE that a plain expansion would drop on the Sunday of the change', async () => {
  const item = row('2026-01-25T02:30:00', 60, 'FREQ=MONTHLY;BYDAY=-1SU');
  await loadRecurrences([item]);
  // 02:30 is read as 03:30, and 03:30 is itself: the window is there, without length.
  expect(windows(item, '2026-03-01')).toEqual([]);
  expect(windows({ ...item, minutes: 120 }, '2026-03-01')).toEqual(['03-29T03:30', '03-29T04:30']);
  expect(windows(item, '2026-04-01')).toEqual(['04-26T02:30', '04-26T03:30']);
});

test('rows that mean nothing stay out', () => {
  const month = monthInterval('2026-10-01', 'UTC');
  const bad = [row('2026-10-09T22:00:00', 0, null), row('2026-10-09T22:00:00', NaN, null), row('2026-10-09T22:00:00', 60, 'now and then'), row('', 60, 'every day', { unreadable: ['start'] })];
  expect(maintenanceWindows(month, bad, 'UTC')).toEqual([]);
  expect(maintenanceWindows({ start: 10, end: 10 }, [row('2026-10-09T22:00:00', 60, null)], 'UTC')).toEqual([]);
});

test('overlapping windows count once', () => {
  const rows = [row('2026-10-09T22:00:00', 120, null), row('2026-10-09T23:00:00', 120, null)];
  expect(duration(maintenanceWindows(monthInterval('2026-10-01', 'UTC'), rows, 'UTC'))).toBe(3 * 3600);
});

test('calendars by name', () => {
  const rows = [row('2026-10-09T22:00:00', 120, null), row('2026-10-09T22:00:00', 120, null, { calendar: ' standard ' }), row('2026-10-09T22:00:00', 120, null, { calendar: 'Other' })];
  expect(selectMaintenance('STANDARD', rows)).toEqual(rows.slice(0, 2));
  expect([selectMaintenance(null, rows), selectMaintenance('', rows), selectMaintenance('None', rows)]).toEqual([[], [], []]);
});

describe('quarter hour by quarter hour', () => {
  const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const weekday = fc.constantFrom(...WEEKDAYS);
  const weekdayOf = (date: string) => WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  const dayOf = (date: string) => Number(date.slice(8));
  const lastOf = (date: string) => new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
  const monday = (date: string) => Date.parse(date) / 86_400_000 - ((new Date(date).getUTCDay() + 6) % 7);

  // A phrase, and whether it yields a date.
  const phrase: fc.Arbitrary<{ text: string | null; yields: (date: string, start: string) => boolean }> = fc.oneof(
    fc.constant({ text: null, yields: (date: string, start: string) => date === start }),
    fc.constant({ text: 'every day', yields: () => true }),
    weekday.map((day) => ({ text: `every ${day}`, yields: (date: string) => weekdayOf(date) === day })),
    fc.tuple(fc.integer({ min: 1, max: 5 }), weekday).map(([n, day]) => ({ text: `every ${n} weeks on ${day}`, yields: (date: string, start: string) => weekdayOf(date) === day && ((monday(date) - monday(start)) / 7) % n === 0 })),
    fc.tuple(fc.integer({ min: 0, max: 3 }), weekday).map(([n, day]) => ({ text: `${['first', 'second', 'third', 'fourth'][n]} ${day} of every month`, yields: (date: string) => weekdayOf(date) === day && Math.floor((dayOf(date) - 1) / 7) === n })),
    weekday.map((day) => ({ text: `last ${day} of every month`, yields: (date: string) => weekdayOf(date) === day && dayOf(date) + 7 > lastOf(date) })),
    fc.integer({ min: 1, max: 31 }).map((n) => ({ text: `day ${n} of every month`, yields: (date: string) => dayOf(date) === Math.min(n, lastOf(date)) })),
    fc.constant({ text: 'last day of every month', yields: (date: string) => dayOf(date) === lastOf(date) }),
  );
  const date = fc.integer({ min: 3, max: 400 }).map((n) => reading('2025-12-02', n * 1440).slice(0, 10));

  // Many of them short, in the hours in which clocks change.
  const startQuarter = fc.oneof(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 12 }));
  const quarters = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 4 }));

  test.each(ZONES)('nothing disagrees in %s', (zone) => {
    const clock = wallClock(zone);
    const skips = clock.readings.flatMap((text, i) => (i > 0 && Date.parse(`${text.replace(' ', 'T')}Z`) - Date.parse(`${clock.readings[i - 1]!.replace(' ', 'T')}Z`) > QUARTER * 1000 ? [[clock.readings[i - 1]!, text] as const] : []));
    fc.assert(
      fc.property(phrase, date, startQuarter, quarters, fc.option(date, { nil: null, freq: 3 }), fc.integer({ min: 1000, max: clock.count - 8000 }), fc.integer({ min: 1, max: 6000 }), ({ text, yields }, startDate, startsAt, lasts, until, first, length) => {
        const item = row(`${startDate}T${reading('2026-01-01', startsAt * 15).slice(11)}:00`, lasts * 15, text, { until, zone });
        const start = clock.start + first * QUARTER;
        const end = start + length * QUARTER;
        const set = maintenanceWindows({ start, end }, [item], 'UTC');

        const inside = new Array<boolean>(clock.count).fill(false);
        for (let n = 3; n < 410; n++) {
          const day = reading('2025-12-02', n * 1440).slice(0, 10);
          if (day < startDate || (until !== null && day > until) || !yields(day, startDate)) continue;
          const from = reading(day, startsAt * 15);
          const to = reading(day, (startsAt + lasts) * 15);
          if (skips.some(([before, after]) => before < from && to <= after)) continue;
          for (let t = clock.resolve(from); t < clock.resolve(to); t += QUARTER) inside[(t - clock.start) / QUARTER] = true;
        }
        expect(duration(set)).toBe(inside.slice(first, first + length).filter(Boolean).length * QUARTER);
        for (let i = first; i < first + length; i++) if (contains(set, clock.start + i * QUARTER) !== inside[i]) throw new Error(`${clock.readings[i]} should be ${inside[i] ? 'in' : 'out'}`);
      }),
      { numRuns: runs(250) },
    );
  });
});

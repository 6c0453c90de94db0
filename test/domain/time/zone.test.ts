import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { addDays, addMonths, clockOf, dayOfWeek, isSkipped, isZone, localOf, startOfDate, toInstant, toLocal } from '../../../src/domain/time/zone';
import { QUARTER, ZONES, wallClock } from './wall-clock';
import { runs } from '../../support/runs';

const utc = (text: string) => Date.parse(text) / 1000;

test.each(ZONES)('shows what Intl shows, every quarter of an hour for fourteen months, in %s', (zone) => {
  const clock = wallClock(zone);
  const disagreements = clock.readings.filter((reading, i) => toLocal(clock.start + i * QUARTER, zone).slice(0, 16).replace('T', ' ') !== reading);
  expect(disagreements).toEqual([]);
});

test.each(ZONES)('resolves what the grid resolves, skipped and repeated times included, in %s', (zone) => {
  const clock = wallClock(zone);
  const from = Date.parse(`${clock.readings[100]!.replace(' ', 'T')}Z`);
  const to = Date.parse(`${clock.readings[clock.count - 100]!.replace(' ', 'T')}Z`);
  const wrong: string[] = [];
  for (let wall = from; wall < to; wall += QUARTER * 1000) {
    const local = new Date(wall).toISOString().slice(0, 19);
    if (toInstant(local, zone) !== clock.resolve(local.slice(0, 16).replace('T', ' '))) wrong.push(local);
  }
  expect(wrong).toEqual([]);
});

test('agrees with Temporal in any zone, from 1900 to 2100', () => {
  const zones = ['Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo', 'Asia/Tehran', 'Europe/London', 'Africa/Monrovia', 'Antarctica/Troll', ...ZONES];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: utc('1900-01-01'), max: utc('2100-01-01') }), (zone, seconds) => {
      const local = new Date(seconds * 1000).toISOString().slice(0, 19);
      expect(toInstant(local, zone)).toBe(Math.floor(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds / 1000));
      expect(toLocal(seconds, zone)).toBe(Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }));
    }),
    { numRuns: runs(2000) },
  );
});

// Clocks went from 02:00 to 03:00 at 01:00 UTC, and from 03:00 to 02:00 at 01:00 UTC.
test('a skipped time moves on by the gap; of a repeated one the first counts', () => {
  expect(toInstant('2026-03-29T02:30:00', 'Europe/Berlin')).toBe(utc('2026-03-29T01:30:00Z'));
  expect(toInstant('2026-10-25T02:30:00', 'Europe/Berlin')).toBe(utc('2026-10-25T00:30:00Z'));
  expect(isSkipped(clockOf('2026-03-29T02:30:00'), 'Europe/Berlin')).toBe(true);
  expect(isSkipped(clockOf('2026-03-29T03:00:00'), 'Europe/Berlin')).toBe(false);
});

// Chile's clocks skip midnight: 2026-09-06 begins at 01:00, 04:00 UTC.
test('a date whose midnight is skipped begins after the gap', () => {
  expect(startOfDate('2026-09-06', 'America/Santiago')).toBe(utc('2026-09-06T04:00:00Z'));
});

test('zones are names of the database, in any case', () => {
  expect(['Europe/Berlin', 'europe/berlin', 'UTC', 'Asia/Calcutta'].map(isZone)).toEqual([true, true, true, true]);
  expect(['Mars/Olympus', '', '+01:00', 'Berlin', ' UTC'].map(isZone)).toEqual([false, false, false, false, false]);
  expect(() => toLocal(0, 'Mars/Olympus')).toThrow(RangeError);
});

test('dates', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(['1970-01-01', '2026-10-25', '2026-10-26', '1899-12-31'].map(dayOfWeek)).toEqual([4, 7, 1, 7]);
  expect(localOf(clockOf('2026-10-31T02:30:15'))).toBe('2026-10-31T02:30:15');
});

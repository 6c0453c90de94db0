import { monthInterval, periodOf, windowOf } from '../../../src/domain/time/periods';
import type { PeriodKind } from '../../../src/domain/time/records';
import { toLocal } from '../../../src/domain/time/zone';

const utc = (text: string) => Date.parse(text) / 1000;
const settings = (asOf: string, zone = 'UTC', fiscalYearStarts = 1) => ({ zone, fiscalYearStarts, asOf: utc(asOf) });
const local = ({ start, end }: { start: number; end: number }, zone = 'UTC') => [toLocal(start, zone), toLocal(end, zone)];
const LATER = '2030-01-01T00:00:00Z';

// 31 days of 1,440 minutes less the hour that is skipped on the 29th.
test('a month in Berlin', () => {
  const { start, end } = monthInterval('2026-03-17', 'Europe/Berlin');
  expect(start).toBe(utc('2026-02-28T23:00:00Z'));
  expect(end).toBe(utc('2026-03-31T22:00:00Z'));
  expect((end - start) / 60).toBe(44_580);
});

test.each<[PeriodKind['kind'], string, number, string, string]>([
  ['Month', '2026-11-30', 1, '2026-11-01', '2026-12-01'],
  ['Quarter', '2026-11-30', 1, '2026-10-01', '2027-01-01'],
  ['Quarter', '2026-03-01', 1, '2026-01-01', '2026-04-01'],
  ['Year', '2026-11-30', 1, '2026-01-01', '2027-01-01'],
  ['Fiscal year', '2026-11-30', 1, '2026-01-01', '2027-01-01'],
  ['Fiscal year', '2026-11-30', 4, '2026-04-01', '2027-04-01'],
  ['Fiscal year', '2026-03-31', 4, '2025-04-01', '2026-04-01'],
  ['Fiscal year', '2026-11-30', 12, '2025-12-01', '2026-12-01'],
])('%s of %s, fiscal year from month %i', (kind, month, fiscalYearStarts, start, end) => {
  const period = periodOf({ kind } as PeriodKind, month, settings(LATER, 'America/Los_Angeles', fiscalYearStarts));
  expect(local(period, 'America/Los_Angeles')).toEqual([`${start}T00:00:00`, `${end}T00:00:00`]);
});

test('rolling months end with the report month, or at As of if that comes first', () => {
  const rolling: PeriodKind = { kind: 'Rolling months', count: 3 };
  expect(local(periodOf(rolling, '2026-02-10', settings(LATER)))).toEqual(['2025-12-01T00:00:00', '2026-03-01T00:00:00']);
  expect(local(periodOf(rolling, '2026-05-31', settings('2026-05-31T14:30:00Z')))).toEqual(['2026-02-28T14:30:00', '2026-05-31T14:30:00']);
  expect(local(periodOf({ kind: 'Rolling months', count: 12 }, '2028-02-29', settings('2028-02-29T12:00:00Z')))).toEqual(['2027-02-28T12:00:00', '2028-02-29T12:00:00']);
  // The same local time, though the clock has changed since: 168 hours and one.
  const days = periodOf({ kind: 'Rolling days', count: 7 }, '2026-10-28', settings('2026-10-28T11:00:00Z', 'Europe/Berlin'));
  expect(local(days, 'Europe/Berlin')).toEqual(['2026-10-21T12:00:00', '2026-10-28T12:00:00']);
  expect((days.end - days.start) / 3600).toBe(169);
  expect(() => periodOf({ kind: 'Rolling months', count: 0 }, '2026-02-10', settings(LATER))).toThrow(RangeError);
  expect(() => periodOf({ kind: 'Rolling days', count: 1.5 }, '2026-02-10', settings(LATER))).toThrow(RangeError);
});

test('a window ends with the period, the report month or As of, whichever comes first', () => {
  const window = (kind: PeriodKind, month: string, asOf: string) => local(windowOf(kind, month, settings(asOf)));
  expect(window({ kind: 'Month' }, '2026-10-01', LATER)).toEqual(['2026-10-01T00:00:00', '2026-11-01T00:00:00']);
  expect(window({ kind: 'Year' }, '2026-10-01', LATER)).toEqual(['2026-01-01T00:00:00', '2026-11-01T00:00:00']);
  expect(window({ kind: 'Year' }, '2026-10-01', '2026-10-15T09:00:00Z')).toEqual(['2026-01-01T00:00:00', '2026-10-15T09:00:00']);
  expect(window({ kind: 'Rolling days', count: 30 }, '2026-10-01', '2026-10-15T09:00:00Z')).toEqual(['2026-09-15T09:00:00', '2026-10-15T09:00:00']);
  // As of before the month: nothing is measured yet.
  expect(window({ kind: 'Month' }, '2026-10-01', '2026-09-01T00:00:00Z')).toEqual(['2026-10-01T00:00:00', '2026-10-01T00:00:00']);
});

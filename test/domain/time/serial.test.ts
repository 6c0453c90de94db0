import fc from 'fast-check';
import { instantToSerial, localToSerial, parseIso, serialToInstant, serialToLocal } from '../../../src/domain/time/serial';
import { runs } from '../../support/runs';

const utc = (text: string) => Date.parse(text) / 1000;

// From Excel itself: DATE(1900,1,1) is 1, DATE(1900,3,1) 61, DATE(2008,1,1) 39448, DATE(9999,12,31) 2958465;
// the 1904 system counts 1,462 days less and starts with 0.
test.each([
  [1, 1900, '1900-01-01T00:00:00'],
  [59, 1900, '1900-02-28T00:00:00'],
  [59.5, 1900, '1900-02-28T12:00:00'],
  [61, 1900, '1900-03-01T00:00:00'],
  [61.5, 1900, '1900-03-01T12:00:00'],
  [39448, 1900, '2008-01-01T00:00:00'],
  [2958465, 1900, '9999-12-31T00:00:00'],
  [0, 1904, '1904-01-01T00:00:00'],
  [1.5, 1904, '1904-01-02T12:00:00'],
  [39448 - 1462, 1904, '2008-01-01T00:00:00'],
] as const)('serial %d of the %i system is %s, and back', (serial, system, local) => {
  expect(serialToLocal(serial, system)).toBe(local);
  expect(localToSerial(local, system)).toBe(serial);
});

test('a date that never was, and what lies outside', () => {
  expect([60, 60.99, -1, 2958466, NaN, Infinity].map((serial) => serialToLocal(serial, 1900))).toEqual([null, null, null, null, null, null]);
  expect(serialToLocal(60, 1904)).toBe('1904-03-01T00:00:00');
  expect(localToSerial('1899-12-30T00:00:00', 1900)).toBeNull();
  expect(localToSerial('1903-12-31T23:59:59', 1904)).toBeNull();
});

test('rounded to the nearest second', () => {
  // 46082 is 2026-03-01; 0.1 s is 1.157E-6 of a day.
  expect(serialToLocal(46082 + 0.4 / 86400, 1900)).toBe('2026-03-01T00:00:00');
  expect(serialToLocal(46082 - 0.4 / 86400, 1900)).toBe('2026-03-01T00:00:00');
  expect(serialToLocal(46082 + 0.6 / 86400, 1900)).toBe('2026-03-01T00:00:01');
});

test('every second survives the way to a serial and back, as Excel counts days', () => {
  fc.assert(
    fc.property(fc.integer({ min: utc('1904-01-01'), max: utc('9999-12-31T23:59:59Z') }), fc.constantFrom(1900 as const, 1904 as const), (clock, system) => {
      const local = new Date(clock * 1000).toISOString().slice(0, 19);
      const serial = localToSerial(local, system)!;
      expect(serialToLocal(serial, system)).toBe(local);
      expect(Math.floor(serial)).toBe((Date.parse(local.slice(0, 10)) - Date.UTC(system === 1900 ? 1899 : 1904, system === 1900 ? 11 : 0, system === 1900 ? 30 : 1)) / 86_400_000);
    }),
    { numRuns: runs(1000) },
  );
});

// 2026-03-29 02:30 is skipped in Berlin, and read as 03:30, 01:30 UTC.
test('serials on a zone’s wall clock', () => {
  const midnight = localToSerial('2026-03-29T00:00:00', 1900)!;
  expect(serialToInstant(midnight + 2.5 / 24, 'Europe/Berlin', 1900)).toBe(utc('2026-03-29T01:30:00Z'));
  expect(instantToSerial(utc('2026-03-29T01:30:00Z'), 'Europe/Berlin', 1900)).toBeCloseTo(midnight + 3.5 / 24, 9);
  expect(serialToInstant(60, 'Europe/Berlin', 1900)).toBeNull();
});

test.each([
  ['2026-10-31', { kind: 'date', date: '2026-10-31' }],
  [' 2028-02-29 ', { kind: 'date', date: '2028-02-29' }],
  ['08:30', { kind: 'time', seconds: 30_600 }],
  ['T08:30', { kind: 'time', seconds: 30_600 }],
  ['08:30:15', { kind: 'time', seconds: 30_615 }],
  ['24:00', { kind: 'time', seconds: 86_400 }],
  ['2026-10-31T08:30', { kind: 'local', local: '2026-10-31T08:30:00' }],
  ['2026-10-31 08:30:59', { kind: 'local', local: '2026-10-31T08:30:59' }],
  ['2026-12-31T24:00:00', { kind: 'local', local: '2027-01-01T00:00:00' }],
  ['2026-10-31T08:30:00.500', { kind: 'local', local: '2026-10-31T08:30:01' }],
  ['2026-12-31T23:59:59,7', { kind: 'local', local: '2027-01-01T00:00:00' }],
  ['2026-10-31T08:30:00Z', { kind: 'instant', instant: utc('2026-10-31T08:30:00Z') }],
  ['2026-10-31t08:30z', { kind: 'instant', instant: utc('2026-10-31T08:30:00Z') }],
  ['2026-10-31T08:30+01:00', { kind: 'instant', instant: utc('2026-10-31T07:30:00Z') }],
  ['2026-10-31T08:30-0330', { kind: 'instant', instant: utc('2026-10-31T12:00:00Z') }],
  ['2026-10-31T08:30+05', { kind: 'instant', instant: utc('2026-10-31T03:30:00Z') }],
] as const)('reads %s', (text, value) => {
  expect(parseIso(text)).toEqual(value);
});

test.each([
  ...['', 'yesterday', '31.10.2026', '10/31/2026', '2026-1-5', '2026-02-29', '2026-13-01', '2026-00-10', '2026-10-00', '20261031', '2026-10', '26-10-31'],
  ...['8:30', '8:30 AM', '24:01', '24:00:00.5', '23:60', '12:00:60', '08', '08:30Z', '2026-10-31Z', '2026-10-31+01:00', '2026-10-31T', '2026-10-31T08', '2026-10-31T08:30+25:00', '2026-10-31T08:30+01:00[Europe/Berlin]', '2026-10-31 08:30 CET', '2026-10-31x08:30', '2026-10-3108:30'],
])('does not guess what “%s” may mean', (text) => {
  expect(parseIso(text)).toBeNull();
});

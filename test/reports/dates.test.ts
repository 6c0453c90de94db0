import { dateRange, dateSerial, instantSerial, whenText } from '../../src/reports/dates';
import { at } from '../support/records';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('serials of both date systems, on the workbook’s wall clock', () => {
  // 1 March 2026 is serial 46082 in the 1900 system; the 1904 system counts 1,462 days less.
  expect(dateSerial('2026-03-01', 1900)).toBe(46082);
  expect(dateSerial('2026-03-01', 1904)).toBe(46082 - 1462);
  // 11:00 UTC is 12:00 in Berlin in winter.
  expect(instantSerial(at('2026-03-01T11:00:00Z'), 'Europe/Berlin', 1900)).toBe(46082.5);
});

test('dateRange', () => {
  const range = (start: string, end: string): string => plain(dateRange({ start: at(start), end: at(end) }, 'UTC'));
  expect(range('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z')).toBe('1–31 October 2026');
  expect(range('2026-10-01T00:00:00Z', '2026-10-15T08:00:00Z')).toBe('1–15 October 2026');
  expect(range('2026-05-01T00:00:00Z', '2026-11-01T00:00:00Z')).toBe('1 May – 31 October 2026');
  expect(range('2025-11-30T00:00:00Z', '2026-01-01T00:00:00Z')).toBe('30 November – 31 December 2025');
  expect(range('2026-10-01T00:00:00Z', '2026-10-01T08:00:00Z')).toBe('1 October 2026');
});

test('whenText', () => {
  const when = (start: string, end: string | null): string => plain(whenText(at(start), end === null ? null : at(end), 'UTC'));
  // 15 October 2026 is a Thursday.
  expect(when('2026-10-15T11:52:00Z', '2026-10-15T12:39:00Z')).toBe('Thu 15 Oct, 11:52–12:39');
  expect(when('2026-10-15T22:10:00Z', '2026-10-16T01:05:00Z')).toBe('Thu 15 Oct 22:10 – Fri 16 Oct 01:05');
  expect(when('2026-10-15T22:10:00Z', '2026-10-16T00:00:00Z')).toBe('Thu 15 Oct, 22:10–24:00');
  expect(when('2026-10-15T22:10:00Z', null)).toBe('since Thu 15 Oct 22:10');
});

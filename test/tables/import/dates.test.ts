import { decideOrder, readMoment } from '../../../src/tables/import/dates';
import { readDuration } from '../../../src/tables/import/durations';

/** Seconds on the wall clock. */
const clock = (iso: string) => Date.parse(`${iso}Z`) / 1000;

test.each([
  ['2026-10-07', '2026-10-07T00:00:00'],
  ['2026-10-07 09:10:11.999', '2026-10-07T09:10:12'],
  ['2026-10-07 09:10:15 PM', '2026-10-07T21:10:15'],
  ['2026/10/07 9:05', '2026-10-07T09:05:00'],
  ['07.10.2026 09:10', '2026-10-07T09:10:00'],
  ['7.10.26', '2026-10-07T00:00:00'],
  ['12/Nov/26 3:04 PM', '2026-11-12T15:04:00'],
  ['12-Nov-2026 00:15', '2026-11-12T00:15:00'],
  ['12 November 2026, 12:00 AM', '2026-11-12T00:00:00'],
  ['Nov 12, 2026 12:30 p.m.', '2026-11-12T12:30:00'],
  ['Thu, 12 Nov 2026 15:04:05', '2026-11-12T15:04:05'],
  ['November 1st, 2026', '2026-11-01T00:00:00'],
  ['31/12/2026 24:00', '2027-01-01T00:00:00'],
  ['2026-10-07\u00a009:10', '2026-10-07T09:10:00'],
])('%s', (text, iso) => {
  const moment = readMoment(text)!;
  expect([moment.dmy, moment.offset]).toEqual([clock(iso), null]);
});

test.each([
  ['2026-10-07T09:10:00Z', '2026-10-07T09:10:00'],
  ['2026-10-07 09:10:00 UTC', '2026-10-07T09:10:00'],
  ['2026-10-07T09:10+02:00', '2026-10-07T07:10:00'],
  ['07 Oct 2026 09:10 +0200', '2026-10-07T07:10:00'],
  ['1791364200', '2026-10-07T09:10:00'],
  ['1791364200000', '2026-10-07T09:10:00'],
])('%s is an instant', (text, utc) => {
  const { dmy, mdy, offset } = readMoment(text)!;
  expect(dmy).toBe(mdy);
  expect(dmy! - offset!).toBe(clock(utc));
});

test('a day above 12 has one reading, others have two, equal ones need none', () => {
  expect(readMoment('03/04/2026 09:00')).toEqual({ dmy: clock('2026-04-03T09:00:00'), mdy: clock('2026-03-04T09:00:00'), offset: null });
  expect(readMoment('31/12/2026')).toEqual({ dmy: clock('2026-12-31T00:00:00'), mdy: null, offset: null });
  expect(readMoment('12/31/2026')).toEqual({ dmy: null, mdy: clock('2026-12-31T00:00:00'), offset: null });
  expect(decideOrder([{ line: 2, column: 'Start', text: '05/05/2026', moment: readMoment('05/05/2026')! }], []).order).toBeNull();
});

test.each(['', 'soon', '46302.5', '20261007', '32/13/2026', '29/02/2026', '2026-02-30', '10-11-12', '26/03/04', '3/4/26 9:10', '09:10', '12/Mai/26', '2026-10-07 25:00', '2026-10-07 13:00 PM', '07/10/2026 09:10 CET', '1/2', '99999999999999'])('%j is no date', (text) => {
  expect(readMoment(text)).toBeNull();
});

test.each([
  ['2h 15m', 8100],
  ['47m 30s', 2850],
  ['1d 2h', 93_600],
  ['1 day, 2 hours, 3 minutes', 93_780],
  ['1 hour 5 min', 3900],
  ['1.5h', 5400],
  ['00:43:12', 2592],
  ['1d 02:03:04', 93_784],
  ['1 day, 2:03:04', 93_784],
  ['PT2H15M', 8100],
  ['P1DT1S', 86_401],
  ['0s', 0],
])('%s lasts %i seconds', (text, seconds) => {
  expect(readDuration(text)).toBe(seconds);
});

test.each(['', '43', '00:43', '2M 3d', '1y', 'a while', 'P', 'PT', '5 mice', '-5m'])('%j has no length that can be told', (text) => {
  expect(readDuration(text)).toBeNull();
});

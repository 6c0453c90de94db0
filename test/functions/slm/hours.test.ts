import { at, HOLIDAYS, HOURS, JULY, JUNE, loosely, one } from '../custom-functions';
import { notMeasurable } from '../../../src/functions/errors';
import { deadline, inHours, serviceTime } from '../../../src/functions/slm/hours';
import { agreedTime } from '../../../src/functions/slm/outages';

/** A time of day. */
const clock = (hours: number) => hours / 24;
const NONE = [['Item', 'Start', 'End']];

test('serial of 1 June 2026', () => {
  expect(at('2026-06-01')).toBe(46174);
});

describe('SERVICETIME', () => {
  test('hours less holidays', async () => {
    expect(await loosely(serviceTime, JUNE, JULY, HOURS)).toBe(22 * 600);
    expect(await loosely(serviceTime, JUNE, JULY, HOURS, HOLIDAYS)).toBe(21 * 600);
  });

  test('around the clock, in the zone of the dates', async () => {
    // 31 days of 1,440 minutes; in Berlin the clock skips an hour of March.
    expect(await loosely(serviceTime, one('2026-03-01'), one('2026-04-01'))).toBe(44_640);
    expect(await loosely(serviceTime, one('2026-03-01'), one('2026-04-01'), null, null, 'Europe/Berlin')).toBe(44_580);
    // A date that is 0 or blank is none at all.
    expect(await loosely(serviceTime, one(0), JULY)).toBe('#VALUE! from is blank.');
    expect(await loosely(serviceTime, JUNE, one(null))).toBe('#VALUE! to is blank.');
  });

  test('holidays without hours take their dates out of 24×7', async () => {
    expect(await loosely(serviceTime, JUNE, JULY, null, HOLIDAYS)).toBe(29 * 1440);
    expect(await loosely(serviceTime, JUNE, JULY, [[null]], HOLIDAYS)).toBe(29 * 1440);
  });

  test('a column of starts against a row of ends', async () => {
    const starts = [[at('2026-06-01')], [at('2026-06-08')]];
    const ends = [[at('2026-06-08'), at('2026-06-15')]];
    expect(await loosely(serviceTime, starts, ends, HOURS)).toEqual([[5 * 600, 10 * 600], [0, 5 * 600]]);
    expect(await loosely(serviceTime, starts, [[at('2026-06-05')]], HOURS)).toEqual([[4 * 600], ['#NUM!']]);
  });

  test('to before from', async () => {
    expect(await loosely(serviceTime, JULY, JUNE, HOURS)).toBe('#NUM!');
    expect(await loosely(serviceTime, JUNE, JUNE, HOURS)).toBe(0);
  });

  test('more than a hundred years are not written out', async () => {
    expect(await loosely(serviceTime, JUNE, one('9999-12-31'), HOURS)).toBe('#NUM!');
    // The end of time as an end is cut at As of: the 30 days of June.
    expect(await loosely(agreedTime, one('Mail'), JUNE, one('9999-12-31'), NONE, null, null, null, null, JULY[0]![0])).toBe(43_200);
  });

  test('columns in any order and by other names; rows that are blank throughout', async () => {
    const hours = [['End time', 'calendar', 'START', 'Remark', 'days'], [clock(18), 'Office', clock(8), 'x', 'Mon-Fri'], [0, 0, 0, 0, 0], [null, null, null, null, null]];
    const tidy = hours.filter((row) => row[1] !== 0);
    expect(await loosely(serviceTime, JUNE, JULY, tidy)).toBe(22 * 600);
  });

  test('several calendars: one must be named', async () => {
    const hours = [...HOURS, ['Shop', 'Sat', clock(9), clock(12)]];
    expect(await loosely(serviceTime, JUNE, JULY, hours)).toBe('#VALUE! hours holds several calendars (Office, Shop); calendar must name one.');
    // Four Saturdays of 180 minutes.
    expect(await loosely(serviceTime, JUNE, JULY, hours, null, null, 'shop')).toBe(4 * 180);
    expect(await loosely(serviceTime, JUNE, JULY, hours, null, null, 'Yard')).toBe('#VALUE! hours: No service hours are given for the calendar Yard.');
    const holidays = [['Calendar', 'Date'], ['Shop', at('2026-06-06')], ['Office', at('2026-06-05')], ['', at('2026-06-13')]];
    expect(await loosely(serviceTime, JUNE, JULY, hours, holidays, null, 'Shop')).toBe(2 * 180);
    expect(await loosely(serviceTime, JUNE, JULY, null, holidays)).toBe('#VALUE! holidays holds several calendars (Shop, Office); calendar must name one.');
    expect(await loosely(serviceTime, JUNE, JULY, null, holidays, null, 'Shop')).toBe(28 * 1440);
  });

  test('a calendar row’s own zone governs its hours', async () => {
    // 08:00–18:00 in Kolkata is 02:30–12:30 UTC.
    const hours = [[...HOURS[0]!, 'Time zone'], [...HOURS[1]!, 'Asia/Kolkata']];
    expect(await loosely(serviceTime, one('2026-06-01T02:00'), one('2026-06-01T03:00'), hours)).toBe(30);
    expect(await loosely(serviceTime, JUNE, JULY, [hours[0], [...HOURS[1]!, 'Asia/Bombay!']])).toMatch(/^#VALUE! hours, row 2: Unknown time zone “Asia\/Bombay!”/);
  });

  test('bad input names the argument and the row', async () => {
    expect(await loosely(serviceTime, one('1 June'), JULY)).toMatch(/^#VALUE! from /);
    expect(await loosely(serviceTime, JUNE, one(true))).toMatch(/^#VALUE! to /);
    expect(await loosely(serviceTime, JUNE, JULY, null, null, 'Mars/Olympus')).toBe('#VALUE! zone “Mars/Olympus” is no IANA time zone, such as Europe/Berlin.');
    expect(await loosely(serviceTime, JUNE, JULY, [['Calendar', 'Days', 'Start'], ['Office', 'Mon-Fri', clock(8)]])).toBe('#VALUE! hours has no column End; its first row must be the header.');
    expect(await loosely(serviceTime, JUNE, JULY, [...HOURS, ['Office', 'Mo-Fr?', clock(8), clock(9)]])).toMatch(/^#VALUE! hours, row 3: Days/);
    expect(await loosely(serviceTime, JUNE, JULY, HOURS, [...HOLIDAYS, [notMeasurable('x'), null, null, null, null]])).toMatch(/^#VALUE! holidays, row 3: #N\/A in Date/);
    expect(await loosely(serviceTime, JUNE, one(notMeasurable('x')))).toMatch(/^#VALUE! #N\/A in to/);
    expect(await loosely(serviceTime, JUNE, JULY, [[...HOURS[0]!, 'Start'], [...HOURS[1]!, 0]])).toBe('#VALUE! hours has two columns that mean Start.');
  });
});

describe('DEADLINE', () => {
  // 2026-06-05 is a Friday.
  const friday17 = one(at('2026-06-05T17:00'));
  test('minutes, hours, days, back, zero', async () => {
    expect(await loosely(deadline, friday17, one(120), null, HOURS)).toBeCloseTo(at('2026-06-08T09:00'), 9);
    expect(await loosely(deadline, friday17, one(60), 'minutes', HOURS)).toBeCloseTo(at('2026-06-05T18:00'), 9);
    expect(await loosely(deadline, friday17, one(2), 'Hours', HOURS)).toBeCloseTo(at('2026-06-08T09:00'), 9);
    expect(await loosely(deadline, friday17, one(1), 'days', HOURS)).toBeCloseTo(at('2026-06-08T17:00'), 9);
    expect(await loosely(deadline, friday17, one(-10), 'hours', HOURS)).toBeCloseTo(at('2026-06-04T17:00'), 9);
    expect(await loosely(deadline, one(at('2026-06-06T10:00')), one(0), null, HOURS)).toBe(at('2026-06-08T08:00'));
  });

  test('holidays, zones and spills', async () => {
    // Thursday 4 June is a holiday: from Wednesday 17:00, two hours end on Friday 09:00.
    expect(await loosely(deadline, one(at('2026-06-03T17:00')), one(2), 'hours', HOURS, HOLIDAYS)).toBeCloseTo(at('2026-06-05T09:00'), 9);
    // Serials are Berlin's wall clock, where 24 October 12:00 and 24 hours is 25 October 11:00.
    expect(await loosely(deadline, one(at('2026-10-24T12:00')), one(24), 'hours', null, null, 'Europe/Berlin')).toBeCloseTo(at('2026-10-25T11:00'), 9);
    expect(await loosely(deadline, [[at('2026-06-05T17:00')], [at('2026-06-08T08:00')]], one(600), null, HOURS)).toEqual([[expect.closeTo(at('2026-06-08T17:00'), 9)], [expect.closeTo(at('2026-06-08T18:00'), 9)]]);
  });

  test('what cannot be', async () => {
    expect(await loosely(deadline, friday17, one(1.5), 'days', HOURS)).toBe('#VALUE! amount is 1.5; days are whole.');
    expect(await loosely(deadline, friday17, one(1), 'weeks', HOURS)).toBe('#VALUE! unit is “weeks”; expected minutes, hours or days.');
    expect(await loosely(deadline, friday17, one('soon'), null, HOURS)).toMatch(/^#VALUE! amount/);
    expect(await loosely(deadline, friday17, one(1), null, [[...HOURS[0]!, 'Until'], [...HOURS[1]!, at('2026-06-01')]])).toBe('#NUM!');
    expect(await loosely(deadline, friday17, one(100_000), 'hours')).toBe('#NUM!');
    expect(await loosely(deadline, one(null), one(1))).toBe('#VALUE! start is blank.');
  });
});

test('INHOURS: open from opening on, not at closing', async () => {
  const instants = [[at('2026-06-05T07:59')], [at('2026-06-05T08:00')], [at('2026-06-05T18:00')], [at('2026-06-04T12:00')], [null]];
  expect(await loosely(inHours, instants, HOURS, HOLIDAYS)).toEqual([[false], [true], [false], [false], ['#VALUE! instant is blank.']]);
  expect(await loosely(inHours, one('2026-06-06T12:00Z'))).toBe(true);
});

import { cell } from './custom-functions';
import { agreedTime, allowed, availability, breaks, deadline, downtime, inHours, serviceTime, status } from '../../src/functions/functions';
import { notMeasurable } from '../../src/functions/errors';

/** Serial of a UTC date and time; 2026-06-01 is 46174. */
const at = (text: string) => (Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
const JUNE = [[at('2026-06-01')]];
const JULY = [[at('2026-07-01')]];
const one = (value: unknown) => [[value]];
/** A time of day. */
const clock = (hours: number, minutes = 0) => (hours * 60 + minutes) / 1440;

// June 2026 begins on a Monday: 22 weekdays. Office hours 08:00–18:00 are 600 minutes.
const HOURS = [['Calendar', 'Days', 'Start', 'End'], ['Office', 'Mon-Fri', clock(8), clock(18)]];
const HOLIDAYS = [['Date', 'Calendar', 'Name', 'Start', 'End'], [at('2026-06-04'), null, 'Corpus Christi', null, null]];
const NONE = [['Item', 'Start', 'End']];

const loosely = <Given extends unknown[]>(call: (...given: Given) => unknown, ...given: unknown[]) => cell(() => call(...(given as Given)));

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

describe('measures', () => {
  // 30 days 24×7: a 240-minute maintenance window in which the service was down, as planned, and a
  // 43-minute outage outside it.
  const OUTAGES = [
    ['Item', 'Start', 'End', 'Planned'],
    ['Mail', at('2026-06-07T01:00'), at('2026-06-07T05:00'), 'Yes'],
    ['Mail', at('2026-06-16T10:00'), at('2026-06-16T10:43'), 'No'],
    ['Print', at('2026-06-20T10:00'), at('2026-06-20T11:00'), 'No'],
  ];
  const MAINTENANCE = [['Calendar', 'Start', 'Minutes', 'Repeats'], ['Standard', at('2026-06-07T01:00'), 240, 'first Sunday of every month']];
  const rule = (planned: string | null) => [one('Mail'), JUNE, JULY, OUTAGES, null, null, MAINTENANCE, planned];

  test('the three rules for planned time', async () => {
    expect(await loosely(availability, ...rule('Forgiven'))).toBeCloseTo(1 - 43 / 43_200, 12);
    expect(await loosely(availability, ...rule(null))).toBeCloseTo(1 - 43 / 42_960, 12);
    expect(await loosely(availability, ...rule('counted'))).toBeCloseTo(1 - 283 / 43_200, 12);
    expect(await loosely(agreedTime, ...rule('Excluded'))).toBe(42_960);
    expect(await loosely(agreedTime, ...rule('Forgiven'))).toBe(43_200);
    expect(await loosely(agreedTime, ...rule('Counted'))).toBe(43_200);
    expect(await loosely(downtime, ...rule('Excluded'))).toBe(43);
    expect(await loosely(downtime, ...rule('Counted'))).toBe(283);
    expect(await loosely(breaks, ...rule('Excluded'))).toBe(1);
    expect(await loosely(breaks, ...rule('Counted'))).toBe(2);
    expect(await loosely(downtime, ...rule('Ignored'))).toBe('#VALUE! planned is “Ignored”; expected Excluded, Forgiven or Counted.');
  });

  test('items against months spill a matrix', async () => {
    const items = [['MAIL'], ['Print'], ['Intranet'], [null]];
    const months = [[at('2026-06-01'), at('2026-07-01')]];
    const ends = [[at('2026-07-01'), at('2026-08-01')]];
    expect(await loosely(downtime, items, months, ends, OUTAGES)).toEqual([[43, 0], [60, 0], [0, 0], ['#VALUE! item is blank.', '#VALUE! item is blank.']]);
  });

  test('hours, holidays and impact weigh', async () => {
    // 43 minutes at 30% inside office hours: 12.9; the planned ones lie on a Sunday.
    const partly = [[...OUTAGES[0]!, 'Impact'], ...OUTAGES.slice(1).map((row, i) => [...row, i === 1 ? '30%' : null])];
    expect(await loosely(downtime, one('Mail'), JUNE, JULY, partly, HOURS)).toBeCloseTo(12.9, 12);
    expect(await loosely(availability, one('Mail'), JUNE, JULY, partly, HOURS, HOLIDAYS)).toBeCloseTo(1 - 12.9 / 12_600, 12);
  });

  test('an outage whose end is blank, or 0, is open and runs to asof, or to the end', async () => {
    for (const blank of [null, 0, '']) {
      const open = [['Item', 'Start', 'End'], ['Mail', at('2026-06-30T23:00'), blank]];
      expect(await loosely(downtime, one('Mail'), JUNE, JULY, open)).toBe(60);
      expect(await loosely(downtime, one('Mail'), JUNE, JULY, open, null, null, null, null, at('2026-06-30T23:10'))).toBe(10);
      expect(await loosely(agreedTime, one('Mail'), JUNE, JULY, open, null, null, null, null, at('2026-06-30T23:10'))).toBe(29 * 1440 + 23 * 60 + 10);
      expect(await loosely(downtime, one('Mail'), JUNE, JULY, open, null, null, null, null, 0)).toBe(60);
    }
  });

  test('no agreed time', async () => {
    const none = [one('Mail'), JUNE, JUNE, OUTAGES] as const;
    expect(await loosely(availability, ...none)).toBe('#N/A There is no agreed service time in the window.');
    expect([await loosely(agreedTime, ...none), await loosely(downtime, ...none), await loosely(breaks, ...none)]).toEqual([0, 0, 0]);
    // As of lies before the window: nothing has happened yet.
    expect(await loosely(availability, one('Mail'), JUNE, JULY, OUTAGES, null, null, null, null, '2026-05-01')).toMatch(/^#N\/A/);
    expect(await loosely(availability, one('Mail'), JULY, JUNE, OUTAGES)).toBe('#NUM!');
    expect(await loosely(availability, one('Mail'), JUNE, JULY, NONE)).toBe(1);
    expect(await loosely(availability, one('Mail'), JUNE, JULY, null)).toBe(1);
  });

  test('breaks: outages that overlap or touch are one', async () => {
    const rows = (...times: [string, string][]) => [['Item', 'Start', 'End'], ...times.map(([start, end]) => ['Mail', `2026-06-${start}Z`, `2026-06-${end}Z`])];
    expect(await loosely(breaks, one('Mail'), JUNE, JULY, rows(['02T10:00', '02T11:00'], ['02T11:00', '02T12:00'], ['02T11:30', '02T11:40'], ['03T10:00', '03T10:05']))).toBe(2);
    // One that starts and ends in the same minute counts nothing.
    expect(await loosely(breaks, one('Mail'), JUNE, JULY, rows(['02T10:00', '02T10:00']))).toBe(0);
  });

  test('terms: what is ignored, what makes a break, how long before work must be announced', async () => {
    const outages = [
      ['Item', 'Start', 'End', 'Impact', 'Planned', 'Notified', 'Customer'],
      ['Mail', at('2026-06-02T10:00'), at('2026-06-02T10:04'), 1, 'No', null, 'Retail'],
      ['Mail', at('2026-06-03T10:00'), at('2026-06-03T10:30'), 0.4, 'No', null, null],
      ['Mail', at('2026-06-10T10:00'), at('2026-06-10T11:00'), 1, 'Yes', at('2026-06-08T10:00'), null],
    ];
    const by = (terms: unknown[][] | null) => [one('Mail'), JUNE, JULY, outages, null, null, null, null, null, null, null, terms];
    // Without terms: 4 + 0.4 × 30 = 16 minutes in two breaks; the planned hour is no downtime.
    expect(await loosely(downtime, ...by(null))).toBeCloseTo(16, 12);
    expect(await loosely(breaks, ...by(null))).toBe(2);
    expect(await loosely(downtime, ...by([['Ignore under minutes'], [5]]))).toBeCloseTo(12, 12);
    expect(await loosely(breaks, ...by([['Break level percent'], ['50%']]))).toBe(1);
    // Announced two days before: enough for two, late for three.
    expect(await loosely(downtime, ...by([['Notice days'], [2]]))).toBeCloseTo(16, 12);
    expect(await loosely(downtime, ...by([['Notice days'], [3]]))).toBeCloseTo(76, 12);
    // In force from 3 to 9 June, inclusive: 7 days, and of the outages only the second.
    expect(await loosely(agreedTime, ...by([['End date', 'Start date'], [at('2026-06-09'), at('2026-06-03')]]))).toBe(7 * 1440);
    expect(await loosely(downtime, ...by([['End date', 'Start date'], [at('2026-06-09'), at('2026-06-03')]]))).toBeCloseTo(12, 12);
    expect(await loosely(downtime, ...by([['Customer'], ['Wholesale']]))).toBeCloseTo(12, 12);
    expect(await loosely(downtime, ...by([['Notice days'], ['some']]))).toMatch(/^#VALUE! terms: Notice days/);
    expect(await loosely(downtime, ...by([['Notice days'], [1], [2]]))).toBe('#VALUE! terms has 2 rows; expected a header row and one row.');
    expect(await loosely(downtime, ...by([['Start date', 'End date'], [at('2026-06-09'), at('2026-06-03')]]))).toBe('#VALUE! terms: End date 2026-06-03 is before Start date 2026-06-09.');
  });

  test('an outage that goes on at As of is measured to it, by default to the end of its window', async () => {
    // Down from 23:57 on 30 June for ten minutes; shorter than five is left out. At the end of June it
    // was three minutes long; looked at in July, three minutes fall into June and seven into July.
    const outages = [['Item', 'Start', 'End'], ['Mail', at('2026-06-30T23:57'), at('2026-07-01T00:07')]];
    const by = (asof: unknown) => [one('Mail'), [[at('2026-06-01'), at('2026-07-01')]], [[at('2026-07-01'), at('2026-08-01')]], outages, null, null, null, null, asof, null, null, [['Ignore under minutes'], [5]]];
    expect(await loosely(downtime, ...by(null))).toEqual([[0, 7]]);
    expect(await loosely(downtime, ...by('2026-09-01'))).toEqual([[3, 7]]);
  });

  test('terms name the maintenance calendar; a name without rows means none', async () => {
    const by = (calendar: string | null, terms: unknown[][] | null) => [one('Mail'), JUNE, JULY, NONE, null, null, MAINTENANCE, null, null, null, calendar, terms];
    expect(await loosely(agreedTime, ...by(null, null))).toBe(42_960);
    expect(await loosely(agreedTime, ...by('Office', null))).toBe(43_200);
    expect(await loosely(agreedTime, ...by('Office', [['Maintenance'], ['standard']]))).toBe(42_960);
    expect(await loosely(agreedTime, ...by(null, [['Maintenance'], ['None']]))).toBe(43_200);
    const two = [...MAINTENANCE, ['Office', at('2026-06-08T08:00'), 60, null]];
    expect(await loosely(agreedTime, one('Mail'), JUNE, JULY, NONE, null, null, two)).toBe('#VALUE! maintenance holds several calendars (Standard, Office); calendar must name one.');
    // The calendar of the hours: its own maintenance of one hour on Monday.
    expect(await loosely(agreedTime, one('Mail'), JUNE, JULY, NONE, HOURS, null, two)).toBe(22 * 600 - 60);
  });

  test('a maintenance rule in RFC 5545 form', async () => {
    const rule5545 = [MAINTENANCE[0]!, ['Standard', at('2026-06-07T01:00'), 240, 'FREQ=MONTHLY;BYDAY=1SU']];
    expect(await loosely(agreedTime, one('Mail'), JUNE, JULY, NONE, null, null, rule5545)).toBe(42_960);
    expect(await loosely(agreedTime, one('Mail'), JUNE, JULY, NONE, null, null, [MAINTENANCE[0]!, ['Standard', at('2026-06-07T01:00'), 240, 'now and then']])).toMatch(/^#VALUE! maintenance, row 2: /);
  });

  test('dependencies: what an item stands on counts', async () => {
    // Mail needs the network, and one of two servers.
    const dependencies = [
      ['Item', 'Depends on', 'Group', 'Required'],
      ['Mail', 'Network', null, null],
      ['Mail', 'Server A', 'servers', 1],
      ['Mail', 'Server B', 'servers', 1],
    ];
    const outages = [
      ['Item', 'Start', 'End'],
      ['Network', at('2026-06-02T10:00'), at('2026-06-02T10:10')],
      ['Server A', at('2026-06-03T10:00'), at('2026-06-03T12:00')],
      ['Server B', at('2026-06-03T11:00'), at('2026-06-03T11:20')],
    ];
    const by = (item: unknown, map: unknown) => [one(item), JUNE, JULY, outages, null, null, null, null, null, null, null, null, map];
    expect(await loosely(downtime, ...by('Mail', null))).toBe(0);
    expect(await loosely(downtime, ...by('mail', dependencies))).toBe(30);
    expect(await loosely(breaks, ...by('Mail', dependencies))).toBe(2);
    expect(await loosely(downtime, ...by('Server A', dependencies))).toBe(120);
    expect(await loosely(downtime, ...by('Mail', [...dependencies, ['Mail', 'Server C', 'servers', 2]]))).toMatch(/^#VALUE! dependencies, row 5: /);
    // Things that stand on each other are both down with either, and nothing hangs.
    expect(await loosely(downtime, ...by('Mail', [...dependencies, ['Network', 'Mail', null, null]]))).toBe(30);
  });

  test('what a workbook’s reading calls an error is one here, by row', async () => {
    const rows = (row: unknown[]) => [one('Mail'), JUNE, JULY, [['Item', 'Start', 'End', 'Impact', 'Counts', 'Reason'], ['Mail', at('2026-06-02'), at('2026-06-03'), null, null, null], row]];
    expect(await loosely(downtime, ...rows(['Mail', 'last Monday', null, null, null, null]))).toMatch(/^#VALUE! outages, row 3: Start/);
    expect(await loosely(downtime, ...rows(['Mail', null, at('2026-06-03'), null, null, null]))).toMatch(/^#VALUE! outages, row 3: Start is blank/);
    expect(await loosely(downtime, ...rows(['Mail', at('2026-06-03'), at('2026-06-02'), null, null, null]))).toMatch(/^#VALUE! outages, row 3: End before Start/);
    expect(await loosely(downtime, ...rows(['Mail', at('2026-06-03'), at('2026-06-04'), 30, null, null]))).toMatch(/^#VALUE! outages, row 3: Impact/);
    expect(await loosely(downtime, ...rows(['Mail', at('2026-06-03'), at('2026-06-04'), null, 'No', null]))).toMatch(/^#VALUE! outages, row 3: Set aside without a reason/);
    expect(await loosely(downtime, ...rows([notMeasurable('x'), at('2026-06-03'), at('2026-06-04'), null, null, null]))).toMatch(/^#VALUE! outages, row 3: #N\/A in Item/);
    expect(await loosely(downtime, ...rows(['Mail', at('2026-06-03'), at('2026-06-04'), null, 'No', 'Agreed with the customer']))).toBe(1440);
    expect(await loosely(downtime, one('Mail'), JUNE, JULY, [['Name', 'Start'], ['Mail', 46174]])).toMatch(/^#VALUE! outages has no column Item/);
  });

  test('the same range changed in one cell is read anew', async () => {
    const changed = OUTAGES.map((row) => [...row]);
    expect(await loosely(downtime, one('Print'), JUNE, JULY, OUTAGES)).toBe(60);
    changed[3]![2] = at('2026-06-20T12:00');
    expect(await loosely(downtime, one('Print'), JUNE, JULY, changed)).toBe(120);
    expect(await loosely(downtime, one('Print'), JUNE, JULY, OUTAGES)).toBe(60);
    // The same cells in another zone are other instants: New York's night of 20 June is Berlin's morning.
    expect(await loosely(downtime, one('Print'), one(at('2026-06-20T10:30')), JULY, OUTAGES, null, null, null, null, null, 'Europe/Berlin')).toBe(30);
  });
});

describe('ALLOWED', () => {
  test('(1 − target) × agreed time', async () => {
    // 0.1% of 43,200 minutes, and of 13,200.
    expect(await loosely(allowed, one(0.999), JUNE, JULY)).toBe(43.2);
    expect(await loosely(allowed, one('99.9%'), JUNE, JULY, HOURS)).toBe(13.2);
    expect(await loosely(allowed, [[0.99], [0.995]], JUNE, JULY, HOURS)).toEqual([[132], [66]]);
    expect(await loosely(allowed, one(1), JUNE, JULY)).toBe(0);
  });

  test('maintenance by the rule and the terms', async () => {
    const maintenance = [['Calendar', 'Start', 'Minutes'], ['Standard', at('2026-06-07T01:00'), 240]];
    expect(await loosely(allowed, one(0.999), JUNE, JULY, null, null, maintenance)).toBeCloseTo(42.96, 12);
    expect(await loosely(allowed, one(0.999), JUNE, JULY, null, null, maintenance, 'Forgiven')).toBe(43.2);
    expect(await loosely(allowed, one(0.999), JUNE, JULY, null, null, maintenance, null, null, null, [['Start date'], [at('2026-06-21')]])).toBe(14.4);
  });

  test('targets that are none', async () => {
    expect(await loosely(allowed, one(99.9), JUNE, JULY)).toMatch(/^#VALUE! target is above 100%/);
    expect(await loosely(allowed, one('high'), JUNE, JULY)).toMatch(/^#VALUE! target/);
    expect(await loosely(allowed, one(null), JUNE, JULY)).toBe('#VALUE! target is blank.');
    expect(await loosely(allowed, one(0.999), JULY, JUNE)).toBe('#NUM!');
  });
});

describe('STATUS', () => {
  test('the comparison, the budget left, and what is not measurable', async () => {
    expect(await loosely(status, one(0.9991), '>=', one(0.999))).toBe('Met');
    expect(await loosely(status, one(0.9989), '>=', one(0.999))).toBe('Missed');
    expect(await loosely(status, one(3), '<=', one(3))).toBe('Met');
    expect(await loosely(status, one(3), '<', one(3))).toBe('Missed');
    expect(await loosely(status, one(0.9991), '>=', one(0.999), one(0.25))).toBe('At risk');
    expect(await loosely(status, one(0.9991), '>=', one(0.999), one(0.26))).toBe('Met');
    expect(await loosely(status, one(0.9991), '>=', one(0.999), one(0.26), 0.5)).toBe('At risk');
    expect(await loosely(status, one(0.9991), '>=', one(0.999), one(-0.01))).toBe('Missed');
    expect(await loosely(status, one(notMeasurable('x')), '>=', one(0.999))).toBe('Not measurable');
    expect(await loosely(status, one(null), '>=', one(0.999))).toBe('Not measurable');
    expect(await loosely(status, one(0), '<=', one(2))).toBe('Met');
  });

  test('spills, and names what is wrong', async () => {
    expect(await loosely(status, [[0.9991], [notMeasurable('x')], [0.5]], '>=', one('99.9%'))).toEqual([['Met'], ['Not measurable'], ['Missed']]);
    expect(await loosely(status, one(1), '=', one(1))).toBe('#VALUE! comparator is “=”; expected >=, >, <= or <.');
    expect(await loosely(status, one(1), null, one(1))).toBe('#VALUE! comparator is blank; expected >=, >, <= or <.');
    expect(await loosely(status, one(1), '>=', one(null))).toBe('#VALUE! target is blank.');
    expect(await loosely(status, one('good'), '>=', one(1))).toMatch(/^#VALUE! actual/);
  });
});

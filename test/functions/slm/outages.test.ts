import { at, HOLIDAYS, HOURS, JULY, JUNE, loosely, one } from '../custom-functions';
import { notMeasurable } from '../../../src/functions/errors';
import { agreedTime, allowed, availability, breaks, downtime, longestOutage, mtbf, mtrs, worstWindow } from '../../../src/functions/slm/outages';

const NONE = [['Item', 'Start', 'End']];

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

describe('LONGESTOUTAGE, MTRS, MTBF, WORSTWINDOW', () => {
  // 30 minutes and, the day after, 90 at a third of the users, of which 60 lie in office hours.
  const OUTAGES = [
    ['Item', 'Start', 'End', 'Impact'],
    ['Mail', at('2026-06-02T10:00'), at('2026-06-02T10:30'), null],
    ['Mail', at('2026-06-03T17:00'), at('2026-06-03T18:30'), 1 / 3],
  ];
  const by = (...more: unknown[]) => [one('Mail'), JUNE, JULY, OUTAGES, ...more];

  test('minutes impaired, whatever the impact', async () => {
    expect(await loosely(longestOutage, ...by())).toBe(90);
    expect(await loosely(longestOutage, ...by(HOURS))).toBe(60);
    expect(await loosely(mtrs, ...by())).toBe(60);
    expect(await loosely(mtrs, ...by(HOURS))).toBe(45);
    // (43,200 − 120) ÷ 2 min are 359 h; (13,200 − 90) ÷ 2 are 109.25 h.
    expect(await loosely(mtbf, ...by())).toBe(359);
    expect(await loosely(mtbf, ...by(HOURS))).toBe(109.25);
  });

  test('without breaks, and without agreed time', async () => {
    const none = '#N/A There is no break in the window, or no agreed service time.';
    for (const given of [[one('Web'), JUNE, JULY, OUTAGES], [one('Mail'), JUNE, JUNE, OUTAGES]]) {
      expect(await loosely(longestOutage, ...given)).toBe(0);
      expect(await loosely(worstWindow, one(5), ...given)).toBe(0);
      expect(await loosely(mtrs, ...given)).toBe(none);
      expect(await loosely(mtbf, ...given)).toBe(none);
    }
    for (const call of [longestOutage, mtrs, mtbf]) expect(await loosely(call, one('Mail'), JULY, JUNE, OUTAGES)).toBe('#NUM!');
  });

  test('the worst stretch weighs by impact; lengths broadcast with items and dates', async () => {
    expect(await loosely(worstWindow, [[10], [30], [60], [1440]], ...by())).toEqual([[10], [30], [30], [30]]);
    // From 2 June 10:00 to 3 June 18:30 is 32.5 h: 30 + 30 min; a fraction of a minute is a length, too.
    expect(await loosely(worstWindow, [[32.5 * 60, 0.5]], ...by())).toEqual([[expect.closeTo(60, 6), 0.5]]);
    expect(await loosely(worstWindow, one(20), one('Mail'), one(at('2026-06-03T00:00')), JULY, OUTAGES)).toBeCloseTo(20 / 3, 6);
    expect(await loosely(worstWindow, one(0), ...by())).toBe('#VALUE! minutes is 0; expected a number above 0.');
    expect(await loosely(worstWindow, [[5], [null]], ...by())).toEqual([[5], ['#VALUE! minutes is blank.']]);
  });

  test('against every second of a day', async () => {
    // Outages of odd lengths, some overlapping; the reference slides a window second by second.
    const starts = [0, 400, 405, 1000, 1003, 1700, 2500, 2501];
    const lengths = [37, 20, 90, 1, 64, 11, 200, 50];
    const second = (s: number) => at('2026-06-01') + s / 86_400;
    const rows = starts.map((start, i) => ['Mail', second(start), second(start + lengths[i]!)]);
    const down = new Array<number>(3600).fill(0);
    starts.forEach((start, i) => down.fill(1, start, start + lengths[i]!));
    for (const length of [1, 30, 61, 200, 700, 1500, 3599]) {
      let most = 0;
      for (let from = 0; from + length <= 3600; from++) most = Math.max(most, down.slice(from, from + length).reduce((sum, one) => sum + one, 0));
      expect((await loosely(worstWindow, one(length / 60), one('Mail'), JUNE, one(second(3600)), [['Item', 'Start', 'End'], ...rows])) as number).toBeCloseTo(most / 60, 9);
    }
  });
});

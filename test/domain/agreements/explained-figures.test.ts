/** What stands behind a target's figure, so that a reader can add it up again. */
import { targetFigures } from '../../../src/domain/agreements/target-figures';
import type { Agreement, Target } from '../../../src/domain/agreements/records';
import type { TargetFigure } from '../../../src/domain/figures';
import { agreement, at, component, dependency, maintenance, outage, records, serviceHours, target, uptimeRow } from '../../support/records';

type Given = Parameters<typeof records>[0];

/** The figure of one target of one SLA on ATM, for September 2026 in UTC. */
function figureOf(given: Given, terms: Partial<Agreement> = {}, of: Partial<Target> = {}): TargetFigure {
  const [figure] = targetFigures(records({ agreements: [agreement({ agreement: 'ATM SLA', item: 'ATM', ...terms })], targets: [target({ agreement: 'ATM SLA', ...of })], ...given }));
  return figure!;
}

const down = (start: string, end: string | null, over: Partial<Parameters<typeof outage>[0]> = {}) => outage({ item: 'ATM', start: at(start), end: end === null ? null : at(end), ...over });
const HOUR = 3_600;

/** From the calendar to agreed time, as a reader would. */
function readd({ serviceDays, planned, excludedSeconds, plannedSeconds, agreedSeconds }: TargetFigure): void {
  expect(planned.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(plannedSeconds);
  expect(serviceDays.reduce((sum, { days, secondsEach }) => sum + days * secondsEach, 0) - excludedSeconds).toBe(agreedSeconds);
}

describe('service days', () => {
  it('Mon–Fri 8–18 with holidays: 20 days of 10 hours, one of 2, and the holidays that did something', () => {
    // September 2026 begins on a Tuesday: 22 working days. Thursday 3rd closed, Friday 4th 10–12 only;
    // Saturday 5th is no working day, and on Monday 7th the special hours are the usual ones.
    const figure = figureOf(
      {
        serviceHours: [serviceHours({ calendar: 'Office' })],
        holidays: [
          { row: 2, calendar: 'Office', date: '2026-09-03', name: null, start: null, end: null },
          { row: 3, calendar: null, date: '2026-09-04', name: null, start: 10 * HOUR, end: 12 * HOUR },
          { row: 4, calendar: null, date: '2026-09-05', name: null, start: null, end: null },
          { row: 5, calendar: null, date: '2026-09-07', name: null, start: 8 * HOUR, end: 18 * HOUR },
          { row: 6, calendar: 'Nights', date: '2026-09-08', name: null, start: null, end: null },
          { row: 7, calendar: null, date: '2026-10-01', name: null, start: null, end: null },
        ],
      },
      { hours: 'Office' },
    );
    expect(figure.serviceDays).toEqual([{ days: 20, secondsEach: 36_000 }, { days: 1, secondsEach: 7_200 }]);
    expect(figure.holidays).toEqual(['2026-09-03', '2026-09-04']);
    expect(figure.agreedSeconds).toBe(20 * 36_000 + 7_200);
    readd(figure);
  });

  it('around the clock in Berlin, October has 30 days of 24 hours and one of 25', () => {
    const figure = figureOf({ settings: { zone: 'Europe/Berlin', reportMonth: '2026-10-01' } });
    expect(figure.serviceDays).toEqual([{ days: 30, secondsEach: 24 * HOUR }, { days: 1, secondsEach: 25 * HOUR }]);
    readd(figure);
  });

  it('hours past midnight belong to the date on which they start: the first morning to the last of August', () => {
    // Daily 22–06. September holds 29 whole nights, 6 hours of 31 August's and 2 of 30 September's.
    const figure = figureOf({ serviceHours: [serviceHours({ calendar: 'Night', days: [1, 2, 3, 4, 5, 6, 7], start: 22 * HOUR, end: 6 * HOUR })] }, { hours: 'Night' });
    expect(figure.serviceDays).toEqual([{ days: 29, secondsEach: 8 * HOUR }, { days: 1, secondsEach: 6 * HOUR }, { days: 1, secondsEach: 2 * HOUR }]);
    readd(figure);
  });

  it('where the hours of two dates overlap, the earlier has them', () => {
    // Sunday 20:00 to Monday 12:00, and Monday 8–18: of each Monday 6 hours are left. Sundays and Mondays of September: four each; the Monday of 31 August is not in it.
    const rows = [serviceHours({ calendar: 'Odd', days: [7], start: 20 * HOUR, end: 12 * HOUR }), serviceHours({ calendar: 'Odd', days: [1] })];
    const figure = figureOf({ serviceHours: rows }, { hours: 'Odd' });
    expect(figure.serviceDays).toEqual([{ days: 4, secondsEach: 16 * HOUR }, { days: 4, secondsEach: 6 * HOUR }]);
    readd(figure);
  });

  it('rules that change within the window are added up', () => {
    // Office hours to the 15th (11 working days), around the clock from the 16th (15 days).
    const figure = figureOf({
      serviceHours: [serviceHours({ calendar: 'Office' })],
      agreements: [agreement({ agreement: 'Old', item: 'ATM', hours: 'Office', status: 'Retired' }), agreement({ agreement: 'ATM SLA', item: 'ATM', startDate: '2026-09-16', replaces: 'Old' })],
    });
    expect(figure.serviceDays).toEqual([{ days: 15, secondsEach: 24 * HOUR }, { days: 11, secondsEach: 10 * HOUR }]);
    expect(figure.measuredUnder).toEqual(['Old']);
    readd(figure);
  });

  it('are none for what no outage decides', () => {
    expect(figureOf({}, {}, { metric: 'Resolved within', within: 60 })).toMatchObject({ serviceDays: [], holidays: [], planned: [], plannedSeconds: 0, excludedSeconds: 0 });
  });
});

describe('planned time', () => {
  const NIGHT = [maintenance({ row: 5, calendar: 'Night', start: '2026-09-06T01:00:00', minutes: 120, repeats: 'every Sunday' })];

  it('is maintenance first, then what planned outages add, each row with what it was announced for', () => {
    // Sundays 6, 13, 20, 27: four windows of 2 hours. Announced work on the 6th, 02:00–04:00, adds 1 hour; on the 8th 3 hours, overrun by 1.
    const figure = figureOf(
      {
        maintenance: NIGHT,
        outages: [
          down('2026-09-06T02:00Z', '2026-09-06T04:00Z', { row: 10, planned: true, cause: 'New disks', notified: at('2026-08-20T00:00Z') }),
          down('2026-09-08T00:00Z', '2026-09-08T04:00Z', { row: 11, planned: true, plannedUntil: at('2026-09-08T03:00Z'), notified: at('2026-08-20T00:00Z') }),
        ],
      },
      { maintenance: 'Night', noticeDays: 5 },
    );
    expect(figure.planned.map(({ kind, row, start, end, seconds, cause }) => [kind, row?.row, start, end, seconds / HOUR, cause])).toEqual([
      ['Maintenance', 5, at('2026-09-06T01:00Z'), at('2026-09-06T03:00Z'), 2, null],
      ['Planned outage', 10, at('2026-09-06T02:00Z'), at('2026-09-06T04:00Z'), 1, 'New disks'],
      ['Planned outage', 11, at('2026-09-08T00:00Z'), at('2026-09-08T03:00Z'), 3, null],
      ['Maintenance', 5, at('2026-09-13T01:00Z'), at('2026-09-13T03:00Z'), 2, null],
      ['Maintenance', 5, at('2026-09-20T01:00Z'), at('2026-09-20T03:00Z'), 2, null],
      ['Maintenance', 5, at('2026-09-27T01:00Z'), at('2026-09-27T03:00Z'), 2, null],
    ]);
    expect(figure.planned[1]!.notified).toBe(at('2026-08-20T00:00Z'));
    expect(figure).toMatchObject({ plannedSeconds: 12 * HOUR, excludedSeconds: 12 * HOUR, downtimeSeconds: HOUR });
    readd(figure);
  });

  it('outside service hours is no planned time, and its row is not listed', () => {
    const figure = figureOf({ serviceHours: [serviceHours({ calendar: 'Office' })], maintenance: NIGHT }, { hours: 'Office', maintenance: 'Night' });
    expect(figure).toMatchObject({ planned: [], plannedSeconds: 0 });
    readd(figure);
  });

  it.each(['Forgiven', 'Counted'] as const)('stays in agreed time when it is %s', (plannedTime) => {
    const figure = figureOf({ maintenance: NIGHT, outages: [down('2026-09-08T00:00Z', '2026-09-08T01:00Z', { planned: true })] }, { maintenance: 'Night', plannedTime });
    expect(figure).toMatchObject({ plannedSeconds: 9 * HOUR, excludedSeconds: 0, agreedSeconds: 30 * 24 * HOUR, downtimeSeconds: plannedTime === 'Counted' ? HOUR : 0 });
    readd(figure);
  });

  it('of a thing beneath is put down to the row of that thing, and only where it takes the service down', () => {
    // Both of a pair are in announced work from 02:00 to 03:00: the second to begin is what the pair could not bear.
    const figure = figureOf({
      components: [component({ component: 'A' }), component({ component: 'B' })],
      dependencies: [dependency('ATM', 'A', 'pair', 1), dependency('ATM', 'B', 'pair', 1)],
      outages: [outage({ item: 'A', row: 20, start: at('2026-09-08T00:00Z'), end: at('2026-09-08T03:00Z'), planned: true }), outage({ item: 'B', row: 21, start: at('2026-09-08T02:00Z'), end: at('2026-09-08T05:00Z'), planned: true })],
    });
    expect(figure.planned).toEqual([{ kind: 'Planned outage', start: at('2026-09-08T02:00Z'), end: at('2026-09-08T05:00Z'), seconds: HOUR, row: { table: 'Outages', row: 21 }, notified: null, cause: null }]);
    readd(figure);
  });

  it('of overlapping maintenance belongs to the window that began first', () => {
    const rows = [maintenance({ row: 7, calendar: 'Night', start: '2026-09-06T02:00:00', minutes: 60 }), maintenance({ row: 8, calendar: 'Night', start: '2026-09-06T01:00:00', minutes: 240 }), maintenance({ row: 9, calendar: 'Night', start: '2026-09-06T04:30:00', minutes: 60 })];
    const figure = figureOf({ maintenance: rows }, { maintenance: 'Night' });
    // 01:00–05:00 whole; 02:00–03:00 lies in it; of 04:30–05:30 half an hour is left.
    expect(figure.planned.map(({ row, seconds }) => [row?.row, seconds])).toEqual([[8, 4 * HOUR], [9, HOUR / 2]]);
    readd(figure);
  });

  it('also adds up where the data are percentages of a tool with holes', () => {
    // Data for the 6th and 7th only: 48 hours, 2 of them maintenance.
    const rows = [uptimeRow({ item: 'ATM', from: at('2026-09-06T00:00Z'), to: at('2026-09-07T00:00Z'), minutesDown: 30 }), uptimeRow({ item: 'ATM', from: at('2026-09-07T00:00Z'), to: at('2026-09-08T00:00Z'), minutesDown: 0 })];
    const figure = figureOf({ maintenance: NIGHT, uptime: rows }, { maintenance: 'Night' });
    expect(figure).toMatchObject({ agreedSeconds: 46 * HOUR, plannedSeconds: 2 * HOUR, serviceDays: [{ days: 2, secondsEach: 24 * HOUR }] });
    readd(figure);
  });
});

describe('planned outages that count', () => {
  const late = (over: Partial<Parameters<typeof outage>[0]>, terms: Partial<Agreement> = { noticeDays: 5 }) =>
    figureOf({ outages: [down('2026-09-08T00:00Z', '2026-09-08T04:00Z', { planned: true, notified: at('2026-09-01T00:00Z'), ...over })] }, terms).outages[0];

  it.each([
    ['announced 7 days before', {}, null],
    ['announced exactly 5 days before', { notified: at('2026-09-03T00:00Z') }, null],
    ['announced a second too late', { notified: at('2026-09-03T00:00:01Z') }, 'short notice'],
    ['not announced', { notified: null }, 'no notice'],
    ['longer than planned', { plannedUntil: at('2026-09-08T03:00Z') }, 'ran over'],
    ['late and longer than planned', { notified: null, plannedUntil: at('2026-09-08T03:00Z') }, 'no notice'],
    ['ended when planned', { plannedUntil: at('2026-09-08T04:00Z') }, null],
    ['not marked as planned', { planned: false, notified: null }, null],
  ] as const)('%s: %s', (_name, over, because) => {
    expect(late(over)?.lateBecause).toBe(because);
  });

  it('are not late where no notice is asked for, or where planned outages are ordinary downtime', () => {
    expect(late({ notified: null }, {})?.lateBecause).toBeNull();
    expect(late({ notified: null }, { noticeDays: 5, plannedTime: 'Counted' })?.lateBecause).toBeNull();
  });

  it('are not late where they lie inside maintenance or closed hours: none of their seconds count', () => {
    const work = (start: string, end: string, terms: Partial<Agreement>) =>
      figureOf({ outages: [down(start, end, { planned: true })], maintenance: [maintenance({ calendar: 'Nights', start: '2026-09-08T01:00:00', minutes: 180 })], serviceHours: [serviceHours({ calendar: 'Office' })] }, { noticeDays: 5, ...terms }).outages.map(({ countedSeconds, lateBecause }) => [countedSeconds, lateBecause]);
    // Maintenance 01:00–04:00; two hours of work never announced, from 02:00, and from 03:00: an hour of that lies outside.
    expect(work('2026-09-08T02:00Z', '2026-09-08T04:00Z', { maintenance: 'Nights' })).toEqual([[0, null]]);
    expect(work('2026-09-08T03:00Z', '2026-09-08T05:00Z', { maintenance: 'Nights' })).toEqual([[3600, 'no notice']]);
    // Hours 8–18.
    expect(work('2026-09-08T02:00Z', '2026-09-08T04:00Z', { hours: 'Office' })).toEqual([[0, null]]);
  });

  it('have not run over where only maintenance came after the planned end', () => {
    // Announced, planned to 02:00, ended at 03:00, maintenance 02:00–03:00.
    const given = { planned: true, notified: at('2026-09-01T00:00Z'), plannedUntil: at('2026-09-08T02:00Z') };
    const figure = figureOf({ outages: [down('2026-09-08T00:00Z', '2026-09-08T03:00Z', given)], maintenance: [maintenance({ calendar: 'Nights', start: '2026-09-08T02:00:00', minutes: 60 })] }, { noticeDays: 5, maintenance: 'Nights' });
    expect(figure.outages).toMatchObject([{ countedSeconds: 0, lateBecause: null }]);
  });

  it('has not run over in a window that ends before it does', () => {
    // Planned to 12:00 on 1 October, ended at 18:00: September has no second of it.
    const seen = (reportMonth: string) => figureOf({ settings: { reportMonth }, outages: [down('2026-09-30T18:00Z', '2026-10-01T18:00Z', { planned: true, plannedUntil: at('2026-10-01T12:00Z') })] }).outages[0]?.lateBecause;
    expect(seen('2026-09-01')).toBeNull();
    expect(seen('2026-10-01')).toBe('ran over');
  });

  it('an open one runs over as soon as As of is past its planned end', () => {
    const open = (asOf: string) => figureOf({ settings: { asOf: at(asOf) }, outages: [down('2026-09-08T00:00Z', null, { planned: true, plannedUntil: at('2026-09-08T03:00Z') })] }).outages[0]?.lateBecause;
    expect(open('2026-09-08T03:00Z')).toBeNull();
    expect(open('2026-09-08T03:00:01Z')).toBe('ran over');
  });
});

describe('forgotten ends', () => {
  const asOf = at('2026-09-30T00:00Z');
  const forgotten = (outages: ReturnType<typeof outage>[]) => figureOf({ settings: { asOf }, outages }).outages.map(({ row, forgotten: is }) => [row, is]);

  it('are open outages with a later one of the item, or older than 7 days', () => {
    expect(forgotten([down('2026-09-24T00:00Z', null, { row: 3 }), down('2026-09-25T00:00Z', '2026-09-25T01:00Z', { row: 4 })])).toEqual([[3, true], [4, false]]);
    expect(forgotten([down('2026-09-23T00:00Z', null, { row: 3 })])).toEqual([[3, false]]);
    expect(forgotten([down('2026-09-22T23:59:59Z', null, { row: 3 })])).toEqual([[3, true]]);
    expect(forgotten([down('2026-09-01T00:00Z', '2026-09-20T00:00Z', { row: 3 })])).toEqual([[3, false]]);
  });

  it('also with a later row that cannot be read, but not one that was set aside or lies after As of', () => {
    const open = down('2026-09-24T00:00Z', null, { row: 3 });
    expect(forgotten([open, down('2026-09-25T00:00Z', null, { row: 4, unreadable: ['impact'], impact: Number.NaN })])).toEqual([[3, true]]);
    expect(forgotten([open, down('2026-09-25T00:00Z', '2026-09-25T01:00Z', { row: 4, counts: false, reason: 'Test' })])).toEqual([[3, false]]);
    expect(forgotten([open, down('2026-10-01T00:00Z', '2026-10-01T01:00Z', { row: 4 })])).toEqual([[3, false]]);
  });
});

test('an incident that missed a limit in days has its clock in days', () => {
  // Mon–Fri 8–18, one day. Opened Tuesday 16:00: due Wednesday 16:00, 10 hours. Resolved Thursday 09:00: 2 + 10 + 1 = 13 hours, 1.3 days.
  const incidents = [{ row: 9, incident: 'I1', item: 'ATM', opened: at('2026-09-08T16:00Z'), responded: null, resolved: at('2026-09-10T09:00Z'), severity: 'High', onHoldMinutes: null, customer: null, businessUnit: null, description: 'no cash' }];
  const figure = figureOf({ serviceHours: [serviceHours({ calendar: 'Office' })], incidents }, { hours: 'Office' }, { metric: 'Resolved within', target: 0.9, within: 1, withinUnit: 'days' });
  expect(figure).toMatchObject({ limitSeconds: null, limitDays: 1, status: 'Missed' });
  expect(figure.missedIncidents).toEqual([{ table: 'Incidents', row: 9, incident: 'I1', opened: at('2026-09-08T16:00Z'), severity: 'High', description: 'no cash', clockSeconds: 13 * HOUR, limitSeconds: 10 * HOUR, clockDays: 1.3, limitDays: 1 }]);
});

describe('the stretch with the most downtime', () => {
  const waiting = (outages: NonNullable<Given>['outages']) => figureOf({ outages }, {}, { metric: 'Waiting in any', comparator: '<=', target: 2, inAnyMinutes: 5 });

  it('begins with downtime, of equal ones the first', () => {
    // Half lost for 10 minutes on the 7th and on the 8th: 5 min × 50% = 2.5 min in any five.
    const half = (day: string) => down(`2026-09-${day}T09:10Z`, `2026-09-${day}T09:20Z`, { impact: 0.5 });
    const figure = waiting([half('07'), half('08')]);
    expect(figure).toMatchObject({ actual: 2.5, inAnySeconds: 300, worst: { start: at('2026-09-07T09:10Z'), end: at('2026-09-07T09:15Z'), parts: [{ seconds: 300, impact: 0.5 }] } });
  });

  it('or ends with it', () => {
    // 25% for 10 minutes, then 2 minutes of all: the last five hold 3 min × 25% + 2 min = 2.75 min, any other less.
    const figure = waiting([down('2026-09-07T09:00Z', '2026-09-07T09:10Z', { impact: 0.25 }), down('2026-09-07T09:10Z', '2026-09-07T09:12Z')]);
    expect(figure).toMatchObject({ actual: 2.75, worst: { start: at('2026-09-07T09:07Z'), end: at('2026-09-07T09:12Z'), parts: [{ seconds: 120, impact: 1 }, { seconds: 180, impact: 0.25 }] } });
  });

  it('does not leave the window, where it has room there', () => {
    // 2 minutes at the very end of September.
    expect(waiting([down('2026-09-30T23:58Z', '2026-10-01T03:00Z')]).worst).toEqual({ start: at('2026-09-30T23:55Z'), end: at('2026-10-01T00:00Z'), parts: [{ seconds: 120, impact: 1 }] });
    expect(waiting([down('2026-08-31T23:00Z', '2026-09-01T00:01Z')]).worst).toEqual({ start: at('2026-09-01T00:00Z'), end: at('2026-09-01T00:05Z'), parts: [{ seconds: 60, impact: 1 }] });
  });

  it('is none without downtime, and for other metrics', () => {
    expect(waiting([])).toMatchObject({ actual: 0, worst: null });
    expect(figureOf({ outages: [down('2026-09-07T09:10Z', '2026-09-07T09:20Z')] })).toMatchObject({ worst: null, inAnySeconds: null });
  });
});

test('rows are numbered by the break that they are part of', () => {
  // The 7th: two rows that touch, and a smaller one beneath the first: one break. The 8th: another. Too little lost, too short, or in maintenance: none.
  const figure = figureOf(
    {
      maintenance: [maintenance({ calendar: 'Window', start: '2026-09-10T02:00:00', minutes: 120 })],
      outages: [
        down('2026-09-07T09:00Z', '2026-09-07T09:30Z', { row: 2 }),
        down('2026-09-07T09:30Z', '2026-09-07T09:40Z', { row: 3 }),
        down('2026-09-07T09:05Z', '2026-09-07T09:20Z', { row: 4, impact: 0.6 }),
        down('2026-09-07T09:06Z', '2026-09-07T09:20Z', { row: 5, impact: 0.2 }),
        down('2026-09-07T09:07Z', '2026-09-07T09:08Z', { row: 6, impact: 0.6 }),
        down('2026-09-08T09:00Z', '2026-09-08T09:30Z', { row: 7 }),
        down('2026-09-09T09:00Z', '2026-09-09T09:30Z', { row: 8, impact: 0.2 }),
        down('2026-09-10T02:00Z', '2026-09-10T03:00Z', { row: 9 }),
      ],
    },
    { breakLevel: 0.5, ignoreUnderMinutes: 2, maintenance: 'Window' },
    { metric: 'Breaks', comparator: '<=', target: 3 },
  );
  expect(figure.breaks).toBe(2);
  expect(Object.fromEntries(figure.outages.map(({ row, breaks }) => [row, breaks]))).toEqual({ 2: [1], 3: [1], 4: [1], 5: [], 6: [], 7: [2], 8: [], 9: [] });
});

test('planned work that was announced too late says when, and what was agreed', () => {
  const work = down('2026-09-11T03:00Z', '2026-09-11T04:00Z', { planned: true, notified: at('2026-09-08T03:00Z') });
  expect(figureOf({ outages: [work] }, { noticeDays: 7 }).outages).toMatchObject([{ lateBecause: 'short notice', notified: at('2026-09-08T03:00Z'), noticeDays: 7 }]);
  expect(figureOf({ outages: [work] }, { noticeDays: 3 }).outages).toMatchObject([{ lateBecause: null, notified: at('2026-09-08T03:00Z'), noticeDays: null }]);
  expect(figureOf({ outages: [{ ...work, notified: null }] }, { noticeDays: 7 }).outages).toMatchObject([{ lateBecause: 'no notice', notified: null, noticeDays: 7 }]);
});

import { figureContext } from '../../../src/domain/agreements/context';
import { targetFigures } from '../../../src/domain/agreements/target-figures';
import type { Agreement, Target } from '../../../src/domain/agreements/records';
import type { PlannedTimeRule } from '../../../src/domain/availability/records';
import type { TargetFigure } from '../../../src/domain/figures';
import type { Records } from '../../../src/domain/records';
import { agreement, at, component, dependency, hold, incident, maintenance, outage, records, service, serviceHours, target, uptimeRow } from '../../support/records';

type Given = Parameters<typeof records>[0];

/** The figure of the only target. */
function only(input: Records): TargetFigure {
  const figures = targetFigures(input);
  expect(figures).toHaveLength(1);
  return figures[0]!;
}

/** One SLA on ATM with one target. */
function atm(given: Given = {}, of: Partial<Target> = {}, sla: Parameters<typeof agreement>[0] = { agreement: 'ATM SLA', item: 'ATM' }): Records {
  return records({ agreements: [agreement(sla)], targets: [target({ agreement: 'ATM SLA', ...of })], ...given });
}

describe('planned time', () => {
  // A 30-day month 24×7 (43,200 min), down in a 240 min maintenance window (a row marked Planned)
  // and 43 min outside it, against 99.9%:
  //   Excluded  (42,960 − 43) ÷ 42,960   = 99.8999%  missed
  //   Forgiven  (43,200 − 43) ÷ 43,200   = 99.9004%  met
  //   Counted   (43,200 − 283) ÷ 43,200  = 99.3449%  missed
  const month = (rule: PlannedTimeRule) =>
    atm(
      {
        maintenance: [maintenance({ calendar: 'Night', start: '2026-09-06T01:00:00', minutes: 240 })],
        outages: [outage({ item: 'ATM', start: at('2026-09-06T01:00Z'), end: at('2026-09-06T05:00Z'), planned: true }), outage({ item: 'ATM', start: at('2026-09-20T10:00Z'), end: at('2026-09-20T10:43Z') })],
      },
      {},
      { agreement: 'ATM SLA', item: 'ATM', maintenance: 'Night', plannedTime: rule },
    );

  it.each([
    ['Excluded', 42_917 / 42_960, 'Missed', 42_960],
    ['Forgiven', 43_157 / 43_200, 'Met', 43_200],
    ['Counted', 42_917 / 43_200, 'Missed', 43_200],
  ] as const)('%s', (rule, availability, status, agreedMinutes) => {
    const figure = only(month(rule));
    expect(figure.actual).toBe(availability);
    expect(figure.status).toBe(status);
    expect(figure.agreedSeconds).toBe(agreedMinutes * 60);
    expect(figure.plannedSeconds).toBe(240 * 60);
  });
});

/** An outage of ATM. */
const down = (start: string, end: string | null, over: Partial<Parameters<typeof outage>[0]> = {}) => outage({ item: 'ATM', start: at(start), end: end === null ? null : at(end), ...over });

describe('windows', () => {
  it('March in Berlin has 44,580 minutes: its clocks skip an hour', () => {
    const figure = only(atm({ settings: { zone: 'Europe/Berlin', reportMonth: '2026-03-15' } }));
    expect(figure.agreedSeconds).toBe(44_580 * 60);
    expect(figure.period).toEqual({ start: at('2026-03-01T00:00+01:00'), end: at('2026-04-01T00:00+02:00') });
    expect(figure.toDate).toBe(false);
  });

  it('a quarter that still runs is measured to date, against the budget of the whole', () => {
    // July–September, report month August, seen in November: 31 + 31 of 92 days are gone.
    // 99.9% of 92 days = 7,948.8 s. Down 5,400 s: burn rate (5,400 ÷ 5,356,800) ÷ 0.001 = 1.008.
    const input = (end: string) => atm({ settings: { reportMonth: '2026-08-01' }, outages: [down('2026-07-10T00:00Z', end)] }, { window: { kind: 'Quarter' } });
    const figure = only(input('2026-07-10T01:30Z'));
    expect(figure).toMatchObject({ toDate: true, agreedSeconds: 62 * 86_400, agreedSecondsOfPeriod: 92 * 86_400, downtimeSeconds: 5_400, status: 'At risk' });
    expect(figure.window).toEqual({ start: at('2026-07-01T00:00Z'), end: at('2026-09-01T00:00Z') });
    expect(figure.budget!.allowed).toBeCloseTo(7_948.8, 9);
    expect(figure.budget!.burnRate).toBeCloseTo(5_400 / 5_356.8, 9);
    // 5,340 s: burn rate 0.997, and 32.8% of the budget left.
    expect(only(input('2026-07-10T01:29Z')).status).toBe('Met');
    // 7,949 s are more than the whole quarter allows: missed in August already.
    expect(only(input('2026-07-10T02:12:29Z')).status).toBe('Missed');
  });

  it('maintenance still to come is in the budget of the period, planned outages still to come are not', () => {
    // September 2026 seen on the 11th: 10 days gone. A 600 min window on the 20th, announced work on the 25th.
    const figure = only(
      atm(
        {
          settings: { asOf: at('2026-09-11T00:00Z') },
          maintenance: [maintenance({ calendar: 'Night', start: '2026-09-20T00:00:00', minutes: 600 })],
          outages: [down('2026-09-25T00:00Z', '2026-09-25T05:00Z', { planned: true })],
        },
        {},
        { agreement: 'ATM SLA', item: 'ATM', maintenance: 'Night' },
      ),
    );
    expect(figure).toMatchObject({ agreedSeconds: 10 * 86_400, agreedSecondsOfPeriod: 30 * 86_400 - 36_000, plannedSeconds: 0, outages: [], toDate: true });
  });

  it('rolling months end with the report month and are at risk at any time', () => {
    // Six months to 30 September: 1 April to 1 October, 183 days; 99.9% allows 15,811.2 s.
    const figure = only(atm({ outages: [down('2026-04-01T00:00Z', '2026-04-01T03:30Z')] }, { window: { kind: 'Rolling months', count: 6 } }));
    expect(figure).toMatchObject({ agreedSeconds: 183 * 86_400, toDate: false, downtimeSeconds: 12_600, status: 'At risk' });
    // In the previous report month (March to August) the outage counted too; in October it still does, in November no longer.
    expect(figure.previous).toBe((184 * 86_400 - 12_600) / (184 * 86_400));
    expect(only(atm({ settings: { reportMonth: '2026-10-01' }, outages: [down('2026-04-01T00:00Z', '2026-04-01T03:30Z')] }, { window: { kind: 'Rolling months', count: 6 } })).downtimeSeconds).toBe(0);
  });

  it('an open outage runs to As of, and nothing after As of counts', () => {
    // Seen on 11 September: open since the 10th, 12:00. 10 days = 864,000 s, 43,200 s down.
    const figure = only(atm({ settings: { asOf: at('2026-09-11T00:00Z') }, outages: [down('2026-09-10T12:00Z', null), down('2026-09-12T00:00Z', '2026-09-13T00:00Z')] }));
    expect(figure).toMatchObject({ agreedSeconds: 864_000, downtimeSeconds: 43_200, breaks: 1, toDate: true });
  });

  it('a finished window does not change with the clock', () => {
    const input = (asOf: string) => atm({ settings: { asOf: at(asOf) }, outages: [down('2026-09-30T23:00Z', '2026-10-01T02:00Z'), down('2026-08-31T22:00Z', '2026-09-01T01:00Z')] });
    const early = only(input('2026-10-01T02:00Z'));
    expect(only(input('2027-05-01T00:00Z'))).toEqual({ ...early, targetRow: expect.anything(), outages: early.outages.map((one) => ({ ...one, row: expect.anything() })) });
    expect(early).toMatchObject({ downtimeSeconds: 7_200, breaks: 2 });
    expect(early.outages.map((one) => one.carriedOver)).toEqual([true, false]);
  });

  it('a month that has not begun is not measurable', () => {
    expect(only(atm({ settings: { asOf: at('2026-08-01T00:00Z') } }))).toMatchObject({ status: 'Not measurable', actual: null, agreedSeconds: 0 });
  });
});

describe('agreements in force', () => {
  const figuresOf = (over: Partial<Parameters<typeof agreement>[0]>) => targetFigures(atm({}, {}, { agreement: 'ATM SLA', item: 'ATM', ...over }));

  it.each([
    ['a draft never', { status: 'Draft' }, 0],
    ['a retired one in its months', { status: 'Retired', endDate: '2026-09-15' }, 1],
    ['a retired one after them', { status: 'Retired', endDate: '2026-08-31' }, 0],
    ['one that starts next month', { startDate: '2026-10-01' }, 0],
    ['one without dates', {}, 1],
  ] as const)('%s', (_, over, count) => {
    expect(figuresOf(over)).toHaveLength(count);
  });

  it('is measured from its start to its end, both days included', () => {
    expect(figuresOf({ startDate: '2026-09-11', endDate: '2026-09-20' })[0]).toMatchObject({ agreedSeconds: 10 * 86_400, toDate: false });
  });

  it('and while the service is in service', () => {
    const figure = only(atm({ services: [service({ service: 'ATM', inServiceFrom: '2026-09-06', inServiceUntil: '2026-09-10' })], outages: [down('2026-09-01T00:00Z', '2026-09-06T01:00Z')] }));
    expect(figure).toMatchObject({ agreedSeconds: 5 * 86_400, downtimeSeconds: 3_600 });
  });

  it('carries the history of what it replaces, by the rules of then against the target of today', () => {
    // SLA 1 until the end of June: 24×7, planned work counted. SLA 2 from July: Mon–Fri 8–18, planned work excluded.
    // Quarter of the fiscal year that starts in June is not asked for: rolling 4 months, June to September.
    //   June: 30 days = 2,592,000 s, 2 h planned work counted as downtime.
    //   July to September: 23 + 21 + 22 working days of 10 h = 2,376,000 s, 1 h planned work leaves it.
    const input = records({
      serviceHours: [serviceHours({ calendar: 'Office' })],
      agreements: [
        agreement({ agreement: 'SLA 1', item: 'ATM', plannedTime: 'Counted', status: 'Retired' }),
        agreement({ agreement: 'SLA 2', item: 'ATM', hours: 'Office', startDate: '2026-07-01', replaces: 'sla 1' }),
      ],
      targets: [target({ agreement: 'SLA 1', target: 0.9 }), target({ agreement: 'SLA 2', window: { kind: 'Rolling months', count: 4 } })],
      outages: [down('2026-06-03T10:00Z', '2026-06-03T12:00Z', { planned: true }), down('2026-07-01T10:00Z', '2026-07-01T11:00Z', { planned: true })],
    });
    // SLA 1 ended where SLA 2 began: only SLA 2 is in force in September.
    const figure = only(input);
    expect(figure).toMatchObject({ agreement: 'SLA 2', measuredUnder: ['SLA 1'], agreedSeconds: 2_592_000 + 2_376_000 - 3_600, plannedSeconds: 7_200 + 3_600, downtimeSeconds: 7_200, breaks: 1 });
    // Each month by what was promised in it: in June 2 h of 720 h are 99.72%, above the 90% of SLA 1 …
    expect(figure.months.map(({ status, target: promised }) => `${status} ${promised}`)).toEqual([...Array<string>(9).fill('Met 0.9'), ...Array<string>(3).fill('Met 0.999')]);
    // … and below the 99.9% of today, which it is held against where SLA 1 promised no availability.
    const [, today] = input.targets;
    expect(only({ ...input, targets: [today!] }).months.map(({ status, target: promised }) => `${status} ${promised}`)).toEqual([...Array<string>(8).fill('Met 0.999'), 'Missed 0.999', ...Array<string>(3).fill('Met 0.999')]);
  });
});

describe('the last 12 months', () => {
  it('judge calendar months, whatever the window', () => {
    // Yearly 99.9%; in calendar months: 43.2 min of a 30-day month. June 1 h: missed; August 44 min of 31 days (44.64 allowed): met.
    const figure = only(
      atm({ outages: [down('2026-06-01T00:00Z', '2026-06-01T01:00Z'), down('2026-08-01T00:00Z', '2026-08-01T00:44Z')] }, { window: { kind: 'Year' } }, { agreement: 'ATM SLA', item: 'ATM', startDate: '2026-02-01' }),
    );
    expect(figure.months.map(({ month, status }) => `${month} ${status}`)).toEqual([
      '2025-10-01 null', '2025-11-01 null', '2025-12-01 null', '2026-01-01 null', '2026-02-01 Met', '2026-03-01 Met', '2026-04-01 Met', '2026-05-01 Met', '2026-06-01 Missed', '2026-07-01 Met', '2026-08-01 Met', '2026-09-01 Met',
    ]);
    expect(figure).toMatchObject({ monthsMet: 7, monthsMeasured: 8 });
  });

  it('a month that still runs is missed only when its whole budget is used', () => {
    // 10 of 30 days gone; 43.2 min allowed. 40 min: off target so far (99.72%), not missed. 44 min: missed.
    const last = (minutes: number) => only(atm({ settings: { asOf: at('2026-09-11T00:00Z') }, outages: [down('2026-09-02T00:00Z', `2026-09-02T00:${minutes}Z`)] }));
    expect(last(40)).toMatchObject({ status: 'At risk', monthsMet: 12 });
    expect(last(44)).toMatchObject({ status: 'Missed', monthsMet: 11 });
  });
});

describe('metrics', () => {
  // Two breaks: 60 min at half impact; 20 min and, from minute 10, 30 min overlapping: 40 min. 30 days.
  const outages = () => [down('2026-09-02T00:00Z', '2026-09-02T01:00Z', { impact: 0.5 }), down('2026-09-03T00:00Z', '2026-09-03T00:20Z'), down('2026-09-03T00:10Z', '2026-09-03T00:40Z')];

  it.each([
    ['Breaks', '<=', 2, 2, 'Met'],
    ['Breaks', '<', 2, 2, 'Missed'],
    // 60 × 0.5 + 40
    ['Downtime minutes', '<=', 70, 70, 'Met'],
    ['Downtime minutes', '<', 70, 70, 'Missed'],
    ['Longest outage minutes', '<=', 59, 60, 'Missed'],
    // (60 + 40) ÷ 2
    ['MTRS minutes', '<=', 50, 50, 'Met'],
    ['MTRS minutes', '<', 50, 50, 'Missed'],
    // (43,200 − 100) ÷ 2 ÷ 60
    ['MTBF hours', '>=', 359, 43_100 / 120, 'Met'],
    ['mtbf hours', '>=', 360, 43_100 / 120, 'Missed'],
  ] as const)('%s %s %d: %d is %s', (metric, comparator, aim, actual, status) => {
    const figure = only(atm({ outages: outages() }, { metric, comparator, target: aim }));
    expect(figure.actual).toBeCloseTo(actual, 10);
    expect(figure.status).toBe(status);
  });

  it('without breaks means are not measurable and their targets met', () => {
    for (const metric of ['MTRS minutes', 'MTBF hours']) expect(only(atm({}, { metric, comparator: '<=', target: 1 }))).toMatchObject({ actual: null, status: 'Met' });
  });

  it('Waiting in any 60 minutes', () => {
    // 40 min from 00:00 and 30 min from 00:50: any hour holds at most 40 + 10 = 50 (00:00–01:00, or 00:20–01:20: 20 + 30).
    const given = atm({ outages: [down('2026-09-03T00:00Z', '2026-09-03T00:40Z'), down('2026-09-03T00:50Z', '2026-09-03T01:20Z')] }, { metric: 'Waiting in any', comparator: '<=', target: 49, inAnyMinutes: 60 });
    expect(only(given)).toMatchObject({ actual: 50, status: 'Missed' });
  });

  it('a break level leaves lesser outages to availability', () => {
    const figure = only(atm({ outages: outages() }, { metric: 'Breaks', comparator: '<=', target: 1 }, { agreement: 'ATM SLA', item: 'ATM', breakLevel: 0.6 }));
    expect(figure).toMatchObject({ actual: 1, downtimeSeconds: 70 * 60, longestOutageSeconds: 40 * 60 });
  });

  it('outages of another customer do not count', () => {
    const given = (customer: string | null) => atm({ outages: [down('2026-09-03T00:00Z', '2026-09-03T01:00Z', { customer: 'Cards' })] }, {}, { agreement: 'ATM SLA', item: 'ATM', customer });
    expect(only(given('Retail')).downtimeSeconds).toBe(0);
    expect(only(given('cards')).downtimeSeconds).toBe(3_600);
    expect(only(given(null)).downtimeSeconds).toBe(3_600);
  });

  it('a metric in business terms is put together from its measurements', () => {
    const metric = { row: 2, metric: 'Payments refused', csf: 'Reliability', better: 'Lower', unit: null, target: null, owner: null, over: 'Sum', computedFrom: null, itemOrAgreement: null } as const;
    const measurement = (month: string, value: number, of: string | null = null) => ({ row: 3, metric: 'Payments refused', month, value, service: of });
    const figure = only(
      atm({ metrics: [metric], measurements: [measurement('2026-07-15', 4), measurement('2026-08-31', 5), measurement('2026-09-01', 6), measurement('2026-06-30', 100), measurement('2026-09-01', 100, 'Loans')] }, { metric: 'payments refused', comparator: '<=', target: 15, window: { kind: 'Quarter' } }),
    );
    // July to September: 4 + 5 + 6
    expect(figure).toMatchObject({ actual: 15, status: 'Met', budget: null });
    expect(only(atm({}, { metric: 'Payments refused' })).status).toBe('Not measurable');
  });

  it('a metric in business terms counts only months in force, and names only rows of those', () => {
    const metric = { row: 2, metric: 'Payments in time', csf: 'Reliability', better: 'Higher', unit: null, target: null, owner: null, over: 'Average', computedFrom: null, itemOrAgreement: null } as const;
    const measurement = (row: number, month: string, value: number) => ({ row, metric: 'payments in  time', month, value, service: null, ...(Number.isNaN(value) ? { unreadable: ['value'] } : {}) });
    const since = (startDate: string, july = 60, over: Partial<Agreement> = {}) =>
      only(atm({ metrics: [metric], measurements: [measurement(5, '2026-07-01', july), measurement(6, '2026-08-01', 60), measurement(7, '2026-09-01', 99)] }, { metric: 'Payments in time', target: 95, window: { kind: 'Quarter' } }, { agreement: 'ATM SLA', item: 'ATM', startDate, ...over }));
    expect(since('2026-09-01')).toMatchObject({ actual: 99, status: 'Met' });
    // A measurement is of a whole month, also of that in which the agreement begins: (60 + 99) ÷ 2.
    expect(since('2026-08-31')).toMatchObject({ actual: 79.5, status: 'Missed' });
    // July, August, September: 219 ÷ 3.
    expect(since('2026-01-01')).toMatchObject({ actual: 73, status: 'Missed' });
    expect(since('2026-09-01', NaN)).toMatchObject({ actual: 99, status: 'Met', rowsLeftOut: [] });
    expect(since('2026-07-31', NaN)).toMatchObject({ actual: 79.5, rowsLeftOut: [{ table: 'Measurements', row: 5 }] });
  });

  it('what an agreement promised before is found among its own targets', () => {
    const reads = Array.from({ length: 50 }, () => 0);
    const others = reads.map((_, index) => Object.defineProperty(target({ agreement: 'Other' }), 'agreement', { get: () => (reads[index]!++, 'Other') }));
    const given = records({
      agreements: [agreement({ agreement: 'New', item: 'ATM', startDate: '2026-06-01', replaces: 'Old' }), agreement({ agreement: 'Old', item: 'ATM', hours: 'Office' })],
      targets: [target({ agreement: 'New', window: { kind: 'Year' } }), ...others, target({ agreement: 'Old', hours: 'Nights' })],
      serviceHours: [serviceHours({ calendar: 'Office' }), serviceHours({ calendar: 'Nights', days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 3600 })],
    });
    // An hour a day from 1 January to 31 May (151 days), all hours of June to September (122 days).
    const [figure] = targetFigures(given);
    expect(figure?.agreedSeconds).toBe(151 * 3600 + 122 * 86_400);
    // Once to index it, once to see that its agreement is unknown; not once for every window of the other.
    expect(Math.max(...reads)).toBeLessThanOrEqual(3);
  });

  it('a metric that is computed is no measure of a target, which is named', () => {
    const metric = { row: 2, metric: 'Calls', csf: 'Reliability', better: 'Lower', unit: null, target: null, owner: null, over: 'Sum', computedFrom: 'Incidents', itemOrAgreement: null } as const;
    const given = atm({ metrics: [metric] }, { row: 7, metric: 'Calls', comparator: '<=', target: 15 });
    expect(only(given)).toMatchObject({ actual: null, status: 'Not measurable', rowsLeftOut: [{ table: 'Targets', row: 7 }] });
  });

  it('measurements are indexed in small steps', () => {
    const measurements = Array.from({ length: 30_000 }, (_, index) => ({ row: index + 2, metric: 'Payments in time', month: '2026-09-01', value: 1, service: null }));
    const work = figureContext(records({ measurements }));
    let steps = 0;
    while (!work.next().done) steps++;
    const bare = figureContext(records());
    while (!bare.next().done) steps--;
    // A pause after every 5,000 rows, and one for the metric.
    expect(steps).toBe(7);
  });
});

describe('uptime rows', () => {
  const day = (date: number, over: Partial<Parameters<typeof uptimeRow>[0]>) => uptimeRow({ item: 'ATM', from: at(`2026-09-${String(date).padStart(2, '0')}T00:00Z`), to: at(`2026-09-${String(date + 1).padStart(2, '0')}T00:00Z`), ...over });

  it('stand in where there are no outages; holes leave the denominator', () => {
    // 3 of 30 days have data: 30 min down, 1% of a day (864 s), and one that begins at noon the day before the month.
    // The last is prorated: half of its day and a half … 36 h with 54 min down, 24 h of it in September: 36 min.
    const given = atm({ uptime: [day(2, { minutesDown: 30 }), day(3, { availability: 0.99 }), uptimeRow({ item: 'atm', from: at('2026-08-31T12:00Z'), to: at('2026-09-02T00:00Z'), minutesDown: 54 })] });
    const figure = only(given);
    expect(figure.agreedSeconds).toBe(3 * 86_400);
    expect(figure.downtimeSeconds).toBeCloseTo(1_800 + 864 + 2_160, 6);
    expect(figure.completeness).toBeCloseTo(0.1, 12);
    expect(figure.prorated).toBe(true);
    expect(only(atm({ uptime: [day(1, { minutesDown: 30 }), day(30, { minutesDown: 0 })] })).prorated).toBe(false);
    expect(only({ ...given, targets: [target({ agreement: 'ATM SLA', metric: 'Breaks', comparator: '<=', target: 3 })] }).status).toBe('Not measurable');
  });

  it('give way to outage rows, and overlapping ones are left out', () => {
    expect(only(atm({ uptime: [day(2, { minutesDown: 600 })], outages: [down('2026-09-20T00:00Z', '2026-09-20T00:01Z')] }))).toMatchObject({ downtimeSeconds: 60, completeness: 1 });
    const overlapping = only(atm({ uptime: [day(2, { minutesDown: 0, row: 7 }), day(2, { minutesDown: 600, row: 8 })] }));
    expect(overlapping).toMatchObject({ downtimeSeconds: 0, rowsLeftOut: [{ table: 'Uptime', row: 8 }], status: 'Met, incomplete data' });
  });
});

describe('component outages', () => {
  const given: Given = {
    components: [component({ component: 'Network' })],
    dependencies: [dependency('ATM', 'Network')],
    outages: [outage({ item: 'Network', start: at('2026-09-03T00:00Z'), end: at('2026-09-03T01:00Z'), row: 5 }), down('2026-09-03T00:30Z', '2026-09-03T02:00Z', { row: 6 })],
  };

  it('roll up, and the list says which row answers for which seconds', () => {
    const figure = only(atm(given));
    expect(figure.downtimeSeconds).toBe(7_200);
    expect(figure.outages.map(({ item, countedSeconds }) => [item, countedSeconds])).toEqual([['Network', 3_600], ['ATM', 3_600]]);
  });

  it('do not where that is switched off', () => {
    expect(only(atm({ ...given, settings: { rollUpComponentOutages: false } }))).toMatchObject({ downtimeSeconds: 5_400, outages: [{ item: 'ATM', countedSeconds: 5_400 }] });
  });
});

describe('rows left out', () => {
  const broken = (over: Partial<Parameters<typeof outage>[0]>) => only(atm({ outages: [down('2026-09-03T00:00Z', '2026-09-03T01:00Z', { row: 9, ...over })] }, { target: 0.9 }));
  const named = [{ table: 'Outages', row: 9 }];

  it.each([
    ['an unreadable start', { unreadable: ['start'], start: Number.NaN }, named],
    ['an unreadable end is not an open outage', { unreadable: ['end'], end: null }, named],
    ['an end before its start', { end: at('2026-09-02T00:00Z') }, named],
    ['an end before its start, and before the window', { end: at('2026-08-02T00:00Z') }, named],
    ['an item that cannot be read may be any', { unreadable: ['item'], item: '' }, named],
    ['set aside without a reason', { counts: false }, named],
    ['an unreadable notice where no notice is asked for', { planned: true, unreadable: ['notified'] }, []],
    ['an unreadable row that lies before the window', { unreadable: ['impact'], impact: Number.NaN, start: at('2026-08-03T00:00Z'), end: at('2026-08-04T00:00Z') }, []],
    ['a row of another item', { item: 'Loans', unreadable: ['end'] }, []],
    ['an unreadable cause', { unreadable: ['cause'] }, []],
  ] as const)('%s', (_, over, rows) => {
    const figure = broken(over as Partial<Parameters<typeof outage>[0]>);
    expect(figure.rowsLeftOut).toEqual(rows);
    expect(figure.status).toBe(rows.length > 0 ? 'Met, incomplete data' : 'Met');
    if (rows.length > 0) expect(figure.downtimeSeconds).toBe(0);
  });

  it('set aside with a reason: listed, not left out', () => {
    const figure = broken({ counts: false, reason: 'Agreed with the customer' });
    expect(figure).toMatchObject({ status: 'Met', downtimeSeconds: 0, outages: [], setAside: [{ row: 9, reason: 'Agreed with the customer' }] });
  });

  it('an agreement whose hours cannot be found gives no figure, not a 24×7 one', () => {
    expect(only(atm({}, {}, { agreement: 'ATM SLA', item: 'ATM', row: 4, hours: 'Nights' }))).toMatchObject({ status: 'Not measurable', actual: null, rowsLeftOut: [{ table: 'Agreements', row: 4 }] });
    expect(only(atm({}, {}, { agreement: 'ATM SLA', item: 'ATM', row: 4, unreadable: ['hours'] })).status).toBe('Not measurable');
  });

  it('a rolling window of nothing is not judged', () => {
    expect(targetFigures(atm({}, { window: { kind: 'Rolling months', count: 0 } }))).toEqual([]);
  });

  it('incidents and holds that cannot be read', () => {
    const given = (over: Parameters<typeof incident>[0], holds: Parameters<typeof hold>[0][] = []) =>
      only(atm({ incidents: [incident({ incident: 'I1', item: 'ATM', opened: at('2026-09-02T00:00Z'), resolved: at('2026-09-02T00:30Z') }), incident({ row: 9, ...over })], holds: holds.map((one) => hold({ row: 5, ...one })) }, { metric: 'Resolved within', target: 0.9, within: 60 }));
    const other = { incident: 'I2', item: 'ATM', opened: at('2026-09-03T00:00Z'), resolved: at('2026-09-03T00:30Z') };
    const left = [{ table: 'Incidents', row: 9 }];
    expect(given(other)).toMatchObject({ opened: 2, status: 'Met', rowsLeftOut: [] });
    expect(given({ ...other, resolved: null, unreadable: ['resolved'] })).toMatchObject({ opened: 1, status: 'Met, incomplete data', rowsLeftOut: left });
    expect(given({ ...other, resolved: at('2026-09-02T00:00Z') })).toMatchObject({ opened: 1, rowsLeftOut: left });
    expect(given({ ...other, item: '', unreadable: ['item'] })).toMatchObject({ opened: 1, rowsLeftOut: left });
    expect(given({ ...other, opened: at('2026-08-03T00:00Z'), unreadable: ['resolved'] })).toMatchObject({ opened: 1, rowsLeftOut: [] });
    expect(given(other, [{ incident: 'I2', from: Number.NaN, unreadable: ['from'] }])).toMatchObject({ opened: 2, rowsLeftOut: [{ table: 'Holds', row: 5 }] });
    expect(given(other, [{ incident: '', from: at('2026-09-03T00:00Z'), unreadable: ['incident'] }]).rowsLeftOut).toEqual([{ table: 'Holds', row: 5 }]);
  });

  it('a target that cannot be read is not judged', () => {
    expect(targetFigures(atm({}, { target: Number.NaN, unreadable: ['target'] }))).toEqual([]);
  });
});

test('incidents: shares, pending ones, ones of another severity', () => {
  // Mon–Fri 8–18. Limit 4 h. Opened Friday 16:00 and resolved Monday 10:00 is 2 h + 2 h: exactly at the limit.
  const one = (id: string, opened: string, resolved: string | null, over: Partial<Parameters<typeof incident>[0]> = {}) => incident({ incident: id, item: 'ATM', severity: 'High', opened: at(opened), resolved: resolved === null ? null : at(resolved), ...over });
  const given = (limitComparator: '<=' | '<') =>
    atm(
      {
        settings: { asOf: at('2026-09-30T12:00Z') },
        serviceHours: [serviceHours({ calendar: 'Office' })],
        incidents: [
          one('I1', '2026-09-04T16:00Z', '2026-09-07T10:00Z', { row: 11 }),
          one('I2', '2026-09-08T08:00Z', '2026-09-08T13:00Z', { row: 12 }),
          one('I3', '2026-09-09T08:00Z', '2026-09-09T13:00Z', { row: 13, onHoldMinutes: 60 }),
          one('I4', '2026-09-30T09:00Z', null, { row: 14 }),
          one('I5', '2026-09-29T09:00Z', null, { row: 15 }),
          one('I6', '2026-09-08T08:00Z', '2026-09-18T13:00Z', { severity: 'Low' }),
          one('I7', '2026-08-31T08:00Z', '2026-09-18T13:00Z'),
        ],
      },
      { metric: 'Resolved within', target: 0.5, severity: 'high', within: 4, withinUnit: 'hours', limitComparator },
      { agreement: 'ATM SLA', item: 'ATM', hours: 'Office' },
    );
  // I1 and I3 at 4:00, I2 at 5:00 missed, I4 pending at 3:00, I5 open past its limit at 9 + 4 = 13 h missed.
  const figure = only(given('<='));
  expect(figure).toMatchObject({ actual: 0.5, status: 'Met', opened: 5, within: 2, pending: 1, limitSeconds: 14_400, budget: null });
  expect(figure.missedIncidents).toEqual([
    { table: 'Incidents', row: 12, incident: 'I2', opened: at('2026-09-08T08:00Z'), severity: 'High', description: null, clockSeconds: 18_000, limitSeconds: 14_400, clockDays: null, limitDays: null },
    { table: 'Incidents', row: 15, incident: 'I5', opened: at('2026-09-29T09:00Z'), severity: 'High', description: null, clockSeconds: 46_800, limitSeconds: 14_400, clockDays: null, limitDays: null },
  ]);
  // Fewer than 4 hours: 4:00 has missed.
  expect(only(given('<'))).toMatchObject({ actual: 0, status: 'Missed', within: 0 });
});

/**
 * Every metric over every window with every comparator: the right figure, or a stated not measurable.
 *
 * One year of ATM, whose hours are Mon–Fri 8–18 UTC, worked out by hand. Report month September 2026
 * (fiscal years begin in July), seen on 2 November.
 *
 * | outage | minutes in service hours | share |
 * | --- | --- | --- |
 * | Mo 9 Feb 09:00–10:40 | 100 | 1 |
 * | Mo 6 Jul 17:00–Tu 7 Jul 09:00 | 60 + 60 | 1 |
 * | We 12 Aug 12:00–14:00 | 120 | 0.5 |
 * | Tu 1 Sep 07:30–08:30 | 30 | 1 |
 * | We 16 Sep 10:00–10:20, 10:30–10:50 | 20 and 20 | 1 |
 *
 * | window | working days | agreed min | breaks | minutes impaired | downtime min | longest | worst 60 min |
 * | --- | --- | --- | --- | --- | --- | --- | --- |
 * | Month: September | 22 | 13,200 | 3 | 70 | 70 | 30 | 40 |
 * | Quarter = Fiscal year to date: July 23, August 21, September 22 | 66 | 39,600 | 5 | 310 | 250 | 120 | 60 |
 * | Year to date: January 22, 20, 22, 22, 21, June 22, and the quarter | 195 | 117,000 | 6 | 410 | 350 | 120 | 60 |
 * | Rolling 3 months: as the quarter | 66 | 39,600 | 5 | 310 | 250 | 120 | 60 |
 * | Rolling 30 days: 1 September 00:00 on | 22 | 13,200 | 3 | 70 | 70 | 30 | 40 |
 *
 * The worst 60 minutes of September are those from 09:50 to 10:50 of the 16th (20 + 20); of July those of the 6th from 17:00.
 */
import { targetFigures } from '../../../src/domain/agreements/target-figures';
import type { Comparator, Target } from '../../../src/domain/agreements/records';
import { TARGET_METRICS } from '../../../src/domain/agreements/records';
import { agreement, at, incident, outage, records, request, serviceHours, target } from '../../support/records';
import { metricRow } from '../../support/performance';
import type { PeriodKind } from '../../../src/domain/time/records';

const outages = () => [
  ['2026-02-09T09:00Z', '2026-02-09T10:40Z', 1],
  ['2026-07-06T17:00Z', '2026-07-07T09:00Z', 1],
  ['2026-08-12T12:00Z', '2026-08-12T14:00Z', 0.5],
  ['2026-09-01T07:30Z', '2026-09-01T08:30Z', 1],
  ['2026-09-16T10:00Z', '2026-09-16T10:20Z', 1],
  ['2026-09-16T10:30Z', '2026-09-16T10:50Z', 1],
].map(([start, end, impact]) => outage({ item: 'ATM', start: at(start as string), end: at(end as string), impact: impact as number }));

/** Opened, responded and resolved on one day, in minutes from 08:00. One a month, and two in September. */
const incidents = () => [
  ['2026-02-10', 5, 100],
  ['2026-05-12', 15, 300],
  ['2026-07-14', 10, 240],
  ['2026-08-11', 11, 241],
  ['2026-09-02', 4, 30],
  ['2026-09-03', 20, 600],
].map(([date, responded, resolved], i) => incident({ incident: `I${i}`, item: 'ATM', opened: at(`${date}T08:00Z`), responded: at(`${date}T08:00Z`) + Number(responded) * 60, resolved: at(`${date}T08:00Z`) + Number(resolved) * 60 }));

/** Submitted on a Monday, decided on the Wednesday, Thursday … of that week: 2, 3 … business days. */
const requests = () => [
  ['2026-02-02', '2026-02-04'],
  ['2026-07-06', '2026-07-09'],
  ['2026-08-03', '2026-08-07'],
  ['2026-09-07', '2026-09-09'],
  ['2026-09-14', '2026-09-18'],
].map(([submitted, decided], i) => request({ request: `R${i}`, item: 'ATM', submitted: submitted!, decided: decided! }));

const WINDOWS: readonly (readonly [string, PeriodKind])[] = [
  ['Month', { kind: 'Month' }],
  ['Quarter', { kind: 'Quarter' }],
  ['Year', { kind: 'Year' }],
  ['Fiscal year', { kind: 'Fiscal year' }],
  ['Rolling 3 months', { kind: 'Rolling months', count: 3 }],
  ['Rolling 30 days', { kind: 'Rolling days', count: 30 }],
];

/** By metric, the figure of Month, Quarter, Year, Fiscal year, Rolling 3 months and Rolling 30 days. */
const QUARTER = { Availability: 1 - 250 / 39_600, Breaks: 5, 'Downtime minutes': 250, 'Longest outage minutes': 120, 'MTRS minutes': 310 / 5, 'MTBF hours': (39_600 - 310) / 5 / 60, 'Waiting in any': 60, 'Responded within': 2 / 4, 'Resolved within': 2 / 4, 'Decided within': 2 / 4, 'Payments refused': 4 + 5 + 6 };
const MONTH = { Availability: 1 - 70 / 13_200, Breaks: 3, 'Downtime minutes': 70, 'Longest outage minutes': 30, 'MTRS minutes': 70 / 3, 'MTBF hours': (13_200 - 70) / 3 / 60, 'Waiting in any': 40, 'Responded within': 1 / 2, 'Resolved within': 1 / 2, 'Decided within': 1 / 2, 'Payments refused': 6 };
const YEAR = { Availability: 1 - 350 / 117_000, Breaks: 6, 'Downtime minutes': 350, 'Longest outage minutes': 120, 'MTRS minutes': 410 / 6, 'MTBF hours': (117_000 - 410) / 6 / 60, 'Waiting in any': 60, 'Responded within': 3 / 6, 'Resolved within': 3 / 6, 'Decided within': 3 / 5, 'Payments refused': 7 + 4 + 5 + 6 };
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = { Month: MONTH, Quarter: QUARTER, Year: YEAR, 'Fiscal year': QUARTER, 'Rolling 3 months': QUARTER, 'Rolling 30 days': MONTH };
const METRICS = [...TARGET_METRICS, 'Payments refused'];

/** Within 10 min responded; fewer than 241 min resolved; decided in 3 business days; 60 minutes waited for. */
const LIMITS: Readonly<Record<string, Partial<Target>>> = {
  'Responded within': { within: 10, limitComparator: '<=' },
  'Resolved within': { within: 241, limitComparator: '<' },
  'Decided within': { within: 3, withinUnit: 'days' },
  'Waiting in any': { inAnyMinutes: 60 },
};
const measurement = (month: string, value: number) => ({ row: 2, metric: 'Payments refused', month, value, service: null });

const figuresOf = (targets: readonly Parameters<typeof target>[0][]) =>
  targetFigures(records({
    settings: { fiscalYearStarts: 7 },
    agreements: [agreement({ agreement: 'SLA', item: 'ATM', hours: 'Office' })],
    targets: targets.map((one) => target({ ...LIMITS[one.metric ?? ''], ...one })),
    serviceHours: [serviceHours({ calendar: 'Office' })],
    metrics: [metricRow({ metric: 'Payments refused', over: 'Sum' })],
    measurements: [measurement('2026-02-28', 7), measurement('2026-07-01', 4), measurement('2026-08-31', 5), measurement('2026-09-15', 6), measurement('2026-10-01', 1000)],
    outages: outages(),
    incidents: incidents(),
    requests: requests(),
  }));
const figureOf = (metric: string, window: PeriodKind, comparator: Comparator, aim: number, more: Partial<Target> = {}) => figuresOf([{ agreement: 'SLA', metric, comparator, target: aim, window, ...more }])[0]!;

/** Whether a promise is kept whose figure lies at, above or below it. */
const KEPT: Readonly<Record<Comparator, readonly [boolean, boolean, boolean]>> = { '>=': [true, true, false], '>': [false, true, false], '<=': [true, false, true], '<': [false, false, true] };
/** Working days of 2026, and of July 2026 to June 2027: 261 each, of 600 minutes. */
const YEAR_MINUTES = 261 * 600;
const DOWNTIME: Readonly<Record<string, number>> = { Year: 350, 'Fiscal year': 250 };
const COMPARATORS: readonly Comparator[] = ['>=', '>', '<=', '<'];

/** Whether a period that goes on is missed already: the budget of the whole is exceeded. Null: the metric has none with this comparator. */
function isSpent(metric: string, window: string, comparator: Comparator, figure: number, aim: number): boolean | null {
  const pair = metric === 'Availability' && comparator.startsWith('>') ? [DOWNTIME[window]!, (1 - aim) * YEAR_MINUTES] : ['Breaks', 'Downtime minutes', 'Longest outage minutes'].includes(metric) && comparator.startsWith('<') ? [figure, aim] : null;
  return pair === null ? null : comparator.endsWith('=') ? pair[0]! > pair[1]! : pair[0]! >= pair[1]!;
}

describe.each(WINDOWS)('%s', (name, window) => {
  const aims = METRICS.flatMap((metric) => COMPARATORS.flatMap((comparator) => [1, 0.99, 1.01].map((factor) => ({ agreement: 'SLA', metric, window, comparator, target: EXPECTED[name]![metric]! * factor }))));
  const figures = figuresOf(aims);

  test.each(METRICS)('%s', (metric) => {
    const expected = EXPECTED[name]![metric]!;
    aims.forEach((aim, i) => {
      if (aim.metric !== metric) return;
      const figure = figures[i]!;
      expect(figure.actual).toBeCloseTo(expected, 12);
      // Targets are compared in millionths: a figure such as 70 ÷ 3 is never exactly at its own.
      if (i % 3 === 0 && !Number.isInteger(expected * 1e6)) return;
      const spent = name === 'Year' || name === 'Fiscal year' ? isSpent(metric, name, aim.comparator, expected, aim.target) : null;
      expect({ ...aim, missed: figure.status === 'Missed' }).toEqual({ ...aim, missed: spent ?? !KEPT[aim.comparator][i % 3]! });
    });
  });
});

test('to date: only the year and the fiscal year go on after September', () => {
  expect(WINDOWS.map(([name, window]) => [name, figureOf('Availability', window, '>=', 0.99).toDate])).toEqual([['Month', false], ['Quarter', false], ['Year', true], ['Fiscal year', true], ['Rolling 3 months', false], ['Rolling 30 days', false]]);
});

test('budgets of a running fiscal year are those of the whole year', () => {
  // July 2026 to June 2027: 261 working days of 600 min (66 of the quarter, October 22, November 21, December 23, January 21, February 20, March 23, April 22, May 21, June 22).
  const budget = figureOf('Availability', { kind: 'Fiscal year' }, '>=', 0.999).budget!;
  expect(budget.allowed).toBeCloseTo(261 * 36_000 * 0.001, 6);
  expect(budget.used).toBe(250 * 60);
});

describe('what cannot be measured says so', () => {
  const nothing = (metric: string, more: Partial<Target> = {}) => figureOf(metric, { kind: 'Month' }, '>=', 1, more);

  test.each<[string, string, Partial<Target>]>([
    ['a limit that is not there', 'Resolved within', { within: null }],
    ['a stretch that is not there', 'Waiting in any', { inAnyMinutes: null }],
    ['a stretch of no length', 'Waiting in any', { inAnyMinutes: 0 }],
    ['decisions limited in hours', 'Decided within', { withinUnit: 'hours' }],
    ['a severity that no incident has', 'Responded within', { severity: 'High' }],
    ['a change type that no request has', 'Decided within', { severity: 'Emergency' }],
    ['a metric that nobody knows', 'Happiness', {}],
    ['hours that nobody gave', 'Availability', { hours: 'Nights' }],
  ])('%s', (_name, metric, more) => {
    expect(nothing(metric, more)).toMatchObject({ actual: null, status: 'Not measurable', budget: null, forecast: null });
  });

  test('a month without agreed time, whatever the metric', () => {
    for (const metric of METRICS.filter((one) => !['Responded within', 'Resolved within', 'Decided within', 'Payments refused'].includes(one))) {
      const [figure] = targetFigures(records({
        agreements: [agreement({ agreement: 'SLA', item: 'ATM', hours: 'Winter' })],
        targets: [target({ agreement: 'SLA', metric, ...LIMITS[metric] })],
        serviceHours: [serviceHours({ calendar: 'Winter', from: '2026-12-01' })],
        outages: outages(),
      }));
      expect(figure).toMatchObject({ actual: null, status: 'Not measurable', availability: null, agreedSeconds: 0 });
    }
  });
});

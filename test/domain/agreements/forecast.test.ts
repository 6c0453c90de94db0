/** Where a running period will end at the rate so far. */
import { targetFigures } from '../../../src/domain/agreements/target-figures';
import type { Agreement, Target } from '../../../src/domain/agreements/records';
import { agreement, at, maintenance, outage, records, serviceHours, target, uptimeRow } from '../../support/records';

type Given = Parameters<typeof records>[0];
const DAY = 86_400;

/** One target of one SLA on ATM, September 2026 in UTC, seen on the 11th: 10 of 30 days gone. */
function figureOf(given: Given, of: Partial<Target> = {}, terms: Partial<Agreement> = {}) {
  const [figure] = targetFigures(records({ agreements: [agreement({ agreement: 'ATM SLA', item: 'ATM', ...terms })], targets: [target({ agreement: 'ATM SLA', ...of })], ...given, settings: { asOf: at('2026-09-11T00:00Z'), ...given?.settings } }));
  return figure!;
}
const down = (minutes: number, start = '2026-09-02T00:00Z') => outage({ item: 'ATM', start: at(start), end: at(start) + minutes * 60 });

test('downtime goes on as it went so far', () => {
  // 20 min in 10 days: 60 min in 30, and 99.9% of 43,200 min allows 43.2. The 23.2 left last 23.2 ÷ 2 = 11.6 days.
  const figure = figureOf({ outages: [down(20)] });
  expect(figure.forecast).toEqual({ actual: 1 - 20 / 14_400, verdict: 'Missed', exhausted: at('2026-09-11T00:00Z') + 11.6 * DAY });
  expect(figureOf({ outages: [down(20)] }, { metric: 'Downtime minutes', comparator: '<=', target: 60 }).forecast).toEqual({ actual: 60, verdict: 'Met', exhausted: null });
  expect(figureOf({ outages: [down(20)] }, { metric: 'Downtime minutes', comparator: '<', target: 60 }).forecast).toEqual({ actual: 60, verdict: 'Missed', exhausted: null });
});

test('breaks go on as they went so far', () => {
  // Two in 10 days: six in 30. Five are reached with the third of three more: 15 days on.
  const outages = [down(1), down(1, '2026-09-05T00:00Z')];
  expect(figureOf({ outages }, { metric: 'Breaks', comparator: '<=', target: 5 }).forecast).toEqual({ actual: 6, verdict: 'Missed', exhausted: at('2026-09-11T00:00Z') + 15 * DAY });
  expect(figureOf({ outages }, { metric: 'Breaks', comparator: '<=', target: 6 }).forecast).toEqual({ actual: 6, verdict: 'Met', exhausted: null });
});

test('the day on which the budget is used up is found in service hours, maintenance to come left out', () => {
  // Mon–Fri 8–18, seen on Friday 11 September 00:00: 8 days of 10 hours gone (1–4, 7–10). 40 min down in 80 h; 50 allowed.
  // The 10 min left last 20 hours of agreed time: Friday the 11th, and of Monday the 14th the hours outside
  // maintenance (8–12): 6 of 10; the last 4 end on Tuesday at 12:00.
  const figure = figureOf(
    { serviceHours: [serviceHours({ calendar: 'Office' })], maintenance: [maintenance({ calendar: 'Patches', start: '2026-09-14T08:00:00', minutes: 240 })], outages: [down(40, '2026-09-02T09:00Z')] },
    { metric: 'Downtime minutes', comparator: '<=', target: 50 },
    { hours: 'Office', maintenance: 'Patches' },
  );
  expect(figure.forecast).toMatchObject({ verdict: 'Missed', exhausted: at('2026-09-15T12:00Z') });
  // With 50 min down and 60 allowed the 10 left last 16 hours: 10 of Friday and, from 12:00, 6 of Monday, up to closing time.
  expect(figureOf(
    { serviceHours: [serviceHours({ calendar: 'Office' })], maintenance: [maintenance({ calendar: 'Patches', start: '2026-09-14T08:00:00', minutes: 240 })], outages: [down(50, '2026-09-02T09:00Z')] },
    { metric: 'Downtime minutes', comparator: '<=', target: 60 },
    { hours: 'Office', maintenance: 'Patches' },
  ).forecast?.exhausted).toBe(at('2026-09-14T18:00Z'));
});

test('used up exactly at the end of the period is not before it', () => {
  // 99.9% of 30 days: 2,592 s. 864 s in the first 10 days: exactly the target.
  expect(figureOf({ outages: [down(14.4)] }).forecast).toEqual({ actual: 0.999, verdict: 'Met', exhausted: null });
});

test('a budget that is used up already, and one of which nothing is used', () => {
  expect(figureOf({ outages: [down(50)] }).forecast).toMatchObject({ verdict: 'Missed', exhausted: null });
  expect(figureOf({}).forecast).toEqual({ actual: 1, verdict: 'Met', exhausted: null });
  expect(figureOf({ outages: [down(1)] }, { target: 1 }).forecast).toMatchObject({ verdict: 'Missed', exhausted: null });
});

test('a quarter after its first month: from the report month’s end on', () => {
  // July to September seen in November for August: 62 of 92 days gone. 5,400 s down; 7,948.8 allowed. The 2,548.8 left last 29.26 days: 2,528,409.6 s.
  const figure = figureOf({ settings: { reportMonth: '2026-08-01', asOf: at('2026-11-02T00:00Z') }, outages: [down(90, '2026-07-10T00:00Z')] }, { window: { kind: 'Quarter' } });
  expect(figure.forecast).toMatchObject({ verdict: 'Missed', exhausted: at('2026-09-01T00:00Z') + 2_528_409 });
});

test.each<[string, Given, Partial<Target>]>([
  ['a period that is over', { settings: { asOf: at('2026-10-01T00:00Z') }, outages: [down(20)] }, {}],
  ['a rolling window', { outages: [down(20)] }, { window: { kind: 'Rolling months', count: 3 } }],
  ['a longest outage', { outages: [down(20)] }, { metric: 'Longest outage minutes', comparator: '<=', target: 60 }],
  ['a mean', { outages: [down(20)] }, { metric: 'MTRS minutes', comparator: '<=', target: 60 }],
  ['a worst stretch', { outages: [down(20)] }, { metric: 'Waiting in any', comparator: '<=', target: 60, inAnyMinutes: 60 }],
  ['a share of incidents', {}, { metric: 'Resolved within', within: 60 }],
  ['nothing agreed so far', { settings: { asOf: at('2026-09-01T00:00Z') } }, {}],
  ['breaks where a tool gives percentages', { uptime: [uptimeRow({ item: 'ATM', from: at('2026-09-02T00:00Z'), to: at('2026-09-03T00:00Z'), minutesDown: 5 })] }, { metric: 'Breaks', comparator: '<=', target: 3 }],
])('none for %s', (_name, given, of) => {
  expect(figureOf(given, of).forecast).toBeNull();
});

test('an agreement that ends within the period forecasts to its end', () => {
  // It ends with the 20th: 10 days more. 20 min in 10 days, 28.8 allowed in 20: the 8.8 left last 4.4 days.
  expect(figureOf({ outages: [down(20)] }, {}, { endDate: '2026-09-20' }).forecast).toMatchObject({ verdict: 'Missed', exhausted: at('2026-09-11T00:00Z') + 4.4 * DAY });
});

test('a target beyond all numbers harms nothing', () => {
  expect(figureOf({ outages: [down(20)] }, { metric: 'Downtime minutes', comparator: '<=', target: 1e300 }).forecast).toMatchObject({ verdict: 'Met', exhausted: null });
  expect(figureOf({ outages: [down(20)] }, { metric: 'Breaks', comparator: '<=', target: -1e304 }).forecast).toMatchObject({ verdict: 'Missed', exhausted: null });
});

import type { CapacityFigure } from '../../src/domain/demand/figures';
import { outlook } from '../../src/reports/outlook';
import { agreementFigure, chainFigure, chainLink } from '../support/agreement-figures';
import { capacityFigure, demandFigures } from '../support/demand';
import { figures, targetFigure } from '../support/figures';
import { typical } from '../support/organisations';
import { at } from '../support/records';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const seen = (input: Parameters<typeof outlook>[0]) => outlook(input).map((item) => [plain(item.lead), plain(item.detail), item.date, item.until]);
const withAgreements = (...agreements: ReturnType<typeof agreementFigure>[]) => seen(figures({ agreements }));

test('promises at risk and endings by date, promises that nothing beneath supports, then reviews', () => {
  expect(seen(typical().figures)).toEqual([
    ['File storage, capacity', 'Reaches 80% in Dec 2026; order due 1 Sep 2026, lead time 3 months.', '2026-09-01', false],
    ['Desktop Computing, availability', '75 min of 343 min left; a failure like that of 7 Oct (95 min) breaks it.', null, false],
    ['Desktop Computing, breaks', '3 of 3 used: one more break breaks the promise.', '2026-12-31', true],
    ['Card gateway contract', 'UC for Card Payments ends; no successor agreed.', '2026-12-31', false],
    ['Card Payments, promise of 99.95%', '99.91% can be expected from beneath; weakest link Card gateway (99.9%).', null, false],
    ['Loan Origination SLA', 'SLA for Loan Origination: review due.', '2026-11-12', false],
  ]);
});

describe('a promise at risk', () => {
  const exhausted = at('2026-11-24T15:00:00Z');
  const YEAR = { start: at('2026-01-01T00:00:00Z'), end: at('2027-01-01T00:00:00Z') };
  const risk = (budget: Parameters<typeof targetFigure>[0] & object) => seen(figures({ targets: [targetFigure({ status: 'At risk', windowKind: { kind: 'Year' }, period: YEAR, ...budget })] }))[0];

  test('is dated with the day on which its budget is used up', () => {
    const budget = { unit: 'seconds', allowed: 343 * 60, used: 268 * 60, left: 75 * 60, usedShare: 268 / 343, burnRate: 1.2 } as const;
    expect(risk({ budget, forecast: { actual: 0.994, verdict: 'Missed', exhausted } })).toEqual(['Online Banking, availability', '75 min of 343 min left; the budget is used up on 24 Nov at this rate.', '2026-11-24', false]);
    expect(risk({ budget: { ...budget, left: 0 }, forecast: { actual: 0.994, verdict: 'Missed', exhausted } })?.[1]).toBe('nothing of 343 min left; the budget is used up on 24 Nov at this rate.');
    expect(risk({ budget, forecast: { actual: 0.9951, verdict: 'Met', exhausted: null } })).toEqual(['Online Banking, availability', '75 min of 343 min left, used 1.2 times as fast as time passes.', '2026-12-31', true]);
  });

  test('breaks are counted', () => {
    const budget = { unit: 'breaks', allowed: 5, used: 3, left: 2, usedShare: 0.6, burnRate: 1.5 } as const;
    expect(risk({ metric: 'Breaks', budget, forecast: { actual: 6, verdict: 'Missed', exhausted } })).toEqual(['Online Banking, breaks', '3 of 5 used; used up on 24 Nov at this rate.', '2026-11-24', false]);
  });
});

// As of is 2 November 2026.
test('endings: those that the figures call soon, on their last date', () => {
  const ending = agreementFigure('Old', { endDate: '2027-02-02', daysLeft: 92, expiresSoon: true });
  expect(withAgreements(ending)).toEqual([['Old', 'SLA for Card Payments ends; no successor agreed.', '2027-02-02', false]]);
  expect(withAgreements({ ...ending, expiresSoon: false })).toEqual([]);
});

describe('an agreement that ended though an SLA stands on it', () => {
  const ended = (name: string, endDate: string, over: Parameters<typeof agreementFigure>[1] = {}) => agreementFigure(name, { type: 'UC', item: 'Card gateway', state: 'Ended', endDate, review: null, reviewDue: null, ...over });
  const beneath = (item: string, agreement: string, cover: 'Ended' | 'Covered' | 'Not begun' = 'Ended') => chainFigure(item, { links: [chainLink('Card gateway', { cover, agreement })] });

  test('comes first, with its last date and what stands on it', () => {
    const soon = agreementFigure('Old', { endDate: '2026-11-05', daysLeft: 3, expiresSoon: true });
    expect(seen(figures({ agreements: [soon, ended('Gateway UC', '2026-09-30')], chains: [beneath('Card Payments', 'gateway uc')] }))).toEqual([
      ['Gateway UC', 'UC for Card gateway ended, no successor agreed; beneath Card Payments.', '2026-09-30', false],
      ['Old', 'SLA for Card Payments ends; no successor agreed.', '2026-11-05', false],
    ]);
  });

  test('also where it covered a part of the report month, and is over at As of', () => {
    const [within, on] = [ended('A', '2026-10-20', { state: 'In force' }), ended('A', '2026-11-02', { state: 'In force' })];
    const found = (agreement: typeof within) => seen(figures({ agreements: [agreement], chains: [beneath('Web', 'A', 'Covered')] })).map(([lead, , date]) => [lead, date]);
    expect(found(within)).toEqual([['A', '2026-10-20']]);
    // Its last date is today: it is still in force.
    expect(found(on)).toEqual([]);
    expect(found({ ...within, replacedBy: 'B' })).toEqual([]);
  });

  test('not one on which nothing stands, nor one that another follows', () => {
    expect(seen(figures({ agreements: [ended('A', '2026-09-30')], chains: [] }))).toEqual([]);
    expect(seen(figures({ agreements: [ended('A', '2026-09-30')], chains: [beneath('Web', 'A', 'Not begun')] }))).toEqual([]);
  });

  test('three are one line, the one longest over named', () => {
    const agreements = [ended('C', '2026-09-30'), ended('A', '2026-07-31'), ended('B', '2026-08-31')];
    expect(seen(figures({ agreements, chains: agreements.map(({ agreement }) => beneath('Web', agreement)) }))).toEqual([['Three agreements', 'Ended, no successor agreed: A and two more.', null, false]]);
  });
});

describe('a capacity that runs out before more can be there', () => {
  const storage = capacityFigure('Storage', { state: 'Inside lead time', insideLeadTime: true, reachesThreshold: { point: '2027-01-01', upper: '2026-11-01' }, orderBy: '2026-10-01' });
  const withCapacity = (...capacity: CapacityFigure[]) => seen(figures({ demand: demandFigures({ capacity }) }));

  test('is dated with the day on which the order was due', () => {
    expect(withCapacity(storage)).toEqual([['Storage, capacity', 'Reaches 80% in Jan 2027; order due 1 Oct 2026, lead time 3 months.', '2026-10-01', false]]);
  });

  test('over its threshold with the month in which it is full, over its capacity now', () => {
    const over = capacityFigure('Storage', { usage: 850, state: 'Over threshold', insideLeadTime: true, reachesThreshold: { point: '2026-10-01', upper: '2026-10-01' }, reachesCapacity: { point: '2027-02-01', upper: null }, orderBy: '2026-07-01' });
    expect(withCapacity(over)).toEqual([['Storage, capacity', '85.0% used, threshold 80%, full Feb 2027; order due 1 Jul 2026, lead time 3 months.', '2026-07-01', false]]);
    const full = capacityFigure('Storage', { usage: 1_020, leadTimeMonths: null, state: 'Over capacity', reachesCapacity: { point: '2026-10-01', upper: '2026-10-01' } });
    expect(withCapacity(full)).toEqual([['Storage, capacity', '102.0% used.', null, false]]);
  });

  test('not one that can still be ordered in time, nor where demand was not asked for', () => {
    expect(withCapacity(capacityFigure('A'), capacityFigure('B', { state: 'Will run out', reachesThreshold: { point: '2027-08-01', upper: null }, orderBy: '2027-05-01' }))).toEqual([]);
    expect(seen(figures({ demand: null }))).toEqual([]);
  });

  test('three are one line with the date of the most urgent', () => {
    expect(withCapacity(storage, { ...storage, item: 'Mail' }, { ...storage, item: 'Web' })).toEqual([['Three capacities', 'Used up, or at the threshold before more can be there: Storage, Mail and one more.', '2026-10-01', false]]);
  });
});

test('reviews: due soon, overdue, or never held', () => {
  const of = (over: Partial<Parameters<typeof agreementFigure>[1]>) => withAgreements(agreementFigure('A', { item: 'X', ...over })).map(([, detail, date]) => [detail, date]);
  expect(of({ review: 'Due soon', reviewDue: '2026-12-03' })).toEqual([['SLA for X: review due.', '2026-12-03']]);
  expect(of({ review: 'Reviewed', reviewDue: '2026-12-04' })).toEqual([]);
  expect(of({ review: 'Overdue', reviewDue: '2026-10-01' })).toEqual([['SLA for X: review overdue.', '2026-10-01']]);
  expect(of({ review: 'Never reviewed', reviewDue: '2026-01-01', lastReviewDate: null })).toEqual([['SLA for X: review overdue, none recorded yet.', '2026-01-01']]);
  expect(of({ review: 'Never reviewed', reviewDue: null, lastReviewDate: null, startDate: null })).toEqual([['SLA for X: never reviewed.', null]]);
  expect(of({ review: null, reviewDue: null })).toEqual([]);
});

test('several promises that cannot be kept from beneath are one line, the furthest first', () => {
  const short = (item: string, expected: number) => chainFigure(item, { supported: false, expected });
  expect(seen(figures({ chains: [short('Near', 0.9989), short('Far', 0.99), short('Middle', 0.998)] }))).toEqual([['Three SLAs, availability', 'Not backed by the agreements beneath: Far and two more.', null, false]]);
});

test('a chain that holds, or without a target, is no news', () => {
  expect(seen(figures({ chains: [chainFigure('A'), chainFigure('B', { supported: null, target: null })] }))).toEqual([]);
});

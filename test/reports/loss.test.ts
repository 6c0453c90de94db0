import { costOfFailures, costOfService, lossOf } from '../../src/reports/loss';
import { downtimeCost } from '../support/agreement-figures';
import { figures, serviceFigure } from '../support/figures';
import { availabilityOf, outageOf } from '../support/organisations';
import { at } from '../support/records';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const COSTS = [1e6, 40_000, 72_000, 45_000, 30_000, 118_000, 52_000, 33_000, 27_000, 98_000, 48_000, 61_000, 254_700];

describe('lossOf', () => {
  test('money in thousands, the last twelve of thirteen months, parts by process', () => {
    const process = (name: string, cost: number, row: number) => ({ process: name, row: { table: 'Processes', row }, priority: 1, costPerHour: 1, services: [], downtimeSeconds: 0, plannedSeconds: 0, cost, plannedCost: 0 });
    const processes = [process('Loan administration', 28_500, 2), process('Card payments', 145_700, 3), process('ATM', 10_000, 4), process('Branch banking', 49_700, 5), process('Statements', 20_800, 6), process('Idle', 0, 7)];
    const loss = lossOf(figures({ currency: '$', downtimeCost: downtimeCost(COSTS, { processes }) }));
    expect([loss.title, plain(loss.unit), loss.label]).toEqual(['What it cost the business', 'Downtime cost by month, $ thousand', '#,##0.0']);
    expect(loss.months).toEqual([40, 72, 45, 30, 118, 52, 33, 27, 98, 48, 61, 254.7]);
    // 20.8 + 10.0 stand together.
    expect(loss.parts.map(plain)).toEqual(['Card payments 145.7', 'Branch banking 49.7', 'Loan administration 28.5', '2 others 30.8']);
  });

  test('small amounts stand in full; a month without cost says so', () => {
    const loss = lossOf(figures({ currency: 'EUR', downtimeCost: downtimeCost([0, 0, 900, ...Array<number>(10).fill(0)]) }));
    expect([plain(loss.unit), loss.label, loss.months[1], loss.parts]).toEqual(['Downtime cost by month, EUR', '#,##0', 900, ['None in October']]);
  });

  test('without a cost of any process it is hours', () => {
    const loss = lossOf(figures({ services: [serviceFigure('A', [...Array<number>(12).fill(1), 2.5])] }));
    expect([loss.unit, loss.months[11], loss.parts.map(plain)]).toEqual(['Service downtime by month, hours', 2.5, ['A 2.5']]);
  });
});

describe('costOfFailures', () => {
  const asOf = at('2026-11-02T08:00:00Z');
  const price = (row: number, cost: number) => ({ table: 'Outages', row, item: 'X', cost });
  const broken = (...outages: ReturnType<typeof outageOf>[]) => [availabilityOf('A', 0.9995, 47, { outages })];
  const [first, second] = [outageOf('A', '2026-10-15T11:00:00Z', 30, null, 2), outageOf('A', '2026-10-15T11:30:00Z', 30, null, 3)];

  test('outages one after the other add up, each once however many promises it broke', () => {
    const cost = downtimeCost(COSTS, { outages: [price(3, 60_000), price(2, 40_000), price(9, 5)] });
    expect(costOfFailures([...broken(first, second), ...broken(first)], cost, asOf)).toBe(100_000);
  });

  test('outages at the same time cannot be told apart; an open one lasts to As of', () => {
    const cost = downtimeCost(COSTS, { outages: [price(2, 40_000), price(3, 60_000)] });
    expect(costOfFailures(broken(first, { ...second, start: second.start - 1 }), cost, asOf)).toBeNull();
    expect(costOfFailures(broken({ ...first, end: null }, second), cost, asOf)).toBeNull();
  });

  test('an outage without a price cost nothing, unless the list of prices is full', () => {
    expect(costOfFailures(broken(first, second), downtimeCost(COSTS, { outages: [price(2, 40_000)] }), asOf)).toBe(40_000);
    const full = Array.from({ length: 50 }, (_, index) => price(index + 100, 1));
    expect(costOfFailures(broken(first), downtimeCost(COSTS, { outages: full }), asOf)).toBeNull();
  });
});

test('a service’s own cost is found by its name without case; none is null', () => {
  const cost = downtimeCost(COSTS);
  expect([costOfService(' card payments', cost), costOfService('Fax', cost)]).toEqual([254_700, null]);
});

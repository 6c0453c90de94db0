import { figuresSheet } from '../../src/reports/figures-sheet';
import { downtimeCost } from '../support/agreement-figures';
import { figures } from '../support/figures';
import { typical } from '../support/organisations';
import { cellAt, rowOf, valuesOf } from '../support/sheets';

const input = typical();
const sheet = figuresSheet(input);

test('services by month add up to all services', () => {
  // October: 0.78 + 1.18 + 1.58 + 1.58 + 0.2.
  const all = valuesOf(sheet, rowOf(sheet, 'All services'));
  expect(all).toHaveLength(14);
  expect(all[all.length - 1]).toBeCloseTo(5.32, 10);
});

test('targets stand unrounded, in seconds', () => {
  const row = sheet.rows.findIndex(({ cells }) => cells.some(({ value }) => value === 'Card Payments SLA'));
  const card = input.figures.targets.find(({ item }) => item === 'Card Payments')!;
  // 47 min of 744 h: 1 − 2820 ÷ 2678400.
  expect([3, 4, 6, 9, 16].map((column) => cellAt(sheet, row, column)?.value)).toEqual([0.9995, 1 - 2820 / 2678400, 2678400, 2820, 2820]);
  expect(cellAt(sheet, row, 4)?.value).toBe(card.actual);
});

test('incidents behind targets', () => {
  const row = rowOf(sheet, 'Incidents behind targets') + 2;
  expect(valuesOf(sheet, row).slice(2)).toEqual([4118, 4039, 79, 0]);
});

test('downtime cost by month, by process and by service stands in full', () => {
  const costs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 61_000, 254_700.55];
  const priced = figuresSheet({ figures: figures({ currency: '$', downtimeCost: downtimeCost(costs, { services: [{ service: 'Card Payments', cost: 145_700, plannedCost: 20 }] }) }) });
  expect(valuesOf(priced, rowOf(priced, 'Downtime cost by month, $') + 2)).toEqual(['Unplanned', ...costs]);
  // One process at 186,000 an hour took it all: 254,700.55 ÷ 186,000 h.
  expect(valuesOf(priced, rowOf(priced, 'Card payments'))).toEqual(['Card payments', 'Card Payments', 186_000, (254_700.55 / 186_000) * 3600, 0, 254_700.55, 0]);
  expect(valuesOf(priced, rowOf(priced, /^What each service/) + 2)).toEqual(['Card Payments', 145_700, 20]);
});

test('a missing value is an empty cell, never 0', () => {
  const fax = sheet.rows.findIndex(({ cells }) => cells.some(({ value }) => value === 'Fax SLA'));
  expect(cellAt(sheet, fax, 4)).toBeUndefined();
});

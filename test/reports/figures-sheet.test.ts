import { figuresSheet } from '../../src/reports/figures-sheet';
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

test('a missing value is an empty cell, never 0', () => {
  const fax = sheet.rows.findIndex(({ cells }) => cells.some(({ value }) => value === 'Fax SLA'));
  expect(cellAt(sheet, fax, 4)).toBeUndefined();
});

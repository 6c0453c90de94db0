import { metricRanges, figuresSheet, metricKey } from '../../src/reports/figures-sheet';
import { successFactors } from '../../src/reports/success-factors';
import { COLOR } from '../../src/reports/style';
import { csfFigure, figures, metricFigure } from '../support/figures';
import { tiny, typical } from '../support/organisations';
import { cellAt, rowOf, texts, valuesOf } from '../support/sheets';

const sheet = successFactors(typical());

test('the sentence and what stands under it', () => {
  expect(texts(sheet).slice(2, 4)).toEqual([
    'Two of four success factors support the business; User-friendly interface needs action now.',
    'User-friendly interface: both metrics off target and getting worse. User-centric design: its only metric getting worse.',
  ]);
});

test('worst factor first, factors of one status in the user’s order', () => {
  const order = ['User-friendly interface', 'User-centric design', 'Reliability', 'Security'].map((name) => rowOf(sheet, name));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('a metric: value, target, month before, change, a year ago, status', () => {
  // 4.9 − 5.2 = −0.3.
  expect(valuesOf(sheet, rowOf(sheet, 'Customer effort score'))).toEqual(['Customer effort score', 4.9, 5.5, 5.2, -0.3, 5.8, '✕ Off, getting worse']);
  const row = rowOf(sheet, 'Customer effort score');
  expect(cellAt(sheet, row, 2)?.style).toMatchObject({ numberFormat: '#,##0.0', color: COLOR.missed, bold: true });
  expect(cellAt(sheet, row, 3)?.style?.numberFormat).toBe('"≥\u00a0"#,##0.0');
  expect(cellAt(sheet, row, 5)?.style?.numberFormat).toBe('+#,##0.0;−#,##0.0;0');
});

test('a percentage changes by points', () => {
  // 99.78% − 99.86% = −0.08 points.
  const row = rowOf(sheet, 'Availability, mean of 5 services');
  expect(cellAt(sheet, row, 5)).toMatchObject({ value: -0.08, style: { numberFormat: '+#,##0.00" pt";−#,##0.00" pt";0' } });
  expect(cellAt(sheet, row, 2)?.style?.numberFormat).toBe('0.00%');
});

test('lower is better reads ≤; a unit stands with the name; no target is a dash', () => {
  expect(cellAt(sheet, rowOf(sheet, 'Minor incidents, time to restore, min'), 3)?.style?.numberFormat).toBe('"≤\u00a0"#,##0');
  expect(cellAt(sheet, rowOf(sheet, 'Session length, min'), 3)?.value).toBe('–');
});

test('a change that prints as nothing is 0', () => {
  const page = successFactors({ figures: figures({ csfs: [csfFigure('F', [metricFigure('M', [...Array<number>(12).fill(0.3), 0.1 + 0.2], {})])] }) });
  expect(cellAt(page, rowOf(page, 'M'), 5)?.value).toBe(0);
});

test('what the data says is merged beside the factor’s block', () => {
  const first = rowOf(sheet, 'User-friendly interface');
  expect(sheet.merges[0]).toEqual({ row: first, column: 10, rows: 3, columns: 1 });
  expect(cellAt(sheet, first, 10)?.value).toMatch(/^Customer effort score 4\.9, time in the app 11\.8.min a visit: both off target since July/);
});

test('a line per metric, its numbers on the sheet of figures: twelve months, dashed target, this month’s point', () => {
  const input = typical();
  const numbers = figuresSheet(input);
  const ranges = metricRanges(input.figures.csfs);
  const read = (range: { row: number; column: number; columns: number }) => Array.from({ length: range.columns }, (_, at) => cellAt(numbers, range.row, range.column + at)?.value ?? null);
  const effort = ranges.get(metricKey({ csf: 'User-friendly interface', metric: 'Customer effort score' }))!;
  expect(read(effort.values)).toEqual([5.8, 5.8, 5.7, 5.7, 5.7, 5.6, 5.6, 5.5, 5.4, 5.3, 5.2, 4.9]);
  expect(read(effort.target)).toEqual(Array<number>(12).fill(5.5));
  expect(read(effort.latest)).toEqual([...Array<null>(11).fill(null), 4.9]);
  const chart = sheet.charts.find(({ name }) => name === 'Line of User-friendly interface: Customer effort score');
  expect(chart).toMatchObject({ type: 'Line', at: { row: rowOf(sheet, 'Customer effort score'), column: 7, rows: 1, columns: 1 }, valueAxis: { visible: false } });
  expect(chart!.series.map(({ dashed, marker, color }) => [dashed ?? false, marker, color])).toEqual([[true, 'None', COLOR.targetLine], [false, 'None', COLOR.accent], [false, 'Square', COLOR.missed]]);
  expect(sheet.charts.find(({ name }) => name.endsWith('Session length'))!.series).toHaveLength(2);
  expect(sheet.charts.find(({ name }) => name.endsWith('Security incidents'))!.series[2]).toMatchObject({ marker: 'Circle', color: COLOR.accent });
});

test('a metric with a single value has no line', () => {
  const page = successFactors({ figures: figures({ csfs: [csfFigure('F', [metricFigure('M', [...Array<null>(12).fill(null), 1])])] }) });
  expect(page.charts).toEqual([]);
});

test('up to 18 metrics print on one page, more on as many as it takes, with the head repeated', () => {
  const many = (count: number) => successFactors({ figures: figures({ csfs: [csfFigure('F', Array.from({ length: count }, (_, at) => metricFigure(`M${at}`, [1, 2])))] }) });
  expect(many(18).print?.pagesTall).toBe(1);
  expect(many(19).print).toMatchObject({ pagesTall: null, titleRows: { from: rowOf(many(19), 'Critical success factor and its metrics') } });
});

test('without factors it says so', () => {
  expect(texts(successFactors(tiny()))).toEqual(expect.arrayContaining(['No success factor is recorded.', 'Nothing to show: fill the tables CSFs and Metrics.']));
});

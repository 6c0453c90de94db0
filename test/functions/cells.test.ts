import { cell } from './custom-functions';
import { cellOf, forEachCell, gridOf, isBlank } from '../../src/functions/cells';
import { notMeasurable } from '../../src/functions/errors';

test('Excel’s values as cells', () => {
  expect([1, 'a', true, null, undefined].map(cellOf)).toEqual([1, 'a', true, null, null]);
  expect(cellOf(notMeasurable('none'))).toBe('#N/A');
  expect(cellOf({ type: 'FormattedNumber', basicValue: 46174, numberFormat: 'yyyy-mm-dd' })).toBe(46174);
  expect(cellOf({ type: 'Entity', text: 'x' })).toBeNull();
});

test('a single value is one cell', () => {
  expect(gridOf(5)).toEqual([[5]]);
  expect(gridOf([[1, undefined]])).toEqual([[1, null]]);
});

test('blank is nothing, empty text, or the 0 of desktop Excel', () => {
  expect([null, '', '  ', 0].map(isBlank)).toEqual([true, true, true, true]);
  expect([false, '0', 1, '#N/A'].map(isBlank)).toEqual([false, false, false, false]);
});

const sum = (a: unknown, b: unknown) => Number(a) + Number(b);

test('single cells, rows and columns repeat along the others', async () => {
  expect(await cell(() => forEachCell({ a: 1, b: 2 }, sum))).toBe(3);
  expect(forEachCell({ a: [[1], [2]], b: 10 }, sum)).toEqual([[11], [12]]);
  expect(forEachCell({ a: [[1], [2]], b: [[10, 20, 30]] }, sum)).toEqual([[11, 21, 31], [12, 22, 32]]);
  expect(forEachCell({ a: [[1, 2], [3, 4]], b: [[10], [20]] }, sum)).toEqual([[11, 12], [23, 24]]);
});

test('sizes that do not match are an error that names both', async () => {
  expect(await cell(() => forEachCell({ a: [[1], [2], [3]], b: [[1], [2]] }, sum))).toBe('#VALUE! a has 3 rows, b 2.');
  expect(await cell(() => forEachCell({ a: [[1, 2]], b: 1, c: [[1, 2, 3]] }, sum))).toBe('#VALUE! a has 2 columns, c 3.');
});

test('an error stands in its cell; a single one is thrown; a defect is never swallowed', async () => {
  const odd = (a: unknown) => {
    if (a === 2) throw notMeasurable('two');
    return Number(a);
  };
  expect(await cell(() => forEachCell({ a: [[1], [2], [3]] }, odd))).toEqual([[1], ['#N/A two'], [3]]);
  expect(await cell(() => forEachCell({ a: 2 }, odd))).toBe('#N/A two');
  expect(() =>
    forEachCell({ a: [[1], [2]] }, () => {
      throw new TypeError('defect');
    }),
  ).toThrow(TypeError);
});

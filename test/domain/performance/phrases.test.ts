import { countOf, numberText, plural } from '../../../src/domain/performance/phrases';

test.each([
  [0, 'row', undefined, '0 rows'],
  [1, 'row', undefined, '1 row'],
  [2, 'row', undefined, '2 rows'],
  [1, 'dependency', 'dependencies', '1 dependency'],
  [3, 'dependency', 'dependencies', '3 dependencies'],
  [999, 'row', undefined, '999 rows'],
  [1000, 'row', undefined, '1,000 rows'],
  [12_005, 'row', undefined, '12,005 rows'],
  [1_234_567, 'row', undefined, '1,234,567 rows'],
])('a count with its word: %d %s %s', (count, word, several, text) => {
  expect(countOf(count, word, several)).toBe(text);
});

test('one, and all else', () => {
  expect([0, 1, 1.5, 2].map((count) => plural(count, 'day'))).toEqual(['days', 'day', 'days', 'days']);
});

test('numbers are grouped, rounded, and have a true minus, which a rounded 0 has not', () => {
  expect([numberText(-1234.5, 1), numberText(0.125, 2), numberText(-0.04, 1), numberText(999_999.5, 0)]).toEqual(['−1,234.5', '0.13', '0.0', '1,000,000']);
});

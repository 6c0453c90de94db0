import { historyOf } from '../../../../src/domain/demand/forecast/history';

test('leaves off what is missing at the ends and draws a line over gaps', () => {
  // From 10 to 16 over three steps: 12, 14.
  expect(historyOf([null, null, 10, null, null, 16, 8, null, 6, null])).toEqual({ values: [10, 12, 14, 16, 8, 7, 6], interpolated: [3, 4, 7] });
});

test('what is no number is missing', () => {
  expect(historyOf([1, Number.NaN, 3, Infinity])).toEqual({ values: [1, 2, 3], interpolated: [1] });
});

test('nothing gives nothing', () => {
  expect(historyOf([])).toEqual({ values: [], interpolated: [] });
  expect(historyOf([null, null])).toEqual({ values: [], interpolated: [] });
});

test('a zero is a value', () => {
  expect(historyOf([0, null, 0])).toEqual({ values: [0, 0, 0], interpolated: [1] });
});

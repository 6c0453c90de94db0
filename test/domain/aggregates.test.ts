import { mean, median, sumOfRecorded } from '../../src/domain/aggregates';

test('of none there is nothing', () => {
  expect([mean([]), median([]), sumOfRecorded([])]).toEqual([null, null, null]);
});

test('mean', () => {
  // 9 ÷ 3; −2 + 3 = 1, ÷ 2.
  expect([mean([1, 2, 6]), mean([-2, 3]), mean([0])]).toEqual([3, 0.5, 0]);
});

test('median: by size, not as text; of an even number between the two in the middle', () => {
  expect(median([30, 5, 100])).toBe(30);
  expect(median([9, 2, 30, 5])).toBe(7);
  expect(median([-1, -10])).toBe(-5.5);
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test('what is not recorded is not 0, and 0 is recorded', () => {
  expect([sumOfRecorded([300, null, 40]), sumOfRecorded([null]), sumOfRecorded([0, null])]).toEqual([340, null, 0]);
});

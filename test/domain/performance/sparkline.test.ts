import { sparkline } from '../../../src/domain/performance/sparkline';

// The tests of holman/spark, which made such lines known.
test.each([
  [[1, 5, 22, 13, 5], '▁▂█▅▂'],
  [[0, 30, 55, 80, 33, 150], '▁▂▃▄▂█'],
  [[5.5, 20], '▁█'],
  [[1, 2, 3, 4, 100, 5, 10, 20, 50, 300], '▁▁▁▁▃▁▁▁▂█'],
  [[1, 50, 100], '▁▄█'],
  [[2, 4, 8], '▁▃█'],
  [[1, 2, 3, 4, 5], '▁▂▄▆█'],
])('%p is %s', (values, line) => {
  expect(sparkline(values)).toBe(line);
});

test('bounds, gaps, nothing', () => {
  expect(sparkline([1, 2, 3, 4, 5], 2, 4)).toBe('▁▁▄██');
  expect(sparkline([1, null, 5])).toBe('▁ █');
  expect(sparkline([3, 3])).toBe('▄▄');
  expect(sparkline([null])).toBeNull();
  expect(sparkline([])).toBeNull();
});

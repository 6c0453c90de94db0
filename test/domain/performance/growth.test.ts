import { compoundGrowth } from '../../../src/domain/performance/growth';

test('by hand', () => {
  // 100 × 1.1 × 1.1 = 121; what lies between does not matter, but its periods do.
  expect(compoundGrowth([100, 5, 121])).toBeCloseTo(0.1, 12);
  expect(compoundGrowth([null, 100, null, 121, null])).toBeCloseTo(0.1, 12);
  expect(compoundGrowth([200, 100])).toBe(-0.5);
  expect(compoundGrowth([7, 7, 7])).toBe(0);
});

test('not measurable', () => {
  for (const values of [[], [5], [null, 5, null], [0, 5], [5, 0], [-4, -8]]) expect(compoundGrowth(values)).toBeNull();
});

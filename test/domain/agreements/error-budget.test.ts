import { errorBudget } from '../../../src/domain/agreements/error-budget';

test('half of a month gone, 20 of 43.2 minutes used', () => {
  // 0.1% of 43,200 min is 43.2; 20 min in 21,600 is 0.0926%, which is 0.926 of 0.1%.
  const { allowed, used, left, burnRate } = errorBudget(0.999, 43_200, 21_600, 20);
  expect([allowed, used]).toEqual([43.2, 20]);
  expect(left).toBeCloseTo(23.2, 12);
  expect(burnRate).toBeCloseTo(20 / 21_600 / 0.001, 12);
});

test('overspent, at the limit, nothing allowed, nothing gone', () => {
  expect(errorBudget(0.999, 43_200, 43_200, 50).left).toBeCloseTo(-6.8, 12);
  expect(errorBudget(0.999, 43_200, 43_200, 43.2)).toEqual({ allowed: 43.2, used: 43.2, left: 0, burnRate: 1 });
  expect(errorBudget(1, 43_200, 100, 5)).toEqual({ allowed: 0, used: 5, left: -5, burnRate: null });
  expect(errorBudget(0.999, 43_200, 0, 0).burnRate).toBeNull();
  expect(errorBudget(0.999, 0, 0, 0)).toEqual({ allowed: 0, used: 0, left: 0, burnRate: null });
});

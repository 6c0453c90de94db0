import { centredMovingAverage, seasonalFactors, withoutSeason, withSeason } from '../../../../src/domain/demand/forecast/seasonal-factors';

test('the moving average over an even season counts its ends half', () => {
  // (1 ÷ 2 + 2 + 3 + 4 + 5 ÷ 2) ÷ 4 = 3, and (2 ÷ 2 + 3 + 4 + 5 + 10 ÷ 2) ÷ 4 = 4.5
  expect(centredMovingAverage([1, 2, 3, 4, 5, 10], 4)).toEqual([null, null, 3, 4.5, null, null]);
  // (1 + 2 + 6) ÷ 3
  expect(centredMovingAverage([1, 2, 6], 3)).toEqual([null, 3, null]);
});

test('finds the factors that a series was made of', () => {
  const levels = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
  const added = levels.map((level, index) => level + [5, -3, -2][index % 3]!);
  const { factors } = seasonalFactors(added, 3, 'additive');
  [5, -3, -2].forEach((factor, index) => expect(factors[index]).toBeCloseTo(factor, 10));
  const times = [1, 3, 1, 3, 1, 3];
  expect(seasonalFactors(times, 2, 'multiplicative').factors).toEqual([0.5, 1.5]);
});

test('takes a season out and puts it back where the series goes on', () => {
  const season = { kind: 'multiplicative', factors: [0.5, 1.5] } as const;
  expect(withoutSeason([1, 3, 2], season)).toEqual([2, 2, 4]);
  // Three values are there: the next has position 1.
  expect(withSeason([2, 2], season, 3)).toEqual([3, 1]);
  expect(withSeason([2, 2], { kind: 'additive', factors: [1, -1] }, 2)).toEqual([3, 1]);
});

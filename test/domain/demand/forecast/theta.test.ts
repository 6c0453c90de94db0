import { smooth, thetaForecast } from '../../../../src/domain/demand/forecast/theta';
import { seasonalFactors } from '../../../../src/domain/demand/forecast/seasonal-factors';
import { REAL_SERIES } from '../../../support/real-series';

/** Squared one-step errors of exponential smoothing, step by step. */
function squaredErrors(values: readonly number[], alpha: number, first: number): number {
  let level = first;
  return values.reduce((sum, value) => {
    const error = value - level;
    level += alpha * error;
    return sum + error * error;
  }, 0);
}

test('smoothing leaves no smaller error among all weights and first levels', () => {
  for (const values of [
    [3, 5, 4, 8, 7, 9, 6, 10],
    [100, 90, 120, 80, 110, 95, 105],
    [1, 1, 1, 50, 50, 50, 52],
  ]) {
    const { alpha, meanSquare } = smooth(values);
    let least = Infinity;
    for (let weight = 1; weight < 1000; weight++) {
      // For one weight the error is a parabola in the first level: three points give its bottom.
      const [a, b, c] = [0, 50, 100].map((first) => squaredErrors(values, weight / 1000, first));
      const curve = (a! - 2 * b! + c!) / 2 / 2500;
      const bottom = 50 - (c! - a!) / 100 / (2 * curve);
      least = Math.min(least, squaredErrors(values, weight / 1000, bottom));
    }
    expect(meanSquare * values.length).toBeLessThanOrEqual(least * (1 + 1e-9));
    expect(alpha).toBeGreaterThan(0);
    expect(alpha).toBeLessThan(1);
  }
});

test('a line goes on at half its slope', () => {
  // Smoothing follows a line best with a weight near 1: its level is the last value, 4.
  const { points } = thetaForecast([1, 2, 3, 4], 3, null);
  [4.5, 5, 5.5].forEach((point, step) => expect(points[step]).toBeCloseTo(point, 3));
});

test('a level without slope stays', () => {
  const { points } = thetaForecast([10, 12, 10, 12, 12, 10, 12, 10], 2, null);
  points.forEach((point) => expect(point).toBeCloseTo(11, 6));
});

test.each(Object.entries(REAL_SERIES))('agrees with R on %s', (_, { frequency, values, holdout, methods }) => {
  const known = values.slice(0, -holdout);
  const { points } = thetaForecast(known, holdout, frequency === 1 ? null : seasonalFactors(known, frequency, 'multiplicative'));
  points.forEach((point, step) => expect(Math.abs(point / methods.thetaf.mean[step]! - 1)).toBeLessThan(2e-5));
});

/** Against closed forms and printed tables. */
import { fTail, studentQuantile } from '../../../../src/domain/demand/forecast/distributions';

test('with two degrees above, the tail of F has a closed form: (1 + 2 f ÷ d)^(−d ÷ 2)', () => {
  for (const d of [1, 2, 5, 10, 47, 300]) {
    for (const f of [0.01, 0.5, 1, 3, 10, 80]) expect(fTail(f, 2, d)).toBeCloseTo((1 + (2 * f) / d) ** (-d / 2), 12);
  }
});

test.each([
  // Printed in tables of the 5% and 1% points.
  [4.9646, 1, 10, 0.05],
  [2.8179, 11, 11, 0.05],
  [2.3479, 10, 20, 0.05],
  [3.3682, 10, 20, 0.01],
  [2.1834, 12, 24, 0.05],
  [161.45, 1, 1, 0.05],
])('F of %f with %i and %i degrees is exceeded with probability %f', (f, degrees, residualDegrees, probability) => {
  expect(fTail(f, degrees, residualDegrees)).toBeCloseTo(probability, 4);
});

test('nothing is above infinity, everything above 0', () => {
  expect(fTail(0, 11, 22)).toBe(1);
  expect(fTail(Infinity, 11, 22)).toBe(0);
});

test('quantiles of Student: closed forms of one and two degrees', () => {
  for (const p of [0.1, 0.5, 0.8, 0.95, 0.99]) {
    expect(studentQuantile(p, 1)).toBeCloseTo(Math.tan((Math.PI * p) / 2), 9);
    // p = t ÷ √(2 + t²)
    expect(studentQuantile(p, 2)).toBeCloseTo(p * Math.sqrt(2 / (1 - p * p)), 9);
  }
});

test.each([
  // Two-sided 5% points as printed.
  [10, 2.228139],
  [30, 2.042272],
  [1e9, 1.959964],
])('Student with %i degrees stays within %f in 95%% of cases', (degrees, quantile) => {
  expect(studentQuantile(0.95, degrees)).toBeCloseTo(quantile, 6);
});

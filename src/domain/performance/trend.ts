import { median } from '../aggregates';
import type { Trend, TrendWord } from '../figures';
import type { Better } from './records';

/** Fewer values than this say nothing about a trend. */
const FEWEST_POINTS = 6;
const SIGNIFICANCE = 0.05;

/**
 * Whether a monthly series goes up or down: the Mann–Kendall test (variance corrected for ties,
 * continuity correction of 1, normal approximation, two-sided, 5%) with the Theil–Sen slope, which
 * is the median of the slopes between all pairs of months. Months without a value are left out;
 * the others keep their distance in time.
 *
 * @param values one value per month, oldest first; null where there is none
 * @param better the direction in which the metric gets better, which turns up and down into
 *   *Improving* and *Worsening*
 * @see Mann (1945), Kendall (1975), Sen (1968); Gilbert (1987), chapter 16
 * @example mannKendall([1, 2, 3, 4, 5, 6, 7], 'Higher') // { word: 'Improving', slope: 1, s: 21, … }
 */
export function mannKendall(values: readonly (number | null)[], better: Better): Trend {
  const points = values.flatMap((value, month) => (value === null || !Number.isFinite(value) ? [] : [{ month, value }]));
  const n = points.length;
  if (n < FEWEST_POINTS) return { word: 'Too short to tell', slope: null, s: null, z: null, p: null, points: n };

  let s = 0;
  const slopes: number[] = [];
  points.forEach((later, j) => {
    for (const earlier of points.slice(0, j)) {
      const rise = later.value - earlier.value;
      s += Math.sign(rise);
      slopes.push(rise / (later.month - earlier.month));
    }
  });

  const variance = (pairs(n) - tieSizes(points.map((point) => point.value)).reduce((sum, size) => sum + pairs(size), 0)) / 18;
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const p = twoSided(z);
  const slope = median(slopes)!;
  return { word: wordOf(p, slope, better), slope, s, z, p, points: n };
}

function wordOf(p: number, slope: number, better: Better): TrendWord {
  if (p >= SIGNIFICANCE || slope === 0) return 'Steady';
  return slope > 0 === (better === 'Higher') ? 'Improving' : 'Worsening';
}

/** 18 times the variance that `n` values without ties add to S. */
function pairs(n: number): number {
  return n * (n - 1) * (2 * n + 5);
}

/** How many values share each value that occurs. */
function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

/** The probability that a standard normal variable lies at least as far from 0 as `z`. */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  return x < 2 ? 1 - errorFunction(x) : complementaryErrorFunction(x);
}

/** erf by its series of positive terms (Abramowitz and Stegun 7.1.6): exact to rounding where x is small. */
function errorFunction(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc by its continued fraction (Abramowitz and Stegun 7.1.14), from the inside out: keeps its relative precision where 1 − erf loses it. */
function complementaryErrorFunction(x: number): number {
  let fraction = x;
  for (let n = 100; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}

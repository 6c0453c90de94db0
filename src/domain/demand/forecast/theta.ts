import { withSeason, withoutSeason, type SeasonalFactors } from './seasonal-factors';

/** What simple exponential smoothing found in a series. */
export interface Smoothing {
  /** Weight of the newest value, 0.0001 … 0.9999. */
  readonly alpha: number;
  /** Level after the last value. */
  readonly level: number;
  /** Mean of the squared one-step errors. */
  readonly meanSquare: number;
}

const SMALLEST_ALPHA = 1e-4;
const LARGEST_ALPHA = 0.9999;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** What the Theta method expects, and the smoothing behind it (of the values without their season). */
export interface ThetaForecast extends Smoothing {
  readonly points: readonly number[];
}

/**
 * The Theta method: simple exponential smoothing of the series, moved on by half the slope of its
 * regression line (Assimakopoulos & Nikolopoulos 2000 in the form of Hyndman & Billah 2003). With
 * factors, the season is taken out before and put back after.
 *
 * Good at levels that wander with a mild trend; it halves every trend, so it lags behind one that is
 * steady and steep.
 *
 * @param values complete, oldest first, at least 3
 * @see R's `forecast::thetaf`
 * @example thetaForecast([1, 2, 3, 4], 2, null).points // [4.5, 5.0]: the level 4 and half of the slope 1 at a time
 */
export function thetaForecast(values: readonly number[], horizon: number, season: SeasonalFactors | null): ThetaForecast {
  const adjusted = season === null ? values : withoutSeason(values, season);
  const smoothing = smooth(adjusted);
  const { alpha, level } = smoothing;
  const drift = slope(adjusted) / 2;
  const start = (1 - (1 - alpha) ** adjusted.length) / alpha;
  const levels = Array.from({ length: horizon }, (_, step) => level + drift * (step + start));
  return { ...smoothing, points: season === null ? levels : withSeason(levels, season, values.length) };
}

/**
 * Simple exponential smoothing with the weight and the first level that make the squared one-step
 * errors least. For each weight the best first level follows in closed form, so that only the
 * weight is searched: on a grid, then between the neighbours of the best.
 */
export function smooth(values: readonly number[]): Smoothing {
  const steps = 24;
  let best = SMALLEST_ALPHA;
  let least = Infinity;
  for (let step = 0; step <= steps; step++) {
    const alpha = SMALLEST_ALPHA + ((LARGEST_ALPHA - SMALLEST_ALPHA) * step) / steps;
    const { meanSquare } = smoothWith(values, alpha);
    if (meanSquare < least) [best, least] = [alpha, meanSquare];
  }
  const width = (LARGEST_ALPHA - SMALLEST_ALPHA) / steps;
  let low = Math.max(SMALLEST_ALPHA, best - width);
  let high = Math.min(LARGEST_ALPHA, best + width);
  // Golden section: each step keeps one of the two inner points.
  let [lower, upper] = [smoothWith(values, high - GOLDEN * (high - low)), smoothWith(values, low + GOLDEN * (high - low))];
  while (high - low > 1e-6) {
    if (lower.meanSquare < upper.meanSquare) {
      high = upper.alpha;
      [lower, upper] = [smoothWith(values, high - GOLDEN * (high - low)), lower];
    } else {
      low = lower.alpha;
      [lower, upper] = [upper, smoothWith(values, low + GOLDEN * (high - low))];
    }
  }
  return lower;
}

/** One weight: e(t) = a(t) − (1 − alpha)^t × c, where a(t) are the errors from the first value as level, and c what is added to that. */
function smoothWith(values: readonly number[], alpha: number): Smoothing {
  let level = values[0]!;
  let decay = 1;
  let products = 0;
  let squares = 0;
  let errors = 0;
  for (const value of values) {
    const error = value - level;
    products += error * decay;
    squares += decay * decay;
    errors += error * error;
    level += alpha * error;
    decay *= 1 - alpha;
  }
  const correction = products / squares;
  return { alpha, level: level + decay * correction, meanSquare: Math.max(0, errors - correction * products) / values.length };
}

/** Of the least-squares line through the values. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  let products = 0;
  let squares = 0;
  values.forEach((value, index) => {
    products += (index - middle) * value;
    squares += (index - middle) ** 2;
  });
  return products / squares;
}

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
 * @example thetaForecast([1, 2, 3, 4], 2, null) // [4.5, 5.0]: the level 4 and half of the slope 1 at a time
 */
export function thetaForecast(values: readonly number[], horizon: number, season: SeasonalFactors | null): number[] {
  const adjusted = season === null ? values : withoutSeason(values, season);
  const { alpha, level } = smooth(adjusted);
  const drift = slope(adjusted) / 2;
  const start = (1 - (1 - alpha) ** adjusted.length) / alpha;
  const levels = Array.from({ length: horizon }, (_, step) => level + drift * (step + start));
  return season === null ? levels : withSeason(levels, season, values.length);
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
  const golden = (Math.sqrt(5) - 1) / 2;
  while (high - low > 1e-7) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (smoothWith(values, a).meanSquare < smoothWith(values, b).meanSquare) high = b;
    else low = a;
  }
  return smoothWith(values, (low + high) / 2);
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

const MOST_ORIGINS = 4;

/**
 * Where to stand in a series to forecast what came after: up to four lengths of the known part, evenly
 * spread, so that where there is room every one of them has a whole horizon to be judged by.
 *
 * @param length of the whole series
 * @param fewest values that the methods need before an origin
 * @returns longest first; empty where there is no room
 * @example rollingOrigins(60, 12, 24) // [48, 42, 36, 30]
 */
export function rollingOrigins(length: number, horizon: number, fewest: number): number[] {
  const farthest = Math.min(Math.max(Math.round(2.5 * horizon), horizon + MOST_ORIGINS - 1), length - fewest);
  if (farthest < 1) return [];
  const nearest = Math.min(horizon, Math.ceil(0.4 * farthest));
  const back = Array.from({ length: MOST_ORIGINS }, (_, index) => Math.round(nearest + ((farthest - nearest) * index) / (MOST_ORIGINS - 1)));
  return [...new Set(back)].map((distance) => length - distance);
}

/**
 * Symmetric mean absolute percentage error, 0 … 2: mean of 2 |forecast − actual| ÷ (|forecast| + |actual|);
 * 0 where both are 0.
 *
 * @param actual as many as are known, at most as many as forecasts
 * @example smape([110], [90]) // 0.2
 */
export function smape(forecast: readonly number[], actual: readonly number[]): number {
  const sum = actual.reduce((total, value, index) => {
    const size = Math.abs(forecast[index]!) + Math.abs(value);
    return total + (size === 0 ? 0 : (2 * Math.abs(forecast[index]! - value)) / size);
  }, 0);
  return sum / actual.length;
}

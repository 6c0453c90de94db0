/**
 * Compound growth per period, from the first value of a series to the last: (last ÷ first)^(1 ÷ periods) − 1.
 *
 * @param values one per period, oldest first; null where there is none. Those at the ends are left off,
 *   those between count as periods.
 * @returns a share; null where there are fewer than two values, or the first or the last is not above 0
 * @example compoundGrowth([100, 115, 121]) // 0.1: two periods of 10%
 */
export function compoundGrowth(values: readonly (number | null)[]): number | null {
  const from = values.findIndex((value) => value !== null);
  const to = values.findLastIndex((value) => value !== null);
  const [first, last] = [values[from] ?? 0, values[to] ?? 0];
  return from < to && first > 0 && last > 0 ? (last / first) ** (1 / (to - from)) - 1 : null;
}

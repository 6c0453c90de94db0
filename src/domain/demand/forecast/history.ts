/** A series as forecasts take it. */
export interface History {
  /** Complete, oldest first. */
  readonly values: readonly number[];
  /** Indexes in the series that was given, of values put in between two others. */
  readonly interpolated: readonly number[];
}

/**
 * Leaves off what is missing at the ends and draws a straight line over what is missing between two values.
 *
 * @param series one per period; null, or not a finite number: none
 * @example historyOf([null, 10, null, 14, null]) // { values: [10, 12, 14], interpolated: [2] }
 */
export function historyOf(series: readonly (number | null)[]): History {
  const values: number[] = [];
  const interpolated: number[] = [];
  let last = -1;
  series.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) return;
    for (let missing = last + 1; last >= 0 && missing < index; missing++) {
      const share = (missing - last) / (index - last);
      values.push(series[last]! * (1 - share) + value * share);
      interpolated.push(missing);
    }
    values.push(value);
    last = index;
  });
  return { values, interpolated };
}

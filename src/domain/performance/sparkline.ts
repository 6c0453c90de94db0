const BARS = '▁▂▃▄▅▆▇█';
/** Equal values have no height of their own: half. */
const HALF = 3;

/**
 * A series as a line of bars. The lowest bar stands for `min`, the highest for `max`, the others for
 * the steps between them, rounded down; what lies outside is drawn at the edge. A gap is a blank.
 *
 * @param values oldest first; null where there is none
 * @param min null: the smallest value
 * @param max null: the largest value
 * @returns null where there are no values
 * @example sparkline([1, 2, 3, 4, 5]) // '▁▂▄▆█'
 */
export function sparkline(values: readonly (number | null)[], min: number | null = null, max: number | null = null): string | null {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return null;
  const low = min ?? present.reduce((least, value) => Math.min(least, value));
  const high = max ?? present.reduce((most, value) => Math.max(most, value));
  // Halves, as the difference of the largest doubles is none.
  const range = high / 2 - low / 2;
  const heightOf = (value: number): number => {
    if (max !== null && value >= max) return BARS.length - 1;
    if (min !== null && value <= min) return 0;
    return range > 0 ? Math.floor(((value / 2 - low / 2) / range) * (BARS.length - 1)) : HALF;
  };
  return values.map((value) => (value === null ? ' ' : BARS[heightOf(value)])).join('');
}

import type { OverServices } from './records';

/**
 * Makes one figure of several, oldest first; null: there is none.
 *
 * @example combine([3, 5], 'Average') // 4
 */
export function combine(values: readonly number[], over: OverServices): number | null {
  const last = values[values.length - 1];
  if (last === undefined) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  switch (over) {
    case 'Sum':
      return sum;
    case 'Average':
      return sum / values.length;
    case 'Last':
      return last;
    case 'Largest':
      return values.reduce((a, b) => Math.max(a, b));
    case 'Smallest':
      return values.reduce((a, b) => Math.min(a, b));
  }
}

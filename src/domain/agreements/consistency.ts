import type { Consistency, MonthVerdict } from '../figures';
import type { Target } from './records';

/**
 * How steadily the months met a target.
 *
 * @param months oldest first
 * @example
 * // Met, Missed, Met, Not measurable, Met: 3 of 4, longest run 2
 */
export function consistencyOf({ comparator }: Pick<Target, 'comparator'>, months: readonly MonthVerdict[]): Consistency {
  const measured = months.filter(({ status }) => status === 'Met' || status === 'Missed');
  let run = 0;
  let longestRun = 0;
  for (const { status } of measured) {
    run = status === 'Met' ? run + 1 : 0;
    longestRun = Math.max(longestRun, run);
  }
  const higherIsBetter = comparator === '>=' || comparator === '>';
  const values = measured.flatMap(({ month, actual }) => (actual === null ? [] : [{ month, actual }]));
  const worst = values.reduce<(typeof values)[number] | null>((last, one) => (last === null || (higherIsBetter ? one.actual < last.actual : one.actual > last.actual) ? one : last), null);
  return { met: measured.filter(({ status }) => status === 'Met').length, measured: measured.length, longestRun, worst, standardDeviation: deviation(values.map(({ actual }) => actual)) };
}

/** Sample standard deviation; null for fewer than two values. */
function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

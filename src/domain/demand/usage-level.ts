import { compoundGrowth } from '../performance/growth';
import type { UsageLevel } from './figures';

/**
 * Level and growth of a monthly series at its last month.
 *
 * @param values one per month up to the report month, oldest first; null where nothing is recorded
 * @param incomplete months whose value lacks a part: nothing is compared with them
 * @example usageLevel([100, 110, 121]).growthOnMonth // 0.1
 */
export function usageLevel(values: readonly (number | null)[], incomplete: readonly boolean[] = []): UsageLevel {
  const last = values.length - 1;
  const valueAt = (place: number): number | null => values[place] ?? null;
  const growth = (earlier: number): number | null => {
    const [now, then] = [valueAt(last), valueAt(earlier)];
    return now === null || then === null || then === 0 || incomplete[last] || incomplete[earlier] ? null : now / then - 1;
  };
  const ends = [values.findIndex((value) => value !== null), values.findLastIndex((value) => value !== null)];
  return {
    current: valueAt(last),
    previous: valueAt(last - 1),
    yearAgo: valueAt(last - 12),
    growthOnMonth: growth(last - 1),
    growthOnYear: growth(last - 12),
    compoundGrowth: ends.some((place) => incomplete[place]) ? null : compoundGrowth(values),
  };
}

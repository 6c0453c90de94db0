import type { UsageMonth } from './figures';

/** So many recorded zeros at the end are no use. */
export const ZEROS_OF_NO_USE = 3;
/** They lie within so many months up to the last: what was recorded years ago says nothing of today. */
const MONTHS_LOOKED_AT = 6;

/**
 * The months that say that something is no longer used: the last three with a value, of the last six, all 0 and complete. Null:
 * it is used, or fewer are recorded. A month that is still running can say that it is used, not that it is not.
 *
 * @example
 * // 5 in July, 0 in August, nothing recorded in September, 0 in October, 0 in November: August, October and November
 */
export function monthsOfNoUse(months: readonly UsageMonth[]): readonly UsageMonth[] | null {
  const last = months.slice(-MONTHS_LOOKED_AT).filter(({ quantity, toDate }) => quantity !== null && !(toDate && quantity === 0)).slice(-ZEROS_OF_NO_USE);
  return last.length === ZEROS_OF_NO_USE && last.every(({ quantity, incomplete }) => quantity === 0 && !incomplete) ? last : null;
}

import type { Instant } from '../time/records';
import { DAY } from '../time/zone';
import type { Outage } from './records';

/** An open outage older than this is probably a forgotten end. */
const LONGEST = 7 * DAY;

/**
 * Why the end of an outage was probably forgotten: it has none, and the item went down again later, or
 * it is older than 7 days by As of. Null: it has an end, or may well be open still.
 *
 * @param later start of another outage of the item, the latest that began before As of; null: none
 * @example forgottenBecause({ start: at('2026-10-01T00:00Z'), end: null }, null, at('2026-10-08T00:00:01Z')) // 'too long'
 */
export function forgottenBecause({ start, end }: Pick<Outage, 'start' | 'end'>, later: Instant | null, asOf: Instant): 'down again' | 'too long' | null {
  if (end !== null || start >= asOf) return null;
  if (later !== null && later > start && later < asOf) return 'down again';
  return asOf - start > LONGEST ? 'too long' : null;
}

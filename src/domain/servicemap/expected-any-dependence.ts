/** What can be said of things that may fail together or apart: nothing is known of how they depend on each other. */

/**
 * The largest probability that at least `count` of some events happen together, whatever their
 * dependence: the smallest, over r = 0 … count − 1, of the sum of all but the r largest probabilities
 * ÷ (count − r), at most 1. It is attained: some joint distribution has it.
 *
 * @param count 1 … number of events; more than there are events: 0
 * @example mostTogether(2, [0.1, 0.2, 0.3]) // 0.3: of 0.6 ÷ 2 and 0.3 ÷ 1
 */
export function mostTogether(count: number, probabilities: readonly number[]): number {
  if (count <= 0) return 1;
  if (count > probabilities.length) return 0;
  const descending = [...probabilities].sort((a, b) => b - a);
  let most = 1;
  for (let r = 0; r < count; r++) most = Math.min(most, descending.slice(r).reduceRight((sum, one) => sum + one, 0) / (count - r));
  return most;
}

/** Availability of independent parts put together: all of them needed, or some of a group. */

/**
 * Availability of things that are all needed and fail independently: the product.
 *
 * @param availabilities shares, 0 … 1; none: 1, since nothing is needed
 * @throws RangeError where a share is not between 0 and 1
 * @example serial([0.99, 0.98]) // 0.9702
 */
export function serial(availabilities: readonly number[]): number {
  return availabilities.reduce((product, share) => product * checked(share), 1);
}

/**
 * Availability of a group of which so many must be up, its members failing independently: the
 * probability that at least `required` of them are, exact for members that differ.
 *
 * @param availabilities shares, 0 … 1, one for every member
 * @param required how many must be up: 0 … members; 1 when left out
 * @throws RangeError where a share is not between 0 and 1, or `required` is not a whole number from 0 to
 *   the number of members
 * @example parallel([0.9, 0.8]) // 0.98: 1 − 0.1 × 0.2
 * @example parallel([0.9, 0.9, 0.9], 2) // 0.972: 3 × 0.9² × 0.1 + 0.9³
 */
export function parallel(availabilities: readonly number[], required = 1): number {
  if (!Number.isInteger(required) || required < 0 || required > availabilities.length) {
    throw new RangeError(`Of ${availabilities.length} members, ${required} cannot be required.`);
  }
  const down = failuresOf(availabilities);
  const spare = availabilities.length - required;
  // The shorter of the two sums is the exacter: a group that hardly ever fails is 1 less very little.
  const fails = down.slice(spare + 1).reduceRight((sum, share) => sum + share, 0);
  return fails < 0.5 ? 1 - fails : down.slice(0, spare + 1).reduceRight((sum, share) => sum + share, 0);
}

/**
 * What the availability of such a group would gain by each of its members if that alone were always up: the
 * share of time in which it is down and exactly one too few of the others are up.
 *
 * @param required 1 … members
 * @example parallelGains([0.9, 0.8], 1) // [0.02, 0.02]: with either always up the group is, too
 */
export function parallelGains(availabilities: readonly number[], required: number): number[] {
  const down = failuresOf(availabilities);
  const spare = availabilities.length - required;
  return availabilities.map((up) => (1 - up) * withoutMember(down, up, spare));
}

/** Probability that exactly `count` of the others are down, by that of all: from the end at which rounding errors shrink. */
function withoutMember(down: readonly number[], up: number, count: number): number {
  let others = 0;
  if (up >= 0.5) for (let n = 0; n <= count; n++) others = (down[n]! - others * (1 - up)) / up;
  else for (let n = down.length - 1; n > count; n--) others = (down[n]! - others * up) / (1 - up);
  return others;
}

/** Probability that exactly 0, 1, 2 … of the members are down. */
function failuresOf(availabilities: readonly number[]): number[] {
  const down = [1];
  for (const share of availabilities) {
    const up = checked(share);
    down.push(0);
    for (let count = down.length - 1; count >= 0; count--) down[count] = down[count]! * up + (count > 0 ? down[count - 1]! * (1 - up) : 0);
  }
  return down;
}

function checked(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`An availability lies between 0 and 1, not ${share}.`);
  return share;
}

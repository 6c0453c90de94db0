/** More months in a row of which nothing is recorded are no gap to draw a line over: a year was mistyped, or usage began anew. */
export const MOST_MISSING_MONTHS = 24;

/**
 * Months in their order, split where so many are missing that one part says nothing of the other.
 *
 * @param months numbers of months, in any order
 * @example partsBetweenHoles([24312, 24310, 23000]) // [[23000], [24310, 24312]]
 */
export function partsBetweenHoles(months: Iterable<number>): number[][] {
  const parts: number[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const month of [...new Set(months)].sort((a, b) => a - b)) {
    if (month - last > MOST_MISSING_MONTHS + 1) parts.push([]);
    parts.at(-1)!.push(month);
    last = month;
  }
  return parts;
}

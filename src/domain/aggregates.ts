/** One figure of several. */

/** Null: there is none. @example mean([1, 2, 6]) // 3 */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of an even number, the mean of the two in the middle; null: there is none. @example median([9, 2, 30, 5]) // 7 */
export function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

/** The numbers that are recorded, added up; null: none is. @example sumOfRecorded([300, null, 40]) // 340 */
export function sumOfRecorded(numbers: Iterable<number | null>): number | null {
  let sum: number | null = null;
  for (const one of numbers) if (one !== null) sum = (sum ?? 0) + one;
  return sum;
}

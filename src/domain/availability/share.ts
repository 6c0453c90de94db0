/**
 * Shares as integers, so that weighted seconds add up exactly and verdicts are decided in integers.
 *
 * An impact (a decimal share such as 0.35) is read to eight decimals and kept as hundred-millionths;
 * weighted seconds are kept as seconds × 10⁸. Both are whole numbers, exact in a double up to
 * 2.8 years of downtime at full impact; no figure is rounded before it is shown.
 */

/** Hundred-millionths in a whole: the impact 1, and one second of full downtime. */
export const WHOLE = 1e8;

/** A share as hundred-millionths, at most a whole. `shareUnits(0.35) // 35000000` */
export function shareUnits(share: number): number {
  return Math.min(WHOLE, Math.max(0, Math.round(share * WHOLE)));
}

/** A target or a share as millionths, as verdicts compare it. `millionths(0.999) // 999000` */
export function millionths(share: number): number {
  return Math.round(share * 1e6);
}

/**
 * A computed share without the noise of binary fractions, to twelve decimals: equal promises are equal.
 *
 * @example withoutNoise(0.9994999999999999) // 0.9995
 */
export function withoutNoise(share: number): number {
  return Math.round(share * 1e12) / 1e12;
}

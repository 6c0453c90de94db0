/** What a missed promise costs its provider: credits by tier, rebates by the hour. */
import { millionths } from '../availability/share';
import type { Credit } from './records';

/** A level of availability and the share of the fee that is credited below it. */
export type CreditTier = Pick<Credit, 'below' | 'credit'>;

/** Shares that differ by less are one share: a second in 30,000 years, far above what dividing loses. */
const HAIR = 1e-12;

/**
 * The tier that an availability falls into: the one with the smallest Below that is greater than the
 * availability. An availability exactly at a level is not below it, however it was worked out.
 *
 * @param availability a share, 0 … 1
 * @returns null where it is below none
 * @example creditTier(0.989, [{ below: 0.999, credit: 0.1 }, { below: 0.99, credit: 0.25 }]) // { below: 0.99, credit: 0.25 }
 */
export function creditTier<Tier extends CreditTier>(availability: number, tiers: readonly Tier[]): Tier | null {
  let tier: Tier | null = null;
  for (const one of tiers) if (availability < one.below - HAIR && (tier === null || one.below < tier.below)) tier = one;
  return tier;
}

/** The share of the fee that is credited. @example creditShare(0.99, [{ below: 0.99, credit: 0.25 }]) // 0: at the level, not below it */
export function creditShare(availability: number, tiers: readonly CreditTier[]): number {
  return creditTier(availability, tiers)?.credit ?? 0;
}

/**
 * Hours of downtime beyond what a target allows, fractions included; 0 where it is met.
 *
 * @param target a share, read to the millionth as in verdicts
 * @param agreedSeconds agreed time of the window
 * @param downtimeSeconds weighted by impact
 * @example rebateHours(0.995, 792_000, 7_560) // 1: 7,560 s down, of which 0.5% of 792,000 s, 3,960 s, are allowed
 */
export function rebateHours(target: number, agreedSeconds: number, downtimeSeconds: number): number {
  return Math.max(0, downtimeSeconds * 1e6 - (1e6 - millionths(target)) * agreedSeconds) / 3600e6;
}

/**
 * Money to the cent, half a cent up.
 *
 * @example toCent(1.005) // 1.01, although 1.005 × 100 is a little less than 100.5 in binary
 */
export function toCent(amount: number): number {
  return Math.round(Number((amount * 100).toPrecision(15))) / 100;
}

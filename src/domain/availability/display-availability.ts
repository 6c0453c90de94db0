import { type Comparator, meets } from '../agreements/comparator';
import { millionths } from './share';

/** A share as it is shown. */
export interface DisplayedShare {
  /** The share rounded down to the decimals shown: what the cell holds. */
  readonly value: number;
  /** Decimals of the percentage: 2 stands for `0.00%`. */
  readonly decimals: number;
}

const LEAST_DECIMALS = 2;
/** A double carries no more of a percentage. */
const MOST_DECIMALS = 12;

/**
 * An availability as it is shown: rounded down, so never 100% after an outage, with two decimals or
 * as many more as it takes not to contradict the verdict.
 *
 * @param target null where nothing was promised
 * @example displayAvailability(0.994999, 0.995, '>=') // { value: 0.9949, decimals: 2 }: not 99.50%
 * @example displayAvailability(0.99909, 0.99905, '>=') // { value: 0.99909, decimals: 3 }: 99.90% would read as missed
 */
export function displayAvailability(availability: number, target: number | null = null, comparator: Comparator = '>='): DisplayedShare {
  const verdict = (share: number): boolean | null => (target === null ? null : meets(share, comparator, millionths(target) / 1e6));
  for (let decimals = LEAST_DECIMALS; decimals < MOST_DECIMALS; decimals++) {
    const value = roundedDown(availability, 10 ** (decimals + 2));
    if (verdict(value) === verdict(availability)) return { value, decimals };
  }
  return { value: availability, decimals: MOST_DECIMALS };
}

/** The largest multiple of 1 ÷ scale that is not above the share; 0.29 stays 0.29. */
function roundedDown(share: number, scale: number): number {
  const nearest = Math.round(share * scale) / scale;
  return nearest <= share ? nearest : (Math.round(share * scale) - 1) / scale;
}

import { atMostText, expectedText } from '../agreements/chain/words';
import type { ExpectedFigure } from '../figures';

/** An expected availability as it is said: figures that read alike are said once. */
export interface ExpectedReading {
  /** Bounds that read alike are exact; where things are unknown, which count as always up, only an upper bound can be said. */
  readonly is: ExpectedFigure['is'];
  /** An upper bound is rounded up, an exact figure down. */
  readonly most: string;
  /** Of bounds the lower one, else as `most`. */
  readonly least: string;
  /** null: it reads as `least`, or things are unknown. */
  readonly worst: string | null;
}

/**
 * How an expected availability reads.
 *
 * @param target a share, beside which the figures must not contradict their verdict; null: none
 * @example
 * expectedReading({ availability: 0.99754, lowerBound: 0.9965, is: 'bounds', unknown: [], worstCase: 0.9953 }, null)
 * // { is: 'bounds', most: '99.76%', least: '99.65%', worst: '99.53%' }
 */
export function expectedReading({ availability, lowerBound, is: kind, unknown, worstCase }: ExpectedFigure, target: number | null): ExpectedReading {
  const [exact, low, worst] = [expectedText(availability, target), expectedText(lowerBound, target), expectedText(worstCase, target)];
  const is = unknown.length > 0 ? 'upper bound' : kind === 'bounds' && low === exact ? 'exact' : kind;
  const most = is === 'exact' ? exact : atMostText(availability, target);
  const least = is === 'bounds' ? low : most;
  return { is, most, least, worst: unknown.length > 0 || worst === least ? null : worst };
}

import { millionths } from '../availability/share';

/** An error budget in the unit of time that it was asked in. */
export interface ErrorBudget {
  readonly allowed: number;
  readonly used: number;
  /** Negative when overspent. */
  readonly left: number;
  /** Share of the budget used per share of the agreed time gone; null where nothing is allowed or no time has gone. */
  readonly burnRate: number | null;
}

/**
 * The error budget of an availability target: what the whole period allows, and how fast it is used.
 *
 * @param target a share, read to the millionth as in verdicts
 * @param agreed agreed time of the whole period
 * @param elapsed agreed time so far
 * @param downtime so far, weighted by impact; all three in one unit
 * @example errorBudget(0.999, 43_200, 21_600, 20) // { allowed: 43.2, used: 20, left: 23.2, burnRate: 0.9259… }
 */
export function errorBudget(target: number, agreed: number, elapsed: number, downtime: number): ErrorBudget {
  const spare = 1e6 - millionths(target);
  const allowed = (spare * agreed) / 1e6;
  return { allowed, used: downtime, left: allowed - downtime, burnRate: spare > 0 && elapsed > 0 ? (downtime * 1e6) / (elapsed * spare) : null };
}

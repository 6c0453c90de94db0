import type { Measured } from '../availability/measure';
import { millionths, WHOLE } from '../availability/share';
import type { Budget, TargetStatus } from '../figures';
import { meets } from './comparator';
import type { Comparator } from './records';

export type Verdict = 'Met' | 'Missed' | 'Not measurable';

/** A figure in its metric's unit, and what it means for the target. */
export interface Judged {
  readonly actual: number | null;
  readonly verdict: Verdict;
}

export const NOT_MEASURABLE: Judged = { actual: null, verdict: 'Not measurable' };

/** Hundred-millionths in a millionth. */
const UNITS = WHOLE / 1e6;

/**
 * Whether an availability meets its target, in whole numbers: (agreed − downtime) × 10⁶ against
 * target × 10⁶, rounded, × agreed.
 *
 * @example judgeAvailability(1000, 1 * WHOLE, '>=', 0.999).verdict // 'Met': exactly at the limit
 */
export function judgeAvailability(agreedSeconds: number, downtimeUnits: number, comparator: Comparator, target: number): Judged {
  if (agreedSeconds <= 0) return NOT_MEASURABLE;
  const up = agreedSeconds * WHOLE - downtimeUnits;
  return judged(up / (agreedSeconds * WHOLE), meets(up, comparator, millionths(target) * agreedSeconds * UNITS));
}

/**
 * A whole number of parts ÷ count against a target, without dividing: a share of incidents, or a mean.
 *
 * @param unit parts in one unit of the target
 */
export function judgeRatio(parts: number, count: number, comparator: Comparator, target: number, unit = 1): Judged {
  if (count <= 0) return NOT_MEASURABLE;
  return judged(parts / unit / count, meets(parts * 1e6, comparator, Math.round(target * unit * 1e6) * count));
}

/** Judges a metric of `Targets` that outages decide. Durations are in minutes, MTBF in hours. */
export function judgeMeasured(metric: string, measured: Measured, worstUnits: number | null, comparator: Comparator, target: number): Judged {
  const { agreedSeconds, downtimeUnits, breaks, impairedSeconds, longestOutageSeconds } = measured;
  if (agreedSeconds <= 0) return NOT_MEASURABLE;
  // Without breaks there is no mean; a promise about it was kept.
  const kept: Judged = { actual: null, verdict: 'Met' };
  switch (metric) {
    case 'Availability':
      return judgeAvailability(agreedSeconds, downtimeUnits, comparator, target);
    case 'Breaks':
      return judged(breaks.length, meets(breaks.length, comparator, target));
    case 'Downtime minutes':
      return judgeUnits(downtimeUnits, comparator, target);
    case 'Longest outage minutes':
      return judgeRatio(longestOutageSeconds, 1, comparator, target, 60);
    case 'MTRS minutes':
      return breaks.length === 0 ? kept : judgeRatio(impairedSeconds, breaks.length, comparator, target, 60);
    case 'MTBF hours':
      return breaks.length === 0 ? kept : judgeRatio(agreedSeconds - impairedSeconds, breaks.length, comparator, target, 3600);
    case 'Waiting in any':
      return worstUnits === null ? NOT_MEASURABLE : judgeUnits(worstUnits, comparator, target);
    default:
      return NOT_MEASURABLE;
  }
}

/** Weighted seconds against a target in minutes. */
function judgeUnits(units: number, comparator: Comparator, target: number): Judged {
  return judged(units / (60 * WHOLE), meets(units, comparator, Math.round(target * 60 * WHOLE)));
}

/**
 * A metric that grows with time, as it will stand when a period's agreed time has passed at the rate so
 * far; null for other metrics. Decided in whole numbers.
 *
 * @param agreedSecondsOfPeriod agreed time of the whole period
 * @example
 * // 20 minutes down in 10 days of 30, all agreed: judged as 60 minutes
 * judgeProjected('Downtime minutes', measured, 30 * 86400, '<=', 60) // { actual: 60, verdict: 'Met' }
 */
export function judgeProjected(metric: string, measured: Measured, agreedSecondsOfPeriod: number, comparator: Comparator, target: number): Judged | null {
  const { agreedSeconds, downtimeUnits, breaks } = measured;
  if (metric === 'Availability') return judgeAvailability(agreedSeconds, downtimeUnits, comparator, target);
  const scale = metric === 'Downtime minutes' ? 60 * WHOLE : metric === 'Breaks' ? 1e6 : null;
  if (scale === null) return null;
  const parts = metric === 'Breaks' ? breaks.length * scale : downtimeUnits;
  const actual = ((parts / scale) * agreedSecondsOfPeriod) / agreedSeconds;
  const aim = Math.round(target * scale);
  // A target beyond all numbers is met or missed whatever happens.
  const difference = Number.isFinite(aim) ? BigInt(parts) * BigInt(agreedSecondsOfPeriod) - BigInt(aim) * BigInt(agreedSeconds) : -aim;
  return judged(actual, meets(difference > 0 ? 1 : difference < 0 ? -1 : 0, comparator, 0));
}

function judged(actual: number, met: boolean): Judged {
  return { actual, verdict: met ? 'Met' : 'Missed' };
}

/** A budget, and whether it is exceeded: decided in whole numbers, unlike the figures shown. */
export interface JudgedBudget {
  readonly budget: Budget;
  readonly exceeded: boolean;
  /** The burn rate is above 1. */
  readonly tooFast: boolean;
  /** The same as whole numbers: hundred-millionths of a second, or millionths of a break. */
  readonly allowedParts: number;
  readonly usedParts: number;
}

/**
 * The error budget of a target: what the whole period allows and what is used so far. Null for
 * metrics that have none, and where the period has no agreed time.
 *
 * @param agreedSecondsOfPeriod agreed time of the whole period
 * @example
 * // 99.9% of 30 days 24×7, 15 days gone, 20 minutes down: 43.2 minutes allowed, burn rate 0.93
 */
export function budgetOf(metric: string, measured: Measured, agreedSecondsOfPeriod: number, comparator: Comparator, target: number): JudgedBudget | null {
  const { agreedSeconds, downtimeUnits, breaks, longestOutageSeconds } = measured;
  if (agreedSecondsOfPeriod <= 0 || agreedSeconds <= 0) return null;
  const gone: Gone = [agreedSeconds, agreedSecondsOfPeriod];
  if (metric === 'Availability') {
    if (comparator !== '>=' && comparator !== '>') return null;
    const allowed = (1e6 - millionths(target)) * agreedSecondsOfPeriod * UNITS;
    return budgetFrom('seconds', allowed, downtimeUnits, WHOLE, gone, comparator === '>=' ? downtimeUnits > allowed : downtimeUnits >= allowed);
  }
  if (comparator !== '<=' && comparator !== '<') return null;
  if (metric === 'Breaks') {
    const scale = 1e6;
    return budgetFrom('breaks', Math.round(target * scale), breaks.length * scale, scale, gone, !meets(breaks.length, comparator, target));
  }
  const used = metric === 'Downtime minutes' ? downtimeUnits : metric === 'Longest outage minutes' ? longestOutageSeconds * WHOLE : null;
  if (used === null) return null;
  const allowed = Math.round(target * 60 * WHOLE);
  return budgetFrom('seconds', allowed, used, WHOLE, gone, !meets(used, comparator, allowed));
}

/** Agreed seconds so far, and of the whole period. */
type Gone = readonly [agreed: number, ofPeriod: number];

function budgetFrom(unit: Budget['unit'], allowedParts: number, usedParts: number, scale: number, [agreed, ofPeriod]: Gone, exceeded: boolean): JudgedBudget {
  const usedShare = allowedParts > 0 ? usedParts / allowedParts : null;
  const gone = agreed / ofPeriod;
  const tooFast = usedShare !== null && Number.isFinite(allowedParts) && BigInt(usedParts) * BigInt(ofPeriod) > BigInt(allowedParts) * BigInt(agreed);
  const budget = { unit, allowed: allowedParts / scale, used: usedParts / scale, left: (allowedParts - usedParts) / scale, usedShare, burnRate: usedShare === null ? null : usedShare / gone };
  return { budget, exceeded, tooFast, allowedParts, usedParts };
}

/** Where a period stands. */
export interface PeriodState {
  /** The period goes on after the window. */
  readonly runs: boolean;
  readonly rolling: boolean;
  /** Share of the budget at or below which a target is at risk. */
  readonly amberMargin: number;
  /** Rows were left out of the figure. */
  readonly incomplete: boolean;
}

/** The status of a target: the first that applies of domain rule 3.7. */
export function statusFrom(verdict: Verdict, judgedBudget: JudgedBudget | null, state: PeriodState): TargetStatus {
  if (verdict === 'Not measurable') return verdict;
  if (judgedBudget === null) {
    if (verdict === 'Missed') return 'Missed';
  } else {
    const { exceeded, tooFast } = judgedBudget;
    if (exceeded || (!state.runs && verdict === 'Missed')) return 'Missed';
    if (state.runs && tooFast) return 'At risk';
    if ((state.runs || state.rolling) && isNearlyUsed(judgedBudget, state.amberMargin)) return 'At risk';
  }
  return state.incomplete ? 'Met, incomplete data' : 'Met';
}

/** Whether the share of a budget that is left is at or below the margin, in whole numbers; of nothing allowed there is no share. */
function isNearlyUsed({ allowedParts, usedParts }: JudgedBudget, amberMargin: number): boolean {
  if (!Number.isFinite(allowedParts) || allowedParts <= 0) return false;
  return (BigInt(allowedParts) - BigInt(usedParts)) * 1_000_000n <= BigInt(millionths(amberMargin)) * BigInt(allowedParts);
}

/**
 * The status of a figure by itself, as the function STATUS gives it.
 *
 * With the share of budget left, the figure's period may still run: it is missed when the budget is
 * overspent, or nothing of it is left and the figure is off target; a figure that is off target with
 * budget left, or one whose budget left is at or below the amber margin, is at risk.
 *
 * @param actual null: not measurable
 * @param budgetLeft a share; null: the comparison alone decides
 * @example statusOf(0.9991, '>=', 0.999, 0.1) // 'At risk'
 */
export function statusOf(actual: number | null, comparator: Comparator, target: number, budgetLeft: number | null = null, amberMargin = 0.25): TargetStatus {
  if (actual === null || Number.isNaN(actual)) return 'Not measurable';
  const met = meets(actual, comparator, target);
  if (budgetLeft === null) return met ? 'Met' : 'Missed';
  if (budgetLeft < 0 || (budgetLeft === 0 && !met)) return 'Missed';
  // A margin such as 0.1 is not exact in binary: a hair's breadth is given.
  return met && budgetLeft > amberMargin + 1e-12 ? 'Met' : 'At risk';
}

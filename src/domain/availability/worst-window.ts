import type { Instant } from '../time/records';
import { type Steps, STEP } from './steps';

/** The stretch with the most downtime. */
export interface WorstWindow {
  /** Where it begins: where downtime begins, or so long before downtime ends. Null: no downtime at all. */
  readonly start: Instant | null;
  /** Weighted, in hundred-millionths of a second. */
  readonly units: number;
}

/**
 * The most downtime in any stretch of so many seconds of elapsed time. Exact: the worst stretch begins
 * or ends where the downtime changes, so only those are looked at. A stretch at least as long as the
 * downtime reaches holds all of it, and so does one longer than the window. Of several equal ones the
 * first that begins with downtime.
 *
 * @param downtime what was measured inside the window: the stretch may span closed hours
 * @param seconds length of the stretch, above 0
 * @example worstWindow([0, 60, WHOLE, 0, 100, 160, WHOLE, 1], 120) // { start: 0, units: 80 × WHOLE }: 60 s and then 20 s
 */
export function worstWindow(downtime: Steps, seconds: number): WorstWindow {
  const ahead = furthest(downtime, seconds);
  const mirrored: number[] = [];
  for (let i = downtime.length - STEP; i >= 0; i -= STEP) mirrored.push(-downtime[i + 1]!, -downtime[i]!, downtime[i + 2]!, downtime[i + 3]!);
  const back = furthest(mirrored, seconds);
  return back.start !== null && back.units > ahead.units ? { start: -back.start - seconds, units: back.units } : ahead;
}

/** The most in any stretch that begins where a step begins. */
function furthest(steps: Steps, seconds: number): WorstWindow {
  let most: WorstWindow = { start: null, units: 0 };
  let whole = 0;
  let last = 0;
  for (let first = 0; first < steps.length; first += STEP) {
    const end = steps[first]! + seconds;
    while (last < steps.length && steps[last + 1]! <= end) {
      whole += unitsUntil(steps, last, steps[last + 1]!);
      last += STEP;
    }
    const part = last < steps.length && steps[last]! < end ? unitsUntil(steps, last, end) : 0;
    if (whole + part > most.units) most = { start: steps[first]!, units: whole + part };
    if (last > first) whole -= unitsUntil(steps, first, steps[first + 1]!);
    else last = first + STEP;
  }
  return most;
}

/** Weighted seconds of one step up to an instant inside it. */
function unitsUntil(steps: Steps, i: number, until: number): number {
  return (until - steps[i]!) * steps[i + 2]!;
}

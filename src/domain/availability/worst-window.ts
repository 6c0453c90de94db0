import { type Steps, STEP } from './steps';

/**
 * The most downtime in any stretch of so many seconds of elapsed time, weighted, in hundred-millionths
 * of a second. Exact: the worst stretch begins or ends where the downtime changes, so only those are
 * looked at. A stretch at least as long as the downtime reaches holds all of it, and so does one
 * longer than the window.
 *
 * @param downtime what was measured inside the window: the stretch may span closed hours
 * @param seconds length of the stretch, above 0
 * @example worstWindow([0, 60, WHOLE, 0, 100, 160, WHOLE, 1], 120) // 80 × WHOLE: 60 s and then 20 s
 */
export function worstWindow(downtime: Steps, seconds: number): number {
  const ahead = furthest(downtime, seconds);
  const backwards: number[] = [];
  for (let i = downtime.length - STEP; i >= 0; i -= STEP) backwards.push(-downtime[i + 1]!, -downtime[i]!, downtime[i + 2]!, downtime[i + 3]!);
  return Math.max(ahead, furthest(backwards, seconds));
}

/** The most in any stretch that begins where a step begins. */
function furthest(steps: Steps, seconds: number): number {
  let most = 0;
  let whole = 0;
  let last = 0;
  for (let first = 0; first < steps.length; first += STEP) {
    const end = steps[first]! + seconds;
    while (last < steps.length && steps[last + 1]! <= end) {
      whole += units(steps, last, steps[last + 1]!);
      last += STEP;
    }
    const part = last < steps.length && steps[last]! < end ? units(steps, last, end) : 0;
    most = Math.max(most, whole + part);
    if (last > first) whole -= units(steps, first, steps[first + 1]!);
    else last = first + STEP;
  }
  return most;
}

/** Weighted seconds of one step up to an instant inside it. */
function units(steps: Steps, i: number, until: number): number {
  return (until - steps[i]!) * steps[i + 2]!;
}

import { duration, subtract } from '../time/intervals';
import type { IntervalSet } from '../time/records';
import type { PlannedTimeRule } from './records';
import { millionths } from './share';

/**
 * The downtime that an availability target allows: (1 − target) × agreed time by the calendars alone,
 * in seconds. Planned outages outside maintenance windows are not known here.
 *
 * @param target a share, read to the millionth as verdicts read it
 * @param serviceTime service hours less holidays, in the window
 * @param maintenance leaves agreed time under `Excluded` only
 * @example allowedSeconds(0.999, [0, 2592000], [], 'Excluded') // 2592: 43.2 minutes of 30 days
 */
export function allowedSeconds(target: number, serviceTime: IntervalSet, maintenance: IntervalSet, rule: PlannedTimeRule): number {
  const agreed = duration(rule === 'Excluded' ? subtract(serviceTime, maintenance) : serviceTime);
  return ((1e6 - millionths(target)) * agreed) / 1e6;
}

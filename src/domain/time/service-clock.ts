import { type Calendar, expanded } from './calendar';
import { EMPTY, contains, overlap } from './intervals';
import type { Instant, IntervalSet } from './records';

/**
 * Seconds of service time from one instant to another, the clock stopped during the pauses. Never
 * below 0: an end before the start counts nothing. Null is 24×7.
 *
 * @example elapsedServiceSeconds(friday17, monday9, office) // Mon-Fri 08:00–18:00: 1 h + 1 h = 7200
 */
export function elapsedServiceSeconds(from: Instant, to: Instant, calendar: Calendar | null, pauses: IntervalSet = EMPTY): number {
  if (!(from < to)) return 0;
  const open = calendar === null ? [from, to] : expanded(calendar, from, to);
  let seconds = overlap(open, from, to);
  for (let i = 0; i < pauses.length; i += 2) {
    const start = Math.max(pauses[i]!, from);
    const end = Math.min(pauses[i + 1]!, to);
    if (start < end) seconds -= overlap(open, start, end);
  }
  return seconds;
}

/** Whether the service is open at an instant; the closing moment is not. Null is 24×7. */
export function isOpen(instant: Instant, calendar: Calendar | null): boolean {
  return calendar === null || contains(expanded(calendar, instant, instant + 1), instant);
}

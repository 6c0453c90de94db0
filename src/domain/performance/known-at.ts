import { toLocal } from '../time/zone';
import type { Settings } from '../records';
import type { Improvement } from './records';

/**
 * Improvements as they stood at As of, as nothing later counts: one opened after it is not there yet,
 * one closed after it is still open.
 *
 * @example improvementsKnownAt([{ …, opened: '2026-10-21' }], { zone: 'UTC', asOf: at('2026-10-02T00:00Z') }) //=> []
 */
export function improvementsKnownAt(improvements: readonly Improvement[], { asOf, zone }: Pick<Settings, 'asOf' | 'zone'>): Improvement[] {
  const today = toLocal(asOf, zone).slice(0, 10);
  return improvements
    .filter(({ opened }) => opened === null || opened <= today)
    .map((improvement) => (improvement.closedDate !== null && improvement.closedDate > today ? { ...improvement, closedDate: null, status: improvement.status === 'Done' || improvement.status === 'Dropped' ? 'Open' : improvement.status } : improvement));
}

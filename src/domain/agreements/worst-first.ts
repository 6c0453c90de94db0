import type { TargetStatus } from '../figures';

/** The statuses of targets, and of an agreement after its worst target, the worst first. */
export const WORST_FIRST: readonly TargetStatus[] = ['Missed', 'At risk', 'Met, incomplete data', 'Not measurable', 'Met'];

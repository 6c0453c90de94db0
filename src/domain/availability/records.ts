import type { Instant, SourceRow } from '../time/records';

/** One row of `Outages`. */
export interface Outage extends SourceRow {
  readonly item: string;
  readonly start: Instant;
  /** null: still open. */
  readonly end: Instant | null;
  readonly outageId: string | null;
  /** Share of the item lost, 0 … 1. */
  readonly impact: number;
  readonly planned: boolean;
  readonly plannedUntil: Instant | null;
  readonly notified: Instant | null;
  /** null: all customers. */
  readonly customer: string | null;
  /** false: set aside, with a reason. */
  readonly counts: boolean;
  readonly reason: string | null;
  readonly cause: string | null;
  readonly usersAffected: number | null;
}

/** One row of `Uptime`: what a monitoring tool says of a stretch of time. */
export interface UptimeRow extends SourceRow {
  readonly item: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly minutesDown: number | null;
  /** 0 … 1. */
  readonly availability: number | null;
}

/** What planned time does to a figure. */
export type PlannedTimeRule = 'Excluded' | 'Forgiven' | 'Counted';

/** What an agreement says about which outages count; all that a history of an item depends on. */
export interface Terms {
  /** Whose outages count, besides those of all customers; null: everybody's. */
  readonly customer: string | null;
  /** Calendar days by which planned work must be announced; null or 0: Notified is not looked at. */
  readonly noticeDays: number | null;
  /** Shorter outages are left out of everything; null or 0: none. */
  readonly ignoreUnderMinutes: number | null;
  /** Impact, 0 … 1, from which on an outage makes a break; null or 0: any impact above 0. */
  readonly breakLevel: number | null;
}

/** Terms under which every row counts. */
export const NO_TERMS: Terms = { customer: null, noticeDays: null, ignoreUnderMinutes: null, breakLevel: null };

import { isUnreadable } from '../names';
import type { Instant, Interval } from '../time/records';
import type { UptimeRow } from './records';
import { WHOLE } from './share';

/** Uptime rows of one item, sorted out. */
export interface UptimeSeries {
  /** By start, not overlapping. */
  readonly rows: readonly UptimeRow[];
  /** Left out: unreadable, without length or figure, or overlapping the row before. */
  readonly leftOut: readonly UptimeRow[];
}

/** What uptime rows say of a window. */
export interface UptimeMeasured {
  /** Agreed time for which there is data: the denominator. */
  readonly agreedSeconds: number;
  /** In hundred-millionths of a second. */
  readonly downtimeUnits: number;
  /** Share of the window's agreed time for which there is data. */
  readonly completeness: number;
  /** A row crosses the window's edge: its downtime was shared out by agreed time. */
  readonly prorated: boolean;
}

/** Sorts the uptime rows of one item. */
export function uptimeSeries(rows: readonly UptimeRow[]): UptimeSeries {
  const good: UptimeRow[] = [];
  const leftOut: UptimeRow[] = [];
  for (const row of [...rows].sort((a, b) => a.from - b.from || a.row - b.row)) {
    const last = good[good.length - 1];
    const usable = !isUnreadable(row, 'from', 'to', 'minutesDown', 'availability') && row.from < row.to && (row.minutesDown !== null || row.availability !== null);
    if (usable && (!last || last.to <= row.from)) good.push(row);
    else leftOut.push(row);
  }
  return { rows: good, leftOut };
}

/**
 * Measures stretches of a window by uptime rows: each gives a share of the agreed time inside it,
 * minutes down (at most all of it) or 1 − availability. A row that crosses an edge is prorated by
 * agreed time; where no row lies there is no data, and that time leaves the denominator.
 *
 * @param stretches where something is measured, ascending
 * @param agreed agreed seconds of any stretch of time, also outside the window
 * @example
 * // 30 minutes down in a row of 1,000 agreed minutes, half of which lies in the window: 15 minutes
 */
export function measureUptime(series: UptimeSeries, stretches: readonly Interval[], agreed: (start: Instant, end: Instant) => number): UptimeMeasured {
  let agreedSeconds = 0;
  let downtimeUnits = 0;
  let all = 0;
  let prorated = false;
  for (const stretch of stretches) all += agreed(stretch.start, stretch.end);
  for (const row of series.rows) {
    let inside = 0;
    for (const { start, end } of stretches) {
      const from = Math.max(start, row.from);
      const to = Math.min(end, row.to);
      if (from < to) inside += agreed(from, to);
    }
    if (inside === 0) continue;
    const whole = agreed(row.from, row.to);
    const share = row.minutesDown !== null ? Math.min(1, (row.minutesDown * 60) / whole) : 1 - (row.availability ?? 1);
    agreedSeconds += inside;
    downtimeUnits += Math.round(share * inside * WHOLE);
    if (inside < whole) prorated = true;
  }
  return { agreedSeconds, downtimeUnits, completeness: all > 0 ? agreedSeconds / all : 0, prorated };
}

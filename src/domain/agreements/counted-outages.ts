import { WHOLE } from '../availability/share';
import { STEP, type Steps } from '../availability/steps';
import type { CountedOutage, SetAsideOutage } from '../figures';
import { concerns } from '../availability/history';
import { nameKey } from '../names';
import type { Interval } from '../time/records';
import type { FigureContext } from './context';

/**
 * The rows that explain a downtime: every counted row of the item itself in the window, and the rows
 * of what it stands on that took it down.
 *
 * Overlaps are attributed so that the seconds of the list add up to the downtime: at every instant the
 * whole impairment is put down to the one row that sets it, the one with the largest impact, then the
 * one that began first, then the upper one; in a redundant group, the failure that the group could not
 * bear.
 *
 * @param downtime what was measured, with causes
 */
export function countedOutages(context: FigureContext, item: string, customer: string | null, window: Interval, downtime: Steps): CountedOutage[] {
  const { outages, counted } = context.outages;
  const { asOf } = context.records.settings;
  const units = new Map<number, number>();
  for (let i = 0; i < downtime.length; i += STEP) {
    const cause = downtime[i + 3]!;
    units.set(cause, (units.get(cause) ?? 0) + (downtime[i + 1]! - downtime[i]!) * downtime[i + 2]!);
  }
  for (const index of counted.get(nameKey(item)) ?? []) {
    const { start, end } = outages[index]!;
    if (start >= window.end) break;
    if (!units.has(index) && start < asOf && (end ?? asOf) > window.start && concerns(outages[index]!, customer)) units.set(index, 0);
  }
  return [...units]
    .map(([index, value]): CountedOutage => {
      const { row, item: name, start, end, impact, planned, cause } = outages[index]!;
      return { table: 'Outages', row, item: name, start, end, impact, planned, cause, countedSeconds: value / WHOLE, carriedOver: start < window.start, forgotten: false, lateBecause: null };
    })
    .sort((a, b) => a.start - b.start || a.row - b.row);
}

/** The rows in the window that were set aside by hand, of the item and of what it stands on. */
export function setAsideOutages(context: FigureContext, item: string, customer: string | null, window: Interval): SetAsideOutage[] {
  const { outages, setAside } = context.outages;
  const { asOf } = context.records.settings;
  const rows: SetAsideOutage[] = [];
  for (const key of context.reach(item)) {
    for (const index of setAside.get(key) ?? []) {
      const outage = outages[index]!;
      const { row, item: name, start, end, reason } = outage;
      if (start < window.end && start < asOf && (end ?? asOf) > window.start && concerns(outage, customer)) rows.push({ table: 'Outages', row, item: name, start, end, reason: reason ?? '' });
    }
  }
  return rows.sort((a, b) => a.start - b.start || a.row - b.row);
}

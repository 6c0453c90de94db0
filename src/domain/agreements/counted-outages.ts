import { forgottenBecause } from '../availability/forgotten';
import { concerns, isInNotice } from '../availability/history';
import type { Measured } from '../availability/measure';
import type { Outage } from '../availability/records';
import { WHOLE } from '../availability/share';
import { STEP } from '../availability/steps';
import type { CountedOutage, SetAsideOutage } from '../figures';
import { isUnreadable, nameKey } from '../names';
import { clip, firstEndingAfter } from '../time/intervals';
import type { Instant, Interval, IntervalSet } from '../time/records';
import type { FigureContext, RuledStretch } from './context';

/**
 * The rows that explain a downtime: every counted row of the item itself in the window, and the rows
 * of what it stands on that took it down.
 *
 * Overlaps are attributed so that the seconds of the list add up to the downtime: at every instant the
 * whole impairment is put down to the one row that sets it, the one with the largest impact, then the
 * one that began first, then the upper one; in a redundant group, the failure that the group could not
 * bear.
 *
 * @param stretches the window's rules: whether a planned row was late is judged by those of the
 *   stretch it lies in
 * @param measured the downtime with its causes, and its breaks
 */
export function countedOutages(context: FigureContext, item: string, customer: string | null, window: Interval, stretches: readonly RuledStretch[], { downtime, breaks }: Pick<Measured, 'downtime' | 'breaks'>): CountedOutage[] {
  const { outages, rows } = context.outages;
  const { asOf, zone } = context.records.settings;
  const units = new Map<number, number>();
  const plannedDowntime = new Map<number, number[]>();
  const breaksOf = new Map<number, Set<number>>();
  const runs = breaks.flatMap(({ start, end }) => [start, end]);
  let next = 0;
  for (let i = 0; i < downtime.length; i += STEP) {
    const cause = downtime[i + 3]!;
    units.set(cause, (units.get(cause) ?? 0) + (downtime[i + 1]! - downtime[i]!) * downtime[i + 2]!);
    while (next < runs.length && runs[next + 1]! <= downtime[i]!) next += 2;
    if (next < runs.length && runs[next]! <= downtime[i]!) breaksOf.set(cause, (breaksOf.get(cause) ?? new Set()).add(next / 2 + 1));
    if (!outages[cause]!.planned) continue;
    const parts = plannedDowntime.get(cause);
    if (parts) parts.push(downtime[i]!, downtime[i + 1]!);
    else plannedDowntime.set(cause, [downtime[i]!, downtime[i + 1]!]);
  }
  const own = rows.get(nameKey(item));
  const until = Math.min(window.end, asOf);
  for (let i = 0; own !== undefined && i < own.starts.length && own.starts[i]! < until; i++) {
    const index = own.indices[i]!;
    if (Math.min(own.ends[i]!, asOf) > window.start && !units.has(index) && concerns(outages[index]!, customer)) units.set(index, 0);
  }
  const latest = new Map<string, Instant | null>();
  const isForgotten = (outage: Outage): boolean => {
    if (outage.end !== null) return false;
    const key = nameKey(outage.item);
    if (!latest.has(key)) latest.set(key, latestStart(context, key));
    return forgottenBecause(outage, latest.get(key) ?? null, asOf) !== null;
  };
  return [...units]
    .map(([index, value]): CountedOutage => {
      const outage = outages[index]!;
      const { row, item: name, start, end, impact, planned, cause } = outage;
      const { lateBecause, noticeDays } = lateness(outage, plannedDowntime.get(index) ?? [], stretches, zone);
      return {
        table: 'Outages', row, item: name, start, end, impact, planned, cause, countedSeconds: value / WHOLE, carriedOver: start < window.start, forgotten: isForgotten(outage), lateBecause, notified: planned ? outage.notified : null, noticeDays,
        breaks: breaksOf.has(index) ? [...breaksOf.get(index)!] : hiddenIn(outage, runs, stretches, asOf),
      };
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

/**
 * Start of the item's latest outage before As of, of rows that count or would if they could be read:
 * those that the check of the table looks at.
 */
function latestStart(context: FigureContext, key: string): Instant | null {
  const { outages, rows, leftOut } = context.outages;
  const { asOf } = context.records.settings;
  const last = rows.get(key)?.indices.findLast((index) => outages[index]!.start < asOf);
  return (leftOut.get(key) ?? []).reduce<Instant | null>(
    (latest, index) => {
      const outage = outages[index]!;
      return outage.counts && !isUnreadable(outage, 'start') && outage.start < asOf && outage.start > (latest ?? -Infinity) ? outage.start : latest;
    },
    last === undefined ? null : outages[last]!.start,
  );
}

/**
 * Why planned work counts as ordinary downtime, by the rules of the first stretch in which it does; null
 * where none of its seconds do, as inside a maintenance window.
 *
 * @param downtime what is put down to the row
 */
function lateness(outage: Outage, downtime: IntervalSet, stretches: readonly RuledStretch[], zone: string): Pick<CountedOutage, 'lateBecause' | 'noticeDays'> {
  for (const { start, end, rules } of stretches) {
    // Where planned outages are ordinary downtime, none of them is late.
    const last = rules.rule === 'Counted' ? undefined : clip(downtime, start, end).at(-1);
    if (last === undefined) continue;
    if (!isInNotice(outage, rules.terms.noticeDays, zone)) return { lateBecause: outage.notified === null ? 'no notice' : 'short notice', noticeDays: rules.terms.noticeDays };
    if (outage.plannedUntil !== null && outage.plannedUntil < last) return { lateBecause: 'ran over', noticeDays: null };
  }
  return { lateBecause: null, noticeDays: null };
}

/**
 * The break of a row to which no second is put down, as a larger one covers it.
 * A row that is planned, too short to count, or below the break level makes none.
 */
function hiddenIn(outage: Outage, runs: IntervalSet, stretches: readonly RuledStretch[], asOf: Instant): number[] {
  const { start, planned, impact } = outage;
  const end = Math.min(outage.end ?? asOf, asOf);
  if (planned || impact <= 0) return [];
  const counts = stretches.some(({ start: from, end: to, rules: { terms } }) => start < to && end > from && end - start >= (terms.ignoreUnderMinutes ?? 0) * 60 && impact >= (terms.breakLevel ?? 0));
  if (!counts) return [];
  const run = firstEndingAfter(runs, start);
  return run < runs.length && runs[run]! < end ? [run / 2 + 1] : [];
}

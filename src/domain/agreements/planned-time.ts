import { during, STEP } from '../availability/steps';
import type { PlannedStretch } from '../figures';
import { serviceTime } from '../time/calendar';
import { overlap, subtract } from '../time/intervals';
import { maintenanceOccurrences } from '../time/maintenance';
import type { IntervalSet } from '../time/records';
import type { FigureContext, RuledStretch } from './context';

type Growing = { -readonly [Field in keyof PlannedStretch]: PlannedStretch[Field] };

/**
 * What planned time inside service hours is made of: each maintenance window and each planned outage
 * with the seconds put down to it, which add up to the planned time of the window. What lies in several
 * belongs to the first: maintenance before outages, then the one that began first, then the upper row.
 * Ones that have no such second are left out.
 *
 * @param stretches what is measured, ascending, each with its rules
 * @param outages whether planned outages count: not where percentages of a tool are measured
 * @example
 * // maintenance 01:00–03:00, announced work 02:00–04:00, around the clock
 * // Maintenance 7200 s, Planned outage 3600 s
 */
export function plannedStretches(context: FigureContext, item: string, stretches: readonly RuledStretch[], outages: boolean): PlannedStretch[] {
  const found = new Map<string, Growing>();
  const add = (one: PlannedStretch): void => {
    if (one.seconds === 0) return;
    const id = `${one.kind}/${one.row?.row}/${one.start}`;
    const known = found.get(id);
    if (known) known.seconds += one.seconds;
    else found.set(id, { ...one });
  };
  for (const stretch of stretches) {
    const hours = serviceTime(stretch, stretch.rules.calendar);
    addMaintenance(context, stretch, hours, add);
    if (outages) addOutages(context, item, stretch, subtract(hours, context.maintenanceIn(stretch.rules.maintenance, stretch)), add);
  }
  return [...found.values()].sort((a, b) => a.start - b.start || (a.kind === b.kind ? 0 : a.kind === 'Maintenance' ? -1 : 1) || (a.row?.row ?? 0) - (b.row?.row ?? 0));
}

function addMaintenance(context: FigureContext, stretch: RuledStretch, hours: IntervalSet, add: (one: PlannedStretch) => void): void {
  const { zone } = context.records.settings;
  let reached = -Infinity;
  const windows = maintenanceOccurrences(stretch, context.maintenanceRows(stretch.rules.maintenance), zone).sort((a, b) => a.start - b.start || a.row - b.row);
  for (const { start, end, row } of windows) {
    const from = Math.max(start, reached);
    const seconds = from < end ? overlap(hours, from, end) : 0;
    reached = Math.max(reached, end);
    add({ kind: 'Maintenance', start, end, seconds, row: { table: 'Maintenance', row }, notified: null, cause: null });
  }
}

function addOutages(context: FigureContext, item: string, { rules }: RuledStretch, hours: IntervalSet, add: (one: PlannedStretch) => void): void {
  const { asOf } = context.records.settings;
  const steps = during(context.history(item, rules.terms).plannedBy, hours);
  for (let i = 0; i < steps.length; i += STEP) {
    const { row, start, end, plannedUntil, notified, cause } = context.outages.outages[steps[i + 3]!]!;
    add({ kind: 'Planned outage', start, end: Math.min(end ?? asOf, plannedUntil ?? Infinity, asOf), seconds: steps[i + 1]! - steps[i]!, row: { table: 'Outages', row }, notified, cause });
  }
}

import { concerns } from '../availability/history';
import { isUsableUnder } from '../availability/outage-log';
import type { Outage } from '../availability/records';
import type { RowReference } from '../figures';
import { isUnreadable, nameKey, sameName } from '../names';
import type { Instant, Interval } from '../time/records';
import { parseRepeats } from '../time/recurrence';
import { metricNamed } from './business-metric';
import type { FigureContext, Rules } from './context';
import { isUsableHold, isUsableIncident } from './incident-clock';
import { monthOf } from './measurement-log';
import type { Agreement, Target } from './records';
import { isOfType, isUsableRequest, startsIn } from './request-clock';

/** Fields of an agreement without which none of its figures can be measured. */
const AGREEMENT_FIELDS = ['agreement', 'item', 'customer', 'status', 'startDate', 'endDate', 'hours', 'maintenance', 'plannedTime', 'noticeDays', 'ignoreUnderMinutes', 'breakLevel'];

/** Whether a figure can be measured by the agreement at all. */
export function isUsableAgreement(agreement: Agreement): boolean {
  return !isUnreadable(agreement, ...AGREEMENT_FIELDS);
}

/** Rows of the agreement itself, and of its target, that stand in the way of a figure. */
export function rulesLeftOut(agreement: Agreement, target: Target): RowReference[] {
  const rows: RowReference[] = [];
  if (isUnreadable(agreement, ...AGREEMENT_FIELDS, 'replaces')) rows.push({ table: 'Agreements', row: agreement.row });
  if (target.unreadable?.length) rows.push({ table: 'Targets', row: target.row });
  return rows;
}

/** Rows of the calendars that could not be read. */
export function calendarRowsLeftOut(context: FigureContext, rules: readonly Rules[]): RowReference[] {
  const rows: RowReference[] = [];
  for (const { calendar, maintenance } of rules) {
    rows.push(...(calendar?.leftOut ?? []));
    for (const row of context.maintenanceRows(maintenance)) {
      const isRule = row.repeats === null || parseRepeats(row.repeats) !== null;
      if (row.unreadable?.length || !isRule || !(row.minutes > 0)) rows.push({ table: 'Maintenance', row: row.row });
    }
  }
  return unique(rows);
}

/**
 * Outage and uptime rows that should bear on a figure and cannot: those of the item and of what it
 * stands on with a field that cannot be read, rows whose item cannot be read, and rows of the map
 * that lead nowhere. A row whose times are readable and lie outside the window bears on nothing.
 */
export function outageRowsLeftOut(context: FigureContext, item: string, terms: Rules['terms'], window: Interval): RowReference[] {
  const { outages, rows: byItem, leftOut, unassigned } = context.outages;
  const rows: RowReference[] = [];
  const addOutage = (index: number): void => {
    const outage = outages[index]!;
    if (mayFall(window, outage, 'start', outage.start, 'end', outage.end)) rows.push({ table: 'Outages', row: outage.row });
  };
  for (const key of context.reach(item)) {
    leftOut.get(key)?.forEach(addOutage);
    const own = byItem.get(key);
    own?.special.forEach((special, at) => {
      const index = own.indices[at]!;
      // Only special rows can have something unreadable: the others need not be looked at.
      if (special === 1 && !isUsableUnder(outages[index]!, terms)) addOutage(index);
    });
    context.map?.leftOut.get(key)?.forEach((row) => rows.push({ table: 'Dependencies', row }));
  }
  unassigned.forEach(addOutage);
  context.map?.unassigned.forEach((row) => rows.push({ table: 'Dependencies', row }));
  for (const row of [...(context.uptime.get(nameKey(item))?.leftOut ?? []), ...context.unassignedUptime]) {
    if (mayFall(window, row, 'from', row.from, 'to', row.to)) rows.push({ table: 'Uptime', row: row.row });
  }
  return unique(rows);
}

/** Incidents and holds that should bear on a figure and cannot. */
export function incidentRowsLeftOut(context: FigureContext, item: string, target: Target, customer: string | null, window: Interval): RowReference[] {
  const { byItem, unassigned, holds, unassignedHolds } = context.incidents;
  const rows: RowReference[] = [];
  const own = byItem.get(nameKey(item)) ?? [];
  for (const incident of [...own.filter((one) => !isUsableIncident(one, target, customer)), ...unassigned]) {
    const opened = isUnreadable(incident, 'opened') || !Number.isFinite(incident.opened) ? null : incident.opened;
    const otherSeverity = target.severity !== null && !isUnreadable(incident, 'severity') && nameKey(incident.severity ?? '') !== nameKey(target.severity);
    const otherCustomer = !isUnreadable(incident, 'customer') && !concerns(incident, customer);
    if (otherSeverity || otherCustomer) continue;
    if (opened === null || (window.start <= opened && opened < window.end)) rows.push({ table: 'Incidents', row: incident.row });
  }
  if (target.metric !== 'Resolved within') return rows;
  for (const incident of own) {
    if (!(window.start <= incident.opened && incident.opened < window.end)) continue;
    for (const hold of holds.get(nameKey(incident.incident)) ?? []) if (!isUsableHold(hold)) rows.push({ table: 'Holds', row: hold.row });
  }
  for (const hold of unassignedHolds) rows.push({ table: 'Holds', row: hold.row });
  return unique(rows);
}

/** Requests that should bear on a figure and cannot. One whose dates say that its clock starts outside the window bears on nothing. */
export function requestRowsLeftOut(context: FigureContext, { item }: Agreement, target: Target, window: Interval): RowReference[] {
  const { byItem, unassigned } = context.requests;
  const { zone } = context.records.settings;
  const rows: RowReference[] = [];
  const isIn = startsIn(window, zone);
  for (const request of [...(byItem.get(nameKey(item)) ?? []).filter((one) => !isUsableRequest(one, target)), ...unassigned]) {
    const otherType = !isUnreadable(request, 'changeType') && !isOfType(request, target);
    const knowsStart = !isUnreadable(request, 'cabDate') && (request.cabDate !== null || !isUnreadable(request, 'submitted'));
    if (!otherType && !(knowsStart && !isIn(request))) rows.push({ table: 'Requests', row: request.row });
  }
  return rows;
}

/** What stands in the way of a target in business terms: its metric, itself where that is computed and not measured, and measurements of these months that should bear on it and cannot. */
export function measurementRowsLeftOut(context: FigureContext, item: string, target: Target, months: readonly string[]): RowReference[] {
  const metric = metricNamed(target.metric, context.records.metrics);
  if (metric && isUnreadable(metric, 'over', 'computedFrom')) return [{ table: 'Metrics', row: metric.row }];
  if (!metric) return [];
  if (metric.computedFrom !== null) return [{ table: 'Targets', row: target.row }];
  const { leftOut, unassigned } = context.measurements;
  return [...(leftOut.get(nameKey(target.metric)) ?? []), ...unassigned]
    .filter((row) => isUnreadable(row, 'service') || row.service === null || sameName(row.service, item))
    .filter((row) => isUnreadable(row, 'month') || months.includes(monthOf(row)))
    .map(({ row }) => ({ table: 'Measurements', row }));
}

/** Whether a row may reach into the window, as far as its times can be read. */
function mayFall(window: Interval, row: Pick<Outage, 'row' | 'unreadable'>, startField: string, start: Instant, endField: string, end: Instant | null): boolean {
  const knowsStart = !isUnreadable(row, startField) && Number.isFinite(start);
  const knowsEnd = !isUnreadable(row, endField) && end !== null && Number.isFinite(end);
  if (knowsStart && knowsEnd && end < start) return true;
  return !(knowsStart && start >= window.end) && !(knowsEnd && end <= window.start);
}

/** Each row once, in the tables' order. */
export function unique(rows: readonly RowReference[]): RowReference[] {
  const seen = new Map<string, RowReference>();
  for (const { table, row } of rows) seen.set(`${table}/${row}`, { table, row });
  return [...seen.values()].sort((a, b) => (a.table === b.table ? a.row - b.row : a.table < b.table ? -1 : 1));
}

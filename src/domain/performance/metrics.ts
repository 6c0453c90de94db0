import type { MetricFigure, MetricStatus, RowReference, ServiceFigure, TargetFigure } from '../figures';
import type { Records } from '../records';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import { firstOfMonth } from '../time/periods';
import type { LocalDate } from '../time/records';
import { addMonths, startOfDate } from '../time/zone';
import { combine } from './combine';
import { leadTimes } from './lead-time';
import type { Measurement, Metric } from './records';
import { mannKendall } from './trend';

/** What is known of a service in a month. */
type ServiceMonth = ServiceFigure['months'][number];

/** `Computed from` names that a service's month answers, in the metric's unit. */
const SERVICE_MEASURES: Readonly<Record<string, (month: ServiceMonth) => number | null>> = {
  availability: (month) => month.availability,
  breaks: (month) => month.breaks,
  'downtime minutes': (month) => month.downtimeSeconds / 60,
  'longest outage minutes': (month) => month.longestOutageSeconds / 60,
  'mtrs minutes': (month) => (month.mtrsSeconds === null ? null : month.mtrsSeconds / 60),
  'mtbf hours': (month) => (month.mtbfSeconds === null ? null : month.mtbfSeconds / 3600),
};
const INCIDENT_MEASURES = ['resolved within', 'responded within'];
/** Units of computed metrics that are not in their names. */
const UNITS: Readonly<Record<string, string>> = { availability: '%', 'resolved within': '%', 'responded within': '%', 'requests lead time': 'days' };

/** The values of one metric, and the rows that are missing from them. */
interface Series {
  readonly values: readonly (number | null)[];
  readonly rowsLeftOut: readonly RowReference[];
}

/**
 * One metric of a critical success factor: its values of 13 months, the trend of the last 12, and
 * where it stands.
 *
 * Values come from `Measurements`, several rows of a month put together as `Over services and months`
 * says (*Last* is the row with the latest date, of equal dates the lowest in the table), or are computed:
 * - Availability, Breaks, Downtime minutes, Longest outage minutes, MTRS minutes and MTBF hours: of the
 *   service named, of the service that the agreement named is about, or of every service that has an
 *   SLA (every service, where none has), put together in the same way; for an agreement on a component,
 *   from its own target on that metric.
 * - Incidents: how many were opened in the month on that item (blank: on any), from the month of the
 *   first one recorded. A count of rows, so `Over` has no part in it.
 * - Requests lead time: the median of Closed − Submitted, in calendar days, of the requests closed in the
 *   month on that item (blank: on any, and on none), by As of. `Over` has no part in it either.
 * - Resolved within, Responded within: the monthly shares of the targets on that metric. Targets look
 *   back 12 months, so the month a year ago has no value.
 * A month without a value stays empty; it is never 0.
 */
export function metricFigure(metric: Metric, records: Records, targets: readonly TargetFigure[], services: readonly ServiceFigure[]): MetricFigure {
  const months = monthsUpTo(records.settings.reportMonth, 13);
  const { values, rowsLeftOut } = seriesOf(metric, months, records, targets, services);
  const current = values[12] ?? null;
  const previous = values[11] ?? null;
  const trend = mannKendall(values.slice(1), metric.better);
  const judged = { target: isUnreadable(metric, 'target') ? null : metric.target, better: metric.better };
  const off = isOff(current, judged);
  const before = values.slice(0, 12).findLast((value) => value !== null) ?? null;

  return {
    metric: metric.metric,
    csf: metric.csf,
    better: metric.better,
    unit: metric.unit ?? UNITS[key(metric.computedFrom)] ?? null,
    target: judged.target,
    owner: metric.owner,
    current,
    previous,
    change: current === null || previous === null ? null : current - previous,
    yearAgo: values[0] ?? null,
    values: months.map((month, at) => ({ month, value: values[at] ?? null })),
    trend,
    status: current === null || isUnreadable(metric, 'better') ? 'No data' : statusOf(off, trend.word === 'Worsening'),
    offTwice: off === true && isOff(before, judged) === true,
    improvement: openImprovement(metric, records),
    rowsLeftOut: isUnreadable(metric, 'target', 'better', 'computedFrom', 'itemOrAgreement', 'over') ? [...rowsLeftOut, { table: 'Metrics', row: metric.row }] : rowsLeftOut,
  };
}

/** Whether a value misses the target, on which it may stand; null: no value or no target. Differences that only come from adding up fractions count as none. */
export function isOff(value: number | null, metric: { readonly target: number | null; readonly better: Metric['better'] }): boolean | null {
  if (value === null || metric.target === null) return null;
  const short = metric.better === 'Higher' ? metric.target - value : value - metric.target;
  return short > 1e-9 * Math.max(1, Math.abs(metric.target));
}

/** First dates of the `count` months that end with the month of `date`. @example monthsUpTo('2026-02-14', 3) // ['2025-12-01', '2026-01-01', '2026-02-01'] */
export function monthsUpTo(date: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, at) => addMonths(firstOfMonth(date), at + 1 - count));
}

function statusOf(off: boolean | null, worsening: boolean): MetricStatus {
  if (off) return worsening ? 'Off, getting worse' : 'Off target';
  if (worsening) return 'Getting worse';
  return off === null ? 'No target' : 'On target';
}

function seriesOf(metric: Metric, months: readonly LocalDate[], records: Records, targets: readonly TargetFigure[], services: readonly ServiceFigure[]): Series {
  if (isUnreadable(metric, 'computedFrom', 'itemOrAgreement', 'over')) return { values: months.map(() => null), rowsLeftOut: [] };
  const source = key(metric.computedFrom);
  if (source === '' || source === 'measurements') return fromMeasurements(metric, months, records.measurements);
  if (source === 'incidents') return fromIncidents(metric, months, records);
  if (source === 'requests lead time') return leadTimes(months, itemOf(metric, records), records);
  if (INCIDENT_MEASURES.includes(source)) return fromTargets(metric, months, targets);
  const measure = SERVICE_MEASURES[source];
  if (measure === undefined) return { values: months.map(() => null), rowsLeftOut: [] };
  const inScope = servicesOf(metric, services);
  return inScope.length > 0 ? fromServices(metric, months, inScope, measure, targets) : fromTargets(metric, months, targets);
}

function fromMeasurements(metric: Metric, months: readonly LocalDate[], measurements: readonly Measurement[]): Series {
  const byMonth = new Map<string, Measurement[]>();
  const rowsLeftOut: RowReference[] = [];
  const wanted = new Set(months.map((month) => month.slice(0, 7)));
  for (const row of measurements) {
    if (!isUnreadable(row, 'metric') && key(row.metric) !== key(metric.metric)) continue;
    const monthKnown = !isUnreadable(row, 'month');
    const month = row.month.slice(0, 7);
    if (monthKnown && !wanted.has(month)) continue;
    if (!monthKnown || isUnreadable(row, 'metric', 'value') || !Number.isFinite(row.value)) {
      rowsLeftOut.push({ table: 'Measurements', row: row.row });
      continue;
    }
    addTo(byMonth, month, row);
  }
  const values = months.map((month) => {
    const rows = byMonth.get(month.slice(0, 7)) ?? [];
    return combine(rows.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)).map((row) => row.value), metric.over);
  });
  return { values, rowsLeftOut };
}

function fromServices(metric: Metric, months: readonly LocalDate[], services: readonly ServiceFigure[], measure: (month: ServiceMonth) => number | null, targets: readonly TargetFigure[]): Series {
  const values = months.map((month) => {
    const ofMonth = services.flatMap((service) => {
      const figure = service.months.find((candidate) => candidate.month === month);
      const value = figure === undefined || figure.agreedSeconds === 0 ? null : measure(figure);
      return value === null ? [] : [value];
    });
    return combine(ofMonth, metric.over);
  });
  const names = new Set(services.map((service) => key(service.service)));
  return { values, rowsLeftOut: distinct(targets.filter((target) => names.has(key(target.item))).flatMap((target) => target.rowsLeftOut.filter((row) => ['Outages', 'Uptime'].includes(row.table)))) };
}

function fromTargets(metric: Metric, months: readonly LocalDate[], targets: readonly TargetFigure[]): Series {
  const source = key(metric.computedFrom);
  const named = key(metric.itemOrAgreement);
  const inScope = targets.filter((target) => key(target.metric) === source && (named === '' || key(target.item) === named || key(target.agreement) === named));
  const values = months.map((month) =>
    combine(
      inScope.flatMap((target) => target.months.find((verdict) => verdict.month === month)?.actual ?? []),
      metric.over,
    ),
  );
  return { values, rowsLeftOut: distinct(inScope.flatMap((target) => target.rowsLeftOut)) };
}

function fromIncidents(metric: Metric, months: readonly LocalDate[], records: Records): Series {
  const { zone, asOf } = records.settings;
  const item = itemOf(metric, records);
  const starts = months.map((month) => startOfDate(month, zone));
  const end = Math.min(asOf, startOfDate(addMonths(firstOfMonth(records.settings.reportMonth), 1), zone));
  const counts = months.map(() => 0);
  const rowsLeftOut: RowReference[] = [];
  let first = Infinity;
  for (const incident of records.incidents) {
    const itemUnknown = item !== '' && isUnreadable(incident, 'item');
    if (item !== '' && !itemUnknown && key(incident.item) !== item) continue;
    if (itemUnknown || isUnreadable(incident, 'opened') || !Number.isFinite(incident.opened)) {
      rowsLeftOut.push({ table: 'Incidents', row: incident.row });
      continue;
    }
    first = Math.min(first, incident.opened);
    const at = starts.findLastIndex((start) => start <= incident.opened);
    if (at >= 0 && incident.opened < end) counts[at] = (counts[at] ?? 0) + 1;
  }
  const began = starts.findLastIndex((start) => start <= first);
  const values = months.map((_, at) => (first < end && at >= began && (starts[at] ?? Infinity) < end ? (counts[at] ?? null) : null));
  return { values, rowsLeftOut };
}

/** The item that a metric is about, by its own name or by that of an agreement on it; '' where it is about all. */
function itemOf({ itemOrAgreement }: Metric, { agreements }: Records): string {
  return key(agreements.find(({ agreement }) => key(agreement) === key(itemOrAgreement))?.item ?? itemOrAgreement);
}

/** The services that a computed metric is about. */
export function servicesOf(metric: Metric, services: readonly ServiceFigure[]): readonly ServiceFigure[] {
  const named = key(metric.itemOrAgreement);
  if (named !== '') return services.filter((service) => key(service.service) === named || key(service.agreement) === named);
  const promised = services.filter((service) => service.agreement !== null);
  return promised.length > 0 ? promised : services;
}

/** The first improvement in the table that is neither done nor dropped and names this metric. */
function openImprovement(metric: Metric, records: Records): string | null {
  return records.improvements.find((row) => key(row.metric) === key(metric.metric) && row.status !== 'Done' && row.status !== 'Dropped' && row.closedDate === null)?.improvement ?? null;
}

function distinct(rows: readonly RowReference[]): RowReference[] {
  return [...new Map(rows.map((row) => [`${row.table} ${row.row}`, row])).values()];
}

/** A name as names are compared; '' where there is none. */
export function key(name: string | null): string {
  return nameKey(name ?? '');
}

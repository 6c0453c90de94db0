import type { CsfFigure, CsfStatus, MetricFigure, ServiceFigure, TargetFigure } from '../figures';
import type { Records } from '../records';
import { isUnreadable } from '../names';
import type { Metric } from './records';
import { insight } from './insight';
import { isOff, key, metricFigure, servicesOf } from './metrics';

/** Promises in the field of metrics that are computed from downtime, and from incidents. */
const FIELDS: readonly (readonly string[])[] = [
  ['availability', 'breaks', 'downtime minutes', 'longest outage minutes', 'mtrs minutes', 'mtbf hours', 'waiting in any'],
  ['incidents', 'resolved within', 'responded within'],
];

/**
 * The critical success factors with their metrics, in the user's order (`Order`, then as they stand in
 * the table), for the report month of the settings.
 *
 * A factor reads *Act now* when any metric is off target in this and the previous month that has a value,
 * or off target and getting worse; *Needs attention* when any is off target or getting worse; *No data*
 * when no metric is on or off target; *Supports the business* otherwise. A factor whose only sign is a
 * metric without a target that gets worse *needs attention*, as the figures do say something.
 *
 * @param targets the month's targets, for metrics computed from them and for promises broken in a factor's field
 * @param services the services' months, for metrics computed from them
 */
export function csfFigures(records: Records, targets: readonly TargetFigure[], services: readonly ServiceFigure[]): CsfFigure[] {
  const ordered = records.csfs
    .filter((csf) => !isUnreadable(csf, 'csf'))
    .toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
  return ordered.map((csf) => {
    const rows = records.metrics.filter((metric) => key(metric.csf) === key(csf.csf) && !isUnreadable(metric, 'metric', 'csf'));
    const metrics = rows.map((metric) => metricFigure(metric, records, targets, services));
    const status = csfStatus(metrics);
    const names = new Set(metrics.flatMap((metric) => key(metric.improvement) || []));
    return {
      csf: csf.csf,
      meaning: csf.meaning,
      objective: csf.objective,
      owner: csf.owner,
      status,
      metrics,
      insight: insight({
        month: records.settings.reportMonth,
        metrics,
        brokenPromises: brokenPromises(rows, targets, services),
        improvements: records.improvements.filter((row) => names.has(key(row.improvement))),
        actNow: status === 'Act now',
      }),
    };
  });
}

/** How a factor stands, by its metrics. */
export function csfStatus(metrics: readonly MetricFigure[]): CsfStatus {
  const off = metrics.filter((metric) => metric.status === 'Off target' || metric.status === 'Off, getting worse');
  if (off.some((metric) => metric.offTwice || metric.status === 'Off, getting worse')) return 'Act now';
  if (off.length > 0 || metrics.some((metric) => metric.status === 'Getting worse')) return 'Needs attention';
  return metrics.some((metric) => metric.status !== 'No data' && isOff(metric.current, metric) === false) ? 'Supports the business' : 'No data';
}

/** The items whose promise was missed this month and belongs to the field of one of these metrics, as they stand among the targets. */
function brokenPromises(metrics: readonly Metric[], targets: readonly TargetFigure[], services: readonly ServiceFigure[]): string[] {
  const broken = targets.filter((target) => target.status === 'Missed' && metrics.some((metric) => isInField(target, metric, services)));
  return [...new Map(broken.map((target) => [key(target.item), target.item])).values()];
}

function isInField(target: TargetFigure, metric: Metric, services: readonly ServiceFigure[]): boolean {
  const source = key(metric.computedFrom);
  if (source === '' || source === 'measurements') return key(target.metric) === key(metric.metric);
  const field = FIELDS.find((names) => names.includes(source));
  if (field === undefined || !field.includes(key(target.metric))) return false;
  if (metric.itemOrAgreement === null) return target.agreementType === 'SLA';
  const named = key(metric.itemOrAgreement);
  return key(target.item) === named || key(target.agreement) === named || servicesOf(metric, services).some((service) => key(service.service) === key(target.item));
}

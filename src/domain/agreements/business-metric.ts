import { isUnreadable, nameKey, sameName } from '../names';
import { combine } from '../performance/combine';
import type { Measurement, Metric } from '../performance/records';
import type { Interval, LocalDate } from '../time/records';
import { startOfDate } from '../time/zone';

/**
 * The value of a measured metric over a window, for a target in business terms.
 *
 * Taken are the months whose first day lies in the window: the measurements of the agreement's item
 * where there are any, else those that name no service. They are put together as the metric says
 * (sum, average, last, largest, smallest).
 *
 * @returns null without measurements, and for metrics that are computed rather than measured
 */
export function businessMetric(metric: Metric | undefined, measurements: readonly Measurement[], item: string, window: Interval, zone: string): number | null {
  if (!metric || isUnreadable(metric, 'over', 'computedFrom') || metric.computedFrom !== null) return null;
  const rows = measurements.filter(
    (row) => sameName(row.metric, metric.metric) && !isUnreadable(row, 'metric', 'month', 'value', 'service') && Number.isFinite(row.value) && isIn(row.month, window, zone),
  );
  const own = rows.filter(({ service }) => service !== null && nameKey(service) === nameKey(item));
  const taken = own.length > 0 ? own : rows.filter(({ service }) => service === null);
  const values = [...taken].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.row - b.row)).map(({ value }) => value);
  return combine(values, metric.over);
}

/** The metric that a target in business terms names. */
export function metricNamed(name: string, metrics: readonly Metric[]): Metric | undefined {
  return metrics.find((metric) => sameName(metric.metric, name));
}

/** Whether the month of a date begins in the window. */
export function isIn(date: LocalDate, window: Interval, zone: string): boolean {
  const start = startOfDate(`${date.slice(0, 8)}01`, zone);
  return window.start <= start && start < window.end;
}

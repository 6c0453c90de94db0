import { isUnreadable, nameKey, sameName } from '../names';
import { combine } from '../performance/combine';
import type { Metric } from '../performance/records';
import { firstOfMonth, monthInterval } from '../time/periods';
import type { Interval } from '../time/records';
import { addMonths, toLocal } from '../time/zone';
import type { MeasurementLog } from './measurement-log';

/**
 * The value of a measured metric over months, for a target in business terms.
 *
 * Taken are the measurements of the agreement's item where there are any, else those that name no
 * service. They are put together as the metric says (sum, average, last, largest, smallest).
 *
 * @param months as `monthsInForce` gives them
 * @returns null without measurements, and for metrics that are computed rather than measured
 */
export function businessMetric(metric: Metric | undefined, measurements: MeasurementLog, item: string, months: readonly string[]): number | null {
  if (!metric || isUnreadable(metric, 'over', 'computedFrom') || metric.computedFrom !== null) return null;
  const services = measurements.byMetric.get(nameKey(metric.metric));
  const valuesOf = (service: string): number[] => months.flatMap((month) => services?.get(service)?.get(month) ?? []).map(({ value }) => value);
  const own = valuesOf(nameKey(item));
  return combine(own.length > 0 ? own : valuesOf(''), metric.over);
}

/** The metric that a target in business terms names. */
export function metricNamed(name: string, metrics: readonly Metric[]): Metric | undefined {
  return metrics.find((metric) => sameName(metric.metric, name));
}

/**
 * The months of which a window takes the measurements, ascending: those that begin in it and have at
 * least a day in force. A measurement is of a whole month, so where an agreement begins or ends within
 * a month, that month counts.
 *
 * @param stretches the window as far as an agreement is in force, and the item in service; ascending
 * @example
 * // July to September 2026, in force from 15 August
 * monthsInForce(quarter, [{ start: at('2026-08-15'), end: quarter.end }], 'UTC') // ['2026-08', '2026-09']
 */
export function monthsInForce(window: Interval, stretches: readonly Interval[], zone: string): string[] {
  const months: string[] = [];
  if (stretches.length === 0) return months;
  for (let month = firstOfMonth(toLocal(stretches[0]!.start, zone).slice(0, 10)); ; month = addMonths(month, 1)) {
    const { start, end } = monthInterval(month, zone);
    if (start >= window.end) return months;
    if (start >= window.start && stretches.some((stretch) => stretch.start < end && start < stretch.end)) months.push(month.slice(0, 7));
  }
}

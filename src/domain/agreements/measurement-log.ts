import { isUnreadable, nameKey } from '../names';
import type { Measurement } from '../performance/records';
import type { Work } from '../work';

/** Measurements, found by metric, service and month. */
export interface MeasurementLog {
  /** Metric → service ('': none is named) → month (`2026-09`) → its rows that can be read, by date, then in the table's order. */
  readonly byMetric: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, readonly Measurement[]>>>;
  /** Metric → its rows that cannot be read otherwise. */
  readonly leftOut: ReadonlyMap<string, readonly Measurement[]>;
  /** Metric cannot be read: they may belong to any. */
  readonly unassigned: readonly Measurement[];
}

/** Indexes the rows, yielding every few thousand. */
export function* measurementLogWork(measurements: readonly Measurement[]): Work<MeasurementLog> {
  const byMetric = new Map<string, Map<string, Map<string, Measurement[]>>>();
  const leftOut = new Map<string, Measurement[]>();
  const unassigned: Measurement[] = [];
  for (let index = 0; index < measurements.length; index++) {
    if (index % 5000 === 4999) yield;
    const row = measurements[index]!;
    const metric = nameKey(row.metric);
    if (isUnreadable(row, 'metric')) unassigned.push(row);
    else if (isUnreadable(row, 'month', 'value', 'service') || !Number.isFinite(row.value)) valueAt(leftOut, metric, () => []).push(row);
    else {
      const services = valueAt(byMetric, metric, () => new Map<string, Map<string, Measurement[]>>());
      const months = valueAt(services, nameKey(row.service ?? ''), () => new Map<string, Measurement[]>());
      valueAt(months, monthOf(row), () => []).push(row);
    }
  }
  for (const services of byMetric.values()) {
    for (const months of services.values()) for (const rows of months.values()) rows.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.row - b.row));
    yield;
  }
  return { byMetric, leftOut, unassigned };
}

/** @example monthOf({ …, month: '2026-09-15' }) // '2026-09' */
export function monthOf({ month }: Measurement): string {
  return month.slice(0, 7);
}

function valueAt<Value>(map: Map<string, Value>, key: string, made: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = made()));
  return value;
}

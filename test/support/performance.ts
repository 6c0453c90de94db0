import type { CriticalSuccessFactor, Improvement, Measurement, Metric } from '../../src/domain/performance/records';
import type { Records, Settings } from '../../src/domain/records';
import { at, records } from './records';

/** Records of October 2026, seen on 2 November. */
export const octoberRecords = (given: Partial<Omit<Records, 'settings'>> & { readonly settings?: Partial<Settings> } = {}): Records =>
  records({ ...given, settings: { reportMonth: '2026-10-01', asOf: at('2026-11-02T08:00:00Z'), ...given.settings } });

export function csfRow(over: Partial<CriticalSuccessFactor> = {}): CriticalSuccessFactor {
  return { row: 2, csf: 'Reliability', meaning: 'Maintaining uptime', objective: null, owner: null, order: null, ...over };
}

export function metricRow(over: Partial<Metric> = {}): Metric {
  return { row: 2, metric: 'Effort score', csf: 'Reliability', better: 'Higher', unit: null, target: null, owner: null, over: 'Average', computedFrom: null, itemOrAgreement: null, ...over };
}

export function improvementRow(over: Partial<Improvement> = {}): Improvement {
  return { row: 2, improvement: 'Simpler sign-in', metric: 'Effort score', agreement: null, opened: null, owner: null, dueDate: null, closedDate: null, status: 'Open', action: null, ...over };
}

/** Measurements of one metric, one a month, oldest first, the last in `month`; null leaves the month out. */
export function measured(metric: string, values: readonly (number | null)[], month = '2026-10-15'): Measurement[] {
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return values.flatMap((value, index) => {
    const of = last - values.length + 1 + index;
    const date = `${Math.floor(of / 12)}-${String((of % 12) + 1).padStart(2, '0')}-15`;
    return value === null ? [] : [{ row: index + 2, metric, month: date, value, service: null }];
  });
}

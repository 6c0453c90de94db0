import { csfFigures } from '../../../src/domain/performance/csf';
import type { Metric } from '../../../src/domain/performance/records';
import { csfRow, improvementRow, measured, metricRow, octoberRecords as records } from '../../support/performance';
import { targetFigure } from '../../support/figures';

/** One factor with one metric that has these monthly values. */
function factor(metric: Partial<Metric>, values: readonly (number | null)[], improvements = [improvementRow({ metric: 'None' })]) {
  const row = metricRow(metric);
  const [figure] = csfFigures(records({ csfs: [csfRow()], metrics: [row], measurements: measured(row.metric, values), improvements }), [], []);
  if (figure === undefined) throw new Error('no factor');
  return figure;
}

const STEADY = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6];

describe('csfFigures: statuses of domain rule 10.2', () => {
  test('on target, no trend: supports the business', () => {
    expect(factor({ target: 4 }, STEADY)).toMatchObject({ status: 'Supports the business', metrics: [{ status: 'On target', offTwice: false, current: 6, previous: 5, change: 1 }] });
  });

  test('exactly on target is on target, for higher and for lower', () => {
    expect(factor({ target: 6 }, STEADY).metrics[0]?.status).toBe('On target');
    expect(factor({ target: 6, better: 'Lower' }, STEADY).metrics[0]?.status).toBe('On target');
  });

  test('off target this month only: needs attention', () => {
    // 5 of last month meets ≤ 5; 6 does not.
    expect(factor({ target: 5, better: 'Lower' }, STEADY)).toMatchObject({ status: 'Needs attention', metrics: [{ status: 'Off target', offTwice: false }] });
  });

  test('off target twice: act now, also when a month without a value lies between', () => {
    expect(factor({ target: 9 }, STEADY)).toMatchObject({ status: 'Act now', metrics: [{ status: 'Off target', offTwice: true }] });
    expect(factor({ target: 9 }, [5, 5, null, 5])).toMatchObject({ status: 'Act now', metrics: [{ offTwice: true, previous: null, change: null }] });
  });

  test('off target once and getting worse: act now', () => {
    // 12 … 1 falls every month; target 2 was met until last month (2 ≥ 2).
    expect(factor({ target: 2 }, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toMatchObject({ status: 'Act now', metrics: [{ status: 'Off, getting worse', offTwice: false }] });
  });

  test('on target and getting worse: needs attention', () => {
    expect(factor({ target: 0.5 }, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toMatchObject({ status: 'Needs attention', metrics: [{ status: 'Getting worse' }] });
  });

  test('no target: no data for the factor, unless it gets worse', () => {
    expect(factor({}, STEADY)).toMatchObject({ status: 'No data', metrics: [{ status: 'No target' }] });
    expect(factor({}, [12, 11, 10, 9, 8, 7, 6, 5])).toMatchObject({ status: 'Needs attention', metrics: [{ status: 'Getting worse' }] });
  });

  test('no value this month: no data, whatever the months before say', () => {
    expect(factor({ target: 4 }, [...STEADY, null])).toMatchObject({ status: 'No data', metrics: [{ status: 'No data', current: null, previous: 6, yearAgo: 5 }] });
  });

  test('a target that cannot be read judges nothing, and the row is named', () => {
    const figure = factor({ row: 7, target: null, unreadable: ['target'] }, STEADY);
    expect(figure.metrics[0]).toMatchObject({ status: 'No target', target: null, rowsLeftOut: [{ table: 'Metrics', row: 7 }] });
  });

  test('the worst metric decides', () => {
    const metrics = [metricRow({ metric: 'A', target: 4 }), metricRow({ metric: 'B', target: 9 })];
    const [figure] = csfFigures(records({ csfs: [csfRow()], metrics, measurements: [...measured('A', STEADY), ...measured('B', STEADY)] }), [], []);
    expect(figure?.status).toBe('Act now');
    expect(figure?.metrics.map((metric) => metric.status)).toEqual(['On target', 'Off target']);
  });
});

describe('csfFigures: factors', () => {
  test('stand by Order, then as in the table; a factor without metrics has no data', () => {
    const csfs = [csfRow({ csf: 'A' }), csfRow({ csf: 'B', order: 2 }), csfRow({ csf: 'C', order: 1 }), csfRow({ csf: 'D' })];
    const figures = csfFigures(records({ csfs }), [], []);
    expect(figures.map((figure) => figure.csf)).toEqual(['C', 'B', 'A', 'D']);
    expect(figures[0]).toMatchObject({ status: 'No data', metrics: [], insight: 'No metric belongs to this factor.' });
  });

  test('an open improvement is named with its metric; done, dropped and closed ones are not', () => {
    expect(factor({ target: 9 }, STEADY, [improvementRow({ metric: ' effort SCORE ' })]).metrics[0]?.improvement).toBe('Simpler sign-in');
    for (const closed of [improvementRow({ status: 'Done' }), improvementRow({ status: 'Dropped' }), improvementRow({ status: null, closedDate: '2026-09-01' })]) {
      expect(factor({ target: 9 }, STEADY, [closed]).metrics[0]?.improvement).toBeNull();
    }
  });

  test('a green factor names the promises broken in its field, each thing once', () => {
    const csfs = [csfRow()];
    const metrics = [metricRow({ metric: 'Uptime score', target: 4, computedFrom: 'Availability', unit: '%' })];
    const missed = [
      targetFigure({ item: 'Card Payments', metric: 'Availability', status: 'Missed' }),
      targetFigure({ item: 'Card Payments', metric: 'Breaks', status: 'Missed' }),
      targetFigure({ item: 'Branch Teller', metric: 'Availability', status: 'Missed' }),
      targetFigure({ item: 'Desktop', metric: 'Resolved within', status: 'Missed' }),
      targetFigure({ item: 'ATM Network', metric: 'Availability', status: 'Met' }),
    ];
    const services = [{ service: 'Card Payments', priority: null, agreement: 'SLA', months: [{ month: '2026-10-01', agreedSeconds: 100, downtimeSeconds: 1, availability: 5, breaks: 1, longestOutageSeconds: 1, mtrsSeconds: 1, mtbfSeconds: 1 }] }];
    const [figure] = csfFigures(records({ csfs, metrics }), missed, services);
    expect(figure?.status).toBe('Supports the business');
    expect(figure?.insight).toContain('Card Payments and Branch Teller still missed promises of their own.');
    expect(figure?.insight).not.toContain('Desktop');
  });
});

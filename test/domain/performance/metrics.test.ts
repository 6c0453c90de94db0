import { isOff, metricFigure, monthsUpTo } from '../../../src/domain/performance/metrics';
import type { Incident } from '../../../src/domain/agreements/records';
import type { OverServices } from '../../../src/domain/performance/records';
import { measured, metricRow, octoberRecords as records } from '../../support/performance';
import { at } from '../../support/records';
import { months, serviceFigure, targetFigure } from '../../support/figures';

function incident(row: number, item: string, opened: string, over: Partial<Incident> = {}): Incident {
  return { row, incident: `I${row}`, item, opened: at(opened), responded: null, resolved: null, severity: null, onHoldMinutes: null, customer: null, businessUnit: null, description: null, ...over };
}

test('monthsUpTo counts back over years', () => {
  expect(monthsUpTo('2026-02-14', 4)).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
});

test('isOff: at the target is on it, in either direction, also when the sum of fractions is not quite the target', () => {
  expect(isOff(0.1 + 0.2, { target: 0.3, better: 'Lower' })).toBe(false);
  expect(isOff(4.2, { target: 4.2, better: 'Higher' })).toBe(false);
  expect(isOff(4.19, { target: 4.2, better: 'Higher' })).toBe(true);
  expect(isOff(null, { target: 4.2, better: 'Higher' })).toBeNull();
  expect(isOff(4.2, { target: null, better: 'Higher' })).toBeNull();
});

describe('metricFigure from Measurements', () => {
  test('this month, the month before and the month a year ago', () => {
    const figure = metricFigure(metricRow(), records({ measurements: measured('Effort score', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20]) }), [], []);
    expect(figure).toMatchObject({ current: 20, previous: 12, change: 8, yearAgo: 1 });
    expect(figure.values).toHaveLength(13);
    expect(figure.values[0]).toEqual({ month: '2025-10-01', value: 1 });
    expect(figure.trend.points).toBe(12);
  });

  const rows = [
    { row: 2, metric: 'Effort score', month: '2026-10-20', value: 3, service: 'A' },
    { row: 3, metric: 'effort score ', month: '2026-10-01', value: 9, service: 'B' },
    { row: 4, metric: 'Effort score', month: '2026-10-20', value: 6, service: 'C' },
    { row: 5, metric: 'Other', month: '2026-10-20', value: 100, service: 'C' },
  ];
  // 3, 9 and 6: 18, 6, the lower of the two rows of the 20th, 9, 3.
  test.each<[OverServices, number]>([['Sum', 18], ['Average', 6], ['Last', 6], ['Largest', 9], ['Smallest', 3]])('several rows of a month: %s', (over, expected) => {
    expect(metricFigure(metricRow({ over }), records({ measurements: rows }), [], []).current).toBe(expected);
  });

  test('rows that cannot be read are left out and named; those of other months or metrics do not concern it', () => {
    const measurements = [
      { row: 2, metric: 'Effort score', month: '2026-10-01', value: 4, service: null },
      { row: 3, metric: 'Effort score', month: '2026-10-01', value: Number.NaN, service: null, unreadable: ['value'] },
      { row: 4, metric: 'Effort score', month: '', value: 8, service: null, unreadable: ['month'] },
      { row: 5, metric: '', month: '2026-10-01', value: 8, service: null, unreadable: ['metric'] },
      { row: 6, metric: 'Effort score', month: '2020-10-01', value: Number.NaN, service: null, unreadable: ['value'] },
      { row: 7, metric: 'Other', month: '', value: 8, service: null, unreadable: ['month'] },
    ];
    const figure = metricFigure(metricRow(), records({ measurements }), [], []);
    expect(figure.current).toBe(4);
    expect(figure.rowsLeftOut.map(({ row }) => row)).toEqual([3, 4, 5]);
  });
});

describe('metricFigure computed', () => {
  const services = [serviceFigure('A', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]), serviceFigure('B', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4])];

  test('availability: the mean of the services with an SLA, a share unless the user says another unit', () => {
    // 720 h: 1 − 2/720 and 1 − 4/720; mean 1 − 3/720. C has no SLA.
    const c = { ...serviceFigure('C', Array<number>(13).fill(700)), agreement: null };
    const figure = metricFigure(metricRow({ computedFrom: 'Availability' }), records(), [], [...services, c]);
    expect(figure.current).toBeCloseTo(1 - 3 / 720, 12);
    expect(figure.unit).toBe('%');
    expect(figure.yearAgo).toBe(1);
  });

  test('of the service or the agreement that is named', () => {
    expect(metricFigure(metricRow({ computedFrom: 'Downtime minutes', itemOrAgreement: ' b' }), records(), [], services).current).toBe(240);
    expect(metricFigure(metricRow({ computedFrom: 'MTRS minutes', itemOrAgreement: 'SLA A' }), records(), [], services).current).toBe(120);
    expect(metricFigure(metricRow({ computedFrom: 'Downtime minutes', over: 'Sum' }), records(), [], services).current).toBe(360);
  });

  test('a month without agreed time has no value', () => {
    const [service] = services;
    const closed = { ...service!, months: service!.months.map((month) => ({ ...month, agreedSeconds: 0, availability: null })) };
    expect(metricFigure(metricRow({ computedFrom: 'Downtime minutes' }), records(), [], [closed]).current).toBeNull();
  });

  test('resolved within: the targets of that metric, 12 months back', () => {
    const target = targetFigure({ metric: 'Resolved within', item: 'Desktop', months: months('....x.......').map((month) => ({ ...month, actual: 0.97 })) });
    const figure = metricFigure(metricRow({ computedFrom: 'Resolved within', itemOrAgreement: 'Desktop' }), records(), [target], services);
    expect(figure).toMatchObject({ current: 0.97, previous: 0.97, yearAgo: null, unit: '%' });
  });

  test('incidents: rows opened in the month of the workbook’s zone, none before the first one, none after As of', () => {
    const incidents = [
      incident(2, 'A', '2026-08-31T23:30:00Z'), // 1 September in Berlin
      incident(3, 'A', '2026-10-01T00:00:00Z'),
      incident(4, 'a ', '2026-10-31T22:59:59Z'), // the last second of October in Berlin (UTC+1 since the 25th)
      incident(5, 'A', '2026-10-31T23:00:00Z'), // November
      incident(6, 'B', '2026-10-05T00:00:00Z'),
      incident(7, 'A', '2026-10-05T00:00:00Z', { opened: Number.NaN, unreadable: ['opened'] }),
    ];
    const base = records();
    const berlin = records({ incidents, settings: { ...base.settings, zone: 'Europe/Berlin' } });
    const figure = metricFigure(metricRow({ computedFrom: 'Incidents', itemOrAgreement: 'A', better: 'Lower' }), berlin, [], []);
    expect(figure.values.map(({ value }) => value)).toEqual([null, null, null, null, null, null, null, null, null, null, null, 1, 2]);
    expect(figure.rowsLeftOut).toEqual([{ table: 'Incidents', row: 7 }]);
    expect(metricFigure(metricRow({ computedFrom: 'Incidents' }), berlin, [], []).current).toBe(3);
    const early = records({ incidents, settings: { ...berlin.settings, asOf: at('2026-10-03T00:00:00Z') } });
    expect(metricFigure(metricRow({ computedFrom: 'Incidents' }), early, [], []).current).toBe(1);
  });

  test('a source that nobody records has no value', () => {
    expect(metricFigure(metricRow({ computedFrom: 'Requests lead time' }), records(), [], services)).toMatchObject({ current: null, status: 'No data' });
  });
});

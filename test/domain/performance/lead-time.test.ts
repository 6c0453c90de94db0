import { metricFigure } from '../../../src/domain/performance/metrics';
import { metricRow, octoberRecords } from '../../support/performance';
import { agreement, at, request } from '../../support/records';

const lead = metricRow({ metric: 'Lead time', better: 'Lower', computedFrom: 'Requests lead time' });
/** A request of ATM, submitted on 1 September 2026 and, if it is closed, done. */
const closed = (on: string | null, over: Partial<Parameters<typeof request>[0]> = {}) => request({ request: 'R', item: 'ATM', submitted: '2026-09-01', status: on === null ? 'New' : 'Done', closed: on, ...over });

const value = (requests: ReturnType<typeof request>[], over: Partial<typeof lead> = {}) => {
  const figure = metricFigure({ ...lead, ...over }, octoberRecords({ requests, agreements: [agreement({ agreement: 'ATM SLA', item: 'ATM' })] }), [], []);
  return { current: figure.current, previous: figure.previous, rows: figure.rowsLeftOut.map(({ row }) => row), unit: figure.unit };
};

test('is the median of calendar days from Submitted to Closed, by the month in which requests were closed', () => {
  // Closed in October 2026, 30 September being day 29: days 30, 34 and 60; in September: day 2 and, submitted the day it was closed, day 0.
  const requests = [closed('2026-10-01'), closed('2026-10-31'), closed('2026-10-05'), closed('2026-09-03'), closed('2026-09-01'), closed(null), closed('2026-11-01')];
  expect(value(requests)).toEqual({ current: 34, previous: 1, rows: [], unit: 'days' });
});

test('a month in which none was closed has no value, not 0', () => {
  expect(value([closed('2026-09-30')])).toMatchObject({ current: null, previous: 29 });
});

test('counts the item named, the item of the agreement named, or all requests', () => {
  const requests = [closed('2026-10-11', { submitted: '2026-10-01' }), closed('2026-10-21', { submitted: '2026-10-01', item: 'Loans' }), closed('2026-10-31', { submitted: '2026-10-01', item: null })];
  expect(value(requests, { itemOrAgreement: 'atm' }).current).toBe(10);
  expect(value(requests, { itemOrAgreement: 'ATM SLA' }).current).toBe(10);
  expect(value(requests, { itemOrAgreement: 'Loans' }).current).toBe(20);
  // 10, 20 and 30 days.
  expect(value(requests).current).toBe(20);
});

test('what is closed after As of is not closed yet', () => {
  const figure = metricFigure(lead, octoberRecords({ requests: [closed('2026-10-14'), closed('2026-10-15')], settings: { asOf: at('2026-10-15T00:00Z') } }), [], []);
  // 1 September to 14 October.
  expect(figure.current).toBe(43);
});

test('what was rejected, or is open whatever Closed says, has no lead time', () => {
  expect(value([closed('2026-10-02'), closed('2026-10-30', { status: 'Rejected' }), closed('2026-10-30', { status: 'New' })])).toMatchObject({ current: 31, rows: [] });
});

test('rows that cannot be read are left out and named, unless they lie elsewhere', () => {
  const requests = [
    closed('2026-10-02', { row: 2 }),
    closed(null, { row: 3, status: 'Done', unreadable: ['closed'] }),
    closed('2026-10-02', { row: 4, submitted: '', unreadable: ['submitted'] }),
    closed('2026-08-01', { row: 5 }),
    closed('2026-10-02', { row: 6, item: null, unreadable: ['item'] }),
    closed('2020-10-02', { row: 7, submitted: '', unreadable: ['submitted'] }),
  ];
  // Row 5 was closed before it was submitted.
  expect(value(requests, { itemOrAgreement: 'ATM' })).toMatchObject({ current: 31, rows: [3, 4, 5, 6] });
  // Of all items, row 6 counts: its item does not matter.
  expect(value(requests)).toMatchObject({ current: 31, rows: [3, 4, 5] });
});

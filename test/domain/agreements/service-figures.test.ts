import { serviceFigures } from '../../../src/domain/agreements/service-figures';
import { agreement, at, outage, records, service, serviceHours } from '../../support/records';

const outages = [outage({ item: 'ATM', start: at('2026-09-05T10:00Z'), end: at('2026-09-05T12:00Z') }), outage({ item: 'ATM', start: at('2026-07-01T10:00Z'), end: at('2026-07-01T11:00Z'), planned: true })];

test('13 months, by the SLA where one is in force, around the clock with every row before', () => {
  const [figure] = serviceFigures(records({
    services: [service({ service: 'ATM', priority: 'Mission-critical' })],
    serviceHours: [serviceHours({ calendar: 'Office' })],
    agreements: [agreement({ agreement: 'OLA', type: 'OLA', item: 'ATM' }), agreement({ agreement: 'SLA Cards', item: 'ATM', customer: 'Cards', startDate: '2026-08-01' }), agreement({ agreement: 'SLA', item: 'atm', hours: 'Office', startDate: '2026-08-01' })],
    outages,
  }));
  expect(figure).toMatchObject({ service: 'ATM', priority: 'Mission-critical', agreement: 'SLA' });
  expect(figure!.months).toHaveLength(13);
  expect([figure!.months[0]!.month, figure!.months[12]!.month]).toEqual(['2025-09-01', '2026-09-01']);
  // 5 September is a Saturday: outside Mon–Fri 8–18. 22 working days of 10 h.
  expect(figure!.months[12]).toMatchObject({ agreedSeconds: 22 * 36_000, downtimeSeconds: 0, availability: 1, breaks: 0, mtrsSeconds: null });
  // July had no SLA: 31 days, and planned work counts as what it was.
  expect(figure!.months[10]).toMatchObject({ agreedSeconds: 31 * 86_400, downtimeSeconds: 3_600, breaks: 1, longestOutageSeconds: 3_600, mtrsSeconds: 3_600, mtbfSeconds: 31 * 86_400 - 3_600 });
});

test('an SLA that ended rules its months, though the one of today does not replace it', () => {
  const [figure] = serviceFigures(records({
    services: [service({ service: 'ATM' })],
    serviceHours: [serviceHours({ calendar: 'Office' })],
    agreements: [agreement({ agreement: 'SLA 1', item: 'ATM', hours: 'Office', status: 'Retired', startDate: '2026-06-01', endDate: '2026-07-31' }), agreement({ agreement: 'SLA 2', item: 'ATM', startDate: '2026-08-01' })],
    outages,
  }));
  expect(figure!.agreement).toBe('SLA 2');
  // July 2026: 23 days from Monday to Friday of 10 h; the planned hour on Wednesday the 1st, 10:00–11:00, leaves the figure.
  expect(figure!.months[10]).toMatchObject({ agreedSeconds: 23 * 36_000 - 3_600, downtimeSeconds: 0, breaks: 0 });
  // May had none: 31 days around the clock.
  expect(figure!.months[8]).toMatchObject({ month: '2026-05-01', agreedSeconds: 31 * 86_400 });
});

test('services that are planned, or were retired on an unknown day, have no figures', () => {
  const figures = serviceFigures(records({
    services: [service({ service: 'A', lifecycle: 'Proposed' }), service({ service: 'B', lifecycle: 'Retired' }), service({ service: 'C', lifecycle: 'Retired', inServiceUntil: '2026-01-31' }), service({ service: 'D', lifecycle: null })],
  }));
  expect(figures.map((figure) => [figure.service, figure.months.filter(({ agreedSeconds }) => agreedSeconds > 0).length])).toEqual([['C', 5], ['D', 13]]);
});

test('an SLA whose hours cannot be found gives no figures rather than wrong ones', () => {
  const [figure] = serviceFigures(records({ services: [service({ service: 'ATM' })], agreements: [agreement({ agreement: 'SLA', item: 'ATM', hours: 'Nights' })], outages }));
  expect(figure!.months.every(({ availability, agreedSeconds }) => availability === null && agreedSeconds === 0)).toBe(true);
});

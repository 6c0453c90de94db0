import { actionText, failuresBehind, improvementFor, whyBroken } from '../../src/reports/why';
import { figures, targetFigure } from '../support/figures';
import { availabilityOf, missedIncident, outageOf, typical } from '../support/organisations';
import { improvementRow } from '../support/performance';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const why = (figure: Parameters<typeof whyBroken>[0]): string => plain(whyBroken(figure, { figures: figures() }));

describe('whyBroken', () => {
  test('one outage: when, cause, minutes against the budget', () => {
    // 0.05% of 44,640 min are 22.32 min.
    expect(why(availabilityOf('Card Payments', 0.9995, 47))).toBe('Thu 15 Oct, 11:52–12:39, 47 min (budget 22 min). The card gateway’s certificate had expired; all payments were refused.');
  });

  test('an outage of something beneath names it; no cause says so', () => {
    const outages = [outageOf('Directory', '2026-10-07T08:00:00Z', 47, null)];
    expect(why(availabilityOf('Desktop', 0.9995, 47, { outages }))).toBe('Wed 7 Oct, 08:00–08:47, 47 min (budget 22 min). Directory: No cause recorded.');
    const short = whyBroken(availabilityOf('Desktop', 0.9995, 47, { outages }), { figures: figures() }, false);
    expect(plain(short)).toBe('Wed 7 Oct, 08:00–08:47, 47 min (budget 22 min). No cause recorded.');
  });

  test('several outages: how many, how much in all, and where most of it came from', () => {
    const outages = [outageOf('Desktop', '2026-10-07T08:00:00Z', 20, 'small', 2), outageOf('Desktop', '2026-10-08T08:00:00Z', 27, 'a failed disk', 3)];
    expect(why(availabilityOf('Desktop', 0.9995, 47, { outages }))).toBe('2 outages, 47 min (budget 22 min). Most downtime, Thu 8 Oct, 08:00–08:27: A failed disk.');
    // 8 h at 25% are 2 h of downtime, 3 h at 100% are 3, 5 h in all: the shorter one weighs more.
    const slow = { ...outageOf('Desktop', '2026-10-06T00:00:00Z', 480, 'slow sign-in', 4), impact: 0.25, countedSeconds: 7200 };
    const down = outageOf('Desktop', '2026-10-07T00:00:00Z', 180, 'a failed disk', 5);
    expect(why(availabilityOf('Desktop', 0.9995, 300, { outages: [slow, down] }))).toBe('2 outages, 5 h (budget 22 min). Most downtime, Wed 7 Oct, 00:00–03:00: A failed disk.');
  });

  test('breaks are counted, not timed', () => {
    const figure = targetFigure({ metric: 'Breaks', item: 'Desktop', comparator: '<=', target: 0, actual: 1, breaks: 1, status: 'Missed', budget: { unit: 'breaks', allowed: 0, used: 1, left: -1, usedShare: null, burnRate: null }, outages: [outageOf('Desktop', '2026-10-07T08:00:00Z', 20, 'a failed disk')] });
    expect(why(figure)).toBe('Wed 7 Oct, 08:00–08:20, 1 break (0 allowed). A failed disk.');
  });

  test('the longest outage is held against its limit, not all downtime', () => {
    // Half of the users for 70 min, then all for 40 min: 75 min of downtime, and the longest lasted 70 min.
    const outages = [outageOf('Desktop', '2026-10-08T08:00:00Z', 40, 'a failed disk', 3), { ...outageOf('Desktop', '2026-10-07T08:00:00Z', 70, 'a slow disk', 2), impact: 0.5, countedSeconds: 35 * 60 }];
    const budget = { unit: 'seconds', allowed: 3600, used: 4200, left: -600, usedShare: 4200 / 3600, burnRate: null } as const;
    const figure = targetFigure({ metric: 'Longest outage minutes', item: 'Desktop', comparator: '<=', target: 60, actual: 70, downtimeSeconds: 4500, longestOutageSeconds: 4200, status: 'Missed', budget, outages });
    expect(why(figure)).toBe('2 outages, the longest 70 min (limit 60 min), Wed 7 Oct, 08:00–09:10: A slow disk.');
    expect(why({ ...figure, outages: [outages[1]!] })).toBe('Wed 7 Oct, 08:00–09:10, 70 min (limit 60 min). A slow disk.');
  });

  test('incidents: how many of those judged, and the longest', () => {
    const contacts = typical().figures.targets.find((figure) => figure.metric === 'Responded within');
    expect(why(contacts!)).toBe('79 of 4,118 incidents waited longer than 10 min for response, the longest 190 min (INC-3107).');
  });

  test('requests wait for a decision, in business days', () => {
    const late = (incident: string, clockDays: number) => missedIncident(incident, { table: 'Requests', clockSeconds: 0, limitSeconds: 0, clockDays, limitDays: 5 });
    const figure = targetFigure({ metric: 'Decided within', severity: 'Normal', target: 0.95, actual: 0.8, opened: 11, pending: 1, within: 8, status: 'Missed', missedIncidents: [late('RFC-7', 7), late('RFC-9', 9)] });
    expect(why(figure)).toBe('2 of 10 requests waited longer than 5 business days for a decision, the longest 9 business days (RFC-9).');
  });

  test('a figure without rows behind it says just that', () => {
    expect(why(availabilityOf('Uptime tool', 0.9995, 47, { outages: [] }))).toBe('Availability: 99.89%, promised ≥ 99.95%; no outage row explains it.');
  });
});

describe('improvementFor', () => {
  const figure = targetFigure({ agreement: 'Card SLA', metric: 'Availability' });

  test('the open one of the agreement, else of the metric', () => {
    const ofMetric = improvementRow({ improvement: 'M', metric: 'availability', agreement: null });
    const ofAgreement = improvementRow({ improvement: 'A', metric: null, agreement: ' card sla' });
    expect(improvementFor(figure, [ofMetric, ofAgreement])?.improvement).toBe('A');
    expect(improvementFor(figure, [ofMetric])?.improvement).toBe('M');
    expect(improvementFor(figure, [{ ...ofAgreement, status: 'Done' }, { ...ofAgreement, status: 'Dropped' }, { ...ofAgreement, closedDate: '2026-10-09' }])).toBeNull();
  });

  test('actionText', () => {
    expect(plain(actionText(improvementRow({ action: 'Replace the switch.', dueDate: '2026-11-30' })))).toBe('Replace the switch, by 30 Nov.');
    expect(actionText(improvementRow({ improvement: 'Simpler sign-in', action: null }))).toBe('Simpler sign-in.');
  });
});

test('failuresBehind counts each row once, and nothing where a promise broke without an outage', () => {
  const one = availabilityOf('A', 0.9995, 47);
  const two = availabilityOf('B', 0.9995, 60, { outages: [...one.outages, outageOf('B', '2026-10-20T00:00:00Z', 13, null, 900)] });
  expect(failuresBehind([one, two])).toBe(2);
  expect(failuresBehind([one, availabilityOf('C', 0.9995, 47, { outages: [] })])).toBeNull();
});

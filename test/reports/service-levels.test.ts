import { serviceLevels } from '../../src/reports/service-levels';
import { agreementFigure, compensationOf } from '../support/agreement-figures';
import { figures, OCTOBER, targetFigure } from '../support/figures';
import { availabilityOf, missedIncident, outageOf, tiny, typical } from '../support/organisations';
import { at } from '../support/records';
import { cellAt, rowOf, texts, valuesOf } from '../support/sheets';

const one = (figure: Parameters<typeof targetFigure>[0], zone = 'UTC', dateSystem: 1900 | 1904 = 1900) => serviceLevels({ figures: figures({ targets: [targetFigure(figure)], zone }), dateSystem });

test('every target stands on it, promises to customers first', () => {
  const input = typical();
  const sheet = serviceLevels(input);
  const words = ['✕ Missed', '▲ At risk', '◊ Met, incomplete data', '✓ Met', '○ Not measurable'];
  expect(sheet.rows.filter((row) => row.cells.some(({ column, value }) => column === 1 && words.includes(String(value))))).toHaveLength(input.figures.targets.length);
  const headings = ['Promises to customers (SLA)', 'Promises between teams (OLA)', 'Promises of suppliers (UC)'].map((text) => rowOf(sheet, text));
  expect(headings).toEqual(headings.toSorted((a, b) => a - b));
  // 20 targets, one not measurable, four missed (three SLA, one OLA).
  expect(texts(sheet)).toContain('15 of 19 targets are kept.');
});

test('budget in minutes, with what is left; window as dates of the workbook', () => {
  const sheet = serviceLevels({ figures: figures({ targets: [availabilityOf('Card Payments', 0.9995, 47)] }), dateSystem: 1900 });
  const row = rowOf(sheet, 'Card Payments');
  // 0.0005 · 44,640 min = 22.32 allowed, 47 used. 1 October 2026 is serial 46296, 1 November 46327.
  expect([7, 8, 9].map((column) => Number(cellAt(sheet, row, column)?.value).toFixed(2))).toEqual(['22.32', '47.00', '-24.68']);
  expect([10, 11].map((column) => cellAt(sheet, row, column)?.value)).toEqual([46296, 46327]);
  expect(cellAt(sheet, row, 10)?.style?.numberFormat).toBe('d mmm yyyy hh:mm');
});

test('dates follow the date system and the zone', () => {
  const berlin = { window: { start: at('2026-09-30T22:00:00Z'), end: at('2026-10-31T23:00:00Z') } };
  const sheet = one(berlin, 'Europe/Berlin', 1904);
  expect([10, 11].map((column) => cellAt(sheet, rowOf(sheet, 'Online Banking'), column)?.value)).toEqual([46296 - 1462, 46327 - 1462]);
});

test('the outages add up to the downtime, overlaps as a line of their own', () => {
  const outages = [outageOf('A', '2026-10-05T00:00:00Z', 30, 'first', 7), outageOf('B', '2026-10-05T00:20:00Z', 30, null, 8)];
  const sheet = one({ item: 'A', outages, downtimeSeconds: 50 * 60 });
  const start = rowOf(sheet, 'Outages row 7');
  // 30 + 30 − 10 = 50 minutes.
  expect([0, 1, 2, 3].map((row) => cellAt(sheet, start + row, 8)?.value)).toEqual([1800, 1800, -600, 3000]);
  expect(valuesOf(sheet, start + 1).slice(0, 3)).toEqual(['Outages row 8', 'B', 'no cause recorded']);
  expect(texts(sheet)).toContain('Counted once where rows overlap');
});

test('what only several together cause is a line too', () => {
  const outages = [{ ...outageOf('Line 1', '2026-10-05T00:00:00Z', 30, null, 7), countedSeconds: 0 }, { ...outageOf('Line 2', '2026-10-05T00:00:00Z', 30, null, 8), countedSeconds: 0 }];
  const sheet = one({ outages, downtimeSeconds: 1800 });
  expect(cellAt(sheet, rowOf(sheet, 'Down only because several were out together'), 8)?.value).toBe(1800);
});

test('a hundred outages are listed, the others are added up in one line', () => {
  const outages = Array.from({ length: 130 }, (_, index) => outageOf('A', '2026-10-05T00:00:00Z', index + 1, null, index + 2));
  const total = (130 * 131 * 60) / 2;
  const sheet = one({ outages, downtimeSeconds: total });
  const listed = sheet.rows.flatMap((row) => (row.cells.some(({ value }) => /^Outages row/.test(String(value))) ? [Number(row.cells.find(({ column }) => column === 8)?.value)] : []));
  expect(listed).toHaveLength(100);
  // The 30 shortest are left: 1 + … + 30 = 465 minutes.
  expect(cellAt(sheet, rowOf(sheet, '30 more outages'), 8)?.value).toBe(465 * 60);
  expect(listed.reduce((a, b) => a + b, 0) + 465 * 60).toBe(total);
});

test('open, planned, carried over and set-aside rows say so', () => {
  const outages = [{ ...outageOf('A', '2026-09-30T23:00:00Z', 120, 'disk', 7), end: null, planned: true, carriedOver: true }];
  const sheet = one({ outages, setAside: [{ table: 'Outages', row: 9, item: 'A', start: OCTOBER.start, end: null, reason: 'false alarm of the probe' }] });
  expect(valuesOf(sheet, rowOf(sheet, 'Outages row 7'))).toEqual(expect.arrayContaining(['disk · planned · began before the window', 'open']));
  expect(texts(sheet)).toContain('set aside: false alarm of the probe');
});

test('the rules line: agreement, hours, planned time, rows left out, incidents, completeness, replaced agreements', () => {
  const sheet = one({
    agreement: 'Desktop SLA', customer: 'Retail', hours: 'desktop hours', rule: 'Forgiven', plannedSeconds: 7200, toDate: true, opened: 50, within: 40, pending: 3, completeness: 0.98765, prorated: true,
    rowsLeftOut: [{ table: 'Outages', row: 877 }, { table: 'Outages', row: 912 }], measuredUnder: ['Desktop SLA 2025'], agreedSeconds: 360000,
  });
  const first = rowOf(sheet, /^Desktop SLA/);
  const line = [first, first + 1].flatMap((row) => valuesOf(sheet, row)).join(' · ');
  for (const part of ['Desktop SLA · Retail · desktop hours', 'planned time Forgiven (2 h)', 'agreed 100 h', 'to date', '50 incidents, 40 within, 3 pending', 'data for 98.7% of agreed time', 'a row of Uptime crosses the window’s edge: shared out by agreed time', '2 rows left out: Outages 877, Outages 912', 'partly measured under Desktop SLA 2025']) expect(line).toContain(part);
});

test('incidents that missed, the longest first, thirty at most', () => {
  const missedIncidents = Array.from({ length: 40 }, (_, index) => missedIncident(`INC-${index}`, { row: index + 2, clockSeconds: 600 + index * 60 }));
  const sheet = one({ metric: 'Resolved within', limitSeconds: 600, target: 0.9, actual: 0.5, missedIncidents });
  expect(valuesOf(sheet, rowOf(sheet, 'Incidents row 41'))).toEqual(['Incidents row 41', 'INC-39', '49 min, limit 10 min', 2940, 49, 46300 + 1 / 3]);
  expect(texts(sheet)).toContain('10 more rows');
});

test('promises that cannot be read stand in a part of their own; those of drafts promise nothing', () => {
  const unread = { status: 'Not measurable' as const, unreadableTargets: [{ table: 'Targets', row: 51, fields: ['target'] }, { table: 'Targets', row: 52, fields: ['metric', 'comparator'] }] };
  const sheet = serviceLevels({ figures: figures({ targets: [targetFigure({})], agreements: [agreementFigure('Card SLA', unread), agreementFigure('Idea', { ...unread, state: 'Draft' })] }), dateSystem: 1900 });
  expect(texts(sheet)).toContain('2 promises cannot be read, and are not judged.');
  expect(valuesOf(sheet, rowOf(sheet, 'Promises that cannot be read') + 1)).toEqual(['○ Not measurable', 'Card SLA · 2 promises cannot be read: Targets row 51, Target · Targets row 52, Metric and Comparator']);
  expect(texts(sheet).some((text) => text.includes('Idea'))).toBe(false);
});

test('no targets is one honest line; the head stays when scrolling', () => {
  const sheet = serviceLevels(tiny());
  expect(texts(sheet)).toContain('No agreement in force has a target.');
  // Both lines of headings: of the promises, and of the rows under them.
  expect(sheet.freezeRows).toBe(rowOf(sheet, 'Status') + 2);
});

const SIX_HOURS = 21600;

test('service days less planned time are the agreed time, row by row', () => {
  // 22 days of 9 h and one of 6 h: 22 · 32,400 + 21,600 = 734,400 s; less 7,200 s of maintenance and 1,800 s of planned work: 725,400 s.
  const planned = [
    { kind: 'Maintenance', start: at('2026-10-04T16:00:00Z'), end: at('2026-10-04T18:00:00Z'), seconds: 7200, row: { table: 'Maintenance', row: 3 }, notified: null, cause: null },
    { kind: 'Planned outage', start: at('2026-10-12T08:00:00Z'), end: at('2026-10-12T08:30:00Z'), seconds: 1800, row: { table: 'Outages', row: 40 }, notified: at('2026-10-02T09:00:00Z'), cause: 'new disks' },
  ] as const;
  const sheet = one({ agreedSeconds: 725_400, plannedSeconds: 9000, serviceDays: [{ days: 22, secondsEach: 32_400 }, { days: 1, secondsEach: SIX_HOURS }], planned });
  const first = rowOf(sheet, 'Service hours: 22 days of 540 min');
  expect([0, 1, 2, 3, 4].map((row) => cellAt(sheet, first + row, 8)?.value)).toEqual([712_800, 21_600, -7200, -1800, 725_400]);
  expect([0, 1, 2, 3, 4].map((row) => cellAt(sheet, first + row, 9)?.value)).toEqual([11_880, 360, -120, -30, 12_090]);
  expect(valuesOf(sheet, first + 3).slice(0, 2)).toEqual(['Outages row 40', 'Planned outage: excluded · new disks · announced 2 October 2026']);
  expect(valuesOf(sheet, first + 4)[0]).toBe('Agreed time in all');
});

test('planned time that stays in agreed time is named after the sum, not added', () => {
  const planned = [{ kind: 'Maintenance', start: at('2026-10-04T16:00:00Z'), end: at('2026-10-04T18:00:00Z'), seconds: 7200, row: { table: 'Maintenance', row: 3 }, notified: null, cause: null }] as const;
  const sheet = one({ rule: 'Forgiven', plannedSeconds: 7200, serviceDays: [{ days: 31, secondsEach: 86400 }], planned });
  const sum = rowOf(sheet, 'Agreed time in all');
  expect(cellAt(sheet, sum, 8)?.value).toBe(31 * 86400);
  expect(cellAt(sheet, sum - 1, 8)?.value).toBe(31 * 86400);
  expect(valuesOf(sheet, sum + 1).slice(0, 2)).toEqual(['Maintenance row 3', 'Maintenance (2 h): stays in agreed time, never downtime']);
  expect(cellAt(sheet, sum + 1, 8)).toBeUndefined();
});

test('service hours without data, and those under earlier rules, are a line of their own', () => {
  // Half of 31 days has data.
  const half = one({ agreedSeconds: 15.5 * 86400, completeness: 0.5, serviceDays: [{ days: 31, secondsEach: 86400 }] });
  expect(cellAt(half, rowOf(half, 'Service hours without data: left out'), 8)?.value).toBe(-15.5 * 86400);
  const earlier = one({ agreedSeconds: 31 * 86400 - 3600, rule: 'Forgiven', measuredUnder: ['SLA 2025'], serviceDays: [{ days: 31, secondsEach: 86400 }] });
  expect(cellAt(earlier, rowOf(earlier, 'Counted by the rules then in force: SLA 2025'), 8)?.value).toBe(-3600);
});

test('planned stretches beyond a hundred are added up in one line', () => {
  const planned = Array.from({ length: 120 }, (_, index) => ({ kind: 'Maintenance' as const, start: OCTOBER.start + index * 3600, end: OCTOBER.start + index * 3600 + 60, seconds: 60, row: { table: 'Maintenance', row: 3 }, notified: null, cause: null }));
  const sheet = one({ agreedSeconds: 31 * 86400 - 7200, serviceDays: [{ days: 31, secondsEach: 86400 }], planned });
  expect(cellAt(sheet, rowOf(sheet, '20 more stretches of planned time'), 8)?.value).toBe(-1200);
});

test('late planned work and a forgotten end are said in words', () => {
  const late = { ...outageOf('A', '2026-10-05T00:00:00Z', 30, 'disk', 7), planned: true };
  const outages = [{ ...late, lateBecause: 'short notice' as const }, { ...late, row: 8, lateBecause: 'ran over' as const }, { ...late, row: 9, lateBecause: 'no notice' as const }, { ...late, row: 10, planned: false, end: null, forgotten: true }];
  const sheet = one({ outages });
  expect(valuesOf(sheet, rowOf(sheet, 'Outages row 7'))[2]).toBe('disk · planned, but counted: announced too late');
  expect(valuesOf(sheet, rowOf(sheet, 'Outages row 8'))[2]).toBe('disk · planned, but counted: ran past its planned end');
  expect(valuesOf(sheet, rowOf(sheet, 'Outages row 9'))[2]).toBe('disk · planned, but counted: no notice is recorded');
  expect(valuesOf(sheet, rowOf(sheet, 'Outages row 10'))[2]).toBe('disk · still open: was its end forgotten?');
});

test('how fast the budget goes, and where the figure will stand', () => {
  const sheet = one({
    item: 'A', toDate: true, target: 0.999, period: { start: at('2026-10-01T00:00:00Z'), end: at('2027-01-01T00:00:00Z') },
    budget: { unit: 'seconds', allowed: 7948.8, used: 4000, left: 3948.8, usedShare: 0.5, burnRate: 1.494 },
    forecast: { actual: 0.998506, verdict: 'Missed', exhausted: at('2026-12-01T12:00:00Z') },
  });
  const line = valuesOf(sheet, rowOf(sheet, /times as fast/)).join(' ');
  expect(line).toBe('budget used 1.49 times as fast as agreed time passes · at today’s rate 99.85% by 31 December 2026: ✕ Missed · nothing left on 1 December 2026 at this rate');
});

test('limits in business days stand in days', () => {
  const sheet = one({ metric: 'Decided within', target: 1, actual: 0.5, severity: 'Normal', missedIncidents: [missedIncident('REQ-7', { table: 'Requests', row: 12, clockSeconds: 0, limitSeconds: 0, clockDays: 7, limitDays: 5 })] });
  expect(valuesOf(sheet, rowOf(sheet, 'Requests row 12'))).toEqual(['Requests row 12', 'REQ-7', '7 business days, limit 5', 7, 46300 + 1 / 3]);
  expect(cellAt(sheet, rowOf(sheet, 'Requests row 12'), 9)?.style?.numberFormat).toBe('#,##0" days"');
});

test('what an agreement owes stands under the target that decides it, and only there', () => {
  const compensation = compensationOf({ targetRow: { table: 'Targets', row: 9 }, due: 4050 });
  const targets = [availabilityOf('ATM', 0.995, 300, { targetRow: { table: 'Targets', row: 9 } }), targetFigure({ item: 'ATM', metric: 'Breaks', comparator: '<=', target: 3, actual: 0, targetRow: { table: 'Targets', row: 10 } })];
  const sheet = serviceLevels({ figures: figures({ targets, currency: '$', agreements: [agreementFigure('ATM SLA', { compensation })] }), dateSystem: 1900 });
  expect(texts(sheet).filter((text) => text === 'owed for October: $4,050')).toHaveLength(1);
  expect(rowOf(sheet, 'owed for October: $4,050')).toBeLessThan(rowOf(sheet, /^Breaks/));
});

test('the longest wait names its stretch, which gives its figure again', () => {
  // 7 October 2026 is serial 46302. 2 min of all and 1.5 min of half: 120 + 45 = 165 s = 2.75 min.
  const worst = { start: at('2026-10-07T09:10:00Z'), end: at('2026-10-07T09:15:00Z'), parts: [{ seconds: 120, impact: 1 }, { seconds: 90, impact: 0.5 }] };
  const sheet = one({ metric: 'Waiting in any', comparator: '<=', target: 2, actual: 2.75, inAnySeconds: 300, worst });
  const row = rowOf(sheet, 'Most downtime in any 5 min: 2 min × 100% + 90 s × 50%');
  expect([8, 9, 10, 11].map((column) => Number(cellAt(sheet, row, column)?.value).toFixed(4))).toEqual(['165.0000', '2.7500', (46302 + 550 / 1440).toFixed(4), (46302 + 555 / 1440).toFixed(4)]);
  expect(texts(sheet)).toContain('Most downtime in any 5 min');
});

test('rows say which break they are part of; mean times say what they are the quotient of', () => {
  const outages = [{ ...outageOf('A', '2026-10-05T00:00:00Z', 30, 'disk', 7), breaks: [1] }, { ...outageOf('Line', '2026-10-06T00:00:00Z', 30, null, 8), breaks: [2, 3] }];
  const given = { outages, breaks: 3, impairedSeconds: 5430, agreedSeconds: 360_000, budget: null } as const;
  const sheet = one({ ...given, metric: 'MTRS minutes', comparator: '<=', target: 60, actual: 30 });
  expect(valuesOf(sheet, rowOf(sheet, 'Outages row 7'))).toContain('disk · break 1');
  expect(valuesOf(sheet, rowOf(sheet, 'Outages row 8'))).toContain('no cause recorded · breaks 2 and 3');
  expect(texts(sheet)).toContain('5,430 s impaired ÷ 3 breaks');
  expect(texts(one({ ...given, metric: 'MTBF hours', target: 24, actual: 32.8 }))).toContain('(6,000 min agreed − 5,430 s impaired) ÷ 3 breaks');
  // Without breaks there is no mean.
  expect(texts(one({ ...given, breaks: 0, metric: 'MTRS minutes', actual: null })).some((text) => text.includes('÷'))).toBe(false);
});

test.each([
  // From 8 October 03:00 to the 11th 03:00 three days; a minute less is two.
  ['2026-10-08T03:00:00Z', 'announced 8 Oct 03:00, 3 days before; 7 agreed'],
  ['2026-10-08T03:01:00Z', 'announced 8 Oct 03:01, 2 days before; 7 agreed'],
  ['2026-10-10T23:00:00Z', 'announced 10 Oct 23:00, 4 h before; 7 agreed'],
  ['2026-10-11T03:20:00Z', 'announced 11 Oct 03:20, when it had begun; 7 agreed'],
])('late work says when it was announced: %s', (notified, words) => {
  const late = { ...outageOf('A', '2026-10-11T03:00:00Z', 60, null, 7), planned: true, lateBecause: 'short notice' as const, notified: at(notified), noticeDays: 7 };
  expect(texts(one({ outages: [late] })).some((text) => text.startsWith(`planned, counted: ${words}`))).toBe(true);
});

test('incidents that missed say when they were opened, how severe they were and what they were about', () => {
  const sheet = one({ metric: 'Resolved within', limitSeconds: 600, target: 0.9, actual: 0.5, missedIncidents: [missedIncident('INC-1', { severity: 'High', description: 'no cash at any machine' })] });
  const row = rowOf(sheet, 'Incidents row 7');
  expect(valuesOf(sheet, row)).toContain('15 min, limit 10 min · High · no cash at any machine');
  // 5 October 2026 08:00.
  expect(cellAt(sheet, row, 10)?.value).toBe(46300 + 1 / 3);
});

test('a rate that rounds to nothing is not told; breaks to come are about so many', () => {
  const forecast = { actual: 3.6, verdict: 'Missed' as const, exhausted: null };
  const given = { metric: 'Breaks', comparator: '<=', target: 3, actual: 2, toDate: true, forecast } as const;
  const budget = { unit: 'breaks', allowed: 3, used: 2, left: 1, usedShare: 2 / 3 } as const;
  const slow = texts(one({ ...given, budget: { ...budget, burnRate: 0.004 } })).join();
  expect(slow).toContain('at today’s rate about 3.6 breaks by 31 October 2026: ✕ Missed');
  expect(slow).not.toContain('times as fast');
  expect(texts(one({ ...given, forecast: { ...forecast, actual: 4 }, budget: { ...budget, burnRate: 0.01 } })).join()).toMatch(/budget used 0\.01 times as fast.*at today’s rate 4 breaks by/);
});

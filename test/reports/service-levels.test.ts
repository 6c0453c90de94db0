import { serviceLevels } from '../../src/reports/service-levels';
import { figures, OCTOBER, targetFigure } from '../support/figures';
import { availabilityOf, outageOf, tiny, typical } from '../support/organisations';
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
  const missedIncidents = Array.from({ length: 40 }, (_, index) => ({ table: 'Incidents', row: index + 2, incident: `INC-${index}`, clockSeconds: 600 + index * 60, limitSeconds: 600, clockDays: null, limitDays: null }));
  const sheet = one({ metric: 'Resolved within', limitSeconds: 600, target: 0.9, actual: 0.5, missedIncidents });
  expect(valuesOf(sheet, rowOf(sheet, 'Incidents row 41'))).toEqual(['Incidents row 41', 'INC-39', '49 min, limit 10 min', 2940, 49]);
  expect(texts(sheet)).toContain('10 more rows');
});

test('no targets is one honest line; the head stays when scrolling', () => {
  const sheet = serviceLevels(tiny());
  expect(texts(sheet)).toContain('No agreement in force has a target.');
  // Both lines of headings: of the promises, and of the rows under them.
  expect(sheet.freezeRows).toBe(rowOf(sheet, 'Status') + 2);
});

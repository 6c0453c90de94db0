import type { Figures } from '../../src/domain/figures';
import { scorecard } from '../../src/reports/scorecard';
import { CELL_MARGIN } from '../../src/reports/style';
import { textWidth } from '../../src/reports/text-width';
import { agreementFigure, chainFigure, chainLink } from '../support/agreement-figures';
import { figures, months, targetFigure } from '../support/figures';
import { availabilityOf, overflowing, tiny, typical } from '../support/organisations';
import { at } from '../support/records';
import { cellAt, rowOf, texts, valuesOf } from '../support/sheets';

const of = (over: Partial<Figures>) => scorecard({ figures: figures(over), dateSystem: 1900 });
const NOW = 4;
const FIRST_MONTH = 5;
const KEPT = 17;
const WORST = 18;
const BUDGET = 19;
/** 1 October 2026 is serial 46296. */
const OCTOBER_1 = 46296;

test('while the month runs, the sentence says so', () => {
  // 14 of 17, as below; seen on 20 October.
  const { figures: all, dateSystem } = typical();
  expect(texts(scorecard({ figures: { ...all, asOf: at('2026-10-20T08:00:00Z') }, dateSystem }))).toContain('14 of 17 promises to customers were kept so far in October 2026.');
});

test('every target is a line, promises to customers first, with how many were kept', () => {
  const { figures: all, dateSystem } = typical();
  const sheet = scorecard({ figures: all, dateSystem });
  const words = ['✕ Missed', '▲ At risk', '◊ Met, incomplete data', '✓ Met', '○ Not measurable'];
  expect(sheet.rows.filter(({ cells }) => cells.some(({ column, value }) => column === 1 && words.includes(String(value))))).toHaveLength(all.targets.length);
  // 18 SLA targets: one not measurable, three missed. One OLA target, missed; one UC target, kept.
  expect(texts(sheet)).toEqual(expect.arrayContaining(['14 of 17 promises to customers were kept in October 2026.', 'Promises to customers (SLA): 14 of 17 kept', 'Promises between teams (OLA): 0 of 1 kept', 'Promises of suppliers (UC): 1 of 1 kept']));
  expect(rowOf(sheet, /^Promises to customers/)).toBeLessThan(rowOf(sheet, /^Promises between teams/));
  expect(texts(sheet).find((text) => text.includes('OLA: 0 of 1 kept; UC: 1 of 1 kept.'))).toBeDefined();
});

test('twelve months side by side: marks, and beneath each the figure of the month', () => {
  const figure = targetFigure({ item: 'A', months: months('  o......x..').map((month, at) => (at === 4 ? { ...month, actual: 0.99912 } : month)), consistency: { met: 8, measured: 9, longestRun: 6, worst: { month: '2026-08-01', actual: 0.9 }, standardDeviation: 0.0331 } });
  const sheet = of({ targets: [figure] });
  const row = rowOf(sheet, 'A');
  const marks = Array.from({ length: 12 }, (_, at) => cellAt(sheet, row, FIRST_MONTH + at)?.value);
  expect(marks).toEqual([null, null, '○', '•', '•', '•', '•', '•', '•', '✕', '•', '•']);
  const shown = Array.from({ length: 12 }, (_, at) => cellAt(sheet, row + 1, FIRST_MONTH + at));
  // 99.912% is above the target of 99.9% and rounds down to 99.91%, which says so too.
  expect([shown[4]?.value, shown[4]?.style?.numberFormat]).toEqual([0.9991, '0.00%']);
  expect([shown[9]?.value, shown[9]?.style?.fill, cellAt(sheet, row, FIRST_MONTH + 9)?.style?.fill]).toEqual([0.9, '#F9DEE0', '#F9DEE0']);
  expect(shown.slice(0, 2).map((cell) => cell?.value ?? null)).toEqual([null, null]);
});

test('how steady: kept of measured, longest run, worst month with its figure, deviation', () => {
  const sheet = of({ targets: [targetFigure({ item: 'A', consistency: { met: 8, measured: 9, longestRun: 6, worst: { month: '2026-08-01', actual: 0.9 }, standardDeviation: 0.0331 } })] });
  const row = rowOf(sheet, 'A');
  expect([cellAt(sheet, row, KEPT)?.value, cellAt(sheet, row, KEPT)?.style?.numberFormat, cellAt(sheet, row + 1, KEPT)?.value]).toEqual([8, '0" of 9"', 6]);
  // 1 August 2026 lies 61 days before 1 October.
  expect([cellAt(sheet, row, WORST)?.value, cellAt(sheet, row + 1, WORST)?.value, cellAt(sheet, row + 1, WORST)?.style?.numberFormat]).toEqual([0.9, OCTOBER_1 - 61, 'mmm yyyy']);
  // 0.0331 of a share is 3.31 points.
  expect(cellAt(sheet, row + 1, BUDGET)?.value).toBeCloseTo(3.31, 12);
  expect(cellAt(sheet, row + 1, BUDGET)?.style?.numberFormat).toBe('#,##0.00"\u00a0pt"');
});

test('never measured: dashes, no figure made up', () => {
  const sheet = of({ targets: [targetFigure({ item: 'A', status: 'Not measurable', actual: null, budget: null, months: months('oooooooooooo'), consistency: { met: 0, measured: 0, longestRun: 0, worst: null, standardDeviation: null } })] });
  const row = rowOf(sheet, 'A');
  expect([NOW, KEPT, WORST, BUDGET].map((column) => cellAt(sheet, row, column)?.value)).toEqual(['–', '–', '–', '–']);
  expect(texts(sheet)).toContain('No promise to customers could be measured in October 2026.');
});

test('a running period: its forecast beneath the figure, red where it will be missed', () => {
  const running = availabilityOf('A', 0.999, 30, { toDate: true, forecast: { actual: 0.9985, verdict: 'Missed', exhausted: null } });
  const sheet = of({ targets: [running, availabilityOf('B', 0.999, 10)] });
  const forecast = cellAt(sheet, rowOf(sheet, 'A') + 1, NOW);
  expect([forecast?.value, forecast?.style?.color, forecast?.style?.bold]).toEqual([0.9985, '#A80F1B', true]);
  expect(cellAt(sheet, rowOf(sheet, 'B') + 1, NOW)).toBeUndefined();
});

test('what is due first of an agreement stands with its targets, as a date', () => {
  const agreements = [
    agreementFigure('SLA A', { reviewDue: '2026-10-11', review: 'Overdue' }),
    agreementFigure('SLA B', { reviewDue: '2027-06-01', endDate: '2026-12-31', daysLeft: 59, expiresSoon: true }),
    agreementFigure('sla  c', { reviewDue: null, review: null }),
  ];
  const sheet = of({ agreements, targets: ['A', 'B', 'C'].map((item) => targetFigure({ item })) });
  const next = (item: string) => cellAt(sheet, rowOf(sheet, item) + 1, 1);
  expect([next('A')?.value, next('A')?.style?.numberFormat, next('A')?.style?.color]).toEqual([OCTOBER_1 + 10, '"review due "d mmm yyyy', '#A80F1B']);
  expect([next('B')?.value, next('B')?.style?.numberFormat]).toEqual([OCTOBER_1 + 91, '"ends "d mmm yyyy']);
  expect(next('C')).toBeUndefined();
});

test('agreements that somebody must look at, by what is due first; those not in force apart, with their dates', () => {
  const agreements = [
    agreementFigure('Steady', { reviewDue: '2027-06-01' }),
    agreementFigure('Followed', { endDate: '2027-12-31', lastDate: '2026-12-01', daysLeft: 29, replacedBy: 'Next', reviewDue: '2027-06-01' }),
    agreementFigure('Ending', { endDate: '2026-12-31', daysLeft: 59, expiresSoon: true, reviewDue: '2027-01-15', review: 'Reviewed' }),
    agreementFigure('Overdue', { reviewDue: '2026-09-01', review: 'Overdue', lastReviewDate: '2025-09-01', customer: 'Adventure Works' }),
    agreementFigure('Old', { state: 'Retired', endDate: '2026-02-28', replacedBy: 'Steady', reviewDue: null, review: null }),
    agreementFigure('Idea', { state: 'Draft', startDate: '2027-01-01', reviewDue: null, review: null }),
  ];
  const sheet = of({ agreements, targets: [] });
  expect(texts(sheet)).toContain('One review is due, one agreement ends without a successor.');
  expect(texts(sheet)).not.toContain('Steady');
  const order = ['Overdue', 'Followed', 'Ending', 'Idea', 'Old'].map((name) => rowOf(sheet, name));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  // Dates: 1 January 2025 is serial 45658, 1 September 2025 45901, 1 September 2026 46266; 31 December 2026 46387.
  expect(valuesOf(sheet, rowOf(sheet, 'Overdue'))).toEqual(['review overdue', 'Overdue', 45658, '–', '–', 'Card Payments', 'Adventure Works', 45901, 46266]);
  // As of 2 November: 28 + 31 days are left. They stand beside the end that they count to.
  expect(valuesOf(sheet, rowOf(sheet, 'Ending')).slice(0, 5)).toEqual(['ends, no successor', 'Ending', 45658, 46387, 59]);
  expect(valuesOf(sheet, rowOf(sheet, 'Attention')).slice(3, 5)).toEqual(['To', 'Days to end']);
  // 1 December 2026, the eve of what follows, not the end that was agreed.
  expect(valuesOf(sheet, rowOf(sheet, 'Followed')).slice(0, 4)).toEqual(['ends, replaced', 'Followed', 45658, 46357]);
  expect(rowOf(sheet, 'Not in force')).toBeLessThan(rowOf(sheet, 'Idea'));
  expect(valuesOf(sheet, rowOf(sheet, 'Old')).slice(0, 2)).toEqual(['Retired', 'Old']);
  expect(texts(sheet)).toContain('replaced by Steady');
});

test('an agreement that was never reviewed and has no start is listed', () => {
  const sheet = of({ agreements: [agreementFigure('Undated', { startDate: null, lastReviewDate: null, reviewDue: null, review: 'Never reviewed' })], targets: [] });
  expect(valuesOf(sheet, rowOf(sheet, 'Undated')).slice(0, 4)).toEqual(['never reviewed', 'Undated', '–', '–']);
});

test('an agreement that ended though an SLA stands on it is the first to look at', () => {
  const gateway = agreementFigure('Gateway UC', { type: 'UC', item: 'Card gateway', state: 'Ended', endDate: '2026-09-30', review: null, reviewDue: null });
  const late = agreementFigure('SLA C', { review: 'Overdue', reviewDue: '2026-01-01' });
  const sheet = of({ agreements: [late, gateway], chains: [chainFigure('Card Payments', { links: [chainLink('Card gateway', { cover: 'Ended', agreement: 'Gateway UC' })] })] });
  const row = rowOf(sheet, 'ended, no successor');
  // 1 January 2025 is serial 45658.
  expect(valuesOf(sheet, row).slice(0, 6)).toEqual(['ended, no successor', 'Gateway UC', 45658, OCTOBER_1 - 1, '–', 'Card gateway']);
  expect(valuesOf(sheet, row + 1).slice(0, 2)).toEqual(['review overdue', 'SLA C']);
});

test('nothing due is one line', () => {
  expect(texts(of({ agreements: [agreementFigure('Steady')] }))).toContain('No review is due, and no agreement in force ends within 92 days.');
});

test('heads stay when scrolling and are printed on every page', () => {
  const sheet = scorecard({ figures: typical().figures, dateSystem: 1900 });
  const head = rowOf(sheet, 'Status');
  expect(sheet.freezeRows).toBe(head + 2);
  expect(sheet.print).toMatchObject({ orientation: 'Landscape', titleRows: { from: head, to: head + 1 }, pagesWide: 1, pagesTall: null });
});

test('without targets it says so', () => {
  expect(texts(scorecard(tiny()))).toContain('No agreement in force has a target.');
});

test.each([['typical', typical], ['overflowing', overflowing], ['five nines', fiveNines]])('every number fits its column: %s', (_, organisation) => {
  const { figures: all, dateSystem } = organisation();
  const sheet = scorecard({ figures: all, dateSystem });
  const wide = sheet.rows.flatMap(({ cells }) => cells.filter(({ column, value, style = {} }) => typeof value === 'number' && textWidth(printed(value, style.numberFormat ?? ''), { size: style.size ?? 11, bold: style.bold ?? false }) + CELL_MARGIN > (sheet.columns[column] ?? 0) + 0.01));
  expect(wide).toEqual([]);
});

function fiveNines() {
  const actual = 0.9999912;
  const targets = [targetFigure({ target: 0.99999, actual, months: months('............').map((month) => ({ ...month, actual })), consistency: { met: 12, measured: 12, longestRun: 12, worst: { month: '2026-08-01', actual }, standardDeviation: 0.000001 } }), targetFigure({ metric: 'Downtime minutes', comparator: '<=', target: 10_000, actual: 9999.94, budget: null, months: months('............').map((month) => ({ ...month, actual: 12_345.6 })) })];
  return { figures: figures({ targets }), dateSystem: 1900 as const };
}

/** What Excel prints, for the formats that stand on this sheet. */
function printed(value: number, format: string): string {
  const parts = /^((?:"[^"]*")?)(.*?)((?:"[^"]*")?)$/.exec(format);
  const [, before = '', number = '', after = ''] = parts ?? [];
  const unquoted = (text: string) => text.replaceAll('"', '');
  if (/[dmy]/.test(number)) return `${unquoted(before)}${{ 'd mmm yyyy': '28 May 2026', 'd mmm yy': '28 May 26', 'mmm yyyy': 'May 2026' }[number] ?? number}`;
  const decimals = /\.(0+)/.exec(number)?.[1]?.length ?? 0;
  const scaled = number.endsWith('%') ? value * 100 : value;
  return `${unquoted(before)}${scaled.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: number.includes(',') })}${number.endsWith('%') ? '%' : ''}${unquoted(after)}`;
}

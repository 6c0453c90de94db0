import { stepAbove } from '../../src/reports/axis';
import { operatingReport } from '../../src/reports/operating-report';
import { inReadingOrder } from '../../src/reports/reading-order';
import { COLOR } from '../../src/reports/style';
import { agreementFigure, compensationOf, downtimeCost } from '../support/agreement-figures';
import { figures, months, serviceFigure, targetFigure } from '../support/figures';
import { agreementOf, ask, availabilityOf, overflowing, tiny, typical } from '../support/organisations';
import { improvementRow } from '../support/performance';
import { cellAt, heightOf, rowOf, texts, valuesOf } from '../support/sheets';

describe('the page holds any organisation', () => {
  test.each([['tiny', tiny], ['typical', typical], ['overflowing', overflowing]])('%s: at most 45 rows and 666 pt, printed on one landscape page', (_, organisation) => {
    const sheet = operatingReport(organisation());
    expect(sheet.rows.length).toBeLessThanOrEqual(45);
    expect(heightOf(sheet)).toBeLessThanOrEqual(666);
    const { area } = sheet.print!;
    expect(area).toEqual({ row: 0, column: 0, rows: sheet.rows.length, columns: 21 });
    const width = sheet.columns.slice(0, 21).reduce((sum, one) => sum + one, 0);
    expect(width).toBe(942);
    expect(sheet.print).toMatchObject({ orientation: 'Landscape', pagesWide: 1, pagesTall: 1 });
    // Letter is 11 × 8.5 in, A4 11.69 × 8.27 in; margins 0.35 in, at the bottom 0.45 in. Below 74% nobody could read it.
    for (const [across, down] of [[11, 8.5], [11.69, 8.27]] as const) expect(Math.min(((across - 0.7) * 72) / width, ((down - 0.8) * 72) / heightOf(sheet))).toBeGreaterThanOrEqual(0.74);
  });

  test('more than eight broken: eight, how many more, and the rest on the last line', () => {
    const sheet = operatingReport(overflowing());
    expect(sheet.rows.filter((row) => row.cells.some(({ value }) => value === '✕ Missed'))).toHaveLength(9);
    expect(texts(sheet)).toEqual(expect.arrayContaining(['6 more broken: sheet “Service levels”', '9 more at risk, 36 more promises kept: sheet “Service levels”', 'Eleven more: sheet “Service levels”', 'Four more: table “Remarks”', '15 more: table “Improvements”']));
  });

  test('weeks of downtime stand in hours', () => {
    // 20,000 min are 333.3 h.
    const input = tiny();
    const broken = (minutes: number) => operatingReport({ ...input, figures: { ...input.figures, targets: [availabilityOf('Webshop', 0.998, minutes)] } });
    const cellOf = (minutes: number) => {
      const page = broken(minutes);
      return cellAt(page, rowOf(page, 'Webshop, availability'), 6);
    };
    expect(cellOf(20_000)).toMatchObject({ value: 20_000 / 60, style: { numberFormat: '#,##0"\u00a0h"' } });
    expect(cellOf(9_999)).toMatchObject({ value: 9_999, style: { numberFormat: '#,##0"\u00a0min"' } });
  });

  test('tables that are missing are named on the page', () => {
    const missing = (table: string) => ({ severity: 'error' as const, table, sheet: '', cell: '', title: `No table ${table}`, found: 'no such table', expected: `a table named ${table}`, effect: 'no service levels' });
    const page = texts(operatingReport({ ...tiny(), problems: [missing('Agreements'), missing('Targets')] }));
    expect(page).toContain('No table Agreements and no table Targets: sheet “Rows left out”.');
    expect(page).toContain('Left out: no row, but the tables have 2 errors (sheet “Rows left out”). Not measurable: none.');
  });

  test('an empty organisation gets honest lines, no chart and no band', () => {
    const sheet = operatingReport(tiny());
    expect(texts(sheet)).toEqual(expect.arrayContaining(['No agreement in force has a target.', 'No service is recorded.', 'Nothing is at risk, ends or is due for review.', 'No improvement is recorded.']));
    expect(sheet.charts).toEqual([]);
    expect(sheet.dataBars).toEqual([]);
    expect(texts(sheet)).not.toContain('What is asked of you');
  });
});

describe('verdict and subline can be recomputed', () => {
  test('from the targets of the typical organisation', () => {
    const input = typical();
    const slas = input.figures.targets.filter((figure) => figure.agreementType === 'SLA' && figure.status !== 'Not measurable');
    const kept = slas.filter((figure) => figure.status !== 'Missed').length;
    // 18 SLA targets, one of them not measurable; three broken. In September all of these were kept.
    expect([kept, slas.length]).toEqual([14, 17]);
    const sheet = operatingReport(input);
    expect(texts(sheet)[2]).toBe('14 of 17 promises were kept in October, three fewer than in September.');
    // October: 0.78 + 1.18 + 1.58 + 1.58 + 0.2 = 5.32 h; September: 0.3 + 0.2 + 0.6 + 0 + 0.4 = 1.5 h.
    expect(texts(sheet)[3]).toBe('Services were down for 5.3 hours, after 90 min in September. Of those kept, one has incomplete data. Two more promises are at risk. Two decisions are asked of you.');
  });

  test('agreements beneath are promises of the page only where there is no other', () => {
    const targets = [targetFigure({ agreementType: 'OLA', item: 'Directory', status: 'Missed' })];
    expect(texts(operatingReport({ ...tiny(), figures: figures({ targets }) }))[2]).toMatch(/^The only promise was broken in October/);
  });

  test('while the month runs it says so', () => {
    const input = typical();
    const sheet = operatingReport({ ...input, figures: { ...input.figures, asOf: input.figures.window.start + 14 * 86400, window: { start: input.figures.window.start, end: input.figures.window.start + 14 * 86400 } } });
    expect(texts(sheet)[2]).toBe('14 of 17 promises were kept in October so far, three fewer than in September.');
    expect(texts(sheet)[1]).toBe('1–14 October 2026  ·  as of 15 October 2026, 00:00 UTC  ·  1,282 of 1,284 rows used');
  });
});

describe('the promises', () => {
  const sheet = operatingReport(typical());
  const first = rowOf(sheet, 'Status') + 1;

  test('broken first, then at risk, incomplete, kept; not measurable last', () => {
    const statuses = Array.from({ length: 11 }, (_, at) => cellAt(sheet, first + at, 1)?.value);
    expect(statuses).toEqual(['✕ Missed', '✕ Missed', '✕ Missed', '▲ At risk', '▲ At risk', '◊ Met, incomplete data', '✓ Met', '✓ Met', '✓ Met', '✓ Met', '✓ Met']);
    expect(texts(sheet)).toContain('6 more promises kept, 1 not measurable: sheet “Service levels”');
  });

  test('figures are numbers with formats, availability rounded down in the cell', () => {
    // Card Payments: 47 min of 44,640: 99.89471…%, promised 99.95%, 22.32 min allowed: 211% used.
    const row = rowOf(sheet, 'Card Payments');
    expect(cellAt(sheet, row, 4)).toMatchObject({ value: 0.9995, style: { numberFormat: '"≥\u00a0"0.00%' } });
    expect(cellAt(sheet, row, 5)).toMatchObject({ value: 0.9989, style: { numberFormat: '0.00%', bold: true, color: COLOR.missed } });
    expect(cellAt(sheet, row, 7)?.value).toBeCloseTo(47 / 22.32, 10);
    expect(cellAt(sheet, row, 20)).toMatchObject({ value: 10, style: { numberFormat: '0" of 12"' } });
  });

  test('twelve marks, the broken month on pale red', () => {
    const row = rowOf(sheet, 'Card Payments');
    expect(Array.from({ length: 12 }, (_, at) => cellAt(sheet, row, 8 + at)?.value).join('')).toBe('••••✕••••••✕');
    expect(cellAt(sheet, row, 19)?.style).toMatchObject({ fill: COLOR.missedPale, color: COLOR.missed });
  });

  test('before the agreement a month is blank, a month without agreed time a ring', () => {
    const twelve = months('     oo.....');
    const page = operatingReport({ ...tiny(), figures: figures({ targets: [targetFigure({ months: twelve, monthsMet: 5, monthsMeasured: 5 })] }) });
    const row = rowOf(page, 'Online Banking');
    expect(Array.from({ length: 12 }, (_, at) => cellAt(page, row, 8 + at)?.value ?? ' ').join('')).toBe('     ○○•••••');
    expect(cellAt(page, row, 20)?.style?.numberFormat).toBe('0" of 5"');
  });

  test('one bar rule per colour, over rows that stand together; no bar without a budget', () => {
    expect(sheet.dataBars.map(({ color, at }) => [color, at.row - first, at.rows])).toEqual([[COLOR.missedBar, 0, 2], [COLOR.atRiskBar, 3, 2], [COLOR.metBar, 5, 6]]);
    expect(cellAt(sheet, first + 2, 7)?.value).toBe('–');
  });

  test('kept promises: the most important service first', () => {
    const targets = [availabilityOf('Low', 0.99, 300), availabilityOf('Top', 0.99, 1)];
    const ordered = inReadingOrder(targets, figures({ services: [{ ...serviceFigure('Top'), priority: 'Mission-critical' }, { ...serviceFigure('Low'), priority: 'Low' }] }));
    expect(ordered.map(({ item }) => item)).toEqual(['Top', 'Low']);
  });
});

describe('why promises broke', () => {
  test('three at most, each with owner and action; missing ones in red', () => {
    const sheet = operatingReport(typical());
    const row = rowOf(sheet, 'Why three promises broke') + 2;
    expect(valuesOf(sheet, row)).toEqual(['Branch Teller, availability', 'Tue 20 Oct, 09:10–10:21, 71 min (budget 28 min). Branch hub switch: The hub switch failed and its standby did not take over.', 71, 'Maya Fuentes', 'Replace the standby; test the failover every month from 9 November, by 30 Nov.']);
    expect(cellAt(sheet, row + 2, 7)).toMatchObject({ value: 'no owner yet', style: { color: COLOR.missed } });
    expect(cellAt(sheet, row + 2, 8)).toMatchObject({ value: 'no action yet', style: { color: COLOR.missed } });
    expect(sheet.merges).toHaveLength(6);
  });

  test('nothing broke is one honest line', () => {
    expect(texts(operatingReport({ ...tiny(), figures: figures({ targets: [targetFigure()] }) }))).toEqual(expect.arrayContaining(['What broke', 'Nothing broke.']));
  });
});

describe('what was lost', () => {
  test('a chart from its own sheet: eleven months in one series, this month in the other', () => {
    const sheet = operatingReport(typical());
    const [chart] = sheet.charts;
    expect(chart).toMatchObject({ type: 'ColumnClustered', gapWidth: 45, overlap: 100, valueAxis: { minimum: 0, maximum: 6, majorUnit: 2 } });
    const [others, now] = chart!.series.map(({ values }) => Array.from({ length: 12 }, (_, at) => cellAt(sheet, values.row + at, values.column)?.value ?? null));
    expect(others?.filter((value) => value !== null)).toHaveLength(11);
    expect(now?.slice(0, 11).every((value) => value === null)).toBe(true);
    expect(now?.[11]).toBeCloseTo(5.32, 10);
    // March: 1.4 + 0.2 + 1.1 + 0.4 hours.
    expect(others?.[4]).toBeCloseTo(3.1, 10);
    const { categories } = chart!.series[0]!;
    expect(Array.from({ length: 12 }, (_, at) => cellAt(sheet, categories!.row + at, categories!.column)?.value).join('')).toBe('NDJFMAMJJASO');
  });

  test('its numbers stand on every page that has the chart, also one without asks', () => {
    const input = typical();
    const sheet = operatingReport({ ...input, records: { ...input.records, remarks: [] } });
    const { values } = sheet.charts[0]!.series[1]!;
    expect(cellAt(sheet, values.row + 11, values.column)?.value).toBeCloseTo(5.32, 10);
  });

  test('a year without downtime has no chart', () => {
    const sheet = operatingReport({ ...tiny(), figures: figures({ services: [serviceFigure('A')] }) });
    expect(sheet.charts).toEqual([]);
    expect(texts(sheet)).toContain('No service was down in these 12 months.');
  });

  test.each([[84.9, 100], [2.1, 5], [1, 1], [0.04, 0.05], [700, 1000]])('stepAbove(%d) is %d', (least, step) => {
    expect(stepAbove(least)).toBeCloseTo(step, 12);
  });
});

describe('what it cost the business', () => {
  const COSTS = [0, 40_000, 72_000, 45_000, 30_000, 118_000, 52_000, 33_000, 27_000, 98_000, 48_000, 61_000, 254_700];
  const costly = (over: Parameters<typeof downtimeCost>[1] = {}, currency = '$') => {
    const input = typical();
    const services = [{ service: 'Card Payments', cost: 145_700, plannedCost: 0 }, { service: 'Branch Teller', cost: 49_700, plannedCost: 0 }];
    return { ...input, figures: { ...input.figures, currency, downtimeCost: downtimeCost(COSTS, { services, plannedCost: 12_300, ...over }) } };
  };
  const sheet = operatingReport(costly());

  test('it still prints on one page', () => {
    expect(sheet.rows.length).toBeLessThanOrEqual(45);
    expect(heightOf(sheet)).toBeLessThanOrEqual(666);
  });

  test('the chart is cost by month, in the unit that takes few digits', () => {
    expect(texts(sheet)).toEqual(expect.arrayContaining(['What it cost the business', 'Downtime cost by month, $ thousand']));
    const [chart] = sheet.charts;
    // A third of 254.7 is 84.9; the step above is 100.
    expect(chart).toMatchObject({ name: 'Downtime cost by month', valueAxis: { minimum: 0, maximum: 300, majorUnit: 100 } });
    const { values } = chart!.series[1]!;
    expect(cellAt(sheet, values.row + 11, values.column)?.value).toBe(254.7);
  });

  test('each broken promise has its service’s own cost; a service without one a dash', () => {
    const why = rowOf(sheet, 'What happened, and why');
    expect(cellAt(sheet, why, 6)?.value).toBe('Cost');
    const cost = (service: string) => cellAt(sheet, rowOf(sheet, new RegExp(`^${service}, `)), 6);
    expect(cost('Card Payments')).toMatchObject({ value: 145_700, style: { numberFormat: '"$"#,##0;−"$"#,##0' } });
    expect(cost('Branch Teller')?.value).toBe(49_700);
    expect(cost('Desktop Computing')?.value).toBe('–');
  });

  test('a service that broke two promises has its cost once', () => {
    const input = costly();
    const [card] = input.figures.targets.filter(({ item }) => item === 'Card Payments');
    const page = operatingReport({ ...input, figures: { ...input.figures, targets: [card!, { ...card!, metric: 'Longest outage minutes', comparator: '<=', target: 30, actual: 47 }] } });
    expect(valuesOf(page, rowOf(page, 'Card Payments, availability'))).toContain(145_700);
    expect(valuesOf(page, rowOf(page, 'Card Payments, longest outage'))).toContain('as above');
  });

  test('a promise that no outage decides has no cost, though its service has', () => {
    // Desktop Computing broke its response times: what its downtime cost stands beside its availability, first or last.
    const input = costly({ services: [{ service: 'Desktop Computing', cost: 29_520, plannedCost: 0 }] });
    const responses = input.figures.targets.find(({ metric }) => metric === 'Responded within')!;
    const availability = { ...input.figures.targets.find(({ item }) => item === 'Card Payments')!, item: 'Desktop Computing', agreement: 'Desktop SLA' };
    const page = operatingReport({ ...input, figures: { ...input.figures, targets: [responses, availability] } });
    expect(cellAt(page, rowOf(page, /^Desktop Computing, response times/), 6)?.value).toBe('–');
    expect(cellAt(page, rowOf(page, 'Desktop Computing, availability'), 6)?.value).toBe(29_520);
  });

  test('a cost too wide for its column loses its currency to the heading, then its thousands', () => {
    const priced = (cost: number) => {
      const page = operatingReport(costly({ services: [{ service: 'Card Payments', cost, plannedCost: 0 }] }, 'USD'));
      const cell = cellAt(page, rowOf(page, 'Card Payments, availability'), 6);
      return [String(cellAt(page, rowOf(page, 'What happened, and why'), 6)?.value).replaceAll('\u00a0', ' '), cell?.value, cell?.style?.numberFormat?.replaceAll('\u00a0', ' ')];
    };
    expect(priced(900)).toEqual(['Cost', 900, '"USD "#,##0;−"USD "#,##0']);
    expect(priced(145_700)).toEqual(['Cost, USD', 145_700, '#,##0']);
    expect(priced(1_457_000_000)).toEqual(['Cost, USD million', 1457, '#,##0.0']);
  });

  test('the line under the verdict: what the failures cost, where that can be told', () => {
    const outages = [{ table: 'Outages', row: 877, item: 'Card Payments', cost: 145_700 }, { table: 'Outages', row: 902, item: 'Branch hub switch', cost: 49_700 }];
    const input = costly({ outages });
    const availabilities = { ...input, figures: { ...input.figures, targets: input.figures.targets.filter(({ metric }) => metric === 'Availability') } };
    // 145,700 + 49,700.
    expect(texts(operatingReport(availabilities))[3]).toMatch(/^Two failures broke two promises and cost the business \$195,400 of the month’s \$254,700\./);
    // The third broken promise is one of answering calls, which no outage row explains.
    expect(texts(operatingReport(input))[3]).toMatch(/^Downtime cost the business \$254,700 in October, after \$61,000 in September\./);
  });

  test('planned downtime stands apart in the small print, and what has no cost is said', () => {
    expect(texts(sheet).join(' ')).toContain('Cost: each process’s cost per hour × hours impaired, planned time apart ($12,300); costs of single services may overlap.');
    const unpriced = downtimeCost(COSTS).processes.map((process) => ({ ...process, costPerHour: null }));
    expect(texts(operatingReport(costly({ processes: unpriced, plannedCost: 0 }))).join(' ')).toContain('planned time apart; 1 process has no cost; costs of single services may overlap.');
  });

  test('twelve months without cost have no chart', () => {
    const page = operatingReport(costly({ months: downtimeCost(Array<number>(13).fill(0)).months, cost: 0 }));
    expect(page.charts).toEqual([]);
    expect(texts(page)).toContain('No downtime cost the business in these 12 months.');
    expect(texts(page)[3]).toMatch(/^Downtime cost the business nothing in October, as in September\./);
  });

  test('rows of processes that were left out are counted', () => {
    const page = operatingReport({ ...tiny(), figures: figures({ downtimeCost: downtimeCost(COSTS, { rowsLeftOut: [{ table: 'Supports', row: 4 }] }) }) });
    expect(texts(page).join(' ')).toContain('Left out: 1 row (sheet “Rows left out”).');
  });
});

test('rebates and credits due stand beside what broke', () => {
  const input = typical();
  const page = operatingReport({ ...input, figures: { ...input.figures, currency: '$', agreements: [agreementFigure('ATM Network SLA', { compensation: compensationOf({ due: 4050 }) })] } });
  expect(valuesOf(page, rowOf(page, 'Why three promises broke'))).toEqual(['Why three promises broke', 'Owed for October: to customers $4,050 (ATM Network SLA)']);
});

describe('remarks and asks', () => {
  test('an ask is its first sentence, the rest is why now; who decides and by when', () => {
    const sheet = operatingReport(typical());
    const row = rowOf(sheet, 'What is asked of you') + 1;
    // 13 November 2026 is serial 46339 (1 March 2026 is 46082; 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 12 = 257 days later).
    expect(valuesOf(sheet, row).slice(0, 4)).toEqual(['1  Approve $48,000 for a new standby switch at the branch hub.', 'Until then one failed switch stops all 64 branches.', 'Chief Operating Officer', 46339]);
    expect(cellAt(sheet, row, 1)?.style?.fill).toBe(COLOR.accentPale);
  });

  test('only those of the report month', () => {
    const input = { ...tiny(), records: { ...tiny().records, remarks: [ask('Buy. Now it is cheap.', { month: '2026-09-30' })] } };
    expect(texts(operatingReport(input))).not.toContain('What is asked of you');
  });

  test('a remark on the first page stands under the verdict', () => {
    const input = { ...tiny(), records: { ...tiny().records, remarks: [ask('A calm month.', { kind: 'Remark' }), ask('Elsewhere.', { kind: 'Remark', about: 'Security' })] } };
    expect(texts(operatingReport(input))).toContain('A calm month.');
    expect(texts(operatingReport(input))).not.toContain('Elsewhere.');
  });
});

describe('what is being done', () => {
  test('open ones by due date, then those closed in the month; others not at all', () => {
    const improvements = [
      improvementRow({ improvement: 'Later', dueDate: '2027-01-31', owner: 'A' }),
      improvementRow({ improvement: 'Closed', closedDate: '2026-10-09', status: 'Done', owner: 'B' }),
      improvementRow({ improvement: 'Sooner', dueDate: '2026-11-30' }),
      improvementRow({ improvement: 'Long ago', closedDate: '2026-05-09', status: 'Done' }),
      improvementRow({ improvement: 'Dropped', status: 'Dropped' }),
    ];
    const sheet = operatingReport({ ...tiny(), records: { ...tiny().records, agreements: [agreementOf('X')], improvements } });
    const row = rowOf(sheet, 'What is being done') + 1;
    expect([0, 2, 4].map((at) => cellAt(sheet, row + at, 7)?.value)).toEqual(['Sooner', 'Later', 'Closed']);
    expect(cellAt(sheet, row + 1, 7)).toMatchObject({ value: 'no owner yet', style: { color: COLOR.missed } });
    expect(cellAt(sheet, row + 4, 20)?.style?.numberFormat).toBe('"done "d mmm');
    expect(texts(sheet)).not.toContain('Long ago');
  });
});

import type { DemandFigures } from '../../../src/domain/demand/figures';
import { reportSheets } from '../../../src/reports';
import { capacity, capacityWork } from '../../../src/reports/demand/capacity';
import { recommendations, recommendationsWork } from '../../../src/reports/demand/recommendations';
import { requests, requestsWork } from '../../../src/reports/demand/requests';
import { COLOR } from '../../../src/reports/style';
import { capacityFigure, demandFigures, licenceFigure, openRequest, recommendation, requestCount, requestsFigure, usageFigure } from '../../support/demand';
import { figures } from '../../support/figures';
import { tiny } from '../../support/organisations';
import { cellAt, rowOf, texts, valuesOf } from '../../support/sheets';

const input = { figures: figures({ currency: '$' }), dateSystem: 1900 } as const;
/** Days from 31 December 1899, as Excel counts them after February 1900. */
const serial = (date: string): number => (Date.parse(date) - Date.parse('1899-12-30')) / 86_400_000;

describe('capacity and licences', () => {
  const storage = capacityFigure('File storage', {
    unit: 'TB', capacity: 80, usage: 63.99, reachesThreshold: { point: '2026-12-01', upper: '2026-11-01' }, reachesCapacity: { point: null, upper: '2027-09-01' }, orderBy: '2026-09-01', insideLeadTime: true, state: 'Inside lead time',
    upgrades: [{ from: '2027-04-01', capacity: 120, threshold: 0.8, row: { table: 'Capacity', row: 4 } }],
  });
  const of = (over: Partial<DemandFigures>) => capacity(input, demandFigures(over));

  test('use, capacity, utilisation that is not rounded up to the threshold, headroom, the months reached, lead time and order date', () => {
    const sheet = of({ capacity: [storage] });
    const row = rowOf(sheet, 'File storage, TB');
    // 63.99 ÷ 80 = 0.799875: below 80%, and printed so.
    expect(valuesOf(sheet, row)).toEqual(['▲ Inside lead time', 'File storage, TB', 63.99, 80, 0.799, 0.8, 80 - 63.99, serial('2026-12-01'), serial('2026-11-01'), '–', serial('2027-09-01'), 3, serial('2026-09-01')]);
    expect(valuesOf(sheet, row + 1)).toEqual(['It reaches 80% of its capacity in December 2026; lead time 3 months, order was due 1 Sep 2026. · Planned: 120 TB from 1 April 2027.']);
    expect(cellAt(sheet, row, 14)?.style).toMatchObject({ bold: true, color: COLOR.atRisk });
  });

  test('use that lacks a part is marked, and what month it is of is told while the report month is running', () => {
    const sheet = of({ capacity: [capacityFigure('Mail', { usage: 123, incomplete: true, utilisation: null, headroom: null }), capacityFigure('Web', { toDate: true })] });
    const [mail, web] = [rowOf(sheet, 'Mail, GB'), rowOf(sheet, 'Web, GB')];
    expect([cellAt(sheet, mail, 4)?.style?.numberFormat, valuesOf(sheet, mail).slice(2, 7), valuesOf(sheet, mail + 1)]).toEqual(['#,##0"*"', [123, 1000, '–', 0.8, '–'], ['A business unit’s part of the use is missing.']]);
    expect(valuesOf(sheet, web + 1)).toEqual(['Used in September 2026: October is still running.']);
  });

  test('a full bar is the capacity, its colour the state', () => {
    const sheet = of({ capacity: [storage, capacityFigure('Mail', { usage: 1_100, state: 'Over capacity' }), capacityFigure('Fax', { usage: null, state: 'Unknown' })] });
    expect(sheet.dataBars.map(({ at, color }) => [at.row - rowOf(sheet, 'File storage, TB'), color])).toEqual([[0, COLOR.atRiskBar], [2, COLOR.missedBar]]);
    expect(cellAt(sheet, rowOf(sheet, 'Mail, GB'), 8)).toMatchObject({ value: -100, style: { color: COLOR.missed } });
  });

  test('a threshold that cannot be read is a dash and said; what does not hang on it is told', () => {
    const of80 = { unit: 'TB', capacity: 80, usage: 60, threshold: null, leadTimeMonths: 3, state: 'Unknown', reachesCapacity: { point: '2027-03-01', upper: '2027-01-01' } } as const;
    const sheet = of({ capacity: [capacityFigure('File storage', of80), capacityFigure('Mail', { usage: 1100, threshold: null, state: 'Over capacity', leadTimeMonths: null }), capacityFigure('Fax', { upgrades: [{ from: '2027-04-01', capacity: 120, threshold: null, row: { table: 'Capacity', row: 4 } }] })] });
    const row = rowOf(sheet, 'File storage, TB');
    // 60 ÷ 80.
    expect(valuesOf(sheet, row)).toEqual(['○ Unknown', 'File storage, TB', 60, 80, 0.75, '–', 20, '–', '–', serial('2027-03-01'), serial('2027-01-01'), 3, '–']);
    expect(valuesOf(sheet, row + 1)).toEqual(['Its threshold cannot be read; forecast to be full in March 2027.']);
    expect(valuesOf(sheet, rowOf(sheet, 'Mail, GB') + 1)).toEqual(['It is over its capacity, 110.0% used. · Its threshold cannot be read.']);
    expect(valuesOf(sheet, rowOf(sheet, 'Fax, GB') + 1).map((text) => String(text).replaceAll('\u00a0', ' '))).toEqual(['Its threshold from 1 Apr 2027 on cannot be read. · Planned: 120 GB from 1 April 2027.']);
  });

  test('without recorded use there are dashes and the reason', () => {
    const sheet = of({ capacity: [capacityFigure('Fax', { usage: null, leadTimeMonths: null, state: 'Unknown' })] });
    const row = rowOf(sheet, 'Fax, GB');
    expect(valuesOf(sheet, row)).toEqual(['○ Unknown', 'Fax, GB', '–', 1000, '–', 0.8, '–', '–', '–', '–', '–', '–', '–']);
    expect(valuesOf(sheet, row + 1)).toEqual(['No use of it is recorded for the month.']);
    const inGB = of({ capacity: [capacityFigure('Fax', { unit: 'TB', usage: null, state: 'Unknown' })], usage: [usageFigure('fax', [1], { unit: 'GB' })] });
    expect(valuesOf(inGB, rowOf(inGB, 'Fax, TB') + 1)).toEqual(['Its use is recorded in GB, not in TB.']);
  });

  test('up to which month an item is forecast, where that does not reach all levels; a row that several leave out counts once', () => {
    const left = [{ table: 'Usage', row: 9 }];
    // Twelve months from November 2026.
    const sheet = of({ capacity: [capacityFigure('Fax', { rowsLeftOut: left }), capacityFigure('Mail', { rowsLeftOut: left })], usage: [usageFigure('Fax', [1], { unit: 'GB' })] });
    expect(valuesOf(sheet, rowOf(sheet, 'Fax, GB') + 1).map((text) => String(text).replaceAll('\u00a0', ' '))).toEqual(['Forecast to October 2027.']);
    expect(texts(sheet).some((text) => text.startsWith('1 row of Capacity and Usage left out'))).toBe(true);
  });

  test('licences: short ones first, then by the cost of idle ones, added up at the end', () => {
    const licences = [licenceFigure('Reader', { purchased: 10, assigned: 10, active: null, costPerLicence: null }), licenceFigure('Suite', { purchased: 100, assigned: 90, active: 85 }), licenceFigure('Tool', { purchased: 10, assigned: 12, active: 12 })];
    const sheet = of({ licences });
    const rows = ['Tool', 'Suite', 'Reader', 'All licences'].map((name) => rowOf(sheet, name));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(valuesOf(sheet, rows[0]!)).toEqual(['▲ Short', 'Tool', '–', 10, 12, 12, 2, 0, 0, 120, 240, 0, 0]);
    expect(valuesOf(sheet, rows[1]!)).toEqual(['Not all used', 'Suite', '–', 100, 90, 85, 0, 10, 5, 120, 0, 1200, 600]);
    expect(valuesOf(sheet, rows[2]!)).toEqual(['○ Use not known', 'Reader', '–', 10, 10, '–', 0, 0, '–', '–', '–', '–', '–']);
    // Costs that are not recorded are not in the sum, and not taken for 0 where they stand.
    expect(valuesOf(sheet, rows[3]!)).toEqual(['All licences', 120, 112, 97, 2, 10, 5, 240, 1200, 600]);
  });

  test('nothing recorded is one honest line; it gives way after each row', () => {
    expect(texts(of({}))).toContain('Nothing to show: fill the tables Capacity and Usage, or Licences.');
    const pauses = (count: number): number => [...capacityWork(input, demandFigures({ capacity: Array<typeof storage>(count).fill(storage), licences: Array.from({ length: count }, () => licenceFigure('A')) }))].length;
    expect(pauses(10) - pauses(1)).toBe(18);
  });
});

describe('requests', () => {
  const one = requestCount('New', 1, 2, 3);
  const of = (over: Parameters<typeof requestsFigure>[0]) => requests(input, demandFigures({ requests: requestsFigure({ byStatus: [one], ...over }) }));

  test('months with their chart, which has its numbers beside it', () => {
    const months = requestsFigure().months.map((month, at) => ({ ...month, submitted: at, closed: 2 * at, backlog: 3 * at, leadTimeDays: at === 12 ? null : at + 0.5 }));
    const sheet = of({ months });
    expect(valuesOf(sheet, rowOf(sheet, 'Sep 2026')).slice(0, 5)).toEqual(['Sep 2026', 11, 22, 33, 11.5]);
    expect(valuesOf(sheet, rowOf(sheet, 'Oct 2026')).slice(0, 5)).toEqual(['Oct 2026', 12, 24, 36, '–']);
    const { values, categories } = sheet.charts[0]!.series[0]!;
    expect(Array.from({ length: values.rows }, (_, at) => cellAt(sheet, values.row + at, values.column)?.value)).toEqual(months.map(({ backlog }) => backlog));
    expect(cellAt(sheet, categories!.row, categories!.column)?.value).toBe('Oct 2025');
  });

  test('counts by each property, ages and plan; blank names are said to be', () => {
    const sheet = of({ byCategory: [requestCount('Risk', 4, 5, 6), requestCount(null, 7, 8, 9)], byAge: [{ upToDays: 30, open: 11 }, { upToDays: 90, open: 12 }, { upToDays: 180, open: 13 }, { upToDays: null, open: 14 }], planned: 21, unplanned: 22, withProject: 23 });
    const line = (name: string) => valuesOf(sheet, rowOf(sheet, name)).slice(valuesOf(sheet, rowOf(sheet, name)).indexOf(name));
    expect(line('Risk')).toEqual(['Risk', 4, 5, 6]);
    expect(line('not stated')).toEqual(['not stated', 7, 8, 9]);
    expect(['up to 30 days', '31 to 90 days', '91 to 180 days', 'over 180 days', 'Planned', 'Unplanned', 'With a budgeted project'].map((name) => line(name)[1])).toEqual([11, 12, 13, 14, 21, 22, 23]);
  });

  test('a long list ends with the sum of the rest', () => {
    const sheet = of({ byItem: Array.from({ length: 40 }, (_, at) => requestCount(`Item ${at}`, 1, 2, 3)) });
    expect(valuesOf(sheet, rowOf(sheet, '26 more')).slice(0, 4)).toEqual(['26 more', 26, 52, 78]);
  });

  test('the open ones, with the project that pays for them or the plan', () => {
    const sheet = of({ backlog: [openRequest('R-1', { title: 'New scanner', item: 'E-mail', businessUnit: 'Retail', category: 'Risk', project: 'Scanners', ageDays: 99, effortDays: 2.5, status: 'Approved' }), openRequest('R-2', { planned: true }), openRequest('R-3')] });
    expect(valuesOf(sheet, rowOf(sheet, 'R-1 · New scanner'))).toEqual(['R-1 · New scanner', 99, 'E-mail', 'Retail', 'Risk', 'Scanners', 'Approved', 2.5]);
    expect(valuesOf(sheet, rowOf(sheet, 'R-2'))).toEqual(['R-2', 30, '–', '–', '–', 'none, in the plan', 'New', '–']);
    expect(valuesOf(sheet, rowOf(sheet, 'R-3'))[5]).toBe('none, not planned');
    // Their heads stand above them on every page.
    expect(valuesOf(sheet, sheet.print!.titleRows!.from)[0]).toBe('Request');
  });

  test('of very many open ones the oldest 500, and how many more; it gives way after each', () => {
    const many = requestsFigure({ byStatus: [one], backlog: Array.from({ length: 1200 }, (_, at) => openRequest(`R-${at}`)) });
    expect(texts(requests(input, demandFigures({ requests: many })))).toContain('700 more open requests, all younger');
    expect([...requestsWork(input, demandFigures({ requests: many }))].length).toBeGreaterThanOrEqual(500);
  });

  test('none is one honest line', () => {
    expect(texts(requests(input, demandFigures()))).toContain('Nothing to show: fill the table Requests.');
    expect(texts(of({ backlog: [] }))).toContain('No request is open.');
  });
});

describe('recommendations', () => {
  test('finding, what it is about, amount, date, rows by table, and whether it was sent', () => {
    const rows = [{ table: 'Licences', row: 5 }, { table: 'Licences', row: 9 }, { table: 'Usage', row: 7 }];
    const all = [
      recommendation('Fewer licences: Suite', { kind: 'Fewer licences', finding: '15 of 100 are idle.', services: ['Desktop', 'E-mail'], businessUnit: 'Retail', amount: 1800, dueDate: '2026-10-31', rows }),
      recommendation('Decommission: Fax', { kind: 'Decommission', dueDate: '2026-10-31', belongsTo: 'Improvements', sent: { table: 'Improvements', row: 14 } }),
      recommendation('Enhancement: Web', { belongsTo: 'Improvements' }),
    ];
    const sheet = recommendations(input, demandFigures({ recommendations: all }));
    const row = rowOf(sheet, 'Fewer licences: Suite');
    expect(valuesOf(sheet, row)).toEqual(['Fewer licences: Suite', '15 of 100 are idle.', 'Desktop and E-mail · Retail', 1800, serial('2026-10-31'), 'Projects: not sent', 'Licences 5, 9, Usage 7']);
    expect(valuesOf(sheet, row + 1)).toEqual(['Decommission: Fax', 'Decommission: Fax was found.', '–', '–', serial('2026-10-31'), 'Improvements, row 14', '–']);
    expect(valuesOf(sheet, row + 2)[5]).toBe('Improvements: not sent');
    // Past and not sent; what was sent needs nobody.
    expect([0, 1].map((at) => cellAt(sheet, row + at, 5)?.style?.bold ?? false)).toEqual([true, false]);
  });

  test('of very many the first 200, and how many more; the sentence counts all, and it gives way after each', () => {
    const all = (count: number) => demandFigures({ recommendations: Array.from({ length: count }, (_, at) => recommendation(`Enhancement: ${at + 1}`)) });
    const listed = (count: number): string[] => texts(recommendations(input, all(count)));
    expect(listed(200)).toContain('Enhancement: 200');
    expect(listed(200).filter((text) => text.includes('more urgent'))).toEqual([]);
    expect(listed(201)).toContain('1 more finding, none more urgent: the task pane lists all');
    const many = listed(1700);
    expect(many.filter((text) => /^Enhancement: \d+$/.test(text))).toEqual(Array.from({ length: 200 }, (_, at) => `Enhancement: ${at + 1}`));
    expect(many).toContain('1,500 more findings, none more urgent: the task pane lists all');
    expect(many.some((text) => text.startsWith('1,700 findings ask'))).toBe(true);
    expect([...recommendationsWork(input, all(1700))]).toHaveLength(200);
  });

  test('none is one honest line', () => {
    expect(texts(recommendations(input, demandFigures()))).toContain('No finding asks for a decision.');
  });
});

describe('in the report', () => {
  const { problems, records, dateSystem } = tiny();
  const kinds = (demand: DemandFigures | null, asked?: readonly string[]) => reportSheets(figures({ demand }), problems, { records, dateSystem, ...(asked === undefined ? {} : { kinds: new Set(asked) }) }).map(({ kind }) => kind).filter((kind) => DEMAND.includes(kind));
  const DEMAND = ['demand', 'capacity', 'requests', 'recommendations'];

  test('not where demand was not worked out', () => {
    expect(kinds(null)).toEqual([]);
    expect(kinds(null, DEMAND)).toEqual([]);
  });

  test('those that have something to show, and those that are asked for', () => {
    expect(kinds(demandFigures())).toEqual([]);
    expect(kinds(demandFigures({ usage: [usageFigure('A', [1])], licences: [licenceFigure('B')] }))).toEqual(['demand', 'capacity']);
    expect(kinds(demandFigures({ withoutUsage: ['A'], requests: requestsFigure({ byStatus: [requestCount('Done', 1, 1, 0)] }), recommendations: [recommendation('C')] }))).toEqual(['demand', 'requests', 'recommendations']);
    expect(kinds(demandFigures(), DEMAND)).toEqual(DEMAND);
  });
});

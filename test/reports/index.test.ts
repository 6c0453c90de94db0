import { layOutReport, type ReportInput, reportSheets, type ReportOptions } from '../../src/reports';
import type { CellStyle, SheetModel } from '../../src/reports/sheet';
import { CELL_MARGIN, COLOR, SHEET_WIDTH } from '../../src/reports/style';
import { textWidth, wrapped } from '../../src/reports/text-width';
import { agreementFigure, chainFigure, compensationOf } from '../support/agreement-figures';
import { figures, targetFigure } from '../support/figures';
import { overflowing, tiny, typical } from '../support/organisations';

/** The same with business units in columns. */
const inColumns = (organisation: () => ReportInput) => (): ReportInput => {
  const input = organisation();
  return { ...input, records: { ...input.records, settings: { businessUnitsAcross: true } } };
};
const ORGANISATIONS = [['tiny', tiny], ['typical', typical], ['overflowing', overflowing], ['typical in columns', inColumns(typical)], ['overflowing in columns', inColumns(overflowing)]] as const;
/** Targets whose agreements have their pages written. */
const PAGES = [0, 2, 4, 14, 30];
const ALL = new Set(['operating-report', 'success-factors', 'scorecard', 'service-levels', 'agreement-chain', 'service-map', 'services-and-owners', 'customers-and-users', 'responsibilities', 'impact', 'single-points', 'demand', 'capacity', 'requests', 'recommendations', 'portfolio', 'projects', 'figures', 'rows-left-out']);
const SHEETS = ORGANISATIONS.flatMap(([name, organisation]) => {
  const { figures, problems, records, dateSystem } = organisation();
  const agreements = [...figures.agreements.slice(0, 2), ...PAGES.flatMap((at) => figures.targets[at] ?? []).map(({ agreement, item }) => agreementFigure(agreement, { item, provider: item, itOwner: item, customerContact: item, replaces: agreement, compensation: compensationOf({ monthlyFee: 1e9, cap: 5e8, due: 5e8, rebate: { perHourPerUnit: 12_345.67, units: 4380, monthSeconds: 2_678_400, beyondSeconds: 31_536_000, paidSeconds: 2_678_400, amount: 5e8 } }) }))];
  return reportSheets({ ...figures, agreements: [...figures.agreements, ...agreements.slice(2)] }, problems, { records, dateSystem, kinds: name.endsWith('columns') ? new Set(['demand']) : ALL, pages: name.endsWith('columns') ? [] : agreements.map(({ agreement }) => agreement) }).map((sheet): [string, SheetModel] => [`${name}, ${sheet.kind} ${sheet.name}`, sheet]);
});

test('the sheets in order, the first page of a month by its month, the others one of a kind', () => {
  const sheets = SHEETS.filter(([name]) => name.startsWith('typical')).slice(0, ALL.size).map(([, { kind, subject, name }]) => [kind, subject, name]);
  expect(sheets).toEqual([
    ['operating-report', '2026-10', 'Report Oct 2026'],
    ['success-factors', '', 'Success factors'],
    ['scorecard', '', 'Scorecard'],
    ['service-levels', '', 'Service levels'],
    ['agreement-chain', '', 'Agreement chain'],
    ['service-map', '', 'Service map'],
    ['services-and-owners', '', 'Services and owners'],
    ['customers-and-users', '', 'Customers and users'],
    ['responsibilities', '', 'Responsibilities'],
    ['impact', '', 'Where used and impact'],
    ['single-points', '', 'Single points of failure'],
    ['demand', '', 'Demand and forecast'],
    ['capacity', '', 'Capacity and licences'],
    ['requests', '', 'Requests and backlog'],
    ['recommendations', '', 'Recommendations'],
    ['portfolio', '', 'Service portfolio'],
    ['projects', '', 'Project portfolio'],
    ['figures', '', 'Figures'],
    ['rows-left-out', '', 'Rows left out'],
  ]);
});

test('only what is asked for is laid out; pages follow, each agreement that there is', () => {
  const { figures, problems, records, dateSystem } = typical();
  const kinds = (options: Partial<ReportOptions>) => reportSheets({ ...figures, agreements: [agreementFigure('Desktop SLA')] }, problems, { records, dateSystem, ...options }).map(({ kind }) => kind);
  // No portfolio is recorded.
  expect(kinds({})).toEqual([...ALL].filter((kind) => kind !== 'portfolio' && kind !== 'projects'));
  expect(kinds({ kinds: new Set(['scorecard']) })).toEqual(['scorecard']);
  expect(kinds({ kinds: new Set(), pages: ['desktop  sla', 'unknown'] })).toEqual(['agreement']);
});

test.each(['scorecard', 'service-levels', 'agreement-chain'])('%s gives way after each of its blocks', (kind) => {
  const { problems, records, dateSystem } = tiny();
  const pauses = (size: number): number => {
    const every = <T>(make: (name: string) => T): T[] => Array.from({ length: size }, (_, at) => make(`SLA ${at}`));
    const all = figures({ targets: every((agreement) => targetFigure({ agreement })), chains: every((item) => chainFigure(item)), agreements: every((agreement) => agreementFigure(agreement)) });
    return [...layOutReport(all, problems, { records, dateSystem, kinds: new Set([kind]) })].length;
  };
  expect(pauses(30) - pauses(0)).toBeGreaterThanOrEqual(30);
});

describe.each(SHEETS)('%s', (_, sheet) => {
  const printed = sheet.print!.area.columns;

  test('is as wide as every report sheet and prints one page across', () => {
    expect(sheet.columns.slice(0, printed).reduce((sum, width) => sum + width, 0)).toBe(SHEET_WIDTH);
    expect(sheet.print).toMatchObject({ pagesWide: 1, area: { row: 0, column: 0, rows: sheet.rows.length } });
  });

  test('holds values: no formula, no NaN, columns in order, each once', () => {
    const inOrder = (columns: readonly number[]) => columns.every((column, at) => column >= 0 && column < sheet.columns.length && (at === 0 || column > (columns[at - 1] ?? -1)));
    expect(sheet.rows.filter((row) => !inOrder(row.cells.map(({ column }) => column)))).toEqual([]);
    const cells = sheet.rows.flatMap((row) => row.cells);
    expect(cells.filter(({ formula, value }) => formula !== undefined || (typeof value === 'number' && !Number.isFinite(value)))).toEqual([]);
  });

  test('uses the palette and nothing smaller than 9 points', () => {
    const palette = new Set<string>(Object.values(COLOR));
    const colors = (style: CellStyle) => [style.color, style.fill, style.ruleAbove, style.ruleBelow, style.ruleLeft].flatMap((color) => color ?? []);
    const styles = sheet.rows.flatMap(({ cells }) => cells.flatMap(({ style }) => style ?? []));
    expect(styles.filter((style) => (style.size ?? 11) < 9 || colors(style).some((color) => !palette.has(color)))).toEqual([]);
  });

  test('no text is cut by Excel: one line fits its cell and the empty ones beside it, wrapped text its height', () => {
    const tooLong: string[] = [];
    sheet.rows.forEach((row, at) => {
      for (const { column, value, style = {} } of row.cells) {
        if (typeof value !== 'string' || value === '') continue;
        const font = { size: style.size ?? 11, bold: style.bold ?? false };
        const merge = sheet.merges.find((range) => range.row === at && range.column === column);
        if (style.wrap) {
          const width = sum(sheet, column, column + (merge?.columns ?? 1) - 1) - CELL_MARGIN;
          const height = sheet.rows.slice(at, at + (merge?.rows ?? 1)).reduce((total, one) => total + (one.height ?? 15), 0);
          // Calibri's lines are 1.22 em apart.
          if (wrapped(value, width, font).length * font.size * 1.22 > height + 1) tooLong.push(value);
          continue;
        }
        const taken = new Set(row.cells.filter((one) => one.value !== null && one.column !== column).map((one) => one.column));
        let [from, to] = [column, column];
        if (style.horizontal === 'Right' || style.horizontal === 'Center' || style.horizontal === 'CenterAcrossSelection') while (from > 0 && !taken.has(from - 1)) from--;
        if (style.horizontal !== 'Right') while (to < printed - 1 && !taken.has(to + 1)) to++;
        const room = sum(sheet, from, to) - (style.indent ?? 0) * 7;
        if (textWidth(value, font) > room) tooLong.push(`${value} (${Math.round(textWidth(value, font))} of ${room} pt)`);
      }
    });
    expect(tooLong).toEqual([]);
  });

  test('merges only wrapped text, and no cell twice', () => {
    const seen = new Set<string>();
    for (const { row, column, rows, columns } of sheet.merges) {
      const first = sheet.rows[row]?.cells.find((cell) => cell.column === column);
      expect(first?.style?.wrap).toBe(true);
      for (let at = row; at < row + rows; at++) {
        for (let of = column; of < column + columns; of++) {
          expect(seen.has(`${at} ${of}`)).toBe(false);
          seen.add(`${at} ${of}`);
          if (at !== row || of !== column) expect(sheet.rows[at]?.cells.find((cell) => cell.column === of)?.value ?? null).toBeNull();
        }
      }
    }
  });

  test('chart names are unique, and every series has numbers', () => {
    expect(new Set(sheet.charts.map(({ name }) => name)).size).toBe(sheet.charts.length);
    const all = new Map(SHEETS.filter(([name]) => name.split(',')[0] === _.split(',')[0]).map(([, one]) => [one.kind, one]));
    for (const { values, name } of sheet.charts.flatMap(({ series }) => series)) {
      const source = values.sheet === undefined ? sheet : all.get(values.sheet.kind);
      const numbers = (source?.rows.slice(values.row, values.row + values.rows) ?? []).flatMap(({ cells }) => cells.filter(({ column, value }) => column >= values.column && column < values.column + values.columns && typeof value === 'number'));
      expect([name, numbers.length > 0]).toEqual([name, true]);
    }
  });
});

function sum(sheet: SheetModel, from: number, to: number): number {
  return sheet.columns.slice(from, to + 1).reduce((total, width) => total + width, 0);
}

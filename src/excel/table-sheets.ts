/** Tables of the contract as sheets: for the sample, and empty for people to fill in. */
import type { SheetCell, SheetModel, SheetRow, SheetValidation } from '../reports/sheet';
import { CONTRACT, type TableName } from '../tables/contract';
import type { TableContent } from '../tables/model';
import { looseName } from '../tables/names';
import { columnLayouts, formatsOf, TEMPLATE_SHEETS, toCells, type ColumnLayout } from '../tables/template';

const HEADING = { bold: true, size: 12, color: '#0F548C' } as const;
const DESCRIPTION = { size: 10, color: '#595959' } as const;
/** Heading, description, a free row. */
const HEADER_ROW = 3;
/** Points between two tables. */
const GAP = 24;
/** Excel takes no longer list of choices in a cell's validation. */
const MAX_LIST = 255;

interface PlacedTable {
  readonly content: TableContent;
  readonly column: number;
  readonly columns: readonly ColumnLayout[];
  /** Of the body; at least one, as Excel has no table without. */
  readonly rows: number;
}

function layoutsOf({ table, columns }: TableContent): ColumnLayout[] {
  const layouts = columnLayouts(table as TableName);
  return columns.map((header) => layouts.find((layout) => looseName(layout.header) === looseName(header))!);
}

function validationsOf({ column, columns, rows }: PlacedTable): SheetValidation[] {
  return columns.flatMap(({ validation, help }, index) => {
    const isList = validation !== null && typeof validation !== 'string';
    if (validation === null || (isList && (validation.length === 0 || validation.join(',').length > MAX_LIST || validation.some((choice) => choice.includes(','))))) return [];
    return [{ at: { row: HEADER_ROW + 1, column: column + index, rows, columns: 1 }, list: validation, message: help.slice(0, MAX_LIST) }];
  });
}

function sheetOf(name: string, contents: readonly TableContent[], dateSystem: 1900 | 1904): SheetModel {
  const widths: number[] = [];
  const placed: PlacedTable[] = contents.map((content) => {
    if (widths.length > 0) widths.push(GAP);
    const column = widths.length;
    const columns = layoutsOf(content);
    widths.push(...columns.map(({ width }) => width));
    return { content, column, columns, rows: Math.max(1, content.rows.length) };
  });
  const rows = Array.from({ length: HEADER_ROW + 1 + Math.max(...placed.map((table) => table.rows)) }, (): SheetCell[] => []);
  for (const { content, column, columns, rows: count } of placed) {
    rows[0]!.push({ column, value: content.table, style: HEADING });
    rows[1]!.push({ column, value: CONTRACT[content.table as TableName].description, style: DESCRIPTION });
    rows[HEADER_ROW]!.push(...columns.map(({ header }, index) => ({ column: column + index, value: header })));
    const cells = toCells(content, dateSystem);
    const formats = formatsOf(content);
    for (let row = 0; row < count; row++) {
      columns.forEach((layout, index) => {
        const style = { numberFormat: formats[row]?.[index] ?? layout.numberFormat, horizontal: layout.horizontal };
        rows[HEADER_ROW + 1 + row]!.push({ column: column + index, value: cells[row]?.[index] ?? null, style });
      });
    }
  }
  return {
    kind: 'tables',
    subject: name,
    name,
    columns: widths,
    rows: rows.map((cells, index): SheetRow => (index === 0 ? { height: 18, cells } : { cells })),
    merges: [],
    charts: [],
    dataBars: [],
    tables: placed.map(({ content, column, columns, rows: count }) => ({ name: content.table, at: { row: HEADER_ROW, column, rows: 1 + count, columns: columns.length }, style: 'TableStyleLight9' })),
    validations: placed.flatMap(validationsOf),
    print: {
      orientation: 'Landscape',
      area: { row: 0, column: 0, rows: rows.length, columns: widths.length },
      pagesWide: 1,
      pagesTall: null,
      titleRows: { from: HEADER_ROW, to: HEADER_ROW },
      footer: { left: name, center: '', right: 'Page &P of &N' },
    },
    gridlines: true,
    headings: true,
    freezeRows: HEADER_ROW + 1,
  };
}

/**
 * Sheets that hold the given tables, side by side where they belong together, under a heading, with
 * drop-downs and formats.
 * @throws RangeError for a table or column that the contract does not have
 * @example tableSheets([{ table: 'Holidays', columns: ['Date'], rows: [['2026-12-25']] }], 1900)[0].name // "Calendars"
 */
export function tableSheets(contents: readonly TableContent[], dateSystem: 1900 | 1904): SheetModel[] {
  const unknown = contents.find(({ table }) => !TEMPLATE_SHEETS.some(({ tables }) => tables.some((name) => name === table)));
  if (unknown) throw new RangeError(`No table ${unknown.table} in the contract.`);
  return TEMPLATE_SHEETS.flatMap(({ name, tables }) => {
    const here = tables.flatMap((table) => contents.filter((content) => content.table === table));
    return here.length > 0 ? [sheetOf(name, here, dateSystem)] : [];
  });
}

/** Blank cells of rows that are there, to be filled: only while they are blank, and their rows are those that were read. */
import type { TableName } from '../tables/contract';
import type { CellFill, CellValue, TableAddition } from '../tables/model';
import { columnLayouts, toCells } from '../tables/template';
import { formatFor, type Written, written } from './append-cells';
import { PlainError } from './errors';
import type { Frame } from './read';
import { type AskedCell, readCells } from './read-cells';

/** Cells below each other in one column: what they get, and the formats that they had. Small enough for one call. */
export interface PlannedFill {
  readonly row: number;
  readonly column: number;
  readonly values: readonly Written[];
  readonly numberFormats: readonly string[];
  readonly formatsBefore: readonly string[];
}

/** What a cell has to hold when the fills are written. */
export interface ExpectedCell extends AskedCell {
  readonly value: CellValue;
}

export interface FillsPlan {
  readonly fills: readonly PlannedFill[];
  readonly expected: readonly ExpectedCell[];
}

const CELLS_PER_FILL = 1000;
const CHARACTERS_PER_FILL = 100_000;

/**
 * @throws PlainError where a cell to be filled is not blank, or another row stands in its place: the
 * table may have been sorted, or somebody typed
 */
export async function checkFills(context: Excel.RequestContext, { frame, expected }: { readonly frame: Frame; readonly expected: readonly ExpectedCell[] }): Promise<void> {
  if (expected.length === 0) return;
  const found = await readCells(context, context.workbook.worksheets.getItem(frame.sheet), expected);
  const other = expected.find(({ value }, index) => (found[index] ?? '') !== value);
  if (!other) return;
  const why = other.property === 'formulas' ? `A cell of ${frame.name} that was to be filled is not blank any more.` : `Row ${other.row + 1} of ${frame.name}, in which a cell was to be filled, is not the row any more that was read.`;
  throw new PlainError(`${why} Look at the table and run this again. Nothing was changed.`, 'Conflict');
}

/** Fills of one column in rows that follow each other. */
function runsOf(fills: readonly CellFill[]): { readonly column: string; readonly row: number; readonly values: CellFill['value'][] }[] {
  const sorted = [...fills].sort((a, b) => (a.column === b.column ? a.row - b.row : a.column < b.column ? -1 : 1));
  const runs: { column: string; row: number; values: CellFill['value'][] }[] = [];
  let characters = 0;
  for (const { row, column, value } of sorted) {
    const last = runs.at(-1);
    characters += String(value).length;
    if (last && last.column === column && last.row + last.values.length === row - 1 && last.values.length < CELLS_PER_FILL && characters <= CHARACTERS_PER_FILL) last.values.push(value);
    else {
      runs.push({ column, row: row - 1, values: [value] });
      characters = String(value).length;
    }
  }
  return runs;
}

/**
 * Looks at the cells that are to be filled. Nothing is changed.
 *
 * @param placeOf place of a column of the contract in the table; below 0: the table lacks it, and what was for it is left out
 * @throws PlainError as `checkFills`
 */
export async function planFills(context: Excel.RequestContext, { table, fills = [] }: TableAddition, frame: Frame, placeOf: (column: string) => number, dateSystem: 1900 | 1904): Promise<FillsPlan> {
  const there = fills.filter(({ column }) => placeOf(column) >= 0);
  if (there.length === 0) return { fills: [], expected: [] };
  const at = (column: string): number => frame.column + placeOf(column);
  const blanks = there.map(({ row, column }): ExpectedCell => ({ row: row - 1, column: at(column), property: 'formulas', value: '' }));
  const rowsSeen = new Set<number>();
  const keys = there.flatMap(({ row, where = {} }) => {
    if (rowsSeen.has(row)) return [];
    rowsSeen.add(row);
    return Object.entries(where).flatMap(([column, value]): ExpectedCell[] => (placeOf(column) < 0 ? [] : [{ row: row - 1, column: at(column), property: 'values', value }]));
  });
  const expected = [...keys, ...blanks];
  await checkFills(context, { frame, expected });

  const runs = runsOf(there);
  const sheet = context.workbook.worksheets.getItem(frame.sheet);
  const own = await readCells(context, sheet, runs.flatMap(({ row, column, values }) => values.map((_, index): AskedCell => ({ row: row + index, column: at(column), property: 'numberFormat' }))));
  const layouts = columnLayouts(table as TableName);
  let from = 0;
  const planned = runs.map(({ row, column, values }): PlannedFill => {
    const formatsBefore = own.slice(from, (from += values.length)).map(String);
    const contract = layouts.find((layout) => layout.header === column)!.numberFormat;
    const filled = toCells({ table, columns: [column], rows: values.map((value) => [value]) }, dateSystem).map(([value]) => value!);
    const numberFormats = filled.map((value, index) => formatFor(typeof value === 'number', formatsBefore[index]!, contract));
    return { row, column: at(column), values: filled.map((value, index) => written(value, numberFormats[index]!)), numberFormats, formatsBefore };
  });
  return { fills: planned, expected };
}

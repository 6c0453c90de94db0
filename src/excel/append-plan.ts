/** What it takes to add rows to a user's own table: found out before anything is changed. */
import type { SheetRange } from '../reports/sheet';
import { CONTRACT, type TableName } from '../tables/contract';
import type { CellValue, TableAddition } from '../tables/model';
import { matchHeader } from '../tables/parse';
import { columnLayouts, formatsOf, toCells } from '../tables/template';
import { addressOf } from './addresses';
import { formatFor, type Written, written } from './append-cells';
import { type ExpectedCell, planFills, type PlannedFill } from './append-fills';
import { cut, readPieces } from './blocks';
import { PlainError } from './errors';
import type { Frame } from './read';

/** The totals row of a table, as it stands. */
export interface Totals {
  readonly formulas: Written[][];
  readonly numberFormats: string[][];
}

/** Everything that is going to happen to one table. Rows and columns of the worksheet, from 0. */
export interface AppendPlan {
  readonly frame: Frame;
  /** null: the table has no totals row. */
  readonly totals: Totals | null;
  /** The first row that is written. */
  readonly firstRow: number;
  /** Rows that the table gains; the others go into rows that are blank. */
  readonly growth: number;
  /** The written rows over all columns of the table. */
  readonly cells: readonly (readonly Written[])[];
  /** Place of a column in the table → the formats of its written cells. */
  readonly numberFormats: ReadonlyMap<number, readonly string[]>;
  /** Places of the columns that the user calculates. */
  readonly calculated: readonly number[];
  readonly fills: readonly PlannedFill[];
  /** What has to stand there still when they are written. */
  readonly expected: readonly ExpectedCell[];
  /** Columns with values that the table has no place for: it lacks them, or calculates them. */
  readonly columnsLeftOut: readonly string[];
  /** Formats of the blank rows that are written into, over all columns. */
  readonly blankRowsBefore: readonly (readonly string[])[];
  /** Formats of the rows that the table grows into; null: nobody ever formatted a cell there. */
  readonly belowBefore: readonly (readonly string[])[] | null;
}

/** Of some 20 bytes each, in an answer of which the web takes 5 MB. */
const FORMATS_PER_ROUND_TRIP = 100_000;
/** The last row that a worksheet has. */
const LAST_ROW = 1_048_575;

const isFormula = (formula: unknown, value: unknown): boolean => typeof formula === 'string' && formula.startsWith('=') && formula !== value;

/** The number formats of a rectangle, in as many round trips as an answer's size asks for. */
async function readFormats(context: Excel.RequestContext, sheet: Excel.Worksheet, at: SheetRange): Promise<string[][]> {
  const pieces = await readPieces(cut(at, Infinity, FORMATS_PER_ROUND_TRIP), FORMATS_PER_ROUND_TRIP, async (group) => {
    const ranges = group.map(({ row, rows, columns }) => sheet.getRangeByIndexes(row, at.column, rows, columns));
    for (const range of ranges) range.load('numberFormat');
    await context.sync();
    return ranges.map(({ numberFormat }) => numberFormat as string[][]);
  });
  return pieces.flatMap(({ result }) => result);
}

/**
 * Looks at one table: which of its rows are blank, what it calculates, what stands below it. Two
 * round trips, and more where there are fills, or where blank rows or cells below have formats to be
 * remembered. Nothing is changed.
 *
 * @param header the table's headings
 * @param mapping the user's own headings: heading → field
 * @throws PlainError where the rows cannot be added, with what to do
 */
export async function planAppend(
  context: Excel.RequestContext,
  addition: TableAddition,
  { frame, showTotals, header }: { readonly frame: Frame; readonly showTotals: boolean; readonly header: readonly CellValue[] },
  mapping: Readonly<Record<string, string>> | undefined,
  dateSystem: 1900 | 1904,
): Promise<AppendPlan> {
  const role = addition.table as TableName;
  const { columns } = CONTRACT[role];
  const { places } = matchHeader(CONTRACT[role], header, mapping);
  const placeOf = (name: string): number => places[columns.findIndex((column) => column.header === name)] ?? -1;
  const missing = addition.rows.length === 0 ? [] : columns.filter((column) => column.required && addition.columns.includes(column.header) && placeOf(column.header) < 0);
  if (missing.length > 0) {
    throw new PlainError(`The table ${frame.name} has no column ${missing.map((column) => column.header).join(', ')}. Add it, or say which column it is, and run this again. Nothing was changed.`, 'MissingColumn');
  }

  const sheet = context.workbook.worksheets.getItem(frame.sheet);
  const top = frame.row + 1;
  const lines = (row: number, rows = 1): Excel.Range => sheet.getRangeByIndexes(row, frame.column, rows, frame.columns);
  const ends = frame.rows > 0 ? [lines(top), lines(top + frame.rows - 1)] : [];
  for (const range of ends) range.load('formulas,values');
  const used = Array.from({ length: frame.rows > 0 ? frame.columns : 0 }, (_, place) => {
    const range = sheet.getRangeByIndexes(top, frame.column + place, frame.rows, 1).getUsedRangeOrNullObject(true);
    range.load('rowIndex,rowCount');
    return range;
  });
  const totals = showTotals ? lines(top + frame.rows) : null;
  totals?.load('formulas,values,numberFormat');
  const { protection } = sheet;
  protection.load('protected');
  await context.sync();
  if (protection.protected) throw new PlainError(`The sheet “${frame.sheet}” is protected. Unprotect it (Review › Unprotect Sheet) and run this again. Nothing was changed.`, 'ProtectedSheet');
  const { fills, expected } = await planFills(context, addition, frame, placeOf, dateSystem);

  const calculated = ends.length === 0 ? [] : header.map((_, place) => place).filter((place) => ends.every(({ formulas, values }) => isFormula(formulas[0]![place], values[0]![place])));
  const filledRows = Math.max(0, ...used.map((range, place) => (range.isNullObject || calculated.includes(place) ? 0 : range.rowIndex + range.rowCount - top)));
  const count = addition.rows.length;
  const blankRows = Math.min(count, frame.rows - filledRows);
  const growth = count - blankRows;
  const firstRow = top + filledRows;
  const below = top + frame.rows + (showTotals ? 1 : 0);
  if (below + growth - 1 > LAST_ROW) throw new PlainError(`The sheet “${frame.sheet}” has no room for ${growth} more rows. Nothing was changed.`, 'NoRoom');

  const example = lines(Math.max(top, firstRow - 1));
  example.load('numberFormat');
  const area = growth > 0 ? lines(below, growth) : null;
  const inTheWay = area?.getUsedRangeOrNullObject(true);
  const formatted = area?.getUsedRangeOrNullObject(false);
  inTheWay?.load('rowIndex,columnIndex');
  formatted?.load('rowIndex');
  await context.sync();
  if (inTheWay && !inTheWay.isNullObject) {
    const cell = addressOf({ row: inTheWay.rowIndex, column: inTheWay.columnIndex, rows: 1, columns: 1 });
    throw new PlainError(`Something stands in ${cell} of “${frame.sheet}”, where the table ${frame.name} is to grow by ${growth} ${growth === 1 ? 'row' : 'rows'}. Move it and run this again. Nothing was changed.`, 'CellsInTheWay');
  }
  const formatsOfLines = (row: number, rows: number): Promise<string[][]> => readFormats(context, sheet, { row, column: frame.column, rows, columns: frame.columns });
  const blankRowsBefore = await formatsOfLines(firstRow, blankRows);
  const belowBefore = formatted && !formatted.isNullObject ? await formatsOfLines(below, growth) : null;

  const layouts = columnLayouts(role);
  const contract = (name: string): string => layouts.find((layout) => layout.header === name)!.numberFormat;
  const contents = toCells(addition, dateSystem);
  const shares = formatsOf(addition);
  const cells = contents.map(() => Array<Written>(frame.columns).fill(null));
  const numberFormats = new Map<number, string[]>();
  const columnsLeftOut: string[] = [];
  addition.columns.forEach((name, column) => {
    const place = placeOf(name);
    if (place < 0 || calculated.includes(place)) {
      if (contents.some((row) => row[column] !== '')) columnsLeftOut.push(name);
      return;
    }
    const own = String(example.numberFormat[0]![place]);
    // A blank cell is formatted as if it were filled: somebody will fill it.
    const formats = contents.map((row, index) => formatFor(typeof row[column] === 'number' || (row[column] === '' && contract(name) !== 'General'), own, shares[index]![column]!));
    numberFormats.set(place, formats);
    contents.forEach((row, index) => (cells[index]![place] = written(row[column]!, formats[index]!)));
  });
  for (const { column } of addition.fills ?? []) if (placeOf(column) < 0 && !columnsLeftOut.includes(column)) columnsLeftOut.push(column);
  return {
    frame,
    totals: totals && {
      formulas: totals.formulas.map((line, index) => line.map((formula, place) => (isFormula(formula, totals.values[index]![place]) ? (formula as string) : written(formula as CellValue, String(totals.numberFormat[index]![place]))))),
      numberFormats: totals.numberFormat as string[][],
    },
    firstRow,
    growth,
    cells,
    numberFormats,
    calculated,
    fills,
    expected,
    columnsLeftOut,
    blankRowsBefore,
    belowBefore,
  };
}

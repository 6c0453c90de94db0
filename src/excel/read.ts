/** Reads the workbook's tables. Every action reads anew: other people change cells, and copies go stale. */
import { TABLE_NAMES, type TableName } from '../tables/contract';
import type { CellValue, RawTable, RawWorkbook, TableMapping } from '../tables/model';
import { foldName, looseName } from '../tables/names';
import { cut, type Piece, readPieces } from './blocks';
import { askDateSystem, dateSystemOf } from './date-system';
import { PlainError, toPlainError } from './errors';
import { type Progress, run } from './run';
import { readMapping } from './settings';

/** Excel's advice for one answer, and what Office.js takes apart in one piece before anyone feels it (50 ms). */
const MAX_ROWS = 20_000;
const MAX_CELLS = 120_000;

/** Where a table stands. */
export interface Frame {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  /** Rows of the body: without header and totals rows. */
  readonly rows: number;
}

interface Slice extends Piece {
  readonly frame: Frame;
}

interface TableList {
  readonly items: readonly Excel.Table[];
  readonly dateSystem: 1900 | 1904 | null;
}

/** Which tables there are and which date system holds, in one round trip; in two where Excel has no DATE for us. */
export async function listTables(context: Excel.RequestContext): Promise<TableList> {
  const { tables } = context.workbook;
  const properties = 'items/name,items/showHeaders,items/showTotals,items/worksheet/name';
  try {
    tables.load(properties);
    const serial = askDateSystem(context);
    await context.sync();
    return { items: tables.items, dateSystem: dateSystemOf(serial) };
  } catch (error) {
    if (!['ApiNotFound', 'NotImplemented', 'UnsupportedOperation'].includes(toPlainError(error).code)) throw error;
  }
  tables.load(properties);
  await context.sync();
  return { items: tables.items, dateSystem: null };
}

/** Where tables stand, one round trip; those without a header row are left out. */
export async function frameTables(context: Excel.RequestContext, items: readonly Excel.Table[]): Promise<Frame[]> {
  // Without a header row nobody can say what its columns are.
  const ranges = items.filter((table) => table.showHeaders).map((table) => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { table, range };
  });
  if (ranges.length > 0) await context.sync();
  return ranges.map(({ table, range }) => ({
    name: table.name,
    sheet: table.worksheet.name,
    row: range.rowIndex,
    column: range.columnIndex,
    columns: range.columnCount,
    rows: range.rowCount - 1 - (table.showTotals ? 1 : 0),
  }));
}

/** Rows of tables that Plumbline does not know, or that are not asked for, are not read: only their headings, for the mapping. */
function isWanted(name: string, mapping: TableMapping, roles: readonly TableName[]): boolean {
  const wanted = [name, ...Object.entries(mapping.tables).flatMap(([mapped, role]) => (foldName(mapped) === foldName(name) ? [role] : []))].map(looseName);
  return roles.some((role) => wanted.includes(looseName(role)));
}

/**
 * Reads every table of the workbook: headings of all, rows of those that Plumbline knows or the user
 * mapped. Two round trips to find them, then blocks of at most 20,000 rows or 120,000 cells, halved
 * where Excel says that it was too much.
 *
 * @param roles tables of the contract whose rows are wanted
 * @throws PlainError
 * @example (await readWorkbook()).tables[0] // { name: 'Services', sheet: 'Services', row: 2, column: 1, header: ['Service', …], rows: [['ATM Network', …], …] }
 */
export async function readWorkbook(progress?: Progress, signal?: AbortSignal, roles: readonly TableName[] = TABLE_NAMES): Promise<RawWorkbook> {
  const mapping = readMapping();
  return run(
    async (context) => {
      progress?.({ text: 'Looking for tables' });
      const { items, dateSystem } = await listTables(context);
      const frames = await frameTables(context, items);
      const slices = frames.flatMap((frame) => {
        // The header goes with the first rows.
        const rows = 1 + (isWanted(frame.name, mapping, roles) ? frame.rows : 0);
        return cut<Slice>({ frame, row: frame.row, rows, columns: frame.columns }, MAX_ROWS, MAX_CELLS);
      });
      const total = slices.reduce((sum, slice) => sum + slice.rows, 0);
      let done = 0;
      const read = async (group: readonly Slice[]): Promise<CellValue[][][]> => {
        progress?.({ text: `Reading ${group[0]!.frame.name}`, share: done / total });
        const ranges = group.map(({ frame, row, rows, columns }) => {
          const range = context.workbook.worksheets.getItem(frame.sheet).getRangeByIndexes(row, frame.column, rows, columns);
          range.load('values');
          return range;
        });
        await context.sync();
        const values = ranges.map((range) => range.values as CellValue[][] | null);
        // Above its limit Excel hands over nothing, and no error.
        if (values.some((value) => value === null)) throw new PlainError('This is more than Excel hands over in one go.', 'ResponsePayloadSizeLimitExceeded');
        done += group.reduce((sum, slice) => sum + slice.rows, 0);
        return values as CellValue[][][];
      };
      const rowsOf = new Map<Frame, CellValue[][]>(frames.map((frame) => [frame, []]));
      for (const { piece, result } of await readPieces(slices, MAX_CELLS, read)) {
        const rows = rowsOf.get(piece.frame)!;
        for (const row of result) rows.push(row);
      }
      const tables = frames.map((frame): RawTable => {
        const [header = [], ...rows] = rowsOf.get(frame)!;
        return { name: frame.name, sheet: frame.sheet, row: frame.row, column: frame.column, header, rows, ...(rows.length < frame.rows ? { unreadRows: frame.rows } : {}) };
      });
      return { tables, dateSystem: dateSystem ?? 1900, ...(dateSystem === null ? { dateSystemAssumed: true } : {}), mapping };
    },
    { progress, signal },
  );
}

/** The workbook's date system, for writing dates; 1900 where Excel does not say. */
export function readDateSystem(): Promise<1900 | 1904> {
  return run(async (context) => (await listTables(context)).dateSystem ?? 1900);
}

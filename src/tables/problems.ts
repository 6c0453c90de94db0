import type { Column, Table, TableName } from './contract';
import type { CellValue, Problem, RawTable } from './model';
import type { HeaderMatch } from './parse';
import { TABLE_NAMES } from './contract';
import type { Words } from './words';

/** A row of a table while it is being read: the record's fields, by name. */
export type Row = Record<string, unknown> & { readonly row: number; unreadable?: string[] };

/** A table of the workbook, matched with the contract and read. */
export interface ReadTable {
  readonly table: Table;
  readonly raw: RawTable;
  readonly match: HeaderMatch;
  /** Rows that are not blank, but for those left out altogether. */
  rows: Row[];
  /** Rows left out altogether: a name that is blank, unreadable or taken. */
  dropped: number;
}

/**
 * A cell's address.
 *
 * @param row worksheet row, 1-based
 * @param column worksheet column, from 0
 * @example addressOf(877, 2) // 'C877'
 */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters + row;
}

/** Where a problem stands in its table: a cell by row and field, or a cell of the header. */
export type Place = { readonly row: number; readonly field: string } | { readonly headerPlace: number };

/** Collects problems and gives them in the order of the contract, each table from top to bottom. */
export class ProblemList {
  private readonly entries: { readonly problem: Problem; readonly order: number; readonly row: number }[] = [];

  /** A problem of a table that the workbook has. A field whose column is not there gives the row's first cell. */
  add(read: ReadTable, place: Place, words: Words, found: string, effect: string, fix?: CellValue): void {
    const { raw, match, table } = read;
    const row = 'row' in place ? place.row : raw.row + 1;
    const column = 'row' in place ? Math.max(0, match.places[columnIndex(table, place.field)] ?? 0) : place.headerPlace;
    this.push({ ...words, table: table.name, sheet: raw.sheet, cell: addressOf(row, raw.column + column), found, effect, ...(fix === undefined ? {} : { fix }) }, row);
  }

  /** A problem without a cell: a table that is not there. */
  addTable(table: TableName, words: Words, found: string, effect: string): void {
    this.push({ ...words, table, sheet: '', cell: '', found, effect }, 0);
  }

  sorted(): Problem[] {
    return this.entries.sort((a, b) => a.order - b.order || a.row - b.row).map(({ problem }) => problem);
  }

  private push(problem: Problem, row: number): void {
    this.entries.push({ problem, order: TABLE_NAMES.indexOf(problem.table as TableName), row });
  }
}

function columnIndex(table: Table, field: string): number {
  return table.columns.findIndex((column) => column.field === field);
}

/** The column of a field. */
export function columnOf(table: Table, field: string): Column {
  const column = table.columns[columnIndex(table, field)];
  if (!column) throw new RangeError(`${table.name} has no field ${field}.`);
  return column;
}

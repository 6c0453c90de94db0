import { invalidArgument } from './errors';
import type { ModelRange } from './model';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** `0` → `A`, `27` → `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** `A` → `0`, `AB` → `27`. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `(0, 2)` → `C1`. */
export const cellAddress = (row: number, column: number) => columnName(column) + (row + 1);

/** `A1:B2`, `A1` for one cell, `A:C` and `2:4` for whole columns and rows; with `absolute`, `$A$1:$B$2`. */
export function rangeAddress({ row, column, rows, columns }: ModelRange, absolute = false): string {
  const $ = absolute ? '$' : '';
  const left = $ + columnName(column);
  const right = $ + columnName(column + columns - 1);
  const top = $ + (row + 1);
  const bottom = $ + (row + rows);
  if (rows === MAX_ROWS && columns < MAX_COLUMNS) return `${left}:${right}`;
  if (columns === MAX_COLUMNS && rows < MAX_ROWS) return `${top}:${bottom}`;
  return rows === 1 && columns === 1 ? left + top : `${left}${top}:${right}${bottom}`;
}

/** `Sheet1`, `'My sheet'`, `'It''s'`: a sheet's name as references write it. */
export function sheetReference(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export interface ParsedAddress {
  /** null: the address names no sheet. */
  readonly sheet: string | null;
  readonly range: ModelRange;
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** Reads `A1`, `$A$1:B2`, `A:C`, `2:4`, each with or without `Sheet!`; null: it is no address. */
export function parseAddress(text: string): ParsedAddress | null {
  const bang = text.lastIndexOf('!');
  const local = text.slice(bang + 1).trim();
  let sheet = bang < 0 ? null : text.slice(0, bang).trim().replace(/^=/, '');
  if (sheet?.startsWith("'") && sheet.endsWith("'")) sheet = sheet.slice(1, -1).replaceAll("''", "'");
  const range = parseLocal(local);
  return range && { sheet, range };
}

function parseLocal(local: string): ModelRange | null {
  const cells = CELLS.exec(local);
  if (cells) return span(Number(cells[2]) - 1, columnIndex(cells[1]!), Number(cells[4] ?? cells[2]) - 1, columnIndex(cells[3] ?? cells[1]!));
  const columns = COLUMNS.exec(local);
  if (columns) return span(0, columnIndex(columns[1]!), MAX_ROWS - 1, columnIndex(columns[2]!));
  const rows = ROWS.exec(local);
  if (rows) return span(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

function span(row1: number, column1: number, row2: number, column2: number): ModelRange | null {
  const range = {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  };
  return onSheet(range) ? range : null;
}

const onSheet = ({ row, column, rows, columns }: ModelRange) =>
  row >= 0 && column >= 0 && rows > 0 && columns > 0 && row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS;

/** The range itself, or InvalidArgument when it leaves the sheet. */
export function checkedRange(row: number, column: number, rows: number, columns: number): ModelRange {
  const range = { row, column, rows, columns };
  if (![row, column, rows, columns].every(Number.isInteger) || !onSheet(range)) throw invalidArgument();
  return range;
}

/** What both share; null: nothing. */
export function intersection(a: ModelRange, b: ModelRange): ModelRange | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest range that holds both. */
export function boundingRange(a: ModelRange, b: ModelRange): ModelRange {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: ModelRange, inner: ModelRange) =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

export const sameRange = (a: ModelRange, b: ModelRange) => a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

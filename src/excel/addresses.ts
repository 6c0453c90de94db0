/** Cell addresses, rows and columns counted from 0. */
import type { SheetRange } from '../reports/sheet';

/** @example columnName(27) // "AB" */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** @example addressOf({ row: 0, column: 0, rows: 2, columns: 3 }) // "A1:C2" */
export function addressOf({ row, column, rows, columns }: SheetRange): string {
  const from = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? from : `${from}:${columnName(column + columns - 1)}${row + rows}`;
}

/** @example parseAddress("'My sheet'!$B$2:C3") // { row: 1, column: 1, rows: 2, columns: 2 } */
export function parseAddress(address: string): SheetRange {
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const [from = '', to = from] = local.split(':');
  const start = parseCell(from);
  const end = parseCell(to);
  return { row: start.row, column: start.column, rows: end.row - start.row + 1, columns: end.column - start.column + 1 };
}

function parseCell(cell: string): { row: number; column: number } {
  const found = /^([A-Z]+)([0-9]+)$/i.exec(cell);
  if (!found) throw new RangeError(`Not a cell: ${cell}`);
  let column = 0;
  for (const letter of found[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(found[2]) - 1, column: column - 1 };
}

/** A sheet's name as formulas and links write it. @example quoteSheet("Jan's") // "'Jan''s'" */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

export function intersects(a: SheetRange, b: SheetRange): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

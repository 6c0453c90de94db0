import type { SheetCell, SheetModel } from '../../src/reports/sheet';

/** Text of every cell, row by row. */
export function texts(sheet: SheetModel): string[] {
  return sheet.rows.flatMap((row) => row.cells.flatMap(({ value }) => (typeof value === 'string' ? value.replaceAll('\u00a0', ' ') : [])));
}

/** The first row with this text in a cell, from 0. */
export function rowOf(sheet: SheetModel, text: string | RegExp): number {
  const found = sheet.rows.findIndex((row) => row.cells.some(({ value }) => typeof value === 'string' && (typeof text === 'string' ? value.replaceAll('\u00a0', ' ') === text : text.test(value.replaceAll('\u00a0', ' ')))));
  if (found < 0) throw new Error(`No cell says ${String(text)}`);
  return found;
}

export function cellAt(sheet: SheetModel, row: number, column: number): SheetCell | undefined {
  return sheet.rows[row]?.cells.find((cell) => cell.column === column);
}

/** The values of a row that are not empty, in column order. */
export function valuesOf(sheet: SheetModel, row: number): (string | number | boolean)[] {
  return (sheet.rows[row]?.cells ?? []).flatMap(({ value }) => (value === null ? [] : [typeof value === 'string' ? value.replaceAll('\u00a0', ' ') : value]));
}

/** Height of the rows in points. */
export function heightOf(sheet: SheetModel): number {
  return sheet.rows.reduce((sum, row) => sum + (row.height ?? sheet.rowHeight ?? 15), 0);
}

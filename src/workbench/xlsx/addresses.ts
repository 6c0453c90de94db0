/** Cell addresses as files write them, beside those of the host: `B3`, `A1:C9`, `'My sheet'!$B$3`. */
import { cellAddress, columnIndex, MAX_COLUMNS, MAX_ROWS, parseAddress } from '../host/address';
import type { ModelRange } from '../host/model';

/** `parseCell('B3')` → `{row: 2, column: 1}`; null where it is no cell. */
export function parseCell(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return null;
  const row = Number(match[2]) - 1;
  const column = columnIndex(match[1] ?? '');
  return row < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS ? null : { row, column };
}

/** A range of a sheet: `A1:C9`, `$A$1`, `A:C`; null where it is none. */
export const parseRange = (text: string): ModelRange | null => parseAddress(text)?.range ?? null;

/** The areas of a list of ranges parted by spaces, as `sqref` attributes hold them. */
export function parseRanges(text: string): ModelRange[] {
  return text.split(/\s+/).flatMap((each) => (each ? (parseRange(each) ?? []) : []));
}

/** `{row: 0, column: 0, rows: 9, columns: 3}` → `A1:C9`: files give whole columns by their cells too. */
export function rangeName({ row, column, rows, columns }: ModelRange): string {
  const start = cellAddress(row, column);
  return rows === 1 && columns === 1 ? start : `${start}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** `splitSheet("'My sheet'!$A$1")` → `{sheet: 'My sheet', address: '$A$1'}`. */
export function splitSheet(text: string): { sheet: string | null; address: string } {
  const match = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.+)$/.exec(text);
  if (!match) return { sheet: null, address: text };
  return { sheet: match[1] !== undefined ? match[1].replace(/''/g, "'") : (match[2] ?? ''), address: match[3] ?? '' };
}

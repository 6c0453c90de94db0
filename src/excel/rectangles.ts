/** Few addresses for many cells: what is equal is written once. */
import { addTo } from '../domain/grouping';
import type { Work } from '../domain/work';
import type { SheetRange } from '../reports/sheet';
import { addressOf } from './addresses';

/**
 * Covers the cells of each value with as few rectangles as a single pass finds: runs along the rows,
 * equal runs of following rows joined. Gives way after every row.
 * @param valueAt null: the cell belongs to no group
 */
export function* rectanglesBy<T>(rows: number, columns: number, valueAt: (row: number, column: number) => T | null): Work<Map<T, SheetRange[]>> {
  const groups = new Map<T, SheetRange[]>();
  /** The rectangles that end at the row above: `column:columns` → rectangle. */
  let open = new Map<string, { value: T; row: number; column: number; rows: number; columns: number }>();
  const close = (rectangle: { value: T; row: number; column: number; rows: number; columns: number }): void => {
    const { value, ...range } = rectangle;
    const group = groups.get(value);
    if (group) group.push(range);
    else groups.set(value, [range]);
  };
  for (let row = 0; row < rows; row++) {
    const next: typeof open = new Map();
    for (let column = 0; column < columns; ) {
      const value = valueAt(row, column);
      let end = column + 1;
      while (end < columns && valueAt(row, end) === value) end++;
      if (value !== null) {
        const key = `${column}:${end}`;
        const above = open.get(key);
        if (above && above.value === value) {
          above.rows++;
          open.delete(key);
          next.set(key, above);
        } else {
          next.set(key, { value, row, column, rows: 1, columns: end - column });
        }
      }
      column = end;
    }
    for (const rectangle of open.values()) close(rectangle);
    open = next;
    yield;
  }
  for (const rectangle of open.values()) close(rectangle);
  return groups;
}

/** Excel takes 8,192 characters in one address (office-js troubleshooting); we stay well below. */
const ADDRESS_LIMIT = 4000;

/** Addresses such as `A1:B2,D4`, none longer than Excel takes. */
export function addressLists(ranges: readonly SheetRange[]): string[] {
  return joined(ranges.map(addressOf));
}

/**
 * Addresses of whole rows or columns that have the same size, by that size.
 *
 * @param nameOf what a row or column is called
 * @example linesBySize([15, 15, 30, 15], (row) => `${row + 1}`) // Map { 15 => ['1:2,4:4'], 30 => ['3:3'] }
 */
export function linesBySize(sizes: readonly number[], nameOf: (line: number) => string): Map<number, string[]> {
  const runs = new Map<number, string[]>();
  for (let from = 0, to = 0; from < sizes.length; from = ++to) {
    const size = sizes[from]!;
    while (sizes[to + 1] === size) to++;
    addTo(runs, size, `${nameOf(from)}:${nameOf(to)}`);
  }
  return new Map([...runs].map(([size, addresses]) => [size, joined(addresses)]));
}

function joined(addresses: readonly string[]): string[] {
  const lists: string[] = [];
  let list = '';
  for (const address of addresses) {
    if (list.length + address.length + 1 > ADDRESS_LIMIT) {
      lists.push(list);
      list = '';
    }
    list = list ? `${list},${address}` : address;
  }
  if (list) lists.push(list);
  return lists;
}

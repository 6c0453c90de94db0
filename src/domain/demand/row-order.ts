import type { RowReference } from '../figures';

/** References to rows of one table, in its order. @example inOrder([{ table: 'Usage', row: 9 }, { table: 'Usage', row: 4 }]) // rows 4, 9 */
export function inOrder(rows: readonly RowReference[]): RowReference[] {
  return rows.toSorted((a, b) => a.row - b.row);
}

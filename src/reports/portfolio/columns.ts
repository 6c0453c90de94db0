import type { CellStyle } from '../sheet';
import { widthOf } from '../layout';
import { STYLE } from '../style';

/** The columns of the project portfolio, in points; its lists share them. */
export const COLUMNS = [9, 27, 156, 69, 132, 90, 57, 57, 69, 66, 36, 66, 48, 60];
export const C = { rank: 1, project: 2, status: 3, initiative: 4, owner: 5, start: 6, end: 7, cost: 8, benefit: 9, years: 10, npv: 11, roi: 12, payback: 13 } as const;
export const LAST = C.payback;
export const WIDTH = widthOf(COLUMNS, C.rank, LAST);

export const DETAIL: CellStyle = { ...STYLE.detail, indent: 1 };
export const HEAD_RIGHT: CellStyle = { ...STYLE.head, horizontal: 'Right' };

/** Points of one column. */
export function widthAt(column: number): number {
  return COLUMNS[column] ?? 0;
}

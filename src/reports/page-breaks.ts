/** Where the pages of a sheet end, so that what belongs together is printed on one page. */
import { addTo } from '../domain/grouping';
import type { PrintSetup, SheetRow } from './sheet';

/** Points: 0.35 in, at the bottom 0.45 in, header and footer 0.2 in. */
export const PAGE_MARGINS = { left: 25.2, right: 25.2, top: 25.2, bottom: 32.4, header: 14.4, footer: 14.4 } as const;

/** A4 and Letter, in points: which of them is in the printer is not known here. */
const PAPERS = [
  { long: 841.89, short: 595.28 },
  { long: 792, short: 612 },
];
/** Columns may be printed narrower than they are shown; the scale is larger then, and a page holds less. */
const SURE_SHARE = 0.96;
/** More the file format does not take. */
const MOST_BREAKS = 1023;
/** Of rows that say none. */
const ROW_HEIGHT = 15;

/** Rows that belong together, from 0, the last included. Blocks may stand within others. */
export interface RowBlock {
  readonly from: number;
  readonly to: number;
}

/** Points of rows that a page holds for sure, on A4 and on Letter, when it is scaled to the width of the columns. */
function pageHeight({ orientation, area, pagesWide, scale }: PrintSetup, columns: readonly number[]): number {
  const width = columns.slice(area.column, area.column + area.columns).reduce((sum, each) => sum + each, 0);
  const heights = PAPERS.map(({ long, short }) => {
    const [across, down] = orientation === 'Landscape' ? [long, short] : [short, long];
    const room = (across - PAGE_MARGINS.left - PAGE_MARGINS.right) * (pagesWide ?? 1);
    const shrunk = pagesWide === null ? (scale ?? 100) / 100 : Math.min(1, room / width);
    return (down - PAGE_MARGINS.top - PAGE_MARGINS.bottom) / shrunk;
  });
  return Math.min(...heights) * SURE_SHARE;
}

/**
 * A print set-up whose pages end between blocks: every page holds as many whole blocks as fit, and ends at
 * the same row whatever the paper. A block that no page holds is parted between the blocks within it, or
 * between rows. Where the height is fitted to pages, or there are no blocks, the set-up stays as it is.
 *
 * @param columns widths in points
 * @example
 * // Landscape, one page wide, 942 points: A4 holds 614 points of rows. Three blocks of 20 rows of 15 points:
 * endBetweenBlocks(print, columns, rows, [{ from: 0, to: 19 }, { from: 20, to: 39 }, { from: 40, to: 59 }]).breaksBefore // [40]
 */
export function endBetweenBlocks(print: PrintSetup, columns: readonly number[], rows: readonly SheetRow[], blocks: readonly RowBlock[]): PrintSetup {
  if (blocks.length === 0 || print.pagesTall !== null) return print;
  const first = print.area.row;
  const end = first + print.area.rows;
  /** Height of all rows above a row. */
  const above = [0];
  for (const { height = ROW_HEIGHT } of rows) above.push((above.at(-1) ?? 0) + height);
  const heightOf = ({ from, to }: RowBlock): number => (above[to + 1] ?? 0) - (above[from] ?? 0);
  const begins = new Map<number, RowBlock[]>();
  for (const block of blocks) addTo(begins, block.from, block);

  const page = pageHeight(print, columns);
  const repeated = print.titleRows === undefined ? 0 : heightOf(print.titleRows);
  const breaksBefore: number[] = [];
  let left = page;
  for (let row = first; row < end; ) {
    const whole = { from: row, to: row };
    for (const block of begins.get(row) ?? []) if (block.to > whole.to && heightOf(block) <= page - repeated) whole.to = block.to;
    if (heightOf(whole) > left && row > first) {
      breaksBefore.push(row);
      left = page - repeated;
    }
    left -= heightOf(whole);
    row = whole.to + 1;
  }
  return { ...print, breaksBefore: breaksBefore.slice(0, MOST_BREAKS) };
}

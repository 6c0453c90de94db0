import type { ModelRange, ModelSheet } from '../host/model';

/** Excel's points at the 96 dots of a page. */
export const px = (points: number): number => (points * 96) / 72;

/** Where rows or columns begin, in pixels; sizes of most of them are the default. */
export class Axis {
  /** Indices with a size of their own, ascending, with what they add to the default up to and including them. */
  private readonly own: { index: number; extra: number; size: number }[] = [];

  constructor(
    readonly defaultSize: number,
    sizes: ReadonlyMap<number, number>,
    hidden: ReadonlySet<number>,
  ) {
    const all = new Map([...sizes].map(([index, points]) => [index, px(points)] as const));
    for (const index of hidden) all.set(index, 0);
    let extra = 0;
    for (const [index, size] of [...all].sort(([a], [b]) => a - b)) {
      extra += size - defaultSize;
      this.own.push({ index, extra, size });
    }
  }

  private lastBefore(index: number): number {
    let low = 0;
    let high = this.own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.own[middle]?.index ?? Infinity) < index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  start(index: number): number {
    return index * this.defaultSize + (this.own[this.lastBefore(index)]?.extra ?? 0);
  }

  size(index: number): number {
    const own = this.own[this.lastBefore(index + 1)];
    return own?.index === index ? own.size : this.defaultSize;
  }

  /** The row or column at a pixel. */
  at(pixel: number): number {
    let low = 0;
    let high = Math.max(1, Math.ceil(pixel / Math.max(this.defaultSize, 1)) + this.own.length + 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= pixel) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

export interface SheetGeometry {
  readonly rows: Axis;
  readonly columns: Axis;
}

export const geometryOf = (sheet: ModelSheet): SheetGeometry => ({
  rows: new Axis(px(sheet.defaultRowHeight), sheet.rowHeights, sheet.hiddenRows),
  columns: new Axis(px(sheet.defaultColumnWidth), sheet.columnWidths, sheet.hiddenColumns),
});

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function boxOf({ rows, columns }: SheetGeometry, range: ModelRange): Box {
  const left = columns.start(range.column);
  const top = rows.start(range.row);
  return { left, top, width: columns.start(range.column + range.columns) - left, height: rows.start(range.row + range.rows) - top };
}

/** Where a drawing's things lie: anchors to cells ⇄ points from the sheet's upper left corner. */
import { MAX_COLUMNS, MAX_ROWS } from '../host/address';
import { type Box, columnLeft, rowTop } from '../host/geometry';
import type { ModelSheet } from '../host/model';
import { element, type XmlElement } from './xml';

/** English metric units in a point. */
export const EMU = 12_700;
export const emu = (points: number): number => Math.round(points * EMU);

/** The box that an anchor spans. */
export function anchoredBox(anchor: XmlElement, sheet: ModelSheet): Box {
  const corner = (marker: XmlElement | undefined) => {
    const value = (name: string) => Number(marker?.first(name)?.text ?? 0);
    return { x: columnLeft(sheet, value('col')) + value('colOff') / EMU, y: rowTop(sheet, value('row')) + value('rowOff') / EMU };
  };
  const extent = anchor.first('ext');
  const size = { width: (extent?.number('cx') ?? 0) / EMU, height: (extent?.number('cy') ?? 0) / EMU };
  const absolute = anchor.first('pos');
  if (absolute) return { left: (absolute.number('x') ?? 0) / EMU, top: (absolute.number('y') ?? 0) / EMU, ...size };
  const start = corner(anchor.first('from'));
  const to = anchor.first('to');
  if (!to) return { left: start.x, top: start.y, ...size };
  const end = corner(to);
  return { left: start.x, top: start.y, width: end.x - start.x, height: end.y - start.y };
}

/** An anchor's `from` or `to`: the cell under a point, and how far into it the point lies. */
export function marker(tag: 'from' | 'to', x: number, y: number, sheet: ModelSheet): XmlElement {
  const width = (column: number) => (sheet.hiddenColumns.has(column) ? 0 : (sheet.columnWidths.get(column) ?? sheet.defaultColumnWidth));
  const height = (row: number) => (sheet.hiddenRows.has(row) ? 0 : (sheet.rowHeights.get(row) ?? sheet.defaultRowHeight));
  const [column, columnRest] = under(x, width, MAX_COLUMNS);
  const [row, rowRest] = under(y, height, MAX_ROWS);
  const text = (name: string, value: number) => element(`xdr:${name}`, {}, [String(value)]);
  return element(`xdr:${tag}`, {}, [text('col', column), text('colOff', emu(columnRest)), text('row', row), text('rowOff', emu(rowRest))]);
}

/** The row or column under a distance, and how far into it the distance reaches. */
function under(distance: number, size: (index: number) => number, count: number): [index: number, rest: number] {
  let rest = Math.max(0, distance);
  for (let index = 0; index < count; index++) {
    const step = size(index);
    if (rest < step - 1e-6) return [index, rest];
    rest = Math.max(0, rest - step);
  }
  return [count - 1, 0];
}

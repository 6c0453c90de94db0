import type { ModelRange, ModelSheet } from './model';

/** Points from the sheet's left edge to this column. */
export function columnLeft(sheet: ModelSheet, column: number): number {
  let left = column * sheet.defaultColumnWidth;
  for (const [index, width] of sheet.columnWidths) if (index < column && !sheet.hiddenColumns.has(index)) left += width - sheet.defaultColumnWidth;
  for (const index of sheet.hiddenColumns) if (index < column) left -= sheet.defaultColumnWidth;
  return left;
}

/** Points from the sheet's top edge to this row. */
export function rowTop(sheet: ModelSheet, row: number): number {
  let top = row * sheet.defaultRowHeight;
  for (const [index, height] of sheet.rowHeights) if (index < row && !sheet.hiddenRows.has(index)) top += height - sheet.defaultRowHeight;
  for (const index of sheet.hiddenRows) if (index < row) top -= sheet.defaultRowHeight;
  return top;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a range lies on its sheet, in points. */
export function rangeBox(sheet: ModelSheet, { row, column, rows, columns }: ModelRange): Box {
  const left = columnLeft(sheet, column);
  const top = rowTop(sheet, row);
  return { left, top, width: columnLeft(sheet, column + columns) - left, height: rowTop(sheet, row + rows) - top };
}

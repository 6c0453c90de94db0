/** Shapes move and size with the cells beneath them, as their placement says. */
import { columnLeft, rowTop } from '../geometry';
import type { ModelShape, ModelSheet } from '../model';
import { bringLines } from './glue';
import { spanOf } from './new-shape';
import type { Point } from './route';

interface InCells {
  readonly column: number;
  readonly across: number;
  readonly row: number;
  readonly down: number;
}

/** The index whose cell lies under a distance: `start` rises with it. */
function under(distance: number, start: (index: number) => number): number {
  let high = 1;
  while (start(high) <= distance && high < 1 << 20) high *= 2;
  let low = 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (start(middle) <= distance) low = middle;
    else high = middle;
  }
  return low;
}

function inCells(sheet: ModelSheet, { x, y }: Point): InCells {
  const column = under(x, (index) => columnLeft(sheet, index));
  const row = under(y, (index) => rowTop(sheet, index));
  return { column, across: x - columnLeft(sheet, column), row, down: y - rowTop(sheet, row) };
}

/** The same place in the same cell; at its edge where the cell has become smaller. */
function onSheet(sheet: ModelSheet, { column, across, row, down }: InCells): Point {
  const [left, top] = [columnLeft(sheet, column), rowTop(sheet, row)];
  return { x: left + Math.min(across, columnLeft(sheet, column + 1) - left), y: top + Math.min(down, rowTop(sheet, row + 1) - top) };
}

/** Does what changes the sizes of cells; shapes that are not placed freely go with them. */
export function movingShapes(sheet: ModelSheet, change: () => void): void {
  if (sheet.shapes.length === 0) return change();
  const moved = sheet.shapes.filter(({ placement }) => placement !== 'Absolute');
  const corners = (shape: ModelShape): [Point, Point] => (shape.connector ? [shape.connector.begin, shape.connector.end] : [{ x: shape.left, y: shape.top }, { x: shape.left + shape.width, y: shape.top + shape.height }]);
  const before = moved.map((shape) => corners(shape).map((corner) => inCells(sheet, corner)) as [InCells, InCells]);
  change();
  moved.forEach((shape, index) => {
    const [from, to] = before[index]!.map((place) => onSheet(sheet, place)) as [Point, Point];
    const by = { x: from.x - corners(shape)[0].x, y: from.y - corners(shape)[0].y };
    const sized = shape.placement === 'TwoCell';
    if (shape.connector) {
      const { begin, end } = shape.connector;
      const connector = { ...shape.connector, begin: { ...begin, ...from }, end: { ...end, ...(sized ? to : { x: end.x + by.x, y: end.y + by.y }) } };
      Object.assign(shape, { connector, ...spanOf(connector) });
    } else {
      Object.assign(shape, { left: from.x, top: from.y }, sized ? { width: to.x - from.x, height: to.y - from.y } : {});
    }
  });
  for (const shape of sheet.shapes) if (!shape.connector) bringLines(sheet.shapes, shape);
}

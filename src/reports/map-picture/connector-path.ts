import type { SheetConnector, SheetShape, ShapeSide } from '../sheet';

/** Points from the drawing's upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The points through which a connector runs, its two ends included. An elbow turns half way: between
 * two upright sides half way across, between two level sides half way down, else once, at the corner.
 *
 * @param shapes the drawing's shapes by name
 * @returns no points where one of the two shapes is not there
 * @example
 * // A box of 100 × 20 at (0, 0), another at (200, 40): from the right side to the left one
 * connectorPoints(elbow, shapes) // (100, 10) (150, 10) (150, 50) (200, 50)
 */
export function connectorPoints(connector: SheetConnector, shapes: ReadonlyMap<string, SheetShape>): Point[] {
  const begins = shapes.get(connector.from.shape);
  const ends = shapes.get(connector.to.shape);
  if (begins === undefined || ends === undefined) return [];
  const from = middleOf(begins, connector.from.side);
  const to = middleOf(ends, connector.to.side);
  if (connector.type === 'Straight') return [from, to];
  const leaves = isUpright(connector.from.side);
  const arrives = isUpright(connector.to.side);
  if (leaves !== arrives) return [from, leaves ? { x: to.x, y: from.y } : { x: from.x, y: to.y }, to];
  const halfway = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return leaves ? [from, { x: halfway.x, y: from.y }, { x: halfway.x, y: to.y }, to] : [from, { x: from.x, y: halfway.y }, { x: to.x, y: halfway.y }, to];
}

/** Where connectors are glued: the middle of a side. */
function middleOf({ left, top, width, height }: SheetShape, side: ShapeSide): Point {
  return {
    x: side === 'Left' ? left : side === 'Right' ? left + width : left + width / 2,
    y: side === 'Top' ? top : side === 'Bottom' ? top + height : top + height / 2,
  };
}

function isUpright(side: ShapeSide): boolean {
  return side === 'Left' || side === 'Right';
}

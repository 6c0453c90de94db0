import type { SheetConnector, SheetShape, ShapeSide } from './sheet';

/** Points from the drawing's upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a connector begins and ends; it runs straight between the two.
 *
 * @param shapes the drawing's shapes by name
 * @returns null where one of its two shapes is not there
 * @example
 * // A box of 100 × 20 at (0, 0), another at (200, 40): from the right side to the left one
 * connectorEnds(connector, shapes) // begin (100, 10), end (200, 50)
 */
export function connectorEnds({ from, to }: Pick<SheetConnector, 'from' | 'to'>, shapes: ReadonlyMap<string, SheetShape>): { readonly begin: Point; readonly end: Point } | null {
  const [first, last] = [shapes.get(from.shape), shapes.get(to.shape)];
  return first === undefined || last === undefined ? null : { begin: middleOf(first, from.side), end: middleOf(last, to.side) };
}

/** Where connectors are glued: the middle of a side. */
function middleOf({ left, top, width, height }: SheetShape, side: ShapeSide): Point {
  return {
    x: side === 'Left' ? left : side === 'Right' ? left + width : left + width / 2,
    y: side === 'Top' ? top : side === 'Bottom' ? top + height : top + height / 2,
  };
}

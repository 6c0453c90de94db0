/** Where an arrow key leads in a picture. */
import type { SheetShape } from '../../reports/sheet';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** How much further off a shape seems for each point aside of the way. */
const ASIDE = 2;

/**
 * The next shape in a direction: the nearest whose middle lies there, those straight ahead first.
 * Null: none lies there.
 */
export function neighbour<Shape extends Pick<SheetShape, 'left' | 'top' | 'width' | 'height'>>(shapes: readonly Shape[], from: Shape, arrow: Arrow): Shape | null {
  let nearest: Shape | null = null;
  let least = Infinity;
  for (const shape of shapes) {
    const right = shape.left + shape.width / 2 - (from.left + from.width / 2);
    const down = shape.top + shape.height / 2 - (from.top + from.height / 2);
    const [ahead, aside] = { ArrowLeft: [-right, down], ArrowRight: [right, down], ArrowUp: [-down, right], ArrowDown: [down, right] }[arrow] as [number, number];
    const far = ahead + ASIDE * Math.abs(aside);
    // What lies more aside than ahead is found with the other keys.
    if (ahead <= 0 || Math.abs(aside) > ASIDE * ahead || far >= least) continue;
    [nearest, least] = [shape, far];
  }
  return nearest;
}

/** Ends of lines that are glued to shapes. */
import type { ModelLineEnd, ModelShape } from '../model';
import { spanOf } from './new-shape';
import { sitePlace, sitesOf } from './presets';

/** Changes every end of a line that is glued to a shape. */
function changeGlued(shapes: readonly ModelShape[], shapeId: string, change: (end: ModelLineEnd, site: number) => ModelLineEnd): void {
  for (const shape of shapes) {
    if (!shape.connector) continue;
    const { begin, end } = shape.connector;
    const of = (one: ModelLineEnd): ModelLineEnd => (one.glued?.shapeId === shapeId ? change(one, one.glued.site) : one);
    const connector = { ...shape.connector, begin: of(begin), end: of(end) };
    if (connector.begin === begin && connector.end === end) continue;
    Object.assign(shape, { connector, ...spanOf(connector) });
    shape.changed.add('place');
  }
}

/** Lines glued to a shape that moved go with it; where it has no such site any more they come loose. */
export function bringLines(shapes: readonly ModelShape[], moved: ModelShape): void {
  const sites = sitesOf(moved);
  changeGlued(shapes, moved.id, (end, number) => {
    const site = sites[number];
    if (!site) return { ...end, glued: null };
    const { x, y } = sitePlace(moved, site);
    return x === end.x && y === end.y ? end : { ...end, x, y };
  });
}

/** Lines glued to a shape that is gone stay where they are. */
export function loosenLines(shapes: readonly ModelShape[], gone: ModelShape): void {
  changeGlued(shapes, gone.id, (end) => ({ ...end, glued: null }));
}

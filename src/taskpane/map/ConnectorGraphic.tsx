import { connectorEnds, type Point } from '../../reports/connector-ends';
import type { SheetConnector, SheetShape } from '../../reports/sheet';

/** Length and half width of an arrow's head per point of its line. */
const HEAD = { length: 4, half: 2 };

/** A native connector as Excel shows it. */
export function ConnectorGraphic({ connector, shapes }: { readonly connector: SheetConnector; readonly shapes: ReadonlyMap<string, SheetShape> }) {
  const ends = connectorEnds(connector, shapes);
  if (ends === null) return null;
  const { line, arrow } = connector;
  const { begin, end } = ends;
  return (
    <g aria-hidden>
      <polyline points={`${begin.x},${begin.y} ${end.x},${end.y}`} fill="none" stroke={line.color} strokeWidth={line.weight} {...(line.dashed ? { strokeDasharray: '4 3' } : {})} />
      {arrow ? <polygon points={arrowHead(begin, end, line.weight)} fill={line.color} /> : null}
    </g>
  );
}

function arrowHead(from: Point, to: Point, weight: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const size = Math.max(weight, 1);
  const back = { x: to.x - along.x * HEAD.length * size, y: to.y - along.y * HEAD.length * size };
  const aside = { x: -along.y * HEAD.half * size, y: along.x * HEAD.half * size };
  return [to, { x: back.x + aside.x, y: back.y + aside.y }, { x: back.x - aside.x, y: back.y - aside.y }].map(({ x, y }) => `${x},${y}`).join(' ');
}

/** Ways of connectors, against the preset forms of ECMA-376, drawn here from their own formulas. */
import fc from 'fast-check';
import { newGeometricShape, newLine } from '../../../../src/workbench/host/drawing/new-shape';
import { sitePlace, sitesOf } from '../../../../src/workbench/host/drawing/presets';
import { type Point, type Route, routeOf } from '../../../../src/workbench/host/drawing/route';
import type { ModelConnector, ModelShape } from '../../../../src/workbench/host/model';

/** presetShapeDefinitions.xml: the path of each form in its own frame, l and t being 0. */
function presetPath({ preset, bends, width: w, height: h }: Route): Point[] {
  const [adj1 = 0.5, adj2 = 0.5, adj3 = 0.5] = bends;
  const x1 = w * adj1;
  switch (preset.replace(/^(straight|bent|curved)/, '')) {
    case 'Connector1':
      return [{ x: 0, y: 0 }, { x: w, y: h }];
    case 'Connector2':
      return [{ x: 0, y: 0 }, { x: w, y: 0 }, { x: w, y: h }];
    case 'Connector3':
      return [{ x: 0, y: 0 }, { x: x1, y: 0 }, { x: x1, y: h }, { x: w, y: h }];
    case 'Connector4':
      return [{ x: 0, y: 0 }, { x: x1, y: 0 }, { x: x1, y: h * adj2 }, { x: w, y: h * adj2 }, { x: w, y: h }];
    case 'Connector5':
      return [{ x: 0, y: 0 }, { x: x1, y: 0 }, { x: x1, y: h * adj2 }, { x: w * adj3, y: h * adj2 }, { x: w * adj3, y: h }, { x: w, y: h }];
    default:
      throw new Error(preset);
  }
}

/** Flipped in its frame, then rotated clockwise about its middle (DrawingML's xfrm). */
function drawn(route: Route): Point[] {
  const { left, top, width, height, flipHorizontal, flipVertical, rotation } = route;
  const angle = (rotation * Math.PI) / 180;
  return presetPath(route).map(({ x, y }) => {
    const dx = (flipHorizontal ? width - x : x) - width / 2;
    const dy = (flipVertical ? height - y : y) - height / 2;
    return { x: left + width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle), y: top + height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle) };
  });
}

const box = (id: string, left: number, top: number): ModelShape => ({ ...newGeometricShape(id, id, 'Rectangle'), left, top, width: 90, height: 36 });

function connected(type: ModelConnector['type'], first: ModelShape, from: number, second: ModelShape, to: number): ModelConnector {
  const connector = newLine('line', 'line', type, sitePlace(first, sitesOf(first)[from]!), sitePlace(second, sitesOf(second)[to]!)).connector!;
  connector.begin.glued = { shapeId: first.id, site: from };
  connector.end.glued = { shapeId: second.id, site: to };
  return connector;
}

const AWAY = [{ x: 0, y: -1 }, { x: -1, y: 0 }, { x: 0, y: 1 }, { x: 1, y: 0 }];
const way = (from: Point, to: Point) => ({ x: Math.sign(Math.round((to.x - from.x) * 100)), y: Math.sign(Math.round((to.y - from.y) * 100)) });
/** Steps longer than a hundredth of a point. */
const steps = (points: readonly Point[]) => points.slice(1).map((point, index) => way(points[index]!, point)).filter(({ x, y }) => x !== 0 || y !== 0);

test('between any two sides, wherever the boxes lie: the form in the file is the way, it meets both ends, leaves and arrives at right angles', () => {
  const place = fc.integer({ min: -400, max: 400 });
  fc.assert(
    fc.property(place, place, fc.nat(3), fc.nat(3), fc.constantFrom<'Elbow' | 'Curve'>('Elbow', 'Curve'), (x, y, from, to, type) => {
      const [first, second] = [box('a', 1000, 1000), box('b', 1000 + x, 1000 + y)];
      const connector = connected(type, first, from, second, to);
      const route = routeOf(connector, [first, second]);
      const file = drawn(route);
      const going = steps(route.points);
      const apart = (one: Point | undefined, other: Point | undefined) => (one && other ? Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) : Infinity);
      const { begin, end } = connector;
      // Ends on one another, or in line, leave no first or last step to look at.
      const turns = Math.abs(begin.x - end.x) > 1 && Math.abs(begin.y - end.y) > 1;
      expect({
        form: route.preset.startsWith(type === 'Elbow' ? 'bentConnector' : 'curvedConnector'),
        corners: file.length,
        ends: Math.max(apart(route.points[0], begin), apart(route.points.at(-1), end)) < 1e-6,
        // Two boxes one exactly under the other leave a frame of a fiftieth of a point.
        fileIsWay: Math.max(...file.map((point, index) => apart(point, route.points[index]))) < 0.03,
        square: going.every(({ x: across, y: down }) => Math.abs(across) + Math.abs(down) === 1),
        leaves: turns ? going[0] : null,
        arrives: turns ? { x: 0 - going.at(-1)!.x, y: 0 - going.at(-1)!.y } : null,
      }).toEqual({ form: true, corners: route.points.length, ends: true, fileIsWay: true, square: true, leaves: turns ? AWAY[from] : null, arrives: turns ? AWAY[to] : null });
    }),
    { numRuns: 300 },
  );
});

test('straight lines in every direction', () => {
  for (const [x, y] of [[80, 50], [-80, 50], [80, -50], [-80, -50], [0, 50], [80, 0]] as const) {
    const { connector } = newLine('l', 'l', 'Straight', { x: 200, y: 200 }, { x: 200 + x, y: 200 + y });
    const route = routeOf(connector!, []);
    expect(drawn(route)).toEqual([{ x: 200, y: 200 }, { x: 200 + x, y: 200 + y }]);
    expect([route.width, route.height]).toEqual([Math.abs(x), Math.abs(y)]);
  }
});

test('from right to left of the next box the elbow turns half way, in a frame that is not turned', () => {
  // Right of the first: (90, 18); left of the second: (250, 118).
  const [first, second] = [box('a', 0, 0), box('b', 250, 100)];
  expect(routeOf(connected('Elbow', first, 3, second, 1), [first, second])).toMatchObject({
    preset: 'bentConnector3', bends: [0.5], left: 90, top: 18, width: 160, height: 100, rotation: 0, flipHorizontal: false, flipVertical: false,
    points: [{ x: 90, y: 18 }, { x: 170, y: 18 }, { x: 170, y: 118 }, { x: 250, y: 118 }],
  });
});

test('an end that is glued to nothing goes on in the direction of the other', () => {
  const first = box('a', 0, 0);
  const connector = connected('Elbow', first, 2, box('b', 200, 200), 0);
  connector.end.glued = null;
  // Down from (45, 36) to (245, 200): half way is y = 118.
  expect(routeOf(connector, [first]).points.map(({ x, y }) => [x, y])).toEqual([[45, 36], [45, 118], [245, 118], [245, 200]]);
  expect(routeOf({ ...connector, begin: { ...connector.begin, glued: null } }, []).points.map(({ x, y }) => [x, y])).toEqual([[45, 36], [145, 36], [145, 200], [245, 200]]);
});

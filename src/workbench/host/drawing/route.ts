/** The way of a connector between its ends, and the preset form in which a file says it. */
import type { ModelConnector, ModelShape } from '../model';
import { type Direction, sitePlace, sitesOf } from './presets';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Route {
  /** `straightConnector1`, `bentConnector2` to `bentConnector5`, `curvedConnector…`. */
  readonly preset: string;
  /** Where it bends, in shares of width and height by turns. */
  readonly bends: readonly number[];
  /** The frame before it is flipped and then rotated clockwise about its middle. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
  readonly rotation: 0 | 90 | 180 | 270;
  /** From begin to end, in points on the sheet. */
  readonly points: readonly Point[];
}

/** How far Excel leads a connector away from a shape before it turns. */
const GAP = 18;
/** A share of nothing says nothing: a frame without width that leaves its line has this much. */
const LEAST = 0.02;

const span = (distance: number, corners: readonly number[]): number => (distance === 0 && corners.some((corner) => corner !== 0) ? LEAST : Math.abs(distance));
const share = (corner: number, distance: number, of: number): number => (of === 0 ? 0.5 : (distance < 0 ? -corner : corner) / of);

const QUARTERS: Readonly<Record<Direction, number>> = { Right: 0, Down: 1, Left: 2, Up: 3 };
const DIRECTIONS: readonly Direction[] = ['Right', 'Down', 'Left', 'Up'];
const opposite = (direction: Direction): Direction => DIRECTIONS[(QUARTERS[direction] + 2) % 4] ?? direction;

function turned({ x, y }: Point, quarters: number): Point {
  switch (((quarters % 4) + 4) % 4) {
    case 1:
      return { x: -y, y: x };
    case 2:
      return { x: -x, y: -y };
    case 3:
      return { x: y, y: -x };
    default:
      return { x, y };
  }
}

/**
 * The way of a connector. An elbow leaves a shape at a right angle and arrives at one; an end that is
 * glued to nothing goes on in the direction of the other.
 */
export function routeOf(connector: ModelConnector, shapes: readonly ModelShape[]): Route {
  const { begin, end, type } = connector;
  if (type === 'Straight') {
    return {
      preset: 'straightConnector1',
      bends: [],
      left: Math.min(begin.x, end.x),
      top: Math.min(begin.y, end.y),
      width: Math.abs(end.x - begin.x),
      height: Math.abs(end.y - begin.y),
      flipHorizontal: end.x < begin.x,
      flipVertical: end.y < begin.y,
      rotation: 0,
      points: [{ x: begin.x, y: begin.y }, { x: end.x, y: end.y }],
    };
  }
  const away = ({ glued }: typeof begin): Direction | null => {
    const shape = glued && shapes.find(({ id }) => id === glued.shapeId);
    const site = shape && sitesOf(shape)[glued.site];
    return shape && site ? sitePlace(shape, site).away : null;
  };
  const last = away(end);
  const first = away(begin) ?? (last ? opposite(last) : end.x < begin.x ? 'Left' : 'Right');
  const quarters = QUARTERS[first];
  // Seen so that the way begins to the right.
  const { x, y } = turned({ x: end.x - begin.x, y: end.y - begin.y }, -quarters);
  const arrives = DIRECTIONS[(QUARTERS[last ?? opposite(first)] - quarters + 4) % 4] ?? 'Left';
  const corners = cornersOf(x, y, arrives);

  const width = span(x, corners.map((corner) => corner.x));
  const height = span(y, corners.map((corner) => corner.y));
  const middle = { x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2 };
  // Each corner but the last is one bend: how far across, how far down, how far across.
  const bends = corners.slice(0, -1).map((corner, index) => (index % 2 === 0 ? share(corner.x, x, width) : share(corner.y, y, height)));
  return {
    preset: `${type === 'Curve' ? 'curved' : 'bent'}Connector${corners.length + 1}`,
    bends,
    left: middle.x - width / 2,
    top: middle.y - height / 2,
    width,
    height,
    flipHorizontal: x < 0,
    flipVertical: y < 0,
    rotation: ([0, 90, 180, 270] as const)[quarters] ?? 0,
    points: [{ x: 0, y: 0 }, ...corners, { x, y }].map((corner) => {
      const place = turned(corner, quarters);
      return { x: begin.x + place.x, y: begin.y + place.y };
    }),
  };
}

/** Corners from (0, 0), which is left to the right, to (x, y), from which `arrives` leads away. */
function cornersOf(x: number, y: number, arrives: Direction): Point[] {
  if (arrives === 'Left') {
    if (x >= 0) return [{ x: x / 2, y: 0 }, { x: x / 2, y }];
    return [{ x: GAP, y: 0 }, { x: GAP, y: y / 2 }, { x: x - GAP, y: y / 2 }, { x: x - GAP, y }];
  }
  if (arrives === 'Right') {
    const beyond = Math.max(0, x) + GAP;
    return [{ x: beyond, y: 0 }, { x: beyond, y }];
  }
  const onwards = arrives === 'Up' ? 1 : -1;
  if (x > 0 && y * onwards > 0) return [{ x, y: 0 }];
  const across = x > 0 ? x / 2 : GAP;
  const down = x <= 0 && y * onwards > 2 * GAP ? y / 2 : y - onwards * GAP;
  return [{ x: across, y: 0 }, { x: across, y: down }, { x, y: down }];
}

/** What is wrong with a drawing, by measuring it. */
import { connectorEnds } from '../../src/reports/connector-ends';
import type { Drawing, SheetConnector, SheetShape } from '../../src/reports/sheet';
import { textWidth } from '../../src/reports/text-width';

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const SLACK = 0.02;
/** Ascent and descent of Calibri: 1536 + 512 of 2048 units, with a line gap of 452. */
const LINE_HEIGHT = 2500 / 2048;

export const isFrame = ({ name }: SheetShape): boolean => name.startsWith('Plumbline section ');
export const isJoint = ({ name }: SheetShape): boolean => name.startsWith('Plumbline joint ');
export const isNode = ({ about }: SheetShape): boolean => about !== undefined;
const isDowntime = ({ name }: SheetShape): boolean => name.startsWith('Plumbline downtime ');

/** One sentence for everything that is wrong; none: all boxes, texts and lines keep clear of each other. */
export function faultsOf({ shapes, connectors }: Drawing, width: number, height: number): string[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  const faults: string[] = [];
  const names = [...shapes, ...connectors].map(({ name }) => name.toLowerCase());
  for (const name of names.filter((one, at) => names.indexOf(one) !== at)) faults.push(`two are called ${name}`);
  for (const shape of shapes) {
    if (shape.left < 0 || shape.top < 0 || shape.left + shape.width > width || shape.top + shape.height > height) faults.push(`${shape.name} is not on the page`);
    if (!(shape.width > 0 && shape.height > 0)) faults.push(`${shape.name} has no size`);
    faults.push(...textFaults(shape));
  }
  const frames = shapes.filter(isFrame);
  const solid = shapes.filter((shape) => !isFrame(shape) && !isJoint(shape) && !isDowntime(shape));
  for (const [a, b] of [...pairs(frames), ...pairs(solid)]) if (overlap(a, b)) faults.push(`${a.name} overlaps ${b.name}`);
  for (const label of shapes.filter(isDowntime)) {
    const node = shapes.find((shape) => isNode(shape) && within(label, shape));
    if (node === undefined) faults.push(`${label.name} is in no node`);
    else if (textsOf(node).some((text) => overlap(text, label))) faults.push(`${label.name} covers the text of ${node.name}`);
  }
  for (const shape of solid) for (const frame of frames) if (overlap(shape, frame) && !within(shape, frame)) faults.push(`${shape.name} is half in ${frame.name}`);
  for (const connector of connectors) {
    const [from, to] = [byName.get(connector.from.shape), byName.get(connector.to.shape)];
    if (from === undefined || to === undefined) {
      faults.push(`${connector.name} hangs in the air`);
      continue;
    }
    for (const segment of segmentOf(connector, byName)) {
      if (Math.min(segment.width, segment.height) > SLACK) faults.push(`${connector.name} is neither level nor upright`);
      for (const shape of solid) if (overlap(segment, shape)) faults.push(`${connector.name} runs through ${shape.name}`);
      for (const frame of frames) if (overlap(segment, frame) && !within(from, frame) && !within(to, frame)) faults.push(`${connector.name} runs through ${frame.name}`);
    }
  }
  faults.push(...runsAlong(connectors, byName));
  return faults;
}

/** Lines that lie on one another although they do not leave the same side of the same shape. */
function runsAlong(connectors: readonly SheetConnector[], shapes: ReadonlyMap<string, SheetShape>): string[] {
  const segments = connectors.flatMap((connector) => segmentOf(connector, shapes).map((segment) => ({ connector, segment })));
  const ends = ({ from, to }: SheetConnector): string[] => [from, to].map(({ shape, side }) => `${shape} ${side}`);
  return pairs(segments).flatMap(([a, b]) => {
    const level = a.segment.height < SLACK && b.segment.height < SLACK && Math.abs(a.segment.top - b.segment.top) < 1;
    const upright = a.segment.width < SLACK && b.segment.width < SLACK && Math.abs(a.segment.left - b.segment.left) < 1;
    const along = (level && shared(a.segment.left, a.segment.width, b.segment.left, b.segment.width) > SLACK) || (upright && shared(a.segment.top, a.segment.height, b.segment.top, b.segment.height) > SLACK);
    return along && !ends(a.connector).some((end) => ends(b.connector).includes(end)) ? [`${a.connector.name} runs along ${b.connector.name}`] : [];
  });
}

/**
 * What lines lead to from each node, read as a person reads them: to the right along level lines, up and
 * down along upright ones, through joints and pills, until the next node. By shapes' names.
 */
export function ledTo({ shapes, connectors }: Drawing): Map<string, Set<string>> {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  const nodes = new Set(shapes.filter(isNode).map(({ name }) => name));
  const next = new Map<string, string[]>();
  const link = (from: string, to: string): unknown => next.set(from, [...(next.get(from) ?? []), to]);
  for (const connector of connectors) {
    const ends = connectorEnds(connector, byName);
    if (ends === null) continue;
    const { begin: first, end: last } = ends;
    const { from, to } = connector;
    if (first.x <= last.x + SLACK) link(from.shape, to.shape);
    if (last.x <= first.x + SLACK) link(to.shape, from.shape);
  }
  return new Map(
    [...nodes].map((node) => {
      const reached = new Set<string>();
      const seen = new Set<string>();
      const waiting = [...(next.get(node) ?? [])];
      for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
        if (seen.has(at)) continue;
        seen.add(at);
        if (nodes.has(at)) reached.add(at);
        else waiting.push(...(next.get(at) ?? []));
      }
      return [node, reached];
    }),
  );
}

function textFaults(shape: SheetShape): string[] {
  const inset = shape.inset ?? 4;
  const room = shape.width - 2 * inset;
  const wide = shape.text.filter((line) => textWidth(line.text, line) > room + SLACK).map(({ text }) => `${shape.name}: “${text}” is wider than its shape`);
  const high = shape.text.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0) > shape.height + 0.3 ? [`${shape.name}: its text is higher than its shape`] : [];
  return [...wide, ...high];
}

/** Where the lines of a shape's text are. */
function textsOf({ left, top, width, height, text, horizontal = 'Center', inset = 4 }: SheetShape): Rectangle[] {
  const all = text.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);
  let y = top + (height - all) / 2;
  return text.map((line) => {
    const long = textWidth(line.text, line);
    const x = horizontal === 'Left' ? left + inset : horizontal === 'Right' ? left + width - inset - long : left + (width - long) / 2;
    const place = { left: x, top: y, width: long, height: line.size * LINE_HEIGHT };
    y += place.height;
    return place;
  });
}

/** What a connector covers; none where it hangs in the air. */
function segmentOf(connector: SheetConnector, shapes: ReadonlyMap<string, SheetShape>): Rectangle[] {
  const ends = connectorEnds(connector, shapes);
  if (ends === null) return [];
  const { begin: a, end: b } = ends;
  return [{ left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }];
}

/** Whether insides meet; edges may touch. A line counts as its own inside. */
function overlap(a: Rectangle, b: Rectangle): boolean {
  const across = a.width < SLACK ? inside(a.left, b.left, b.width) : shared(a.left, a.width, b.left, b.width) > SLACK;
  const down = a.height < SLACK ? inside(a.top, b.top, b.height) : shared(a.top, a.height, b.top, b.height) > SLACK;
  return across && down;
}

const inside = (at: number, from: number, length: number): boolean => at > from + SLACK && at < from + length - SLACK;
const shared = (a: number, aLength: number, b: number, bLength: number): number => Math.min(a + aLength, b + bLength) - Math.max(a, b);
const within = (a: Rectangle, b: Rectangle): boolean =>
  a.left >= b.left - SLACK && a.top >= b.top - SLACK && a.left + a.width <= b.left + b.width + SLACK && a.top + a.height <= b.top + b.height + SLACK;

function pairs<One>(all: readonly One[]): [One, One][] {
  return all.flatMap((a, at) => all.slice(at + 1).map((b): [One, One] => [a, b]));
}

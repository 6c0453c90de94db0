import { mean } from '../../domain/aggregates';
import type { Box, Columns } from './columns';
import { GRID, SIZE } from './look';
import type { PictureGraph, PictureNode } from './model';
import { columnOf, type Entry, lastPassed, type Net, type Nets } from './nets';
import { settle } from './settle';

/** Everything's height on the page, in points; columns have no widths yet. */
export interface Stack {
  /** Middle of a node, by key. */
  readonly nodes: ReadonlyMap<string, number>;
  /** The middle of an entry, which is its node's where there is one. */
  readonly entries: ReadonlyMap<Entry, number>;
  readonly boxes: ReadonlyMap<Box, { readonly top: number; readonly height: number }>;
  /** Where a net passes a column: between its boxes, above or below them. */
  readonly tracks: ReadonlyMap<Net, ReadonlyMap<number, number>>;
}

const ROUNDS = 4;
const FAR = 1e6;

/**
 * Stacks the boxes of every column, each as near as it can be to what its nodes are linked with, and
 * finds a way between them for nets that go on to later columns. Nodes keep within their boxes; their order
 * follows that of what they are linked with, so that few lines cross.
 *
 * @param heights of nodes, by key
 * @param framed whether a box has a title and a frame
 */
export function stackOf(graph: PictureGraph, columns: Columns, nets: Nets, heights: (node: PictureNode) => number, framed: (box: Box) => boolean): Stack {
  const at = columnOf(columns);
  const slots = new Map(graph.nodes.map((node) => [node.key, slotHeight(heights(node), nets.entries.get(node.key) ?? [])]));
  const before = neighbours(graph, at, 'from');
  const after = neighbours(graph, at, 'to');
  const order = new Map(columns.flatMap((boxes) => boxes.map((box): [Box, PictureNode[]] => [box, [...box.nodes]])));
  const middles = new Map<string, number>();
  const tops = new Map<Box, number>();
  const rows = new Map(graph.nodes.map(({ key }, row) => [key, row]));
  const passing = columns.map((_, column) => nets.nets.filter((net) => net.column < column && column <= lastPassed(net, at)));
  /** Of a column: how many nets pass above each box, and at last below all. */
  const corridors = columns.map((boxes) => Array<number>(boxes.length + 1).fill(0));

  const head = (box: Box): number => (framed(box) ? SIZE.title : 0);
  const foot = (box: Box): number => (framed(box) ? 2 * GRID : 0);
  const slot = (key: string): number => slots.get(key) ?? 0;
  const heightOf = (box: Box): number => head(box) + box.nodes.reduce((sum, { key }) => sum + slot(key), 0) + foot(box);
  /** Middles of a box's nodes, from its upper edge. */
  const offsets = (box: Box): [string, number][] => {
    let y = head(box);
    return (order.get(box) ?? []).map(({ key }) => {
      const middle = y + slot(key) / 2;
      y += slot(key);
      return [key, middle];
    });
  };
  /** The highest column: the others spread over as much. */
  const room = Math.max(...columns.map((boxes) => boxes.reduce((sum, box) => sum + heightOf(box) + SIZE.boxGap, -SIZE.boxGap)));
  const wishOf = (key: string, sides: readonly ReadonlyMap<string, readonly string[]>[]): number[] => {
    const found: number[] = [];
    for (const side of sides) {
      for (const other of side.get(key) ?? []) {
        const y = middles.get(other);
        if (y !== undefined) found.push(y);
      }
    }
    return found;
  };

  const wishedBy = (key: string, side: ReadonlyMap<string, readonly string[]>, otherwise: number): number => Math.round(mean(wishOf(key, [side])) ?? otherwise);

  const place = (column: number, sides: readonly ReadonlyMap<string, readonly string[]>[]): void => {
    const boxes = columns[column] ?? [];
    const gaps = corridors[column] ?? [];
    const things = boxes.map((box, index) => {
      const wishes = offsets(box).flatMap(([key, offset]) => wishOf(key, sides).map((y) => y - offset));
      // The ways above a box move with it.
      const extra = SIZE.lane * (gaps[index] ?? 0);
      const wish = mean(wishes) ?? tops.get(box) ?? (room - heightOf(box)) / 2;
      return { height: heightOf(box) + extra, wish: wish - extra, weight: Math.max(wishes.length, 0.01), extra };
    });
    settle(things, SIZE.boxGap, 0, room).forEach((top, index) => {
      const box = boxes[index];
      const thing = things[index];
      if (box === undefined || thing === undefined) return;
      const snapped = snap(top) + thing.extra;
      tops.set(box, snapped);
      for (const [key, offset] of offsets(box)) middles.set(key, snapped + offset);
    });
  };
  /** By what nodes are linked with on the one side, then on the other, then as the tables have them. */
  const sort = (column: number, side: ReadonlyMap<string, readonly string[]>, other: ReadonlyMap<string, readonly string[]>): void => {
    for (const box of columns[column] ?? []) {
      const keys = new Map(box.nodes.map(({ key }): [string, [number, number]] => [key, [wishedBy(key, side, middles.get(key) ?? 0), wishedBy(key, other, FAR)]]));
      order.get(box)?.sort((a, b) => {
        const [near, far] = keys.get(a.key) ?? [0, 0];
        const [nearB, farB] = keys.get(b.key) ?? [0, 0];
        return near - nearB || far - farB || (rows.get(a.key) ?? 0) - (rows.get(b.key) ?? 0);
      });
    }
  };

  columns.forEach((_, column) => place(column, [before]));
  for (let round = 0; round < ROUNDS; round++) {
    for (let column = columns.length - 2; column >= 0; column--) {
      sort(column, after, before);
      place(column, [after]);
    }
    for (let column = 1; column < columns.length; column++) {
      sort(column, before, after);
      place(column, [before, ...(round === ROUNDS - 1 ? [] : [after])]);
    }
  }
  place(0, [after]);

  // Ways through the columns: first between which boxes, then, with room made for them, where exactly.
  const wishes = new Map(passing.flat().map((net) => [net, mean([...net.sources.flatMap((key) => middles.get(key) ?? []), ...goals(net).flatMap((key) => middles.get(key) ?? [])]) ?? room / 2]));
  const chosen = columns.map((boxes, column) => {
    const ways: Net[][] = corridors[column]?.map(() => []) ?? [];
    for (const net of passing[column] ?? []) {
      const wish = wishes.get(net) ?? 0;
      const distances = ways.map((_, index) => distanceTo(wish, boxes[index - 1], boxes[index], tops, heightOf));
      ways[distances.indexOf(Math.min(...distances))]?.push(net);
    }
    corridors[column] = ways.map(({ length }) => length);
    return ways;
  });
  columns.forEach((_, column) => place(column, column === 0 ? [after] : [before]));
  const tracks = new Map<Net, Map<number, number>>();
  chosen.forEach((ways, column) => {
    const boxes = columns[column] ?? [];
    ways.forEach((passes, index) => {
      const [above, below] = [boxes[index - 1], boxes[index]];
      const from = above === undefined ? -FAR : (tops.get(above) ?? 0) + heightOf(above) + SIZE.lane;
      const to = below === undefined ? FAR : (tops.get(below) ?? 0) - SIZE.lane;
      const sorted = passes.toSorted((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
      settle(sorted.map((net) => ({ height: 0, wish: wishes.get(net) ?? 0, weight: 1 })), SIZE.lane, from, to).forEach((y, place_) => {
        const net = sorted[place_];
        if (net === undefined) return;
        const known = tracks.get(net) ?? new Map<number, number>();
        tracks.set(net, known.set(column, snap(y)));
      });
    });
  });

  return {
    nodes: middles,
    entries: new Map([...nets.entries].flatMap(([key, entries]) => entryMiddles(entries, middles.get(key) ?? 0))),
    boxes: new Map([...tops].map(([box, top]) => [box, { top, height: heightOf(box) }])),
    tracks,
  };
}

/** Nodes that a net leads to, its groups' members included. */
function goals(net: Net): string[] {
  return [...net.entries.map(({ node }) => node), ...net.groups.flatMap(({ net: members }) => goals(members))];
}

function distanceTo(wish: number, above: Box | undefined, below: Box | undefined, tops: ReadonlyMap<Box, number>, heightOf: (box: Box) => number): number {
  const from = above === undefined ? -Infinity : (tops.get(above) ?? 0) + heightOf(above);
  const to = below === undefined ? Infinity : (tops.get(below) ?? 0);
  return wish < from ? from - wish : wish > to ? wish - to : 0;
}

/** What a node is linked with on one side. */
function neighbours({ links }: PictureGraph, at: ReadonlyMap<string, number>, side: 'from' | 'to'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to } of links) {
    const [left, right] = (at.get(from) ?? 0) < (at.get(to) ?? 0) ? [from, to] : [to, from];
    const [key, other] = side === 'from' ? [right, left] : [left, right];
    found.set(key, [...(found.get(key) ?? []), other]);
  }
  return found;
}

/** A node with the gap around it, or what its entries need where that is more: a multiple of twice the grid, so that its middle is on it. */
function slotHeight(height: number, entries: readonly Entry[]): number {
  const needed = Math.max(height + SIZE.nodeGap, entries.reduce((sum, entry) => sum + entryHeight(entry), 0));
  return Math.ceil(needed / (2 * GRID)) * 2 * GRID;
}

/** A pill, or the lines that arrive, whichever is higher. */
function entryHeight({ agreement, nets }: Entry): number {
  return Math.max(agreement === null ? 2 * GRID : 6 * GRID, (Math.floor(nets.length / 2) * 2 + 2) * GRID);
}

function entryMiddles(entries: readonly Entry[], middle: number): [Entry, number][] {
  let y = middle - entries.reduce((sum, entry) => sum + entryHeight(entry), 0) / 2;
  return entries.map((entry) => {
    const own = y + entryHeight(entry) / 2;
    y += entryHeight(entry);
    return [entry, own];
  });
}

function snap(y: number): number {
  return Math.round(y / GRID) * GRID;
}

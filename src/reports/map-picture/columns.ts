import { Graph, layout } from '@dagrejs/dagre';
import { type PictureGraph, type PictureNode, type PictureSection, SECTIONS } from './model';

/** Nodes of one section in one column. */
export interface Box {
  readonly section: PictureSection;
  /** From top to bottom. */
  readonly nodes: PictureNode[];
}

/** Boxes from top to bottom, column by column from left to right. */
export type Columns = readonly (readonly Box[])[];

/** How far to the right a thing stands, and its place among those above and below it. */
interface Rank {
  readonly column: number;
  readonly order: number;
}

export type Ranks = ReadonlyMap<string, Rank>;

/** What columns may hold, and where things from outside stand. */
export interface ColumnLimits {
  /** Of a node with the gap beneath it, in points. */
  readonly height: (node: PictureNode) => number;
  /** Of a box without its nodes. */
  readonly frame: number;
  /** What a column may come to. */
  readonly most: number;
  /** External services that stand on nothing come last, in a column of their own. */
  readonly outsideLast: boolean;
}

/**
 * Everything in its column: customers first, then what the picture is about, then what stands beneath,
 * each thing to the right of what needs it (round a circle all but one of its edges). What a column
 * cannot hold moves on to the next, as far as nothing stands beneath it.
 */
export function columnsOf(graph: PictureGraph, given: Ranks, limits: ColumnLimits): Columns {
  const ranks = new Map([...given].map(([key, rank]) => [key, { ...rank }]));
  const leaves = leavesOf(graph);
  const things = graph.nodes.filter(({ section }) => section !== 'Customers');
  if (limits.outsideLast) putOutsideLast(things, ranks, leaves);
  for (let column = 0; column <= lastColumn(ranks) && column < things.length; column++) makeRoom(things.filter(({ key }) => ranks.get(key)?.column === column), ranks, leaves, limits);
  const customers = graph.nodes.filter(({ section }) => section === 'Customers');
  const columns = [boxesOf(customers), ...Array.from({ length: lastColumn(ranks) + 1 }, (_, at) => boxesOf(things.filter(({ key }) => ranks.get(key)?.column === at).sort((a, b) => orderOf(ranks, a) - orderOf(ranks, b))))];
  return columns.filter((boxes) => boxes.length > 0);
}

/** By dagre: circles are cut, edges as short as they can be, few of them crossing. */
export function ranksOf({ nodes, links }: PictureGraph): Ranks {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 4, ranksep: 40 });
  graph.setDefaultEdgeLabel(() => ({}));
  // What the picture is about comes first: of a circle through it, the edge back to it is the one that is cut.
  const things = nodes.filter(({ section }) => section !== 'Customers').toSorted((a, b) => Number(b.subject !== null) - Number(a.subject !== null));
  for (const { key } of things) graph.setNode(key, { width: 100, height: 26 });
  for (const { from, to } of links) if (graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to);
  layout(graph);
  const isSubject = new Set(things.filter(({ subject }) => subject !== null).map(({ key }) => key));
  const levels = [...new Set(graph.nodes().map((key) => Math.round(placeOf(graph, key).x)))].sort((a, b) => a - b);
  return new Map(graph.nodes().map((key) => [key, { column: isSubject.has(key) ? 0 : levels.indexOf(Math.round(placeOf(graph, key).x)), order: placeOf(graph, key).y }]));
}

function placeOf(graph: Graph, key: string): { x: number; y: number } {
  const { x = 0, y = 0 } = graph.node(key) as { x?: number; y?: number };
  return { x, y };
}

/** Things that need nothing on the picture. */
function leavesOf({ nodes, links }: PictureGraph): Set<string> {
  const leaves = new Set(nodes.filter(({ subject }) => subject === null).map(({ key }) => key));
  for (const { from } of links) leaves.delete(from);
  return leaves;
}

function putOutsideLast(things: readonly PictureNode[], ranks: ReadonlyMap<string, Moving>, leaves: ReadonlySet<string>): void {
  const isOutside = ({ section, key }: PictureNode): boolean => section === 'External service' && leaves.has(key);
  const inside = Math.max(-1, ...things.filter((node) => !isOutside(node)).map(({ key }) => ranks.get(key)?.column ?? 0));
  for (const node of things) {
    const rank = ranks.get(node.key);
    if (rank !== undefined && isOutside(node)) rank.column = inside + 1;
  }
}

interface Moving {
  column: number;
  readonly order: number;
}

/** Moves leaves of a column that is too high to the next: of the sections lowest down first, and of those the lowest. */
function makeRoom(nodes: readonly PictureNode[], ranks: ReadonlyMap<string, Moving>, leaves: ReadonlySet<string>, { height, frame, most }: ColumnLimits): void {
  const left = new Set(nodes);
  const total = (): number => [...left].reduce((sum, node) => sum + height(node), 0) + frame * new Set([...left].map(({ section }) => section)).size;
  const movable = nodes.filter(({ key }) => leaves.has(key)).sort((a, b) => SECTIONS.indexOf(b.section) - SECTIONS.indexOf(a.section) || orderOf(ranks, b) - orderOf(ranks, a));
  for (const node of movable) {
    if (total() <= most || left.size <= 1) return;
    left.delete(node);
    const rank = ranks.get(node.key);
    if (rank !== undefined) rank.column++;
  }
}

function boxesOf(nodes: readonly PictureNode[]): Box[] {
  return SECTIONS.map((section): Box => ({ section, nodes: nodes.filter((node) => node.section === section) })).filter((box) => box.nodes.length > 0);
}

function lastColumn(ranks: Ranks): number {
  return Math.max(-1, ...[...ranks.values()].map(({ column }) => column));
}

function orderOf(ranks: Ranks, { key }: PictureNode): number {
  return ranks.get(key)?.order ?? 0;
}

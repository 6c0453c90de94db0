import type { Figures } from '../../domain/figures';
import { sameName } from '../../domain/names';
import type { Drawing } from '../sheet';
import { SHEET_WIDTH } from '../style';
import { type Columns, columnsOf, ranksOf } from './columns';
import { drawGraph, isAboutOne } from './draw';
import { graphOf, wholeGraph } from './graph';
import { nodeLook, SIZE } from './look';
import type { PictureGraph } from './model';

/** A drawing and its size in points; everything lies between 0, 0 and that. */
export interface MapPicture {
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
}

/** What a landscape page holds at full size, in points: A4 less its margins, and less the heading. */
const PAGE = { width: 790, height: 536, heading: 76 };
/** Names of 10 points print at 6. */
const READABLE = 0.6;
/** No other way is tried where names print at 8. */
const GOOD = 0.8;
/** Names no wider than this where that does, in points; narrower ones where the page would be too small. */
const ROOMS = [150, 110, 80];
/** Heights of columns that are tried, in points. */
const HEIGHTS = [420, 600, 780];
/** External services come last unless that makes the print a tenth smaller. */
const OUTSIDE_LAST = 1.1;

/**
 * The map of one service: its customers, the service, and in their sections the things that it stands
 * on, down to the last or to the nearest 60 nodes; all edges among them, with what is agreed on them.
 * The larger of the ways to lay it out on a landscape page is taken.
 *
 * @param service its name, in any case
 * @returns null: no such service, or it is retired
 * @example pictureOf(figures, 'E-mail')?.drawing.shapes.map(({ about }) => about) // …, 'E-mail', 'Directory', …
 */
export function pictureOf(figures: Figures, service: string): MapPicture | null {
  const map = figures.maps.find((one) => sameName(one.service, service));
  return map === undefined ? null : laidOut(graphOf(figures, map));
}

/** Everything on the map, where that is at most 60 nodes, customers included; null: nothing, or more than a page holds. */
export function wholePicture(figures: Figures): MapPicture | null {
  const graph = wholeGraph(figures);
  return graph === null ? null : laidOut(graph);
}

/** Of the layouts that are tried the one that prints largest; where external services may come last they do. */
function laidOut(graph: PictureGraph): MapPicture {
  const ways = arrangements(graph);
  let best: { picture: MapPicture; columns: Columns; room: number; scale: number } | null = null;
  for (const room of ROOMS) {
    for (const { columns, isOutsideLast } of ways) {
      const picture = drawGraph(graph, columns, room, 0);
      const scale = printScale(picture) * (isOutsideLast ? OUTSIDE_LAST : 1);
      if (best === null || scale > best.scale + 0.005) best = { picture, columns, room, scale };
      if (best.scale >= GOOD) break;
    }
    if (best !== null && printScale(best.picture) >= READABLE) break;
  }
  if (best === null) throw new Error('A map has a service at least.');
  const { picture, columns, room } = best;
  // Width that a page has to spare goes into the gutters, where lines run.
  const spare = Math.min((SHEET_WIDTH - 2 * 9 - picture.width) / Math.max(columns.length - 1, 1), 120);
  return spare > 0 ? drawGraph(graph, columns, room, spare) : picture;
}

/** Different ways to share things out over columns. */
function arrangements(graph: PictureGraph): { columns: Columns; isOutsideLast: boolean }[] {
  const ranks = ranksOf(graph);
  const large = isAboutOne(graph);
  const heights = new Map(graph.nodes.map((node) => [node, nodeLook(node, 0, large).height + SIZE.nodeGap]));
  const found = new Map<string, { columns: Columns; isOutsideLast: boolean }>();
  for (const isOutsideLast of [true, false]) {
    for (const most of HEIGHTS) {
      const columns = columnsOf(graph, ranks, { height: (node) => heights.get(node) ?? 0, frame: SIZE.title + SIZE.boxGap + 6, most, outsideLast: isOutsideLast });
      const same = JSON.stringify(columns.map((boxes) => boxes.map(({ nodes }) => nodes.map(({ key }) => key))));
      if (!found.has(same)) found.set(same, { columns, isOutsideLast });
    }
  }
  return [...found.values()];
}

/** The scale at which a picture and its heading fit a page. */
function printScale({ width, height }: Pick<MapPicture, 'width' | 'height'>): number {
  return Math.min(PAGE.width / Math.max(width + 18, SHEET_WIDTH), PAGE.height / (height + PAGE.heading));
}

import type { Figures } from '../../domain/figures';
import { sameName } from '../../domain/names';
import type { Drawing } from '../sheet';
import { SHEET_WIDTH } from '../style';
import { drawGraph, type Layout } from './draw';
import { graphOf, wholeGraph } from './graph';
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
/** Names no wider than this where that does, in points; narrower ones where the page would be too small. */
const ROOMS = [150, 110, 80];
const HEIGHTS = [420, 540, 660, 780, 900];

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

function laidOut(graph: PictureGraph): MapPicture {
  let best: MapPicture | null = null;
  for (const room of ROOMS) {
    for (const most of HEIGHTS) {
      const picture = drawGraph(graph, { room, most, width: SHEET_WIDTH - 18 } satisfies Layout);
      if (best === null || printScale(picture) > printScale(best) + 0.005) best = picture;
    }
    if (best !== null && printScale(best) >= READABLE) return best;
  }
  return best ?? drawGraph(graph, { room: ROOMS[0] ?? 0, most: HEIGHTS[0] ?? 0, width: 0 });
}

/** The scale at which a picture and its heading fit a page. */
export function printScale({ width, height }: Pick<MapPicture, 'width' | 'height'>): number {
  return Math.min(PAGE.width / Math.max(width + 18, SHEET_WIDTH), PAGE.height / (height + PAGE.heading));
}

import { connectorEnds } from '../connector-ends';
import type { SheetConnector, SheetShape } from '../sheet';
import { COLOR } from '../style';
import { textWidth } from '../text-width';
import { type Anchor, Canvas } from './canvas';
import type { Box, Columns } from './columns';
import { drawLegend, type Corner } from './legend';
import { type NodeLook, nodeLook, SIZE, titleText } from './look';
import type { PictureGraph, PictureNode } from './model';
import { netsOf } from './nets';
import { Routes } from './routes';
import type { MapPicture } from './picture';
import { stackOf } from './stack';
import { describeNode, routeWords, P } from './words';

/** Whether a picture is about one service, which is then drawn large and without a box around it. */
export function isAboutOne({ nodes }: PictureGraph): boolean {
  return nodes.filter(({ subject }) => subject !== null).length === 1;
}

interface Placed {
  readonly left: number;
  readonly width: number;
}

/**
 * A graph as shapes and connectors, its upper left corner at 0, 0.
 *
 * @param room widest name, in points
 * @param spare added to the width of every gutter
 */
export function drawGraph(graph: PictureGraph, columns: Columns, room: number, spare: number): MapPicture {
  const large = isAboutOne(graph);
  const looks = new Map(graph.nodes.map((node) => [node.key, nodeLook(node, room, large)]));
  const lookOf = (node: PictureNode): NodeLook => looks.get(node.key) ?? nodeLook(node, room, large);
  const framed = (box: Box): boolean => !(large && box.section === 'Service');
  const nets = netsOf(graph, columns);
  const stack = stackOf(graph, columns, nets, (node) => lookOf(node).height, framed);
  const canvas = new Canvas();
  const routes = new Routes(canvas, columns, nets, stack, routeWords(graph));
  const places = new Map<string, Placed>();
  const names = new Map<string, string>();
  const anchor = (key: string, side: 'Left' | 'Right'): Anchor => {
    const { left, width } = places.get(key) ?? { left: 0, width: 0 };
    return { shape: names.get(key) ?? '', side, x: side === 'Left' ? left : left + width, y: stack.nodes.get(key) ?? 0 };
  };
  let x = 0;
  let drawGutter: ((enter: (key: string) => Anchor) => void) | null = null;
  columns.forEach((boxes, column) => {
    const padding = boxes.some(framed) ? SIZE.padding : 0;
    const titles = boxes.filter(framed).map(({ section }) => textWidth(P.sections[section], titleText('')) + 2);
    const width = Math.ceil(Math.max(...titles, ...boxes.flatMap(({ nodes }) => nodes.map((node) => lookOf(node).width))));
    canvas.begin(2 * column);
    for (const box of boxes) {
      const { top, height } = stack.boxes.get(box) ?? { top: 0, height: 0 };
      if (framed(box)) {
        canvas.shape(frame(box, x, top, width + 2 * padding, height), `section ${P.sections[box.section]}`);
        canvas.shape(sectionTitle(box, x + padding, top + 3, width), `title ${P.sections[box.section]}`);
      }
      for (const node of box.nodes) {
        places.set(node.key, { left: x + padding, width });
        names.set(node.key, drawNode(canvas, node, lookOf(node), { left: x + padding, width }, stack.nodes.get(node.key) ?? 0));
      }
    }
    canvas.begin(2 * column - 1);
    drawGutter?.((key) => anchor(key, 'Left'));
    x += width + 2 * padding;
    if (column === columns.length - 1) return;
    const gutter = routes.gutter(column, x, spare, (key) => anchor(key, 'Right'));
    drawGutter = gutter.draw;
    x += gutter.width + spare;
  });
  canvas.begin(2 * columns.length);
  drawLegend(canvas, graph, emptyCorner(canvas));
  return fromCorner(canvas);
}

function frame({ section }: Box, left: number, top: number, width: number, height: number): Omit<SheetShape, 'name'> {
  return {
    type: 'Rectangle',
    left,
    top,
    width,
    height,
    fill: COLOR.band,
    line: { color: COLOR.headRule, weight: 0.5 },
    text: [],
    description: P.sections[section],
  };
}

function sectionTitle({ section }: Box, left: number, top: number, width: number): Omit<SheetShape, 'name'> {
  return { type: 'Rectangle', left, top, width, height: 13, fill: null, line: null, text: [titleText(P.sections[section])], horizontal: 'Left', inset: 0, description: '' };
}

function drawNode(canvas: Canvas, node: PictureNode, { type, fill, line, text, horizontal, inset, height, label }: NodeLook, { left, width }: Placed, middle: number): string {
  const top = middle - height / 2;
  const kind = node.section === 'Customers' ? 'customer' : 'node';
  const name = canvas.shape(
    { type, left, top, width, height, fill, line, text, ...(horizontal === undefined ? {} : { horizontal }), ...(inset === undefined ? {} : { inset }), description: describeNode(node), about: node.name },
    `${kind} ${node.name}`,
  );
  if (label !== null) {
    canvas.shape(
      { type: 'Rectangle', left: left + width - SIZE.nodeInset - label.width, top: top + 2, width: label.width, height: label.height, fill: null, line: null, text: [label.text], horizontal: 'Right', inset: 0, description: '' },
      `downtime ${node.name}`,
    );
  }
  return name;
}

/** Of the four corners the one that leaves most room for a legend of a size; below everything where none has enough. */
function emptyCorner(canvas: Canvas): Corner {
  const { shapes, connectors } = canvas.drawing();
  const covered = [...shapes, ...linesOf(connectors, shapes)];
  const right = Math.max(...shapes.map(({ left, width }) => left + width));
  const top = Math.min(...covered.map((one) => one.top));
  const bottom = Math.max(...covered.map((one) => one.top + one.height));
  return (width, height) => {
    const margin = 9;
    const corners = [
      { left: 0, top: bottom - height },
      { left: 0, top },
      { left: right - width, top: bottom - height },
      { left: right - width, top },
    ];
    const free = corners.find((corner) => covered.every((one) => one.left >= corner.left + width + margin || one.left + one.width <= corner.left - margin || one.top >= corner.top + height + margin || one.top + one.height <= corner.top - margin));
    return free ?? { left: 0, top: bottom + 2 * margin };
  };
}

function linesOf(connectors: readonly SheetConnector[], shapes: readonly SheetShape[]): Pick<SheetShape, 'left' | 'top' | 'width' | 'height'>[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  return connectors.flatMap((connector) => {
    const ends = connectorEnds(connector, byName);
    if (ends === null) return [];
    const { begin, end } = ends;
    return [{ left: Math.min(begin.x, end.x), top: Math.min(begin.y, end.y), width: Math.abs(end.x - begin.x), height: Math.abs(end.y - begin.y) }];
  });
}

/** The drawing moved so that nothing stands left of or above 0, with what its lines take at the edges. */
function fromCorner(canvas: Canvas): MapPicture {
  const { shapes, connectors } = canvas.drawing();
  const edge = 2;
  const left = Math.min(...shapes.map((shape) => shape.left)) - edge;
  const top = Math.min(...shapes.map((shape) => shape.top)) - edge;
  const moved = shapes.map((shape) => ({ ...shape, left: shape.left - left, top: shape.top - top }));
  return {
    drawing: { shapes: moved, connectors },
    width: Math.ceil(Math.max(...moved.map((shape) => shape.left + shape.width)) + edge),
    height: Math.ceil(Math.max(...moved.map((shape) => shape.top + shape.height)) + edge),
  };
}

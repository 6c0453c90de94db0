import type { CSSProperties } from 'react';
import { routeOf } from '../host/drawing/route';
import { paragraphsOf } from '../host/drawing/text-runs';
import type { ModelShape, ModelShapeText } from '../host/model';
import { type Box, px } from './geometry';
import { arrowhead, dashes, outline, textInset, way } from './shape-paths';

const HORIZONTAL: Readonly<Record<string, CSSProperties['textAlign']>> = { Center: 'center', Right: 'right', Justify: 'justify', JustifyLow: 'justify', Distributed: 'justify' };
const VERTICAL: Readonly<Record<string, string>> = { Middle: 'center', Bottom: 'flex-end' };

/** How far a connector may lead out of the frame of its ends, and a text out of its shape, in points. */
const BEYOND = 40;

/** Shapes that are drawn in a part of the sheet, in pixels, from the lowest to the topmost; pictures and groups of a file are not. */
export function drawnShapes(shapes: readonly ModelShape[], view: Box): ModelShape[] {
  return shapes.filter(({ kind, visible, left, top, width, height }) => {
    if (!visible || (kind !== 'GeometricShape' && kind !== 'Line')) return false;
    // A rotated shape reaches no further than its longer side.
    const reach = BEYOND + Math.max(width, height);
    return px(left + reach) > view.left && px(left - BEYOND - height) < view.left + view.width && px(top + reach) > view.top && px(top - BEYOND - width) < view.top + view.height;
  });
}

/** A native shape or connector as this page draws it, over the cells. */
export function ShapePicture({ shape, shapes }: { readonly shape: ModelShape; readonly shapes: readonly ModelShape[] }) {
  const { line, fill } = shape;
  const weight = px(line.weight);
  const stroke = { stroke: line.visible ? line.color : 'none', strokeWidth: weight, strokeOpacity: 1 - line.transparency, strokeDasharray: dashes(line.dash, weight) };
  const name = shape.altTextDescription || shape.name;

  if (shape.connector) {
    const { begin, end, type } = shape.connector;
    const points = routeOf(shape.connector, shapes).points.map(({ x, y }) => ({ x: px(x), y: px(y) }));
    const heads = [
      { arrow: begin.arrow, head: arrowhead(begin.arrow, points[0]!, points[1]!, weight) },
      { arrow: end.arrow, head: arrowhead(end.arrow, points.at(-1)!, points.at(-2)!, weight) },
    ];
    return (
      <g data-shape={shape.name} role="img" aria-label={name} fill="none">
        <path d={way(points, type === 'Curve')} {...stroke} />
        {heads.map(({ arrow, head }, index) => (head ? <path key={index} d={head} {...stroke} strokeDasharray={undefined} fill={arrow.style === 'Open' || !line.visible ? 'none' : line.color} strokeWidth={arrow.style === 'Open' ? weight : 0} /> : null))}
      </g>
    );
  }

  const [left, top, width, height] = [shape.left, shape.top, shape.width, shape.height].map(px) as [number, number, number, number];
  return (
    <g data-shape={shape.name} role="img" aria-label={name} transform={`translate(${left} ${top}) rotate(${shape.rotation} ${width / 2} ${height / 2})`}>
      <path d={outline(shape.geometry, width, height)} fill={fill.type === 'NoFill' ? 'none' : fill.color} fillOpacity={1 - fill.transparency} {...stroke} />
      {shape.text && shape.text.runs.some(({ text }) => text !== '') ? <Text text={shape.text} geometry={shape.geometry} width={width} height={height} /> : null}
    </g>
  );
}

function Text({ text, geometry, width, height }: { readonly text: ModelShapeText; readonly geometry: string; readonly width: number; readonly height: number }) {
  const [across, down] = textInset(geometry, width, height);
  const { margins } = text;
  const padding = [down + px(margins.top), across + px(margins.right), down + px(margins.bottom), across + px(margins.left)].map((side) => `${side}px`).join(' ');
  const clip = text.horizontalOverflow === 'Clip' || text.verticalOverflow === 'Clip';
  return (
    <foreignObject width={width} height={height} overflow={clip ? 'hidden' : 'visible'}>
      <div className="shape-text" style={{ width, height, padding, textAlign: HORIZONTAL[text.horizontal] ?? 'left', justifyContent: VERTICAL[text.vertical] ?? 'flex-start', direction: text.readingOrder === 'RightToLeft' ? 'rtl' : 'ltr' }}>
        {paragraphsOf(text.runs).map((runs, index) => (
          <div key={index} style={{ fontSize: px(runs[0]!.font.size) }}>
            {runs.map(({ text: words, font }, number) => (
              <span key={number} style={{ fontFamily: `"${font.name}", Carlito, sans-serif`, fontSize: px(font.size), color: font.color, fontWeight: font.bold ? 'bold' : 'normal', fontStyle: font.italic ? 'italic' : 'normal', textDecoration: font.underline === 'None' ? undefined : 'underline' }}>
                {words.replaceAll('\v', '\n')}
              </span>
            ))}
          </div>
        ))}
      </div>
    </foreignObject>
  );
}

/**
 * Shapes and connectors as Excel has them: described by a report, read before a write, put back after a
 * failure. What a property is called here is what Office.js calls it.
 */
import type { LineStyle, ShapeSide, SheetConnector, SheetShape } from '../../reports/sheet';

type Look = Excel.Interfaces.ShapeUpdateData;
export type Font = Required<Pick<Excel.Interfaces.ShapeFontData, 'name' | 'size' | 'color' | 'bold' | 'italic' | 'underline'>>;

/** Characters from `start` on that look alike. */
export interface Run {
  readonly start: number;
  readonly length: number;
  readonly font: Font;
}

/** `other`: a gradient, a pattern, a picture; Excel has no way to read those back. */
export type Fill = { readonly color: string; readonly transparency: number } | 'none' | 'other';

/** The end of a connector on a shape: its key (see `Step`), and the number of the connection site. */
export interface Glue {
  readonly shape: string;
  readonly site: number;
}

export interface ShapeElement {
  readonly kind: 'shape';
  /** Name, geometry, place, outline, alt texts. */
  readonly look: Look;
  readonly fill: Fill;
  readonly frame: Excel.Interfaces.TextFrameUpdateData;
  readonly text: string;
  readonly fonts: readonly Run[];
}

export interface ConnectorElement {
  readonly kind: 'connector';
  readonly look: Look;
  readonly line: Excel.Interfaces.LineUpdateData;
  /** null: hangs free. */
  readonly begin: Glue | null;
  readonly end: Glue | null;
}

export type Element = ShapeElement | ConnectorElement;

/** Where something stands on its sheet, in points. */
export type Box = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;
export const BOX = ['left', 'top', 'width', 'height'] as const satisfies readonly (keyof Box)[];

/** All but some properties. */
export function without(look: Look, keys: readonly (keyof Look)[]): Look {
  return Object.fromEntries(Object.entries(look).filter(([key]) => !keys.some((one) => one === key)));
}

const GEOMETRY = { Rectangle: 'Rectangle', RoundRectangle: 'RoundRectangle', Pill: 'FlowChartTerminator' } as const satisfies Record<SheetShape['type'], string>;

/** Points. */
const DEFAULT_INSET = 4;

function outline(line: LineStyle | null): Excel.Interfaces.ShapeLineFormatUpdateData {
  if (line === null) return { visible: false };
  // Seen at last: a colour makes a line visible.
  return { color: line.color, weight: line.weight, dashStyle: line.dashed ? 'Dash' : 'Solid', visible: true };
}

/** Placed for itself: hiding, filtering and resizing rows moves cells, and must not pull a picture apart. */
const PLACEMENT = 'Absolute';

export function shapeElement({ name, type, left, top, width, height, fill, line, text, horizontal, inset = DEFAULT_INSET, description }: SheetShape): ShapeElement {
  const fonts: Run[] = [];
  let start = 0;
  for (const { text: words, size, color, bold = false } of text) {
    if (words.length > 0) fonts.push({ start, length: words.length, font: { name: 'Calibri', size, color, bold, italic: false, underline: 'None' } });
    start += words.length + 1;
  }
  return {
    kind: 'shape',
    look: { name, geometricShapeType: GEOMETRY[type], left, top, width, height, placement: PLACEMENT, altTextDescription: description, lineFormat: outline(line) },
    fill: fill === null ? 'none' : { color: fill, transparency: 0 },
    frame: {
      autoSizeSetting: 'AutoSizeNone',
      leftMargin: inset,
      rightMargin: inset,
      topMargin: 0,
      bottomMargin: 0,
      horizontalAlignment: horizontal ?? 'Left',
      verticalAlignment: 'Middle',
      horizontalOverflow: 'Overflow',
      verticalOverflow: 'Overflow',
    },
    text: text.map((one) => one.text).join('\n'),
    fonts,
  };
}

export function connectorElement({ name, from, to, line, arrow, description }: SheetConnector): ConnectorElement {
  const glue = ({ shape, side }: SheetConnector['from']): Glue => ({ shape, site: SITES[side] });
  return {
    kind: 'connector',
    look: { name, placement: PLACEMENT, altTextDescription: description, lineFormat: outline(line) },
    line: { connectorType: 'Straight', beginArrowheadStyle: 'None', endArrowheadStyle: arrow ? 'Triangle' : 'None', endArrowheadLength: 'Medium', endArrowheadWidth: 'Medium' },
    begin: glue(from),
    end: glue(to),
  };
}

/** The number of the connection site in the middle of a side: they go round anticlockwise from the top. */
export const SITES: Readonly<Record<ShapeSide, number>> = { Top: 0, Left: 1, Bottom: 2, Right: 3 };

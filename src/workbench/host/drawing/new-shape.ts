/** Shapes as Excel inserts them, in the colours of Office's theme. */
import { type ModelConnector, type ModelLineEnd, type ModelShape, type ModelShapeText, SHAPE_ASPECTS, type ShapeFont } from '../model';

const ACCENT = '#4472C4';
/** The accent at half its light. */
const ACCENT_EDGE = '#2F528F';

const FONT: ShapeFont = { name: 'Calibri', size: 11, color: '#FFFFFF', bold: false, italic: false, underline: 'None' };

export function newText(font: Partial<ShapeFont> = {}, text = ''): ModelShapeText {
  return {
    runs: [{ text, font: { ...FONT, ...font } }],
    horizontal: 'Left',
    vertical: 'Top',
    margins: { left: 7.2, right: 7.2, top: 3.6, bottom: 3.6 },
    autoSize: 'AutoSizeNone',
    horizontalOverflow: 'Clip',
    verticalOverflow: 'Clip',
    orientation: 'Horizontal',
    readingOrder: 'LeftToRight',
  };
}

const COMMON = { rotation: 0, placement: 'TwoCell', visible: true, altTextTitle: '', altTextDescription: '', anchor: null } as const;

/** One inch square, in the place where Excel puts it. */
export function newGeometricShape(id: string, name: string, geometry: string): ModelShape {
  return {
    ...COMMON, id, name, kind: 'GeometricShape', geometry, left: 100, top: 60, width: 72, height: 72,
    fill: { type: 'Solid', color: ACCENT, transparency: 0 },
    line: { visible: true, color: ACCENT_EDGE, weight: 1, dash: 'Solid', style: 'Single', transparency: 0 },
    text: newText(),
    connector: null,
    changed: new Set(SHAPE_ASPECTS),
  };
}

/** White, with a thin grey edge and black text. */
export function newTextBox(id: string, name: string, text: string): ModelShape {
  return {
    ...newGeometricShape(id, name, 'Rectangle'),
    fill: { type: 'Solid', color: '#FFFFFF', transparency: 0 },
    line: { visible: true, color: '#BCBCBC', weight: 0.75, dash: 'Solid', style: 'Single', transparency: 0 },
    text: newText({ color: '#000000' }, text),
  };
}

const end = (x: number, y: number): ModelLineEnd => ({ x, y, glued: null, arrow: { style: 'None', length: 'Medium', width: 'Medium' } });

export function newLine(id: string, name: string, type: ModelConnector['type'], from: { x: number; y: number }, to: { x: number; y: number }): ModelShape {
  const connector: ModelConnector = { type, begin: end(from.x, from.y), end: end(to.x, to.y) };
  return {
    ...COMMON, id, name, kind: 'Line', geometry: '', ...spanOf(connector),
    fill: { type: 'NoFill', color: '#FFFFFF', transparency: 0 },
    line: { visible: true, color: ACCENT, weight: 0.5, dash: 'Solid', style: 'Single', transparency: 0 },
    text: null,
    connector,
    changed: new Set(SHAPE_ASPECTS),
  };
}

/** The frame that the two ends of a line span. */
export function spanOf({ begin, end: last }: ModelConnector): Pick<ModelShape, 'left' | 'top' | 'width' | 'height'> {
  return { left: Math.min(begin.x, last.x), top: Math.min(begin.y, last.y), width: Math.abs(last.x - begin.x), height: Math.abs(last.y - begin.y) };
}

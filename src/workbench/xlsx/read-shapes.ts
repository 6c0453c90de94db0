/** Shapes of a worksheet as its drawing part has them. */
import type { Box } from '../host/geometry';
import { newText, spanOf } from '../host/drawing/new-shape';
import { presetWord, turning } from '../host/drawing/presets';
import type { ModelConnector, ModelLineEnd, ModelShape, ModelShapeText, ModelSheet, ModelWorkbook, ShapeFont, ShapeRun } from '../host/model';
import { anchoredBox, EMU } from './anchors';
import type { Colors } from './colors';
import { DrawingPart, drawingPartName } from './drawing-part';
import type { OfficePackage } from './package';
import { ARROW_LENGTHS, ARROW_WIDTHS, ARROWS, AUTO_SIZES, DASHES, HORIZONTALS, LINE_STYLES, ORIENTATIONS, OVERFLOWS, PLACEMENTS, UNDERLINES, VERTICALS } from './shape-words';
import type { XmlElement } from './xml';

const CONNECTORS: readonly [RegExp, ModelConnector['type']][] = [
  [/^(straightConnector1|line)$/, 'Straight'],
  [/^bentConnector[2-5]$/, 'Elbow'],
  [/^curvedConnector[2-5]$/, 'Curve'],
];

const connectorType = (drawn: XmlElement) => CONNECTORS.find(([form]) => form.test(drawn.at('spPr', 'prstGeom')?.attribute('prst') ?? ''))?.[1];

/** What stands in an anchor; undefined: a chart, or nothing that Excel counts among the shapes. */
export function drawnIn(anchor: XmlElement): { kind: ModelShape['kind']; drawn: XmlElement } | undefined {
  const drawn = anchor.elements().find(({ local }) => ['sp', 'cxnSp', 'pic', 'grpSp', 'graphicFrame'].includes(local));
  switch (drawn?.local) {
    case 'sp':
      return { kind: drawn.at('spPr', 'prstGeom') ? 'GeometricShape' : 'Unsupported', drawn };
    case 'cxnSp':
      return { kind: connectorType(drawn) ? 'Line' : 'Unsupported', drawn };
    case 'pic':
      return { kind: 'Image', drawn };
    case 'grpSp':
      return { kind: 'Group', drawn };
    case 'graphicFrame':
      return drawn.at('graphic', 'graphicData', 'chart') ? undefined : { kind: 'Unsupported', drawn };
    default:
      return undefined;
  }
}

/** The name element of what an anchor holds. */
export const nameElement = (drawn: XmlElement): XmlElement | undefined => drawn.elements().find(({ local }) => local.startsWith('nv'))?.first('cNvPr');

export function readShapes(files: OfficePackage, part: string, worksheet: XmlElement, sheet: ModelSheet, workbook: ModelWorkbook, colors: Colors): void {
  const drawing = drawingPartName(files, part, worksheet);
  if (drawing === null) return;
  const byFileId = new Map<string, string>();
  const ends: { shape: ModelShape; drawn: XmlElement }[] = [];
  new DrawingPart(files, drawing).anchors.forEach(({ element: anchor }, number) => {
    const found = drawnIn(anchor);
    if (!found) return;
    const { kind, drawn } = found;
    const name = nameElement(drawn);
    const properties = drawn.first('spPr');
    const style = drawn.first('style');
    const rotation = (((drawn.at('spPr', 'xfrm')?.number('rot') ?? 0) / 60_000) % 360 + 360) % 360;
    const connector = kind === 'Line' ? readConnector(drawn, anchoredBox(anchor, sheet), rotation, connectorType(drawn) ?? 'Straight') : null;
    const shape: ModelShape = {
      id: workbook.id(),
      name: name?.attribute('name') ?? '',
      kind,
      geometry: kind === 'GeometricShape' ? presetWord(properties?.first('prstGeom')?.attribute('prst') ?? '') : '',
      ...(connector ? spanOf(connector) : unrotated(anchoredBox(anchor, sheet), rotation)),
      rotation: connector ? 0 : rotation,
      placement: anchor.local === 'absoluteAnchor' ? 'Absolute' : anchor.local === 'oneCellAnchor' ? 'OneCell' : (PLACEMENTS.toExcel(anchor.attribute('editAs'), 'TwoCell') as ModelShape['placement']),
      visible: !(name?.flag('hidden') ?? false),
      altTextTitle: name?.attribute('title') ?? '',
      altTextDescription: name?.attribute('descr') ?? '',
      fill: readFill(properties, style, colors),
      line: readLine(properties, style, colors),
      text: kind === 'GeometricShape' ? readText(drawn.first('txBody'), colors.drawing(style?.first('fontRef')) ?? '#000000', colors) : null,
      connector,
      anchor: number,
      changed: new Set(),
    };
    sheet.shapes.push(shape);
    const fileId = name?.attribute('id');
    if (fileId !== undefined) byFileId.set(fileId, shape.id);
    if (connector) ends.push({ shape, drawn });
  });
  for (const { shape, drawn } of ends) {
    const glued = (name: string): ModelLineEnd['glued'] => {
      const to = drawn.at('nvCxnSpPr', 'cNvCxnSpPr', name);
      const shapeId = byFileId.get(to?.attribute('id') ?? '');
      return shapeId === undefined ? null : { shapeId, site: to?.number('idx') ?? 0 };
    };
    if (shape.connector) {
      shape.connector.begin.glued = glued('stCxn');
      shape.connector.end.glued = glued('endCxn');
    }
  }
}

/** Anchors of shapes that lie on their side span what is seen, not the frame. */
export const liesOnSide = (rotation: number): boolean => (rotation >= 45 && rotation < 135) || (rotation >= 225 && rotation < 315);

function unrotated(box: Box, rotation: number): Box {
  if (!liesOnSide(rotation)) return box;
  return { left: box.left + (box.width - box.height) / 2, top: box.top + (box.height - box.width) / 2, width: box.height, height: box.width };
}

function readConnector(drawn: XmlElement, box: Box, rotation: number, type: ModelConnector['type']): ModelConnector {
  const frame = unrotated(box, rotation);
  const form = drawn.at('spPr', 'xfrm');
  const line = drawn.at('spPr', 'ln');
  const { cos, sin } = turning(rotation);
  const middle = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
  const across = ((form?.flag('flipH') ? -1 : 1) * frame.width) / 2;
  const down = ((form?.flag('flipV') ? -1 : 1) * frame.height) / 2;
  const end = (sign: 1 | -1, head: string): ModelLineEnd => {
    const arrow = line?.first(head);
    return {
      x: middle.x + sign * (across * cos - down * sin),
      y: middle.y + sign * (across * sin + down * cos),
      glued: null,
      arrow: { style: ARROWS.toExcel(arrow?.attribute('type'), 'None'), length: ARROW_LENGTHS.toExcel(arrow?.attribute('len'), 'Medium'), width: ARROW_WIDTHS.toExcel(arrow?.attribute('w'), 'Medium') },
    };
  };
  return { type, begin: end(-1, 'headEnd'), end: end(1, 'tailEnd') };
}

/** Opacity of a colour under `parent`, as transparency. */
function transparencyOf(parent: XmlElement | undefined): number {
  const alpha = parent?.elements()[0]?.first('alpha')?.number('val');
  return alpha === undefined ? 0 : Math.round((1 - alpha / 100_000) * 1e5) / 1e5;
}

const OTHER_FILLS: Readonly<Record<string, string>> = { gradFill: 'Gradient', pattFill: 'Pattern', blipFill: 'PictureAndTexture' };

function readFill(properties: XmlElement | undefined, style: XmlElement | undefined, colors: Colors): ModelShape['fill'] {
  const none = { type: 'NoFill', color: '#FFFFFF', transparency: 0 };
  const own = properties?.elements().find(({ local }) => local === 'noFill' || local === 'solidFill' || local in OTHER_FILLS);
  if (own?.local === 'noFill') return none;
  if (own?.local === 'solidFill') return { type: 'Solid', color: colors.drawing(own) ?? '#FFFFFF', transparency: transparencyOf(own) };
  if (own) return { ...none, type: OTHER_FILLS[own.local] ?? 'Mixed' };
  const reference = style?.first('fillRef');
  if (!reference || reference.number('idx') === 0) return none;
  return { type: 'Solid', color: colors.drawing(reference) ?? '#FFFFFF', transparency: transparencyOf(reference) };
}

/** Weights that Office's theme numbers from 1. */
const THEME_WEIGHTS = [0, 0.5, 1, 1.5];

function readLine(properties: XmlElement | undefined, style: XmlElement | undefined, colors: Colors): ModelShape['line'] {
  const own = properties?.first('ln');
  const reference = style?.first('lnRef');
  const theme = reference?.number('idx') ?? 0;
  const fill = own?.elements().find(({ local }) => ['noFill', 'solidFill', 'gradFill', 'pattFill'].includes(local));
  const width = own?.number('w');
  const dash = own?.first('prstDash')?.attribute('val');
  return {
    visible: fill ? fill.local !== 'noFill' : theme > 0,
    color: colors.drawing(fill) ?? colors.drawing(reference) ?? '#000000',
    weight: width === undefined ? (THEME_WEIGHTS[theme] ?? 0.75) || 0.75 : width / EMU,
    dash: dash === 'sysDot' && own?.attribute('cap') === 'rnd' ? 'RoundDot' : DASHES.toExcel(dash, 'Solid'),
    style: LINE_STYLES.toExcel(own?.attribute('cmpd'), 'Single'),
    transparency: transparencyOf(fill),
  };
}

function readText(body: XmlElement | undefined, color: string, colors: Colors): ModelShapeText {
  const standard = newText({ color });
  if (!body) return standard;
  const frame = body.first('bodyPr');
  const points = (name: string, missing: number) => (frame?.number(name) ?? missing * EMU) / EMU;
  const paragraphs = body.elements('p');
  return {
    runs: readRuns(paragraphs, standard.runs[0]!.font, colors),
    horizontal: HORIZONTALS.toExcel(paragraphs[0]?.first('pPr')?.attribute('algn'), 'Left'),
    vertical: VERTICALS.toExcel(frame?.attribute('anchor'), 'Top'),
    margins: { left: points('lIns', 7.2), right: points('rIns', 7.2), top: points('tIns', 3.6), bottom: points('bIns', 3.6) },
    autoSize: AUTO_SIZES.toExcel(frame?.elements().find(({ local }) => local.toLowerCase().endsWith('autofit'))?.local, 'AutoSizeNone'),
    horizontalOverflow: OVERFLOWS.toExcel(frame?.attribute('horzOverflow'), 'Overflow'),
    verticalOverflow: OVERFLOWS.toExcel(frame?.attribute('vertOverflow'), 'Overflow'),
    orientation: ORIENTATIONS.toExcel(frame?.attribute('vert'), 'Horizontal'),
    readingOrder: paragraphs[0]?.first('pPr')?.flag('rtl') ? 'RightToLeft' : 'LeftToRight',
  };
}

function readRuns(paragraphs: readonly XmlElement[], standard: Readonly<ShapeFont>, colors: Colors): ShapeRun[] {
  const runs: ShapeRun[] = [];
  const add = (text: string, font: Readonly<ShapeFont>) => {
    const last = runs.at(-1);
    if (last && JSON.stringify(last.font) === JSON.stringify(font)) runs[runs.length - 1] = { text: last.text + text, font };
    else runs.push({ text, font });
  };
  paragraphs.forEach((paragraph, index) => {
    if (index > 0) add('\n', runs.at(-1)?.font ?? standard);
    for (const each of paragraph.elements()) {
      if (each.local === 'r' || each.local === 'fld') add(each.first('t')?.text ?? '', readFont(each.first('rPr'), standard, colors));
      if (each.local === 'br') add('\v', readFont(each.first('rPr'), standard, colors));
    }
  });
  const kept = runs.filter(({ text }) => text !== '');
  return kept.length > 0 ? kept : [{ text: '', font: readFont(paragraphs[0]?.first('endParaRPr'), standard, colors) }];
}

function readFont(properties: XmlElement | undefined, standard: Readonly<ShapeFont>, colors: Colors): ShapeFont {
  const name = properties?.first('latin')?.attribute('typeface');
  const size = properties?.number('sz');
  return {
    // A plus sign means a font of the theme.
    name: name === undefined || name.startsWith('+') ? standard.name : name,
    size: size === undefined ? standard.size : size / 100,
    color: colors.drawing(properties?.first('solidFill')) ?? standard.color,
    bold: properties?.flag('b') ?? false,
    italic: properties?.flag('i') ?? false,
    underline: UNDERLINES.toExcel(properties?.attribute('u'), 'None'),
  };
}

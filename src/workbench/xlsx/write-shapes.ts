/** Shapes of the model into a worksheet's drawing part, as Excel writes them. Of a file's shape only what was changed is written. */
import { routeOf } from '../host/drawing/route';
import { PRESETS } from '../host/drawing/presets';
import { paragraphsOf } from '../host/drawing/text-runs';
import type { ModelArrowhead, ModelConnector, ModelShape, ModelShapeText, ModelSheet, ShapeAspect, ShapeRun } from '../host/model';
import { emu, marker } from './anchors';
import type { Anchor, DrawingPart } from './drawing-part';
import { drawnIn, liesOnSide, nameElement } from './read-shapes';
import { ARROW_LENGTHS, ARROW_WIDTHS, ARROWS, AUTO_SIZES, DASHES, HORIZONTALS, LINE_STYLES, ORIENTATIONS, OVERFLOWS, PLACEMENTS, UNDERLINES, VERTICALS } from './shape-words';
import { element, type XmlElement } from './xml';

type Child = XmlElement | string;
const a = (name: string, attributes: Record<string, string | number | undefined> = {}, children: Child[] = []) => element(`a:${name}`, attributes, children);
const xdr = (name: string, attributes: Record<string, string | number | undefined> = {}, children: Child[] = []) => element(`xdr:${name}`, attributes, children);

/** CT_ShapeProperties of ECMA-376: Excel repairs files whose elements stand in another order. */
const PROPERTIES = ['xfrm', 'custGeom', 'prstGeom', 'noFill', 'solidFill', 'gradFill', 'blipFill', 'pattFill', 'grpFill', 'ln', 'effectLst', 'effectDag', 'scene3d', 'sp3d', 'extLst'];
const SHAPE = ['nvSpPr', 'spPr', 'style', 'txBody'];
const FORMS = ['custGeom', 'prstGeom'];
const FILLS = ['noFill', 'solidFill', 'gradFill', 'blipFill', 'pattFill', 'grpFill'];
const ANCHORS = ['from', 'to', 'pos', 'ext'];

/** Puts an element in its place among its parent's, instead of those of the names. */
function put(parent: XmlElement, order: readonly string[], instead: readonly string[], child: XmlElement): void {
  for (const name of instead) parent.removeAll(name);
  const rank = order.indexOf(child.local);
  const at = parent.children.findIndex((each) => typeof each !== 'string' && order.indexOf(each.local) > rank);
  parent.children.splice(at < 0 ? parent.children.length : at, 0, child);
}

export function writeShapes(drawing: DrawingPart, sheet: ModelSheet): void {
  const fileIds = new Map<string, number>();
  const anchors = new Map<ModelShape, Anchor>();
  for (const shape of sheet.shapes) {
    const anchor = shape.anchor === null ? undefined : drawing.original(shape.anchor);
    const id = anchor && nameElement(drawnIn(anchor.element)?.drawn ?? anchor.element)?.number('id');
    if (!anchor) continue;
    anchors.set(shape, anchor);
    if (id !== undefined) fileIds.set(shape.id, id);
  }
  let nextId = drawing.freeId();
  for (const { id } of sheet.shapes) if (!fileIds.has(id)) fileIds.set(id, nextId++);

  const inOrder = sheet.shapes.map((shape) => {
    const anchor = anchors.get(shape) ?? drawing.put(newAnchor(shape));
    if (shape.changed.size > 0) {
      write(anchor.element, shape, sheet, fileIds);
      drawing.declared(anchor.element);
      anchor.changed = true;
    }
    return anchor;
  });
  // Shapes that are gone leave the drawing; the others share the places of shapes among charts in their order.
  const kept = new Set(inOrder);
  let next = 0;
  drawing.anchors = drawing.anchors.filter((anchor) => kept.has(anchor) || !drawnIn(anchor.element)).map((anchor) => (kept.has(anchor) ? inOrder[next++]! : anchor));
}

/** What Excel says of a new shape beside its looks; theme numbers are overruled by the looks. */
function newAnchor(shape: ModelShape): XmlElement {
  const colour = (name: string, value: string, index: number | string, shade?: number) => a(name, { idx: index }, [a('schemeClr', { val: value }, shade === undefined ? [] : [a('shade', { val: shade })])]);
  const style = (line: number, fill: number, text: string) =>
    xdr('style', {}, [shape.connector ? colour('lnRef', 'accent1', line) : colour('lnRef', 'accent1', line, 50_000), colour('fillRef', 'accent1', fill), colour('effectRef', 'accent1', 0), colour('fontRef', text, 'minor')]);
  const drawn = shape.connector
    ? xdr('cxnSp', { macro: '' }, [xdr('nvCxnSpPr', {}, [xdr('cNvPr'), xdr('cNvCxnSpPr')]), xdr('spPr'), style(1, 0, 'tx1')])
    : xdr('sp', { macro: '', textlink: '' }, [xdr('nvSpPr', {}, [xdr('cNvPr'), xdr('cNvSpPr')]), xdr('spPr'), style(2, 1, 'lt1')]);
  return xdr('twoCellAnchor', {}, [drawn, xdr('clientData')]);
}

function write(anchor: XmlElement, shape: ModelShape, sheet: ModelSheet, fileIds: ReadonlyMap<string, number>): void {
  const found = drawnIn(anchor)?.drawn ?? anchor.elements().find(({ local }) => local === 'sp' || local === 'cxnSp');
  const properties = found?.first('spPr');
  if (!found || !properties) return;
  const writers: Record<ShapeAspect, () => void> = {
    name: () => writeName(found, shape, fileIds),
    place: () => writePlace(anchor, found, properties, shape, sheet, fileIds),
    geometry: () => {
      const preset = PRESETS[shape.geometry];
      if (preset) put(properties, PROPERTIES, FORMS, a('prstGeom', { prst: preset.file }, [a('avLst')]));
    },
    fill: () => {
      if (!shape.connector && (shape.fill.type === 'Solid' || shape.fill.type === 'NoFill')) put(properties, PROPERTIES, FILLS, shape.fill.type === 'Solid' ? solid(shape.fill.color, shape.fill.transparency) : a('noFill'));
    },
    line: () => put(properties, PROPERTIES, ['ln'], lineElement(shape, properties.first('ln'))),
    text: () => {
      if (shape.text) put(found, SHAPE, ['txBody'], textBody(shape.text, found.first('txBody')));
    },
  };
  for (const aspect of shape.changed) writers[aspect]();
}

function writeName(drawn: XmlElement, shape: ModelShape, fileIds: ReadonlyMap<string, number>): void {
  const name = nameElement(drawn);
  if (!name) return;
  const own = ['id', 'name', 'descr', 'hidden', 'title'];
  name.attributes = {
    id: String(fileIds.get(shape.id)),
    name: shape.name,
    ...(shape.altTextDescription ? { descr: shape.altTextDescription } : {}),
    ...(shape.visible ? {} : { hidden: '1' }),
    ...(shape.altTextTitle ? { title: shape.altTextTitle } : {}),
    ...Object.fromEntries(Object.entries(name.attributes).filter(([key]) => !own.includes(key))),
  };
}

function writePlace(anchor: XmlElement, drawn: XmlElement, properties: XmlElement, shape: ModelShape, sheet: ModelSheet, fileIds: ReadonlyMap<string, number>): void {
  const route = shape.connector && routeOf(shape.connector, sheet.shapes);
  const { left, top, width, height, rotation } = route ?? shape;
  const flips = { flipH: route?.flipHorizontal ? 1 : undefined, flipV: route?.flipVertical ? 1 : undefined };
  put(properties, PROPERTIES, ['xfrm'], a('xfrm', { rot: rotation === 0 ? undefined : Math.round(rotation * 60_000), ...flips }, [a('off', { x: emu(left), y: emu(top) }), a('ext', { cx: emu(width), cy: emu(height) })]));
  if (route && shape.connector) {
    const bends = route.bends.map((bend, index) => a('gd', { name: `adj${index + 1}`, fmla: `val ${Math.round(bend * 100_000)}` }));
    put(properties, PROPERTIES, FORMS, a('prstGeom', { prst: route.preset }, [a('avLst', {}, bends)]));
    writeEnds(drawn, shape.connector, fileIds);
  }
  const onSide = liesOnSide(rotation);
  const seen = { left: onSide ? left + (width - height) / 2 : left, top: onSide ? top + (height - width) / 2 : top, width: onSide ? height : width, height: onSide ? width : height };
  for (const name of ANCHORS) anchor.removeAll(name);
  anchor.children.unshift(marker('from', seen.left, seen.top, sheet), marker('to', seen.left + seen.width, seen.top + seen.height, sheet));
  anchor.name = `${anchor.name.slice(0, anchor.name.indexOf(':') + 1)}twoCellAnchor`;
  delete anchor.attributes['editAs'];
  if (shape.placement !== 'TwoCell') anchor.attributes['editAs'] = PLACEMENTS.toFile(shape.placement) ?? '';
}

function writeEnds(drawn: XmlElement, { begin, end }: ModelConnector, fileIds: ReadonlyMap<string, number>): void {
  const properties = drawn.at('nvCxnSpPr', 'cNvCxnSpPr');
  if (!properties) return;
  const order = ['cxnSpLocks', 'stCxn', 'endCxn', 'extLst'];
  for (const [name, { glued }] of [['stCxn', begin], ['endCxn', end]] as const) {
    const id = glued ? fileIds.get(glued.shapeId) : undefined;
    if (glued && id !== undefined) put(properties, order, [name], a(name, { id, idx: glued.site }));
    else properties.removeAll(name);
  }
}

function solid(color: string, transparency: number): XmlElement {
  return a('solidFill', {}, [a('srgbClr', { val: color.replace('#', '') }, transparency > 0 ? [a('alpha', { val: Math.round((1 - transparency) * 100_000) })] : [])]);
}

function lineElement({ line, connector }: ModelShape, before: XmlElement | undefined): XmlElement {
  if (!line.visible) return a('ln', {}, [a('noFill')]);
  const join = before?.elements().find(({ local }) => ['round', 'bevel', 'miter'].includes(local));
  const arrow = (name: string, { style, length, width }: ModelArrowhead) => (style === 'None' ? [] : [a(name, { type: ARROWS.toFile(style), w: ARROW_WIDTHS.toFile(width), len: ARROW_LENGTHS.toFile(length) })]);
  return a('ln', { w: emu(line.weight), cap: line.dash === 'RoundDot' ? 'rnd' : undefined, cmpd: line.style === 'Single' ? undefined : LINE_STYLES.toFile(line.style) }, [
    solid(line.color, line.transparency),
    ...(line.dash === 'Solid' ? [] : [a('prstDash', { val: DASHES.toFile(line.dash) })]),
    ...(join ? [join] : []),
    ...(connector ? [...arrow('headEnd', connector.begin.arrow), ...arrow('tailEnd', connector.end.arrow)] : []),
  ]);
}

function textBody(text: ModelShapeText, before: XmlElement | undefined): XmlElement {
  const frame = before?.first('bodyPr') ?? a('bodyPr', { rtlCol: 0 });
  const { left, top, right, bottom } = text.margins;
  const own = ['vertOverflow', 'horzOverflow', 'vert', 'lIns', 'tIns', 'rIns', 'bIns', 'anchor'];
  frame.attributes = {
    ...Object.fromEntries(Object.entries(frame.attributes).filter(([name]) => !own.includes(name))),
    vertOverflow: OVERFLOWS.toFile(text.verticalOverflow) ?? 'clip',
    horzOverflow: OVERFLOWS.toFile(text.horizontalOverflow) ?? 'clip',
    ...(text.orientation === 'Horizontal' ? {} : { vert: ORIENTATIONS.toFile(text.orientation) ?? 'horz' }),
    lIns: String(emu(left)),
    tIns: String(emu(top)),
    rIns: String(emu(right)),
    bIns: String(emu(bottom)),
    anchor: VERTICALS.toFile(text.vertical) ?? 't',
  };
  const fits = frame.elements().find(({ local }) => local.toLowerCase().endsWith('autofit'))?.local ?? 'noAutofit';
  const wanted = AUTO_SIZES.toFile(text.autoSize) ?? fits;
  if (fits !== wanted) put(frame, ['prstTxWarp', 'noAutofit', 'normAutofit', 'spAutoFit', 'scene3d', 'sp3d', 'flatTx', 'extLst'], ['noAutofit', 'normAutofit', 'spAutoFit'], a(wanted));
  return xdr('txBody', {}, [frame, before?.first('lstStyle') ?? a('lstStyle'), ...paragraphs(text)]);
}

function paragraphs(text: ModelShapeText): XmlElement[] {
  const look = { algn: HORIZONTALS.toFile(text.horizontal), rtl: text.readingOrder === 'RightToLeft' ? 1 : undefined };
  return paragraphsOf(text.runs).map((runs) => {
    const [only] = runs;
    return a('p', {}, [a('pPr', look), ...(only?.text === '' ? [letters('endParaRPr', only)] : runs.flatMap(textRuns))]);
  });
}

/** A vertical tab is a line break within its paragraph. */
function textRuns(run: ShapeRun): XmlElement[] {
  return run.text.split('\v').flatMap((part, index) => [
    ...(index > 0 ? [a('br', {}, [letters('rPr', run)])] : []),
    ...(part === '' ? [] : [a('r', {}, [letters('rPr', run), a('t', {}, [part])])]),
  ]);
}

function letters(name: 'rPr' | 'endParaRPr', { font }: ShapeRun): XmlElement {
  const attributes = { lang: 'en-GB', sz: Math.round(font.size * 100), b: font.bold ? 1 : 0, i: font.italic ? 1 : 0, u: font.underline === 'None' ? undefined : UNDERLINES.toFile(font.underline) };
  return a(name, attributes, [solid(font.color, 0), a('latin', { typeface: font.name })]);
}

/** What stands on the drawing layer of worksheets, as far as it has to be kept so that it can be put back. */
import { breathe } from '../run';
import type { ConnectorElement, Element, Fill, Font, Glue, Run, ShapeElement } from './element';

/** A shape of a sheet, whoever drew it. */
export interface ListedShape {
  readonly id: string;
  readonly name: string;
  /** `GeometricShape`, `Line`, `Image`, `Group`, … */
  readonly type: string;
}

/** A sheet's drawing layer. */
export interface StandingDrawing {
  /** Everything, in painting order. */
  readonly listed: readonly ListedShape[];
  /** By id: all lines, and the shapes that were asked for. */
  readonly elements: ReadonlyMap<string, Element>;
}

/** Asks which shapes there are. Read the answer with `listOf` after the next round trip. */
export function askShapes(sheet: Excel.Worksheet): Excel.ShapeCollection {
  const { shapes } = sheet;
  shapes.load('items/id,items/name,items/type,items/zOrderPosition');
  return shapes;
}

export function listOf(shapes: Excel.ShapeCollection): ListedShape[] {
  return shapes.items.toSorted((a, b) => a.zOrderPosition - b.zOrderPosition).map(({ id, name, type }) => ({ id, name, type }));
}

/** Some 1,500 bytes of an answer each, of which the web takes 5 MB. */
const SHAPES_PER_ROUND_TRIP = 1000;

const LOOK = 'name,left,top,width,height,rotation,visible,placement,altTextTitle,altTextDescription,lineFormat/color,lineFormat/weight,lineFormat/dashStyle,lineFormat/style,lineFormat/transparency,lineFormat/visible';
const FONT = ['name', 'size', 'color', 'bold', 'italic', 'underline'] as const satisfies readonly (keyof Font)[];
const FRAME = ['autoSizeSetting', 'leftMargin', 'rightMargin', 'topMargin', 'bottomMargin', 'horizontalAlignment', 'verticalAlignment', 'horizontalOverflow', 'verticalOverflow'] as const satisfies readonly (keyof Excel.Interfaces.TextFrameUpdateData)[];
const LINE = ['connectorType', 'beginArrowheadStyle', 'beginArrowheadLength', 'beginArrowheadWidth', 'endArrowheadStyle', 'endArrowheadLength', 'endArrowheadWidth'] as const satisfies readonly (keyof Excel.Interfaces.LineUpdateData)[];

const paths = (parent: string, names: readonly string[]): string => names.map((name) => `${parent}/${name}`).join();
const SHAPE_PROPERTIES = `${LOOK},geometricShapeType,fill/type,fill/foregroundColor,fill/transparency,${paths('textFrame', FRAME)},textFrame/textRange/text,${paths('textFrame/textRange/font', FONT)}`;
const LINE_PROPERTIES = `${LOOK},${paths('line', LINE)},line/isBeginConnected,line/isEndConnected,line/beginConnectedSite,line/endConnectedSite`;

function pick<T extends object, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, Key>;
}

function lookOf(shape: Excel.Shape): ShapeElement['look'] {
  const { lineFormat } = shape;
  return {
    ...pick(shape, ['name', 'left', 'top', 'width', 'height', 'rotation', 'placement', 'altTextTitle', 'altTextDescription']),
    // What is not seen has no colour of its own.
    lineFormat: lineFormat.visible ? pick(lineFormat, ['color', 'weight', 'dashStyle', 'style', 'transparency', 'visible']) : { visible: false },
    visible: shape.visible,
  };
}

function fillOf({ type, foregroundColor, transparency }: Excel.ShapeFill): Fill {
  if (type === 'NoFill') return 'none';
  return type === 'Solid' ? { color: foregroundColor, transparency } : 'other';
}

/** null where the characters look different. */
function fontOf(font: Excel.ShapeFont): Font | null {
  const found = pick(font, FONT);
  return Object.values(found).some((value) => value === null || value === undefined || value === '') ? null : found;
}

interface Characters {
  readonly shape: Excel.Shape;
  readonly start: number;
  readonly length: number;
}

/** The lines of a text, without what ends them. */
function linesOf(shape: Excel.Shape): Characters[] {
  return [...shape.textFrame.textRange.text.matchAll(/[^\r\n\v]+/g)].map((line) => ({ shape, start: line.index, length: line[0].length }));
}

const characterByCharacter = ({ shape, start, length }: Characters): Characters[] => Array.from({ length }, (_, index) => ({ shape, start: start + index, length: 1 }));

/** Asks for the looks of some characters. The answer, after the next round trip: null where they differ. */
function askRun({ shape, start, length }: Characters): () => Run | null {
  const { font } = shape.textFrame.textRange.getSubstring(start, length);
  font.load('name,size,color,bold,italic,underline');
  return () => {
    const found = fontOf(font);
    return found && { start, length, font: found };
  };
}

interface Asked {
  readonly id: string;
  readonly shape: Excel.Shape;
}

/**
 * The looks of characters that are asked for piece by piece; those of a piece that is not of one look are
 * asked for one by one.
 * @param others something else is asked for, to be answered in the first round trip
 */
async function readRuns(context: Excel.RequestContext, pieces: readonly Characters[], others: boolean): Promise<Map<Excel.Shape, Run[]>> {
  const asked = pieces.map((piece) => ({ piece, answer: askRun(piece) }));
  if (others || asked.length > 0) await context.sync();
  const answers = asked.map(({ piece, answer }) => ({ piece, run: answer() }));
  const runs = new Map<Excel.Shape, Run[]>();
  for (const { piece, run } of answers) if (run) runs.set(piece.shape, [...(runs.get(piece.shape) ?? []), run]);
  // A single character always has one look.
  const mixed = answers.flatMap(({ piece, run }) => (run === null && piece.length > 1 ? characterByCharacter(piece) : []));
  if (mixed.length > 0) for (const [shape, more] of await readRuns(context, mixed, false)) runs.set(shape, [...(runs.get(shape) ?? []), ...more]);
  return runs;
}

/** Two round trips and, where people gave characters of a line looks of their own, a third. */
async function readSome(context: Excel.RequestContext, shapes: readonly Asked[], lines: readonly Asked[]): Promise<Map<string, Element>> {
  for (const { shape } of shapes) shape.load(SHAPE_PROPERTIES);
  for (const { shape } of lines) shape.load(LINE_PROPERTIES);
  await context.sync();
  const ends = lines.map(({ shape: { line } }) => {
    // A line that hangs free has no shape to ask for.
    const ask = (isConnected: boolean, shape: () => Excel.Shape, site: number): (() => Glue | null) => {
      if (!isConnected) return () => null;
      const connected = shape();
      connected.load('id');
      return () => ({ shape: connected.id, site });
    };
    return {
      begin: ask(line.isBeginConnected, () => line.beginConnectedShape, line.beginConnectedSite),
      end: ask(line.isEndConnected, () => line.endConnectedShape, line.endConnectedSite),
    };
  });
  const whole = new Map(shapes.map(({ shape }) => [shape, fontOf(shape.textFrame.textRange.font)]));
  const runs = await readRuns(context, shapes.filter(({ shape }) => whole.get(shape) === null).flatMap(({ shape }) => linesOf(shape)), lines.some(({ shape: { line } }) => line.isBeginConnected || line.isEndConnected));
  const elements = new Map<string, Element>();
  for (const { id, shape } of shapes) {
    const { textFrame } = shape;
    const { text } = textFrame.textRange;
    const font = whole.get(shape) ?? null;
    const fonts = font === null ? (runs.get(shape) ?? []).toSorted((a, b) => a.start - b.start) : [{ start: 0, length: text.length, font }];
    elements.set(id, { kind: 'shape', look: { ...lookOf(shape), geometricShapeType: shape.geometricShapeType }, fill: fillOf(shape.fill), frame: pick(textFrame, FRAME), text, fonts } satisfies ShapeElement);
  }
  for (const [index, { id, shape }] of lines.entries()) {
    elements.set(id, { kind: 'connector', look: lookOf(shape), line: pick(shape.line, LINE), begin: ends[index]!.begin(), end: ends[index]!.end() } satisfies ConnectorElement);
  }
  return elements;
}

/**
 * Reads all lines of sheets (those of people may be glued to shapes of ours), and the shapes of the given names.
 * @param names of a sheet's shapes, in lower case
 * @returns by sheet id
 */
export async function readDrawings(
  context: Excel.RequestContext,
  sheets: readonly { readonly sheetId: string; readonly listed: readonly ListedShape[]; readonly names: ReadonlySet<string> }[],
  signal?: AbortSignal,
): Promise<Map<string, StandingDrawing>> {
  const found = new Map(sheets.map(({ sheetId, listed }) => [sheetId, { listed, elements: new Map<string, Element>() }]));
  const wanted = sheets.flatMap(({ sheetId, listed, names }) =>
    listed.filter(({ type, name }) => type === 'Line' || (type === 'GeometricShape' && names.has(name.toLowerCase()))).map((shape) => ({ sheetId, ...shape })),
  );
  for (let done = 0; done < wanted.length; done += SHAPES_PER_ROUND_TRIP) {
    await breathe(signal);
    const some = wanted.slice(done, done + SHAPES_PER_ROUND_TRIP).map((one) => ({ ...one, shape: context.workbook.worksheets.getItem(one.sheetId).shapes.getItem(one.id) }));
    const elements = await readSome(context, some.filter(({ type }) => type !== 'Line'), some.filter(({ type }) => type === 'Line'));
    for (const { sheetId, id } of some) found.get(sheetId)!.elements.set(id, elements.get(id)!);
  }
  return found;
}

/** Brings the drawing layer of a worksheet to a planned state. */
import type { Batch } from '../batch';
import { BOX, type ConnectorElement, type Element, type ShapeElement, without } from './element';
import type { DrawingPlan, Step } from './plan-drawing';

const isGroup = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

/**
 * The properties in which something is not yet as it is to be, groups of properties within it likewise.
 * @example changesTo({ left: 1, lineFormat: { weight: 2, color: '#000000' } }, { left: 1, lineFormat: { weight: 1, color: '#000000' } }) // { lineFormat: { weight: 2 } }
 */
export function changesTo<T extends object>(to: T, from: Partial<T> | undefined): Partial<T> {
  const changes = Object.entries(to).flatMap(([key, value]): [string, unknown][] => {
    const known: unknown = (from as Record<string, unknown> | undefined)?.[key];
    if (!isGroup(value)) return value === undefined || value === known ? [] : [[key, value]];
    const inner = changesTo(value, isGroup(known) ? known : undefined);
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  });
  return Object.fromEntries(changes) as Partial<T>;
}

const leaves = (value: object): number => Object.values(value).reduce((sum: number, one: unknown) => sum + (isGroup(one) ? leaves(one) + 1 : 1), 0);

/** Sets what differs; returns the calls it took. */
function set<T extends object>(object: { set(properties: T): void }, to: T, from: Partial<T> | undefined): number {
  const changes = changesTo(to, from);
  const calls = leaves(changes);
  if (calls > 0) object.set(changes as T);
  return calls;
}

function putText({ textFrame: { textRange } }: Excel.Shape, { text, fonts }: ShapeElement, from: ShapeElement | null): number {
  if (from && from.text === text && JSON.stringify(from.fonts) === JSON.stringify(fonts)) return 0;
  let calls = 1;
  if (from?.text !== text) textRange.text = text;
  const [first] = fonts;
  if (!first) return calls;
  // All looks like the first; what differs from it is said of the others.
  calls += set(textRange.font, first.font, undefined);
  for (const { start, length, font } of fonts.slice(1)) {
    const changes = changesTo(font, first.font);
    if (Object.keys(changes).length === 0) continue;
    calls += 2 + set(textRange.getSubstring(start, length).font, changes, undefined);
  }
  return calls;
}

function putShape(shape: Excel.Shape, to: ShapeElement, from: ShapeElement | null): number {
  let calls = set(shape, to.look, from?.look);
  if (to.fill !== 'other' && (from === null || JSON.stringify(from.fill) !== JSON.stringify(to.fill))) {
    if (to.fill === 'none') {
      shape.fill.clear();
    } else {
      shape.fill.setSolidColor(to.fill.color);
      shape.fill.transparency = to.fill.transparency;
    }
    calls += 3;
  }
  // The margins of a text that is not there yet can be set; its looks cannot.
  calls += set(shape.textFrame, to.frame, from?.frame);
  return calls + putText(shape, to, from);
}

function putConnector(shape: Excel.Shape, { to, from, glue }: { readonly to: ConnectorElement; readonly from: ConnectorElement | null; readonly glue: boolean }, handleOf: (key: string) => Excel.Shape): number {
  const { line } = shape;
  let calls = set(line, to.line, from?.line);
  if (glue) {
    if (to.begin) line.connectBeginShape(handleOf(to.begin.shape), to.begin.site);
    else if (from?.begin) line.disconnectBeginShape();
    if (to.end) line.connectEndShape(handleOf(to.end.shape), to.end.site);
    else if (from?.end) line.disconnectEndShape();
    calls += 4;
  }
  // Its place follows from its ends; setting it would take them off their shapes.
  return calls + set(shape, without(to.look, [...BOX, 'rotation']), from?.look);
}

function add(shapes: Excel.ShapeCollection, { to, ends }: Step): Excel.Shape {
  if (to.kind === 'shape') return shapes.addGeometricShape(to.look.geometricShapeType as Excel.GeometricShapeType);
  const { begin, end } = ends ?? { begin: { x: 0, y: 0 }, end: { x: 0, y: 0 } };
  return shapes.addLine(begin.x, begin.y, end.x, end.y, to.line.connectorType as Excel.ConnectorType);
}

const ofKind = <Kind extends Element['kind']>(element: Element | null, kind: Kind): Extract<Element, { kind: Kind }> | null =>
  element?.kind === kind ? (element as Extract<Element, { kind: Kind }>) : null;

/** Of one shape with its text, generously. */
const BYTES_PER_STEP = 20_000;

/** Queues everything that a plan asks for. */
export async function putDrawing(sheet: Excel.Worksheet, { leaving, steps, toFront }: DrawingPlan, batch: Batch): Promise<void> {
  const { shapes } = sheet;
  const handles = new Map<string, Excel.Shape>();
  const handleOf = (key: string): Excel.Shape => {
    let handle = handles.get(key);
    if (!handle) handles.set(key, (handle = shapes.getItem(key)));
    return handle;
  };
  for (const id of leaving) {
    await batch.makeRoom(BYTES_PER_STEP);
    shapes.getItem(id).delete();
    batch.queued(2);
  }
  for (const step of steps) {
    await batch.makeRoom(BYTES_PER_STEP);
    const shape = step.id === null ? add(shapes, step) : shapes.getItem(step.id);
    handles.set(step.key, shape);
    const { to, from, glue } = step;
    const calls = to.kind === 'shape' ? putShape(shape, to, ofKind(from, 'shape')) : putConnector(shape, { to, from: ofKind(from, 'connector'), glue }, handleOf);
    batch.queued(calls + 8, to.kind === 'shape' ? 3 * to.text.length : 0);
  }
  for (const key of toFront) {
    await batch.makeRoom(BYTES_PER_STEP);
    handleOf(key).setZOrder('BringToFront');
    batch.queued(2);
  }
}

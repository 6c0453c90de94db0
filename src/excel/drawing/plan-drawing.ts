/**
 * How a drawing that stands on a sheet becomes the one that a report describes. Shapes that the report
 * describes as before stay as people left them; shapes of people are never touched.
 */
import { connectorEnds, type Point } from '../../reports/connector-ends';
import type { Drawing, SheetConnector } from '../../reports/sheet';
import { unusedName } from '../sheet-names';
import { BOX, type Box, connectorElement, type ConnectorElement, type Element, type Glue, shapeElement, without } from './element';
import type { ListedShape, StandingDrawing } from './read-drawings';

/** One shape or connector to be there afterwards. */
export interface Step {
  /** What a connector's ends call it. */
  readonly key: string;
  /** null: it is added. */
  readonly id: string | null;
  readonly to: Element;
  /** As far as it is so already: only what differs is changed. null: nothing is known. */
  readonly from: Element | null;
  /** Of a connector: its ends have to be put on their shapes, or taken off. */
  readonly glue: boolean;
  /** Of a connector that is added: where it begins and ends, in points. */
  readonly ends?: { readonly begin: Point; readonly end: Point };
}

export interface DrawingPlan {
  /** Ids of what goes. */
  readonly leaving: readonly string[];
  /** Shapes first, then the connectors that are put on them. */
  readonly steps: readonly Step[];
  /** Keys or ids of all that is to be brought to the front, one after the other, so that the painting order is right. */
  readonly toFront: readonly string[];
}

export const EMPTY_DRAWING: Drawing = { shapes: [], connectors: [] };
const NOTHING: StandingDrawing = { listed: [], elements: new Map() };

/** Names of a drawing's shapes and connectors, in lower case. */
export function namesIn({ shapes, connectors }: Drawing): string[] {
  return [...shapes, ...connectors].map(({ name }) => name.toLowerCase());
}

/** Which of the shapes that stand there are ours: id by name in lower case. */
interface Ours {
  readonly shapes: ReadonlyMap<string, string>;
  readonly connectors: ReadonlyMap<string, string>;
}

/**
 * Finds what was drawn by an earlier run again. The lowest of a name is ours: a copy that people made stands
 * above it. A connector that people put on another shape is theirs.
 */
function findOurs(known: Drawing, { listed, elements }: StandingDrawing): Ours {
  const lowest = (type: string): Map<string, string> => {
    const ids = new Map<string, string>();
    for (const shape of listed) if (shape.type === type && !ids.has(shape.name.toLowerCase())) ids.set(shape.name.toLowerCase(), shape.id);
    return ids;
  };
  const [geometric, lines] = [lowest('GeometricShape'), lowest('Line')];
  const pickOurs = <T extends { readonly name: string }>(things: readonly T[], from: ReadonlyMap<string, string>, isOurs: (thing: T, id: string) => boolean): Map<string, string> =>
    new Map(
      things.flatMap((thing) => {
        const id = from.get(thing.name.toLowerCase());
        return id !== undefined && isOurs(thing, id) ? [[thing.name.toLowerCase(), id] as const] : [];
      }),
    );
  const shapes = pickOurs(known.shapes, geometric, () => true);
  const standsOn = (glue: Glue | null, { shape }: SheetConnector['from']): boolean => glue === null || glue.shape === shapes.get(shape.toLowerCase());
  const connectors = pickOurs(known.connectors, lines, ({ from, to }, id) => {
    const line = elements.get(id);
    return line?.kind === 'connector' && standsOn(line.begin, from) && standsOn(line.end, to);
  });
  return { shapes, connectors };
}

/** The drawing under names that no shape of people has. */
export function nameDrawing(drawing: Drawing, known: Drawing | null, standing: StandingDrawing | null): Drawing {
  const ours = findOurs(known ?? EMPTY_DRAWING, standing ?? NOTHING);
  const ids = new Set([...ours.shapes.values(), ...ours.connectors.values()]);
  const oursByName = new Set([...ours.shapes.keys(), ...ours.connectors.keys()]);
  const theirs = new Set((standing ?? NOTHING).listed.filter(({ id }) => !ids.has(id)).map(({ name }) => name.toLowerCase()));
  const nameOf = (name: string): string => unusedName(name, (candidate) => theirs.has(candidate) && !oursByName.has(candidate), (base, count) => `${base} ${count}`);
  const end = <E extends SheetConnector['from']>(one: E): E => ({ ...one, shape: nameOf(one.shape) });
  return {
    shapes: drawing.shapes.map((shape) => ({ ...shape, name: nameOf(shape.name) })),
    connectors: drawing.connectors.map((connector) => ({ ...connector, name: nameOf(connector.name), from: end(connector.from), to: end(connector.to) })),
  };
}

const sameBox = (a: Box, b: Box): boolean => BOX.every((side) => a[side] === b[side]);
const sameEnd = (a: SheetConnector['from'], b: SheetConnector['from']): boolean => a.shape === b.shape && a.side === b.side;

/**
 * Positions by which the order `from` becomes `to` when they are brought to the front one by one.
 * @example toFrontOf(['a', 'b', 'c'], ['a', 'c', 'b']) // ['c', 'b']
 */
export function toFrontOf(from: readonly string[], to: readonly string[]): readonly string[] {
  const first = to.findIndex((key, index) => key !== from[index]);
  return first < 0 ? [] : to.slice(first);
}

/** What can be moved in the painting order. */
const MOVABLE = new Set(['GeometricShape', 'Line', 'Image', 'Group']);

/**
 * The order that a drawing needs, theirs where they stand: ours take our places in their described order,
 * a new one comes right above the one before it.
 */
function paintingOrder(standing: readonly string[], described: readonly string[]): string[] {
  const ours = new Set(described);
  const there = new Set(standing);
  /** Each place of ours with the new ones that follow it. */
  const groups: string[][] = [];
  const leading: string[] = [];
  for (const key of described) {
    if (there.has(key)) groups.push([key]);
    else (groups.at(-1) ?? leading).push(key);
  }
  let place = 0;
  const placed = standing.flatMap((key) => (ours.has(key) ? groups[place++]! : [key]));
  if (groups.length === 0) return [...placed, ...leading];
  return placed.toSpliced(placed.indexOf(groups[0]![0]!), 0, ...leading);
}

/**
 * What has to be done so that a sheet shows a drawing.
 *
 * Where people moved a shape, it stays there as long as the report places all shapes as before; once the map is
 * laid out anew, every shape goes to its new place, as a mixture of two layouts would cover labels. What lies on top
 * of what is always as described.
 * @param drawing under the names of `nameDrawing`
 * @param known as the earlier run described it; null: there was none
 */
export function planDrawing(drawing: Drawing, known: Drawing | null, standing: StandingDrawing | null): DrawingPlan {
  const { listed, elements } = standing ?? NOTHING;
  const before = known ?? EMPTY_DRAWING;
  const ours = findOurs(before, standing ?? NOTHING);
  const knownShapes = new Map(before.shapes.map((shape) => [shape.name.toLowerCase(), shape]));
  const knownConnectors = new Map(before.connectors.map((connector) => [connector.name.toLowerCase(), connector]));
  const shapes = new Map(drawing.shapes.map((shape) => [shape.name, shape]));
  const sameLayout = drawing.shapes.every((shape) => {
    const old = knownShapes.get(shape.name.toLowerCase());
    return old === undefined || sameBox(old, shape);
  });

  /** Shapes that come, or go to another place: connectors are put on them again. */
  const moved = new Set<string>();
  const shapeSteps = drawing.shapes.map((shape): Step => {
    const old = knownShapes.get(shape.name.toLowerCase());
    const id = ours.shapes.get(shape.name.toLowerCase()) ?? null;
    if (id === null || !old) {
      moved.add(shape.name);
      return { key: shape.name, id: null, to: shapeElement(shape), from: null, glue: false };
    }
    if (!sameLayout) moved.add(shape.name);
    const from = shapeElement(old);
    const to = shapeElement(shape);
    const there = elements.get(id);
    // A fill that cannot be put back is left as people made it.
    const fill = there?.kind === 'shape' && there.fill === 'other' ? 'other' : to.fill;
    return { key: shape.name, id, to: { ...to, fill }, from: sameLayout ? from : { ...from, look: without(from.look, BOX) }, glue: false };
  });

  const connectorSteps = drawing.connectors.map((connector): Step => {
    const { name, from, to } = connector;
    const old = knownConnectors.get(name.toLowerCase());
    const id = ours.connectors.get(name.toLowerCase()) ?? null;
    const element = connectorElement(connector);
    const ends = connectorEnds(connector, shapes);
    if (ends === null) throw new Error(`A connector leads to a shape that is not drawn: ${name}`);
    const there = id === null ? undefined : (elements.get(id) as ConnectorElement);
    // One that hangs free is drawn anew: Excel cannot tell which way it runs.
    if (id === null || !old || !there?.begin || !there.end) {
      return { key: name, id: null, to: element, from: null, glue: true, ends };
    }
    const glue = moved.has(from.shape) || moved.has(to.shape) || !sameEnd(from, old.from) || !sameEnd(to, old.to);
    return { key: name, id, to: element, from: connectorElement(old), glue };
  });

  const steps = [...shapeSteps, ...connectorSteps];
  const staying = new Set(steps.map(({ id }) => id));
  const leaving = [...ours.connectors.values(), ...ours.shapes.values()].filter((id) => {
    const element = elements.get(id);
    // What cannot be put back is left to the people who made it so.
    return !staying.has(id) && !(element?.kind === 'shape' && element.fill === 'other');
  });
  const keyOf = new Map(steps.flatMap(({ id, key }) => (id === null ? [] : [[id, key] as const])));
  const natural = listed.filter(({ id, type }) => MOVABLE.has(type) && !leaving.includes(id)).map(({ id }) => keyOf.get(id) ?? id);
  const described = steps.map(({ key }) => key);
  const added = steps.filter(({ id }) => id === null).map(({ key }) => key);
  return { leaving, steps, toFront: toFrontOf([...natural, ...added], paintingOrder(natural, described)) };
}

/** The corners between which a line runs, the right way round as far as is known. */
function endsOf(look: Element['look'], ends: Step['ends']): NonNullable<Step['ends']> {
  const { left = 0, top = 0, width = 0, height = 0 } = look;
  const forwards = !ends || ends.begin.x <= ends.end.x;
  const downwards = !ends || ends.begin.y <= ends.end.y;
  return {
    begin: { x: forwards ? left : left + width, y: downwards ? top : top + height },
    end: { x: forwards ? left + width : left, y: downwards ? top + height : top },
  };
}

/**
 * What has to be done so that a drawing is again as it stood before.
 * @param known as the run before described it: which way its connectors run
 * @param now what stands there, after a run that failed somewhere
 */
export function planRestore(before: StandingDrawing, known: Drawing | null, now: StandingDrawing): DrawingPlan {
  const there = new Set(now.listed.map(({ id }) => id));
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const shapesByName = new Map(known?.shapes.map((shape) => [shape.name, shape]));
  const described = new Map(
    known?.connectors.flatMap((connector) => {
      const ends = connectorEnds(connector, shapesByName);
      return ends === null ? [] : [[connector.name, ends] as const];
    }),
  );
  const moved = new Set<string>();
  const shapeSteps: Step[] = [];
  const connectorSteps: Step[] = [];
  for (const [id, to] of before.elements) {
    if (to.kind !== 'shape') continue;
    const from = now.elements.get(id) ?? null;
    if (!there.has(id) || !from || BOX.some((side) => from.look[side] !== to.look[side])) moved.add(id);
    if (!same(from, to)) shapeSteps.push({ key: id, id: there.has(id) ? id : null, to, from, glue: false });
  }
  for (const [id, to] of before.elements) {
    if (to.kind !== 'connector') continue;
    const from = now.elements.get(id) ?? null;
    const isThere = there.has(id);
    const follows = [to.begin, to.end].some((glue) => glue !== null && moved.has(glue.shape));
    const unglued = from?.kind === 'connector' && !(same(from.begin, to.begin) && same(from.end, to.end));
    if (same(from, to) && !follows) continue;
    connectorSteps.push({ key: id, id: isThere ? id : null, to, from, glue: !isThere || follows || unglued, ends: endsOf(to.look, described.get(String(to.look.name))) });
  }
  const steps = [...shapeSteps, ...connectorSteps];
  const leaving = now.listed.filter(({ id }) => !before.listed.some((shape) => shape.id === id)).map(({ id }) => id);
  const movable = (shapes: readonly ListedShape[]): string[] => shapes.filter(({ type }) => MOVABLE.has(type)).map(({ id }) => id);
  const added = steps.filter(({ id }) => id === null).map(({ key }) => key);
  const natural = [...movable(now.listed).filter((id) => !leaving.includes(id)), ...added];
  return { leaving, steps, toFront: toFrontOf(natural, movable(before.listed)) };
}

/** Circles that new dependencies would close. */
import type { Work } from '../../../domain/work';
import { foldName } from '../../names';

/** `item` needs `dependsOn`. */
export interface Needs {
  readonly item: string;
  readonly dependsOn: string;
}

export interface ClosedCycle<New> {
  /** The new dependency that closes it. */
  readonly by: New;
  /** The names, the first repeated at the end: what each needs. */
  readonly path: readonly string[];
}

/** Steps between two pauses. */
const STEPS_PER_PAUSE = 10_000;

/** Name → names, in both directions. */
function neighbours(all: readonly Needs[]): { readonly down: Map<string, string[]>; readonly up: Map<string, string[]> } {
  const down = new Map<string, string[]>();
  const up = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, from: string, to: string): void => {
    const known = map.get(from);
    if (known) known.push(to);
    else map.set(from, [to]);
  };
  for (const { item, dependsOn } of all) {
    add(down, foldName(item), foldName(dependsOn));
    add(up, foldName(dependsOn), foldName(item));
  }
  return { down, up };
}

/** Names in the order in which a walk down leaves them: what everything beneath was left before. */
function* leftInOrder(down: ReadonlyMap<string, readonly string[]>): Work<string[]> {
  const seen = new Set<string>();
  const order: string[] = [];
  let steps = 0;
  for (const start of down.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    // A stack instead of recursion, as ways may be long.
    const way = [{ name: start, index: 0 }];
    while (way.length > 0) {
      if (++steps % STEPS_PER_PAUSE === 0) yield;
      const here = way.at(-1)!;
      const next = down.get(here.name)?.[here.index++];
      if (next === undefined) order.push(way.pop()!.name);
      else if (!seen.has(next)) {
        seen.add(next);
        way.push({ name: next, index: 0 });
      }
    }
  }
  return order;
}

/** Name → the knot that it belongs to: names of one knot all need each other (Kosaraju). */
function* knotsOf({ down, up }: ReturnType<typeof neighbours>): Work<Map<string, number>> {
  const order = yield* leftInOrder(down);
  const knots = new Map<string, number>();
  for (const [knot, root] of order.reverse().entries()) {
    if (knots.has(root)) continue;
    knots.set(root, knot);
    const open = [root];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      for (const above of up.get(name) ?? []) {
        if (knots.has(above)) continue;
        knots.set(above, knot);
        open.push(above);
      }
    }
  }
  return knots;
}

/** The shortest way down from one name to another, both included; only through names of one knot, so there is one. */
function wayDown(from: string, to: string, down: ReadonlyMap<string, readonly string[]>, isInside: (name: string) => boolean): string[] {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let at = 0; at < queue.length && !cameFrom.has(to); at++) {
    for (const next of down.get(queue[at]!) ?? []) {
      if (cameFrom.has(next) || !isInside(next)) continue;
      cameFrom.set(next, queue[at]!);
      queue.push(next);
    }
  }
  const way: string[] = [];
  for (let name: string | null | undefined = to; name !== null && name !== undefined; name = cameFrom.get(name)) way.push(name);
  return way.reverse();
}

/**
 * The shortest circle through the first new dependency of each knot of things that need each other.
 * Circles without a new dependency are not told. With pauses.
 *
 * @param existing dependencies that are there
 * @param added new ones
 * @example finish(closedCycles([{ item: 'B', dependsOn: 'A' }], [{ item: 'A', dependsOn: 'B' }]))[0].path // ['A', 'B', 'A']
 */
export function* closedCycles<New extends Needs>(existing: readonly Needs[], added: readonly New[]): Work<ClosedCycle<New>[]> {
  const all = [...existing, ...added];
  const names = new Map(all.flatMap(({ item, dependsOn }) => [[foldName(item), item], [foldName(dependsOn), dependsOn]] as const));
  const edges = neighbours(all);
  const knots = yield* knotsOf(edges);
  const told = new Set<number>();
  const cycles: ClosedCycle<New>[] = [];
  for (const by of added) {
    const [item, dependsOn] = [foldName(by.item), foldName(by.dependsOn)];
    const knot = knots.get(item)!;
    if (item === dependsOn || knots.get(dependsOn) !== knot || told.has(knot)) continue;
    told.add(knot);
    cycles.push({ by, path: [by.item, ...wayDown(dependsOn, item, edges.down, (name) => knots.get(name) === knot).map((name) => names.get(name)!)] });
  }
  return cycles;
}

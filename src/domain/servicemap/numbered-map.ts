/** The map by numbers: what is asked of every service of a large estate walks no names. */
import type { DependencyMap } from './dependency-map';

/** A group of things, by their numbers. */
export interface NumberedGroup {
  readonly members: readonly number[];
  readonly required: number;
}

/** A dependency map, each name with a number. */
interface NumberedMap {
  /** Keys, by number. */
  readonly keys: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly all: readonly (readonly number[])[];
  readonly single: readonly (readonly number[])[];
  readonly groups: readonly (readonly NumberedGroup[])[];
  /** Place of each number in the walk that is under way, `UNSEEN` between walks. */
  readonly places: Int32Array;
}

/** What some items stand on, by places in an order in which what is stood on comes before what stands on it. */
export interface Walk {
  /** Keys, by place. */
  readonly keys: readonly string[];
  /** Keys of the first ring found, the first repeated at its end; none: empty. */
  readonly cycle: readonly string[];
  /** Of each place, the places of what it needs each by itself, in the table's order. */
  readonly singles: readonly (readonly number[])[];
  readonly groups: readonly (readonly NumberedGroup[])[];
}

const UNSEEN = -1;
const OPEN = -2;
const NOTHING: readonly never[] = [];

const known = new WeakMap<DependencyMap['needs'], NumberedMap>();

function numbered({ needs }: DependencyMap): NumberedMap {
  const done = known.get(needs);
  if (done) return done;
  const keys: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    let number = numbers.get(key);
    if (number === undefined) {
      numbers.set(key, (number = keys.length));
      keys.push(key);
    }
    return number;
  };
  for (const key of needs.keys()) numberOf(key);
  const rows = [...needs.values()];
  const all = rows.map((row) => row.all.map(numberOf));
  const single = rows.map((row) => row.single.map(numberOf));
  const groups = rows.map((row) => row.groups.map(({ members, required }): NumberedGroup => ({ members: members.map(numberOf), required })));
  const made: NumberedMap = { keys, numbers, all, single, groups, places: new Int32Array(keys.length).fill(UNSEEN) };
  known.set(needs, made);
  return made;
}

/** Numbers in order, those above the map's own being roots that are not on it, and the first ring found. */
function walked(map: NumberedMap, roots: Iterable<string>): { readonly order: number[]; readonly cycle: readonly string[]; readonly others: readonly string[] } {
  const { keys, numbers, all, places } = map;
  const order: number[] = [];
  const others = new Set<string>();
  let cycle: readonly string[] = NOTHING;
  for (const root of roots) {
    const start = numbers.get(root);
    if (start === undefined) {
      if (!others.has(root)) order.push(keys.length + others.size);
      others.add(root);
      continue;
    }
    if (places[start] !== UNSEEN) continue;
    places[start] = OPEN;
    // An explicit stack: a chain may be longer than the call stack is deep.
    const path = [start];
    const next = [0];
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      const child = all[top]?.[next[next.length - 1]!++];
      if (child === undefined) {
        places[top] = order.length;
        order.push(top);
        path.pop();
        next.pop();
      } else if (places[child] === OPEN) {
        if (cycle.length === 0) cycle = [...path.slice(path.indexOf(child)), child].map((number) => keys[number]!);
      } else if (places[child] === UNSEEN) {
        places[child] = OPEN;
        path.push(child);
        next.push(0);
      }
    }
  }
  return { order, cycle, others: [...others] };
}

/** Keys of the items and of everything they stand on, in order, and the first ring found. */
export function orderBeneath(map: DependencyMap, roots: Iterable<string>): Pick<Walk, 'keys' | 'cycle'> {
  const wired = numbered(map);
  const { order, cycle, others } = walked(wired, roots);
  for (const number of order) if (number < wired.keys.length) wired.places[number] = UNSEEN;
  return { keys: keysOf(wired, order, others), cycle };
}

/** The same with what each needs. */
export function walkBeneath(map: DependencyMap, roots: Iterable<string>): Walk {
  const wired = numbered(map);
  const { order, cycle, others } = walked(wired, roots);
  const { places } = wired;
  const placesOf = (numbers: readonly number[]): readonly number[] => (numbers.length === 0 ? NOTHING : numbers.map((number) => places[number]!));
  const singles = order.map((number) => placesOf(wired.single[number] ?? NOTHING));
  const groups = order.map((number): readonly NumberedGroup[] => {
    const own = wired.groups[number] ?? NOTHING;
    return own.length === 0 ? NOTHING : own.map(({ members, required }) => ({ members: placesOf(members), required }));
  });
  for (const number of order) if (number < wired.keys.length) places[number] = UNSEEN;
  return { keys: keysOf(wired, order, others), cycle, singles, groups };
}

function keysOf({ keys }: NumberedMap, order: readonly number[], others: readonly string[]): string[] {
  return order.map((number) => keys[number] ?? others[number - keys.length]!);
}

import { finish, type Work } from '../work';
import type { DependencyMap } from './dependency-map';
import { CASES_AT_ONCE, network, propagate, takeOut } from './propagation';

/**
 * The single points of failure of an item among some candidates: those whose loss alone takes it down,
 * itself included. A group is taken down by what takes down so many of its members that fewer than the
 * required ones are left. Things that stand on each other take each other down.
 *
 * @param candidates keys that are asked about
 * @example
 * // Mail needs Server A or Server B (group, 1 required), both stand on Power
 * singlePoints(map, 'mail', new Set(['server a', 'power'])) // Set { 'power' }
 */
export function singlePoints(map: DependencyMap, root: string, candidates: Iterable<string>): ReadonlySet<string> {
  const points = new Set<string>();
  for (const { key, takesDown } of finish(fallsOfEach(map, candidates, [root]))) if (takesDown.length > 0) points.add(key);
  return points;
}

/** A thing, and what goes down when it alone does. */
export interface Fall {
  readonly key: string;
  /** Places in the list that was asked about, ascending. */
  readonly takesDown: readonly number[];
}

/**
 * For each of some things, what of a list goes down when it alone does, itself included. One pass
 * through the map for some hundred things.
 *
 * @param candidates keys of what is taken out, one at a time
 * @param asked keys of what may go down
 * @example
 * finish(fallsOfEach(map, ['power', 'server a'], ['mail', 'fax'])) // [{ key: 'power', takesDown: [0] }, { key: 'server a', takesDown: [] }]
 */
export function* fallsOfEach(map: DependencyMap, candidates: Iterable<string>, asked: readonly string[]): Work<Fall[]> {
  const beneath = network(map, asked);
  const places = asked.map((key) => beneath.places.get(key)!);
  const found: Fall[] = [];
  const all = [...candidates];
  for (let from = 0; from < all.length; from += CASES_AT_ONCE) {
    const cases = all.slice(from, from + CASES_AT_ONCE);
    const words = Math.ceil(cases.length / 32);
    const down = new Int32Array(beneath.keys.length * words);
    cases.forEach((key, index) => {
      const place = beneath.places.get(key);
      if (place !== undefined) takeOut(down, words, place, index);
    });
    propagate(beneath, down, words);
    const lists = cases.map((): number[] => []);
    places.forEach((place, index) => {
      for (let word = 0; word < words; word++) {
        // Bit by bit, the highest first; most words have none.
        for (let bits = down[place * words + word]!; bits !== 0; ) {
          const bit = 31 - Math.clz32(bits);
          lists[word * 32 + bit]!.push(index);
          bits &= ~(1 << bit);
        }
      }
    });
    cases.forEach((key, index) => found.push({ key, takesDown: lists[index]! }));
    yield;
  }
  return found;
}

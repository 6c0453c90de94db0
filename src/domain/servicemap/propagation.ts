/** What goes down when something is out, for many cases at once: each bit of a row is a case of its own. */
import type { DependencyMap } from './dependency-map';
import { type NumberedGroup, walkBeneath } from './numbered-map';

/** Cases that are worked out at once: a piece of work between two pauses, and bounded memory for any map. */
export const CASES_AT_ONCE = 256;

/** Some items and all that they stand on, as numbers. */
export interface Network {
  /** Keys; what is stood on comes before what stands on it, as far as no cycle forbids it. */
  readonly keys: readonly string[];
  /** Key → its place in `keys`. */
  readonly places: ReadonlyMap<string, number>;
  readonly singles: readonly (readonly number[])[];
  readonly groups: readonly (readonly NumberedGroup[])[];
  readonly hasCycle: boolean;
}

/** @param roots keys of the items; everything beneath them belongs to the network as well */
export function network(map: DependencyMap, roots: Iterable<string>): Network {
  const { keys, cycle, singles, groups } = walkBeneath(map, roots);
  return { keys, places: new Map(keys.map((key, place) => [key, place])), singles, groups, hasCycle: cycle.length > 0 };
}

/**
 * Adds to `down` what goes down besides what is out: a thing is down where one of its single needs is,
 * or so many members of a group that fewer than the required ones are left. Things that stand on each
 * other are down only if something outside takes one of them down.
 *
 * @param down what is out, `words` numbers of 32 cases for each thing in the order of `network.keys`; changed in place
 */
export function propagate({ keys, singles, groups, hasCycle }: Network, down: Int32Array, words: number): void {
  const counts: number[] = [0];
  const before = new Int32Array(words);
  // What is stood on comes first, so one round settles all; around a cycle, rounds until nothing is added.
  for (let added = true; added; ) {
    added = false;
    for (let place = 0; place < keys.length; place++) {
      const own = place * words;
      if (hasCycle) before.set(down.subarray(own, own + words));
      for (const single of singles[place]!) {
        const other = single * words;
        for (let word = 0; word < words; word++) down[own + word]! |= down[other + word]!;
      }
      for (const group of groups[place]!) for (let word = 0; word < words; word++) down[own + word]! |= lost(group, down, words, word, counts);
      for (let word = 0; hasCycle && !added && word < words; word++) added = before[word] !== down[own + word];
    }
  }
}

/** The cases in which fewer members than required are up. */
function lost({ members, required }: NumberedGroup, down: Int32Array, words: number, word: number, counts: number[]): number {
  const tooMany = members.length - required + 1;
  // "So many down" or "not so many up": the smaller number is counted.
  const byUp = required < tooMany;
  const flip = byUp ? -1 : 0;
  const wanted = byUp ? required : tooMany;
  // After each member, counts[n] has the cases in which at least n of those seen are down (up).
  for (let n = 1; n <= wanted; n++) counts[n] = 0;
  for (const member of members) {
    const bits = down[member * words + word]! ^ flip;
    for (let n = wanted; n > 1; n--) counts[n]! |= counts[n - 1]! & bits;
    counts[1]! |= bits;
  }
  return counts[wanted]! ^ flip;
}

/** Marks a thing as out in one case. */
export function takeOut(down: Int32Array, words: number, place: number, oneCase: number): void {
  down[place * words + (oneCase >>> 5)]! |= 1 << (oneCase & 31);
}

/** Whether a thing is down in a case. */
export function isDown(down: Int32Array, words: number, place: number, oneCase: number): boolean {
  return ((down[place * words + (oneCase >>> 5)]! >>> (oneCase & 31)) & 1) === 1;
}

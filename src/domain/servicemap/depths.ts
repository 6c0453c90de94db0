import { type DependencyMap, directNeeds } from './dependency-map';

/**
 * Everything that is reached from a thing, nearest first, each once with its smallest number of steps; the
 * thing itself is not among it, also where a way leads back to it.
 *
 * @param below what one step leads to
 * @example stepsFrom(1, (n) => (n < 3 ? [n + 1, 1] : [])) // Map { 2 => 1, 3 => 2 }
 */
export function stepsFrom<Key>(start: Key, below: (key: Key) => Iterable<Key>): ReadonlyMap<Key, number> {
  const steps = new Map([[start, 0]]);
  // A map is walked to its end, also over what is added on the way.
  for (const [key, count] of steps) for (const next of below(key)) if (!steps.has(next)) steps.set(next, count + 1);
  steps.delete(start);
  return steps;
}

/**
 * Everything beneath an item, nearest first, each thing once at its smallest depth; the item itself is
 * not among it, also where things stand on each other.
 *
 * @param root key of the item
 * @returns depth by key: 1 is needed directly
 * @example
 * // Mail needs Server, Server needs Power
 * depthsBeneath(map, 'mail') // Map { 'server' => 1, 'power' => 2 }
 */
export function depthsBeneath(map: DependencyMap, root: string): ReadonlyMap<string, number> {
  return stepsFrom(root, (key) => directNeeds(map, key));
}

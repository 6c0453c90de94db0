import { type DependencyMap, directNeeds } from './dependency-map';

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
  const depths = new Map([[root, 0]]);
  // A map is walked to its end, also over what is added on the way.
  for (const [key, depth] of depths) {
    for (const below of directNeeds(map, key)) if (!depths.has(below)) depths.set(below, depth + 1);
  }
  depths.delete(root);
  return depths;
}

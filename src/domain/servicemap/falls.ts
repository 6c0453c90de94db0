import type { DependencyMap } from './dependency-map';
import { isDown, network, propagate, takeOut } from './propagation';

/**
 * What is down while some things are out: they themselves and, upward through the map, whatever they
 * leave without what it needs. Keys are names as `nameKey` gives them; one that is not on the map is
 * down alone.
 *
 * @param out keys of what is out
 * @returns keys, those that are out first
 * @example
 * // Mail needs Server A or Server B (group, 1 required), both stand on Power
 * falls(map, new Set(['server a'])) // Set { 'server a' }
 * falls(map, new Set(['server a', 'server b'])) // Set { 'server a', 'server b', 'mail' }
 * falls(map, new Set(['power'])) // Set { 'power', 'server a', 'server b', 'mail' }
 */
export function falls(map: DependencyMap, out: ReadonlySet<string>): ReadonlySet<string> {
  const all = network(map, [...map.needs.keys(), ...out]);
  const down = new Int32Array(all.keys.length);
  for (const key of out) takeOut(down, 1, all.places.get(key)!, 0);
  propagate(all, down, 1);
  return new Set([...out, ...all.keys.filter((_, place) => isDown(down, 1, place, 0))]);
}

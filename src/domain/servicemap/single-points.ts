import { type DependencyMap, standsOn } from './dependency-map';

/**
 * The single points of failure of an item among some candidates: those whose loss alone takes it down,
 * itself included. A group is taken down by what takes down so many of its members that fewer than the
 * required ones are left. Things that stand on each other take each other down.
 *
 * @param candidates keys that are asked about
 * @param known results by item for these candidates, read and added to
 * @example
 * // Mail needs Server A or Server B (group, 1 required), both stand on Power
 * singlePoints(map, 'mail', new Set(['server a', 'power']), new Map()) // Set { 'power' }
 */
export function singlePoints(map: DependencyMap, root: string, candidates: ReadonlySet<string>, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const done = known.get(root);
  if (done) return done;
  const { order, cycle } = standsOn(map, root);
  const open = order.filter((key) => !known.has(key));
  const local = new Map<string, Set<string>>(open.map((key) => [key, new Set(candidates.has(key) ? [key] : [])]));
  const at = (key: string): ReadonlySet<string> => known.get(key) ?? local.get(key) ?? new Set();
  // What stands beneath comes first, so one round settles all; on a cycle, rounds until nothing is added.
  for (let added = true; added; ) {
    added = false;
    for (const key of open) {
      const points = local.get(key)!;
      const before = points.size;
      const needs = map.needs.get(key);
      for (const single of needs?.single ?? []) for (const point of at(single)) points.add(point);
      for (const { members, required } of needs?.groups ?? []) {
        const lost = new Map<string, number>();
        for (const member of members) for (const point of at(member)) lost.set(point, (lost.get(point) ?? 0) + 1);
        for (const [point, count] of lost) if (count > members.length - required) points.add(point);
      }
      if (points.size > before) added = cycle.length > 0;
    }
  }
  for (const [key, points] of local) known.set(key, points);
  return known.get(root)!;
}

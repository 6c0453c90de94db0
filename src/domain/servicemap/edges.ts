import type { MapEdge } from '../figures';
import { nameKey } from '../names';
import { type Catalogue, nameIn } from './catalogue';
import { type DependencyMap, dependencyMap, isOnMap } from './dependency-map';
import type { Dependency } from './records';

/** Who needs what, as the rows of `Dependencies` have it. */
export interface MapEdges {
  /** In the table's order. */
  readonly edges: readonly MapEdge[];
  /** The same as a map, with the names of `edges`. */
  readonly map: DependencyMap;
}

/**
 * The edges of the map. A row that is repeated is one edge; names that stand in neither table are on it,
 * too. Rows without both names, and those whose group or number cannot be read, are none. Groups that
 * disagree are as `dependencyMap` has them.
 *
 * What a retired service needs is no longer on the map, unless something that is not retired stands on it.
 *
 * @example
 * mapEdges([{ row: 2, item: 'Mail', dependsOn: 'server a', group: null, required: null }], catalogue).edges
 * // [{ item: 'Mail', dependsOn: 'Server A', group: null, row: { table: 'Dependencies', row: 2 } }]
 */
export function mapEdges(rows: readonly Dependency[], catalogue: Catalogue): MapEdges {
  const written = dependencyMap(rows);
  const names = new Map([...written.names].map(([key, name]) => [key, nameIn(catalogue, key) ?? name]));
  const gone = retiredAlone(written, catalogue);
  const groups = new Map([...written.needs].flatMap(([key, needs]) => needs.groups.map((one) => [`${key}\n${nameKey(one.name)}`, one] as const)));
  const edges: MapEdge[] = [];
  const seen = new Set<string>();
  for (const { row, item, dependsOn, group } of rows.filter(isOnMap)) {
    const [upper, lower, groupKey] = [nameKey(item), nameKey(dependsOn), nameKey(group ?? '')];
    // No key holds a line break.
    const edge = `${upper}\n${lower}\n${groupKey}`;
    if (gone.has(upper) || seen.has(edge)) continue;
    seen.add(edge);
    const found = groups.get(`${upper}\n${groupKey}`);
    edges.push({
      item: names.get(upper)!,
      dependsOn: names.get(lower)!,
      group: found ? { name: found.name, required: found.required, members: found.members.length } : null,
      row: { table: 'Dependencies', row },
    });
  }
  const needs = new Map([...written.needs].filter(([key]) => !gone.has(key)));
  return { edges, map: { ...written, needs, names } };
}

/** Keys of retired services on which nothing stands but other such services. */
function retiredAlone({ needs }: DependencyMap, { services }: Catalogue): ReadonlySet<string> {
  const users = new Map<string, number>();
  for (const { all } of needs.values()) for (const below of all) users.set(below, (users.get(below) ?? 0) + 1);
  const gone = new Set<string>();
  const open = [...needs.keys()].filter((key) => services.get(key)?.lifecycle === 'Retired');
  // Once one is gone, what stood beneath it may have lost its last user.
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (gone.has(key) || (users.get(key) ?? 0) > 0) continue;
    gone.add(key);
    for (const below of needs.get(key)!.all) {
      users.set(below, users.get(below)! - 1);
      if (needs.has(below) && services.get(below)?.lifecycle === 'Retired') open.push(below);
    }
  }
  return gone;
}

import type { MapEdge } from '../figures';
import { nameKey } from '../names';

/**
 * The edges as they are to be read: what a thing needs by itself is no member of its groups as well, since
 * it takes the thing down whatever the group says. What counts members (`mapOfEdges`) takes all edges.
 *
 * @example
 * // Mail needs Server A, and 1 of 2: Server A, Server B
 * plainEdges(edges).map(({ dependsOn, group }) => [dependsOn, group?.name]) // [['Server A', undefined], ['Server B', 'servers']]
 */
export function plainEdges(edges: readonly MapEdge[]): MapEdge[] {
  const between = ({ item, dependsOn }: MapEdge): string => `${nameKey(item)}\n${nameKey(dependsOn)}`;
  const alone = new Set(edges.filter(({ group }) => group === null).map(between));
  return edges.filter((edge) => edge.group === null || !alone.has(between(edge)));
}

import type { MapEdge } from '../../../src/domain/figures';
import { plainEdges } from '../../../src/domain/servicemap/plain-edges';

test('what is needed by itself is no member of a group as well; of another thing it may be', () => {
  const group = { name: 'servers', required: 1, members: 2 };
  const edge = (item: string, dependsOn: string, row: number, of: MapEdge['group'] = null): MapEdge => ({ item, dependsOn, group: of, row: { table: 'Dependencies', row } });
  const edges = [edge('Mail', 'Server A', 2, group), edge('Mail', 'Server B', 3, group), edge('mail', 'server a', 4), edge('Fax', 'Server A', 5, group)];
  expect(plainEdges(edges).map(({ row, group: of }) => [row.row, of?.name ?? null])).toEqual([[3, 'servers'], [4, null], [5, 'servers']]);
});

import type { MapEdge } from '../figures';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import { orderBeneath } from './numbered-map';
import type { Dependency } from './records';

/** Members of which some must be up. */
export interface DependencyGroup {
  readonly name: string;
  /** Keys of the members. */
  readonly members: readonly string[];
  /** How many must be up, 1 … members. */
  readonly required: number;
}

/** What one item needs directly. */
export interface Needs {
  /** Keys of the things needed each by itself, in the table's order. */
  readonly single: readonly string[];
  readonly groups: readonly DependencyGroup[];
  /** Keys of all of them, each once: singles, then group by group. */
  readonly all: readonly string[];
}

/** Who stands on what. Keys are names as `nameKey` gives them. */
export interface DependencyMap {
  readonly needs: ReadonlyMap<string, Needs>;
  /** Names as first written. */
  readonly names: ReadonlyMap<string, string>;
  /** Item → worksheet rows of `Dependencies` that could not be used for it, or that lead to a name nobody knows. */
  readonly leftOut: ReadonlyMap<string, readonly number[]>;
  /** Worksheet rows whose item cannot be read: they may belong to any. */
  readonly unassigned: readonly number[];
}

/**
 * The map from its rows. Rows of one item with the same Group form one group, whose Required should
 * agree; where it does not the strictest counts, and one above the number of members means all of
 * them: a mistake in the map never makes a service look better. A row that is repeated counts once.
 *
 * A name that no table knows is on the map where its text can be read, so that everything that looks at
 * the map sees the same; its rows are named among those left out, as the name may be a mistake.
 *
 * @example
 * dependencyMap([
 *   { row: 2, item: 'Mail', dependsOn: 'Server A', group: 'servers', required: 1 },
 *   { row: 3, item: 'Mail', dependsOn: 'Server B', group: 'servers', required: 1 },
 * ]).needs.get('mail')?.groups // [{ name: 'servers', members: ['server a', 'server b'], required: 1 }]
 */
export function dependencyMap(rows: readonly Dependency[]): DependencyMap {
  const names = new Map<string, string>();
  const leftOut = new Map<string, number[]>();
  const unassigned: number[] = [];
  const drafts = new Map<string, { single: Set<string>; groups: Map<string, { name: string; members: Set<string>; required: number }> }>();
  for (const row of rows) {
    const item = nameKey(row.item);
    const dependsOn = nameKey(row.dependsOn);
    if (item === '' || isUnreadable(row, 'item')) unassigned.push(row.row);
    else if (dependsOn === '' || isUnreadable(row, 'dependsOn', 'group', 'required')) addTo(leftOut, item, row.row);
    if (!isOnMap(row)) continue;
    if (!names.has(item)) names.set(item, row.item.trim());
    if (!names.has(dependsOn)) names.set(dependsOn, row.dependsOn.trim());
    let draft = drafts.get(item);
    if (!draft) drafts.set(item, (draft = { single: new Set(), groups: new Map() }));
    const group = nameKey(row.group ?? '');
    if (group === '') {
      draft.single.add(dependsOn);
      continue;
    }
    let members = draft.groups.get(group);
    if (!members) draft.groups.set(group, (members = { name: (row.group ?? '').trim(), members: new Set(), required: 1 }));
    members.members.add(dependsOn);
    members.required = Math.max(members.required, Math.ceil(row.required ?? 1));
  }
  const needs = new Map<string, Needs>();
  for (const [item, draft] of drafts) {
    const single = [...draft.single];
    const groups = [...draft.groups.values()].map(({ name, members, required }) => ({ name, members: [...members], required: Math.min(required, members.size) }));
    needs.set(item, { single, groups, all: [...new Set([...single, ...groups.flatMap(({ members }) => members)])] });
  }
  return { needs, names, leftOut, unassigned };
}

/** Whether a row says what needs what: both names have a text, and its group can be read. */
export function isOnMap(row: Dependency): boolean {
  return nameKey(row.item) !== '' && nameKey(row.dependsOn) !== '' && !isUnreadable(row, 'group', 'required');
}

/**
 * The map that edges of the figures describe.
 *
 * @example
 * const map = mapOfEdges(figures.edges);
 * falls(map, new Set(['power'])) // Set { 'power', 'server a', 'mail' }
 */
export function mapOfEdges(edges: readonly MapEdge[]): DependencyMap {
  return dependencyMap(edges.map(({ item, dependsOn, group, row }) => ({ row: row.row, item, dependsOn, group: group?.name ?? null, required: group?.required ?? null })));
}

/** Everything an item needs directly, in the table's order: singles, then group by group. */
export function directNeeds(map: DependencyMap, key: string): readonly string[] {
  return map.needs.get(key)?.all ?? [];
}

/** `1 of 2` by the key of each thing that an item needs as a member of a group only; of several groups the first says it. */
export function groupsByMember({ needs }: DependencyMap, item: string): ReadonlyMap<string, string> {
  const own = needs.get(item);
  const texts = new Map<string, string>();
  for (const { members, required } of own?.groups ?? []) for (const member of members) if (!texts.has(member)) texts.set(member, `${required} of ${members.length}`);
  for (const single of own?.single ?? []) texts.delete(single);
  return texts;
}

/**
 * Items and everything they stand on, what is stood on before what stands on it. Where things
 * stand on each other no such order exists, and `cycle` holds the first such ring found, the first key
 * repeated at its end; else it is empty.
 *
 * @param roots one key or several
 */
export function standsOn(map: DependencyMap, roots: string | Iterable<string>): { readonly order: readonly string[]; readonly cycle: readonly string[] } {
  const { keys, cycle } = orderBeneath(map, typeof roots === 'string' ? [roots] : roots);
  return { order: keys, cycle };
}

import type { Columns } from './columns';
import { common, type LineKind } from './look';
import type { EdgeAgreement, PictureGraph, PictureGroup, PictureLink } from './model';

/** The way into a node, under one agreement or under none. */
export interface Entry {
  readonly node: string;
  readonly agreement: EdgeAgreement | null;
  /** It is where an edge that goes back begins: without an arrow. */
  readonly isBack: boolean;
  /** What arrives here. */
  readonly nets: Net[];
}

/** A pill before the members of a group. */
export interface GroupPill {
  readonly group: PictureGroup;
  /** It stands to the right of this column. */
  readonly column: number;
  /** From the pill to the members. */
  readonly net: Net;
}

/** Lines that branch: from some nodes that need just the same, or from a group's pill, to all of it. */
export interface Net {
  /** For the names of its shapes. */
  readonly name: string;
  /** It begins to the right of this column. */
  readonly column: number;
  /** Keys of nodes; none: it begins at a group's pill. */
  readonly sources: readonly string[];
  /** It is an edge from right to left, drawn from its end to its begin. */
  readonly isBack: boolean;
  readonly entries: Entry[];
  readonly groups: GroupPill[];
}

export interface Nets {
  readonly nets: readonly Net[];
  /** By the key of a node. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

/** Column of every node. */
export function columnOf(columns: Columns): Map<string, number> {
  return new Map(columns.flatMap((boxes, column) => boxes.flatMap(({ nodes }) => nodes.map(({ key }): [string, number] => [key, column]))));
}

/** The edges of a graph as nets: what several nodes of a column need alike is drawn once. */
export function netsOf({ nodes, links }: PictureGraph, columns: Columns): Nets {
  const at = columnOf(columns);
  const names = new Map(nodes.map(({ key, name }) => [key, name]));
  const entries = new Map<string, Entry[]>();
  const nets: Net[] = [];
  const columnAt = (key: string): number => at.get(key) ?? 0;
  const enter = (node: string, agreement: EdgeAgreement | null, isBack: boolean, net: Net): void => {
    const known = entries.get(node) ?? [];
    let entry = known.find((one) => one.agreement?.name === agreement?.name && one.isBack === isBack);
    if (entry === undefined) known.push((entry = { node, agreement, isBack, nets: [] }));
    entries.set(node, known);
    if (entry.nets.includes(net)) return;
    entry.nets.push(net);
    net.entries.push(entry);
  };

  for (const [sources, needs] of alike(links.filter(({ from, to }) => columnAt(to) > columnAt(from)), columnAt)) {
    const net: Net = { name: sources.map((key) => names.get(key) ?? key).join(', '), column: columnAt(sources[0] ?? ''), sources, isBack: false, entries: [], groups: [] };
    nets.push(net);
    const groups = new Map<string, GroupPill>();
    for (const { to, agreement, group } of needs) {
      if (group === null) {
        enter(to, agreement, false, net);
        continue;
      }
      let pill = groups.get(group.key);
      if (pill === undefined) {
        const column = Math.min(...needs.filter((need) => need.group?.key === group.key).map((need) => columnAt(need.to))) - 1;
        pill = { group, column, net: { name: `${net.name}, ${group.name}`, column, sources: [], isBack: false, entries: [], groups: [] } };
        groups.set(group.key, pill);
        net.groups.push(pill);
        nets.push(pill.net);
      }
      enter(to, agreement, false, pill.net);
    }
  }
  for (const { from, to } of links.filter((link) => columnAt(link.to) < columnAt(link.from))) {
    const net: Net = { name: `${names.get(from) ?? from} back`, column: columnAt(to), sources: [to], isBack: true, entries: [], groups: [] };
    nets.push(net);
    enter(from, null, true, net);
  }
  return { nets, entries };
}

/** Sources of one column that need just the same, under the same agreements, with what they need. */
function alike(links: readonly PictureLink[], columnAt: (key: string) => number): [string[], PictureLink[]][] {
  const bySource = new Map<string, PictureLink[]>();
  for (const link of links) bySource.set(link.from, [...(bySource.get(link.from) ?? []), link]);
  const found = new Map<string, [string[], PictureLink[]]>();
  for (const [source, needs] of bySource) {
    const same = JSON.stringify([columnAt(source), ...needs.map(({ to, group, agreement }) => [to, group?.key ?? '', agreement?.name ?? ''].join(' ')).sort()]);
    const known = found.get(same);
    if (known) known[0].push(source);
    else found.set(same, [[source], needs]);
  }
  return [...found.values()];
}

/** The last column that a net passes through on its way to those further on. */
export function lastPassed(net: Net, at: ReadonlyMap<string, number>): number {
  return Math.max(net.column, ...net.entries.map(({ node }) => (at.get(node) ?? 0) - 1), ...net.groups.map(({ column }) => column));
}

export function kindOf(entry: Entry): LineKind {
  return entry.agreement?.type ?? 'none';
}

/** What a net's line beyond a column is drawn as: its kind where it leads to one alone. */
export function kindBeyond(net: Net, column: number, at: ReadonlyMap<string, number>): LineKind {
  return common([
    ...net.entries.filter(({ node }) => (at.get(node) ?? 0) > column).map(kindOf),
    ...net.groups.filter((pill) => pill.column >= column).map((pill) => kindBeyond(pill.net, column, at)),
  ]);
}

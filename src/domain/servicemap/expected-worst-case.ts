import { type DependencyMap, standsOn } from './dependency-map';
import type { StatedAvailability } from './expected-availability';
import { mostTogether } from './expected-any-dependence';

/**
 * Contractual worst case of an item: as little as it can be available while everything stated beneath
 * it is kept, because what may fail never fails together unless that takes the item down.
 *
 * 1 − Σ, at least 0: each distinct thing needed alone, at any depth, adds 1 − a; a group that needs k of
 * its n members adds the most that n − k + 1 of them can be down together (`mostTogether`), a member
 * being down as often as the sum for what it needs in turn. A promise *with all beneath* ends the way
 * down: it adds 1 − a for itself and everything under it. What takes down something that is counted
 * anyway adds nothing more: a network needed alone is not counted again in a group that stands on it.
 *
 * Where every thing stands in one place this is attained: some joint distribution has it. A thing that
 * stands in several groups is counted in each; the figure is then a bound that the true worst case is
 * never below. Things of unknown availability count as always up. The item's own statement counts.
 *
 * @param root key of the item
 * @param stated what is stated of a key; null: nothing
 * @param beneath what `standsOn` says of the item, where that is known already
 * @example
 * // Mail needs a network of 99.9% and one of two servers (99% and 98%)
 * worstCase(map, 'mail', stated) // 0.989: 1 − 0.001 − min(0.01, 0.02)
 */
export function worstCase(map: DependencyMap, root: string, stated: (key: string) => StatedAvailability | null, beneath = standsOn(map, root)): number {
  const { order, cycle } = beneath;
  const lost = (key: string): number => 1 - (stated(key)?.availability ?? 1);
  // On a ring nothing is first: all that may fail at all.
  if (cycle.length > 0) return Math.max(0, 1 - order.reduce((sum, key) => sum + lost(key), 0));

  const endsHere = (key: string): boolean => stated(key)?.of === 'with all beneath';
  const always = neededAlone(map, root, endsHere, new Set());
  const members = new Set(order.flatMap((key) => map.needs.get(key)?.groups.flatMap((group) => group.members) ?? []));
  const most = new Map<string, number>();
  const mostDown = (needed: Needed, apart: ReadonlySet<string>): number => {
    let sum = 0;
    for (const one of needed.counted) {
      if (apart.has(one)) continue;
      sum += lost(one);
      if (endsHere(one)) continue;
      for (const group of map.needs.get(one)?.groups ?? []) sum += mostTogether(group.members.length - group.required + 1, group.members.map((member) => most.get(member)!));
    }
    return Math.min(1, sum);
  };
  // What a member needs alone stands before it; what is needed always is counted once, for the root.
  for (const key of order) if (members.has(key)) most.set(key, mostDown(neededAlone(map, key, endsHere, always.all), always.all));
  return 1 - mostDown(always, new Set());
}

interface Needed {
  /** Things whose failure takes the item down, but for those inside a counted promise. */
  readonly counted: ReadonlySet<string>;
  /** With those. */
  readonly all: ReadonlySet<string>;
}

/** The item and the things that it needs alone, at any depth, what is counted apart left out with all beneath. */
function neededAlone(map: DependencyMap, item: string, endsHere: (key: string) => boolean, apart: ReadonlySet<string>): Needed {
  const all = closure([item], (key) => (apart.has(key) ? [] : (map.needs.get(key)?.single ?? [])));
  const inside = closure([...all].filter(endsHere).flatMap((key) => map.needs.get(key)?.single ?? []), (key) => map.needs.get(key)?.single ?? []);
  return { counted: new Set([...all].filter((key) => !inside.has(key))), all };
}

function closure(from: readonly string[], next: (key: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // A set is walked to its end, also over what is added on the way.
  for (const key of found) for (const below of next(key)) found.add(below);
  return found;
}

import type { DependencyMap } from './dependency-map';
import type { StatedAvailability } from './expected-availability';
import { mostTogether } from './expected-any-dependence';
import { walkBeneath } from './numbered-map';

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
 * @param beneath what `walkBeneath` says of the item, where that is known already
 * @example
 * // Mail needs a network of 99.9% and one of two servers (99% and 98%)
 * worstCase(map, 'mail', stated) // 0.989: 1 − 0.001 − min(0.01, 0.02)
 */
export function worstCase(map: DependencyMap, root: string, stated: (key: string) => StatedAvailability | null, beneath = walkBeneath(map, [root])): number {
  const { keys, cycle, singles, groups } = beneath;
  const statements = keys.map(stated);
  const lost = statements.map((one) => 1 - (one?.availability ?? 1));
  // On a ring nothing is first: all that may fail at all.
  if (cycle.length > 0) return Math.max(0, 1 - lost.reduce((sum, one) => sum + one, 0));

  const endsHere = statements.map((one) => one?.of === 'with all beneath');
  const needs = new Needs(singles, endsHere);
  /** Those that are counted already have a 1. */
  const apart = new Uint8Array(keys.length);
  const members = new Set(groups.flatMap((own) => own.flatMap((group) => group.members)));
  const most = new Float64Array(keys.length);
  const mostDown = (counted: readonly number[]): number => {
    let sum = 0;
    for (const one of counted) {
      if (apart[one] === 1) continue;
      sum += lost[one]!;
      if (endsHere[one]) continue;
      for (const group of groups[one]!) sum += mostTogether(group.members.length - group.required + 1, group.members.map((member) => most[member]!));
    }
    return Math.min(1, sum);
  };
  // What stands on everything else is last.
  const always = needs.alone(keys.length - 1, apart);
  for (const place of always.all) apart[place] = 1;
  // What a member needs alone stands before it; what is needed always is counted once, for the root.
  for (let place = 0; place < keys.length; place++) if (members.has(place)) most[place] = mostDown(needs.alone(place, apart).counted);
  apart.fill(0);
  return 1 - mostDown(always.counted);
}

interface Needed {
  /** Things whose failure takes the item down, but for those inside a counted promise; by their places. */
  readonly counted: readonly number[];
  /** With those. */
  readonly all: readonly number[];
}

/** What things need alone, at any depth. */
class Needs {
  /** The number of the search that reached a thing last, so that nothing must be cleared between searches. */
  private readonly reachedIn: Int32Array;
  private searches = 0;

  constructor(
    private readonly singles: readonly (readonly number[])[],
    private readonly endsHere: readonly boolean[],
  ) {
    this.reachedIn = new Int32Array(singles.length);
  }

  /** The item and the things that it needs alone, what stands beneath things with a 1 in `apart` left out. */
  alone(item: number, apart: Uint8Array): Needed {
    const all = this.search([item], apart);
    const promises = all.filter((place) => this.endsHere[place]);
    if (promises.length === 0) return { counted: all, all };
    this.search(promises.flatMap((place) => this.singles[place]!), null);
    return { counted: all.filter((place) => this.reachedIn[place] !== this.searches), all };
  }

  /** Nearest first, each once. */
  private search(from: readonly number[], apart: Uint8Array | null): number[] {
    const search = ++this.searches;
    const found: number[] = [];
    const reach = (place: number): void => {
      if (this.reachedIn[place] === search) return;
      this.reachedIn[place] = search;
      found.push(place);
    };
    from.forEach(reach);
    // What is reached is added at the end of what is walked.
    for (let next = 0; next < found.length; next++) {
      const place = found[next]!;
      if (apart?.[place] !== 1) for (const below of this.singles[place]!) reach(below);
    }
    return found;
  }
}

import type { DependencyGroup, DependencyMap, Needs } from './dependency-map';
import { directNeeds, standsOn } from './dependency-map';
import { parallel, parallelGains } from './combine-availability';
import { mostTogether } from './expected-any-dependence';
import { allOf, BottomUp } from './expected-bottom-up';
import { Diagram, type Node, TOO_LARGE, UP } from './expected-diagram';
import { throughAlone } from './expected-series';

/** What is stated of a thing, 0 … 1. */
export interface StatedAvailability {
  readonly availability: number;
  /**
   * `itself`: its own failures alone (a maker's figure); what it stands on comes on top.
   * `with all beneath`: a promise about the thing as delivered, whatever it was that failed.
   */
  readonly of: 'itself' | 'with all beneath';
}

export interface ExpectedAvailability {
  /** Of the item, 0 … 1; the upper bound where it is not exact. */
  readonly availability: number;
  /** Equal to `availability` where that is exact for what is stated; else proven. */
  readonly lowerBound: number;
  /** Keys of things of unknown availability, counted as always up; those within a promise that holds are none. */
  readonly unknown: readonly string[];
  /** The availability of the item if this thing alone never failed, whatever lies beneath it; null: too large to say. */
  ifNeverDown(key: string): number | null;
  /** What the map lets a thing come to: of a promise, no more than what it stands on. */
  of(key: string): number;
}

/** How many nodes a diagram may have. Maps of some hundred things take some thousand. */
const NODE_LIMIT = 100_000;
/** How many the diagrams of a workbook may have together. */
const NODES_TOGETHER = 2_000_000;
/** More parts that hang together would need more stack than there is. */
const PART_LIMIT = 1500;

/**
 * How many nodes each of so many items may take, so that hundreds of services that each stand on a
 * thousand parts end as well: those that are too large for it have bounds.
 *
 * @example nodesEach(5) // 100000
 * @example nodesEach(500) // 4000
 */
export function nodesEach(items: number): number {
  return Math.min(NODE_LIMIT, Math.floor(NODES_TOGETHER / Math.max(1, items)));
}

/**
 * Expected availability of an item through the map, its parts failing independently of each other;
 * exact for parts that are shared, in groups and out of them: each is counted once.
 *
 * An item is up when its own part is and what it needs is: each single thing, and of each group as many
 * as are required. What is stated of the thing *itself* is the availability of its own part. A promise
 * *with all beneath* already holds what lies beneath: its own part is only what that leaves of it, so
 * no failure counts twice (Server 99.9% on a network of 99.95%: own part 0.999 ÷ 0.9995), and a promise
 * above what the thing stands on comes to no more than that. Of the item asked about nothing need be
 * stated; what is stated counts.
 *
 * Things without a statement count as always up and are named in `unknown`, unless every way to them
 * leads through a promise that what is known beneath it can hold: they are part of that promise.
 *
 * Where things stand on each other, each is up as long as nothing takes the ring down, and promises
 * of what stands on a ring count as own parts.
 *
 * What the item needs whatever else is up is a product; a group of things that stand on nothing else is
 * counted, however many they are. Only the groups that are left need decision diagrams, which are exact up to a size (about a hundred thousand nodes). Beyond it bounds that hold for any
 * map: things that are all needed are up together at least as often as the product of their availabilities and
 * at most as often as the smallest; groups are bounded for any dependence between their members.
 *
 * @param root key of the item
 * @param stated what is stated of a key; null: nothing
 * @param beneath what `standsOn` says of the item, where that is known already
 * @example
 * // Mail needs one of two servers (99% each), both on a network of 99.9%
 * expectedAvailability(map, 'mail', stated).availability // 0.999 × (1 − 0.01²) = 0.9989001
 */
export function expectedAvailability(map: DependencyMap, root: string, stated: (key: string) => StatedAvailability | null, nodeLimit = NODE_LIMIT, beneath = standsOn(map, root)): ExpectedAvailability {
  return new Expectation(map, root, stated, nodeLimit, beneath);
}

/** Lowest and highest that a probability can be. */
interface Range {
  readonly low: number;
  readonly high: number;
}

const CERTAIN: Range = { low: 1, high: 1 };

/** What a thing needs directly of what is not certainly up. */
type Needed = Pick<Needs, 'single' | 'groups'>;

/** Groups that share what stands beneath them. */
interface Cluster {
  readonly groups: DependencyGroup[];
  readonly keys: Set<string>;
}

interface SolvedCluster extends Range {
  /** By key, what the probability would gain if the thing's own part were always up. */
  gains(): ReadonlyMap<string, number>;
}

interface Solved {
  readonly range: Range;
  /** Keys of what is needed whatever else is up. */
  readonly needed: ReadonlySet<string>;
  readonly exact: boolean;
  /** By key, what an exact probability would gain if the own part of a thing that is not always needed were always up. */
  gains(): ReadonlyMap<string, number>;
}

class Expectation implements ExpectedAvailability {
  readonly availability: number;
  readonly lowerBound: number;
  readonly unknown: readonly string[];
  /** What is stood on before what stands on it. */
  private readonly order: readonly string[];
  private readonly places: ReadonlyMap<string, number>;
  /** Things that can't come before all that they stand on. */
  private readonly ringed: ReadonlySet<string>;
  /** Probability that a thing's own part is up. */
  private readonly own = new Map<string, number>();
  private readonly ranges = new Map<string, Range>();
  private readonly bottomUp: BottomUp;
  private readonly solved: Solved;
  private readonly neverDown = new Map<string, number | null>();
  /** By key, what an item that needs everything beneath it has through a thing alone; worked out when it is asked for. */
  private neededAlone: { readonly by: ReadonlyMap<string, number> | null } | null = null;

  constructor(
    private readonly map: DependencyMap,
    private readonly root: string,
    private readonly stated: (key: string) => StatedAvailability | null,
    private readonly nodeLimit: number,
    { order, cycle }: ReturnType<typeof standsOn>,
  ) {
    this.order = order;
    this.places = new Map(order.map((key, place) => [key, place]));
    this.ringed = cycle.length === 0 ? new Set() : standingOnRings(map, order);
    const unringed = order.filter((key) => !this.ringed.has(key));
    this.bottomUp = new BottomUp(map, unringed, (key) => this.own.get(key)!, unringed.length > PART_LIMIT ? 0 : nodeLimit);
    for (const key of order) this.own.set(key, this.ownPart(key));
    this.solved = this.solve(root, null);
    const { low, high } = this.solved.range;
    this.ranges.set(root, this.solved.range);
    this.availability = high;
    this.lowerBound = low;
    this.unknown = this.unknownThings();
  }

  of(key: string): number {
    if (!this.own.has(key)) return 1;
    let range = this.ranges.get(key);
    if (!range) this.ranges.set(key, (range = this.solve(key, null).range));
    return range.high;
  }

  ifNeverDown(key: string): number | null {
    let known = this.neverDown.get(key);
    if (known === undefined) this.neverDown.set(key, (known = this.withoutFailuresOf(key)));
    return known;
  }

  private withoutFailuresOf(key: string): number | null {
    const { needed, exact, gains } = this.solved;
    if (!this.own.has(key) || !exact) return null;
    const own = this.own.get(key)!;
    // A thing that stands on nothing is its own part, and all of these are known already.
    if (!this.map.needs.has(key) && (!needed.has(key) || own > 0)) return needed.has(key) ? this.availability / own : this.availability + (gains().get(key) ?? 0);
    const alone = this.series()?.get(key) ?? 0;
    if (alone > 0) return this.availability / alone;
    const { low, high } = this.solve(this.root, key).range;
    return low < high ? null : high;
  }

  private series(): ReadonlyMap<string, number> | null {
    return (this.neededAlone ??= { by: this.ringed.size > 0 ? null : throughAlone(this.map, this.order, (key) => this.own.get(key)!) }).by;
  }

  /** Of a promise what lies beneath leaves of it; on rings, and on what stands on them, the promise itself. */
  private ownPart(key: string): number {
    const stated = this.stated(key);
    if (stated?.of !== 'with all beneath' || this.ringed.has(key)) return stated?.availability ?? 1;
    const beneath = this.beneath(key);
    const own = beneath.high > stated.availability ? stated.availability / beneath.high : 1;
    this.ranges.set(key, { low: own * beneath.low, high: own * beneath.high });
    return own;
  }

  /** Probability that all is up that a thing needs, of which the own part is not known yet. */
  private beneath(key: string): Range {
    const chance = this.bottomUp.chanceBeneath(key);
    if (chance !== null) return exactly(chance);
    this.own.set(key, 1);
    return this.solve(key, null).range;
  }

  /** Probability that a thing is up, one that is spared never being down. */
  private solve(root: string, spared: string | null): Solved {
    const { needed, groups } = this.simplified(root, spared);
    let product = 1;
    for (const key of needed) if (key !== spared) product *= this.own.get(key)!;
    const isUp = (key: string): boolean => key === spared || needed.has(key);
    let range: Range = { low: product, high: product };
    const clusters = this.clusters(groups, isUp).map((cluster) => this.solveCluster(cluster, isUp));
    for (const { low, high } of clusters) range = { low: range.low * low, high: range.high * high };
    return {
      range,
      needed,
      exact: clusters.every(({ low, high }) => low === high),
      gains: () =>
        new Map(clusters.flatMap((cluster) => {
          const others = clusters.reduce((rest, one) => (one === cluster ? rest : rest * one.high), product);
          return [...cluster.gains()].map(([key, gain]) => [key, gain * others] as const);
        })),
    };
  }

  /**
   * What an item needs whatever else is up, at any depth, and the groups that are then left to be
   * satisfied: those of which all members are needed are no choice, those with enough of them none either.
   */
  private simplified(root: string, spared: string | null): { needed: ReadonlySet<string>; groups: readonly DependencyGroup[] } {
    const needed = new Set([root]);
    let groups: DependencyGroup[] = [];
    const expanded = new Set<string>();
    for (let again = true; again; ) {
      // A set is walked to its end, also over what is added on the way.
      for (const key of needed) {
        if (expanded.has(key) || key === spared) continue;
        expanded.add(key);
        const needs = this.map.needs.get(key);
        for (const single of needs?.single ?? []) needed.add(single);
        groups.push(...(needs?.groups ?? []));
      }
      again = false;
      const left: DependencyGroup[] = [];
      for (const group of groups) {
        const rest = reduced(group, (key) => key === spared || needed.has(key));
        if (rest === null) continue;
        if (rest.required < rest.members.length) {
          left.push(rest);
          continue;
        }
        for (const member of rest.members) needed.add(member);
        again = true;
      }
      groups = left;
    }
    return { needed, groups };
  }

  /** Groups that have nothing to do with each other, each with the things beneath it that are not certainly up. */
  private clusters(groups: readonly DependencyGroup[], isUp: (key: string) => boolean): Cluster[] {
    const clusterOf = new Map<string, Cluster>();
    const clusters = new Set<Cluster>();
    for (const group of groups) {
      const joined: Cluster = { groups: [group], keys: new Set() };
      const open = [...group.members];
      for (let key = open.pop(); key !== undefined; key = open.pop()) {
        if (isUp(key) || joined.keys.has(key)) continue;
        const other = clusterOf.get(key);
        if (other && other !== joined) {
          clusters.delete(other);
          joined.groups.push(...other.groups);
          for (const one of other.keys) {
            clusterOf.set(one, joined);
            joined.keys.add(one);
          }
          continue;
        }
        joined.keys.add(key);
        clusterOf.set(key, joined);
        open.push(...directNeeds(this.map, key));
      }
      clusters.add(joined);
    }
    return [...clusters];
  }

  private solveCluster({ groups, keys }: Cluster, isUp: (key: string) => boolean): SolvedCluster {
    const [only] = groups;
    if (groups.length === 1 && keys.size === only!.members.length && only!.members.every((member) => directNeeds(this.map, member).every(isUp))) return this.countGroup(only!);
    const order = [...keys].sort((a, b) => this.places.get(a)! - this.places.get(b)!);
    // Parts of what stands on others come first in the diagram: it then grows at its top, not all through.
    const byLevel = [...order].reverse();
    const level = new Map(byLevel.map((key, i) => [key, i]));
    const diagram = new Diagram(byLevel.map((key) => this.own.get(key)!), order.length > PART_LIMIT ? 0 : this.nodeLimit);
    const needs = new Map(order.map((key): [string, Needed] => [key, { single: (this.map.needs.get(key)?.single ?? []).filter((one) => !isUp(one)), groups: (this.map.needs.get(key)?.groups ?? []).flatMap((group) => reduced(group, isUp) ?? []) }]));
    const functions = new Map<string, Node>();
    const settle = (key: string): Node => diagram.and(diagram.part(level.get(key)!), allOf(diagram, needs.get(key)!, functions));
    const ringed = order.filter((key) => this.ringed.has(key));
    for (const key of order) functions.set(key, this.ringed.has(key) ? UP : settle(key));
    // Things on rings are up as long as nothing takes them down: from all up, until nothing changes.
    for (let again = ringed.length > 0; again; ) {
      again = false;
      for (const key of ringed) {
        const function_ = settle(key);
        if (function_ !== functions.get(key)) again = true;
        functions.set(key, function_);
      }
    }
    const all = allOf(diagram, { single: [], groups }, functions);
    if (all !== TOO_LARGE) {
      const chance = diagram.probability(all);
      return { low: chance, high: chance, gains: () => new Map([...diagram.gains(all)].map(([at, gain]) => [byLevel[at]!, gain])) };
    }
    const everything = order.reduce((product, key) => product * this.own.get(key)!, 1);
    const ranges = new Map<string, Range>();
    for (const key of order) {
      const function_ = functions.get(key)!;
      const own = this.own.get(key)!;
      const beneath = function_ === TOO_LARGE && !this.ringed.has(key) ? rangeOf(needs.get(key)!, ranges) : CERTAIN;
      ranges.set(
        key,
        function_ !== TOO_LARGE ? exactly(diagram.probability(function_))
        : this.ringed.has(key) ? { low: everything, high: own }
        : { low: own * beneath.low, high: own * beneath.high },
      );
    }
    return { ...rangeOf({ single: [], groups }, ranges), gains: () => new Map() };
  }

  /** A group whose members have nothing beneath them that may be down: how many are up is counted, whatever their number. */
  private countGroup({ members, required }: DependencyGroup): SolvedCluster {
    const each = members.map((member) => this.own.get(member)!);
    return { ...exactly(parallel(each, required)), gains: () => new Map(parallelGains(each, required).map((gain, at) => [members[at]!, gain])) };
  }

  private unknownThings(): string[] {
    const reached = new Set([this.root]);
    const open = [this.root];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      const stated = this.stated(key);
      if (stated?.of === 'with all beneath' && this.of(key) >= stated.availability * (1 - 1e-12)) continue;
      for (const below of directNeeds(this.map, key)) {
        if (reached.has(below)) continue;
        reached.add(below);
        open.push(below);
      }
    }
    return this.order.filter((key) => key !== this.root && reached.has(key) && this.stated(key) === null);
  }
}

/** The group without members that are certainly up; null: enough of them are. */
function reduced({ name, members, required }: DependencyGroup, isUp: (key: string) => boolean): DependencyGroup | null {
  const rest = members.filter((member) => !isUp(member));
  const open = required - (members.length - rest.length);
  return open <= 0 ? null : { name, members: rest, required: open };
}

/**
 * Functions that only grow are associated: together they are true at least as often as the product
 * of their probabilities (Esary, Proschan and Walkup, 1967). Groups: for any dependence.
 */
function rangeOf({ single, groups }: Needed, ranges: ReadonlyMap<string, Range>): Range {
  const parts = single.map((one) => ranges.get(one)!);
  for (const { members, required } of groups) {
    const each = members.map((member) => ranges.get(member)!);
    parts.push({ low: 1 - mostTogether(members.length - required + 1, each.map(({ low }) => 1 - low)), high: mostTogether(required, each.map(({ high }) => high)) });
  }
  return parts.reduce((all, part) => ({ low: all.low * part.low, high: Math.min(all.high, part.high) }), CERTAIN);
}

function exactly(probability: number): Range {
  return { low: probability, high: probability };
}

/** Things on a ring, and what stands on those. */
function standingOnRings(map: DependencyMap, order: readonly string[]): Set<string> {
  const left = new Set(order);
  for (let again = true; again; ) {
    again = false;
    for (const key of order) {
      if (!left.has(key) || directNeeds(map, key).some((below) => left.has(below))) continue;
      left.delete(key);
      again = true;
    }
  }
  return left;
}

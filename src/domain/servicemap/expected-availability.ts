import type { DependencyMap } from './dependency-map';
import { directNeeds, standsOn } from './dependency-map';
import { Diagram, type Node, TOO_LARGE, UP } from './expected-diagram';
import { mostTogether } from './expected-any-dependence';

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
/** Larger maps would need more stack than there is. */
const PART_LIMIT = 1500;
/** What `ifNeverDown` may add for all things together, as a multiple. */
const ROOM_FOR_QUESTIONS = 2;

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
 * Exact up to a size (about a hundred thousand nodes of a decision diagram). Beyond it bounds that hold for any map:
 * things that are all needed are up together at least as often as the product of their availabilities and at
 * most as often as the smallest; groups are bounded for any dependence between their members.
 *
 * @param root key of the item
 * @param stated what is stated of a key; null: nothing
 * @example
 * // Mail needs one of two servers (99% each), both on a network of 99.9%
 * expectedAvailability(map, 'mail', stated).availability // 0.999 × (1 − 0.01²) = 0.9989001
 */
export function expectedAvailability(map: DependencyMap, root: string, stated: (key: string) => StatedAvailability | null, nodeLimit = NODE_LIMIT): ExpectedAvailability {
  return new Expectation(map, root, stated, nodeLimit);
}

/** Lowest and highest that a probability can be. */
interface Range {
  readonly low: number;
  readonly high: number;
}

const CERTAIN: Range = { low: 1, high: 1 };

class Expectation implements ExpectedAvailability {
  readonly availability: number;
  readonly lowerBound: number;
  readonly unknown: readonly string[];
  /** What is stood on before what stands on it. */
  private readonly order: readonly string[];
  private readonly level = new Map<string, number>();
  /** Probability that a thing's own part is up, by level. */
  private readonly own: number[] = [];
  private readonly diagram: Diagram;
  private readonly functions = new Map<string, Node>();
  private readonly ranges = new Map<string, Range>();
  /** Things that can't come before all that they stand on. */
  private readonly ringed: ReadonlySet<string>;
  private readonly above = new Map<string, string[]>();
  private gains: ReadonlyMap<number, number> | null = null;
  private readonly neverDown = new Map<string, number | null>();

  constructor(
    private readonly map: DependencyMap,
    private readonly root: string,
    private readonly stated: (key: string) => StatedAvailability | null,
    nodeLimit: number,
  ) {
    const { order, cycle } = standsOn(map, root);
    this.order = order;
    // Parts of what stands on others come first in the diagram: it then grows at its top, not all through.
    order.forEach((key, i) => this.level.set(key, order.length - 1 - i));
    this.diagram = new Diagram(this.own, order.length > PART_LIMIT ? 0 : nodeLimit);
    this.ringed = cycle.length === 0 ? new Set() : standingOnRings(map, order);
    for (const key of order) for (const below of directNeeds(map, key)) (this.above.get(below) ?? this.above.set(below, []).get(below)!).push(key);
    for (const key of order) if (!this.ringed.has(key)) this.settle(key);
    if (this.ringed.size > 0) this.settleRings();
    const { low, high } = this.ranges.get(root)!;
    this.availability = high;
    this.lowerBound = low;
    this.unknown = this.unknownThings();
    this.diagram.limit *= ROOM_FOR_QUESTIONS;
  }

  of(key: string): number {
    return this.ranges.get(key)?.high ?? 1;
  }

  ifNeverDown(key: string): number | null {
    let known = this.neverDown.get(key);
    if (known === undefined) this.neverDown.set(key, (known = this.withoutFailuresOf(key)));
    return known;
  }

  private withoutFailuresOf(key: string): number | null {
    const root = this.functions.get(this.root)!;
    if (!this.functions.has(key) || root === TOO_LARGE) return null;
    // A thing that stands on nothing is its own part: all of these are known at once.
    if (!this.map.needs.has(key)) return this.availability + ((this.gains ??= this.diagram.gains(root)).get(this.level.get(key)!) ?? 0);
    const changed = new Map<string, Node>([[key, UP]]);
    const at = (one: string): Node => changed.get(one) ?? this.functions.get(one)!;
    const affected = this.standingOn(key);
    if (this.ringed.size > 0) for (const one of affected) if (one !== key) changed.set(one, UP);
    // Only what stands on the thing changes, from the bottom up; on rings until nothing changes any more.
    for (let again = true; again; ) {
      again = false;
      for (const one of this.order) {
        if (one === key || !affected.has(one)) continue;
        const function_ = this.diagram.and(this.diagram.part(this.level.get(one)!), this.needed(one, at));
        if (function_ === TOO_LARGE) return null;
        if (this.ringed.size > 0 && function_ !== at(one)) again = true;
        changed.set(one, function_);
      }
    }
    return this.diagram.probability(at(this.root));
  }

  /** Function and range of a thing whose needs are settled. */
  private settle(key: string): void {
    const beneath = this.needed(key, (below) => this.functions.get(below)!);
    const range = beneath === TOO_LARGE ? this.rangeOfNeeds(key) : exactly(this.diagram.probability(beneath));
    const stated = this.stated(key);
    const promise = stated?.of === 'with all beneath' ? stated.availability : null;
    this.own[this.level.get(key)!] = promise === null ? (stated?.availability ?? 1) : range.high > promise ? promise / range.high : 1;
    const own = this.own[this.level.get(key)!]!;
    const function_ = beneath === TOO_LARGE ? TOO_LARGE : this.diagram.and(this.diagram.part(this.level.get(key)!), beneath);
    this.functions.set(key, function_);
    this.ranges.set(
      key,
      function_ !== TOO_LARGE ? exactly(this.diagram.probability(function_))
      : promise !== null ? { low: Math.min(promise, range.low), high: Math.min(promise, range.high) }
      : { low: own * range.low, high: own * range.high },
    );
  }

  /** Things on rings are up as long as nothing takes them down: from all up, until nothing changes. */
  private settleRings(): void {
    const ringed = this.order.filter((key) => this.ringed.has(key));
    for (const key of ringed) {
      this.own[this.level.get(key)!] = this.stated(key)?.availability ?? 1;
      this.functions.set(key, UP);
    }
    for (let again = true; again; ) {
      again = false;
      for (const key of ringed) {
        const function_ = this.diagram.and(this.diagram.part(this.level.get(key)!), this.needed(key, (below) => this.functions.get(below)!));
        if (function_ !== this.functions.get(key)) again = true;
        this.functions.set(key, function_);
      }
    }
    const everything = this.own.reduce((product, share) => product * share, 1);
    for (const key of ringed) {
      const function_ = this.functions.get(key)!;
      this.ranges.set(key, function_ === TOO_LARGE ? { low: everything, high: this.own[this.level.get(key)!]! } : exactly(this.diagram.probability(function_)));
    }
  }

  /** That everything is up which a thing needs directly. */
  private needed(key: string, at: (below: string) => Node): Node {
    const { diagram } = this;
    const needs = this.map.needs.get(key);
    let all: Node = UP;
    for (const single of needs?.single ?? []) all = diagram.and(all, at(single));
    for (const { members, required } of needs?.groups ?? []) all = diagram.and(all, diagram.atLeast(required, members.map(at)));
    return all;
  }

  /**
   * Functions that only grow are associated: together they are true at least as often as the product
   * of their probabilities (Esary, Proschan and Walkup, 1967). Groups: for any dependence.
   */
  private rangeOfNeeds(key: string): Range {
    const needs = this.map.needs.get(key);
    const parts = (needs?.single ?? []).map((single) => this.ranges.get(single)!);
    for (const { members, required } of needs?.groups ?? []) {
      const ranges = members.map((member) => this.ranges.get(member)!);
      parts.push({ low: 1 - mostTogether(members.length - required + 1, ranges.map(({ low }) => 1 - low)), high: mostTogether(required, ranges.map(({ high }) => high)) });
    }
    return parts.reduce((all, part) => ({ low: all.low * part.low, high: Math.min(all.high, part.high) }), CERTAIN);
  }

  /** The thing and everything that stands on it, as far as the root stands on that. */
  private standingOn(key: string): Set<string> {
    const found = new Set([key]);
    const open = [key];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (const upper of this.above.get(one) ?? []) {
        if (found.has(upper)) continue;
        found.add(upper);
        open.push(upper);
      }
    }
    return found;
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

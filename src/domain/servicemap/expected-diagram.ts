/**
 * Binary decision diagrams: Boolean functions of independent parts, each stored once, with the
 * probability that it is true. Shared parts are thereby counted once, whatever the ways to them.
 */
import { NodeTable } from './expected-node-table';

/** A function, by its number in the diagram it was made in. */
export type Node = number;

const DOWN: Node = 0;
export const UP: Node = 1;
/** What comes of a function for which there is no room. */
export const TOO_LARGE: Node = -1;

/** The level of functions that are certain: below all parts. */
const CERTAIN = 2 ** 30;

/** How two functions are combined. */
const BOTH = 0;
const EITHER = 1;

/** Functions grow only upwards here: a part that comes up never takes anything down. */
export class Diagram {
  private readonly levels: number[] = [CERTAIN, CERTAIN];
  private readonly whenDown: Node[] = [DOWN, UP];
  private readonly whenUp: Node[] = [DOWN, UP];
  private readonly chances: number[] = [0, 1];
  /** Nodes by the functions they are made of and their level. */
  private readonly nodes = new NodeTable();
  /** What two functions make together, one higher, as 0 says that it is not known yet. */
  private readonly combinations = new NodeTable();

  /**
   * @param probabilities that a part is up, by its level; a level's must be set before its node is made
   * @param limit how many nodes there may be; it may be raised
   */
  constructor(
    private readonly probabilities: readonly number[],
    public limit: number,
  ) {}

  /** The part of a level: true when it is up. */
  part(level: number): Node {
    return this.node(level, DOWN, UP);
  }

  /** The probability that a function is true. */
  probability(node: Node): number {
    return this.chances[node]!;
  }

  /** By level, what the probability of a function would gain if the part of that level were always up. */
  gains(root: Node): Map<number, number> {
    const found = new Map<number, number>();
    // How probable it is to come by a node; what is above a node has a larger number.
    const reach = new Float64Array(root + 1);
    reach[root] = 1;
    for (let node = root; node > UP; node--) {
      if (reach[node] === 0) continue;
      const level = this.levels[node]!;
      const [down, up] = [this.whenDown[node]!, this.whenUp[node]!];
      found.set(level, (found.get(level) ?? 0) + reach[node]! * (this.chances[up]! - this.chances[node]!));
      reach[up]! += reach[node]! * this.probabilities[level]!;
      reach[down]! += reach[node]! * (1 - this.probabilities[level]!);
    }
    return found;
  }

  and(a: Node, b: Node): Node {
    if (a === TOO_LARGE || b === TOO_LARGE) return TOO_LARGE;
    if (a === b || b === UP) return a;
    if (a === UP) return b;
    if (a === DOWN || b === DOWN) return DOWN;
    return this.combined(a, b, BOTH);
  }

  or(a: Node, b: Node): Node {
    if (a === TOO_LARGE || b === TOO_LARGE) return TOO_LARGE;
    if (a === b || b === DOWN) return a;
    if (a === DOWN) return b;
    if (a === UP || b === UP) return UP;
    return this.combined(a, b, EITHER);
  }

  /** True where at least `required` of the functions are. */
  atLeast(required: number, functions: readonly Node[]): Node {
    // enough[k]: at least k of the functions seen so far.
    const enough: Node[] = [UP, ...Array<Node>(required).fill(DOWN)];
    for (const one of functions) {
      for (let k = required; k > 0; k--) enough[k] = this.or(enough[k]!, this.and(one, enough[k - 1]!));
    }
    return enough[required]!;
  }

  private combined(a: Node, b: Node, how: typeof BOTH | typeof EITHER): Node {
    const [low, high] = a < b ? [a, b] : [b, a];
    const done = this.combinations.get(low, high, how);
    if (done !== 0) return done - 1;
    const [levelA, levelB] = [this.levels[a]!, this.levels[b]!];
    const level = Math.min(levelA, levelB);
    const [downA, upA] = levelA === level ? [this.whenDown[a]!, this.whenUp[a]!] : [a, a];
    const [downB, upB] = levelB === level ? [this.whenDown[b]!, this.whenUp[b]!] : [b, b];
    const down = how === BOTH ? this.and(downA, downB) : this.or(downA, downB);
    if (down === TOO_LARGE) return TOO_LARGE;
    const up = how === BOTH ? this.and(upA, upB) : this.or(upA, upB);
    if (up === TOO_LARGE) return TOO_LARGE;
    const result = this.node(level, down, up);
    if (result !== TOO_LARGE) this.combinations.set(low, high, how, result + 1);
    return result;
  }

  private node(level: number, down: Node, up: Node): Node {
    if (down === up) return up;
    const known = this.nodes.get(down, up, level);
    if (known !== 0) return known;
    const made = this.levels.length;
    if (made >= this.limit) return TOO_LARGE;
    const chance = this.probabilities[level]!;
    this.levels.push(level);
    this.whenDown.push(down);
    this.whenUp.push(up);
    this.chances.push(chance * this.chances[up]! + (1 - chance) * this.chances[down]!);
    this.nodes.set(down, up, level, made);
    return made;
  }
}

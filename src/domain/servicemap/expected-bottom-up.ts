import type { DependencyMap, Needs } from './dependency-map';
import { Diagram, type Node, TOO_LARGE, UP } from './expected-diagram';

/**
 * Things from the bottom up in one diagram: each is made of what it needs, which is in the diagram already.
 * So a chain of promises, of which each wants to know what it stands on, is walked once.
 */
export class BottomUp {
  private readonly functions = new Map<string, Node>();
  private readonly chances: number[] = [];
  private readonly diagram: Diagram;

  /**
   * @param order what is stood on before what stands on it
   * @param own the probability that a thing's own part is up; asked of what stands before the thing in question
   * @param nodeLimit how many nodes the diagram may have
   */
  constructor(
    private readonly map: DependencyMap,
    private readonly order: readonly string[],
    private readonly own: (key: string) => number,
    nodeLimit: number,
  ) {
    this.diagram = new Diagram(this.chances, nodeLimit);
  }

  /** The probability that all is up that a thing needs; null: the diagram has no room for it. */
  chanceBeneath(key: string): number | null {
    const needs = this.map.needs.get(key);
    if (needs === undefined) return 1;
    while (needs.all.some((below) => !this.functions.has(below))) this.addNext();
    const beneath = allOf(this.diagram, needs, this.functions);
    return beneath === TOO_LARGE ? null : this.diagram.probability(beneath);
  }

  private addNext(): void {
    const place = this.functions.size;
    const key = this.order[place]!;
    // Parts of what stands on others come first in the diagram: it then grows at its top, not all through.
    const level = this.order.length - 1 - place;
    this.chances[level] = this.own(key);
    const needs = this.map.needs.get(key);
    const part = this.diagram.part(level);
    this.functions.set(key, needs === undefined ? part : this.diagram.and(part, allOf(this.diagram, needs, this.functions)));
  }
}

/** That everything is up which is needed. */
export function allOf(diagram: Diagram, { single, groups }: Pick<Needs, 'single' | 'groups'>, functions: ReadonlyMap<string, Node>): Node {
  let all: Node = UP;
  for (const one of single) all = diagram.and(all, functions.get(one)!);
  for (const { members, required } of groups) all = diagram.and(all, diagram.atLeast(required, members.map((member) => functions.get(member)!)));
  return all;
}

/** A step from one name to another, and the row that says so. */
export interface Step<Edge> {
  readonly from: string;
  readonly to: string;
  readonly edge: Edge;
}

/** A way that comes back to where it began. */
export interface Cycle<Edge> {
  /** The names, the first repeated at the end. */
  readonly path: readonly string[];
  readonly edges: readonly Edge[];
}

/**
 * One cycle for each knot of names that lead back to themselves. Looks at every step once.
 *
 * @example findCycles([{ from: 'a', to: 'b', edge: 2 }, { from: 'b', to: 'a', edge: 3 }]) // [{ path: ['a', 'b', 'a'], edges: [2, 3] }]
 */
export function findCycles<Edge>(steps: readonly Step<Edge>[]): Cycle<Edge>[] {
  const next = new Map<string, Step<Edge>[]>();
  for (const step of steps) {
    const known = next.get(step.from);
    if (known) known.push(step);
    else next.set(step.from, [step]);
  }
  const done = new Set<string>();
  const told = new Set<string>();
  const cycles: Cycle<Edge>[] = [];
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    // The way walked so far: a stack instead of recursion, as ways may be long.
    const way: { name: string; index: number; by: Step<Edge> | null }[] = [{ name: start, index: 0, by: null }];
    const places = new Map([[start, 0]]);
    while (way.length > 0) {
      const here = way.at(-1)!;
      const step = next.get(here.name)?.[here.index++];
      if (!step) {
        done.add(here.name);
        places.delete(here.name);
        way.pop();
        continue;
      }
      const place = places.get(step.to);
      if (place !== undefined) {
        const circle = [...way.slice(place + 1).map(({ by }) => by!), step];
        const names = circle.map(({ from }) => from);
        if (!names.some((name) => told.has(name))) cycles.push({ path: [...names, step.to], edges: circle.map(({ edge }) => edge) });
        for (const name of names) told.add(name);
      } else if (!done.has(step.to)) {
        places.set(step.to, way.length);
        way.push({ name: step.to, index: 0, by: step });
      }
    }
  }
  return cycles;
}

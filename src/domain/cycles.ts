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

/** A name on the way that is walked, by its place there. */
interface Stop<Edge> {
  readonly name: string;
  /** Of the steps from here, the next to walk. */
  index: number;
  /** The step that led here. */
  readonly by: Step<Edge> | null;
  /** The first place to which a circle leads back from here or further down; else its own. */
  back: number;
  /** The last place up to here that a circle passes; none: -1. */
  told: number;
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
  const cycles: Cycle<Edge>[] = [];
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    // The way walked so far: a stack instead of recursion, as ways may be long.
    const way: Stop<Edge>[] = [{ name: start, index: 0, by: null, back: 0, told: -1 }];
    const places = new Map([[start, 0]]);
    while (way.length > 0) {
      const here = way.at(-1)!;
      const step = next.get(here.name)?.[here.index++];
      if (!step) {
        done.add(here.name);
        places.delete(here.name);
        way.pop();
        const above = way.at(-1);
        // A circle that was left further down passes here, too.
        if (above && here.back < way.length) {
          above.back = Math.min(above.back, here.back);
          above.told = way.length - 1;
        }
        continue;
      }
      const place = places.get(step.to);
      if (place !== undefined) {
        if (here.told < place) {
          const circle = [...way.slice(place + 1).map(({ by }) => by!), step];
          cycles.push({ path: [...circle.map(({ from }) => from), step.to], edges: circle.map(({ edge }) => edge) });
        }
        here.back = Math.min(here.back, place);
        here.told = way.length - 1;
      } else if (!done.has(step.to)) {
        places.set(step.to, way.length);
        way.push({ name: step.to, index: 0, by: step, back: way.length, told: here.told });
      }
    }
  }
  return cycles;
}

import { finish } from '../../../../src/domain/work';
import { closedCycles, type Needs } from '../../../../src/tables/import/maps/cycles';

const needs = (text: string): Needs => ({ item: text[0]!, dependsOn: text[1]! });
const paths = (existing: readonly string[], added: readonly string[]): string[] => finish(closedCycles(existing.map(needs), added.map(needs))).map(({ path }) => path.join(''));

test.each([
  // A needs B needs C; C needs A is new.
  [['AB', 'BC'], ['CA'], ['CABC']],
  // The shorter way round is told.
  [['AB', 'BC', 'CD', 'BD'], ['DA'], ['DABD']],
  // A circle that was there before is not told; one that a new row closes beside it is.
  [['AB', 'BA'], ['CD'], []],
  [['AB', 'BA'], ['CD', 'DC'], ['CDC']],
  // A new row inside a knot that was there closes a further circle.
  [['AB', 'BC', 'CA'], ['BA'], ['BAB']],
  // Two knots, one circle each, by the row that comes first.
  [[], ['AB', 'XY', 'BA', 'YX', 'AB'], ['ABA', 'XYX']],
  // What depends on itself is no circle of several.
  [[], ['AA'], []],
  // A new row between two circles is in none.
  [['AB', 'BA', 'XY', 'YX'], ['BX'], []],
])('%j and %j close %j', (existing, added, expected) => {
  expect(paths(existing, added)).toEqual(expected);
});

test('names are compared without case and blanks, and told as they stand', () => {
  expect(finish(closedCycles([{ item: 'Mail', dependsOn: 'Active  directory' }], [{ item: 'active directory', dependsOn: 'MAIL ' }]))[0]!.path).toEqual(['active directory', 'MAIL ', 'active directory']);
});

test('random maps: as many circles as there are knots that a new row is part of, each of them a way round', () => {
  // A linear congruential generator: the same graphs on every run.
  let seed = 20261122;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed >>> 16) % below;
  };
  let told = 0;
  for (let run = 0; run < 400; run++) {
    const size = 2 + random(7);
    const edges = Array.from({ length: random(2 * size) + 1 }, (): Needs => ({ item: `n${random(size)}`, dependsOn: `n${random(size)}` }));
    const cut = random(edges.length + 1);
    const [existing, added] = [edges.slice(0, cut), edges.slice(cut)];
    // Everything that is reached, by trying every middle (Warshall).
    const reach = Array.from({ length: size }, (_, a) => Array.from({ length: size }, (_, b) => edges.some(({ item, dependsOn }) => item === `n${a}` && dependsOn === `n${b}`)));
    for (let k = 0; k < size; k++) for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (reach[i]![k] && reach[k]![j]) reach[i]![j] = true;
    const at = (name: string): number => Number(name.slice(1));
    const closing = added.filter(({ item, dependsOn }) => item !== dependsOn && reach[at(dependsOn)]![at(item)]);
    const knots = new Set(closing.map(({ item }) => reach[at(item)]!.flatMap((there, b) => (there && reach[b]![at(item)] ? [b] : [])).join()));
    const found = finish(closedCycles(existing, added));
    expect(found).toHaveLength(knots.size);
    for (const { by, path } of found) {
      expect(closing).toContain(by);
      expect([path[0], path[1], path.at(-1)]).toEqual([by.item, by.dependsOn, by.item]);
      expect(new Set(path.slice(1)).size).toBe(path.length - 1);
      for (let step = 1; step < path.length; step++) expect(edges).toContainEqual({ item: path[step - 1], dependsOn: path[step] });
    }
    told += found.length;
  }
  expect(told).toBeGreaterThan(100);
});

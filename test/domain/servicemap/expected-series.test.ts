import fc from 'fast-check';
import { dependencyMap, standsOn } from '../../../src/domain/servicemap/dependency-map';
import { throughAlone } from '../../../src/domain/servicemap/expected-series';
import { dependency } from '../../support/records';

/** Everything that is reached from an item, one thing left out. */
function reached(needs: readonly (readonly number[])[], without: number | null): Set<number> {
  const found = new Set(without === 0 ? [] : [0]);
  for (const item of found) for (const below of needs[item]!) if (below !== without) found.add(below);
  return found;
}

test('what is needed through a thing alone is what is no longer needed without it', () => {
  const graphs = fc.integer({ min: 2, max: 12 }).chain((size) => fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { minLength: 1, maxLength: 3 * size }).map((edges) => edges.filter(([a, b]) => a !== b).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)));
  fc.assert(
    fc.property(graphs, fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }), (edges, shares) => {
      const map = dependencyMap(edges.map(([a, b]) => dependency(`t${a}`, `t${b}`)));
      const needs = shares.map((_, item) => edges.filter(([a]) => a === item).map(([, b]) => b));
      const { order } = standsOn(map, 't0');
      const products = throughAlone(map, order, (key) => shares[Number(key.slice(1))]!)!;
      for (const item of reached(needs, null)) {
        const left = reached(needs, item);
        const lost = [...reached(needs, null)].filter((one) => !left.has(one)).reduce((product, one) => product * shares[one]!, 1);
        expect(products.get(`t${item}`)).toBeCloseTo(lost, 12);
      }
    }),
    { numRuns: 300, seed: 71 },
  );
});

test('where a group leaves a choice nothing is said; where all its members are needed it leaves none', () => {
  const rows = (required: number) => dependencyMap([dependency('Mail', 'Server A', 'servers', required), dependency('Mail', 'Server B', 'servers', required)]);
  expect(throughAlone(rows(1), ['server a', 'server b', 'mail'], () => 0.9)).toBeNull();
  expect(throughAlone(rows(2), ['server a', 'server b', 'mail'], () => 0.5)).toEqual(new Map([['server a', 0.5], ['server b', 0.5], ['mail', 0.125]]));
});

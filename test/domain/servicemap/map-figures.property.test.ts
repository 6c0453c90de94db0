/** Impact, single points, pairs and what-if against trying out every loss, on random maps. */
import fc from 'fast-check';
import type { Dependency } from '../../../src/domain/servicemap/records';
import { mapOfEdges } from '../../../src/domain/servicemap/dependency-map';
import { falls } from '../../../src/domain/servicemap/falls';
import { mapFigures } from '../../../src/domain/servicemap/map-figures';
import { serviceMapsWork } from '../../../src/domain/servicemap/maps';
import { pairsOfFailure } from '../../../src/domain/servicemap/pairs';
import { singlePoints } from '../../../src/domain/servicemap/single-points';
import { finish } from '../../../src/domain/work';
import { beneathByTrial, randomMap, THINGS, trial } from '../../support/random-maps';
import { component, records, service } from '../../support/records';

const SERVICES = THINGS.slice(0, 5);
const COMPONENTS = THINGS.slice(5);
const recordsOf = (dependencies: readonly Dependency[]) => records({ services: SERVICES.map((name) => service({ service: name })), components: COMPONENTS.map((name) => component({ component: name })), dependencies });

test('the random maps have what may go wrong: circles, groups, things that two stand on', () => {
  const maps = fc.sample(randomMap, { numRuns: 600, seed: 4 });
  expect(maps.filter((rows) => THINGS.some((name) => rows.some(({ item, dependsOn }) => item === name && (dependsOn === name || beneathByTrial(rows, dependsOn).has(name))))).length).toBeGreaterThan(100);
  expect(maps.filter((rows) => rows.some(({ required }) => required === 2)).length).toBeGreaterThan(300);
  expect(maps.filter((rows) => rows.some(({ dependsOn }) => new Set(rows.filter((row) => row.dependsOn === dependsOn).map(({ item }) => item)).size > 1)).length).toBeGreaterThan(300);
});

test('impact of every thing, single points of every service, and pairs equal trying them out', () => {
  let pairsSeen = 0;
  fc.assert(
    fc.property(randomMap, (rows) => {
      const given = recordsOf(rows);
      const figures = mapFigures(given);
      const maps = finish(serviceMapsWork(given, figures));
      const map = mapOfEdges(figures.edges);
      const downWith = trial(rows);
      const alone = new Map(THINGS.map((name) => [name, downWith([name])]));

      const takes = (name: string, other: string): boolean => name !== other && alone.get(name)!.has(other);
      const tried = SERVICES.map((root) => {
        const points = THINGS.filter((name) => takes(name, root)).sort();
        const things = [...beneathByTrial(rows, root)].filter((name) => !points.includes(name)).sort();
        const pairs = things.flatMap((first, place) => things.slice(place + 1).filter((second) => downWith([first, second]).has(root)).map((second) => `${first} ${second}`));
        pairsSeen += pairs.length;
        return { points, things: things.length, pairs: pairs.sort() };
      });
      expect({
        items: figures.items.map(({ item, services, components }) => ({ item, services, components })),
        singlePoints: figures.singlePoints.map(({ item }) => item).sort(),
        services: maps.map(({ service: root, singlePoints: points }) => {
          const { pairs, things } = pairsOfFailure(map, root);
          return { points: [...points].sort(), things, pairs: pairs.map((pair) => [...pair].sort().join(' ')).sort() };
        }),
        asked: SERVICES.map((root) => [...singlePoints(map, root, THINGS)].sort()),
      }).toEqual({
        items: THINGS.map((item) => ({ item, services: SERVICES.filter((name) => takes(item, name)), components: COMPONENTS.filter((name) => takes(item, name)) })),
        singlePoints: THINGS.filter((name) => SERVICES.some((one) => takes(name, one))).sort(),
        services: tried,
        asked: SERVICES.map((root, place) => [root, ...tried[place]!.points].sort()),
      });
    }),
    { numRuns: 500, seed: 4 },
  );
  expect(pairsSeen).toBeGreaterThan(500);
});

test('what falls when several are out equals trying it out', () => {
  fc.assert(
    fc.property(randomMap, fc.uniqueArray(fc.constantFrom(...THINGS), { maxLength: 4 }), (rows, out) => {
      const map = mapOfEdges(mapFigures(recordsOf(rows)).edges);
      expect([...falls(map, new Set(out))].sort()).toEqual([...trial(rows)(out)].sort());
    }),
    { numRuns: 500, seed: 5 },
  );
});

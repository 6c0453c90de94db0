import fc from 'fast-check';
import { type Crossing, lanesOf } from '../../../src/reports/map-picture/lanes';

test('of two that go down the lower one turns first, of two that go up the upper one: they do not cross', () => {
  expect(lanesOf([{ lefts: [0], rights: [60] }, { lefts: [30], rights: [90] }]).lanes).toEqual([1, 0]);
  expect(lanesOf([{ lefts: [60], rights: [0] }, { lefts: [90], rights: [30] }]).lanes).toEqual([0, 1]);
});

test('level lines need no lane; lines one below the other share one where they are too far apart to read as one', () => {
  expect(lanesOf([{ lefts: [30], rights: [30] }])).toEqual({ lanes: [null], count: 0, conflicts: [] });
  expect(lanesOf([{ lefts: [0], rights: [30] }, { lefts: [90], rights: [120] }])).toMatchObject({ lanes: [0, 0], count: 1 });
  // The lower one turns first, 30 below the other.
  expect(lanesOf([{ lefts: [0], rights: [30] }, { lefts: [60], rights: [90] }])).toMatchObject({ lanes: [1, 0], count: 2 });
});

test('two that swap their heights cannot be told apart: both are named', () => {
  const { conflicts } = lanesOf([{ lefts: [0], rights: [30] }, { lefts: [30], rights: [0] }]);
  expect(conflicts).toHaveLength(2);
  expect(conflicts).toEqual(expect.arrayContaining([{ crossing: 0, y: 30 }, { crossing: 1, y: 0 }]));
});

test('without conflicts no upright line touches another of its lane, and no level line runs along another', () => {
  const heights = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 16, maxLength: 16 });
  const crossings = fc.tuple(heights, heights, fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 5 })).map(([left, right, sizes]) =>
    sizes.map(([lefts, rights], at): Crossing => ({ lefts: left.slice(at * 3, at * 3 + lefts).map((y) => y * 3), rights: right.slice(at * 3, at * 3 + rights).map((y) => y * 3) })),
  );
  let checked = 0;
  fc.assert(
    fc.property(crossings, (given) => {
      const { lanes, conflicts } = lanesOf(given);
      if (conflicts.length > 0) return;
      checked++;
      for (const [a, one] of given.entries()) {
        for (const [b, other] of given.entries()) {
          if (a === b) continue;
          const [laneA, laneB] = [lanes[a] ?? null, lanes[b] ?? null];
          if (laneA !== null && laneA === laneB) {
            const [spanA, spanB] = [one, other].map(({ lefts, rights }) => [Math.min(...lefts, ...rights), Math.max(...lefts, ...rights)]);
            expect(spanA![1]! < spanB![0]! || spanB![1]! < spanA![0]!).toBe(true);
          }
          // A level line from the left ends at its lane, one to the right begins there.
          if (laneA !== null && laneB !== null && one.lefts.some((y) => other.rights.includes(y))) expect(laneA).toBeLessThan(laneB);
        }
      }
    }),
    { seed: 7, numRuns: 400 },
  );
  expect(checked).toBeGreaterThan(50);
});

import fc from 'fast-check';
import { type Settled, settle } from '../../../src/reports/map-picture/settle';

test('two that want the same place share the way', () => {
  // Tops x and x + 12; (x − 0)² + (x + 12 − 4)² is least at x = −4.
  expect(settle([{ height: 10, wish: 0, weight: 1 }, { height: 10, wish: 4, weight: 1 }], 2, -100, 100)).toEqual([-4, 8]);
  expect(settle([], 2, 0, 10)).toEqual([]);
});

test('nothing is nearer to all wishes: by trying every place', () => {
  const thing = fc.record({ height: fc.integer({ min: 1, max: 4 }), wish: fc.integer({ min: -2, max: 14 }), weight: fc.integer({ min: 1, max: 3 }) });
  fc.assert(
    fc.property(fc.array(thing, { minLength: 1, maxLength: 3 }), (things: Settled[]) => {
      const [from, to, gap] = [0, 16, 1];
      const cost = (tops: readonly number[]): number => tops.reduce((sum, top, at) => sum + things[at]!.weight * (top - things[at]!.wish) ** 2, 0);
      const found = settle(things, gap, from, to);
      found.forEach((top, at) => {
        expect(top).toBeGreaterThanOrEqual(at === 0 ? from : found[at - 1]! + things[at - 1]!.height + gap - 1e-9);
        expect(top + things[at]!.height).toBeLessThanOrEqual(to + 1e-9);
      });
      // Every allowed choice in steps of a half is at least as dear.
      const least = (tops: number[]): number => {
        const at = tops.length;
        if (at === things.length) return cost(tops);
        let best = Infinity;
        for (let top = at === 0 ? from : tops[at - 1]! + things[at - 1]!.height + gap; top + things[at]!.height <= to; top += 0.5) best = Math.min(best, least([...tops, top]));
        return best;
      };
      expect(cost(found)).toBeLessThanOrEqual(least([]) + 1e-9);
    }),
    { seed: 7, numRuns: 60 },
  );
});

test('what needs more room than there is keeps its order and runs over', () => {
  // 4 + 1 + 4 + 1 + 4 = 14 in a room of 10.
  expect(settle(Array.from({ length: 3 }, () => ({ height: 4, wish: 3, weight: 1 })), 1, 0, 10)).toEqual([0, 5, 10]);
});

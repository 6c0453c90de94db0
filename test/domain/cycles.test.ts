import fc from 'fast-check';
import { findCycles } from '../../src/domain/cycles';
import { runs } from '../support/runs';

const steps = (text: string) => text.split(' ').map((pair, edge) => ({ from: pair[0]!, to: pair[1]!, edge }));

test('a way back is told with its names and rows', () => {
  expect(findCycles(steps('ab bc ca cd'))).toEqual([{ path: ['a', 'b', 'c', 'a'], edges: [0, 1, 2] }]);
  expect(findCycles(steps('aa'))).toEqual([{ path: ['a', 'a'], edges: [0] }]);
  expect(findCycles(steps('ab ac bd cd'))).toEqual([]);
  expect(findCycles(steps('ab ba cd dc'))).toHaveLength(2);
});

test('a cycle is found just where some name leads back to itself', () => {
  const name = fc.constantFrom(...'abcdefg');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 14 }), (pairs) => {
      const given = pairs.map(([from, to], edge) => ({ from, to, edge }));
      // Everything reachable, by adding steps until nothing is new.
      const reaches = new Set(pairs.map(([from, to]) => from + to));
      for (let size = 0; size !== reaches.size; ) {
        size = reaches.size;
        for (const one of [...reaches]) for (const other of [...reaches]) if (one[1] === other[0]) reaches.add(one[0]! + other[1]!);
      }
      const cycles = findCycles(given);
      expect(cycles.length > 0).toBe([...'abcdefg'].some((letter) => reaches.has(letter + letter)));
      for (const { path, edges } of cycles) {
        expect(path[0]).toBe(path.at(-1));
        expect(edges.map((edge) => pairs[edge]![0])).toEqual(path.slice(0, -1));
        expect(edges.map((edge) => pairs[edge]![1])).toEqual(path.slice(1));
      }
    }),
    { numRuns: runs(2000) },
  );
});

test('a long chain is no trouble', () => {
  const chain = Array.from({ length: 100_000 }, (_, index) => ({ from: `n${index}`, to: `n${index + 1}`, edge: index }));
  expect(findCycles(chain)).toEqual([]);
});

import fc from 'fast-check';
import { dependencyMap } from '../../../src/domain/servicemap/dependency-map';
import { singlePoints } from '../../../src/domain/servicemap/single-points';
import { dependency } from '../../support/records';

const all = (...names: string[]): Set<string> => new Set(names);

test('a thing that both members of a redundant pair stand on is one; the members are none', () => {
  const map = dependencyMap([dependency('Mail', 'Server A', 'servers', 1), dependency('Mail', 'Server B', 'servers', 1), dependency('Server A', 'Power'), dependency('Server B', 'Power')]);
  expect([...singlePoints(map, 'mail', all('mail', 'server a', 'server b', 'power', 'other'))].sort()).toEqual(['mail', 'power']);
});

test('only what is asked about is named', () => {
  const map = dependencyMap([dependency('Mail', 'Server'), dependency('Server', 'Power')]);
  expect([...singlePoints(map, 'mail', all('power'))]).toEqual(['power']);
});

test('equals trying out the loss of each thing alone, over random maps with groups and cycles', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const row = fc.record({ item: fc.constantFrom(...names), below: fc.constantFrom(...names), group: fc.constantFrom(null, null, 'x', 'y'), required: fc.integer({ min: 1, max: 3 }) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
      const map = dependencyMap(rows.map(({ item, below, group, required }) => dependency(item, below, group, group === null ? null : required)));
      for (const root of names) {
        // What is down when one thing is: grows until nothing is added.
        const takesDown = (lost: string): boolean => {
          const down = new Set([lost]);
          for (let size = 0; size !== down.size; ) {
            size = down.size;
            for (const [item, { single, groups }] of map.needs) {
              if (single.some((name) => down.has(name)) || groups.some(({ members, required }) => members.filter((name) => !down.has(name)).length < required)) down.add(item);
            }
          }
          return down.has(root);
        };
        expect([...singlePoints(map, root, names)].sort()).toEqual(names.filter(takesDown));
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});

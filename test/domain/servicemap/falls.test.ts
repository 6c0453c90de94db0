import { dependencyMap, mapOfEdges } from '../../../src/domain/servicemap/dependency-map';
import { falls } from '../../../src/domain/servicemap/falls';
import { mapFigures } from '../../../src/domain/servicemap/map-figures';
import { pairsOfFailure } from '../../../src/domain/servicemap/pairs';
import { dependency, records, service } from '../../support/records';

const rows = [dependency('Mail', 'Server A', 'servers', 1), dependency('Mail', 'Server B', 'servers', 1), dependency('Server A', 'Power'), dependency('Server B', 'Power')];
const mail = dependencyMap(rows);

test('one server of two is no loss, both are, and so is what both stand on', () => {
  expect(falls(mail, new Set(['server a']))).toEqual(new Set(['server a']));
  expect(falls(mail, new Set(['server a', 'server b']))).toEqual(new Set(['server a', 'server b', 'mail']));
  expect(falls(mail, new Set(['power']))).toEqual(new Set(['power', 'server a', 'server b', 'mail']));
});

test('what is not on the map falls alone, and nothing out takes nothing down', () => {
  expect(falls(mail, new Set(['fax']))).toEqual(new Set(['fax']));
  expect(falls(mail, new Set())).toEqual(new Set());
});

test('a group of n that needs k holds exactly as long as k are up', () => {
  for (let n = 1; n <= 7; n++) {
    for (let k = 1; k <= n; k++) {
      const members = Array.from({ length: n }, (_, index) => `m${index}`);
      const map = dependencyMap(members.map((member) => dependency('top', member, 'g', k)));
      for (let out = 0; out < 2 ** n; out++) {
        const down = members.filter((_, index) => (out >> index) % 2 === 1);
        expect(falls(map, new Set(down)).has('top')).toBe(n - down.length < k);
      }
    }
  }
});

test('edges give the same map, whatever case names are written in and whatever table knows them', () => {
  const { edges } = mapFigures(records({ services: [service({ service: 'E-MAIL' })], dependencies: [dependency('e-mail', 'Server A', 'Servers', 1), dependency('E-mail', 'Server B', 'servers', 1), dependency('SERVER A', 'Power'), dependency('server b', 'power')] }));
  expect(edges.map(({ item, dependsOn, group }) => [item, dependsOn, group])).toEqual([
    ['E-MAIL', 'Server A', { name: 'Servers', required: 1, members: 2 }],
    ['E-MAIL', 'Server B', { name: 'Servers', required: 1, members: 2 }],
    ['Server A', 'Power', null],
    ['Server B', 'Power', null],
  ]);
  expect(falls(mapOfEdges(edges), new Set(['power']))).toEqual(new Set(['power', 'server a', 'server b', 'e-mail']));
});

test('pairs leave out what takes the service down alone; two of three in a group are one, all three are none', () => {
  expect(pairsOfFailure(mail, 'mail')).toEqual({ pairs: [['server a', 'server b']], things: 2, isTooLarge: false });
  const three = dependencyMap(['a', 'b', 'c'].map((name) => dependency('Mail', name, 'g', 2)));
  expect(pairsOfFailure(three, 'mail').pairs).toEqual([['a', 'b'], ['a', 'c'], ['b', 'c']]);
  const oneOfThree = dependencyMap(['a', 'b', 'c'].map((name) => dependency('Mail', name, 'g', 1)));
  expect(pairsOfFailure(oneOfThree, 'mail').pairs).toEqual([]);
});

test('a map too large to try out says so, and names no pair', () => {
  expect(pairsOfFailure(mail, 'mail', 1)).toEqual({ pairs: [], things: 2, isTooLarge: true });
  // 60 servers of which 59 are required: every two of them, 60 × 59 ÷ 2, by more cases than are tried out at once.
  const large = dependencyMap(Array.from({ length: 60 }, (_, index) => dependency('Mail', `s${index}`, 'g', 59)));
  expect(pairsOfFailure(large, 'mail').pairs).toHaveLength(1770);
});

test('a chain of twenty thousand things is walked without a stack of its own length', () => {
  const chain = dependencyMap(Array.from({ length: 20_000 }, (_, index) => dependency(`n${index}`, `n${index + 1}`)));
  expect(falls(chain, new Set(['n20000'])).size).toBe(20_001);
});

import { dependencyMap } from '../../../src/domain/servicemap/dependency-map';
import { depthsBeneath, stepsFrom } from '../../../src/domain/servicemap/depths';
import { dependency } from '../../support/records';

test('each thing once, at its smallest depth, nearest first', () => {
  // Power is needed by Server (depth 2) and by Mail itself (depth 1).
  const map = dependencyMap([dependency('Mail', 'Server'), dependency('Server', 'Power'), dependency('Server', 'Rack'), dependency('Rack', 'Room'), dependency('Mail', 'Power')]);
  expect([...depthsBeneath(map, 'mail')]).toEqual([['server', 1], ['power', 1], ['rack', 2], ['room', 3]]);
  expect([...depthsBeneath(map, 'room')]).toEqual([]);
  expect([...depthsBeneath(map, 'unknown')]).toEqual([]);
});

test('things that stand on each other end, the item itself left out', () => {
  const map = dependencyMap([dependency('A', 'B'), dependency('B', 'C'), dependency('C', 'A'), dependency('C', 'C')]);
  expect([...depthsBeneath(map, 'a')]).toEqual([['b', 1], ['c', 2]]);
});

test('a walk ends where it comes back, and the nearest way counts', () => {
  // From 1 to 2 and 3; from 2 to 3, 4 and back to 1; from 4 to itself.
  const below = new Map([[1, [2, 3]], [2, [3, 4, 1]], [4, [4]]]);
  expect([...stepsFrom(1, (key) => below.get(key) ?? [])]).toEqual([[2, 1], [3, 1], [4, 2]]);
});

import { dependencyMap, standsOn } from '../../../src/domain/servicemap/dependency-map';
import { dependency } from '../../support/records';

test('rows of one group form it; repeated rows count once; a Required that disagrees is the strictest', () => {
  const map = dependencyMap([dependency('Mail', 'A', 'servers', 1), dependency(' mail', 'B', 'Servers ', 2), dependency('Mail', 'C', 'servers'), dependency('MAIL', 'a', 'servers', 1), dependency('Mail', 'Network'), dependency('Mail', 'network')]);
  expect(map.needs.get('mail')).toEqual({ single: ['network'], groups: [{ name: 'servers', members: ['a', 'b', 'c'], required: 2 }], all: ['network', 'a', 'b', 'c'] });
});

test('more required than there are members means all of them', () => {
  expect(dependencyMap([dependency('Mail', 'A', 'servers', 5), dependency('Mail', 'B', 'servers', 5)]).needs.get('mail')!.groups[0]!.required).toBe(2);
});

test('rows that cannot be read are kept apart', () => {
  const map = dependencyMap([{ ...dependency('', 'A'), row: 5, unreadable: ['item'] }, { ...dependency('Mail', ''), row: 6, unreadable: ['dependsOn'] }]);
  expect(map.unassigned).toEqual([5]);
  expect(map.leftOut.get('mail')).toEqual([6]);
  expect(map.needs.size).toBe(0);
});

test('names that nobody knows are on the map, their rows named; a group that cannot be read is none', () => {
  const map = dependencyMap([
    { ...dependency('Mail', 'Mainframe'), row: 5, unreadable: ['dependsOn'] },
    { ...dependency('Mial', 'Server'), row: 6, unreadable: ['item'] },
    { ...dependency('Mail', 'Server', 'servers'), row: 7, unreadable: ['required'] },
    { ...dependency('Mail', 'Mianframe'), row: 8, unreadable: ['dependsOn'] },
  ]);
  expect(map.needs.get('mail')).toEqual({ single: ['mainframe', 'mianframe'], groups: [], all: ['mainframe', 'mianframe'] });
  expect(map.needs.get('mial')!.all).toEqual(['server']);
  expect(map.leftOut.get('mail')).toEqual([5, 7, 8]);
  expect(map.unassigned).toEqual([6]);
});

test('what an item stands on comes before it, and a ring is found', () => {
  expect(standsOn(dependencyMap([dependency('A', 'B'), dependency('B', 'C'), dependency('A', 'C')]), 'a')).toEqual({ order: ['c', 'b', 'a'], cycle: [] });
  expect(standsOn(dependencyMap([dependency('A', 'B'), dependency('B', 'C'), dependency('C', 'B')]), 'a').cycle).toEqual(['b', 'c', 'b']);
  expect(standsOn(dependencyMap([dependency('A', 'A')]), 'a').cycle).toEqual(['a', 'a']);
});

import { SITES } from '../../src/excel/drawing/element';
import { toFrontOf } from '../../src/excel/drawing/plan-drawing';
import { changesTo } from '../../src/excel/drawing/put-drawing';

const permutations = (of: readonly string[]): string[][] => (of.length === 0 ? [[]] : of.flatMap((one, index) => permutations(of.toSpliced(index, 1)).map((rest) => [one, ...rest])));

test('bringing to the front makes any order of any other', () => {
  const orders = permutations(['a', 'b', 'c', 'd']);
  expect(orders).toHaveLength(24);
  for (const from of orders) {
    for (const to of orders) {
      const stack = [...from];
      for (const key of toFrontOf(from, to)) stack.push(...stack.splice(stack.indexOf(key), 1));
      expect({ from, stack }).toEqual({ from, stack: to });
    }
  }
  expect(toFrontOf(['a', 'b'], ['a', 'b'])).toEqual([]);
});

test.each([
  ['nothing', { left: 1, lineFormat: { weight: 2 } }, { left: 1, top: 5, lineFormat: { weight: 2, color: '#000000' } }, {}],
  ['one of a group', { left: 1, lineFormat: { weight: 2, color: '#000000' } }, { left: 1, lineFormat: { weight: 1, color: '#000000' } }, { lineFormat: { weight: 2 } }],
  ['a group that is not known', { lineFormat: { visible: false } }, { left: 1 }, { lineFormat: { visible: false } }],
  ['everything', { left: 0, visible: false }, undefined, { left: 0, visible: false }],
])('changes: %s', (_, to, from, changes) => {
  expect(changesTo<object>(to, from)).toEqual(changes);
});

// ECMA-376, presetShapeDefinitions: the sites of rect, roundRect and flowChartTerminator are t, l, b, r.
test('connection sites', () => {
  expect((['Top', 'Left', 'Bottom', 'Right'] as const).map((side) => SITES[side])).toEqual([0, 1, 2, 3]);
});

import { connectorEnds } from '../../src/reports/connector-ends';
import type { SheetShape, ShapeSide } from '../../src/reports/sheet';

const box = (name: string, left: number, top: number): SheetShape => ({ name, type: 'Rectangle', left, top, width: 100, height: 20, fill: null, line: null, text: [], description: '' });
const shapes = new Map([box('A', 0, 0), box('B', 200, 40)].map((shape) => [shape.name, shape]));

const ends = (from: ShapeSide, to: ShapeSide, target = 'B') => connectorEnds({ from: { shape: 'A', side: from }, to: { shape: target, side: to } }, shapes);

// A covers x 0 … 100, y 0 … 20; B x 200 … 300, y 40 … 60. The middles of their sides by hand.
test.each<[ShapeSide, ShapeSide, [number, number], [number, number]]>([
  ['Right', 'Left', [100, 10], [200, 50]],
  ['Bottom', 'Top', [50, 20], [250, 40]],
  ['Top', 'Bottom', [50, 0], [250, 60]],
  ['Left', 'Right', [0, 10], [300, 50]],
])('from %s to %s: from middle to middle', (from, to, begin, end) => {
  expect(ends(from, to)).toEqual({ begin: { x: begin[0], y: begin[1] }, end: { x: end[0], y: end[1] } });
});

test('a shape that is not there: no ends', () => {
  expect(ends('Right', 'Left', 'C')).toBeNull();
});

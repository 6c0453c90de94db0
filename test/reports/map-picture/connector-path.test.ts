import { connectorPoints } from '../../../src/reports/map-picture/connector-path';
import type { SheetConnector, SheetShape, ShapeSide } from '../../../src/reports/sheet';

const box = (name: string, left: number, top: number): SheetShape => ({ name, type: 'Rectangle', left, top, width: 100, height: 20, fill: null, line: null, text: [], description: '' });
const shapes = new Map([box('A', 0, 0), box('B', 200, 40)].map((shape) => [shape.name, shape]));

function points(type: SheetConnector['type'], from: ShapeSide, to: ShapeSide, target = 'B'): [number, number][] {
  const connector: SheetConnector = { name: 'c', type, from: { shape: 'A', side: from }, to: { shape: target, side: to }, line: { color: '#000000', weight: 1 }, arrow: false, description: '' };
  return connectorPoints(connector, shapes).map(({ x, y }) => [x, y]);
}

// A covers x 0 … 100, y 0 … 20; B x 200 … 300, y 40 … 60. The middles of their sides by hand.
test('a straight one runs from middle to middle', () => {
  expect(points('Straight', 'Right', 'Left')).toEqual([[100, 10], [200, 50]]);
});

test('an elbow between upright sides turns half way across', () => {
  expect(points('Elbow', 'Right', 'Left')).toEqual([[100, 10], [150, 10], [150, 50], [200, 50]]);
});

test('an elbow between level sides turns half way down', () => {
  expect(points('Elbow', 'Bottom', 'Top')).toEqual([[50, 20], [50, 30], [250, 30], [250, 40]]);
});

test('an elbow between a level and an upright side turns once', () => {
  expect(points('Elbow', 'Bottom', 'Left')).toEqual([[50, 20], [50, 50], [200, 50]]);
  expect(points('Elbow', 'Right', 'Top')).toEqual([[100, 10], [250, 10], [250, 40]]);
});

test('a shape that is not there: no points', () => {
  expect(points('Straight', 'Right', 'Left', 'C')).toEqual([]);
});

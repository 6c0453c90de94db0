import { neighbour } from '../../../src/taskpane/map/neighbour';

const at = (name: string, left: number, top: number) => ({ name, left, top, width: 40, height: 20 });
//  customer   service   disk
//                       app
//                       line (far below)
const customer = at('customer', 0, 30);
const service = at('service', 100, 30);
const disk = at('disk', 200, 0);
const app = at('app', 200, 40);
const line = at('line', 200, 300);
const all = [customer, service, disk, app, line];

test('left and right go to the nearest column, straight ahead first; up and down along a column', () => {
  expect(neighbour(all, customer, 'ArrowRight')).toBe(service);
  expect(neighbour(all, service, 'ArrowRight')).toBe(app);
  expect(neighbour(all, app, 'ArrowLeft')).toBe(service);
  expect(neighbour(all, disk, 'ArrowDown')).toBe(app);
  expect(neighbour(all, app, 'ArrowDown')).toBe(line);
  expect(neighbour(all, line, 'ArrowUp')).toBe(app);
});

test('nothing lies beyond the edge', () => {
  expect(neighbour(all, customer, 'ArrowLeft')).toBeNull();
  expect(neighbour(all, line, 'ArrowDown')).toBeNull();
  expect(neighbour([customer], customer, 'ArrowRight')).toBeNull();
});

/** The figures of the help's map, over all states of its parts, and over the joint distribution that is worst. */
import { EXAMPLE_TABLES } from '../../src/help/example-tables';
import { EXPECTED_SECTION, FARM_FIGURES } from '../../src/help/expected';
import { renderHelp } from '../../src/help/render';

const rowsOf = (name: string) => EXAMPLE_TABLES.find((table) => table.name === name)!.rows.slice(1);
const share = (part: string): number => parseFloat(String(rowsOf('Components').find(([name]) => name === part)![1])) / 100;
const [a, b, power] = [share('Server A'), share('Server B'), share('Power')];
const found = (id: (typeof FARM_FIGURES)[number]['id']): number => FARM_FIGURES.find((one) => one.id === id)!.availability;

test('the tables draw the farm that the figures are about', () => {
  expect(rowsOf('ShopMap').filter(([item]) => ['Web farm', 'Server A', 'Server B'].includes(String(item)))).toEqual([
    ['Web farm', 'Server A', 'servers', 1],
    ['Web farm', 'Server B', 'servers', 1],
    ['Server A', 'Power', '', ''],
    ['Server B', 'Power', '', ''],
  ]);
});

test('expected: the states in which the power and one server are up', () => {
  let up = 0;
  for (const upA of [true, false]) for (const upB of [true, false]) for (const upPower of [true, false]) {
    if (upPower && (upA || upB)) up += (upA ? a : 1 - a) * (upB ? b : 1 - b) * (upPower ? power : 1 - power);
  }
  expect(found('exact')).toBeCloseTo(up, 12);
});

test('each by itself: the same with a power supply for each server', () => {
  expect(found('each by itself')).toBeCloseTo(1 - (1 - a * power) * (1 - b * power), 12);
});

test('worst: a server is down for 1.1% of the time and the other one for 2.1%, which may hold all of that', () => {
  // The farm is down no more often than either server, and it is when the shorter downtime lies inside the longer one.
  expect(found('worst')).toBeCloseTo(1 - Math.min(1 - a + (1 - power), 1 - b + (1 - power)), 12);
});

test('the page has the section', () => {
  const page = renderHelp('Help', [EXPECTED_SECTION]);
  expect(page).toContain('<section id="expected">');
  for (const shown of ['99.97694298%', '99.88002%', '98.9%']) expect(page).toContain(shown);
});

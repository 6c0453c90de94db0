/**
 * DOWNTIME against the history of two public status pages: seconds down in 1,700 windows, worked out
 * there as the union of outages. The data is not shipped; without it one test says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import './custom-functions';
import { downtime } from '../../src/functions/slm/outages';

const folder = join(process.env.PLUMBLINE_SHARED ?? join(__dirname, '../../../shared'), 'data/upptime');
const table = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));

if (!existsSync(folder)) {
  test(`nothing is compared: ${folder} is not here`, () => {
    expect(existsSync(folder)).toBe(false);
  });
} else {
  test('seconds down in every window, one spill per service', async () => {
    const outages = table('outages.csv');
    const [header, ...windows] = table('reference.csv');
    const place = (name: string) => header!.indexOf(name);
    const wrong: string[] = [];
    for (const item of new Set(windows.map((row) => row[place('Item')]!))) {
      const own = windows.filter((row) => row[place('Item')] === item);
      const minutes = await downtime([[item]], own.map((row) => [row[place('From')]]), own.map((row) => [row[place('To')]]), outages);
      own.forEach((row, i) => {
        if (Math.round((minutes[i]![0] as number) * 60) !== Number(row[place('Down seconds')])) wrong.push(`${row.join(',')}: ${minutes[i]![0]}`);
      });
    }
    expect(windows.length).toBe(1700);
    expect(wrong).toEqual([]);
  });
}

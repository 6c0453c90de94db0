import { HEIGHT, usageLines, WIDTH } from '../../../src/taskpane/plan/usage-picture';
import { forecastOf, usageFigure } from '../../support/demand';

/** Points of a path: one list for each line that is drawn. */
const lines = (path: string): number[][][] =>
  path
    .replace('Z', '')
    .split('M')
    .slice(1)
    .map((line) => line.split('L').map((point) => point.split(' ').map(Number)));

test('recorded months, a gap, and the forecast that leaves from the last value within its bounds', () => {
  // Five months and a forecast of two: the last is at the right edge; the largest bound, 50, at the upper one.
  const figure = usageFigure('Mail', [10, 20, null, 40, 25], { forecast: forecastOf(25, { points: [{ point: 30, lower: 20, upper: 40 }, { point: 35, lower: 0, upper: 50 }] }), forecastFrom: '2026-11-01' });
  const found = usageLines(figure)!;
  expect([found.from, found.now, found.to, found.most]).toEqual(['2026-06-01', '2026-10-01', '2026-12-01', 50]);
  const x = (at: number): number => Math.round((2 + (at * (WIDTH - 4)) / 6) * 10) / 10;
  const y = (value: number): number => Math.round((HEIGHT - 2 - (value * (HEIGHT - 4)) / 50) * 10) / 10;
  expect(lines(found.recorded)).toEqual([[[x(0), y(10)], [x(1), y(20)]], [[x(3), y(40)], [x(4), y(25)]]]);
  expect(lines(found.forecast)).toEqual([[[x(4), y(25)], [x(5), y(30)], [x(6), y(35)]]]);
  expect(lines(found.bounds)).toEqual([[[x(4), y(25)], [x(5), y(40)], [x(6), y(50)], [x(6), y(0)], [x(5), y(20)]]]);
});

test('late data: the forecast begins before the report month, where the series ends', () => {
  const months = usageFigure('Mail', [10, 20, 30, 40]).months.map((month, at) => (at === 3 ? { ...month, incomplete: true, forForecast: null } : month));
  const found = usageLines({ months, forecast: forecastOf(30, { points: [{ point: 30, lower: 30, upper: 30 }, { point: 30, lower: 30, upper: 30 }] }), forecastFrom: '2026-10-01' })!;
  expect([found.now, found.to]).toEqual(['2026-10-01', '2026-11-01']);
  const [[[start]]] = lines(found.forecast) as [[[number]]];
  // The third of five months.
  expect(start).toBeCloseTo(2 + (2 * (WIDTH - 4)) / 4, 1);
});

test('nothing used, one month, nothing recorded', () => {
  expect(usageLines({ ...usageFigure('Fax', [0, 0, 0]), forecast: null, forecastFrom: null })).toMatchObject({ most: 0, forecast: '', bounds: '' });
  expect(lines(usageLines({ ...usageFigure('Fax', [5]), forecast: null, forecastFrom: null })!.recorded)).toEqual([[[WIDTH / 2, 2]]]);
  expect(usageLines({ ...usageFigure('Fax', [null, null]), forecast: null, forecastFrom: null })).toBeNull();
  expect(usageLines({ ...usageFigure('Fax', []), forecast: null, forecastFrom: null })).toBeNull();
});

test('three years are shown, not more', () => {
  expect(usageLines({ ...usageFigure('Mail', Array.from({ length: 60 }, (_, at) => at)), forecast: null, forecastFrom: null })).toMatchObject({ from: '2023-11-01', to: '2026-10-01' });
});

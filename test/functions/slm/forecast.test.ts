import { loosely } from '../custom-functions';
import { loadForecastEngine } from '../../../src/domain/demand/forecast/engine';
import { forecastWork } from '../../../src/domain/demand/forecast/forecast';
import { finish } from '../../../src/domain/work';
import { notMeasurable } from '../../../src/functions/errors';
import { forecast, reaches } from '../../../src/functions/slm/forecast';
import { REAL_SERIES } from '../../support/real-series';

const column = (...values: unknown[]) => values.map((value) => [value]);
/** Monthly airline passengers in thousands, 1956 to 1959, and 1960. */
const HISTORY = REAL_SERIES.AirPassengers.values.slice(-60, -12);
const NEXT_YEAR = REAL_SERIES.AirPassengers.values.slice(-12);

type Rows = readonly (readonly [point: number, lower: number, upper: number])[];
const rowsOf = async (...given: unknown[]): Promise<Rows> => (await loosely(forecast, ...given)) as Rows;

describe('FORECAST', () => {
  test('a year of passengers: nearer than the same months of the year before, and within its bounds', async () => {
    const rows = await rowsOf(column(...HISTORY), 12);
    const off = (expected: readonly number[]): number => expected.reduce((sum, value, index) => sum + Math.abs(value - NEXT_YEAR[index]!), 0);
    expect(rows).toHaveLength(12);
    // The year before is off by 57 + 49 + 13 + 65 + 52 + 63 + 74 + 47 + 45 + 54 + 28 + 27 = 574 thousand.
    expect(off(rows.map(([point]) => point))).toBeLessThan(off(HISTORY.slice(-12)) / 2);
    for (const [index, [point, lower, upper]] of rows.entries()) {
      expect(lower).toBeLessThan(point);
      expect(upper).toBeGreaterThan(point);
      expect(NEXT_YEAR[index]).toBeGreaterThanOrEqual(lower);
      expect(NEXT_YEAR[index]).toBeLessThanOrEqual(upper);
    }
  });

  test('rows are read as columns; blank cells and #N/A at the ends are no periods; a told season is the one that is found', async () => {
    const rows = await rowsOf(column(...HISTORY), 6);
    expect(await rowsOf([HISTORY], 6)).toEqual(rows);
    expect(await rowsOf(column(null, '', ...HISTORY, notMeasurable('x'), null), 6)).toEqual(rows);
    expect(await rowsOf(column(...HISTORY), 6, 12, '95%')).toEqual(rows);
    // What desktop Excel makes of blank cells.
    expect(await rowsOf(column(...HISTORY), 6, 0, 0)).toEqual(rows);
  });

  test('season and confidence are heeded', async () => {
    const rows = await rowsOf(column(...HISTORY), 3);
    const half = await rowsOf(column(...HISTORY), 3, null, 0.5);
    half.forEach(([point, lower, upper], index) => {
      expect(point).toBe(rows[index]![0]);
      expect(lower).toBeGreaterThan(rows[index]![1]);
      expect(upper).toBeLessThan(rows[index]![2]);
    });
    expect(await rowsOf(column(...HISTORY), 3, 1)).not.toEqual(rows);
  });

  test('a longer forecast begins as a shorter one', async () => {
    expect((await rowsOf(column(...HISTORY), 60)).slice(0, 3)).toEqual((await rowsOf(column(...HISTORY), 3)).map((row) => row.map((value) => expect.closeTo(value, 9))));
  });

  test('it is the forecast of the reports', async () => {
    const { points } = finish(forecastWork(HISTORY, { horizon: 8 }, await loadForecastEngine()))!;
    expect(await rowsOf(column(...HISTORY), 8)).toEqual(points.map(({ point, lower, upper }) => [point, lower, upper]));
  });

  test('what cannot be', async () => {
    expect(await loosely(forecast, column(1, 2, 'three', 4), 1)).toMatch(/^#VALUE! values, row 3: /);
    expect(await loosely(forecast, column(null, ''), 1)).toBe('#N/A values has no number.');
    expect(await loosely(forecast, column(1, 2, 3), null)).toBe('#VALUE! periods is blank.');
    expect(await loosely(forecast, column(1, 2, 3), 2.5)).toBe('#VALUE! periods is 2.5; expected a whole number.');
    expect(await loosely(forecast, column(1, 2, 3), 1, 'monthly')).toMatch(/^#VALUE! season/);
    expect(await loosely(forecast, column(1, 2, 3), 1, 1.5)).toBe('#VALUE! season is 1.5; expected a whole number.');
    for (const periods of [0, -1, 367]) expect(await loosely(forecast, column(1, 2, 3), periods)).toBe('#NUM!');
    for (const season of [-1, 0.5, 367]) expect(await loosely(forecast, column(1, 2, 3), 1, season)).toBe('#NUM!');
    for (const confidence of [-0.5, 1, 95]) expect(await loosely(forecast, column(1, 2, 3), 1, null, confidence)).toBe('#NUM!');
    expect(await loosely(forecast, column(...Array.from({ length: 2001 }, () => 5)), 1)).toBe('#NUM!');
    expect(await rowsOf(column(...Array.from({ length: 2000 }, () => 5)), 1)).toEqual([[5, 5, 5]]);
    // The line leaves what numbers can be.
    expect(await loosely(forecast, column(...Array.from({ length: 12 }, (_, index) => index * 1.6e307)), 366)).toBe('#NUM!');
  });
});

describe('REACHES', () => {
  test('is the first row of a forecast of 60 periods that is at or above the limit', async () => {
    const rows = await rowsOf(column(...HISTORY), 60);
    for (const limit of [400, 500, 600, 700]) {
      const [point, upper] = [0, 2].map((which) => 1 + rows.findIndex((row) => row[which]! >= limit));
      expect(await loosely(reaches, column(...HISTORY), limit)).toBe(point || '#N/A The forecast stays below the limit for 60 periods.');
      expect(await loosely(reaches, column(...HISTORY), limit, null, 0.95)).toBe(upper || '#N/A The upper bound stays below the limit for 60 periods.');
    }
    // The summer of 1959 had 559: the next summer's peak, 7 or 8 months ahead, is above that.
    expect([7, 8]).toContain(await loosely(reaches, column(...HISTORY), 575));
  });

  test('the more confidence, the sooner', async () => {
    const when = await Promise.all([0.5, 0.8, 0.95].map((confidence) => loosely(reaches, column(...HISTORY), 650, 12, confidence)));
    expect([...when].sort((a, b) => Number(b) - Number(a))).toEqual(when);
    expect(when.every((periods) => typeof periods === 'number')).toBe(true);
  });

  test('what cannot be', async () => {
    expect(await loosely(reaches, column(1, 2, 3), null)).toBe('#VALUE! limit is blank.');
    expect(await loosely(reaches, column(1, 2, 3), 'full')).toMatch(/^#VALUE! limit/);
    expect(await loosely(reaches, column(null), 5)).toBe('#N/A values has no number.');
    expect(await loosely(reaches, column(1, '#REF!'), 5)).toMatch(/^#VALUE! values, row 2: #REF! in values/);
    expect(await loosely(reaches, column(1, 2, 3), 5, 400)).toBe('#NUM!');
    expect(await loosely(reaches, column(1, 2, 3), 5, null, 1)).toBe('#NUM!');
  });
});

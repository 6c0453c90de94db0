/** The library's methods as they come into the tests and the bundle. */
import { type ForecastEngine, loadForecastEngine } from '../../../../src/domain/demand/forecast/engine';
import { REAL_SERIES } from '../../../support/real-series';

let engine: ForecastEngine;

beforeAll(async () => {
  engine = await loadForecastEngine();
});

const SEASON = [3, -1, -4, 2];
/** A line with a season of four that repeats exactly. */
const seasonal = (length: number): number[] => Array.from({ length }, (_, index) => 100 + 2 * index + SEASON[index % 4]!);

test('is one and the same for all who ask', async () => {
  expect(await loadForecastEngine()).toBe(engine);
});

test('a line goes on as a line', () => {
  const { point } = engine.ets(Array.from({ length: 12 }, (_, index) => 10 + 3 * index), 3, 0.95);
  // 10 + 3 × 12 = 46, and so on.
  [46, 49, 52].forEach((expected, index) => expect(point[index]).toBeCloseTo(expected, 3));
});

test('a line with a season goes on with it', () => {
  const { point, lower, upper } = engine.mstl(seasonal(24), 4, 4, 0.95);
  expect([point.length, lower.length, upper.length]).toEqual([4, 4, 4]);
  // 100 + 2 × 24 + 3 = 151, and so on.
  seasonal(28).slice(24).forEach((expected, index) => expect(Math.abs(point[index]! - expected)).toBeLessThan(1));
});

test('exponential smoothing finds what R finds for the flow of the Nile: its level alone', () => {
  const { values, holdout, methods } = REAL_SERIES.Nile;
  const { point, lower, upper } = engine.ets(values.slice(0, -holdout), holdout, 0.95);
  point.forEach((value, index) => expect(Math.abs(value / methods.ets_auto.mean[index]! - 1)).toBeLessThan(0.001));
  // Further ahead is less sure.
  for (let ahead = 1; ahead < holdout; ahead++) expect(upper[ahead]! - lower[ahead]!).toBeGreaterThan(upper[ahead - 1]! - lower[ahead - 1]!);
});

test('more confidence is further bounds', () => {
  const values = [12, 15, 11, 14, 17, 13, 16, 12, 18, 15];
  const [half, most] = [0.5, 0.95].map((confidence) => engine.ets(values, 1, confidence));
  expect(most!.point).toEqual(half!.point);
  expect(most!.upper[0]!).toBeGreaterThan(half!.upper[0]!);
  expect(most!.lower[0]!).toBeLessThan(half!.lower[0]!);
});

test('the unit does not matter: billions of bytes or shares of a terabyte', () => {
  const values = [12, 15, 11, 14, 17, 13, 16, 12, 18, 15, 19, 14];
  const plain = engine.ets(values, 2, 0.95);
  for (const factor of [2 ** 300, 2 ** -300, 2 ** 40]) {
    const other = engine.ets(values.map((value) => value * factor), 2, 0.95);
    expect(other.point.map((value) => value / factor)).toEqual(plain.point);
    expect(other.upper.map((value) => value / factor)).toEqual(plain.upper);
  }
});

test.each([
  ['too few values', [1, 2, 3]],
  ['none', []],
  ['a gap', [1, 2, NaN, 4, 5, 6, 7, 8, 9]],
  ['an infinite value', [1, 2, Infinity, 4, 5, 6, 7, 8, 9]],
])('%s: throws, and the next forecast is as good as ever', (_, values) => {
  expect(() => engine.ets(values, 2, 0.95)).toThrow();
  expect(() => engine.mstl(values, 4, 2, 0.95)).toThrow();
  expect(engine.mstl(seasonal(16), 4, 2, 0.95).point).toHaveLength(2);
});

test('what could not be loaded is tried again by the next caller, and then kept', async () => {
  jest.resetModules();
  const prepare = jest.fn().mockRejectedValueOnce(new Error('no connection')).mockResolvedValue(engine);
  jest.doMock('../../../../src/domain/demand/forecast/augurs', () => ({ augursEngine: prepare }));
  const { loadForecastEngine: load } = await import('../../../../src/domain/demand/forecast/engine');
  await expect(load()).rejects.toThrow('no connection');
  const [one, other] = await Promise.all([load(), load()]);
  expect([one, other]).toEqual([engine, engine]);
  expect(prepare).toHaveBeenCalledTimes(2);
});

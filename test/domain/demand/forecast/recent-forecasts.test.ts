import type { SeriesForecast } from '../../../../src/domain/demand/figures';
import { RecentForecasts } from '../../../../src/domain/demand/forecast/recent-forecasts';

const forecast = (point: number): SeriesForecast => ({ method: 'Constant', logarithms: false, season: 1, confidence: 0.95, points: [{ point, lower: point, upper: point }], error: null, interpolated: [] });

test('found again by the same values and options alone, whoever holds them', () => {
  const known = new RecentForecasts();
  const question = { values: [1, null, 3], horizon: 2 };
  known.set(question, forecast(1));
  known.set({ values: [null], horizon: 2 }, null);
  expect(known.get({ values: [1, null, 3], horizon: 2 })).toEqual(forecast(1));
  // Known to be none is not the same as unknown.
  expect(known.get({ values: [null], horizon: 2 })).toBeNull();
  for (const other of [{ ...question, values: [1, 3] }, { ...question, values: [1, null, 3, null] }, { ...question, values: [1, 0, 3] }, { ...question, horizon: 3 }, { ...question, season: 1 }, { ...question, confidence: 0.9 }, { values: [], horizon: 2 }]) {
    expect(known.get(other)).toBeUndefined();
  }
});

test('a thousand are kept, and no series of more than 600 values', () => {
  const known = new RecentForecasts();
  for (let value = 0; value <= 1000; value++) known.set({ values: [value], horizon: 1 }, forecast(value));
  expect([0, 1, 1000].map((value) => known.get({ values: [value], horizon: 1 })?.points[0]?.point)).toEqual([undefined, 1, 1000]);
  const long = (length: number) => ({ values: Array.from({ length }, () => 5), horizon: 1 });
  for (const length of [600, 601]) known.set(long(length), forecast(length));
  expect([600, 601].map((length) => known.get(long(length))?.points[0]?.point)).toEqual([600, undefined]);
});

import type { SeriesForecast } from '../../src/domain/demand/figures';
import type { Forecaster } from '../../src/domain/demand/forecast/forecaster';

/** Forecasts that go on from the last value by so much a month, with bounds so far above and below: simple enough to work out by hand. */
export function byStep(step: number, spread = 0): Forecaster {
  return function* (series) {
    yield;
    return series.map(({ values, horizon }): SeriesForecast | null => {
      const last = values.at(-1);
      if (last === undefined || last === null) return null;
      const points = Array.from({ length: horizon }, (_, place) => last + step * (place + 1)).map((point) => ({ point, lower: point - spread, upper: point + spread }));
      return { method: 'Seasonal naive', logarithms: false, season: 1, confidence: 0.95, points, error: null, interpolated: [] };
    });
  };
}

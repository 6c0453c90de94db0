import type { Work } from '../../work';
import type { SeriesForecast } from '../figures';
import type { ForecastEngine } from './engine';
import { forecastWork } from './forecast';

/** One series that is to be forecast. */
export interface SeriesToForecast {
  /** One per period, oldest first; null: none recorded. */
  readonly values: readonly (number | null)[];
  /** Periods to forecast. */
  readonly horizon: number;
}

/**
 * Forecasts many series, wherever that is worked out: on this thread, or on others beside it. Answers
 * stand in the order of the series; null: a series without a value.
 */
export type Forecaster = (series: readonly SeriesToForecast[]) => Work<(SeriesForecast | null)[]>;

/**
 * Forecasts on this thread, one series after the other.
 *
 * @param onForecast called after each series, with how many there are and of how many
 * @example finish(forecasterOf(engine)([{ values: [5, 5, 5, 5], horizon: 1 }]))[0]?.method // 'Constant'
 */
export function forecasterOf(engine: ForecastEngine, onForecast?: (done: number, of: number) => void): Forecaster {
  return function* (series) {
    const forecasts: (SeriesForecast | null)[] = [];
    for (const { values, horizon } of series) {
      forecasts.push(yield* forecastWork(values, { horizon }, engine));
      onForecast?.(forecasts.length, series.length);
    }
    return forecasts;
  };
}

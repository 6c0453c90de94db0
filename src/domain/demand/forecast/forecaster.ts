import type { Work } from '../../work';
import type { SeriesForecast } from '../figures';

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

import type { SeriesForecast } from '../figures';
import { RecentAnswers } from './recent-answers';

/** Forecasts kept: a workbook has a few hundred series, … */
const MOST_FORECASTS = 1000;
/** … of a few years each. A longer series is not kept. */
const LONGEST_SERIES = 600;

/** What was asked: values, one per period, null: none; periods to forecast; options as `ForecastOptions` has them. */
export interface Question {
  readonly values: readonly (number | null)[];
  readonly horizon: number;
  readonly season?: number | undefined;
  readonly confidence?: number | undefined;
}

/** Keeps the forecasts that were asked for last, by what was asked. */
export class RecentForecasts {
  private readonly answers = new RecentAnswers<SeriesForecast | null>(MOST_FORECASTS);

  /** @returns undefined: not known; null: known to be none */
  get(question: Question): SeriesForecast | null | undefined {
    return question.values.length > LONGEST_SERIES ? undefined : this.answers.get(keyOf(question));
  }

  set(question: Question, forecast: SeriesForecast | null): void {
    if (question.values.length <= LONGEST_SERIES) this.answers.set(keyOf(question), forecast);
  }
}

function keyOf({ values, horizon, season, confidence }: Question): string {
  return [horizon, season ?? '', confidence ?? '', ...values].join();
}

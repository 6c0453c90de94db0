import type { Work } from '../../work';
import type { ForecastMethod, SeriesForecast } from '../figures';
import { boundsWork } from './bounds';
import { choiceWork } from './choice';
import { type ForecastEngine, WITHOUT_LIBRARY } from './engine';
import { historyOf } from './history';
import { growsWithLevel } from './logarithms';
import { candidatesWork, FEWEST_FOR_LIBRARY, type SeriesModel } from './methods';
import { RecentForecasts } from './recent-forecasts';
import { seasonOf } from './season';

/** What is asked of a forecast. */
export interface ForecastOptions {
  /** Periods to forecast: a whole number, 1 or more. */
  readonly horizon: number;
  /** Periods of a season; 1: none; left out: found in the values. One that the values speak against is not used. */
  readonly season?: number;
  /** Probability with which a value should lie between the bounds: above 0, below 1. */
  readonly confidence?: number;
}

const CONFIDENCE = 0.95;
/** Fewer: *too little history*. */
const FEWEST_VALUES = 4;
/** From so many on the library's methods take part, and can be tried from earlier origins too. */
const ENOUGH_FOR_LIBRARY = FEWEST_FOR_LIBRARY + 3;
/** Methods are tried over one season, or so many periods, whatever is asked for: nearer and farther forecasts of a series agree. */
const TRIED_WITHOUT_SEASON = 12;
/** Older values cost time and tell nothing more: ten years of months, or six seasons, … */
const MOST_VALUES = 120;
const MOST_SEASONS = 6;
/** … and three years of days: a model is fitted in one go, and of more values a cell would stand still for it. */
const MOST_OF_LONG_SEASONS = 1100;
const answers = new WeakMap<ForecastEngine, RecentForecasts>();

/**
 * What a series is likely to do.
 *
 * 1. What is missing at the ends is left off, what is missing between two values interpolated. No value:
 *    null. Fewer than 4: the last one. All equal: that one.
 * 2. A season is used where an F test finds it (at least two whole seasons); logarithms where the swing of the
 *    series grows with its level.
 * 3. The default is the mean of Theta and ETS or, with a season, of Theta and MSTL-ETS. One of the two alone,
 *    or the seasonal naive, takes its place where it was clearly better from up to four earlier origins, over
 *    one season or 12 periods.
 * 4. Bounds come from the methods' own errors, from errors at earlier origins and from how far the
 *    methods are apart. No value below 0 in the series: no point and no bound below 0.
 *
 * It continues what was. Do not believe it where the future has another cause than the past (a roll-out, a
 * price, a new customer), after a step that the values have seen for a few periods only, further ahead
 * than the history is long, or where its error is not below the seasonal naive's. Bounds hold as long
 * as the series goes on as it did: on real series 95% bounds covered 95% of the 2,012 values held back,
 * 93% where a seasonal history was two or three years.
 *
 * The work yields before each model that it fits. What was asked before is answered at once: a pane asks again
 * after every edit of any table.
 *
 * @param series one value per period, oldest first; null: none
 * @param engine the library's methods, or `WITHOUT_LIBRARY`
 * @throws RangeError where an option is outside what it says
 * @example
 * finish(forecastWork([5, 5, 5, 5], { horizon: 2 }, engine))
 * // { method: 'Constant', season: 1, points: [{ point: 5, lower: 5, upper: 5 }, { point: 5, … }], error: null, … }
 */
export function* forecastWork(series: readonly (number | null)[], options: ForecastOptions, engine: ForecastEngine): Work<SeriesForecast | null> {
  const { horizon, season, confidence = CONFIDENCE } = options;
  if (!Number.isInteger(horizon) || horizon < 1) throw new RangeError('The horizon is a whole number of periods, at least 1.');
  if (season !== undefined && (!Number.isInteger(season) || season < 1)) throw new RangeError('The season is a whole number of periods, at least 1.');
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('The confidence is above 0 and below 1.');

  const known = knownTo(engine);
  const question = { values: series, horizon, season, confidence };
  let answer = known.get(question);
  if (answer === undefined) {
    answer = yield* freshWork(series, horizon, season, confidence, engine);
    known.set(question, answer);
  }
  return answer;
}

function* freshWork(series: readonly (number | null)[], horizon: number, season: number | undefined, confidence: number, engine: ForecastEngine): Work<SeriesForecast | null> {
  const { values, interpolated } = historyOf(series);
  const last = values.at(-1);
  if (last === undefined) return null;
  if (values.length < FEWEST_VALUES) return always(last, 'Last value', horizon, confidence, interpolated);
  if (values.every((value) => value === last)) return always(last, 'Constant', horizon, confidence, interpolated);

  const unit = unitOf(values);
  const recent = values.slice(-Math.max(MOST_VALUES, Math.min(MOST_OF_LONG_SEASONS, MOST_SEASONS * (season ?? 1)))).map((value) => value / unit);
  const found = seasonOf(recent, season);
  const model: SeriesModel = { season: found, logarithms: growsWithLevel(recent, found), neverNegative: values.every((value) => value >= 0) };
  const fewest = Math.max(found > 1 ? 2 * found : 1, recent.length < ENOUGH_FOR_LIBRARY ? FEWEST_VALUES : FEWEST_FOR_LIBRARY);
  const candidates = yield* candidatesWork(recent, model, horizon, engine);
  const { chosen, error } = yield* choiceWork(recent, model, candidates, found > 1 ? found : TRIED_WITHOUT_SEASON, fewest, engine);
  const bounded = yield* boundsWork(recent, model, chosen, candidates, confidence, fewest);
  const points = bounded.map(({ point, lower, upper }) => ({ point: inUnit(point, unit), lower: inUnit(lower, unit), upper: inUnit(upper, unit) }));
  const lacksLibrary = engine === WITHOUT_LIBRARY && recent.length >= FEWEST_FOR_LIBRARY;
  return { method: chosen.method, logarithms: model.logarithms, season: found, confidence, points, error, interpolated, ...(lacksLibrary ? { withoutLibrary: true } : {}) };
}

function knownTo(engine: ForecastEngine): RecentForecasts {
  let known = answers.get(engine);
  if (known === undefined) answers.set(engine, (known = new RecentForecasts()));
  return known;
}

/** The power of 2 below the largest value: dividing by it changes no digit, and methods see the same series in any unit. */
function unitOf(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return 2 ** Math.min(1023, Math.floor(Math.log2(largest)));
}

/** Back from the power of 2; a number also where that is beyond what numbers can be. */
function inUnit(value: number, unit: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value * unit));
}

function always(value: number, method: ForecastMethod, horizon: number, confidence: number, interpolated: readonly number[]): SeriesForecast {
  const points = Array.from({ length: horizon }, () => ({ point: value, lower: value, upper: value }));
  return { method, logarithms: false, season: 1, confidence, points, error: null, interpolated };
}

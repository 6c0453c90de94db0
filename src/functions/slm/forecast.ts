/** Custom functions about what a series is likely to do. */
import { loadForecastEngine } from '../../domain/demand/forecast/engine';
import type { SeriesForecast } from '../../domain/demand/figures';
import { finishWithPauses } from '../../domain/work';
import { breathe } from '../../excel/run';
import { requiredNumber, seriesArgument } from '../arguments';
import { cellOf, isBlank } from '../cells';
import { invalid, notMeasurable, outOfRange } from '../errors';

const MOST_VALUES = 2000;
/** A year of days. */
const MOST_PERIODS = 366;
const LONGEST_SEASON = 366;
/** So many periods ahead a limit is looked for. */
const REACHES_WITHIN = 60;

/**
 * What comes after the last value: the forecast with the bounds between which it should lie, one row per period. Example: =SLM.FORECAST(B2:B37, 12)
 * @customfunction FORECAST
 * @param values One value per period, oldest first.
 * @param periods How many periods to forecast, 1 to 366.
 * @param [season] Periods of a season, such as 12; 1: none; omitted: found in the values.
 * @param [confidence] Share of values that should lie between the bounds; omitted: 95%.
 * @returns Three columns: forecast, lower bound, upper bound.
 */
export async function forecast(values: unknown[][], periods: unknown, season?: unknown, confidence?: unknown): Promise<number[][]> {
  const horizon = wholeNumber('periods', requiredNumber('periods', cellOf(periods)), MOST_PERIODS);
  const points = await pointsOf(values, horizon, season, confidence);
  return points.map(({ point, lower, upper }) => [point, lower, upper]);
}

/**
 * Periods after the last value until the forecast is first at or above a limit; #N/A where it is not within 60. Example: =SLM.REACHES(B2:B37, 500)
 * @customfunction REACHES
 * @param values One value per period, oldest first.
 * @param limit The level to be reached, such as a capacity.
 * @param [season] Periods of a season, such as 12; 1: none; omitted: found in the values.
 * @param [confidence] Given: until the upper bound of that confidence is at or above the limit; omitted: until the forecast is.
 * @returns A number of periods: 1 is the period after the last value.
 */
export async function reaches(values: unknown[][], limit: unknown, season?: unknown, confidence?: unknown): Promise<number> {
  const level = requiredNumber('limit', cellOf(limit));
  const points = await pointsOf(values, REACHES_WITHIN, season, confidence);
  const which = givenNumber('confidence', confidence) === null ? 'point' : 'upper';
  const first = points.findIndex((one) => one[which] >= level);
  if (first < 0) throw notMeasurable(`The ${which === 'point' ? 'forecast' : 'upper bound'} stays below the limit for ${REACHES_WITHIN} periods.`);
  return first + 1;
}

async function pointsOf(values: unknown, horizon: number, season: unknown, confidence: unknown): Promise<SeriesForecast['points']> {
  const series = seriesArgument('values', values);
  if (series.length > MOST_VALUES) throw outOfRange();
  const length = givenNumber('season', season);
  const share = givenNumber('confidence', confidence);
  if (share !== null && !(share > 0 && share < 1)) throw outOfRange();
  const options = { horizon, ...(length === null ? {} : { season: wholeNumber('season', length, LONGEST_SEASON) }), ...(share === null ? {} : { confidence: share }) };
  // Cells of other functions do not wait for the methods.
  const [{ forecastWork }, engine] = await Promise.all([import('../../domain/demand/forecast/forecast'), loadForecastEngine()]);
  const found = await finishWithPauses(forecastWork(series, options, engine), () => breathe());
  if (found === null) throw notMeasurable('values has no number.');
  // Where it grows beyond all numbers it stands at the largest.
  if (!found.points.every((one) => [one.point, one.lower, one.upper].every((number) => Math.abs(number) < Number.MAX_VALUE))) throw outOfRange();
  return found.points;
}

/** A number that may be left out: null where blank, which 0 is, too. */
function givenNumber(name: string, argument: unknown): number | null {
  const cell = cellOf(argument);
  return isBlank(cell) ? null : requiredNumber(name, cell);
}

/** A whole number from 1 up to a limit. */
function wholeNumber(name: string, number: number, most: number): number {
  if (number < 1 || number > most) throw outOfRange();
  if (!Number.isInteger(number)) throw invalid(`${name} is ${number}; expected a whole number.`);
  return number;
}

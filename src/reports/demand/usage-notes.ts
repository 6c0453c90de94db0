/** What stands beneath an item's usage in words: its season, and how its forecast is made. */
import type { SeriesForecast, UsageFigure } from '../../domain/demand/figures';
import { listOf, monthName, numberText, plural } from '../../domain/performance/phrases';
import type { LocalDate } from '../../domain/time/records';
import { addMonths } from '../../domain/time/zone';
import { shortMonthYear } from '../dates';
import { growthText } from './quantity';
import { methodWords } from './words';

/** Calendar months that are named; smaller swings than this are not. */
const MOST_MONTHS = 4;
const LEAST_SWING = 0.01;
/** A season that explains less of the movement is not named: its months would be chance. */
const LEAST_STRENGTH = 0.3;
const MOST_INTERPOLATED = 3;

/**
 * The months that lie furthest above and below the year around them, and how much of the movement that explains.
 *
 * @example 'Season: December +18.0%, February −9.0% against the year around them; it explains 62% of the movement.'
 */
export function seasonWords(seasonality: UsageFigure['seasonality']): string {
  if (seasonality === null) return 'Season: fewer than two years recorded.';
  if (seasonality.strength < LEAST_STRENGTH) return `Season: none; calendar months explain ${numberText(seasonality.strength * 100, 0)}% of the movement.`;
  const swings = seasonality.months
    .flatMap((share, at) => (share === null || Math.abs(share) < LEAST_SWING ? [] : [{ month: monthName(`2000-${String(at + 1).padStart(2, '0')}-01`), share }]))
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, MOST_MONTHS);
  if (swings.length === 0) return 'Season: no month lies 1% or more above or below the year around it.';
  return `Season: ${swings.map(({ month, share }) => `${month} ${growthText(share)}`).join(', ')} against the year around ${swings.length === 1 ? 'it' : 'them'}; it explains ${numberText(seasonality.strength * 100, 0)}% of the movement.`;
}

/**
 * The method of a forecast, its error beside the seasonal naive's, and which months had to be interpolated.
 *
 * @param firstMonth of the series that was forecast
 * @example 'Forecast by mean of Theta and MSTL-ETS, on logarithms: error 3.1%, seasonal naive 6.9% (6 origins, 12 months ahead).'
 */
export function forecastWords({ method, logarithms, error, interpolated, withoutLibrary }: SeriesForecast, firstMonth: LocalDate): string {
  const how = `Forecast: ${methodWords(method, logarithms)}`;
  const measured = error === null ? 'no error can be told yet' : `error ${errorText(error.method)}, seasonal naive ${errorText(error.naive)} (${error.origins} ${plural(error.origins, 'origin')}, ${error.horizon} ${plural(error.horizon, 'month')} ahead)`;
  const filled = interpolated.slice(0, MOST_INTERPOLATED).map((at) => shortMonthYear(addMonths(firstMonth, at)));
  const more = interpolated.length - filled.length;
  const gaps = filled.length === 0 ? '' : ` Interpolated for it: ${listOf([...filled, ...(more > 0 ? [`${more} more`] : [])])}.`;
  return `${how}${method === 'Constant' || method === 'Last value' ? '' : `; ${measured}`}.${withoutLibrary ? ' ETS was not tried: its library could not be loaded.' : ''}${gaps}`;
}

function errorText(error: number): string {
  return `${numberText(error * 100, 1)}%`;
}

/** Since when nothing was used, where the last months recorded are 0; null: it never was. */
export function noUseSince({ months }: Pick<UsageFigure, 'months'>): LocalDate | null {
  const lastUsed = months.findLastIndex(({ quantity }) => quantity !== null && quantity > 0);
  return months.slice(lastUsed + 1).find(({ quantity }) => quantity === 0 && lastUsed >= 0)?.month ?? null;
}

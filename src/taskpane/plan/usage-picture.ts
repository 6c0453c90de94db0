/** Where the lines of a usage picture run: recorded months, then the forecast within its bounds, on one scale from 0. */
import type { UsageFigure } from '../../domain/demand/figures';
import { monthNumber } from '../../domain/demand/months';
import type { LocalDate } from '../../domain/time/records';
import { addMonths } from '../../domain/time/zone';

export const WIDTH = 300;
export const HEIGHT = 96;
/** Room for strokes at the edges. */
const EDGE = 2;
/** Months that are shown of the past. */
const PAST = 36;

export interface UsageLines {
  /** First and last month of the picture, and the last recorded. */
  readonly from: LocalDate;
  readonly now: LocalDate;
  readonly to: LocalDate;
  /** The largest value or bound: the upper edge. */
  readonly most: number;
  /** Of SVG paths; a month without a value breaks the line. */
  readonly recorded: string;
  /** From the last value on. */
  readonly forecast: string;
  /** Area between the bounds. */
  readonly bounds: string;
}

/**
 * @returns null: nothing is recorded
 * @example usageLines(figure)?.recorded // 'M2 40.5L10.2 38…'
 */
export function usageLines({ months, forecast, forecastFrom }: Pick<UsageFigure, 'months' | 'forecast' | 'forecastFrom'>): UsageLines | null {
  const shown = months.slice(-PAST);
  const [first, last] = [shown[0], shown[shown.length - 1]];
  if (first === undefined || last === undefined || shown.every(({ quantity }) => quantity === null)) return null;
  const points = forecast?.points ?? [];
  const start = forecastFrom === null ? shown.length : monthNumber(forecastFrom) - monthNumber(first.month);
  const length = Math.max(shown.length, start + points.length);
  const most = Math.max(...shown.map(({ quantity }) => quantity ?? 0), ...points.map(({ upper }) => upper), 0);
  const x = (at: number): number => round(length === 1 ? WIDTH / 2 : EDGE + (at * (WIDTH - 2 * EDGE)) / (length - 1));
  const y = (value: number): number => round(most === 0 ? HEIGHT - EDGE : HEIGHT - EDGE - (Math.max(0, value) * (HEIGHT - 2 * EDGE)) / most);

  let recorded = '';
  let isBroken = true;
  for (const [at, { quantity }] of shown.entries()) {
    if (quantity !== null) recorded += `${isBroken ? 'M' : 'L'}${x(at)} ${y(quantity)}`;
    isBroken = quantity === null;
  }
  // The forecast leaves from the value before it, so that the two lines meet.
  const before = shown[start - 1]?.forForecast ?? null;
  const ahead = points.map(({ point }, at) => `${x(start + at)} ${y(point)}`);
  const joined = before === null ? ahead : [`${x(start - 1)} ${y(before)}`, ...ahead];
  const upper = points.map((one, at) => `${x(start + at)} ${y(one.upper)}`);
  const lower = points.map((one, at) => `${x(start + at)} ${y(one.lower)}`).reverse();
  return {
    from: first.month,
    now: last.month,
    to: addMonths(first.month, length - 1),
    most,
    recorded,
    forecast: ahead.length === 0 ? '' : `M${joined.join('L')}`,
    bounds: points.length === 0 ? '' : `M${[...(before === null ? [] : [joined[0]!]), ...upper, ...lower].join('L')}Z`,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

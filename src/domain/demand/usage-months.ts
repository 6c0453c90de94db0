import type { UsageMonth } from './figures';
import { firstDateOf } from './months';
import type { UnitMonths, UsageSeries } from './usage-log';

/** A business unit that lacks so many months at the end has gone; fewer: its figures are late. */
export const MONTHS_UNTIL_GONE = 3;

/** A series month by month, from its first month with a value. */
export interface SeriesMonths {
  /** Number of the first month; NaN: no value at all. */
  readonly first: number;
  readonly months: readonly UsageMonth[];
  /** Places of months that the forecast has with an interpolated part. */
  readonly interpolated: readonly number[];
}

/**
 * Usage of an item month by month, all business units together.
 *
 * What a business unit lacks between two months of its own is interpolated for the forecast, on a
 * straight line. One that lacks the last month or two of the item is late: the forecast's values end before that. One that lacks
 * three or more has gone, and one that begins later was not there before: neither is missed. A month with rows
 * whose business unit cannot be read is taken as it stands, as they may be what is missed.
 *
 * @param until the last month of the result, whether anything is recorded in it or not
 * @example
 * // Retail: 10 in July, 14 in September; Cards: 5 in July, 5 in August, 6 in September
 * seriesMonths(series, september).months.map(({ quantity, forForecast, incomplete }) => [quantity, forForecast, incomplete])
 * // [[15, 15, false], [5, 17, true], [20, 20, false]]
 */
export function seriesMonths({ businessUnits, ofUnknown }: UsageSeries, until: number): SeriesMonths {
  const units = businessUnits.map(spanOf);
  const recorded = [...units.flatMap(({ from, to }) => [from, to]), ...ofUnknown.keys()];
  if (recorded.length === 0) return { first: Number.NaN, months: [], interpolated: [] };
  const first = Math.min(...recorded);
  const last = Math.max(...recorded);

  const months = Array.from({ length: until - first + 1 }, (_, place) => monthOf(units, ofUnknown, first + place, last));
  const late = months.findIndex((month) => month.late);
  const known = late === -1 ? last - first + 1 : late;
  return {
    first,
    months: months.map(({ quantity, whole, incomplete }, place) => ({ month: firstDateOf(first + place), quantity, forForecast: place < known ? whole : null, incomplete })),
    interpolated: months.flatMap(({ guessed }, place) => (guessed && place < known ? [place] : [])),
  };
}

interface Span extends UnitMonths {
  readonly from: number;
  readonly to: number;
  /** Its months with a value, oldest first. */
  readonly recorded: readonly number[];
}

function spanOf(unit: UnitMonths): Span {
  const recorded = [...unit.months.keys()].sort((a, b) => a - b);
  return { ...unit, recorded, from: recorded[0]!, to: recorded.at(-1)! };
}

function monthOf(units: readonly Span[], ofUnknown: ReadonlyMap<number, number>, month: number, last: number) {
  const unnamed = ofUnknown.get(month);
  let [recorded, guess, gaps, late] = [unnamed ?? 0, 0, 0, false];
  let any = unnamed !== undefined;
  for (const unit of units) {
    const value = unit.months.get(month);
    if (value !== undefined) {
      any = true;
      recorded += value;
    } else if (month > unit.from && month < unit.to) {
      gaps++;
      guess += between(unit, month);
    } else if (month > unit.to && month <= last && last - unit.to < MONTHS_UNTIL_GONE) late = true;
  }
  if (unnamed !== undefined) [guess, gaps, late] = [0, 0, false];
  return { quantity: any ? recorded : null, whole: any || gaps > 0 ? recorded + guess : null, incomplete: any && (gaps > 0 || late), guessed: gaps > 0, late };
}

function between({ months, recorded }: Span, month: number): number {
  const after = recorded.find((other) => other > month)!;
  const before = recorded.findLast((other) => other < month)!;
  const [from, to] = [months.get(before)!, months.get(after)!];
  return from + ((to - from) * (month - before)) / (after - before);
}

import type { UsageMonth } from './figures';
import { historyOf } from './forecast/history';
import { firstDateOf } from './months';
import { partsBetweenHoles } from './usage-hole';
import type { UnitMonths, UsageSeries } from './usage-log';

/** A business unit that lacks so many months at the end has gone; fewer: its figures are late. */
export const MONTHS_UNTIL_GONE = 3;
/** Of one with fewer recorded months nobody can tell whether more were to come. */
const FEWEST_TO_BE_LATE = 3;

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
 * three or more has gone, and one that begins later was not there before: neither is missed, nor is one with fewer than
 * three months at all. A month with rows whose business unit cannot be read is taken as it stands, as they may be what is missed.
 * A month that is still running is there as recorded, incomplete, and the forecast's values end before it.
 *
 * @param until the last month of the result, whether anything is recorded in it or not
 * @param running number of the month that is still running; null: none
 * @example
 * // Retail: 10 in July, 14 in September; Cards: 5 in July, 5 in August, 6 in September
 * seriesMonths(series, september).months.map(({ quantity, forForecast, incomplete }) => [quantity, forForecast, incomplete])
 * // [[15, 15, false], [5, 17, true], [20, 20, false]]
 */
export function seriesMonths({ businessUnits, ofUnknown }: UsageSeries, until: number, running: number | null = null): SeriesMonths {
  const units = businessUnits.flatMap((unit) => spansOf(unit, running));
  const whole = [...units.flatMap(({ from, to }) => [from, to]), ...[...ofUnknown.keys()].filter((month) => month !== running)];
  const soFar = running === null ? [] : [...businessUnits.map(({ months }) => months.get(running)), ofUnknown.get(running)].filter((value) => value !== undefined);
  if (whole.length + soFar.length === 0) return { first: Number.NaN, months: [], interpolated: [] };
  const first = whole.length === 0 ? running! : Math.min(...whole);
  const last = whole.length === 0 ? first - 1 : Math.max(...whole);

  const months = Array.from({ length: until - first + 1 }, (_, place) => monthOf(units, ofUnknown, first + place, last));
  const late = months.findIndex((month) => month.late);
  // Where one unit had gone before another began, nobody may have used anything in between, or nobody recorded it: a line goes over that, too.
  const history = historyOf(months.slice(0, late === -1 ? last - first + 1 : late).map((month) => month.whole));
  return {
    first,
    months: months.map(({ quantity, incomplete }, place): UsageMonth => {
      const toDate = first + place === running && soFar.length > 0;
      return { month: firstDateOf(first + place), quantity: toDate ? soFar.reduce((sum, value) => sum + value, 0) : quantity, forForecast: history.values[place] ?? null, incomplete: incomplete || toDate, toDate };
    }),
    interpolated: months.flatMap(({ guessed }, place) => (place < history.values.length && (guessed || history.interpolated.includes(place)) ? [place] : [])),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly months: UnitMonths['months'];
  /** How many of its months are recorded. */
  readonly recorded: number;
  /** From its first to its last month, what is missing interpolated. */
  readonly whole: readonly number[];
}

/** More than one where it lacks so many months that it began anew. */
function spansOf({ months }: UnitMonths, running: number | null): Span[] {
  return partsBetweenHoles([...months.keys()].filter((month) => month !== running)).map((part) => {
    const [from, to] = [part[0]!, part.at(-1)!];
    return { from, to, months, recorded: part.length, whole: historyOf(Array.from({ length: to - from + 1 }, (_, place) => months.get(from + place) ?? null)).values };
  });
}

function monthOf(units: readonly Span[], ofUnknown: ReadonlyMap<number, number>, month: number, last: number) {
  const unnamed = ofUnknown.get(month);
  let [recorded, guess, gaps, late] = [unnamed ?? 0, 0, 0, false];
  let any = unnamed !== undefined;
  for (const { from, to, months, recorded: count, whole } of units) {
    const value = month < from || month > to ? undefined : months.get(month);
    if (value !== undefined) {
      any = true;
      recorded += value;
    } else if (month > from && month < to) {
      gaps++;
      guess += whole[month - from]!;
    } else if (month > to && month <= last && last - to < MONTHS_UNTIL_GONE && count >= FEWEST_TO_BE_LATE) late = true;
  }
  if (unnamed !== undefined) [guess, gaps, late] = [0, 0, false];
  return { quantity: any ? recorded : null, whole: any || gaps > 0 ? recorded + guess : null, incomplete: any && (gaps > 0 || late), guessed: gaps > 0, late };
}

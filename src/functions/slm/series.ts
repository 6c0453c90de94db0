/** Custom functions about a series of figures, one per month: growth, trend, and a picture of it. */
import { compoundGrowth } from '../../domain/performance/growth';
import { sparkline } from '../../domain/performance/sparkline';
import { mannKendall } from '../../domain/performance/trend';
import { choiceArgument, numberArgument, seriesArgument, yesNoArgument } from '../arguments';
import { cellOf } from '../cells';
import { invalid, notMeasurable, outOfRange } from '../errors';

/**
 * The direction in which a figure gets better.
 * @customenum {string}
 */
enum Better {
  /** More is better: a rise improves. */
  higher = "Higher",
  /** Less is better: a fall improves. */
  lower = "Lower",
}

/** A trend compares every value with every other. */
const MOST_VALUES = 2000;
/** Words of a trend where nobody says which direction is better. */
const DIRECTIONS = { Improving: 'Rising', Worsening: 'Falling' } as const;

/**
 * Compound growth per period from the first value to the last; #N/A unless both are above 0. Example: =SLM.GROWTH(B2:B13)
 * @customfunction GROWTH
 * @param values One value per period, oldest first.
 * @returns A share: 0.02 is 2% per period.
 */
export function growth(values: unknown[][]): number {
  const rate = compoundGrowth(seriesArgument('values', values));
  if (rate === null) throw notMeasurable('Growth needs two values above 0, the first and the last.');
  if (!Number.isFinite(rate)) throw outOfRange();
  return rate;
}

/**
 * Improving, Worsening, Steady or Too short to tell, by the Mann–Kendall test at 5%; in words or with its figures. Example: =SLM.TREND(B2:B13, "Higher")
 * @customfunction TREND
 * @param values One value per period, oldest first; six or more.
 * @param [better] "Higher" or "Lower"; omitted: Rising and Falling instead of Improving and Worsening.
 * @param [detail] TRUE: five cells with the word, the slope per period, and S, z and p of the test.
 * @returns A word, or a row of five cells.
 */
export function trend(values: unknown[][], better?: Better, detail?: unknown): unknown[][] {
  const direction = choiceArgument('better', better, Object.values(Better));
  const series = seriesArgument('values', values);
  if (series.length > MOST_VALUES) throw outOfRange();
  const { word, slope, s, z, p } = mannKendall(series, direction ?? Better.higher);
  // Between the largest doubles of either sign.
  if (slope !== null && !Number.isFinite(slope)) throw outOfRange();
  const said = direction === null && (word === 'Improving' || word === 'Worsening') ? DIRECTIONS[word] : word;
  if (!yesNoArgument('detail', detail)) return [[said]];
  return [[said, ...[slope, s, z, p].map((figure) => figure ?? notMeasurable('There are fewer than six values.'))]];
}

/**
 * A line of bars as text, one for each value. Example: =SLM.SPARK(B2:B13)
 * @customfunction SPARK
 * @param values One value per period, oldest first.
 * @param [min] What the lowest bar stands for; omitted: the smallest value.
 * @param [max] What the highest bar stands for; omitted: the largest value.
 * @returns Text.
 */
export function spark(values: unknown[][], min?: unknown, max?: unknown): string {
  const series = seriesArgument('values', values);
  const low = numberArgument('min', cellOf(min));
  const high = numberArgument('max', cellOf(max));
  if (low !== null && high !== null && low >= high) throw outOfRange();
  const line = sparkline(series, low, high);
  if (line === null) throw invalid('values has no number.');
  return line;
}

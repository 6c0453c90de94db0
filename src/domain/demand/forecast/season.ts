import { fTail } from './distributions';
import { fitChanges, fitLevels, type SeasonFit } from './season-model';

/** Chance of seeing a season in a series that has none. */
const SIGNIFICANCE = 0.05;
/** Where the caller says that there is a season of this length, less evidence will do. */
const SIGNIFICANCE_WHEN_TOLD = 0.2;
/** Lengths other than a year of months are looked for only where they are beyond doubt. */
const SIGNIFICANCE_OF_OTHERS = 0.001;
const MONTHS_OF_A_YEAR = 12;
/** Quarters of a year and days of a week. */
const OTHERS = [4, 7];
/** Whole seasons that other lengths must show. */
const FEWEST_OTHERS = 4;
/** Of the sum of squares. */
const ROUNDING = 1e-24;

/**
 * Whether values repeat every so many periods: an F test of one mean for each position, once around a
 * straight line and once on the changes from value to value; half the significance for each. On
 * logarithms where all values are positive.
 *
 * It does not ask how much a season moves, only whether chance is a poor explanation. Short series
 * have to show it clearly: two years of months leave ten degrees of freedom.
 *
 * @param values complete, one per period
 * @param season periods of a season
 * @returns false too where there are fewer than two whole seasons
 * @example hasSeason([1, 9, 2, 1, 1, 9, 2, 1, 1, 9, 2, 2], 4) // true
 */
export function hasSeason(values: readonly number[], season: number, significance = SIGNIFICANCE): boolean {
  return probability(values, season) < significance;
}

/**
 * Periods of a season: `told` where the values bear it out, 1 where they do not. Where nothing is told: 12,
 * or 4 or 7 where at least four whole seasons of that length are beyond doubt. A series of quarters
 * repeats every 12 quarters as well; of lengths that are multiples, the shorter is taken unless the
 * longer says more.
 *
 * @example seasonOf(monthlySales, undefined) // 12
 */
export function seasonOf(values: readonly number[], told: number | undefined): number {
  if (told !== undefined) return told > 1 && hasSeason(values, told, SIGNIFICANCE_WHEN_TOLD) ? told : 1;
  const others = OTHERS.filter((season) => values.length >= FEWEST_OTHERS * season && probability(values, season) < SIGNIFICANCE_OF_OTHERS);
  const year = hasSeason(values, MONTHS_OF_A_YEAR) ? [MONTHS_OF_A_YEAR] : [];
  const found = [...year, ...others].map((season) => ({ season, criterion: criterion(values, season) }));
  return found.reduce((best, next) => (next.criterion < best.criterion ? next : best), { season: 1, criterion: Infinity }).season;
}

/** Of so clear a pattern by chance; 1 where it cannot be told. */
function probability(values: readonly number[], season: number): number {
  if (season < 2 || values.length < 2 * season) return 1;
  const scaled = onLogarithms(values);
  const rounding = ROUNDING * scaled.reduce((sum, value) => sum + value * value, 0);
  return Math.min(1, 2 * Math.min(tail(fitLevels(scaled, season), rounding), tail(fitChanges(scaled, season), rounding)));
}

/** @param rounding squares up to this are rounding, and no pattern */
function tail({ withPattern, withoutPattern, degrees, residualDegrees }: SeasonFit, rounding: number): number {
  if (residualDegrees < 1 || withoutPattern <= rounding) return 1;
  // A pattern without any rest is exact.
  if (withPattern <= withoutPattern * 1e-12) return 0;
  return fTail((withoutPattern - withPattern) / degrees / (withPattern / residualDegrees), degrees, residualDegrees);
}

/** Schwarz's: how well the pattern explains the changes, less what its length costs. */
function criterion(values: readonly number[], season: number): number {
  const { withPattern, withoutPattern } = fitChanges(onLogarithms(values), season);
  const n = values.length - 1;
  return n * Math.log(Math.max(withPattern, withoutPattern * 1e-12)) + season * Math.log(n);
}

function onLogarithms(values: readonly number[]): readonly number[] {
  return values.every((value) => value > 0) ? values.map(Math.log) : values;
}

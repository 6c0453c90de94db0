import { fitChanges, fitLevels, type SeasonFit } from './season-model';

/** What logarithms must gain in log-likelihood without a season: they turn a straight line into a curve that bends away. */
const GAIN_WITHOUT_SEASON = 2;
/** Fewer values do not tell how a swing grows. */
const FEWEST_VALUES = 10;

/**
 * Whether the swing of a series grows with its level, so that forecasts are better made on its logarithms.
 *
 * Box and Cox's comparison: the same model (a line with a pattern, and changes with a pattern) is fitted
 * to the values and to their logarithms; logarithms are taken where their likelihood is higher,
 * on average of the two models. Without a season it must be higher by 2.
 *
 * @param values complete
 * @param season periods of a season; 1: none
 * @returns false where a value is 0 or less, or there are fewer than 10
 * @see Box & Cox (1964), "An analysis of transformations"
 */
export function growsWithLevel(values: readonly number[], season: number): boolean {
  if (values.length < FEWEST_VALUES || !values.every((value) => value > 0)) return false;
  const logarithms = values.map(Math.log);
  // Of the change of scale: the sum of the logarithms.
  const scale = 2 * (logarithms.reduce((sum, value) => sum + value, 0) / values.length);
  const gains = [fitLevels, fitChanges].map((fit) => (values.length / 2) * (logOfRest(fit(values, season)) - scale - logOfRest(fit(logarithms, season))));
  const gain = (gains[0]! + gains[1]!) / 2;
  return Number.isFinite(gain) && gain > (season > 1 ? 0 : GAIN_WITHOUT_SEASON);
}

/** An exact fit would outweigh everything else: it counts as one to rounding. */
function logOfRest({ withPattern, withoutPattern }: SeasonFit): number {
  return Math.log(Math.max(withPattern, withoutPattern * 1e-12));
}

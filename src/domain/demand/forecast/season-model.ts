/** How well a pattern that repeats every season explains a series, beside the same without the pattern. */
export interface SeasonFit {
  /** Sums of squared residuals. */
  readonly withPattern: number;
  readonly withoutPattern: number;
  /** Degrees of freedom that the pattern takes, and that remain. */
  readonly degrees: number;
  readonly residualDegrees: number;
}

/**
 * A straight line with and without one mean for each position of the season. Sees a smooth season best.
 *
 * @param values complete; position = index modulo the season
 * @param season 1 or more; 1: no pattern, both sums are equal
 */
export function fitLevels(values: readonly number[], season: number): SeasonFit {
  const { n, indexes, patterned } = { n: values.length, indexes: values.map((_, index) => index), patterned: deviations(values, season, 0) };
  const within = deviations(indexes, season, 0);
  return {
    withPattern: residual(patterned, within),
    withoutPattern: residual(deviations(values, 1, 0), deviations(indexes, 1, 0)),
    degrees: season - 1,
    residualDegrees: n - season - 1,
  };
}

/**
 * The changes from each value to the next, with and without one mean for each position. Sees a season
 * where the level wanders, and spikes.
 */
export function fitChanges(values: readonly number[], season: number): SeasonFit {
  const changes = values.slice(1).map((value, index) => value - values[index]!);
  return {
    withPattern: squares(deviations(changes, season, 1)),
    withoutPattern: squares(deviations(changes, 1, 1)),
    degrees: season - 1,
    residualDegrees: changes.length - season,
  };
}

/** Each value less the mean of its position. */
function deviations(values: readonly number[], season: number, from: number): number[] {
  const sums = new Array<number>(season).fill(0);
  const counts = new Array<number>(season).fill(0);
  values.forEach((value, index) => {
    sums[(from + index) % season]! += value;
    counts[(from + index) % season]! += 1;
  });
  return values.map((value, index) => value - sums[(from + index) % season]! / counts[(from + index) % season]!);
}

/** What is left of `y` after its regression on `x`. */
function residual(y: readonly number[], x: readonly number[]): number {
  const products = y.reduce((sum, value, index) => sum + value * x[index]!, 0);
  const slope = products / squares(x);
  return squares(y.map((value, index) => value - slope * x[index]!));
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

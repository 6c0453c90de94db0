import type { Work } from '../../work';
import { studentQuantile } from './distributions';
import { onScale, thetaCandidate, type Candidate, type SeriesModel } from './methods';

/** Origins that Theta is tried from; it is cheap. */
const MOST_ORIGINS = 36;
/** Origins between two pauses. */
const ORIGINS_AT_ONCE = 9;
/** Errors at one horizon that say how far off it is. */
const FEWEST_ERRORS = 4;
/** For what no method can know: that the season, the scale and the method were chosen on the same values. */
const WIDENING = 1.07;

/**
 * Bounds around the points: as wide as the method's own errors or, where that is more, as the errors
 * that Theta made at the same horizon from earlier origins; and the more so, the further the methods
 * are from each other. Never narrower later. Student's quantile, since the errors are
 * estimated from few values. On logarithms the bounds are lopsided.
 *
 * @param values complete, at least 4
 * @param candidates all methods, the chosen among them
 * @param confidence above 0, below 1
 * @param fewest values before the first origin
 */
export function* boundsWork(values: readonly number[], model: SeriesModel, chosen: Candidate, candidates: readonly Candidate[], confidence: number, fewest: number): Work<{ point: number; lower: number; upper: number }[]> {
  const rolled = yield* thetaErrorsWork(values, model, chosen.points.length, fewest);
  const quantile = WIDENING * studentQuantile(confidence, Math.max(2, values.length - model.season - 1));
  let widest = 0;
  return chosen.points.map((point, step) => {
    const own = Math.max(chosen.errors[step]!, rolled[step] ?? 0);
    widest = Math.max(widest, Math.hypot(own, distance(model, candidates, step)));
    const half = quantile * widest;
    if (model.logarithms) return { point, lower: point * Math.exp(-half), upper: point * Math.exp(half) };
    const lower = point - half;
    return { point, lower: model.neverNegative ? Math.max(0, lower) : lower, upper: point + half };
  });
}

/** Half of what lies between Theta and the library's method. */
function distance(model: SeriesModel, candidates: readonly Candidate[], step: number): number {
  const [one, other] = onScale(
    candidates.filter(({ method }) => method === 'Theta' || method === 'ETS' || method === 'MSTL-ETS').map(({ points }) => points[step]!),
    model,
  );
  return one === undefined || other === undefined ? 0 : Math.abs(one - other) / 2;
}

/** Root mean square of Theta's errors at each horizon, on the model's scale; shorter than the horizon where the series is. */
function* thetaErrorsWork(values: readonly number[], model: SeriesModel, horizon: number, fewest: number): Work<number[]> {
  const scaled = onScale(values, model);
  const squares: number[][] = [];
  for (let origin = Math.max(fewest, values.length - MOST_ORIGINS); origin < values.length; origin++) {
    if ((values.length - origin) % ORIGINS_AT_ONCE === 0) yield;
    const { points } = thetaCandidate(values.slice(0, origin), model, Math.min(horizon, values.length - origin));
    onScale(points, model).forEach((point, step) => (squares[step] ??= []).push((scaled[origin + step]! - point) ** 2));
  }
  return squares.filter((errors) => errors.length >= FEWEST_ERRORS).map((errors) => Math.sqrt(errors.reduce((sum, error) => sum + error, 0) / errors.length));
}

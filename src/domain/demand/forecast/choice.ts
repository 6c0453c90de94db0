import { mean } from '../../aggregates';
import type { Work } from '../../work';
import type { ForecastMethod, SeriesForecast } from '../figures';
import type { ForecastEngine } from './engine';
import { candidatesWork, type Candidate, type SeriesModel } from './methods';
import { rollingOrigins, smape } from './rolling-origin';

/** Another method must have been this much better than the default on average, … */
const CLEARLY = 0.85;
/** … the seasonal naive, which learns nothing, this much, … */
const CLEARLY_NAIVE = 0.7;
/** … at this share of the origins, … */
const CONSISTENTLY = 0.75;
/** … of at least so many: with fewer a better method and luck look the same. */
const FEWEST_ORIGINS = 3;

/** The method to take, and how far off it was. */
export interface Choice {
  readonly chosen: Candidate;
  readonly error: SeriesForecast['error'];
}

/**
 * Chooses among methods by the errors that they would have made from earlier origins. The default is
 * the mean of two methods; another takes its place only where it was clearly better, and at nearly every origin: the
 * errors of one short series say little, and the mean is seldom far from the best.
 *
 * @param candidates forecasts from the end, the default first
 * @param fewest values that the methods need before an origin
 */
export function* choiceWork(values: readonly number[], model: SeriesModel, candidates: readonly Candidate[], horizon: number, fewest: number, engine: ForecastEngine): Work<Choice> {
  const errors = new Map<ForecastMethod, number[]>();
  const origins = rollingOrigins(values.length, horizon, fewest);
  for (const origin of origins) {
    const actual = values.slice(origin, origin + horizon);
    for (const { method, points } of yield* candidatesWork(values.slice(0, origin), model, actual.length, engine)) {
      errors.set(method, [...(errors.get(method) ?? []), smape(points, actual)]);
    }
  }
  // A method that failed at an origin cannot be compared there.
  const judged = candidates.filter(({ method }) => errors.get(method)?.length === origins.length);
  const chosen = judged.length === 0 || origins.length === 0 ? candidates[0]! : bestOf(judged, errors);
  const [own, naive] = [errors.get(chosen.method), errors.get('Seasonal naive')];
  if (own?.length !== origins.length || naive?.length !== origins.length || origins.length === 0) return { chosen, error: null };
  return { chosen, error: { origins: origins.length, horizon: Math.min(horizon, values.length - Math.min(...origins)), method: mean(own)!, naive: mean(naive)! } };
}

function bestOf(judged: readonly Candidate[], errors: ReadonlyMap<ForecastMethod, readonly number[]>): Candidate {
  const [standard, ...others] = judged;
  const ofStandard = errors.get(standard!.method)!;
  let best = standard!;
  let least = mean(ofStandard)!;
  if (ofStandard.length < FEWEST_ORIGINS) return best;
  for (const other of others) {
    const own = errors.get(other.method)!;
    const error = mean(own)!;
    const clearly = mean(ofStandard)! * (other.method === 'Seasonal naive' ? CLEARLY_NAIVE : CLEARLY);
    const better = own.filter((one, origin) => one < ofStandard[origin]!).length;
    if (error < Math.min(least, clearly) && better >= CONSISTENTLY * own.length) [best, least] = [other, error];
  }
  return best;
}

import type { Work } from '../../work';
import type { ForecastMethod } from '../figures';
import { studentQuantile } from './distributions';
import type { BoundedPoints, ForecastEngine } from './engine';
import { seasonalFactors, type SeasonalFactors } from './seasonal-factors';
import { thetaForecast } from './theta';

/** How a series is to be looked at. Decided once, on all of it. */
export interface SeriesModel {
  /** Periods of a season; 1: none. */
  readonly season: number;
  readonly logarithms: boolean;
  /** No value is below 0, so no forecast is. */
  readonly neverNegative: boolean;
}

/** What one method expects. */
export interface Candidate {
  readonly method: ForecastMethod;
  readonly points: readonly number[];
  /** The method's own standard error of each point; of its logarithm where the model works on logarithms. */
  readonly errors: readonly number[];
}

/** The library chooses among models by AICc, which fewer values do not allow. */
export const FEWEST_FOR_LIBRARY = 7;

const LEVEL_OF_BOUNDS = 0.95;
/** A multiplicative factor below this is no factor: what is divided by it explodes. */
const SMALLEST_FACTOR = 1e-4;

/**
 * What each method that fits the model expects, the default first: the mean of Theta and ETS (MSTL-ETS
 * with a season), then its two parts, then the seasonal naive. Where the library finds no model,
 * Theta leads.
 *
 * @param values complete, at least 3, not all equal
 */
export function* candidatesWork(values: readonly number[], model: SeriesModel, horizon: number, engine: ForecastEngine): Work<Candidate[]> {
  const theta = thetaCandidate(values, model, horizon);
  const naive = seasonalNaive(values, model, horizon);
  if (values.length < FEWEST_FOR_LIBRARY) return usable([theta, naive]);
  yield;
  const smoothed = libraryCandidate(values, model, horizon, engine);
  return usable(smoothed === null ? [theta, naive] : [meanOf(theta, smoothed), theta, smoothed, naive]);
}

/**
 * The value of a season before, again and again; without a season the last value.
 *
 * @example seasonalNaive([1, 2, 3, 4], { season: 2, … }, 3).points // [3, 4, 3]
 */
export function seasonalNaive(values: readonly number[], model: SeriesModel, horizon: number): Candidate {
  const { season } = model;
  const scaled = onScale(values, model);
  const changes = scaled.slice(season).map((value, index) => value - scaled[index]!);
  const one = Math.sqrt(changes.reduce((sum, change) => sum + change * change, 0) / Math.max(1, changes.length));
  const steps = Array.from({ length: horizon }, (_, step) => step);
  return {
    method: 'Seasonal naive',
    points: steps.map((step) => values[values.length - season + (step % season)]!),
    errors: steps.map((step) => one * Math.sqrt(Math.floor(step / season) + 1)),
  };
}

/** The Theta method on the model's scale. */
export function thetaCandidate(values: readonly number[], model: SeriesModel, horizon: number): Candidate {
  const scaled = onScale(values, model);
  const { points, alpha, meanSquare } = thetaForecast(scaled, horizon, factorsOf(scaled, model));
  // Slope, weight and first level, and the factors, were found in the same values.
  const left = Math.max(1, values.length - 2 - (model.season - 1));
  const one = Math.sqrt((meanSquare * values.length) / left);
  return { method: 'Theta', points: offScale(points, model), errors: Array.from({ length: horizon }, (_, step) => one * Math.sqrt(1 + step * alpha * alpha)) };
}

/** Values on the scale on which the model works. */
export function onScale(values: readonly number[], { logarithms }: SeriesModel): readonly number[] {
  return logarithms ? values.map(Math.log) : values;
}

function offScale(values: readonly number[], { logarithms, neverNegative }: SeriesModel): readonly number[] {
  if (logarithms) return values.map(Math.exp);
  return neverNegative ? values.map((value) => Math.max(0, value)) : values;
}

function factorsOf(scaled: readonly number[], { season, logarithms }: SeriesModel): SeasonalFactors | null {
  if (season === 1) return null;
  if (!logarithms && scaled.every((value) => value > 0)) {
    const multiplicative = seasonalFactors(scaled, season, 'multiplicative');
    if (multiplicative.factors.every((factor) => factor > SMALLEST_FACTOR)) return multiplicative;
  }
  return seasonalFactors(scaled, season, 'additive');
}

/** ETS, or MSTL-ETS with a season; null where the library finds no model. */
function libraryCandidate(values: readonly number[], model: SeriesModel, horizon: number, engine: ForecastEngine): Candidate | null {
  const scaled = onScale(values, model);
  let found: BoundedPoints;
  try {
    // Never a season for ETS itself: the library has none there.
    found = model.season === 1 ? engine.ets(scaled, horizon, LEVEL_OF_BOUNDS) : engine.mstl(scaled, model.season, horizon, LEVEL_OF_BOUNDS);
  } catch {
    return null;
  }
  const points = offScale([...found.point], model);
  const errors = points.map((_, step) => (found.upper[step]! - found.lower[step]!) / 2 / NORMAL_QUANTILE);
  return [...points, ...errors].every(Number.isFinite) ? { method: model.season === 1 ? 'ETS' : 'MSTL-ETS', points, errors } : null;
}

/** Of the normal distribution, which the library's bounds are of: Student's with so many degrees of freedom is no other. */
const NORMAL_QUANTILE = studentQuantile(LEVEL_OF_BOUNDS, 1e9);

/** Halfway between two. Their distance is part of what is not known. */
function meanOf(theta: Candidate, other: Candidate): Candidate {
  return {
    method: other.method === 'ETS' ? 'Mean of Theta and ETS' : 'Mean of Theta and MSTL-ETS',
    points: theta.points.map((point, step) => (point + other.points[step]!) / 2),
    errors: theta.errors.map((error, step) => Math.sqrt((error ** 2 + other.errors[step]! ** 2) / 2)),
  };
}

function usable(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ points, errors }) => [...points, ...errors].every(Number.isFinite));
}

/** Point forecasts with bounds, one for each period after the last value. */
export interface BoundedPoints {
  readonly point: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** The methods of forecasting that a library has. Values are complete, one per period, oldest first. */
export interface ForecastEngine {
  /** Exponential smoothing of level and trend, chosen by AICc. @throws Error when nothing can be fitted */
  ets(values: readonly number[], horizon: number, confidence: number): BoundedPoints;
  /** Seasons taken out by STL, the rest forecast by ETS. @throws Error when nothing can be fitted */
  mstl(values: readonly number[], season: number, horizon: number, confidence: number): BoundedPoints;
}

/** Stands in for the library where it cannot be loaded: nothing can be fitted, and Theta and the seasonal naive, which need none, remain. */
export const WITHOUT_LIBRARY: ForecastEngine = { ets: notLoaded, mstl: notLoaded };

function notLoaded(): never {
  throw new Error('The library is not loaded.');
}

let loading: Promise<ForecastEngine> | null = null;

/**
 * Fetches and prepares the library, once; what failed is tried again by the next caller.
 *
 * @example
 * const engine = await loadForecastEngine();
 * engine.ets([10, 12, 11, 13, 12, 14, 13, 15], 3, 0.95); // { point: [3 numbers], lower: […], upper: […] }
 */
export function loadForecastEngine(): Promise<ForecastEngine> {
  loading ??= import(/* webpackChunkName: "forecast" */ './augurs')
    .then(({ augursEngine }) => augursEngine())
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

/**
 * The library, or `WITHOUT_LIBRARY` where it cannot be loaded: a browser that allows no WebAssembly, a lost connection.
 *
 * @example finish(forecastWork(values, { horizon: 12 }, await engineOrNone()))?.withoutLibrary // true where it could not
 */
export function engineOrNone(): Promise<ForecastEngine> {
  return loadForecastEngine().catch(() => WITHOUT_LIBRARY);
}

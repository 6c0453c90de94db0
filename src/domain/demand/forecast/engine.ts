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

/** Fetches and prepares the library, once. */
export async function loadForecastEngine(): Promise<ForecastEngine> {
  throw new Error('no engine');
}

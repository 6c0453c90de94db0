/** The methods of the library augurs, which is WebAssembly. Large: load it with `import()`, when somebody asks for a forecast. */
import initialiseEts, { AutoETS, type Forecast } from '@bsull/augurs/ets';
import etsModule from '@bsull/augurs/ets_bg.wasm';
import initialiseMstl, { MSTL } from '@bsull/augurs/mstl';
import mstlModule from '@bsull/augurs/mstl_bg.wasm';
import type { BoundedPoints, ForecastEngine } from './engine';

/** Error, trend: chosen by AICc; no season. */
const WITHOUT_SEASON = 'ZZN';

/** A model of the library, which lies in memory that no garbage collector sees. */
interface Model {
  fit(values: number[]): void;
  predict(horizon: number, confidence: number): Forecast;
  free(): void;
}

/** Compiles the library. @throws Error where WebAssembly is not allowed */
export async function augursEngine(): Promise<ForecastEngine> {
  await Promise.all([initialiseEts({ module_or_path: etsModule }), initialiseMstl({ module_or_path: mstlModule })]);
  return {
    ets: (values, horizon, confidence) => forecast(() => new AutoETS(1, WITHOUT_SEASON), values, horizon, confidence),
    mstl: (values, season, horizon, confidence) => forecast(() => MSTL.ets([season]), values, horizon, confidence),
  };
}

/**
 * Values are handed over in a unit of about their own size, as the search for a model stops at errors
 * of a fixed size. It is a power of two, which changes no digit of them.
 */
function forecast(modelOf: () => Model, values: readonly number[], horizon: number, confidence: number): BoundedPoints {
  const unit = unitOf(values);
  const model = modelOf();
  try {
    model.fit(values.map((value) => value / unit));
    const { point, intervals } = model.predict(horizon, confidence);
    if (!intervals) throw new Error('The method gives no bounds.');
    const inOwnUnit = (numbers: readonly number[]): number[] => numbers.map((number) => number * unit);
    const result = { point: inOwnUnit(point), lower: inOwnUnit(intervals.lower), upper: inOwnUnit(intervals.upper) };
    if (!Object.values(result).flat().every(Number.isFinite)) throw new Error('The method gives no numbers.');
    return result;
  } finally {
    model.free();
  }
}

/** The power of two by which the largest value is from 512 up to 1024. @throws Error where a value is no number */
function unitOf(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!Number.isFinite(largest)) throw new Error('A value is no number.');
  return largest === 0 ? 1 : 2 ** (Math.floor(Math.log2(largest)) - 9);
}

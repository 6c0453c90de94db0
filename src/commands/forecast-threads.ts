/** Forecasts beside the thread that Excel and the pane live on: one model takes longer than a screen may stand still. */
import type { SeriesForecast } from '../domain/demand/figures';
import { loadForecastEngine } from '../domain/demand/forecast/engine';
import { type Forecaster, forecasterOf, type SeriesToForecast } from '../domain/demand/forecast/forecaster';
import { waitFor } from '../domain/work';
import { cancelled } from '../excel/errors';
import type { ActionContext } from './figures';

export interface SeriesForThread extends SeriesToForecast {
  /** Of the series among all. */
  readonly place: number;
}

export interface ForecastOfThread {
  readonly place: number;
  readonly forecast: SeriesForecast | null;
}

/** More threads do not help: what else the machine does wants some, too. */
const MOST_THREADS = 4;

/** null: the page may have none. */
function newThread(): Worker | null {
  try {
    return new Worker(new URL('./forecast-thread.ts', import.meta.url), { name: 'forecasts' });
  } catch {
    return null;
  }
}

/**
 * A forecaster on threads of its own, as many as the machine can spare; where a page may have none, and
 * where they fail, on this thread. Threads end with the last forecast, or when the user cancels.
 */
export function forecasterBeside({ progress, signal }: ActionContext): Forecaster {
  const tell = (done: number, of: number): void => progress?.({ text: `Forecasting ${done} of ${of}`, share: done / of });
  return function* (series) {
    if (series.length === 0) return [];
    const forecasts = typeof Worker === 'undefined' ? null : yield* waitFor(onThreads(series, tell, signal));
    return forecasts ?? (yield* forecasterOf(yield* waitFor(loadForecastEngine()), tell)(series));
  };
}

/** @returns null: a thread failed @throws PlainError when the user cancels */
function onThreads(series: readonly SeriesToForecast[], tell: (done: number, of: number) => void, signal: AbortSignal | undefined): Promise<(SeriesForecast | null)[] | null> {
  const threads: Worker[] = [];
  let stop = (): void => {};
  const all = new Promise<(SeriesForecast | null)[] | null>((resolve, reject) => {
    const forecasts = Array<SeriesForecast | null>(series.length).fill(null);
    let [sent, done] = [0, 0];
    const sendNext = (thread: Worker): void => {
      if (sent < series.length) thread.postMessage({ ...series[sent], place: sent++ } as SeriesForThread);
    };
    stop = () => reject(cancelled());
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop);
    tell(0, series.length);
    const spare = (navigator.hardwareConcurrency || 2) - 1;
    for (let count = Math.max(1, Math.min(MOST_THREADS, spare, series.length)); count > 0; count--) {
      const thread = newThread();
      if (thread === null) return resolve(null);
      threads.push(thread);
      thread.addEventListener('error', () => resolve(null));
      thread.addEventListener('message', ({ data: { place, forecast } }: MessageEvent<ForecastOfThread>) => {
        forecasts[place] = forecast;
        tell(++done, series.length);
        if (done === series.length) resolve(forecasts);
        else sendNext(thread);
      });
      sendNext(thread);
    }
  });
  return all.finally(() => {
    signal?.removeEventListener('abort', stop);
    for (const thread of threads) thread.terminate();
  });
}

/** Forecasts beside the thread that Excel and the pane live on: one model takes longer than a screen may stand still. */
import type { SeriesForecast } from '../domain/demand/figures';
import { engineOrNone } from '../domain/demand/forecast/engine';
import { type Forecaster, forecasterOf, type SeriesToForecast } from '../domain/demand/forecast/forecaster';
import { RecentForecasts } from '../domain/demand/forecast/recent-forecasts';
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

/** What threads answered, as they end with each run: pane and report ask again after every edit of any table. */
const remembered = new RecentForecasts();

/**
 * A forecaster on threads of its own, as many as the machine can spare; where a page may have none, and
 * where they fail, on this thread, and without the library where that cannot be loaded. Threads are asked only for
 * what they have not answered before, and end with the last forecast, or when the user cancels.
 */
export function forecasterBeside({ progress, signal }: ActionContext): Forecaster {
  const tell = (done: number, of: number): void => progress?.({ text: `Forecasting ${done} of ${of}`, share: done / of });
  return function* (series) {
    const known = series.map((one) => remembered.get(one));
    const asked = series.filter((_, place) => known[place] === undefined);
    let answered: readonly (SeriesForecast | null)[] = [];
    if (asked.length > 0) {
      const ofThreads = typeof Worker === 'undefined' ? null : yield* waitFor(onThreads(asked, tell, signal));
      answered = ofThreads ?? (yield* forecasterOf(yield* waitFor(engineOrNone()), tell)(asked));
    }
    let next = 0;
    return known.map((forecast) => (forecast === undefined ? answered[next++]! : forecast));
  };
}

/** Answers are kept as they come, so that a cancel loses none. @returns null: a thread failed @throws PlainError when the user cancels */
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
        remembered.set(series[place]!, forecast);
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

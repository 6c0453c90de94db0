/** What a thread for forecasts runs: one series after the other, as they are sent. */
import { loadForecastEngine } from '../domain/demand/forecast/engine';
import { forecasterOf } from '../domain/demand/forecast/forecaster';
import { finish } from '../domain/work';
import type { ForecastOfThread, SeriesForThread } from './forecast-threads';

async function answer({ place, ...series }: SeriesForThread): Promise<void> {
  const [forecast = null] = finish(forecasterOf(await loadForecastEngine())([series]));
  self.postMessage({ place, forecast } satisfies ForecastOfThread);
}

// An error ends in the page, which then does without threads.
self.addEventListener('message', ({ data }: MessageEvent<SeriesForThread>) => void answer(data).catch(reportError));

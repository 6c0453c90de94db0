/** Forecasts on threads beside the page's own: threads are made up here, what they are asked is kept. */
import { forecasterBeside, type ForecastOfThread, type SeriesForThread } from '../../src/commands/forecast-threads';
import type { SeriesForecast } from '../../src/domain/demand/figures';
import type { SeriesToForecast } from '../../src/domain/demand/forecast/forecaster';
import { finishWithPauses } from '../../src/domain/work';

/** As a thread would answer: a forecast that says which series it is of. */
const answerTo = ({ place, values }: SeriesForThread): ForecastOfThread => ({ place, forecast: values.length === 0 ? null : ({ method: 'Constant', points: [{ point: values[0], lower: values[0], upper: values[0] }] } as unknown as SeriesForecast) });

let threads: Thread[] = [];
class Thread extends EventTarget {
  readonly asked: SeriesForThread[] = [];
  ended = false;
  constructor() {
    super();
    threads.push(this);
  }
  postMessage(series: SeriesForThread): void {
    this.asked.push(series);
  }
  /** Answers what was asked last. */
  answer(): void {
    this.dispatchEvent(new MessageEvent('message', { data: answerTo(this.asked[this.asked.length - 1]!) }));
  }
  terminate(): void {
    this.ended = true;
  }
}

const series = (count: number): SeriesToForecast[] => Array.from({ length: count }, (_, at) => ({ values: [at], horizon: 1 }));
const points = (forecasts: readonly (SeriesForecast | null)[]): (number | undefined)[] => forecasts.map((forecast) => forecast?.points[0]?.point);

beforeEach(() => {
  threads = [];
  Object.assign(globalThis, { Worker: Thread });
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 3, configurable: true });
});
afterEach(() => Reflect.deleteProperty(globalThis, 'Worker'));

test('a thread less than the machine has; answers stand in the order of the series, whichever came first', async () => {
  const steps: string[] = [];
  const found = finishWithPauses(forecasterBeside({ progress: ({ text, share }) => steps.push(`${text} ${share}`) })(series(4)));
  expect(threads).toHaveLength(2);
  const [first, second] = threads;
  second!.answer();
  first!.answer();
  first!.answer();
  second!.answer();
  expect(points(await found)).toEqual([0, 1, 2, 3]);
  expect([first!.asked, second!.asked].map((asked) => asked.map(({ place }) => place))).toEqual([[0, 3], [1, 2]]);
  expect(threads.every(({ ended }) => ended)).toBe(true);
  expect(steps).toEqual(['Forecasting 0 of 4 0', 'Forecasting 1 of 4 0.25', 'Forecasting 2 of 4 0.5', 'Forecasting 3 of 4 0.75', 'Forecasting 4 of 4 1']);
});

test('a cancel ends every thread at once', async () => {
  const controller = new AbortController();
  const found = finishWithPauses(forecasterBeside({ signal: controller.signal })(series(4)));
  threads[0]!.answer();
  controller.abort();
  await expect(found).rejects.toMatchObject({ code: 'Cancelled' });
  expect(threads.map(({ ended }) => ended)).toEqual([true, true]);
  await expect(finishWithPauses(forecasterBeside({ signal: controller.signal })(series(1)))).rejects.toMatchObject({ code: 'Cancelled' });
  expect(threads).toHaveLength(2);
});

test('no series, no thread', async () => {
  await expect(finishWithPauses(forecasterBeside({})([]))).resolves.toEqual([]);
  expect(threads).toEqual([]);
});

test.each([
  ['fails', () => Object.assign(globalThis, { Worker: Thread })],
  ['is not allowed', () => Object.assign(globalThis, { Worker: class { constructor() { throw new DOMException('no', 'SecurityError'); } } })],
  ['is not there', () => Reflect.deleteProperty(globalThis, 'Worker')],
])('where a thread %s the page forecasts itself', async (_, arrange) => {
  arrange();
  const steps: string[] = [];
  const found = finishWithPauses(forecasterBeside({ progress: ({ text }) => steps.push(text) })([{ values: [7, 7, 7, 7, 7], horizon: 2 }, { values: [], horizon: 2 }]));
  threads[0]?.dispatchEvent(new Event('error'));
  // A constant series is its own forecast.
  expect(points(await found)).toEqual([7, undefined]);
  expect(steps.at(-1)).toBe('Forecasting 2 of 2');
  expect(threads.every(({ ended }) => ended)).toBe(true);
});

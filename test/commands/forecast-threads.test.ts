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

/** The page remembers answers: each test has values of its own. */
const series = (count: number, from = 0): SeriesToForecast[] => Array.from({ length: count }, (_, at) => ({ values: [from + at], horizon: 1 }));
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
  const found = finishWithPauses(forecasterBeside({ signal: controller.signal })(series(4, 10)));
  threads[0]!.answer();
  controller.abort();
  await expect(found).rejects.toMatchObject({ code: 'Cancelled' });
  expect(threads.map(({ ended }) => ended)).toEqual([true, true]);
  await expect(finishWithPauses(forecasterBeside({ signal: controller.signal })(series(1, 20)))).rejects.toMatchObject({ code: 'Cancelled' });
  expect(threads).toHaveLength(2);
});

test('asked again, threads work out only what is new, also after a cancel; another horizon is new', async () => {
  const controller = new AbortController();
  const cancelled = finishWithPauses(forecasterBeside({ signal: controller.signal })(series(3, 30)));
  threads[0]!.answer();
  controller.abort();
  await expect(cancelled).rejects.toMatchObject({ code: 'Cancelled' });

  threads = [];
  const steps: string[] = [];
  // 30 is known; 31, 32 and 30 two periods ahead are not.
  const found = finishWithPauses(forecasterBeside({ progress: ({ text }) => steps.push(text) })([...series(3, 30), { values: [30], horizon: 2 }, ...series(1, 30)]));
  expect(threads.map(({ asked }) => asked.map(({ values }) => values[0]))).toEqual([[31], [32]]);
  for (const thread of [1, 0, 1]) threads[thread]!.answer();
  expect(points(await found)).toEqual([30, 31, 32, 30, 30]);
  expect(threads.flatMap(({ asked }) => asked.map(({ values, horizon }) => [values[0], horizon]))).toEqual([[31, 1], [32, 1], [30, 2]]);
  expect(steps.at(-1)).toBe('Forecasting 3 of 3');

  threads = [];
  expect(points(await finishWithPauses(forecasterBeside({})(series(3, 30))))).toEqual([30, 31, 32]);
  expect(threads).toEqual([]);
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

test('where the library cannot be loaded either, series are forecast without it, and so once more when it can be', async () => {
  Reflect.deleteProperty(globalThis, 'Worker');
  jest.resetModules();
  jest.doMock('../../src/domain/demand/forecast/augurs', () => ({ augursEngine: () => Promise.reject(new Error('no WebAssembly here')) }));
  const { forecasterBeside: beside } = await import('../../src/commands/forecast-threads');
  const found = await finishWithPauses(beside({})([{ values: [3, 5, 4, 6, 5, 7, 6, 8, 7, 9], horizon: 2 }, { values: [7, 7, 7, 7, 7, 7, 7], horizon: 2 }]));
  expect(['Theta', 'Seasonal naive']).toContain(found[0]?.method);
  // A constant needs no library.
  expect(found.map((forecast) => forecast?.withoutLibrary)).toEqual([true, undefined]);

  // The threads are there again: what they are asked is not what the page made shift with.
  Object.assign(globalThis, { Worker: Thread });
  const again = finishWithPauses(beside({})([{ values: [3, 5, 4, 6, 5, 7, 6, 8, 7, 9], horizon: 2 }]));
  expect(threads).toHaveLength(1);
  threads[0]!.answer();
  expect(points(await again)).toEqual([3]);
  jest.dontMock('../../src/domain/demand/forecast/augurs');
});

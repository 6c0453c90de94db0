import { loadForecastEngine, type ForecastEngine } from '../../../../src/domain/demand/forecast/engine';
import { forecastWork, type ForecastOptions } from '../../../../src/domain/demand/forecast/forecast';
import { smape } from '../../../../src/domain/demand/forecast/rolling-origin';
import type { SeriesForecast } from '../../../../src/domain/demand/figures';
import { finish } from '../../../../src/domain/work';
import { random } from '../../../support/random-series';
import { REAL_SERIES, SHARED_SERIES } from '../../../support/real-series';

let engine: ForecastEngine;
beforeAll(async () => {
  engine = await loadForecastEngine();
});

/** A library that finds no model. */
const withoutModels: ForecastEngine = {
  ets: () => {
    throw new Error('not enough data');
  },
  mstl: () => {
    throw new Error('not enough data');
  },
};

function forecast(series: readonly (number | null)[], options: Partial<ForecastOptions> = {}, by = engine): SeriesForecast {
  return finish(forecastWork(series, { horizon: 12, ...options }, by))!;
}
const points = (of: SeriesForecast): number[] => of.points.map(({ point }) => point);
const always = (value: number, times: number) => Array.from({ length: times }, () => ({ point: value, lower: value, upper: value }));

describe('little to go by', () => {
  test('no value gives no forecast', () => {
    expect(finish(forecastWork([], { horizon: 3 }, engine))).toBeNull();
    expect(finish(forecastWork([null, null], { horizon: 3 }, engine))).toBeNull();
  });

  test.each([[[7]], [[3, 7]], [[null, 3, 5, 7, null]], [[7, 7, 7]]])('fewer than four values, %j: the last, and no claim beyond', (series) => {
    expect(forecast(series, { horizon: 3 })).toEqual({ method: 'Last value', logarithms: false, season: 1, confidence: 0.95, points: always(7, 3), error: null, interpolated: [] });
  });

  test.each([0, 5, -2.5])('nothing but %d goes on so, without a doubt', (value) => {
    expect(forecast(Array.from({ length: 30 }, () => value), { horizon: 2, confidence: 0.8 })).toEqual({ method: 'Constant', logarithms: false, season: 1, confidence: 0.8, points: always(value, 2), error: null, interpolated: [] });
  });

  test('four values: Theta, with wide bounds and no error that could be known', () => {
    const { method, error, points: found } = forecast([10, 12, 11, 13], { horizon: 2 });
    expect([method, error]).toEqual(['Theta', null]);
    // Between the last value and the line through all (slope 0.8: 13.5 next), give or take the wander of 1 to 2.
    expect(found[0]!.point).toBeGreaterThan(11);
    expect(found[0]!.point).toBeLessThan(14);
    expect(found[0]!.lower).toBeLessThan(9);
    expect(found[0]!.upper).toBeGreaterThan(15);
  });

  test('fewer than two seasons: none is used', () => {
    const spikes = Array.from({ length: 23 }, (_, month) => (month % 12 === 11 ? 90 : 10 + (month % 3)));
    expect(forecast(spikes).season).toBe(1);
    expect(forecast(spikes, { season: 12 }).season).toBe(1);
  });
});

describe('gaps', () => {
  const line = Array.from({ length: 24 }, (_, month) => 100 + 2 * month);

  test('a missing month is interpolated and named, others are not touched', () => {
    const gap = line.map((value, month) => (month === 7 || month === 8 ? null : value));
    // The line through the gap is the series itself.
    expect(forecast(gap)).toEqual({ ...forecast(line), interpolated: [7, 8] });
  });

  test('what is missing at the ends is left off; the forecast begins after the last value', () => {
    expect(forecast([null, null, ...line, null])).toEqual(forecast(line));
  });
});

describe('what goes on', () => {
  test('a line goes on as a line', () => {
    // Exponential smoothing with a trend makes no error at any origin, Theta does.
    const { method, points: found, error } = forecast(Array.from({ length: 36 }, (_, month) => 100 + 2 * month), { horizon: 6 });
    expect(method).toBe('ETS');
    found.forEach(({ point }, step) => expect(point).toBeCloseTo(172 + 2 * step, 1));
    expect(error!.method).toBeLessThan(0.001);
    expect(error!.naive).toBeGreaterThan(0.02);
  });

  test('a season goes on as a season, in proportion where it grows', () => {
    const next = random(6);
    const factors = [0.7, 0.8, 1.1, 1, 1.2, 1.3, 1.1, 0.9, 1, 1.1, 1.2, 0.6];
    const truth = Array.from({ length: 60 }, (_, month) => 200 * 1.015 ** month * factors[month % 12]!);
    const found = forecast(truth.slice(0, 48).map((value) => value * Math.exp(0.02 * next.normal())));
    expect([found.season, found.logarithms]).toEqual([12, true]);
    // Noise of 2%, and half of a growth of 1.5% a month that a method may miss.
    expect(smape(points(found), truth.slice(48))).toBeLessThan(0.06);
    expect(found.error!.method).toBeLessThan(found.error!.naive);
  });

  test('after a step it stays at the new level', () => {
    const next = random(12);
    const found = forecast(Array.from({ length: 36 }, (_, month) => (month < 18 ? 100 : 150) + 2 * next.normal()));
    expect(found.season).toBe(1);
    points(found).forEach((point) => expect(Math.abs(point - 150)).toBeLessThan(20));
  });

  test('usage that dies out does not fall below 0', () => {
    const found = forecast(Array.from({ length: 24 }, (_, month) => Math.max(0, 60 - 3 * month)));
    found.points.forEach(({ point, lower }) => expect(Math.min(point, lower)).toBeGreaterThanOrEqual(0));
    expect(found.points[0]!.point).toBeLessThan(5);
  });

  test('values below 0 may go on below 0', () => {
    const found = forecast(Array.from({ length: 24 }, (_, month) => 20 - 3 * month), { horizon: 3 });
    // The next is −52.
    expect(found.points[0]!.point).toBeLessThan(-45);
    expect(found.logarithms).toBe(false);
  });
});

describe('the choice', () => {
  const values = (length: number) => {
    const next = random(31);
    return Array.from({ length }, () => 100 + 10 * next.normal());
  };
  /** A library that says the same of everything. */
  const saying = (point: (values: readonly number[], step: number) => number): ForecastEngine => {
    const say = (known: readonly number[], horizon: number) => {
      const said = Array.from({ length: horizon }, (_, step) => point(known, step));
      return { point: said, lower: said.map((value) => value - 0.2), upper: said.map((value) => value + 0.2) };
    };
    return { ets: say, mstl: (known, _season, horizon) => say(known, horizon) };
  };

  test('the mean of the two, where neither is clearly better', () => {
    const series = values(48);
    const { method } = forecast(series, {}, saying(() => 100 / 64));
    expect(method).toBe('Mean of Theta and ETS');
  });

  test('the one that was right at every origin', () => {
    const series = values(48);
    // Values come in the power of 2 below the largest: 64.
    const knowing = saying((known, step) => (series[known.length + step] ?? 123) / 64);
    const { method, points: found, error } = forecast(series, { horizon: 2, season: 1 }, knowing);
    expect([method, found.map(({ point }) => point)]).toEqual(['ETS', [123, 123]]);
    expect(error!.method).toBeCloseTo(0, 12);
  });

  test('not one that was right at half of them', () => {
    const series = values(48);
    // At 36 and 24 values it knows what comes, at 30 and 18 it is a little too high.
    const lucky = saying((known, step) => (known.length % 12 === 0 ? (series[known.length + step] ?? 123) : 106) / 64);
    expect(forecast(series, { season: 1 }, lucky).method).toBe('Mean of Theta and ETS');
  });

  test('Theta, where the library finds no model, or one that is no number', () => {
    expect(forecast(values(48), {}, withoutModels).method).toBe('Theta');
    expect(forecast(values(48), {}, saying(() => Number.NaN)).method).toBe('Theta');
  });

  test('the seasonal naive is tried from the same origins', () => {
    const series = [10, 20, 30, 12, 19, 33, 11, 22, 29, 10, 21, 31, 13, 20, 30, 12, 22, 32];
    const { error, season } = forecast(series, { season: 3, horizon: 3 });
    expect(season).toBe(3);
    // 3, 4 (4.5 to even up: 5), 6 and 8 (7.5) values before the end.
    const origins = [3, 5, 6, 8].map((back) => series.length - back);
    const naive = origins.map((origin) => smape(series.slice(origin - 3, origin), series.slice(origin, origin + 3)));
    expect(error).toMatchObject({ origins: 4, horizon: 3 });
    expect(error!.naive).toBeCloseTo(naive.reduce((sum, one) => sum + one, 0) / 4, 12);
  });
});

test('nearer and farther forecasts agree', () => {
  const next = random(33);
  for (const season of [1, 12]) {
    const series = Array.from({ length: 40 }, (_, month) => 80 + month + (season === 1 ? 0 : 15 * Math.sin((month * Math.PI) / 6)) + 4 * next.normal());
    const far = forecast(series, { horizon: 30, season });
    for (const horizon of [1, 5, 12]) {
      const near = forecast(series, { horizon, season });
      expect([near.method, near.error]).toEqual([far.method, far.error]);
      near.points.forEach((one, step) => {
        expect(one.point).toBeCloseTo(far.points[step]!.point, 9);
        expect(one.lower).toBeCloseTo(far.points[step]!.lower, 9);
        expect(one.upper).toBeCloseTo(far.points[step]!.upper, 9);
      });
    }
  }
});

describe('bounds', () => {
  test('about 95 of 100 values held back lie between them, and about 80 between those of 80%', () => {
    const next = random(77);
    const inside = { 0.95: 0, 0.8: 0 };
    for (let series = 0; series < 120; series++) {
      let level = 1000;
      const values = Array.from({ length: 60 }, () => (level += 4 * next.normal()) + 8 * next.normal());
      for (const confidence of [0.95, 0.8] as const) {
        const found = forecast(values.slice(0, 48), { confidence, season: 1 }, withoutModels);
        inside[confidence] += values.slice(48).filter((value, step) => value >= found.points[step]!.lower && value <= found.points[step]!.upper).length;
      }
    }
    // Of 1,440.
    expect(inside[0.95] / 1440).toBeGreaterThan(0.92);
    expect(inside[0.95] / 1440).toBeLessThan(0.99);
    expect(inside[0.8] / 1440).toBeGreaterThan(0.76);
    expect(inside[0.8] / 1440).toBeLessThan(0.9);
  });

  test('they hold the point, never narrow, and are lopsided on logarithms', () => {
    const next = random(41);
    const found = forecast(Array.from({ length: 48 }, (_, month) => 100 * 1.03 ** month * Math.exp(0.2 * next.normal())), { season: 1 }, withoutModels);
    expect(found.logarithms).toBe(true);
    let ratio = 1;
    for (const { point, lower, upper } of found.points) {
      expect(point / lower).toBeCloseTo(upper / point, 9);
      expect(upper / point).toBeGreaterThanOrEqual(ratio);
      ratio = upper / point;
    }
  });

  test('more confidence is wider', () => {
    const next = random(42);
    const series = Array.from({ length: 40 }, () => 50 + next.normal());
    const widths = [0.5, 0.8, 0.95, 0.99].map((confidence) => forecast(series, { confidence }, withoutModels).points.map(({ lower, upper }) => upper - lower));
    for (let wider = 1; wider < widths.length; wider++) widths[wider]!.forEach((width, step) => expect(width).toBeGreaterThan(widths[wider - 1]![step]!));
  });
});

describe('whatever comes', () => {
  test('the unit does not matter', () => {
    const next = random(51);
    const series = Array.from({ length: 40 }, (_, month) => 30 + month + 10 * Math.sin((month * Math.PI) / 6) + 3 * next.normal());
    const found = forecast(series);
    for (const unit of [2 ** 40, 2 ** -30, 1000]) {
      const other = forecast(series.map((value) => value * unit));
      expect([other.method, other.season, other.logarithms]).toEqual([found.method, found.season, found.logarithms]);
      other.points.forEach(({ point, lower, upper }, step) => {
        expect(point / unit / found.points[step]!.point).toBeCloseTo(1, 3);
        expect(lower / unit / found.points[step]!.lower).toBeCloseTo(1, 2);
        expect(upper / unit / found.points[step]!.upper).toBeCloseTo(1, 2);
      });
    }
  });

  const shapes: Record<string, (index: number, noise: () => number) => number> = {
    'many zeros': (_, noise) => (noise() < 0.8 ? 0 : Math.floor(noise() * 5)),
    'one value at the end': (index) => (index === 40 ? 3 : 0),
    doubling: (index) => 2 ** index,
    'up and down': (index) => (index % 2) * 10 + 1,
    'one outlier': (index) => (index === 5 ? 1e6 : 1),
    'near the largest number': (index) => Number.MAX_VALUE * (index % 2 === 0 ? 1 : -1),
    'near the smallest number': (index) => Number.MIN_VALUE * (index % 3),
    'far apart': (index) => (index % 4 === 0 ? 1e-9 : 1e9),
    'large and almost still': (_, noise) => 1e9 + 1e-3 * noise(),
  };
  test.each(Object.entries(shapes))('%s: numbers in order, never below 0 where there was none', (_, shape) => {
    const next = random(61);
    for (const length of [4, 5, 7, 10, 25, 41]) {
      const series = Array.from({ length }, (_value, index) => shape(index + 41 - length, next.uniform));
      const found = forecast(series, { horizon: 5 });
      expect(found.points).toHaveLength(5);
      for (const { point, lower, upper } of found.points) {
        expect([point, lower, upper].every(Number.isFinite)).toBe(true);
        expect(lower <= point && point <= upper).toBe(true);
        if (series.every((value) => value >= 0)) expect(lower).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('very long series are looked at from their end', () => {
    const next = random(71);
    const recent = Array.from({ length: 120 }, () => 100 + next.normal());
    const found = forecast([...Array.from({ length: 200_000 }, () => 5), ...recent], { season: 1 });
    expect(points(found)).toEqual(points(forecast(recent, { season: 1 })));
  });

  test('of a season as long as a year of days: three years, however many there are', () => {
    const days = Array.from({ length: 1200 }, (_, day) => 100 + 20 * Math.sin((day * 2 * Math.PI) / 365) + (day % 3));
    const options = { season: 365, horizon: 2 };
    const found = forecast(days, options);
    expect(found.season).toBe(365);
    expect(points(found)).toEqual(points(forecast(days.slice(-1100), options)));
    // Two values fewer are another series.
    expect(points(found)).not.toEqual(points(forecast(days.slice(-1098), options)));
  });

  test.each([{ horizon: 0 }, { horizon: 1.5 }, { season: 0 }, { season: 2.5 }, { confidence: 0 }, { confidence: 1 }, { confidence: Number.NaN }])('%j is refused', (options) => {
    expect(() => forecast([1, 2, 3, 4, 5], options)).toThrow(RangeError);
  });
});

describe('the work', () => {
  test('gives way before each fit, and remembers what it was asked', () => {
    const next = random(81);
    const series = Array.from({ length: 36 }, () => 20 + next.normal());
    let [fits, pauses, together] = [0, 0, 0];
    let sincePause = 0;
    const counting: ForecastEngine = {
      ets: (...asked) => {
        fits++;
        together = Math.max(together, ++sincePause);
        return engine.ets(...asked);
      },
      mstl: (...asked) => engine.mstl(...asked),
    };
    const run = (): SeriesForecast | null => {
      const work = forecastWork(series, { horizon: 6, season: 1 }, counting);
      for (;;) {
        const step = work.next();
        if (step.done) return step.value;
        pauses++;
        sincePause = 0;
      }
    };
    const first = run();
    // The end and four origins.
    expect([fits, together]).toEqual([5, 1]);
    expect(pauses).toBeGreaterThanOrEqual(fits);
    const before = pauses;
    expect(run()).toBe(first);
    expect([fits, pauses]).toEqual([5, before]);
    // Another question is another answer.
    expect(finish(forecastWork(series, { horizon: 7, season: 1 }, counting))!.points).toHaveLength(7);
    expect(fits).toBeGreaterThan(5);
  });
});

describe('real series, their last values held back', () => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const real = Object.values(REAL_SERIES);
  // Down to two decimals, as they are quoted: never in favour of ours.
  const ofR = (method: 'thetaf' | 'ets_auto' | 'auto_arima', error: 'sMAPE' | 'MASE') => Math.floor(100 * mean(real.map(({ methods }) => methods[method][error]))) / 100;

  test.each(['told', 'found'])('closer than R’s thetaf and auto.arima, and about as close as its ets; season %s', (season) => {
    const errors: { smape: number; mase: number; inside: number }[] = real.map(({ frequency, values, holdout }) => {
      const [known, actual] = [values.slice(0, -holdout), values.slice(-holdout)];
      const found = forecast(known, { horizon: holdout, season: season === 'told' ? frequency : undefined });
      const scale = mean(known.slice(frequency).map((value, index) => Math.abs(value - known[index]!)));
      return {
        smape: 100 * smape(points(found), actual),
        mase: mean(actual.map((value, step) => Math.abs(value - points(found)[step]!))) / scale,
        inside: actual.filter((value, step) => value >= found.points[step]!.lower && value <= found.points[step]!.upper).length,
      };
    });
    const [smapes, mases] = [mean(errors.map((error) => error.smape)), mean(errors.map((error) => error.mase))];
    expect(smapes).toBeLessThan(ofR('thetaf', 'sMAPE'));
    expect(smapes).toBeLessThan(ofR('auto_arima', 'sMAPE'));
    expect(smapes).toBeLessThan(1.1 * ofR('ets_auto', 'sMAPE'));
    expect(mases).toBeLessThan(1.1 * ofR('ets_auto', 'MASE'));
    // 74 of the 80 values of eight series.
    expect(errors.reduce((sum, error) => sum + error.inside, 0)).toBeGreaterThanOrEqual((74 / 80) * real.reduce((sum, { holdout }) => sum + holdout, 0));
  });

  test('all eight are the published ones: what R made of them is what it is known for', () => {
    // Of eight: thetaf 9.68, auto.arima 7.67, ets 7.21 (MASE 1.48). Of the two that stand here, worked out by hand from theirs:
    // (5.42 + 12.18) / 2, (4.03 + 12.35) / 2, (4.69 + 12.42) / 2, (0.75 + 0.82) / 2.
    const known = real.length === 8 ? [9.68, 7.67, 7.21, 1.48] : [8.8, 8.19, 8.55, 0.79];
    const found = [ofR('thetaf', 'sMAPE'), ofR('auto_arima', 'sMAPE'), ofR('ets_auto', 'sMAPE'), ofR('ets_auto', 'MASE')];
    found.forEach((error, index) => expect(Math.abs(error - known[index]!)).toBeLessThan(0.011));
    for (const [name, series] of Object.entries(SHARED_SERIES ?? {})) expect(series.values).toEqual(REAL_SERIES[name]!.values);
  });
});

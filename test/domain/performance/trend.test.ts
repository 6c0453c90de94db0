import { mannKendall } from '../../../src/domain/performance/trend';
import { sharedData } from '../../support/shared-data';

interface Reference {
  readonly values: number[];
  readonly mann_kendall: { readonly S: number; readonly z: number; readonly p_two_sided: number };
  readonly sen_slope: number;
}

const shared = sharedData('trends.json');

describe('mannKendall', () => {
  // Values of R 4.2.2, Mann–Kendall with tie correction and Theil–Sen. The last year of AirPassengers always stands here;
  // seven longer series are checked where the shared data is.
  const lastYear: Reference = {
    values: [417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432],
    mann_kendall: { S: 11, z: 0.687343396623471, p_two_sided: 0.491866357909307 },
    sen_slope: 5.44444444444444,
  };
  const series = shared === null ? {} : (JSON.parse(shared) as { series: Record<string, Reference> }).series;
  if (shared === null) console.warn('trends.json is not on this machine: of R’s series only the last year of AirPassengers is checked.');
  test.each(Object.entries({ ...series, 'the last year of AirPassengers': lastYear }))('agrees with R on %s', (_, reference) => {
    const trend = mannKendall(reference.values, 'Higher');
    expect(trend.s).toBe(reference.mann_kendall.S);
    expect(relativeError(trend.z, reference.mann_kendall.z)).toBeLessThan(1e-9);
    expect(relativeError(trend.p, reference.mann_kendall.p_two_sided)).toBeLessThan(1e-9);
    expect(relativeError(trend.slope, reference.sen_slope)).toBeLessThan(1e-9);
    expect(trend.points).toBe(reference.values.length);
  });

  test('twelve months that rise every time, by hand', () => {
    // S = 12·11/2 = 66; Var = 12·11·29/18 = 212.667; z = 65/√212.667 = 4.4573; p = 8.3e-6.
    const trend = mannKendall([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'Higher');
    expect(trend).toMatchObject({ word: 'Improving', slope: 1, s: 66, points: 12 });
    expect(trend.z).toBeCloseTo(65 / Math.sqrt(3828 / 18), 12);
    expect(trend.p).toBeCloseTo(8.3e-6, 6);
  });

  test('up is worse where lower is better', () => {
    expect(mannKendall([1, 2, 3, 4, 5, 6, 7], 'Lower').word).toBe('Worsening');
    expect(mannKendall([7, 6, 5, 4, 3, 2, 1], 'Lower').word).toBe('Improving');
    expect(mannKendall([7, 6, 5, 4, 3, 2, 1], 'Higher').word).toBe('Worsening');
  });

  test('a constant series is steady: no variance, no slope', () => {
    expect(mannKendall([5, 5, 5, 5, 5, 5, 5, 5], 'Higher')).toEqual({ word: 'Steady', slope: 0, s: 0, z: 0, p: 1, points: 8 });
  });

  test('a significant S with a median slope of 0 is steady', () => {
    // Eight 0 and four 1 at the end: S = 32, Var = (3828 − 8·7·21 − 4·3·13)/18 = 138.667, z = 31/11.776 = 2.63, p = 0.008;
    // 34 of the 66 pairs are ties, so the median slope is 0.
    const trend = mannKendall([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1], 'Higher');
    expect(trend).toMatchObject({ word: 'Steady', slope: 0, s: 32 });
    expect(trend.p).toBeLessThan(0.05);
  });

  test('a slope that chance explains is steady', () => {
    // 1 2 3 4 6 5 with six points: S = 13, Var = 6·5·17/18 = 28.33, z = 12/5.32 = 2.25, p = 0.024: a trend.
    // 2 1 4 3 6 5: S = 9, z = 8/5.32 = 1.50, p = 0.13: none.
    expect(mannKendall([1, 2, 3, 4, 6, 5], 'Higher').word).toBe('Improving');
    expect(mannKendall([2, 1, 4, 3, 6, 5], 'Higher').word).toBe('Steady');
  });

  test('fewer than six values are too short to tell, whatever they do', () => {
    expect(mannKendall([1, 2, 3, 4, 5], 'Higher')).toEqual({ word: 'Too short to tell', slope: null, s: null, z: null, p: null, points: 5 });
    expect(mannKendall([1, null, 2, 3, null, 4, 5, null], 'Higher').word).toBe('Too short to tell');
    expect(mannKendall([], 'Lower').points).toBe(0);
  });

  test('a missing month keeps its distance: the slope is per month, not per value', () => {
    // Values equal to the month's number with two months missing: every pair has slope 1.
    expect(mannKendall([0, 1, null, 3, 4, null, 6, 7], 'Higher')).toMatchObject({ slope: 1, points: 6 });
  });

  test('does not change its input', () => {
    const values = Object.freeze([3, 1, 2, 5, 4, 6]);
    expect(() => mannKendall(values, 'Higher')).not.toThrow();
  });
});

function relativeError(actual: number | null, expected: number): number {
  return actual === null ? Infinity : Math.abs(actual - expected) / Math.abs(expected);
}

import { loosely } from '../custom-functions';
import { notMeasurable } from '../../../src/functions/errors';
import { growth, spark, trend } from '../../../src/functions/slm/series';
import { sharedData } from '../../support/shared-data';

const column = (...values: unknown[]) => values.map((value) => [value]);

describe('TREND', () => {
  interface Reference {
    readonly values: number[];
    readonly mann_kendall: { readonly S: number; readonly z: number; readonly p_two_sided: number };
    readonly sen_slope: number;
  }
  const shared = sharedData('trends.json');
  const series = shared === null ? {} : (JSON.parse(shared) as { series: Record<string, Reference> }).series;
  // The last year of AirPassengers, by R 4.2.2; the longer series are checked where the shared data is.
  const lastYear: Reference = { values: [417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432], mann_kendall: { S: 11, z: 0.687343396623471, p_two_sided: 0.491866357909307 }, sen_slope: 5.44444444444444 };
  test.each(Object.entries({ ...series, 'the last year': lastYear }))('the figures are R’s for %s', async (_, { values, mann_kendall: { S, z, p_two_sided }, sen_slope }) => {
    const [[word, ...figures]] = (await loosely(trend, column(...values), null, true)) as [[string, ...number[]]];
    [sen_slope, S, z, p_two_sided].forEach((expected, index) => expect(Math.abs(figures[index]! - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected)));
    expect(word).toBe(p_two_sided >= 0.05 || sen_slope === 0 ? 'Steady' : sen_slope > 0 ? 'Rising' : 'Falling');
  });

  test('words by direction, rows like columns, percentages as text', async () => {
    expect(await loosely(trend, [[1, 2, 3, 4, 5, 6, 7]])).toBe('Rising');
    expect(await loosely(trend, column('99.1%', '99%', '98.5%', '98%', '97%', '96%'))).toBe('Falling');
    expect(await loosely(trend, column(7, 6, 5, 4, 3, 2, 1), 'lower')).toBe('Improving');
    expect(await loosely(trend, column(7, 6, 5, 4, 3, 2, 1), 'Higher', false)).toBe('Worsening');
    expect(await loosely(trend, column(7, 6, 5, 4, 3, 2, 1), '0', 0)).toBe('Falling');
  });

  test('a gap keeps its place in time; too few values have no figures', async () => {
    // A line of slope 2 per period with three gaps: each pair has that slope.
    const [[word, slope]] = (await loosely(trend, column(1, 3, null, 7, '', 11, notMeasurable('x'), 15, 17), null, 'yes')) as [[string, number]];
    expect([word, slope]).toEqual(['Rising', 2]);
    expect(await loosely(trend, column(1, 2, 3, null, null, null))).toBe('Too short to tell');
    expect(await loosely(trend, column(1, 2, 3), 'Higher', true)).toEqual([['Too short to tell', ...Array.from({ length: 4 }, () => '#N/A There are fewer than six values.')]]);
  });

  test('what cannot be', async () => {
    expect(await loosely(trend, column(1, 2, 'three', 4))).toMatch(/^#VALUE! values, row 3: /);
    expect(await loosely(trend, [[1, 2, '#REF!']])).toMatch(/^#VALUE! values, column 3: #REF! in values/);
    expect(await loosely(trend, column(1, 2), 'Up')).toBe('#VALUE! better is “Up”; expected Higher or Lower.');
    expect(await loosely(trend, column(1, 2), null, 'perhaps')).toMatch(/^#VALUE! detail/);
    // Nine of the 15 slopes are beyond the largest number.
    expect(await loosely(trend, column(-1.7e308, -1.7e308, -1.7e308, 1.7e308, 1.7e308, 1.7e308))).toBe('#NUM!');
    expect(await loosely(trend, column(...Array.from({ length: 2001 }, (_, i) => i)))).toBe('#NUM!');
    expect(await loosely(trend, column(...Array.from({ length: 2000 }, (_, i) => i)))).toBe('Rising');
  });
});

test('GROWTH: two values above 0, with the periods between them', async () => {
  expect(await loosely(growth, column(null, 100, null, 121, ''))).toBeCloseTo(0.1, 12);
  expect(await loosely(growth, [[200, 100]])).toBe(-0.5);
  const none = '#N/A Growth needs two values above 0, the first and the last.';
  for (const values of [[0, 5], [5, 0], [-5, -10], [7], [null], [null, 7, notMeasurable('x')]]) expect(await loosely(growth, column(...values))).toBe(none);
  expect(await loosely(growth, column(100, 'x', 121))).toMatch(/^#VALUE! values, row 2: /);
  expect(await loosely(growth, column(1e-300, 1e300))).toBe('#NUM!');
});

test('SPARK: bounds, gaps, equal values', async () => {
  expect(await loosely(spark, [[1, 5, 22, 13, 5]])).toBe('▁▂█▅▂');
  expect(await loosely(spark, [[1, null, notMeasurable('x'), 3]])).toBe('▁  █');
  expect(await loosely(spark, [[5, 5]])).toBe('▄▄');
  // With one bound, equal values have a height.
  expect(await loosely(spark, [[5, 5]], 0)).toBe('██');
  expect(await loosely(spark, [[5, 5]], null, 10)).toBe('▁▁');
  expect(await loosely(spark, [[-1.7e308, 0, 1.7e308]])).toBe('▁▄█');
  expect(await loosely(spark, [[1, 2]], 3, 3)).toBe('#NUM!');
  // All values lie beyond the one bound that is given.
  expect(await loosely(spark, [[5, 6]], null, 1)).toBe('██');
  expect(await loosely(spark, [[5, 6]], 7)).toBe('▁▁');
  expect(await loosely(spark, [[null, '']])).toBe('#VALUE! values has no number.');
  expect(await loosely(spark, [[1, '#DIV/0!']])).toMatch(/^#VALUE! values, column 2: #DIV\/0! in values/);
});

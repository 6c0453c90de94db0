import { seasonality } from '../../../src/domain/demand/seasonality';

/** Twelve factors around 1 and of mean 1, from January on. */
const FACTORS = [0.8, 0.9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.3];
const years = (count: number, level = 200) => Array.from({ length: 12 * count }, (_, place) => level * FACTORS[place % 12]!);

test('a season on a level: every calendar month is off by its factor, and nothing else moves', () => {
  const found = seasonality(years(3), 0)!;
  found.months.forEach((share, month) => expect(share).toBeCloseTo(FACTORS[month]! - 1, 12));
  expect(found.strength).toBeCloseTo(1, 12);
});

test('the first value need not be January', () => {
  // Begins in October: values 0, 1, 2 are those of October, November, December.
  const found = seasonality(years(3).slice(9), 9)!;
  found.months.forEach((share, month) => expect(share).toBeCloseTo(FACTORS[month]! - 1, 12));
});

test('growth is no season', () => {
  // A line: its year's mean is the value itself, also beyond the ends.
  const found = seasonality(Array.from({ length: 30 }, (_, place) => 1000 + 10 * place), 4)!;
  for (const share of found.months) expect(share).toBeCloseTo(0, 12);
  expect(found.strength).toBe(0);
});

test('one odd month among three years explains little', () => {
  // 100 but for 160 once, in month 18 (July of the second year). Means of a year around it are 105 for months 13 … 23 and 102.5 for months 12 and 24:
  // so July is off by 160/105 − 1 = 0.524 once, and by 0 in month 6 and, beside the carried line, near 0 in month 30: a third of it.
  const values = Array.from({ length: 36 }, (_, place) => (place === 18 ? 160 : 100));
  const found = seasonality(values, 0)!;
  expect(found.months[6]!).toBeGreaterThan(0.15);
  expect(found.months[6]!).toBeLessThan(0.2);
  expect(found.strength).toBeLessThan(0.1);
});

test('two years are enough, 23 months are not', () => {
  expect(seasonality(years(2), 0)!.months[11]).toBeCloseTo(0.3, 12);
  expect(seasonality(years(2).slice(1), 1)).toBeNull();
});

test('constant series and zeros: nothing moves', () => {
  expect(seasonality(Array<number>(24).fill(7), 0)).toEqual({ months: Array<number>(12).fill(0), strength: 0 });
  expect(seasonality(Array<number>(36).fill(0), 0)).toEqual({ months: Array<null>(12).fill(null), strength: 0 });
});

test('shares do not depend on the unit', () => {
  const noisy = years(4).map((value, place) => value * (1 + 0.05 * Math.sin(place * place)));
  const [one, other] = [seasonality(noisy, 0)!, seasonality(noisy.map((value) => value * 1024), 0)!];
  other.months.forEach((share, month) => expect(share).toBeCloseTo(one.months[month]!, 12));
  expect(other.strength).toBeCloseTo(one.strength, 12);
  expect(one.strength).toBeGreaterThan(0.5);
  expect(one.strength).toBeLessThan(1);
});

import { hasSeason, seasonOf } from '../../../../src/domain/demand/forecast/season';
import { fitChanges, fitLevels } from '../../../../src/domain/demand/forecast/season-model';
import { random } from '../../../support/random-series';
import { REAL_SERIES } from '../../../support/real-series';

/** Least squares by the normal equations, solved by elimination. */
function leastSquares(rows: number[][], y: readonly number[]): number {
  const size = rows[0]!.length;
  const matrix = Array.from({ length: size }, (_, i) => [...Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)), rows.reduce((sum, row, k) => sum + row[i]! * y[k]!, 0)]);
  for (let i = 0; i < size; i++) {
    const pivot = matrix.slice(i).reduce((best, row) => (Math.abs(row[i]!) > Math.abs(best[i]!) ? row : best));
    matrix.splice(matrix.indexOf(pivot), 1);
    matrix.splice(i, 0, pivot);
    for (const row of matrix) {
      if (row === pivot) continue;
      const factor = row[i]! / pivot[i]!;
      row.forEach((value, j) => (row[j] = value - factor * pivot[j]!));
    }
  }
  const coefficients = matrix.map((row, i) => row[size]! / row[i]!);
  return rows.reduce((sum, row, k) => sum + (y[k]! - row.reduce((fit, value, i) => fit + value * coefficients[i]!, 0)) ** 2, 0);
}

const dummies = (position: number, season: number): number[] => Array.from({ length: season }, (_, index) => (index === position % season ? 1 : 0));

test('the fits are those of least squares with a column for each position', () => {
  const next = random(3);
  for (const [length, season] of [[26, 12], [9, 4], [23, 7]] as const) {
    const values = Array.from({ length }, (_, index) => 5 + 0.3 * index + next.normal());
    const levels = fitLevels(values, season);
    expect(levels.withPattern).toBeCloseTo(leastSquares(values.map((_, index) => [...dummies(index, season), index]), values), 8);
    expect(levels.withoutPattern).toBeCloseTo(leastSquares(values.map((_, index) => [1, index]), values), 8);
    expect([levels.degrees, levels.residualDegrees]).toEqual([season - 1, length - season - 1]);
    const changes = values.slice(1).map((value, index) => value - values[index]!);
    const fit = fitChanges(values, season);
    expect(fit.withPattern).toBeCloseTo(leastSquares(changes.map((_, index) => dummies(index + 1, season)), changes), 8);
    expect(fit.withoutPattern).toBeCloseTo(leastSquares(changes.map(() => [1]), changes), 8);
    expect([fit.degrees, fit.residualDegrees]).toEqual([season - 1, length - 1 - season]);
  }
});

test('of series without a season about 5% seem to have one', () => {
  const next = random(11);
  let found = 0;
  for (let series = 0; series < 400; series++) {
    let level = 100;
    // Half are noise around a level, half wander.
    const values = Array.from({ length: series % 4 < 2 ? 24 : 48 }, () => (series % 2 === 0 ? 100 + 5 * next.normal() : (level += next.normal())));
    if (hasSeason(values, 12)) found++;
  }
  expect(found).toBeGreaterThan(0);
  // 5% of 400 are 20; with a chance of 5% each, more than 34 come less than once in a thousand times.
  expect(found).toBeLessThanOrEqual(34);
});

test('a season as large as the noise around it is found in four years', () => {
  const next = random(5);
  let found = 0;
  for (let series = 0; series < 100; series++) {
    if (hasSeason(Array.from({ length: 48 }, (_, month) => 100 + 0.5 * month + 7 * Math.sin((month * Math.PI) / 6) + 5 * next.normal()), 12)) found++;
  }
  expect(found).toBeGreaterThanOrEqual(95);
});

test('fewer than two whole seasons show none, whatever they look like', () => {
  const spikes = Array.from({ length: 24 }, (_, month) => (month % 12 === 11 ? 50 + month : 10 + (month % 5)));
  expect(hasSeason(spikes, 12)).toBe(true);
  expect(hasSeason(spikes.slice(1), 12)).toBe(false);
});

test('what repeats exactly has a season; a line and a constant have none', () => {
  expect(seasonOf(Array.from({ length: 36 }, (_, month) => 5 + (month % 12)), undefined)).toBe(12);
  expect(seasonOf(Array.from({ length: 36 }, (_, month) => 5 + month), undefined)).toBe(1);
  expect(seasonOf(Array.from({ length: 36 }, (_, month) => month / 10), undefined)).toBe(1);
  expect(seasonOf(Array.from({ length: 36 }, () => 5), undefined)).toBe(1);
});

test('a step is no season', () => {
  const next = random(9);
  expect(seasonOf(Array.from({ length: 40 }, (_, month) => (month < 25 ? 100 : 160) + 3 * next.normal()), undefined)).toBe(1);
});

test('a week of days is found, and quarters are not taken for twelve', () => {
  const next = random(21);
  expect(seasonOf(Array.from({ length: 70 }, (_, day) => (day % 7 > 4 ? 20 : 100) + 3 * next.normal()), undefined)).toBe(7);
  expect(seasonOf(Array.from({ length: 40 }, (_, quarter) => [100, 120, 140, 90][quarter % 4]! + quarter + 3 * next.normal()), undefined)).toBe(4);
});

test('a season that is told is taken on less evidence, not against all of it', () => {
  const next = random(2);
  let [untold, told] = [0, 0];
  for (let series = 0; series < 60; series++) {
    const weak = Array.from({ length: 36 }, (_, month) => 100 + 3 * Math.sin((month * Math.PI) / 6) + 4 * next.normal());
    if (seasonOf(weak, undefined) === 12) untold++;
    if (seasonOf(weak, 12) === 12) told++;
    expect([seasonOf(weak, 1), seasonOf(weak, 24)]).toEqual([1, 1]);
  }
  expect(told).toBeGreaterThan(untold);
  expect(told).toBeLessThan(60);
  expect(seasonOf(Array.from({ length: 36 }, (_, month) => 100 + month), 12)).toBe(1);
});

test.each(Object.entries(REAL_SERIES))('finds the season of %s', (_, { frequency, values }) => {
  expect(seasonOf(values, undefined)).toBe(frequency);
});

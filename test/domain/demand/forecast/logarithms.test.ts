import { growsWithLevel } from '../../../../src/domain/demand/forecast/logarithms';
import { random } from '../../../support/random-series';

const SEASON = [0, 2, 5, 3, -1, -4, -6, -3, 0, 1, 2, 1];

test('a season that grows with the level asks for logarithms, one that does not asks for none', () => {
  const next = random(4);
  const noise = Array.from({ length: 60 }, () => next.normal());
  const growing = noise.map((error, month) => 100 * 1.02 ** month * (1 + 0.05 * SEASON[month % 12]! + 0.02 * error));
  const steady = noise.map((error, month) => 100 + 4 * month + 5 * SEASON[month % 12]! + 2 * error);
  expect([growsWithLevel(growing, 12), growsWithLevel(steady, 12)]).toEqual([true, false]);
});

test('noise that grows with the level asks for logarithms without a season too', () => {
  const next = random(8);
  const noise = Array.from({ length: 48 }, () => next.normal());
  expect(growsWithLevel(noise.map((error, month) => 10 * 1.06 ** month * Math.exp(0.3 * error)), 1)).toBe(true);
  expect(growsWithLevel(noise.map((error, month) => 100 + 5 * month + 10 * error), 1)).toBe(false);
});

test('the unit does not matter', () => {
  const next = random(14);
  for (let series = 0; series < 20; series++) {
    const values = Array.from({ length: 36 }, (_, month) => Math.exp(0.05 * month + (0.1 + series / 50) * next.normal()));
    expect(growsWithLevel(values.map((value) => value * 1e6), 1)).toBe(growsWithLevel(values, 1));
  }
});

test('there are none of 0, and few values tell nothing', () => {
  const growing = [1, 3, 2, 9, 4, 27, 8, 81, 16, 243, 32, 729];
  expect(growsWithLevel(growing, 1)).toBe(true);
  expect(growsWithLevel([0, ...growing], 1)).toBe(false);
  expect(growsWithLevel([-1, ...growing], 1)).toBe(false);
  expect(growsWithLevel(growing.slice(0, 9), 1)).toBe(false);
});

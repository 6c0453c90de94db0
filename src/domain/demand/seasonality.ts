import { mean } from '../aggregates';
import type { UsageFigure } from './figures';

const YEAR = 12;
/** A level of the year, carried on beyond its ends, is not more than doubled or halved. */
const MOST_CARRIED = 2;

/**
 * How far each calendar month lies above or below the year around it, on average, and how much of that
 * movement the calendar explains.
 *
 * The year around a month is its centred mean of twelve months (half a month at each end). For the first and last six
 * months, which have none, the straight line through the twelve nearest of these means is carried on. The explained share
 * is adjusted for the twelve averages that were taken (1 − (left over ÷ (n − 12)) ÷ (all ÷ (n − 1)), not below 0), so that
 * chance alone explains nothing.
 *
 * @param values one per month, oldest first, without gaps
 * @param firstMonth calendar month of the first value, 0 January … 11 December
 * @returns null: fewer than two years. A calendar month whose years were all 0 has no value.
 * @example
 * // three years of 100 a month, but 148 each December and 96 in the other months: mean 100.33…
 * seasonality(values, 0) // { months: [-0.043…, …, 0.475…], strength: 1 }
 */
export function seasonality(values: readonly number[], firstMonth: number): UsageFigure['seasonality'] {
  if (values.length < 2 * YEAR) return null;
  const levels = levelsAround(values);
  const deviations: { readonly calendarMonth: number; readonly value: number }[] = [];
  for (const [place, value] of values.entries()) {
    const level = levels[place]!;
    if (level > 0) deviations.push({ calendarMonth: (firstMonth + place) % YEAR, value: value / level - 1 });
  }
  const means = Array.from({ length: YEAR }, (_, calendarMonth) => mean(deviations.filter((one) => one.calendarMonth === calendarMonth).map(({ value }) => value)));
  const centre = mean(means.filter((value) => value !== null)) ?? 0;
  const overall = mean(deviations.map(({ value }) => value)) ?? 0;
  const all = squares(deviations.map(({ value }) => value - overall));
  const left = squares(deviations.map(({ value, calendarMonth }) => value - means[calendarMonth]!));
  const free = deviations.length - YEAR;
  // Below this, what is left is rounding.
  const moves = all > 1e-18 * deviations.length && free > 0;
  return {
    months: means.map((value) => (value === null ? null : value - centre)),
    strength: moves ? Math.max(0, 1 - left / free / (all / (deviations.length - 1))) : 0,
  };
}

/** The level of the year around each month. */
function levelsAround(values: readonly number[]): number[] {
  const half = YEAR / 2;
  const centred: number[] = [];
  for (let place = half; place < values.length - half; place++) {
    const around = values.slice(place - half, place + half + 1);
    centred.push((sum(around) - (around[0]! + around.at(-1)!) / 2) / YEAR);
  }
  const before = lineThrough(centred.slice(0, YEAR));
  const after = lineThrough(centred.slice(-YEAR));
  const fits = Math.min(YEAR, centred.length);
  const within = (level: number, nearest: number): number => Math.min(Math.max(level, nearest / MOST_CARRIED), nearest * MOST_CARRIED);
  return values.map((_, place) => {
    const own = place - half;
    if (own < 0) return within(before(own), centred[0]!);
    return own < centred.length ? centred[own]! : within(after(own - centred.length + fits), centred.at(-1)!);
  });
}

/** The line of least squares through values at 0, 1, 2, … */
function lineThrough(values: readonly number[]): (at: number) => number {
  const middle = (values.length - 1) / 2;
  const level = sum(values) / values.length;
  const slope = values.length < 2 ? 0 : sum(values.map((value, at) => (at - middle) * (value - level))) / sum(values.map((_, at) => (at - middle) ** 2));
  return (at) => level + slope * (at - middle);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function squares(values: readonly number[]): number {
  return sum(values.map((value) => value * value));
}

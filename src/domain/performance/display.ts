import type { MetricFigure } from '../figures';
import { NO_BREAK, numberText } from './phrases';

/** What decides how a metric's figures are printed. */
export type Displayed = Pick<MetricFigure, 'unit' | 'target' | 'current' | 'previous' | 'yearAgo'>;

/** How a metric's figures are printed: as a percentage or as they stand, and with how many decimals. */
export interface MetricDisplay {
  /** The figures are shares, 0.998 for 99.8%. */
  readonly share: boolean;
  readonly decimals: number;
}

/**
 * How the figures of a metric are printed, all alike: as many decimals as they were recorded with,
 * within reason (2 below 100, 1 below 1,000, then none; never fewer than the target has), and more where fewer would make a figure off target look like its target. Figures whose unit is
 * `%` are shares when none of them is above 1, as the workbook's contract has it, and otherwise
 * printed as they stand.
 *
 * @example displayOf({ unit: 'min', target: 13, current: 11.8, previous: 12.4, yearAgo: 14.1 }) // { share: false, decimals: 1 }
 */
export function displayOf(metric: Displayed): MetricDisplay {
  const figures = [metric.current, metric.target, metric.previous, metric.yearAgo].filter((value) => value !== null);
  const share = isPercent(metric.unit) && figures.every((value) => Math.abs(value) <= 1);
  const factor = share ? 100 : 1;
  const largest = Math.max(0, ...figures.map((value) => Math.abs(value * factor)));
  const most = largest < 100 ? 2 : largest < 1000 ? 1 : 0;
  const recorded = Math.max(0, ...figures.map((value) => decimalsOf(value * factor, most)));
  const targetDecimals = metric.target === null ? 0 : decimalsOf(metric.target * factor, 3);
  let decimals = Math.max(recorded, targetDecimals);
  if (metric.current !== null && metric.target !== null && Math.abs(metric.current - metric.target) > 1e-9) {
    while (decimals < 6 && (metric.current * factor).toFixed(decimals) === (metric.target * factor).toFixed(decimals)) decimals++;
  }
  return { share, decimals };
}

export function isPercent(unit: string | null): boolean {
  return unit !== null && /^(%|per ?cent|percentage)$/i.test(unit.trim());
}

/** A figure of a metric with its unit. @example valueText(6.1, { share: false, decimals: 1 }, 'min') // '6.1 min' */
export function valueText(value: number, display: MetricDisplay, unit: string | null): string {
  if (display.share) return `${numberText(value * 100, display.decimals)}%`;
  if (isPercent(unit)) return `${numberText(value, display.decimals)}%`;
  const text = numberText(value, display.decimals);
  return unit === null || unit === '' ? text : `${text}${NO_BREAK}${unit}`;
}

/** How far apart two figures are, without its sign; points for percentages. @example distanceText(-0.0008, { share: true, decimals: 2 }, '%') // '0.08 points' */
export function distanceText(distance: number, display: MetricDisplay, unit: string | null): string {
  const size = Math.abs(distance);
  if (display.share) return `${numberText(size * 100, display.decimals)}${NO_BREAK}points`;
  if (isPercent(unit)) return `${numberText(size, display.decimals)}${NO_BREAK}points`;
  return valueText(size, display, unit);
}

/** Decimals that a number needs, at most `most`. */
function decimalsOf(value: number, most: number): number {
  for (let decimals = 0; decimals < most; decimals++) {
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(value))) return decimals;
  }
  return most;
}

/** The line of an item's usage, and the numbers behind it. */
import type { UsageFigure } from '../../domain/demand/figures';
import { sparkline } from '../../domain/performance/sparkline';
import { stepAbove } from '../axis';
import { shortMonthYear } from '../dates';
import { cell, range } from '../layout';
import type { CellStyle, ChartSeries, SheetCell, SheetChart, SheetRange } from '../sheet';
import { COLOR } from '../style';
import { AHEAD, PAST, type ReportMonths } from './columns';
import { quantityScale, quantityText } from './quantity';
import type { Block } from './usage-block';
import { W } from './words';

const BARS = 24;
const SMALL: CellStyle = { size: 9, color: COLOR.grey };
const NUMBER: CellStyle = { ...SMALL, horizontal: 'Right' };

/** Where the numbers behind a line stand. */
export interface Behind {
  readonly label: number;
  readonly first: number;
  /** Row of the months. */
  readonly heads: number;
}

/** Recorded, forecast and its two bounds, aligned with the months behind the lines. */
export interface LineNumbers {
  readonly recorded: readonly (number | null)[];
  readonly point: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/** The months behind the lines as heads of their columns. */
export function behindHeads({ behind }: ReportMonths, { label, first }: Omit<Behind, 'heads'>): SheetCell[] {
  return [cell(label, W.usage.behind, SMALL), ...behind.map((one, at) => cell(first + at, shortMonthYear(one), NUMBER))];
}

/** What the line of an item shows; months that are incomplete are left out, as they would read as a fall. */
export function lineNumbers({ figure, months: { behind }, ahead }: Block): LineNumbers {
  const recorded = recordedOf(figure);
  const of = (part: 'point' | 'lower' | 'upper'): (number | null)[] => behind.map((month) => ahead.get(month)?.[part] ?? null);
  return { recorded: behind.map((month) => recorded.get(month) ?? null), point: of('point'), lower: of('lower'), upper: of('upper') };
}

/** Whether there are two values to draw a line between. */
export function isDrawable({ months }: UsageFigure, { behind: [first = ''] }: ReportMonths): boolean {
  return months.filter(({ month, quantity, incomplete }) => quantity !== null && !incomplete && month >= first).length >= 2;
}

/** Complete months with what was recorded in them. */
function recordedOf({ months }: UsageFigure): ReadonlyMap<string, number | null> {
  return new Map(months.map(({ month, quantity, incomplete }) => [month, incomplete ? null : quantity]));
}

/** The four rows of numbers behind a line, to be set beside rows of the block. */
export function behindRows(numbers: LineNumbers, { label, first }: Behind): SheetCell[][] {
  const names = { recorded: W.usage.recorded, point: 'Forecast', lower: 'Lower bound', upper: 'Upper bound' } as const;
  return (['recorded', 'point', 'lower', 'upper'] as const).map((part) => [cell(label, names[part], SMALL), ...numbers[part].flatMap((value, at) => (value === null ? [] : [cell(first + at, value, NUMBER)]))]);
}

/**
 * The chart of an item over the cells `at`.
 * @param top row in which the numbers behind it begin
 */
export function usageChart({ figure }: Block, numbers: LineNumbers, at: SheetRange, top: number, { first, heads }: Behind): SheetChart {
  const begin = numbers.recorded.findIndex((value) => value !== null);
  const [from, to] = [first + begin, first + PAST + AHEAD - 1];
  const drawn = [numbers.recorded, numbers.point, numbers.lower, numbers.upper].flatMap((values) => values.flatMap((value) => value ?? []));
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const step = stepAbove((high - low || Math.abs(high) || 1) / 3);
  const minimum = Math.floor(low / step) * step;
  const scale = quantityScale([minimum, step, high]);
  const series = (row: number): Pick<ChartSeries, 'values' | 'categories' | 'marker'> => ({ values: range(top + row, from, top + row, to), categories: range(heads, from, heads, to), marker: 'None' });
  const bounds = numbers.point.some((value) => value !== null);
  const name = `${figure.item}${figure.unit === null ? '' : `, ${figure.unit}`}`;
  return {
    name: `Usage of ${name}`,
    type: 'Line',
    at,
    series: [
      ...(bounds
        ? [
            { name: 'Lower bound', ...series(2), color: COLOR.otherMonths, weight: 0.75 },
            { name: 'Upper bound', ...series(3), color: COLOR.otherMonths, weight: 0.75 },
            { name: 'Forecast', ...series(1), color: COLOR.accent, dashed: true, weight: 1.5 },
          ]
        : []),
      { name: W.usage.recorded, ...series(0), color: COLOR.accent, weight: 1.5 },
    ],
    valueAxis: { visible: true, minimum: tidy(minimum), maximum: tidy(Math.max(minimum + step, Math.ceil(high / step) * step)), majorUnit: tidy(step), numberFormat: scale.format, gridlines: COLOR.gridline },
    categoryAxis: { visible: false },
    description: `${name}: ${figure.current === null ? 'nothing recorded for the month' : quantityText(figure.current, figure.unit)}${figure.yearAgo === null ? '' : `, after ${quantityText(figure.yearAgo, null)} a year before`}.`,
  };
}

/** Recorded months as a line of bars; a month that is incomplete or missing is a blank. */
export function usageBars({ figure, months: { behind } }: Block): string {
  const recorded = recordedOf(figure);
  return (sparkline(behind.slice(PAST - BARS, PAST).map((month) => recorded.get(month) ?? null)) ?? '').trimStart();
}

/** Without the dust of multiplication. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

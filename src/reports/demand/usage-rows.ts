/** Business units in rows: twelve months side by side, and the forecast of the twelve after them beneath. */
import { sumOfRecorded } from '../../domain/aggregates';
import type { BusinessUnitUsage, UsageFigure, UsageLevel } from '../../domain/demand/figures';
import { monthName, numberText } from '../../domain/performance/phrases';
import { shortMonthYear } from '../dates';
import { across, cell, textCell, widthOf, type Rows } from '../layout';
import type { CellStyle, SheetCell } from '../sheet';
import { COLOR, HEIGHT, STYLE } from '../style';
import { IN_ROWS, R, type ReportMonths } from './columns';
import type { QuantityScale } from './quantity';
import { allUnitsWords, type Block, growthCell, unitsApart, noteCell, noteLines, PALE, quantityCell, shareCell, SMALL } from './usage-block';
import { W } from './words';

/** Business units with a row each; the others stand together. */
const MOST_UNITS = 20;
const width = (column: number): number => IN_ROWS[column] ?? 0;

/** The heads: months above, years beneath; the forecast stands under the same calendar months. */
export function addHeadsInRows(rows: Rows, { recorded }: ReportMonths, behind: readonly SheetCell[]): readonly [number, number] {
  const { heads } = W.usage;
  const small: CellStyle = { ...STYLE.head, size: 9, horizontal: 'Right' };
  const first = rows.add(HEIGHT.head, [
    cell(R.name, heads.name, STYLE.head),
    ...recorded.map((month, at) => cell(R.months + at, monthName(month).slice(0, 3), { ...(at === 11 ? STYLE.headNow : STYLE.head), horizontal: 'Right' as const })),
    cell(R.share, heads.share, small),
    cell(R.onMonth, heads.onMonth, small),
    cell(R.onYear, heads.onYear, small),
    cell(R.perMonth, heads.perMonth, small),
    cell(R.chart, heads.chart, { ...STYLE.head, horizontal: 'Right' }),
  ]);
  const years = recorded.flatMap((month, at) => (at === 0 || month.slice(5, 7) === '01' ? [cell(R.months + at, month.slice(0, 4), { ...STYLE.definition, horizontal: 'Right' as const })] : []));
  return [first, rows.add(HEIGHT.detail, [...across(years, R.name, R.chart, STYLE.headRule), ...behind])];
}

/** The lines of an item's block beneath its band. */
export function linesInRows(block: Block): SheetCell[][] {
  const { figure, months: { recorded }, scale } = block;
  const units = unitsApart(figure);
  const shown = units.length > MOST_UNITS ? units.slice(0, MOST_UNITS - 1) : units;
  const rest = units.slice(shown.length);
  const ofMonth = new Map(figure.months.map((one) => [one.month, one]));
  const all = recorded.map((month, at) => {
    const one = ofMonth.get(month);
    return quantityCell(R.months + at, one?.quantity ?? null, scale, width(R.months + at), { ...SMALL, bold: at === 11 }, one?.incomplete === true ? W.usage.incomplete : '');
  });
  const notes = noteLines(figure, widthOf(IN_ROWS, R.name, R.perMonth));
  return [
    ruled([textCell(R.name, allUnitsWords(figure), width(R.name), { ...SMALL, bold: units.length > 0 }), ...all, ...growthCells(figure, { ...SMALL, horizontal: 'Right' })]),
    ...shown.map((unit) => unitLine(unit, figure, recorded, scale)),
    ...(rest.length === 0 ? [] : [restLine(rest, figure, recorded, scale)]),
    ...forecastLines(block),
    ...notes.map((text) => [noteCell(text)]),
  ];
}

function ruled(cells: readonly SheetCell[]): SheetCell[] {
  return across(cells, R.name, R.perMonth, STYLE.rowRule);
}

function growthCells(level: Pick<UsageLevel, 'growthOnMonth' | 'growthOnYear' | 'compoundGrowth'>, style: CellStyle): SheetCell[] {
  return [growthCell(R.onMonth, level.growthOnMonth, width(R.onMonth), style), growthCell(R.onYear, level.growthOnYear, width(R.onYear), style), growthCell(R.perMonth, level.compoundGrowth, width(R.perMonth), style)];
}

/** Values of a business unit in the months that are printed: its own list is aligned with the item's months. */
function monthsOf(unit: BusinessUnitUsage, figure: UsageFigure, recorded: readonly string[]): (number | null)[] {
  const at = new Map(figure.months.map(({ month }, index) => [month, unit.months[index] ?? null]));
  return recorded.map((month) => at.get(month) ?? null);
}

function unitLine(unit: BusinessUnitUsage, figure: UsageFigure, recorded: readonly string[], scale: QuantityScale): SheetCell[] {
  return ruled([
    textCell(R.name, unit.businessUnit ?? W.noBusinessUnit, width(R.name), { ...(unit.businessUnit === null ? PALE : SMALL), indent: 1 }),
    ...monthsOf(unit, figure, recorded).map((value, at) => quantityCell(R.months + at, value, scale, width(R.months + at), PALE)),
    shareCell(R.share, unit.share, SMALL),
    ...growthCells(unit, { ...PALE, horizontal: 'Right' }),
  ]);
}

/** The smallest business units together. */
function restLine(rest: readonly BusinessUnitUsage[], figure: UsageFigure, recorded: readonly string[], scale: QuantityScale): SheetCell[] {
  const months = rest.map((unit) => monthsOf(unit, figure, recorded));
  return ruled([
    cell(R.name, W.usage.moreUnits(rest.length), { ...PALE, indent: 1 }),
    ...recorded.map((_, at) => quantityCell(R.months + at, sumOfRecorded(months.map((values) => values[at] ?? null)), scale, width(R.months + at), PALE)),
    shareCell(R.share, sumOfRecorded(rest.map(({ share }) => share)), SMALL),
  ]);
}

/** Point and bounds of the twelve months after the report month. */
function forecastLines({ figure: { forecast }, months: { ahead }, ahead: byMonth, scale }: Block): SheetCell[][] {
  if (forecast === null) return [];
  const confidence = `${numberText(forecast.confidence * 100, 0)}%`;
  const line = (name: string, part: 'point' | 'lower' | 'upper', style: CellStyle): SheetCell[] => [
    textCell(R.name, name, width(R.name), style),
    ...ahead.flatMap((one, at) => {
      const value = byMonth.get(one)?.[part];
      return value === undefined ? [] : [quantityCell(R.months + at, value, scale, width(R.months + at), style)];
    }),
  ];
  return [
    line(W.usage.forecast(short(ahead[0] ?? ''), short(ahead[ahead.length - 1] ?? '')), 'point', { size: 10, color: COLOR.accent }),
    line(W.usage.lower(confidence), 'lower', PALE),
    ruled(line(W.usage.upper(confidence), 'upper', PALE)),
  ];
}

/** @example 'Nov 26' */
function short(month: string): string {
  const text = shortMonthYear(month);
  return `${text.slice(0, 4)}${text.slice(-2)}`;
}

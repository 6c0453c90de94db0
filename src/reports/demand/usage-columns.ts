/** Business units in columns: the months of an item beneath each other, then share, growth and forecast. */
import { sumOfRecorded } from '../../domain/aggregates';
import type { BusinessUnitUsage, DemandFigures, UsageFigure } from '../../domain/demand/figures';
import { nameKey } from '../../domain/names';
import { shortMonthYear } from '../dates';
import { across, cell, textCell, widthOf, type Rows } from '../layout';
import { nothingCell } from '../number-cell';
import type { CellStyle, SheetCell } from '../sheet';
import { COLOR, HEIGHT, literal, STYLE } from '../style';
import { fittedLines } from '../text-width';
import { A, ACROSS, AHEAD, UNITS } from './columns';
import { type Block, growthCell, noteCell, noteLines, PALE, quantityCell, shareCell, SMALL } from './usage-block';
import { W } from './words';

const width = (column: number): number => ACROSS[column] ?? 0;
/** Months ahead for which the forecast is printed here; the line shows all of them. */
const STEPS = [1, 3, 6, AHEAD];
const HEAD: CellStyle = { ...STYLE.head, size: 9, horizontal: 'Right', vertical: 'Bottom', wrap: true };
const LAST = A.units + UNITS - 1;

/** A column of a block: a business unit, or those that have no column of their own. */
interface Column {
  readonly name: string;
  readonly units: readonly BusinessUnitUsage[];
}

/** The business units that have the same column in every block, usage of none where some stands beside named ones; null: too many, each block has columns of its own. */
export function sharedUnits({ businessUnits, usage }: Pick<DemandFigures, 'businessUnits' | 'usage'>): readonly (string | null)[] | null {
  const beside = usage.some((figure) => figure.businessUnits.length > 1 && figure.businessUnits.some(({ businessUnit }) => businessUnit === null));
  const units = businessUnits.filter((unit) => unit !== null || beside);
  return units.length <= UNITS ? units : null;
}

/** The heads, which name the business units where all blocks have the same. */
export function addHeadsAcross(rows: Rows, shared: readonly (string | null)[] | null, behind: readonly SheetCell[]): readonly [number, number] {
  const { heads } = W.usage;
  const named = (shared ?? []).map((unit, at) => headCell(A.units + at, unit ?? W.noBusinessUnit));
  const cells = [cell(A.name, heads.nameAcross, { ...STYLE.head, vertical: 'Bottom' }), cell(A.all, heads.all, { ...HEAD, bold: true, color: COLOR.ink }), ...named, cell(A.chart, heads.chart, { ...STYLE.head, horizontal: 'Right', vertical: 'Bottom' })];
  const row = rows.add(HEIGHT.why, [...across(cells, A.name, A.chart, STYLE.headRule), ...behind]);
  return [row, row];
}

/** A name of at most two lines. */
function headCell(column: number, name: string): SheetCell {
  return cell(column, fittedLines(name, width(column) - 5, 2, { size: 9 }), HEAD);
}

/** The lines of an item's block beneath its band. */
export function linesAcross(block: Block, shared: readonly (string | null)[] | null): SheetCell[][] {
  const { figure, months: { recorded }, scale } = block;
  const columns = columnsOf(figure, shared);
  const index = new Map(figure.months.map(({ month }, at) => [month, at]));
  const ofMonths = recorded.map((month, row) => {
    const at = index.get(month);
    const all = at === undefined ? undefined : figure.months[at];
    const style = row === 11 ? { ...SMALL, bold: true } : SMALL;
    return ruled([
      cell(A.name, shortMonthYear(month), { ...style, indent: 1 }),
      quantityCell(A.all, all?.quantity ?? null, scale, width(A.all), style, all?.incomplete === true ? W.usage.incomplete : ''),
      ...columns.flatMap(({ units }, column) => (units.length === 0 ? [] : [quantityCell(A.units + column, sumOfRecorded(units.map(({ months }) => (at === undefined ? null : (months[at] ?? null)))), scale, width(A.units + column), row === 11 ? SMALL : PALE)])),
    ]);
  });
  const growth = (name: string, of: 'growthOnMonth' | 'growthOnYear' | 'compoundGrowth'): SheetCell[] =>
    ruled([
      cell(A.name, name, { ...PALE, indent: 1 }),
      growthCell(A.all, figure[of], width(A.all), SMALL),
      ...columns.flatMap(({ units }, column) => (units.length === 0 ? [] : [units.length === 1 ? growthCell(A.units + column, units[0]?.[of] ?? null, width(A.units + column), PALE) : nothingCell(A.units + column, PALE)])),
    ]);
  const share = ruled([cell(A.name, W.usage.share, { ...PALE, indent: 1 }), ...columns.flatMap(({ units }, column) => (units.length === 0 ? [] : [shareCell(A.units + column, sumOfRecorded(units.map((unit) => unit.share)), SMALL)]))]);
  return [
    ...(shared !== null || columns.length === 0 ? [] : [columns.map(({ name }, column) => textCell(A.units + column, name, width(A.units + column), { ...PALE, size: 9, horizontal: 'Right' }))]),
    ...ofMonths,
    ...(columns.length === 0 ? [] : [share]),
    growth(W.usage.onMonth, 'growthOnMonth'),
    growth(W.usage.onYear, 'growthOnYear'),
    growth(W.usage.perMonth, 'compoundGrowth'),
    ...forecastLines(block),
    ...noteLines(figure, widthOf(ACROSS, A.name, LAST)).map((text) => [noteCell(text)]),
  ];
}

function ruled(cells: readonly SheetCell[]): SheetCell[] {
  return across(cells, A.name, LAST, STYLE.rowRule);
}

/** The columns of a block: those that all blocks share, empty where the item has no such business unit, or its own largest ones. */
function columnsOf(figure: UsageFigure, shared: readonly (string | null)[] | null): Column[] {
  const units = figure.businessUnits;
  if (units.every(({ businessUnit }) => businessUnit === null)) return [];
  if (shared !== null) {
    const byName = new Map(units.map((unit) => [unit.businessUnit === null ? null : nameKey(unit.businessUnit), unit]));
    return shared.map((name) => {
      const unit = byName.get(name === null ? null : nameKey(name));
      return { name: name ?? W.noBusinessUnit, units: unit === undefined ? [] : [unit] };
    });
  }
  const shown = units.length > UNITS ? units.slice(0, UNITS - 1) : units;
  const rest = units.slice(shown.length);
  return [...shown.map((unit) => ({ name: unit.businessUnit ?? W.noBusinessUnit, units: [unit] })), ...(rest.length === 0 ? [] : [{ name: W.usage.moreUnits(rest.length), units: rest }])];
}

/** Point and bounds of some of the months ahead, one line each. */
function forecastLines({ months, ahead: byMonth, scale }: Block): SheetCell[][] {
  return STEPS.flatMap((step) => {
    const at = months.ahead[step - 1] ?? '';
    const ahead = byMonth.get(at);
    if (ahead === undefined) return [];
    const bound = (column: number, value: number, before: string): SheetCell => {
      const plain = quantityCell(column, value, scale, width(column), PALE);
      return { ...plain, style: { ...plain.style, numberFormat: `${literal(before)}${plain.style?.numberFormat ?? ''}` } };
    };
    return [[cell(A.name, W.usage.forecastFor(shortMonthYear(at)), { size: 10, color: COLOR.accent, indent: 1 }), quantityCell(A.all, ahead.point, scale, width(A.all), { size: 10, color: COLOR.accent }), bound(A.units, ahead.lower, W.usage.from), bound(A.units + 1, ahead.upper, W.usage.to)]];
  });
}

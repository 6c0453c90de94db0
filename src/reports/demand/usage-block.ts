/** What both forms of an item's block share: its band, its figures as cells, its notes. */
import type { BusinessUnitUsage, UsageFigure } from '../../domain/demand/figures';
import type { LocalDate } from '../../domain/time/records';
import { addMonths } from '../../domain/time/zone';
import { shortMonthYear } from '../dates';
import type { Rows} from '../layout';
import { across, cell, textCell, widthOf } from '../layout';
import { nothingCell, numberCell } from '../number-cell';
import type { CellStyle, SheetCell } from '../sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, literal, STYLE } from '../style';
import { textWidth, wrapped } from '../text-width';
import type { ReportMonths } from './columns';
import { displayedQuantity, growthDisplay, quantityScale, type QuantityScale } from './quantity';
import { usageBars } from './usage-chart';
import { forecastWords, noUseSince, seasonWords } from './usage-notes';
import { W } from './words';

export const SMALL: CellStyle = { size: 10, color: COLOR.ink };
export const PALE: CellStyle = { size: 10, color: COLOR.grey };
const NOTE: CellStyle = { size: 9, color: COLOR.grey };

/** An item's block: its figure, and what is worked out for it once. */
export interface Block {
  readonly figure: UsageFigure;
  readonly months: ReportMonths;
  /** What the forecast says of each month, by its first date. */
  readonly ahead: ReadonlyMap<LocalDate, { readonly point: number; readonly lower: number; readonly upper: number }>;
  /** One for all quantities of the block. */
  readonly scale: QuantityScale;
}

export function blockOf(figure: UsageFigure, months: ReportMonths): Block {
  const { forecast, forecastFrom } = figure;
  const points = forecast === null || forecastFrom === null ? [] : forecast.points;
  const recorded = [...figure.months.flatMap(({ quantity }) => quantity ?? []), ...figure.businessUnits.flatMap((unit) => unit.months.flatMap((value) => value ?? []))];
  return {
    figure,
    months,
    ahead: new Map(points.map((point, at) => [addMonths(forecastFrom ?? '', at), point])),
    scale: quantityScale([...recorded, ...points.map(({ upper }) => upper)], recorded),
  };
}

/** Business units that have rows or columns of their own: a single one stands for all. */
export function unitsApart({ businessUnits }: UsageFigure): readonly BusinessUnitUsage[] {
  return businessUnits.length < 2 ? [] : businessUnits;
}

/** What the figures of all business units are headed with. */
export function allUnitsWords({ businessUnits }: UsageFigure): string {
  const [only] = businessUnits;
  return businessUnits.length > 1 ? W.usage.allUnits : (only?.businessUnit ?? W.usage.used);
}

/** Item, unit and what is to be known of it, and its months as bars. */
export function addBand(rows: Rows, block: Block, columns: readonly number[], chart: number): void {
  const { figure, scale } = block;
  const unit = [scale.word, figure.unit ?? ''].filter((word) => word !== '').join(' ');
  const since = figure.noUse ? noUseSince(figure) : null;
  const bars = usageBars(block);
  const first = widthOf(columns, 1, 1);
  const name = unit === '' ? figure.item : `${figure.item}, ${unit}`;
  const room = widthOf(columns, 1, chart - 1);
  const state = figure.noUse ? W.usage.noUse(since === null ? null : shortMonthYear(since)) : null;
  const stateStyle: CellStyle = { ...SMALL, bold: true, color: COLOR.atRisk, horizontal: 'Right' };
  const taken = state === null ? 0 : textWidth(state, { size: 10, bold: true }) + CELL_MARGIN + 6;
  const cells = [
    textCell(1, name, Math.max(first, room - taken), STYLE.strong),
    ...(state === null ? [] : [cell(chart - 1, state, stateStyle)]),
    ...(bars === '' ? [] : [cell(chart, bars, { ...NOTE, horizontal: 'Right' as const })]),
  ];
  rows.add(HEIGHT.band, across(cells, 1, chart, { fill: COLOR.band, ruleAbove: COLOR.headRule, vertical: 'Center' }));
}

/** A quantity; a dash where there is none. */
export function quantityCell(column: number, value: number | null, scale: QuantityScale, width: number, style: CellStyle, mark = ''): SheetCell {
  if (value === null) return nothingCell(column, style);
  const shown = displayedQuantity(value, scale);
  return numberCell(column, mark === '' ? shown : { ...shown, format: `${shown.format}${literal(mark)}`, text: `${shown.text}${mark}` }, width, style);
}

export function growthCell(column: number, share: number | null, width: number, style: CellStyle): SheetCell {
  return share === null ? nothingCell(column, style) : numberCell(column, growthDisplay(share), width, style);
}

export function shareCell(column: number, share: number | null, style: CellStyle): SheetCell {
  return share === null ? nothingCell(column, style) : cell(column, share, { ...style, horizontal: 'Right', numberFormat: FORMAT.share });
}

/** What stands beneath the figures in words, as lines that fit a width. */
export function noteLines(figure: UsageFigure, width: number): string[] {
  const { forecast, months } = figure;
  const first = months.find(({ forForecast }) => forForecast !== null)?.month;
  const words = [seasonWords(figure.seasonality), forecast === null || first === undefined ? W.usage.noForecast : forecastWords(forecast, first)];
  return words.flatMap((text) => wrapped(text, width - CELL_MARGIN, { size: 9 }));
}

export function noteCell(text: string): SheetCell {
  return cell(1, text, NOTE);
}

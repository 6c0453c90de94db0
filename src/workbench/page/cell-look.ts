/** What a cell looks like: its text, font, fill, borders, and how far its text runs over its neighbours. */
import type { CSSProperties } from 'react';
import { contains } from '../host/address';
import { type ModelCell, type ModelRange, type ModelSheet, type ModelStyle, type ModelTable } from '../host/model';
import { cellText } from '../host/number-text';
import { px } from './geometry';

/** Pixels of one step of indentation. */
const INDENT = 9;

const context = document.createElement('canvas').getContext('2d');
// As the cells are drawn, see index.html: widths in whole pixels would not add up.
if (context) context.textRendering = 'geometricPrecision';
const widths = new Map<string, number>();

const fontOf = (style: ModelStyle): string => `${style.italic ? 'italic ' : ''}${style.bold ? 'bold ' : ''}${px(style.fontSize ?? 11)}px ${style.fontName ? `"${style.fontName}", ` : ''}Calibri, Carlito, sans-serif`;

function textWidth(text: string, style: ModelStyle): number {
  const font = fontOf(style);
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined && context) {
    context.font = font;
    widths.set(key, (width = context.measureText(text).width));
    if (widths.size > 20_000) widths.clear();
  }
  return width ?? 0;
}

/** Numbers and dates stand right, booleans and errors in the middle, text left, unless the style says otherwise. */
function alignmentOf(cell: ModelCell): 'left' | 'right' | 'center' | 'across' {
  switch (cell.style.horizontal) {
    case 'Left':
    case 'Fill':
    case 'Justify':
      return 'left';
    case 'Right':
      return 'right';
    case 'Center':
    case 'Distributed':
      return 'center';
    case 'CenterAcrossSelection':
      return 'across';
    default:
      return typeof cell.value === 'number' ? 'right' : typeof cell.value === 'string' ? 'left' : 'center';
  }
}

/** Light blue bands under a dark header: what the named table styles have in common. */
function tableStyle(table: ModelTable, row: number): ModelStyle {
  if (!table.style) return {};
  const medium = /Medium/.test(table.style);
  if (row === table.range.row) return medium ? { fill: '#0F548C', fontColor: '#FFFFFF', bold: true } : { bold: true };
  return table.showBandedRows && (row - table.range.row) % 2 === 1 ? { fill: '#EAF1F8' } : {};
}

const isGeneral = ({ numberFormat }: ModelStyle): boolean => numberFormat === undefined || numberFormat === 'General';

/** A number without a format of its own loses decimals, then turns to powers of ten, until it fits; null: it never does. */
function fittingNumber(value: number, fits: (text: string) => boolean): string | null {
  for (let decimals = 9; decimals >= 0; decimals -= 1) {
    const text = String(Number(value.toFixed(decimals)));
    if (fits(text)) return text;
  }
  const power = value.toExponential(0).replace(/e([+-])(\d)$/, 'E$10$2').replace('e', 'E');
  return fits(power) ? power : null;
}

const dateSystems = new WeakMap<ModelSheet, 1900 | 1904>();
export const setDateSystem = (sheet: ModelSheet, system: 1900 | 1904): void => void dateSystems.set(sheet, system);

export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly style: ModelStyle;
  readonly align: 'left' | 'right' | 'center';
  /** The columns that the text may run over, its own included. */
  readonly from: number;
  readonly to: number;
  /** The cells that its fill and frame cover. */
  readonly covers: ModelRange;
}

const isEmpty = (cell: ModelCell | undefined): boolean => cell === undefined || (cell.value === null && cell.formula === undefined);

/**
 * One cell as it is to be drawn; null: there is nothing to draw. `width` tells a column's pixels.
 */
export function drawnCell(sheet: ModelSheet, row: number, column: number, width: (column: number) => number): DrawnCell | null {
  const cell = sheet.cell(row, column);
  const table = sheet.tables.find((one) => contains(one.range, { row, column, rows: 1, columns: 1 }));
  if (!cell && !table) return null;
  const merge = sheet.merges.find((one) => contains(one, { row, column, rows: 1, columns: 1 }));
  if (merge && (merge.row !== row || merge.column !== column)) return null;
  const style: ModelStyle = { ...(table ? tableStyle(table, row) : {}), ...cell?.style };
  const covers = merge ?? { row, column, rows: 1, columns: 1 };
  if (!cell || isEmpty(cell)) return { row, column, text: '', style, align: 'left', from: column, to: column + covers.columns - 1, covers };
  let text = cellText(cell, dateSystems.get(sheet) ?? 1900);
  const asked = alignmentOf(cell);
  let from = column;
  let to = column + covers.columns - 1;
  if (asked === 'across') {
    while (sheet.cell(row, to + 1)?.style.horizontal === 'CenterAcrossSelection' && isEmpty(sheet.cell(row, to + 1))) to += 1;
    return { row, column, text, style, align: 'center', from, to, covers };
  }
  const own = Array.from({ length: covers.columns }, (_, index) => width(column + index)).reduce((sum, one) => sum + one, 0);
  const widthOf = (shown: string): number => textWidth(shown, style) + 5 + (style.indent ?? 0) * INDENT;
  const needed = widthOf(text);
  if (needed > own) {
    if (typeof cell.value === 'number') {
      const rounded = isGeneral(style) ? fittingNumber(cell.value, (shown) => widthOf(shown) <= own) : null;
      text = rounded ?? '#'.repeat(Math.max(1, Math.floor(own / 7)));
    } else if (!style.wrap && !merge && typeof cell.value === 'string') {
      let room = own;
      const grow = (step: 1 | -1): void => {
        let next = step === 1 ? to + 1 : from - 1;
        while (room < needed && next >= 0 && isEmpty(sheet.cell(row, next))) {
          room += width(next);
          if (step === 1) to = next;
          else from = next;
          next += step;
        }
      };
      if (asked !== 'right') grow(1);
      if (asked !== 'left') grow(-1);
    }
  }
  return { row, column, text, style, align: asked, from, to, covers };
}

/** Points that a column must have to show a number; null: it has them, or nothing is hidden. */
export function neededWidth(sheet: ModelSheet, row: number, column: number): number | null {
  const cell = sheet.cell(row, column);
  const own = sheet.columnWidths.get(column) ?? sheet.defaultColumnWidth;
  if (typeof cell?.value !== 'number' || isGeneral(cell.style)) return null;
  const needed = Math.ceil(((textWidth(cellText(cell, dateSystems.get(sheet) ?? 1900), cell.style) + 8) * 72) / 96);
  return needed > own ? needed : null;
}

const VERTICAL: Readonly<Record<string, CSSProperties['alignItems']>> = { Top: 'flex-start', Center: 'center', Bottom: 'flex-end' };

export function cssOf({ style, align }: DrawnCell): CSSProperties {
  const indent = (style.indent ?? 0) * INDENT;
  return {
    font: fontOf(style),
    lineHeight: 1.22,
    color: style.fontColor ?? '#000',
    textDecoration: [style.underline && style.underline !== 'None' ? 'underline' : '', style.strikethrough ? 'line-through' : ''].join(' ').trim() || 'none',
    justifyContent: align === 'left' ? 'flex-start' : align === 'right' ? 'flex-end' : 'center',
    textAlign: align,
    alignItems: VERTICAL[style.vertical ?? 'Bottom'] ?? 'flex-end',
    ...(align === 'right' ? { paddingRight: 2 + indent } : { paddingLeft: 2 + indent }),
  };
}

/** A data bar's share of its cell, 0 … 1, and its colour; null: the cell has none. */
export function dataBar(sheet: ModelSheet, row: number, column: number): { share: number; color: string } | null {
  const value = sheet.cell(row, column)?.value;
  if (typeof value !== 'number') return null;
  for (const format of sheet.conditionalFormats) {
    if (format.type !== 'DataBar' || !contains(format.range, { row, column, rows: 1, columns: 1 })) continue;
    const detail = format.detail.dataBar as { positiveFormat?: { fillColor?: string }; lowerBoundRule?: { formula?: string }; upperBoundRule?: { formula?: string } };
    const bound = (rule: { formula?: string } | undefined, otherwise: number): number => {
      const number = Number(String(rule?.formula ?? '').replace(/^=/, ''));
      return rule?.formula === undefined || Number.isNaN(number) ? otherwise : number;
    };
    const low = bound(detail.lowerBoundRule, 0);
    const high = bound(detail.upperBoundRule, 1);
    return { share: Math.min(1, Math.max(0, (value - low) / (high - low || 1))), color: detail.positiveFormat?.fillColor ?? '#C9DBED' };
  }
  return null;
}

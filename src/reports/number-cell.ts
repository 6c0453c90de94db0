import { numberText } from '../domain/performance/phrases';
import { cell, withStyle } from './layout';
import type { CellStyle, SheetCell } from './sheet';
import { CELL_MARGIN, COLOR, decimalFormat } from './style';
import type { DisplayedNumber } from './target-display';
import { textWidth } from './text-width';
import { NOTHING } from './words';

const SMALLEST = 9;
const PLAIN: CellStyle = {};

/** What a style adds to a figure where it does not say otherwise. */
function right(style: CellStyle): Pick<CellStyle, 'size' | 'horizontal'> {
  return { size: style.size ?? 11, horizontal: style.horizontal ?? 'Right' };
}

/** A dash where there is no figure. */
export function nothingCell(column: number, style: CellStyle = PLAIN): SheetCell {
  return cell(column, NOTHING, withStyle(style, { ...right(style), bold: false, color: COLOR.grey }, 'nothing'));
}

/**
 * A figure in a column of a given width; a dash for null. Excel prints #### for a number that is too
 * wide, so one that is gets smaller, down to 9 points, then loses its unit, then decimals.
 *
 * @param width of the column, in points
 * @example numberCell(4, { value: 0.99951, format: '0.000%', text: '99.951%' }, 40, {}) // 10 points: 11 would need 41.9
 */
export function numberCell(column: number, shown: DisplayedNumber | null, width: number, style: CellStyle): SheetCell {
  if (shown === null) return nothingCell(column, style);
  const size = style.size ?? 11;
  const fitting = ({ value, format, text }: DisplayedNumber): SheetCell | null => {
    const wide = textWidth(text, { size: 1, bold: style.bold ?? false });
    for (let points = size; points >= Math.min(size, SMALLEST); points--) {
      if (wide * points + CELL_MARGIN <= width) return cell(column, value, withStyle(style, { ...right(style), size: points, numberFormat: format }, `${points} ${format}`));
    }
    return null;
  };
  const whole = fitting(shown);
  if (whole !== null) return whole;
  for (const candidate of narrower(shown)) {
    const made = fitting(candidate);
    if (made !== null) return made;
  }
  return cell(column, shown.value, withStyle(style, { ...right(style), size: Math.min(size, SMALLEST), numberFormat: '0E+0' }));
}

/** The figure ever narrower, each made only when it is asked for. */
function* narrower(shown: DisplayedNumber): Generator<DisplayedNumber> {
  yield bare(shown);
  yield* shorter(shown);
}

/** A figure without the unit that is printed after it; a percent sign stays. */
export function bare({ value, format, text }: DisplayedNumber): DisplayedNumber {
  const unit = /"([^"]*)"$/.exec(format);
  return unit === null ? { value, format, text } : { value, format: format.slice(0, unit.index), text: text.slice(0, text.length - (unit[1]?.length ?? 0)) };
}

/** The same with fewer decimals: shares rounded down, in the cell too. */
function shorter({ value, format }: DisplayedNumber): DisplayedNumber[] {
  const [, lead = '', decimals = '', percent = ''] = /^((?:"[^"]*")?)[#,0]*(?:\.(0+))?(%?)/.exec(format) ?? [];
  const before = lead.slice(1, -1);
  return Array.from({ length: decimals.length }, (_, at): DisplayedNumber => {
    const count = decimals.length - 1 - at;
    if (percent === '') return { value, format: `${lead}#,##0${count > 0 ? `.${'0'.repeat(count)}` : ''}`, text: `${before}${numberText(value, count)}` };
    const scale = 10 ** (count + 2);
    const down = Math.floor(value * scale + 1e-9) / scale;
    return { value: down, format: `${lead}${decimalFormat(count)}%`, text: `${before}${numberText(down * 100, count)}%` };
  });
}

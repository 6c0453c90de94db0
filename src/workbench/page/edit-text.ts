import { isDateFormat, isPercentFormat } from 'numfmt';
import { shownValue } from '../host/cells';
import type { ModelCell } from '../host/model';
import { cellText } from '../host/number-text';

/**
 * What editing a cell begins with, so that typing it back gives the same: formulas as they are
 * written, dates and times in full whatever the cell shows of them, shares with their sign.
 *
 * @example editText({ value: 0.125, style: { numberFormat: '0%' } }, 1900) // '12.5%'
 */
export function editText(cell: ModelCell | undefined, dateSystem: 1900 | 1904): string {
  if (cell?.formula !== undefined) return cell.formula;
  const value = shownValue(cell);
  const pattern = cell?.style.numberFormat ?? 'General';
  if (cell && typeof value === 'number') {
    if (isDateFormat(pattern)) {
      const parts = [Math.floor(value) === 0 ? '' : 'yyyy-mm-dd', value % 1 === 0 ? '' : 'hh:mm:ss'];
      return cellText({ value, style: { numberFormat: parts.filter((part) => part !== '').join(' ') } }, dateSystem);
    }
    if (isPercentFormat(pattern)) return `${Number((value * 100).toPrecision(15))}%`;
  }
  return cell?.style.quotePrefix ? `'${value}` : String(value);
}

import { CELL_MARGIN, HEIGHT, STYLE } from '../style';
import { cell, type Rows, widthOf } from '../layout';
import { moneyFormat, moneyText } from '../money';
import { numberCell } from '../number-cell';
import type { CellStyle, SheetCell } from '../sheet';
import { wrapped } from '../text-width';

/** An amount of money as large as its column takes; a dash for null. */
export function moneyCell(column: number, amount: number | null, currency: string, width: number, style: CellStyle = STYLE.body): SheetCell {
  return numberCell(column, amount === null ? null : { value: amount, format: moneyFormat(currency), text: moneyText(amount, currency) }, width, style);
}

/** Text in full under a row, in as many lines as it takes. */
export function addText(rows: Rows, columns: readonly number[], from: number, to: number, text: string, style: CellStyle = STYLE.detail): void {
  const width = widthOf(columns, from, to) - CELL_MARGIN - (style.indent ?? 0) * 8;
  for (const line of wrapped(text.trim(), width, { size: style.size ?? 11, bold: style.bold ?? false })) rows.add(HEIGHT.detail, [cell(from, line, style)]);
}

/** A name as it stands in a list: quoted where a comma of its own would part it. @example inList('Mail, phase 2') // '“Mail, phase 2”' */
export function inList(name: string): string {
  return name.includes(',') ? `“${name}”` : name;
}

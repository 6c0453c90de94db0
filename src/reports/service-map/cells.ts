import { cell, textCell, withStyle } from '../layout';
import type { CellStyle, SheetCell } from '../sheet';
import { COLOR, STYLE } from '../style';
import { NOTHING, W } from '../words';

const PALE: CellStyle = { bold: false, color: COLOR.grey };
const MISSING: CellStyle = { color: COLOR.missed };

/** Text cut to its column; a dash where there is none. */
export function textOrNothing(column: number, text: string | null, width: number, style: CellStyle = STYLE.body): SheetCell {
  return text === null || text === '' ? cell(column, NOTHING, withStyle(style, PALE)) : textCell(column, text, width, style);
}

/** An owner; `no owner yet` in the colour of what is missed where there is none. */
export function ownerCell(column: number, owner: string | null, width: number, style: CellStyle = STYLE.body): SheetCell {
  return owner === null || owner === '' ? textCell(column, W.noOwner, width, withStyle(style, MISSING)) : textCell(column, owner, width, style);
}

import { capitalised } from '../../domain/performance/phrases';
import { across, cell, textCell, widthOf } from '../layout';
import type { CellStyle, SheetCell } from '../sheet';
import { COLOR, HEIGHT, STYLE } from '../style';
import { moreOn, W } from '../words';
import { C, CAPACITY, type FirstPage, PAGE } from './page';

/** What is asked of the reader: what, why now, who decides, by when. */
export function addAsks(page: FirstPage): void {
  if (page.asks.length === 0) return;
  const fill: CellStyle = { fill: COLOR.accentPale };
  const band = (height: number, cells: SheetCell[]): void => {
    const filled = across(cells, C.status, C.kept, { ...fill, vertical: 'Center' });
    page.addRow(height, filled.map((one) => (one.column === C.status ? { ...one, style: { ...one.style, ruleLeft: COLOR.accent } } : one)));
  };
  const more = page.asks.length - CAPACITY.asks;
  band(HEIGHT.askHead, [
    cell(C.status, W.asked, { ...STYLE.section, indent: 1 }),
    cell(C.promise, more > 0 ? capitalised(moreOn(more, W.seeTable('Remarks'))) : null, STYLE.detail),
    cell(C.target, W.whyNow, STYLE.head),
    cell(C.months, W.whoDecides, STYLE.head),
    cell(C.kept, W.by, { ...STYLE.head, horizontal: 'Right' }),
  ]);
  page.asks.slice(0, CAPACITY.asks).forEach(({ what, why, remark }, at) => {
    band(HEIGHT.ask, [
      textCell(C.status, `${at + 1}  ${what}`, widthOf(PAGE, C.status, C.promise), { ...STYLE.strong, indent: 1 }),
      textCell(C.target, why, widthOf(PAGE, C.target, C.budget), STYLE.body),
      remark.owner === null ? cell(C.months, W.noOwner, STYLE.absent) : textCell(C.months, remark.owner, widthOf(PAGE, C.months, C.lastMonth), STYLE.body),
      page.dateCell(C.kept, remark.dueDate, '', STYLE.strong),
    ]);
  });
  page.addRow(HEIGHT.lastSpacer);
}

/** Manual page breaks between the rows of a worksheet. */
import type { ModelSheet } from '../host/model';
import { replaceAll } from './worksheet';
import { element, type XmlElement } from './xml';

const LAST_COLUMN = 16_383;

/** The file numbers the row above a break, from 1: the row below it, from 0. */
const rowBelow = (each: XmlElement): number => each.number('id') ?? 0;

const breaksOf = (worksheet: XmlElement): XmlElement[] => worksheet.first('rowBreaks')?.elements('brk') ?? [];

export function readRowBreaks(worksheet: XmlElement, sheet: ModelSheet): void {
  const rows = breaksOf(worksheet).filter((each) => each.flag('man')).map(rowBelow).filter((row) => row > 0);
  sheet.rowBreaks = [...new Set(rows)].sort((a, b) => a - b);
}

/** A break that the file has keeps what the file says of it. */
export function writeRowBreaks(worksheet: XmlElement, sheet: ModelSheet): void {
  const before = breaksOf(worksheet);
  const manual = sheet.rowBreaks.map((row) => before.find((each) => each.flag('man') && rowBelow(each) === row) ?? element('brk', { id: row, max: LAST_COLUMN, man: 1 }));
  const others = before.filter((each) => !each.flag('man') && !sheet.rowBreaks.includes(rowBelow(each)));
  const all = [...manual, ...others].sort((a, b) => rowBelow(a) - rowBelow(b));
  replaceAll(worksheet, 'rowBreaks', all.length > 0 ? [element('rowBreaks', { count: all.length, manualBreakCount: manual.length }, all)] : []);
}

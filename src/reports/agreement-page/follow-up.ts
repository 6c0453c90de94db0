import { nameKey, sameName } from '../../domain/names';
import type { Improvement, Remark } from '../../domain/performance/records';
import { dateSerial, shortMonthYear } from '../dates';
import { across, cell, range, textCell, widthOf } from '../layout';
import { nothingCell } from '../number-cell';
import type { CellStyle, SheetCell } from '../sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, STYLE } from '../style';
import { TARGET_COLUMN as C, TARGET_COLUMNS } from '../target-block';
import { fittedLines, wrapped } from '../text-width';
import { isOpen } from '../why';
import { W } from '../words';
import { addSection, LINE, type PageContext } from './page';

const AT = { state: C.status, what: C.service, text: C.target, lastText: C.used, owner: C.left, due: C.to } as const;
const MOST_ROWS = 20;
const MOST_LINES = 4;
const LINE_HEIGHT = 13;
const BODY: CellStyle = { ...STYLE.detail, color: COLOR.ink };

/** Improvements of this agreement, and what people wrote about it or its item in the report month or before. */
export function addFollowUp(page: PageContext): void {
  const { agreement, input } = page;
  const improvements = input.records.improvements.filter((row) => row.agreement !== null && sameName(row.agreement, agreement.agreement));
  const month = input.figures.month.slice(0, 7);
  const about = new Set([nameKey(agreement.agreement), nameKey(agreement.item)]);
  const remarks = input.records.remarks.filter((row) => about.has(nameKey(row.about)) && row.month.slice(0, 7) <= month).toSorted((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : a.row - b.row));
  if (improvements.length > 0) {
    addSection(page.rows, W.agreementPage.improvements);
    addHeads(page, W.agreementPage.improvementHeads);
    addSome(page, improvements.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || a.row - b.row), (row: Improvement) => addRow(page, row.status ?? W.agreementPage.noState, row.improvement, row.action ?? W.noAction, row.owner, row.dueDate));
  }
  if (remarks.length > 0) {
    addSection(page.rows, W.agreementPage.remarks);
    addHeads(page, W.agreementPage.remarkHeads);
    addSome(page, remarks, (row: Remark) => addRow(page, shortMonthYear(row.month), `${W.agreementPage.kinds[row.kind]}${row.author === null ? '' : `, ${row.author}`}`, row.text, row.owner, row.dueDate, row.kind === 'Ask'));
  }
}

function addHeads({ rows }: PageContext, heads: readonly string[]): void {
  const [state = '', what = '', text = '', owner = '', due = ''] = heads;
  rows.add(HEIGHT.head, across([cell(AT.state, state, STYLE.head), cell(AT.what, what, STYLE.head), cell(AT.text, text, STYLE.head), cell(AT.owner, owner, { ...STYLE.head, indent: 1 }), cell(AT.due, due, { ...STYLE.head, horizontal: 'Right' })], AT.state, AT.due, STYLE.headRule));
}

function addSome<T>({ rows }: PageContext, all: readonly T[], add: (one: T) => void): void {
  for (const one of all.slice(0, MOST_ROWS)) add(one);
  if (all.length > MOST_ROWS) rows.add(LINE, [cell(AT.what, W.agreementPage.moreRows(all.length - MOST_ROWS), STYLE.detail)]);
}

/** @param needsOwner nobody answers for it yet: that is said in red */
function addRow({ rows, merges, input }: PageContext, state: string, what: string, text: string, owner: string | null, due: string | null, needsOwner = true): void {
  const width = widthOf(TARGET_COLUMNS, AT.text, AT.lastText) - CELL_MARGIN - 3;
  const shown = fittedLines(text, width, MOST_LINES, { size: 10 });
  const lines = wrapped(shown, width, { size: 10 }).length;
  const top: CellStyle = { ...BODY, vertical: lines === 1 ? 'Center' : 'Top' };
  const serial = due === null ? null : dateSerial(due, input.dateSystem);
  const ownerCells: SheetCell[] = owner !== null ? [textCell(AT.owner, owner, widthOf(TARGET_COLUMNS, AT.owner, C.from), { ...top, indent: 1 })] : needsOwner ? [cell(AT.owner, W.noOwner, { ...top, indent: 1, color: COLOR.missed })] : [];
  const at = rows.add(lines * LINE_HEIGHT + 1.5, across(
    [
      textCell(AT.state, state, TARGET_COLUMNS[AT.state] ?? 0, top),
      textCell(AT.what, what, widthOf(TARGET_COLUMNS, AT.what, C.promise), top),
      cell(AT.text, shown, { ...top, wrap: true }),
      ...ownerCells,
      serial === null ? nothingCell(AT.due, { ...top, horizontal: 'Right' }) : cell(AT.due, serial, { ...top, horizontal: 'Right', numberFormat: FORMAT.date }),
    ],
    AT.state,
    AT.due,
    STYLE.rowRule,
  ));
  merges.push(range(at, AT.text, at, AT.lastText));
}

import type { Improvement } from '../../domain/performance/records';
import { nameKey } from '../../domain/names';
import { monthName, numberText } from '../../domain/performance/phrases';
import { shortMonthYear } from '../dates';
import { lastTwelve } from '../heading';
import { cell, range, textCell, widthOf } from '../layout';
import { type Loss, lossOf } from '../loss';
import { outlook, type OutlookItem } from '../outlook';
import { stepAbove } from '../axis';
import type { CellStyle, SheetCell } from '../sheet';
import { CELL_MARGIN, COLOR, HEIGHT, STYLE } from '../style';
import { fitted, textWidth } from '../text-width';
import { isOpen } from '../why';
import { moreOn, SHEET_NAME, W } from '../words';
import { BEHIND, C, CAPACITY, type FirstPage, PAGE } from './page';

/** Three sections side by side: what was lost, what breaks next, what is being done. */
export function addLossesAndOutlook(page: FirstPage): void {
  const next = outlook(page.input.figures);
  const doing = improvements(page);
  const loss = lossOf(page.input.figures);
  const hasChart = loss.months.some((amount) => amount > 0);
  const pairs = Math.max(1, Math.min(CAPACITY.next, next.length), Math.min(CAPACITY.doing, doing.length));
  const height = hasChart ? CAPACITY.lossRows : pairs * 2;
  const head = (column: number, title: string, count: number, most: number, place: string, last: number): SheetCell[] => [
    cell(column, title, { ...STYLE.section, indent: 1 }),
    ...(count > most ? [cell(last, moreOn(count - most, place), { ...STYLE.detail, horizontal: 'Right' as const, vertical: 'Bottom' as const })] : []),
  ];
  const top = page.addRow(HEIGHT.section, [
    cell(C.status, loss.title, STYLE.section),
    ...head(C.promise, W.next, next.length, CAPACITY.next, W.seeSheet(SHEET_NAME[sheetOf(next.slice(CAPACITY.next))]), C.before),
    ...head(C.budget, W.doing, doing.length, CAPACITY.doing, W.seeTable('Improvements'), C.kept),
  ]);
  const cells = Array.from({ length: height }, (): SheetCell[] => []);
  const put = (at: number, ...more: SheetCell[]): void => {
    cells[at]?.push(...more);
  };
  if (hasChart) losses(page, top + 1, loss, put);
  else put(0, cell(C.status, loss.nothing, STYLE.body));

  if (next.length === 0) put(0, cell(C.promise, W.nextNothing, { ...STYLE.body, indent: 1 }));
  next.slice(0, CAPACITY.next).forEach((item, at) => outlookPair(page, item, at * 2, put));
  if (doing.length === 0) put(0, cell(C.budget, W.doingNothing, { ...STYLE.body, indent: 1 }));
  doing.slice(0, CAPACITY.doing).forEach((improvement, at) => {
    const lead = widthOf(PAGE, C.budget, C.lastMonth);
    const closed = improvement.closedDate;
    const when = closed ?? improvement.dueDate;
    put(at * 2, textCell(C.budget, improvement.improvement, lead - 8, { ...STYLE.strong, indent: 1 }), page.dateCell(C.kept, when, closed === null ? '' : 'done ', STYLE.body));
    const detail = improvement.owner === null ? [cell(C.budget, W.noOwner, { ...STYLE.detail, color: COLOR.missed, indent: 1 })] : [textCell(C.budget, doingText(improvement.owner, improvement.action, improvement.improvement), lead, { ...STYLE.detail, indent: 1 })];
    put(at * 2 + 1, ...detail);
  });
  for (const ofRow of cells) page.addRow(HEIGHT.detail, ofRow);
  page.addRow(HEIGHT.spacer);
}

/** The sheet that says more of what has no room: the one that all of it stands on, else the scorecard. */
function sheetOf(items: readonly OutlookItem[]): OutlookItem['sheet'] {
  const [first] = items;
  return first !== undefined && items.every(({ sheet }) => sheet === first.sheet) ? first.sheet : 'scorecard';
}

/** Improvements: open ones by due date, then what was closed since the month began, once. */
function improvements(page: FirstPage): Improvement[] {
  const { figures, records } = page.input;
  const byDate = (a: string | null, b: string | null): number => ((a ?? '9999') < (b ?? '9999') ? -1 : (a ?? '9999') > (b ?? '9999') ? 1 : 0);
  const open = records.improvements.filter(isOpen).toSorted((a, b) => byDate(a.dueDate, b.dueDate));
  const closed = records.improvements.filter((row) => row.status !== 'Dropped' && row.closedDate !== null && row.closedDate.slice(0, 7) === figures.month.slice(0, 7));
  return [...open, ...closed.toSorted((a, b) => byDate(a.closedDate, b.closedDate))];
}

function outlookPair(page: FirstPage, item: OutlookItem, at: number, put: (at: number, ...cells: SheetCell[]) => void): void {
  const width = widthOf(PAGE, C.promise, C.now);
  const when = item.date === null ? cell(C.before, W.now, { ...STYLE.body, horizontal: 'Right' }) : page.dateCell(C.before, item.date, item.until ? 'to ' : '', STYLE.body);
  put(at, textCell(C.promise, item.lead, width, { ...STYLE.strong, indent: 1 }), when);
  put(at + 1, textCell(C.promise, item.detail, width + (PAGE[C.before] ?? 0), { ...STYLE.detail, indent: 1 }));
}

function losses(page: FirstPage, top: number, loss: Loss, put: (at: number, ...cells: SheetCell[]) => void): void {
  const { figures } = page.input;
  put(0, cell(C.status, loss.unit, STYLE.detail));
  const months = lastTwelve(figures);
  behindChart(page, top - 1, months, loss);
  const step = stepAbove(Math.max(...loss.months) / 3);
  const series = (column: number) => ({ values: range(top + 1, column, top + 12, column), categories: range(top + 1, BEHIND.month, top + 12, BEHIND.month) });
  page.charts.push({
    name: loss.name,
    type: 'ColumnClustered',
    at: range(top + 1, C.status, top + 7, C.service),
    series: [
      { name: W.otherMonths, ...series(BEHIND.others), color: COLOR.otherMonths },
      { name: monthName(figures.month), ...series(BEHIND.now), color: COLOR.accent, labels: loss.label },
    ],
    gapWidth: 45,
    overlap: 100,
    valueAxis: { visible: true, minimum: 0, maximum: step * 3, majorUnit: step, numberFormat: step < 1 ? '0.0##' : '#,##0', gridlines: COLOR.gridline },
    categoryAxis: { visible: true },
    description: `${loss.unit}: ${months.map((month, at) => `${shortMonthYear(month)} ${numberText(loss.months[at] ?? 0, 1)}`).join(', ')}.`,
  });
  const width = widthOf(PAGE, C.status, C.service);
  const [line = '', second = ''] = twoLines(loss.parts, width - CELL_MARGIN, 10);
  put(CAPACITY.lossRows - 2, cell(C.status, line, { ...STYLE.detail, color: COLOR.ink }));
  put(CAPACITY.lossRows - 1, cell(C.status, second, { ...STYLE.detail, color: COLOR.ink }));
}

function behindChart(page: FirstPage, head: number, months: readonly string[], loss: Loss): void {
  const style: CellStyle = { ...STYLE.definition, horizontal: 'Right' };
  const add = (row: number, cells: SheetCell[]): void => {
    page.behind.set(row, cells);
  };
  add(head + 1, [cell(BEHIND.month, W.behindChart, STYLE.definition), cell(BEHIND.others, W.otherMonths, style), cell(BEHIND.now, monthName(page.input.figures.month), style)]);
  months.forEach((month, at) => {
    const value = loss.months[at] ?? 0;
    const last = at === months.length - 1;
    add(head + 2 + at, [cell(BEHIND.month, monthName(month).charAt(0), STYLE.definition), cell(last ? BEHIND.now : BEHIND.others, value, { ...style, numberFormat: loss.format })]);
  });
}

/** Parts joined by a middle dot, on two lines at most. */
function twoLines(parts: readonly string[], width: number, size: number): string[] {
  const lines = [''];
  for (const part of parts) {
    const current = lines[lines.length - 1] ?? '';
    const joined = current === '' ? part : `${current} · ${part}`;
    if (textWidth(joined, { size }) <= width || current === '') lines[lines.length - 1] = joined;
    else if (lines.length < 2) lines.push(part);
  }
  return lines.map((line) => fitted(line, width, { size }));
}

function doingText(owner: string, action: string | null, name: string): string {
  return action === null || nameKey(action) === nameKey(name) ? `${owner}.` : `${owner}: ${action.trim()}`;
}

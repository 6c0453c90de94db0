import type { DemandFigures, OpenRequest, RequestCount, RequestsFigure } from '../../domain/demand/figures';
import type { Figures } from '../../domain/figures';
import { numberText } from '../../domain/performance/phrases';
import { finish, type Work } from '../../domain/work';
import { stepAbove } from '../axis';
import { shortMonthYear } from '../dates';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, range, Rows, textCell, widthOf } from '../layout';
import { nothingCell, numberCell } from '../number-cell';
import { textOrNothing } from '../service-map/cells';
import { sentencesThatFit } from '../service-map/sentences';
import type { CellStyle, SheetCell, SheetChart, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, STYLE } from '../style';
import { wrapped } from '../text-width';
import { SHEET_NAME } from '../words';
import { requestsFacts, requestsSentence } from './sentences';
import { W } from './words';

/** Three lists side by side: a name and three numbers each. */
const COLUMNS = [9, 147, 48, 48, 48, 33, 147, 48, 48, 48, 33, 147, 48, 42, 48];
const LISTS = [1, 6, 11] as const;
const [LEFT, MIDDLE, RIGHT_LIST] = LISTS;
const LAST = 14;
/** The open requests: some fields stand over several columns. */
const B = { request: [1, 4], age: [5, 5], item: [6, 6], businessUnit: [7, 8], category: [9, 10], project: [11, 11], status: [12, 13], effort: [14, 14] } as const;
/** Lines of a list; the rest is one line. */
const MOST_LINES = 15;
/** Open requests with a line each. */
const MOST_OPEN = 500;

const SMALL: CellStyle = { size: 10, color: COLOR.ink };
const NUMBER: CellStyle = { ...SMALL, horizontal: 'Right' };
const HEAD_RIGHT: CellStyle = { ...STYLE.head, size: 9, horizontal: 'Right' };
const width = (column: number): number => COLUMNS[column] ?? 0;
const widthOfField = ([from, to]: readonly [number, number]): number => widthOf(COLUMNS, from, to);

type Input = Pick<ReportInput, 'figures'>;

/** A list of a page: its title, and a name with up to three numbers each, which stand at its right edge. */
interface List {
  readonly title: string;
  readonly heads: readonly string[];
  readonly lines: readonly { readonly name: string; readonly pale?: boolean; readonly numbers: readonly (number | null)[] }[];
}

/**
 * What was asked for: by month, age, status, category, source, item and business unit; how much of it was in the plan
 * and has a budget; and every open request, the oldest first.
 */
export function requests(input: Input, figures: DemandFigures): SheetModel {
  return finish(requestsWork(input, figures));
}

/** `requests` with a pause after every request, for callers that must give way to others. */
export function* requestsWork({ figures }: Input, { requests: all }: DemandFigures): Work<SheetModel> {
  const rows = new Rows();
  const total = widthOf(COLUMNS, 1, LAST);
  const facts = sentencesThatFit(requestsFacts(all), total, STYLE.subline);
  addHeading(rows, COLUMNS, figures, W.requests.title, null, requestsSentence(all), facts === '' ? null : facts);
  const charts: SheetChart[] = [];
  let headRow: number | null = null;
  if (all.byStatus.length === 0 && all.backlog.length === 0) {
    rows.add(HEIGHT.promise, [cell(LEFT, W.requests.none, STYLE.body)]);
  } else {
    const months = addMonths(rows, all, figures);
    if (months !== null) charts.push(months);
    addLists(rows, [countsList(W.requests.lists.status, all.byStatus), countsList(W.requests.lists.category, all.byCategory), countsList(W.requests.lists.source, all.bySource)]);
    addLists(rows, [countsList(W.requests.lists.item, all.byItem), countsList(W.requests.lists.businessUnit, all.byBusinessUnit)]);
    yield;
    headRow = yield* addBacklog(rows, all.backlog);
  }
  rows.add(HEIGHT.spacer);
  for (const text of [...W.requests.definitions, ...(all.rowsLeftOut.length === 0 ? [] : [W.unreadableRows(all.rowsLeftOut.length, 'Requests')])]) for (const line of wrapped(text, total - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(LEFT, line, STYLE.definition)]);
  const page = listPage({ kind: 'requests', subject: '', name: SHEET_NAME.requests, title: W.requests.title, figures, columns: COLUMNS, rows, lastColumn: LAST, heads: null });
  // The list runs on over pages: its heads stand above it on each, but are too far down to be kept in view.
  return { ...page, charts, print: page.print === null || headRow === null ? page.print : { ...page.print, titleRows: { from: headRow, to: headRow } } };
}

/** Thirteen months, the chart of what was open at their ends beside them, then age and plan. */
function addMonths(rows: Rows, all: RequestsFigure, figures: Pick<Figures, 'month'>): SheetChart | null {
  const { lists, monthHeads } = W.requests;
  const ages = ageList(all);
  const plan = planList(all);
  const top = rows.next;
  rows.add(HEIGHT.section + 6, [sectionCell(LEFT, W.requests.months), sectionCell(MIDDLE, W.requests.chart), sectionCell(RIGHT_LIST, lists.age)]);
  const headCells = across([cell(LEFT, monthHeads.month, STYLE.head), ...[monthHeads.submitted, monthHeads.closed, monthHeads.open, monthHeads.days].map((text, at) => cell(LEFT + 1 + at, text, HEAD_RIGHT))], LEFT, LEFT + 4, STYLE.headRule);
  rows.add(HEIGHT.head, [...headCells, ...listHeads(RIGHT_LIST, ages)]);
  const sideLines = [...ages.lines.map((line) => listCells(RIGHT_LIST, line)), [], [sectionCell(RIGHT_LIST, lists.plan)], ...plan.lines.map((line) => listCells(RIGHT_LIST, line))];
  const months = all.months.map(({ month, submitted, closed, backlog, leadTimeDays }, at) => {
    const style = month === figures.month ? { ...NUMBER, bold: true } : NUMBER;
    return across([cell(LEFT, shortMonthYear(month), { ...SMALL, bold: month === figures.month }), number(LEFT + 1, submitted, style), number(LEFT + 2, closed, style), number(LEFT + 3, backlog, style), number(LEFT + 4, leadTimeDays, style)], LEFT, LEFT + 4, STYLE.rowRule).concat(sideLines[at] ?? []);
  });
  for (const cells of months) rows.add(HEIGHT.promise, cells);
  for (const cells of sideLines.slice(months.length)) rows.add(HEIGHT.promise, cells);
  return backlogChart(all, top + 2, figures);
}

/** Columns of what was open at the end of each month, this one in the accent. */
function backlogChart({ months }: RequestsFigure, first: number, { month }: Pick<Figures, 'month'>): SheetChart | null {
  const peak = Math.max(0, ...months.map(({ backlog }) => backlog));
  if (months.length < 2 || peak === 0) return null;
  const last = first + months.length - 1;
  const step = Math.max(1, stepAbove(peak / 3));
  return {
    name: 'Open requests by month',
    type: 'ColumnClustered',
    at: range(first, MIDDLE, last, MIDDLE + 3),
    series: [{ name: W.requests.chart, values: range(first, LEFT + 3, last, LEFT + 3), categories: range(first, LEFT, last, LEFT), color: COLOR.otherMonths }],
    gapWidth: 45,
    valueAxis: { visible: true, minimum: 0, maximum: step * 3, majorUnit: step, numberFormat: FORMAT.count, gridlines: COLOR.gridline },
    categoryAxis: { visible: true },
    description: `${W.requests.chart}: ${months.map((one) => `${shortMonthYear(one.month)} ${one.backlog}`).join(', ')}; ${shortMonthYear(month)} is the last.`,
  };
}

function sectionCell(column: number, title: string): SheetCell {
  return cell(column, title, { ...STYLE.section, vertical: 'Bottom' });
}

function number(column: number, value: number | null, style: CellStyle = NUMBER): SheetCell {
  if (value === null) return nothingCell(column, SMALL);
  const decimals = Number.isInteger(value) ? 0 : 1;
  return numberCell(column, { value, format: decimals === 0 ? FORMAT.count : '#,##0.0', text: numberText(value, decimals) }, width(column), style);
}

function ageList({ byAge }: RequestsFigure): List {
  return { title: W.requests.lists.age, heads: [W.requests.heads.open], lines: byAge.map(({ upToDays, open }, at) => ({ name: W.requests.ages(upToDays, byAge[at - 1]?.upToDays ?? 0), numbers: [open] })) };
}

function planList({ planned, unplanned, withProject }: RequestsFigure): List {
  return { title: W.requests.lists.plan, heads: [], lines: [{ name: W.requests.planned, numbers: [planned] }, { name: W.requests.unplanned, numbers: [unplanned] }, { name: W.requests.withProject, numbers: [withProject] }] };
}

/** Counts of one property; a long list ends with the sum of the rest. */
function countsList(title: string, counts: readonly RequestCount[]): List {
  const shown = counts.length > MOST_LINES ? counts.slice(0, MOST_LINES - 1) : counts;
  const rest = counts.slice(shown.length);
  const sum = (of: (count: RequestCount) => number): number => rest.reduce((total, one) => total + of(one), 0);
  const { submitted, year, open } = W.requests.heads;
  return {
    title,
    heads: [submitted, year, open],
    lines: [
      ...shown.map((one) => ({ name: one.name ?? W.requests.blank, pale: one.name === null, numbers: [one.submitted, one.submittedInYear, one.open] })),
      ...(rest.length === 0 ? [] : [{ name: W.requests.more(rest.length), pale: true, numbers: [sum((one) => one.submitted), sum((one) => one.submittedInYear), sum((one) => one.open)] }]),
    ],
  };
}

/** Lists side by side, each with its heads. */
function addLists(rows: Rows, lists: readonly List[]): void {
  rows.add(HEIGHT.section + 6, lists.map(({ title }, at) => sectionCell(LISTS[at] ?? LEFT, title)));
  rows.add(HEIGHT.head, lists.flatMap((list, at) => listHeads(LISTS[at] ?? LEFT, list)));
  const lines = Math.max(...lists.map((list) => list.lines.length));
  for (let line = 0; line < lines; line++) rows.add(HEIGHT.promise, lists.flatMap((list, at) => {
    const of = list.lines[line];
    return of === undefined ? [] : listCells(LISTS[at] ?? LEFT, of);
  }));
}

function listHeads(column: number, { heads }: List): SheetCell[] {
  return across(heads.map((text, at) => cell(column + 4 - heads.length + at, text, HEAD_RIGHT)), column, column + 3, STYLE.headRule);
}

function listCells(column: number, { name, pale = false, numbers }: List['lines'][number]): SheetCell[] {
  const style = pale ? { ...SMALL, color: COLOR.grey } : SMALL;
  return across([textCell(column, name, width(column), style), ...numbers.map((value, at) => number(column + 4 - numbers.length + at, value))], column, column + 3, STYLE.rowRule);
}

/** The open requests, the oldest first. @returns the row of their heads */
function* addBacklog(rows: Rows, backlog: readonly OpenRequest[]): Work<number | null> {
  rows.add(HEIGHT.section + 6, [sectionCell(LEFT, W.requests.backlog)]);
  if (backlog.length === 0) {
    rows.add(HEIGHT.promise, [cell(LEFT, W.requests.noBacklog, STYLE.body)]);
    return null;
  }
  const { backlogHeads: heads } = W.requests;
  const right: ReadonlySet<string> = new Set(['age', 'effort']);
  const cells = (Object.keys(B) as (keyof typeof B)[]).map((field) => cell(B[field][0], heads[field], right.has(field) ? { ...STYLE.head, horizontal: 'Right' as const } : { ...STYLE.head, indent: field === 'request' ? 0 : 1 }));
  const headRow = rows.add(HEIGHT.head, across(cells, LEFT, LAST, STYLE.headRule));
  for (const request of backlog.slice(0, MOST_OPEN)) {
    rows.add(HEIGHT.promise, across(requestCells(request), LEFT, LAST, STYLE.rowRule));
    yield;
  }
  const more = backlog.length - MOST_OPEN;
  if (more > 0) rows.add(HEIGHT.promise, [cell(LEFT, W.requests.moreOpen(more), STYLE.detail)]);
  return headRow;
}

function requestCells({ request, title, item, businessUnit, category, project, planned, status, ageDays, effortDays }: OpenRequest): SheetCell[] {
  const indented: CellStyle = { ...SMALL, indent: 1 };
  const field = (of: readonly [number, number], text: string | null): SheetCell => textOrNothing(of[0], text, widthOfField(of), indented);
  const name = title === null || title.trim() === '' ? request : `${request} · ${title}`;
  return [
    textCell(B.request[0], name, widthOfField(B.request), SMALL),
    number(B.age[0], ageDays),
    field(B.item, item),
    field(B.businessUnit, businessUnit),
    field(B.category, category),
    textCell(B.project[0], project ?? (planned ? W.requests.inPlan : W.requests.notPlanned), width(B.project[0]), project === null ? { ...indented, color: COLOR.grey } : indented),
    field(B.status, status),
    number(B.effort[0], effortDays),
  ];
}

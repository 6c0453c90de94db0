import type { DemandFigures, Recommendation } from '../../domain/demand/figures';
import { listOf } from '../../domain/performance/phrases';
import { finish, type Work } from '../../domain/work';
import { dateOfInstant, dateSerial } from '../dates';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, Rows, textCell, widthOf } from '../layout';
import { moneyFormat, moneyText } from '../money';
import { nothingCell, numberCell } from '../number-cell';
import { linesOfNames } from '../service-map/names-in-cell';
import { sentencesThatFit } from '../service-map/sentences';
import type { CellStyle, SheetCell, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, STYLE } from '../style';
import { fittedLines, wrapped } from '../text-width';
import { NOTHING, SHEET_NAME } from '../words';
import { recommendationsFacts, recommendationsSentence } from './sentences';
import { W } from './words';

const COLUMNS = [9, 165, 291, 132, 66, 69, 108, 102];
const C = { name: 1, finding: 2, about: 3, amount: 4, due: 5, sent: 6, rows: 7 } as const;
/** More than a reader decides on; the pane has them all. */
const MOST_LISTED = 200;
const MOST_LINES = 5;
const MOST_ROW_LINES = 3;
const LINE_HEIGHT = 14.25;
const INDENTED: CellStyle = { ...STYLE.body, indent: 1 };

type Input = Pick<ReportInput, 'figures' | 'dateSystem'>;

/** What the findings ask for, the most urgent first and so many at most: each with its figures and rows, the money and the date it is about, and where it was sent, if it was. */
export function recommendations(input: Input, figures: DemandFigures): SheetModel {
  return finish(recommendationsWork(input, figures));
}

/** `recommendations` with a pause after every one, for callers that must give way to others. */
export function* recommendationsWork(input: Input, { recommendations: all }: DemandFigures): Work<SheetModel> {
  const { figures } = input;
  const rows = new Rows();
  const width = widthOf(COLUMNS, C.name, C.rows);
  const facts = sentencesThatFit(recommendationsFacts(all, figures.currency), width, STYLE.subline);
  addHeading(rows, COLUMNS, figures, W.recommendations.title, null, recommendationsSentence(all, dateOfInstant(figures.asOf, figures.zone)), facts === '' ? null : facts);
  const right: ReadonlySet<number> = new Set([C.amount, C.due]);
  const heads = (Object.keys(C) as (keyof typeof C)[]).map((key) => cell(C[key], W.recommendations.heads[key], right.has(C[key]) ? { ...STYLE.head, horizontal: 'Right' as const } : key === 'name' || key === 'rows' ? STYLE.head : { ...STYLE.head, indent: 1 }));
  const head = rows.add(HEIGHT.head, across(heads, C.name, C.rows, STYLE.headRule));
  if (all.length === 0) rows.add(HEIGHT.promise, [cell(C.name, W.recommendations.none, STYLE.body)]);
  for (const one of all.slice(0, MOST_LISTED)) {
    addRecommendation(rows, one, input);
    yield;
  }
  const more = all.length - MOST_LISTED;
  if (more > 0) rows.add(HEIGHT.promise, [cell(C.name, W.recommendations.more(more), STYLE.detail)]);
  rows.add(HEIGHT.spacer);
  for (const text of W.recommendations.definitions) for (const line of wrapped(text, width - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.name, line, STYLE.definition)]);
  return listPage({ kind: 'recommendations', subject: '', name: SHEET_NAME.recommendations, title: W.recommendations.title, figures, columns: COLUMNS, rows, lastColumn: C.rows, heads: [head, head] });
}

/** Rows with the table's name before the first of each. @example ['Requests 39', '41', 'Usage 7'] */
function rowNames(rows: Recommendation['rows']): string[] {
  return rows.map(({ table, row }, at) => (rows[at - 1]?.table === table ? String(row) : `${table} ${row}`));
}

function addRecommendation(rows: Rows, one: Recommendation, { figures, dateSystem }: Input): void {
  let lines = 1;
  const width = (column: number): number => COLUMNS[column] ?? 0;
  const text = (column: number, value: string, style: CellStyle): SheetCell => {
    const room = width(column) - CELL_MARGIN - 2 - (style.indent ?? 0) * 8;
    const font = { size: style.size ?? 11, bold: style.bold ?? false };
    const shown = fittedLines(value, room, MOST_LINES, font);
    lines = Math.max(lines, wrapped(shown, room, font).length);
    return cell(column, shown, { ...style, wrap: true });
  };
  const about = [...(one.services.length === 0 ? [] : [listOf(one.services)]), ...(one.businessUnit === null ? [] : [one.businessUnit])].join(' · ');
  const places = linesOfNames('', rowNames(one.rows), width(C.rows) - 2, STYLE.detail, MOST_ROW_LINES);
  lines = Math.max(lines, places.length);
  const due = one.dueDate === null ? null : dateSerial(one.dueDate, dateSystem);
  const late = one.sent === null && one.dueDate !== null && one.dueDate < dateOfInstant(figures.asOf, figures.zone);
  const cells = [
    text(C.name, one.name, STYLE.strong),
    text(C.finding, one.finding, INDENTED),
    about === '' ? cell(C.about, NOTHING, { ...INDENTED, color: COLOR.grey }) : text(C.about, about, INDENTED),
    one.amount === null ? nothingCell(C.amount) : numberCell(C.amount, { value: one.amount, format: moneyFormat(figures.currency), text: moneyText(one.amount, figures.currency) }, width(C.amount), { ...STYLE.body, horizontal: 'Right' }),
    due === null ? nothingCell(C.due) : cell(C.due, due, { ...STYLE.body, horizontal: 'Right', numberFormat: FORMAT.date, ...(late ? { bold: true, color: COLOR.atRisk } : {}) }),
    text(C.sent, one.sent === null ? W.recommendations.notSent(one.belongsTo) : W.recommendations.sentTo(one.sent.table, one.sent.row), one.sent === null ? { ...STYLE.detail, indent: 1 } : { ...STYLE.body, indent: 1 }),
    places.length <= 1 ? textCell(C.rows, places[0] ?? NOTHING, width(C.rows), STYLE.detail) : text(C.rows, places.join('\n'), STYLE.detail),
  ];
  rows.add(lines * LINE_HEIGHT + 1.5, across(cells, C.name, C.rows, { ruleBelow: COLOR.rowRule, vertical: 'Top' }));
}

import type { DemandFigures, UsageFigure } from '../../domain/demand/figures';
import { finish, type Work } from '../../domain/work';
import { shortMonthYear } from '../dates';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, range, Rows, textCell, widthOf } from '../layout';
import { linesOfNames, namesThatFit } from '../service-map/names-in-cell';
import { sentencesThatFit } from '../service-map/sentences';
import type { SheetCell, SheetChart, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, HEIGHT, SHEET_WIDTH, STYLE } from '../style';
import { wrapped } from '../text-width';
import { SHEET_NAME } from '../words';
import { A, ACROSS, IN_ROWS, R, reportMonths, withBehind } from './columns';
import { demandFacts, demandSentence } from './sentences';
import { addBand, blockOf } from './usage-block';
import { behindHeads, behindRows, isDrawable, lineNumbers, usageChart } from './usage-chart';
import { addHeadsAcross, linesAcross, sharedUnits } from './usage-columns';
import { noUseSince } from './usage-notes';
import { addHeadsInRows, linesInRows } from './usage-rows';
import { W } from './words';

/** As many items have a chart; more make a workbook slow to open. */
const MOST_CHARTS = 24;
/** Rows that a chart needs to be read. */
const LEAST_LINES = 6;
const LINE = HEIGHT.detail;

type Input = Pick<ReportInput, 'figures' | 'records'>;

/**
 * Usage by service, business unit and month: level, share, growth, season and forecast of every item, a line for each
 * of the first, and what is not used or not recorded. Business units stand in rows, or in columns where `Settings` say so.
 */
export function demand(input: Input, figures: DemandFigures): SheetModel {
  return finish(demandWork(input, figures));
}

/** `demand` with a pause after every item, for callers that must give way to others. */
export function* demandWork({ figures, records }: Input, all: DemandFigures): Work<SheetModel> {
  const isAcross = records.settings.businessUnitsAcross;
  const printed = isAcross ? ACROSS : IN_ROWS;
  const last = isAcross ? A.chart : R.chart;
  const { columns, ...place } = withBehind(printed);
  const rows = new Rows();
  const charts: SheetChart[] = [];
  const width = SHEET_WIDTH - (printed[0] ?? 0);
  const facts = sentencesThatFit(demandFacts(all), width, STYLE.subline);
  addHeading(rows, printed, figures, W.usage.title, null, demandSentence(all, width), facts === '' ? null : facts);
  const months = reportMonths(figures.month);
  const drawable = all.usage.filter((figure) => isDrawable(figure, months));
  const drawn = new Set(drawable.slice(0, MOST_CHARTS));
  const behind = drawn.size === 0 ? [] : behindHeads(months, place);
  const shared = sharedUnits(all);
  const heads = isAcross ? addHeadsAcross(rows, shared, behind) : addHeadsInRows(rows, months, behind);
  if (all.usage.length === 0) rows.add(HEIGHT.promise, [cell(1, W.usage.none, STYLE.body)]);

  const groups = groupsOf(all.usage);
  for (const { title, items } of groups) {
    let top = rows.next;
    if (groups.length > 1) rows.add(HEIGHT.section + 6, [cell(1, title, { ...STYLE.section, vertical: 'Bottom' })]);
    for (const figure of items) {
      const block = blockOf(figure, months);
      addBand(rows, block, printed, last);
      const lines = isAcross ? linesAcross(block, shared) : linesInRows(block);
      if (drawn.has(figure)) {
        const numbers = lineNumbers(block);
        while (lines.length < LEAST_LINES) lines.push([]);
        const first = rows.next;
        behindRows(numbers, { ...place, heads: heads[1] }).forEach((cells, at) => lines[at]?.push(...cells));
        charts.push(usageChart(block, numbers, range(first, last, first + lines.length - 1, last), first, { ...place, heads: heads[1] }));
      }
      for (const line of lines) rows.add(LINE, line);
      rows.keepTogether(top);
      rows.add(HEIGHT.spacer);
      top = rows.next;
      yield;
    }
  }
  addUnused(rows, all.usage, printed, last);
  addNames(rows, W.usage.withoutUsage, all.withoutUsage, width);
  rows.add(HEIGHT.spacer);
  // A row of an unknown item is left out of each.
  const left = new Set(all.usage.flatMap(({ rowsLeftOut }) => rowsLeftOut.map(({ table, row }) => `${table} ${row}`))).size;
  const definitions = [...W.usage.definitions(drawn.size, all.usage.length), ...(left === 0 ? [] : [W.unreadableRows(left, 'Usage')])];
  for (const text of definitions) for (const line of wrapped(text, width - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(1, line, STYLE.definition)]);
  return { ...listPage({ kind: 'demand', subject: '', name: SHEET_NAME.demand, title: W.usage.title, figures, columns, rows, lastColumn: last, heads }), charts };
}

interface Group {
  readonly title: string;
  readonly items: readonly UsageFigure[];
}

/** Services, components and unknown names, as the figures have them in order. */
function groupsOf(usage: readonly UsageFigure[]): Group[] {
  const { groups } = W.usage;
  const of = (title: string, belongs: (figure: UsageFigure) => boolean): Group => ({ title, items: usage.filter(belongs) });
  return [of(groups.services, ({ section }) => section === 'Service'), of(groups.components, ({ section }) => section !== null && section !== 'Service'), of(groups.unknown, ({ section }) => section === null)].filter(({ items }) => items.length > 0);
}

/** What is recorded and not used any more: candidates for an end. */
function addUnused(rows: Rows, usage: readonly UsageFigure[], columns: readonly number[], last: number): void {
  const unused = usage.filter(({ noUse }) => noUse);
  if (unused.length === 0) return;
  rows.add(HEIGHT.section + 6, [cell(1, W.usage.notUsed, { ...STYLE.section, vertical: 'Bottom' })]);
  const since = columns.length > 4 ? 4 : 2;
  for (const figure of unused) {
    const month = noUseSince(figure);
    const cells: SheetCell[] = [
      textCell(1, `${figure.item}${figure.unit === null ? '' : `, ${figure.unit}`}`, widthOf(columns, 1, since - 1), STYLE.body),
      textCell(since, W.usage.noUse(month === null ? null : shortMonthYear(month)), widthOf(columns, since, since + 3), { ...STYLE.body, color: COLOR.grey }),
      textCell(since + 4, namesThatFit(figure.rows.map(({ table, row }) => `${table}, row ${row}`), widthOf(columns, since + 4, last), STYLE.detail), widthOf(columns, since + 4, last), STYLE.detail),
    ];
    rows.add(HEIGHT.promise, across(cells, 1, last, STYLE.rowRule));
  }
}

function addNames(rows: Rows, title: string, names: readonly string[], width: number): void {
  if (names.length === 0) return;
  rows.add(HEIGHT.section + 6, [cell(1, title, { ...STYLE.section, vertical: 'Bottom' })]);
  for (const line of linesOfNames('', names, width, STYLE.body)) rows.add(HEIGHT.promise, [textCell(1, line, width, STYLE.body)]);
}

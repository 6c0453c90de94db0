import type { TargetFigure, TargetStatus } from '../../domain/figures';
import { monthName } from '../../domain/performance/phrases';
import { addMonths } from '../../domain/time/zone';
import { shortMonthYear } from '../dates';
import { lastTwelve } from '../heading';
import { across, cell, firstThatFits, range, textCell, widthOf } from '../layout';
import type { CellStyle, SheetCell } from '../sheet';
import { BAR_COLOR, COLOR, FORMAT, HEIGHT, literal, STATUS_STYLE, STYLE } from '../style';
import { actualDisplay, targetDisplay, usedDisplay } from '../target-display';
import { MARK, morePromises, NOTHING, promiseWords, shortPromiseWords, STATUS_WORD, W } from '../words';
import { C, CAPACITY, type FirstPage, PAGE } from './page';

/** What was promised and delivered: the worst first, and how many more there are. */
export function addPromises(page: FirstPage): void {
  const { figures } = page.input;
  const months = lastTwelve(figures);
  const first = months[0] ?? figures.month;
  const title = [cell(C.status, W.promises, STYLE.section)];
  if (page.promises.length === 0) {
    page.addRow(HEIGHT.section, title);
    page.addRow(HEIGHT.promise, [cell(C.status, W.noTargets, STYLE.body)]);
    // Without its tables the month is unknown, not empty.
    const missing = page.input.problems.filter(({ severity, cell: place }) => severity === 'error' && place === '').map(({ title }) => title);
    if (missing.length > 0) page.addRow(HEIGHT.promise, [textCell(C.status, W.noTables(missing), widthOf(PAGE, C.status, C.kept), STYLE.absent)]);
    page.addRow(HEIGHT.spacer);
    return;
  }
  const span = `${shortMonthYear(first)} to ${shortMonthYear(figures.month)}`;
  page.addRow(HEIGHT.section, across([...title, cell(C.months, span, STYLE.head)], C.months, C.lastMonth, { horizontal: 'CenterAcrossSelection' }));
  page.addRow(HEIGHT.head, across(promiseHeads(page, months), C.status, C.kept, STYLE.headRule));

  const shown: TargetFigure[] = [];
  const room = CAPACITY.promises - (page.remark === null ? 0 : 1);
  const brokenShown = page.broken.length > CAPACITY.broken ? page.broken.slice(0, CAPACITY.broken) : page.broken;
  const others = page.promises.filter((figure) => figure.status !== 'Missed');
  const extraLine = brokenShown.length < page.broken.length ? 1 : 0;
  shown.push(...brokenShown);
  for (const figure of brokenShown) promiseRow(page, figure);
  if (extraLine === 1) {
    const more = { ...noneOfEach(), Missed: page.broken.length - brokenShown.length };
    page.addRow(HEIGHT.promise, across([cell(C.status, STATUS_WORD.Missed, STATUS_STYLE.Missed), cell(C.service, morePromises(more), STYLE.body)], C.status, C.kept, STYLE.rowRule));
  }
  const othersShown = others.slice(0, room - brokenShown.length - extraLine);
  shown.push(...othersShown);
  for (const figure of othersShown) promiseRow(page, figure);

  const rest = noneOfEach();
  for (const figure of others.slice(othersShown.length)) rest[figure.status]++;
  const restCells = morePromises(rest) === '' ? [] : [cell(C.service, morePromises(rest), { ...STYLE.body, color: COLOR.grey })];
  const onlyMet = rest.Met > 0 && rest.Met === others.length - othersShown.length;
  page.addRow(HEIGHT.promise, [...(onlyMet ? [cell(C.status, STATUS_WORD.Met, STATUS_STYLE.Met)] : []), ...restCells, cell(C.kept, W.legend, { ...STYLE.head, horizontal: 'Right' })]);
  page.addRow(HEIGHT.spacer);
}

function promiseHeads(page: FirstPage, months: readonly string[]): SheetCell[] {
  const { figures } = page.input;
  const right: CellStyle = { ...STYLE.head, horizontal: 'Right' };
  return [
    cell(C.status, W.heads.status, STYLE.head),
    cell(C.service, W.heads.service, STYLE.head),
    cell(C.promise, W.heads.promise, STYLE.head),
    cell(C.target, W.heads.target, right),
    cell(C.now, monthName(figures.month), { ...STYLE.headNow, horizontal: 'Right' }),
    cell(C.before, monthName(addMonths(figures.month, -1)), right),
    cell(C.budget, W.heads.budget, right),
    ...months.map((month, at) => cell(C.months + at, monthName(month).charAt(0), { ...STYLE.head, horizontal: 'Center' as const, ...(at === 11 ? { bold: true, color: COLOR.accent } : {}), ...yearRule(month, at) })),
    cell(C.kept, W.heads.kept, right),
  ];
}

function promiseRow(page: FirstPage, figure: TargetFigure): void {
  const { figures } = page.input;
  const metrics = figures.csfs.flatMap((csf) => csf.metrics);
  const missed = figure.status === 'Missed';
  const target = targetDisplay(figure, metrics);
  const right: CellStyle = { size: 11, horizontal: 'Right' };
  const number = (column: number, value: number | null, style: CellStyle): SheetCell => {
    const shown = value === null ? null : actualDisplay(figure, value, metrics);
    return shown === null ? cell(column, NOTHING, { ...right, color: COLOR.grey }) : cell(column, shown.value, { ...right, ...style, numberFormat: shown.format });
  };
  const share = figure.budget?.usedShare ?? null;
  const barStyle: CellStyle = { ...right, color: COLOR.ink, bold: missed };
  const cells = [
    cell(C.status, STATUS_WORD[figure.status], STATUS_STYLE[figure.status]),
    textCell(C.service, figure.item, PAGE[C.service] ?? 0, missed ? STYLE.strong : STYLE.body),
    textCell(C.promise, firstThatFits([promiseWords(figure), shortPromiseWords(figure)], PAGE[C.promise] ?? 0, STYLE.body), PAGE[C.promise] ?? 0, STYLE.body),
    cell(C.target, target.value, { ...right, color: COLOR.grey, numberFormat: target.format }),
    number(C.now, figure.actual, { bold: true, color: missed ? COLOR.missed : COLOR.ink }),
    number(C.before, figure.previous, { color: COLOR.grey }),
    share === null ? cell(C.budget, NOTHING, { ...right, color: COLOR.grey }) : cell(C.budget, usedDisplay(share), { ...barStyle, numberFormat: FORMAT.share }),
    ...lastTwelve(figures).map((month, at) => monthMark(figure, month, at)),
    figure.monthsMeasured === 0
      ? cell(C.kept, NOTHING, { ...right, color: COLOR.grey })
      : cell(C.kept, figure.monthsMet, { ...right, color: COLOR.ink, numberFormat: `0${literal(` of ${figure.monthsMeasured}`)}` }),
  ];
  const at = page.addRow(HEIGHT.promise, across(cells, C.status, C.kept, STYLE.rowRule));
  if (share !== null) addBar(page, at, BAR_COLOR[figure.status]);
}

/** One bar rule per colour, over the rows that stand together. */
function addBar(page: FirstPage, row: number, color: string): void {
  const last = page.dataBars[page.dataBars.length - 1];
  if (last !== undefined && last.color === color && last.at.row + last.at.rows === row) page.dataBars[page.dataBars.length - 1] = { color, at: { ...last.at, rows: last.at.rows + 1 } };
  else page.dataBars.push({ color, at: range(row, C.budget, row, C.budget) });
}

function monthMark(figure: TargetFigure, month: string, at: number): SheetCell {
  const base: CellStyle = { size: 11, horizontal: 'Center', color: COLOR.grey, ...yearRule(month, at) };
  const verdict = figure.months.find((candidate) => candidate.month === month)?.status ?? null;
  if (verdict === 'Missed') return cell(C.months + at, MARK.broken, { ...base, bold: true, color: COLOR.missed, fill: COLOR.missedPale });
  return cell(C.months + at, verdict === null ? null : verdict === 'Met' ? MARK.kept : MARK.notMeasurable, base);
}

/** A year begins. */
function yearRule(month: string, at: number): CellStyle {
  return month.slice(5, 7) === '01' && at > 0 ? { ruleLeft: COLOR.rowRule } : {};
}

function noneOfEach(): Record<TargetStatus, number> {
  return { Missed: 0, 'At risk': 0, 'Met, incomplete data': 0, Met: 0, 'Not measurable': 0 };
}

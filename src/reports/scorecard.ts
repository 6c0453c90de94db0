import { EXPIRES_SOON_DAYS } from '../domain/agreements/agreement-figures';
import type { AgreementType } from '../domain/agreements/records';
import type { AgreementFigure, AgreementState, Figures, MonthVerdict, TargetFigure } from '../domain/figures';
import { firstByName, nameKey } from '../domain/names';
import { monthName, numberText } from '../domain/performance/phrases';
import type { LocalDate } from '../domain/time/records';
import { finish, type Work } from '../domain/work';
import { dateOfInstant, dateSerial, dayMonthYear } from './dates';
import { addHeading, isRunning, lastTwelve } from './heading';
import type { ReportInput } from './input';
import { lapsedAgreements } from './lapsed';
import { across, cell, firstThatFits, listPage, Rows, textCell, widthOf } from './layout';
import { bare, nothingCell, numberCell } from './number-cell';
import { inReadingOrder, promisesOf } from './reading-order';
import type { CellStyle, SheetCell, SheetModel } from './sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, literal, STATUS_STYLE, STYLE } from './style';
import { actualDisplay, deviationDisplay, targetDisplay, usedDisplay } from './target-display';
import { wrapped } from './text-width';
import { MARK, promiseWords, scorecardFacts, scorecardSentence, SHEET_NAME, shortPromiseWords, STATUS_WORD, W } from './words';

const COLUMNS = [9, 112.5, 141, 52.5, 52.5, ...Array<number>(12).fill(36), 48, 48, 46.5];
const C = { status: 1, service: 2, target: 3, now: 4, months: 5, lastMonth: 16, kept: 17, worst: 18, budget: 19 } as const;
/** Where the lists of agreements below have their columns: texts stand where months stand above. */
const LIST = { state: C.status, agreement: C.service, from: C.target, to: C.now, left: C.months + 1, item: C.months + 2, customer: C.months + 6, reviewed: C.kept, due: C.worst } as const;
const TYPES: readonly AgreementType[] = ['SLA', 'OLA', 'UC'];
const APART: readonly AgreementState[] = ['Draft', 'Not begun', 'Ended', 'Retired'];
/** Height of a target's second line, in points. */
const SECOND_LINE = 12;
const RIGHT: CellStyle = { size: 11, horizontal: 'Right' };
const SMALL: CellStyle = { size: 9, color: COLOR.grey };
const SMALL_RIGHT: CellStyle = { ...SMALL, horizontal: 'Right' };
const DETAIL_RIGHT: CellStyle = { ...STYLE.detail, horizontal: 'Right' };

type Input = Pick<ReportInput, 'figures' | 'dateSystem'>;

/**
 * All agreements on one sheet: each target with its status, the twelve months side by side, how steady
 * they were, the budget used and where the period will end; then the agreements that are due for
 * review or about to end, and those that are not in force.
 */
export function scorecard(input: Input): SheetModel {
  return finish(scorecardWork(input));
}

/** `scorecard` with a pause after every target and agreement, for callers that must give way to others. */
export function* scorecardWork(input: Input): Work<SheetModel> {
  const { figures } = input;
  const rows = new Rows();
  addHead(rows, figures);
  const heads = addColumnHeads(rows, figures);
  if (figures.targets.length === 0) rows.add(HEIGHT.promise, [cell(C.status, W.levels.none, STYLE.body)]);
  const agreements = firstByName(figures.agreements, ({ agreement }) => agreement);
  for (const type of TYPES) {
    const ofType = inReadingOrder(figures.targets.filter((figure) => figure.agreementType === type), figures);
    if (ofType.length === 0) continue;
    rows.add(HEIGHT.section + 6, [cell(C.status, W.scorecard.ofType(W.levels.types[type], tally(ofType)), { ...STYLE.section, vertical: 'Bottom' })]);
    for (const figure of ofType) {
      addTarget(rows, figure, agreements.get(nameKey(figure.agreement)) ?? null, input);
      yield;
    }
  }
  yield* addRegister(rows, input);
  yield* addApart(rows, input);
  rows.add(HEIGHT.spacer);
  const width = widthOf(COLUMNS, C.status, C.budget) - CELL_MARGIN;
  for (const text of W.scorecard.definitions(dayMonthYear(dateOfInstant(figures.asOf, figures.zone)), `${numberText(figures.amberMargin * 100, 0)}%`, EXPIRES_SOON_DAYS)) {
    for (const line of wrapped(text, width, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.status, line, STYLE.definition)]);
  }
  return listPage({ kind: 'scorecard', subject: '', name: SHEET_NAME.scorecard, title: W.scorecard.title, figures, columns: COLUMNS, rows, lastColumn: C.budget, heads });
}

interface Tally {
  readonly kept: number;
  readonly judged: number;
}

/** Promises kept, or not broken yet, of those that could be judged. */
function tally(targets: readonly TargetFigure[]): Tally {
  const judged = targets.filter(({ status }) => status !== 'Not measurable');
  return { kept: judged.filter(({ status }) => status !== 'Missed').length, judged: judged.length };
}

/** The sentence of the sheet, and under it how steady the promises were and what is due. */
function addHead(rows: Rows, figures: Figures): void {
  const promises = promisesOf(figures);
  const toCustomers = promises.some(({ agreementType }) => agreementType === 'SLA');
  const measured = promises.filter(({ consistency }) => consistency.measured > 0);
  const inForce = figures.agreements.filter(({ state }) => state === 'In force');
  const sentences = scorecardFacts({
    steady: measured.filter(({ consistency }) => consistency.met === consistency.measured).length,
    measured: measured.length,
    beneath: TYPES.flatMap((type) => {
      const { kept, judged } = tally(figures.targets.filter((figure) => figure.agreementType === type));
      return !toCustomers || type === 'SLA' || judged === 0 ? [] : [{ type, kept, judged }];
    }),
    reviewsDue: inForce.filter(({ review }) => review !== null && review !== 'Reviewed').length,
    ending: inForce.filter(({ expiresSoon }) => expiresSoon).length,
  });
  const { kept, judged } = tally(promises);
  addHeading(rows, COLUMNS, figures, W.scorecard.title, null, scorecardSentence(figures.month, kept, judged, toCustomers, isRunning(figures)), sentences.length === 0 ? null : sentences.join(' '));
}

function addColumnHeads(rows: Rows, figures: Figures): readonly [number, number] {
  const { heads, secondHeads } = W.scorecard;
  const right: CellStyle = { ...STYLE.head, horizontal: 'Right' };
  const months = lastTwelve(figures);
  const first = rows.add(HEIGHT.head, [
    cell(C.status, heads.status, STYLE.head),
    cell(C.service, heads.service, STYLE.head),
    cell(C.target, heads.target, right),
    cell(C.now, monthName(figures.month).slice(0, 3), { ...STYLE.headNow, horizontal: 'Right' }),
    ...months.map((month, at) => cell(C.months + at, monthName(month).slice(0, 3), { ...(at === 11 ? STYLE.headNow : STYLE.head), horizontal: 'Center' as const, ...yearRule(month, at) })),
    cell(C.kept, heads.kept, right),
    cell(C.worst, heads.worst, right),
    cell(C.budget, heads.budget, right),
  ]);
  const second = [
    cell(C.status, secondHeads.next, SMALL),
    cell(C.service, secondHeads.promise, SMALL),
    cell(C.now, secondHeads.forecast, SMALL_RIGHT),
    ...months.map((month, at) => cell(C.months + at, at === 0 || month.slice(5, 7) === '01' ? month.slice(0, 4) : null, { ...SMALL, horizontal: 'Center' as const, ...yearRule(month, at) })),
    cell(C.kept, secondHeads.run, SMALL_RIGHT),
    cell(C.worst, secondHeads.worst, SMALL_RIGHT),
    cell(C.budget, secondHeads.deviation, SMALL_RIGHT),
  ];
  return [first, rows.add(HEIGHT.detail, across(second, C.status, C.budget, STYLE.headRule))];
}

/** A target on two lines: verdicts above, the figures and dates behind them beneath. */
function addTarget(rows: Rows, figure: TargetFigure, agreement: AgreementFigure | null, { figures, dateSystem }: Input): void {
  const metrics = figures.csfs.flatMap((csf) => csf.metrics);
  const missed = figure.status === 'Missed';
  const shown = (value: number | null) => (value === null ? null : actualDisplay(figure, value, metrics));
  const width = (column: number): number => COLUMNS[column] ?? 0;
  const months = lastTwelve(figures).map((month) => ({ month, verdict: figure.months.find((one) => one.month === month) ?? null }));
  const { consistency, forecast } = figure;
  const share = figure.budget?.usedShare ?? null;
  const above = [
    cell(C.status, STATUS_WORD[figure.status], STATUS_STYLE[figure.status]),
    textCell(C.service, figure.item, width(C.service), missed ? STYLE.strong : STYLE.body),
    numberCell(C.target, targetDisplay(figure, metrics), width(C.target), { ...RIGHT, color: COLOR.grey }),
    numberCell(C.now, shown(figure.actual), width(C.now), { ...RIGHT, bold: true, color: missed ? COLOR.missed : COLOR.ink }),
    ...months.map(({ month, verdict }, at) => markCell(C.months + at, verdict, yearRule(month, at))),
    consistency.measured === 0 ? nothingCell(C.kept) : cell(C.kept, consistency.met, { ...RIGHT, color: COLOR.ink, numberFormat: `0${literal(` of ${consistency.measured}`)}` }),
    numberCell(C.worst, shown(consistency.worst?.actual ?? null), width(C.worst), { ...RIGHT, color: COLOR.ink }),
    share === null ? nothingCell(C.budget) : cell(C.budget, usedDisplay(share), { ...RIGHT, color: missed ? COLOR.missed : COLOR.ink, bold: missed, numberFormat: FORMAT.share }),
  ];
  rows.add(HEIGHT.title, across(above, C.status, C.budget, { ruleAbove: COLOR.rowRule, vertical: 'Bottom' }));

  const promise = firstThatFits([promiseWords(figure), shortPromiseWords(figure)], widthOf(COLUMNS, C.service, C.target), SMALL);
  const next = agreement === null ? null : nextDate(agreement);
  const nextSerial = next === null ? null : dateSerial(next.date, dateSystem);
  const worstMonth = consistency.worst === null ? null : dateSerial(consistency.worst.month, dateSystem);
  rows.add(SECOND_LINE, [
    ...(next === null || nextSerial === null ? [] : [cell(C.status, nextSerial, { ...SMALL, horizontal: 'Left' as const, color: next.urgent ? COLOR.missed : COLOR.grey, numberFormat: `${literal(next.words)}${FORMAT.date}` })]),
    textCell(C.service, promise, widthOf(COLUMNS, C.service, C.target), SMALL),
    ...(forecast === null ? [] : [numberCell(C.now, shown(forecast.actual), width(C.now), forecast.verdict === 'Missed' ? { ...SMALL_RIGHT, bold: true, color: COLOR.missed } : SMALL_RIGHT)]),
    ...months.flatMap(({ month, verdict }, at) => figureCell(C.months + at, verdict, shown, yearRule(month, at)) ?? []),
    ...(consistency.measured === 0 ? [] : [cell(C.kept, consistency.longestRun, { ...SMALL_RIGHT, numberFormat: FORMAT.count })]),
    ...(worstMonth === null ? [] : [cell(C.worst, worstMonth, { ...SMALL_RIGHT, numberFormat: 'mmm yyyy' })]),
    ...(consistency.standardDeviation === null ? [] : [numberCell(C.budget, deviationDisplay(figure, consistency.standardDeviation, metrics), width(C.budget), SMALL_RIGHT)]),
  ]);
}

function markCell(column: number, verdict: MonthVerdict | null, rule: CellStyle): SheetCell {
  const style: CellStyle = { size: 11, horizontal: 'Center', color: COLOR.grey, ...rule };
  if (verdict === null || verdict.status === null) return cell(column, null, style);
  if (verdict.status === 'Missed') return cell(column, MARK.broken, { ...style, bold: true, color: COLOR.missed, fill: COLOR.missedPale });
  return cell(column, verdict.status === 'Met' ? MARK.kept : MARK.notMeasurable, style);
}

function figureCell(column: number, verdict: MonthVerdict | null, shown: (value: number | null) => ReturnType<typeof actualDisplay> | null, rule: CellStyle): SheetCell | null {
  const display = verdict === null || verdict.status === null ? null : shown(verdict.actual);
  const missed = verdict?.status === 'Missed';
  const style: CellStyle = { ...SMALL, horizontal: 'Center', ...(missed ? { color: COLOR.missed, fill: COLOR.missedPale } : {}), ...rule };
  if (display !== null) return numberCell(column, bare(display), COLUMNS[column] ?? 0, style);
  return missed || rule.ruleLeft !== undefined ? cell(column, null, style) : null;
}

/** A year begins. */
function yearRule(month: LocalDate, at: number): CellStyle {
  return month.slice(5, 7) === '01' && at > 0 ? { ruleLeft: COLOR.rowRule } : {};
}

/** What comes first of an agreement: its next review, or its end. */
function nextDate({ reviewDue, lastDate, review, expiresSoon }: AgreementFigure): { readonly date: LocalDate; readonly words: string; readonly urgent: boolean } | null {
  if (lastDate !== null && (reviewDue === null || lastDate < reviewDue)) return { date: lastDate, words: W.scorecard.ends, urgent: expiresSoon };
  return reviewDue === null ? null : { date: reviewDue, words: W.scorecard.reviewDue, urgent: review === 'Overdue' || review === 'Never reviewed' };
}

/** Agreements that somebody must look at, those that are over though SLAs stand on them first, then what is due first; dates of the others stand with their targets. */
function* addRegister(rows: Rows, { figures, dateSystem }: Input): Work<void> {
  const inForce = figures.agreements.filter(({ state }) => state === 'In force');
  if (inForce.length === 0) return;
  const lapsed = new Set(lapsedAgreements(figures).map(({ agreement }) => agreement));
  const dated = inForce.filter(({ review, expiresSoon, daysLeft }) => expiresSoon || (daysLeft !== null && daysLeft <= EXPIRES_SOON_DAYS) || (review !== null && review !== 'Reviewed'));
  const due = [...new Set([...lapsed, ...dated])];
  if (due.length === 0) {
    rows.add(HEIGHT.section + 12, [cell(C.status, W.scorecard.register, { ...STYLE.section, vertical: 'Bottom' })]);
    rows.add(HEIGHT.promise, [cell(C.status, W.scorecard.registerNone(EXPIRES_SOON_DAYS), STYLE.body)]);
    return;
  }
  const { registerHeads: heads, reviews } = W.scorecard;
  addListHeads(rows, W.scorecard.register, [
    [LIST.state, heads.state], [LIST.agreement, heads.agreement], [LIST.from, heads.from], [LIST.to, heads.to], [LIST.left, heads.left], [LIST.item, heads.item], [LIST.customer, heads.customer], [LIST.reviewed, heads.reviewed], [LIST.due, heads.due],
  ]);
  const first = (agreement: AgreementFigure): string => (lapsed.has(agreement) ? '' : (nextDate(agreement)?.date ?? '9999'));
  for (const agreement of due.toSorted((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : a.agreement.localeCompare(b.agreement, 'en')))) {
    const { review, expiresSoon, daysLeft } = agreement;
    const ends = expiresSoon || (daysLeft !== null && daysLeft <= EXPIRES_SOON_DAYS);
    const attention = [...(lapsed.has(agreement) ? [W.scorecard.lapsed] : []), ...(ends ? [expiresSoon ? W.scorecard.endsSoon : W.scorecard.endsReplaced] : []), ...(review === null || reviews[review] === '' ? [] : [reviews[review]])];
    const urgent = lapsed.has(agreement) || review === 'Overdue' || review === 'Never reviewed';
    rows.add(HEIGHT.detail + 1.5, [
      textCell(LIST.state, attention.join(', '), COLUMNS[LIST.state] ?? 0, { ...STYLE.detail, bold: true, color: urgent ? COLOR.missed : COLOR.atRisk }),
      ...listCells(agreement, dateSystem),
      ...(agreement.customer === null ? [] : [textCell(LIST.customer, agreement.customer, widthOf(COLUMNS, LIST.customer, C.lastMonth), STYLE.detail)]),
      dateCell(LIST.reviewed, agreement.lastReviewDate, dateSystem),
      dateCell(LIST.due, agreement.reviewDue, dateSystem),
      daysLeft === null ? nothingCell(LIST.left, DETAIL_RIGHT) : cell(LIST.left, daysLeft, { ...DETAIL_RIGHT, numberFormat: FORMAT.count }),
    ]);
    yield;
  }
}

/** Drafts, and agreements that have not begun or are over. */
function* addApart(rows: Rows, { figures, dateSystem }: Input): Work<void> {
  const apart = figures.agreements.filter(({ state }) => state !== 'In force');
  if (apart.length === 0) return;
  const { registerHeads: heads, apartHeads } = W.scorecard;
  addListHeads(rows, W.scorecard.apart, [[LIST.state, apartHeads.state], [LIST.agreement, heads.agreement], [LIST.from, heads.from], [LIST.to, heads.to], [LIST.item, heads.item], [LIST.customer, apartHeads.links]]);
  for (const agreement of apart.toSorted((a, b) => APART.indexOf(a.state) - APART.indexOf(b.state) || a.agreement.localeCompare(b.agreement, 'en'))) {
    const links = [
      ...(agreement.customer === null ? [] : [agreement.customer]),
      ...(agreement.replaces === null ? [] : [W.scorecard.replaces(agreement.replaces)]),
      ...(agreement.replacedBy === null ? [] : [W.scorecard.replacedBy(agreement.replacedBy)]),
    ];
    rows.add(HEIGHT.detail + 1.5, [
      cell(LIST.state, agreement.state, STYLE.detail),
      ...listCells(agreement, dateSystem),
      ...(links.length === 0 ? [] : [textCell(LIST.customer, links.join(', '), widthOf(COLUMNS, LIST.customer, C.budget), STYLE.detail)]),
    ]);
    yield;
  }
}

function addListHeads(rows: Rows, title: string, heads: readonly (readonly [number, string])[]): void {
  rows.add(HEIGHT.section + 12, [cell(C.status, title, { ...STYLE.section, vertical: 'Bottom' })]);
  const left: ReadonlySet<number> = new Set([LIST.state, LIST.agreement, LIST.item, LIST.customer]);
  rows.add(HEIGHT.head, across(heads.map(([column, head]) => cell(column, head, left.has(column) ? (column === LIST.item ? { ...STYLE.head, indent: 1 } : STYLE.head) : { ...STYLE.head, horizontal: 'Right' as const })), C.status, C.budget, STYLE.headRule));
}

/** What both lists say of an agreement. */
function listCells(agreement: AgreementFigure, dateSystem: Input['dateSystem']): SheetCell[] {
  return [
    textCell(LIST.agreement, agreement.agreement, COLUMNS[LIST.agreement] ?? 0, { ...STYLE.detail, color: COLOR.ink }),
    dateCell(LIST.from, agreement.startDate, dateSystem),
    dateCell(LIST.to, agreement.lastDate, dateSystem),
    textCell(LIST.item, agreement.item, widthOf(COLUMNS, LIST.item, LIST.customer - 1), { ...STYLE.detail, indent: 1 }),
  ];
}

function dateCell(column: number, date: LocalDate | null, dateSystem: Input['dateSystem']): SheetCell {
  const serial = date === null ? null : dateSerial(date, dateSystem);
  return serial === null ? nothingCell(column, DETAIL_RIGHT) : cell(column, serial, { ...DETAIL_RIGHT, numberFormat: 'd mmm yy' });
}

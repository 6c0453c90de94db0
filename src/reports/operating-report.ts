import type { Figures, TargetFigure, TargetStatus } from '../domain/figures';
import type { Remark } from '../domain/performance/records';
import { nameKey } from '../domain/names';
import { capitalised, monthName, NO_BREAK, numberText } from '../domain/performance/phrases';
import { addMonths, toLocal } from '../domain/time/zone';
import { dateOfInstant, dateRange, dateSerial, dayMonthYear, shortMonthYear } from './dates';
import { lastTwelve } from './heading';
import type { ReportInput } from './input';
import { across, cell, firstThatFits, footer, range, Rows, textCell, widthOf } from './layout';
import { costOfFailures, costOfService, type Loss, lossOf, serviceDowntime } from './loss';
import { moneyFormat, moneyScale, moneyText } from './money';
import { outlook, type OutlookItem } from './outlook';
import { owedTexts } from './owed';
import type { CellStyle, DataBar, SheetCell, SheetChart, SheetModel, SheetRange } from './sheet';
import { BAR_COLOR, CELL_MARGIN, COLOR, FORMAT, HEIGHT, literal, STATUS_STYLE, STYLE } from './style';
import { actualDisplay, targetDisplay, usedDisplay } from './target-display';
import { fitted, fittedLines, textWidth, wrapped } from './text-width';
import { actionText, failuresBehind, improvementFor, isOpen, whyBroken } from './why';
import {
  definitionLines,
  fieldWords,
  MARK,
  moreOn,
  morePromises,
  NOTHING,
  promiseWords,
  SHEET_NAME,
  shortPromiseWords,
  STATUS_WORD,
  type Subline,
  sublineSentences,
  verdictSentence,
  W,
  whyHeading,
} from './words';

/** Columns of the page by what they hold. */
const C = { gutter: 0, status: 1, service: 2, promise: 3, target: 4, now: 5, before: 6, budget: 7, months: 8, lastMonth: 19, kept: 20 } as const;
const PAGE = [9, 112.5, 114, 196.5, 58.5, 58.5, 58.5, 84, ...Array<number>(12).fill(16.5), 52.5];
/** The numbers behind the chart stand right of what is printed, on the page itself: a page of an earlier month keeps its own. */
const BEHIND = { gap: 21, month: 22, others: 23, now: 24 } as const;
const COLUMNS = [...PAGE, 24, 75, 69, 69];

/** What the page holds at most. */
const CAPACITY = { promises: 11, broken: 8, why: 3, next: 5, doing: 5, asks: 3, lossRows: 10 } as const;

/** What is asked of the reader, read from a remark: its first sentence, and the rest as the reason. */
interface Ask {
  readonly what: string;
  readonly why: string;
  readonly remark: Remark;
}

/**
 * The first page of the monthly operating report: what happened, which promises were kept and broken
 * and why, what was lost, what breaks next, what is being done, what is asked of the reader. It prints
 * on one landscape page, whatever the organisation: each section shows so many lines and says how many
 * more there are, and on which sheet.
 */
export function operatingReport(input: ReportInput): SheetModel {
  const { figures } = input;
  const page = new Page(input);
  page.banner();
  page.verdict();
  page.promises();
  page.why();
  page.lossesAndOutlook();
  page.asks();
  page.definitions();
  const lastRow = page.rows.next - 1;
  return {
    kind: 'operating-report',
    subject: figures.month.slice(0, 7),
    name: `${SHEET_NAME['operating-report']} ${shortMonthYear(figures.month)}`,
    columns: COLUMNS,
    rows: page.rows.rows,
    merges: page.merges,
    charts: page.charts,
    dataBars: page.dataBars,
    tables: [],
    validations: [],
    print: {
      orientation: 'Landscape',
      area: range(0, 0, lastRow, C.kept),
      pagesWide: 1,
      pagesTall: 1,
      scale: 74,
      footer: footer(figures, W.madeWith(dayMonthYear(dateOfInstant(figures.asOf, figures.zone)))),
    },
    gridlines: false,
    headings: false,
    freezeRows: 0,
    tabColor: COLOR.accent,
  };
}

/** The promises that the first page is about: to customers, or, where there are none, all. */
export function promisesOf(figures: Figures): TargetFigure[] {
  const toCustomers = figures.targets.filter((figure) => figure.agreementType === 'SLA');
  return toCustomers.length > 0 ? toCustomers : [...figures.targets];
}

/** The page's order: broken, at risk, incomplete, kept, not measurable; the most of a budget used first, among kept ones the most important service. */
export function inReadingOrder(promises: readonly TargetFigure[], figures: Figures): TargetFigure[] {
  const statuses: readonly TargetStatus[] = ['Missed', 'At risk', 'Met, incomplete data', 'Met', 'Not measurable'];
  const priorities = ['Mission-critical', 'High', 'Medium', 'Low'];
  const priorityOf = new Map(figures.services.map((service) => [nameKey(service.service), service.priority === null ? priorities.length : priorities.indexOf(service.priority)]));
  const priority = (figure: TargetFigure): number => priorityOf.get(nameKey(figure.item)) ?? priorities.length;
  const used = (figure: TargetFigure): number => figure.budget?.usedShare ?? (figure.budget !== null && figure.budget.used > 0 ? Infinity : -1);
  const difference = (a: number, b: number): number => (a === b ? 0 : a - b);
  return promises.toSorted((a, b) => {
    const byStatus = statuses.indexOf(a.status) - statuses.indexOf(b.status);
    if (byStatus !== 0) return byStatus;
    const byUse = difference(used(b), used(a));
    const byPriority = priority(a) - priority(b);
    return (a.status === 'Met' || a.status === 'Not measurable' ? byPriority || byUse : byUse || byPriority) || a.item.localeCompare(b.item, 'en') || a.metric.localeCompare(b.metric, 'en');
  });
}

class Page {
  readonly rows = new Rows();
  readonly merges: SheetRange[] = [];
  readonly charts: SheetChart[] = [];
  readonly dataBars: DataBar[] = [];
  private readonly promisesShown: TargetFigure[];
  private readonly broken: TargetFigure[];
  private readonly asked: Ask[];
  private readonly remark: Remark | null;
  /** Cells behind the chart, by row. */
  private behind = new Map<number, SheetCell[]>();

  constructor(private readonly input: ReportInput) {
    const { figures, records } = input;
    this.promisesShown = inReadingOrder(promisesOf(figures), figures);
    this.broken = this.promisesShown.filter((figure) => figure.status === 'Missed');
    const ofMonth = records.remarks.filter((remark) => remark.month.slice(0, 7) === figures.month.slice(0, 7));
    this.asked = ofMonth.filter((remark) => remark.kind === 'Ask').map(readAsk);
    this.remark = ofMonth.find((remark) => remark.kind === 'Remark' && nameKey(remark.about) === 'first page') ?? null;
  }

  banner(): void {
    const { figures } = this.input;
    const used = figures.tables.reduce((sum, table) => sum + table.rows - table.leftOut, 0);
    const all = figures.tables.reduce((sum, table) => sum + table.rows, 0);
    const asOf = `${dayMonthYear(dateOfInstant(figures.asOf, figures.zone))}, ${toLocal(figures.asOf, figures.zone).slice(11, 16)} ${figures.zone}`;
    const facts = [dateRange(figures.window, figures.zone), `as of ${asOf}`, ...(all > 0 ? [`${numberText(used, 0)} of ${numberText(all, 0)} rows used`] : [])].join('  ·  ');
    const factsWidth = textWidth(facts, { size: 10 }) + CELL_MARGIN;
    const left = widthOf(PAGE, C.status, C.kept) - factsWidth - 12;
    const cells = [textCell(C.status, `${figures.organisation} · ${W.report}`, left, STYLE.banner), cell(C.kept, facts, { ...STYLE.head, horizontal: 'Right' })];
    this.addRow(HEIGHT.title, across(cells, C.status, C.kept, { ruleBelow: COLOR.accent, vertical: 'Center' }));
  }

  verdict(): void {
    const { figures } = this.input;
    const counted = this.promisesShown.filter((figure) => figure.status !== 'Not measurable');
    const before = this.promisesShown.filter((figure) => figure.previousStatus !== null && figure.previousStatus !== 'Not measurable');
    const previousMonth = addMonths(figures.month, -1);
    const width = widthOf(PAGE, C.status, C.kept);
    const sentence = verdictSentence({
      month: figures.month,
      previousMonth,
      kept: counted.length - this.broken.length,
      judged: counted.length,
      keptBefore: before.filter((figure) => figure.previousStatus !== 'Missed').length,
      judgedBefore: before.length,
      notMeasurable: this.promisesShown.length - counted.length,
      toDate: isRunning(figures),
    });
    this.addRow(HEIGHT.verdict, [textCell(C.status, sentence, width, { ...STYLE.verdict, vertical: 'Center' })]);

    const downtime = serviceDowntime(figures);
    const sentences = sublineSentences({
      month: figures.month,
      previousMonth,
      broken: this.broken.length,
      failures: failuresBehind(this.broken),
      atRisk: this.promisesShown.filter((figure) => figure.status === 'At risk').length,
      asks: this.asked.length,
      downtime: downtime[12] ?? null,
      downtimeBefore: downtime[11] ?? null,
      cost: this.costWords(),
    });
    if (sentences.length > 0) this.addRow(HEIGHT.subline, [cell(C.status, sentencesThatFit(sentences, width - CELL_MARGIN, 12), { ...STYLE.subline, vertical: 'Center' })]);
    if (this.remark !== null) this.addRow(HEIGHT.promise, [textCell(C.status, this.remark.text, width, STYLE.body)]);
    this.addRow(HEIGHT.spacer);
  }

  /** The month's cost in words; null: no process has a cost. */
  private costWords(): Subline['cost'] {
    const { downtimeCost, currency, asOf } = this.input.figures;
    if (downtimeCost === null) return null;
    const text = (amount: number): string => moneyText(amount, currency);
    const before = downtimeCost.months[downtimeCost.months.length - 2]?.cost ?? null;
    const ofFailures = costOfFailures(this.broken, downtimeCost, asOf);
    return {
      month: text(downtimeCost.cost),
      before: before === null ? null : text(before),
      none: text(0),
      // What failures cost alone says nothing where others that ran at the same time took part of it.
      failures: ofFailures === null || ofFailures > downtimeCost.cost + 0.5 ? null : text(ofFailures),
    };
  }

  promises(): void {
    const { figures } = this.input;
    const months = lastTwelve(figures);
    const first = months[0] ?? figures.month;
    const title = [cell(C.status, W.promises, STYLE.section)];
    if (this.promisesShown.length === 0) {
      this.addRow(HEIGHT.section, title);
      this.addRow(HEIGHT.promise, [cell(C.status, W.noTargets, STYLE.body)]);
      // Without its tables the month is unknown, not empty.
      const missing = this.input.problems.filter(({ severity, cell: place }) => severity === 'error' && place === '').map(({ title }) => title);
      if (missing.length > 0) this.addRow(HEIGHT.promise, [textCell(C.status, W.noTables(missing), widthOf(PAGE, C.status, C.kept), STYLE.absent)]);
      this.addRow(HEIGHT.spacer);
      return;
    }
    const span = `${shortMonthYear(first)} to ${shortMonthYear(figures.month)}`;
    this.addRow(HEIGHT.section, across([...title, cell(C.months, span, STYLE.head)], C.months, C.lastMonth, { horizontal: 'CenterAcrossSelection' }));
    this.addRow(HEIGHT.head, across(this.promiseHeads(months), C.status, C.kept, { ruleBelow: COLOR.headRule }));

    const shown: TargetFigure[] = [];
    const room = CAPACITY.promises - (this.remark === null ? 0 : 1);
    const brokenShown = this.broken.length > CAPACITY.broken ? this.broken.slice(0, CAPACITY.broken) : this.broken;
    const others = this.promisesShown.filter((figure) => figure.status !== 'Missed');
    const extraLine = brokenShown.length < this.broken.length ? 1 : 0;
    shown.push(...brokenShown);
    for (const figure of brokenShown) this.promiseRow(figure);
    if (extraLine === 1) {
      const more = { ...noneOfEach(), Missed: this.broken.length - brokenShown.length };
      this.addRow(HEIGHT.promise, across([cell(C.status, STATUS_WORD.Missed, STATUS_STYLE.Missed), cell(C.service, morePromises(more), STYLE.body)], C.status, C.kept, { ruleBelow: COLOR.rowRule }));
    }
    const othersShown = others.slice(0, room - brokenShown.length - extraLine);
    shown.push(...othersShown);
    for (const figure of othersShown) this.promiseRow(figure);

    const rest = noneOfEach();
    for (const figure of others.slice(othersShown.length)) rest[figure.status]++;
    const restCells = morePromises(rest) === '' ? [] : [cell(C.service, morePromises(rest), { ...STYLE.body, color: COLOR.grey })];
    const onlyMet = rest.Met > 0 && rest.Met === others.length - othersShown.length;
    this.addRow(HEIGHT.promise, [...(onlyMet ? [cell(C.status, STATUS_WORD.Met, STATUS_STYLE.Met)] : []), ...restCells, cell(C.kept, W.legend, { ...STYLE.head, horizontal: 'Right' })]);
    this.addRow(HEIGHT.spacer);
  }

  private promiseHeads(months: readonly string[]): SheetCell[] {
    const { figures } = this.input;
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

  private promiseRow(figure: TargetFigure): void {
    const { figures } = this.input;
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
    const at = this.addRow(HEIGHT.promise, across(cells, C.status, C.kept, { ruleBelow: COLOR.rowRule }));
    if (share !== null) this.addBar(at, BAR_COLOR[figure.status]);
  }

  /** One bar rule per colour, over the rows that stand together. */
  private addBar(row: number, color: string): void {
    const last = this.dataBars[this.dataBars.length - 1];
    if (last !== undefined && last.color === color && last.at.row + last.at.rows === row) this.dataBars[this.dataBars.length - 1] = { color, at: { ...last.at, rows: last.at.rows + 1 } };
    else this.dataBars.push({ color, at: range(row, C.budget, row, C.budget) });
  }

  why(): void {
    const heading = cell(C.status, whyHeading(this.broken.length), STYLE.section);
    if (this.broken.length === 0) {
      if (this.promisesShown.length === 0) return;
      this.addRow(HEIGHT.section, [heading, ...this.owed()]);
      this.addRow(HEIGHT.promise, [cell(C.status, W.nothingBroke, STYLE.body)]);
      this.addRow(HEIGHT.spacer);
      return;
    }
    const more = this.broken.length - CAPACITY.why;
    this.addRow(HEIGHT.section, [heading, ...(more > 0 ? [cell(C.promise, capitalised(moreOn(more, SHEET_NAME['service-levels'])), { ...STYLE.detail, vertical: 'Bottom' })] : []), ...this.owed()]);
    const { whyHeads } = W;
    const shown = this.broken.slice(0, CAPACITY.why);
    const lost = this.lostColumn(shown);
    const heads = [cell(C.status, whyHeads.promise, STYLE.head), cell(C.promise, whyHeads.what, STYLE.head), cell(C.before, lost.head, { ...STYLE.head, horizontal: 'Right' as const }), cell(C.budget, whyHeads.owner, { ...STYLE.head, indent: 1 }), cell(C.months, whyHeads.action, STYLE.head)];
    this.addRow(HEIGHT.head, across(heads, C.status, C.kept, { ruleBelow: COLOR.headRule }));
    shown.forEach((figure, at) => this.whyRow(figure, lost.cells[at] ?? lostNothing()));
    this.addRow(HEIGHT.spacer);
  }

  /** Rebates and credits due, at the right of a section's heading. */
  private owed(): SheetCell[] {
    const texts = owedTexts(this.input.figures);
    if (texts.length === 0) return [];
    const style: CellStyle = { ...STYLE.detail, color: COLOR.ink, vertical: 'Bottom' };
    const width = widthOf(PAGE, C.target, C.kept);
    return [textCell(C.kept, firstThatFits(texts, width, style), width, { ...style, horizontal: 'Right' })];
  }

  /** What each broken promise lost: its service's own cost of the month, said once a service, or its downtime. */
  private lostColumn(broken: readonly TargetFigure[]): { readonly head: string; readonly cells: readonly SheetCell[] } {
    const { downtimeCost, currency } = this.input.figures;
    if (downtimeCost === null) return { head: W.whyHeads.lost, cells: broken.map(downtimeCell) };
    const costs = broken.map(({ item }) => costOfService(item, downtimeCost));
    const peak = Math.max(0, ...costs.flatMap((cost) => cost ?? []));
    const style: CellStyle = { ...STYLE.strong, vertical: 'Top', horizontal: 'Right' };
    const room = (PAGE[C.before] ?? 0) - CELL_MARGIN;
    const fits = textWidth(moneyText(peak, currency), { size: 11, bold: true }) <= room;
    // A number that is too wide prints as hashes.
    const scale = fits || textWidth(moneyText(peak, ''), { size: 11, bold: true }) <= room ? { divisor: 1, unit: currency } : moneyScale(peak, currency);
    const numberFormat = fits ? moneyFormat(currency) : scale.divisor === 1 ? FORMAT.count : FORMAT.hours;
    const before = (at: number): boolean => broken.slice(0, at).some(({ item }) => nameKey(item) === nameKey(broken[at]?.item ?? ''));
    return {
      head: fits ? W.cost.head : `${W.cost.head}, ${scale.unit}`,
      cells: costs.map((cost, at) => (cost === null ? lostNothing() : before(at) ? cell(C.before, W.cost.asAbove, { ...STYLE.detail, vertical: 'Top', horizontal: 'Right' }) : cell(C.before, cost / scale.divisor, { ...style, numberFormat }))),
    };
  }

  private whyRow(figure: TargetFigure, lost: SheetCell): void {
    const improvement = improvementFor(figure, this.input.records.improvements);
    const wrap: CellStyle = { ...STYLE.body, vertical: 'Top', wrap: true };
    const twoLines = (column: number, last: number, text: string): string => fittedLines(text, widthOf(PAGE, column, last) - CELL_MARGIN - 3, 2, { size: 11 });
    const lines = (column: number, last: number, text: string, style: CellStyle): SheetCell => cell(column, twoLines(column, last, text), style);
    const named = whyBroken(figure, this.input);
    const why = twoLines(C.promise, C.now, named) === named ? named : whyBroken(figure, this.input, false);
    const top: CellStyle = { vertical: 'Top' };
    const cells = [
      textCell(C.status, `${figure.item}, ${fieldWords(figure)}`, widthOf(PAGE, C.status, C.service), { ...STYLE.strong, ...top }),
      lines(C.promise, C.now, why, wrap),
      lost,
      textCell(C.budget, improvement?.owner ?? W.noOwner, PAGE[C.budget] ?? 0, { ...(improvement === null || improvement.owner === null ? STYLE.absent : STYLE.body), ...top, indent: 1 }),
      improvement === null ? cell(C.months, W.noAction, { ...STYLE.absent, ...top, wrap: true }) : lines(C.months, C.kept, actionText(improvement), wrap),
    ];
    const at = this.addRow(HEIGHT.why, across(cells, C.status, C.kept, { ruleBelow: COLOR.rowRule, vertical: 'Top' }));
    this.merges.push(range(at, C.promise, at, C.now), range(at, C.months, at, C.kept));
  }

  /** Three sections side by side: what was lost, what breaks next, what is being done. */
  lossesAndOutlook(): void {
    const next = outlook(this.input.figures);
    const doing = this.doing();
    const loss = lossOf(this.input.figures);
    const hasChart = loss.months.some((amount) => amount > 0);
    const pairs = Math.max(1, Math.min(CAPACITY.next, next.length), Math.min(CAPACITY.doing, doing.length));
    const height = hasChart ? CAPACITY.lossRows : pairs * 2;
    const head = (column: number, title: string, count: number, most: number, sheets: readonly string[], last: number): SheetCell[] => [
      cell(column, title, { ...STYLE.section, indent: 1 }),
      ...(count > most ? [cell(last, moreOn(count - most, ...sheets), { ...STYLE.detail, horizontal: 'Right' as const, vertical: 'Bottom' as const })] : []),
    ];
    const top = this.addRow(HEIGHT.section, [
      cell(C.status, loss.title, STYLE.section),
      ...head(C.promise, W.next, next.length, CAPACITY.next, [...new Set(next.slice(CAPACITY.next).map(({ sheet }) => SHEET_NAME[sheet]))], C.before),
      ...head(C.budget, W.doing, doing.length, CAPACITY.doing, ['Improvements'], C.kept),
    ]);
    const cells = Array.from({ length: height }, (): SheetCell[] => []);
    const put = (at: number, ...more: SheetCell[]): void => {
      cells[at]?.push(...more);
    };
    if (hasChart) this.losses(top + 1, loss, put);
    else put(0, cell(C.status, loss.nothing, STYLE.body));

    if (next.length === 0) put(0, cell(C.promise, W.nextNothing, { ...STYLE.body, indent: 1 }));
    next.slice(0, CAPACITY.next).forEach((item, at) => this.outlookPair(item, at * 2, put));
    if (doing.length === 0) put(0, cell(C.budget, W.doingNothing, { ...STYLE.body, indent: 1 }));
    doing.slice(0, CAPACITY.doing).forEach((improvement, at) => {
      const lead = widthOf(PAGE, C.budget, C.lastMonth);
      const closed = improvement.closedDate;
      const when = closed ?? improvement.dueDate;
      put(at * 2, textCell(C.budget, improvement.improvement, lead - 8, { ...STYLE.strong, indent: 1 }), this.dateCell(C.kept, when, closed === null ? '' : 'done ', STYLE.body));
      const detail = improvement.owner === null ? [cell(C.budget, W.noOwner, { ...STYLE.detail, color: COLOR.missed, indent: 1 })] : [textCell(C.budget, doingText(improvement.owner, improvement.action, improvement.improvement), lead, { ...STYLE.detail, indent: 1 })];
      put(at * 2 + 1, ...detail);
    });
    for (const ofRow of cells) this.addRow(HEIGHT.detail, ofRow);
    this.addRow(HEIGHT.spacer);
  }

  /** Improvements: open ones by due date, then what was closed since the month began, once. */
  private doing() {
    const { figures, records } = this.input;
    const byDate = (a: string | null, b: string | null): number => ((a ?? '9999') < (b ?? '9999') ? -1 : (a ?? '9999') > (b ?? '9999') ? 1 : 0);
    const open = records.improvements.filter(isOpen).toSorted((a, b) => byDate(a.dueDate, b.dueDate));
    const closed = records.improvements.filter((row) => row.status !== 'Dropped' && row.closedDate !== null && row.closedDate.slice(0, 7) === figures.month.slice(0, 7));
    return [...open, ...closed.toSorted((a, b) => byDate(a.closedDate, b.closedDate))];
  }

  private outlookPair(item: OutlookItem, at: number, put: (at: number, ...cells: SheetCell[]) => void): void {
    const width = widthOf(PAGE, C.promise, C.now);
    const when = item.date === null ? cell(C.before, W.now, { ...STYLE.body, horizontal: 'Right' }) : this.dateCell(C.before, item.date, item.until ? 'to ' : '', STYLE.body);
    put(at, textCell(C.promise, item.lead, width, { ...STYLE.strong, indent: 1 }), when);
    put(at + 1, textCell(C.promise, item.detail, width + (PAGE[C.before] ?? 0), { ...STYLE.detail, indent: 1 }));
  }

  private dateCell(column: number, date: string | null, before: string, style: CellStyle): SheetCell {
    const serial = date === null ? null : dateSerial(date, this.input.dateSystem);
    if (serial === null || date === null) return cell(column, NOTHING, { ...style, color: COLOR.grey, horizontal: 'Right' });
    const year = date.slice(0, 4) === this.input.figures.month.slice(0, 4) || before !== '' ? FORMAT.dayMonth : 'mmm yyyy';
    return cell(column, serial, { ...style, horizontal: 'Right', numberFormat: `${before === '' ? '' : literal(before)}${year}` });
  }

  private losses(top: number, loss: Loss, put: (at: number, ...cells: SheetCell[]) => void): void {
    const { figures } = this.input;
    put(0, cell(C.status, loss.unit, STYLE.detail));
    const months = lastTwelve(figures);
    this.behindChart(top - 1, months, loss);
    const step = stepAbove(Math.max(...loss.months) / 3);
    const series = (column: number) => ({ values: range(top + 1, column, top + 12, column), categories: range(top + 1, BEHIND.month, top + 12, BEHIND.month) });
    this.charts.push({
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

  private behindChart(head: number, months: readonly string[], loss: Loss): void {
    const style: CellStyle = { ...STYLE.definition, horizontal: 'Right' };
    const add = (row: number, cells: SheetCell[]): void => {
      this.behind.set(row, cells);
    };
    add(head + 1, [cell(BEHIND.month, W.behindChart, STYLE.definition), cell(BEHIND.others, W.otherMonths, style), cell(BEHIND.now, monthName(this.input.figures.month), style)]);
    months.forEach((month, at) => {
      const value = loss.months[at] ?? 0;
      const last = at === months.length - 1;
      add(head + 2 + at, [cell(BEHIND.month, monthName(month).charAt(0), STYLE.definition), cell(last ? BEHIND.now : BEHIND.others, value, { ...style, numberFormat: loss.format })]);
    });
  }

  asks(): void {
    if (this.asked.length === 0) return;
    const fill: CellStyle = { fill: COLOR.accentPale };
    const band = (height: number, cells: SheetCell[]): void => {
      const filled = across(cells, C.status, C.kept, { ...fill, vertical: 'Center' });
      this.addRow(height, filled.map((one) => (one.column === C.status ? { ...one, style: { ...one.style, ruleLeft: COLOR.accent } } : one)));
    };
    const more = this.asked.length - CAPACITY.asks;
    band(HEIGHT.askHead, [
      cell(C.status, W.asked, { ...STYLE.section, indent: 1 }),
      cell(C.promise, more > 0 ? capitalised(moreOn(more, 'Remarks')) : null, STYLE.detail),
      cell(C.target, W.whyNow, STYLE.head),
      cell(C.months, W.whoDecides, STYLE.head),
      cell(C.kept, W.by, { ...STYLE.head, horizontal: 'Right' }),
    ]);
    this.asked.slice(0, CAPACITY.asks).forEach(({ what, why, remark }, at) => {
      band(HEIGHT.ask, [
        textCell(C.status, `${at + 1}  ${what}`, widthOf(PAGE, C.status, C.promise), { ...STYLE.strong, indent: 1 }),
        textCell(C.target, why, widthOf(PAGE, C.target, C.budget), STYLE.body),
        remark.owner === null ? cell(C.months, W.noOwner, STYLE.absent) : textCell(C.months, remark.owner, widthOf(PAGE, C.months, C.lastMonth), STYLE.body),
        this.dateCell(C.kept, remark.dueDate, '', STYLE.strong),
      ]);
    });
    this.addRow(HEIGHT.lastSpacer);
  }

  definitions(): void {
    const { figures } = this.input;
    const shown = this.promisesShown;
    const { downtimeCost } = figures;
    const left = new Set([...figures.targets.flatMap((figure) => figure.rowsLeftOut), ...(downtimeCost?.rowsLeftOut ?? [])].map(({ table, row }) => `${table} ${row}`));
    const items = [...new Set(figures.targets.filter((figure) => figure.rowsLeftOut.length > 0).map((figure) => figure.item))];
    const all = Math.max(left.size, figures.tables.reduce((sum, table) => sum + table.leftOut, 0));
    const beneath = figures.targets.filter((figure) => !shown.includes(figure));
    const lines = definitionLines({
      amberMargin: figures.amberMargin,
      rules: rulesOf(shown),
      rowsLeftOut: all,
      errors: this.input.problems.filter(({ severity }) => severity === 'error').length,
      itemsLeftOut: items,
      notMeasurable: shown.filter((figure) => figure.status === 'Not measurable').length,
      beneath: { targets: beneath.length, missed: beneath.filter((figure) => figure.status === 'Missed').length },
      cost: downtimeCost === null ? null : { planned: downtimeCost.plannedCost > 0 ? moneyText(downtimeCost.plannedCost, figures.currency) : null, unpriced: downtimeCost.processes.filter(({ costPerHour }) => costPerHour === null).length },
    });
    for (const line of inAsManyLines(lines, widthOf(PAGE, C.status, C.kept) - CELL_MARGIN, STYLE.definition.size)) this.addRow(HEIGHT.definition, [textCell(C.status, line, widthOf(PAGE, C.status, C.kept), STYLE.definition)]);
  }

  /** A row of the page, with the numbers behind the chart that stand beside it. */
  private addRow(height: number, cells: readonly SheetCell[] = []): number {
    return this.rows.add(height, [...cells, ...(this.behind.get(this.rows.next) ?? [])]);
  }
}

/** What a promise lost in downtime, in minutes or, from four digits of minutes on, in hours. */
function downtimeCell({ missedIncidents, downtimeSeconds }: TargetFigure): SheetCell {
  if (missedIncidents.length > 0 || downtimeSeconds === 0) return lostNothing();
  const inHours = downtimeSeconds >= 600_000;
  return cell(C.before, downtimeSeconds / (inHours ? 3600 : 60), { ...STYLE.strong, vertical: 'Top', horizontal: 'Right', numberFormat: `#,##0${literal(`${NO_BREAK}${inHours ? 'h' : 'min'}`)}` });
}

function lostNothing(): SheetCell {
  return cell(C.before, NOTHING, { ...STYLE.body, vertical: 'Top', horizontal: 'Right', color: COLOR.grey });
}

/** The same lines where each fits; else the text runs on from line to line, and what has no room is the end of the last. */
function inAsManyLines(lines: readonly string[], width: number, size: number): string[] {
  if (lines.every((line) => textWidth(line, { size }) <= width)) return [...lines];
  return wrapped(fittedLines(lines.join(' '), width, lines.length, { size }), width, { size });
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

function sentencesThatFit(sentences: readonly string[], width: number, size: number): string {
  let text = '';
  for (const sentence of sentences) {
    const longer = text === '' ? sentence : `${text} ${sentence}`;
    if (textWidth(longer, { size }) <= width) text = longer;
  }
  return text;
}

function readAsk(remark: Remark): Ask {
  const text = remark.text.replace(/\s+/g, ' ').trim();
  const end = /[.!?](?=\s+\p{Lu})/u.exec(text);
  return end === null ? { what: text, why: '', remark } : { what: text.slice(0, end.index + 1), why: text.slice(end.index + 1).trim(), remark };
}

function doingText(owner: string, action: string | null, name: string): string {
  return action === null || nameKey(action) === nameKey(name) ? `${owner}.` : `${owner}: ${action.trim()}`;
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

function rulesOf(promises: readonly TargetFigure[]): { rule: string; items: string[] }[] {
  const items = new Map<string, Set<string>>();
  for (const figure of promises.filter(({ metric }) => metric === 'Availability')) {
    const ofRule = items.get(figure.rule) ?? new Set<string>();
    items.set(figure.rule, ofRule.add(figure.item));
  }
  return [...items].map(([rule, names]) => ({ rule, items: [...names] })).toSorted((a, b) => b.items.length - a.items.length);
}

function noneOfEach(): Record<TargetStatus, number> {
  return { Missed: 0, 'At risk': 0, 'Met, incomplete data': 0, Met: 0, 'Not measurable': 0 };
}

/** As of lies in the month. */
function isRunning(figures: Figures): boolean {
  return dateOfInstant(figures.asOf, figures.zone).slice(0, 7) === figures.month.slice(0, 7);
}

/** The smallest 1, 2 or 5 times a power of ten that is not below a number. @example stepAbove(84.9) // 100 */
export function stepAbove(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * (1 - 1e-12)) ?? 10 * power;
}

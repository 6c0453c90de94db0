import type { CountedOutage, MissedIncident, PlannedStretch, SetAsideOutage, TargetFigure, UnreadableTarget } from '../domain/figures';
import { countOf, listOf, monthName, numberText, plural } from '../domain/performance/phrases';
import { epochDay, toLocal } from '../domain/time/zone';
import { dateOfInstant, dayMonthYear, instantSerial, lastDateOf } from './dates';
import type { ReportInput } from './input';
import { across, cell, firstThatFits, linesOf, type Rows, textCell, widthOf } from './layout';
import { nothingCell, numberCell } from './number-cell';
import type { CellStyle, SheetCell } from './sheet';
import { COLOR, FORMAT, HEIGHT, literal, STATUS_STYLE, STYLE } from './style';
import { actualDisplay, shareText, targetDisplay } from './target-display';
import { durationText, promiseWords, shortPromiseWords, STATUS_WORD, unreadablePromises, W } from './words';

/** Columns of a sheet that lists targets and what explains them. */
export const TARGET_COLUMNS = [9, 112.5, 117, 169.5, 54, 54, 60, 54, 54, 60, 99, 99];
export const TARGET_COLUMN = { status: 1, service: 2, promise: 3, target: 4, actual: 5, before: 6, allowed: 7, used: 8, left: 9, from: 10, to: 11 } as const;
const COLUMNS = TARGET_COLUMNS;
const C = TARGET_COLUMN;
/** Rows of one kind that a promise lists; the others are added up in one line. */
const MOST_ROWS = 100;
/** Incidents that missed stand in the user's table too; the worst are enough. */
const MOST_INCIDENTS = 30;

/** A rate that would round to nothing is not told. */
const SLOWEST_SHOWN = 0.01;

const SIGNED = ['#,##0;−#,##0', '#,##0.0;−#,##0.0'] as const;
const RIGHT: CellStyle = { size: 11, horizontal: 'Right' };
const SMALL_RIGHT: CellStyle = { ...STYLE.detail, horizontal: 'Right' };

/** The line of heads over figures of targets. @returns its row */
export function addFigureHeads(rows: Rows, ruled = true): number {
  const heads = W.levels.heads.map((head, at) => cell(C.status + at, head, at < 3 ? STYLE.head : { ...STYLE.head, horizontal: 'Right' as const }));
  return rows.add(HEIGHT.head, ruled ? across(heads, C.status, C.to, STYLE.headRule) : heads);
}

/** The two lines of heads: of targets, and of the rows that stand under one. @returns their rows */
export function addTargetHeads(rows: Rows): readonly [number, number] {
  const first = addFigureHeads(rows, false);
  const detailHeads = W.levels.detailHeads.map(([column, head]) => cell(C[column], head, { ...STYLE.detail, ...(C[column] > C.promise ? { horizontal: 'Right' as const } : column === 'status' ? { indent: 1 } : {}) }));
  return [first, rows.add(HEIGHT.detail, across(detailHeads, C.status, C.to, STYLE.headRule))];
}

/**
 * Promises that nobody can read, with their rows: without a figure, so not judged.
 *
 * @param of whose they are, where several agreements stand on the sheet
 */
export function addUnreadable(rows: Rows, targets: readonly UnreadableTarget[], of: string | null = null): void {
  const width = widthOf(COLUMNS, C.promise, C.to);
  linesOf([...(of === null || targets.length === 0 ? [] : [of]), ...unreadablePromises(targets)], width, STYLE.body).forEach((line, at) => {
    rows.add(HEIGHT.promise, [...(at === 0 ? [cell(C.status, STATUS_WORD['Not measurable'], STATUS_STYLE['Not measurable'])] : []), textCell(C.promise, line, width, STYLE.body)]);
  });
}

/** One target and what explains it: the rows under it add up to its figure, to the second. */
export class TargetBlock {
  constructor(
    private readonly figure: TargetFigure,
    private readonly input: Pick<ReportInput, 'figures' | 'dateSystem'>,
    private readonly rows: Rows,
  ) {}

  /**
   * The figures, the rules they follow, and the rows behind them.
   *
   * @param like a target above, with the same rows behind it: they are not listed again
   */
  add(like: TargetFigure | null = null): void {
    this.figures();
    this.facts(this.rules());
    this.facts(this.standing());
    this.facts(this.mean());
    if (like === null) {
      this.agreedTime();
      this.outages();
      this.setAside();
    } else this.facts([W.levels.sameRows(promiseWords(like))]);
    this.worst();
    this.incidents();
  }

  /** The line of figures: what was promised, what was delivered, what is left. */
  figures(): void {
    const { figure } = this;
    const metrics = this.input.figures.csfs.flatMap((csf) => csf.metrics);
    const missed = figure.status === 'Missed';
    const target = targetDisplay(figure, metrics);
    const number = (column: number, value: number | null, style: CellStyle): SheetCell => {
      if (value === null) return nothingCell(column);
      const shown = actualDisplay(figure, value, metrics);
      return cell(column, shown.value, { ...RIGHT, ...style, numberFormat: shown.format });
    };
    const budget = (column: number, value: number | undefined): SheetCell => {
      if (value === undefined || figure.budget === null) return nothingCell(column);
      const [shown, decimals] = figure.budget.unit === 'breaks' ? ([value, 0] as const) : ([value / 60, 1] as const);
      return numberCell(column, { value: shown, format: SIGNED[decimals], text: numberText(shown, decimals) }, COLUMNS[column] ?? 0, RIGHT);
    };
    const cells = [
      cell(C.status, STATUS_WORD[figure.status], STATUS_STYLE[figure.status]),
      textCell(C.service, figure.item, COLUMNS[C.service] ?? 0, missed ? STYLE.strong : STYLE.body),
      textCell(C.promise, this.promise().shown, COLUMNS[C.promise] ?? 0, STYLE.body),
      cell(C.target, target.value, { ...RIGHT, color: COLOR.grey, numberFormat: target.format }),
      number(C.actual, figure.actual, { bold: true, color: missed ? COLOR.missed : COLOR.ink }),
      number(C.before, figure.previous, { color: COLOR.grey }),
      budget(C.allowed, figure.budget?.allowed),
      budget(C.used, figure.budget?.used),
      budget(C.left, figure.budget?.left),
      this.instant(C.from, figure.window.start, RIGHT),
      this.instant(C.to, figure.window.end, RIGHT),
    ];
    this.rows.add(HEIGHT.promise + 3, across(cells, C.status, C.to, { ruleAbove: COLOR.rowRule, vertical: 'Bottom' }));
  }

  /** The promise as its column has room for it; `whole` where that is not all of it. */
  private promise(): { readonly shown: string; readonly whole: string | null } {
    const { figure } = this;
    const width = COLUMNS[C.promise] ?? 0;
    const shown = firstThatFits([promiseWords(figure), shortPromiseWords(figure)], width, STYLE.body);
    return { shown, whole: firstThatFits([shown, ''], width, STYLE.body) === '' ? promiseWords(figure) : null };
  }

  /** Facts under the figures, in as few lines as hold them whole. */
  facts(facts: readonly string[]): void {
    const width = widthOf(COLUMNS, C.service, C.to);
    for (const line of linesOf(facts, width, STYLE.detail)) this.rows.add(HEIGHT.detail, [textCell(C.service, line, width, STYLE.detail)]);
  }

  /** How fast the budget goes, and where the figure ends if things go on as they went. */
  standing(): string[] {
    const { figure } = this;
    const { budget, forecast } = figure;
    const { zone, csfs } = this.input.figures;
    const burnRate = budget?.burnRate ?? null;
    const metrics = csfs.flatMap((csf) => csf.metrics);
    const { whole } = this.promise();
    return [
      ...(whole === null ? [] : [whole]),
      ...(figure.toDate && burnRate !== null && burnRate >= SLOWEST_SHOWN ? [W.levels.burnRate(numberText(burnRate, burnRate < 10 ? 2 : 0))] : []),
      ...(forecast === null
        ? []
        : [
            W.levels.forecast(dayMonthYear(lastDateOf(figure.period, zone)), figure.metric === 'Breaks' ? W.levels.aboutBreaks(forecast.actual) : actualDisplay(figure, forecast.actual, metrics).text, STATUS_WORD[forecast.verdict]),
            ...(forecast.exhausted === null ? [] : [W.levels.exhausted(dayMonthYear(dateOfInstant(forecast.exhausted, zone)))]),
          ]),
    ];
  }

  /** What a mean time is the quotient of. */
  private mean(): string[] {
    const { metric, actual, agreedSeconds, impairedSeconds, breaks } = this.figure;
    if (actual === null) return [];
    if (metric === 'MTRS minutes') return [W.levels.meanToRestore(impairedSeconds, breaks)];
    return metric === 'MTBF hours' ? [W.levels.meanBetweenFailures(agreedSeconds, impairedSeconds, breaks)] : [];
  }

  /** Agreement, customer, hours, planned time, what was left out: everything that the figure depends on. */
  private rules(): string[] {
    const { figure } = this;
    const left = figure.rowsLeftOut.length;
    return [
      figure.agreement,
      ...(figure.customer === null ? [] : [figure.customer]),
      figure.hours ?? '24×7',
      `planned time ${figure.rule}${figure.plannedSeconds > 0 ? ` (${durationText(figure.plannedSeconds)})` : ''}`,
      `agreed ${durationText(figure.agreedSeconds)}`,
      ...(figure.toDate ? ['to date'] : []),
      ...(figure.opened > 0 ? [`${countOf(figure.opened, figure.metric === 'Decided within' ? 'request' : 'incident')}, ${numberText(figure.within, 0)} within, ${numberText(figure.pending, 0)} pending`] : []),
      ...(figure.completeness < 1 ? [`data for ${numberText(Math.floor(figure.completeness * 1000) / 10, 1)}% of agreed time`] : []),
      ...(figure.prorated ? [W.levels.prorated] : []),
      ...(left > 0 ? [`${left} ${plural(left, 'row')} left out: ${listRows(figure)}`] : []),
      ...(figure.measuredUnder.length > 0 ? [`partly measured under ${figure.measuredUnder.join(', ')}`] : []),
    ];
  }

  /**
   * From service days to agreed time, so that a reader can add it up: days × hours, less planned time
   * where it is excluded. Under the other rules planned time stays in, and follows the sum in words.
   */
  private agreedTime(): void {
    const { figure } = this;
    if (figure.serviceDays.length === 0) return;
    const excluded = figure.rule === 'Excluded';
    const service = figure.serviceDays.reduce((total, { days, secondsEach }) => total + days * secondsEach, 0);
    const planned = figure.planned.reduce((total, { seconds }) => total + seconds, 0);
    for (const { days, secondsEach } of figure.serviceDays) this.seconds(W.levels.serviceDays(days, secondsEach), days * secondsEach);
    if (excluded) this.planned();
    const rest = figure.agreedSeconds - (excluded ? service - planned : service);
    if (rest !== 0) this.seconds(figure.completeness < 1 ? W.levels.withoutData : W.levels.otherRules(listOf(figure.measuredUnder)), rest);
    this.seconds(W.levels.agreed, figure.agreedSeconds, true);
    if (!excluded) this.planned();
  }

  private planned(): void {
    const { planned, rule } = this.figure;
    const listed = planned.slice(0, MOST_ROWS);
    for (const stretch of listed) this.plannedStretch(stretch);
    if (listed.length === planned.length) return;
    const words = W.levels.morePlanned(planned.length - listed.length);
    const seconds = planned.slice(MOST_ROWS).reduce((total, stretch) => total + stretch.seconds, 0);
    if (rule === 'Excluded') this.seconds(words, -seconds);
    else this.rows.add(HEIGHT.detail, [cell(C.promise, `${words}, ${durationText(seconds)}`, STYLE.detail)]);
  }

  private plannedStretch({ kind, start, end, seconds, row, notified, cause }: PlannedStretch): void {
    const { rule } = this.figure;
    const excluded = rule === 'Excluded';
    const words = [
      `${W.levels.plannedKinds[kind]}${excluded ? '' : ` (${durationText(seconds)})`}: ${W.levels.plannedEffect[rule]}`,
      ...(cause === null ? [] : [cause]),
      ...(notified === null ? [] : [W.levels.notified(dayMonthYear(dateOfInstant(notified, this.input.figures.zone)))]),
    ];
    this.rows.add(HEIGHT.detail, [
      ...(row === null ? [] : [cell(C.status, `${row.table} row ${row.row}`, { ...STYLE.detail, indent: 1 })]),
      textCell(C.service, words.join(' · '), widthOf(COLUMNS, C.service, C.allowed), STYLE.detail),
      ...(excluded ? this.counted(-seconds, SMALL_RIGHT) : []),
      this.instant(C.from, start, SMALL_RIGHT),
      this.instant(C.to, end, SMALL_RIGHT),
    ]);
  }

  private outages(): void {
    const { figure } = this;
    const outages = figure.outages.toSorted((a, b) => a.start - b.start);
    if (outages.length === 0) return;
    const listed = outages.length <= MOST_ROWS ? outages : outages.toSorted((a, b) => b.countedSeconds - a.countedSeconds).slice(0, MOST_ROWS).toSorted((a, b) => a.start - b.start);
    for (const outage of listed) this.outage(outage);
    const sum = (of: readonly CountedOutage[]): number => of.reduce((total, outage) => total + outage.countedSeconds, 0);
    const more = outages.length - listed.length;
    if (more > 0) this.seconds(`${numberText(more, 0)} more ${plural(more, 'outage')}`, sum(outages) - sum(listed));
    const overlap = Math.round(figure.downtimeSeconds - sum(outages));
    if (overlap !== 0) this.seconds(overlap < 0 ? W.levels.overlap : W.levels.together, overlap);
    this.seconds(W.levels.downtime, figure.downtimeSeconds, true);
  }

  private outage(outage: CountedOutage): void {
    const late = outage.lateBecause;
    const notes = [
      ...(late === null ? (outage.planned ? [W.levels.planned] : []) : [late === 'short notice' ? this.shortNotice(outage) : W.levels.late[late]]),
      ...(outage.carriedOver ? [W.levels.carriedOver] : []),
      ...(outage.forgotten ? [W.levels.forgotten] : []),
      ...(outage.breaks.length > 0 ? [W.levels.partOfBreaks(outage.breaks)] : []),
    ];
    const room = widthOf(COLUMNS, C.promise, C.before);
    const cause = outage.cause ?? W.noCause;
    // What decides how a row counts is never cut off.
    const why = firstThatFits([[cause, ...notes].join(' · '), [...notes, cause].join(' · ')], room, STYLE.detail);
    this.rows.add(HEIGHT.detail, [
      cell(C.status, `${outage.table} row ${outage.row}`, { ...STYLE.detail, indent: 1 }),
      textCell(C.service, outage.item, COLUMNS[C.service] ?? 0, STYLE.detail),
      textCell(C.promise, why, room, STYLE.detail),
      cell(C.allowed, outage.impact, { ...SMALL_RIGHT, numberFormat: FORMAT.share }),
      ...this.counted(outage.countedSeconds, SMALL_RIGHT),
      this.instant(C.from, outage.start, SMALL_RIGHT),
      outage.end === null ? cell(C.to, W.levels.open, SMALL_RIGHT) : this.instant(C.to, outage.end, SMALL_RIGHT),
    ]);
  }

  /** When late work was announced, how long before it began on the wall clock, and what was agreed. */
  private shortNotice({ start, notified, noticeDays }: CountedOutage): string {
    if (notified === null || noticeDays === null) return W.levels.late['short notice'];
    const { zone } = this.input.figures;
    const [announced, began] = [toLocal(notified, zone), toLocal(start, zone)];
    const apart = epochDay(began.slice(0, 10)) - epochDay(announced.slice(0, 10));
    // A day is full at the same time of day.
    const days = began.slice(11) < announced.slice(11) ? apart - 1 : apart;
    const before = notified >= start ? null : days < 1 ? durationText(start - notified) : countOf(days, 'day');
    const year = announced.slice(0, 4) === began.slice(0, 4) ? '' : ` ${announced.slice(0, 4)}`;
    return W.levels.shortNotice(`${Number(announced.slice(8, 10))} ${monthName(announced).slice(0, 3)}${year} ${announced.slice(11, 16)}`, before, noticeDays);
  }

  /** The stretch that a longest wait comes from, and what is down in it. */
  private worst(): void {
    const { worst, inAnySeconds } = this.figure;
    if (worst === null || inAnySeconds === null) return;
    const words = W.levels.worst(inAnySeconds, worst.parts.map(({ seconds, impact }) => ({ seconds, share: shareText(impact) })));
    this.rows.add(HEIGHT.detail, [
      textCell(C.promise, words, widthOf(COLUMNS, C.promise, C.allowed), STYLE.detail),
      ...this.counted(worst.parts.reduce((sum, { seconds, impact }) => sum + seconds * impact, 0), SMALL_RIGHT),
      this.instant(C.from, worst.start, SMALL_RIGHT),
      this.instant(C.to, worst.end, SMALL_RIGHT),
    ]);
  }

  /** Seconds counted, and the same in minutes. */
  private counted(seconds: number, style: CellStyle): SheetCell[] {
    const number = (column: number, value: number, decimals: 0 | 1): SheetCell => numberCell(column, { value, format: SIGNED[decimals], text: numberText(value, decimals) }, COLUMNS[column] ?? 0, style);
    return [number(C.used, seconds, 0), number(C.left, seconds / 60, 1)];
  }

  private seconds(words: string, seconds: number, total = false): void {
    const style: CellStyle = total ? { ...SMALL_RIGHT, bold: true, color: COLOR.ink } : SMALL_RIGHT;
    this.rows.add(HEIGHT.detail, [cell(C.promise, words, total ? { ...STYLE.detail, bold: true, color: COLOR.ink } : STYLE.detail), ...this.counted(seconds, style)]);
  }

  private setAside(): void {
    this.some(this.figure.setAside, MOST_ROWS, (outage: SetAsideOutage) => [
      cell(C.status, `${outage.table} row ${outage.row}`, { ...STYLE.detail, indent: 1 }),
      textCell(C.service, outage.item, COLUMNS[C.service] ?? 0, STYLE.detail),
      textCell(C.promise, `${W.levels.setAside}: ${outage.reason}`, widthOf(COLUMNS, C.promise, C.left), STYLE.detail),
      this.instant(C.from, outage.start, SMALL_RIGHT),
      outage.end === null ? cell(C.to, W.levels.open, SMALL_RIGHT) : this.instant(C.to, outage.end, SMALL_RIGHT),
    ]);
  }

  private incidents(): void {
    this.some(this.figure.missedIncidents.toSorted((a, b) => (b.clockDays ?? 0) - (a.clockDays ?? 0) || b.clockSeconds - a.clockSeconds), MOST_INCIDENTS, (incident) => [
      cell(C.status, `${incident.table} row ${incident.row}`, { ...STYLE.detail, indent: 1 }),
      textCell(C.service, incident.incident, COLUMNS[C.service] ?? 0, STYLE.detail),
      textCell(C.promise, incidentWords(incident), widthOf(COLUMNS, C.promise, C.allowed), STYLE.detail),
      this.instant(C.from, incident.opened, SMALL_RIGHT),
      ...(incident.clockDays === null ? this.counted(incident.clockSeconds, SMALL_RIGHT) : [cell(C.left, incident.clockDays, { ...SMALL_RIGHT, numberFormat: `#,##0${literal(` ${plural(incident.clockDays, 'day')}`)}` })]),
    ]);
  }

  /** So many rows, and how many more. */
  private some<T>(all: readonly T[], most: number, cells: (one: T) => SheetCell[]): void {
    for (const one of all.slice(0, most)) this.rows.add(HEIGHT.detail, cells(one));
    const more = all.length - most;
    if (more > 0) this.rows.add(HEIGHT.detail, [cell(C.promise, `${numberText(more, 0)} more ${plural(more, 'row')}`, STYLE.detail)]);
  }

  private instant(column: number, instant: number, style: CellStyle): SheetCell {
    const serial = instantSerial(instant, this.input.figures.zone, this.input.dateSystem);
    const format = instant % 60 === 0 ? FORMAT.dateTime : FORMAT.dateTimeSeconds;
    return serial === null ? nothingCell(column) : cell(column, serial, { ...style, size: 10, color: COLOR.grey, numberFormat: format });
  }
}

/** Whether two targets are explained by the same agreed time and the same outages, whatever they make of them. */
export function haveSameRows(a: TargetFigure, b: TargetFigure): boolean {
  if (a.serviceDays.length + a.outages.length + a.setAside.length === 0) return false;
  const behind = ({ window, rule, agreedSeconds, downtimeSeconds, serviceDays, planned, outages, setAside }: TargetFigure) => JSON.stringify([window, rule, agreedSeconds, downtimeSeconds, serviceDays, planned, outages, setAside]);
  return behind(a) === behind(b);
}

/** How long it took, and how long it might. @example '190 min, limit 2 h', '7 business days, limit 5' */
function clockWords({ clockSeconds, limitSeconds, clockDays, limitDays }: MissedIncident): string {
  if (clockDays !== null && limitDays !== null) return `${numberText(clockDays, 0)} business ${plural(clockDays, 'day')}, ${W.levels.limit} ${numberText(limitDays, 0)}`;
  return `${durationText(clockSeconds)}, ${W.levels.limit} ${durationText(limitSeconds)}`;
}

/** The clock, the severity, and as much of the description as there is room for. */
function incidentWords(incident: MissedIncident): string {
  return [clockWords(incident), incident.severity, incident.description].filter((part) => part !== null && part !== '').join(' · ');
}

function listRows(figure: TargetFigure): string {
  const named = figure.rowsLeftOut.slice(0, 5).map(({ table, row }) => `${table} ${row}`);
  return `${named.join(', ')}${figure.rowsLeftOut.length > 5 ? ', …' : ''}`;
}

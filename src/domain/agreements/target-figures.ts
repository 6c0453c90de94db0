import { worstWindow } from '../availability/worst-window';
import { WHOLE } from '../availability/share';
import { STEP, type Steps } from '../availability/steps';
import type { MissedIncident, MonthVerdict, RowReference, TargetFigure, TargetStatus, WorstStretch } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { CalendarError } from '../time/calendar';
import { firstOfMonth, monthInterval, periodOf, windowOf } from '../time/periods';
import { duration } from '../time/intervals';
import type { Interval, IntervalSet, LocalDate, PeriodKind } from '../time/records';
import { addMonths, DAY, startOfDate } from '../time/zone';
import { finish, type Work } from '../work';
import { businessMetric, metricNamed, monthsInForce } from './business-metric';
import { consistencyOf } from './consistency';
import { agreedTimeByCalendar, figureContext, type FigureContext, type MeasuredWindow, measureItem, monthWindow, type RuledStretch, rulesOf, whileInService } from './context';
import { countedOutages, setAsideOutages } from './counted-outages';
import { forecastOf } from './forecast';
import { inForceDuring, isInForce, termOf } from './in-force';
import { type IncidentLimit, type IncidentResult, incidentResult, incidentsIn } from './incident-clock';
import { plannedStretches } from './planned-time';
import { type Agreement, type Target, TARGET_METRICS, type TargetMetric } from './records';
import { lastDateBefore, type RequestLimit, requestResult, requestsIn, startOfClock } from './request-clock';
import { calendarRowsLeftOut, incidentRowsLeftOut, isUsableAgreement, measurementRowsLeftOut, outageRowsLeftOut, requestRowsLeftOut, rulesLeftOut, unique } from './rows-left-out';
import { budgetOf, type Judged, type JudgedBudget, judgeMeasured, judgeRatio, NOT_MEASURABLE, statusFrom } from './verdict';
import { meets } from './comparator';

/** Metrics that outages decide. */
const OUTAGE_METRICS: readonly string[] = ['Availability', 'Breaks', 'Downtime minutes', 'Longest outage minutes', 'MTRS minutes', 'MTBF hours', 'Waiting in any'] satisfies TargetMetric[];
/** Metrics that a percentage without single outages cannot give. */
const UPTIME_METRICS: readonly string[] = ['Availability', 'Downtime minutes'] satisfies TargetMetric[];

/**
 * Every target of every agreement in force in the report month, in the order of `Targets`.
 *
 * Targets whose metric, comparator, target or window cannot be read are left out: there is nothing to
 * judge. Where a rule of the agreement cannot be read, the figure is not measurable and names the row.
 *
 * RRULEs in `Maintenance` need `loadRecurrences` first; `computeFigures` sees to it.
 */
export function targetFigures(records: Records): TargetFigure[] {
  return finish(targetFiguresWork(finish(figureContext(records))));
}

/** The same, one target at a time. */
export function* targetFiguresWork(context: FigureContext): Work<TargetFigure[]> {
  const { settings, targets } = context.records;
  const month = monthInterval(settings.reportMonth, settings.zone);
  const figures: TargetFigure[] = [];
  for (const target of targets) {
    const agreement = context.agreements.byName.get(nameKey(target.agreement));
    if (!agreement || !canBeJudged(target)) continue;
    if (!isInForce(agreement, context.agreements, month)) continue;
    figures.push(targetFigure(context, agreement, { ...target, metric: canonicalMetric(target.metric) }));
    yield;
  }
  return figures;
}

function targetFigure(context: FigureContext, agreement: Agreement, target: Target): TargetFigure {
  const { reportMonth, zone, asOf, fiscalYearStarts } = context.records.settings;
  const periods = { zone, asOf, fiscalYearStarts };
  const period = periodOf(target.window, reportMonth, periods);
  const window = windowOf(target.window, reportMonth, periods);
  const now = standing(context, agreement, target, reportMonth);
  const { result, rowsLeftOut } = now;
  const { measured } = result;
  const isOutageMetric = OUTAGE_METRICS.includes(target.metric);
  const shown = isOutageMetric ? measured : null;
  const { serviceDays, holidays } = context.serviceCalendar(isOutageMetric ? measured.parts : []);
  const serviceSeconds = serviceDays.reduce((sum, { days, secondsEach }) => sum + days * secondsEach, 0);
  const before = addMonths(reportMonth, -1);
  const previous = inForceDuring(agreement, context.agreements, monthInterval(before, zone)).length > 0 ? standing(context, agreement, target, before) : null;
  const months = Array.from({ length: 12 }, (_, i) => monthVerdict(context, agreement, target, addMonths(firstOfMonth(reportMonth), i - 11)));
  const consistency = consistencyOf(target, months);
  const { customer } = agreement;
  return {
    agreement: agreement.agreement,
    agreementType: agreement.type,
    item: agreement.item,
    customer,
    targetRow: { table: 'Targets', row: target.row },
    metric: target.metric,
    severity: target.severity,
    limitSeconds: target.within === null || target.withinUnit === 'days' ? null : target.within * (target.withinUnit === 'hours' ? 3600 : 60),
    limitDays: target.withinUnit === 'days' ? target.within : null,
    inAnySeconds: target.metric === 'Waiting in any' && target.inAnyMinutes !== null ? target.inAnyMinutes * 60 : null,
    comparator: target.comparator,
    target: target.target,
    windowKind: target.window,
    hours: target.hours ?? agreement.hours,
    rule: agreement.plannedTime,
    period,
    window,
    toDate: now.runs,
    agreedSeconds: measured.agreedSeconds,
    agreedSecondsOfPeriod: now.agreedSecondsOfPeriod,
    plannedSeconds: isOutageMetric ? measured.plannedSeconds : 0,
    excludedSeconds: isOutageMetric ? serviceSeconds - measured.agreedSeconds : 0,
    downtimeSeconds: shown?.downtimeSeconds ?? 0,
    impairedSeconds: shown?.impairedSeconds ?? 0,
    breaks: shown?.breaks.length ?? 0,
    longestOutageSeconds: shown?.longestOutageSeconds ?? 0,
    mtrsSeconds: shown?.mtrsSeconds ?? null,
    mtbfSeconds: shown?.mtbfSeconds ?? null,
    worst: result.worst,
    availability: shown?.availability ?? null,
    actual: result.judged.actual,
    previous: previous?.result.judged.actual ?? null,
    previousStatus: previous?.status ?? null,
    budget: now.judgedBudget?.budget ?? null,
    status: now.status,
    opened: result.opened,
    within: result.within,
    pending: result.pending,
    completeness: isOutageMetric ? measured.completeness : 1,
    prorated: isOutageMetric && measured.prorated,
    months,
    monthsMet: consistency.met,
    monthsMeasured: consistency.measured,
    consistency,
    forecast: now.runs && result.judged.verdict !== 'Not measurable' ? forecastOf(target, measured, now.rest, now.judgedBudget) : null,
    serviceDays,
    holidays,
    planned: isOutageMetric ? plannedStretches(context, agreement.item, measured.parts, measured.source === 'outages') : [],
    outages: isOutageMetric ? countedOutages(context, agreement.item, customer, window, result.stretches, measured) : [],
    setAside: isOutageMetric ? setAsideOutages(context, agreement.item, customer, window) : [],
    missedIncidents: result.missed,
    rowsLeftOut,
    measuredUnder: result.measuredUnder,
  };
}

/** A target over one period, as far as it is measured. */
export interface Judgement {
  readonly result: WindowResult;
  readonly judgedBudget: JudgedBudget | null;
  readonly agreedSecondsOfPeriod: number;
  /** Agreed time may still come. */
  readonly runs: boolean;
  /** Agreed time of the period after the window, by the calendars. */
  readonly rest: IntervalSet;
}

/** A target at one report month. */
export interface Standing extends Judgement {
  readonly status: TargetStatus;
  readonly rowsLeftOut: readonly RowReference[];
}

function judge(context: FigureContext, agreement: Agreement, target: Target, period: Interval, window: Interval): Judgement {
  const result = windowResult(context, agreement, target, window);
  const last = Math.min(period.end, termOf(agreement, context.agreements).end, context.service.get(nameKey(agreement.item))?.end ?? Infinity);
  const runs = window.end < last;
  const rest = result.usable && runs ? stretchesOf(context, agreement, target, { start: window.end, end: last }).flatMap((stretch) => agreedTimeByCalendar(context, stretch)) : [];
  const agreedSecondsOfPeriod = result.measured.agreedSeconds + duration(rest);
  const judgedBudget = result.judged.verdict === 'Not measurable' ? null : budgetOf(target.metric, result.measured, agreedSecondsOfPeriod, target.comparator, target.target);
  return { result, judgedBudget, agreedSecondsOfPeriod, runs, rest };
}

export function standing(context: FigureContext, agreement: Agreement, target: Target, month: LocalDate): Standing {
  const { zone, asOf, fiscalYearStarts, amberMargin } = context.records.settings;
  const periods = { zone, asOf, fiscalYearStarts };
  const window = windowOf(target.window, month, periods);
  const judgement = judge(context, agreement, target, periodOf(target.window, month, periods), window);
  const { result, judgedBudget, runs } = judgement;
  const rowsLeftOut = leftOut(context, agreement, target, window, result);
  const status = statusFrom(result.judged.verdict, judgedBudget, { runs, rolling: isRolling(target.window), amberMargin, incomplete: rowsLeftOut.length > 0 });
  return { ...judgement, status, rowsLeftOut };
}

/**
 * The target applied to one calendar month. A month that still runs is missed only when its whole
 * budget is used up; a metric without a budget is judged by the figure so far.
 */
function monthVerdict(context: FigureContext, agreement: Agreement, target: Target, month: LocalDate): MonthVerdict {
  const whole = monthInterval(month, context.records.settings.zone);
  const last = inForceDuring(agreement, context.agreements, whole).at(-1)?.agreement;
  if (last === undefined) return { month, status: null, actual: null, target: target.target };
  // A month that was kept stays kept: what was promised then is what it is held against.
  const promised = last === agreement ? target : targetThen(context, target, last);
  const { result, judgedBudget, runs } = judge(context, promised === null ? agreement : last, promised ?? target, whole, monthWindow(context, month));
  const { actual, verdict } = result.judged;
  return { month, status: runs && judgedBudget ? (judgedBudget.exceeded ? 'Missed' : 'Met') : verdict, actual, target: (promised ?? target).target };
}

/** What a target comes to in one window. */
interface WindowResult {
  readonly judged: Judged;
  readonly worst: WorstStretch | null;
  readonly measured: MeasuredWindow;
  readonly stretches: readonly RuledStretch[];
  /** False where a rule of the agreement or the target cannot be read. */
  readonly usable: boolean;
  readonly opened: number;
  readonly within: number;
  readonly pending: number;
  readonly missed: readonly MissedIncident[];
  readonly measuredUnder: readonly string[];
}

const NO_INCIDENTS = { opened: 0, within: 0, pending: 0, missed: [] };

function windowResult(context: FigureContext, agreement: Agreement, target: Target, window: Interval): WindowResult {
  const stretches = usableStretches(context, agreement, target, window);
  const measured = measureItem(context, agreement.item, stretches ?? []);
  const others = inForceDuring(agreement, context.agreements, window).filter((stretch) => stretch.agreement !== agreement);
  const base = { worst: null, measured, stretches: stretches ?? [], usable: stretches !== null, ...NO_INCIDENTS, measuredUnder: others.map((stretch) => stretch.agreement.agreement) };
  if (stretches === null) return { ...base, judged: NOT_MEASURABLE };
  if (target.metric === 'Responded within' || target.metric === 'Resolved within') return { ...base, ...judgeIncidents(context, agreement, target, target.metric, stretches) };
  if (target.metric === 'Decided within') return { ...base, ...judgeRequests(context, agreement, target, stretches) };
  if (OUTAGE_METRICS.includes(target.metric)) {
    if (measured.source === 'uptime' && !UPTIME_METRICS.includes(target.metric)) return { ...base, judged: NOT_MEASURABLE };
    const worst = target.metric === 'Waiting in any' && target.inAnyMinutes !== null && target.inAnyMinutes > 0 ? worstWindow(measured.downtime, target.inAnyMinutes * 60) : null;
    return {
      ...base,
      judged: judgeMeasured(target.metric, measured, worst?.units ?? null, target.comparator, target.target),
      worst: worst === null || worst.start === null ? null : worstStretch(measured.downtime, worst.start, target.inAnyMinutes! * 60, window),
    };
  }
  const value = businessMetric(metricNamed(target.metric, context.records.metrics), context.measurements, agreement.item, monthsInForce(window, stretches, context.records.settings.zone));
  return { ...base, judged: value === null ? NOT_MEASURABLE : { actual: value, verdict: meets(value, target.comparator, target.target) ? 'Met' : 'Missed' } };
}

/** The worst stretch, moved into the window as far as it has room there, and what lies in it. */
function worstStretch(downtime: Steps, from: number, seconds: number, window: Interval): WorstStretch {
  const start = Math.max(window.start, Math.min(from, window.end - seconds));
  const end = Math.min(start + seconds, window.end);
  const byImpact = new Map<number, number>();
  for (let i = 0; i < downtime.length; i += STEP) {
    const length = Math.min(downtime[i + 1]!, end) - Math.max(downtime[i]!, start);
    if (length > 0) byImpact.set(downtime[i + 2]!, (byImpact.get(downtime[i + 2]!) ?? 0) + length);
  }
  return { start, end, parts: [...byImpact].sort(([a], [b]) => b - a).map(([units, length]) => ({ seconds: length, impact: units / WHOLE })) };
}

/** What incidents or requests come to. */
type Counted = Pick<WindowResult, 'judged' | 'opened' | 'within' | 'pending' | 'missed'>;

function judgeIncidents(context: FigureContext, agreement: Agreement, target: Target, metric: IncidentLimit['metric'], stretches: readonly RuledStretch[]): Counted {
  const { zone, asOf } = context.records.settings;
  if (target.within === null || !(target.within >= 0)) return { ...NO_INCIDENTS, judged: NOT_MEASURABLE };
  const results: IncidentResult[] = [];
  for (const { start, end, rules } of stretches) {
    const limit: IncidentLimit = { metric, amount: target.within, unit: target.withinUnit, comparator: target.limitComparator, calendar: rules.calendar, zone };
    for (const incident of incidentsIn(context.incidents, agreement.item, target, agreement.customer, { start, end })) {
      const result = incidentResult(incident, context.incidents.holds.get(nameKey(incident.incident)) ?? [], limit, asOf);
      if (result) results.push(result);
    }
  }
  return counted(target, results, ({ incident, clockSeconds, limitSeconds, clockDays, limitDays }) => ({ table: 'Incidents', row: incident.row, incident: incident.incident, opened: incident.opened, severity: incident.severity, description: incident.description, clockSeconds, limitSeconds, clockDays, limitDays }));
}

function judgeRequests(context: FigureContext, agreement: Agreement, target: Target, stretches: readonly RuledStretch[]): Counted {
  const { zone, asOf } = context.records.settings;
  // Requests are dated, not timed: their clock counts days and nothing else.
  if (target.withinUnit !== 'days' || target.within === null || !(target.within >= 0) || !Number.isInteger(target.within)) return { ...NO_INCIDENTS, judged: NOT_MEASURABLE };
  const { within: days, limitComparator: comparator } = target;
  const today = lastDateBefore(asOf, zone);
  const results = stretches.flatMap(({ start, end, rules }) => {
    const limit: RequestLimit = { days, comparator, calendar: rules.calendar, today };
    return requestsIn(context.requests, agreement.item, target, { start, end }, zone).map((request) => requestResult(request, limit));
  });
  return counted(target, results, ({ request, clockDays, limitDays }) => ({ table: 'Requests', row: request.row, incident: request.request, opened: startOfDate(startOfClock(request), zone), severity: request.changeType, description: request.title, clockSeconds: clockDays * DAY, limitSeconds: limitDays * DAY, clockDays, limitDays }));
}

function counted<Result extends { readonly outcome: IncidentResult['outcome'] }>(target: Target, results: readonly Result[], toMissed: (result: Result) => MissedIncident): Counted {
  const within = results.filter(({ outcome }) => outcome === 'within').length;
  const missed = results.filter(({ outcome }) => outcome === 'missed');
  return {
    judged: judgeRatio(within, within + missed.length, target.comparator, target.target),
    opened: results.length,
    within,
    pending: results.length - within - missed.length,
    missed: missed.map(toMissed),
  };
}

/** The stretches of a window that are measured, each with its rules; null where rules cannot be read. */
function usableStretches(context: FigureContext, agreement: Agreement, target: Target, window: Interval): RuledStretch[] | null {
  const inForce = inForceDuring(agreement, context.agreements, window);
  if (isUnreadable(target, 'severity', 'within', 'withinUnit', 'limitComparator', 'inAnyMinutes', 'hours')) return null;
  if (!isUsableAgreement(agreement) || inForce.some((stretch) => !isUsableAgreement(stretch.agreement))) return null;
  try {
    return stretchesOf(context, agreement, target, window);
  } catch (error) {
    // A calendar that is unknown or stands in two zones is a problem of the tables; here it is no figure.
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

/** @throws CalendarError */
function stretchesOf(context: FigureContext, agreement: Agreement, target: Target, window: Interval): RuledStretch[] {
  const stretches = inForceDuring(agreement, context.agreements, window).map((stretch) => ({
    start: stretch.start,
    end: stretch.end,
    rules: rulesOf(context, stretch.agreement, hoursThen(context, agreement, target, stretch.agreement)),
  }));
  return whileInService(context, agreement.item, stretches);
}

/** The hours that the target names; of an agreement before this one, those of the target it had on the same metric. */
function hoursThen(context: FigureContext, agreement: Agreement, target: Target, then: Agreement): string | null {
  return then === agreement ? target.hours : (targetThen(context, target, then)?.hours ?? null);
}

/** What another agreement promised on the same metric and severity; null: nothing that can be judged. */
function targetThen(context: FigureContext, target: Target, then: Agreement): Target | null {
  const same = context.targets.get(nameKey(then.agreement))?.find((other) => canonicalMetric(other.metric) === target.metric && nameKey(other.severity ?? '') === nameKey(target.severity ?? '') && canBeJudged(other));
  return same ? { ...same, metric: target.metric } : null;
}

function leftOut(context: FigureContext, agreement: Agreement, target: Target, window: Interval, result: WindowResult): RowReference[] {
  const rows = rulesLeftOut(agreement, target);
  // Rules that cannot be put together (an unknown calendar, say) are a fault of the agreement.
  if (!result.usable && rows.length === 0) rows.push({ table: 'Agreements', row: agreement.row });
  const rules = result.stretches.map((stretch) => stretch.rules);
  rows.push(...calendarRowsLeftOut(context, rules));
  if (target.metric === 'Responded within' || target.metric === 'Resolved within') rows.push(...incidentRowsLeftOut(context, agreement.item, target, agreement.customer, window));
  else if (target.metric === 'Decided within') rows.push(...requestRowsLeftOut(context, agreement, target, window));
  else if (OUTAGE_METRICS.includes(target.metric)) {
    const { customer, noticeDays, ignoreUnderMinutes, breakLevel } = agreement;
    rows.push(...outageRowsLeftOut(context, agreement.item, { customer, noticeDays, ignoreUnderMinutes, breakLevel }, window));
  } else rows.push(...measurementRowsLeftOut(context, agreement.item, target, monthsInForce(window, result.stretches, context.records.settings.zone)));
  return unique(rows);
}

/** A metric of `Targets` as the contract writes it; the name of any other as it stands. */
function canonicalMetric(name: string): string {
  return TARGET_METRICS.find((metric) => nameKey(metric) === nameKey(name)) ?? name.trim();
}

function isRolling(window: PeriodKind): window is Extract<PeriodKind, { readonly count: number }> {
  return window.kind === 'Rolling months' || window.kind === 'Rolling days';
}

/** Whether a target says what is promised, and over what window: without it there is nothing to judge. */
export function canBeJudged(target: Target): boolean {
  return !isUnreadable(target, 'agreement') && unreadableFields(target).length === 0;
}

/**
 * Fields of a target without which nobody knows what was promised, and that cannot be read.
 *
 * @example unreadableFields({ ...target, target: NaN, unreadable: ['target'] }) // ['target']
 */
export function unreadableFields(target: Target): string[] {
  return ['metric', 'comparator', 'target', 'window'].filter((field) => isUnreadable(target, field) || (field === 'target' && !Number.isFinite(target.target)) || (field === 'window' && !isWindow(target.window)));
}

function isWindow(window: PeriodKind): boolean {
  return !isRolling(window) || (Number.isInteger(window.count) && window.count >= 1);
}


import type { CountedOutage, TargetFigure } from '../domain/figures';
import type { Improvement } from '../domain/performance/records';
import { nameKey, sameName } from '../domain/names';
import { capitalised, countOf, dayAndMonth, numberText, plural } from '../domain/performance/phrases';
import { dateOfInstant, whenText } from './dates';
import type { ReportInput } from './input';
import { actualDisplay, targetDisplay } from './target-display';
import { durationText, metricWords, W } from './words';

/** The outages that count in a figure, most seconds first. */
export function countedOutages(figure: TargetFigure): CountedOutage[] {
  return figure.outages.filter((outage) => outage.countedSeconds > 0).toSorted((a, b) => b.countedSeconds - a.countedSeconds || a.start - b.start);
}

/**
 * What happened to a broken promise, and why: the outages that count with their cause, or the incidents
 * that missed their limit, or the figure where rows name neither. Figures come first, so that what has
 * no room is the end of the cause.
 *
 * @param named whether a cause names the item beneath that failed
 * @example 'Thu 15 Oct, 11:52–12:39, 47 min (budget 22 min). Card gateway: Its certificate had expired.'
 */
export function whyBroken(figure: TargetFigure, { figures }: Pick<ReportInput, 'figures'>, named = true): string {
  const metrics = figures.csfs.flatMap((csf) => csf.metrics);
  if (figure.missedIncidents.length > 0) return missedIncidents(figure);
  const longest = figure.metric === 'Longest outage minutes';
  const outages = countedOutages(figure);
  // The longest is judged by its length, whatever share of the service was lost.
  const worst = longest ? outages.toSorted((a, b) => b.countedSeconds / b.impact - a.countedSeconds / a.impact)[0] : outages[0];
  if (worst === undefined) {
    const actual = figure.actual === null ? W.noCause : actualDisplay(figure, figure.actual, metrics).text;
    return `${capitalised(metricWords(figure))}: ${actual}, promised ${targetDisplay(figure, metrics).text}; no outage row explains it.`;
  }
  const cause = `${!named || sameName(worst.item, figure.item) ? '' : `${worst.item}: `}${sentence(worst.cause ?? W.noCause)}`;
  const when = whenText(worst.start, worst.end, figures.zone);
  const total = figure.metric === 'Breaks' ? `${figure.breaks} ${plural(figure.breaks, 'break')}` : durationText(longest ? figure.longestOutageSeconds : figure.downtimeSeconds);
  const allowed = budgetText(figure);
  if (outages.length === 1) return `${capitalised(when)}, ${total}${allowed}. ${cause}`;
  if (longest) return `${outages.length} outages, the longest ${total}${allowed}, ${when}: ${cause}`;
  return `${outages.length} outages, ${total}${allowed}. Most downtime, ${when}: ${cause}`;
}

function missedIncidents(figure: TargetFigure): string {
  const worst = figure.missedIncidents.reduce((a, b) => ((b.clockDays ?? b.clockSeconds) > (a.clockDays ?? a.clockSeconds) ? b : a));
  const judged = figure.opened - figure.pending;
  const decision = figure.metric === 'Decided within';
  const action = decision ? 'a decision' : figure.metric.startsWith('Responded') ? 'response' : 'resolution';
  const inDays = worst.clockDays !== null && worst.limitDays !== null;
  const limit = inDays ? businessDays(worst.limitDays ?? 0) : durationText(worst.limitSeconds);
  const longest = inDays ? businessDays(worst.clockDays ?? 0) : durationText(worst.clockSeconds);
  return `${numberText(figure.missedIncidents.length, 0)} of ${countOf(judged, decision ? 'request' : 'incident')} waited longer than ${limit} for ${action}, the longest ${longest} (${worst.incident}).`;
}

function businessDays(days: number): string {
  return `${numberText(days, Number.isInteger(days) ? 0 : 2)} business ${plural(days, 'day')}`;
}

function budgetText({ budget, metric }: TargetFigure): string {
  if (budget === null) return '';
  if (budget.unit === 'breaks') return ` (${numberText(budget.allowed, 0)} allowed)`;
  return ` (${metric === 'Longest outage minutes' ? 'limit' : 'budget'} ${durationText(Math.floor(budget.allowed))})`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? capitalised(trimmed) : `${capitalised(trimmed)}.`;
}

/** The open improvement for a promise: of its agreement, or of its metric. */
export function improvementFor(figure: TargetFigure, improvements: readonly Improvement[]): Improvement | null {
  const open = improvements.filter(isOpen);
  return open.find((row) => row.agreement !== null && sameName(row.agreement, figure.agreement)) ?? open.find((row) => row.metric !== null && sameName(row.metric, figure.metric)) ?? null;
}

export function isOpen(improvement: Improvement): boolean {
  return improvement.status !== 'Done' && improvement.status !== 'Dropped' && improvement.closedDate === null;
}

/** What is done about it, and by when; null: nothing is written down. */
export function actionText(improvement: Improvement): string {
  const action = (improvement.action ?? improvement.improvement).trim().replace(/\.$/, '');
  return improvement.dueDate === null ? `${action}.` : `${action}, by ${dayAndMonth(improvement.dueDate)}.`;
}

/** The date of an outage as sentences name it. */
export function dayOf(outage: CountedOutage, zone: string): string {
  return dayAndMonth(dateOfInstant(outage.start, zone));
}

/** How many different outages stand behind these promises; null where one of them has none. */
export function failuresBehind(broken: readonly TargetFigure[]): number | null {
  const failures = new Set<string>();
  for (const figure of broken) {
    const outages = countedOutages(figure);
    if (outages.length === 0 || figure.missedIncidents.length > 0) return null;
    for (const outage of outages) failures.add(`${nameKey(outage.table)} ${outage.row}`);
  }
  return failures.size;
}

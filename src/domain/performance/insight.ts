import type { MetricFigure } from '../figures';
import type { LocalDate } from '../time/records';
import type { Improvement } from './records';
import { displayOf, distanceText, valueText } from './display';
import { isOff } from './metrics';
import { capitalised, countInWords, dayAndMonth, listOf, listOfFew, monthAndYear, monthName, plural, within } from './phrases';

/** What a factor's sentence is made from. */
export interface InsightInput {
  /** First date of the report month. */
  readonly month: LocalDate;
  readonly metrics: readonly MetricFigure[];
  /** Things whose promise in this factor's field was broken this month, each once. */
  readonly brokenPromises: readonly string[];
  /** The open improvements for these metrics. */
  readonly improvements: readonly Improvement[];
  /** The factor asks for action now, so that a missing improvement is worth a word. */
  readonly actNow: boolean;
}

/** Longer than this, the sentences that matter least are left out: four lines beside the factor's block. */
const LENGTH = 190;

/**
 * What the data says: sentences of figure, comparison and cause, made from the figures alone. First what
 * misses its target or gets worse (or, where nothing does, what the figures are and how they moved),
 * then promises that were broken although the factor is green, then whether anything is being done.
 * Where one metric rose onto its target while others of the factor get worse, the sentence says that
 * they disagree.
 *
 * @example insight({ month: '2026-10-01', metrics: [effort], brokenPromises: [], improvements: [], actNow: true })
 * // 'Customer effort score is 4.9, below its target of 5.5 since July and getting worse. No improvement is open.'
 */
export function insight(input: InsightInput): string {
  const known = input.metrics.filter((metric) => metric.current !== null);
  if (known.length === 0) return nothingKnown(input);

  const troubled = known.filter((metric) => isTroubled(metric));
  const risen = known.filter((metric) => hasRisenToTarget(metric));
  const sentences =
    troubled.length === 0 ? soundSentences(known) : risen.length > 0 ? [disagreement(risen, troubled)] : troubleSentences(troubled, input.month);
  const after = [brokenSentence(input.brokenPromises, troubled.length === 0), improvementSentence(input), missingSentence(input)].filter((sentence) => sentence !== null);
  return fitted(sentences, after);
}

function isTroubled(metric: MetricFigure): boolean {
  return metric.status === 'Off target' || metric.status === 'Off, getting worse' || metric.status === 'Getting worse';
}

/** On target, better when higher, and higher than a year ago (without that month, than the month before). */
function hasRisenToTarget(metric: MetricFigure): boolean {
  const base = metric.yearAgo ?? metric.previous;
  return metric.better === 'Higher' && metric.status === 'On target' && metric.current !== null && base !== null && metric.current > base;
}

function nothingKnown({ metrics, month }: InsightInput): string {
  if (metrics.length === 0) return 'No metric belongs to this factor.';
  return `No value for ${monthAndYear(month)} in ${metrics.length === 1 ? 'its only metric' : `any of its ${countInWords(metrics.length)} metrics`}.`;
}

/** Satisfaction is 4.4 (target 4.2), up from 4.0; session length is 6.1 min, 1.1 min less than a year ago: they disagree. */
function disagreement(risen: readonly MetricFigure[], troubled: readonly MetricFigure[]): string {
  const up = risen.slice(0, 1).map((metric) => `${metric.metric} rose to ${current(metric)} (target ${target(metric)})`);
  const down = troubled.slice(0, 2).map((metric) => `${within(metric.metric)} is ${current(metric)}${comparison(metric)}`);
  const more = troubled.length > 2 ? [`${countInWords(troubled.length - 2)} more ${troubled.length === 3 ? 'is' : 'are'} off target or getting worse`] : [];
  return `${up.join('')}; ${listOf([...down, ...more])}. ${opposition(risen, troubled)}.`;
}

/** Names what opposes what where the metrics' own names tell; otherwise only that they do. */
function opposition(risen: readonly MetricFigure[], troubled: readonly MetricFigure[]): string {
  const opinion = risen.every((metric) => /satisf|feedback|rating|score|opinion|survey|nps/i.test(metric.metric));
  const use = troubled.every((metric) => /session|page|visit|use\b|usage|login|time in|time on|active/i.test(metric.metric));
  return opinion && use ? 'Opinion and use disagree' : 'The metrics of this factor disagree';
}

function troubleSentences(troubled: readonly MetricFigure[], month: LocalDate): string[] {
  const off = troubled.filter((metric) => metric.status !== 'Getting worse');
  const worse = troubled.filter((metric) => metric.status === 'Getting worse');
  const sentences: string[] = [];
  const [only] = off;
  if (off.length === 1 && only !== undefined) {
    const side = only.better === 'Higher' ? 'below' : 'above';
    sentences.push(`${only.metric} is ${current(only)}, ${side} its target of ${target(only)}${since(only, month)}${only.status === 'Off, getting worse' ? ' and getting worse' : ''}.`);
  } else if (off.length > 1) {
    sentences.push(`${figures(off)}: ${bothOrAll(off.length)} off target${commonSince(off, month)}${off.every((metric) => metric.status === 'Off, getting worse') ? `, ${bothOrAll(off.length)} getting worse` : ''}.`);
  }
  if (worse.length > 0) {
    const named = worse.slice(0, 2).map((metric, at) => `${at === 0 ? metric.metric : within(metric.metric)} is ${current(metric)}${comparison(metric)}`);
    const more = worse.length > 2 ? [`${countInWords(worse.length - 2)} more`] : [];
    sentences.push(`${listOf([...named, ...more])}: getting worse over ${span(worse)}.`);
  }
  return sentences;
}

function soundSentences(known: readonly MetricFigure[]): string[] {
  const shown = known.slice(0, 2).map((metric, at) => {
    const name = at === 0 ? metric.metric : within(metric.metric);
    const base = metric.yearAgo ?? metric.previous;
    const moved = metric.trend.word === 'Improving' && base !== null && base !== metric.current;
    return moved ? `${name} improved to ${current(metric)} from ${value(metric, base)}${metric.yearAgo === null ? ' the month before' : ' a year ago'}` : `${name} is ${current(metric)}${metric.target === null ? '' : ` (target ${target(metric)})`}`;
  });
  const sentences = [`${shown.join('; ')}.`];
  const onTarget = known.filter((metric) => metric.status === 'On target').length;
  if (known.length > 2) sentences.push(onTarget === known.length ? `All ${countInWords(known.length)} metrics are on target.` : `${capitalised(countInWords(onTarget))} of ${countInWords(known.length)} metrics ${onTarget === 1 ? 'is' : 'are'} on target.`);
  const trend = commonTrend(known);
  if (trend !== null) sentences.push(trend);
  return sentences;
}

/** What the trends of all metrics have in common. */
function commonTrend(known: readonly MetricFigure[]): string | null {
  const [first] = known;
  if (first === undefined || known.some((metric) => metric.trend.word !== first.trend.word)) return null;
  const over = `over ${span(known)}`;
  const who = known.length === 2 ? 'Both' : 'All';
  if (first.trend.word === 'Improving') return known.length === 1 ? `Improving ${over}.` : `${who} improve ${over}.`;
  if (first.trend.word === 'Steady') return known.length === 1 ? `Steady ${over}.` : `${who} are steady ${over}.`;
  return null;
}

function brokenSentence(names: readonly string[], green: boolean): string | null {
  if (names.length === 0) return null;
  return `${listOfFew(names, 3)} ${green ? 'still ' : ''}missed ${names.length === 1 ? 'a promise of its' : 'promises of their'} own.`;
}

function improvementSentence({ improvements, actNow }: InsightInput): string | null {
  const [first] = improvements;
  if (first === undefined) return actNow ? 'No improvement is open.' : null;
  const details = [first.improvement, first.owner ?? 'no owner yet', ...(first.dueDate === null ? [] : [dayAndMonth(first.dueDate)])];
  return `${plural(improvements.length, 'Improvement')} open: ${details.join(', ')}${improvements.length > 1 ? `, and ${countInWords(improvements.length - 1)} more` : ''}.`;
}

function missingSentence({ metrics, month }: InsightInput): string | null {
  const missing = metrics.filter((metric) => metric.current === null).map((metric, at) => (at === 0 ? metric.metric : within(metric.metric)));
  return missing.length === 0 ? null : `No value for ${monthName(month)}: ${listOfFew(missing, 2)}.`;
}

/** The first sentence always, then as many as there is room for, what comes after the state of the factor before more about it. */
function fitted(sentences: readonly string[], after: readonly string[]): string {
  const kept = new Set<string>();
  let length = 0;
  for (const sentence of [...sentences.slice(0, 1), ...after, ...sentences.slice(1)]) {
    if (length > 0 && length + 1 + sentence.length > LENGTH) continue;
    kept.add(sentence);
    length += sentence.length + 1;
  }
  return [...sentences, ...after].filter((sentence) => kept.has(sentence)).join(' ');
}

function figures(metrics: readonly MetricFigure[]): string {
  const named = metrics.slice(0, 2).map((metric, at) => `${at === 0 ? metric.metric : within(metric.metric)} ${current(metric)}`);
  return metrics.length > 2 ? `${named.join(', ')} and ${countInWords(metrics.length - 2)} more` : named.join(', ');
}

function bothOrAll(count: number): string {
  return count === 2 ? 'both' : `all ${countInWords(count)}`;
}

/** `, 1.1 min less than a year ago`; without that month, than the month before. */
function comparison(metric: MetricFigure): string {
  const base = metric.yearAgo ?? metric.previous;
  if (metric.current === null || base === null || metric.current === base) return '';
  const distance = distanceText(metric.current - base, displayOf(metric), metric.unit);
  return `, ${distance} ${metric.current < base ? 'less' : 'more'} than ${metric.yearAgo === null ? 'the month before' : 'a year ago'}`;
}

/** ` since July`: the first month of the run off target that ends now; '' where the run is this month alone. */
function since(metric: MetricFigure, month: LocalDate): string {
  return sinceWords(offSince(metric), month);
}

/** A run that fills all 13 months began earlier than they can tell. */
function sinceWords(start: LocalDate | null, month: LocalDate): string {
  if (start === null) return ' for more than a year';
  return start === month ? '' : ` since ${start.slice(5) === month.slice(5) ? monthAndYear(start) : monthName(start)}`;
}

function commonSince(metrics: readonly MetricFigure[], month: LocalDate): string {
  // The latest beginning is the one that all of them share; a run from before the 13 months begins first.
  const latest = metrics.map(offSince).reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  return sinceWords(latest, month);
}

/** The first month of the run off target that ends now; null: all months are. */
function offSince(metric: MetricFigure): LocalDate | null {
  const lastGood = metric.values.findLastIndex(({ value }) => isOff(value, metric) !== true);
  if (lastGood < 0) return null;
  return metric.values[lastGood + 1]?.month ?? metric.values[metric.values.length - 1]?.month ?? '';
}

/** `12 months`, or how many of them have a value. */
function span(metrics: readonly MetricFigure[]): string {
  const fewest = Math.min(...metrics.map((metric) => metric.trend.points));
  return fewest === 12 ? '12 months' : `${fewest} months with a value`;
}

function current(metric: MetricFigure): string {
  return value(metric, metric.current ?? 0);
}

function target(metric: MetricFigure): string {
  return value(metric, metric.target ?? 0);
}

function value(metric: MetricFigure, figure: number): string {
  return valueText(figure, displayOf(metric), metric.unit);
}

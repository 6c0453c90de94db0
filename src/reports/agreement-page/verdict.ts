import type { TargetFigure } from '../../domain/figures';
import type { Instant } from '../../domain/time/records';
import { dateOfInstant, dayMonthYear } from '../dates';
import { isRunning } from '../heading';
import { firstThatFits, widthOf } from '../layout';
import { exactMoneyText } from '../money';
import { STYLE } from '../style';
import { TARGET_COLUMN as C, TARGET_COLUMNS } from '../target-block';
import { actualDisplay, targetDisplay } from '../target-display';
import { fieldWords, promisesUnreadable, W } from '../words';
import type { PageContext } from './page';

const WIDTH = widthOf(TARGET_COLUMNS, C.status, C.to);

/** The sentence of the page: how many promises were kept, and which were not, as far as there is room. */
export function verdictOf({ agreement, targets, input: { figures } }: PageContext): string {
  const { state, unreadableTargets } = agreement;
  if (state !== 'In force' && targets.length === 0) return W.agreementPage.notInForce[state];
  const judged = targets.filter(({ status }) => status !== 'Not measurable');
  const missed = targets.filter(({ status }) => status === 'Missed');
  const metrics = figures.csfs.flatMap((csf) => csf.metrics);
  const named = (figure: TargetFigure): string => {
    const actual = figure.actual === null ? '' : ` ${actualDisplay(figure, figure.actual, metrics).text}`;
    return `${fieldWords(figure)}${actual} (${targetDisplay(figure, metrics).text})`;
  };
  const shown = missed.length > 0 ? missed : judged.length === 1 ? judged : [];
  const sentences = [shown.length, 2, 1, 0].map((count) => W.agreementPage.verdict({ month: figures.month, toDate: isRunning(figures) }, judged.length - missed.length, judged.length, targets.length + unreadableTargets.length, shown.slice(0, count).map(named), Math.max(0, shown.length - count)));
  return firstThatFits(sentences, WIDTH, STYLE.verdict);
}

/** What else a review must know first: what is at risk, owed, due, or will be missed at today's rate; null: nothing. */
export function sublineOf({ agreement, targets, input: { figures } }: PageContext): string | null {
  const { compensation, review, reviewDue, expiresSoon, lastDate, unreadableTargets } = agreement;
  const risky = targets.filter(({ status }) => status === 'At risk').map(fieldWords);
  const heading = targets.filter(({ status, forecast }) => status !== 'Missed' && forecast?.verdict === 'Missed');
  const sentences = [
    ...(unreadableTargets.length > 0 ? [`${promisesUnreadable(unreadableTargets.length)}.`] : []),
    ...(risky.length > 0 ? [W.agreementPage.atRisk(risky)] : []),
    ...(compensation !== null && compensation.due > 0 ? [W.agreementPage.owed(exactMoneyText(compensation.due, figures.currency))] : []),
    ...(compensation === null || compensation.unknown === null ? [] : [W.agreementPage.owedUnknown(compensation.unknown)]),
    ...(review === null || review === 'Reviewed' ? [] : [reviewDue === null ? W.agreementPage.notReviewed : W.agreementPage.reviewIs[review](dayMonthYear(reviewDue))]),
    ...(expiresSoon && lastDate !== null ? [W.agreementPage.endsOn(dayMonthYear(lastDate))] : []),
    ...heading.slice(0, 1).map((figure) => W.agreementPage.willMiss(fieldWords(figure), dateText(figure.forecast?.exhausted ?? null, figures.zone))),
  ];
  // What has no room is the last, whole: it stands further down as well.
  const lines = sentences.map((_, dropped) => sentences.slice(0, sentences.length - dropped).join(' '));
  return lines.length === 0 ? null : firstThatFits(lines, WIDTH, STYLE.subline);
}

function dateText(instant: Instant | null, zone: string): string | null {
  return instant === null ? null : dayMonthYear(dateOfInstant(instant, zone));
}

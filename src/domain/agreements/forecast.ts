import type { Forecast } from '../figures';
import { duration } from '../time/intervals';
import type { Instant, IntervalSet } from '../time/records';
import type { MeasuredWindow } from './context';
import type { Target } from './records';
import { judgeProjected, type JudgedBudget } from './verdict';

/**
 * Where a target will stand at the end of a period that still runs, if every second of agreed time to
 * come is like those gone: downtime or breaks × agreed time of the period ÷ agreed time so far.
 *
 * Only Availability, Downtime minutes and Breaks grow with time so; of other metrics there is no
 * forecast, nor where nothing was agreed so far.
 *
 * @param rest agreed time of the period after the window, by the calendars
 * @example
 * // 99.9% of 30 days, 10 days gone, 20 minutes down: 99.861% at the end, 43.2 minutes used up after 11.6 days more
 */
export function forecastOf({ metric, comparator, target }: Target, measured: MeasuredWindow, rest: IntervalSet, judgedBudget: JudgedBudget | null): Forecast | null {
  const { agreedSeconds } = measured;
  if (agreedSeconds <= 0) return null;
  const projected = judgeProjected(metric, measured, agreedSeconds + duration(rest), comparator, target);
  if (projected === null || projected.actual === null || projected.verdict === 'Not measurable') return null;
  return { actual: projected.actual, verdict: projected.verdict, exhausted: judgedBudget === null ? null : exhaustedAt(judgedBudget, agreedSeconds, rest) };
}

/** The second in which as much agreed time has passed as the budget left lasts at the rate so far. */
function exhaustedAt({ allowedParts, usedParts }: JudgedBudget, agreedSeconds: number, rest: IntervalSet): Instant | null {
  if (!Number.isFinite(allowedParts) || usedParts <= 0 || allowedParts <= usedParts) return null;
  const left = BigInt(allowedParts) - BigInt(usedParts);
  // It lasts left × agreed ÷ used seconds: whole ones, and whether part of one more.
  const product = left * BigInt(agreedSeconds);
  let seconds = Number(product / BigInt(usedParts));
  const more = product % BigInt(usedParts) > 0n;
  for (let i = 0; i < rest.length; i += 2) {
    const length = rest[i + 1]! - rest[i]!;
    // Used up at the very end is not before it.
    if (more ? seconds < length : seconds <= length) return seconds === length && i + 2 === rest.length ? null : rest[i]! + seconds;
    seconds -= length;
  }
  return null;
}

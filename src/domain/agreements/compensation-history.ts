import { atLeast } from '../availability/steps';
import { nameKey } from '../names';
import { intersect, normalise, subtract, union } from '../time/intervals';
import { firstOfMonth, monthInterval, windowOf } from '../time/periods';
import type { Interval, IntervalSet, LocalDate } from '../time/records';
import { addMonths } from '../time/zone';
import { availabilityTarget, creditRows, missingTerms } from './compensation-terms';
import type { FigureContext, MeasuredWindow } from './context';
import { creditTier } from './credit-tiers';
import { inForceDuring } from './in-force';
import type { Agreement } from './records';
import { canBeJudged, standing } from './target-figures';

/** Credits are followed back no further. */
const MOST_MONTHS = 120;

/** A month in which a credit fell due, whether it was paid or had been before. */
interface CreditMonth {
  readonly month: LocalDate;
  readonly window: Interval;
  /** When the item was down in the window. */
  readonly downtime: IntervalSet;
}

/**
 * The earlier month that paid the credit of a month already: the month's window holds no downtime
 * that did not lie in the window of a month whose credit was paid. Null: it holds some, or no earlier
 * credit was paid.
 *
 * Every earlier month is judged as its own report would, by the agreement in force at its end, and
 * whether it paid follows from the months before it in the same way. Only months whose windows reach
 * into each other matter, at most ten years of them.
 *
 * @param month the month whose credit is due
 * @example
 * // Rolling 3 months, one outage in January, credited then: in February and March its credit was paid in January
 */
export function creditedBefore(context: FigureContext, agreement: Agreement, month: LocalDate): LocalDate | null {
  const { zone } = context.records.settings;
  const first = firstOfMonth(month);
  const current = creditMonth(context, agreement, first);
  if (current === null) return null;
  const due = [current];
  let reach = current.window.start;
  for (let back = 1; back <= MOST_MONTHS; back++) {
    const earlier = addMonths(first, -back);
    if (monthInterval(earlier, zone).end <= reach) break;
    const one = creditMonth(context, agreement, earlier);
    if (one === null) continue;
    due.push(one);
    reach = Math.min(reach, one.window.start);
  }
  const paid: CreditMonth[] = [];
  let credited: IntervalSet = [];
  for (const one of due.reverse()) {
    if (subtract(one.downtime, credited).length > 0) {
      paid.push(one);
      credited = union(credited, [one.window.start, one.window.end]);
    }
  }
  if (paid[paid.length - 1] === current) return null;
  return paid.findLast(({ window }) => intersect(current.downtime, [window.start, window.end]).length > 0)?.month ?? null;
}

/** The availability of a whole period if nothing fails any more; of a period that is over, its availability. */
export function bestAvailability(agreedSecondsOfPeriod: number, downtimeSeconds: number): number {
  return (agreedSecondsOfPeriod - downtimeSeconds) / agreedSecondsOfPeriod;
}

/** Whether a month's target was missed by so much that a credit fell due; null: it was not. */
function creditMonth(context: FigureContext, agreement: Agreement, month: LocalDate): CreditMonth | null {
  const then = inForceDuring(agreement, context.agreements, monthInterval(month, context.records.settings.zone)).at(-1)?.agreement;
  if (then === undefined) return null;
  const target = availabilityTarget(context, then);
  const credits = creditRows(context, then);
  if (target === null || !canBeJudged(target) || credits.length === 0 || missingTerms(then, credits) !== null) return null;
  const { status, result, agreedSecondsOfPeriod } = standing(context, then, target, month);
  if (status !== 'Missed' || creditTier(bestAvailability(agreedSecondsOfPeriod, result.measured.downtimeSeconds), credits) === null) return null;
  const window = windowOf(target.window, month, context.records.settings);
  return { month, window, downtime: downtimeOf(context, then.item, result.measured, window) };
}

/** When the item was down; by percentages, whenever a row says that it was not up throughout. */
function downtimeOf(context: FigureContext, item: string, measured: MeasuredWindow, window: Interval): IntervalSet {
  if (measured.source === 'outages') return atLeast(measured.downtime, 1);
  const rows = context.uptime.get(nameKey(item))?.rows ?? [];
  const down = rows.filter(({ minutesDown, availability }) => (minutesDown ?? 0) > 0 || (minutesDown === null && (availability ?? 1) < 1));
  return intersect(normalise(down.map(({ from, to }) => ({ start: from, end: to }))), [window.start, window.end]);
}

import { atLeast } from '../availability/steps';
import { nameKey } from '../names';
import { intersect, normalise } from '../time/intervals';
import { firstOfMonth, monthInterval, windowOf } from '../time/periods';
import type { Interval, IntervalSet, LocalDate } from '../time/records';
import { addMonths } from '../time/zone';
import { availabilityTarget, creditRows, feeOfMonth, missingTerms } from './compensation-terms';
import type { FigureContext, MeasuredWindow } from './context';
import { creditTier, toCent } from './credit-tiers';
import { inForceDuring } from './in-force';
import type { Agreement } from './records';
import { canBeJudged, standing } from './target-figures';

/** Credits are followed back no further. */
const MOST_MONTHS = 120;

/** A month in which a credit fell due, whatever earlier months had credited of it. */
interface CreditMonth {
  readonly month: LocalDate;
  readonly window: Interval;
  /** When the item was down in the window. */
  readonly downtime: IntervalSet;
  /** Its share of the fee, as money. */
  readonly amount: number;
}

/** What earlier months credited for downtime that a window still holds. */
export interface EarlierCredit {
  /** Their credits together, before any cap: what a cap cut off is not made up for later. */
  readonly amount: number;
  /** The latest of them. */
  readonly month: LocalDate;
}

/**
 * What earlier months credited for downtime that the month's window still holds. A month owes its own
 * credit less this, never less than nothing, so that an outage is paid once however long a window
 * holds it, and a worse tier pays what it adds. Null: no earlier credit was paid for any of it.
 *
 * Every earlier month is judged as its own report would, by the agreement in force at its end, and
 * what it paid follows from the months before it in the same way. Only months whose windows reach
 * into each other matter, at most ten years of them.
 *
 * @param month the month whose credit is due
 * @example
 * // Rolling 3 months, fee 1,000, 99.9% → 10%, 99% → 50%: 2 h down in July, 48 h in August
 * creditedBefore(context, sla, '2026-08-01') // { amount: 100, month: '2026-07-01' }: August pays 400 of its 500
 */
export function creditedBefore(context: FigureContext, agreement: Agreement, month: LocalDate): EarlierCredit | null {
  const { zone } = context.records.settings;
  const first = firstOfMonth(month);
  const current = creditMonth(context, agreement, first);
  if (current === null) return null;
  const earlier: CreditMonth[] = [];
  let reach = current.window.start;
  for (let back = 1; back <= MOST_MONTHS; back++) {
    const then = addMonths(first, -back);
    if (monthInterval(then, zone).end <= reach) break;
    const one = creditMonth(context, agreement, then);
    if (one === null) continue;
    earlier.push(one);
    reach = Math.min(reach, one.window.start);
  }
  const paid: CreditMonth[] = [];
  for (const one of earlier.reverse()) {
    const amount = toCent(Math.max(0, one.amount - (paidFor(one, paid)?.amount ?? 0)));
    if (amount > 0) paid.push({ ...one, amount });
  }
  return paidFor(current, paid);
}

/** @param paid months and what they paid, oldest first */
function paidFor({ downtime }: CreditMonth, paid: readonly CreditMonth[]): EarlierCredit | null {
  const sharing = paid.filter((one) => intersect(downtime, one.downtime).length > 0);
  const last = sharing.at(-1);
  return last === undefined ? null : { amount: sharing.reduce((sum, { amount }) => sum + amount, 0), month: last.month };
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
  const tier = status === 'Missed' ? creditTier(bestAvailability(agreedSecondsOfPeriod, result.measured.downtimeSeconds), credits) : null;
  const fee = feeOfMonth(then);
  if (tier === null || fee === null) return null;
  const window = windowOf(target.window, month, context.records.settings);
  return { month, window, downtime: downtimeOf(context, then.item, result.measured, window), amount: tier.credit * fee };
}

/** When the item was down; by percentages, whenever a row says that it was not up throughout. */
function downtimeOf(context: FigureContext, item: string, measured: MeasuredWindow, window: Interval): IntervalSet {
  if (measured.source === 'outages') return atLeast(measured.downtime, 1);
  const rows = context.uptime.get(nameKey(item))?.rows ?? [];
  const down = rows.filter(({ minutesDown, availability }) => (minutesDown ?? 0) > 0 || (minutesDown === null && (availability ?? 1) < 1));
  return intersect(normalise(down.map(({ from, to }) => ({ start: from, end: to }))), [window.start, window.end]);
}

import type { Compensation, TargetFigure } from '../figures';
import { isUnreadable, nameKey } from '../names';
import { monthInterval } from '../time/periods';
import { type FigureContext, measureItem, monthWindow, rulesOf, whileInService } from './context';
import { creditTier, toCent } from './credit-tiers';
import { bestAvailability, creditedBefore } from './compensation-history';
import { availabilityTarget, creditRows, feeOfMonth, missingTerms, paysRebate } from './compensation-terms';
import { isInForce, termOf } from './in-force';
import type { Agreement, Target } from './records';

/**
 * Money that an agreement's first Availability target costs its provider in the report month: a rebate
 * by the hour, a credit by the tier, or the larger of the two.
 *
 * Only a target whose status is Missed pays, so nothing is owed while the promise of a running period
 * may still be kept. The rebate is paid for the month's downtime as far as the window's goes beyond
 * the error budget of the whole period; of downtime under an agreement that this one replaces, that
 * one paid. The credit is the tier of the availability that the whole period can at best still reach;
 * where the window is longer than a month, what earlier months credited for the same downtime is taken
 * off it. In the month in which another replaces the agreement, the credit is the other's.
 * The fee of a month is whole, even where the agreement begins or ends in it.
 *
 * @param figures the agreement's targets in the report month, as `targetFigures` gives them
 * @returns null: the agreement names neither rebate nor credits, has no Availability target, or is not
 *   in force in the month. Where the target was missed, or cannot be judged, and something is in the way,
 *   `unknown` says what and `due` is NaN, never 0.
 * @example
 * // 99.5% of 220 h: 1.1 h allowed, 2.1 h down, $50 an hour for each of 10 PCs: 1 h is paid
 * compensationOf(context, sla, figures)?.due // 500
 */
export function compensationOf(context: FigureContext, agreement: Agreement, figures: readonly TargetFigure[]): Compensation | null {
  const { settings } = context.records;
  const credits = creditRows(context, agreement);
  if (!paysRebate(agreement) && credits.length === 0) return null;
  const target = availabilityTarget(context, agreement);
  if (target === null || !isInForce(agreement, context.agreements, monthInterval(settings.reportMonth, settings.zone))) return null;

  const figure = figures.find(({ targetRow }) => targetRow.row === target.row);
  const fee = feeOfMonth(agreement);
  const terms = missingTerms(agreement, credits);
  const base = { targetRow: { table: 'Targets', row: target.row }, units: isUnreadable(agreement, 'units') ? null : agreement.units, monthlyFee: fee, rebate: null, credit: null, cap: null };
  if (figure === undefined) return { ...base, due: NaN, unknown: 'its Availability target cannot be read' };
  const unknown = notJudged(figure) ?? (figure.status === 'Missed' ? terms : null);
  if (unknown !== null) return { ...base, due: NaN, unknown };
  if (terms !== null || figure.status === 'Not measurable') return { ...base, due: 0, unknown: null };

  const cap = agreement.rebateCap === null || fee === null ? null : agreement.rebateCap * fee;
  const rebate = paysRebate(agreement) ? rebateOf(context, agreement, target, figure) : null;
  const credit = figure.status === 'Missed' && fee !== null ? creditOf(context, agreement, figure, fee) : null;
  const due = Math.min(Math.max(rebate?.exact ?? 0, credit?.exact ?? 0), cap ?? Infinity);
  return { ...base, rebate: rebate?.shown ?? null, credit: credit?.shown ?? null, cap: cap === null ? null : toCent(cap), due: toCent(due), unknown: null };
}

/** An amount before it is rounded, and as it is shown. */
interface Part<Shown> {
  readonly exact: number;
  readonly shown: Shown;
}

function rebateOf(context: FigureContext, agreement: Agreement, target: Target, figure: TargetFigure): Part<NonNullable<Compensation['rebate']>> {
  const { rebatePerHourPerUnit, units } = agreement as Agreement & { rebatePerHourPerUnit: number; units: number };
  const monthSeconds = downtimeOfMonth(context, agreement, target);
  const beyondSeconds = Math.max(0, -(figure.budget?.left ?? 0));
  const paidSeconds = figure.status === 'Missed' ? Math.min(monthSeconds, beyondSeconds) : 0;
  const exact = (rebatePerHourPerUnit * units * paidSeconds) / 3600;
  return { exact, shown: { perHourPerUnit: rebatePerHourPerUnit, units, monthSeconds, beyondSeconds, paidSeconds, amount: toCent(exact) } };
}

/** Downtime of the report month while the agreement itself was in force. */
function downtimeOfMonth(context: FigureContext, agreement: Agreement, target: Target): number {
  const month = monthWindow(context, context.records.settings.reportMonth);
  const term = termOf(agreement, context.agreements);
  const stretch = { start: Math.max(month.start, term.start), end: Math.min(month.end, term.end), rules: rulesOf(context, agreement, target.hours) };
  return measureItem(context, agreement.item, stretch.start < stretch.end ? whileInService(context, agreement.item, [stretch]) : []).downtimeSeconds;
}

function creditOf(context: FigureContext, agreement: Agreement, figure: TargetFigure, fee: number): Part<NonNullable<Compensation['credit']>> | null {
  const { reportMonth, zone } = context.records.settings;
  const successor = context.agreements.successor.get(nameKey(agreement.agreement));
  if (successor && isInForce(successor, context.agreements, monthInterval(reportMonth, zone))) return null;
  const tier = creditTier(bestAvailability(figure.agreedSecondsOfPeriod, figure.downtimeSeconds), creditRows(context, agreement));
  if (tier === null) return null;
  const full = tier.credit * fee;
  const earlier = creditedBefore(context, agreement, reportMonth);
  const exact = Math.max(0, full - (earlier?.amount ?? 0));
  return { exact, shown: { below: tier.below, share: tier.credit, amount: toCent(exact), paidIn: earlier !== null && exact < full ? earlier.month : null } };
}

/** Why a target's figure says nothing about money; null: it does. Without agreed time nothing was promised, and nothing is owed. */
function notJudged({ status, comparator, rowsLeftOut, completeness }: TargetFigure): string | null {
  if (status === 'Not measurable') return rowsLeftOut.length > 0 || completeness < 1 ? 'availability is not measurable' : null;
  return comparator === '>=' || comparator === '>' ? null : `its Availability target says ${comparator}`;
}

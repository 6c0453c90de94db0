import type { AgreementFigure, AgreementState, ReviewState, TargetFigure, TargetStatus, UnreadableTarget } from '../figures';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import type { LocalDate } from '../time/records';
import { addDays, addMonths, epochDay, startOfDate, toLocal } from '../time/zone';
import type { Work } from '../work';
import { compensationOf } from './compensation';
import { type FigureContext, monthWindow } from './context';
import { isInForce, termOf } from './in-force';
import type { Agreement, Target } from './records';
import { unreadableFields } from './target-figures';
import { WORST_FIRST } from './worst-first';

/** A review is due soon when it is due in so many days or fewer. */
const REVIEW_SOON_DAYS = 31;
/** An agreement is about to expire when it ends in so many days or fewer. */
export const EXPIRES_SOON_DAYS = 92;
const REVIEW_EVERY_MONTHS = 12;

/**
 * Every agreement of the workbook, in the order of `Agreements`; of two with one name the first.
 *
 * State and status are those of the report month; review and expiry are seen from As of, and are null
 * for agreements not in force then. A review that is dated after As of leaves it unknown when the next
 * is due.
 *
 * @param targets the figures of the report month
 * @example
 * // from 2025-01-01, never reviewed, no end; seen on 2 November 2026
 * // state 'In force', reviewDue '2026-01-01', review 'Never reviewed', daysLeft null, expiresSoon false
 */
export function* agreementFiguresWork(context: FigureContext, targets: readonly TargetFigure[]): Work<AgreementFigure[]> {
  const { byName } = context.agreements;
  const targetsOf = new Map<string, TargetFigure[]>();
  for (const target of targets) addTo(targetsOf, nameKey(target.agreement), target);
  const unreadable = unreadableTargets(context.records.targets);
  const figures: AgreementFigure[] = [];
  for (const agreement of context.records.agreements) {
    const key = nameKey(agreement.agreement);
    if (byName.get(key) !== agreement) continue;
    figures.push(agreementFigure(context, agreement, targetsOf.get(key) ?? [], unreadable.get(key) ?? []));
    yield;
  }
  return figures;
}

function agreementFigure(context: FigureContext, agreement: Agreement, targets: readonly TargetFigure[], unreadable: readonly UnreadableTarget[]): AgreementFigure {
  const today = toLocal(context.records.settings.asOf, context.records.settings.zone).slice(0, 10);
  const successor = context.agreements.successor.get(nameKey(agreement.agreement));
  const lastDate = lastDateOf(context, agreement);
  const isInForceNow = isInForceAtAsOf(context, agreement);
  const daysLeft = lastDate === null || !isInForceNow ? null : epochDay(lastDate) - epochDay(today);
  const reviewDue = isInForceNow ? reviewDueOf(agreement, today) : null;
  const state = stateOf(context, agreement);
  // Whether a promise that nobody can read was kept is not known.
  const statuses: TargetStatus[] = [...targets.map(({ status }) => status), ...(state === 'In force' && unreadable.length > 0 ? ['Not measurable' as const] : [])];
  return {
    agreement: agreement.agreement,
    row: { table: 'Agreements', row: agreement.row },
    type: agreement.type,
    item: agreement.item,
    customer: agreement.customer,
    provider: agreement.provider,
    state,
    startDate: agreement.startDate,
    endDate: agreement.endDate,
    lastDate,
    replaces: agreement.replaces,
    replacedBy: successor?.agreement ?? null,
    hours: agreement.hours,
    rule: agreement.plannedTime,
    lastReviewDate: agreement.lastReviewDate,
    reviewDue,
    review: reviewDue !== null ? reviewState(agreement.lastReviewDate, reviewDue, today) : isInForceNow && isWithoutReviewDates(agreement) ? 'Never reviewed' : null,
    daysLeft,
    expiresSoon: daysLeft !== null && daysLeft <= EXPIRES_SOON_DAYS && (successor === undefined || successor.status === 'Retired'),
    status: WORST_FIRST.find((status) => statuses.includes(status)) ?? null,
    unreadableTargets: unreadable,
    compensation: compensationOf(context, agreement, targets),
    itOwner: agreement.itOwner,
    businessOwner: agreement.businessOwner,
    providerContact: agreement.providerContact,
    customerContact: agreement.customerContact,
  };
}

/** Promises that cannot be judged, by agreement, in the order of `Targets`. */
function unreadableTargets(targets: readonly Target[]): Map<string, UnreadableTarget[]> {
  const byAgreement = new Map<string, UnreadableTarget[]>();
  for (const target of targets) {
    const fields = unreadableFields(target);
    if (fields.length === 0 || isUnreadable(target, 'agreement')) continue;
    addTo(byAgreement, nameKey(target.agreement), { table: 'Targets', row: target.row, fields });
  }
  return byAgreement;
}

/** Where an agreement stands in the report month. One that was retired in the course of it was in force in it. */
function stateOf(context: FigureContext, agreement: Agreement): AgreementState {
  const { agreements: book } = context;
  if (agreement.status === 'Draft') return 'Draft';
  const month = monthWindow(context, context.records.settings.reportMonth);
  if (isInForce(agreement, book, month)) return 'In force';
  if (agreement.status === 'Retired') return 'Retired';
  return agreement.startDate !== null && startOfDate(agreement.startDate, book.zone) >= month.end ? 'Not begun' : 'Ended';
}

function isInForceAtAsOf(context: FigureContext, agreement: Agreement): boolean {
  const { asOf } = context.records.settings;
  return isInForce(agreement, context.agreements, { start: asOf, end: asOf + 1 });
}

/** The last date in force: the eve of what replaces it, where that comes first. Of one that never is in force, its end. Null: no end. */
function lastDateOf(context: FigureContext, agreement: Agreement): LocalDate | null {
  const { start, end } = termOf(agreement, context.agreements);
  if (start >= end) return agreement.endDate;
  return end === Infinity ? null : toLocal(end - 1, context.agreements.zone).slice(0, 10);
}

/** Whether an agreement has neither a review nor a start from which the first would be due. */
export function isWithoutReviewDates(agreement: Agreement): boolean {
  return agreement.lastReviewDate === null && agreement.startDate === null && !isUnreadable(agreement, 'lastReviewDate', 'startDate');
}

/** When the next review is due. Null: not known, as where the last one lies after As of. */
export function reviewDueOf(agreement: Agreement, today: LocalDate): LocalDate | null {
  const { lastReviewDate, startDate, reviewEveryMonths } = agreement;
  const from = lastReviewDate ?? startDate;
  const months = reviewEveryMonths ?? REVIEW_EVERY_MONTHS;
  if (isUnreadable(agreement, 'lastReviewDate', 'startDate', 'reviewEveryMonths') || !Number.isInteger(months) || months < 1) return null;
  return from === null || from > today ? null : addMonths(from, months);
}

/** Null: never reviewed, and not to be soon. */
function reviewState(lastReviewDate: LocalDate | null, due: LocalDate, today: LocalDate): ReviewState | null {
  if (due < today) return lastReviewDate === null ? 'Never reviewed' : 'Overdue';
  if (due <= addDays(today, REVIEW_SOON_DAYS)) return 'Due soon';
  return lastReviewDate === null ? null : 'Reviewed';
}

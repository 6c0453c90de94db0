import { sameName } from '../../domain/names';
import type { Agreement } from '../../domain/agreements/records';
import type { LocalDate } from '../../domain/time/records';
import { dayMonthYear } from '../dates';
import { textCell, widthOf } from '../layout';
import { exactMoneyText } from '../money';
import type { SheetCell } from '../sheet';
import { STYLE } from '../style';
import { TARGET_COLUMN as C, TARGET_COLUMNS } from '../target-block';
import { shareText } from '../target-display';
import { NOTHING, W } from '../words';
import { addSection, LINE, type PageContext } from './page';

type Fact = readonly [label: string, value: string | null];

/** Two columns of facts: who and what on the left, the rules on the right. */
const LEFT = { label: C.status, value: C.service, last: C.promise } as const;
const RIGHT = { label: C.target, value: C.before, last: C.to } as const;

/** What was agreed, with whom, for how long and by which rules. */
export function addTerms({ agreement, input, rows }: PageContext): void {
  const { labels } = W.agreementPage;
  const record = input.records.agreements.find((row) => sameName(row.agreement, agreement.agreement)) ?? null;
  const left: readonly Fact[] = [
    [labels.type, W.agreementPage.types[agreement.type]],
    [labels.item, agreement.item],
    [labels.customer, agreement.customer ?? W.agreementPage.allCustomers],
    [labels.provider, agreement.provider ?? NOTHING],
    [labels.itOwner, agreement.itOwner],
    // Between teams and with suppliers there is often none.
    [labels.businessOwner, agreement.businessOwner ?? (agreement.type === 'SLA' ? null : NOTHING)],
    [labels.providerContact, agreement.providerContact ?? NOTHING],
    [labels.customerContact, agreement.customerContact ?? NOTHING],
  ];
  const terms = record === null ? [] : termsOf(record);
  const charges = record === null ? [] : chargesOf(record, input.figures.currency);
  const right: readonly Fact[] = [
    [labels.inForce, termText(agreement.startDate, agreement.lastDate, agreement.daysLeft)],
    [labels.replaces, [...(agreement.replaces === null ? [] : [agreement.replaces]), ...(agreement.replacedBy === null ? [] : [W.scorecard.replacedBy(agreement.replacedBy)])].join(', ') || NOTHING],
    [labels.review, reviewText(agreement.lastReviewDate, agreement.reviewDue)],
    [labels.hours, agreement.hours ?? '24×7'],
    [labels.maintenance, record?.maintenance ?? W.agreementPage.noMaintenance],
    [labels.planned, W.agreementPage.rules[agreement.rule]],
    [labels.counts, terms.length === 0 ? W.agreementPage.everyOutage : terms.join('; ')],
    [labels.charges, charges.length === 0 ? NOTHING : charges.join('; ')],
  ];
  addSection(rows, W.agreementPage.terms);
  left.forEach((fact, at) => rows.add(LINE, [...cells(fact, LEFT), ...cells(right[at] ?? ['', ''], RIGHT)]));
}

function cells([label, value]: Fact, at: typeof LEFT | typeof RIGHT): SheetCell[] {
  return [
    textCell(at.label, label, widthOf(TARGET_COLUMNS, at.label, at.value - 1), STYLE.detail),
    textCell(at.value, value ?? W.noOwner, widthOf(TARGET_COLUMNS, at.value, at.last), value === null ? { ...STYLE.absent, size: 10 } : { ...STYLE.detail, color: STYLE.body.color }),
  ];
}

function termText(start: LocalDate | null, end: LocalDate | null, daysLeft: number | null): string {
  const from = start === null ? W.agreementPage.noStart : W.agreementPage.from(dayMonthYear(start));
  return `${from}, ${end === null ? W.agreementPage.noEnd : W.agreementPage.until(dayMonthYear(end), daysLeft)}`;
}

function reviewText(last: LocalDate | null, due: LocalDate | null): string {
  return `${last === null ? W.agreementPage.neverReviewed : dayMonthYear(last)}${due === null ? '' : W.agreementPage.dueOn(dayMonthYear(due))}`;
}

/** The agreement's own terms about which outages count. */
function termsOf({ noticeDays, ignoreUnderMinutes, breakLevel }: Agreement): string[] {
  const { notice, ignored, breaks } = W.agreementPage.clauses;
  return [
    ...(noticeDays === null || noticeDays === 0 ? [] : [notice(noticeDays)]),
    ...(ignoreUnderMinutes === null || ignoreUnderMinutes === 0 ? [] : [ignored(ignoreUnderMinutes)]),
    ...(breakLevel === null || breakLevel === 0 ? [] : [breaks(shareText(breakLevel))]),
  ];
}

function chargesOf({ units, feePerUnit, feePeriod, rebatePerHourPerUnit, rebateCap }: Agreement, currency: string): string[] {
  const { fee, rebate, cap } = W.agreementPage.clauses;
  return [
    ...(feePerUnit === null ? [] : [fee(exactMoneyText(feePerUnit, currency), feePeriod.toLowerCase(), units)]),
    ...(rebatePerHourPerUnit === null ? [] : [rebate(exactMoneyText(rebatePerHourPerUnit, currency))]),
    ...(rebateCap === null ? [] : [cap(shareText(rebateCap))]),
  ];
}

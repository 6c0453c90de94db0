import { FEE_MONTHS } from '../../domain/agreements/compensation-terms';
import type { Agreement } from '../../domain/agreements/records';
import type { Compensation } from '../../domain/figures';
import { sameName } from '../../domain/names';
import { monthAndYear, numberText } from '../../domain/performance/phrases';
import { across, cell, firstThatFits, textCell, widthOf } from '../layout';
import { exactMoneyText, moneyFormat, rateText } from '../money';
import { numberCell } from '../number-cell';
import type { CellStyle, SheetCell } from '../sheet';
import { COLOR, decimalFormat, HEIGHT, STYLE } from '../style';
import { TARGET_COLUMN as C, TARGET_COLUMNS } from '../target-block';
import { type DisplayedNumber, shareText } from '../target-display';
import { W } from '../words';
import { addSection, LINE, type PageContext } from './page';

const AT = { label: C.status, how: C.service, lastHow: C.allowed, seconds: C.used, minutes: C.left, amount: C.from } as const;
const RIGHT: CellStyle = { ...STYLE.detail, horizontal: 'Right' };

/** What the month's misses cost the provider, line by line: fee, hours that are paid, amounts, limit, what is due. */
export function addMoney({ agreement, input, rows }: PageContext): void {
  const { compensation } = agreement;
  if (compensation === null) return;
  const words = W.agreementPage.money;
  const { currency, month } = input.figures;
  const record = input.records.agreements.find((row) => sameName(row.agreement, agreement.agreement)) ?? null;
  addSection(rows, words.title(monthAndYear(month)));
  rows.add(HEIGHT.head, across([cell(AT.label, words.heads.what, STYLE.head), cell(AT.how, words.heads.how, STYLE.head), cell(AT.seconds, words.heads.seconds, { ...STYLE.head, horizontal: 'Right' }), cell(AT.minutes, words.heads.minutes, { ...STYLE.head, horizontal: 'Right' }), cell(AT.amount, words.heads.amount, { ...STYLE.head, horizontal: 'Right' })], AT.label, AT.amount, STYLE.headRule));
  const line = (label: string, how: string, more: readonly SheetCell[], strong = false): void => {
    const style = strong ? { ...STYLE.detail, bold: true, color: COLOR.ink } : STYLE.detail;
    rows.add(LINE, [textCell(AT.label, label, TARGET_COLUMNS[AT.label] ?? 0, style), textCell(AT.how, how, widthOf(TARGET_COLUMNS, AT.how, AT.lastHow), style), ...more]);
  };
  const amount = (value: number, style: CellStyle = RIGHT): SheetCell => numberCell(AT.amount, { value, format: moneyFormat(currency, 2), text: exactMoneyText(value, currency) }, TARGET_COLUMNS[AT.amount] ?? 0, style);
  const number = (column: number, value: number): SheetCell => numberCell(column, exactDisplay(value), TARGET_COLUMNS[column] ?? 0, RIGHT);
  const time = (seconds: number): SheetCell[] => [number(AT.seconds, seconds), number(AT.minutes, seconds / 60)];

  if (compensation.monthlyFee !== null) line(words.fee, feeWords(record, currency), [amount(compensation.monthlyFee)]);
  if (compensation.unknown !== null) {
    rows.add(HEIGHT.promise, [textCell(AT.label, words.unknown(compensation.unknown), widthOf(TARGET_COLUMNS, AT.label, C.to), { ...STYLE.absent, size: 10 })]);
    return;
  }
  const { rebate, credit, cap, due } = compensation;
  if (rebate !== null) {
    line(words.downtime, words.downtimeHow, time(rebate.monthSeconds));
    line(words.beyond, words.beyondHow, time(rebate.beyondSeconds));
    line(words.paid, words.paidHow(rebate.paidSeconds / 3600), time(rebate.paidSeconds));
    line(words.rebate, words.rebateHow(rateText(rebate.perHourPerUnit, currency), rebate.units, rebate.paidSeconds), [amount(rebate.amount)]);
  }
  if (credit !== null) line(words.credit, creditWords(credit), [amount(credit.amount)]);
  if (cap !== null) line(words.cap, capWords(record), [amount(cap)]);
  line(words.due, dueWords(compensation), [amount(due, { ...RIGHT, bold: true, color: due > 0 ? COLOR.missed : COLOR.ink })], true);
}

/** So many decimals at most: minutes that are no decimal fraction end somewhere. */
const MOST_DECIMALS = 4;

/** A length of time with the decimals that it takes, so that a reader can add up and multiply. */
function exactDisplay(value: number): DisplayedNumber {
  const decimals = (/\.(\d*?)0*$/.exec(value.toFixed(MOST_DECIMALS))?.[1] ?? '').length;
  return { value, format: `#,##${decimalFormat(decimals)}`, text: numberText(value, decimals) };
}

function creditWords({ amount, share, below, paidIn }: NonNullable<Compensation['credit']>): string {
  const words = W.agreementPage.money;
  if (paidIn === null) return words.creditHow(shareText(share), shareText(below));
  return amount === 0 ? words.creditPaid(monthAndYear(paidIn)) : words.creditRest(shareText(share), shareText(below), monthAndYear(paidIn));
}

function capWords(record: Agreement | null): string {
  const share = record?.rebateCap ?? null;
  return share === null ? W.agreementPage.money.capHow : W.agreementPage.money.capShare(shareText(share));
}

function feeWords(record: Agreement | null, currency: string): string {
  if (record === null || record.feePerUnit === null || record.units === null) return '';
  return W.agreementPage.money.feeHow(record.units, exactMoneyText(record.feePerUnit, currency), FEE_MONTHS[record.feePeriod]);
}

function dueWords({ rebate, credit, cap, due }: Compensation): string {
  const words = W.agreementPage.money;
  if (due === 0) return words.nothing;
  const larger = Math.max(rebate?.amount ?? 0, credit?.amount ?? 0);
  return firstThatFits([[...(rebate !== null && credit !== null ? [words.larger] : []), ...(cap !== null && cap < larger ? [words.capped] : [])].join(', ')], widthOf(TARGET_COLUMNS, AT.how, AT.lastHow), STYLE.detail);
}

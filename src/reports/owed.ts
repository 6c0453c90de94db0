import type { AgreementType } from '../domain/agreements/records';
import type { Compensation, Figures } from '../domain/figures';
import { countInWords, listOf, monthAndYear, monthName } from '../domain/performance/phrases';
import type { LocalDate } from '../domain/time/records';
import { exactMoneyText, rateText } from './money';
import { shareText } from './target-display';
import { W } from './words';

const TYPES: readonly AgreementType[] = ['SLA', 'OLA', 'UC'];
/** So many agreements are named. */
const MOST_NAMES = 2;

/**
 * Rebates and credits due for the report month, by who owes them: to customers, between teams, by
 * suppliers, and those that nobody can work out. In wordings from the longest to the shortest; none
 * where nothing is due.
 *
 * @example ['Owed for October: to customers $4,050 (SLA ATM Network).', 'Owed for October: to customers $4,050.']
 */
export function owedTexts({ agreements, currency, month }: Pick<Figures, 'agreements' | 'currency' | 'month'>): string[] {
  const due = agreements.flatMap(({ agreement, type, compensation }) => (compensation !== null && compensation.due > 0 ? [{ agreement, type, due: compensation.due }] : []));
  const unknown = agreements.flatMap(({ agreement, compensation }) => (compensation === null || compensation.unknown === null ? [] : [{ agreement, why: compensation.unknown }]));
  if (due.length === 0 && unknown.length === 0) return [];
  const known = (named: boolean): string =>
    TYPES.flatMap((type) => {
      const ofType = due.filter((one) => one.type === type);
      if (ofType.length === 0) return [];
      // Cents, so that what is added up is what is printed.
      const sum = ofType.reduce((total, one) => total + Math.round(one.due * 100), 0) / 100;
      return [`${W.cost.owed[type]} ${exactMoneyText(sum, currency)}${named ? ` (${namesOf(ofType)})` : ''}`];
    }).join('; ');
  const notKnown = (named: boolean): string[] => {
    const [first] = unknown;
    if (first === undefined) return [];
    const who = unknown.length === 1 ? `${first.agreement}, ${first.why}` : namesOf(unknown);
    return [`${W.cost.notKnown(unknown.length)}${named && unknown.length <= MOST_NAMES ? ` (${who})` : ''}`];
  };
  const wording = (dueNamed: boolean, unknownNamed: boolean): string => `Owed for ${monthName(month)}: ${[...(due.length === 0 ? [] : [known(dueNamed)]), ...notKnown(unknownNamed)].join(', plus ')}`;
  return [...new Set([wording(true, true), wording(false, true), wording(false, false)])];
}

function namesOf(agreements: readonly { readonly agreement: string }[]): string {
  return agreements.length <= MOST_NAMES ? listOf(agreements.map(({ agreement }) => agreement)) : `${countInWords(agreements.length)} agreements`;
}

/**
 * What an agreement owes for a month and how it comes about, as facts of one line.
 *
 * @example ['owed for October: $650', 'rebate $650: $50 an hour × 10 units × 4,680 s ÷ 3,600']
 */
export function compensationFacts({ due, rebate, credit, cap, unknown }: Compensation, currency: string, month: LocalDate): string[] {
  if (unknown !== null) return [`rebate and credit for ${monthName(month)} not known: ${unknown}`];
  const money = (amount: number): string => exactMoneyText(amount, currency);
  const larger = Math.max(rebate?.amount ?? 0, credit?.amount ?? 0);
  return [
    `owed for ${monthName(month)}: ${due === 0 ? 'nothing' : money(due)}`,
    ...(rebate !== null && rebate.amount > 0 ? [`rebate ${money(rebate.amount)}: ${W.agreementPage.money.rebateHow(rateText(rebate.perHourPerUnit, currency), rebate.units, rebate.paidSeconds)}`] : []),
    ...(credit === null ? [] : [creditFact(credit, money(credit.amount))]),
    ...(cap !== null && cap < larger ? [`no more than ${money(cap)}`] : []),
  ];
}

function creditFact({ amount, share, below, paidIn }: NonNullable<Compensation['credit']>, money: string): string {
  if (paidIn !== null && amount === 0) return `credit paid for ${monthAndYear(paidIn)} already`;
  return `credit ${money}: ${shareText(share)} of the month’s fee, below ${shareText(below)}${paidIn === null ? '' : `, less what was credited up to ${monthAndYear(paidIn)}`}`;
}

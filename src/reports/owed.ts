import type { AgreementType } from '../domain/agreements/records';
import type { Figures } from '../domain/figures';
import { countInWords, listOf, monthName } from '../domain/performance/phrases';
import { exactMoneyText } from './money';
import { W } from './words';

const TYPES: readonly AgreementType[] = ['SLA', 'OLA', 'UC'];
/** So many agreements are named. */
const MOST_NAMES = 2;

/**
 * Rebates and credits due for the report month, by who owes them: to customers, between teams, by
 * suppliers. In wordings from the longest to the shortest; none where nothing is due.
 *
 * @example ['Owed for October: to customers $4,050 (SLA ATM Network).', 'Owed for October: to customers $4,050.']
 */
export function owedTexts({ agreements, currency, month }: Pick<Figures, 'agreements' | 'currency' | 'month'>): string[] {
  const due = agreements.flatMap(({ agreement, type, compensation }) => (compensation !== null && compensation.due > 0 ? [{ agreement, type, due: compensation.due }] : []));
  if (due.length === 0) return [];
  const wording = (named: boolean): string => {
    const groups = TYPES.flatMap((type) => {
      const ofType = due.filter((one) => one.type === type);
      if (ofType.length === 0) return [];
      // Cents, so that what is added up is what is printed.
      const sum = ofType.reduce((total, one) => total + Math.round(one.due * 100), 0) / 100;
      const who = ofType.length <= MOST_NAMES ? listOf(ofType.map(({ agreement }) => agreement)) : `${countInWords(ofType.length)} agreements`;
      return [`${W.cost.owed[type]} ${exactMoneyText(sum, currency)}${named ? ` (${who})` : ''}`];
    });
    return `Owed for ${monthName(month)}: ${groups.join('; ')}`;
  };
  return [wording(true), wording(false)];
}

import { NO_BREAK, numberText } from '../domain/performance/phrases';
import { literal } from './style';
import { exactText } from './words';

/** How amounts of money stand in one column, or along one axis: all in the same unit. */
export interface MoneyScale {
  /** What one unit of the column is worth. */
  readonly divisor: 1 | 1e3 | 1e6 | 1e9;
  /** The unit for a heading. @example '$', '$ thousand', 'USD million' */
  readonly unit: string;
}

const SCALES = [
  [1e3, 'thousand'],
  [1e6, 'million'],
  [1e9, 'billion'],
] as const;

/** A currency that is a sign stands before the amount, letters apart from it. @example prefix('$') // '$', prefix('USD') // 'USD ' */
function prefix(currency: string): string {
  return /\p{L}$/u.test(currency) ? `${currency}${NO_BREAK}` : currency;
}

/**
 * An amount in whole units of the currency, as sentences say it.
 *
 * @param currency as `Settings` has it: a sign or a code
 * @example moneyText(231_500, '$') // '$231,500'; moneyText(1250.5, 'EUR', 2) // 'EUR 1,250.50'
 */
export function moneyText(amount: number, currency: string, decimals = 0): string {
  const text = numberText(Math.abs(amount), decimals);
  return `${amount < 0 && /[1-9]/.test(text) ? '−' : ''}${prefix(currency)}${text}`;
}

/** An amount to the cent, without cents where there are none. @example exactMoneyText(4050, '$') // '$4,050'; exactMoneyText(0.5, '$') // '$0.50' */
export function exactMoneyText(amount: number, currency: string): string {
  return moneyText(amount, currency, Number.isInteger(amount) ? 0 : 2);
}

/** A price, to the cent or as much finer as it is: what is multiplied by it comes out. @example rateText(50, '$') // '$50'; rateText(0.5, '$') // '$0.50'; rateText(0.0125, '$') // '$0.0125' */
export function rateText(rate: number, currency: string): string {
  return Math.round(rate * 1e8) === Math.round(rate * 100) * 1e6 ? exactMoneyText(rate, currency) : `${prefix(currency)}${exactText(rate)}`;
}

/** Excel's format for amounts of money. @example moneyFormat('$') // '"$"#,##0;−"$"#,##0' */
export function moneyFormat(currency: string, decimals = 0): string {
  const number = `${literal(prefix(currency))}#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return `${number};−${number}`;
}

/**
 * The unit in which a peak takes few digits: thousands from 10,000 on, millions from ten million on.
 *
 * @example moneyScale(254_700, '$') // { divisor: 1000, unit: '$ thousand' }
 */
export function moneyScale(peak: number, currency: string): MoneyScale {
  const scale = SCALES.findLast(([divisor]) => peak >= divisor * 10);
  return scale === undefined ? { divisor: 1, unit: currency } : { divisor: scale[0], unit: `${currency}${NO_BREAK}${scale[1]}` };
}

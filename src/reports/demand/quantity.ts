/** Quantities of anything: how many digits they show, in cells of one block alike, and in sentences. */
import { NO_BREAK, numberText } from '../../domain/performance/phrases';
import type { DisplayedNumber } from '../target-display';

/** How the quantities of one block stand: cells hold them in full, their format shows thousands or millions where digits would not fit. */
export interface QuantityScale {
  readonly divisor: number;
  /** `thousand`, `million`, `billion`; '' for plain ones. */
  readonly word: string;
  readonly decimals: number;
  /** Excel's number format. */
  readonly format: string;
}

/** Five digits fit a month's column; from here on thousands are shown. */
const MOST_PLAIN = 1e5;
const SCALES = [['', 1], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9]] as const;
/** Digits of the largest quantity of a block, and of one in a sentence. */
const DIGITS = { cell: 4, sentence: 3 } as const;
const MOST_DECIMALS = 6;

/**
 * One scale for quantities that stand together: the largest of them has at most five digits before the point, and four in all where there are fewer.
 *
 * @param recorded of them those that are not worked out: whole ones show no decimals, nor what is forecast of them
 * @example quantityScale([1_250_000, 900_000]) // { divisor: 1000, word: 'thousand', decimals: 0, format: '#,##0,' }
 */
export function quantityScale(values: readonly number[], recorded: readonly number[] = values): QuantityScale {
  const peak = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const at = SCALES.findIndex(([, divisor]) => peak / divisor < MOST_PLAIN);
  const index = at < 0 ? SCALES.length - 1 : at;
  const [word, divisor] = SCALES[index] ?? ['', 1];
  const decimals = divisor === 1 && recorded.every(Number.isInteger) ? 0 : decimalsFor(peak / divisor, DIGITS.cell);
  return { divisor, word, decimals, format: `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${','.repeat(index)}` };
}

/** A quantity as a cell shows it; the cell holds all of it. */
export function displayedQuantity(value: number, { divisor, decimals, format }: QuantityScale): DisplayedNumber {
  return { value, format, text: numberText(value / divisor, decimals) };
}

/** @example quantityText(1_640_000, 'logins') // '1.64 million logins'; quantityText(840.25, 'GB') // '840 GB'; quantityText(12, null) // '12' */
export function quantityText(value: number, unit: string | null): string {
  const size = Math.abs(value);
  const [word, divisor] = size >= 1e9 ? (['billion', 1e9] as const) : size >= 1e6 ? (['million', 1e6] as const) : (['', 1] as const);
  const decimals = divisor === 1 && Number.isInteger(value) ? 0 : decimalsFor(size / divisor, DIGITS.sentence);
  return [numberText(value / divisor, decimals), ...(word === '' ? [] : [word]), ...(unit === null ? [] : [unit])].join(NO_BREAK);
}

/** So many decimals that a number has so many digits. */
function decimalsFor(size: number, digits: number): number {
  if (size === 0) return 0;
  return Math.min(MOST_DECIMALS, Math.max(0, digits - 1 - Math.floor(Math.log10(size) + 1e-9)));
}

/** The share by which something grew or shrank; one decimal while that says something. @example growthDisplay(-0.0842).text // '−8.4%' */
export function growthDisplay(share: number): DisplayedNumber {
  const decimals = Math.abs(share) < 1 ? 1 : 0;
  const value = Math.abs(share) < 0.5 * 10 ** -(decimals + 2) ? 0 : share;
  const number = `#,##0${decimals > 0 ? '.0' : ''}%`;
  return { value, format: `+${number};−${number};0%`, text: growthText(share) };
}

/** @example growthText(0.314) // '+31.4%' */
export function growthText(share: number): string {
  const text = numberText(share * 100, Math.abs(share) < 1 ? 1 : 0);
  if (!/[1-9]/.test(text)) return '0%';
  return `${share > 0 ? '+' : ''}${text}%`;
}

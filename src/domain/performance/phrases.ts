import type { LocalDate } from '../time/records';

/** Holds a figure and its unit together at the end of a line. */
export const NO_BREAK = '\u00a0';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const SMALL_NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;

/** @example monthName('2026-10-01') // 'October' */
export function monthName(date: LocalDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? date;
}

/** @example monthAndYear('2026-10-01') // 'October 2026' */
export function monthAndYear(date: LocalDate): string {
  return `${monthName(date)}${NO_BREAK}${date.slice(0, 4)}`;
}

/** @example dayAndMonth('2026-11-05') // '5 Nov' */
export function dayAndMonth(date: LocalDate): string {
  return `${Number(date.slice(8, 10))}${NO_BREAK}${monthName(date).slice(0, 3)}`;
}

/** A count in words up to twelve, as sentences read it. @example countInWords(3) // 'three' */
export function countInWords(count: number): string {
  return SMALL_NUMBERS[count] ?? numberText(count, 0);
}

/** @example listOf(['A', 'B', 'C']) // 'A, B and C' */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** Two names and how many more. @example listOfFew(['A', 'B', 'C', 'D'], 2) // 'A, B and two more' */
export function listOfFew(names: readonly string[], most: number): string {
  return names.length <= most ? listOf(names) : listOf([...names.slice(0, most), `${countInWords(names.length - most)} more`]);
}

/** @example plural(1, 'row') // 'row', plural(2, 'row') // 'rows' */
export function plural(count: number, word: string, several = `${word}s`): string {
  return count === 1 ? word : several;
}

/** @example countOf(1200, 'service') // '1,200 services', countOf(1, 'dependency', 'dependencies') // '1 dependency' */
export function countOf(count: number, word: string, several = `${word}s`): string {
  return `${numberText(count, 0)} ${plural(count, word, several)}`;
}

/** @example capitalised('three failures') // 'Three failures' */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name inside a sentence: small first letter, unless its first word is an abbreviation. @example within('Pages per session') // 'pages per session' */
export function within(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** By decimals: a formatter costs many times what it is used for. */
const formatters = new Map<number, Intl.NumberFormat>();

function formatter(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formatters.set(decimals, made);
  return made;
}

/** A number as text, grouped, with a true minus. @example numberText(-1234.5, 1) // '−1,234.5' */
export function numberText(value: number, decimals: number): string {
  // Most numbers are counts, for which a formatter is slow.
  if (decimals === 0 && value >= 0 && value < 1_000_000 && Number.isInteger(value)) return value < 1000 ? String(value) : `${Math.floor(value / 1000)},${String(value % 1000).padStart(3, '0')}`;
  const text = formatter(decimals).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

import { format, isDateFormat, parseValue } from 'numfmt';
import { CellError, type ErrorText, type ModelCell, type ModelValue } from './model';

const ERRORS: readonly string[] = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!'] satisfies ErrorText[];

/** What no number, date or time can be: text without a digit, or that begins with a word other than a month or a day. */
const SURELY_TEXT = /^\D*$|^\s*(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)[a-z]/i;

/**
 * What Excel (en-US) makes of text typed into a cell of General format: a number, date, percentage,
 * boolean or error, with the format that goes with it; null: it stays text.
 *
 * @example typedValue('12%') // { value: 0.12, numberFormat: '0%' }
 */
export function typedValue(text: string): { value: ModelValue; numberFormat?: string } | null {
  const upper = text.trim().toUpperCase();
  if (ERRORS.includes(upper)) return { value: new CellError(upper as ErrorText) };
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  // Most cells: they need no trial of every form that a date may have.
  if (SURELY_TEXT.test(text)) return null;
  // 12.08.2026 is no date to Excel in American English: it stays text.
  if (/^\s*\d{1,4}\.\d{1,2}\.\d{1,4}/.test(text)) return null;
  const parsed = parseValue(text);
  if (!parsed || !(typeof parsed.v === 'number' || typeof parsed.v === 'boolean')) return null;
  // 99.9% is 0.999, not 99.9 times 0.01: Excel keeps 15 digits of what is typed.
  const value = typeof parsed.v === 'number' ? Number(parsed.v.toPrecision(15)) : parsed.v;
  return parsed.z ? { value, numberFormat: parsed.z } : { value };
}

/** What the cell shows, wide enough: `99.87%` for 0.9987 in format `0.00%`. */
export function cellText(cell: ModelCell | undefined, dateSystem: 1900 | 1904): string {
  if (!cell || cell.value === null) return '';
  if (cell.value instanceof CellError) return cell.value.error;
  const pattern = cell.style.numberFormat ?? 'General';
  const value = typeof cell.value === 'number' && dateSystem === 1904 && isDateFormat(pattern) ? cell.value + 1462 : cell.value;
  return format(pattern, value, { throws: false });
}

/** What formulas compute with: single values, matrices, and areas of a sheet. */
import { CellError, type ErrorText, type ModelRange, type ModelSheet, type ModelValue } from '../host/model';

/** Rows of values; every row is as long as the first. */
export type Matrix = readonly (readonly ModelValue[])[];

/** A place on a sheet: what a reference gives before its values are asked for. */
export class Area {
  constructor(
    readonly sheet: ModelSheet,
    readonly range: ModelRange,
  ) {}
}

export type Value = ModelValue | Matrix | Area;

export const isMatrix = (value: Value): value is Matrix => Array.isArray(value);

export const error = (text: ErrorText, message = '') => new CellError(text, message);

/** Ends the evaluation of a formula with an error. */
export class Raised extends Error {
  constructor(readonly error: CellError) {
    super(error.error);
  }
}

export function raise(text: ErrorText, message = ''): never {
  throw new Raised(error(text, message));
}

/** A number, as arithmetic takes it: blank is 0, TRUE 1, text that reads as a number that number. */
export function toNumber(value: ModelValue): number {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) throw new Raised(value);
  return numberIn(value) ?? raise('#VALUE!');
}

/** `12.5`, ` 40% `, `1,200` → the number; null: it is none. */
export function numberIn(text: string): number | null {
  const match = /^\s*([+-]?)\s*((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?)\s*(%?)\s*$/.exec(text);
  if (!match || !/\d/.test(match[2] ?? '')) return null;
  return (match[1] === '-' ? -1 : 1) * Number((match[2] ?? '').replace(/,/g, '')) * (match[3] ? 0.01 : 1);
}

export function toText(value: ModelValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof CellError) throw new Raised(value);
  return typeof value === 'number' ? String(Number(value.toPrecision(15))).replace('e+', 'E+').replace('e-', 'E-') : value;
}

export function toBoolean(value: ModelValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    if (/^true$/i.test(value)) return true;
    if (/^false$/i.test(value)) return false;
    return raise('#VALUE!');
  }
  return toNumber(value) !== 0;
}

/** Excel's order: numbers, text without case, FALSE, TRUE; a blank counts as the other side's zero. */
export function compare(left: ModelValue, right: ModelValue): number {
  if (left instanceof CellError) throw new Raised(left);
  if (right instanceof CellError) throw new Raised(right);
  const zero = (other: ModelValue) => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);
  const a = left ?? zero(right);
  const b = right ?? zero(left);
  const rank = (value: string | number | boolean) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (typeof a === 'string' && typeof b === 'string') {
    const x = a.toLowerCase();
    const y = b.toLowerCase();
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return rank(a) - rank(b) || Number(a) - Number(b);
}

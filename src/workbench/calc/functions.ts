/**
 * Excel's own functions that workbooks use most: sums and counts, look-ups, text, dates, and those that
 * spill. The rest comes from a library ({@link file://./library.ts}).
 */
import { CellError, type ModelValue } from '../host/model';
import { cellText } from '../host/number-text';
import type { Evaluator } from './evaluate';
import type { Node } from './parse';
import { Area, compare, error, isMatrix, type Matrix, numberIn, raise, Raised, toBoolean, toNumber, toText, type Value } from './values';

export type NativeFunction = (evaluator: Evaluator, args: readonly Value[], nodes: readonly Node[]) => Value;

/** A function of single values; matrices are taken place by place. */
const single =
  (apply: (...values: ModelValue[]) => ModelValue): NativeFunction =>
  (evaluator, args) =>
    evaluator.lift(args, apply);

/** The same, of numbers. */
const numeric = (apply: (...numbers: number[]) => number) => single((...values) => finite(apply(...values.map(toNumber))));

const finite = (value: number): ModelValue => (Number.isFinite(value) ? value : error('#NUM!'));

/** The numbers of arguments: those written in the formula are converted, of cells only numbers count. */
function numbers(evaluator: Evaluator, args: readonly Value[]): number[] {
  const found: number[] = [];
  for (const arg of args) {
    if (!(arg instanceof Area) && !isMatrix(arg)) {
      if (arg !== null) found.push(toNumber(arg));
      continue;
    }
    for (const row of evaluator.matrix(arg)) {
      for (const value of row) {
        if (typeof value === 'number') found.push(value);
        else if (value instanceof CellError) throw new Raised(value);
      }
    }
  }
  return found;
}

const aggregate =
  (apply: (values: number[]) => ModelValue): NativeFunction =>
  (evaluator, args) =>
    apply(numbers(evaluator, args));

const sum = (values: readonly number[]) => {
  let total = 0;
  for (const value of values) total += value;
  // Excel takes a result within the last bits of its parts for zero: 0.1 + 0.2 − 0.3.
  return Math.abs(total) < 1e-15 * Math.max(0, ...values.slice(0, 1000).map(Math.abs)) ? 0 : total;
};
const average = (values: readonly number[]): ModelValue => (values.length === 0 ? error('#DIV/0!') : sum(values) / values.length);
const cells = (evaluator: Evaluator, args: readonly Value[]) => args.flatMap((arg) => evaluator.matrix(arg).flat());

function median(values: number[]): ModelValue {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return error('#NUM!');
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** `>5`, `<>done`, `S*` → a test of a cell. */
function criterion(value: ModelValue): (cell: ModelValue) => boolean {
  if (value instanceof CellError) return (cell) => cell instanceof CellError && cell.error === value.error;
  if (typeof value !== 'string') return value === null ? (cell) => cell === 0 : (cell) => cell === value || (typeof value === 'number' && typeof cell === 'string' && numberIn(cell) === value);
  const [, operator = '', rest = ''] = /^(<>|<=|>=|<|>|=)?([\s\S]*)$/.exec(value) ?? [];
  const number = numberIn(rest);
  const wanted: ModelValue = number ?? (/^true$/i.test(rest) ? true : /^false$/i.test(rest) ? false : rest);
  if (operator === '' || operator === '=' || operator === '<>') {
    const pattern = typeof wanted === 'string' ? wildcard(wanted) : null;
    const equal = (cell: ModelValue): boolean => {
      if (rest === '') return operator === '' ? cell === null || cell === '' : cell === null;
      if (cell === null) return false;
      if (pattern) return typeof cell === 'string' && pattern.test(cell);
      if (typeof wanted === 'number') return cell === wanted || (typeof cell === 'string' && numberIn(cell) === wanted);
      return cell === wanted;
    };
    return operator === '<>' ? (cell) => !equal(cell) : equal;
  }
  return (cell) => {
    if (cell === null || cell instanceof CellError || typeof cell !== typeof wanted) return false;
    const order = compare(cell, wanted);
    return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
  };
}

/** `S*`, `?at`, `~*` → a pattern, without case. */
function wildcard(text: string, whole = true): RegExp {
  const body = text.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}]/g, (match, escaped: string | undefined, wild: string | undefined) => (escaped ? `\\${escaped}` : wild === '*' ? '[\\s\\S]*' : wild === '?' ? '[\\s\\S]' : `\\${match}`));
  return new RegExp(whole ? `^${body}$` : body, 'iu');
}

/** The values of `of` at the places where every pair of range and criterion holds. */
function where(evaluator: Evaluator, of: Value, pairs: readonly Value[]): ModelValue[] {
  const tests = [];
  for (let at = 0; at + 1 < pairs.length; at += 2) tests.push({ cells: evaluator.matrix(pairs[at] as Value), test: criterion(evaluator.single(pairs[at + 1] as Value)) });
  const values = evaluator.matrix(of);
  const found: ModelValue[] = [];
  const first = tests[0]?.cells ?? [];
  for (let row = 0; row < first.length; row++) {
    for (let column = 0; column < (first[row]?.length ?? 0); column++) {
      if (tests.every(({ cells: tested, test }) => test(tested[row]?.[column] ?? null))) found.push(values[row]?.[column] ?? null);
    }
  }
  return found;
}

const onlyNumbers = (values: readonly ModelValue[]) =>
  values.filter((value): value is number => {
    if (value instanceof CellError) throw new Raised(value);
    return typeof value === 'number';
  });

/** SUMIFS and its kin; `SUMIF` has its values last, and may leave them out. */
const conditional = (apply: (values: number[]) => ModelValue): NativeFunction => (evaluator, [of = null, ...pairs]) => apply(onlyNumbers(where(evaluator, of, pairs)));
const conditionalLast = (apply: (values: number[]) => ModelValue): NativeFunction => (evaluator, [range = null, test = null, of]) => {
  if (of === undefined || of === null) return apply(onlyNumbers(where(evaluator, range, [range, test])));
  // The values need only be given by their first cell: they are as many as the range.
  const values = of instanceof Area && range instanceof Area ? new Area(of.sheet, { ...of.range, rows: range.range.rows, columns: range.range.columns }) : of;
  return apply(onlyNumbers(where(evaluator, values, [range, test])));
};

/** The place of a value in a list; −1: not there. `mode` 0 exact, −1 exact or next smaller, 1 exact or next larger, 2 wildcards. */
function find(wanted: ModelValue, list: readonly ModelValue[], mode: number, backwards = false): number {
  if (wanted instanceof CellError) throw new Raised(wanted);
  const pattern = mode === 2 && typeof wanted === 'string' && /[*?~]/.test(wanted) ? wildcard(wanted) : null;
  let best = -1;
  for (let step = 0; step < list.length; step++) {
    const index = backwards ? list.length - 1 - step : step;
    const value = list[index] ?? null;
    if (value instanceof CellError || value === null) continue;
    if (pattern) {
      if (typeof value === 'string' && pattern.test(value)) return index;
      continue;
    }
    if (typeof value !== typeof (wanted ?? 0)) continue;
    const order = compare(value, wanted);
    if (order === 0) return index;
    if (mode === -1 && order < 0 && (best < 0 || compare(value, list[best] ?? null) > 0)) best = index;
    if (mode === 1 && order > 0 && (best < 0 || compare(value, list[best] ?? null) < 0)) best = index;
  }
  return best;
}

/** MATCH and VLOOKUP over a sorted list: the last value that is not above the one wanted. */
function approximate(wanted: ModelValue, list: readonly ModelValue[], descending = false): number {
  if (wanted instanceof CellError) throw new Raised(wanted);
  let best = -1;
  list.forEach((value, index) => {
    if (value === null || value instanceof CellError || typeof value !== typeof (wanted ?? 0)) return;
    const order = compare(value, wanted);
    if (descending ? order >= 0 : order <= 0) best = index;
  });
  return best;
}

const line = (matrix: Matrix): ModelValue[] => (matrix.length === 1 ? [...(matrix[0] ?? [])] : matrix.map((row) => row[0] ?? null));
const optional = (evaluator: Evaluator, value: Value | undefined, standard: number) => (value === undefined || value === null ? standard : toNumber(evaluator.single(value)));
const transpose = (matrix: Matrix): Matrix => Array.from({ length: matrix[0]?.length ?? 0 }, (_, column) => matrix.map((row) => row[column] ?? null));

function lookup(evaluator: Evaluator, args: readonly Value[], vertical: boolean): Value {
  const [wanted = null, table = null, index = null, sorted] = args;
  const matrix = vertical ? evaluator.matrix(table) : transpose(evaluator.matrix(table));
  const exact = sorted !== undefined && !toBoolean(evaluator.single(sorted));
  const keys = matrix.map((row) => row[0] ?? null);
  return evaluator.lift([wanted, index], (value, column) => {
    const at = exact ? find(value, keys, 2) : approximate(value, keys);
    const place = Math.trunc(toNumber(column)) - 1;
    if (place < 0) return error('#VALUE!');
    if (place >= (matrix[0]?.length ?? 0)) return error('#REF!');
    return at < 0 ? error('#N/A') : (matrix[at]?.[place] ?? 0);
  });
}

/** Days since 1899-12-30 in UTC: serials from 1 March 1900 on. */
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const shift = (evaluator: Evaluator) => (evaluator.surroundings.workbook.dateSystem === 1904 ? 1462 : 0);
const toSerial = (evaluator: Evaluator, milliseconds: number) => {
  const days = (milliseconds - EPOCH) / DAY - shift(evaluator);
  return shift(evaluator) === 0 && days < 61 ? days - 1 : days;
};
const dateOf = (evaluator: Evaluator, serial: number) => {
  if (serial < 0) return raise('#NUM!');
  const days = serial + shift(evaluator);
  return new Date(Math.round((EPOCH + (shift(evaluator) === 0 && days < 60 ? days + 1 : days) * DAY) / 1000) * 1000);
};
const datePart =
  (part: (date: Date) => number): NativeFunction =>
  (evaluator, args) =>
    evaluator.lift(args, (value) => part(dateOf(evaluator, dateNumber(value))));
const dateNumber = (value: ModelValue) => (typeof value === 'string' ? (numberIn(value) ?? serialText(value)) : toNumber(value));

/** `2026-10-07`, `2026-10-07 08:30`, `08:30` → serial of the 1900 system. */
function serialText(text: string): number {
  const match = /^\s*(?:(\d{4})-(\d{1,2})-(\d{1,2}))?[ T]*(?:(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?\s*$/.exec(text);
  if (!match || (match[1] === undefined && match[4] === undefined)) return raise('#VALUE!');
  const date = match[1] === undefined ? 0 : (Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) - EPOCH) / DAY;
  return date + (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
}

function addMonths(evaluator: Evaluator, serial: number, months: number, day: (start: Date) => number): number {
  const start = dateOf(evaluator, Math.trunc(serial));
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + Math.trunc(months), 1);
  const last = new Date(Date.UTC(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth() + 1, 0)).getUTCDate();
  return toSerial(evaluator, first + (Math.min(day(start), last) - 1) * DAY);
}

function rounded(value: number, digits: number, how: (value: number) => number): number {
  const places = Math.trunc(digits);
  const magnitude = Math.abs(value);
  // By decimal shift of the shortest text, as 1.005 is meant: not by binary multiplication.
  const [mantissa = '0', exponent = '0'] = magnitude.toExponential().split('e');
  const shifted = Number(`${mantissa}e${Number(exponent) + places}`);
  const result = Number(`${how(shifted)}e${-places}`);
  return Math.sign(value) * result;
}

/** What `sort` and `unique` compare rows by. */
const key = (values: readonly ModelValue[]) => JSON.stringify(values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value instanceof CellError ? value.error : value)));

function sortRows(matrix: Matrix, keys: readonly (readonly ModelValue[])[], orders: readonly number[]): Matrix {
  const byKey = (a: ModelValue, b: ModelValue) => {
    const blank = Number(a === null || a === '') - Number(b === null || b === '');
    if (blank) return { order: blank, fixed: true };
    const broken = Number(a instanceof CellError) - Number(b instanceof CellError);
    if (broken || a instanceof CellError) return { order: broken, fixed: true };
    return { order: compare(a, b), fixed: false };
  };
  const places = matrix.map((_, index) => index).sort((a, b) => {
    for (let each = 0; each < keys.length; each++) {
      const { order, fixed } = byKey(keys[each]?.[a] ?? null, keys[each]?.[b] ?? null);
      if (order) return fixed ? order : order * (orders[each] ?? 1);
    }
    return a - b;
  });
  return places.map((place) => matrix[place] ?? []);
}

function slice(evaluator: Evaluator, [of = null, rows, columns]: readonly Value[], drop: boolean): Value {
  const matrix = evaluator.matrix(of);
  const cut = <Item>(list: readonly Item[], count: number | null): readonly Item[] => {
    if (count === null) return list;
    if (drop) return count >= 0 ? list.slice(count) : list.slice(0, count);
    return count >= 0 ? list.slice(0, count) : list.slice(count);
  };
  const count = (value: Value | undefined) => (value === undefined || value === null ? null : Math.trunc(toNumber(evaluator.single(value))));
  const result = cut(matrix, count(rows)).map((row) => cut(row, count(columns)));
  return result.length === 0 || result[0]?.length === 0 ? error('#CALC!') : result;
}

function stack(evaluator: Evaluator, args: readonly Value[]): Matrix {
  const parts = args.map((arg) => evaluator.matrix(arg));
  const columns = Math.max(...parts.map((part) => part[0]?.length ?? 0));
  return parts.flatMap((part) => part.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? (index < row.length ? null : error('#N/A')))));
}

/** IS…: errors are looked at, not passed on. */
const test =
  (check: (value: ModelValue) => boolean): NativeFunction =>
  (evaluator, [value = null]) => {
    const plain = evaluator.values(value);
    return isMatrix(plain) ? plain.map((row) => row.map(check)) : check(plain);
  };

function logical(evaluator: Evaluator, args: readonly Value[]): boolean[] {
  const found = args.flatMap((arg) => {
    if (!(arg instanceof Area) && !isMatrix(arg)) return [toBoolean(arg)];
    return evaluator.matrix(arg).flat().filter((value) => value !== null && typeof value !== 'string').map(toBoolean);
  });
  return found.length === 0 ? raise('#VALUE!') : found;
}

const position = (text: string, part: string, start: number, pattern: boolean): ModelValue => {
  if (start < 1 || start > text.length + 1) return error('#VALUE!');
  const rest = text.slice(start - 1);
  const at = pattern ? rest.search(wildcard(part, false)) : rest.indexOf(part);
  return at < 0 ? error('#VALUE!') : at + start;
};

const ERROR_NUMBERS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];
const count = (value: ModelValue | undefined, standard: number) => (value === undefined || value === null ? standard : toNumber(value));

export const FUNCTIONS: Record<string, NativeFunction> = {
  SUM: aggregate(sum),
  PRODUCT: aggregate((values) => values.reduce((product, value) => product * value, values.length ? 1 : 0)),
  AVERAGE: aggregate(average),
  MEDIAN: aggregate(median),
  MIN: aggregate((values) => values.reduce((least, value) => Math.min(least, value), values[0] ?? 0)),
  MAX: aggregate((values) => values.reduce((most, value) => Math.max(most, value), values[0] ?? 0)),
  COUNT: (evaluator, args) => {
    let found = 0;
    for (const arg of args) {
      if (arg instanceof Area || isMatrix(arg)) found += evaluator.matrix(arg).flat().filter((value) => typeof value === 'number').length;
      else if (typeof arg === 'number' || typeof arg === 'boolean' || (typeof arg === 'string' && numberIn(arg) !== null)) found++;
    }
    return found;
  },
  COUNTA: (evaluator, args) => cells(evaluator, args).filter((value) => value !== null).length,
  COUNTBLANK: (evaluator, args) => {
    const [area] = args;
    const filled = cells(evaluator, args).filter((value) => value !== null && value !== '').length;
    return area instanceof Area ? area.range.rows * area.range.columns - filled : cells(evaluator, args).length - filled;
  },
  SUMPRODUCT: (evaluator, args) => {
    const parts = args.map((arg) => evaluator.matrix(arg));
    const size = parts[0];
    if (!size || parts.some((part) => part.length !== size.length || part[0]?.length !== size[0]?.length)) return error('#VALUE!');
    const products = size.flatMap((row, y) => row.map((_, x) => parts.reduce((product, part) => {
      const value = part[y]?.[x] ?? null;
      if (value instanceof CellError) throw new Raised(value);
      return product * (typeof value === 'number' ? value : 0);
    }, 1)));
    return sum(products);
  },
  SUBTOTAL: (evaluator, [kind = null, ...areas]) => {
    const number = toNumber(evaluator.single(kind)) % 100;
    const name = ['', 'AVERAGE', 'COUNT', 'COUNTA', 'MAX', 'MIN', 'PRODUCT', '', '', 'SUM'][number];
    return name ? (FUNCTIONS[name]?.(evaluator, areas, []) ?? error('#VALUE!')) : error('#VALUE!');
  },
  LARGE: (evaluator, [of = null, place = null]) => ranked(evaluator, of, place, (a, b) => b - a),
  SMALL: (evaluator, [of = null, place = null]) => ranked(evaluator, of, place, (a, b) => a - b),
  SUMIFS: conditional(sum),
  SUMIF: conditionalLast(sum),
  AVERAGEIFS: conditional(average),
  AVERAGEIF: conditionalLast(average),
  MAXIFS: conditional((values) => Math.max(...(values.length ? values : [0]))),
  MINIFS: conditional((values) => Math.min(...(values.length ? values : [0]))),
  COUNTIFS: (evaluator, pairs) => where(evaluator, pairs[0] ?? null, pairs).length,
  COUNTIF: (evaluator, [range = null, wanted = null]) => {
    const list = evaluator.matrix(range).flat();
    return evaluator.lift([wanted], (value) => list.filter(criterion(value)).length);
  },

  ABS: numeric(Math.abs),
  SIGN: numeric(Math.sign),
  SQRT: single((value) => (toNumber(value) < 0 ? error('#NUM!') : Math.sqrt(toNumber(value)))),
  EXP: numeric(Math.exp),
  LN: single((value) => (toNumber(value) <= 0 ? error('#NUM!') : Math.log(toNumber(value)))),
  INT: numeric(Math.floor),
  PI: () => Math.PI,
  POWER: numeric((base, power) => base ** power),
  MOD: single((value, divisor) => {
    const [number, by] = [toNumber(value), toNumber(divisor ?? null)];
    return by === 0 ? error('#DIV/0!') : number - by * Math.floor(number / by);
  }),
  ROUND: single((value, digits) => rounded(toNumber(value), count(digits, 0), Math.round)),
  ROUNDUP: single((value, digits) => rounded(toNumber(value), count(digits, 0), Math.ceil)),
  ROUNDDOWN: single((value, digits) => rounded(toNumber(value), count(digits, 0), Math.floor)),
  TRUNC: single((value, digits) => rounded(toNumber(value), count(digits, 0), Math.floor)),

  AND: (evaluator, args) => logical(evaluator, args).every(Boolean),
  OR: (evaluator, args) => logical(evaluator, args).some(Boolean),
  XOR: (evaluator, args) => logical(evaluator, args).filter(Boolean).length % 2 === 1,
  NOT: single((value) => !toBoolean(value)),
  TRUE: () => true,
  FALSE: () => false,
  NA: () => error('#N/A'),
  ISBLANK: test((value) => value === null),
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISNONTEXT: test((value) => typeof value !== 'string'),
  ISLOGICAL: test((value) => typeof value === 'boolean'),
  ISERROR: test((value) => value instanceof CellError),
  ISERR: test((value) => value instanceof CellError && value.error !== '#N/A'),
  ISNA: test((value) => value instanceof CellError && value.error === '#N/A'),
  'ERROR.TYPE': (evaluator, [value = null]) => {
    const plain = evaluator.single(value);
    const number = plain instanceof CellError ? ERROR_NUMBERS.indexOf(plain.error) + 1 : 0;
    return number || error('#N/A');
  },
  N: single((value) => (typeof value === 'string' ? 0 : toNumber(value))),
  T: single((value) => (typeof value === 'string' ? value : '')),

  INDEX: (evaluator, [of = null, row, column]) => {
    const matrix = of instanceof Area ? null : evaluator.matrix(of);
    const rows = of instanceof Area ? of.range.rows : (matrix?.length ?? 0);
    const columns = of instanceof Area ? of.range.columns : (matrix?.[0]?.length ?? 0);
    let y = Math.trunc(optional(evaluator, row, 0));
    let x = Math.trunc(optional(evaluator, column, 0));
    if (column === undefined && rows === 1 && columns > 1) [y, x] = [0, y];
    if (y < 0 || x < 0) return error('#VALUE!');
    if (y > rows || x > columns) return error('#REF!');
    const part = { row: y ? y - 1 : 0, column: x ? x - 1 : 0, rows: y ? 1 : rows, columns: x ? 1 : columns };
    if (of instanceof Area) return new Area(of.sheet, { ...part, row: of.range.row + part.row, column: of.range.column + part.column });
    return (matrix ?? []).slice(part.row, part.row + part.rows).map((each) => each.slice(part.column, part.column + part.columns));
  },
  MATCH: (evaluator, [wanted = null, list = null, mode]) => {
    const values = line(evaluator.matrix(list));
    const kind = optional(evaluator, mode, 1);
    return evaluator.lift([wanted], (value) => {
      const at = kind === 0 ? find(value, values, 2) : approximate(value, values, kind < 0);
      return at < 0 ? error('#N/A') : at + 1;
    });
  },
  XMATCH: (evaluator, [wanted = null, list = null, mode, direction]) => {
    const values = line(evaluator.matrix(list));
    const [kind, way] = [optional(evaluator, mode, 0), optional(evaluator, direction, 1)];
    return evaluator.lift([wanted], (value) => {
      const at = find(value, values, kind, way < 0);
      return at < 0 ? error('#N/A') : at + 1;
    });
  },
  XLOOKUP: (evaluator, [wanted = null, list = null, of = null, missing, mode, direction]) => {
    const keys = evaluator.matrix(list);
    const across = keys.length === 1 && (keys[0]?.length ?? 0) > 1;
    const results = across ? transpose(evaluator.matrix(of)) : evaluator.matrix(of);
    const [kind, way] = [optional(evaluator, mode, 0), optional(evaluator, direction, 1)];
    const values = line(keys);
    const place = (value: ModelValue) => find(value, values, kind, way < 0);
    const one = evaluator.values(wanted);
    if (!isMatrix(one) && (results[0]?.length ?? 1) > 1) {
      const at = place(one);
      const row = results[at];
      return row ? (across ? transpose([row]) : [row]) : missing === undefined ? error('#N/A') : missing;
    }
    return evaluator.lift([one], (value) => {
      const at = place(value);
      return at < 0 ? (missing === undefined ? error('#N/A') : evaluator.single(missing)) : (results[at]?.[0] ?? 0);
    });
  },
  VLOOKUP: (evaluator, args) => lookup(evaluator, args, true),
  HLOOKUP: (evaluator, args) => lookup(evaluator, args, false),
  LOOKUP: (evaluator, [wanted = null, list = null, of]) => {
    const keys = line(evaluator.matrix(list));
    const results = of === undefined ? keys : line(evaluator.matrix(of));
    return evaluator.lift([wanted], (value) => {
      const at = approximate(value, keys);
      return at < 0 ? error('#N/A') : (results[at] ?? 0);
    });
  },
  ROWS: (evaluator, [of = null]) => (of instanceof Area ? of.range.rows : evaluator.matrix(of).length),
  COLUMNS: (evaluator, [of = null]) => (of instanceof Area ? of.range.columns : (evaluator.matrix(of)[0]?.length ?? 0)),
  TRANSPOSE: (evaluator, [of = null]) => transpose(evaluator.matrix(of)),
  SEQUENCE: (evaluator, [rows, columns, start, step]) => {
    const [height, width] = [optional(evaluator, rows, 1), optional(evaluator, columns, 1)].map(Math.trunc) as [number, number];
    if (height < 1 || width < 1) return error('#CALC!');
    if (height * width > 2_000_000) return error('#NUM!');
    const [from, by] = [optional(evaluator, start, 1), optional(evaluator, step, 1)];
    return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_unused, x) => from + by * (y * width + x)));
  },
  FILTER: (evaluator, [of = null, include = null, empty]) => {
    const matrix = evaluator.matrix(of);
    const flags = evaluator.matrix(include);
    const byColumn = flags.length === 1 && matrix.length > 1;
    const kept = (byColumn ? transpose(matrix) : matrix).filter((_, index) => toBoolean((byColumn ? flags[0]?.[index] : flags[index]?.[0]) ?? null));
    if (kept.length === 0) return empty === undefined ? error('#CALC!') : empty;
    return byColumn ? transpose(kept) : kept;
  },
  SORT: (evaluator, [of = null, index, order, byColumn]) => {
    const across = byColumn !== undefined && toBoolean(evaluator.single(byColumn));
    const matrix = across ? transpose(evaluator.matrix(of)) : evaluator.matrix(of);
    const keys = index === undefined || index === null ? [1] : evaluator.matrix(index).flat().map(toNumber);
    const orders = order === undefined || order === null ? [1] : evaluator.matrix(order).flat().map(toNumber);
    const sorted = sortRows(matrix, keys.map((column) => matrix.map((row) => row[column - 1] ?? null)), keys.map((_, each) => orders[each] ?? orders[0] ?? 1));
    return across ? transpose(sorted) : sorted;
  },
  SORTBY: (evaluator, [of = null, ...pairs]) => {
    const keys = [];
    const orders = [];
    for (let at = 0; at < pairs.length; at += 2) {
      keys.push(line(evaluator.matrix(pairs[at] as Value)));
      orders.push(optional(evaluator, pairs[at + 1], 1));
    }
    return sortRows(evaluator.matrix(of), keys, orders);
  },
  UNIQUE: (evaluator, [of = null, byColumn, once]) => {
    const across = byColumn !== undefined && toBoolean(evaluator.single(byColumn));
    const matrix = across ? transpose(evaluator.matrix(of)) : evaluator.matrix(of);
    const counts = new Map<string, number>();
    for (const row of matrix) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
    const alone = once !== undefined && toBoolean(evaluator.single(once));
    const seen = new Set<string>();
    const rows = matrix.filter((row) => (alone ? counts.get(key(row)) === 1 : !seen.has(key(row)) && seen.add(key(row))));
    return rows.length === 0 ? error('#CALC!') : across ? transpose(rows) : rows;
  },
  TAKE: (evaluator, args) => slice(evaluator, args, false),
  DROP: (evaluator, args) => slice(evaluator, args, true),
  VSTACK: (evaluator, args) => stack(evaluator, args),
  HSTACK: (evaluator, args) => transpose(stack(evaluator, args.map((arg) => transpose(evaluator.matrix(arg))))),
  TOCOL: (evaluator, [of = null]) => evaluator.matrix(of).flat().map((value) => [value]),
  TOROW: (evaluator, [of = null]) => [evaluator.matrix(of).flat()],
  CHOOSECOLS: (evaluator, [of = null, ...which]) => {
    const turned = transpose(evaluator.matrix(of));
    return transpose(chosen(evaluator, turned, which));
  },
  CHOOSEROWS: (evaluator, [of = null, ...which]) => chosen(evaluator, evaluator.matrix(of), which),

  CONCATENATE: single((...values) => values.map(toText).join('')),
  CONCAT: (evaluator, args) => cells(evaluator, args).map(toText).join(''),
  TEXTJOIN: (evaluator, [between = null, skip = null, ...args]) => {
    const texts = cells(evaluator, args).map(toText);
    return (toBoolean(evaluator.single(skip)) ? texts.filter((text) => text !== '') : texts).join(toText(evaluator.single(between)));
  },
  LEFT: single((text, length) => toText(text).slice(0, count(length, 1))),
  RIGHT: single((text, length) => (count(length, 1) === 0 ? '' : toText(text).slice(-count(length, 1)))),
  MID: single((text, start, length) => (toNumber(start ?? null) < 1 ? error('#VALUE!') : toText(text).slice(toNumber(start ?? null) - 1, toNumber(start ?? null) - 1 + toNumber(length ?? null)))),
  LEN: single((text) => toText(text).length),
  LOWER: single((text) => toText(text).toLowerCase()),
  UPPER: single((text) => toText(text).toUpperCase()),
  PROPER: single((text) => toText(text).toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())),
  TRIM: single((text) => toText(text).replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ')),
  REPT: single((text, times) => toText(text).repeat(Math.max(0, Math.trunc(toNumber(times ?? null))))),
  EXACT: single((one, other) => toText(one) === toText(other ?? null)),
  FIND: single((part, text, start) => position(toText(text ?? null), toText(part), count(start, 1), false)),
  SEARCH: single((part, text, start) => position(toText(text ?? null), toText(part), count(start, 1), true)),
  SUBSTITUTE: single((text, old, replacement, which) => {
    const [all, part, by] = [toText(text), toText(old ?? null), toText(replacement ?? null)];
    if (part === '') return all;
    if (which === undefined) return all.split(part).join(by);
    const pieces = all.split(part);
    const at = Math.trunc(toNumber(which));
    return at < 1 || at >= pieces.length ? all : pieces.slice(0, at).join(part) + by + pieces.slice(at).join(part);
  }),
  REPLACE: single((text, start, length, by) => {
    const from = toNumber(start ?? null) - 1;
    return toText(text).slice(0, from) + toText(by ?? null) + toText(text).slice(from + toNumber(length ?? null));
  }),
  VALUE: single((text) => (typeof text === 'string' ? (numberIn(text) ?? serialText(text)) : toNumber(text))),
  TEXT: (evaluator, args) =>
    evaluator.lift(args, (value, format) => (value instanceof CellError ? value : cellText({ value, style: { numberFormat: toText(format ?? null) } }, evaluator.surroundings.workbook.dateSystem))),

  DATE: (evaluator, args) =>
    evaluator.lift(args, (year, month, day) => {
      const number = Math.trunc(toNumber(year));
      return finite(toSerial(evaluator, Date.UTC(number < 1900 ? number + 1900 : number, Math.trunc(toNumber(month ?? null)) - 1, Math.trunc(toNumber(day ?? null)))));
    }),
  TIME: numeric((hour, minute, second) => ((hour * 3600 + minute * 60 + second) / 86_400) % 1),
  YEAR: datePart((date) => date.getUTCFullYear()),
  MONTH: datePart((date) => date.getUTCMonth() + 1),
  DAY: datePart((date) => date.getUTCDate()),
  HOUR: datePart((date) => date.getUTCHours()),
  MINUTE: datePart((date) => date.getUTCMinutes()),
  SECOND: datePart((date) => date.getUTCSeconds()),
  WEEKDAY: (evaluator, args) =>
    evaluator.lift(args, (value, kind) => {
      const day = dateOf(evaluator, dateNumber(value)).getUTCDay();
      const type = count(kind, 1);
      if (type === 1) return day + 1;
      if (type === 3) return (day + 6) % 7;
      const first = type === 2 ? 1 : type - 10;
      return ((day - first + 7) % 7) + 1;
    }),
  EDATE: (evaluator, args) => evaluator.lift(args, (value, months) => addMonths(evaluator, dateNumber(value), toNumber(months ?? null), (start) => start.getUTCDate())),
  EOMONTH: (evaluator, args) => evaluator.lift(args, (value, months) => addMonths(evaluator, dateNumber(value), toNumber(months ?? null), () => 31)),
  DAYS: single((end, start) => Math.trunc(dateNumber(end)) - Math.trunc(dateNumber(start ?? null))),
  DATEVALUE: single((text) => Math.trunc(serialText(toText(text)))),
  TIMEVALUE: single((text) => serialText(toText(text)) % 1),
  NOW: (evaluator) => {
    const now = new Date();
    return toSerial(evaluator, now.getTime() - now.getTimezoneOffset() * 60_000);
  },
  TODAY: (evaluator, args, nodes) => Math.floor(toNumber(evaluator.single(FUNCTIONS['NOW']?.(evaluator, args, nodes) ?? 0))),
};

function ranked(evaluator: Evaluator, of: Value, place: Value, order: (a: number, b: number) => number): Value {
  const sorted = numbers(evaluator, [evaluator.matrix(of)]).sort(order);
  return evaluator.lift([place], (value) => sorted[Math.ceil(toNumber(value)) - 1] ?? error('#NUM!'));
}

function chosen(evaluator: Evaluator, rows: Matrix, which: readonly Value[]): Matrix {
  return which.flatMap((each) => evaluator.matrix(each).flat()).map((value) => {
    const index = Math.trunc(toNumber(value));
    return rows[index < 0 ? rows.length + index : index - 1] ?? raise('#VALUE!');
  });
}

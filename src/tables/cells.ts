/** One cell of an Excel table, read as its column's type. Nothing is guessed: see `readCell`. */
import type { Instant, LocalDateTime, PeriodKind } from '../domain/time/records';
import { parseIso, serialToInstant, serialToLocal } from '../domain/time/serial';
import { dateFrom, daysInMonth, localOf, toInstant, toLocal } from '../domain/time/zone';
import type { Column } from './contract';
import type { CellValue, Severity } from './model';
import { looseName } from './names';
import { cellWords, dayAndMonth, shown, type Words } from './words';

/** What reading depends on besides the cell. */
export interface Reading {
  /** IANA zone of plain dates and times. */
  readonly zone: string;
  readonly dateSystem: 1900 | 1904;
  /**
   * Whether 0 may be a blank cell, as it is in the arguments of custom functions. It is then read as
   * blank wherever nobody would type it: not in times of day, nor in numbers that may be 0.
   */
  readonly zeroIsBlank?: boolean;
}

/** What is wrong with a cell. */
export interface Fault {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly found: string;
  readonly expected: string;
  /** What should stand there, where only one reading exists. */
  readonly fix?: CellValue;
}

/** A cell that gives no value, and why. */
export class Unreadable {
  constructor(readonly fault: Fault) {}
}

/** An error value, as Excel writes it into a cell. */
const ERROR_CELL = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|CONNECT!|BLOCKED!|FIELD!|UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!|GETTING_DATA)$/i;
const DAY = 86_400;

/**
 * Reads a cell.
 *
 * @returns null for a blank cell (0 is one in dates, as a formula that points at a blank cell gives
 * it), the value in the form of the column's type (see `CellType`), or
 * what is wrong with it. Text that only looks like a number or a date is an error, with a fix where
 * it has one reading.
 * @example readCell(percentColumn, '99.5%', { zone: 'UTC', dateSystem: 1900 }) // 0.995
 */
export function readCell(column: Column, cell: CellValue | null | undefined, reading: Reading): unknown {
  const value = typeof cell === 'string' ? cell.trim() : (cell ?? '');
  if (value === '') return null;
  if (value === 0 && (column.type === 'date' || column.type === 'instant' || column.type === 'local' || (reading.zeroIsBlank && zeroSaysNothing(column)))) return null;
  if (typeof value === 'string' && value[0] === '#' && ERROR_CELL.test(value)) return faulty(column, cellWords.errorCell(column, value), value);
  switch (column.type) {
    case 'text':
      return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    case 'list':
      return String(value).split(';').map((part) => part.trim()).filter((part) => part !== '');
    case 'number':
      return readNumber(column, value);
    case 'quantity':
      return typeof value === 'string' && value.endsWith('%') ? readPercent(column, value) : readNumber(column, value);
    case 'percent':
      return readPercent(column, value);
    case 'yes/no':
      return readYesNo(column, value);
    case 'choice':
      return readChoice(column, value);
    case 'days':
      return readDays(column, value);
    case 'window':
      return readWindow(column, value);
    case 'time':
      return readTime(column, value);
    case 'date': {
      const moment = readMoment(column, value, reading);
      if (moment instanceof Unreadable) return moment;
      return (typeof moment === 'number' ? toLocal(moment, reading.zone) : moment).slice(0, 10);
    }
    case 'local': {
      const moment = readMoment(column, value, reading);
      return typeof moment === 'number' ? faulty(column, cellWords.offsetNotAllowed(column), value) : moment;
    }
    case 'instant': {
      const serial = typeof value === 'number' && value >= 1 ? serialToInstant(value, reading.zone, reading.dateSystem) : null;
      if (serial !== null && serial >= 0) return serial;
      const moment = readMoment(column, value, reading);
      if (moment instanceof Unreadable) return moment;
      const instant = typeof moment === 'number' ? moment : toInstant(moment, reading.zone);
      return instant < 0 ? faulty(column, cellWords.implausibleDate(column), value) : instant;
    }
  }
}

/**
 * What stands in a record for a cell that gave no value: null, or where the type has no null, a
 * value that gives no figure.
 */
export function noValue(column: Column): unknown {
  if (column.type === 'list' || column.type === 'days') return [];
  if (!column.required && column.default === null) return null;
  switch (column.type) {
    case 'number':
    case 'quantity':
    case 'percent':
    case 'time':
    case 'instant':
      return Number.NaN;
    case 'window':
      return { kind: 'Rolling days', count: Number.NaN } satisfies PeriodKind;
    case 'yes/no':
      return looseName(String(column.default)) === 'yes';
    default:
      return '';
  }
}

function faulty(column: Column, words: Words, found: CellValue, fix?: CellValue): Unreadable {
  const severity = column.remark ? 'warning' : words.severity;
  return new Unreadable({ ...words, severity, found: shown(found), ...(fix === undefined ? {} : { fix }) });
}

/** Nobody types 0 there: it is a blank cell. */
function zeroSaysNothing(column: Column): boolean {
  switch (column.type) {
    case 'time':
    case 'quantity':
      return false;
    case 'number':
      return column.min !== null && column.min > 0;
    case 'percent':
      return column.default !== null;
    default:
      return true;
  }
}

// Numbers

function readNumber(column: Column, value: CellValue): unknown {
  if (typeof value === 'string') {
    const readings = numbersIn(value);
    if (readings.length === 0) return faulty(column, cellWords.unreadable(column), value);
    return faulty(column, cellWords.numberAsText(column), value, readings.length === 1 ? readings[0] : undefined);
  }
  if (typeof value === 'boolean') return faulty(column, cellWords.unreadable(column), value);
  const low = column.min !== null && value < column.min;
  const high = column.max !== null && value > column.max;
  if (low || high || (column.whole && !Number.isInteger(value)) || !Number.isFinite(value)) return faulty(column, cellWords.outOfRange(column), value);
  return value;
}

/** The numbers that a text may mean: one, or two where a separator can be read both ways. */
function numbersIn(text: string): number[] {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^−/, '-');
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return [Number(bare)];
  const readings: number[] = [];
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) || /^[+-]?\d+\.\d+$/.test(bare)) readings.push(Number(bare.replaceAll(',', '')));
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) || /^[+-]?\d+,\d+$/.test(bare)) readings.push(Number(bare.replaceAll('.', '').replace(',', '.')));
  return readings;
}

function readPercent(column: Column, value: CellValue): unknown {
  if (typeof value === 'boolean') return faulty(column, cellWords.unreadable(column), value);
  if (typeof value === 'string') {
    const [, digits, sign] = /^(.*?)\s*(%?)$/.exec(value) ?? [];
    const exact = sign === '%' && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits ?? '');
    if (exact) {
      const share = shareOf(Number(digits));
      return column.type === 'quantity' || (share >= 0 && share <= 1) ? share : faulty(column, share < 0 ? cellWords.outOfRange(column) : cellWords.percentAboveOne(column), value);
    }
    const readings = numbersIn(digits ?? '');
    if (readings.length === 0) return faulty(column, cellWords.unreadable(column), value);
    const [only] = readings;
    const share = only === undefined || readings.length > 1 ? undefined : sign === '%' || only > 1 ? shareOf(only) : only;
    return faulty(column, cellWords.numberAsText(column), value, share !== undefined && share >= 0 && share <= 1 ? share : undefined);
  }
  if (value > 1) return faulty(column, cellWords.percentAboveOne(column), value, value <= 100 ? shareOf(value) : undefined);
  return value >= 0 ? value : faulty(column, cellWords.outOfRange(column), value);
}

/** 99.95 → 0.9995, as if typed so: division would leave a trace in the last digit. */
function shareOf(percent: number): number {
  return Number(`${percent}e-2`) || percent / 100;
}

// Words

const YES = new Set(['yes', 'y', 'true', '1']);
const NO = new Set(['no', 'n', 'false', '0']);

function readYesNo(column: Column, value: CellValue): unknown {
  const word = looseName(String(value));
  if (YES.has(word)) return true;
  return NO.has(word) ? false : faulty(column, cellWords.unreadable(column), value);
}

const SIGNS: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=' };

function readChoice(column: Column, value: CellValue): unknown {
  const text = String(value);
  const sign = text.replace(/\s/g, '');
  const word = looseName(text);
  for (const choice of column.choices) if (choice === text || choice === (SIGNS[sign] ?? sign) || (word !== '' && looseName(choice) === word)) return choice;
  if (column.open) return text;
  const turned = column.choices.find((choice) => choice.length === 2 && choice === [...sign].reverse().join(''));
  const begun = column.choices.filter((choice) => word.length > 2 && (looseName(choice).startsWith(word) || word.startsWith(looseName(choice).replace(/s$/, ''))) && looseName(choice) !== '');
  return faulty(column, cellWords.unknownChoice(column), value, turned ?? (begun.length === 1 ? begun[0] : undefined));
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function readDays(column: Column, value: CellValue): unknown {
  const text = String(value).toLowerCase();
  if (text === 'daily') return [1, 2, 3, 4, 5, 6, 7];
  const found = new Set<number>();
  for (const part of text.split(/[,;]/)) {
    const ends = part.split(/[-–—]/).map((name) => weekday(name.trim()));
    const [first, last = first] = ends;
    if (ends.length > 2 || !first || !last) return faulty(column, cellWords.unreadable(column), value, DAY_PHRASES[looseName(text)]);
    for (let day = first; ; day = (day % 7) + 1) {
      found.add(day);
      if (day === last) break;
    }
  }
  return [...found].sort((a, b) => a - b);
}
const DAY_PHRASES: Readonly<Record<string, string>> = { weekdays: 'Mon-Fri', workdays: 'Mon-Fri', weekend: 'Sat,Sun', weekends: 'Sat,Sun', everyday: 'Daily', alldays: 'Daily', '7days': 'Daily' };

/** 1 Monday … 7 Sunday; 0: no weekday. */
function weekday(name: string): number {
  return name.length < 3 ? 0 : WEEKDAYS.findIndex((day) => day.startsWith(name.replace(/\.$/, ''))) + 1;
}

function readWindow(column: Column, value: CellValue): unknown {
  const text = String(value).toLowerCase().replace(/\s+/g, ' ');
  for (const kind of ['Month', 'Quarter', 'Year', 'Fiscal year'] as const) if (text === kind.toLowerCase()) return { kind } satisfies PeriodKind;
  const rolling = /^rolling (\d{1,4}) (month|day)s?$/.exec(text);
  if (rolling && Number(rolling[1]) > 0) return { kind: rolling[2] === 'month' ? 'Rolling months' : 'Rolling days', count: Number(rolling[1]) } satisfies PeriodKind;
  const phrases: Readonly<Record<string, string>> = { monthly: 'Month', quarterly: 'Quarter', yearly: 'Year', annual: 'Year', annually: 'Year' };
  return faulty(column, cellWords.unreadable(column), value, phrases[text]);
}

// Time

function readTime(column: Column, value: CellValue): unknown {
  if (typeof value === 'number') {
    if (value >= 0 && value <= 1) return Math.round(value * DAY);
    return faulty(column, cellWords.unreadable(column), value, Number.isInteger(value) && value <= 24 && value > 0 ? `${String(value).padStart(2, '0')}:00` : undefined);
  }
  const text = String(value);
  const iso = parseIso(text);
  if (iso?.kind === 'time') return iso.seconds;
  const typed = looseTime(text);
  return faulty(column, cellWords.unreadable(column), value, typed === null ? undefined : localOf(typed).slice(11, 16 + (typed % 60 === 0 ? 0 : 3)));
}

/** `9:30`, `9 am`, `5:30 pm`; null: none of these. */
function looseTime(text: string): number | null {
  const match = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
  if (!match || (match[2] === undefined && match[4] === undefined)) return null;
  const half = match[4]?.toLowerCase();
  const hour = Number(match[1]);
  if (half && (hour < 1 || hour > 12)) return null;
  const [minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const seconds = (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 3600 + minute * 60 + second;
  return minute < 60 && second < 60 && seconds < DAY ? seconds : null;
}

/** An Instant where the cell says so by an offset, else wall-clock time. */
function readMoment(column: Column, value: CellValue, reading: Reading): Instant | LocalDateTime | Unreadable {
  if (typeof value === 'boolean') return faulty(column, cellWords.unreadable(column), value);
  if (typeof value === 'number') {
    if (value > 0 && value < 1) return faulty(column, cellWords.timeWithoutDate(column), value);
    const local = serialToLocal(value, reading.dateSystem);
    if (local !== null) return local;
    const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(String(value));
    return faulty(column, cellWords.unreadable(column), value, digits && isDate(Number(digits[1]), Number(digits[2]), Number(digits[3])) ? digits.slice(1).join('-') : undefined);
  }
  const iso = parseIso(value);
  switch (iso?.kind) {
    case 'instant':
      return iso.instant;
    case 'local':
      return iso.local;
    case 'date':
      return `${iso.date}T00:00:00`;
    case 'time':
      return faulty(column, cellWords.timeWithoutDate(column), value);
    case undefined:
      return unreadableDate(column, value);
  }
}

function isDate(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function unreadableDate(column: Column, text: string): Unreadable {
  const { dates, time } = datesIn(text);
  const written = (date: string) => (time === null || column.type === 'date' ? date : `${date}T${localOf(time).slice(11)}`);
  const [first, second] = dates;
  if (first === undefined) {
    const number = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : undefined;
    return faulty(column, number === undefined ? cellWords.unreadable(column) : cellWords.dateAsText(column), text, number);
  }
  if (second !== undefined) return faulty(column, cellWords.ambiguousDate(dates.map(dayAndMonth)), text);
  return faulty(column, cellWords.dateAsText(column), text, written(first));
}

/** The dates that a text may mean, and the time behind them. */
function datesIn(text: string): { dates: string[]; time: number | null } {
  const none = { dates: [], time: null };
  const split = /^(\S+|\S+ \S+ \S+?),?(?:[ T]+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?))?$/i.exec(text);
  if (!split) return none;
  const time = split[2] === undefined ? null : looseTime(split[2]);
  if (split[2] !== undefined && time === null) return none;
  const parts = split[1]!.split(/[/.\s,-]+/).filter((part) => part !== '');
  if (parts.length !== 3) return none;
  const [a, b, c] = parts as [string, string, string];
  const orders: [year: string, month: string, day: string][] = /^\d{4}$/.test(a) ? [[a, b, c]] : split[1]!.includes('.') ? [[c, b, a]] : [[c, b, a], [c, a, b]];
  const dates = orders.flatMap(([yearText, monthText, dayText]) => {
    if (!/^(\d{2}|\d{4})$/.test(yearText) || !/^\d{1,2}$/.test(dayText)) return [];
    const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
    const named = monthText.length < 3 ? 0 : MONTH_NAMES.indexOf(monthText.slice(0, 3).toLowerCase()) + 1;
    const month = /^\d{1,2}$/.test(monthText) ? Number(monthText) : named;
    return isDate(year, month, Number(dayText)) ? [dateFrom(year, month, Number(dayText))] : [];
  });
  return { dates: [...new Set(dates)], time };
}

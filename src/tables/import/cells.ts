/** One cell of an export, as the column's type wants it. */
import { clockAt, DAY, instantOf, isSkipped, localOf, toIso, toLocal } from '../../domain/time/zone';
import { readCell, Unreadable } from '../cells';
import type { Column } from '../contract';
import { formOf, momentWords, quoted } from '../words';
import type { DateOrder, Moment } from './dates';

/** A value, and how it is written into a cell. */
export interface ImportedCell {
  /** As records hold it, for comparing: instants in seconds. */
  readonly value: string | number | boolean;
  /** Instants and dates are local ISO text. */
  readonly cell: string | number | boolean;
}

export type CellReading =
  | { readonly kind: 'value'; readonly imported: ImportedCell; readonly note?: string }
  | { readonly kind: 'blank' }
  /** A word that only a person can turn into a value. */
  | { readonly kind: 'question' }
  /** Day and month cannot be told apart yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'problem'; readonly found: string; readonly expected: string };

export interface ImportReading {
  /** Of the file's times without offset. */
  readonly zone: string;
  /** Of the workbook's plain dates. */
  readonly workbookZone: string;
  readonly order: DateOrder | 'ask' | null;
  /** `readMoment`, which remembers what it has read. */
  readonly momentOf: (text: string) => Moment | null;
}

const FORMS = '2026-10-07 09:10, 07/10/2026 09:10, 7/Oct/26 9:10 AM, or seconds since 1970';
/** What a cell of Excel holds. */
const LONGEST_TEXT = 32_767;

/** Whether the column holds dates of one kind or another. */
export function isDated({ type }: Column): boolean {
  return type === 'instant' || type === 'date' || type === 'local';
}

/**
 * An instant as plain local time of the workbook, as a cell holds it; with its offset, as text, in the
 * hour that a clock change repeats, where local time would mean the first of two.
 */
export function instantText(instant: number, zone: string): string {
  const clock = clockAt(instant, zone);
  return isSteady(instant, zone) || instantOf(clock, zone) === instant ? localOf(clock) : toIso(instant, zone);
}

/** Whether no clock change is near: nearly always. */
function isSteady(instant: number, zone: string): boolean {
  return clockAt(instant + DAY, zone) - clockAt(instant - DAY, zone) === 2 * DAY;
}

/** The clock of a moment in an order; null: no such date, or the order is not known. */
function clockIn({ dmy, mdy }: Moment, order: ImportReading['order']): number | null | 'waiting' {
  if (dmy === mdy) return dmy;
  return order === 'dmy' ? dmy : order === 'mdy' ? mdy : 'waiting';
}

/** The instant of a moment, with what a clock change did to it. */
function instantAt(moment: Moment, clock: number, zone: string): { readonly instant: number; readonly note?: string } {
  if (moment.offset !== null) return { instant: clock - moment.offset };
  const instant = instantOf(clock, zone);
  if (isSteady(instant, zone)) return { instant };
  const said = (): string => momentWords(localOf(clock));
  if (isSkipped(clock, zone)) return { instant, note: `${said()} does not exist in ${zone}: clocks went forward; ${momentWords(toLocal(instant, zone))} is taken` };
  if ([1800, 3600].some((later) => clockAt(instant + later, zone) === clock)) return { instant, note: `${said()} comes twice in ${zone}: clocks went back; the first is taken` };
  return { instant };
}

function readDate(column: Column, text: string, { zone, workbookZone, order, momentOf }: ImportReading): CellReading {
  const moment = momentOf(text);
  const clock = moment && clockIn(moment, order);
  if (clock === 'waiting') return { kind: 'waiting' };
  if (moment === null || clock === null) return { kind: 'problem', found: quoted(text), expected: order === 'dmy' || order === 'mdy' ? `a date, ${order === 'dmy' ? 'day' : 'month'} first, such as ${order === 'dmy' ? '31/12/2026' : '12/31/2026'} 09:10` : `a date such as ${FORMS}` };
  if (column.type === 'date') {
    const date = (moment.offset === null ? localOf(clock) : toLocal(clock - moment.offset, workbookZone)).slice(0, 10);
    return { kind: 'value', imported: { value: date, cell: date } };
  }
  const { instant, note } = instantAt(moment, clock, zone);
  return { kind: 'value', imported: { value: instant, cell: instantText(instant, workbookZone) }, ...(note === undefined ? {} : { note }) };
}

/**
 * Reads one cell of an export. Numbers, dates and percents are text there, so what the contract would
 * only propose as a mend is taken, where it has one reading.
 *
 * @param percentOf 100 where the column's plain numbers are percents (one of them is above 1), else 1
 * @example readExportCell(column('Impact'), 'minor', reading, 1) // { kind: 'question' }
 */
export function readExportCell(column: Column, text: string, reading: ImportReading, percentOf: 1 | 100): CellReading {
  if (text === '') return { kind: 'blank' };
  if (isDated(column)) return readDate(column, text, reading);
  if (text.length > LONGEST_TEXT) return { kind: 'problem', found: `${text.length} characters`, expected: `at most ${LONGEST_TEXT}, as a cell holds` };
  const plain = { zone: reading.workbookZone, dateSystem: 1900 } as const;
  const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
  const typed = column.type === 'percent' && number !== null ? (percentOf === 100 ? `${text}%` : number) : column.type === 'number' && number !== null ? number : text;
  const read = readCell(column, typed, plain);
  if (read instanceof Unreadable) {
    const isWord = !/\d/.test(text);
    if (column.type === 'choice' || column.type === 'yes/no' || (column.type === 'percent' && isWord)) return { kind: 'question' };
    const { fix } = read.fault;
    const mended = (column.type === 'number' || column.type === 'percent') && typeof fix === 'number' ? readCell(column, fix, plain) : null;
    if (typeof mended === 'number') return { kind: 'value', imported: { value: mended, cell: mended } };
    return { kind: 'problem', found: quoted(text), expected: formOf(column) };
  }
  if (typeof read === 'boolean') return { kind: 'value', imported: { value: read, cell: read ? 'Yes' : 'No' } };
  const value = typeof read === 'number' ? read : column.type === 'choice' ? String(read) : text;
  return { kind: 'value', imported: { value, cell: value } };
}

/** Whether a column of percents says them as 99.95 rather than 0.9995. */
export function percentOf(texts: Iterable<string>): 1 | 100 {
  for (const text of texts) if (/^\d+(\.\d*)?$/.test(text) && Number(text) > 1) return 100;
  return 1;
}

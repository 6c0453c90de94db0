/** A header row and the rows below it, matched with a table of the contract and read cell by cell. */
import { noValue, readCell, Unreadable, type Fault, type Reading } from './cells';
import { CONTRACT, type Column, type Table, type TableName } from './contract';
import type { CellValue } from './model';
import { looseName } from './names';
import { cellWords } from './words';

/** Which column of a range holds which column of the contract. */
export interface HeaderMatch {
  readonly table: Table;
  /** For each column of the contract, the place in the row; -1: not there. */
  readonly places: readonly number[];
  /** Required columns that are not there. */
  readonly missing: readonly Column[];
  /** Places whose header means a column that another place holds already. */
  readonly duplicates: readonly { readonly place: number; readonly column: Column }[];
  /** Places without a header. */
  readonly blank: readonly number[];
}

/** A fault and where it stands in its row. */
export interface CellFault {
  /** Place in the row, from 0; -1: the column is not there. */
  readonly place: number;
  readonly column: Column;
  readonly fault: Fault;
}

/** A row as read. `fields` holds the record's fields, `row` and, if any, `unreadable`. */
export interface ParsedRow {
  readonly fields: Record<string, unknown> & { readonly row: number; unreadable?: string[] };
  readonly faults: readonly CellFault[];
}

/** Words that may stand behind a column's name and say only its type. */
const TYPE_WORDS: Readonly<Record<Column['type'], readonly string[]>> = {
  text: ['text', 'name'],
  number: ['number'],
  quantity: ['number', 'percent'],
  percent: ['percent', '%', 'pct'],
  'yes/no': ['yes/no', 'y/n'],
  date: ['date'],
  time: ['time'],
  instant: ['instant', 'date', 'time', 'date time', 'date and time'],
  local: ['date', 'time', 'date time', 'date and time', 'local date and time'],
  choice: [],
  list: ['list'],
  days: [],
  window: [],
};

/** Loose name → column and how far the name is from the written one; nearer names win. */
type Names = ReadonlyMap<string, { readonly index: number; readonly distance: number }>;
const namesOf = new Map<TableName, Names>();

/**
 * Every name that means a column of the table: its header, with or without its type word, and its
 * aliases. A name that a nearer column has as well is that column's.
 */
function columnNames(table: Table): Names {
  let names = namesOf.get(table.name);
  if (names) return names;
  const found = new Map<string, { index: number; distance: number }>();
  const offer = (name: string, index: number, distance: number) => {
    const known = found.get(name);
    if (name !== '' && (!known || distance < known.distance)) found.set(name, { index, distance });
  };
  table.columns.forEach((column, index) => {
    offer(looseName(column.header), index, 0);
    for (const [distance, header] of [[1, column.header], ...column.aliases.map((alias) => [3, alias] as const)] as const) {
      offer(looseName(header), index, distance);
      for (const word of TYPE_WORDS[column.type]) {
        offer(looseHeader(`${header} ${word}`), index, distance + 1);
        const bare = new RegExp(`^(.+) ${word.replace(/[^\w ]/g, '\\$&')}$`, 'i').exec(header)?.[1];
        if (bare) offer(looseName(bare), index, distance + 1);
      }
    }
  });
  names = found;
  namesOf.set(table.name, names);
  return names;
}

function looseHeader(header: string): string {
  return looseName(header.replaceAll('%', ' percent '));
}

/**
 * Finds the table's columns in a header row: without regard to case, spaces, punctuation and order,
 * by name, by name with its type word (`From date`, `Impact %`), or by alias.
 *
 * @param mapping columns that the user named himself: header as written → field.
 * @example matchHeader(CONTRACT.Holds, ['to', 'INCIDENT', 'From instant']).places // [1, 2, 0]
 */
export function matchHeader(table: Table, header: readonly CellValue[], mapping: Readonly<Record<string, string>> = {}): HeaderMatch {
  const names = columnNames(table);
  const mapped = new Map(Object.entries(mapping).map(([written, field]) => [looseHeader(written), field]));
  const best = table.columns.map(() => ({ place: -1, distance: Number.POSITIVE_INFINITY }));
  const duplicates: { place: number; column: Column }[] = [];
  const blank: number[] = [];
  header.forEach((cell, place) => {
    const name = looseHeader(String(cell ?? ''));
    if (name === '') {
      blank.push(place);
      return;
    }
    const field = mapped.get(name);
    const known = field === undefined ? names.get(name) : { index: table.columns.findIndex((column) => column.field === field), distance: -1 };
    const holder = known && best[known.index];
    if (!known || !holder) return;
    if (holder.distance === known.distance) duplicates.push({ place, column: table.columns[known.index]! });
    else if (known.distance < holder.distance) best[known.index] = { place, distance: known.distance };
  });
  const places = best.map(({ place }) => place);
  return { table, places, duplicates, blank, missing: table.columns.filter((column, index) => column.required && places[index] === -1) };
}

const defaults = new WeakMap<Column, { readonly value: unknown }>();

/** What a blank cell of the column stands for; null: nothing. */
export function defaultValue(column: Column): unknown {
  let known = defaults.get(column);
  if (!known) {
    known = { value: column.default === null ? null : readCell(column, column.default, { zone: 'UTC', dateSystem: 1900 }) };
    defaults.set(column, known);
  }
  return known.value;
}

/**
 * Reads one row into the record's fields. Fields whose cell is unreadable, blank though required, or
 * not there though required are listed in `unreadable`, but for columns that no figure needs.
 *
 * @param row the worksheet row, 1-based, that the record is to name
 * @returns null for a row whose known columns are all blank.
 */
export function parseRow(match: HeaderMatch, cells: readonly (CellValue | null)[], row: number, reading: Reading): ParsedRow | null {
  const { columns } = match.table;
  const fields: ParsedRow['fields'] = { row };
  let faults: CellFault[] | null = null;
  let unreadable: string[] | null = null;
  let filled = false;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    const place = match.places[i]!;
    const cell = place < 0 ? null : cells[place];
    const value = place < 0 ? null : readCell(column, cell, reading);
    if (value === null) {
      fields[column.field] = column.type === 'list' ? [] : column.required ? noValue(column) : defaultValue(column);
      if (!column.required) continue;
      (unreadable ??= []).push(column.field);
      if (place >= 0) (faults ??= []).push({ place, column, fault: { ...cellWords.blank(column), found: 'blank' } });
    } else if (value instanceof Unreadable) {
      filled = true;
      fields[column.field] = noValue(column);
      if (!column.remark) (unreadable ??= []).push(column.field);
      (faults ??= []).push({ place, column, fault: value.fault });
    } else {
      filled = true;
      fields[column.field] = value;
      if (column.type === 'text' && !column.remark && typeof cell === 'string' && cell.length !== (value as string).length) {
        (faults ??= []).push({ place, column, fault: { ...cellWords.blankAround(cell), found: `“${cell}”`, fix: value as string } });
      }
    }
  }
  if (!filled) return null;
  if (unreadable) fields.unreadable = unreadable;
  return { fields, faults: faults ?? [] };
}

/** A range with its header row, read as a table of the contract. */
export interface ParsedTable {
  readonly match: HeaderMatch;
  readonly rows: readonly ParsedRow[];
}

/**
 * Reads a range whose first row is a header, as custom functions get it. Record rows count from 1,
 * the header being row 1, so that a message can name the row as the user sees it in the range.
 *
 * @returns no rows where the range holds nothing but a header, or nothing at all.
 * @example parseRange('Holds', [['Incident', 'From', 'To'], ['I-1', '2026-10-07T09:10Z', '']], reading)
 */
export function parseRange(name: TableName, range: readonly (readonly (CellValue | null)[])[], reading: Reading): ParsedTable {
  const [header = [], ...body] = range;
  const match = matchHeader(CONTRACT[name], header.map((cell) => (cell === 0 && reading.zeroIsBlank ? '' : (cell ?? ''))));
  const rows = body.flatMap((cells, index) => parseRow(match, cells, index + 2, reading) ?? []);
  return { match, rows };
}

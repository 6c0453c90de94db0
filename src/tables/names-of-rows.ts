/** Names of rows: unique where they are keys, and known where another row says them. */
import type { Work } from '../domain/work';
import { noValue } from './cells';
import { closest } from './closest';
import type { Column, TableName } from './contract';
import { foldName } from './names';
import { type ProblemList, type ReadTable, type Row } from './problems';
import { effects, quoted, tableWords } from './words';

/** Marks a field as unreadable: its value gives no figure any more. */
export function spoil(row: Row, column: Column): void {
  row[column.field] = noValue(column);
  if (!row.unreadable?.includes(column.field)) (row.unreadable ??= []).push(column.field);
}

/** Whether a field could be read. */
export function isReadable(row: Row, field: string): boolean {
  return row.unreadable === undefined || !row.unreadable.includes(field);
}

/** Whose figures a row bears on, for the words of a problem; null: not known. */
export function subjectOf(read: ReadTable, row: Row): string | null {
  const subject = read.table.subject;
  const name = subject === null || !isReadable(row, subject) ? null : row[subject];
  return typeof name === 'string' && name !== '' ? name : null;
}

/** Fields that need not be filled in, but where they cannot be read the row counts nowhere: a capacity of another date or unit would be made up. */
const NEEDED: Partial<Readonly<Record<TableName, readonly string[]>>> = { Usage: ['unit'], Capacity: ['unit', 'from'] };

/** What it does to figures that a field of a row cannot be read. */
export function effectOf(read: ReadTable, row: Row, column: Column): string {
  if (column.remark) return effects.none;
  const subject = subjectOf(read, row);
  if (column.key) return effects.dropped(subject);
  if (read.table.name === 'Requests' && column.field === 'closed') return effects.noRequest;
  return column.required || (column.field === 'end' && column.type === 'instant') || NEEDED[read.table.name]?.includes(column.field) ? effects.leftOut(subject) : effects.leftOutOf(column, subject);
}

/**
 * Leaves out rows whose name is blank, unreadable or taken: nothing can refer to them. Incidents stay,
 * their name spoilt: a row without a reference is still an incident of its item.
 */
export function checkKeys(read: ReadTable, problems: ProblemList): void {
  const key = read.table.columns.find((column) => column.key);
  if (!key) return;
  const seen = new Map<string, Row>();
  read.rows = read.rows.filter((row) => {
    const name = row[key.field] as string;
    const first = name === '' ? undefined : seen.get(foldName(name));
    if (first) {
      problems.add(read, { row: row.row, field: key.field }, tableWords.duplicateKey(key, name, first.row), quoted(name), read.table.name === 'Incidents' ? effects.leftOutOf(key, row.item as string) : effects.dropped(name));
      spoil(row, key);
    } else if (name !== '') seen.set(foldName(name), row);
    if (row[key.field] !== '' || read.table.name === 'Incidents') return true;
    read.dropped++;
    return false;
  });
}

/** The names of a table's rows: compared form → as its own table writes it. */
export type NameIndex = ReadonlyMap<string, string>;

/** The names by which other tables may refer to rows of this one. */
export function namesIn(read: ReadTable): NameIndex {
  const field = read.table.nameField;
  const names = new Map<string, string>();
  if (field === null) return names;
  for (const row of read.rows) {
    const name = row[field];
    if (typeof name === 'string' && name !== '' && !names.has(foldName(name))) names.set(foldName(name), name);
  }
  return names;
}

/** Rows between two pauses: a few milliseconds. */
const ROWS_PER_STEP = 5000;

/** Tables whose rows are rules that figures follow: without them, what names them has no figure. */
const RULES: readonly TableName[] = ['ServiceHours', 'Maintenance'];

/**
 * Writes every reference as the table it refers to writes the name, and spoils references to names
 * that no row has. Where none of the tables is in the workbook nothing can be checked: the name stays
 * as it is, but a calendar's is spoilt. In small pieces of work.
 *
 * @returns tables that are missing and were named.
 */
export function* resolveReferences(read: ReadTable, names: ReadonlyMap<TableName, NameIndex>, problems: ProblemList): Work<Set<TableName>> {
  const missing = new Set<TableName>();
  for (const column of read.table.columns) {
    if (column.references.length === 0) continue;
    const indexes = column.references.flatMap((table) => names.get(table) ?? []);
    if (indexes.length === 0) {
      for (const [index, row] of read.rows.entries()) {
        if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
        if (row[column.field] === null || row[column.field] === '' || (Array.isArray(row[column.field]) && (row[column.field] as unknown[]).length === 0)) continue;
        for (const table of column.references) missing.add(table);
        if (column.references.some((table) => RULES.includes(table)) && read.table.name !== 'Holidays') spoil(row, column);
      }
      continue;
    }
    const found = new Map<string, string | null>();
    const find = (name: string) => {
      let known = found.get(name);
      if (known === undefined) {
        const folded = foldName(name);
        known = indexes.find((index) => index.has(folded))?.get(folded) ?? null;
        found.set(name, known);
      }
      return known;
    };
    const suggestions = new Map<string, string | null>();
    const suggest = (name: string) => {
      if (!suggestions.has(name)) suggestions.set(name, closest(name, indexes.flatMap((index) => [...index.values()])));
      return suggestions.get(name)!;
    };
    const report = (row: Row, name: string, fix: string | null) => {
      problems.add(read, { row: row.row, field: column.field }, tableWords.unknownName(name, column.references), quoted(name), effectOf(read, row, column), fix ?? undefined);
    };
    for (const [index, row] of read.rows.entries()) {
      if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
      const value = row[column.field];
      if (Array.isArray(value)) {
        const listed = value as string[];
        const unknown = listed.filter((name) => find(name) === null);
        row[column.field] = listed.map((name) => find(name) ?? name);
        for (const name of unknown) {
          const parts = name.split(',').map((part) => part.trim());
          const better = parts.length > 1 && parts.every((part) => find(part) !== null) ? parts.join('; ') : suggest(name);
          report(row, name, better === null ? null : listed.map((other) => (other === name ? better : other)).join('; '));
        }
        if (unknown.length > 0) spoil(row, column);
      } else if (typeof value === 'string' && value !== '') {
        const known = find(value);
        if (known !== null) row[column.field] = known;
        else {
          const fix = suggest(value);
          // The row's own subject is what is unknown: it must not stand in the effect as if it were known.
          if (read.table.subject === column.field) spoil(row, column);
          report(row, value, fix);
          spoil(row, column);
          // It stays on the map, as a thing of which only the name is known.
          if (read.table.name === 'Dependencies') row[column.field] = value;
        }
      }
    }
  }
  return missing;
}


/** Rows of an export beside rows of the workbook: what is new, what is known already, what has changed. */
import { sameName } from '../../domain/names';
import type { Work } from '../../domain/work';
import type { CellFill } from '../model';
import { foldName } from '../names';
import { shown } from '../words';
import type { SkippedRow, RowProblem } from './export-file';
import type { ExistingRow, ExistingTable } from './existing';
import { columnOf } from './mapping';
import type { ImportConflict, ImportUpdate } from './model';
import type { ImportTable, MapTable } from './profiles';
import type { ImportedRow } from './rows';

/** Rows between two pauses. */
const ROWS_PER_STEP = 1000;

export interface Comparison {
  readonly added: readonly ImportedRow[];
  readonly updates: readonly ImportUpdate[];
  /** The same, each with what its row is known by. */
  readonly fills: readonly CellFill[];
  /** Lines of rows that fill blank cells. */
  readonly updated: readonly number[];
  readonly unchanged: readonly number[];
  readonly conflicts: readonly ImportConflict[];
  /** Lines of rows that differ and fill nothing. */
  readonly conflicting: readonly number[];
  /** Fields with values that the user's table has no column for. */
  readonly fieldsLeftOut: ReadonlySet<string>;
  /** Rows that stand in the file twice. */
  readonly skipped: readonly SkippedRow[];
  readonly problems: readonly RowProblem[];
}

/** A table that imported rows go into. */
export type WrittenTable = ImportTable | MapTable;

/** Where a file says something else, it may speak of another event: nothing is filled in then. */
const IDENTITY: Readonly<Record<WrittenTable, readonly string[]>> = {
  Outages: ['item', 'start'],
  Incidents: ['item', 'opened'],
  Requests: ['submitted'],
  Uptime: ['item', 'from', 'to'],
  Services: ['service'],
  Components: ['component'],
  Customers: ['service', 'customer'],
  Dependencies: ['item', 'dependsOn'],
};

/** What a row is known by. */
const KEYS: Readonly<Record<WrittenTable, readonly string[]>> = {
  ...IDENTITY,
  Outages: [...IDENTITY.Outages, 'outageId'],
  Incidents: [...IDENTITY.Incidents, 'incident'],
  Requests: [...IDENTITY.Requests, 'request'],
};

type ValueOf = (field: string) => unknown;

/** A key of the values; null where one is missing. */
function keyOf(valueOf: ValueOf, ...fields: readonly string[]): string | null {
  const parts = fields.map((field) => valueOf(field));
  if (parts.some((part) => part === null || part === undefined || part === '' || Number.isNaN(part))) return null;
  return parts.map((part) => (typeof part === 'string' ? foldName(part) : String(part))).join('\n');
}

const textual = (value: unknown): string => String(value).replace(/\r\n?/g, '\n').trim();
/** Fields that name rows, which are compared as names are. */
const NAMES = ['item', 'incident', 'request', 'outageId', 'service', 'component', 'customer', 'dependsOn', 'group'];
function sameValue(field: string, a: unknown, b: unknown): boolean {
  return NAMES.includes(field) && typeof a === 'string' && typeof b === 'string' ? sameName(a, b) : equal(a, b);
}
function equal(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9;
  return typeof a === typeof b && textual(a) === textual(b);
}

/** The keys of a row, the surest first. The same reference may stand for several items: one incident, three components. */
function keysOf(table: WrittenTable, valueOf: ValueOf): { readonly sure: string | null; readonly span: string | null } {
  switch (table) {
    case 'Incidents':
      return { sure: keyOf(valueOf, 'incident'), span: null };
    case 'Requests':
      return { sure: keyOf(valueOf, 'request'), span: null };
    case 'Outages':
      return { sure: keyOf(valueOf, 'outageId', 'item'), span: keyOf(valueOf, 'item', 'start') };
    default:
      return { sure: keyOf(valueOf, ...KEYS[table]), span: null };
  }
}

/** Finds the row of the workbook that an imported row is about. */
function* finder(table: WrittenTable, rows: readonly ExistingRow[], imported: readonly ImportedRow[]): Work<(row: ImportedRow) => ExistingRow | null> {
  const sure = new Map<string, ExistingRow>();
  const span = new Map<string, ExistingRow>();
  const byId = new Map<string, ExistingRow | null>();
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const keys = keysOf(table, (field) => row.fields[field]);
    if (keys.sure !== null && !sure.has(keys.sure)) sure.set(keys.sure, row);
    if (keys.span !== null && !span.has(keys.span)) span.set(keys.span, row);
    const id = table === 'Outages' ? keyOf((field) => row.fields[field], 'outageId') : null;
    if (id !== null) byId.set(id, byId.has(id) ? null : row);
  }
  const timesInFile = new Map<string, number>();
  const idOf = (row: ImportedRow): string | null => (table === 'Outages' ? keyOf((field) => row.cells[field]?.value, 'outageId') : null);
  for (const [index, row] of imported.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const id = idOf(row);
    if (id !== null) timesInFile.set(id, (timesInFile.get(id) ?? 0) + 1);
  }
  return (row) => {
    const keys = keysOf(table, (field) => row.cells[field]?.value);
    const known = keys.sure === null ? undefined : sure.get(keys.sure);
    if (known) return known;
    const id = idOf(row);
    // A reference that stands once on either side is the same outage, though its item was changed.
    if (id !== null && timesInFile.get(id) === 1 && byId.get(id)) return byId.get(id)!;
    const spanned = keys.span === null ? undefined : span.get(keys.span);
    // Another reference is another outage.
    return spanned && (id === null || keyOf((field) => spanned.fields[field], 'outageId') === null) ? spanned : null;
  };
}

/** The cells that a row is known by, as they stand, by column. */
function cellsBeside(table: WrittenTable, row: ExistingRow): CellFill['where'] {
  return Object.fromEntries(
    KEYS[table].flatMap((field) => {
      const cell = row.cell(field);
      return cell === null ? [] : [[columnOf(table, field)!.header, cell]];
    }),
  );
}

/** Compares imported rows with each other and with the table's rows, with pauses. */
export function* compareRows(table: WrittenTable, imported: readonly ImportedRow[], existing: ExistingTable | undefined): Work<Comparison> {
  const comparison = { added: [] as ImportedRow[], updates: [] as ImportUpdate[], fills: [] as CellFill[], updated: [] as number[], unchanged: [] as number[], conflicts: [] as ImportConflict[], conflicting: [] as number[], fieldsLeftOut: new Set<string>(), skipped: [] as SkippedRow[], problems: [] as RowProblem[] };
  const find = yield* finder(table, existing?.rows ?? [], imported);
  const seen = new Map<string, ImportedRow>();
  for (const [index, row] of imported.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const keys = keysOf(table, (field) => row.cells[field]?.value);
    const key = keys.sure ?? keys.span;
    const first = key === null ? undefined : seen.get(key);
    if (first) {
      const fields = [...new Set([...Object.keys(first.cells), ...Object.keys(row.cells)])];
      const other = fields.find((field) => !sameValue(field, first.cells[field]?.value ?? null, row.cells[field]?.value ?? null));
      if (other === undefined) comparison.skipped.push({ line: row.line, why: `repeats line ${first.line}` });
      else comparison.problems.push({ line: row.line, column: columnOf(table, other)!.header, found: shown(row.cells[other]?.cell ?? ''), expected: `${shown(first.cells[other]?.cell ?? '')}, as line ${first.line} says of the same row` });
      continue;
    }
    if (key !== null) seen.set(key, row);
    if (existing) for (const field of Object.keys(row.cells)) if (!existing.has(field)) comparison.fieldsLeftOut.add(field);
    const match = find(row);
    if (!match) {
      comparison.added.push(row);
      continue;
    }
    const conflicts: ImportConflict[] = [];
    const fills: ImportUpdate[] = [];
    let differs = false;
    for (const [field, { value, cell }] of Object.entries(row.cells)) {
      const there = match.cell(field);
      const column = columnOf(table, field)!.header;
      if (there === null) continue;
      if (there === '') fills.push({ line: row.line, row: match.row, column, value: cell });
      else if (!sameValue(field, match.fields[field], value)) {
        conflicts.push({ line: row.line, row: match.row, column, inFile: shown(cell), inWorkbook: typeof match.fields[field] === 'string' ? shown(match.fields[field]) : shown(there) });
        differs ||= IDENTITY[table].includes(field);
      }
    }
    comparison.conflicts.push(...conflicts);
    if (fills.length > 0 && !differs) {
      comparison.updates.push(...fills);
      const where = cellsBeside(table, match);
      comparison.fills.push(...fills.map(({ row: at, column, value }) => ({ row: at, column, value, where })));
      comparison.updated.push(row.line);
    } else if (conflicts.length > 0) comparison.conflicting.push(row.line);
    else comparison.unchanged.push(row.line);
  }
  return comparison;
}

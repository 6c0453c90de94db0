/** Table arguments: a range with its header row, read by the contract, once per content. */
import type { Settings } from '../domain/records';
import type { SourceRow } from '../domain/time/records';
import { clockOf } from '../domain/time/zone';
import type { Reading } from '../tables/cells';
import { checkRows } from '../tables/check';
import { CONTRACT, type TableName } from '../tables/contract';
import type { CellValue } from '../tables/model';
import { matchHeader, parseRange, parseRow } from '../tables/parse';
import { ProblemList, type ReadTable } from '../tables/problems';
import { oneOf } from '../tables/words';
import { cellOf, gridOf, isBlank, type Cell } from './cells';
import { invalid } from './errors';

/** Tables that functions take, by the name of their argument. */
const TABLE_OF = { outages: 'Outages', hours: 'ServiceHours', holidays: 'Holidays', maintenance: 'Maintenance', dependencies: 'Dependencies', components: 'Components', tiers: 'Credits', glossary: 'Glossary' } as const satisfies Record<string, TableName>;
export type TableArgument = keyof typeof TABLE_OF;
/** Columns that the workbook's table must have, and an argument need not. */
const NOT_NEEDED: Partial<Record<TableArgument, readonly string[]>> = { tiers: ['agreement'], components: ['section'] };

/**
 * The rows of a table argument. An omitted or empty table has none.
 *
 * The same content gives the same list, so that what is worked out from it can be kept with it.
 *
 * @throws `#VALUE!` naming argument and row (the header is row 1) for a missing column, and for
 * anything in a row that reading a workbook calls an error.
 */
export function tableArgument<Row extends SourceRow>(argument: TableArgument, range: unknown, reading: Reading): readonly Row[] {
  const name = TABLE_OF[argument];
  if (!Array.isArray(range) || gridOf(range.slice(0, 1))[0]!.every(isBlank)) return NONE as unknown as readonly Row[];
  const kept = keptTables.get(name) ?? [];
  keptTables.set(name, kept);
  let table = kept.find((one) => one.reading.zone === reading.zone && one.reading.dateSystem === reading.dateSystem && sameContent(one.range, range));
  if (table) kept.splice(kept.indexOf(table), 1);
  else table = { range, reading, outcome: outcomeOf(() => readTable(argument, name, gridOf(range), reading)) };
  kept.unshift(table);
  kept.length = Math.min(kept.length, KEPT);
  if (table.outcome instanceof CustomFunctions.Error) throw table.outcome;
  return table.outcome as unknown as readonly Row[];
}

/**
 * What was worked out from some tables, kept as long as they are.
 *
 * @param tables lists that `tableArgument` gave
 * @param key what it depends on besides
 */
export function remembered<Value>(tables: readonly (readonly unknown[])[], key: string, compute: () => Value): Value {
  let node = memory;
  for (const table of tables) {
    let next = node.next.get(table);
    if (!next) node.next.set(table, (next = { next: new WeakMap(), values: new Map() }));
    node = next;
  }
  if (!node.values.has(key)) node.values.set(key, compute());
  return node.values.get(key) as Value;
}

/** A header row and one row, with any of the columns of `Agreements`; null where omitted or empty. */
export function termsArgument(range: unknown, fields: readonly string[], reading: Reading): Readonly<Record<string, unknown>> | null {
  if (!Array.isArray(range)) return null;
  const [header = [], ...body] = gridOf(range);
  const rows = body.filter((cells) => !cells.every(isBlank));
  if (rows.length > 1) throw invalid(`terms has ${rows.length} rows; expected a header row and one row.`);
  const match = matchHeader(CONTRACT.Agreements, header.map((cell) => (isBlank(cell) ? '' : cell!)));
  if (rows.length === 0) {
    if (header.some((cell) => !isBlank(cell)) && body.length === 0) throw invalid('terms has no row; expected a header row and one row.');
    return null;
  }
  const parsed = parseRow(match, rows[0]!, 2, reading);
  const fault = parsed?.faults.find(({ column, fault: { severity } }) => severity === 'error' && fields.includes(column.field))?.fault;
  if (fault) throw invalid(`terms: ${fault.title}: found ${fault.found}, expected ${fault.expected}.`);
  return parsed?.fields ?? null;
}

interface KeptTable {
  readonly range: readonly unknown[];
  readonly reading: Reading;
  readonly outcome: readonly Record<string, unknown>[] | CustomFunctions.Error;
}
interface Memory {
  readonly next: WeakMap<readonly unknown[], Memory>;
  readonly values: Map<string, unknown>;
}

const NONE: readonly Record<string, unknown>[] = [];
/** Tables of each kind that are kept, the ones asked for last. */
const KEPT = 4;
const keptTables = new Map<TableName, KeptTable[]>();
const memory: Memory = { next: new WeakMap(), values: new Map() };
/** Things that are only worth a warning in a workbook depend on the clock; a function has none. */
const NO_CLOCK = clockOf('9000-01-01T00:00:00');

function outcomeOf(compute: () => readonly Record<string, unknown>[]): KeptTable['outcome'] {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CustomFunctions.Error) return error;
    throw error;
  }
}

function readTable(argument: TableArgument, name: TableName, range: Cell[][], reading: Reading): readonly Record<string, unknown>[] {
  const { match, rows } = parseRange(name, range, reading);
  const missing = match.missing.filter(({ field }) => !NOT_NEEDED[argument]?.includes(field));
  // A table's name alone is its rows without their header.
  const hint = match.places.every((place) => place === -1) ? `include the header row: ${name}[#All]` : 'its first row must be the header';
  if (missing.length > 0) throw invalid(`${argument} has no column ${oneOf(missing.map(({ header }) => header))}; ${hint}.`);
  for (const { column } of match.duplicates) throw invalid(`${argument} has two columns that mean ${column.header}.`);
  for (const { fields, faults } of rows) {
    const fault = faults.find(({ fault: { severity } }) => severity === 'error')?.fault;
    if (fault) throw invalid(`${argument}, row ${fields.row}: ${fault.title}: found ${fault.found}, expected ${fault.expected}.`);
  }
  const header = range[0]!.map((cell): CellValue => cell ?? '');
  const read: ReadTable = { table: CONTRACT[name], raw: { name, sheet: '', row: 0, column: 0, header, rows: [] }, match, rows: rows.map(({ fields }) => fields), dropped: 0 };
  const problems = new ProblemList();
  checkRows(new Map([[name, read]]), settingsFor(reading), NO_CLOCK, problems);
  // A circle of dependencies is a figure all the same, as in reports.
  const problem = problems.sorted().find(({ severity, code }) => severity === 'error' && code !== 'dependency-cycle');
  if (problem) throw invalid(`${argument}, row ${problem.cell.replace(/^[A-Z]+/, '')}: ${problem.title}: found ${problem.found}, expected ${problem.expected}.`);
  return read.rows;
}

/** What checking asks of the settings: the zone; the rest leads to warnings only. */
function settingsFor({ zone }: Reading): Settings {
  return { organisation: '', zone, reportMonth: '9000-01-01', asOf: NO_CLOCK, currency: '', fiscalYearStarts: 1, amberMargin: 0.25, rollUpComponentOutages: true, discountRate: null, projectBudget: null, weightOfValue: 0, weightOfFit: 0, weightOfUrgency: 0, weightOfRisk: 0, businessUnitsAcross: false };
}

function sameContent(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((row, i) => sameRow(row as readonly unknown[], b[i] as readonly unknown[]));
}

function sameRow(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && (typeof a[i] !== 'object' || typeof b[i] !== 'object' || cellOf(a[i]) !== cellOf(b[i]))) return false;
  return true;
}

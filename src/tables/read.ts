import type { TableCount } from '../domain/figures';
import type { Records, Settings } from '../domain/records';
import { firstOfMonth } from '../domain/time/periods';
import type { Instant, LocalDate } from '../domain/time/records';
import { addMonths, isZone, toLocal } from '../domain/time/zone';
import { finish, type Work } from '../domain/work';
import { checkInSteps } from './check';
import { readCell, Unreadable, type Reading } from './cells';
import { closest } from './closest';
import { CONTRACT, SETTINGS, TABLE_NAMES, type Column, type TableName } from './contract';
import type { CellValue, Problem, RawTable, RawWorkbook, Severity } from './model';
import { foldName, looseName } from './names';
import { checkKeys, effectOf, namesIn, resolveReferences } from './names-of-rows';
import { defaultValue, matchHeader, parseRow } from './parse';
import { ProblemList, type ReadTable, type Row } from './problems';
import { effects, headerWords, missingEffects, quoted, shown, tableWords } from './words';

/** Rows read between two pauses: a few milliseconds. */
const ROWS_PER_STEP = 2000;

/** What is asked for in place of what Settings says. */
export interface GivenPeriod {
  readonly asOf?: Instant | undefined;
  /** Any date in the report month. */
  readonly month?: LocalDate | undefined;
}

/** A workbook, understood as far as it can be. */
export interface ReadResult {
  readonly records: Records;
  /** In the order of the contract, each table from top to bottom. */
  readonly problems: readonly Problem[];
  /** One for each table found: rows that are not blank, and those that a figure had to leave out. */
  readonly counts: readonly TableCount[];
  /** The tables found, by what they are to Plumbline. */
  readonly found: ReadonlyMap<TableName, RawTable>;
  /** Every table's rows as read, also of tables that have no records in the domain yet. */
  readonly rows: ReadonlyMap<TableName, readonly Readonly<Row>[]>;
}

/**
 * Makes records and problems of a workbook's tables. Never throws over what stands in cells: a row
 * keeps what can be read, names in `unreadable` what can't, and each fault is a problem with its cell.
 *
 * References are written as the table they refer to writes the name, and calendars, customers,
 * severities and groups as they are written first, so that names compare with `===`.
 *
 * @param now the clock, for As of and Report month where Settings leaves them blank
 */
export function readRecords(raw: RawWorkbook, now: Instant): ReadResult {
  return finish(readInSteps(raw, now));
}

/**
 * `readRecords` with pauses, so that Excel gets its thread back while a large workbook is read: each
 * `next()` does a part of the work, the last gives the result.
 */
export function* readInSteps(raw: RawWorkbook, now: Instant, given: GivenPeriod = {}): Work<ReadResult> {
  const problems = new ProblemList();
  const found = findTables(raw, problems);
  const settingsTable = found.get('Settings');
  const settings = readSettings(settingsTable && (yield* readTable('Settings', settingsTable, raw, 'UTC', problems)), raw, now, given, problems);

  const reads = new Map<TableName, ReadTable>();
  for (const [name, table] of found) if (name !== 'Settings') reads.set(name, yield* readTable(name, table, raw, settings.zone, problems));

  for (const read of reads.values()) checkKeys(read, problems);
  yield;
  const names = new Map([...reads].map(([name, read]) => [name, namesIn(read)]));
  const wanted = new Set<TableName>();
  for (const read of reads.values()) {
    for (const table of yield* resolveReferences(read, names, problems)) wanted.add(table);
    yield;
  }
  yield* checkInSteps(reads, settings, now, problems);
  reportMissing(reads, wanted, settingsTable !== undefined, problems);

  const rows = new Map([...reads].map(([name, read]) => [name, read.rows]));
  const counts = [...reads.values()].map(({ table, rows: kept, dropped }) => ({
    table: table.name,
    rows: kept.length + dropped,
    leftOut: dropped + kept.filter((row) => row.unreadable !== undefined).length,
  }));
  return { records: toRecords(settings, rows), problems: problems.sorted(), counts, found, rows };
}

/** Which table of the workbook is which of the contract: by the user's mapping, else by name. */
export function findTables(raw: Pick<RawWorkbook, 'tables' | 'mapping'>, problems = new ProblemList()): Map<TableName, RawTable> {
  const roles = new Map(TABLE_NAMES.map((name) => [looseName(name), name]));
  const mapped = new Map(Object.entries(raw.mapping.tables).map(([name, role]) => [foldName(name), roles.get(looseName(role))]));
  const found = new Map<TableName, RawTable>();
  const byMapping = raw.tables.filter((table) => mapped.has(foldName(table.name)));
  for (const table of [...byMapping, ...raw.tables.filter((other) => !byMapping.includes(other))]) {
    const role = byMapping.includes(table) ? mapped.get(foldName(table.name)) : roles.get(looseName(table.name));
    if (role === undefined) continue;
    const first = found.get(role);
    if (!first) found.set(role, table);
    else {
      const read: ReadTable = { table: CONTRACT[role], raw: table, match: matchHeader(CONTRACT[role], []), rows: [], dropped: 0 };
      problems.add(read, { headerPlace: 0 }, tableWords.tableTwice(CONTRACT[role], first.name), table.name, effects.tableIgnored);
    }
  }
  return new Map(TABLE_NAMES.flatMap((name) => (found.has(name) ? [[name, found.get(name)!]] : [])));
}

function* readTable(name: TableName, raw: RawTable, workbook: RawWorkbook, zone: string, problems: ProblemList): Generator<void, ReadTable, void> {
  const table = CONTRACT[name];
  const match = matchHeader(table, raw.header, workbook.mapping.columns[name]);
  const read: ReadTable = { table, raw, match, rows: [], dropped: 0 };
  for (const column of match.missing) problems.add(read, { headerPlace: 0 }, headerWords.missingColumn(table, column), 'no such column', effects.noColumn(table));
  // Not required, as an export may hold open outages alone; but hardly ever left out on purpose.
  if (name === 'Outages' && raw.rows.length > 0 && match.places[table.columns.findIndex(({ field }) => field === 'end')] === -1) {
    problems.add(read, { headerPlace: 0 }, headerWords.noEnd(), 'no such column', effects.allOpen);
  }
  for (const { place, column } of match.duplicates) problems.add(read, { headerPlace: place }, headerWords.duplicateHeader(column), shown(raw.header[place] ?? ''), effects.firstRead);
  for (const place of match.blank) {
    if (raw.rows.some((cells) => (cells[place] ?? '') !== '')) problems.add(read, { headerPlace: place }, headerWords.blankHeader(), 'blank', effects.columnIgnored);
  }

  const reading: Reading = { zone, dateSystem: workbook.dateSystem };
  for (const [index, cells] of raw.rows.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const parsed = parseRow(match, cells, raw.row + index + 2, reading);
    if (!parsed) continue;
    const row: Row = parsed.fields;
    read.rows.push(row);
    for (const { column, fault } of parsed.faults) {
      const effect = fault.severity === 'warning' ? effects.none : effectOf(read, row, column);
      problems.add(read, { row: row.row, field: column.field }, fault, fault.found, effect, fault.fix);
    }
  }
  return read;
}

/** Settings with their defaults. What can't be read is a problem, and its default is used. */
function readSettings(read: ReadTable | undefined, raw: RawWorkbook, now: Instant, given: GivenPeriod, problems: ProblemList): Settings {
  const cells = new Map<Column, { row: Row; value: CellValue }>();
  if (read) {
    const valuePlace = read.match.places[1] ?? -1;
    const names = new Map(SETTINGS.flatMap((column) => [column.header, ...column.aliases].map((name) => [looseName(name), column])));
    checkKeys(read, problems);
    for (const row of read.rows) {
      const name = row.setting as string;
      const column = names.get(looseName(name));
      if (column) cells.set(column, { row, value: valuePlace < 0 ? '' : (read.raw.rows[row.row - read.raw.row - 2]?.[valuePlace] ?? '') });
      else {
        const headers = SETTINGS.map(({ header }) => header);
        problems.add(read, { row: row.row, field: 'setting' }, tableWords.unknownSetting(name, headers), quoted(name), effects.none, closest(name, headers) ?? undefined);
      }
    }
  }
  const valueOf = (field: keyof Settings, reading: Reading): unknown => {
    const column = SETTINGS.find((setting) => setting.field === field)!;
    const cell = cells.get(column);
    const value = cell ? readCell(column, cell.value, reading) : null;
    if (!(value instanceof Unreadable)) return value ?? defaultValue(column);
    const { fault } = value;
    problems.add(read!, { row: cell!.row.row, field: 'value' }, fault, fault.found, effects.defaultUsed(defaultWords(column)), fault.fix);
    return defaultValue(column);
  };

  const plain: Reading = { zone: 'UTC', dateSystem: raw.dateSystem };
  let zone = valueOf('zone', plain) as string;
  if (!isZone(zone)) {
    const cell = [...cells].find(([column]) => column.field === 'zone')?.[1];
    problems.add(read!, { row: cell?.row.row ?? 0, field: 'value' }, tableWords.unknownZone(zone), quoted(zone), effects.defaultUsed('UTC'));
    zone = 'UTC';
  }
  const reading: Reading = { ...plain, zone };
  const written = { asOf: valueOf('asOf', reading) as Instant | null, month: valueOf('reportMonth', reading) as LocalDate | null };
  const asOf = given.asOf ?? written.asOf ?? now;
  const month = given.month ?? written.month;
  return {
    organisation: valueOf('organisation', reading) as string,
    zone,
    reportMonth: firstOfMonth(month ?? addMonths(toLocal(asOf, zone).slice(0, 10), -1)),
    asOf,
    currency: valueOf('currency', reading) as string,
    fiscalYearStarts: valueOf('fiscalYearStarts', reading) as number,
    amberMargin: valueOf('amberMargin', reading) as number,
    rollUpComponentOutages: valueOf('rollUpComponentOutages', reading) as boolean,
    discountRate: valueOf('discountRate', reading) as number | null,
    projectBudget: valueOf('projectBudget', reading) as number | null,
    weightOfValue: valueOf('weightOfValue', reading) as number,
    weightOfFit: valueOf('weightOfFit', reading) as number,
    weightOfUrgency: valueOf('weightOfUrgency', reading) as number,
    weightOfRisk: valueOf('weightOfRisk', reading) as number,
    businessUnitsAcross: valueOf('businessUnitsAcross', reading) as boolean,
  };
}

function defaultWords(column: Column): string {
  return column.default === null ? 'its default' : String(column.default);
}

/** Which tables the figures need, one problem for each that is not there. Tables of other analyses are none. */
function reportMissing(reads: ReadonlyMap<TableName, ReadTable>, wanted: ReadonlySet<TableName>, hasSettings: boolean, problems: ProblemList): void {
  const has = (name: TableName) => reads.has(name);
  const some = (name: TableName, test: (row: Row) => boolean) => reads.get(name)?.rows.some(test) ?? false;
  const needed: readonly [TableName, Severity, boolean][] = [
    ['Settings', 'warning', !hasSettings],
    ['Services', 'error', true],
    ['Customers', 'warning', true],
    ['Dependencies', 'warning', true],
    ['Agreements', 'error', true],
    ['Targets', 'error', true],
    ['ServiceHours', 'error', wanted.has('ServiceHours')],
    ['Maintenance', 'error', wanted.has('Maintenance')],
    ['Outages', 'error', !has('Uptime')],
    ['Incidents', 'error', wanted.has('Incidents') || some('Targets', ({ metric }) => metric === 'Responded within' || metric === 'Resolved within')],
    ['Requests', 'error', some('Targets', ({ metric }) => metric === 'Decided within') || some('Metrics', ({ computedFrom }) => computedFrom === 'Requests lead time')],
    ['CSFs', has('Metrics') ? 'error' : 'warning', true],
    ['Metrics', 'error', has('CSFs') || wanted.has('Metrics')],
    ['Measurements', 'error', some('Metrics', ({ computedFrom }) => computedFrom === null)],
    ['Usage', 'warning', has('Capacity')],
  ];
  for (const [name, severity, isNeeded] of needed) {
    if (isNeeded && !has(name) && !(name === 'Settings' && hasSettings)) problems.addTable(name, tableWords.missingTable(name, severity), 'no such table', missingEffects[name] ?? '');
  }
}

function toRecords(settings: Settings, rows: ReadonlyMap<TableName, readonly Row[]>): Records {
  // The contract's compiler check makes rows of a table records of its type.
  const of = <Record>(name: TableName) => (rows.get(name) ?? []) as unknown as readonly Record[];
  return {
    settings,
    services: of('Services'),
    components: of('Components'),
    customers: of('Customers'),
    dependencies: of('Dependencies'),
    responsibilities: of('Responsibilities'),
    glossary: of('Glossary'),
    objectives: of('Objectives'),
    agreements: of('Agreements'),
    targets: of('Targets'),
    credits: of('Credits'),
    serviceHours: of('ServiceHours'),
    holidays: of('Holidays'),
    maintenance: of('Maintenance'),
    outages: of('Outages'),
    uptime: of('Uptime'),
    incidents: of('Incidents'),
    holds: of('Holds'),
    usage: of('Usage'),
    capacity: of('Capacity'),
    licences: of('Licences'),
    requests: of('Requests'),
    projects: of('Projects'),
    initiatives: of('Initiatives'),
    processes: of('Processes'),
    supports: of('Supports'),
    csfs: of('CSFs'),
    metrics: of('Metrics'),
    measurements: of('Measurements'),
    improvements: of('Improvements'),
    remarks: of('Remarks'),
  };
}

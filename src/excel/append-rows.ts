/**
 * Adds rows to the user's own tables, and fills blank cells of rows that are there. All or nothing:
 * everything is looked at before the first change, and a failure or a cancel at any round trip puts
 * back what stood there. Columns that the contract does not know, and calculated ones, stay the user's.
 */
import type { TableName } from '../tables/contract';
import type { TableAddition } from '../tables/model';
import { findTables } from '../tables/read';
import { emptyTable } from '../tables/template';
import type { Written } from './append-cells';
import { checkFills, type PlannedFill } from './append-fills';
import { type AppendPlan, planAppend, type Totals } from './append-plan';
import { Batch, BYTES_PER_CALL, CELLS_PER_CALL } from './batch';
import { canMergeUndo, type UndoOutlook, undoOutlook } from './capabilities';
import { cancelled, PlainError, takenBack, toPlainError } from './errors';
import { frameTables, listTables } from './read';
import { breathe, type Progress, run } from './run';
import { readMapping } from './settings';
import { tableSheets } from './table-sheets';
import { writeSheets } from './write';

/** What became of one table. */
export interface AppendedTable {
  /** Table of the contract. */
  readonly table: string;
  /** As the workbook calls it. */
  readonly name: string;
  readonly sheet: string;
  /** It was not there, and was made from the template. */
  readonly isNew: boolean;
  /** Worksheet row of the first row that was added, from 1. */
  readonly firstRow: number;
  /** How many were added. */
  readonly rows: number;
  /** Blank cells that were filled. */
  readonly filled: number;
  /** Columns with values that the user's table has no place for: it lacks them, or calculates them itself. */
  readonly columnsLeftOut: readonly string[];
}

export interface AppendResult {
  readonly tables: readonly AppendedTable[];
  readonly undo: UndoOutlook;
}

export interface AppendOptions {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

interface Planned {
  readonly plans: readonly (AppendPlan & { readonly addition: TableAddition })[];
  /** Tables that the workbook does not have. */
  readonly missing: readonly TableAddition[];
  readonly dateSystem: 1900 | 1904;
  readonly eventsEnabled: boolean;
}

/** Finds the tables by name or by the user's mapping, and looks at each. */
function planAll(additions: readonly TableAddition[], { progress, signal }: AppendOptions): Promise<Planned> {
  const mapping = readMapping();
  return run(
    async (context) => {
      progress?.({ text: 'Looking at the tables' });
      const { items, dateSystem } = await listTables(context);
      const frames = await frameTables(context, items);
      const known = findTables({ tables: frames.map((frame) => ({ ...frame, header: [], rows: [] })), mapping });
      const wanted = additions.filter(({ rows, fills = [] }) => rows.length + fills.length > 0).map((addition) => {
        const name = known.get(addition.table as TableName)?.name;
        const frame = frames.find((one) => one.name === name);
        const header = frame && context.workbook.worksheets.getItem(frame.sheet).getRangeByIndexes(frame.row, frame.column, 1, frame.columns);
        header?.load('values');
        return { addition, frame, header, showTotals: items.some((table) => table.name === name && table.showTotals) };
      });
      context.runtime.load('enableEvents');
      await context.sync();
      const plans: Planned['plans'][number][] = [];
      for (const { addition, frame, header, showTotals } of wanted) {
        if (!frame || !header) continue;
        const plan = await planAppend(context, addition, { frame, showTotals, header: header.values[0]! }, mapping.columns[addition.table], dateSystem ?? 1900);
        plans.push({ ...plan, addition });
      }
      return { plans, missing: wanted.filter(({ frame }) => !frame).map(({ addition }) => addition), dateSystem: dateSystem ?? 1900, eventsEnabled: context.runtime.enableEvents };
    },
    { progress, signal },
  );
}

/** Runs of equal number formats. */
function* formatRuns(formats: readonly string[]): Generator<{ readonly from: number; readonly count: number; readonly format: string }> {
  for (let from = 0; from < formats.length; ) {
    let to = from + 1;
    while (to < formats.length && formats[to] === formats[from]) to++;
    yield { from, count: to - from, format: formats[from]! };
    from = to;
  }
}

/** Sets number formats below each other: one call for each run of equal ones. */
async function putFormats(sheet: Excel.Worksheet, row: number, column: number, formats: readonly string[], batch: Batch): Promise<void> {
  for (const { from, count, format } of formatRuns(formats)) {
    await batch.makeRoom(100);
    // One format stands for all cells of the range.
    sheet.getRangeByIndexes(row + from, column, count, 1).numberFormat = format as unknown as string[][];
    batch.queued(2, 100);
  }
}

/** The columns of a table's format matrix. */
async function putFormatMatrix(sheet: Excel.Worksheet, row: number, column: number, formats: readonly (readonly string[])[], batch: Batch): Promise<void> {
  for (let place = 0; place < (formats[0]?.length ?? 0); place++) await putFormats(sheet, row, column + place, formats.map((line) => line[place]!), batch);
}

const utf8 = new TextEncoder();

/** Writes rows of cells, cut to what one call takes. */
async function putCells(sheet: Excel.Worksheet, row: number, column: number, cells: readonly (readonly Written[])[], batch: Batch, signal?: AbortSignal): Promise<void> {
  let lines: Written[][] = [];
  let bytes = 0;
  for (const [index, line] of cells.entries()) {
    await breathe(signal);
    lines.push([...line]);
    bytes += utf8.encode(JSON.stringify(line)).length;
    if (index + 1 < cells.length && bytes < BYTES_PER_CALL && lines.length * line.length < CELLS_PER_CALL) continue;
    await batch.makeRoom(bytes);
    sheet.getRangeByIndexes(row + index + 1 - lines.length, column, lines.length, line.length).formulas = lines;
    batch.queued(2, bytes);
    lines = [];
    bytes = 0;
  }
}

/** Gives a table so many rows. Its totals row goes and comes back by itself: what stood in it is written again. */
async function resize(table: Excel.Table, sheet: Excel.Worksheet, { frame }: AppendPlan, rows: number, batch: Batch): Promise<void> {
  await batch.makeRoom(0);
  table.resize(sheet.getRangeByIndexes(frame.row, frame.column, 1 + rows, frame.columns));
  batch.queued(3);
}

async function putTotals(table: Excel.Table, sheet: Excel.Worksheet, { frame }: AppendPlan, totals: Totals, row: number, batch: Batch): Promise<void> {
  table.showTotals = true;
  await putFormatMatrix(sheet, row, frame.column, totals.numberFormats, batch);
  await putCells(sheet, row, frame.column, totals.formulas, batch);
}

/** Queues a fill, its formats and its values in one round trip. @returns which one, from 0 */
async function putFill(sheet: Excel.Worksheet, { row, column, values, numberFormats }: PlannedFill, batch: Batch): Promise<number> {
  const lines = values.map((value) => [value]);
  const runs = [...formatRuns(numberFormats)];
  const bytes = utf8.encode(JSON.stringify(lines)).length + 100 * runs.length;
  await batch.makeRoom(bytes);
  // Number formats first: they decide how what is written is read.
  for (const { from, count, format } of runs) sheet.getRangeByIndexes(row + from, column, count, 1).numberFormat = format as unknown as string[][];
  sheet.getRangeByIndexes(row, column, lines.length, 1).formulas = lines;
  batch.queued(2 + 2 * runs.length, bytes);
  return batch.sent;
}

/** Queues the rows that a plan adds. */
async function putRows(context: Excel.RequestContext, plan: AppendPlan, batch: Batch, signal?: AbortSignal): Promise<void> {
  const { frame, totals, growth, firstRow, cells, calculated } = plan;
  const sheet = context.workbook.worksheets.getItem(frame.sheet);
  const table = sheet.tables.getItem(frame.name);
  const end = frame.row + 1 + frame.rows;
  if (growth > 0) {
    if (totals) table.showTotals = false;
    await resize(table, sheet, plan, frame.rows + growth, batch);
  }
  // Number formats first: they decide how what is written is read.
  for (const [place, formats] of plan.numberFormats) await putFormats(sheet, firstRow, frame.column + place, formats, batch);
  await putCells(sheet, firstRow, frame.column, cells, batch, signal);
  if (growth > 0) {
    for (const place of calculated) sheet.getRangeByIndexes(end, frame.column + place, growth, 1).copyFrom(sheet.getRangeByIndexes(end - 1, frame.column + place, 1, 1), 'Formulas');
    batch.queued(3 * calculated.length);
    if (totals) await putTotals(table, sheet, plan, totals, end + growth, batch);
  }
}

/** Why the changes were not made, and how far they had come. */
interface Failure {
  readonly error: PlainError;
  /** Fills, and plans for their rows, of which something may stand in the workbook. */
  readonly begun: ReadonlySet<PlannedFill | AppendPlan>;
}

/** Makes the changes. @returns null: done */
async function change({ plans, eventsEnabled }: Planned, mergeUndoGroup: boolean, { progress, signal }: AppendOptions): Promise<Failure | null> {
  let batch: Batch | null = null;
  /** The first round trip that holds a part of each. */
  const trips = new Map<PlannedFill | AppendPlan, number>();
  try {
    await run(
      async (context) => {
        // The user may have typed while this waited for the end of a cell edit: fills are looked at again, and go first.
        for (const plan of plans) await checkFills(context, plan);
        const changes = (batch = new Batch(context));
        context.runtime.enableEvents = false;
        for (const { frame, fills } of plans) {
          const sheet = context.workbook.worksheets.getItem(frame.sheet);
          for (const fill of fills) {
            await breathe(signal);
            trips.set(fill, await putFill(sheet, fill, changes));
          }
        }
        for (const [index, plan] of plans.entries()) {
          progress?.({ text: `Writing ${plan.frame.name}`, share: index / plans.length });
          trips.set(plan, changes.sent);
          await putRows(context, plan, changes, signal);
        }
        context.runtime.enableEvents = eventsEnabled;
        await changes.send();
      },
      { progress, signal, mergeUndoGroup },
    );
    return null;
  } catch (thrown) {
    const error = toPlainError(thrown);
    const { sent, begun } = (batch as Batch | null) ?? { sent: 0, begun: 0 };
    // A cancel is seen before a round trip begins.
    const reached = error.code === cancelled().code ? sent : begun;
    return { error, begun: new Set([...trips].filter(([, trip]) => trip < reached).map(([part]) => part)) };
  }
}

/** Empties cells. Clearing would leave the mark that an apostrophe set: text. */
function blank(range: Excel.Range, batch: Batch): void {
  // One value stands for all cells of the range.
  range.values = '' as unknown as string[][];
  batch.queued(2);
}

/** Puts one table back as it was, however far the change had come. What was not begun is the user's, who may have typed there. */
async function putBack(context: Excel.RequestContext, plan: AppendPlan, begun: Failure['begun'], batch: Batch): Promise<void> {
  const { frame, totals, growth, firstRow, blankRowsBefore, belowBefore } = plan;
  const sheet = context.workbook.worksheets.getItem(frame.sheet);
  const table = sheet.tables.getItem(frame.name);
  const end = frame.row + 1 + frame.rows;
  for (const fill of plan.fills) {
    if (!begun.has(fill)) continue;
    const { row, column, values, formatsBefore } = fill;
    await batch.makeRoom(0);
    blank(sheet.getRangeByIndexes(row, column, values.length, 1), batch);
    await putFormats(sheet, row, column, formatsBefore, batch);
  }
  if (!begun.has(plan)) return;
  if (blankRowsBefore.length > 0) {
    for (const place of plan.numberFormats.keys()) blank(sheet.getRangeByIndexes(firstRow, frame.column + place, blankRowsBefore.length, 1), batch);
    await putFormatMatrix(sheet, firstRow, frame.column, blankRowsBefore, batch);
  }
  if (growth === 0) return;
  if (totals) table.showTotals = false;
  await resize(table, sheet, plan, frame.rows, batch);
  const below = end + (totals ? 1 : 0);
  blank(sheet.getRangeByIndexes(end, frame.column, growth + (totals ? 1 : 0), frame.columns), batch);
  if (belowBefore) await putFormatMatrix(sheet, below, frame.column, belowBefore, batch);
  else sheet.getRangeByIndexes(below, frame.column, growth, frame.columns).clear('Formats');
  batch.queued(3);
  if (totals) await putTotals(table, sheet, plan, totals, end, batch);
}

/** Everything that was planned. */
function all({ plans }: Planned): Failure['begun'] {
  return new Set(plans.flatMap((plan) => [...plan.fills, plan]));
}

async function restoreOrSay({ plans, eventsEnabled }: Planned, begun: Failure['begun'], because: PlainError): Promise<void> {
  const restore = (): Promise<void> =>
    run(async (context) => {
      const batch = new Batch(context);
      context.runtime.enableEvents = false;
      for (const plan of plans) await putBack(context, plan, begun, batch);
      context.runtime.enableEvents = eventsEnabled;
      await batch.send();
    });
  try {
    await restore().catch(restore);
  } catch (error) {
    const names = plans.map(({ frame }) => frame.name).join(', ');
    throw new PlainError(`${because.message} What stood in ${names} could not be put back. Close the workbook without saving, or press Undo.`, because.code, `${because.details}\n${toPlainError(error).details}`);
  }
}

/** Makes the tables that are not there, with their rows, on sheets as the template has them. */
async function addTables({ missing, dateSystem }: Planned, options: AppendOptions): Promise<{ tables: AppendedTable[]; undo: UndoOutlook }> {
  const contents = missing.map(({ table, columns, rows }) => {
    const all = emptyTable(table as TableName).columns;
    return { table, columns: all, rows: rows.map((row) => all.map((column) => row[columns.indexOf(column)] ?? null)) };
  });
  const sheets = tableSheets(contents, dateSystem);
  const { sheets: written, undo } = await writeSheets(sheets, { ...options, as: 'tables' });
  const tables = sheets.flatMap((sheet, index) =>
    sheet.tables.map(({ name, at }): AppendedTable => {
      const rows = missing.find(({ table }) => table === name)!.rows.length;
      return { table: name, name, sheet: written[index]!.name, isNew: true, firstRow: at.row + 2, rows, filled: 0, columnsLeftOut: [] };
    }),
  );
  return { tables, undo };
}

/**
 * Adds rows at the end of the workbook's tables, whatever these are called, each value under the
 * heading of its column; rows at a table's end that are blank are used first. A table that the
 * workbook lacks is made from the template. Dates, times and instants are local ISO text, as in
 * `TableContent`; text stays text, whatever it begins with. All tables or none.
 *
 * @param additions one per table of the contract
 * @throws PlainError that says what happened, and that everything is as it was
 * @example
 * await appendRows([{ table: 'Holidays', columns: ['Date', 'Name'], rows: [['2026-12-25', 'Christmas']] }], context)
 * // { tables: [{ table: 'Holidays', name: 'Holidays', sheet: 'Calendars', isNew: false, firstRow: 14, rows: 1, filled: 0, columnsLeftOut: [] }], undo: 'none' }
 */
export async function appendRows(additions: readonly TableAddition[], options: AppendOptions = {}): Promise<AppendResult> {
  let planned = await planAll(additions, options);
  let together = canMergeUndo(planned.plans.reduce((sum, { calculated, growth }) => sum + calculated.length * growth, 0));
  if (planned.plans.length > 0) {
    const attempt = async (): Promise<Failure | null> => {
      const failure = await change(planned, together, options);
      if (failure && failure.begun.size > 0) {
        options.progress?.({ text: 'Putting back what stood there' });
        await restoreOrSay(planned, failure.begun, failure.error);
      }
      return failure;
    };
    let failure = await attempt();
    if (failure && together && ![cancelled().code, 'Conflict'].includes(failure.error.code)) {
      together = false;
      planned = await planAll(additions, options);
      failure = await attempt();
    }
    if (failure) throw failure.begun.size > 0 ? takenBack(failure.error) : failure.error;
  }
  const tables = planned.plans.map(({ addition, frame, firstRow, fills, columnsLeftOut }): AppendedTable => ({
    table: addition.table,
    name: frame.name,
    sheet: frame.sheet,
    isNew: false,
    firstRow: firstRow + 1,
    rows: addition.rows.length,
    filled: fills.reduce((sum, { values }) => sum + values.length, 0),
    columnsLeftOut,
  }));
  if (planned.missing.length === 0) return { tables, undo: undoOutlook(together) };
  try {
    const added = await addTables(planned, options);
    return { tables: [...tables, ...added.tables], undo: tables.length > 0 ? undoOutlook(false) : added.undo };
  } catch (error) {
    if (tables.length > 0) await restoreOrSay(planned, all(planned), toPlainError(error));
    throw toPlainError(error);
  }
}

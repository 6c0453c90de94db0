/**
 * Writes sheets that are described as data. All or nothing: everything is worked out before the first
 * change, what stood there is kept, and a failure or a cancel at any round trip puts it back.
 */
import { finishWithPauses, type Work } from '../domain/work';
import type { SheetCell, SheetChart, SheetKey, SheetModel } from '../reports/sheet';
import { addressOf, intersects } from './addresses';
import { reference } from './apply';
import { Batch } from './batch';
import { canMergeUndo, type UndoOutlook, undoOutlook } from './capabilities';
import { EMPTY_DRAWING, nameDrawing, namesIn, planDrawing, planRestore } from './drawing/plan-drawing';
import { putDrawing } from './drawing/put-drawing';
import { readDrawings, type StandingDrawing } from './drawing/read-drawings';
import { cancelled, PlainError, takenBack, toPlainError } from './errors';
import { pageOfModel, putCharts, putSheet, type SheetNow, type SheetTarget } from './put-sheet';
import { breathe, type Progress, run } from './run';
import { sheetName, unusedName } from './sheet-names';
import { foreignCells, type Layout, layoutOf, MARK_PROPERTY, parseMark, parseRecord, RECORD_PROPERTY, recordOf, type SheetMark, type SheetRecord } from './sheet-record';
import { BASE_FORMAT, blockOf, type Content, type SheetState, stateOf } from './sheet-state';
import { type Area, askBreaks, askPage, pageOf, type PageState, readStanding, readStates, type Standing } from './snapshot';

/** A cell inside a report's block that people had typed into, and that the report replaced. */
export interface ReplacedCell {
  readonly sheet: string;
  /** `C12`. */
  readonly cell: string;
  readonly was: string;
}

export interface WrittenSheet extends SheetKey {
  readonly name: string;
  readonly isNew: boolean;
}

export interface WriteResult {
  readonly sheets: readonly WrittenSheet[];
  readonly replaced: readonly ReplacedCell[];
  readonly undo: UndoOutlook;
}

export interface WriteOptions {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /**
   * `report`: a sheet of the same kind and subject is rewritten, and table names are made unique.
   * `tables`: sheets for people to fill in: always new ones, theirs from then on, with the table
   * names as given.
   */
  readonly as?: 'report' | 'tables';
}

const keyText = ({ kind, subject }: SheetKey): string => `${kind}\n${subject}`;

interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly mark: SheetMark | null;
}

interface Workbook {
  readonly sheets: readonly KnownSheet[];
  /** Table name in lower case → id of its sheet. */
  readonly tables: ReadonlyMap<string, string>;
  readonly eventsEnabled: boolean;
}

/** Two round trips: which sheets there are, and which of them are ours. */
async function readWorkbookFrame(context: Excel.RequestContext): Promise<Workbook> {
  const { worksheets, tables } = context.workbook;
  worksheets.load('items/id,items/name');
  tables.load('items/name,items/worksheet/id');
  context.runtime.load('enableEvents');
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const mark = sheet.customProperties.getItemOrNullObject(MARK_PROPERTY);
    mark.load('value');
    sheet.protection.load('protected');
    return { sheet, mark };
  });
  await context.sync();
  return {
    sheets: asked.map(({ sheet, mark }) => ({ id: sheet.id, name: sheet.name, isProtected: sheet.protection.protected, mark: mark.isNullObject ? null : parseMark(mark.value) })),
    tables: new Map(tables.items.map((table) => [table.name.toLowerCase(), table.worksheet.id])),
    eventsEnabled: context.runtime.enableEvents,
  };
}

interface Before {
  readonly target: SheetTarget;
  readonly standing: Standing;
  readonly record: SheetRecord | null;
  /** null: nothing was drawn by us, and nothing will be. */
  readonly drawing: StandingDrawing | null;
}

/** Everything about existing sheets that is needed to rewrite them, and to put them back. */
async function readBefore(context: Excel.RequestContext, areas: readonly (Area & Pick<SheetModel, 'drawing'>)[], signal?: AbortSignal): Promise<Map<string, Before>> {
  if (areas.length === 0) return new Map();
  const asked = areas.map(({ sheetId }) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const properties = { mark: sheet.customProperties.getItemOrNullObject(MARK_PROPERTY), record: sheet.customProperties.getItemOrNullObject(RECORD_PROPERTY) };
    properties.mark.load('value');
    properties.record.load('value');
    return { sheetId, properties, page: askPage(sheet) };
  });
  // The first of its round trips carries what was asked for above.
  const standings = await readStanding(context, areas);
  const breaks = new Map(asked.map(({ sheetId, page }) => [sheetId, askBreaks(page)]));
  const records = new Map(asked.map(({ sheetId, properties }) => [sheetId, properties.record.isNullObject ? '' : properties.record.value]));
  const drawn = areas.flatMap(({ sheetId, drawing }) => {
    const known = parseRecord(records.get(sheetId)!)?.layout.drawing;
    return drawing || known ? [{ sheetId, listed: standings.get(sheetId)!.shapes, names: new Set(namesIn(known ?? EMPTY_DRAWING)) }] : [];
  });
  const drawings = await readDrawings(context, drawn, signal);
  const states = await readStates(context, areas, signal);
  return new Map(
    asked.map(({ sheetId, properties, page }) => {
      const standing = standings.get(sheetId)!;
      const recordText = records.get(sheetId)!;
      const record = parseRecord(recordText);
      const { page: pageState, merges } = pageOf(page, breaks.get(sheetId)!);
      const area = { row: 0, column: 0, ...areas.find((one) => one.sheetId === sheetId)! };
      const names = new Set(record?.layout.tables.map((table) => table.name));
      const layout: Layout = {
        merges: merges.filter((merge) => intersects(merge, area)),
        charts: record?.layout.charts.filter((chart) => standing.charts.some(({ name }) => name === chart.name)) ?? [],
        dataBars: record?.layout.dataBars.filter((bar) => standing.dataBars.some(({ address }) => address === addressOf(bar.at))) ?? [],
        tables: standing.tables.filter((table) => names.has(table.name)),
        validations: record?.layout.validations ?? [],
      };
      const target: SheetTarget = {
        state: states.get(sheetId)!,
        layout,
        page: pageState,
        properties: { mark: properties.mark.isNullObject ? '' : properties.mark.value, record: recordText },
        chartPlaces: standing.charts.filter((chart) => layout.charts.some(({ name }) => name === chart.name)),
        drawing: null,
      };
      return [sheetId, { target, standing, record, drawing: drawings.get(sheetId) ?? null }];
    }),
  );
}

/** One sheet of the run. */
interface Planned {
  readonly model: SheetModel;
  readonly name: string;
  /** null: the sheet is new. */
  readonly sheetId: string | null;
  readonly before: Before | null;
  readonly target: SheetTarget;
  readonly replaced: readonly ReplacedCell[];
}

interface Plan {
  readonly sheets: readonly Planned[];
  readonly workbook: Workbook;
  readonly formulaCells: number;
}

function describe(content: Content): string {
  if (typeof content !== 'object') return String(content);
  return 'text' in content ? content.text : 'formula' in content ? content.formula : content.error;
}

/** The report's cells, and around them what has to happen to the rest of the area: our old cells go, those of people stay. */
function* spread(wanted: SheetState, found: SheetState, foreign: ReadonlySet<string>): Work<SheetState> {
  const outside = (row: number, column: number): boolean => row >= wanted.rows || column >= wanted.columns;
  const isForeign = (row: number, column: number): boolean => foreign.has(`${row}:${column}`);
  function* fill<T>(inside: readonly (readonly T[])[], ours: T, theirs: (row: number, column: number) => T): Work<T[][]> {
    const rows: T[][] = [];
    for (let row = 0; row < found.rows; row++) {
      rows.push(Array.from({ length: found.columns }, (_, column) => (outside(row, column) ? (isForeign(row, column) ? theirs(row, column) : ours) : inside[row]![column]!)));
      yield;
    }
    return rows;
  }
  return {
    rows: found.rows,
    columns: found.columns,
    contents: yield* fill<Content>(wanted.contents, 'blank', () => 'leave'),
    numberFormats: yield* fill(wanted.numberFormats, 'General', (row, column) => found.numberFormats[row]![column]!),
    formats: yield* fill(wanted.formats, BASE_FORMAT, (row, column) => found.formats[row]![column]!),
    links: [...wanted.links, ...found.links.filter(({ row, column }) => outside(row, column) && isForeign(row, column))],
    rowHeights: found.rowHeights.map((height, row) => wanted.rowHeights[row] ?? height),
    columnWidths: found.columnWidths.map((width, column) => wanted.columnWidths[column] ?? width),
  };
}

function refuseProtected(rewritten: readonly KnownSheet[]): void {
  const names = rewritten.filter((sheet) => sheet.isProtected).map((sheet) => `“${sheet.name}”`);
  if (names.length === 0) return;
  const [subject, it] = names.length === 1 ? [`The sheet ${names[0]} is`, 'it'] : [`The sheets ${names.join(', ')} are`, 'them'];
  throw new PlainError(`${subject} protected. Unprotect ${it} (Review › Unprotect Sheet) and run this again. Nothing was changed.`, 'ProtectedSheet');
}

function refuseTableNames(models: readonly SheetModel[], workbook: Workbook): void {
  const taken = models.flatMap((model) => model.tables.map((table) => table.name)).filter((name) => workbook.tables.has(name.toLowerCase()));
  if (taken.length > 0) {
    throw new PlainError(`The workbook already has ${taken.length === 1 ? 'a table' : 'tables'} named ${taken.join(', ')}. Nothing was inserted, so that nothing of yours is overwritten.`, 'TableExists');
  }
}

/** The report's tables, charts and shapes under names that nothing else in the workbook has. */
function nameLayout(model: SheetModel, sheetId: string | null, before: Before | null, workbook: Workbook, takenTables: Set<string>): Layout {
  const ours = new Set(before?.target.layout.tables.map((table) => table.name.toLowerCase()));
  const theirCharts = new Set(before?.standing.charts.filter(({ name }) => !before.target.layout.charts.some((chart) => chart.name === name)).map(({ name }) => name.toLowerCase()));
  const drawing = model.drawing && nameDrawing(model.drawing, before?.record?.layout.drawing ?? null, before?.drawing ?? null);
  return {
    ...layoutOf(model),
    ...(drawing ? { drawing } : {}),
    tables: model.tables.map((table) => {
      const isTaken = (name: string): boolean => takenTables.has(name) || (workbook.tables.has(name) && !(workbook.tables.get(name) === sheetId && ours.has(name)));
      const name = unusedName(table.name, isTaken, (base, count) => `${base}_${count}`);
      takenTables.add(name.toLowerCase());
      return { ...table, name };
    }),
    charts: model.charts.map((chart) => ({ ...chart, name: unusedName(chart.name, (name) => theirCharts.has(name), (base, count) => `${base} ${count}`) })),
  };
}

/** Reads what is needed and works out every sheet. Nothing is changed. */
async function plan(models: readonly SheetModel[], { progress, signal, as = 'report' }: WriteOptions): Promise<Plan> {
  return run(
    async (context) => {
      progress?.({ text: 'Looking at the sheets of the workbook' });
      const workbook = await readWorkbookFrame(context);
      const marked = new Map(workbook.sheets.filter((sheet) => sheet.mark).map((sheet) => [keyText(sheet.mark!), sheet]));
      const existing = models.map((model) => (as === 'tables' ? undefined : marked.get(keyText(model))));
      refuseProtected(existing.filter((sheet) => sheet !== undefined));
      if (as === 'tables') refuseTableNames(models, workbook);

      const taken = new Set(workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
      const names = models.map((model, index) => {
        const name = existing[index]?.name ?? sheetName(model.name, (candidate) => taken.has(candidate));
        taken.add(name.toLowerCase());
        return name;
      });
      const nameOf = new Map([...workbook.sheets.filter((sheet) => sheet.mark).map((sheet) => [keyText(sheet.mark!), sheet.name] as const), ...models.map((model, index) => [keyText(model), names[index]!] as const)]);
      const linkTo = (link: NonNullable<SheetCell['link']>): string | null => {
        const name = nameOf.get(keyText(link.sheet));
        return name === undefined ? null : reference(name, link.row, link.column);
      };

      const areas = models.flatMap((model, index) => {
        const sheet = existing[index];
        const block = blockOf(model);
        const drawing = model.drawing ? { drawing: model.drawing } : {};
        return sheet ? [{ sheetId: sheet.id, rows: Math.max(block.rows, sheet.mark!.rows), columns: Math.max(block.columns, sheet.mark!.columns), ...drawing }] : [];
      });
      if (areas.length > 0) progress?.({ text: 'Keeping what stands there, so that it can be put back' });
      const befores = await readBefore(context, areas, signal);

      const sheets: Planned[] = [];
      const takenTables = new Set<string>();
      let formulaCells = 0;
      const pause = (): Promise<void> | undefined => breathe(signal);
      for (const [index, model] of models.entries()) {
        await pause();
        const sheetId = existing[index]?.id ?? null;
        const before = sheetId === null ? null : befores.get(sheetId)!;
        const wanted = await stateOf(model, linkTo, signal);
        const layout = nameLayout(model, sheetId, before, workbook, takenTables);
        const intruder = before?.standing.tables.find((table) => !before.target.layout.tables.some(({ name }) => name === table.name) && intersects(table.at, { row: 0, column: 0, ...blockOf(model) }));
        if (intruder) throw new PlainError(`The table ${intruder.name} stands where the report on the sheet “${names[index]}” is to be written. Move it and run this again. Nothing was changed.`, 'TableInTheWay');
        const foreign = before ? await finishWithPauses(foreignCells(before.target.state, before.record), pause) : [];
        const mark: SheetMark = { kind: model.kind, subject: model.subject, rows: wanted.rows, columns: wanted.columns };
        sheets.push({
          model,
          name: names[index]!,
          sheetId,
          before,
          target: {
            state: before ? await finishWithPauses(spread(wanted, before.target.state, new Set(foreign.map(({ row, column }) => `${row}:${column}`))), pause) : wanted,
            layout,
            page: pageOfModel(model),
            properties: as === 'tables' ? null : { mark: JSON.stringify(mark), record: JSON.stringify(await finishWithPauses(recordOf(layout, wanted), pause)) },
            chartPlaces: [],
            drawing: layout.drawing || before?.drawing ? planDrawing(layout.drawing ?? EMPTY_DRAWING, before?.record?.layout.drawing ?? null, before?.drawing ?? null) : null,
          },
          replaced: foreign
            .filter(({ row, column }) => row < wanted.rows && column < wanted.columns)
            .map(({ row, column, content }) => ({ sheet: names[index]!, cell: addressOf({ row, column, rows: 1, columns: 1 }), was: describe(content) })),
        });
        formulaCells += model.rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell.formula !== undefined).length, 0);
        for (const series of model.charts.flatMap((chart) => chart.series)) {
          for (const range of [series.values, series.categories]) {
            if (range?.sheet && !nameOf.has(keyText(range.sheet))) throw new Error(`A chart on ${model.name} takes its numbers from a sheet that is not there: ${range.sheet.kind}`);
          }
        }
      }
      return { sheets, workbook, formulaCells };
    },
    { progress, signal },
  );
}

/** Whether pages of one of these end by hand. */
function hasBreaks(...pages: readonly PageState[]): boolean {
  return pages.some(({ print }) => (print?.breaksBefore ?? []).length > 0);
}

/** What has to leave a sheet that is rewritten with `target`. */
function nowForWriting({ target: { layout, page }, standing, record }: Before, target: SheetTarget): SheetNow {
  const bars = new Set(layout.dataBars.map((bar) => addressOf(bar.at)));
  const gone = <T extends { readonly name: string }>(before: readonly T[], after: readonly { readonly name: string }[]): string[] =>
    before.map(({ name }) => name).filter((name) => !after.some((one) => one.name === name));
  return {
    standing,
    hasBreaks: hasBreaks(page),
    charts: layout.charts,
    validations: record?.layout.validations ?? [],
    leaving: {
      charts: gone(layout.charts, target.layout.charts),
      tables: gone(layout.tables, target.layout.tables),
      dataBars: standing.dataBars.filter(({ address }) => bars.has(address)).map(({ id }) => id),
    },
  };
}

/** What has to leave a sheet on which `written` was begun, so that it is as it was `before`. */
function nowForRestoring(before: Before, written: SheetTarget, standing: Standing): SheetNow {
  const names = (things: readonly { readonly name: string }[]): Set<string> => new Set(things.map(({ name }) => name));
  const [charts, tables, bars] = [names(before.standing.charts), names(before.standing.tables), new Set(before.standing.dataBars.map(({ id }) => id))];
  const described = new Map<string, SheetChart>([...before.target.layout.charts, ...written.layout.charts].map((chart) => [chart.name, chart]));
  return {
    standing,
    hasBreaks: hasBreaks(before.target.page, written.page),
    charts: [...described.values()],
    validations: written.layout.validations,
    leaving: {
      charts: standing.charts.map(({ name }) => name).filter((name) => !charts.has(name)),
      tables: standing.tables.map(({ name }) => name).filter((name) => !tables.has(name)),
      dataBars: standing.dataBars.map(({ id }) => id).filter((id) => !bars.has(id)),
    },
  };
}

interface Step {
  readonly sheet: Excel.Worksheet;
  readonly target: SheetTarget;
  readonly now: SheetNow | null;
}

/** Queues and sends all changes to all sheets: cells of every sheet first, then the charts that show them and what is drawn above. */
async function putAll(steps: readonly Step[], sheetOf: (key: SheetKey) => Excel.Worksheet, eventsEnabled: boolean, batch: Batch, told: (index: number) => void, signal?: AbortSignal): Promise<void> {
  batch.context.runtime.enableEvents = false;
  for (const [index, { sheet, target, now }] of steps.entries()) {
    told(index);
    await putSheet(sheet, target, now, batch, signal);
  }
  for (const { sheet, target, now } of steps) {
    await putCharts(sheet, target, now, sheetOf, batch);
    if (target.drawing) await putDrawing(sheet, target.drawing, batch);
  }
  batch.context.runtime.enableEvents = eventsEnabled;
  await batch.send();
}

function sheetFinder(context: Excel.RequestContext, { workbook }: Plan, added: ReadonlyMap<string, Excel.Worksheet>): (key: SheetKey) => Excel.Worksheet {
  const ids = new Map(workbook.sheets.filter((sheet) => sheet.mark).map((sheet) => [keyText(sheet.mark!), sheet.id]));
  return (key) => added.get(keyText(key)) ?? context.workbook.worksheets.getItem(ids.get(keyText(key))!);
}

/** Makes the changes. @returns null: done */
async function change(planned: Plan, mergeUndoGroup: boolean, { progress, signal }: WriteOptions): Promise<{ readonly error: unknown } | null> {
  try {
    await run(
      async (context) => {
        const batch = new Batch(context);
        const added = new Map<string, Excel.Worksheet>();
        for (const { model, name, sheetId } of planned.sheets) if (sheetId === null) added.set(keyText(model), context.workbook.worksheets.add(name));
        const sheetOf = sheetFinder(context, planned, added);
        const steps = planned.sheets.map(({ model, sheetId, before, target }) => ({
          sheet: sheetId === null ? added.get(keyText(model))! : context.workbook.worksheets.getItem(sheetId),
          target,
          now: before && nowForWriting(before, target),
        }));
        const told = (index: number): void => progress?.({ text: `Writing ${planned.sheets[index]!.name}`, share: index / steps.length });
        await putAll(steps, sheetOf, planned.workbook.eventsEnabled, batch, told, signal);
      },
      { progress, signal, mergeUndoGroup },
    );
    return null;
  } catch (error) {
    return { error };
  }
}

/**
 * Puts back what stood there before a run that failed. The sheets that the run added are deleted
 * again: they were not there for the user, so nothing of theirs can be undone on them.
 */
async function restore(planned: Plan): Promise<void> {
  await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    const known = new Set(planned.workbook.sheets.map((sheet) => sheet.id));
    const names = new Set(planned.sheets.filter((sheet) => sheet.sheetId === null).map((sheet) => sheet.name.toLowerCase()));
    const rewritten = planned.sheets.flatMap(({ model, sheetId, before, target }) => {
      if (!sheetId || !before) return [];
      // A print set-up that was not written needs no putting back.
      const page = { ...before.target.page, print: model.print && before.target.page.print };
      return [{ sheetId, before, target, back: { ...before.target, page } }];
    });
    const standings = await readStanding(context, rewritten.map(({ sheetId, target }) => ({ sheetId, rows: target.state.rows, columns: target.state.columns })));
    const drawings = await readDrawings(
      context,
      rewritten.flatMap(({ sheetId, before }) => {
        const listed = standings.get(sheetId)!.shapes;
        return before.drawing ? [{ sheetId, listed, names: new Set(namesIn(before.record?.layout.drawing ?? EMPTY_DRAWING)) }] : [];
      }),
    );
    const batch = new Batch(context);
    for (const sheet of worksheets.items) if (!known.has(sheet.id) && names.has(sheet.name.toLowerCase())) sheet.delete();
    const steps = rewritten.map(({ sheetId, before, target, back }) => ({
      sheet: worksheets.getItem(sheetId),
      target: before.drawing ? { ...back, drawing: planRestore(before.drawing, before.record?.layout.drawing ?? null, drawings.get(sheetId)!) } : back,
      now: nowForRestoring(before, target, standings.get(sheetId)!),
    }));
    await putAll(steps, sheetFinder(context, planned, new Map()), planned.workbook.eventsEnabled, batch, () => {});
  });
}

async function restoreOrSay(planned: Plan, because: PlainError): Promise<void> {
  try {
    await restore(planned).catch(() => restore(planned));
  } catch (error) {
    const names = planned.sheets.map((sheet) => `“${sheet.name}”`).join(', ');
    throw new PlainError(`${because.message} What stood on ${names} could not be put back. Close the workbook without saving, or press Undo.`, because.code, `${because.details}\n${toPlainError(error).details}`);
  }
}

/**
 * Writes sheets, all or none. A sheet of the same kind and subject is found again under any name and
 * rewritten in place; a new one is added otherwise. Cells that people typed outside a sheet's block
 * stay; those inside are listed in the result.
 *
 * @throws PlainError that says what happened, and that everything is as it was
 * @example await writeSheets([report]) // { sheets: [{ kind: 'operating-report', subject: '2026-10', name: 'Report 2026-10', isNew: true }], replaced: [], undo: 'none' }
 */
export async function writeSheets(models: readonly SheetModel[], options: WriteOptions = {}): Promise<WriteResult> {
  let planned = await plan(models, options);
  const merged = canMergeUndo(planned.formulaCells);
  let failure = await change(planned, merged, options);
  let together = merged;
  if (failure) {
    const because = toPlainError(failure.error);
    options.progress?.({ text: 'Putting back what stood there' });
    await restoreOrSay(planned, because);
    // Excel may refuse to make one step of Undo of it, and say so at any request.
    if (!merged || because.code === cancelled().code) throw takenBack(because);
    together = false;
    // Rules and charts that were put back are new ones to Excel.
    planned = await plan(models, options);
    failure = await change(planned, false, options);
    if (failure) {
      await restoreOrSay(planned, toPlainError(failure.error));
      throw takenBack(toPlainError(failure.error));
    }
  }
  return {
    sheets: planned.sheets.map(({ model, name, sheetId }) => ({ kind: model.kind, subject: model.subject, name, isNew: sheetId === null })),
    replaced: planned.sheets.flatMap((sheet) => sheet.replaced),
    undo: undoOutlook(together),
  };
}

import { boundingRange, contains, intersection, rangeAddress } from './address';
import { EVENT, Events } from './events';
import type { ModelRange, ModelSheet, ModelTable, ModelWorkbook } from './model';

export interface ChangedRange {
  readonly sheet: ModelSheet;
  readonly range: ModelRange;
}

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

/** What of a sheet a page has to draw again. */
export type Change = { readonly kind: 'cells'; readonly sheetId: string; readonly range: ModelRange } | { readonly kind: 'sheet'; readonly sheetId: string } | { readonly kind: 'workbook' } | { readonly kind: 'selection' };

/** An open workbook and what its objects share while it is open. */
export class Session {
  readonly events = new Events();
  selection: ChangedRange;
  calculationMode: CalculationMode = 'Automatic';
  /** Until the batch ends. */
  calculationSuspended = false;
  /** `application.calculate` was called. */
  calculateAll = false;
  private readonly listeners = new Set<(change: Change) => void>();
  private changedCells: ChangedRange[] = [];
  private uncalculated: ChangedRange[] = [];

  constructor(readonly workbook: ModelWorkbook) {
    const sheet = workbook.sheets.find(({ id }) => id === workbook.activeSheetId) ?? workbook.sheets[0] ?? workbook.addSheet('Sheet1');
    workbook.activeSheetId = sheet.id;
    this.selection = { sheet, range: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  get activeSheet(): ModelSheet {
    return this.workbook.sheets.find(({ id }) => id === this.workbook.activeSheetId)!;
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  /** Values or formulas of these cells changed. Neighbouring writes of one batch count as one. */
  cellsChanged(sheet: ModelSheet, range: ModelRange): void {
    const last = this.changedCells.at(-1);
    const joins = last && last.sheet === sheet && last.range.column === range.column && last.range.columns === range.columns && range.row === last.range.row + last.range.rows;
    if (joins) this.changedCells[this.changedCells.length - 1] = { sheet, range: boundingRange(last.range, range) };
    else this.changedCells.push({ sheet, range });
    this.uncalculated.push({ sheet, range });
    this.tell({ kind: 'cells', sheetId: sheet.id, range });
  }

  formatChanged(sheet: ModelSheet, range: ModelRange): void {
    this.events.raise(EVENT.formatChanged, sheet.id, { worksheetId: sheet.id, address: rangeAddress(range), source: 'Local', triggerSource: 'ThisLocalAddin' });
    this.tell({ kind: 'cells', sheetId: sheet.id, range });
  }

  /** Cells that wait for calculation; asked once. */
  takeUncalculated(): ChangedRange[] {
    const taken = this.uncalculated;
    this.uncalculated = [];
    return taken;
  }

  get hasUncalculated(): boolean {
    return this.uncalculated.length > 0;
  }

  /** Puts what changed since the last call before the handlers of `onChanged`. */
  tellChangedCells(): void {
    for (const { sheet, range } of this.changedCells) {
      const message = { worksheetId: sheet.id, address: rangeAddress(range), changeType: 'RangeEdited', source: 'Local', triggerSource: 'ThisLocalAddin' };
      this.events.raise(EVENT.changed, sheet.id, message);
      for (const table of sheet.tables) {
        if (intersection(table.range, range)) this.events.raise(EVENT.tableChanged, table.id, { ...message, tableId: table.id });
      }
    }
    this.changedCells = [];
  }

  select(sheet: ModelSheet, range: ModelRange): void {
    this.activate(sheet);
    this.selection = { sheet, range };
    this.events.raise(EVENT.selectionChanged, sheet.id, { worksheetId: sheet.id, address: rangeAddress(range) });
    this.tell({ kind: 'selection' });
  }

  activate(sheet: ModelSheet): void {
    const before = this.workbook.activeSheetId;
    if (before === sheet.id) return;
    this.workbook.activeSheetId = sheet.id;
    this.selection = { sheet, range: { row: 0, column: 0, rows: 1, columns: 1 } };
    this.events.raise(EVENT.deactivated, before, { worksheetId: before });
    this.events.raise(EVENT.activated, sheet.id, { worksheetId: sheet.id });
    this.tell({ kind: 'workbook' });
  }

  /** Every table with its sheet, in the order of the sheets. */
  *tables(): Generator<{ sheet: ModelSheet; table: ModelTable }> {
    for (const sheet of this.workbook.sheets) for (const table of sheet.tables) yield { sheet, table };
  }

  tableAt(sheet: ModelSheet, range: ModelRange): ModelTable | undefined {
    return sheet.tables.find((table) => contains(table.range, range));
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import { type CellError, ModelWorkbook, type ModelRange, type ModelValue } from '../../src/workbench/host/model';
import { openWorkbook } from '../../src/workbench/xlsx/open';
import { saveWorkbook } from '../../src/workbench/xlsx/save';

export type Cell = string | number | boolean | CellError | null;

/** A table on a sheet of its own. Text beginning with `=` is a formula. */
export interface SheetOfRows {
  readonly sheet: string;
  /** Left out: plain cells, no table. */
  readonly table?: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Where the header begins; left out: A1. */
  readonly at?: { readonly row: number; readonly column: number };
  readonly merges?: readonly ModelRange[];
}

/** A workbook as a user might have one: ordinary tables, nothing of ours in it. */
export function workbookOf(sheets: readonly SheetOfRows[]): ModelWorkbook {
  const workbook = new ModelWorkbook();
  for (const { sheet: name, table, rows, at = { row: 0, column: 0 }, merges = [] } of sheets) {
    const sheet = workbook.addSheet(name);
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value === null) return;
        if (typeof value === 'string' && value.startsWith('=')) sheet.set(at.row + r, at.column + c, { value: null, formula: value });
        else sheet.set(at.row + r, at.column + c, { value });
      }),
    );
    sheet.merges.push(...merges);
    if (table !== undefined) {
      sheet.tables.push({ id: workbook.id(), name: table, range: { ...at, rows: rows.length, columns: rows[0]?.length ?? 1 }, style: 'TableStyleMedium2', showBandedRows: true, showFilterButton: true, showTotals: false });
    }
  }
  return workbook;
}

/** Writes such a workbook as an .xlsx. */
export async function writeWorkbookFile(file: string, sheets: readonly SheetOfRows[]): Promise<void> {
  writeFileSync(file, await saveWorkbook(workbookOf(sheets)));
}

export const readWorkbookFile = (file: string): Promise<ModelWorkbook> => openWorkbook(readFileSync(file), file);

/** Every cell of a sheet with a value or a formula, as `A1` → what it holds. */
export function cellsOf(workbook: ModelWorkbook, name: string): Map<string, { value: ModelValue; formula?: string | undefined }> {
  const cells = new Map<string, { value: ModelValue; formula?: string | undefined }>();
  for (const [row, line] of workbook.sheet(name)?.cells ?? []) {
    for (const [column, { value, formula }] of line) {
      if (value !== null || formula !== undefined) cells.set(`${row + 1},${column + 1}`, { value, formula });
    }
  }
  return cells;
}

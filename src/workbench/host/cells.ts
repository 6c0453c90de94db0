/** Writing into cells as if typed: values, formulas, formats, and what follows from them. */
import { boundingRange, contains, intersection, MAX_COLUMNS, MAX_ROWS } from './address';
import { accessDenied, invalidArgument, sizeMismatch, notSupported } from './errors';
import { CellError, DEFAULT_STYLE, internStyle, type ModelCell, type ModelRange, type ModelSheet, type ModelStyle, type ModelTable, type ModelValue } from './model';
import { typedValue } from './number-text';
import type { Session } from './session';

/** What `values` answers: blank is `''`, an error its text. */
export function shownValue(cell: ModelCell | undefined): string | number | boolean {
  const value = cell?.value ?? null;
  if (value === null) return '';
  return value instanceof CellError ? value.error : value;
}

/** Existing cells of a range, row by row; what was never touched is left out. */
export function* existingCells(sheet: ModelSheet, range: ModelRange): Generator<{ row: number; column: number; cell: ModelCell }> {
  const bottom = range.row + range.rows;
  const right = range.column + range.columns;
  const rows = range.rows > sheet.cells.size ? [...sheet.cells.keys()].filter((row) => row >= range.row && row < bottom) : Array.from({ length: range.rows }, (_, index) => range.row + index);
  for (const row of rows) {
    const line = sheet.cells.get(row);
    if (!line) continue;
    if (range.columns > line.size) {
      for (const [column, cell] of line) if (column >= range.column && column < right) yield { row, column, cell };
    } else {
      for (let column = range.column; column < right; column += 1) {
        const cell = line.get(column);
        if (cell) yield { row, column, cell };
      }
    }
  }
}

/** Whether the sheet's protection lets these cells be typed into. */
function assertUnlocked(sheet: ModelSheet, range: ModelRange): void {
  if (!sheet.protected) return;
  let unlocked = 0;
  for (const { cell } of existingCells(sheet, range)) if (cell.style.locked === false) unlocked += 1;
  if (unlocked < range.rows * range.columns) throw accessDenied();
}

/** Protection forbids everything but typing into unlocked cells. */
export function assertUnprotected(sheet: ModelSheet): void {
  if (sheet.protected) throw accessDenied();
}

/** Whole rows and columns have no cells of their own in this model. */
function assertBounded(range: ModelRange): void {
  if (range.rows === MAX_ROWS || range.columns === MAX_COLUMNS) throw notSupported('This host keeps no values or styles for whole rows and columns.');
}

/** A 2-D array of the range's size; one value stands for all cells. */
export function matrix(range: ModelRange, values: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(values)) return Array.from({ length: range.rows }, () => Array<unknown>(range.columns).fill(values));
  if (values.length !== range.rows || values.some((row) => !Array.isArray(row) || row.length !== range.columns)) throw sizeMismatch();
  return values as unknown[][];
}

/**
 * Writes values or formulas, each as if typed into its cell: null leaves the cell as it is, `''`
 * clears it, `=…` is a formula, `'…` is text, other text is read as Excel reads typing.
 */
export function writeCells(session: Session, sheet: ModelSheet, range: ModelRange, values: unknown): void {
  assertBounded(range);
  const rows = matrix(range, values);
  assertUnlocked(sheet, range);
  const covered = sheet.merges.filter((merge) => intersection(merge, range));
  const hidden = (row: number, column: number) => covered.some((merge) => contains(merge, { row, column, rows: 1, columns: 1 }) && (merge.row !== row || merge.column !== column));
  rows.forEach((line, i) =>
    line.forEach((value, j) => {
      if (value !== null && value !== undefined && !hidden(range.row + i, range.column + j)) type(sheet, range.row + i, range.column + j, value);
    }),
  );
  growTables(session, sheet, range);
  for (const table of sheet.tables) if (intersection(headerRange(table), range)) settleHeader(sheet, table);
  session.cellsChanged(sheet, range);
}

function type(sheet: ModelSheet, row: number, column: number, input: unknown): void {
  const before = sheet.cell(row, column);
  const style = before?.style ?? DEFAULT_STYLE;
  if (before?.spill) forgetSpill(sheet, row, column, before.spill);
  const put = (value: ModelValue, formula: string | undefined, newStyle: ModelStyle) =>
    sheet.set(row, column, { value, formula, spill: undefined, spilledFrom: undefined, style: newStyle });
  const plain = style.quotePrefix ? internStyle({ ...style, quotePrefix: undefined }) : style;

  if (input === '') return void (before && put(null, undefined, plain));
  if (typeof input === 'boolean') return void put(style.numberFormat === '@' ? String(input).toUpperCase() : input, undefined, plain);
  if (typeof input === 'number') return void put(style.numberFormat === '@' ? String(input) : input, undefined, plain);
  if (typeof input !== 'string') throw invalidArgument();
  if (input.length > 32_767) throw invalidArgument('A cell holds at most 32,767 characters.');
  if (input.startsWith("'")) return void put(input.slice(1), undefined, internStyle({ ...style, quotePrefix: true }));
  if (style.numberFormat === '@') return void put(input, undefined, plain);
  if (input.startsWith('=') && input.length > 1) return void put(null, input, plain);
  const typed = typedValue(input);
  if (!typed) return void put(input, undefined, plain);
  const takesFormat = typed.numberFormat && (style.numberFormat ?? 'General') === 'General';
  put(typed.value, undefined, takesFormat ? internStyle({ ...plain, numberFormat: typed.numberFormat }) : plain);
}

/** Empties what a formula had spilled into. */
function forgetSpill(sheet: ModelSheet, row: number, column: number, spill: { rows: number; columns: number }): void {
  for (const { row: r, column: c, cell } of [...existingCells(sheet, { row, column, ...spill })]) {
    if (cell.spilledFrom?.row === row && cell.spilledFrom.column === column) sheet.set(r, c, { value: null, spilledFrom: undefined });
  }
}

/** Empties cells, their formats, or both. */
export function clearCells(session: Session, sheet: ModelSheet, range: ModelRange, applyTo: string): void {
  const contents = applyTo !== 'Formats';
  const formats = applyTo === 'All' || applyTo === 'Formats' || applyTo === 'ResetContents';
  if (contents) assertUnlocked(sheet, range);
  if (formats) assertUnprotected(sheet);
  for (const { row, column, cell } of [...existingCells(sheet, range)]) {
    if (contents && cell.spill) forgetSpill(sheet, row, column, cell.spill);
    sheet.set(row, column, {
      ...(contents ? { value: null, formula: undefined, spill: undefined, spilledFrom: undefined } : {}),
      ...(formats ? { style: DEFAULT_STYLE } : {}),
    });
  }
  for (const table of sheet.tables) if (contents && intersection(headerRange(table), range)) settleHeader(sheet, table);
  if (contents) session.cellsChanged(sheet, range);
  if (formats) session.formatChanged(sheet, range);
}

/** Gives every cell of the ranges a changed style. */
export function styleCells(session: Session, sheet: ModelSheet, ranges: readonly ModelRange[], change: (style: ModelStyle) => ModelStyle): void {
  assertUnprotected(sheet);
  const memory = new Map<ModelStyle, ModelStyle>();
  for (const range of ranges) {
    assertBounded(range);
    for (let row = range.row; row < range.row + range.rows; row += 1) {
      for (let column = range.column; column < range.column + range.columns; column += 1) {
        const before = sheet.cell(row, column)?.style ?? DEFAULT_STYLE;
        let after = memory.get(before);
        if (!after) memory.set(before, (after = internStyle(change(before))));
        if (after !== before) sheet.set(row, column, { style: after });
      }
    }
    session.formatChanged(sheet, range);
  }
}

/** What all cells of the ranges share; null: they differ. */
export function uniform<Value>(sheet: ModelSheet, ranges: readonly ModelRange[], read: (style: ModelStyle) => Value): Value | null {
  let first: Value | undefined;
  for (const range of ranges) {
    let seen = 0;
    for (const { cell } of existingCells(sheet, range)) {
      seen += 1;
      const value = read(cell.style);
      if (first === undefined) first = value;
      else if (first !== value) return null;
    }
    if (seen < range.rows * range.columns) {
      const value = read(DEFAULT_STYLE);
      if (first === undefined) first = value;
      else if (first !== value) return null;
    }
  }
  return first ?? null;
}

export const headerRange = ({ range }: ModelTable): ModelRange => ({ ...range, rows: 1 });

export const bodyRange = ({ range, showTotals }: ModelTable): ModelRange => ({ ...range, row: range.row + 1, rows: range.rows - (showTotals ? 2 : 1) });

/** Header cells hold text, none blank, none twice: `Column1`, `Start2`. */
export function settleHeader(sheet: ModelSheet, table: ModelTable): void {
  const { row, column, columns } = table.range;
  const taken = new Set<string>();
  for (let index = 0; index < columns; index += 1) {
    const cell = sheet.cell(row, column + index);
    const written = String(shownValue(cell)) || `Column${index + 1}`;
    let name = written;
    for (let suffix = 2; taken.has(name.toLowerCase()); suffix += 1) name = `${written}${suffix}`;
    taken.add(name.toLowerCase());
    if (cell?.value !== name) sheet.set(row, column + index, { value: name, formula: undefined });
  }
}

/** A table without totals row takes in what is typed directly below it or directly to its right. */
function growTables(session: Session, sheet: ModelSheet, written: ModelRange): void {
  for (const table of sheet.tables) {
    const { range } = table;
    const below: ModelRange = { row: range.row + range.rows, column: range.column, rows: 1, columns: range.columns };
    const right: ModelRange = { row: range.row, column: range.column + range.columns, rows: range.rows, columns: 1 };
    let grown: ModelRange | null = null;
    if (!table.showTotals && contains({ ...below, rows: MAX_ROWS }, written) && holdsValues(sheet, intersection(below, written))) {
      grown = { ...range, rows: written.row + written.rows - range.row };
    } else if (contains({ ...right, columns: MAX_COLUMNS }, written) && holdsValues(sheet, intersection(right, written))) {
      grown = { ...range, columns: written.column + written.columns - range.column };
    }
    if (!grown || sheet.tables.some((other) => other !== table && intersection(other.range, grown))) continue;
    table.range = boundingRange(range, grown);
    sheet.changed.add('tables');
    if (table.range.columns !== range.columns) settleHeader(sheet, table);
    session.tell({ kind: 'sheet', sheetId: sheet.id });
  }
}

function holdsValues(sheet: ModelSheet, range: ModelRange | null): boolean {
  if (!range) return false;
  for (const { cell } of existingCells(sheet, range)) if (cell.value !== null || cell.formula !== undefined) return true;
  return false;
}

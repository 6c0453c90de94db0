import { cellAddress, MAX_COLUMNS, MAX_ROWS, sheetReference } from '../host/address';
import { CellError, type ModelCell, type ModelRange, type ModelSheet, type ModelValue, type ModelWorkbook } from '../host/model';
import { hasCustomFunction } from '../xlsx/formulas';
import { tableAt } from '../xlsx/tables';
import { caughtValue, Evaluator, UnknownFunction, type Surroundings } from './evaluate';
import { FormulaSyntaxError, parseFormula, type Node } from './parse';
import { precedents, type Precedents } from './precedents';
import { error, isMatrix, type Area, type Matrix, type Value } from './values';

/** What a custom function is called with: ranges as rows of values (one cell too), everything else single. */
export type CustomFunctionValue = ModelValue | readonly (readonly ModelValue[])[];

/**
 * Calls a custom function.
 * @param name with its namespace, in upper case: `SLM.DOWNTIME`
 * @param args one for each written; an empty one is null
 * @param address of the calling cell: `Sheet1!A1`
 */
export type Invoke = (name: string, args: readonly CustomFunctionValue[], address: string) => Promise<CustomFunctionValue>;

/** Cells that were changed: what depends on them is calculated. */
export interface ChangedArea {
  readonly sheet: ModelSheet;
  readonly range: ModelRange;
}

/** Cells that were calculated, and those among them whose shown value is another now. */
export interface Recalculation {
  readonly calculated: number;
  readonly changed: number;
}

interface FormulaCell {
  readonly sheet: ModelSheet;
  readonly row: number;
  readonly column: number;
  readonly cell: ModelCell;
  /** null: not understood; the cell keeps its value. */
  readonly tree: Node | null;
  state: 'clean' | 'dirty' | 'waiting' | 'running';
  /** Results of its custom functions, kept while the formula is tried again. */
  results: Map<Node, CustomFunctionValue>;
  runs: number;
  /** What it reads; found when first asked. */
  reads?: Precedents;
}

/** Ends an attempt: other cells come first. Thrown thousands of times, so no Error: a stack trace is slow. */
class Blocked {
  constructor(readonly cells: readonly FormulaCell[]) {}
}

/** Ends an attempt: a custom function was called and has not answered. */
class Awaiting {}

/** A formula is tried again when a spill grows into what it read; one that keeps growing is stopped. */
const MOST_RUNS = 20;

/**
 * Calculates formulas in the order of their dependencies. Custom functions run through `invoke`, all that
 * are ready at the same time; native ones here. Formulas with functions that are not known here keep the
 * value they have. Cells in a circle get `#REF!`.
 *
 * @param scope the cells that were changed; left out: every formula.
 * @example await recalculate(workbook, async (name, args) => 42)
 */
export async function recalculate(workbook: ModelWorkbook, invoke: Invoke, scope?: readonly ChangedArea[]): Promise<Recalculation> {
  return new Calculation(workbook, invoke).run(scope);
}

/** Areas of at least so many cells are kept after reading, as many formulas read the same table; the last so many of a sheet. */
const WORTH_KEEPING = 16;
const MOST_KEPT = 32;

const trees = new Map<string, Node | null>();

function treeOf(formula: string): Node | null {
  let tree = trees.get(formula);
  if (tree === undefined) {
    if (trees.size > 50_000) trees.clear();
    try {
      tree = parseFormula(formula);
    } catch (thrown) {
      if (!(thrown instanceof FormulaSyntaxError)) throw thrown;
      tree = null;
    }
    trees.set(formula, tree);
  }
  return tree;
}

class Calculation {
  private readonly formulas: FormulaCell[] = [];
  private readonly byPlace = new Map<ModelSheet, Map<number, Map<number, FormulaCell>>>();
  private readonly read = new Map<ModelSheet, { area: ModelRange; values: Matrix }[]>();
  /** Rows and columns that hold values, by sheet. */
  private readonly ends = new Map<ModelSheet, { row: number; column: number }>();
  private calls: Promise<void>[] = [];
  private calculated = 0;
  private changed = 0;

  constructor(
    private readonly workbook: ModelWorkbook,
    private readonly invoke: Invoke,
  ) {
    for (const sheet of workbook.sheets) {
      const rows = new Map<number, Map<number, FormulaCell>>();
      this.byPlace.set(sheet, rows);
      for (const [row, line] of sheet.cells) {
        for (const [column, cell] of line) {
          if (cell.formula === undefined || cell.spilledFrom) continue;
          const found: FormulaCell = { sheet, row, column, cell, tree: treeOf(cell.formula), state: 'clean', results: new Map(), runs: 0 };
          this.formulas.push(found);
          if (!rows.has(row)) rows.set(row, new Map());
          rows.get(row)?.set(column, found);
        }
      }
    }
  }

  async run(scope: readonly ChangedArea[] | undefined): Promise<Recalculation> {
    let queue = scope === undefined ? this.formulas : this.dependants(scope);
    for (const formula of queue) formula.state = 'dirty';
    while (queue.length > 0) {
      for (const formula of queue) this.settle(formula);
      await Promise.all(this.calls);
      this.calls = [];
      queue = this.formulas.filter(({ state }) => state === 'waiting' || state === 'dirty');
      for (const formula of queue) formula.state = 'dirty';
    }
    return { calculated: this.calculated, changed: this.changed };
  }

  /** The formulas that read the areas, directly or through others, and those that read what nobody can foresee. */
  private dependants(scope: readonly ChangedArea[]): FormulaCell[] {
    const readers = new Map<ModelSheet, { range: ModelRange; formula: FormulaCell }[]>();
    const found = new Set<FormulaCell>();
    const areas = [...scope];
    const add = (formula: FormulaCell) => {
      if (found.has(formula)) return;
      found.add(formula);
      areas.push({ sheet: formula.sheet, range: { row: formula.row, column: formula.column, rows: formula.cell.spill?.rows ?? 1, columns: formula.cell.spill?.columns ?? 1 } });
    };
    for (const formula of this.formulas) {
      if (!formula.tree) continue;
      const reads = (formula.reads ??= precedents(formula.tree, this.workbook, formula));
      for (const { sheet, range } of reads.areas) {
        if (!readers.has(sheet)) readers.set(sheet, []);
        readers.get(sheet)?.push({ range, formula });
      }
      const own = scope.some(({ sheet, range }) => sheet === formula.sheet && touches(range, { row: formula.row, column: formula.column, rows: 1, columns: 1 }));
      if (reads.volatile || own) add(formula);
    }
    for (let area = areas.pop(); area; area = areas.pop()) {
      for (const { range, formula } of readers.get(area.sheet) ?? []) if (!found.has(formula) && touches(range, area.range)) add(formula);
    }
    return [...found];
  }

  /** Calculates a formula and, before it, everything that it turns out to need. */
  private settle(start: FormulaCell): void {
    const stack = [start];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      if (top.state !== 'dirty' && top.state !== 'running') {
        stack.pop();
        continue;
      }
      top.state = 'running';
      try {
        const value = this.attempt(top);
        top.state = 'clean';
        top.results.clear();
        stack.pop();
        if (value !== undefined) this.write(top, value);
      } catch (thrown) {
        if (thrown instanceof Awaiting) {
          top.state = 'waiting';
          stack.pop();
        } else if (thrown instanceof Blocked) {
          const circle = thrown.cells.find(({ state }) => state === 'running');
          if (circle) {
            // Those under way from the cell back to itself are in the circle; the others were only put before them.
            for (const each of stack.splice(stack.indexOf(circle))) {
              if (each.state !== 'running') stack.push(each);
              else {
                each.state = 'clean';
                this.write(each, error('#REF!', 'The formula refers to itself.'));
              }
            }
          } else if (thrown.cells.some(({ state }) => state === 'waiting')) {
            top.state = 'waiting';
            stack.pop();
            for (const each of thrown.cells) if (each.state === 'dirty') stack.push(each);
          } else stack.push(...thrown.cells);
        } else throw thrown;
      }
    }
  }

  /** The formula's value; undefined: it is not understood here, the cell keeps the value it has. */
  private attempt(formula: FormulaCell): Value | undefined {
    const { tree } = formula;
    if (!tree) return formula.cell.value === null ? error('#NAME?') : undefined;
    const evaluator = new Evaluator(this.surroundings(formula), formula);
    try {
      const value = evaluator.values(caughtValue(() => evaluator.evaluate(tree)));
      // A formula of a file that is no dynamic array takes of a range the cell beside it.
      if (isMatrix(value) && formula.cell.oneCell === formula.cell.formula && !hasCustomFunction(formula.cell.formula ?? '')) return evaluator.intersect(caughtValue(() => evaluator.evaluate(tree)));
      return value;
    } catch (thrown) {
      if (thrown instanceof UnknownFunction) return formula.cell.value === null ? error('#NAME?', `${thrown.message} is not known here.`) : undefined;
      throw thrown;
    }
  }

  private surroundings(formula: FormulaCell): Surroundings {
    return {
      workbook: this.workbook,
      read: (area) => this.values(area, formula),
      custom: (call, name, args) => {
        const known = formula.results.get(call);
        if (known !== undefined) return known;
        const address = `${sheetReference(formula.sheet.name)}!${cellAddress(formula.row, formula.column)}`;
        this.calls.push(
          this.invoke(name, args, address).then(
            (value) => void formula.results.set(call, value),
            (reason: unknown) => void formula.results.set(call, error('#VALUE!', reason instanceof Error ? reason.message : String(reason))),
          ),
        );
        throw new Awaiting();
      },
    };
  }

  /** The values of an area. Whole rows and columns end where the sheet's cells end. */
  private values({ sheet, range }: Area, reader: FormulaCell): Matrix {
    const area = this.clipped(sheet, range);
    const pending: FormulaCell[] = [];
    const rows = this.byPlace.get(sheet);
    if (rows && rows.size > 0) {
      const visit = (line: Map<number, FormulaCell> | undefined) => {
        if (!line) return;
        const check = (formula: FormulaCell | undefined) => {
          if (formula && formula.state !== 'clean') pending.push(formula);
        };
        if (line.size < area.columns) {
          for (const [column, formula] of line) if (column >= area.column && column < area.column + area.columns) check(formula);
        } else for (let column = area.column; column < area.column + area.columns; column++) check(line.get(column));
      };
      if (rows.size < area.rows) {
        for (const [row, line] of rows) if (row >= area.row && row < area.row + area.rows) visit(line);
      } else for (let row = area.row; row < area.row + area.rows; row++) visit(rows.get(row));
    }
    if (pending.length > 0) throw new Blocked(pending.includes(reader) ? [reader] : pending);
    const kept = this.read.get(sheet) ?? [];
    const same = kept.find(({ area: each }) => each.row === area.row && each.column === area.column && each.rows === area.rows && each.columns === area.columns);
    if (same) return same.values;
    const values: ModelValue[][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line = sheet.cells.get(row);
      const copied: ModelValue[] = new Array<ModelValue>(area.columns).fill(null);
      if (line) {
        for (let index = 0; index < area.columns; index++) {
          const cell = line.get(area.column + index);
          if (!cell) continue;
          const anchor = cell.spilledFrom && this.byPlace.get(sheet)?.get(cell.spilledFrom.row)?.get(cell.spilledFrom.column);
          if (anchor && anchor.state !== 'clean' && anchor !== reader) throw new Blocked([anchor]);
          copied[index] = cell.value;
        }
      }
      values.push(copied);
    }
    if (area.rows * area.columns >= WORTH_KEEPING) this.read.set(sheet, [{ area, values }, ...kept.slice(0, MOST_KEPT - 1)]);
    return values;
  }

  private clipped(sheet: ModelSheet, range: ModelRange): ModelRange {
    if (range.rows < MAX_ROWS && range.columns < MAX_COLUMNS) return range;
    const ends = this.endsOf(sheet);
    return {
      ...range,
      rows: range.rows === MAX_ROWS ? Math.max(1, ends.row - range.row) : range.rows,
      columns: range.columns === MAX_COLUMNS ? Math.max(1, ends.column - range.column) : range.columns,
    };
  }

  private endsOf(sheet: ModelSheet): { row: number; column: number } {
    let ends = this.ends.get(sheet);
    if (!ends) {
      const used = sheet.usedRange(true);
      ends = { row: used ? used.row + used.rows : 1, column: used ? used.column + used.columns : 1 };
      this.ends.set(sheet, ends);
    }
    return ends;
  }

  private write(formula: FormulaCell, value: Value): void {
    const { sheet, row, column, cell } = formula;
    this.calculated++;
    formula.runs++;
    let matrix: Matrix = isMatrix(value as ModelValue | Matrix) ? (value as Matrix) : [[value as ModelValue]];
    let rows = matrix.length;
    let columns = matrix[0]?.length ?? 0;
    if (rows === 0 || columns === 0) {
      matrix = [[error('#CALC!')]];
      rows = columns = 1;
    }
    if (rows * columns > 1 && (formula.runs > MOST_RUNS || !this.isFree(formula, rows, columns))) {
      matrix = [[error('#SPILL!')]];
      rows = columns = 1;
    }
    const before = cell.spill ?? { rows: 1, columns: 1 };
    for (let down = 0; down < before.rows; down++) {
      for (let right = 0; right < before.columns; right++) {
        if ((down < rows && right < columns) || (down === 0 && right === 0)) continue;
        const old = sheet.cell(row + down, column + right);
        if (old?.spilledFrom?.row === row && old.spilledFrom.column === column) this.put(sheet, row + down, column + right, { value: null }, true);
      }
    }
    const spill = rows * columns > 1 ? { rows, columns } : undefined;
    for (let down = 0; down < rows; down++) {
      for (let right = 0; right < columns; right++) {
        // A blank as a result shows 0, alone or in a spill.
        const result = matrix[down]?.[right] ?? 0;
        if (down === 0 && right === 0) {
          if (cell.spill?.rows !== spill?.rows || cell.spill?.columns !== spill?.columns) this.put(sheet, row, column, { value: result, spill });
          else this.put(sheet, row, column, { value: result });
        } else this.put(sheet, row + down, column + right, { value: result, spilledFrom: { row, column } });
      }
    }
    const grew = rows > before.rows || columns > before.columns;
    if (grew) this.repeatReaders(formula, { row, column, rows, columns });
  }

  /** Formulas that read cells before a spill filled them are calculated again. */
  private repeatReaders(spiller: FormulaCell, range: ModelRange): void {
    for (const formula of this.formulas) {
      if (formula === spiller || formula.state !== 'clean' || formula.runs === 0 || formula.runs > MOST_RUNS || !formula.tree) continue;
      formula.reads ??= precedents(formula.tree, this.workbook, formula);
      if (formula.reads.areas.some((area) => area.sheet === spiller.sheet && touches(area.range, range))) formula.state = 'dirty';
    }
  }

  private put(sheet: ModelSheet, row: number, column: number, change: Partial<ModelCell>, cleared = false): void {
    const present = sheet.cell(row, column);
    const same = present !== undefined && sameValue(present.value, change.value ?? null) && !('spill' in change) && !cleared && present.spilledFrom?.row === change.spilledFrom?.row && present.spilledFrom?.column === change.spilledFrom?.column;
    if (same) return;
    if (!present || !sameValue(present.value, change.value ?? null)) this.changed++;
    const cell = sheet.set(row, column, change);
    if (cleared) delete cell.spilledFrom;
    const ends = this.ends.get(sheet);
    if (ends) Object.assign(ends, { row: Math.max(ends.row, row + 1), column: Math.max(ends.column, column + 1) });
    const kept = this.read.get(sheet);
    if (kept?.length) this.read.set(sheet, kept.filter(({ area }) => !touches(area, { row, column, rows: 1, columns: 1 })));
  }

  /** True where a result may spill: nothing in the way, no table, not over the sheet's edge. */
  private isFree({ sheet, row, column }: FormulaCell, rows: number, columns: number): boolean {
    if (row + rows > MAX_ROWS || column + columns > MAX_COLUMNS || tableAt(sheet, row, column)) return false;
    const range = { row, column, rows, columns };
    if (sheet.tables.some((table) => touches(table.range, range)) || sheet.merges.some((merge) => touches(merge, range))) return false;
    for (let down = 0; down < rows; down++) {
      const line = sheet.cells.get(row + down);
      if (!line) continue;
      for (let right = 0; right < columns; right++) {
        const cell = down === 0 && right === 0 ? undefined : line.get(column + right);
        if (!cell || (cell.spilledFrom?.row === row && cell.spilledFrom.column === column)) continue;
        if (cell.formula !== undefined || cell.value !== null) return false;
      }
    }
    return true;
  }
}

function sameValue(one: ModelValue, other: ModelValue): boolean {
  if (one instanceof CellError && other instanceof CellError) return one.error === other.error && one.message === other.message;
  return Object.is(one, other);
}

/** True where two ranges of a sheet share a cell. */
function touches(one: ModelRange, other: ModelRange): boolean {
  return one.row < other.row + other.rows && other.row < one.row + one.rows && one.column < other.column + other.columns && other.column < one.column + one.columns;
}

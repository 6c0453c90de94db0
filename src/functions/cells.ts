/** Arguments and results of custom functions as cells. */
import type { CellValue } from '../tables/model';
import { invalid } from './errors';

/** A cell of an argument; null is blank. An error value is its text, as in tables. */
export type Cell = CellValue | null;

/** What may stand in a cell of a result. */
export type Result = number | string | boolean;

/** Excel's value as a cell: error objects as their text, formatted numbers as numbers, nothing as null. */
export function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  const { code, basicValue } = value as { code?: unknown; basicValue?: unknown };
  if (typeof code === 'string') return code;
  return typeof basicValue === 'object' ? null : cellOf(basicValue);
}

/** An argument as rows of cells: a single value is one cell. */
export function gridOf(argument: unknown): Cell[][] {
  return Array.isArray(argument) ? argument.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(cellOf)) : [[cellOf(argument)]];
}

/** Whether a cell is blank: `null`, `''`, or the `0` that a blank cell is in desktop Excel. */
export function isBlank(cell: Cell): boolean {
  return cell === null || cell === 0 || (typeof cell === 'string' && cell.trim() === '');
}

/**
 * Calls `each` for every cell of the arguments put over each other: a single cell, row or column
 * repeats along the others, so that a column of items against a row of months gives a matrix.
 *
 * An error thrown for one cell of several stands in that cell; for a single one it is thrown.
 *
 * @param named arguments by name, in the order in which `each` gets their cells
 * @throws `#VALUE!` where two arguments have different numbers of rows or columns, above 1
 * @example forEachCell({ a: [[1], [2]], b: [[10, 20]] }, (a, b) => Number(a) + Number(b)) // [[11, 21], [12, 22]]
 */
export function forEachCell<Given = Result>(named: Readonly<Record<string, unknown>>, each: (...cells: Cell[]) => Given): (Given | CustomFunctions.Error)[][] {
  const grids = Object.entries(named).map(([name, argument]) => ({ name, grid: gridOf(argument) }));
  const rows = common(grids.map(({ name, grid }) => ({ name, length: grid.length })), 'rows');
  const columns = common(grids.map(({ name, grid }) => ({ name, length: grid[0]?.length ?? 0 })), 'columns');
  const cellsAt = (row: number, column: number) => grids.map(({ grid }) => grid[grid.length === 1 ? 0 : row]?.[grid[0]!.length === 1 ? 0 : column] ?? null);
  if (rows === 1 && columns === 1) return [[each(...cellsAt(0, 0))]];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      try {
        return each(...cellsAt(row, column));
      } catch (error) {
        if (error instanceof CustomFunctions.Error) return error;
        throw error;
      }
    }),
  );
}

/** A cell of an argument that is a list, and where it stands. */
export interface Listed {
  readonly cell: Cell;
  /** As messages name it: `row 3`, in a single row `column 3`, in a wider range both. */
  readonly place: string;
}

/**
 * The cells of an argument that is a list, row by row.
 *
 * @example listOf([[1, 2]]) // [{ cell: 1, place: 'column 1' }, { cell: 2, place: 'column 2' }]
 */
export function listOf(argument: unknown): Listed[] {
  const grid = gridOf(argument);
  return grid.flatMap((cells, row) =>
    cells.map((cell, column) => ({
      cell,
      get place() {
        const inRow = `row ${row + 1}`;
        const inColumn = `column ${column + 1}`;
        return cells.length === 1 ? inRow : grid.length === 1 ? inColumn : `${inRow}, ${inColumn}`;
      },
    })),
  );
}

function common(sizes: readonly { name: string; length: number }[], what: string): number {
  const several = sizes.filter(({ length }) => length !== 1);
  const [first] = several;
  const odd = several.find(({ length }) => length !== first?.length);
  if (first && odd) throw invalid(`${first.name} has ${first.length} ${what}, ${odd.name} ${odd.length}.`);
  return first?.length ?? 1;
}

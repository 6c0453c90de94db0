/** Evaluates a formula's tree against a workbook. */
import { CellError, type ModelSheet, type ModelTable, type ModelValue, type ModelWorkbook } from '../host/model';
import { MAX_COLUMNS, MAX_ROWS } from '../host/address';
import { isCustomFunction } from '../xlsx/formulas';
import { tableAt } from '../xlsx/tables';
import { FUNCTIONS } from './functions';
import { libraryFunction } from './library';
import { parseFormula, type Node, type Specifier } from './parse';
import { Area, compare, error, isMatrix, type Matrix, raise, Raised, toBoolean, toNumber, toText, type Value } from './values';

/** What evaluation asks of whoever runs it. */
export interface Surroundings {
  readonly workbook: ModelWorkbook;
  /** The values of an area; throws where cells of it are still to be calculated. */
  readonly read: (area: Area) => Matrix;
  /** The result of a custom function; throws while it is awaited. */
  readonly custom: (call: Node, name: string, args: readonly (ModelValue | Matrix)[]) => ModelValue | Matrix;
}

/** The cell that a formula stands in. */
export interface Place {
  readonly sheet: ModelSheet;
  readonly row: number;
  readonly column: number;
}

/** A function that this host does not know: its cell keeps the value it has. */
export class UnknownFunction extends Error {}

export class Evaluator {
  private readonly local = new Map<string, Value>();

  constructor(
    readonly surroundings: Surroundings,
    readonly place: Place,
  ) {}

  evaluate(node: Node): Value {
    switch (node.kind) {
      case 'value':
        return node.value;
      case 'error':
        return error(node.error);
      case 'missing':
        return null;
      case 'reference': {
        const sheet = node.sheet === null ? this.place.sheet : this.surroundings.workbook.sheets.find(({ name }) => name.toLowerCase() === node.sheet?.toLowerCase());
        return sheet ? new Area(sheet, node.range) : error('#REF!');
      }
      case 'structured':
        return this.structured(node.table, node.specifier);
      case 'name':
        return this.named(node.sheet, node.name);
      case 'spill': {
        const anchor = this.evaluate(node.of);
        if (!(anchor instanceof Area)) return error('#REF!');
        this.surroundings.read(new Area(anchor.sheet, { ...anchor.range, rows: 1, columns: 1 }));
        const cell = anchor.sheet.cell(anchor.range.row, anchor.range.column);
        return cell?.spill ? new Area(anchor.sheet, { ...anchor.range, ...cell.spill }) : cell?.formula !== undefined ? anchor : error('#REF!');
      }
      case 'array':
        return node.rows.map((row) => row.map((each) => this.single(this.evaluate(each))));
      case 'unary':
        return this.unary(node.operator, this.evaluate(node.of));
      case 'binary':
        return this.binary(node.operator, this.evaluate(node.left), this.evaluate(node.right));
      case 'call':
        return this.call(node);
    }
  }

  /** Values in place of areas. */
  values(value: Value): ModelValue | Matrix {
    if (!(value instanceof Area)) return value;
    const matrix = this.surroundings.read(value);
    return value.range.rows === 1 && value.range.columns === 1 ? (matrix[0]?.[0] ?? null) : matrix;
  }

  matrix(value: Value): Matrix {
    if (value instanceof Area) return this.surroundings.read(value);
    return isMatrix(value) ? value : [[value]];
  }

  /** One value: of an area or a matrix the one in the top left corner. */
  single(value: Value): ModelValue {
    const plain = this.values(value);
    return isMatrix(plain) ? (plain[0]?.[0] ?? null) : plain;
  }

  /** Takes of a column or row of cells the one beside the formula. */
  intersect(value: Value): ModelValue {
    if (!(value instanceof Area)) return this.single(value);
    const { row, column, rows, columns } = value.range;
    if (rows === 1 && columns === 1) return this.single(value);
    const inRows = this.place.row >= row && this.place.row < row + rows;
    const inColumns = this.place.column >= column && this.place.column < column + columns;
    const at = columns === 1 && inRows ? { row: this.place.row, column } : rows === 1 && inColumns ? { row, column: this.place.column } : null;
    return at ? this.single(new Area(value.sheet, { ...at, rows: 1, columns: 1 })) : error('#VALUE!');
  }

  /** Applies a function of single values to every place of matrices, the smaller ones repeated. */
  lift(args: readonly Value[], apply: (...values: ModelValue[]) => ModelValue): ModelValue | Matrix {
    const plain = args.map((arg) => this.values(arg));
    if (!plain.some(isMatrix)) return caught(() => apply(...(plain as ModelValue[])));
    const rows = Math.max(...plain.map((each) => (isMatrix(each) ? each.length : 1)));
    const columns = Math.max(...plain.map((each) => (isMatrix(each) ? (each[0]?.length ?? 0) : 1)));
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_unused, column) =>
        caught(() =>
          apply(
            ...plain.map((each) => {
              if (!isMatrix(each)) return each;
              const line = each.length === 1 ? each[0] : each[row];
              const found = line?.length === 1 ? line[0] : line?.[column];
              return found === undefined ? error('#N/A') : found;
            }),
          ),
        ),
      ),
    );
  }

  private unary(operator: '-' | '+' | '%' | '@', value: Value): Value {
    if (operator === '+') return value;
    if (operator === '@') return this.intersect(value);
    return this.lift([value], (each) => (operator === '-' ? -toNumber(each) : toNumber(each) / 100));
  }

  private binary(operator: string, left: Value, right: Value): Value {
    if (operator === ':') {
      if (!(left instanceof Area) || !(right instanceof Area) || left.sheet !== right.sheet) return error('#REF!');
      const row = Math.min(left.range.row, right.range.row);
      const column = Math.min(left.range.column, right.range.column);
      const bottom = Math.max(left.range.row + left.range.rows, right.range.row + right.range.rows);
      const end = Math.max(left.range.column + left.range.columns, right.range.column + right.range.columns);
      return new Area(left.sheet, { row, column, rows: bottom - row, columns: end - column });
    }
    const apply = OPERATORS[operator];
    if (!apply) return error('#VALUE!');
    return this.lift([left, right], apply);
  }

  private named(sheet: string | null, name: string): Value {
    const local = this.local.get(name.toUpperCase());
    if (local !== undefined) return local;
    const { workbook } = this.surroundings;
    const owner = sheet === null ? this.place.sheet : workbook.sheets.find((each) => each.name.toLowerCase() === sheet.toLowerCase());
    const same = workbook.names.filter((each) => each.name.toLowerCase() === name.toLowerCase());
    const found = same.find((each) => each.sheetId === owner?.id) ?? same.find((each) => each.sheetId === null);
    if (found) {
      if (this.depth > 50) return error('#REF!', 'The name refers to itself.');
      this.depth++;
      try {
        return this.evaluate(parseFormula(found.formula));
      } finally {
        this.depth--;
      }
    }
    const table = this.table(name);
    return table ? this.part(table, { items: [], columns: null }) : error('#NAME?');
  }
  private depth = 0;

  private table(name: string | null): { sheet: ModelSheet; table: ModelTable } | null {
    if (name === null) {
      const { sheet, row, column } = this.place;
      const table = tableAt(sheet, row, column);
      return table ? { sheet, table } : null;
    }
    for (const sheet of this.surroundings.workbook.sheets) {
      const table = sheet.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (table) return { sheet, table };
    }
    return null;
  }

  private structured(name: string | null, specifier: Specifier): Value {
    const found = this.table(name);
    return found ? this.part(found, specifier) : error(name === null ? '#REF!' : '#NAME?');
  }

  private part({ sheet, table }: { sheet: ModelSheet; table: ModelTable }, { items, columns }: Specifier): Value {
    const { range, showTotals } = table;
    const bodyEnd = range.rows - (showTotals ? 1 : 0);
    let from = 1;
    let to = bodyEnd;
    for (const item of items) {
      if (item === 'all') [from, to] = [0, range.rows];
      else if (item === 'headers') [from, to] = [0, items.includes('data') ? bodyEnd : 1];
      else if (item === 'totals') [from, to] = showTotals ? [items.includes('data') ? 1 : bodyEnd, range.rows] : [0, 0];
      else if (item === 'this row') {
        const offset = this.place.row - range.row;
        if (this.place.sheet !== sheet || offset < 1 || offset >= bodyEnd) return error('#VALUE!');
        [from, to] = [offset, offset + 1];
      }
    }
    if (to <= from) return error('#REF!');
    let left = 0;
    let right = range.columns - 1;
    if (columns) {
      const header = this.surroundings.read(new Area(sheet, { ...range, rows: 1 }))[0] ?? [];
      const index = (column: string) => header.findIndex((each) => toText(each).trim().toLowerCase() === column.toLowerCase());
      [left, right] = [index(columns[0]), index(columns[1])];
      if (left < 0 || right < 0) return error('#REF!');
      if (left > right) [left, right] = [right, left];
    }
    return new Area(sheet, { row: range.row + from, rows: to - from, column: range.column + left, columns: right - left + 1 });
  }

  private call(node: Extract<Node, { kind: 'call' }>): Value {
    const { name, args } = node;
    const special = SPECIAL[name];
    if (special) return special(this, args);
    const own = FUNCTIONS[name];
    if (own) return own(this, args.map((each) => this.evaluate(each)), args);
    if (isCustomFunction(name)) return this.surroundings.custom(node, name, args.map((each) => this.argument(each)));
    const library = libraryFunction(name);
    if (!library) throw new UnknownFunction(name);
    return library(this, args.map((each) => this.evaluate(each)), args);
  }

  /** An argument of a custom function: areas as matrices, whatever their size, everything else as it is. */
  private argument(node: Node): ModelValue | Matrix {
    const value = caughtValue(() => this.evaluate(node));
    return value instanceof Area ? this.surroundings.read(value) : value;
  }

  /** Binds a name of LET while `inside` is evaluated. */
  bind(name: string, value: Value, inside: () => Value): Value {
    const before = this.local.get(name);
    this.local.set(name, value);
    try {
      return inside();
    } finally {
      if (before === undefined) this.local.delete(name);
      else this.local.set(name, before);
    }
  }
}

function caught(evaluate: () => ModelValue): ModelValue {
  return caughtValue(evaluate) as ModelValue;
}

/** Errors of formulas as values; what is awaited stays thrown. */
export function caughtValue(evaluate: () => Value): Value {
  try {
    return evaluate();
  } catch (thrown) {
    if (thrown instanceof Raised) return thrown.error;
    throw thrown;
  }
}

const finite = (value: number): ModelValue => (Number.isFinite(value) ? value : error('#NUM!'));

const OPERATORS: Record<string, (left: ModelValue, right: ModelValue) => ModelValue> = {
  '+': (left, right) => finite(toNumber(left) + toNumber(right)),
  '-': (left, right) => finite(toNumber(left) - toNumber(right)),
  '*': (left, right) => finite(toNumber(left) * toNumber(right)),
  '/': (left, right) => {
    const [top, bottom] = [toNumber(left), toNumber(right)];
    return bottom === 0 ? error('#DIV/0!') : finite(top / bottom);
  },
  '^': (left, right) => {
    const [base, power] = [toNumber(left), toNumber(right)];
    return base === 0 && power === 0 ? error('#NUM!') : base === 0 && power < 0 ? error('#DIV/0!') : finite(base ** power);
  },
  '&': (left, right) => toText(left) + toText(right),
  '=': (left, right) => compare(left, right) === 0,
  '<>': (left, right) => compare(left, right) !== 0,
  '<': (left, right) => compare(left, right) < 0,
  '>': (left, right) => compare(left, right) > 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>=': (left, right) => compare(left, right) >= 0,
};

type Special = (evaluator: Evaluator, args: readonly Node[]) => Value;

/** Replaces what `test` finds, place by place; the replacement is evaluated only where it is needed. */
function replace(evaluator: Evaluator, args: readonly Node[], test: (value: ModelValue) => boolean): Value {
  const [first, second] = args;
  if (!first || !second) return error('#VALUE!');
  const value = evaluator.values(caughtValue(() => evaluator.evaluate(first)));
  if (!isMatrix(value)) return test(value) ? evaluator.evaluate(second) : value;
  if (!value.some((row) => row.some(test))) return value;
  return evaluator.lift([value, evaluator.evaluate(second)], (each, instead) => (test(each) ? instead : each));
}

/** Functions that evaluate only the arguments they need. */
const SPECIAL: Record<string, Special> = {
  IF: (evaluator, [condition, yes, no]) => {
    if (!condition) return error('#VALUE!');
    const tested = evaluator.values(evaluator.evaluate(condition));
    const branch = (node: Node | undefined, standard: boolean): Value => (node ? (node.kind === 'missing' ? 0 : evaluator.evaluate(node)) : standard);
    if (!isMatrix(tested)) return toBoolean(tested) ? branch(yes, true) : branch(no, false);
    return evaluator.lift([tested, branch(yes, true), branch(no, false)], (each, one, other) => (toBoolean(each) ? one : other));
  },
  IFERROR: (evaluator, args) => replace(evaluator, args, (value) => value instanceof CellError),
  IFNA: (evaluator, args) => replace(evaluator, args, (value) => value instanceof CellError && value.error === '#N/A'),
  IFS: (evaluator, args) => {
    for (let at = 0; at + 1 < args.length; at += 2) if (toBoolean(evaluator.single(evaluator.evaluate(args[at] as Node)))) return evaluator.evaluate(args[at + 1] as Node);
    return error('#N/A');
  },
  SWITCH: (evaluator, args) => {
    const wanted = evaluator.single(evaluator.evaluate(args[0] as Node));
    for (let at = 1; at + 1 < args.length; at += 2) if (compare(wanted, evaluator.single(evaluator.evaluate(args[at] as Node))) === 0) return evaluator.evaluate(args[at + 1] as Node);
    return args.length % 2 === 0 ? evaluator.evaluate(args.at(-1) as Node) : error('#N/A');
  },
  CHOOSE: (evaluator, args) => {
    const chosen = args[0] ? args[Math.trunc(toNumber(evaluator.single(evaluator.evaluate(args[0]))))] : undefined;
    return chosen && chosen !== args[0] ? evaluator.evaluate(chosen) : error('#VALUE!');
  },
  LET: (evaluator, args) => {
    const [name, value, ...rest] = args;
    if (!name || !value) return name ? evaluator.evaluate(name) : error('#VALUE!');
    if (name.kind !== 'name') return error('#NAME?');
    return evaluator.bind(name.name.toUpperCase(), evaluator.evaluate(value), () => (rest.length === 1 ? evaluator.evaluate(rest[0] as Node) : (SPECIAL['LET'] as Special)(evaluator, rest)));
  },
  ROW: (evaluator, [of]) => positions(evaluator, of, 'row'),
  COLUMN: (evaluator, [of]) => positions(evaluator, of, 'column'),
  ISREF: (evaluator, [of]) => of !== undefined && evaluator.evaluate(of) instanceof Area,
  INDIRECT: (evaluator, args) => {
    const text = toText(evaluator.single(evaluator.evaluate(args[0] as Node)));
    const found = caughtValue(() => evaluator.evaluate(parseFormula(text)));
    return found instanceof Area ? found : error('#REF!');
  },
  OFFSET: (evaluator, args) => {
    const [start, ...rest] = args;
    const area = start ? evaluator.evaluate(start) : null;
    if (!(area instanceof Area)) return error('#VALUE!');
    const number = (index: number, standard: number) => {
      const node = rest[index];
      return node && node.kind !== 'missing' ? Math.trunc(toNumber(evaluator.single(evaluator.evaluate(node)))) : standard;
    };
    const range = { row: area.range.row + number(0, 0), column: area.range.column + number(1, 0), rows: number(2, area.range.rows), columns: number(3, area.range.columns) };
    const inside = range.row >= 0 && range.column >= 0 && range.rows > 0 && range.columns > 0 && range.row + range.rows <= MAX_ROWS && range.column + range.columns <= MAX_COLUMNS;
    return inside ? new Area(area.sheet, range) : error('#REF!');
  },
};

function positions(evaluator: Evaluator, of: Node | undefined, axis: 'row' | 'column'): Value {
  if (!of) return evaluator.place[axis] + 1;
  const area = evaluator.evaluate(of);
  if (!(area instanceof Area)) return raise('#VALUE!');
  const count = axis === 'row' ? area.range.rows : area.range.columns;
  const numbers = Array.from({ length: Math.min(count, 100_000) }, (_, index) => area.range[axis] + index + 1);
  return count === 1 ? (numbers[0] ?? 0) : axis === 'row' ? numbers.map((each) => [each]) : [numbers];
}

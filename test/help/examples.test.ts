/** Every example of the help gives what the help says it gives. */
import { EXAMPLE_TABLES } from '../../src/help/example-tables';
import { TOPICS } from '../../src/help/sections';
import { CellError, type ModelWorkbook } from '../../src/workbench/host/model';
import { calculate, functionsMetadata } from '../support/calculated';
import { FUNCTIONS_INTERFACE } from '../support/functions-interface';
import { typed } from '../support/typed';
import { workbookOf } from '../support/workbook-file';

const examples = TOPICS.flatMap(({ help }) => Object.entries(help).flatMap(([id, { examples: all }]) => all.map((example) => ({ id, ...example }))));
/** Rows between two formulas: room to spill. */
const APART = 10;

let workbook: ModelWorkbook;

beforeAll(async () => {
  workbook = workbookOf([
    ...EXAMPLE_TABLES.map(({ name, rows }) => ({ sheet: `Sheet of ${name}`, table: name, rows: rows.map((row) => row.map((cell) => (cell === '' ? null : typed(cell)))) })),
    { sheet: 'Formulas', rows: examples.flatMap(({ formula }) => [[`=${formula}`], ...Array.from({ length: APART - 1 }, () => [null])]) },
  ]);
  await calculate(workbook);
});

const shown = (row: number, column: number): unknown => {
  const value = workbook.sheet('Formulas')?.cell(row, column)?.value;
  return value instanceof CellError ? value.error : value;
};

test.each(examples.map((example, index) => [example.formula, example, index] as const))('%s', (_, { result, shows }, index) => {
  const expected = Array.isArray(result) ? (result as readonly (readonly unknown[])[]) : [[result]];
  const spill = workbook.sheet('Formulas')?.cell(index * APART, 0)?.spill ?? { rows: 1, columns: 1 };
  expect(spill).toEqual({ rows: expected.length, columns: expected[0]!.length });
  expected.forEach((row, down) =>
    row.forEach((value, right) => {
      const found = shown(index * APART + down, right);
      if (typeof value !== 'number') expect(found).toBe(value);
      else expect(Math.abs((found as number) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    }),
  );
  // What a cell formatted as a date shows is the same moment.
  if (shows !== undefined) expect(typed(shows)).toBeCloseTo(result as number, 6);
});

test('every function has help with examples that call it, and none besides', async () => {
  const { functions } = await functionsMetadata<{ functions: { id: string }[] }>();
  const ids = TOPICS.flatMap(({ help }) => Object.keys(help));
  expect([...ids].sort()).toEqual(functions.map(({ id }) => id).sort());
  expect([...ids].sort()).toEqual(Object.keys(FUNCTIONS_INTERFACE).sort());
  for (const { help } of TOPICS) {
    for (const [id, { examples: own }] of Object.entries(help)) {
      expect(own.length).toBeGreaterThan(0);
      for (const { formula, why } of own) expect({ id, calls: formula.startsWith(`SLM.${id}(`), why: why.length > 10 }).toEqual({ id, calls: true, why: true });
    }
  }
});

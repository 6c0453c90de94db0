/** The workbook that uses every function, calculated in this process; `test/acceptance` does the same with the built add-in and files. */
import { setDateSystem } from '../../src/functions/date-system';
import { CellError } from '../../src/workbench/host/model';
import { functionsWorkbook } from '../fixtures/functions';
import { calculate } from '../support/calculated';
import { FUNCTIONS_INTERFACE } from '../support/functions-interface';
import { workbookOf } from '../support/workbook-file';

test('every function is used in at least five ways, errors among them', () => {
  const { cases } = functionsWorkbook(1900);
  for (const id of Object.keys(FUNCTIONS_INTERFACE)) {
    const own = cases.filter((one) => one.id === id && one.formula.includes(`SLM.${id}(`));
    expect({ id, ways: new Set(own.map(({ formula }) => formula)).size >= 5, errors: own.some(({ values }) => values.flat().some((value) => String(value).startsWith('#'))) }).toEqual({ id, ways: true, errors: true });
  }
});

describe.each([1900, 1904] as const)('in the %s date system', (dateSystem) => {
  const { sheets, cases } = functionsWorkbook(dateSystem);
  const workbook = workbookOf(sheets);

  beforeAll(async () => {
    setDateSystem(Promise.resolve(dateSystem));
    workbook.dateSystem = dateSystem;
    await calculate(workbook);
  });
  afterAll(() => setDateSystem(Promise.resolve(1900)));

  test.each(cases.map((one) => [one.formula, one] as const))('%s', (_, { row, column, values }) => {
    const sheet = workbook.sheet('Functions')!;
    expect(sheet.cell(row, column)?.spill ?? { rows: 1, columns: 1 }).toEqual({ rows: values.length, columns: values[0]!.length });
    const found = values.map((line, down) =>
      line.map((_value, right) => {
        const value = sheet.cell(row + down, column + right)?.value;
        return value instanceof CellError ? value.error : value;
      }),
    );
    expect(found).toEqual(values.map((line) => line.map((value) => (typeof value === 'number' ? expect.closeTo(value, 9) : value))));
  });
});

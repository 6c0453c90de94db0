/**
 * A workbook that uses every function at least five ways, through `recalculate`: the built add-in in the
 * workbench's host, from file to file. What is in the saved file is read by a reader that is not ours.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { saveWorkbook } from '../../src/workbench/xlsx/save';
import { functionsWorkbook } from '../fixtures/functions';
import { plumbline, type Ran, scratchFolder } from '../support/command-line';
import { workbookOf } from '../support/workbook-file';

const folder = scratchFolder();

describe.each([1900, 1904] as const)('in the %s date system', (dateSystem) => {
  const { sheets, cases } = functionsWorkbook(dateSystem);
  let ran: Ran;
  let rows: readonly (readonly unknown[])[];

  beforeAll(async () => {
    const [book, out] = ['book', 'out'].map((name) => path.join(folder, `${name}-${dateSystem}.xlsx`)) as [string, string];
    const workbook = workbookOf(sheets);
    workbook.dateSystem = dateSystem;
    writeFileSync(book, await saveWorkbook(workbook));
    ran = plumbline('recalculate', book, '--out', out);
    rows = (await readXlsx(readFileSync(out))).sheets.find(({ name }) => name === 'Functions')!.rows;
  });

  test('every value is the one worked out by hand', () => {
    const wrong = cases.flatMap(({ formula, row, column, values }) => {
      const found = values.map((line, down) => line.map((_, right) => rows[row + down]?.[column + right]));
      const same = values.every((line, down) => line.every((value, right) => (typeof value === 'number' ? Math.abs((found[down]![right] as number) - value) < 5e-10 : found[down]![right] === value)));
      // What the formula spilled ends where the expected result ends.
      const beside = rows[row]?.[column + values[0]!.length] ?? null;
      return same && beside === null ? [] : [{ formula, values, found, beside }];
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(150);
  });

  test('cells that cannot be answered are named with the argument and the row', () => {
    expect(ran.code).toBe(1);
    const lines = ran.stdout.trim().split('\n');
    const unanswered = cases.filter(({ values }) => ['#VALUE!', '#NUM!'].includes(String(values[0]![0])));
    expect(lines).toHaveLength(21);
    expect(lines[20]).toBe(`and ${unanswered.length - 20} more cells`);
    expect(ran.stdout).toContain('#VALUE! hours, row 2: #REF! in Start');
    expect(ran.stdout).toContain('#VALUE! hours holds several calendars (Day, Night); calendar must name one.');
  });
});

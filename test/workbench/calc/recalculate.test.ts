import { recalculate, type Invoke } from '../../../src/workbench/calc/recalculate';
import { CellError, ModelWorkbook, type ModelSheet, type ModelValue } from '../../../src/workbench/host/model';

/** A workbook with one sheet; texts beginning with `=` are formulas. */
function sheetOf(cells: Record<string, ModelValue>): { workbook: ModelWorkbook; sheet: ModelSheet } {
  const workbook = new ModelWorkbook();
  const sheet = workbook.addSheet('Data');
  put(sheet, cells);
  return { workbook, sheet };
}

function put(sheet: ModelSheet, cells: Record<string, ModelValue>): void {
  for (const [address, value] of Object.entries(cells)) {
    const { row, column } = at(address);
    if (typeof value === 'string' && value.startsWith('=')) sheet.set(row, column, { formula: value });
    else sheet.set(row, column, { value });
  }
}

const at = (address: string) => ({ row: Number(address.slice(1)) - 1, column: address.charCodeAt(0) - 65 });
const valueAt = (sheet: ModelSheet, address: string): ModelValue => {
  const value = sheet.cell(at(address).row, at(address).column)?.value ?? null;
  return value instanceof CellError ? value.error : value;
};
const noCalls: Invoke = async (name) => Promise.reject(new Error(`${name} was called`));

function outages(sheet: ModelSheet, workbook: ModelWorkbook): void {
  put(sheet, { A1: 'Item', B1: 'Start', C1: 'Minutes', A2: 'Mail', B2: 46000, C2: 10, A3: 'Mail', B3: 46001, C3: 20, A4: 'Branch (Main)', B4: 46002, C4: 5 });
  sheet.tables.push({ id: workbook.id(), name: 'Outages', range: { row: 0, column: 0, rows: 4, columns: 3 }, style: '', showBandedRows: false, showFilterButton: true, showTotals: false });
}

describe('recalculate: order', () => {
  test('a cell is calculated after those it reads, wherever they stand', async () => {
    const { workbook, sheet } = sheetOf({ A1: '=B1+1', B1: '=C1*2', C1: 5 });
    await recalculate(workbook, noCalls);
    expect(valueAt(sheet, 'A1')).toBe(11); // 5 × 2 + 1
  });

  test('a running total of 20,000 rows', async () => {
    const { workbook, sheet } = sheetOf({ A1: 1 });
    // Backwards, so that each waits for the one after it.
    for (let row = 0; row < 20_000; row++) sheet.set(row, 1, { formula: `=B${row + 2}+1` });
    await recalculate(workbook, noCalls);
    expect(valueAt(sheet, 'B1')).toBe(20_000);
  });

  test('cells in a circle get an error, and so does what reads them; others do not', async () => {
    const { workbook, sheet } = sheetOf({ A1: '=B1', B1: '=C1+1', C1: '=A1', D1: '=A1+1', E1: '=F1', F1: 7, G1: '=G1' });
    await recalculate(workbook, noCalls);
    expect(['A1', 'B1', 'C1', 'D1', 'G1'].map((cell) => valueAt(sheet, cell))).toEqual(['#REF!', '#REF!', '#REF!', '#REF!', '#REF!']);
    expect(valueAt(sheet, 'E1')).toBe(7);
  });

  test('only what depends on a changed cell is calculated', async () => {
    const { workbook, sheet } = sheetOf({ A1: 1, B1: '=A1+1', C1: '=B1+1', D1: '=E1+1', E1: 1 });
    await recalculate(workbook, noCalls);
    put(sheet, { A1: 10 });
    const { calculated } = await recalculate(workbook, noCalls, [{ sheet, range: { row: 0, column: 0, rows: 1, columns: 1 } }]);
    expect(calculated).toBe(2);
    expect(valueAt(sheet, 'C1')).toBe(12);
  });

  test('what depends on a changed table is calculated', async () => {
    const { workbook, sheet } = sheetOf({ E1: '=SUM(Outages[Minutes])', E2: '=SUM(F1:F9)' });
    outages(sheet, workbook);
    await recalculate(workbook, noCalls);
    expect(valueAt(sheet, 'E1')).toBe(35);
    put(sheet, { C4: 100 });
    expect((await recalculate(workbook, noCalls, [{ sheet, range: { row: 3, column: 2, rows: 1, columns: 1 } }])).calculated).toBe(1);
    expect(valueAt(sheet, 'E1')).toBe(130);
  });
});

describe('recalculate: references', () => {
  test('structured references', async () => {
    const { workbook, sheet } = sheetOf({
      E1: '=SUM(Outages[Minutes])', E2: '=SUMIFS(Outages[Minutes],Outages[Item],"mail")', E3: '=ROWS(Outages[#All])', E4: '=INDEX(Outages[#Headers],2)', E5: '=COLUMNS(Outages[[Start]:[Minutes]])',
      E6: '=ROWS(Outages)', E7: '=SUM(Outages[[#All],[Minutes]])', E8: '=Outages[Missing]', D2: '=Outages[@Minutes]*2', D3: '=Outages[[#This Row],[Minutes]]*2',
    });
    outages(sheet, workbook);
    await recalculate(workbook, noCalls);
    expect(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'D2', 'D3'].map((cell) => valueAt(sheet, cell))).toEqual([35, 30, 4, 'Start', 2, 3, 35, '#REF!', 20, 40]);
  });

  test('names, other sheets, whole columns and ranges that end in a function', async () => {
    const { workbook, sheet } = sheetOf({ A1: 1, A2: 2, A3: 3, C1: '=SUM(Values)', C2: "=SUM('My ''sheet'!A:A)", C3: '=SUM(A1:INDEX(A:A,2))', C4: '=Nowhere!A1', C5: '=NoName' });
    const other = workbook.addSheet("My 'sheet");
    put(other, { A1: 40, A5: 2 });
    workbook.names.push({ name: 'Values', formula: '=Data!$A$1:$A$3', visible: true, comment: '', sheetId: null });
    await recalculate(workbook, noCalls);
    expect(['C1', 'C2', 'C3', 'C4', 'C5'].map((cell) => valueAt(sheet, cell))).toEqual([6, 42, 3, '#REF!', '#NAME?']);
  });
});

describe('recalculate: spills', () => {
  test('a result of several cells fills them; what reads them, or A1#, follows', async () => {
    const { workbook, sheet } = sheetOf({ A1: '=SEQUENCE(3)*10', C1: '=SUM(A1#)', D1: '=A3' });
    await recalculate(workbook, noCalls);
    expect(['A1', 'A2', 'A3', 'C1', 'D1'].map((cell) => valueAt(sheet, cell))).toEqual([10, 20, 30, 60, 30]);
    expect(sheet.cell(0, 0)?.spill).toEqual({ rows: 3, columns: 1 });
    expect(sheet.cell(2, 0)?.spilledFrom).toEqual({ row: 0, column: 0 });
  });

  test('what reads a cell before a spill fills it is calculated again', async () => {
    const { workbook, sheet } = sheetOf({ A1: '=SUM(C1:C9)', C1: '=SEQUENCE(4)' });
    await recalculate(workbook, noCalls);
    expect(valueAt(sheet, 'A1')).toBe(10);
  });

  test('a cell in the way gives #SPILL!; when it goes, the result comes', async () => {
    const { workbook, sheet } = sheetOf({ A1: '=SEQUENCE(3)', A3: 'in the way' });
    await recalculate(workbook, noCalls);
    expect(['A1', 'A2', 'A3'].map((cell) => valueAt(sheet, cell))).toEqual(['#SPILL!', null, 'in the way']);
    put(sheet, { A3: null });
    await recalculate(workbook, noCalls);
    expect(['A1', 'A2', 'A3'].map((cell) => valueAt(sheet, cell))).toEqual([1, 2, 3]);
  });

  test('a smaller result takes its cells back', async () => {
    const { workbook, sheet } = sheetOf({ A1: '=SEQUENCE(B1)', B1: 3 });
    await recalculate(workbook, noCalls);
    put(sheet, { B1: 2 });
    await recalculate(workbook, noCalls, [{ sheet, range: { row: 0, column: 1, rows: 1, columns: 1 } }]);
    expect(['A1', 'A2', 'A3'].map((cell) => valueAt(sheet, cell))).toEqual([1, 2, null]);
    expect(sheet.cell(2, 0)?.spilledFrom).toBeUndefined();
  });

  test('a formula that a file holds as an ordinary one takes the cell beside it', async () => {
    const { workbook, sheet } = sheetOf({ A1: 1, A2: 2, A3: 3 });
    sheet.set(1, 1, { formula: '=A1:A3', oneCell: '=A1:A3' });
    await recalculate(workbook, noCalls);
    expect(valueAt(sheet, 'B2')).toBe(2);
    expect(valueAt(sheet, 'B3')).toBeNull();
  });
});

describe('recalculate: custom functions', () => {
  test('ranges come as rows of values with blanks as null and errors as errors, single values single, empty arguments null', async () => {
    const { workbook, sheet } = sheetOf({ A1: 'Item', B1: new CellError('#N/A'), A2: null, B2: 4, D1: '=SLM.DOWNTIME(A1:B2,,"x",B2,1+1,{1,2})' });
    const calls: { name: string; args: readonly unknown[]; address: string }[] = [];
    await recalculate(workbook, async (name, args, address) => {
      calls.push({ name, args, address });
      return 90;
    });
    expect(calls).toEqual([{ name: 'SLM.DOWNTIME', args: [[['Item', new CellError('#N/A')], [null, 4]], null, 'x', [[4]], 2, [[1, 2]]], address: 'Data!D1' }]);
    expect(valueAt(sheet, 'D1')).toBe(90);
  });

  test('cells that mix both kinds of functions', async () => {
    const { workbook, sheet } = sheetOf({ A1: '=IFERROR(SLM.AVAILABILITY("Mail"),"–")', A2: '=ROUND(SLM.DOWNTIME("Mail")*60,0)', A3: '=SLM.DOWNTIME(SLM.ITEM(A2)&"!")', A4: '=IF(A2>0,"late",SLM.NEVER())' });
    const called: string[] = [];
    await recalculate(workbook, async (name, args) => {
      called.push(name);
      if (name === 'SLM.AVAILABILITY') return new CellError('#N/A', 'No agreed time.');
      if (name === 'SLM.ITEM') return `item ${String((args[0] as ModelValue[][])[0]?.[0])}`;
      return args[0] === 'Mail' ? 1.5042 : (args[0] as string);
    });
    expect(['A1', 'A2', 'A3', 'A4'].map((cell) => valueAt(sheet, cell))).toEqual(['–', 90, 'item 90!', 'late']); // 1.5042 × 60 = 90.252
    expect(called).not.toContain('SLM.NEVER');
  });

  test('all calls that are ready go out together; those that need their results after them', async () => {
    const { workbook, sheet } = sheetOf({});
    for (let row = 0; row < 500; row++) {
      sheet.set(row, 0, { formula: `=SLM.FIRST(${row})` });
      sheet.set(row, 1, { formula: `=SLM.SECOND(A${row + 1})` });
    }
    const waiting: { answer: () => void }[] = [];
    const sizes: number[] = [];
    const done = recalculate(workbook, (_, args) => new Promise((resolve) => waiting.push({ answer: () => resolve((typeof args[0] === 'number' ? args[0] : Number((args[0] as number[][])[0]?.[0])) + 1) })));
    for (let round = 0; round < 2; round++) {
      await new Promise((resolve) => setImmediate(resolve));
      sizes.push(waiting.length);
      for (const each of waiting.splice(0)) each.answer();
    }
    await done;
    expect(sizes).toEqual([500, 500]);
    expect(valueAt(sheet, 'B9')).toBe(10); // row 8: 8 + 1 + 1
  });

  test('a matrix spills; a rejected call is #VALUE! with its message', async () => {
    const { workbook, sheet } = sheetOf({ A1: '=SLM.BUDGET(1)', A5: '=SLM.BROKEN(1)' });
    await recalculate(workbook, async (name) => (name === 'SLM.BUDGET' ? [[1, 'two', new CellError('#N/A')]] : Promise.reject(new Error('bad'))));
    expect(['A1', 'B1', 'C1', 'A5'].map((cell) => valueAt(sheet, cell))).toEqual([1, 'two', '#N/A', '#VALUE!']);
    expect((sheet.cell(4, 0)?.value as CellError).message).toBe('bad');
  });
});

describe('recalculate: what is not known', () => {
  test('a formula with an unknown function or a link to another file keeps its value', async () => {
    const { workbook, sheet } = sheetOf({ A1: 5, B1: '=A1+1' });
    sheet.set(1, 0, { formula: '=CUBEVALUE("x")', value: 12 });
    sheet.set(2, 0, { formula: '=[1]Other!A1', value: 13 });
    sheet.set(3, 0, { formula: '=CUBEVALUE("x")' });
    await recalculate(workbook, noCalls);
    expect(['A2', 'A3', 'A4', 'B1'].map((cell) => valueAt(sheet, cell))).toEqual([12, 13, '#NAME?', 6]);
  });
});

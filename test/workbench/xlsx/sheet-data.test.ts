/** Forms of worksheets that some writers use and the fixtures do not hold. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ModelWorkbook } from '../../../src/workbench/host/model';
import { openWorkbook } from '../../../src/workbench/xlsx/open';
import { saveWorkbook } from '../../../src/workbench/xlsx/save';
import { packageFaults } from '../../support/package-faults';

const SHEET = 'xl/worksheets/sheet1.xml';

/** A workbook with one sheet whose part is that text; other parts may be added. */
async function withSheet(text: string, others: Record<string, string> = {}): Promise<Uint8Array> {
  const workbook = new ModelWorkbook();
  workbook.addSheet('Data');
  const parts = unzipSync(await saveWorkbook(workbook));
  parts[SHEET] = strToU8(text);
  for (const [name, content] of Object.entries(others)) parts[name] = strToU8(content);
  return zipSync(parts);
}
const worksheet = (rows: string) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const sheetText = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)[SHEET]!);

test('a prefix for the main namespace, cells and rows without references, rich inline text, ISO dates', async () => {
  const bytes = await withSheet(
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>a &amp; </x:t></x:r><x:r><x:t>b</x:t></x:r><x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:is></x:c></x:row>' +
      '<x:row><x:c t="d"><x:v>2026-10-07T12:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  );
  const workbook = await openWorkbook(bytes);
  const sheet = workbook.sheets[0]!;
  expect([sheet.cell(0, 0)?.value, sheet.cell(0, 1)?.value, sheet.cell(1, 0)?.value]).toEqual([1, 'a & b', 46302.5]);
  sheet.set(0, 3, { value: 'new' });
  const saved = await saveWorkbook(workbook);
  expect(await packageFaults(saved)).toEqual([]);
  const again = (await openWorkbook(saved)).sheets[0]!;
  expect([0, 1, 3].map((column) => again.cell(0, column)?.value)).toEqual([1, 'a & b', 'new']);
  expect(again.cell(1, 0)?.value).toBe(46302.5);
});

test('shared formulas are read cell by cell; when one is changed, the others stay what they were', async () => {
  const bytes = await withSheet(
    worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>'),
  );
  const workbook = await openWorkbook(bytes);
  const sheet = workbook.sheets[0]!;
  expect([0, 1, 2].map((row) => sheet.cell(row, 1)?.formula)).toEqual(['=A1*$A$1', '=A2*$A$1', '=A3*$A$1']);
  sheet.set(0, 1, { value: 'gone', formula: undefined });
  const again = (await openWorkbook(await saveWorkbook(workbook))).sheets[0]!;
  expect([0, 1, 2].map((row) => [again.cell(row, 1)?.formula, again.cell(row, 1)?.value])).toEqual([[undefined, 'gone'], ['=A2*$A$1', 2], ['=A3*$A$1', 3]]);
});

test('a spill keeps its marks when its values change, and gets another range when it grows', async () => {
  const workbook = new ModelWorkbook();
  const sheet = workbook.addSheet('Data');
  sheet.set(0, 0, { value: 1, formula: '=SLM.IMPACT("Mail")', spill: { rows: 2, columns: 1 } });
  sheet.set(1, 0, { value: 2, spilledFrom: { row: 0, column: 0 } });
  const opened = await openWorkbook(await saveWorkbook(workbook));
  const cells = opened.sheets[0]!;
  expect(cells.cell(0, 0)?.spill).toEqual({ rows: 2, columns: 1 });
  cells.set(0, 0, { value: 10 });
  expect(sheetText(await saveWorkbook(opened))).toContain('<c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_SLM_IMPACT("Mail")</f><v>10</v></c>');
  cells.set(0, 0, { spill: { rows: 3, columns: 1 } });
  cells.set(2, 0, { value: 'x', spilledFrom: { row: 0, column: 0 } });
  const text = sheetText(await saveWorkbook(opened));
  expect(text).toContain('ref="A1:A3"');
  expect(text).toContain('<c r="A3" t="str"><v>x</v></c>');
});

test('a cell that only had a value and loses it goes; one with a style stays as an empty cell', async () => {
  const bytes = await withSheet(worksheet('<row r="1" spans="1:2"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'));
  const workbook = await openWorkbook(bytes);
  workbook.sheets[0]!.set(0, 0, { value: null });
  workbook.sheets[0]!.set(0, 1, { value: null, style: Object.freeze({ bold: true }) });
  expect(sheetText(await saveWorkbook(workbook))).toMatch(/<sheetData><row r="1"><c r="B1" s="\d+"\/><\/row><\/sheetData>/);
});

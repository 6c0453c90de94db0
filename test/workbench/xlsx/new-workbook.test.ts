/** Workbooks that were never a file: what is saved, read by other readers than ours. */
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { CellError, internStyle, ModelWorkbook, type ModelChart, type ModelSheet } from '../../../src/workbench/host/model';
import { openWorkbook } from '../../../src/workbench/xlsx/open';
import { saveWorkbook } from '../../../src/workbench/xlsx/save';
import { packageFaults } from '../../support/package-faults';
import { reportLikeWorkbook } from '../../support/report-like-workbook';

const textOf = (bytes: Uint8Array, part: string) => strFromU8(unzipSync(bytes)[part]!);

describe('a workbook with everything a report holds', () => {
  let workbook: ModelWorkbook;
  let saved: Uint8Array;
  beforeAll(async () => {
    workbook = reportLikeWorkbook();
    saved = await saveWorkbook(workbook);
  });

  test('Excel would find nothing to repair', async () => {
    expect(await packageFaults(saved)).toEqual([]);
  });

  test('another reader reads the same cells, table and rules', async () => {
    const [report, data] = (await readXlsx(saved)).sheets;
    // That reader names the row above a break, from 0.
    expect(report?.rowBreaks).toEqual([19, 32]);
    expect(report?.name).toBe("Bank's report");
    expect(report?.rows[0]?.[0]).toBe('Service levels, October 2026');
    expect(report?.rows[3]?.slice(0, 3)).toEqual(['ATM Network', 0.9985, 'Met']);
    expect(data?.tables?.map(({ name, range }) => [name, range])).toEqual([['Outages', 'A1:D4']]);
    expect(data?.dataValidations?.map(({ type, values, formula1 }) => [type, values ?? formula1])).toContainEqual(['list', expect.anything()]);
  });

  test('opened again, it is what it was', async () => {
    const again = await openWorkbook(saved);
    const described = (sheet: ModelSheet) => ({
      name: sheet.name, visibility: sheet.visibility, tabColor: sheet.tabColor, gridlines: sheet.showGridlines, headings: sheet.showHeadings, freeze: sheet.freeze, widths: [...sheet.columnWidths], heights: [...sheet.rowHeights],
      cells: [...sheet.cells].map(([row, line]) => [row, [...line].map(([column, { value, formula, spill, spilledFrom, style }]) => [column, value, formula, spill, spilledFrom, style])]),
      merges: sheet.merges, tables: sheet.tables.map(({ name, range, style }) => [name, range, style]), validations: sheet.validations, layout: sheet.pageLayout, breaks: sheet.rowBreaks, links: [...sheet.links], properties: [...sheet.customProperties],
      bars: sheet.conditionalFormats.map(({ range, type, detail }) => [range, type, detail]), charts: sheet.charts.map(({ id: _id, part: _part, untouched: _untouched, left, top, ...chart }: ModelChart) => ({ ...chart, left: Math.round(left), top: Math.round(top) })),
    });
    expect(again.sheets.map(described)).toEqual(workbook.sheets.map(described));
    expect([...again.settings]).toEqual([...workbook.settings]);
    const names = (each: ModelWorkbook) => each.names.map(({ sheetId, ...name }) => ({ ...name, sheet: sheetId === null ? null : each.sheet(sheetId)?.name }));
    expect(names(again)).toEqual(names(workbook));
    expect(again.sheet(again.activeSheetId)?.name).toBe("Bank's report");
  });

  test('custom functions are stored as Excel stores them, with their values; spills as dynamic arrays', () => {
    const sheet = textOf(saved, 'xl/worksheets/sheet2.xml');
    expect(sheet).toContain('<c r="F2" cm="1"><f t="array" ref="F2">_xldudf_SLM_DOWNTIME(Outages[[#This Row],[Item]])</f><v>35</v></c>'.replace('Outages[[#This Row],[Item]]', '"Mail",Outages[#All]'));
    expect(sheet).toContain('<f t="array" ref="F4:H4">_xldudf_SLM_ERRORBUDGET(0.99,100,50,1)</f>');
    expect(sheet).toContain('_xlfn._xlws.SORT(A2:A4)');
    expect(sheet).not.toContain('SLM.');
    expect(textOf(saved, 'xl/metadata.xml')).toContain('fDynamic="1"');
  });

  test('data bars are solid, from 0 to 1, in both generations', () => {
    const sheet = textOf(saved, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FF638EC6"/>');
    expect(sheet).toMatch(/<x14:dataBar minLength="0" maxLength="100" gradient="0"[^>]*><x14:cfvo type="num"><xm:f>0<\/xm:f><\/x14:cfvo><x14:cfvo type="num"><xm:f>1<\/xm:f><\/x14:cfvo>/);
    const id = /<x14:id>([^<]+)<\/x14:id>/.exec(sheet)?.[1];
    expect(sheet).toContain(`<x14:cfRule type="dataBar" id="${id}"`);
  });

  test('page breaks stand after header and footer, with the number of the row above, over all columns', () => {
    const sheet = textOf(saved, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('</headerFooter><rowBreaks count="2" manualBreakCount="2"><brk id="20" max="16383" man="1"/><brk id="33" max="16383" man="1"/></rowBreaks>');
    expect(textOf(saved, 'xl/worksheets/sheet2.xml')).not.toContain('rowBreaks');
  });

  test('charts have no border and no round corners, and hold their values', () => {
    const chart = textOf(saved, 'xl/charts/chart1.xml');
    expect(chart).toContain('<c:roundedCorners val="0"/>');
    expect(chart).toContain('<c:gapWidth val="40"/>');
    expect(chart).toContain('<c:numCache><c:formatCode>0.0%</c:formatCode><c:ptCount val="3"/>');
    expect(textOf(saved, 'xl/drawings/drawing1.xml')).toContain('descr="Availability of three services, October 2026"');
  });
});

test('texts of every kind survive', async () => {
  const texts = ['=SUM(A1)', '+1', '-', '@x', ' leading', 'trailing ', 'two\nlines', 'tab\there', '\u0001bell\u0007', '_x0041_', 'a_x0009_b', '<&>"\'', '🏦 bank', 'é', '\r\n', '', 'x'.repeat(32_767), '\ud800 alone', '0123', 'TRUE', '#N/A'];
  const workbook = new ModelWorkbook();
  const sheet = workbook.addSheet('Texts');
  texts.forEach((value, row) => sheet.set(row, 0, { value, style: internStyle({ quotePrefix: value.startsWith('=') }) }));
  const saved = await saveWorkbook(workbook);
  expect(await packageFaults(saved)).toEqual([]);
  const again = await openWorkbook(saved);
  expect(texts.map((_, row) => again.sheets[0]?.cell(row, 0)?.value ?? '')).toEqual(texts);
  expect(again.sheets[0]?.cell(0, 0)?.formula).toBeUndefined();
  expect(again.sheets[0]?.cell(0, 0)?.style.quotePrefix).toBe(true);
});

test('values of every kind survive', async () => {
  const values = [0, -0.1, 1e-300, 1.7976931348623157e308, 123456789.123456, true, false, new CellError('#N/A'), new CellError('#DIV/0!'), null];
  const workbook = new ModelWorkbook();
  const sheet = workbook.addSheet('Values');
  values.forEach((value, row) => sheet.set(row, 0, { value }));
  sheet.set(20, 0, { value: new CellError('#SPILL!'), formula: '=SEQUENCE(3)' });
  const again = (await openWorkbook(await saveWorkbook(workbook))).sheets[0];
  expect(values.map((_, row) => again?.cell(row, 0)?.value ?? null)).toEqual(values);
  expect(again?.cell(20, 0)).toMatchObject({ formula: '=SEQUENCE(3)', value: new CellError('#VALUE!') });
});

test('a workbook without a visible sheet, or with two of one name, is refused', async () => {
  const workbook = new ModelWorkbook();
  await expect(saveWorkbook(workbook)).rejects.toThrow('visible sheet');
  workbook.addSheet('A');
  workbook.addSheet('a');
  await expect(saveWorkbook(workbook)).rejects.toThrow('same name');
});

test('saving twice gives the same bytes, and the workbook can be changed between', async () => {
  const workbook = reportLikeWorkbook();
  const first = await saveWorkbook(workbook);
  expect(Buffer.compare(first, await saveWorkbook(workbook))).toBe(0);
  workbook.sheets[0]!.set(10, 0, { value: 'more' });
  expect((await openWorkbook(await saveWorkbook(workbook))).sheets[0]?.cell(10, 0)?.value).toBe('more');
});

/**
 * Workbooks of other programs, opened, changed and saved. How the files were made: test/fixtures/README.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { CellError, type ModelWorkbook } from '../../../src/workbench/host/model';
import { openWorkbook } from '../../../src/workbench/xlsx/open';
import { saveWorkbook } from '../../../src/workbench/xlsx/save';
import { packageFaults } from '../../support/package-faults';

const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(__dirname, '../../fixtures', name)));
const partsOf = (bytes: Uint8Array) => unzipSync(bytes);

/** Names of parts whose bytes are not the same in both. */
function differences(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !old[name] || !now[name] || Buffer.compare(old[name], now[name]) !== 0).sort();
}

describe.each(['foreign.xlsx', 'foreign-libreoffice.xlsx'])('%s', (file) => {
  let bytes: Uint8Array;
  let workbook: ModelWorkbook;
  beforeEach(async () => {
    bytes = bytesOf(file);
    workbook = await openWorkbook(bytes, file);
  });
  const outages = () => workbook.sheets[0]!;

  test('values', () => {
    const value = (row: number, column: number) => outages().cell(row, column)?.value;
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([['Outages', 'Visible'], ['Second sheet', 'Visible'], ['Hidden', 'Hidden']]);
    expect([0, 1, 2, 3].map((column) => value(0, column))).toEqual(['Item', 'Start', 'Minutes', 'Share']);
    // 2026-10-07 is day 46302; 9:10 is 550 / 1440.
    expect(value(1, 1)).toBeCloseTo(46302 + 550 / 1440, 8);
    expect(value(3, 0)).toBe('Branch & Counter');
    expect(value(1, 5)).toEqual(new CellError('#N/A'));
    expect(value(2, 5)).toBe(true);
    expect(value(3, 5)).toBe(' two\nlines ');
    expect(outages().cell(4, 5)?.formula).toBe('=SUM(C2:C4)');
    expect(workbook.sheet('Second sheet')?.cell(0, 0)?.formula).toBe('=Outages!C2*2');
    expect(workbook.sheet('Second sheet')?.cell(2, 0)?.spill).toEqual({ rows: 3, columns: 1 });
    expect(workbook.sheet('Second sheet')?.cell(4, 0)?.spilledFrom).toEqual({ row: 2, column: 0 });
  });

  test('styles, with the theme resolved', () => {
    const style = (row: number, column: number) => outages().cell(row, column)?.style ?? {};
    expect(style(0, 0)).toMatchObject({ fontName: 'Arial', fontSize: 14, bold: true, fontColor: '#1F1F1F' });
    // Accent 1 of openpyxl's theme is 4F81BD; 60% towards white is B8CCE4 (as Excel shows it).
    expect(style(0, 1).fill).toMatch(/^#B[789]C[CD]E[345]$/);
    expect(style(0, 2).borders).toMatchObject({ bottom: { style: 'Continuous', weight: 'Medium', color: '#FF0000' }, left: { style: 'Dash' } });
    expect(style(0, 3)).toMatchObject({ vertical: 'Top', wrap: true, rotation: 45 });
    // LibreOffice writes yyyy\\-mm\\-dd\\ hh:mm.
    expect(style(1, 1).numberFormat?.replace(/\\/g, '')).toBe('yyyy-mm-dd hh:mm');
    expect(style(1, 3).numberFormat).toBe('0.0%');
    expect(style(6, 5).locked).toBe(false);
  });

  test('layout, table, names, rules, print set-up, links, charts', () => {
    const sheet = outages();
    // 24 characters of 7 pixels, 3/4 point each.
    expect(sheet.columnWidths.get(0)).toBe(126);
    expect(sheet.hiddenColumns.has(6)).toBe(true);
    expect(sheet.rowHeights.get(0)).toBe(30);
    expect(sheet.hiddenRows.has(5)).toBe(true);
    expect(sheet.merges).toEqual([{ row: 4, column: 7, rows: 2, columns: 3 }]);
    expect(sheet.tabColor).toBe('#118811');
    expect(sheet.tables).toMatchObject([{ name: 'Outages', range: { row: 0, column: 0, rows: 4, columns: 4 } }]);
    expect(workbook.names.map(({ name, formula }) => [name, formula.replace(/\$/g, '')])).toEqual(expect.arrayContaining([['Minutes', '=Outages!C2:C4'], ['Local', "='Second sheet'!A1"]]));
    expect(sheet.pageLayout).toMatchObject({ orientation: 'Landscape', paperSize: 'A4', printArea: 'A1:F20', titleRows: '$1:$1', fitWide: 1, fitTall: 0 });
    expect(sheet.pageLayout?.headersFooters.rightFooter).toMatch(/&P of &N$/);
    expect(sheet.conditionalFormats.map(({ type }) => type).sort()).toEqual(['CellValue', 'Custom', 'Custom', 'DataBar']);
    expect(sheet.conditionalFormats.find(({ type }) => type === 'DataBar')?.detail).toMatchObject({ dataBar: { lowerBoundRule: { type: 'Number', formula: '0' }, upperBoundRule: { type: 'Number', formula: '1' }, positiveFormat: { fillColor: '#638EC6' } } });
    expect(sheet.validations.find(({ range }) => range.column === 8)?.rule).toEqual({ list: { inCellDropDown: true, source: 'Yes,No' } });
    expect(sheet.validations.find(({ range }) => range.column === 9)?.rule).toEqual({ decimal: { formula1: 0, formula2: 1, operator: 'Between' } });
    expect(sheet.links.get('H1')?.reference).toBe('https://example.com/a?b=1&c=2');
    expect(sheet.charts).toMatchObject([{ type: 'ColumnClustered', title: 'Minutes', untouched: true }]);
    expect(sheet.charts[0]?.series[0]?.values.replace(/'/g, '')).toBe('Outages!$C$2:$C$4');
    expect(workbook.sheet('Second sheet')?.charts[0]?.type).toMatch(/^Line/);
  });

  test('saved without a change, every part is what it was', async () => {
    expect(differences(bytes, await saveWorkbook(workbook))).toEqual([]);
  });

  test('a changed cell is in its sheet; every other part, and every other row, is what it was', async () => {
    outages().set(1, 2, { value: 99 });
    outages().set(40, 0, { value: '=text, not a formula', style: outages().cell(0, 0)!.style });
    const saved = await saveWorkbook(workbook);
    expect(differences(bytes, saved)).toEqual(['xl/worksheets/sheet1.xml']);
    const rows = (content: Uint8Array) => strFromU8(partsOf(content)['xl/worksheets/sheet1.xml']!).match(/<row [\s\S]*?<\/row>/g)!;
    expect(rows(saved).slice(2, 7)).toEqual(rows(bytes).slice(2, 7));
    const read = (await readXlsx(saved)).sheets[0]!;
    expect(read.rows[1]?.slice(0, 3)).toEqual(['Mail', expect.anything(), 99]);
    expect(read.rows[40]?.[0]).toBe('=text, not a formula');
    expect(await packageFaults(saved)).toEqual(await packageFaults(bytes));
  });

  test('all aspects of a sheet changed: what was there is still said, nothing is out of order', async () => {
    const sheet = outages();
    for (const aspect of ['name', 'visibility', 'view', 'columns', 'rows', 'merges', 'tables', 'conditionalFormats', 'validations', 'pageLayout', 'rowBreaks', 'customProperties', 'links'] as const) sheet.changed.add(aspect);
    sheet.customProperties.set('Plumbline.Report', 'operating-report');
    const saved = await saveWorkbook(workbook);
    expect(await packageFaults(saved)).toEqual(await packageFaults(bytes));
    const again = (await openWorkbook(saved)).sheets[0]!;
    const described = (each: typeof sheet) => ({
      columns: [...each.columnWidths], hidden: [...each.hiddenColumns], rows: [...each.rowHeights], hiddenRows: [...each.hiddenRows], merges: each.merges, freeze: each.freeze, tab: each.tabColor, gridlines: each.showGridlines,
      formats: each.conditionalFormats.map(({ range, type, detail }) => ({ range, type, detail })), validations: each.validations, layout: each.pageLayout, links: [...each.links],
      tables: each.tables.map(({ name, range, style }) => ({ name, range, style })),
    });
    expect(described(again)).toEqual(described(sheet));
    expect(again.customProperties.get('Plumbline.Report')).toBe('operating-report');
    const parts = partsOf(saved);
    expect(Object.keys(partsOf(bytes)).filter((name) => !parts[name])).toEqual([]);
  });

  test('page breaks: those set by hand are read; others, and what the file says of each, stay', async () => {
    const parts = partsOf(bytes);
    const part = 'xl/worksheets/sheet1.xml';
    const breaks = '<rowBreaks count="3" manualBreakCount="2"><brk id="5" min="1" max="4" man="1"/><brk id="9" max="16383"/><brk id="12" max="16383" man="1"/></rowBreaks>';
    const before = strFromU8(parts[part]!).replace(/<rowBreaks[\s\S]*?<\/rowBreaks>/, '');
    const withBreaks = before.replace(/(<(?:\w+:)?headerFooter[\s\S]*?<\/(?:\w+:)?headerFooter>)/, `$1${breaks}`);
    expect(withBreaks).toContain(breaks);
    const file = await openWorkbook(zipSync({ ...parts, [part]: strToU8(withBreaks) }));
    const sheet = file.sheets[0]!;
    expect(sheet.rowBreaks).toEqual([5, 12]);
    const saved = async (rows: readonly number[]) => {
      sheet.rowBreaks = rows;
      sheet.changed.add('rowBreaks');
      const content = await saveWorkbook(file);
      expect(await packageFaults(content)).toEqual(await packageFaults(bytes));
      expect((await openWorkbook(content)).sheets[0]?.rowBreaks).toEqual(rows);
      return strFromU8(partsOf(content)[part]!).match(/<rowBreaks[\s\S]*<\/rowBreaks>/)?.[0];
    };
    expect(await saved([5, 20])).toBe('<rowBreaks count="3" manualBreakCount="2"><brk id="5" min="1" max="4" man="1"/><brk id="9" max="16383"/><brk id="20" max="16383" man="1"/></rowBreaks>');
    expect(await saved([])).toBe('<rowBreaks count="1" manualBreakCount="0"><brk id="9" max="16383"/></rowBreaks>');
  });

  test('sheets moved, renamed, added and deleted', async () => {
    const [first, second] = workbook.sheets;
    workbook.sheets = [second!, first!];
    second!.name = 'Renamed';
    second!.changed.add('name');
    const added = workbook.addSheet('Report 2026-10');
    added.set(0, 0, { value: 'Hello' });
    workbook.activeSheetId = added.id;
    const saved = await saveWorkbook(workbook);
    expect(await packageFaults(saved)).toEqual(await packageFaults(bytes));
    const again = await openWorkbook(saved);
    expect(again.sheets.map(({ name }) => name)).toEqual(['Renamed', 'Outages', 'Report 2026-10']);
    expect(again.sheet(again.activeSheetId)?.name).toBe('Report 2026-10');
    expect(again.sheet('Outages')?.pageLayout?.printArea).toBe('A1:F20');
    expect(again.names.find(({ name }) => name === 'Local')?.sheetId).toBe(again.sheets[0]?.id);
    expect((await readXlsx(saved)).sheets.map(({ name }) => name)).toEqual(['Renamed', 'Outages', 'Report 2026-10']);
  });

  test('charts follow a sheet that was renamed', async () => {
    outages().name = "Bank's outages";
    outages().changed.add('name');
    const again = await openWorkbook(await saveWorkbook(workbook));
    expect(again.sheets.slice(0, 2).map(({ charts }) => charts[0]?.series[0]?.values)).toEqual(["'Bank''s outages'!$C$2:$C$4", "'Bank''s outages'!$C$2:$C$4"]);
  });

  test('a chart deleted goes with its part; the other sheet and the picture keep theirs', async () => {
    outages().charts = [];
    outages().changed.add('charts');
    const saved = await saveWorkbook(workbook);
    const parts = Object.keys(partsOf(saved));
    expect(parts.filter((name) => name.startsWith('xl/charts/chart'))).toEqual(['xl/charts/chart2.xml']);
    expect(parts).toContain('xl/media/image1.png');
    expect(strFromU8(partsOf(saved)['xl/drawings/drawing1.xml']!)).toMatch(/<(xdr:)?pic[ >]/);
    expect(await packageFaults(saved)).toEqual(await packageFaults(bytes));
  });
});

test('the 1904 date system', async () => {
  const workbook = await openWorkbook(bytesOf('dates-1904.xlsx'));
  expect(workbook.dateSystem).toBe(1904);
  // 1 January 1904 is day 0; 7 October 2026 is day 46302 − 1462 of it.
  expect(workbook.sheets[0]?.cell(0, 0)?.value).toBeCloseTo(46302 - 1462 + 0.5, 9);
  expect(workbook.sheets[0]?.cell(0, 1)?.value).toBe(1);
  workbook.sheets[0]!.set(0, 2, { value: 44840 });
  const saved = await saveWorkbook(workbook);
  expect((await openWorkbook(saved)).dateSystem).toBe(1904);
});

test.each([
  ['no zip', new Uint8Array([1, 2, 3, 4]), /not an \.xlsx workbook/],
  ['an old or encrypted workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /\.xls workbook, or it is encrypted/],
  ['a cut-off file', bytesOf('foreign.xlsx').slice(0, 5000), /not an \.xlsx workbook/],
])('%s is refused in words', async (_, bytes, message) => {
  await expect(openWorkbook(bytes)).rejects.toThrow(message);
});

import type { SheetModel } from '../../src/reports/sheet';
import { type WriteOptions, writeSheets } from '../../src/excel/write';
import { workbookPicture } from './picture';
import { FIGURES, report } from './sheets';

const sheetOf = (name: string) => host.workbook.sheet(name)!;
const valueAt = (sheet: string, row: number, column: number) => sheetOf(sheet).cell(row, column)?.value ?? null;
const picture = () => workbookPicture(host.workbook);

/** Types into a cell as a person does. */
const type = (sheet: string, address: string, value: string | number) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });

test('new sheets get everything that they describe', async () => {
  const result = await writeSheets([FIGURES, report('2026-10', 4)]);
  expect(result).toEqual({
    sheets: [
      { kind: 'figures', subject: '', name: 'Figures', isNew: true },
      { kind: 'operating-report', subject: '2026-10', name: 'Report 2026-10', isNew: true },
    ],
    replaced: [],
    undo: 'none',
  });
  const sheet = sheetOf('Report 2026-10');
  expect(sheet.cell(0, 1)).toMatchObject({ value: '=not a formula for 2026-10', formula: undefined, style: { quotePrefix: true, bold: true, fontSize: 20, fontColor: '#1F1F1F', fontName: 'Calibri' } });
  expect(sheet.cell(1, 1)?.style).toMatchObject({ wrap: true, vertical: 'Top' });
  expect(sheet.cell(2, 1)?.style.borders?.bottom).toEqual({ style: 'Continuous', color: '#8A8A8A', weight: 'Thin' });
  expect(sheet.cell(3, 1)?.style).toMatchObject({ fill: '#F9DEE0', bold: true });
  expect(sheet.cell(3, 2)).toMatchObject({ value: 0.995, style: { numberFormat: '"≥ "0.00%' } });
  expect(sheet.cell(5, 3)?.style.borders?.left).toEqual({ style: 'Continuous', color: '#E6E6E6', weight: 'Thin' });
  expect(sheet.cell(7, 2)?.formula).toBe('=SUM(C4:C7)');
  // Every cell of the block, blank ones too, is in Calibri.
  expect(sheet.cell(12, 0)?.style).toEqual({ fontName: 'Calibri', fontSize: 11 });
  // Our look, not Excel's blue and underlined one.
  expect(sheet.cell(7, 1)?.style).toMatchObject({ fontColor: '#0F548C' });
  expect(sheet.cell(7, 1)?.style.underline ?? 'None').toBe('None');
  expect(sheet.links.get('B8')).toMatchObject({ reference: "'Figures'!A1" });
  expect(sheet.merges).toEqual([{ row: 1, column: 1, rows: 1, columns: 3 }]);
  expect([...sheet.columnWidths]).toEqual([[0, 9], [1, 120], [2, 60], [3, 60]]);
  expect(sheet.rowHeights.get(0)).toBe(30);
  expect(sheet).toMatchObject({ showGridlines: false, showHeadings: false, tabColor: '#0F548C', freeze: { rows: 0, columns: 0 } });
  expect(sheet.validations).toMatchObject([{ rule: { list: { inCellDropDown: true, source: 'Service 0,Service 1' } }, errorAlert: { style: 'Warning', message: 'One of the services.' } }]);
  expect(sheet.pageLayout).toMatchObject({
    orientation: 'Landscape',
    fitWide: 1,
    fitTall: 1,
    titleRows: '$3:$3',
    centerHorizontally: true,
    margins: { left: 25.2, right: 25.2, bottom: 32.4, footer: 14.4 },
    headersFooters: { leftFooter: '&8&"Calibri,Regular"Research and Development', centerFooter: '', rightFooter: '&8&"Calibri,Regular"Page &P of &N' },
  });
  expect(sheet.rowBreaks).toEqual([3, 9]);
  expect(sheet.conditionalFormats).toMatchObject([{ type: 'DataBar', range: { row: 3, column: 3, rows: 4, columns: 1 } }]);
  expect(sheet.charts).toMatchObject([
    {
      name: 'Downtime cost',
      type: 'ColumnClustered',
      title: null,
      legend: null,
      border: false,
      valueAxis: { minimum: 0, maximum: 4000, majorUnit: 500, gridlines: '#E3E3E3' },
      series: [
        { name: 'Other months', values: 'Figures!$B$2:$B$3', categories: 'Figures!$A$2:$A$3', color: '#929292', labels: null, gapWidth: 45, overlap: 100 },
        { name: '2026-10', values: 'Figures!$C$2:$C$3', color: '#0F548C', labels: { numberFormat: '0.0' } },
      ],
    },
  ]);
  expect(sheetOf('Figures').tables).toMatchObject([{ name: 'FigureList', range: { row: 0, column: 0, rows: 3, columns: 3 }, style: 'TableStyleLight1' }]);
  expect(sheetOf('Figures').freeze).toEqual({ rows: 1, columns: 0 });
});

test.each(['Board, final', "Jan's, not Feb's!", 'A!B1,C2'])('a sheet that is now called %s is rewritten in place', async (name) => {
  await writeSheets([FIGURES, report('2026-10', 4)]);
  sheetOf('Report 2026-10').name = name;
  const { sheets } = await writeSheets([FIGURES, report('2026-10', 4)]);
  expect(sheets.map((sheet) => [sheet.name, sheet.isNew])).toEqual([['Figures', false], [name, false]]);
  expect(sheetOf(name).merges).toEqual([{ row: 1, column: 1, rows: 1, columns: 3 }]);
  expect(sheetOf(name).conditionalFormats).toHaveLength(1);
});

/** `month` as its own sheets are named; a second run looks as if it had been the first. */
test.each([
  ['longer', 4, 7],
  ['shorter', 7, 4],
  ['the same', 4, 4],
])('a report is rewritten in place, whatever it is called now: %s', async (_, before, after) => {
  await writeSheets([FIGURES, report('2026-10', after)]);
  const wanted = picture() as { sheets: { name: string }[] };
  host.reset();
  await writeSheets([FIGURES, report('2026-10', before)]);
  sheetOf('Report 2026-10').name = 'For the board';
  const ids = host.workbook.sheets.map((sheet) => sheet.id);
  const chart = sheetOf('For the board').charts[0]!.id;
  const result = await writeSheets([FIGURES, report('2026-10', after)]);
  expect(result.sheets.map(({ name, isNew }) => [name, isNew])).toEqual([['Figures', false], ['For the board', false]]);
  expect(result.replaced).toEqual([]);
  expect(host.workbook.sheets.map((sheet) => sheet.id)).toEqual(ids);
  expect(sheetOf('For the board').charts.map(({ id }) => id)).toEqual([chart]);
  sheetOf('For the board').name = 'Report 2026-10';
  const found = picture() as { sheets: { name: string; cells: object; rowHeights: object; properties: object }[] };
  for (const sheet of found.sheets) forgetCleared(sheet, wanted.sheets.find(({ name }) => name === sheet.name)!);
  expect(found).toEqual(wanted);
});

/** Cells that a longer report had are blank in Calibri afterwards; in a fresh one they were never touched. */
function forgetCleared(found: { cells: object }, wanted: object): void {
  const { cells } = wanted as { cells: object };
  found.cells = Object.fromEntries(
    Object.entries(found.cells).filter(([place, cell]) => place in cells || JSON.stringify(Object.entries(cell as object).filter(([, value]) => value !== undefined)) !== '[["value",null]]'),
  );
}

test('pages of a report that is rewritten end where it says now; those of a sheet without a print set-up stay', async () => {
  await writeSheets([FIGURES, report('2026-10', 4)]);
  await Excel.run(async (context) => {
    for (const name of ['Figures', 'Report 2026-10']) context.workbook.worksheets.getItem(name).horizontalPageBreaks.add('A3');
    await context.sync();
  });
  expect(sheetOf('Report 2026-10').rowBreaks).toEqual([2, 3, 9]);
  await writeSheets([FIGURES, report('2026-10', 7)]);
  expect([sheetOf('Figures').rowBreaks, sheetOf('Report 2026-10').rowBreaks]).toEqual([[2], [3, 12]]);
  const long = report('2026-10', 7);
  await writeSheets([FIGURES, { ...long, print: { ...long.print!, breaksBefore: undefined } }]);
  // Where a report says nothing of its pages, they end where they did.
  expect(sheetOf('Report 2026-10').rowBreaks).toEqual([3, 12]);
});

test('each subject has its own sheet', async () => {
  await writeSheets([FIGURES, report('2026-09', 3)]);
  const { sheets } = await writeSheets([FIGURES, report('2026-10', 3)]);
  expect(sheets.map(({ name, isNew }) => [name, isNew])).toEqual([['Figures', false], ['Report 2026-10', true]]);
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Figures', 'Report 2026-09', 'Report 2026-10']);
});

test('what people typed outside the block stays; inside it is listed', async () => {
  await writeSheets([FIGURES, report('2026-10', 4)]);
  await type('Report 2026-10', 'H3', 'my note');
  await type('Report 2026-10', 'B60', 12);
  await type('Report 2026-10', 'B5', 'Renamed');
  await type('Report 2026-10', 'A9', '=1+1');
  const { replaced } = await writeSheets([FIGURES, report('2026-10', 4)]);
  expect(valueAt('Report 2026-10', 2, 7)).toBe('my note');
  expect(valueAt('Report 2026-10', 59, 1)).toBe(12);
  expect(valueAt('Report 2026-10', 4, 1)).toBe('Service 1');
  expect(replaced).toEqual([
    { sheet: 'Report 2026-10', cell: 'B5', was: 'Renamed' },
    { sheet: 'Report 2026-10', cell: 'A9', was: '=1+1' },
  ]);
});

test('a report that shrinks leaves cells of people where it was', async () => {
  await writeSheets([FIGURES, report('2026-10', 20)]);
  // Rows 1 to 31 are the block; of four lines only rows 1 to 15.
  await type('Report 2026-10', 'A28', 'typed by hand');
  const { replaced } = await writeSheets([FIGURES, report('2026-10', 4)]);
  expect(replaced).toEqual([]);
  expect(valueAt('Report 2026-10', 27, 0)).toBe('typed by hand');
  expect(valueAt('Report 2026-10', 20, 1)).toBeNull();
});

test.each([
  ['=1+1'],
  ['+1'],
  ['-'],
  ['@here'],
  ["'quoted"],
  ['007'],
  ['1/2'],
  ['10 Oct'],
  ['99.5%'],
  ['TRUE'],
  ['WAHR'],
  ['#N/A'],
  ['1e5'],
])('text stays text: %s', async (text) => {
  await writeSheets([{ ...FIGURES, tables: [], dataBars: [], rows: [{ cells: [{ column: 0, value: text }] }] }]);
  expect(sheetOf('Figures').cell(0, 0)).toMatchObject({ value: text, formula: undefined });
});

test('a chart keeps what people did to it by hand', async () => {
  await writeSheets([FIGURES, report('2026-10', 4)]);
  sheetOf('Report 2026-10').charts[0]!.series[0]!.color = '#123456';
  await writeSheets([FIGURES, report('2026-10', 6)]);
  expect(sheetOf('Report 2026-10').charts).toMatchObject([{ series: [{ color: '#123456' }, { color: '#0F548C' }], valueAxis: { maximum: 6000 } }]);
});

test('a protected sheet is named, and nothing is written', async () => {
  await writeSheets([FIGURES, report('2026-10', 4)]);
  sheetOf('Report 2026-10').protected = true;
  const before = picture();
  await expect(writeSheets([FIGURES, report('2026-10', 7)])).rejects.toMatchObject({ code: 'ProtectedSheet', message: expect.stringContaining('“Report 2026-10”') });
  expect(picture()).toEqual(before);
});

test('a table of the user in the way is named, and nothing is written', async () => {
  await writeSheets([FIGURES, report('2026-10', 2)]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Report 2026-10');
    sheet.getRange('B20:C20').values = [['One', 'Two']];
    sheet.tables.add('B20:C21', true).name = 'Mine';
    await context.sync();
  });
  const before = picture();
  await expect(writeSheets([FIGURES, report('2026-10', 20)])).rejects.toMatchObject({ code: 'TableInTheWay', message: expect.stringContaining('Mine') });
  expect(picture()).toEqual(before);
});

test('tables for people keep their names, or are refused', async () => {
  await writeSheets([FIGURES], { as: 'tables' });
  expect(sheetOf('Figures').customProperties.size).toBe(0);
  const before = picture();
  await expect(writeSheets([FIGURES], { as: 'tables' })).rejects.toMatchObject({ code: 'TableExists', message: expect.stringContaining('FigureList') });
  expect(picture()).toEqual(before);
});

test('a report’s table whose name is taken gets another', async () => {
  await writeSheets([FIGURES], { as: 'tables' });
  await writeSheets([FIGURES]);
  await writeSheets([FIGURES]);
  expect(host.workbook.sheets.flatMap(({ name, tables }) => tables.map((table) => [name, table.name]))).toEqual([['Figures', 'FigureList'], ['Figures (2)', 'FigureList_2']]);
});

describe('on the minimum of the manifest, ExcelApi 1.13', () => {
  /** Office.js itself refuses what is newer than the host says, once it is told to look. */
  const checks = (OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } }).CommonUtility;
  beforeEach(() => {
    checks._doApiNotSupportedCheck = true;
    const known = Office.context.requirements.isSetSupported.bind(Office.context.requirements);
    jest.spyOn(Office.context.requirements, 'isSetSupported').mockImplementation((name, version) => (name === 'ExcelApi' ? Number(String(version ?? '1.1').split('.')[1]) <= 13 : known(name, version)));
  });
  afterEach(() => {
    checks._doApiNotSupportedCheck = false;
    jest.restoreAllMocks();
  });

  test('what is newer is refused', async () => {
    await expect(Excel.run(async (context) => context.workbook.getSelectedRange().getPrecedents())).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  test('reports are written, rewritten and put back', async () => {
    await writeSheets([FIGURES, report('2026-10', 4)]);
    await writeSheets([FIGURES, report('2026-10', 7)]);
    expect(valueAt('Report 2026-10', 9, 1)).toBe('Service 6');
    const before = picture();
    let failed = false;
    host.fault = ({ request }) => {
      if (failed || request.Actions.length < 200) return undefined;
      failed = true;
      return { code: 'GeneralException', afterActions: 150 };
    };
    await expect(writeSheets([FIGURES, report('2026-10', 3)])).rejects.toMatchObject({ code: 'GeneralException' });
    expect(picture()).toEqual(before);
  });
});

test('round trips and bytes do not grow with the report, until a request is full', async () => {
  const counted = async (models: readonly SheetModel[], options?: WriteOptions) => {
    host.roundTrips.length = 0;
    await writeSheets(models, options);
    // Office.js hands back its references on its own, afterwards.
    const trips = host.roundTrips.filter((trip) => !trip.request.Actions.some(({ Name }) => Name === '_RemoveReference'));
    return { trips: trips.length, largest: Math.max(...trips.map((trip) => Math.max(trip.requestBytes, trip.responseBytes))) };
  };
  const months = Array.from({ length: 6 }, (_, index) => report(`2026-0${index + 1}`, 40));
  // Two to look, one to write.
  expect((await counted([FIGURES, report('2026-10', 4)])).trips).toBe(3);
  // Figures was there: three more, to keep what stands on it.
  expect((await counted([FIGURES, ...months])).trips).toBe(6);
  // Two to look, three to keep what stands there, one to write.
  const again = await counted([FIGURES, ...months]);
  expect(again.trips).toBe(6);
  expect(again.largest).toBeLessThan(4_000_000);
  // 5,000 lines of 4 cells, in one request; when rewritten, the looks of 6,000 cells in each answer,
  // which is four for the report, and one for the figures.
  host.reset();
  expect((await counted([FIGURES, report('2026-11', 5000)])).trips).toBe(3);
  expect((await counted([FIGURES, report('2026-11', 5000)])).trips).toBe(2 + 2 + 5 + 1);
  // 6 MB of text do not go through at once, but 1,000 rows by 1,000 letters in each request.
  const wordy = { ...FIGURES, tables: [], dataBars: [], rows: Array.from({ length: 6000 }, () => ({ cells: [{ column: 0, value: 'x'.repeat(1000) }] })) };
  const full = await counted([wordy], { as: 'tables' });
  expect(full.trips).toBe(2 + 7);
  expect(full.largest).toBeLessThan(1_200_000);
});

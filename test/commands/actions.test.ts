import { type Activity, onActivity, perform } from '../../src/commands/actions';
import '../../src/commands/register';
import { sampleTables } from '../../src/sample';
import { TABLE_NAMES } from '../../src/tables/contract';
import { workbookPicture } from '../excel/picture';

const tablesInWorkbook = () => host.workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
const trips = () => host.roundTrips.filter(({ request }) => !request.Actions.some(({ Name }) => Name === '_RemoveReference'));

describe('tables', () => {
  test('the empty tables are all there, with one blank row, and nothing is wrong with them', async () => {
    await perform('insertEmptyTables', {});
    expect(tablesInWorkbook().map(({ table }) => table.name).sort()).toEqual([...TABLE_NAMES].sort());
    expect((await perform('check', {})).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the sample is written with its dates as serials', async () => {
    await perform('insertSample', {});
    const found = tablesInWorkbook().find(({ table }) => table.name === 'Outages')!;
    const outages = sampleTables().find(({ table }) => table === 'Outages')!;
    expect(found.table.range.rows).toBe(1 + outages.rows.length);
    const start = outages.columns.indexOf('Start');
    // Days from 1899-12-30, counted by the clock of the text.
    const serial = (Date.parse(`${String(outages.rows[0]![start])}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
    const cell = found.sheet.cell(found.table.range.row + 1, found.table.range.column + start)!;
    expect(cell.value).toBeCloseTo(serial, 9);
    expect(cell.style.numberFormat).toBe('yyyy-mm-dd hh:mm');
    expect((await perform('check', {})).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('in a workbook of the 1904 system dates are 1,462 days smaller', async () => {
    host.workbook.dateSystem = 1904;
    await perform('insertSample', {});
    const { sheet, table } = tablesInWorkbook().find((one) => one.table.name === 'Holidays')!;
    const date = sampleTables().find((content) => content.table === 'Holidays')!;
    const text = String(date.rows[0]![date.columns.indexOf('Date')]);
    expect(sheet.cell(table.range.row + 1, table.range.column + date.columns.indexOf('Date'))!.value).toBe((Date.parse(`${text}Z`) - Date.UTC(1904, 0, 1)) / 86_400_000);
  });

  test('nothing is inserted over tables that are there', async () => {
    await perform('insertEmptyTables', {});
    const before = workbookPicture(host.workbook);
    await expect(perform('insertSample', {})).rejects.toMatchObject({ code: 'TableExists', message: expect.stringContaining('Services') });
    expect(workbookPicture(host.workbook)).toEqual(before);
  });

  test('tables are listed with what they are taken for, and can be mapped', async () => {
    const sheet = host.workbook.sheet('Sheet1')!;
    ['Dienst', 'Beginn'].forEach((header, column) => sheet.set(0, column, { value: header }));
    sheet.tables.push({ id: 't1', name: 'Störungen', range: { row: 0, column: 0, rows: 2, columns: 2 }, style: 'TableStyleLight1', showBandedRows: true, showFilterButton: true, showTotals: false });
    expect((await perform('tables', {})).tables).toEqual([{ name: 'Störungen', sheet: 'Sheet1', role: null, header: ['Dienst', 'Beginn'], rows: 1, missing: [], columns: [] }]);
    await perform('mapTables', { mapping: { tables: { Störungen: 'Outages' }, columns: { Outages: { Dienst: 'item' } } } });
    expect((await perform('tables', {})).tables).toMatchObject([{ role: 'Outages', missing: [{ column: 'Start', field: 'start' }] }]);
  });
});

describe('report', () => {
  test('without tables it says what to do, and writes nothing', async () => {
    await expect(perform('buildReport', {})).rejects.toMatchObject({ code: 'NoTables' });
    expect(host.workbook.sheets).toHaveLength(1);
  });

  test.each([
    [{ month: 'October' }, 'BadMonth'],
    [{ asOf: '2026-11-02' }, 'BadInstant'],
    [{ only: ['everything'] }, 'BadPart'],
  ])('refuses %j', async (params, code) => {
    await expect(perform('buildReport', params)).rejects.toMatchObject({ code });
  });

  test('of the sample: written, rewritten, and in a handful of round trips', async () => {
    await perform('insertSample', {});
    const tables = workbookPicture(host.workbook).sheets as unknown[];
    host.roundTrips.length = 0;
    const steps: string[] = [];
    const first = await perform('buildReport', { month: '2026-10' }, { progress: ({ text }) => steps.push(text) });
    expect(first.sheets.every(({ isNew }) => isNew)).toBe(true);
    expect(first.figures.month).toBe('2026-10-01');
    expect(new Set(steps).size).toBeGreaterThan(5);
    // Three to read the tables, two to look at the sheets, three to write: some 1 MB in and 2 MB out.
    expect(trips()).toHaveLength(3 + 2 + 3);
    const bytes = (of: 'requestBytes' | 'responseBytes') => trips().reduce((sum, trip) => sum + trip[of], 0);
    expect(bytes('responseBytes')).toBeLessThan(1_500_000);
    expect(bytes('requestBytes')).toBeLessThan(3_000_000);
    // The user's own sheets are untouched.
    expect((workbookPicture(host.workbook).sheets as unknown[]).slice(0, tables.length)).toEqual(tables);
    // No cell of the report holds a custom function, and every cell that has anything is in Calibri.
    const cells = first.sheets.flatMap(({ name }) => [...host.workbook.sheet(name)!.cells.values()].flatMap((line) => [...line.values()]));
    expect(cells.length).toBeGreaterThan(1000);
    expect(cells.filter(({ formula, style }) => /SLM/i.test(formula ?? '') || style.fontName !== 'Calibri')).toEqual([]);

    const written = workbookPicture(host.workbook);
    host.roundTrips.length = 0;
    const again = await perform('buildReport', { month: '2026-10' });
    expect(again.sheets.map(({ name, isNew }) => [name, isNew])).toEqual(first.sheets.map(({ name }) => [name, false]));
    expect(again.replaced).toEqual([]);
    // Nine more, to keep what stands there: seven of them cells, at most 6,000 in each.
    expect(trips()).toHaveLength(3 + 2 + 9 + 3);
    expect(workbookPicture(host.workbook)).toEqual(written);

    const other = await perform('buildReport', { month: '2026-09', only: ['report'] });
    expect(other.sheets.filter(({ isNew }) => isNew).map(({ kind, subject }) => [kind, subject])).toEqual([['operating-report', '2026-09']]);
  });
});

describe('the registry', () => {
  test('only one action writes at a time', async () => {
    const first = perform('insertEmptyTables', {});
    await expect(perform('insertSample', {})).rejects.toMatchObject({ code: 'Busy', message: '“Empty tables” is still running. Wait for it, or cancel it.' });
    await first;
    await expect(perform('mapTables', { mapping: { tables: {}, columns: {} } })).resolves.toBeUndefined();
  });

  test('activity can be followed and cancelled by somebody else', async () => {
    const seen: Activity[] = [];
    const end = onActivity((activity) => {
      seen.push(activity);
      if (activity.state === 'running' && seen.length === 3) activity.cancel();
    });
    await expect(perform('insertEmptyTables', {})).rejects.toMatchObject({ code: 'Cancelled' });
    end();
    expect(seen.at(-1)).toMatchObject({ state: 'failed', id: 'insertEmptyTables' });
    expect(tablesInWorkbook()).toEqual([]);
  });

  test('goTo selects, goBack returns', async () => {
    host.workbook.addSheet('Log');
    const selected = () => Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
    await perform('goTo', { sheet: 'Log', cell: 'C8' });
    expect(await selected()).toBe('Log!C8');
    await perform('goBack', {});
    expect(await selected()).toBe('Sheet1!A1');
    await expect(perform('goTo', { sheet: 'Gone', cell: 'A1' })).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  test('an id that is not there is said', async () => {
    await expect(Plumbline.run('nothing' as 'check')).rejects.toMatchObject({ code: 'NoAction' });
  });
});

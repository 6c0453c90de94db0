import { appendRows } from '../../src/excel/append-rows';
import { saveMapping } from '../../src/excel/settings';
import { perform } from '../../src/commands/actions';
import type { ModelStyle } from '../../src/workbench/host/model';
import { faultPlaces, watchTrips } from '../support/fault-places';
import { workbookPicture } from './picture';

type Value = string | number | boolean | null;

/** Puts a table onto a sheet of the model; text that begins with = is a formula. */
function addTable(name: string, rows: readonly (readonly Value[])[], { sheet = 'Sheet1', row = 0, column = 0, showTotals = false, formats = {} as Record<number, string> } = {}): void {
  const home = host.workbook.sheet(sheet) ?? host.workbook.addSheet(sheet);
  rows.forEach((cells, r) =>
    cells.forEach((value, c) => {
      const style: ModelStyle = r > 0 && formats[c] ? { numberFormat: formats[c] } : {};
      if (typeof value === 'string' && value.startsWith('=')) home.set(row + r, column + c, { value: null, formula: value, style });
      else home.set(row + r, column + c, { value, style });
    }),
  );
  home.tables.push({ id: host.workbook.id(), name, range: { row, column, rows: rows.length, columns: rows[0]!.length }, style: 'TableStyleLight1', showBandedRows: true, showFilterButton: true, showTotals });
}

const sheet = (name = 'Sheet1') => host.workbook.sheet(name)!;
const tableOf = (name: string) => host.workbook.sheets.flatMap(({ tables }) => tables).find((table) => table.name === name)!;
const values = (row: number, columns: number, from = 0) => Array.from({ length: columns }, (_, column) => sheet().cell(row, from + column)?.value ?? null);
/** Of ours: office.js hands back its references on its own, afterwards. */
const isOurs = (request: { Actions: readonly { Name: string }[] }): boolean => !request.Actions.some(({ Name }) => Name === '_RemoveReference');

/** Serial of the 1900 system, counted from 1899-12-30 by the clock of the text. */
const serial = (local: string) => (Date.parse(`${local}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

const OUTAGES = [['Start', 'Our note', 'CI', 'End', 'Minutes'], [46000, 'first', 'Mail', 46000.5, '=(D2-A2)*1440']];
const ROWS = { table: 'Outages', columns: ['Item', 'Start', 'End', 'Cause'], rows: [['Web', '2026-10-07T09:10:00', '2026-10-07T09:40:00', '=cmd|calc'], ['-1+1', '2026-10-08T00:00:00', null, null]] };

test('columns are found by their headings; other columns stay as they are, calculated ones fill', async () => {
  addTable('Outages', OUTAGES, { formats: { 0: 'dd.mm.yyyy hh:mm' } });
  const result = await appendRows([ROWS]);
  expect(result.tables).toEqual([{ table: 'Outages', name: 'Outages', sheet: 'Sheet1', isNew: false, firstRow: 3, rows: 2, filled: 0, columnsLeftOut: ['Cause'] }]);
  expect(tableOf('Outages').range.rows).toBe(4);
  expect(values(2, 4)).toEqual([serial('2026-10-07T09:10:00'), null, 'Web', serial('2026-10-07T09:40:00')]);
  expect(values(3, 4)).toEqual([serial('2026-10-08T00:00:00'), null, '-1+1', null]);
  expect([sheet().cell(2, 4)?.formula, sheet().cell(3, 4)?.formula]).toEqual(['=(D3-A3)*1440', '=(D4-A4)*1440']);
  // The user's own format where the column has one, else the contract's, also where nothing stands yet.
  expect([sheet().cell(2, 0)?.style.numberFormat, sheet().cell(3, 3)?.style.numberFormat]).toEqual(['dd.mm.yyyy hh:mm', 'yyyy-mm-dd hh:mm']);
});

test('text stays text, whatever it begins with', async () => {
  addTable('Outages', [['Item', 'Start', 'Cause'], ['Mail', 46000, '']]);
  await appendRows([{ table: 'Outages', columns: ['Item', 'Start', 'Cause'], rows: ['=1+1', '+2', '@x', '007', 'TRUE', "'quoted"].map((cause) => ['Mail', '2026-10-07', cause]) }]);
  expect(Array.from({ length: 6 }, (_, row) => sheet().cell(2 + row, 2))).toMatchObject(['=1+1', '+2', '@x', '007', 'TRUE', "'quoted"].map((value) => ({ value })));
  expect(Array.from({ length: 6 }, (_, row) => sheet().cell(2 + row, 2)?.formula)).toEqual(Array(6).fill(undefined));
});

test('the blank row of an empty table is used, and its calculated column stays', async () => {
  addTable('Outages', [['Item', 'Start', 'Day'], [null, null, '=INT([@Start])']]);
  const [table] = (await appendRows([{ ...ROWS, columns: ['Item', 'Start'], rows: [['Mail', '2026-10-07']] }])).tables;
  expect(table).toMatchObject({ firstRow: 2, rows: 1 });
  expect(tableOf('Outages').range.rows).toBe(2);
  expect([sheet().cell(1, 0)?.value, sheet().cell(1, 2)?.formula]).toEqual(['Mail', '=INT([@Start])']);
});

test('blank rows at the end are used first, a blank row between stays', async () => {
  addTable('Outages', [['Item', 'Start'], ['Mail', 46000], [null, null], ['Web', 46001], [null, null]]);
  await appendRows([{ table: 'Outages', columns: ['Item', 'Start'], rows: [['A', '2026-10-07'], ['B', '2026-10-07']] }]);
  expect([1, 2, 3, 4, 5].map((row) => sheet().cell(row, 0)?.value ?? null)).toEqual(['Mail', null, 'Web', 'A', 'B']);
  expect(tableOf('Outages').range.rows).toBe(6);
});

test('a totals row moves down with its formulas', async () => {
  addTable('Outages', [['Item', 'Start', 'Users affected'], ['Mail', 46000, 5], ['Sum', null, '=SUBTOTAL(109,[Users affected])']], { showTotals: true });
  await appendRows([{ table: 'Outages', columns: ['Item', 'Start'], rows: [['A', '2026-10-07'], ['B', '2026-10-07']] }]);
  expect(tableOf('Outages')).toMatchObject({ showTotals: true, range: { rows: 5 } });
  expect([1, 2, 3, 4].map((row) => sheet().cell(row, 0)?.value)).toEqual(['Mail', 'A', 'B', 'Sum']);
  expect([sheet().cell(2, 2)?.formula, sheet().cell(4, 2)?.formula]).toEqual([undefined, '=SUBTOTAL(109,[Users affected])']);
});

test('a table that is called otherwise is found by the mapping, and dates follow the 1904 system', async () => {
  host.workbook.dateSystem = 1904;
  addTable('Störungen', [['Dienst', 'Beginn'], ['Mail', 44000]]);
  await saveMapping({ tables: { störungen: 'Outages' }, columns: { Outages: { Dienst: 'item', Beginn: 'start' } } });
  const { tables } = await appendRows([{ table: 'Outages', columns: ['Item', 'Start'], rows: [['Web', '2026-10-07']] }]);
  expect(tables).toMatchObject([{ name: 'Störungen', rows: 1 }]);
  expect(values(2, 2)).toEqual(['Web', (Date.UTC(2026, 9, 7) - Date.UTC(1904, 0, 1)) / 86_400_000]);
});

test('blank cells of rows that are there are filled', async () => {
  addTable('Outages', [['Item', 'Start', 'End'], ['Mail', 46000, null], ['Web', 46001, null], ['Web', 46002, 46003]]);
  const { tables } = await appendRows([{ table: 'Outages', columns: [], rows: [], fills: [{ row: 3, column: 'End', value: '2026-10-08T12:00:00' }, { row: 2, column: 'End', value: '2026-10-07T12:00:00' }] }]);
  expect(tables).toMatchObject([{ rows: 0, filled: 2 }]);
  expect([1, 2, 3].map((row) => sheet().cell(row, 2)?.value)).toEqual([serial('2026-10-07T12:00:00'), serial('2026-10-08T12:00:00'), 46003]);
  expect(sheet().cell(1, 2)?.style.numberFormat).toBe('yyyy-mm-dd hh:mm');
});

test.each([
  ['a cell to be filled is not blank', () => addTable('Outages', [['Item', 'Start', 'End'], ['Mail', 46000, 46001]]), [{ table: 'Outages', columns: [], rows: [], fills: [{ row: 2, column: 'End', value: '2026-10-08' }] }], 'Conflict'],
  ['a required column is not there', () => addTable('Outages', [['Item', 'End'], ['Mail', 46000]]), [ROWS], 'MissingColumn'],
  [
    'something stands below',
    () => {
      addTable('Outages', OUTAGES);
      sheet().set(3, 1, { value: 'a note' });
    },
    [ROWS],
    'CellsInTheWay',
  ],
  [
    'the sheet is protected',
    () => {
      addTable('Outages', OUTAGES);
      sheet().protected = true;
    },
    [ROWS],
    'ProtectedSheet',
  ],
])('nothing is written where %s', async (_, start, additions, code) => {
  start();
  const before = workbookPicture(host.workbook);
  await expect(appendRows(additions)).rejects.toMatchObject({ code, message: expect.stringContaining('Nothing was changed.') });
  expect(workbookPicture(host.workbook)).toEqual(before);
});

test('a row that is not the one that was read any more is not filled', async () => {
  // Read as Mail in row 2, Web in row 3; sorted by Start since then.
  addTable('Outages', [['Item', 'Start', 'End'], ['Web', 46001, null], ['Mail', 46002, null]]);
  const before = workbookPicture(host.workbook);
  const fills = [{ row: 2, column: 'End', value: '2026-10-08', where: { Item: 'Mail', Start: 46002 } }];
  await expect(appendRows([{ table: 'Outages', columns: [], rows: [], fills }])).rejects.toMatchObject({ code: 'Conflict', message: 'Row 2 of Outages, in which a cell was to be filled, is not the row any more that was read. Look at the table and run this again. Nothing was changed.' });
  expect(workbookPicture(host.workbook)).toEqual(before);
  await appendRows([{ table: 'Outages', columns: [], rows: [], fills: [{ ...fills[0]!, row: 3 }] }]);
  expect([sheet().cell(1, 2)?.value ?? null, sheet().cell(2, 2)?.value]).toEqual([null, serial('2026-10-08T00:00:00')]);
});

test('what the user types into a cell after it was found blank stays, and nothing is written', async () => {
  const start = (): void => {
    host.reset();
    addTable('Outages', [['Item', 'Start', 'End'], ['Mail', 46000, null], ['Web', 46001, null]]);
  };
  const fills = [{ row: 2, column: 'End', value: '2026-10-08' }, { row: 3, column: 'End', value: '2026-10-08' }];
  const add = () => appendRows([{ table: 'Outages', columns: ['Item', 'Start'], rows: [['ATM', '2026-10-07']], fills }]);
  start();
  let trips = 0;
  host.fault = ({ request }) => {
    if (isOurs(request)) trips++;
    return undefined;
  };
  await add();
  // The last one writes.
  for (let trip = 0; trip < trips - 1; trip++) {
    start();
    let seen = -1;
    // The request waits until the user has typed an end into row 2.
    host.fault = ({ request }) => {
      if (isOurs(request) && ++seen === trip) sheet().set(1, 2, { value: 46000.25 });
      return undefined;
    };
    await expect(add()).rejects.toMatchObject({ code: 'Conflict' });
    host.fault = undefined;
    expect({ trip, ends: [1, 2].map((row) => sheet().cell(row, 2)?.value ?? null), rows: tableOf('Outages').range.rows }).toEqual({ trip, ends: [46000.25, null], rows: 3 });
  }
});

test('fills are written first, and a failure blanks only those that were sent', async () => {
  // Of 32,000 characters each: 240 take three requests of less than 3.5 MB.
  const count = 240;
  addTable('Incidents', [['Incident', 'Item', 'Opened', 'Description'], ...Array.from({ length: count }, (_, row) => [`I-${row}`, 'Mail', 46000, null])]);
  const fills = Array.from({ length: count }, (_, row) => ({ row: row + 2, column: 'Description', value: 'x'.repeat(32_000) }));
  const description = (row: number) => sheet().cell(row, 3)?.value ?? null;
  let writes = 0;
  host.fault = ({ request, requestBytes }) => {
    if (!isOurs(request) || requestBytes < 1_000_000 || ++writes === 1) return undefined;
    // The first request is done. The second fails within; what the third would write the user has typed.
    expect(description(1)).toHaveLength(32_000);
    sheet().set(count, 3, { value: 'typed' });
    return { code: 'GeneralException', afterActions: 20 };
  };
  await expect(appendRows([{ table: 'Incidents', columns: ['Incident', 'Item', 'Opened'], rows: [['I-new', 'Mail', '2026-10-07']], fills }])).rejects.toMatchObject({ code: 'GeneralException', message: expect.stringContaining('Everything is as it was before.') });
  expect(writes).toBe(2);
  expect(Array.from({ length: count }, (_, row) => description(row + 1))).toEqual([...Array<null>(count - 1).fill(null), 'typed']);
  expect(tableOf('Incidents').range.rows).toBe(1 + count);
});

test('six thousand scattered fills are read in pieces, not one by one', async () => {
  const rows = Array.from({ length: 12_000 }, (_, row) => ['Mail', 46000 + row, row % 2 ? 50_000 : null]);
  addTable('Outages', [['Item', 'Start', 'End'], ...rows]);
  host.roundTrips.length = 0;
  const fills = Array.from({ length: 6000 }, (_, index) => ({ row: 2 + 2 * index, column: 'End', value: '2026-10-08', where: { Item: 'Mail', Start: 46000 + 2 * index } }));
  const { tables } = await appendRows([{ table: 'Outages', columns: [], rows: [], fills }]);
  expect(tables).toMatchObject([{ filled: 6000 }]);
  expect([1, 2, 11_999, 12_000].map((row) => sheet().cell(row, 2)?.value)).toEqual([serial('2026-10-08T00:00:00'), 50_000, serial('2026-10-08T00:00:00'), 50_000]);
  const ours = host.roundTrips.filter(({ request }) => isOurs(request));
  expect(Math.max(...ours.map(({ requestBytes }) => requestBytes))).toBeLessThan(5_000_000);
  // Three to find the table, two to look at it; three columns and the formats twelve thousand cells each: two, and one more before the fills.
  expect(ours.findIndex(({ requestBytes }) => requestBytes > 100_000)).toBe(3 + 2 + 2 + 1);
});

test('a table that is not there is made as the template has it', async () => {
  const { tables } = await appendRows([{ table: 'Holidays', columns: ['Name', 'Date'], rows: [['Christmas', '2026-12-25'], ['=New', '2027-01-01']] }]);
  expect(tables).toEqual([{ table: 'Holidays', name: 'Holidays', sheet: 'Calendars', isNew: true, firstRow: 5, rows: 2, filled: 0, columnsLeftOut: [] }]);
  expect(tableOf('Holidays').range).toMatchObject({ row: 3, rows: 3 });
  expect([0, 1, 2].map((column) => sheet('Calendars').cell(4, column)?.value ?? null)).toEqual([null, serial('2026-12-25T00:00:00'), 'Christmas']);
  expect(sheet('Calendars').cell(5, 2)).toMatchObject({ value: '=New' });
});

test('rows go into the empty tables of the template, and are read there', async () => {
  await perform('insertEmptyTables', {});
  host.roundTrips.length = 0;
  await appendRows([
    { table: 'Services', columns: ['Service', 'Type'], rows: [['Mail', 'Business']] },
    { table: 'Outages', columns: ['Item', 'Start', 'Impact'], rows: [['Mail', '2026-10-07T09:10:00', '50%']] },
  ]);
  // Two to find the tables, one for their headings, three for each, one to write.
  expect(host.roundTrips.filter(({ request }) => isOurs(request))).toHaveLength(2 + 1 + 2 * 3 + 1);
  const { problems, tables } = await perform('check', {});
  expect(problems.filter(({ severity, table }) => severity === 'error' && ['Services', 'Outages'].includes(table))).toEqual([]);
  expect(tables.find(({ table }) => table === 'Outages')).toEqual({ table: 'Outages', rows: 1, leftOut: 0 });
});

test('ten thousand rows take no more round trips than their size asks for', async () => {
  addTable('Outages', OUTAGES);
  host.roundTrips.length = 0;
  await appendRows([{ table: 'Outages', columns: ['Item', 'Start'], rows: Array.from({ length: 10_000 }, (_, row) => [`Item ${row}`, '2026-10-07T09:10:00']) }]);
  const ours = host.roundTrips.filter(({ request }) => isOurs(request));
  expect(ours).toHaveLength(2 + 1 + 2 + 1);
  expect(Math.max(...ours.map(({ requestBytes }) => requestBytes))).toBeLessThan(4_000_000);
  expect(sheet().cell(10_001, 2)?.value).toBe('Item 9999');
});

/** A table with everything that has to be put back, and one that is not there. */
function begin(): void {
  host.reset();
  addTable('Outages', [['Item', 'Start', 'End', 'Minutes'], ['Mail', 46000, null, '=(C2-B2)*1440'], ['Web', 46001, 46002, '=(C3-B3)*1440'], [null, null, null, '=(C4-B4)*1440'], ['Last', null, null, '=SUBTOTAL(109,[Minutes])']], { showTotals: true, formats: { 1: 'dd.mm.yyyy' } });
  sheet().set(6, 1, { style: { numberFormat: '0.000' } });
  addTable('Incidents', [['Incident', 'Item', 'Opened'], ['I-1', 'Mail', 46000]], { column: 8 });
}
const additions = [
  { table: 'Outages', columns: ['Item', 'Start', 'End'], rows: [['=A', '2026-10-07T09:10:00', null], ['B', '2026-10-07T09:10:00', '2026-10-07T09:20:00'], ['C', '2026-10-08', null]], fills: [{ row: 2, column: 'End', value: '2026-10-09' }] },
  { table: 'Incidents', columns: ['Incident', 'Item', 'Opened'], rows: [['I-2', 'Mail', '2026-10-07T09:10:00']] },
  { table: 'Holidays', columns: ['Date'], rows: [['2026-12-25']] },
];

test('an error at any round trip, before, within or after its changes, leaves everything as it was', async () => {
  begin();
  const watch = watchTrips(() => JSON.stringify(workbookPicture(host.workbook)));
  host.fault = ({ request }) => {
    if (isOurs(request)) watch.before(request.Actions.length);
    return undefined;
  };
  await appendRows(additions);
  const trips = watch.seen();
  expect(tableOf('Outages').range.rows).toBe(7);
  expect(trips.some(({ changes }) => changes)).toBe(true);
  for (const { trip, afterActions } of faultPlaces(trips, 40)) {
    begin();
    const before = workbookPicture(host.workbook);
    let seen = -1;
    host.fault = ({ request }) => (isOurs(request) && ++seen === trip ? { code: 'GeneralException', afterActions } : undefined);
    await expect(appendRows(additions)).rejects.toMatchObject({ code: 'GeneralException' });
    host.fault = undefined;
    expect({ trip, afterActions, ...workbookPicture(host.workbook) }).toEqual({ trip, afterActions, ...before });
  }
});

test('a cancel at any round trip leaves everything as it was', async () => {
  begin();
  let trips = 0;
  host.fault = ({ request }) => {
    if (isOurs(request)) trips++;
    return undefined;
  };
  await appendRows(additions);
  for (let trip = 0; trip < trips; trip++) {
    begin();
    const before = workbookPicture(host.workbook);
    const cancel = new AbortController();
    let seen = -1;
    host.fault = ({ request }) => {
      if (isOurs(request) && ++seen === trip) cancel.abort();
      return undefined;
    };
    const outcome = await appendRows(additions, { signal: cancel.signal }).then(
      () => 'written',
      (error: { code: string }) => error.code,
    );
    host.fault = undefined;
    // During the last one it is too late: all is written.
    expect(outcome).toBe(trip === trips - 1 ? 'written' : 'Cancelled');
    if (outcome !== 'written') expect(workbookPicture(host.workbook)).toEqual(before);
  }
});

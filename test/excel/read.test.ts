import { readWorkbook } from '../../src/excel/read';
import { saveMapping } from '../../src/excel/settings';
import { CellError } from '../../src/workbench/host/model';

/** Puts a table onto a sheet of the model. */
function addTable(name: string, rows: readonly (readonly (string | number | boolean | CellError | null)[])[], { sheet = 'Sheet1', row = 0, column = 0, showTotals = false } = {}): void {
  const home = host.workbook.sheet(sheet) ?? host.workbook.addSheet(sheet);
  rows.forEach((cells, r) => cells.forEach((value, c) => home.set(row + r, column + c, { value })));
  home.tables.push({ id: host.workbook.id(), name, range: { row, column, rows: rows.length, columns: rows[0]!.length }, style: 'TableStyleLight1', showBandedRows: true, showFilterButton: true, showTotals });
}

/** Of ours: office.js hands back its references on its own, afterwards. */
const trips = () => host.roundTrips.filter(({ request }) => !request.Actions.some(({ Name }) => Name === '_RemoveReference'));

test('a workbook without tables', async () => {
  expect(await readWorkbook()).toEqual({ tables: [], dateSystem: 1900, mapping: { tables: {}, columns: {} } });
});

test('tables with their place, blanks as empty text, errors as their text', async () => {
  addTable('Outages', [['Item', 'Start', 'End'], ['Mail', 46000.5, null], ['Web', 'soon', new CellError('#N/A')], [true, 0, '']], { sheet: 'Log', row: 3, column: 2 });
  expect((await readWorkbook()).tables).toEqual([
    { name: 'Outages', sheet: 'Log', row: 3, column: 2, header: ['Item', 'Start', 'End'], rows: [['Mail', 46000.5, ''], ['Web', 'soon', '#N/A'], [true, 0, '']] },
  ]);
});

test('a totals row is not data, and a table may have only its header', async () => {
  addTable('Services', [['Service', 'Users'], ['Mail', 12], ['Total', 12]], { showTotals: true });
  addTable('Components', [['Component', 'Section']], { column: 5 });
  expect((await readWorkbook()).tables.map(({ name, rows }) => [name, rows])).toEqual([['Services', [['Mail', 12]]], ['Components', []]]);
});

test('of a table that is nothing to us only the headings are read', async () => {
  addTable('Invoices', [['Number', 'Amount'], [1, 10], [2, 20]]);
  expect((await readWorkbook()).tables).toEqual([{ name: 'Invoices', sheet: 'Sheet1', row: 0, column: 0, header: ['Number', 'Amount'], rows: [], unreadRows: 2 }]);
});

test('a table that the user mapped is read', async () => {
  addTable('Störungen', [['Dienst', 'Beginn'], ['Mail', 46000]]);
  const mapping = { tables: { störungen: 'Outages' }, columns: { Outages: { Dienst: 'item' } } };
  await saveMapping(mapping);
  const { tables, mapping: read } = await readWorkbook();
  expect(read).toEqual(mapping);
  expect(tables[0]?.rows).toEqual([['Mail', 46000]]);
  expect(host.workbook.settings.get('mapping')).toBe(JSON.stringify(mapping));
});

test('the 1904 date system is recognised', async () => {
  host.workbook.dateSystem = 1904;
  expect((await readWorkbook()).dateSystem).toBe(1904);
});

test('where Excel does not say, 1900 is taken, and said', async () => {
  addTable('Services', [['Service'], ['Mail']]);
  host.fault = ({ number }) => (number === 1 ? { code: 'ApiNotFound' } : undefined);
  expect(await readWorkbook()).toMatchObject({ dateSystem: 1900, dateSystemAssumed: true, tables: [{ rows: [['Mail']] }] });
});

const outages = (count: number) => [['Item', 'Start', 'End', 'Reason'], ...Array.from({ length: count }, (_, row) => [`Service ${row % 50}`, 45000 + row / 100, 45000.01 + row / 100, row])];

test('many small tables take three round trips', async () => {
  for (let index = 0; index < 8; index++) addTable(['Outages', 'Incidents', 'Services', 'Components', 'Holds', 'Targets', 'Usage', 'Metrics'][index]!, outages(200), { column: index * 5 });
  await readWorkbook();
  expect(trips()).toHaveLength(3);
  expect(Math.max(...trips().map(({ responseBytes }) => responseBytes))).toBeLessThan(1_000_000);
});

test('a long table comes in blocks of 20,000 rows, complete and in order', async () => {
  addTable('Outages', outages(90_000));
  const { tables } = await readWorkbook();
  expect(tables[0]!.rows).toHaveLength(90_000);
  expect(tables[0]!.rows.every((row, index) => row[3] === index)).toBe(true);
  // 90,001 rows are five blocks, of which no two are 120,000 cells or fewer.
  expect(trips()).toHaveLength(2 + 5);
  expect(Math.max(...trips().map(({ responseBytes }) => responseBytes))).toBeLessThan(5 * 1024 * 1024);
});

test('blocks are halved where Excel says that they are too large', async () => {
  addTable('Outages', outages(1000));
  // 1,001 rows of some 50 bytes: 50 kB do not fit, 25 kB do not, 12.5 kB do.
  host.limits = { ...host.limits, response: 20_000 };
  const { tables } = await readWorkbook();
  expect(tables[0]!.rows).toHaveLength(1000);
  expect(tables[0]!.rows.every((row, index) => row[3] === index)).toBe(true);
});

test('an error that smaller blocks do not cure is said in plain words', async () => {
  addTable('Outages', outages(10));
  host.fault = ({ number }) => (number === 3 ? { code: 'InvalidOperationInCellEditMode' } : undefined);
  await expect(readWorkbook()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode', message: 'A cell is being edited. Press Enter or Esc in it and try again.' });
});

test('a cancel is obeyed at every round trip', async () => {
  addTable('Outages', outages(10));
  for (const last of [1, 2]) {
    const cancel = new AbortController();
    let seen = 0;
    host.fault = () => {
      if (++seen === last) cancel.abort();
      return undefined;
    };
    await expect(readWorkbook(undefined, cancel.signal)).rejects.toMatchObject({ code: 'Cancelled' });
    expect(seen).toBe(last);
  }
});

/** Recommendations become rows of the workbook, over the real office.js. */
import { perform } from '../../src/commands/actions';
import { localToSerial } from '../../src/domain/time/serial';
import { readWorkbook } from '../../src/excel/read';
import { saveMapping } from '../../src/excel/settings';
import { workbookPicture } from '../excel/picture';
import { recommendation } from '../support/demand';

type Cell = string | number | null;

function addTable(name: string, rows: readonly (readonly Cell[])[]): void {
  const home = host.workbook.sheet(name) ?? host.workbook.addSheet(name);
  rows.forEach((cells, r) => cells.forEach((value, c) => home.set(r, c, { value })));
  home.tables.push({ id: host.workbook.id(), name, range: { row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }, style: 'TableStyleLight1', showBandedRows: true, showFilterButton: true, showTotals: false });
}

const settings = [['Setting', 'Value'], ['As of', '2026-11-02T23:30:00Z'], ['Time zone', 'Europe/Berlin']];
const serial = (date: string): number => localToSerial(`${date}T00:00:00`, 1900)!;
const rowsOf = async (name: string) => (await readWorkbook()).tables.find((table) => table.name === name)?.rows;
const refusal = (params: Parameters<typeof perform<'sendRecommendation'>>[1]): Promise<string> =>
  perform('sendRecommendation', params).then(
    () => 'done',
    (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
  );

const storage = recommendation('More capacity: File storage', { kind: 'More capacity', finding: '=80% in Jan 2027', services: ['File storage', 'E-mail'], businessUnit: 'Retail', amount: 1200, dueDate: '2026-12-01' });

test('a project is proposed, once: whoever sends it again is told where it stands', async () => {
  addTable('Settings', settings);
  addTable('Projects', [['Project', 'Services', 'Business unit', 'Category', 'Status', 'Description', 'Cost', 'Source', 'Mine'], ['Old one', 'E-mail', null, 'Sustaining', 'Done', null, null, null, 'x']]);
  const { row, table } = await perform('sendRecommendation', { name: storage.name, seen: storage });
  expect(row).toEqual({ table: 'Projects', row: 3 });
  expect(table).toMatchObject({ isNew: false, rows: 1, columnsLeftOut: [] });
  // What begins with = is text, and the column that is the user's own stays blank.
  expect((await rowsOf('Projects'))?.[1]).toEqual([storage.name, 'File storage; E-mail', 'Retail', 'Sustaining', 'Proposed', '=80% in Jan 2027 Decide by 1\u00a0Dec\u00a02026.', 1200, storage.name, '']);

  const before = workbookPicture(host.workbook);
  const again = `AlreadySent: “${storage.name}” was sent already: it is Projects row 3. Nothing was changed.`;
  expect(await refusal({ name: storage.name, seen: storage })).toBe(again);
  expect(await refusal({ name: storage.name, to: 'Improvements', seen: storage })).toBe(again);
  expect(workbookPicture(host.workbook)).toEqual(before);
});

test('a project that people renamed is found by its source, one that lacks its category all the same', async () => {
  addTable('Projects', [['Name', 'Origin', 'Category', 'Status'], ['Storage 2027', ' more  CAPACITY: file storage ', null, 'Proposed']]);
  await saveMapping({ tables: {}, columns: { Projects: { Name: 'project', Origin: 'source' } } });
  expect(await refusal({ name: storage.name, seen: storage })).toMatch(/^AlreadySent: .* it is Projects row 2\./);
});

test('a workbook without the table gets it; an improvement is opened on the date of As of where the user is', async () => {
  addTable('Settings', settings);
  const { row, table } = await perform('sendRecommendation', { name: storage.name, to: 'Improvements', seen: storage });
  expect(table).toMatchObject({ table: 'Improvements', isNew: true, rows: 1 });
  const improvements = (await readWorkbook()).tables.find(({ name }) => name === 'Improvements')!;
  expect(row).toEqual({ table: 'Improvements', row: improvements.row + 2 });
  const told = Object.fromEntries(improvements.header.map((name, at) => [name, improvements.rows[0]![at]]));
  // Half past midnight of 3 November in Berlin.
  expect(told).toMatchObject({ Improvement: storage.name, Opened: serial('2026-11-03'), 'Due date': serial('2026-12-01'), Status: 'Proposed', Action: '=80% in Jan 2027 Cost: 1,200.' });
  expect((await perform('check', {})).problems.filter((one) => one.table === 'Improvements' && one.severity === 'error')).toEqual([]);
});

test.each([
  [recommendation('Fewer licences: CAD', { kind: 'Fewer licences', amount: 900, rows: [{ table: 'Licences', row: 4 }] }), 'Sustaining', '', 900],
  [recommendation('Decommission: Fax', { kind: 'Decommission', amount: 70 }), 'Sustaining', '', 70],
  [recommendation('New service: Portal', { kind: 'Proposed project', amount: 5000, rows: [{ table: 'Requests', row: 9 }] }), 'Business-initiated strategic', 5000, ''],
  [recommendation('New service: Archive', { kind: 'Proposed project', rows: [{ table: 'Usage', row: 9 }] }), 'IT-initiated strategic', '', ''],
  [recommendation('Enhancement: Portal', { kind: 'Enhancement', rows: [{ table: 'Requests', row: 9 }] }), 'Sustaining', '', ''],
])('why it is done, and what of its amount is a cost or saved every year: case %#', async (one, category, cost, benefit) => {
  addTable('Projects', [['Project', 'Category', 'Status', 'Cost', 'Annual benefit'], ['Old one', 'Sustaining', 'Done', 3, 1]]);
  await perform('sendRecommendation', { name: one.name, seen: one, to: 'Projects' });
  expect((await rowsOf('Projects'))?.[1]).toEqual([one.name, category, 'Proposed', cost, benefit]);
});

test('an improvement tells what it saves, as it has no column for money', async () => {
  const cad = recommendation('Fewer licences: CAD', { kind: 'Fewer licences', finding: '9 of 20 are idle.', amount: 900.5, belongsTo: 'Improvements' });
  await perform('sendRecommendation', { name: cad.name, seen: cad });
  const table = (await readWorkbook()).tables.find(({ name }) => name === 'Improvements')!;
  expect(table.rows[0]![table.header.indexOf('Action')]).toBe('9 of 20 are idle. Saves a year: 900.50.');
});

test('by its name alone it is worked out again; what is not recommended, or has no such place, is refused', async () => {
  addTable('Settings', settings);
  addTable('Licences', [['Product', 'Purchased', 'Assigned', 'Active', 'Cost per licence'], ['Drawing', 100, 60, 60, 120]]);
  const { figures } = await perform('figures', { demand: true });
  const [found] = figures.demand!.recommendations;
  expect(found?.subject).toBe('Drawing');
  expect(await refusal({ name: 'Buy a ship' })).toBe(`BadRecommendation: There is no recommendation “Buy a ship”, and nothing was changed. There are: ${figures.demand!.recommendations.map(({ name }) => name).join('; ')}.`);
  expect(await refusal({ name: found!.name, to: 'Outages' as 'Projects' })).toMatch(/^BadTable: .*not to “Outages”/);
  const { row } = await perform('sendRecommendation', { name: found!.name.toUpperCase() });
  expect(row.table).toBe(found!.belongsTo);
  const after = await perform('figures', { demand: true });
  expect(after.figures.demand!.recommendations.find(({ name }) => name === found!.name)?.sent).toEqual(row);
});

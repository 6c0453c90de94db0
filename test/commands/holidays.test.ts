/** Holidays into the workbook, over the real office.js. */
import { perform } from '../../src/commands/actions';
import { readWorkbook } from '../../src/excel/read';
import { saveMapping } from '../../src/excel/settings';
import { localToSerial } from '../../src/domain/time/serial';
import { workbookPicture } from '../excel/picture';

type Cell = string | number | null;

function addTable(name: string, rows: readonly (readonly Cell[])[], sheet = name): void {
  const home = host.workbook.sheet(sheet) ?? host.workbook.addSheet(sheet);
  rows.forEach((cells, r) => cells.forEach((value, c) => home.set(r, c, { value })));
  home.tables.push({ id: host.workbook.id(), name, range: { row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }, style: 'TableStyleLight1', showBandedRows: true, showFilterButton: true, showTotals: false });
}

const serial = (date: string): number => localToSerial(`${date}T00:00:00`, 1900)!;
const rowsOf = async (name: string) => (await readWorkbook()).tables.find((table) => table.name === name)?.rows;

const england2026 = { country: 'GB', state: 'ENG', years: [2026] } as const;
// gov.uk/bank-holidays, England and Wales.
const PUBLISHED = [
  ['2026-01-01', 'New Year\'s Day'],
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-04', 'Early May bank holiday'],
  ['2026-05-25', 'Spring bank holiday'],
  ['2026-08-31', 'Summer bank holiday'],
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-28', 'Boxing Day (substitute day)'],
] as const;

test('a workbook without the table gets it, each date once, closed for every calendar', async () => {
  const { added, table } = await perform('addHolidays', england2026);
  expect(added.map(({ date }) => date)).toEqual(PUBLISHED.map(([date]) => date));
  expect(table).toMatchObject({ table: 'Holidays', sheet: 'Calendars', isNew: true, rows: 8 });
  expect(await rowsOf('Holidays')).toEqual(PUBLISHED.map(([date, name]) => ['', serial(date), name, '', '']));

  const before = workbookPicture(host.workbook);
  expect(await perform('addHolidays', england2026)).toEqual({ added: [], skipped: [], table: null, undo: 'none' });
  expect(workbookPicture(host.workbook)).toEqual(before);
  const { holidays } = await perform('holidays', england2026);
  // Boxing Day itself, a Saturday, is listed with the day that is taken for it.
  expect(holidays.filter(({ state }) => state !== 'there').map(({ date, state, movedTo }) => [date, state, movedTo])).toEqual([['2026-12-26', 'moved', '2026-12-28']]);
  expect((await perform('check', {})).problems.filter(({ table }) => table === 'Holidays')).toEqual([]);
});

test('a user’s own table with other names, for one calendar: rows that are there stay', async () => {
  addTable('Feiertage', [['Tag', 'Anlass', 'Kalender'], [serial('2026-12-25'), 'Weihnachten', 'Office'], [serial('2026-01-01'), 'Neujahr', null]]);
  addTable('ServiceHours', [['Calendar', 'Days', 'Start', 'End'], ['Office', 'Mon-Fri', '08:00', '18:00'], ['Shop', 'Daily', '10:00', '20:00']]);
  await saveMapping({ tables: { Feiertage: 'Holidays' }, columns: { Holidays: { Tag: 'date', Anlass: 'name', Kalender: 'calendar' } } });
  const found = await perform('holidays', { ...england2026, calendar: 'OFFICE' });
  expect(found.calendars).toEqual(['Office', 'Shop']);
  expect(found.holidays.filter(({ state }) => state === 'there').map(({ date }) => date)).toEqual(['2026-01-01', '2026-12-25']);
  await perform('addHolidays', { ...england2026, calendar: 'office', dates: ['2026-04-03', '2026-12-25', '2026-12-26'] });
  expect(await rowsOf('Feiertage')).toEqual([
    [serial('2026-12-25'), 'Weihnachten', 'Office'],
    [serial('2026-01-01'), 'Neujahr', ''],
    [serial('2026-04-03'), 'Good Friday', 'Office'],
    // Asked for by its date, although it is moved.
    [serial('2026-12-26'), 'Boxing Day', 'Office'],
  ]);
});

test('a table without a column for calendars cannot hold one calendar’s holidays', async () => {
  addTable('Holidays', [['Date', 'Name'], [serial('2026-12-25'), 'Christmas']]);
  addTable('ServiceHours', [['Calendar', 'Days', 'Start', 'End'], ['Office', 'Mon-Fri', '08:00', '18:00']]);
  await expect(perform('addHolidays', { ...england2026, calendar: 'Office' })).rejects.toMatchObject({ code: 'NoCalendar', message: expect.stringContaining('no column Calendar') });
  expect((await perform('addHolidays', england2026)).added).toHaveLength(7);
});

test('this year and the next, by As of; before a country is chosen, only what can be chosen', async () => {
  addTable('Settings', [['Setting', 'Value'], ['As of', '2027-12-31T23:30:00Z'], ['Time zone', 'Europe/Berlin']]);
  const { thisYear, years, countries, holidays, collection } = await perform('holidays', {});
  // Half past midnight of 1 January 2028 in Berlin.
  expect([thisYear, years]).toEqual([2028, [2028, 2029]]);
  expect(countries.find(({ code }) => code === 'DE')).toEqual({ code: 'DE', name: 'Germany' });
  expect(holidays).toEqual([]);
  expect(collection).toEqual({ name: 'date-holidays', version: expect.stringMatching(/^\d+\.\d+\.\d+$/), licence: 'CC BY-SA 3.0' });
});

test('what is not there is said, and nothing is written', async () => {
  const before = workbookPicture(host.workbook);
  const refused = async (params: Parameters<typeof perform<'addHolidays'>>[1]): Promise<string> =>
    perform('addHolidays', params).then(
      () => 'done',
      (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
    );
  expect(await refused({ country: 'Atlantis' })).toMatch(/^NoHolidays: There is no country “Atlantis”/);
  expect(await refused({ country: 'GB', state: 'Essex' })).toBe('NoHolidays: There is no state “Essex” among these holidays. There are: ALD Alderney, ENG England, NIR Northern Ireland, SCT Scotland, WLS Wales.');
  expect(await refused({ country: 'SG', state: 'X' })).toBe('NoHolidays: There is no state “X” among these holidays.');
  expect(await refused({ country: 'GB', years: [2026.5] })).toBe('BadYear: “2026.5” is not a year from 1970 to 2076.');
  expect(await refused({ country: 'GB', calendar: 'Shop' })).toBe('NoCalendar: ServiceHours has no calendar “Shop”. It has none at all.');
  expect(await refused({ country: 'GB', language: 'tlh' })).toMatch(/^NoHolidays: There is no language “tlh”/);
  expect(await refused({ country: 'GB', kinds: ['moon' as 'public'] })).toMatch(/^BadKind/);
  expect(await refused({ ...england2026, dates: ['2026-02-30'] })).toBe('NoHolidays: 2026-02-30 is none of these holidays.');
  expect(workbookPicture(host.workbook)).toEqual(before);
});

test('the large tables are not read for it', async () => {
  addTable('Outages', [['Item', 'Start', 'End'], ['Mail', 46000, 46001]]);
  host.roundTrips.length = 0;
  await perform('holidays', england2026);
  const answers = JSON.stringify(host.roundTrips);
  expect(answers).toContain('"Outages"');
  expect(answers).not.toContain('"Mail"');
});

/** A service map into the user's own tables, on the real office.js: several tables, all or none. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { perform } from '../../src/commands/actions';
import type { ModelValue } from '../../src/workbench/host/model';
import { workbookPicture } from '../excel/picture';

const exported = (name: string): string => readFileSync(path.join(__dirname, '../fixtures/exports', name), 'utf8');
const isOurs = (request: { Actions: readonly { Name: string }[] }): boolean => !request.Actions.some(({ Name }) => Name === '_RemoveReference');

function addTable(sheet: string, column: number, name: string, rows: readonly (readonly ModelValue[])[]): void {
  const home = host.workbook.sheet(sheet) ?? host.workbook.addSheet(sheet);
  rows.forEach((cells, r) => cells.forEach((value, c) => home.set(r, column + c, { value })));
  home.tables.push({ id: host.workbook.id(), name, range: { row: 0, column, rows: rows.length, columns: rows[0]!.length }, style: 'TableStyleLight1', showBandedRows: true, showFilterButton: true, showTotals: false });
}

/** Components with a heading of the user's own and a column of their own; dependencies beside them; no table of customers. */
function begin(): void {
  host.reset();
  addTable('Settings', 0, 'Settings', [['Setting', 'Value'], ['Time zone', 'Europe/Berlin'], ['As of', '2026-11-02T08:00']]);
  addTable('Services', 0, 'Services', [['Service', 'Type', 'IT owner'], ['ATM Network', 'Business', null]]);
  addTable('Map', 0, 'Components', [['CI', 'Section', 'Room', 'Owner', 'Supplier'], ['Gateway A', 'Hardware', 'B 14', 'Cy', null], ['Gateway B', 'Hardware', 'B 15', 'Cy', null]]);
  addTable('Map', 6, 'Dependencies', [['Item', 'Depends on', 'Group'], ['ATM Network', 'Gateway A', null]]);
}

const rowsOf = (sheet: string, column: number, from: number, to: number, columns: number): unknown[][] =>
  Array.from({ length: to - from + 1 }, (_, row) => Array.from({ length: columns }, (__, place) => host.workbook.sheet(sheet)!.cell(from - 1 + row, column + place)?.value ?? null));
const text = exported('sharepoint-list.csv');
const choices = { values: { item: { 'Printer queue': 'Gateway B' } } };
// Services: Teller desk. Components: Core Banking, Mainframe, =1+1. Dependencies: ATM Network → Core Banking, Core Banking → Mainframe, Teller desk → Core Banking and Gateway B.
const seen = { added: 8, updates: 1 };

test('rows go into three tables, each under the headings that it has; text stays text', async () => {
  begin();
  const preview = await perform('previewImport', { text, choices });
  // Gateway B stands twice among what Teller desk needs; ATM Network gets its owner, and has its gateway already.
  expect(preview.counts).toEqual({ rows: 12, added: 8, updated: 1, unchanged: 1, skipped: 1, conflicts: 0, problems: 1, waiting: 0 });
  const done = await perform('runImport', { text, choices, seen });
  expect(done.tables.map(({ table, sheet, firstRow, rows, filled }) => [table, sheet, firstRow, rows, filled])).toEqual([['Services', 'Services', 3, 1, 1], ['Components', 'Map', 4, 3, 0], ['Dependencies', 'Map', 3, 4, 0]]);
  expect(rowsOf('Services', 0, 2, 3, 3)).toEqual([['ATM Network', 'Business', 'Bo'], ['Teller desk', 'Business', 'Ann Beck']]);
  expect(rowsOf('Map', 0, 3, 6, 5)).toEqual([
    ['Gateway B', 'Hardware', 'B 15', 'Cy', null],
    ['Core Banking', 'Applications', null, 'Neil Orint', 'Contoso'],
    ['Mainframe', 'Hardware', null, 'Neil Orint; Ann Beck', null],
    ['=1+1', 'Settings', null, '+49 30 1234', null],
  ]);
  expect(host.workbook.sheet('Map')!.cell(5, 0)).toMatchObject({ formula: undefined });
  expect(rowsOf('Map', 6, 2, 6, 3)).toEqual([['ATM Network', 'Gateway A', null], ['ATM Network', 'Core Banking', null], ['Core Banking', 'Mainframe', null], ['Teller desk', 'Core Banking', null], ['Teller desk', 'Gateway B', null]]);
});

test('the same again has nothing to add', async () => {
  begin();
  await perform('runImport', { text, choices, seen });
  const before = workbookPicture(host.workbook);
  expect((await perform('previewImport', { text, choices })).counts).toMatchObject({ added: 0, updated: 0, unchanged: 10 });
  await expect(perform('runImport', { text, choices, seen: { added: 0, updates: 0 } })).rejects.toMatchObject({ code: 'NothingToImport' });
  expect(workbookPicture(host.workbook)).toEqual(before);
});

test('nothing is written while something is asked, or when the workbook is not what was seen', async () => {
  begin();
  const before = workbookPicture(host.workbook);
  await expect(perform('runImport', { text: exported('servicenow-relationships.csv'), seen: { added: 9, updates: 0 } })).rejects.toMatchObject({ code: 'QuestionsOpen' });
  await expect(perform('runImport', { text, choices, seen: { added: 7, updates: 1 } })).rejects.toMatchObject({ code: 'Conflict' });
  expect(workbookPicture(host.workbook)).toEqual(before);
});

/** Into four tables, of which one is not there yet. */
const withCustomers = { text: 'Item,Section,Depends on,Customers\nDesk,Business service,Vault,Retail; Corporate\nVault,Hardware,Gateway A,', seen: { added: 6, updates: 0 } };

test('a table that is not there is made for its rows', async () => {
  begin();
  const done = await perform('runImport', withCustomers);
  expect(done.tables.map(({ table, isNew, rows }) => [table, isNew, rows])).toEqual([['Services', false, 1], ['Components', false, 1], ['Dependencies', false, 2], ['Customers', true, 2]]);
  const { sheet, firstRow } = done.tables[3]!;
  expect(rowsOf(sheet, 0, firstRow, firstRow + 1, 2)).toEqual([['Desk', 'Retail'], ['Desk', 'Corporate']]);
});

test('an error at any round trip leaves all tables as they were', async () => {
  begin();
  const actions: number[] = [];
  host.fault = ({ request }) => {
    if (isOurs(request)) actions.push(request.Actions.length);
    return undefined;
  };
  await perform('runImport', withCustomers);
  for (const [trip, count] of actions.entries()) {
    for (const afterActions of new Set([0, Math.floor(count / 2), count])) {
      begin();
      const before = workbookPicture(host.workbook);
      let at = -1;
      host.fault = ({ request }) => (isOurs(request) && ++at === trip ? { code: 'GeneralException', afterActions } : undefined);
      await expect(perform('runImport', withCustomers)).rejects.toMatchObject({ code: 'GeneralException' });
      host.fault = undefined;
      expect({ trip, afterActions, ...workbookPicture(host.workbook) }).toEqual({ trip, afterActions, ...before });
    }
  }
});

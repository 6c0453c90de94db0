/** Exports into the user's own tables, on the real office.js. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { perform } from '../../src/commands/actions';
import type { ModelValue } from '../../src/workbench/host/model';
import { workbookPicture } from '../excel/picture';

const exported = (name: string): string => readFileSync(path.join(__dirname, '../fixtures/exports', name), 'utf8');
const isOurs = (request: { Actions: readonly { Name: string }[] }): boolean => !request.Actions.some(({ Name }) => Name === '_RemoveReference');

function addTable(sheet: string, name: string, rows: readonly (readonly ModelValue[])[]): void {
  const home = host.workbook.sheet(sheet) ?? host.workbook.addSheet(sheet);
  rows.forEach((cells, r) => cells.forEach((value, c) => (typeof value === 'string' && value.startsWith('=') ? home.set(r, c, { value: null, formula: value }) : home.set(r, c, { value }))));
  home.tables.push({ id: host.workbook.id(), name, range: { row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }, style: 'TableStyleLight1', showBandedRows: true, showFilterButton: true, showTotals: false });
}

/** A workbook whose incidents have a column of their own, a calculated one, and one that is still open. */
function begin(): void {
  host.reset();
  addTable('Settings', 'Settings', [['Setting', 'Value'], ['Time zone', 'Europe/Berlin'], ['As of', '2026-11-02T08:00']]);
  addTable('Services', 'Services', [['Service', 'Type'], ['Card Payments', 'Business'], ['ATM Network', 'Business']]);
  addTable('Log', 'Incidents', [['Ticket', 'Our note', 'CI', 'Opened', 'Resolved', 'Severity', 'Hours'], ['INC0010001', 'called back', 'ATM Network', '2026-10-07T09:12', null, '1 - Critical', '=(E2-D2)*24']]);
}

const choices = { values: { item: { 'Crad Payments': 'Card Payments' } } };
const text = exported('servicenow-incidents.csv');
const row = (number: number): unknown[] => Array.from({ length: 7 }, (_, column) => host.workbook.sheet('Log')!.cell(number - 1, column)?.formula ?? host.workbook.sheet('Log')!.cell(number - 1, column)?.value ?? null);
/** Serial of the 1900 system, counted from 1899-12-30. */
const serial = (local: string): number => (Date.parse(`${local}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

test('rows are added, and the incident that was open gets its end', async () => {
  begin();
  const preview = await perform('previewImport', { text, choices });
  expect(preview.counts).toEqual({ rows: 5, added: 2, updated: 1, unchanged: 0, skipped: 1, conflicts: 0, problems: 1, waiting: 0 });
  expect(preview.columnsLeftOut).toEqual(['Description']);
  const done = await perform('runImport', { text, choices, seen: { added: 2, updates: 1 } });
  expect(done.tables[0]).toMatchObject({ table: 'Incidents', sheet: 'Log', firstRow: 3, rows: 2, filled: 1 });
  expect(row(2)).toEqual(['INC0010001', 'called back', 'ATM Network', '2026-10-07T09:12', serial('2026-10-07T10:00:00'), '1 - Critical', '=(E2-D2)*24']);
  expect(row(3)).toEqual(['INC0010002', null, 'Card Payments', serial('2026-10-07T11:30:00'), null, '3 - Moderate', '=(E3-D3)*24']);
  expect(row(4)).toEqual(['INC0010003', null, 'Card Payments', serial('2026-10-25T02:30:00'), serial('2026-10-25T04:10:00'), '2 - High', '=(E4-D4)*24']);
});

test('the same export again has nothing to add', async () => {
  begin();
  await perform('runImport', { text, choices, seen: { added: 2, updates: 1 } });
  const before = workbookPicture(host.workbook);
  expect((await perform('previewImport', { text, choices })).counts).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
  await expect(perform('runImport', { text, choices, seen: { added: 0, updates: 0 } })).rejects.toMatchObject({ code: 'NothingToImport' });
  expect(workbookPicture(host.workbook)).toEqual(before);
});

test('nothing is written while something is asked, or when the workbook is not what was seen', async () => {
  begin();
  const before = workbookPicture(host.workbook);
  await expect(perform('runImport', { text: exported('ambiguous.csv'), seen: { added: 2, updates: 0 } })).rejects.toMatchObject({ code: 'QuestionsOpen' });
  await expect(perform('runImport', { text, choices, seen: { added: 3, updates: 0 } })).rejects.toMatchObject({ code: 'Conflict' });
  expect(workbookPicture(host.workbook)).toEqual(before);
});

test('formulas of a file arrive as text in a table that is made for them', async () => {
  begin();
  const csv = 'Item,Start,Cause\nCard Payments,2026-10-07 09:10,"=HYPERLINK(""http://x"",""y"")"';
  const done = await perform('runImport', { text: csv, seen: { added: 1, updates: 0 } });
  expect(done.tables[0]).toMatchObject({ table: 'Outages', sheet: 'Outages', isNew: true, rows: 1 });
  const sheet = host.workbook.sheet('Outages')!;
  const cells = [...sheet.cells.get(done.tables[0]!.firstRow - 1)!.values()];
  expect(cells.find(({ value }) => value === '=HYPERLINK("http://x","y")')).toMatchObject({ formula: undefined });
});

test('an error at any round trip leaves the workbook as it was', async () => {
  begin();
  const actions: number[] = [];
  host.fault = ({ request }) => {
    if (isOurs(request)) actions.push(request.Actions.length);
    return undefined;
  };
  const run = () => perform('runImport', { text, choices, seen: { added: 2, updates: 1 } });
  await run();
  for (const [trip, count] of actions.entries()) {
    for (const afterActions of new Set([0, 1, Math.floor(count / 3), Math.floor((2 * count) / 3), count])) {
      begin();
      const before = workbookPicture(host.workbook);
      let seen = -1;
      host.fault = ({ request }) => (isOurs(request) && ++seen === trip ? { code: 'GeneralException', afterActions } : undefined);
      await expect(run()).rejects.toMatchObject({ code: 'GeneralException' });
      host.fault = undefined;
      expect({ trip, afterActions, ...workbookPicture(host.workbook) }).toEqual({ trip, afterActions, ...before });
    }
  }
});

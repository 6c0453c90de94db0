/** The built command line imports an export, and asks by what to add. */
import path from 'node:path';
import { plumbline, scratchFolder } from '../support/command-line';
import { cellsOf, readWorkbookFile, writeWorkbookFile } from '../support/workbook-file';

const folder = scratchFolder();
const book = path.join(folder, 'book.xlsx');
const out = path.join(folder, 'out.xlsx');
const exported = (name: string): string => path.join(__dirname, '../fixtures/exports', name);

beforeAll(() =>
  writeWorkbookFile(book, [
    { sheet: 'Settings', table: 'Settings', rows: [['Setting', 'Value'], ['Time zone', 'Europe/Berlin']] },
    { sheet: 'Services', table: 'Services', rows: [['Service', 'Type'], ['Card Payments', 'Business'], ['ATM Network', 'Business']] },
    { sheet: 'Log', table: 'Outages', rows: [['Item', 'Start', 'End'], [null, null, null]] },
  ]),
);

test('an ambiguous file ends with 1 and says what to add; with it the rows are written', async () => {
  const asked = plumbline('import', book, '--file', exported('ambiguous.csv'), '--out', out);
  expect(asked.code).toBe(1);
  expect(asked.stdout).toContain('03/04/2026 09:00 in line 2 is 3 Apr 2026 09:00 with --date-order dmy, 4 Mar 2026 09:00 with --date-order mdy');

  const dry = plumbline('import', book, '--file', exported('ambiguous.csv'), '--dry-run', '--date-order', 'dmy');
  expect([dry.code, dry.stdout.includes('2 rows: 2 new')]).toEqual([0, true]);

  const done = plumbline('import', book, '--file', exported('ambiguous.csv'), '--out', out, '--date-order', 'dmy');
  expect([done.code, done.stdout.includes('2 added to Outages on Log, 0 filled')]).toEqual([0, true]);
  const cells = cellsOf(await readWorkbookFile(out), 'Log');
  // Days from 1899-12-30: 3 April 2026 9:00, and 6 June 2026 1:30.
  const serial = (local: string): number => (Date.parse(`${local}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  expect([cells.get('2,1')?.value, cells.get('2,2')?.value, cells.get('3,3')?.value]).toEqual(['Card Payments', serial('2026-04-03T09:00:00'), serial('2026-06-06T01:30:00')]);
});

test.each([
  [['--file', exported('jira.csv')], '--out'],
  [['--out', out], '--file'],
  [['--file', exported('jira.csv'), '--dry-run', '--into', 'Services'], 'Outages, Incidents, Requests, Uptime, Service map'],
  [['--file', exported('jira.csv'), '--dry-run', '--date-order', 'ymd'], 'dmy'],
  [['--file', exported('jira.csv'), '--dry-run', '--value', 'Impact=25%'], '"Impact:minor=25%"'],
  [['--file', 'nowhere.csv', '--dry-run'], 'there is no such file'],
])('what cannot run ends with 2 and says why: %j', (args, why) => {
  const ran = plumbline('import', book, ...args);
  expect([ran.code, ran.stderr.includes(why)]).toEqual([2, true]);
});

test('a catalogue asks by what to add, then goes into three tables, of which two are made', async () => {
  const file = ['--file', exported('backstage-catalog-info.yaml')];
  const asked = plumbline('import', book, ...file, '--out', out);
  expect(asked.code).toBe(1);
  expect(asked.stdout).toContain('--value "Section:disk-shelf=Hardware | Applications');
  expect(asked.stdout).toContain('--value "Type:system=Part depends on whole | Whole depends on part", or nothing behind = to leave such rows out');

  const answers = ['--value', 'Section:disk-shelf=Hardware', '--value', 'Section:System=Business service', '--value', 'Type:system=Whole depends on part'];
  const dry = plumbline('import', book, ...file, '--dry-run', ...answers);
  expect([dry.code, dry.stdout.includes('13 rows to write: 1 in Services, 5 in Components, 7 in Dependencies'), dry.stdout.includes('  Item: Web bank, Depends on: accounts-db')]).toEqual([0, true, true]);

  const done = plumbline('import', book, ...file, '--out', out, ...answers);
  expect([done.code, done.stdout.includes('1 added to Services on Services, 0 filled')]).toEqual([0, true]);
  expect(done.stdout).toContain('5 added to Components on Components, 0 filled');
  // What was written is there already.
  const again = plumbline('import', out, ...file, '--dry-run', ...answers);
  expect([again.code, again.stdout.includes('No new row to write; 13 there already; 1 skipped')]).toEqual([0, true]);
});

test('relationships and a list; a circle ends with 1 and is written', async () => {
  const relations = plumbline('import', book, '--file', exported('servicenow-relationships.csv'), '--into', 'Dependencies', '--dry-run', '--value', 'Section:Cluster=Hardware', '--value', 'Type:Contains::Contained by=', '--value', 'Type:Members::Member of=', '--value', 'Type:Connects to::Connected by=Child depends on parent');
  expect(relations.code).toBe(1);
  expect(relations.stdout).toContain('closes a circle: srv-db-01 → sw-core-1 → srv-db-01');
  const list = plumbline('import', book, '--file', exported('sharepoint-list.csv'), '--out', out, '--value', 'Section:Gateway A=Hardware', '--value', 'Section:Gateway B=Hardware', '--value', 'Section:Printer queue=Settings');
  // The row that depends on itself is a problem; all others are written.
  expect([list.code, list.stdout.includes('6 added to Components on Components')]).toEqual([1, true]);
  const cells = [...cellsOf(await readWorkbookFile(out), 'Components').values()];
  expect(cells.find(({ value }) => value === '=1+1')).toBeDefined();
  expect(cells.every(({ formula }) => formula === undefined || formula === null)).toBe(true);
});

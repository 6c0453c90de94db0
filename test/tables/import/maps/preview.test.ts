import { decodeExport } from '../../../../src/tables/import/decode';
import type { ImportPreview } from '../../../../src/tables/import/model';
import { importWords } from '../../../../src/tables/import/words';
import { table } from '../../workbook';
import { added, exported, pausesOf, preview } from '../exports';

/** The sound bank, whose components have every column. */
const bank = { Components: table('Components', ['Component', 'Section', 'Category', 'Owner', 'Supplier', 'Availability'], [['Gateway A', 'Hardware', '', 'Cy', '', ''], ['Gateway B', 'Hardware', '', 'Cy', '', '']]) };
const edges = (result: ImportPreview): string[] => added(result, 'Dependencies').map((row) => `${String(row.Item)} → ${String(row['Depends on'])}`);
const asked = (result: ImportPreview): unknown[] => result.questions.map((question) => (question.kind === 'value' ? [question.field, question.value, question.rows] : question));

describe('lists', () => {
  test('lookups of several names, persons, services beside components; a name that nobody has, and one that depends on itself', () => {
    const result = preview(exported('sharepoint-list.csv'), {}, bank);
    expect(result).toMatchObject({ profile: 'SharePoint list', table: 'Service map', questions: [], isReady: true, zone: null, headingsNotUsed: ['Modified'] });
    expect(added(result, 'Services')).toEqual([{ Service: 'Teller desk', Type: 'Business', 'IT owner': 'Ann Beck' }]);
    expect(added(result, 'Components')).toEqual([
      { Component: 'Core Banking', Section: 'Applications', Owner: 'Neil Orint', Supplier: 'Contoso' },
      { Component: 'Mainframe', Section: 'Hardware', Owner: 'Neil Orint; Ann Beck' },
      // Text, whatever it begins with.
      { Component: '=1+1', Section: 'Settings', Owner: '+49 30 1234' },
    ]);
    expect(edges(result)).toEqual(['ATM Network → Core Banking', 'ATM Network → Gateway A', 'Core Banking → Mainframe', 'Teller desk → Core Banking', 'Teller desk → Gateway B']);
    expect(result.problems).toEqual([
      { line: 5, column: 'Depends on', found: '“Printer queue”', expected: 'a service or component of the workbook or of this file' },
      { line: 7, column: 'Depends on', found: '“=1+1”', expected: 'another one: nothing depends on itself' },
    ]);
    expect(result.unknownNames).toEqual([{ field: 'item', name: 'Printer queue', rows: 1, closest: null }]);
    // 1 service, 3 components and 5 dependencies are new; ATM Network, whose owner is Bo there, too, is known; 2 problems.
    expect(result.counts).toEqual({ rows: 12, added: 9, updated: 0, unchanged: 1, skipped: 0, conflicts: 0, problems: 2, waiting: 0 });
  });

  test('a name that nobody has is mapped, added with its section, asked about, or left out', () => {
    const file = exported('sharepoint-list.csv');
    expect(edges(preview(file, { values: { item: { 'printer queue': 'Gateway A' } } }, bank))).toContain('Teller desk → Gateway A');
    const given = preview(file, { values: { section: { 'Printer queue': 'Settings' } } }, bank);
    expect([added(given, 'Components').at(-1), edges(given).at(-1)]).toEqual([{ Component: 'Printer queue', Section: 'Settings' }, 'Teller desk → Printer queue']);
    const kept = preview(file, { values: { item: { 'Printer queue': 'Printer queue' } } }, bank);
    expect([asked(kept), kept.isReady]).toEqual([[['section', 'Printer queue', 1]], false]);
    const left = preview(file, { values: { item: { 'Printer queue': null } } }, bank);
    expect(left.skipped).toEqual([{ line: 5, why: 'Teller desk and Printer queue: “Printer queue” is left out' }]);
  });

  test('numbers first, as the interface of SharePoint writes them; a name that is a number goes by the other lookups', () => {
    const result = preview(exported('sharepoint-api.csv'), {}, bank);
    expect(edges(result)).toEqual(['Core Banking → Gateway A', 'Core Banking → Semi;colon', 'Semi;colon → 7']);
    expect(result.warnings).toEqual([{ line: 3, text: '“14;#7” is read as 7: numbers come first in the other lookups of this file' }]);
  });

  test('numbers on both sides and nothing else: asked, once', () => {
    const file = 'Item,Section,Depends on\n7,Hardware,\n12,Hardware,\nMail,Applications,7;#12\nDesk,Applications,12;#7';
    const open = preview(file, {}, bank);
    expect(open.questions).toEqual([{ kind: 'value', field: 'lookups', column: 'Lookups', value: '7;#12', rows: 2, type: 'choice', choices: ['Name first', 'ID first'] }]);
    expect(open.counts).toMatchObject({ waiting: 2, added: 4 });
    expect(edges(preview(file, { values: { lookups: { '7;#12': 'Name first' } } }, bank))).toEqual(['Mail → 7', 'Desk → 12']);
    expect(edges(preview(file, { values: { lookups: { '7;#12': 'ID first' } } }, bank))).toEqual(['Mail → 12', 'Desk → 7']);
  });

  test('what the kind of a thing has no column for is told, each thing once', () => {
    const result = preview('Item,Section,Owner,Supplier,Depends on\nDesk,Business service,Ann,Contoso,Gateway A\nDesk,Business service,,Fabrikam,Gateway B\nVault,Hardware,Bo,Contoso,', {}, bank);
    expect(result.notKept).toEqual([{ column: 'Supplier', of: 'services', rows: 1 }]);
    expect(importWords.notKept(result.notKept)).toBe('Supplier: not kept for services (1 row).');
    // Three lines of a file: one service, one component, two dependencies.
    expect(importWords.counts(result)).toBe('4 rows to write: 1 in Services, 1 in Components, 2 in Dependencies');
  });

  test('a lookup without its partner is a problem, and its row is read', () => {
    const result = preview('Item,Section,Depends on\nMail,Applications,Gateway A;#7;#Gateway B', {}, bank);
    expect(result.problems).toEqual([{ line: 2, column: 'Depends on', found: '“Gateway A;#7;#Gateway B”', expected: 'pairs such as Name;#12;#Other;#7: a name and its number each' }]);
    expect(added(result, 'Components')).toEqual([{ Component: 'Mail', Section: 'Applications' }]);
  });

  test('plain lists, used by, groups, customers and availability; a title above the headings, and the delimiter of Germany', () => {
    const file = 'The map of the bank\nName;Section;Depends on;Used by;Group;Required;Customers;Availability\nDesk;Business service;"Gateway A; Gateway B";;pair;1;"Retail\nCorporate";\nVault;Hardware;;Desk;;;;high\nCrane;Hardware;;;;;Retail;99.9';
    const result = preview(file, {}, bank);
    expect(added(result, 'Dependencies')).toEqual([
      { Item: 'Desk', 'Depends on': 'Gateway A', Group: 'pair', Required: 1 },
      { Item: 'Desk', 'Depends on': 'Gateway B', Group: 'pair', Required: 1 },
      { Item: 'Desk', 'Depends on': 'Vault' },
    ]);
    expect(added(result, 'Customers')).toEqual([{ Service: 'Desk', Customer: 'Retail' }, { Service: 'Desk', Customer: 'Corporate' }]);
    expect(added(result, 'Components')).toEqual([{ Component: 'Vault', Section: 'Hardware' }, { Component: 'Crane', Section: 'Hardware', Availability: 0.999 }]);
    expect(result.skipped).toEqual([{ line: 1, why: 'stands above the headings' }]);
    expect(result.warnings).toContainEqual({ line: 5, text: 'Availability is “high”: Availability stays blank' });
    expect(result.problems).toEqual([{ line: 6, column: 'Customers', found: '“Retail”', expected: 'none: Crane is a component, and only services have customers' }]);
  });

  test('errors of Excel, a heading merged over two columns, rows without a name', () => {
    const result = preview('Component,Section,Owner,Depends on,\nMail,Applications,#REF!,#N/A,\nDesk,Applications,,Gateway A,Gateway B\n,Hardware,Ann,,\n#N/A,Hardware,Ann,,', {}, bank);
    expect(added(result, 'Components')).toEqual([{ Component: 'Mail', Section: 'Applications' }]);
    expect(result.warnings).toEqual([{ line: 2, text: 'Owner is “#REF!”: Owner stays blank' }]);
    expect(result.problems).toEqual([
      { line: 2, column: 'Depends on', found: '#N/A', expected: 'a name' },
      { line: 3, column: '', found: '“Gateway B” after the last heading', expected: '4 cells, as there are headings' },
      { line: 4, column: 'Component', found: 'blank', expected: 'a name: every row needs one' },
      { line: 5, column: 'Component', found: '#N/A', expected: 'a name: every row needs one' },
    ]);
  });

  test('pasted from a list, with tabs; line breaks between names; a lookup for the item itself', () => {
    const pasted = 'Item\tSection\tDepends on\n"Mail;#3"\tApplications\tGateway A;#12;#Gateway B;#7\nDesk\tApplications\t"Gateway A\nMail"';
    expect(edges(preview(pasted, {}, bank))).toEqual(['Mail → Gateway A', 'Mail → Gateway B', 'Desk → Gateway A', 'Desk → Mail']);
  });

  test('Windows-1252', () => {
    const bytes = Buffer.from('Item,Section,Depends on\nSchl\xfcssel,Settings,Gateway A', 'latin1');
    expect(edges(preview(decodeExport(bytes), {}, bank))).toEqual(['Schlüssel → Gateway A']);
  });

  test('a heading that nobody knows is asked for; another may be chosen', () => {
    const file = 'Ding,Section,Braucht\nMail,Applications,Gateway A';
    expect(preview(file, { table: 'Service map' }, bank)).toMatchObject({ questions: [{ kind: 'column', field: 'item', column: 'Item' }], counts: { rows: 1, waiting: 1 }, isReady: false, headingsNotUsed: ['Ding', 'Braucht'] });
    expect(edges(preview(file, { table: 'Service map', mapping: { item: 'Ding', dependsOn: 'Braucht' } }, bank))).toEqual(['Mail → Gateway A']);
    expect(edges(preview('Depends on\nGateway A', { table: 'Service map', item: 'ATM Network' }, bank))).toEqual(['ATM Network → Gateway A']);
  });
});

describe('what is there already', () => {
  test('known rows stay; blank cells are filled; what differs is said; nothing is asked of what is known', () => {
    const result = preview('Item,Kind,Owner,Supplier,Depends on\ngateway a,Box,Dee,Contoso,\nCARD PAYMENTS,,Ann,,Gateway  A', {}, bank);
    expect(result.questions).toEqual([]);
    // Rows 2 of Components: the owner differs, so nothing of that row is a new row; the supplier was blank.
    expect(result.updates).toEqual([{ table: 'Components', line: 2, row: 2, column: 'Supplier', value: 'Contoso' }]);
    expect(result.conflicts).toEqual([{ table: 'Components', line: 2, row: 2, column: 'Owner', inFile: '“Dee”', inWorkbook: '“Cy”' }]);
    // Card Payments, and its dependency on Gateway A.
    expect(result.counts).toEqual({ rows: 3, added: 0, updated: 1, unchanged: 2, skipped: 0, conflicts: 0, problems: 0, waiting: 0 });
    expect(result.additions).toEqual([{ table: 'Components', columns: [], rows: [], fills: [{ row: 2, column: 'Supplier', value: 'Contoso', where: { Component: 'Gateway A' } }] }]);
  });

  test('a circle that new rows close, with its path; the rows are there to be looked at', () => {
    const result = preview('Item,Section,Depends on\nGateway A,,Vault\nVault,Hardware,Card Payments', {}, bank);
    expect(result.warnings).toEqual([{ line: 2, text: '“Gateway A” on “Vault” closes a circle: Gateway A → Vault → Card Payments → Gateway A' }]);
    expect(edges(result)).toEqual(['Gateway A → Vault', 'Vault → Card Payments']);
  });

  test('a name near to one that is there', () => {
    expect(preview('Item,Section,Depends on\nGatway A,Hardware,', {}, bank).warnings).toEqual([{ line: 2, text: '“Gatway A” is new; “Gateway A” is there already: perhaps the same' }]);
    const unknown = preview('Item,Section,Depends on\nATM Network,,Gatway A', {}, bank);
    expect(unknown.unknownNames).toEqual([{ field: 'item', name: 'Gatway A', rows: 1, closest: 'Gateway A' }]);
  });

  test('nothing becomes both a service and a component', () => {
    const known = preview('Item,Section,Depends on\nATM Network,Hardware,', {}, bank);
    expect([known.additions, known.warnings]).toEqual([[], [{ line: 2, text: '“ATM Network” is Hardware in the file and a service of the workbook, which it stays' }]]);
    const twice = preview('Item,Section,Depends on\nMail,Applications,\nmail,Business service,', {}, bank);
    expect(added(twice)).toEqual([{ Component: 'Mail', Section: 'Applications' }]);
    expect(twice.problems).toEqual([{ line: 3, column: 'Section', found: 'Business service', expected: 'Applications, as line 2 says of Mail: nothing is both a service and a component' }]);
  });

  test('a thing on several lines is one row; where they differ the first is taken, and it is said', () => {
    const result = preview('Item,Section,Owner,Depends on\nMail,Applications,Ann,Gateway A\nMail,,Bo,Gateway B', {}, bank);
    expect(added(result, 'Components')).toEqual([{ Component: 'Mail', Section: 'Applications', Owner: 'Ann' }]);
    expect(result.warnings).toEqual([{ line: 3, text: 'owner of “Mail” is “Bo”; line 2 says “Ann”, which is taken' }]);
  });

  test('importing what was imported adds nothing', () => {
    const first = preview(exported('sharepoint-list.csv'), {}, bank);
    const again = preview(exported('sharepoint-list.csv'), {}, Object.fromEntries(first.additions.map(({ table: name, columns, rows }) => {
      const known: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = { Services: [['ATM Network', 'Business', 'Bo']], Components: [['Gateway A', 'Hardware', 'Cy', ''], ['Gateway B', 'Hardware', 'Cy', '']] };
      return [name, table(name, columns, [...(known[name] ?? []), ...rows.map((row) => row.map((cell) => (cell ?? '') as string))])];
    })));
    // 2 services, 3 components, 5 dependencies.
    expect(again.counts).toMatchObject({ added: 0, updated: 0, unchanged: 10, conflicts: 0 });
  });
});

describe('relationships', () => {
  const answers = { section: { Cluster: 'Hardware' }, type: { 'Contains::Contained by': 'Parent depends on child', 'Members::Member of': null, 'Connects to::Connected by': 'Parent depends on child' } };

  test('what a type or a class does not say is asked, with how many rows it decides', () => {
    const open = preview(exported('servicenow-relationships.csv'), {}, bank);
    expect(open).toMatchObject({ profile: 'ServiceNow relationships', table: 'Service map', isReady: false, headingsNotUsed: ['Connection strength'] });
    expect(asked(open)).toEqual([['section', 'Cluster', 1], ['type', 'Contains::Contained by', 1], ['type', 'Members::Member of', 1], ['type', 'Connects to::Connected by', 1]]);
  });

  test('direction by type, section by class', () => {
    const result = preview(exported('servicenow-relationships.csv'), { values: answers }, bank);
    expect(added(result, 'Components')).toEqual([
      { Component: 'Core Banking', Section: 'Applications', Category: 'Business Application' },
      { Component: 'srv-db-01', Section: 'Hardware', Category: 'Linux Server' },
      { Component: 'Esx cluster', Section: 'Hardware', Category: 'Cluster' },
      { Component: 'disk-01', Section: 'Hardware', Category: 'Storage Device' },
      { Component: 'esx-02', Section: 'Hardware', Category: 'ESX Server' },
      { Component: 'sw-core-1', Section: 'Hardware', Category: 'IP Switch' },
    ]);
    expect(edges(result)).toEqual(['Card Payments → Core Banking', 'Core Banking → srv-db-01', 'srv-db-01 → Esx cluster', 'srv-db-01 → disk-01', 'srv-db-01 → sw-core-1']);
    expect(result.problems).toEqual([
      { line: 9, column: 'Child', found: '“Core Banking”', expected: 'another one: nothing depends on itself' },
      { line: 10, column: 'Child', found: '#N/A', expected: 'the name of an item' },
    ]);
    expect(result.skipped).toEqual([
      { line: 6, why: 'Esx cluster and esx-02: “Members::Member of” is left out, as you said' },
      // The connection says what line 7 says.
      { line: 8, why: 'repeats line 7' },
      { line: 11, why: 'repeats line 3' },
    ]);
  });

  test('an answer that is none is refused, and asked again', () => {
    const result = preview(exported('servicenow-relationships.csv'), { values: { ...answers, section: { Cluster: 'Iron' }, type: { ...answers.type, 'Members::Member of': 'yes' } } }, bank);
    expect(result.questions).toMatchObject([{ field: 'section', value: 'Cluster', refused: 'Iron' }, { field: 'type', value: 'Members::Member of', refused: 'yes' }]);
  });

  test('without a type or classes everything is asked, once', () => {
    const file = 'Parent,Child\nCard Payments,Core\nCore,Disk';
    const open = preview(file, { table: 'Service map' }, bank);
    expect(asked(open)).toEqual([['section', '', 2], ['type', '', 2]]);
    const result = preview(file, { table: 'Service map', values: { section: { '': 'Applications', Disk: 'Hardware' }, type: { '': 'Parent depends on child' } } }, bank);
    expect(added(result, 'Components')).toEqual([{ Component: 'Core', Section: 'Applications' }, { Component: 'Disk', Section: 'Hardware' }]);
    expect(edges(result)).toEqual(['Card Payments → Core', 'Core → Disk']);
  });

  test('an item of two classes', () => {
    const result = preview('Parent,Parent class,Type,Child,Child class\nA,Server,Depends on,B,Database\nB,Printer,Depends on,C,Server', {}, bank);
    expect(result.problems).toEqual([{ line: 3, column: 'Parent class', found: '“Printer”', expected: '“Database”, as line 2 says of B' }]);
    expect(edges(result)).toEqual(['A → B', 'B → C']);
  });

  test('10,000 rows, with pauses; nothing is lost', () => {
    const lines = ['Parent,Parent class,Type,Child,Child class'];
    for (let row = 0; row < 10_000; row++) lines.push(`item ${row},Server,Depends on::Used by,item ${row + 1},Server`);
    const result = preview(lines.join('\n'), {}, bank);
    expect([result.counts, result.additions.map(({ rows }) => rows.length)]).toMatchObject([{ added: 20_001, problems: 0 }, [10_001, 10_000]]);
    // At least one after every thousand items and every thousand dependencies.
    expect(pausesOf(lines.join('\n'), bank)).toBeGreaterThan(20);
  });
});

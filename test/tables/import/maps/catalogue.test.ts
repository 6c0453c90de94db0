import type { ImportChoices, ImportPreview } from '../../../../src/tables/import/model';
import { isCatalogue } from '../../../../src/tables/import/maps/catalogue';
import { table } from '../../workbook';
import { added, exported, pausesOf, preview } from '../exports';

/** The sound bank, whose components and services have the columns that a catalogue fills. */
const bank = {
  Services: table('Services', ['Service', 'Type', 'IT owner', 'Description'], [['Card Payments', 'Business', 'Ann', 'Cards'], ['ATM Network', 'Business', 'Bo', 'Cash']]),
  Components: table('Components', ['Component', 'Section', 'Category', 'Owner'], [['Gateway A', 'Hardware', '', 'Cy'], ['Gateway B', 'Hardware', '', 'Cy']]),
};
const edges = (result: ImportPreview): string[] => added(result, 'Dependencies').map((row) => `${String(row.Item)} → ${String(row['Depends on'])}`);
const look = (text: string, choices: ImportChoices = {}): ImportPreview => preview(text, choices, bank);
const component = (name: string, spec = '{ type: service }', metadata = ''): string => `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ${name}${metadata} }\nspec: ${spec}\n`;

describe('the catalogue of a bank', () => {
  const catalogue = exported('backstage-catalog-info.yaml');
  const answers = { section: { System: 'Business service', 'disk-shelf': 'Hardware' }, type: { system: 'Whole depends on part' } };

  test('what kinds and parts mean is asked together', () => {
    const open = look(catalogue);
    expect(open).toMatchObject({ profile: 'Backstage catalogue', table: 'Service map', isReady: false });
    expect(open.questions.map((question) => question.kind === 'value' && [question.field, question.value, question.rows])).toEqual([['section', 'disk-shelf', 1], ['section', 'System', 1], ['type', 'system', 1]]);
    expect(open.questions.at(-1)).toMatchObject({ choices: ['Part depends on whole', 'Whole depends on part'] });
    // Ready: Web bank, ledger, Payments API, accounts-db, and what they need of each other. Waiting: shelf and system, and what hangs on each.
    expect(open.counts).toEqual({ rows: 14, added: 9, updated: 0, unchanged: 0, skipped: 1, conflicts: 0, problems: 0, waiting: 4 });
  });

  test('rows', () => {
    const result = look(catalogue, { values: answers });
    expect(result.isReady).toBe(true);
    expect(added(result, 'Services')).toEqual([{ Service: 'Banking', Type: 'Business', 'IT owner': 'Channels team', Description: 'All that customers need' }]);
    expect(added(result, 'Components')).toEqual([
      { Component: 'Web bank', Section: 'Applications', Category: 'website', Owner: 'Channels team' },
      { Component: 'ledger', Section: 'Applications', Category: 'service', Owner: 'Ann Beck' },
      { Component: 'Payments API', Section: 'Applications', Category: 'openapi API', Owner: 'Channels team' },
      { Component: 'accounts-db', Section: 'Applications', Category: 'database', Owner: 'dba' },
      { Component: 'shelf-7', Section: 'Hardware', Category: 'disk-shelf', Owner: 'dba' },
    ]);
    expect(edges(result)).toEqual([
      'Web bank → accounts-db',
      'Web bank → ledger',
      'Web bank → Payments API',
      'Banking → Web bank',
      // The ledger provides the API, and the database says that the ledger needs it.
      'Payments API → ledger',
      'accounts-db → shelf-7',
      'ledger → accounts-db',
    ]);
    expect(result.skipped).toEqual([{ line: 59, why: 'kind Location is not taken' }]);
    expect(result.headingsNotUsed).toEqual(['metadata.description', 'spec.lifecycle', 'spec.definition']);
  });

  test('a system that is left out leaves out what hangs on it, and nothing more is asked', () => {
    const result = look(catalogue, { values: { section: { System: null, 'disk-shelf': 'Hardware' } } });
    expect(result.questions).toEqual([]);
    expect(result.skipped).toEqual([
      { line: 2, why: 'Web bank and Banking: “Banking” is left out' },
      { line: 44, why: '“Banking”: left out, as you said of “System”' },
      { line: 59, why: 'kind Location is not taken' },
    ]);
  });

  test('the same from the interface of the catalogue, as JSON', () => {
    const json = JSON.stringify([{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'web' }, spec: { type: 'website', dependsOn: ['component:core'] }, relations: [] }, { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'core' }, spec: { type: 'service' } }], null, 2);
    for (const text of [json, `{ "items": ${json} }`]) expect([edges(look(text)), added(look(text), 'Components').length]).toEqual([['web → core'], 2]);
  });
});

describe('references', () => {
  const base = [component('core'), component('core', '{ type: service }', ', namespace: risk'), 'kind: Resource\nmetadata: { name: core }\nspec: { type: database }\n'];

  test.each([
    // Of the same namespace, case does not matter; kinds and namespaces are told apart.
    ['component:core', 'web → core'],
    ['Component:Default/CORE', 'web → core'],
    ['component:risk/core', 'web → core (risk)'],
    ['resource:core', 'web → core (Resource)'],
    // Known to the workbook only.
    ['component:default/gateway-a', null],
    ['component:Gateway', null],
  ])('dependsOn %s', (reference, edge) => {
    const result = look([...base, component('web', `{ type: website, dependsOn: ['${reference}'] }`)].join('---\n'));
    expect(edges(result)).toEqual(edge === null ? [] : [edge]);
    if (edge === null) expect(result.problems).toMatchObject([{ line: 15, column: 'spec.dependsOn', expected: 'a service or component of the workbook or of this file' }]);
  });

  test('without a kind that tells several apart', () => {
    const result = look([...base, component('web', '{ type: website, dependsOn: [core, 7 up, { a: 1 }] }')].join('---\n'));
    expect(result.problems).toEqual([
      { line: 15, column: 'spec.dependsOn', found: '“core”', expected: 'which is meant: component:core or resource:core' },
      { line: 15, column: 'spec.dependsOn', found: '“7 up”', expected: 'a reference such as component:default/name' },
      { line: 15, column: 'spec.dependsOn', found: '“{"a":1}”', expected: 'a reference such as component:default/name' },
    ]);
  });

  test('names of the workbook go before titles; names that are taken become others, and it is said', () => {
    const result = look([component('ledger', '{ type: service }', ', title: The ledger'), component('books', '{ type: service }', ', title: the  Ledger'), component('ledger')].join('---\n'));
    expect(added(result, 'Components').map((row) => row.Component)).toEqual(['The ledger', 'the  Ledger (books)']);
    expect(result.warnings).toEqual([{ line: 6, text: 'Component “the  Ledger” has the name of the Component in line 1: it becomes “the  Ledger (books)”' }]);
    expect(result.problems).toEqual([{ line: 11, column: 'metadata.name', found: '“ledger”', expected: 'another name: line 1 is component:default/ledger, too' }]);
    const known = preview('kind: Component\nmetadata: { name: Gateway-A, title: First gateway }\nspec: { type: service }', {}, { Components: table('Components', ['Component', 'Section'], [['gateway-a', 'Hardware']]) });
    expect(known.counts).toMatchObject({ added: 0, unchanged: 1 });
  });
});

describe('what cannot be read', () => {
  const sound = component('sound');
  test.each([
    ['a tab', 'kind: Component\nmetadata:\n\tname: x\n', 3, /tab/i],
    ['a bracket that is not closed', 'kind: Component\nmetadata: { name: x\nspec: [\n', null, /./],
    ['a key that stands twice', 'kind: Component\nkind: API\nmetadata: { name: x }\n', 2, /unique/],
    ['a tag of another maker', 'kind: Component\nmetadata: { name: !!js/function "x" }\n', 2, /tag/i],
    // Found when the document is put together: its first line.
    ['an alias without an anchor', 'kind: Component\nmetadata: { name: *x }\n', 1, /anchor|alias/i],
    ['no kind', 'apiVersion: v1\nmetadata: { name: x }\n', 1, /blank/],
    ['no name', 'kind: Component\nmetadata: {}\n', 1, /blank/],
    ['a list', 'kind: Component\nmetadata: { name: y }\n---\n- metadata\n- 7\n', 4, /“metadata”/],
  ])('%s is a problem with its line', (_, broken, line, found) => {
    const result = look(broken);
    expect(result.problems[0]!.found).toMatch(found);
    if (line !== null) expect(result.problems[0]!.line).toBe(line);
  });

  test('a broken document does not stop the others, and lines count from the beginning of the file', () => {
    const result = look(`${sound}---\nkind: Component\nmetadata:\n  name: x\n bad: [\n---\n${component('after')}`);
    expect(added(result, 'Components').map((row) => row.Component)).toContain('sound');
    expect(result.problems[0]!.line).toBeGreaterThan(5);
    expect(result.problems[0]!.line).toBeLessThan(11);
  });

  test('aliases that grow beyond measure, and nesting without end', () => {
    // Nine levels of nine: 387 million values if they were written out.
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)].join('\n');
    const result = look(`kind: Component\nmetadata: { name: bomb }\n${bomb}\n---\n${sound}`);
    expect(result.problems).toEqual([{ line: 1, column: '', found: expect.stringMatching(/alias/i) as string, expected: 'YAML as Backstage reads it; nothing of this document is taken' }]);
    expect(added(result, 'Components').map((row) => row.Component)).toEqual(['sound']);
    expect(look(`kind: Component\nmetadata: ${'['.repeat(20_000)}`).problems.length).toBeGreaterThan(0);
  });

  test('few aliases are what they stand for', () => {
    expect(edges(look(`kind: Component\nmetadata: { name: a }\nspec: { type: &t service, dependsOn: &d [component:b] }\n---\nkind: Component\nmetadata: { name: b }\nspec: { type: service }\n`))).toEqual(['a → b']);
  });

  test('a name that looks like a number or a formula is text', () => {
    expect(added(look('kind: Component\nmetadata: { name: 365, title: "=HYPERLINK(1)" }\nspec: { type: service }'), 'Components')).toEqual([{ Component: '=HYPERLINK(1)', Section: 'Applications', Category: 'service' }]);
  });

  test('2,000 documents, with pauses', () => {
    const text = Array.from({ length: 2000 }, (_, index) => component(`c${index}`, `{ type: service, dependsOn: [component:c${index + 1}] }`)).join('---\n');
    const result = look(text);
    expect(result.counts).toMatchObject({ added: 2000 + 1999, problems: 1 });
    expect(pausesOf(text, bank)).toBeGreaterThan(40);
  });
});

test.each([
  ['Item,Start\nMail,2026-10-07', false],
  ['Number,Description\n1,"see\nkind: x\nmetadata: y"', false],
  ['---\nkind: Component', true],
  ['# comment\n\napiVersion: v1\nkind: Component', true],
  ['\ufeffapiVersion: v1\nkind: Component', true],
  ['[{ "eventid": "1" }]', false],
  ['services:\n  web:\n    image: x', false],
])('%j is a catalogue: %s', (text, is) => {
  expect(isCatalogue(text)).toBe(is);
});

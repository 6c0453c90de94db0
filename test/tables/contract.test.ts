import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACT, SETTINGS, TABLE_NAMES, type TableName } from '../../src/tables/contract';
import { Unreadable } from '../../src/tables/cells';
import { looseName } from '../../src/tables/names';
import { defaultValue, matchHeader } from '../../src/tables/parse';

const shared = process.env.PLUMBLINE_SHARED ?? join(__dirname, '../../../shared');
const page = join(shared, 'tables.md');

/** The page's rows: table → its columns' description. */
function rowsOfPage(): [string, string][] {
  return [...readFileSync(page, 'utf8').matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, table, columns]) => [table!, columns!]);
}

/** The columns that a cell of the page names, without what stands in brackets, references and remarks behind them. */
function columnsOf(text: string): { name: string; required: boolean; key: boolean }[] {
  const bare = text.replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '').split(/[;:](?![^*]*\*\*)|: /)[0]!;
  return bare
    .split(/,| or (?=Availability)| and (?=Services included)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({
      name: part.replace(/→.*$/, '').replace(/\*\*/g, '').replace(/ (key|1–5|1–3|percent of the month’s fee|percent of the month's fee)$/, '').replace(/ (local date and time of the first|Maintenance calendar|instant|key)\s*$/, '').replace(/→?\s*$/, '').trim(),
      required: part.includes('**'),
      key: / key$/.test(part),
    }));
}

// What the contract says to its users is written on a page beside the project; where that is not at hand, there is nothing to compare with.
const described = existsSync(page) ? rowsOfPage() : [];
if (described.length === 0) process.stderr.write(`The page of the tables is not at hand (${page}): the contract was not compared with it.\n`);

test('the page describes every table but Settings, and no other', () => {
  if (described.length === 0) return;
  expect(described.map(([name]) => name).sort()).toEqual(TABLE_NAMES.filter((name) => name !== 'Settings').sort());
});

test('every column of the page is a column of the contract, required and key as it says, and no other is', () => {
  const differences: string[] = [];
  for (const [name, text] of described) {
    const table = CONTRACT[name as TableName];
    const columns = name === 'Published' ? text.replace(/^.*published: /, '').split(', ').map((part) => ({ name: part, required: false, key: false })) : columnsOf(text);
    const match = matchHeader(table, columns.map((column) => column.name));
    columns.forEach((column, place) => {
      const known = table.columns[match.places.indexOf(place)];
      if (!known) differences.push(`${name}: no column ${column.name}`);
      else if (known.required !== column.required || known.key !== column.key) differences.push(`${name}: ${column.name} is required or key in one place only`);
    });
    table.columns.forEach((column, index) => {
      if (match.places[index] === -1) differences.push(`${name}: ${column.header} is not on the page`);
    });
  }
  expect(differences).toEqual([]);
});

test('every setting of the page is a setting of the contract', () => {
  if (described.length === 0) return;
  const line = /^Organisation · .*$/m.exec(readFileSync(page, 'utf8'))?.[0] ?? '';
  const names = line.split(' · ').map((part) => looseName(part.replace(/\(.*$/, '')));
  expect(SETTINGS.map(({ header }) => looseName(header))).toEqual(expect.arrayContaining(names));
});

describe.each(TABLE_NAMES)('%s', (name) => {
  const table = CONTRACT[name];

  test('is told in words', () => {
    expect(table.name).toBe(name);
    for (const words of [table.description, ...table.columns.map(({ help }) => help)]) expect(words).toMatch(/\S.*[.:]$/);
  });

  test('has headers that do not mean each other', () => {
    const match = matchHeader(table, table.columns.map(({ header }) => header));
    expect(match.places).toEqual(table.columns.map((_, index) => index));
    expect(match.duplicates).toEqual([]);
  });

  test('refers to tables whose rows have names', () => {
    for (const column of table.columns) for (const other of column.references) expect(CONTRACT[other].nameField).not.toBeNull();
  });

  test('has defaults that its own columns can read', () => {
    for (const column of table.columns) if (column.default !== null) expect(defaultValue(column)).not.toBeInstanceOf(Unreadable);
  });

  test('says whose figures a row bears on by one of its fields', () => {
    expect(name === 'Settings' || table.columns.some(({ field }) => field === table.subject)).toBe(true);
  });
});

import { CONTRACT, SETTINGS, TABLE_NAMES } from '../../src/tables/contract';
import { tablesAsMarkdown } from '../../src/tables/docs';

test('every table and column is documented, in well-formed tables', () => {
  const sections = new Map(tablesAsMarkdown().split(/^### /m).slice(1).map((section) => [section.split('\n')[0]!, section.split('\n')]));
  expect([...sections.keys()]).toEqual([...TABLE_NAMES]);
  for (const name of TABLE_NAMES) {
    const columns = name === 'Settings' ? SETTINGS : CONTRACT[name].columns;
    const lines = sections.get(name)!.filter((line) => line.startsWith('|')).slice(2);
    expect(lines.map((line) => line.split('|')[1]!.replaceAll('*', '').trim())).toEqual(columns.map(({ header }) => header));
    for (const line of lines) expect(line.split('|')).toHaveLength(5);
  }
});

test('a column says what it holds', () => {
  expect(tablesAsMarkdown()).toContain('| **Item** | text; names a row of Services or Components; also headed CI, Configuration item, Service | The service or component. |');
});

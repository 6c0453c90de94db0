import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tablesAsMarkdown } from '../../src/tables/docs';

test('the page that documents the tables says what the contract says', () => {
  const page = readFileSync(path.resolve(__dirname, '../../src/tables/README.md'), 'utf8');
  expect(page).toContain(tablesAsMarkdown());
});

/** The built help page: what Excel and the pane lead to is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { HELP_PAGE } from '../../src/help/path';

const dist = path.resolve(__dirname, '../../dist/addin');
const built = (name: string): string => readFileSync(path.join(dist, name), 'utf8');

test('every function leads to its place in the help, at the address that the manifest has', () => {
  if (!existsSync(path.join(dist, HELP_PAGE))) throw new Error(`dist/addin/${HELP_PAGE} is missing: run \`npm run build\` first (npm test does)`);
  const document = new JSDOM(built(HELP_PAGE)).window.document;
  const { functions } = JSON.parse(built('functions.json')) as { functions: { id: string; helpUrl: string }[] };
  const pane = /<bt:Url id="Pane\.Url" DefaultValue="([^"]+)"/.exec(built('manifest.xml'))?.[1] ?? '';
  for (const { id, helpUrl } of functions) {
    expect(helpUrl).toBe(`${new URL('.', pane).href}${HELP_PAGE}#${id}`);
    expect(document.getElementById(id)?.textContent).toBe(id);
  }
  expect(document.querySelectorAll('script')).toHaveLength(0);
});

/** The built add-in: what Excel is told of the functions is what the code has, and the pane stays light. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { FUNCTIONS_INTERFACE } from '../support/functions-interface';

const root = path.resolve(__dirname, '../..');
const dist = path.join(root, 'dist/addin');
const built = (name: string): Buffer => readFileSync(path.join(dist, name));

beforeAll(() => {
  if (!existsSync(path.join(dist, 'main.js'))) throw new Error('dist/addin is missing: run `npm run build` first (npm test does)');
});

interface Metadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly { readonly id: string; readonly description: string; readonly options?: object; readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean; readonly type: string; readonly dimensionality?: string }[] }[];
}

test('functions.json names every function with its parameters in order, and lets error cells in', () => {
  const metadata = JSON.parse(built('functions.json').toString()) as Metadata;
  expect(metadata.allowErrorForDataTypeAny).toBe(true);
  const found = Object.fromEntries(metadata.functions.map(({ id, parameters }) => [id, parameters.map(({ name, optional }) => name + (optional ? '?' : '')).join(' ')]));
  expect(found).toEqual(FUNCTIONS_INTERFACE);
  for (const { description, parameters, options } of metadata.functions) {
    expect(description).not.toBe('');
    for (const parameter of parameters) expect(parameter.description).not.toBe('');
    // Pure: never volatile, never streaming, no address.
    expect(options ?? {}).toEqual({});
  }
});

test('the page loads office.js from Microsoft and has none of it inside', () => {
  const page = built('taskpane.html').toString();
  expect(page).toMatch(/<script src="?https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"?><\/script>/);
  for (const name of readdirSync(dist).filter((file) => file.endsWith('.js'))) {
    const text = built(name).toString();
    expect({ name, hasOffice: text.includes('OfficeExtension.ClientRequestContext') }).toEqual({ name, hasOffice: false });
    expect({ name, evaluates: /[^.\w]eval\(|new Function\(/.test(text) }).toEqual({ name, evaluates: false });
    expect({ name, workbench: text.includes('plumbline-host') }).toEqual({ name, workbench: false });
  }
});

test('the bundle stays inside its budget', () => {
  const size = (files: readonly string[]): number => files.reduce((sum, name) => sum + gzipSync(built(name)).length, 0);
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
  const first = ['main.js', 'runtime.js'];
  // The dates of every country's holidays, with the library that works them out: fetched when somebody asks for holidays.
  const holidays = scripts.filter((name) => built(name).includes('Karfreitag'));
  // Imports with the libraries for CSV and YAML: fetched when somebody imports.
  const imports = scripts.filter((name) => ['Excessive alias count', 'Backstage catalogue'].some((words) => built(name).includes(words)));
  // The library of forecasting methods: fetched when somebody asks for a forecast.
  const forecasts = scripts.filter((name) => built(name).includes('mstl_bg.wasm'));
  const lazy = scripts.filter((name) => ![...first, ...holidays, ...imports, ...forecasts].includes(name));
  // kB of gzip: what cells wait for, everything that may follow (actions, the pane with its map and plan, the layout of pictures, decision diagrams, recurrence rules), holidays, imports, and methods of forecasting.
  expect({ first: size(first) / 1000 < 90, lazy: size(lazy) / 1000 < 580, holidays: size(holidays) / 1000 < 220, imports: size(imports) / 1000 < 65, forecasts: size(forecasts) / 1000 < 360, files: scripts.length < 32 }).toEqual({ first: true, lazy: true, holidays: true, imports: true, forecasts: true, files: true });
  // In files of their own: neither cells nor the pane carry them.
  expect(holidays).toHaveLength(1);
  expect(imports.length).toBeGreaterThan(0);
  expect(forecasts).toHaveLength(1);
  for (const name of [...holidays, ...imports, ...forecasts]) expect(first).not.toContain(name);
});

test('WebAssembly is inside the script that wants it, once; no script says where it was built', () => {
  expect(readdirSync(dist).filter((name) => name.endsWith('.wasm'))).toEqual([]);
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js')).map((name) => ({ name, text: built(name).toString() }));
  // Every module begins with the bytes 0, a, s, m and version 1.
  const begins = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]).toString('base64').slice(0, -2);
  expect(scripts.flatMap(({ text }) => text.split(begins).slice(1))).toHaveLength(2);
  expect(scripts.filter(({ text }) => text.includes(root) || text.includes('file:///')).map(({ name }) => name)).toEqual([]);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CellError, ModelWorkbook } from '../../../src/workbench/host/model';
import { type Addin, startAddin } from '../../../src/workbench/node/addin';

/** A small add-in, laid out as the build lays out ours: a runtime, an entry, a chunk loaded when asked for. */
const PAGE = `<!doctype html><html><head>
  <script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
  <script defer src="runtime.js"></script><script defer src="main.js"></script>
</head><body><div id="root"></div></body></html>`;
const RUNTIME = 'window.loadChunk = (name) => new Promise((resolve, reject) => { const tag = document.createElement("script"); tag.src = name; tag.onload = resolve; tag.onerror = () => reject(new Error(name + " is missing")); document.head.appendChild(tag); });';
const MAIN = `
  CustomFunctions.associate('DOUBLE', (number) => number * 2);
  CustomFunctions.associate('TABLE', async (rows) => rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell + 1 : cell))));
  CustomFunctions.associate('FAIL', () => { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'no such agreement'); });
  CustomFunctions.associate('BREAK', () => { throw new Error('a defect'); });
  CustomFunctions.associate('WAIT', (invocation) => new Promise((resolve) => { invocation.onCanceled = () => { window.cancelled = true; resolve(1); }; }));
  const write = (value) => Excel.run(async (context) => { context.workbook.worksheets.getItem('Data').getRange('B2').values = [[value]]; await context.sync(); });
  Office.actions.associate('stamp', async (event) => { await write('stamped by ' + event.source.id); event.completed(); });
  window.Plumbline = { run: async (action, parameters, { progress }) => { progress({ text: 'half' }); if (action === 'fail') throw new Error('cannot'); await write(parameters.value); return { wrote: parameters.value }; } };
  Office.onReady(async () => { await loadChunk('pane.123.js'); console.error('a warning from the page'); });
`;

const logged: string[] = [];
let folder: string;
let addin: Addin;
const workbook = new ModelWorkbook();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'addin-'));
  await Promise.all(
    Object.entries({ 'taskpane.html': PAGE, 'runtime.js': RUNTIME, 'main.js': MAIN, 'pane.123.js': 'document.getElementById("root").textContent = "pane";' }).map(([name, text]) => writeFile(path.join(folder, name), text)),
  );
  workbook.addSheet('Data');
  addin = await startAddin({ workbook, folder, log: (text) => logged.push(text) });
});

afterAll(async () => {
  addin.close();
  await rm(folder, { recursive: true });
});

test('the page starts inside Excel, with its lazy chunk and its console', async () => {
  expect(await addin.window.Office.onReady()).toEqual({ host: 'Excel', platform: 'OfficeOnline', addin: { visibilityMode: 'Taskpane' } });
  while (logged.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(addin.window.document.getElementById('root')!.textContent).toBe('pane');
  expect(logged).toEqual(['a warning from the page']);
});

test('an action of the page writes into the workbook', async () => {
  const steps: string[] = [];
  const result = await addin.run('write', { value: 12.5 }, { progress: ({ text }: { text: string }) => steps.push(text) });
  expect(result).toEqual({ wrote: 12.5 });
  expect(steps).toEqual(['half']);
  expect(workbook.sheet('Data')!.cell(1, 1)!.value).toBe(12.5);
  await expect(addin.run('fail', {}, { progress: () => {} })).rejects.toThrow('cannot');
});

test('a ribbon button runs its function, and is done when the function says so', async () => {
  await addin.host.runCommand('stamp', 'StampButton');
  expect(workbook.sheet('Data')!.cell(1, 1)!.value).toBe('stamped by StampButton');
});

test("custom functions run in the add-in's runtime: values, matrices, errors in and out", async () => {
  const call = (id: string, ...parameters: Parameters<Addin['invoke']>[1]) => addin.invoke(id, parameters, 'Data!A1');
  expect(await Promise.all([call('DOUBLE', 21), call('TABLE', [[1, 'x'], [2, new CellError('#N/A')]]), call('FAIL'), call('BREAK'), call('MISSING')])).toEqual([
    42,
    [[2, 'x'], [3, new CellError('#N/A')]],
    new CellError('#N/A', 'no such agreement'),
    new CellError('#VALUE!'),
    new CellError('#VALUE!'),
  ]);
});

test('a call that nobody waits for any more is cancelled in the page', async () => {
  const { result, cancel } = addin.host.invokeFunction('WAIT', []);
  await addin.invoke('DOUBLE', [1], 'Data!A1');
  cancel();
  expect(await result).toEqual(new CellError('#N/A', 'Cancelled.'));
  while (!addin.window.cancelled) await new Promise((resolve) => setTimeout(resolve, 5));
});

test('a page without office.js is refused', async () => {
  const empty = await mkdtemp(path.join(tmpdir(), 'addin-'));
  await writeFile(path.join(empty, 'taskpane.html'), '<!doctype html><p>nothing</p>');
  await expect(startAddin({ folder: empty })).rejects.toThrow('does not load office.js');
  await rm(empty, { recursive: true });
});

test('a page that starts unseen hears when its pane is shown', async () => {
  await writeFile(path.join(folder, 'main.js'), MAIN.replace('window.Plumbline =', `Office.onReady((info) => { window.startedAs = info.addin.visibilityMode; Office.addin.onVisibilityModeChanged(({ visibilityMode }) => { window.nowIs = visibilityMode; }).then(() => { window.listens = true; }); });\n  window.Plumbline =`));
  const hidden = await startAddin({ workbook, folder, paneVisible: false, log: () => {} });
  try {
    const page = hidden.window as unknown as { startedAs?: string; listens?: boolean; nowIs?: string };
    const until = async (done: () => boolean): Promise<void> => {
      for (let turn = 0; turn < 200 && !done(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await until(() => page.listens === true);
    expect(page.startedAs).toBe('Hidden');
    hidden.host.showPane(true);
    await until(() => page.nowIs !== undefined);
    expect(page.nowIs).toBe('Taskpane');
  } finally {
    hidden.close();
  }
});

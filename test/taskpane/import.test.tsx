/** The import view with hand-made answers: what is asked, and what is asked for in return. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import type { ImportParams, SeenPreview } from '../../src/commands/import';
import type { ImportPreview } from '../../src/tables/import/model';
import { Import } from '../../src/taskpane/import/Import';
import { IMPORTED, importPreview } from '../support/imports';

afterEach(cleanup);

const PASTED = 'Host\tTime\nGateway A\t2026-10-07 09:10';

function show(answer: (params: ImportParams) => ImportPreview | Promise<ImportPreview>) {
  const previews: ImportParams[] = [];
  const imports: (ImportParams & { seen: SeenPreview })[] = [];
  const backs: boolean[] = [];
  render(
    <FluentProvider theme={webLightTheme}>
      <Import
        onPreview={async (params) => {
          previews.push(params);
          return answer(params);
        }}
        onImport={async (params) => {
          imports.push(params);
          return IMPORTED;
        }}
        onBack={(written) => backs.push(written)}
      />
    </FluentProvider>,
  );
  return { previews, imports, backs };
}

const paste = (): void => {
  fireEvent.change(screen.getByRole('textbox', { name: 'Or paste the rows, with their headings' }), { target: { value: PASTED } });
  fireEvent.click(screen.getByRole('button', { name: 'Look at them' }));
};
const choose = (select: HTMLElement, value: string): void => void fireEvent.change(select, { target: { value } });

test('what is pasted is looked at, and written only when asked', async () => {
  const { previews, imports, backs } = show(() => importPreview());
  expect(screen.getByRole('button', { name: 'Look at them' })).toHaveProperty('disabled', true);
  paste();
  expect(await screen.findByText('2 rows: 1 new, 1 there already')).toBeTruthy();
  expect(screen.getByText('Zabbix problems → Outages')).toBeTruthy();
  expect(previews).toEqual([{ text: PASTED, choices: {} }]);
  expect(imports).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Import 1 row' }));
  expect(await screen.findByText(/1 row added to Outages, sheet Log\. Undo cannot take it back\./)).toBeTruthy();
  expect(imports).toEqual([{ text: PASTED, choices: {}, seen: { added: 1, updates: 0 } }]);
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(backs).toEqual([true]);
});

test('an end without a heading is asked: one of the headings is it, or none', async () => {
  const asked = importPreview({ isReady: false, headingsNotUsed: ['Time'], columnsStayingBlank: [{ column: 'End', meaning: 'every outage will be open' }], questions: [{ kind: 'end', field: 'end', column: 'End', headings: ['Time'] }] });
  const { previews } = show(() => asked);
  paste();
  const questions = await screen.findByRole('region', { name: 'To be answered first' });
  expect(screen.getByText(/Not used: Time\. Stays blank: End \(every outage will be open\)\./)).toBeTruthy();
  const select = within(questions).getByRole('combobox') as HTMLSelectElement;
  choose(select, [...select.options].find(({ text }) => text === 'None: they stay open')!.value);
  await waitFor(() => expect(previews.at(-1)?.choices).toMatchObject({ mapping: { end: null } }));
});

test('an ambiguous date is asked with both readings', async () => {
  const asked = importPreview({ isReady: false, questions: [{ kind: 'date-order', contradiction: false, examples: [{ line: 2, column: 'Start', text: '03/04/2026', dmy: '3 Apr 2026', mdy: '4 Mar 2026' }] }] });
  const { previews } = show(({ choices }) => (choices?.dateOrder ? importPreview() : asked));
  paste();
  const questions = await screen.findByRole('region', { name: 'To be answered first' });
  expect(within(questions).getByText('03/04/2026 in line 2 is 3 Apr 2026')).toBeTruthy();
  expect(within(questions).getByText('03/04/2026 in line 2 is 4 Mar 2026')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Import/ })).toHaveProperty('disabled', true);
  fireEvent.click(within(questions).getByRole('radio', { name: /^Month first/ }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Import 1 row' })).toHaveProperty('disabled', false));
  expect(previews.at(-1)?.choices?.dateOrder).toBe('mdy');
});

test('what is written goes by the answers that were looked at', async () => {
  const { imports } = show(({ choices }) => (choices?.zone ? Promise.reject(new Error('A cell is being edited.')) : importPreview()));
  paste();
  const zone = await screen.findByLabelText('Time zone of times without offset');
  fireEvent.change(zone, { target: { value: 'Asia/Tokyo' } });
  fireEvent.keyDown(zone, { key: 'Enter' });
  await screen.findByText('A cell is being edited.');
  fireEvent.click(screen.getByRole('button', { name: 'Import 1 row' }));
  await waitFor(() => expect(imports).toEqual([{ text: PASTED, choices: {}, seen: { added: 1, updates: 0 } }]));
});

test('a file that is read slowly does not take the place of what was pasted since', async () => {
  const { previews } = show(() => importPreview());
  let read = (): void => undefined;
  const file = new File([], 'slow.csv');
  Object.defineProperty(file, 'arrayBuffer', { value: () => new Promise((resolve) => (read = () => resolve(new TextEncoder().encode('Host,Time').buffer))) });
  fireEvent.change(document.querySelector('input[type="file"]')!, { target: { files: [file] } });
  paste();
  await screen.findByText('2 rows: 1 new, 1 there already');
  read();
  await new Promise((resolve) => setTimeout(resolve));
  expect(previews.map(({ text }) => text)).toEqual([PASTED]);
});

test('answers add up: a percent, a word left out, a name', async () => {
  const value = (word: string) => ({ kind: 'value', field: 'impact', column: 'Impact', value: word, rows: 2, type: 'percent', choices: [] }) as const;
  const asked = importPreview({ isReady: false, questions: [value('major'), value('minor')], unknownNames: [{ field: 'item', name: 'Gatway A', rows: 1, closest: 'Gateway A' }] });
  const { previews } = show(() => asked);
  paste();
  const percent = await screen.findByRole('textbox', { name: 'What is “major” as Impact? (2 rows)' });
  fireEvent.change(percent, { target: { value: '40' } });
  fireEvent.keyDown(percent, { key: 'Enter' });
  await waitFor(() => expect(previews.at(-1)?.choices?.values).toEqual({ impact: { major: '40%' } }));
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Other answers for minor' })).toHaveProperty('disabled', false));
  choose(screen.getByRole('combobox', { name: 'Other answers for minor' }), (within(screen.getByRole('combobox', { name: 'Other answers for minor' })).getByRole('option', { name: 'Leave these rows out' }) as HTMLOptionElement).value);
  await waitFor(() => expect(previews.at(-1)?.choices?.values).toEqual({ impact: { major: '40%', minor: null } }));
  await waitFor(() => expect(screen.getByRole('combobox', { name: '“Gatway A” (1 row)' })).toHaveProperty('disabled', false));
  choose(screen.getByRole('combobox', { name: '“Gatway A” (1 row)' }), 'Gateway A');
  await waitFor(() => expect(previews.at(-1)?.choices?.values).toEqual({ impact: { major: '40%', minor: null }, item: { 'Gatway A': 'Gateway A' } }));
});

test('a heading is given to another column', async () => {
  const { previews } = show(() => importPreview());
  paste();
  choose(await screen.findByLabelText('Heading for End'), 'Time');
  await waitFor(() => expect(previews.at(-1)?.choices?.mapping).toEqual({ end: 'Time' }));
  await waitFor(() => expect(screen.getByLabelText('Heading for Impact')).toHaveProperty('disabled', false));
  choose(screen.getByLabelText('Heading for Impact'), '');
  await waitFor(() => expect(previews.at(-1)?.choices?.mapping).toEqual({ end: 'Time', impact: null }));
});

test('problems and conflicts are listed with their lines; text from the file is never markup', async () => {
  show(() =>
    importPreview({
      problems: [{ line: 7, column: 'Time', found: '“<img src=x>”', expected: 'a date' }],
      conflicts: [{ line: 8, row: 12, column: 'End', inFile: '“2026-10-07T10:00:00”', inWorkbook: '46302.5' }],
    }),
  );
  paste();
  expect(await screen.findByText('Line 7, Time: “<img src=x>”; expected a date')).toBeTruthy();
  expect(screen.getByText('1 value that differs: the workbook stays as it is')).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

test('what went wrong is said, and the file stays open', async () => {
  show(() => Promise.reject(new Error('A cell is being edited. Press Enter or Esc in it and try again.')));
  paste();
  expect(await screen.findByText(/A cell is being edited/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Another file' })).toBeTruthy();
});

test('a file is read in whatever code it was written', async () => {
  const { previews } = show(() => importPreview());
  const bytes = new Uint8Array([0x49, 0x74, 0x65, 0x6d, 0x0a, 0x4b, 0xf6, 0x6c, 0x6e]);
  fireEvent.change(screen.getByLabelText('Open a file', { selector: 'input' }), { target: { files: [{ name: 'x.csv', arrayBuffer: async () => bytes.buffer }] } });
  // 0xf6 is ö in Windows-1252, and no UTF-8.
  await waitFor(() => expect(previews[0]?.text).toBe('Item\nKöln'));
});

test('a service map: rows of every table, what wants to be looked at, a type and a class that are asked', async () => {
  const choice = { kind: 'value', rows: 3, type: 'choice' } as const;
  const map: Partial<ImportPreview> = {
    profile: 'ServiceNow relationships',
    table: 'Service map',
    zone: null,
    counts: { rows: 6, added: 3, updated: 0, unchanged: 0, skipped: 0, conflicts: 0, problems: 0, waiting: 3 },
    warnings: [{ line: 4, text: '“Core” on “Mail” closes a circle: Core → Mail → Core' }],
    additions: [
      { table: 'Components', columns: ['Component', 'Section'], rows: [['Core', 'Applications']] },
      { table: 'Dependencies', columns: ['Item', 'Depends on'], rows: [['Mail', 'Core'], ['Core', 'Mail']] },
    ],
  };
  const asked = importPreview({
    ...map,
    isReady: false,
    questions: [
      { ...choice, field: 'type', column: 'Type', value: 'Contains::Contained by', choices: ['Parent depends on child', 'Child depends on parent'] },
      { ...choice, field: 'section', column: 'Section', value: 'Cluster', choices: ['Hardware', 'Applications'] },
    ],
  });
  const { previews, imports } = show(({ choices }) => (choices?.values?.section ? importPreview(map) : asked));
  paste();
  expect(await screen.findByText('ServiceNow relationships → Service map')).toBeTruthy();
  expect(screen.getByText(/^3 rows to write: 1 in Components, 2 in Dependencies/)).toBeTruthy();
  expect(screen.queryByText(/Times without offset/)).toBeNull();
  expect(screen.queryByLabelText('Time zone of times without offset')).toBeNull();
  expect(screen.getByText('Component: Core, Section: Applications')).toBeTruthy();
  expect(screen.getByText('1 line to be looked at')).toBeTruthy();
  expect(screen.getByText('Line 4: “Core” on “Mail” closes a circle: Core → Mail → Core')).toBeTruthy();
  const type = screen.getByRole('combobox', { name: 'What does “Contains::Contained by” say of what depends on what? (3 rows)' }) as HTMLSelectElement;
  choose(type, [...type.options].find(({ text }) => text === 'Leave these rows out')!.value);
  await waitFor(() => expect(previews.at(-1)?.choices?.values).toEqual({ type: { 'Contains::Contained by': null } }));
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'What is “Cluster” as Section? (3 rows)' })).toHaveProperty('disabled', false));
  choose(screen.getByRole('combobox', { name: 'What is “Cluster” as Section? (3 rows)' }), 'Hardware');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Import 3 rows' })).toHaveProperty('disabled', false));
  fireEvent.click(screen.getByRole('button', { name: 'Import 3 rows' }));
  await waitFor(() => expect(imports).toEqual([{ text: PASTED, choices: { mapping: {}, values: { type: { 'Contains::Contained by': null }, section: { Cluster: 'Hardware' } } }, seen: { added: 3, updates: 0 } }]));
});

test('a catalogue is opened as a file, and has no headings to be mapped', async () => {
  const { previews } = show(() => importPreview({ table: 'Service map', profile: 'Backstage catalogue', zone: null, headings: [], fields: [], mapping: {} }));
  const input = document.querySelector('input[type="file"]')!;
  expect(input.getAttribute('accept')!.split(',')).toEqual(expect.arrayContaining(['.yaml', '.yml']));
  const file = new File([], 'catalog-info.yaml');
  Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(new TextEncoder().encode('kind: Component').buffer) });
  fireEvent.change(input, { target: { files: [file] } });
  expect(await screen.findByText('Backstage catalogue → Service map')).toBeTruthy();
  expect(previews).toEqual([{ text: 'kind: Component', choices: {} }]);
  expect(screen.queryByText(/^Columns:/)).toBeNull();
});

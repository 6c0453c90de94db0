/** The pane with hand-made answers: what a person sees and what is asked for in return. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { budgetText } from '../../src/taskpane/format';
import { Pane, reportableMonths } from '../../src/taskpane/Pane';
import type { Activity, FoundTable, PaneActions, RunContext, TablesFound } from '../../src/taskpane/pane-actions';
import { targetFigure } from '../support/figures';
import { missed, none, october, outages, paneActions, problem, some } from '../support/pane-actions';

afterEach(cleanup);

const show = (actions: PaneActions) => render(<Pane actions={actions} officeBackground={null} />);

test('an empty workbook gets two lines of what this is for and two ways in', async () => {
  let found = none;
  const { actions, calls } = paneActions({ tables: async () => found });
  show(actions);
  expect(await screen.findByRole('heading', { name: 'Service levels, from your own tables' })).toBeTruthy();
  expect(screen.queryByRole('tablist')).toBeNull();
  found = some;
  fireEvent.click(screen.getByRole('button', { name: /Insert the sample/ }));
  expect(await screen.findByRole('tab', { name: 'Today' })).toBeTruthy();
  expect(calls.map(([name]) => name)).toContain('insertSample');
});

test('today counts promises by status and takes the reader to the outage that weighs most', async () => {
  const { actions, calls } = paneActions();
  show(actions);
  const needs = await screen.findByRole('list', { name: 'Needs you today' });
  const [first] = within(needs).getAllByRole('button');
  expect(first?.textContent).toContain('Card Payments, availability');
  // 99.89% rounded down, against 99.95%; 2,820 s = 47 min of 1,339 s = 22.3 min.
  expect(first?.textContent).toContain('99.89% (≥\u00a099.95%)');
  expect(first?.textContent).toContain('47 of 22 min used');
  expect(screen.getByText('missed').textContent).toBe('1 missed');
  fireEvent.click(first as HTMLElement);
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'What happened', cell: '41:41' }]));
});

test('problems: arrows choose, Enter goes to the cell, Esc goes back', async () => {
  const { actions, calls } = paneActions();
  show(actions);
  fireEvent.click(await screen.findByRole('tab', { name: /Problems/ }));
  const list = screen.getByRole('listbox', { name: 'Problems' });
  expect(within(list).getAllByRole('option')[0]?.textContent).toContain('after Start, 9 Oct 2026 14:02');
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: 'Enter' });
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'What happened', cell: 'A31' }]));
  fireEvent.keyDown(list, { key: 'Escape' });
  await waitFor(() => expect(calls.map(([name]) => name)).toContain('goBack'));
  fireEvent.click(screen.getByRole('button', { name: 'Warnings 1' }));
  expect(within(list).getAllByRole('option')).toHaveLength(1);
});

test('a report shows its steps, can be cancelled, and says that nothing changed', async () => {
  let context: RunContext = {};
  const { actions } = paneActions({
    buildReport: (_, run) => {
      context = run;
      return new Promise((_resolve, reject) => run.signal?.addEventListener('abort', () => reject(Object.assign(new Error('Cancelled'), { code: 'Cancelled' }))));
    },
  });
  show(actions);
  fireEvent.click(await screen.findByRole('button', { name: 'Build the October report' }));
  act(() => context.progress?.({ text: 'Reading tables', share: 0.2 }));
  act(() => context.progress?.({ text: 'Writing sheet 1 of 4', share: 0.5 }));
  expect(screen.getByRole('status').textContent).toBe('Writing sheet 1 of 450%');
  expect(screen.getByText('Reading tables')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Cancelled: every sheet is as it was.')).toBeTruthy();
});

test('after a report: whether Undo works first, then what to look at, then what was written', async () => {
  const incomplete = october({ targets: [targetFigure({ item: 'ATM Network', status: 'Met, incomplete data', rowsLeftOut: [{ table: 'Outages', row: 877 }] })] });
  const { actions, calls } = paneActions({
    buildReport: async () => ({ sheets: [{ name: 'Report Oct 2026', kind: 'operating-report', subject: '2026-10', isNew: true }, { name: 'Service levels', kind: 'service-levels', subject: '', isNew: false }], undo: 'one step', replaced: [{ sheet: 'Service levels', cell: 'D4', was: 'my note' }], figures: incomplete, problems: [problem()] }),
  });
  show(actions);
  fireEvent.click(await screen.findByRole('button', { name: 'Build the October report' }));
  expect(await screen.findByText(/Ctrl\+Z takes all of it back in one step/)).toBeTruthy();
  expect(screen.getByText('ATM Network: incomplete data')).toBeTruthy();
  expect(screen.getByText('Service levels D4: my note')).toBeTruthy();
  const sheets = screen.getByRole('list', { name: 'What was written' });
  expect(within(sheets).getAllByRole('button').map((row) => row.textContent)).toEqual(['Report Oct 2026new', 'Service levelsrewritten']);
  fireEvent.click(within(sheets).getAllByRole('button')[0] as HTMLElement);
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Report Oct 2026', cell: 'A1' }]));
});

test('a report that the ribbon began is shown and can be cancelled here', async () => {
  let tell: (activity: Activity) => void = () => {};
  let cancelled = false;
  const { actions } = paneActions({
    onRibbon: (listener) => {
      tell = listener;
      return () => {};
    },
  });
  show(actions);
  await screen.findByRole('tab', { name: 'Today' });
  act(() => tell({ state: 'running', id: 'buildReport', text: 'Reading tables', share: null, cancel: () => (cancelled = true) }));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(cancelled).toBe(true);
  act(() => tell({ state: 'done', id: 'buildReport', result: { sheets: [{ name: 'Report Oct 2026', kind: 'operating-report', subject: '2026-10', isNew: true }], undo: 'none', replaced: [], figures: october(), problems: [] } }));
  expect(screen.getByText('October report written')).toBeTruthy();
});

test('an error is said in plain words and can be tried again', async () => {
  let fails = true;
  const { actions } = paneActions({
    tables: async () => {
      if (fails) throw new Error('A cell is being edited. Press Enter or Esc in it and try again.');
      return some;
    },
  });
  show(actions);
  expect(await screen.findByText(/A cell is being edited/)).toBeTruthy();
  fails = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('tab', { name: 'Today' })).toBeTruthy();
});

test('a table with a name of its own is mapped once', async () => {
  const stranger: TablesFound = { ...none, tables: [{ name: 'Störungen', sheet: 'Sheet1', role: null, header: ['Dienst', 'Beginn'], rows: 3, missing: [], columns: [] }] };
  const { actions, calls } = paneActions({ tables: async () => stranger });
  show(actions);
  fireEvent.click(await screen.findByRole('button', { name: /Use my tables/ }));
  fireEvent.click(screen.getByRole('combobox', { name: 'What is in Störungen?' }));
  fireEvent.click(await screen.findByRole('option', { name: 'Outages' }));
  await waitFor(() => expect(calls).toContainEqual(['saveMapping', { tables: { Störungen: 'Outages' }, columns: {} }]));
});

test('headings that do not speak for themselves are asked about, whether they are needed or not', async () => {
  const columns = [
    { column: 'Item', field: 'item', heading: 'Item' },
    { column: 'Start', field: 'start', heading: null },
    { column: 'End', field: 'end', heading: 'Fertig' },
    { column: 'Impact', field: 'impact', heading: null },
  ];
  const table: FoundTable = { ...outages, header: ['Item', 'Beginn', 'Fertig'], missing: [{ column: 'Start', field: 'start' }], columns };
  const { actions, calls } = paneActions({ tables: async () => ({ ...some, tables: [table], mapping: { tables: {}, columns: { Outages: { Fertig: 'end' } } } }) });
  show(actions);
  fireEvent.click(await screen.findByRole('button', { name: 'Say which table is which' }));
  expect(screen.getByText('No heading yet for: Start.')).toBeTruthy();
  expect(screen.queryByRole('combobox', { name: 'What does Item mean?' })).toBeNull();
  fireEvent.click(screen.getByRole('combobox', { name: 'What does Beginn mean?' }));
  // Item and End are answered by other headings.
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['not used', 'Start', 'Impact']);
  fireEvent.click(screen.getByRole('option', { name: 'Start' }));
  await waitFor(() => expect(calls).toContainEqual(['saveMapping', { tables: {}, columns: { Outages: { Fertig: 'end', Beginn: 'start' } } }]));
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'What does Fertig mean?' })).toHaveProperty('disabled', false));
  fireEvent.click(screen.getByRole('combobox', { name: 'What does Fertig mean?' }));
  fireEvent.click(screen.getByRole('option', { name: 'not used' }));
  await waitFor(() => expect(calls).toContainEqual(['saveMapping', { tables: {}, columns: { Outages: {} } }]));
});

test('names from cells are text, never markup', async () => {
  const { actions } = paneActions({ overview: async () => ({ figures: october({ targets: [{ ...missed, item: '<img src=x onerror=alert(1)>' }] }), problems: [] }) });
  const { container } = show(actions);
  expect(await screen.findByText('<img src=x onerror=alert(1)>, availability')).toBeTruthy();
  expect(container.querySelector('img')).toBeNull();
});

test('a promise between teams is told from one to customers', async () => {
  const { actions } = paneActions({ overview: async () => ({ figures: october({ targets: [{ ...missed, item: 'Directory', agreementType: 'OLA' }] }), problems: [] }) });
  show(actions);
  expect(await screen.findByText('Directory (OLA), availability')).toBeTruthy();
});

test('months that may be reported: two years back from As of, and the one that is shown', () => {
  // As of 2 November 2026, so November 2026 and the 24 months before it.
  const months = reportableMonths('2024-01-01', Date.UTC(2026, 10, 2) / 1000);
  expect([months[0], months[24], months[25], months.length]).toEqual(['2026-11-01', '2024-11-01', '2024-01-01', 26]);
});

test('a row that four services lost is one thing to mend', async () => {
  const rowsLeftOut = [{ table: 'Outages', row: 40 }];
  const targets = ['Web shop', 'Tills', 'E-mail', 'Network'].map((item) => targetFigure({ item, agreement: `SLA ${item}`, status: 'Met, incomplete data', rowsLeftOut }));
  const { actions } = paneActions({ overview: async () => ({ figures: october({ targets }), problems: [] }) });
  show(actions);
  const rows = within(await screen.findByRole('list', { name: 'Needs you today' })).getAllByRole('button');
  expect(rows.map((row) => row.textContent)).toEqual(['1 row left out: Web shop and 3 moreOutages row 40']);
});

test('a budget that is just exceeded does not read as just used up', () => {
  // 45 min used of 44.7 min: both are 45 in whole minutes.
  const budget = { unit: 'seconds', allowed: 44.7 * 60, used: 45 * 60, left: -0.3 * 60, usedShare: 45 / 44.7, burnRate: 1 } as const;
  expect(budgetText(targetFigure({ budget }))).toBe('45.0 of 44.7 min used');
  expect(budgetText(targetFigure({ budget: { ...budget, used: 95 * 60, left: -50.3 * 60 } }))).toBe('95 of 45 min used');
});

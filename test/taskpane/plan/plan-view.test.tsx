/** The plan with hand-made figures: what a person sees, and what is asked for in return. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { DemandFigures } from '../../../src/domain/demand/figures';
import type { Figures } from '../../../src/domain/figures';
import type { PortfolioFigures, ProjectFigure } from '../../../src/domain/portfolio/figures';
import { Pane } from '../../../src/taskpane/Pane';
import type { Overview, PaneActions, RunContext } from '../../../src/taskpane/pane-actions';
import { parseBudget } from '../../../src/taskpane/plan/Scenario';
import { capacityFigure, demandFigures, forecastOf, licenceFigure, recommendation, usageFigure } from '../../support/demand';
import { october, outages, paneActions, some } from '../../support/pane-actions';

afterEach(cleanup);

const storage = recommendation('More capacity: File storage', { finding: 'Forecast to reach 80% in January 2027.', amount: 1200, dueDate: '2026-12-01', services: ['File storage'], rows: [{ table: 'Outages', row: 7 }] });
const counted: Figures['tables'] = [{ table: 'Usage', rows: 12, leftOut: 0 }];
const tables = async () => ({ ...some, tables: [outages, { ...outages, name: 'Projects', sheet: 'Portfolio', role: 'Projects' }, { ...outages, name: 'Settings', sheet: 'Set', role: 'Settings' }] });

interface Given {
  readonly demand?: DemandFigures;
  readonly portfolio?: PortfolioFigures;
  readonly tables?: Figures['tables'];
}
/** Demand is there once it is asked for. */
function planActions({ demand = demandFigures({ recommendations: [storage] }), portfolio = october().portfolio, tables: rows = counted }: Given, over: Partial<PaneActions> = {}) {
  const asked: unknown[] = [];
  const { actions, calls } = paneActions({
    tables,
    overview: async (params): Promise<Overview> => {
      asked.push(params);
      return { figures: october({ demand: params.demand ? demand : null, portfolio, tables: rows, currency: '$' }), problems: [] };
    },
    ...over,
  });
  return { actions, calls, asked };
}
async function openPlan(actions: PaneActions): Promise<HTMLElement> {
  const { container } = render(<Pane actions={actions} officeBackground={null} />);
  fireEvent.click(await screen.findByRole('tab', { name: 'Plan' }));
  await screen.findByRole('group', { name: 'Parts of the plan' });
  return container;
}
const part = (name: RegExp) => fireEvent.click(within(screen.getByRole('group', { name: 'Parts of the plan' })).getByRole('button', { name }));

test('demand is worked out when the plan is first looked at, not before, and stays', async () => {
  const { actions, asked } = planActions({});
  await openPlan(actions);
  await screen.findByText('More capacity: File storage');
  expect(asked).toEqual([{ month: undefined }, { month: '2026-10-01', demand: true }]);
  fireEvent.click(screen.getByRole('tab', { name: 'Today' }));
  fireEvent.click(screen.getByRole('tab', { name: 'Plan' }));
  await screen.findByText('More capacity: File storage');
  expect(asked).toHaveLength(2);
});

test('progress is said; cancelled, nothing is begun again by itself', async () => {
  let context: RunContext = {};
  let runs = 0;
  const { actions } = planActions({});
  const { overview } = actions;
  await openPlan({
    ...actions,
    overview: (params, run = {}) => {
      if (!params.demand || ++runs > 1) return overview(params, run);
      context = run;
      return new Promise((_resolve, reject) => run.signal?.addEventListener('abort', () => reject(Object.assign(new Error('Cancelled'), { code: 'Cancelled' }))));
    },
  });
  act(() => context.progress?.({ text: 'Forecasting 120 of 300', share: 0.4 }));
  expect(screen.getByRole('status').textContent).toBe('Forecasting 120 of 30040%');
  // Other views can be looked at meanwhile.
  fireEvent.click(screen.getByRole('tab', { name: 'Today' }));
  fireEvent.click(screen.getByRole('tab', { name: 'Plan' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Forecast now' }));
  expect(context.signal?.aborted).toBe(true);
  await screen.findByText('More capacity: File storage');
  expect(runs).toBe(2);
});

test('a cancel that comes after the last step counts, too: what was worked out is not taken, and not begun again', async () => {
  let finish = (): void => {};
  let runs = 0;
  const { actions } = planActions({});
  const { overview } = actions;
  await openPlan({
    ...actions,
    overview: async (params, run = {}) => {
      if (params.demand && ++runs === 1) await new Promise<void>((resolve) => (finish = resolve));
      return overview(params, run);
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  await act(async () => finish());
  const again = await screen.findByRole('button', { name: 'Forecast now' });
  expect(runs).toBe(1);
  fireEvent.click(again);
  await screen.findByText('More capacity: File storage');
  expect(runs).toBe(2);
});

test('another month ends the forecasts of this one', async () => {
  let context: RunContext = {};
  const { actions } = planActions({});
  const { overview } = actions;
  await openPlan({
    ...actions,
    overview: (params, run = {}) => {
      if (!params.demand || context.signal) return overview(params, run);
      context = run;
      return new Promise((_resolve, reject) => run.signal?.addEventListener('abort', () => reject(Object.assign(new Error('Cancelled'), { code: 'Cancelled' }))));
    },
  });
  fireEvent.click(screen.getByRole('tab', { name: 'Today' }));
  fireEvent.click(screen.getByRole('button', { name: 'Read the tables again' }));
  await waitFor(() => expect(context.signal?.aborted).toBe(true));
  fireEvent.click(screen.getByRole('tab', { name: 'Plan' }));
  await screen.findByText('More capacity: File storage');
});

test('without a row of demand nothing is worked out, and it is said what to fill in', async () => {
  const { actions, asked } = planActions({ tables: [{ table: 'Outages', rows: 3, leftOut: 0 }] });
  await openPlan(actions);
  await screen.findByText(/^No demand is recorded yet/);
  expect(asked).toHaveLength(1);
});

test('a recommendation: finding, money, date and rows; sent, it leads to its row', async () => {
  const sent: unknown[] = [];
  const { actions, calls } = planActions({}, {
    sendRecommendation: async (params) => {
      sent.push(params);
      return { row: { table: 'Projects', row: 14 }, table: { table: 'Projects', name: 'Vorhaben', sheet: 'Portfolio', isNew: false, firstRow: 14, rows: 1, filled: 0, columnsLeftOut: ['Source'] }, undo: 'step by step' };
    },
  });
  await openPlan(actions);
  const list = await screen.findByRole('list', { name: 'Recommended' });
  fireEvent.click(within(list).getByRole('button', { name: /More capacity: File storage/ }));
  expect(within(list).getByText('Amount').nextElementSibling?.textContent).toBe('$1,200');
  expect(within(list).getByText('Decide by').nextElementSibling?.textContent?.replaceAll('\u00a0', ' ')).toBe('1 December 2026');
  fireEvent.click(within(list).getByRole('button', { name: 'Outages row 7' }));
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'What happened', cell: '7:7' }]));
  fireEvent.click(screen.getByRole('button', { name: 'Send elsewhere' }));
  expect((await screen.findByRole('menuitem')).textContent).toBe('Send to Improvements');
  fireEvent.keyDown(screen.getByRole('menuitem'), { key: 'Escape' });
  fireEvent.click(within(list).getByRole('button', { name: 'Send to Projects' }));
  const jump = await within(list).findByRole('button', { name: /Sent to Projects, row 14/ });
  expect(sent).toEqual([{ name: storage.name, to: 'Projects', seen: storage }]);
  expect(document.activeElement).toBe(jump);
  expect(screen.getByText(/Sent to Vorhaben, row 14\. The table has no column for Source\. Ctrl\+Z takes it back step by step\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send to Projects' })).toBeNull();
  fireEvent.click(jump);
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Portfolio', cell: '14:14' }]));
});

const done: Awaited<ReturnType<PaneActions['sendRecommendation']>> = { row: { table: 'Projects', row: 14 }, table: { table: 'Projects', name: 'Vorhaben', sheet: 'Portfolio', isNew: false, firstRow: 14, rows: 1, filled: 0, columnsLeftOut: [] }, undo: 'step by step' };

test('once sent, the portfolio has its project, and nothing is forecast for it', async () => {
  let rows = 0;
  const { actions, asked } = planActions({}, { sendRecommendation: async () => (rows++, done) });
  const { overview } = actions;
  await openPlan({
    ...actions,
    overview: async (params, run) => {
      const { figures, problems } = await overview(params, run);
      return { figures: { ...figures, portfolio: { ...figures.portfolio, projects: rows === 0 ? [] : [project('Storage', 14, { score: 0.5, rank: 1 })] } }, problems };
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: /More capacity: File storage/ }));
  expect(screen.getByRole('button', { name: /^Portfolio/ }).textContent).toBe('Portfolio 0');
  fireEvent.click(screen.getByRole('button', { name: 'Send to Projects' }));
  await waitFor(() => expect(screen.getByRole('button', { name: /^Portfolio/ }).textContent).toBe('Portfolio 1'));
  expect(asked).toEqual([{ month: undefined }, { month: '2026-10-01', demand: true }, { month: '2026-10-01' }]);
  expect(screen.getByRole('button', { name: /Sent to Projects, row 14/ })).toBeTruthy();
  part(/^Portfolio 1$/);
  expect(within(screen.getByRole('list', { name: 'Ranking' })).getByRole('button').textContent).toBe('1Storagescore 0.50 · no cost · Proposed');
});

test('sent, and the tables cannot be read again: it is said that it was sent; once more reads, and does not send', async () => {
  let sends = 0;
  let listings = 0;
  const { actions } = planActions({}, {
    sendRecommendation: async () => (sends++, done),
    tables: () => (++listings === 2 ? Promise.reject(new Error('Excel is busy.')) : tables()),
  });
  await openPlan(actions);
  fireEvent.click(await screen.findByRole('button', { name: /More capacity: File storage/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Send to Projects' }));
  expect(await screen.findByText('It was sent; the tables could not be read again: Excel is busy.')).toBeTruthy();
  expect(screen.getByText(/^Sent to Vorhaben, row 14\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /again/i }));
  await waitFor(() => expect(screen.queryByText(/^It was sent;/)).toBeNull());
  expect([sends, listings]).toEqual([1, 3]);
});

test('what stands already is said in plain words, and nothing looks sent', async () => {
  const { actions } = planActions({}, { sendRecommendation: () => Promise.reject(new Error('“More capacity: File storage” was sent already: it is Projects row 3. Nothing was changed.')) });
  await openPlan(actions);
  fireEvent.click(await screen.findByRole('button', { name: /More capacity: File storage/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Send to Projects' }));
  expect(await screen.findByText(/it is Projects row 3/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send to Projects' })).toBeTruthy();
});

test('capacity, the worst first as the figures have it, and licences with their cost', async () => {
  const demand = demandFigures({
    // 870 of 1,000 GB: 87%, over the threshold of 80%.
    capacity: [capacityFigure('File storage', { usage: 870, state: 'Over threshold', reachesThreshold: { point: '2026-10-01', upper: '2026-10-01' } }), capacityFigure('Mail', { unit: null, upgrades: [{ from: '2027-02-01', capacity: 1400, threshold: 0.8, row: { table: 'Capacity', row: 9 } }] })],
    // 100 bought, 88 given out, 71 in use at 120 each: 12 × 120 and 17 × 120.
    licences: [licenceFigure('CAD', { assigned: 88, active: 71 })],
  });
  const { actions } = planActions({ demand });
  await openPlan(actions);
  await screen.findByText('No finding asks for a decision.');
  part(/^Capacity 3$/);
  const plain = (element: HTMLElement) => element.textContent?.replaceAll('\u00a0', ' ');
  const [file, mail] = within(screen.getByRole('list', { name: 'Capacity' })).getAllByRole('button');
  expect(plain(file!)).toContain('File storage, GBOver threshold · 870 of 1,000 GB used · Is over its threshold of 80%, 87.0% used');
  expect(plain(mail!)).toBe('MailEnough · 600 of 1,000 used, 60.0% · planned: 1,400 from 1 February 2027');
  expect(plain(within(screen.getByRole('list', { name: 'Licences' })).getByRole('button'))).toBe('CAD100 purchased, 88 assigned, 71 active · 12 unassigned, $1,440 · 17 assigned and not active, $2,040');
});

test('licences have the tick only where all that were bought are known to be used', async () => {
  const licences = [
    licenceFigure('All used', { purchased: 100, assigned: 100, active: 100, row: { table: 'Licences', row: 2 } }),
    licenceFigure('Given to nobody', { purchased: 100, assigned: 90, active: 90, row: { table: 'Licences', row: 3 } }),
    licenceFigure('Not active', { purchased: 100, assigned: 100, active: 60, row: { table: 'Licences', row: 4 } }),
    licenceFigure('Not recorded', { purchased: 100, assigned: 100, active: null, row: { table: 'Licences', row: 5 } }),
  ];
  const { actions } = planActions({ demand: demandFigures({ capacity: [capacityFigure('Mail')], licences }) });
  await openPlan(actions);
  await screen.findByText('No finding asks for a decision.');
  part(/^Capacity 5$/);
  const icons = (list: string) => within(screen.getByRole('list', { name: list })).getAllByRole('button').map((button) => button.querySelector('svg')!.innerHTML);
  // Enough capacity has the tick.
  const [tick] = icons('Capacity');
  expect(icons('Licences').map((icon) => icon === tick)).toEqual([true, false, false, false]);
});

test('usage: level, growth, what comes next within bounds, method and error, and a picture in words', async () => {
  const values = Array.from({ length: 13 }, (_, at) => 100 + 10 * at);
  const demand = demandFigures({
    usage: [usageFigure('Fax', [3, 2, 0]), usageFigure('E-mail', values, { unit: 'mailboxes', forecast: forecastOf(230, { points: [{ point: 230, lower: 225, upper: 235 }, { point: 240, lower: 220, upper: 260 }] }) }, { Retail: values.map((value) => value * 0.75), Cards: values.map((value) => value * 0.25) })],
    withoutUsage: ['Printing'],
  });
  const { actions } = planActions({ demand });
  await openPlan(actions);
  await screen.findByText('No finding asks for a decision.');
  part(/^Usage 2$/);
  const choice = screen.getByRole('combobox', { name: 'Usage of' });
  expect(within(choice).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Fax, accounts', 'E-mail, mailboxes']);
  fireEvent.change(choice, { target: { value: within(choice).getAllByRole<HTMLOptionElement>('option')[1]!.value } });
  const fact = (term: string) => screen.getByText(term, { selector: 'dt' }).nextElementSibling?.textContent?.replaceAll('\u00a0', ' ');
  // 220 mailboxes in October, 210 in September, 100 a year before.
  expect(fact('Oct 2026')).toBe('220 mailboxes');
  expect(fact('On month before')).toBe('+4.8%');
  expect(fact('On year before')).toBe('+120%');
  expect(fact('Nov 2026')).toBe('230 mailboxes, between 225 and 235');
  expect(fact('Dec 2026')).toBe('240 mailboxes, between 220 and 260');
  expect(screen.getByText(/Theta and MSTL-ETS.*error 3\.1%, seasonal naive 6\.9%/)).toBeTruthy();
  expect(screen.getByRole('img').getAttribute('aria-label')?.replaceAll('\u00a0', ' ')).toBe('Use of E-mail: 100 in Oct 2025, 220 mailboxes in Oct 2026. Forecast 2 months ahead: 240, between 220 and 260.');
  expect(within(screen.getByRole('list', { name: 'Business units' })).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Retail165 · 75% · +120% on year', 'Cards55 · 25% · +120% on year']);
  expect(screen.getByText('Services without a row in Usage: Printing.')).toBeTruthy();
});

const project = (name: string, row: number, over: Partial<ProjectFigure>): ProjectFigure => ({
  project: name, row: { table: 'Projects', row }, category: 'Sustaining', status: 'Proposed', initiative: null, objective: null, services: [], businessUnit: null, sponsor: null, owner: null, contact: null, description: null, benefit: null, resources: null, risks: null, assumptions: null,
  startDate: null, endDate: null, cost: null, annualBenefit: null, years: null, npv: null, roi: null, payback: null, parts: [], score: null, rank: null, requests: 0, undocumented: [], ...over,
});

test('ranking with its weights, and which projects a typed budget pays for', async () => {
  const portfolio: PortfolioFigures = {
    ...october().portfolio,
    projects: [
      project('Portal', 2, { cost: 60, npv: 50, score: 0.8, rank: 1, parts: [{ factor: 'Fit', score: null, weight: 3 }] }),
      project('Archive', 3, { cost: 50, npv: 40, score: 0.6, rank: 2 }),
      project('Scanner', 4, { cost: 40, npv: 35, score: 0.5, rank: 3 }),
      project('Audit trail', 5, { category: 'Compliance', cost: 10 }),
    ],
    weights: [{ factor: 'Value', weight: 3 }, { factor: 'Fit', weight: 2.5 }],
    discountRate: 0.08,
  };
  const { actions, calls } = planActions({ portfolio });
  await openPlan(actions);
  part(/^Portfolio 4$/);
  expect(screen.getByText('Weights: value 3, fit 2.5. Discount rate 8.0%.')).toBeTruthy();
  const ranking = within(screen.getByRole('list', { name: 'Ranking' })).getAllByRole('button');
  expect(ranking.map(({ textContent }) => textContent)).toEqual(['1Portalscore 0.80 · without fit · cost $60 · NPV $50 · Proposed', '2Archivescore 0.60 · cost $50 · NPV $40 · Proposed', '3Scannerscore 0.50 · cost $40 · NPV $35 · Proposed']);
  fireEvent.click(screen.getByRole('button', { name: 'Change them in Settings' }));
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Set', cell: 'A1' }]));
  const budget = screen.getByRole('textbox', { name: 'Budget in $' });
  fireEvent.change(budget, { target: { value: '100' } });
  // 10 are committed; of 90 the pairs 60 + 50 and 60 + 40 are too dear, 50 + 40 brings 75 and is more than Portal's 50.
  expect(await screen.findByText('$100: $10 committed, 2 projects for $90 with an NPV of $75, $0 left.')).toBeTruthy();
  // Worth more than 75 is 85 for Portal and Scanner, 10 + 100, and what is dearer still.
  expect(screen.getByText('With $10 more (a budget of $110) Portal comes in and Archive goes out: the NPV is $10 larger.')).toBeTruthy();
  expect(within(screen.getByRole('list', { name: 'Chosen: worth most together' })).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Archivecost $50 · NPV $40', 'Scannercost $40 · NPV $35']);
  expect(within(screen.getByRole('list', { name: 'Not within the budget' })).getByRole('button').textContent).toContain('Portal');
  fireEvent.change(budget, { target: { value: '1000' } });
  // 10 + 60 + 50 + 40: all of them.
  expect(await screen.findByText('$1,000: $10 committed, 3 projects for $150 with an NPV of $125, $840 left.')).toBeTruthy();
  expect(screen.queryByText(/more \(a budget of/)).toBeNull();
  fireEvent.change(budget, { target: { value: 'much' } });
  expect(await screen.findByText('Write it as 500000 or 500,000.')).toBeTruthy();
  expect(screen.queryByRole('list', { name: 'Not within the budget' })).toBeNull();
});

test.each([
  ['500000', '$', 500_000], ['$ 500,000', '$', 500_000], ['1,234,567.5', '$', 1_234_567.5], ['EUR 900', 'EUR', 900], ['0', '$', 0],
  ['', '$', null], ['500.000,00', '$', null], ['5,00', '$', null], ['-5', '$', null], ['1e6', '$', null], ['5 million', '$', null],
])('a budget typed as %p in %p is %p', (text, currency, amount) => expect(parseBudget(text, currency)).toBe(amount));

test('names from cells are text, never markup', async () => {
  const { actions } = planActions({ demand: demandFigures({ recommendations: [{ ...storage, name: '<img src=x onerror=alert(1)>' }] }) });
  const container = await openPlan(actions);
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  expect(container.querySelector('img')).toBeNull();
});

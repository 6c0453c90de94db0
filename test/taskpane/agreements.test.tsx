/** The agreements of the pane: their verdicts, what stands beneath them, and where each row leads. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { chainNodes, openAtFirst, ownFindings } from '../../src/taskpane/agreements/chain-nodes';
import { Pane } from '../../src/taskpane/Pane';
import type { FoundTable, PaneActions } from '../../src/taskpane/pane-actions';
import { agreementFigure, chainFigure, chainFinding, chainLink } from '../support/agreement-figures';
import { targetFigure } from '../support/figures';
import { none, october, outages, paneActions } from '../support/pane-actions';

afterEach(cleanup);

const sheetOf = (role: string): FoundTable => ({ ...outages, name: role, role, sheet: `Sheet of ${role}` });
const tables = async () => ({ ...none, tables: ['Agreements', 'Targets', 'Dependencies', 'Outages'].map(sheetOf) });

const uncovered = chainFinding({ check: 'Cover', item: 'Storage', found: 'no agreement covers Storage', expected: 'an OLA or UC in force in October 2026', rows: [{ table: 'Dependencies', row: 9 }] });
const outOfReach = chainFinding({ check: 'Availability', item: 'Card Payments', found: '99.5% can be expected', expected: '99.97% of Core', rows: [{ table: 'Targets', row: 4 }] });
const card = chainFigure('Card Payments', {
  agreement: 'SLA Cards',
  row: { table: 'Agreements', row: 5 },
  target: 0.9995,
  expected: 0.995,
  supported: false,
  weakest: { item: 'Core', agreement: 'OLA Core', availability: 0.995, needed: 0.9997 },
  // Core stands on Storage, and so does Portal: what is wrong with Storage is said once.
  links: [
    chainLink('Core', { agreement: 'OLA Core', availability: 0.995 }),
    chainLink('Storage', { depth: 2, parent: 0, cover: 'Not covered', agreement: null, agreementType: null, availability: null, findings: [uncovered] }),
    chainLink('Portal', { agreement: 'OLA Portal', availability: 0.999, group: '1 of 2' }),
    chainLink('Storage', { depth: 2, parent: 2, cover: 'Not covered', agreement: null, agreementType: null, availability: null, findings: [] }),
  ],
  findings: [outOfReach, uncovered],
});
const mail = chainFigure('E-mail', { agreement: 'SLA E-mail', row: { table: 'Agreements', row: 6 }, findings: [], supported: true, links: [chainLink('Relay', { findings: [] })] });

const agreements = [
  agreementFigure('SLA E-mail', { item: 'E-mail', row: { table: 'Agreements', row: 6 }, status: 'Met' }),
  agreementFigure('SLA Cards', { item: 'Card Payments', row: { table: 'Agreements', row: 5 }, status: 'Missed' }),
  agreementFigure('OLA Core', { type: 'OLA', item: 'Core', row: { table: 'Agreements', row: 8 }, status: 'At risk', review: 'Overdue', reviewDue: '2026-06-01', lastReviewDate: '2025-06-01' }),
  agreementFigure('UC Lines', { type: 'UC', item: 'Lines', row: { table: 'Agreements', row: 9 }, status: null, endDate: '2026-11-20', daysLeft: 18, expiresSoon: true }),
  agreementFigure('SLA Old', { item: 'E-mail', row: { table: 'Agreements', row: 2 }, state: 'Retired', status: null, replacedBy: 'SLA E-mail' }),
  agreementFigure('SLA New', { item: 'Web', row: { table: 'Agreements', row: 3 }, state: 'Not begun', status: null, startDate: '2027-01-01' }),
];
const figures = october({ agreements, chains: [card, mail], targets: [targetFigure({ item: 'Card Payments', agreement: 'SLA Cards', status: 'Missed', actual: 0.9989, target: 0.9995, targetRow: { table: 'Targets', row: 4 } })] });

async function open(over: Partial<PaneActions> = {}): Promise<[string, unknown][]> {
  const { actions, calls } = paneActions({ tables, overview: async () => ({ figures, problems: [] }), ...over });
  render(<Pane actions={actions} officeBackground={null} />);
  fireEvent.click(await screen.findByRole('tab', { name: 'Agreements' }));
  return calls;
}
const texts = (list: string): (string | null)[] => within(screen.getByRole('list', { name: list })).getAllByRole('button').map((row) => row.textContent);

test('promises to customers with their status and whether they hold together, the worst first', async () => {
  await open();
  expect(texts('Promises to customers (SLA)')).toEqual([
    'SLA Cardsmissed · Card Payments✕ Cannot be promised. Weakest link: Core (OLA Core), 99.5%; it alone would have to promise 99.97%. One gap in cover.',
    'SLA E-mailmet · E-mail✓ Holds together.',
  ]);
  expect(texts('Between teams and with suppliers (OLA, UC)')).toEqual(['OLA Coreat risk · Core', 'UC Linesno target · Lines']);
});

test('dates to keep and agreements that do not count stand apart; each row leads to its table row', async () => {
  const calls = await open();
  expect(texts('Reviews and ends')).toEqual(['OLA Core: review was due 1\u00a0June\u00a02026last reviewed 1\u00a0June\u00a02025', 'UC Lines: ends 20\u00a0November\u00a02026in 18\u00a0days, none agreed replaces it']);
  expect(texts('Not in force')).toEqual(['SLA OldRetired, replaced by SLA E-mail · E-mail', 'SLA NewBegins 1\u00a0January\u00a02027 · Web']);
  fireEvent.click(within(screen.getByRole('list', { name: 'Reviews and ends' })).getAllByRole('button')[1]!);
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Sheet of Agreements', cell: '9:9' }]));
});

test('an SLA opens in place: its targets, what is wrong with the chain as a whole, and the tree', async () => {
  const calls = await open();
  const row = screen.getByRole('button', { name: /^SLA Cards/ });
  expect(row.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(row);
  expect(row.getAttribute('aria-expanded')).toBe('true');
  expect(texts('Targets of SLA Cards')).toEqual(['Availabilitymissed · 99.89% (≥\u00a099.95%) · 45 of 45 min left']);
  expect(texts('Of the chain as a whole')).toEqual(['Availability99.5% can be expected. Expected: 99.97% of Core.']);

  const tree = screen.getByRole('tree', { name: 'What stands beneath SLA Cards' });
  // Both ways to what does not hold are open.
  expect(within(tree).getAllByRole('treeitem').map((item) => [item.getAttribute('aria-level'), item.getAttribute('aria-expanded')])).toEqual([
    ['1', 'true'],
    ['2', null],
    ['1', 'true'],
    ['2', null],
  ]);
  const [core, storage, , storageAgain] = within(tree).getAllByRole('treeitem');
  expect(storage?.textContent).toBe('StorageCover: no agreement covers Storage. Expected: an OLA or UC in force in October 2026.');
  expect(storageAgain?.textContent).toBe('Storageno agreementdoes not hold: as said of it before');

  fireEvent.click(storage!);
  await waitFor(() => expect(calls.at(-1)).toEqual(['goTo', { sheet: 'Sheet of Dependencies', cell: '9:9' }]));
  fireEvent.keyDown(core!, { key: 'Enter' });
  await waitFor(() => expect(calls.at(-1)).toEqual(['goTo', { sheet: 'Sheet of Agreements', cell: '8:8' }]));
  // Going there leaves the branch open; the arrow keys close it.
  expect(core?.getAttribute('aria-expanded')).toBe('true');
  fireEvent.keyDown(core!, { key: 'ArrowLeft' });
  expect(core?.getAttribute('aria-expanded')).toBe('false');
  expect(within(tree).getAllByRole('treeitem')).toHaveLength(3);
});

test('the page of one agreement', async () => {
  const calls = await open();
  fireEvent.click(screen.getByRole('button', { name: /^SLA Cards/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Write its page' }));
  expect(await screen.findByText('Agreement pages for October written')).toBeTruthy();
  expect(calls).toContainEqual(['buildReport', { month: '2026-10-01', agreements: ['SLA Cards'] }]);
});

test('the pages of all in force', async () => {
  const calls = await open();
  fireEvent.click(screen.getByRole('button', { name: 'Write all 4 pages' }));
  await waitFor(() => expect(calls).toContainEqual(['buildReport', { month: '2026-10-01', only: ['agreements'] }]));
});

test('without agreements the tab says what to fill in', async () => {
  await open({ overview: async () => ({ figures: october(), problems: [] }) });
  expect(screen.getByText(/No agreement is recorded/)).toBeTruthy();
});

test('a name from a cell is text in the tree, too', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  await open({ overview: async () => ({ figures: october({ agreements, chains: [chainFigure('Card Payments', { ...card, links: [chainLink(evil)], findings: [] })] }), problems: [] }) });
  fireEvent.click(screen.getByRole('button', { name: /^SLA Cards/ }));
  expect(within(screen.getByRole('tree')).getByText(evil)).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

describe('chain nodes', () => {
  test('go to the finding’s first row, else to the agreement’s; a repeated link goes where the first did', () => {
    const [core, portal] = chainNodes(card, agreements);
    expect(core?.place).toEqual({ table: 'Agreements', row: 8 });
    expect(core?.children[0]?.place).toEqual({ table: 'Dependencies', row: 9 });
    expect(portal).toMatchObject({ title: 'Portal (1 of 2)', detail: 'OLA Portal · 99.9%', broken: false, place: null });
    expect(portal?.children[0]).toMatchObject({ broken: true, findings: [], place: { table: 'Dependencies', row: 9 } });
  });

  test('what no link says is the chain’s own', () => {
    expect(ownFindings(card)).toEqual([outOfReach]);
  });

  test('a chain that holds is open at its first level only', () => {
    const deep = chainFigure('X', { links: [chainLink('A', { findings: [] }), chainLink('B', { depth: 2, parent: 0, findings: [] }), chainLink('C', { depth: 3, parent: 1, findings: [] })], findings: [] });
    expect([...openAtFirst(chainNodes(deep, []))]).toEqual(['0']);
  });
});

/** The Map tab with figures worked out by hand: picture, card, what if, pairs, single points, search. */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Figures, ServiceMapFigure } from '../../../src/domain/figures';
import { Pane } from '../../../src/taskpane/Pane';
import type { FoundTable } from '../../../src/taskpane/pane-actions';
import { figures, itemFigure, serviceMapFigure } from '../../support/figures';
import { none, outages, paneActions } from '../../support/pane-actions';
import { smallMap } from '../../support/small-map';

// Everything here is in view: looking whether it is takes most of the time.
configure({ defaultHidden: true });

let complaints: jest.SpyInstance;
beforeEach(() => {
  complaints = jest.spyOn(console, 'error');
});
afterEach(() => {
  cleanup();
  expect(complaints).not.toHaveBeenCalled();
});

const sheetOf = (role: string): FoundTable => ({ ...outages, name: role, role, sheet: `Sheet of ${role}` });
const tables = async () => ({ ...none, tables: ['Services', 'Components', 'Agreements', 'Dependencies'].map(sheetOf) });

async function open(shown: Figures = smallMap()): Promise<[string, unknown][]> {
  const { actions, calls } = paneActions({
    tables,
    overview: async () => ({ figures: shown, problems: [] }),
    buildReport: async (params) => {
      calls.push(['buildReport', params]);
      return { sheets: [], undo: 'none', replaced: [], figures: shown, problems: [] };
    },
  });
  render(<Pane actions={actions} officeBackground={null} />);
  fireEvent.click(await screen.findByRole('tab', { name: 'Map' }));
  // Fetched when it is first opened.
  await screen.findByRole('region', { name: 'Map' }, { timeout: 30_000 });
  return calls;
}
const node = (name: string): HTMLElement => {
  const found = screen.getAllByRole('option').find((option) => option.tagName === 'g' && option.querySelector('text')?.textContent === name);
  if (!found) throw new Error(`${name} is not in the picture`);
  return found;
};
const inPicture = (): (string | null | undefined)[] => [...document.querySelectorAll('svg [role="option"]')].map((option) => option.querySelector('text')?.textContent).sort();
const area = (name: string): HTMLElement => screen.getByRole('region', { name: `About ${name}` });
const card = (name: string) => within(area(name));
const listed = (area: HTMLElement, list: string): (string | null)[] =>
  within(area)
    .getAllByRole('list')
    .filter((one) => one.getAttribute('aria-label') === list)
    .flatMap((one) => within(one).getAllByRole('listitem').map(({ textContent }) => textContent));

test('begins with everything where that is few things, and shows a service that is chosen', async () => {
  await open();
  expect(screen.getByRole('listbox', { name: 'Map of everything' })).toBeTruthy();
  expect(inPicture()).toEqual(['Clients', 'E-mail', 'Line 1', 'Line 2', 'Portal', 'Power', 'Server A', 'Server B', 'Staff']);
  const services = screen.getByRole('combobox', { name: 'Map of' });
  // Most downtime first: 5,700 s of Portal are 95 min.
  expect([...services.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual(['Everything', 'Portal: 95\u00a0min down', 'E-mail']);
  fireEvent.change(services, { target: { value: 'E-mail' } });
  expect(screen.getByRole('listbox', { name: 'Map of E-mail' })).toBeTruthy();
  expect(inPicture()).toEqual(['E-mail', 'Line 1', 'Line 2', 'Power', 'Server A', 'Server B', 'Staff']);
});

test('a map of more than 60 things begins with the service that was down most', async () => {
  const more = Array.from({ length: 60 }, (_, index) => itemFigure(`Server ${index}`));
  await open(smallMap({ items: [...smallMap().items, ...more] }));
  expect(screen.getByRole('listbox', { name: 'Map of Portal' })).toBeTruthy();
  expect(screen.queryByRole('option', { name: 'Everything' })).toBeNull();
});

test('a click opens what a thing is, what falls with it and what it stands on; names lead on', async () => {
  const calls = await open();
  fireEvent.click(node('Server A'));
  expect(node('Server A').getAttribute('aria-selected')).toBe('true');
  const server = card('Server A');
  expect(server.getByText('Hardware, Server. Owner: Kim. Supplier: Contoso.')).toBeTruthy();
  expect(server.getByText('No agreement in force covers it.')).toBeTruthy();
  expect(server.getByText('1 service, 2 customers (680 users), 1 agreement, 1 process, 1 objective, $1,000 an hour')).toBeTruthy();
  expect(server.getByText('Single point of failure for 1 service: number 3 of 3 by what is at risk.')).toBeTruthy();
  expect(listed(area('Server A'), 'Services')).toEqual(['Portal']);
  expect(listed(area('Server A'), 'Customers')).toEqual(['Staff', 'Clients']);
  expect(listed(area('Server A'), 'Directly')).toEqual(['Power']);
  expect(listed(area('Server A'), 'Used by')).toEqual(['E-mail', 'Portal']);
  fireEvent.click(server.getByRole('button', { name: 'Go to its row' }));
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Sheet of Components', cell: '2:2' }]));

  fireEvent.click(server.getByRole('button', { name: 'E-mail' }));
  const mail = card('E-mail');
  // The list that led here is gone: reading goes on at the card.
  expect(document.activeElement).toBe(mail.getByRole('heading', { name: 'E-mail' }));
  expect(mail.getByText('Service, End-user. Owner: Maya.')).toBeTruthy();
  expect(listed(area('E-mail'), 'Directly')).toEqual(['Server A 1 of 2', 'Server B 1 of 2', 'Line 1 1 of 2', 'Line 2 1 of 2']);
  expect(listed(area('E-mail'), 'Beneath those')).toEqual(['Power']);
  expect(listed(area('E-mail'), 'What alone takes it down')).toEqual(['Power']);
  fireEvent.click(within(mail.getByRole('list', { name: 'Agreements' })).getByRole('button', { name: 'SLA E-mail' }));
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Sheet of Agreements', cell: '2:2' }]));

  fireEvent.click(mail.getByRole('button', { name: 'Staff' }));
  expect(card('Staff').getByText(/Customer, 4,200 users/)).toBeTruthy();
  expect(listed(area('Staff'), 'Uses')).toEqual(['E-mail', 'Portal']);
  fireEvent.click(card('Staff').getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('region', { name: 'About Staff' })).toBeNull();
});

test('the month of a service, what can be expected of it, and a name that neither table has', async () => {
  const calls = await open();
  fireEvent.click(node('Portal'));
  const portal = card('Portal');
  expect(portal.getByText('It alone takes no other service down.')).toBeTruthy();
  expect(portal.getByText('99.59% can be expected from what stands beneath it, 99.54% at worst.')).toBeTruthy();
  expect(listed(area('Portal'), 'Down 95\u00a0min in October')).toEqual(['Server A 95\u00a0min']);
  fireEvent.click(node('Line 2'));
  const line = card('Line 2');
  expect(line.getByText('Stands in Dependencies only: neither Services nor Components has it.')).toBeTruthy();
  // It is one of `lines`, of which one of two must be up.
  expect(line.getByText('Nothing else falls when it falls alone; it is one of a group (1 of 2).')).toBeTruthy();
  expect(line.queryByText('It alone takes no service down.')).toBeNull();
  fireEvent.click(line.getByRole('button', { name: 'Go to its row' }));
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Sheet of Dependencies', cell: '5:5' }]));
});

test('what if: things marked as out, what falls with them, crossed and hatched in the picture, and cleared', async () => {
  const calls = await open();
  const plight = (name: string) => node(name).querySelector('[data-plight]')?.getAttribute('data-plight') ?? null;
  fireEvent.click(node('Line 1'));
  fireEvent.click(card('Line 1').getByRole('button', { name: 'Mark as out' }));
  expect(card('Line 1').getByRole('button', { name: 'Marked as out' }).getAttribute('aria-pressed')).toBe('true');
  const panel = within(screen.getByRole('region', { name: 'What if' }));
  expect(panel.getByRole('status').textContent).toBe('Nothing else falls.');
  fireEvent.click(node('Line 2'));
  fireEvent.click(card('Line 2').getByRole('button', { name: 'Mark as out' }));
  expect(panel.getByRole('status').textContent).toBe('With them: 2 services, 2 customers (4,380 users), 2 agreements, 2 processes, 1 objective, $1,400 an hour.');
  expect(['Line 1', 'Line 2', 'E-mail', 'Portal', 'Staff', 'Clients', 'Server A', 'Power'].map(plight)).toEqual(['out', 'out', 'falls', 'falls', 'falls', 'falls', null, null]);
  expect(node('E-mail').getAttribute('aria-label')).toMatch(/, falls$/);
  expect(node('Line 1').getAttribute('aria-label')).toMatch(/, out$/);

  expect(listed(screen.getByRole('region', { name: 'What if' }), 'Services')).toEqual(['E-mail', 'Portal']);
  fireEvent.click(panel.getByRole('button', { name: 'All by name' }));
  expect(listed(screen.getByRole('region', { name: 'What if' }), 'Processes')).toEqual(['Correspondence', 'Onboarding']);

  // Kept while another view is open.
  fireEvent.click(screen.getByRole('tab', { name: 'Today' }));
  fireEvent.click(screen.getByRole('tab', { name: 'Map' }));
  expect(plight('E-mail')).toBe('falls');
  const again = within(screen.getByRole('region', { name: 'What if' }));
  fireEvent.click(again.getByRole('button', { name: /Line 1/ }));
  expect([plight('Line 1'), plight('E-mail')]).toEqual([null, null]);
  fireEvent.click(again.getByRole('button', { name: 'Clear' }));
  expect(screen.queryByRole('region', { name: 'What if' })).toBeNull();
  // Nothing was written.
  expect(calls.map(([name]) => name).filter((name) => name !== 'goTo')).toEqual([]);
});

test('the picture from the keyboard: one stop, arrows walk, Enter opens', async () => {
  await open();
  fireEvent.change(screen.getByRole('combobox', { name: 'Map of' }), { target: { value: 'E-mail' } });
  const stops = () => [...document.querySelectorAll('svg [role="option"]')].filter((option) => option.getAttribute('tabindex') === '0');
  expect(stops()).toEqual([node('E-mail')]);
  fireEvent.keyDown(node('E-mail'), { key: 'ArrowLeft' });
  expect(document.activeElement).toBe(node('Staff'));
  expect(stops()).toEqual([node('Staff')]);
  fireEvent.keyDown(node('Staff'), { key: 'Enter' });
  expect(card('Staff').getByText(/4,200 users/)).toBeTruthy();
  expect(document.activeElement).toBe(node('Staff'));
});

test('search: what users say, typing errors, Enter opens, another picture where this one lacks it, and no match', async () => {
  await open();
  fireEvent.change(screen.getByRole('combobox', { name: 'Map of' }), { target: { value: 'E-mail' } });
  const field = screen.getByRole('searchbox', { name: 'Find by name, or by what users say' });
  const type = (text: string) => fireEvent.change(field, { target: { value: text } });
  type('mail is slwo');
  expect(listed(screen.getByRole('search'), 'What was found')[0]).toBe('E-mail answers this');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(card('E-mail')).toBeTruthy();
  type('clients');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(screen.getByRole('listbox', { name: 'Map of Portal' })).toBeTruthy();
  expect(card('Clients').getByText(/180 users/)).toBeTruthy();
  type('zebra');
  expect(within(screen.getByRole('search')).getByRole('status').textContent).toBe('Nothing on the map, and no phrase in Glossary, is like “zebra”.');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(card('Clients')).toBeTruthy();
});

test('a word that is too common says so, and Enter opens none of its services', async () => {
  await open(smallMap({ glossary: ['E-mail', 'Portal'].map((service, index) => ({ phrase: `cannot use ${service}`, service, row: { table: 'Glossary', row: index + 2 } })) }));
  const field = screen.getByRole('searchbox', { name: 'Find by name, or by what users say' });
  fireEvent.change(field, { target: { value: 'cannot' } });
  expect(listed(screen.getByRole('search'), 'What was found')).toEqual(['E-mail', 'Portal']);
  expect(within(screen.getByRole('search')).getByRole('status').textContent).toBe('“cannot” is too common to say which service is meant. It stands in phrases of these.');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(screen.queryByRole('region', { name: /^About/ })).toBeNull();
});

test('another map closes the card of a thing that it does not show', async () => {
  await open();
  const choose = (service: string) => fireEvent.change(screen.getByRole('combobox', { name: 'Map of' }), { target: { value: service } });
  fireEvent.click(node('Staff'));
  choose('E-mail');
  expect(area('Staff')).toBeTruthy();
  choose('');
  fireEvent.click(node('Clients'));
  // Nothing of E-mail is for Clients.
  choose('E-mail');
  expect(screen.queryByRole('region', { name: /^About/ })).toBeNull();
});

test('expected availability: no worst case beside unknown things, and figures that show alike once', async () => {
  const [mail, portal] = smallMap().maps as [ServiceMapFigure, ServiceMapFigure];
  const said = async (expected: ServiceMapFigure['expected'], text: string) => {
    await open(smallMap({ maps: [mail, { ...portal, expected, causes: [{ item: 'Server A', seconds: 5730, outages: [], alongside: ['Server B', 'Line 2'] }], downtimeSeconds: 5730 }] }));
    fireEvent.click(node('Portal'));
    expect(card('Portal').getByText(text)).toBeTruthy();
    // 5,730 s are 95.5 min.
    expect(listed(area('Portal'), 'Down 95.5\u00a0min in October')).toEqual(['Server A 95.5\u00a0min, while Server B and Line 2 were down']);
    cleanup();
  };
  await said({ availability: 0.996, lowerBound: 0.996, is: 'upper bound', unknown: ['Line 2'], worstCase: 0.99 }, 'At most 99.60% can be expected from what stands beneath it (not known for Line 2).');
  await said({ availability: 0.996001, lowerBound: 0.996001, is: 'exact', unknown: [], worstCase: 0.996 }, '99.60% can be expected from what stands beneath it.');
});

test('rows that expected availability leaves out are said beneath it, and lead to the first; none, nothing is said', async () => {
  const [mail, portal] = smallMap().maps as [ServiceMapFigure, ServiceMapFigure];
  const expected = { availability: 0.996, lowerBound: 0.996, is: 'exact', unknown: [], worstCase: 0.99 } as const;
  const rows = [7, 9, 11, 12].map((row) => ({ table: 'Dependencies', row }));
  const calls = await open(smallMap({ maps: [{ ...mail, expected }, { ...portal, expected: { ...expected, rowsLeftOut: rows } }] }));
  fireEvent.click(node('E-mail'));
  expect(card('E-mail').queryByText(/left out of this figure/)).toBeNull();
  fireEvent.click(node('Portal'));
  const line = card('Portal').getByRole('button', { name: /cannot be read/ });
  expect(line.textContent).toBe('4 rows of Dependencies beneath it cannot be read and are left out of this figureDependencies row 7, Dependencies row 9, Dependencies row 11 and 1 more');
  fireEvent.click(line);
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Sheet of Dependencies', cell: '7:7' }]));
});

test('single points of failure, the largest risk first, ten and more on request', async () => {
  const names = Array.from({ length: 14 }, (_, index) => `Server ${index + 1}`);
  await open(smallMap({ singlePoints: names.map((item, index) => ({ item, rank: index + 1, missionCritical: 0 })), items: [...smallMap().items, ...names.map((item) => itemFigure(item, { services: ['Portal'], customers: ['Clients'], users: 180 }))] }));
  const points = () => within(screen.getByRole('list', { name: 'Single points of failure' })).getAllByRole('button');
  expect(points()).toHaveLength(10);
  expect(points()[0]?.textContent).toBe('1Server 11 service, 1 customer (180 users)');
  fireEvent.click(screen.getByRole('button', { name: '4 more' }));
  expect(points()).toHaveLength(14);
  fireEvent.click(points()[13]!);
  expect(card('Server 14')).toBeTruthy();
});

test('pairs that take a service down together, on request', async () => {
  await open();
  fireEvent.change(screen.getByRole('combobox', { name: 'Map of' }), { target: { value: 'E-mail' } });
  fireEvent.click(screen.getByRole('button', { name: 'Find pairs' }));
  // Power takes it down alone, so no pair with it is one; the servers and the lines are.
  const pairs = await screen.findByRole('list', { name: 'Pairs that take E-mail down together' });
  expect(within(pairs).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Server A and Server B', 'Line 1 and Line 2']);
  fireEvent.click(within(pairs).getByRole('button', { name: 'Line 2' }));
  expect(card('Line 2')).toBeTruthy();
});

test('draws the map in view, or all of them', async () => {
  const calls = await open();
  expect(screen.getByRole('button', { name: 'Draw this map' }).hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByRole('combobox', { name: 'Map of' }), { target: { value: 'Portal' } });
  fireEvent.click(screen.getByRole('button', { name: 'Draw this map' }));
  expect(await screen.findByText('Service maps for October drawn')).toBeTruthy();
  expect(calls).toContainEqual(['buildReport', { month: '2026-10-01', services: ['Portal'] }]);
  fireEvent.click(screen.getByRole('tab', { name: 'Map' }));
  fireEvent.click(screen.getByRole('button', { name: 'Draw all 3 maps' }));
  await waitFor(() => expect(calls).toContainEqual(['buildReport', { month: '2026-10-01', only: ['pictures'] }]));
});

test('a ring is shown as a path that leads to its row', async () => {
  const ring = { path: ['E-mail', 'Server A', 'E-mail'], rows: [{ table: 'Dependencies', row: 2 }, { table: 'Dependencies', row: 11 }] };
  const calls = await open(smallMap({ cycles: [ring] }));
  fireEvent.click(node('Server A'));
  fireEvent.click(card('Server A').getByRole('button', { name: 'A ring: E-mail → Server A → E-mail' }));
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Sheet of Dependencies', cell: '2:2' }]));
});

test('rows that the map lacks are counted, and lead to the first', async () => {
  const calls = await open(smallMap({ mapRowsLeftOut: [7, 9, 12, 13].map((row) => ({ table: 'Dependencies', row })) }));
  fireEvent.click(screen.getByRole('button', { name: '4 rows left out of the map Dependencies row 7, Dependencies row 9, Dependencies row 12 and 1 more' }));
  await waitFor(() => expect(calls).toContainEqual(['goTo', { sheet: 'Sheet of Dependencies', cell: '7:7' }]));
});

test('names are text, whatever they look like', async () => {
  const name = '<img src=x onerror=alert(1)>';
  await open(figures({ maps: [serviceMapFigure(name)], items: [itemFigure(name, { section: 'Service' })] }));
  fireEvent.click(screen.getAllByRole('option').find(({ tagName }) => tagName === 'g')!);
  expect(card(name).getByRole('heading', { name })).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

test('without services the tab says what to fill in; without dependencies, too', async () => {
  await open(figures());
  expect(screen.getByText(/There is no map yet\. Fill in Services/)).toBeTruthy();
  cleanup();
  await open(figures({ maps: [serviceMapFigure('E-mail')], items: [itemFigure('E-mail', { section: 'Service' })] }));
  expect(screen.getByText(/Nothing stands on anything yet\. Fill in Dependencies/)).toBeTruthy();
});

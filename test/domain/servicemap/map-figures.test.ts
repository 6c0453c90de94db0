/** Impact, ranks, responsibilities and what is left out, worked out by hand. */
import { mapFigures } from '../../../src/domain/servicemap/map-figures';
import { agreement, component, customer, dependency, process, records, service, support } from '../../support/records';

/**
 *     Portal ── E-mail ── servers, 1 of 2: Server A, Server B ── Power
 *       └─ Server A
 *     Old portal (retired) ── Printer
 */
const organisation = (over: Parameters<typeof records>[0] = {}) => records({
  services: [
    service({ service: 'E-mail', type: 'End-user', itOwner: 'Maya', priority: 'High', row: 2 }),
    service({ service: 'Portal', type: 'Business', serviceManager: 'Ola', priority: 'Mission-critical', row: 3 }),
    service({ service: 'Old portal', lifecycle: 'Retired', row: 4 }),
  ],
  components: [
    component({ component: 'Server A', category: 'Server', owner: 'Kim', supplier: 'Contoso', row: 2 }),
    component({ component: 'Server B', row: 3 }),
    component({ component: 'Power', section: 'External service', row: 4 }),
    component({ component: 'Printer', row: 5 }),
  ],
  customers: [
    customer({ service: 'e-mail', customer: 'Staff', businessUnit: 'North', users: 3000 }),
    customer({ service: 'E-mail', customer: 'staff', businessUnit: 'South', users: 1200 }),
    customer({ service: 'E-mail', customer: 'Staff', businessUnit: 'south ', users: 1200 }),
    customer({ service: 'Portal', customer: 'Clients', users: 180 }),
    customer({ service: 'Portal', customer: 'Staff', users: 500 }),
    customer({ service: 'Portal', customer: 'Auditors' }),
    customer({ service: 'Old portal', customer: 'Nobody', users: 7 }),
  ],
  dependencies: [
    dependency('Portal', 'E-mail'),
    dependency('Portal', 'Server A'),
    dependency('E-mail', 'Server A', 'servers', 1),
    dependency('E-mail', 'Server B', 'servers', 1),
    dependency('Server A', 'Power'),
    dependency('Server B', 'Power'),
    dependency('Old portal', 'Printer'),
  ],
  agreements: [
    agreement({ agreement: 'SLA Portal', item: 'portal', row: 2 }),
    agreement({ agreement: 'OLA E-mail', type: 'OLA', item: 'E-mail', row: 3 }),
    agreement({ agreement: 'UC Power', type: 'UC', item: 'Power', row: 4 }),
    agreement({ agreement: 'UC Power 2027', type: 'UC', item: 'Power', startDate: '2027-01-01', row: 5 }),
    agreement({ agreement: 'SLA draft', item: 'E-mail', status: 'Draft', row: 6 }),
    agreement({ agreement: 'SLA ended', item: 'E-mail', endDate: '2026-08-31', row: 7 }),
  ],
  objectives: ['Growth', 'Reliable IT', 'Trust'].map((objective, index) => ({ row: index + 2, objective, kind: objective === 'Reliable IT' ? ('IT' as const) : ('Business' as const), serves: objective === 'Reliable IT' ? 'Trust' : null, measure: null, target: null, actual: null, better: null, dueDate: null })),
  processes: [process({ process: 'Onboarding', downtimeCostPerHour: 1000 }), process({ process: 'Correspondence', downtimeCostPerHour: 400 }), process({ process: 'Archiving' })],
  supports: [
    support({ from: 'Portal', to: 'Onboarding' }),
    support({ from: 'E-mail', to: 'Onboarding' }),
    support({ from: 'E-mail', to: 'Correspondence' }),
    support({ from: 'E-mail', to: 'Archiving' }),
    support({ from: 'Onboarding', to: 'Growth' }),
    support({ from: 'Correspondence', to: 'Reliable IT' }),
  ],
  ...over,
});

const itemsOf = (figures: ReturnType<typeof mapFigures>) => new Map(figures.items.map((item) => [item.item, item]));

test('what falls with each thing, and whom it reaches', () => {
  const items = itemsOf(mapFigures(organisation()));
  expect([...items.keys()]).toEqual(['E-mail', 'Portal', 'Server A', 'Server B', 'Power', 'Printer']);
  // All of E-mail's and Portal's. Staff: 3,000 + 1,200 for E-mail (South stands twice), 500 for Portal: 4,200. With 180 clients 4,380.
  const both = { customers: ['Staff', 'Clients', 'Auditors'], users: 4380, processes: ['Onboarding', 'Correspondence', 'Archiving'], objectives: ['Growth', 'Reliable IT', 'Trust'], costPerHour: 1400 };
  // Portal alone: staff 500 and clients 180.
  const portal = { customers: ['Staff', 'Clients', 'Auditors'], users: 680, processes: ['Onboarding'], objectives: ['Growth'], costPerHour: 1000 };
  const nothing = { services: [], components: [], customers: [], users: null, agreements: [], processes: [], objectives: [], costPerHour: null };
  expect(items.get('Power')).toEqual({ item: 'Power', section: 'External service', category: null, owner: null, supplier: null, row: { table: 'Components', row: 4 }, usedBy: ['Server A', 'Server B'], services: ['E-mail', 'Portal'], components: ['Server A', 'Server B'], ...both, agreements: ['SLA Portal', 'OLA E-mail', 'UC Power'] });
  expect(items.get('E-mail')).toEqual({ item: 'E-mail', section: 'Service', category: 'End-user', owner: 'Maya', supplier: null, row: { table: 'Services', row: 2 }, usedBy: ['Portal'], services: ['Portal'], components: [], ...both, agreements: ['SLA Portal', 'OLA E-mail'] });
  expect(items.get('Portal')).toMatchObject({ owner: 'Ola', usedBy: [], services: [], components: [], ...portal, agreements: ['SLA Portal'] });
  expect(items.get('Server A')).toMatchObject({ category: 'Server', owner: 'Kim', supplier: 'Contoso', usedBy: ['Portal', 'E-mail'], services: ['Portal'], components: [], ...portal, agreements: ['SLA Portal'] });
  expect(items.get('Server B')).toMatchObject({ usedBy: ['E-mail'], ...nothing });
  // Only a retired service needs it.
  expect(items.get('Printer')).toMatchObject({ usedBy: [], ...nothing });
});

test('ranks go by cost, then mission-critical services, agreements, users, services', () => {
  // Power and E-mail 1,400 an hour each and one mission-critical service each; Power has an agreement more. Server A 1,000.
  expect(mapFigures(organisation()).singlePoints).toEqual([
    { item: 'Power', rank: 1, missionCritical: 1 },
    { item: 'E-mail', rank: 2, missionCritical: 1 },
    { item: 'Server A', rank: 3, missionCritical: 1 },
  ]);
  // Nothing costs anything: Line 3 takes down a mission-critical service, Line 2 two others, Line 1 one of 50 users.
  const free = mapFigures(records({
    services: [service({ service: 'A' }), service({ service: 'B' }), service({ service: 'C' }), service({ service: 'D', priority: 'Mission-critical' })],
    components: ['Line 1', 'Line 2', 'Line 3'].map((name) => component({ component: name })),
    customers: [customer({ service: 'A', customer: 'Staff', users: 50 })],
    dependencies: [dependency('A', 'Line 1'), dependency('B', 'Line 2'), dependency('C', 'Line 2'), dependency('D', 'Line 3')],
  }));
  expect(free.singlePoints.map(({ item }) => item)).toEqual(['Line 3', 'Line 1', 'Line 2']);
});

test('a retired service on which something still stands passes on what falls', () => {
  const { items, edges } = mapFigures(organisation({ dependencies: [dependency('Portal', 'Old portal'), dependency('Old portal', 'Printer')] }));
  expect(edges).toHaveLength(2);
  expect(itemsOf({ items } as ReturnType<typeof mapFigures>).get('Printer')).toMatchObject({ usedBy: ['Old portal'], services: ['Portal'], components: ['Old portal'], users: 680 });
  expect(items.map(({ item }) => item)).toContain('Old portal');
});

test('names that nobody knows are on the map, and the row says so', () => {
  const figures = mapFigures(organisation({ dependencies: [dependency('Portal', 'Mainframe'), { ...dependency('Portal', 'Mianframe'), row: 9, unreadable: ['dependsOn'] }] }));
  expect(figures.items.slice(-2)).toMatchObject([
    { item: 'Mainframe', section: null, row: null, usedBy: ['Portal'], services: ['Portal'] },
    { item: 'Mianframe', section: null, row: null, usedBy: ['Portal'], services: ['Portal'] },
  ]);
  expect(figures.mapRowsLeftOut).toEqual([{ table: 'Dependencies', row: 9 }]);
});

test('what cannot be read is left out and listed', () => {
  const figures = mapFigures(organisation({
    dependencies: [{ ...dependency('Portal', 'Server A', 'g', null), row: 2, unreadable: ['required'] }, { ...dependency('Portal', ''), row: 3, unreadable: ['dependsOn'] }],
    customers: [{ ...customer({ service: 'Portal', customer: 'Staff' }), row: 4, unreadable: ['users'] }, { ...customer({ service: '', customer: 'Staff', users: 9 }), row: 5, unreadable: ['service'] }],
    responsibilities: [{ row: 6, service: 'Portal', party: 'Ann', role: 'R', unreadable: ['role'] }],
    glossary: [{ row: 7, phrase: 'it is slow', service: '', unreadable: ['service'] }],
    supports: [{ ...support({ from: 'Portal', to: '' }), row: 8, unreadable: ['to'] }, { ...support({ from: 'Onboarding', to: '' }), row: 9, unreadable: ['to'] }],
    agreements: [{ ...agreement({ agreement: 'SLA', item: 'Portal' }), row: 10, unreadable: ['endDate'] }],
  }));
  expect(figures.edges).toEqual([]);
  expect(itemsOf(figures).get('Portal')).toMatchObject({ customers: ['Staff'], users: null, processes: [] });
  expect(new Set(figures.mapRowsLeftOut.map(({ table, row }) => `${table} ${row}`))).toEqual(new Set(['Dependencies 2', 'Dependencies 3', 'Customers 4', 'Customers 5', 'Responsibilities 6', 'Glossary 7', 'Supports 8', 'Supports 9', 'Agreements 10']));
});

test('responsibilities stand by service, with the rules that they break', () => {
  const role = (row: number, of: string, party: string, letter: 'R' | 'A' | 'C' | 'I') => ({ row, service: of, party, role: letter });
  const { responsibilities } = mapFigures(organisation({
    responsibilities: [role(2, 'E-mail', 'Ann', 'A'), role(3, 'e-mail', 'Bo', 'I'), role(4, 'E-mail', 'ann ', 'R'), role(5, 'E-mail', 'Ann', 'A'), role(6, 'Portal', 'Ann', 'A'), role(7, 'Portal', 'Bo', 'A'), role(8, 'Old portal', 'Bo', 'A')],
  }));
  const rows = (...numbers: number[]) => numbers.map((row) => ({ table: 'Responsibilities', row }));
  expect(responsibilities).toEqual([
    { service: 'E-mail', parties: [{ party: 'Ann', roles: ['R', 'A'], rows: rows(2, 4, 5) }, { party: 'Bo', roles: ['I'], rows: rows(3) }], broken: [] },
    { service: 'Portal', parties: [{ party: 'Ann', roles: ['A'], rows: rows(6) }, { party: 'Bo', roles: ['A'], rows: rows(7) }], broken: ['several A', 'no R'] },
  ]);
  expect(mapFigures(organisation()).responsibilities[0]!.broken).toEqual(['no A', 'no R']);
});

test('the glossary is its rows', () => {
  expect(mapFigures(organisation({ glossary: [{ row: 2, phrase: 'mail is slow', service: 'E-mail' }] })).glossary).toEqual([{ phrase: 'mail is slow', service: 'E-mail', row: { table: 'Glossary', row: 2 } }]);
});

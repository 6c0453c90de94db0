/** Several things out at once, worked out by hand on a small map. */
import type { MapEdge, MapLine } from '../../../src/domain/figures';
import { mapOfEdges } from '../../../src/domain/servicemap/dependency-map';
import { stakeText } from '../../../src/taskpane/map/at-stake';
import { furtherBeneath, mapBook, nameOnMap } from '../../../src/taskpane/map/map-book';
import { whatFalls } from '../../../src/taskpane/map/what-falls';
import { figures, itemFigure, serviceMapFigure } from '../../support/figures';
import { smallMap } from '../../support/small-map';

const small = smallMap();
const book = mapBook(small);
const fall = (...out: string[]) => whatFalls(small, book, mapOfEdges(small.edges), new Set(out));

test('one line alone takes nothing down', () => {
  expect(fall('line 1')).toEqual({ keys: new Set(['line 1']), services: [], components: [], customers: [], users: null, agreements: [], processes: [], objectives: [], costPerHour: null });
});

test('both lines take E-mail down, and Portal with it: customers, agreements, processes and cost each once', () => {
  const fallen = fall('line 1', 'line 2');
  expect(fallen).toEqual({
    keys: new Set(['line 1', 'line 2', 'e-mail', 'portal']),
    services: ['E-mail', 'Portal'],
    components: [],
    customers: ['Staff', 'Clients'],
    // Staff are 4,200 of E-mail and 500 of Portal: the larger counts; with 180 clients 4,380.
    users: 4380,
    agreements: ['SLA E-mail', 'SLA Portal'],
    processes: ['Correspondence', 'Onboarding'],
    objectives: ['Growth'],
    costPerHour: 1400,
  });
  expect(stakeText(fallen, '$')).toBe('2 services, 2 customers (4,380 users), 2 agreements, 2 processes, 1 objective, $1,400 an hour');
});

test('a service that is out counts with its own customers, but is not among what else falls', () => {
  expect(fall('portal')).toMatchObject({ services: [], customers: ['Staff', 'Clients'], users: 680, agreements: ['SLA Portal'], costPerHour: 1000 });
});

test('a customer of several services has its largest number of users; names are found without case', () => {
  expect(book.customers.get('staff')).toEqual({ customer: 'Staff', users: 4200, services: ['E-mail', 'Portal'] });
  expect(nameOnMap(book, ' server  A ')).toBe('Server A');
  expect(nameOnMap(book, 'CLIENTS')).toBe('Clients');
  expect(nameOnMap(book, 'Fax')).toBeNull();
});

test('business units of a customer add up, one that stands twice counts once, and of the services the larger sum', () => {
  const line = (over: Partial<MapLine>): MapLine => ({ section: 'Customers', name: 'Staff', category: null, owner: null, supplier: null, users: null, agreements: [], depth: 1, through: null, group: null, ...over });
  const shown = figures({
    maps: [
      serviceMapFigure('E-mail', { lines: [line({ users: 300, businessUnit: 'Sales' }), line({ users: 200, businessUnit: 'Legal' }), line({ users: 250, businessUnit: ' legal' }), line({ businessUnit: 'Stores' })] }),
      serviceMapFigure('Portal', { lines: [line({ name: 'staff', users: 400 }), line({ name: 'Guests' })] }),
    ],
    items: ['E-mail', 'Portal'].map((item) => itemFigure(item, { section: 'Service', customers: ['Staff'] })),
  });
  const staff = mapBook(shown);
  // E-mail: Sales 300 + Legal 250 = 550; Portal: 400.
  expect(staff.customers.get('staff')).toEqual({ customer: 'Staff', users: 550, services: ['E-mail', 'Portal'] });
  expect(staff.customers.get('guests')?.users).toBeNull();
  expect(whatFalls(shown, staff, mapOfEdges([]), new Set(['e-mail', 'portal'])).users).toBe(550);
  expect(whatFalls(shown, staff, mapOfEdges([]), new Set(['portal'])).users).toBe(400);
});

test('what stands further down, nearest first, also where things stand on each other', () => {
  expect(furtherBeneath(book, 'Portal')).toEqual(['Server B', 'Line 1', 'Line 2', 'Power']);
  const edge = (item: string, dependsOn: string): MapEdge => ({ item, dependsOn, group: null, row: { table: 'Dependencies', row: 2 } });
  const ring = mapBook(figures({ edges: [edge('A', 'B'), edge('B', 'C'), edge('C', 'A'), edge('C', 'B')] }));
  expect(furtherBeneath(ring, 'a')).toEqual(['C']);
});

test('a retired service that falls is no service that falls, as in the impact of one thing', () => {
  const edge = (item: string, dependsOn: string): MapEdge => ({ item, dependsOn, group: null, row: { table: 'Dependencies', row: 2 } });
  const shown = figures({
    maps: [serviceMapFigure('Mail')],
    items: [itemFigure('Old', { section: 'Service' }), itemFigure('Mail', { section: 'Service' }), itemFigure('S1')],
    edges: [edge('Mail', 'Old'), edge('Old', 'S1')],
  });
  expect(whatFalls(shown, mapBook(shown), mapOfEdges(shown.edges), new Set(['s1']))).toMatchObject({ services: ['Mail'], components: ['Old'] });
});

test('what is needed by itself stands once among what a thing needs, outside its group', () => {
  const group = { name: 'servers', required: 1, members: 2 };
  const edge = (dependsOn: string, of: MapEdge['group']): MapEdge => ({ item: 'Mail', dependsOn, group: of, row: { table: 'Dependencies', row: 2 } });
  const { needs } = mapBook(figures({ edges: [edge('S', group), edge('T', group), edge('S', null)] }));
  expect(needs.get('mail')?.map(({ dependsOn, group: of }) => [dependsOn, of?.name ?? null])).toEqual([['T', 'servers'], ['S', null]]);
});

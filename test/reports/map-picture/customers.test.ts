import type { MapLine } from '../../../src/domain/figures';
import { graphOf, wholeGraph } from '../../../src/reports/map-picture/graph';
import { figures, itemFigure, serviceMapFigure } from '../../support/figures';

test('users of a customer: business units of a service add up, over services the largest number counts', () => {
  const staff = (businessUnit: string, users: number): MapLine => ({ section: 'Customers', name: 'Staff', category: null, owner: null, supplier: null, users, businessUnit, agreements: [], depth: 1, through: null, group: null });
  const maps = [serviceMapFigure('Mail', { lines: [staff('A', 100), staff('B', 200), staff('b', 200)] }), serviceMapFigure('Fax', { lines: [staff('A', 40)] })];
  const shown = figures({ maps, items: ['Mail', 'Fax'].map((item) => itemFigure(item, { section: 'Service' })) });
  const detail = (graph: ReturnType<typeof wholeGraph>) => graph?.nodes.filter(({ section }) => section === 'Customers').map(({ name, detail: text }) => [name, text.replace('\u00a0', ' ')]);
  // Mail: 100 + 200, unit B stands twice; Fax: 40.
  expect(detail(graphOf(shown, maps[0]!))).toEqual([['Staff', '300 users']]);
  expect(detail(graphOf(shown, maps[1]!))).toEqual([['Staff', '40 users']]);
  expect(detail(wholeGraph(shown))).toEqual([['Staff', '300 users']]);
});

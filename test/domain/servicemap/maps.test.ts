import { serviceMapsWork } from '../../../src/domain/servicemap/maps';
import type { Records } from '../../../src/domain/records';
import { mapFigures } from '../../../src/domain/servicemap/map-figures';
import { finish } from '../../../src/domain/work';
import { agreement, component, customer, dependency, records, service } from '../../support/records';

const serviceMaps = (given: Records) => finish(serviceMapsWork(given, mapFigures(given)));

const woodgrove = (over: Parameters<typeof records>[0] = {}) => records({
  services: [
    service({ service: 'Desktop', type: 'End-user', itOwner: 'Ada', businessOwner: 'Ben', priority: 'High' }),
    service({ service: 'Directory', type: 'Infrastructure', itOwner: 'Cleo' }),
    service({ service: 'Old mail', lifecycle: 'Retired' }),
  ],
  components: [
    component({ component: 'Switch A', section: 'Hardware', owner: 'Dan', supplier: 'Fabrikam' }),
    component({ component: 'Switch B', section: 'Hardware', owner: 'Dan' }),
    component({ component: 'Office suite', section: 'Applications', category: 'Desktop', owner: 'Eve' }),
    component({ component: 'Internet line', section: 'External service', owner: 'Fay', supplier: 'Northwind' }),
    component({ component: 'Login policy', section: 'Settings', owner: 'Eve' }),
  ],
  customers: [customer({ service: 'desktop', customer: 'Branches', users: 1200 }), customer({ service: 'Directory', customer: 'Head office' })],
  dependencies: [
    dependency('Desktop', 'Office suite'),
    dependency('Desktop', 'Directory'),
    dependency('Directory', 'Switch A', 'switches', 1),
    dependency('Directory', 'Switch B', 'switches', 1),
    dependency('Directory', 'Login policy'),
    dependency('Switch A', 'Internet line'),
    dependency('Switch B', 'Internet line'),
  ],
  agreements: [
    agreement({ agreement: 'SLA Desktop', item: 'Desktop' }),
    agreement({ agreement: 'OLA Directory', type: 'OLA', item: 'directory' }),
    agreement({ agreement: 'UC Line', type: 'UC', item: 'Internet line', endDate: '2026-09-10' }),
    agreement({ agreement: 'UC Line 2027', type: 'UC', item: 'Internet line', startDate: '2027-01-01' }),
    agreement({ agreement: 'OLA draft', type: 'OLA', item: 'Office suite', status: 'Draft' }),
  ],
  ...over,
});

test('a service map has its sections in order, with owners, depth, way and agreements', () => {
  const maps = serviceMaps(woodgrove());
  expect(maps.map((map) => map.service)).toEqual(['Desktop', 'Directory']);
  const [desktop] = maps;
  expect(desktop).toMatchObject({ type: 'End-user', priority: 'High', itOwner: 'Ada', businessOwner: 'Ben', cycle: [] });
  expect(desktop!.lines.map(({ section, name, owner, depth, through, group, agreements }) => [section, name, owner, depth, through, group, agreements.join()])).toEqual([
    ['Customers', 'Branches', null, 1, null, null, 'SLA Desktop'],
    ['Hardware', 'Switch A', 'Dan', 2, 'Directory', '1 of 2', ''],
    ['Hardware', 'Switch B', 'Dan', 2, 'Directory', '1 of 2', ''],
    ['Applications', 'Office suite', 'Eve', 1, null, null, ''],
    ['Settings', 'Login policy', 'Eve', 2, 'Directory', null, ''],
    ['Internal service', 'Directory', 'Cleo', 1, null, null, 'OLA Directory'],
    ['External service', 'Internet line', 'Fay', 3, 'Switch A', null, 'UC Line'],
  ]);
  expect(desktop!.lines[0]).toMatchObject({ users: 1200 });
  expect(desktop!.lines[1]).toMatchObject({ supplier: 'Fabrikam' });
});

test('a cycle is named and hangs nothing; names nobody knows have no line', () => {
  const [desktop, directory] = serviceMaps(woodgrove({ dependencies: [dependency('Desktop', 'Directory'), dependency('Directory', 'Switch A'), dependency('Switch A', 'directory'), dependency('Desktop', 'Nobody knows')] }));
  expect(desktop!.cycle).toEqual(['Directory', 'Switch A', 'Directory']);
  expect(desktop!.lines.map(({ name }) => name)).toEqual(['Branches', 'Switch A', 'Directory']);
  expect(directory!.cycle).toEqual(['Directory', 'Switch A', 'Directory']);
  expect(directory!.lines.map(({ name }) => name)).toEqual(['Head office', 'Switch A']);
});

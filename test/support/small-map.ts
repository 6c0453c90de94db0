import type { Figures, MapEdge, MapLine } from '../../src/domain/figures';
import { agreementFigure } from './agreement-figures';
import { figures, itemFigure, serviceMapFigure } from './figures';

const mapLine = (section: MapLine['section'], name: string, over: Partial<MapLine> = {}): MapLine => ({ section, name, category: null, owner: null, supplier: null, users: null, agreements: [], depth: 1, through: null, group: null, ...over });
const edge = (row: number, item: string, dependsOn: string, group: MapEdge['group'] = null): MapEdge => ({ item, dependsOn, group, row: { table: 'Dependencies', row } });
const servers = { name: 'servers', required: 1, members: 2 };
const lines = { name: 'lines', required: 1, members: 2 };

/**
 * A map small enough to work out by hand, and its figures so worked out.
 *
 *     Staff (4,200), E-mail ── servers, 1 of 2: Server A, Server B ── Power
 *                           └─ lines, 1 of 2: Line 1, Line 2
 *     Staff (500), Clients (180), Portal ── E-mail, Server A
 *
 * Power takes all down, Server A takes Portal down, a line alone nothing, both lines E-mail and with it
 * Portal. An hour without Correspondence (on E-mail) costs 400, without Onboarding (on Portal) 1,000.
 */
export function smallMap(over: Partial<Figures> = {}): Figures {
  const portal = { services: ['Portal'], customers: ['Staff', 'Clients'], users: 680, agreements: ['SLA Portal'], processes: ['Onboarding'], objectives: ['Growth'], costPerHour: 1000 };
  const mail = { services: ['Portal'], customers: ['Staff', 'Clients'], users: 4380, agreements: ['SLA E-mail', 'SLA Portal'], processes: ['Correspondence', 'Onboarding'], objectives: ['Growth'], costPerHour: 1400 };
  const cost = (process: string, row: number, costPerHour: number, service: string) => ({ process, row: { table: 'Processes', row }, priority: null, costPerHour, services: [service], downtimeSeconds: 0, plannedSeconds: 0, cost: 0, plannedCost: 0 });
  return figures({
    currency: '$',
    agreements: [
      agreementFigure('SLA E-mail', { item: 'E-mail', row: { table: 'Agreements', row: 2 } }),
      agreementFigure('SLA Portal', { item: 'Portal', row: { table: 'Agreements', row: 3 } }),
      agreementFigure('SLA Old', { item: 'Portal', row: { table: 'Agreements', row: 4 }, state: 'Ended' }),
    ],
    maps: [
      serviceMapFigure('E-mail', {
        itOwner: 'Maya',
        lines: [mapLine('Customers', 'Staff', { users: 4200 }), mapLine('Hardware', 'Server A', { group: '1 of 2' }), mapLine('Hardware', 'Server B', { group: '1 of 2' }), mapLine('External service', 'Line 1', { group: '1 of 2' }), mapLine('External service', 'Line 2', { group: '1 of 2' }), mapLine('Hardware', 'Power', { depth: 2, through: 'Server A' })],
        singlePoints: ['Power'],
      }),
      serviceMapFigure('Portal', {
        lines: [mapLine('Customers', 'Staff', { users: 500 }), mapLine('Customers', 'Clients', { users: 180 }), mapLine('Internal service', 'E-mail'), mapLine('Hardware', 'Server A'), mapLine('Hardware', 'Server B', { depth: 2, through: 'E-mail' }), mapLine('External service', 'Line 1', { depth: 2, through: 'E-mail' }), mapLine('External service', 'Line 2', { depth: 2, through: 'E-mail' }), mapLine('Hardware', 'Power', { depth: 2, through: 'Server A' })],
        singlePoints: ['E-mail', 'Server A', 'Power'],
        expected: { availability: 0.99591, lowerBound: 0.99591, is: 'exact', unknown: [], worstCase: 0.9954 },
        downtimeSeconds: 5700,
        causes: [{ item: 'Server A', seconds: 5700, outages: [{ table: 'Outages', row: 9 }], alongside: [] }],
      }),
    ],
    items: [
      itemFigure('E-mail', { ...mail, section: 'Service', category: 'End-user', owner: 'Maya', row: { table: 'Services', row: 2 }, usedBy: ['Portal'] }),
      itemFigure('Portal', { ...portal, services: [], section: 'Service', category: 'Business', row: { table: 'Services', row: 3 } }),
      itemFigure('Server A', { ...portal, category: 'Server', owner: 'Kim', supplier: 'Contoso', row: { table: 'Components', row: 2 }, usedBy: ['E-mail', 'Portal'] }),
      itemFigure('Server B', { row: { table: 'Components', row: 3 }, usedBy: ['E-mail'] }),
      itemFigure('Power', { ...mail, services: ['E-mail', 'Portal'], components: ['Server A', 'Server B'], row: { table: 'Components', row: 4 }, usedBy: ['Server A', 'Server B'] }),
      itemFigure('Line 1', { section: 'External service', row: { table: 'Components', row: 5 }, usedBy: ['E-mail'] }),
      itemFigure('Line 2', { section: null, row: null, usedBy: ['E-mail'] }),
    ],
    edges: [
      edge(2, 'E-mail', 'Server A', servers),
      edge(3, 'E-mail', 'Server B', servers),
      edge(4, 'E-mail', 'Line 1', lines),
      edge(5, 'E-mail', 'Line 2', lines),
      edge(6, 'Server A', 'Power'),
      edge(7, 'Server B', 'Power'),
      edge(8, 'Portal', 'E-mail'),
      edge(9, 'Portal', 'Server A'),
    ],
    singlePoints: [
      { item: 'Power', rank: 1, missionCritical: 0 },
      { item: 'E-mail', rank: 2, missionCritical: 0 },
      { item: 'Server A', rank: 3, missionCritical: 0 },
    ],
    glossary: [
      { phrase: 'mail is slow', service: 'E-mail', row: { table: 'Glossary', row: 2 } },
      { phrase: 'cannot open an account', service: 'Portal', row: { table: 'Glossary', row: 3 } },
      { phrase: 'nobody picks up', service: 'Telephone', row: { table: 'Glossary', row: 4 } },
    ],
    downtimeCost: { cost: 0, plannedCost: 0, processes: [cost('Correspondence', 2, 400, 'E-mail'), cost('Onboarding', 3, 1000, 'Portal')], months: [], services: [], outages: [], rowsLeftOut: [] },
    ...over,
  });
}

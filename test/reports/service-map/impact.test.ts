import { impact } from '../../../src/reports/service-map/impact';
import { singlePoints } from '../../../src/reports/service-map/single-points';
import { COLOR } from '../../../src/reports/style';
import { agreementFigure } from '../../support/agreement-figures';
import { figures, itemFigure, serviceMapFigure, targetFigure } from '../../support/figures';
import { tiny } from '../../support/organisations';
import { component } from '../../support/records';
import { cellAt, rowOf, texts, valuesOf } from '../../support/sheets';

const items = [
  itemFigure('Host A', { category: 'Servers', owner: 'Kim', usedBy: ['Hosting', 'Backup'] }),
  itemFigure('Fax', { section: 'Service', category: 'Business', owner: null, customers: ['Staff'], users: 12, costPerHour: 5 }),
  itemFigure('Gateway', { section: 'External service', owner: 'Arif', supplier: 'Litware', usedBy: ['Cards'], services: ['Cards'], customers: ['Card holders'], users: 315_200, agreements: ['SLA Cards', 'UC Gateway'], processes: ['Card payments'], objectives: ['Keep customers'], costPerHour: 186_000 }),
  itemFigure('Hosting', { section: 'Service', owner: 'Kim', usedBy: ['Core'], services: ['Core', 'Cards'], components: ['Ledger'], customers: ['Card holders'], users: 315_200, costPerHour: 384_000 }),
  itemFigure('Mistyped', { section: null, row: null, usedBy: ['Fax'], services: ['Fax'], customers: ['Staff'], users: 12 }),
];
const edges = [{ item: 'hosting', dependsOn: 'Host A', group: { name: 'hosts', required: 3, members: 4 }, row: { table: 'Dependencies', row: 2 } }];
const all = figures({
  items,
  edges,
  currency: '$',
  singlePoints: [{ item: 'Hosting', rank: 1, missionCritical: 2 }, { item: 'gateway', rank: 2, missionCritical: 1 }, { item: 'Mistyped', rank: 3, missionCritical: 0 }],
  agreements: [agreementFigure('OLA Hosting', { item: 'Hosting', type: 'OLA' }), agreementFigure('Old UC', { item: 'Gateway', type: 'UC', state: 'Ended' })],
  targets: [targetFigure({ item: 'Hosting', agreementType: 'OLA', target: 0.9995 })],
});

describe('where used and impact', () => {
  const sheet = impact({ figures: all });

  test('the costliest first, then by users; what takes nothing down last', () => {
    const rows = ['Hosting', 'Gateway', 'Fax', 'Mistyped', 'Nothing falls with these alone', 'Host A'].map((name) => rowOf(sheet, name));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(texts(sheet)).toContain('Hosting takes most with it: two services, $384,000 an hour; 1 of 5 things takes nothing down alone.');
  });

  test('what falls, and beneath it what the thing is and what stands on it', () => {
    const row = rowOf(sheet, 'Gateway');
    expect(valuesOf(sheet, row)).toEqual(['Gateway', 186_000, 315_200, 'Cards', 'Card holders', 'SLA Cards and UC Gateway', 'Card payments', 'Keep customers']);
    expect(cellAt(sheet, row, 2)?.style?.numberFormat).toContain('"$"');
    expect(valuesOf(sheet, row + 1)).toEqual(['External service · Arif · Litware', 'Used by Cards']);
    const hosting = rowOf(sheet, 'Hosting');
    expect(valuesOf(sheet, hosting)).toEqual(['Hosting', 384_000, 315_200, 'Core and Cards', 'Card holders', '–', '–', '–']);
    expect([1, 2].map((at) => valuesOf(sheet, hosting + at))).toEqual([['Service · Kim', 'Used by Core'], ['Also down: Ledger']]);
    expect(valuesOf(sheet, rowOf(sheet, 'Fax') + 1)).toEqual(['Service · Business · no owner yet', 'Used by nothing']);
  });

  test('a member of a group says so, an unknown name is called one', () => {
    expect(valuesOf(sheet, rowOf(sheet, 'Host A'))).toEqual(['Host A', 'Hardware · Servers · Kim', 'Hosting (3 of 4), Backup']);
    expect(valuesOf(sheet, rowOf(sheet, 'Mistyped') + 1)).toEqual(['unknown name: in neither Services nor Components', 'Used by Fax']);
  });

  test('what is needed by itself takes its user down, whatever group it is in as well', () => {
    const [edge] = edges;
    const shown = figures({
      items: [itemFigure('S', { usedBy: ['Mail'], services: ['Mail'], customers: ['Staff'] }), itemFigure('T', { usedBy: ['Mail'] })],
      edges: [{ ...edge!, item: 'Mail', dependsOn: 'S' }, { ...edge!, item: 'Mail', dependsOn: 'T' }, { ...edge!, item: 'Mail', dependsOn: 'S', group: null }],
    });
    const said = impact({ figures: shown });
    expect(valuesOf(said, rowOf(said, 'S') + 1)).toContain('Used by Mail');
    expect(valuesOf(said, rowOf(said, 'T'))).toContain('Mail (3 of 4)');
  });

  test('where a thing is used stands in full, however often that is', () => {
    const users = Array.from({ length: 200 }, (_, index) => `Service number ${index}`);
    const said = texts(impact({ figures: figures({ items: [itemFigure('Switch', { usedBy: users, services: users })] }) }));
    expect(users.filter((user) => !said.some((text) => text.includes(`${user},`) || text.endsWith(user)))).toEqual([]);
    expect(said).toContain('Service number 0,\nService number 1 and 198 more');
  });

  test('of many other parts that fall two lines at least, and how many more', () => {
    const parts = Array.from({ length: 300 }, (_, index) => `Part number ${index}`);
    // 4,000 lines of all items: of 2,500 items one each, never fewer than two.
    const many = [itemFigure('Switch', { components: parts, services: ['Mail'] }), ...Array.from({ length: 2499 }, (_, index) => itemFigure(`Host ${index}`))];
    const down = (items: typeof many): string[][] => {
      const sheet = impact({ figures: figures({ items }) });
      const from = sheet.rows.findIndex(({ cells }) => cells.some(({ value }) => typeof value === 'string' && value.startsWith('Also down: ')));
      return [0, 1, 2].map((at) => valuesOf(sheet, from + at).map(String));
    };
    expect(down(many)[1]![0]).toMatch(/^Part number .* and 2\d\d more$/);
    expect(down(many)[2]![0]).toBe('Nothing falls with these alone');
    expect(down(many.slice(0, 10))[1]![0]).toMatch(/^Part number [^a-z]*Part number.*,$/);
  });

  test('what is most at risk is named first: services by priority, then cost; SLAs before others, as their services', () => {
    const names = ['Fax', 'Mail', 'Cards'];
    const maps = [serviceMapFigure('Fax', { priority: 'Low' }), serviceMapFigure('Mail', { priority: 'Mission-critical' }), serviceMapFigure('Cards', { priority: 'Mission-critical' })];
    const agreements = [agreementFigure('O1', { item: 'Cards', type: 'OLA' }), agreementFigure('S1', { item: 'Fax', type: 'SLA' }), agreementFigure('S2', { item: 'Cards', type: 'SLA' })];
    const items = [itemFigure('Switch', { services: names, agreements: ['O1', 'S1', 'S2'] }), itemFigure('Cards', { section: 'Service', costPerHour: 9 }), itemFigure('Mail', { section: 'Service', costPerHour: 5 })];
    const sheet = impact({ figures: figures({ maps, agreements, items }) });
    expect(valuesOf(sheet, rowOf(sheet, 'Switch')).slice(3, 6)).toEqual(['Cards, Mail and Fax', '–', 'S2, S1 and O1']);
  });

  test('nothing on the map is one honest line', () => {
    expect(texts(impact(tiny()))).toContain('No service and no component is recorded.');
  });
});

describe('single points of failure', () => {
  const components = [component({ component: 'GATEWAY', section: 'External service', availability: 0.998 })];
  const sheet = singlePoints({ figures: all, records: { ...tiny().records, components } });

  test('by rank, with what each puts at risk and what is agreed about it', () => {
    expect(texts(sheet)).toContain('3 things each take down a service alone; Hosting puts most at risk: two services, $384,000 an hour.');
    expect(texts(sheet)).toContain('Two of them have no agreement of their own.');
    expect(valuesOf(sheet, rowOf(sheet, 'Hosting'))).toEqual([1, 'Hosting', 'Service', 'Kim', '–', 384_000, 2, 2, 315_200, 0, 'OLA Hosting', 0.9995]);
    expect(texts(sheet)).toContain('Takes down Core and Cards.');
  });

  test('an availability that is only recorded is marked; an agreement that ended is none', () => {
    const row = rowOf(sheet, 'Gateway');
    expect(valuesOf(sheet, row)).toEqual([2, 'Gateway', 'External service', 'Arif', 'Litware', 186_000, 1, 1, 315_200, 2, 'no agreement', 0.998]);
    expect(cellAt(sheet, row, 12)?.style?.numberFormat).toBe('0.0%"*"');
    expect(valuesOf(sheet, rowOf(sheet, 'Mistyped'))).toEqual([3, 'Mistyped', 'unknown name', '–', '–', '–', 1, 0, 12, 0, 'no agreement', '–']);
  });

  test('a missing owner is marked', () => {
    const lone = singlePoints({ figures: figures({ items: [itemFigure('Switch', { services: ['Mail'] })], singlePoints: [{ item: 'Switch', rank: 1, missionCritical: 0 }] }), records: tiny().records });
    expect(cellAt(lone, rowOf(lone, 'Switch'), 4)).toMatchObject({ value: 'no owner yet', style: { color: COLOR.missed } });
    expect(texts(lone)).toContain('It has no agreement of its own. No owner: Switch.');
  });

  test('none is one honest line', () => {
    expect(texts(singlePoints(tiny()))).toContain('No single thing takes a service down alone.');
  });
});

import { serviceMap } from '../../../src/reports/service-map/service-map';
import { COLOR } from '../../../src/reports/style';
import { figures, itemFigure, serviceMapFigure, targetFigure } from '../../support/figures';
import { tiny, typical } from '../../support/organisations';
import { cellAt, rowOf, texts, valuesOf } from '../../support/sheets';

const input = typical();
const sheet = serviceMap(input);

test('a block per service with its owners, infrastructure last', () => {
  expect(texts(sheet)).toContain('Business service · High · IT owner: Neil Orint · business owner: Head of Retail Banking');
  expect(rowOf(sheet, 'Infrastructure map: the core that all others stand on')).toBeGreaterThan(rowOf(sheet, 'External services'));
  expect(texts(sheet)).toContain('Infrastructure service · IT owner: Maya Fuentes · business owner: no owner yet');
});

test('all sections stand in every block, empty ones too', () => {
  const sections = texts(sheet).filter((text) => ['Customers', 'Hardware', 'Applications', 'Settings', 'Internal services', 'External services'].includes(text));
  expect(sections).toHaveLength(2 * 6);
  // Desktop Computing has no settings, Networking nothing at all.
  expect(texts(sheet).filter((text) => text === 'none recorded')).toHaveLength(1 + 6);
});

test('lines: category, owner, supplier, through, group, agreements; users of customers; no owner in red', () => {
  expect(valuesOf(sheet, rowOf(sheet, 'North America staff'))).toEqual(['North America staff', '4,200 users', '–', '–', '–', '–', '–']);
  const line = rowOf(sheet, 'A. Datum');
  expect(valuesOf(sheet, line)).toEqual(['A. Datum', 'Internet line', 'Kim Abercrombie', 'A. Datum', 'Networking', '1 of 2', 'A. Datum UC']);
  expect(cellAt(sheet, line, 1)?.style?.indent).toBe(2);
  expect(cellAt(sheet, rowOf(sheet, 'Office suite'), 3)).toMatchObject({ value: 'no owner yet', style: { color: COLOR.missed } });
  // Five lines; of the four that are no customers one has no owner.
  expect(texts(sheet)).toContain('2 services stand on 4 things; one of them has no owner.');
});

test('where category and users do not fit, the category is cut, never the users', () => {
  const line = { section: 'Customers', category: 'Customers of all branches', owner: null, supplier: null, users: 171_000, agreements: [], depth: 1, through: null, group: null, name: 'Households' } as const;
  const map = serviceMap({ figures: figures({ maps: [serviceMapFigure('Cards', { lines: [line] })] }) });
  expect(valuesOf(map, rowOf(map, 'Households'))[1]).toMatch(/^[A-Z][a-z]*…, 171,000 users$/);
});

test('a circle is named with its rows, above all maps and in those that stand on it', () => {
  const [map] = input.figures.maps;
  const edge = (item: string, dependsOn: string, row: number) => ({ item, dependsOn, group: null, row: { table: 'Dependencies', row } });
  const cycles = [{ path: ['A', 'B', 'A'], rows: [{ table: 'Dependencies', row: 7 }, { table: 'Dependencies', row: 9 }] }];
  const round = serviceMap({ figures: figures({ maps: [{ ...map!, cycle: ['B', 'A', 'B'] }], cycles, edges: [edge('A', 'C', 5), edge('a', 'B', 7), edge('B', 'A', 9), edge('B', 'A', 12)] }) });
  expect(rowOf(round, 'A → B → A (Dependencies, rows 7 and 9) are mapped as standing on each other; their figures count each of them as needed by the other.')).toBeLessThan(rowOf(round, map!.service));
  expect(rowOf(round, 'B → A → B (Dependencies, rows 9 and 7) are mapped as standing on each other; their figures count each of them as needed by the other.')).toBeGreaterThan(rowOf(round, map!.service));
  const many = serviceMap({ figures: figures({ cycles: Array.from({ length: 23 }, () => cycles[0]!) }) });
  expect(texts(many)).toContain('3 more circles: see the problems of the workbook');
});

test('under a service: what is promised and expected, what took it down, what alone would', () => {
  const [map] = input.figures.maps;
  const expected = { availability: 0.99754, lowerBound: 0.99754, is: 'exact', unknown: [], worstCase: 0.997 } as const;
  const causes = [{ item: 'Networking', seconds: 5700, outages: [], alongside: [] }, { item: 'Core switch A', seconds: 720, outages: [], alongside: [] }];
  const sheetOf = (target: number) => serviceMap({ figures: figures({ maps: [{ ...map!, expected, singlePoints: ['Networking', 'Office suite'], downtimeSeconds: 6420, causes }], targets: [targetFigure({ item: 'desktop computing', target }), targetFigure({ item: 'Desktop Computing', metric: 'Breaks', comparator: '<=', target: 3 })] }) });
  const short = sheetOf(0.999);
  const row = rowOf(short, '✕ 99.9% is promised; 99.75% can be expected from what stands beneath, 99.70% at worst.');
  expect(cellAt(short, row, 1)?.style).toMatchObject({ bold: true, color: COLOR.missed });
  expect(texts(short)).toEqual(expect.arrayContaining(['Down for 107 min in October: Networking 95 min, Core switch A 12 min.', '2 single points of failure: Networking and Office suite.']));
  expect(texts(sheetOf(0.997))).toContain('99.7% is promised; 99.75% can be expected from what stands beneath, 99.70% at worst.');
});

test('an infrastructure service says whether it kept its own promises', () => {
  const maps = [serviceMapFigure('Directory', { type: 'Infrastructure' }), serviceMapFigure('E-mail')];
  const targets = [targetFigure({ item: 'directory', agreement: 'OLA Directory', status: 'Missed', actual: 0.99784 }), targetFigure({ item: 'Directory', agreement: 'OLA Sign-on', status: 'Not measurable', actual: null, target: 0.995, windowKind: { kind: 'Quarter' } }), targetFigure({ item: 'E-mail' })];
  const map = serviceMap({ figures: figures({ maps, targets }) });
  const row = rowOf(map, '✕ Missed: OLA Directory 99.9%, 99.78%');
  expect(cellAt(map, row, 1)?.style).toMatchObject({ bold: true, color: COLOR.missed });
  expect(valuesOf(map, row + 1)).toEqual(['○ Not measurable: OLA Sign-on 99.5%, quarter']);
  expect(texts(map).filter((text) => text.includes('SLA E-mail'))).toEqual([]);
});

test('an infrastructure service says what it carries', () => {
  const maps = [serviceMapFigure('Networking', { type: 'Infrastructure' })];
  expect(texts(serviceMap({ figures: figures({ maps, items: [itemFigure('networking', { section: 'Service', usedBy: ['E-mail', 'Fax'] })] }) }))).toContain('Carries E-mail and Fax.');
});

describe('a map with very many lines', () => {
  const line = { category: null, owner: 'Kim', supplier: null, users: null, agreements: [], through: null, group: null } as const;
  // 90 things one step down, 20 two steps, 30 three steps; listed out of order of depth.
  const things = [...Array.from({ length: 30 }, (_, index) => ({ ...line, section: 'Hardware' as const, name: `Far ${index}`, depth: 3 })), ...Array.from({ length: 90 }, (_, index) => ({ ...line, section: 'Hardware' as const, name: `Near ${index}`, depth: 1 })), ...Array.from({ length: 20 }, (_, index) => ({ ...line, section: 'Applications' as const, name: `Middle ${index}`, depth: 2 }))];
  const customers = Array.from({ length: 104 }, (_, index) => ({ ...line, section: 'Customers' as const, name: `Customer ${index}`, depth: 1 }));
  const map = serviceMapFigure('Big', { lines: [...customers, ...things] });
  const count = (sheet: ReturnType<typeof serviceMap>, start: string) => texts(sheet).filter((text) => text.startsWith(start)).length;

  test('the nearest hundred stand there, and where the others are; customers apart', () => {
    const sheet = serviceMap({ figures: figures({ maps: [map] }) });
    expect([count(sheet, 'Near '), count(sheet, 'Middle '), count(sheet, 'Far '), count(sheet, 'Customer ')]).toEqual([90, 10, 0, 100]);
    expect(texts(sheet)).toContain('40 more, 2 to 3 steps down (Hardware 30, Applications 10): sheet “Where used and impact” says what stands on each');
    expect(texts(sheet)).toContain('4 more customers: sheet “Customers and users”');
  });

  test('of very many services fewer each', () => {
    // 3,000 lines of all services: of 200 services 15 each, never fewer than 10.
    const listed = (services: number) => count(serviceMap({ figures: figures({ maps: Array.from({ length: services }, () => ({ ...map, lines: things.slice(30, 60) })) }) }), 'Near ');
    expect(listed(200)).toBe(200 * 15);
    expect(listed(600)).toBe(600 * 10);
  });
});

test('a map with nothing beneath its services claims no owners', () => {
  const [map] = input.figures.maps;
  const customer = map!.lines.filter(({ section }) => section === 'Customers').slice(0, 1);
  expect(texts(serviceMap({ figures: figures({ maps: [{ ...map!, lines: [] }] }) }))).toContain('1 service; nothing is recorded beneath it.');
  expect(texts(serviceMap({ figures: figures({ maps: [{ ...map!, lines: customer }] }) }))).toContain('1 service; nothing is recorded beneath it.');
});

test('no service is one honest line', () => {
  expect(texts(serviceMap(tiny()))).toContain('No service is recorded.');
});

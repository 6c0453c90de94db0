import type { ExpectedFigure, Figures, ServiceMapFigure } from '../../../src/domain/figures';
import { mapPictureSheet } from '../../../src/reports/map-picture';
import type { SheetModel } from '../../../src/reports/sheet';
import { figures, itemFigure, serviceMapFigure, targetFigure } from '../../support/figures';
import { texts } from '../../support/sheets';

const line = (name: string, supplier: string | null): ServiceMapFigure['lines'][number] => ({ section: supplier === null ? 'Hardware' : 'External service', name, category: null, owner: 'Kim Abercrombie', supplier, users: null, agreements: [], depth: 1, through: null, group: null });
const expected: ExpectedFigure = { availability: 0.99597, lowerBound: 0.99597, is: 'exact', unknown: [], worstCase: 0.995 };
const lines = [line('Host', 'Contoso'), line('Disk', 'contoso '), line('Line', 'Litware')];

/** E-mail on a host, a disk and a line; the host cost it 95 min; 99.5% is promised over six months. */
function desk(over: Partial<ServiceMapFigure> = {}): Figures {
  return figures({
    maps: [serviceMapFigure('E-mail', { lines, expected, causes: [{ item: 'Host', seconds: 5700, outages: [], alongside: [] }], ...over })],
    items: [itemFigure('E-mail', { section: 'Service' }), ...lines.map(({ name }) => itemFigure(name))],
    edges: lines.map(({ name }) => ({ item: 'E-mail', dependsOn: name, group: null, row: { table: 'Dependencies', row: 2 } })),
    targets: [targetFigure({ item: 'E-mail', target: 0.995, windowKind: { kind: 'Rolling months', count: 6 } })],
  });
}
const plain = (sheet: SheetModel): string[] => texts(sheet).map((text) => text.replaceAll('\u00a0', ' '));
const sheetOf = (over: Partial<ServiceMapFigure> = {}): SheetModel => mapPictureSheet({ figures: desk(over) }, 'e-mail');

test('the cells under the drawing are empty and as large as it: the print area covers it on one landscape page', () => {
  const sheet = sheetOf();
  const { shapes } = sheet.drawing!;
  const width = sheet.columns.reduce((sum, one) => sum + one, 0);
  const height = sheet.rows.reduce((sum, row) => sum + row.height!, 0);
  const lowest = Math.max(...shapes.map((shape) => shape.top + shape.height));
  expect(Math.max(...shapes.map((shape) => shape.left + shape.width))).toBeLessThanOrEqual(width);
  expect(lowest).toBeLessThanOrEqual(height);
  expect(height - lowest).toBeLessThan(6);
  const heading = sheet.rows.findLastIndex(({ cells }) => cells.length > 0);
  const above = sheet.rows.slice(0, heading + 1).reduce((sum, row) => sum + row.height!, 0);
  expect(Math.min(...shapes.map(({ top }) => top))).toBeGreaterThan(above);
  expect(sheet.print).toMatchObject({ orientation: 'Landscape', area: { row: 0, column: 0, rows: sheet.rows.length, columns: sheet.columns.length }, pagesWide: 1, pagesTall: 1 });
  // Pixels of three quarters of a point, as Excel keeps them.
  for (const size of [...sheet.columns, ...sheet.rows.map((row) => row.height!)]) expect(size % 0.75).toBe(0);
});

test('what it stands on, what cost it most, what is promised and what supports that', () => {
  const sheet = sheetOf();
  expect([sheet.kind, sheet.subject, sheet.name]).toEqual(['map-picture', 'E-mail', 'Map E-mail']);
  // Contoso and contoso are one supplier; 5,700 s are 95 min; 0.99597 is rounded down.
  expect(plain(sheet)).toEqual(expect.arrayContaining([
    'E-mail stands on 3 items and 2 suppliers. Host cost it 95 min in October.',
    'Promised 99.5%, rolling 6 months. What is promised and expected beneath supports 99.59%, at worst 99.50%.',
  ]));
});

test.each<[Partial<ServiceMapFigure>, string]>([
  [{ causes: [] }, 'E-mail stands on 3 items and 2 suppliers.'],
  [{ causes: [{ item: 'e-mail', seconds: 660, outages: [], alongside: [] }] }, 'E-mail stands on 3 items and 2 suppliers. It was down for 11 min in October by itself.'],
  [{ lines: [], causes: [] }, 'Nothing is recorded beneath E-mail.'],
  [{ expected: null }, 'Promised 99.5%, rolling 6 months.'],
  [{ expected: { ...expected, is: 'upper bound', unknown: ['Host', 'Line'] } }, 'Promised 99.5%, rolling 6 months. What is promised and expected beneath supports at most 99.60%; 2 things have no figure.'],
  [{ expected: { ...expected, is: 'bounds', lowerBound: 0.98, unknown: ['Host'] } }, 'Promised 99.5%, rolling 6 months. What is promised and expected beneath supports at most 99.60%; 1 thing has no figure.'],
  [{ expected: { ...expected, is: 'bounds', lowerBound: 0.98 } }, 'Promised 99.5%, rolling 6 months. What is promised and expected beneath supports at most 99.60%, at least 98.00%, at worst 99.50%.'],
  // Both read 99.59%.
  [{ expected: { ...expected, worstCase: 0.99591 } }, 'Promised 99.5%, rolling 6 months. What is promised and expected beneath supports 99.59%.'],
  // Hardware names its owner, not its supplier; 130 s are 2.17 min.
  [{ lines: lines.map((one) => ({ ...one, section: 'Hardware' })), causes: [{ item: 'Host', seconds: 130, outages: [], alongside: ['Disk'] }] }, 'E-mail stands on 3 items. Host cost it 2.2 min in October, while Disk was down.'],
  // Both sentences at 20 points are wider than the page.
  [{ causes: [{ item: 'Branch hub switch', seconds: 4260, outages: [], alongside: ['Branch hub standby switch of the north'] }] }, 'Branch hub switch cost E-mail 71 min in October, while Branch hub standby switch of the north was down.'],
])('%j: %s', (over, sentence) => expect(plain(sheetOf(over))).toContain(sentence));

test('the whole map, or why it is not drawn', () => {
  const whole = mapPictureSheet({ figures: desk() }, null);
  expect([whole.kind, whole.subject, whole.name]).toEqual(['map-picture', '', 'Map']);
  expect(plain(whole)).toContain('The whole map: 4 things, 3 dependencies.');
  const large = mapPictureSheet({ figures: figures({ items: Array.from({ length: 61 }, (_, at) => itemFigure(`Host ${at}`)) }) }, null);
  expect(large.drawing).toBeUndefined();
  expect(plain(large)).toContain('The map has 61 things, 0 dependencies: too many for one page. Each service has a picture of its own.');
  expect(plain(mapPictureSheet({ figures: figures() }, null))).toContain('No service or component is recorded.');
});

test('a name too long for a tab is cut, in the heading it stands whole', () => {
  const name = 'Settlement of payments with other banks';
  const sheet = mapPictureSheet({ figures: figures({ maps: [serviceMapFigure(name)] }) }, name);
  expect(sheet.name.length).toBeLessThanOrEqual(31);
  expect(plain(sheet)).toContain(`Woodgrove Bank · Service map: ${name}`);
});

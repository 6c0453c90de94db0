import { serviceMap } from '../../../src/reports/service-map/service-map';
import { COLOR } from '../../../src/reports/style';
import { figures } from '../../support/figures';
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

test('a circle is named', () => {
  const [map] = input.figures.maps;
  const round = serviceMap({ figures: figures({ maps: [{ ...map!, cycle: ['A', 'B', 'A'] }] }) });
  expect(texts(round)).toContain('Goes round in a circle: A → B → A. Everything else is mapped.');
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

import { licenceFigures } from '../../../src/domain/demand/licence-figures';
import type { LicenceRow } from '../../../src/domain/demand/records';
import { licence, service } from '../../support/records';

const figureOf = (row: LicenceRow) => licenceFigures([row], new Map([['mail', service({ service: 'Mail' })]]));

test('given to nobody, and given and not active, with their cost', () => {
  // 100 − 90 = 10 at 30 is 300; 90 − 70 = 20 at 30 is 600.
  const row = licence({ product: ' Suite', purchased: 100, assigned: 90, active: 70, service: 'mail', costPerLicence: 30 });
  expect(figureOf(row).figures).toEqual([{ product: 'Suite', service: 'Mail', row: { table: 'Licences', row: row.row }, purchased: 100, assigned: 90, active: 70, short: 0, unassigned: 10, spare: 20, costPerLicence: 30, costOfShort: 0, costOfUnassigned: 300, costOfSpare: 600 }]);
});

test('short of them: none is unassigned', () => {
  expect(figureOf(licence({ product: 'Suite', purchased: 100, assigned: 112, costPerLicence: 30 })).figures).toMatchObject([{ short: 12, unassigned: 0, spare: null, costOfShort: 360, costOfSpare: null, service: null }]);
});

test('without a cost, and with more active than assigned', () => {
  expect(figureOf(licence({ product: 'Suite', purchased: 5, assigned: 3, active: 4 })).figures).toMatchObject([{ unassigned: 2, spare: 0, costOfShort: null, costOfUnassigned: null, costOfSpare: null }]);
});

test.each([
  ['no product', { product: '' }, 0],
  ['a product that is an error', { product: '', unreadable: ['product'] }, 0],
  ['purchased is text', { purchased: Number.NaN, unreadable: ['purchased'] }, 0],
  ['assigned is text', { assigned: Number.NaN, unreadable: ['assigned'] }, 0],
  ['active is text', { active: null, unreadable: ['active'] }, 1],
  ['an unknown service', { service: null, unreadable: ['service'] }, 1],
] as const)('%s', (_name, given, figures) => {
  const row = licence({ product: 'Suite', purchased: 5, assigned: 3, ...given });
  const found = figureOf(row);
  expect(found.figures).toHaveLength(figures);
  expect(found.rowsLeftOut).toEqual([{ table: 'Licences', row: row.row }]);
});

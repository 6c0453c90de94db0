import { licenceProducts } from '../../../src/domain/demand/licence-products';
import { licenceFigure } from '../../support/demand';

test('the rows of one product make up for one another', () => {
  // 110 − 100 = 10 lack, 20 of 50 leave 30: of 150 purchased 130 are assigned.
  const rows = [licenceFigure('Suite', { purchased: 100, assigned: 110, costPerLicence: 9 }), licenceFigure('suite ', { purchased: 50, assigned: 20, costPerLicence: 4 })];
  // 30 cost 4 each; what is short has another price and is not idle.
  expect(licenceProducts(rows)).toEqual([{ product: 'Suite', rows, purchased: 150, assigned: 130, unassigned: 20, short: 0, notActive: 0, idle: 20, toBuy: 0, costOfIdle: 80, costToBuy: 0 }]);
});

test('idle ones and those to buy cost the mean of the rows that have them', () => {
  // Idle: 10 given to nobody at 6 and 5 not active at 3 are 75 for 15; a row without any says nothing of the price.
  const idle = licenceProducts([licenceFigure('Tool', { purchased: 30, assigned: 20, costPerLicence: 6 }), licenceFigure('Tool', { purchased: 8, assigned: 8, active: 3, costPerLicence: 3 }), licenceFigure('Tool', { purchased: 1, assigned: 1, costPerLicence: null })]);
  expect(idle).toMatchObject([{ notActive: 5, idle: 15, costOfIdle: 75 }]);
  // Short: 4 at 10 and 2 at 40 are 120 for 6, so 20 each; one that is not active is taken back, 5 are to be bought.
  const short = licenceProducts([licenceFigure('Tool', { purchased: 6, assigned: 10, costPerLicence: 10 }), licenceFigure('Tool', { purchased: 1, assigned: 3, active: 2, costPerLicence: 40 })]);
  expect(short).toMatchObject([{ short: 6, notActive: 1, idle: 0, toBuy: 5, costToBuy: 100 }]);
});

test('a cost that is not recorded is not known; of none it is nothing', () => {
  expect(licenceProducts([licenceFigure('Tool', { purchased: 5, assigned: 3, costPerLicence: null })])).toMatchObject([{ idle: 2, costOfIdle: null, costToBuy: 0 }]);
  expect(licenceProducts([])).toEqual([]);
});

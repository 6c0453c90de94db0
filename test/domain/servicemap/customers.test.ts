/** Users of customers, counted by hand. */
import { sumOfRecorded } from '../../../src/domain/aggregates';
import { customersOfServices, customersOnMaps, usersByCustomer } from '../../../src/domain/servicemap/customers';
import { customer } from '../../support/records';

test('business units of one service add up, a unit that stands twice has its larger number, what cannot be read is not recorded', () => {
  expect(customersOfServices([
    customer({ service: 'Mail', customer: 'Staff', businessUnit: 'A', users: 100 }),
    customer({ service: 'mail ', customer: 'STAFF', businessUnit: 'B', users: 150 }),
    customer({ service: 'Mail', customer: 'Staff', businessUnit: 'b', users: 200 }),
    customer({ service: 'Fax', customer: 'staff', users: null, unreadable: ['users'] }),
    customer({ service: '', customer: 'Staff', users: 9, unreadable: ['service'] }),
  ])).toEqual([
    // 100 + the larger of 150 and 200.
    { service: 'Mail', customer: 'Staff', users: 300 },
    { service: 'Fax', customer: 'Staff', users: null },
  ]);
});

test('over services the largest number counts, not their sum', () => {
  const users = usersByCustomer([{ service: 'Mail', customer: 'Staff', users: 300 }, { service: 'Fax', customer: 'staff', users: 40 }, { service: 'Web', customer: 'Staff', users: null }, { service: 'Web', customer: 'Guests', users: null }]);
  expect([...users]).toEqual([['staff', 300], ['guests', null]]);
  expect([sumOfRecorded(users.values()), sumOfRecorded([null]), sumOfRecorded([0, null])]).toEqual([300, null, 0]);
});

test('the lines of maps are counted by the same rule; other sections are none', () => {
  const line = { section: 'Customers', name: 'Staff', category: null, owner: null, supplier: null, users: null, agreements: [], depth: 1, through: null, group: null } as const;
  const lines = [{ ...line, users: 100, businessUnit: 'A' }, { ...line, users: 200, businessUnit: 'B' }, { ...line, section: 'Hardware', name: 'Server' } as const];
  expect(customersOnMaps([{ service: 'Mail', lines }, { service: 'Fax', lines: [line] }])).toEqual([{ service: 'Mail', customer: 'Staff', users: 300 }, { service: 'Fax', customer: 'Staff', users: null }]);
});

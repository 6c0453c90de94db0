import { firstByName, isUnreadable, nameKey, sameName } from '../../src/domain/names';

test('names compare trimmed, without case, runs of white space as one', () => {
  expect(nameKey('  ATM \u00a0 network ')).toBe('atm network');
  expect(sameName('ATM network', 'atm  Network')).toBe(true);
  expect(sameName('ATM', 'ATM 2')).toBe(false);
});

test('a field is unreadable when the row says so', () => {
  expect(isUnreadable({ row: 7, unreadable: ['start'] }, 'end', 'start')).toBe(true);
  expect(isUnreadable({ row: 7, unreadable: ['start'] }, 'end')).toBe(false);
  expect(isUnreadable({ row: 7 }, 'start')).toBe(false);
});

test('rows by name: the first of each, in their order, none without a name', () => {
  const rows = ['Mail', ' ', 'Portal', 'mail ', '', 'PORTAL'].map((service, row) => ({ service, row }));
  expect([...firstByName(rows, ({ service }) => service)]).toEqual([['mail', rows[0]], ['portal', rows[2]]]);
});

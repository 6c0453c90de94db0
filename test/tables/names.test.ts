import { closest } from '../../src/tables/closest';
import { foldName, looseName } from '../../src/tables/names';
import { addressOf } from '../../src/tables/problems';

test('loose names are without case, spaces and punctuation', () => {
  expect(looseName('Depends  on:')).toBe('dependson');
  expect(looseName('Größe (m²)')).toBe('größem2');
});

test('folded names keep what is inside', () => {
  expect(foldName(' Card \u00a0 Payments ')).toBe('card payments');
  expect(foldName('A-1')).not.toBe(foldName('A1'));
  // One letter, written as one or as two characters.
  expect(foldName('Caf\u00e9')).toBe(foldName('Cafe\u0301'));
});

test('the closest name is the only one near', () => {
  const names = ['Card Payments', 'ATM Network', 'Server 1', 'Server 2'];
  expect(closest('Card Payment', names)).toBe('Card Payments');
  expect(closest('card pyaments', names)).toBe('Card Payments');
  expect(closest('Server 3', names)).toBeNull();
  expect(closest('Printing', names)).toBeNull();
});

test('cells have Excel’s addresses', () => {
  expect([addressOf(1, 0), addressOf(877, 2), addressOf(3, 25), addressOf(3, 26), addressOf(9, 701), addressOf(9, 702), addressOf(1_048_576, 16_383)]).toEqual(['A1', 'C877', 'Z3', 'AA3', 'ZZ9', 'AAA9', 'XFD1048576']);
});

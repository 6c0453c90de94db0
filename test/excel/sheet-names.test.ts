import { sheetName } from '../../src/excel/sheet-names';

const free = () => false;

// Excel: at most 31 characters, none of \ / ? * : [ ], no apostrophe at either end, not "History", not blank.
test.each([
  ['Service levels', 'Service levels'],
  ['SLA: Mail/Web [old]?', 'SLA Mail Web old'],
  ["'quoted'", 'quoted'],
  ['History', 'Plumbline'],
  ['***', 'Plumbline'],
  ['A name that is far too long for a worksheet', 'A name that is far too long for'],
])('%s becomes %s', (wanted, name) => {
  expect(sheetName(wanted, free)).toBe(name);
});

test('a taken name gets the first free number, and stays within 31 characters', () => {
  const taken = new Set(['report', 'report (2)', 'a name that is far too long for']);
  const isTaken = (name: string) => taken.has(name);
  expect(sheetName('Report', isTaken)).toBe('Report (3)');
  expect(sheetName('A name that is far too long for a worksheet', isTaken)).toBe('A name that is far too long (2)');
});

import fc from 'fast-check';
import { boundingRange, columnIndex, columnName, contains, intersection, MAX_COLUMNS, MAX_ROWS, parseAddress, rangeAddress, sheetReference } from '../../../src/workbench/host/address';

const range = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

test('columns as Excel letters them: XFD is the 16,384th and last', () => {
  expect(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD'].map(columnIndex)).toEqual([0, 25, 26, 51, 701, 702, 16_383]);
  expect([0, 25, 26, 51, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD']);
});

test.each([
  ['A1', null, range(0, 0)],
  ['$C$2:b4', null, range(1, 1, 3, 2)],
  ['Sheet1!A1:B2', 'Sheet1', range(0, 0, 2, 2)],
  ["='It''s here'!$A$1", "It's here", range(0, 0)],
  ["'a!b'!C3", 'a!b', range(2, 2)],
  ['B:C', null, range(0, 1, MAX_ROWS, 2)],
  ['2:3', null, range(1, 0, 2, MAX_COLUMNS)],
  ['XFD1048576', null, range(1_048_575, 16_383)],
])('%s', (text, sheet, parsed) => expect(parseAddress(text)).toEqual({ sheet, range: parsed }));

test.each(['', 'A0', 'XFE1', 'A1048577', 'Total', 'A1:', 'R1C1', '#REF!'])('%s is no address', (text) => expect(parseAddress(text)).toBeNull());

test('an address says what it was read from', () => {
  const place = fc.record({ row: fc.nat(5000), column: fc.nat(800), rows: fc.integer({ min: 1, max: 90 }), columns: fc.integer({ min: 1, max: 90 }) });
  fc.assert(fc.property(place, fc.boolean(), (one, absolute) => expect(parseAddress(rangeAddress(one, absolute))).toEqual({ sheet: null, range: one })));
  fc.assert(
    fc.property(place, place, (a, b) => {
      const both = boundingRange(a, b);
      expect(contains(both, a) && contains(both, b)).toBe(true);
      const shared = intersection(a, b);
      if (shared) expect(contains(a, shared) && contains(b, shared)).toBe(true);
    }),
  );
});

test('names of sheets are quoted where a reference needs it', () => {
  expect(['Data', 'My sheet', "It's", '2026-10', 'AB12'].map(sheetReference)).toEqual(['Data', "'My sheet'", "'It''s'", "'2026-10'", "'AB12'"]);
});

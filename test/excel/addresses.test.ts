import { addressOf, columnName, intersects, parseAddress, quoteSheet } from '../../src/excel/addresses';

// Excel's last column is XFD, number 16,384.
test.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [51, 'AZ'], [52, 'BA'], [701, 'ZZ'], [702, 'AAA'], [16_383, 'XFD']])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
  expect(parseAddress(`${name}7`)).toEqual({ row: 6, column: index, rows: 1, columns: 1 });
});

test('ranges there and back', () => {
  expect(addressOf({ row: 1, column: 1, rows: 2, columns: 2 })).toBe('B2:C3');
  expect(parseAddress("'It''s mine!'!$B$2:$C$3")).toEqual({ row: 1, column: 1, rows: 2, columns: 2 });
  expect(() => parseAddress('1:1')).toThrow(RangeError);
});

test('sheets in quotes', () => {
  expect(quoteSheet("Jan's")).toBe("'Jan''s'");
});

test('touching is not intersecting', () => {
  const at = (row: number, column: number) => ({ row, column, rows: 2, columns: 2 });
  expect(intersects(at(0, 0), at(1, 1))).toBe(true);
  expect(intersects(at(0, 0), at(2, 0))).toBe(false);
  expect(intersects(at(0, 0), at(0, 2))).toBe(false);
});

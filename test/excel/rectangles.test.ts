import fc from 'fast-check';
import { columnName } from '../../src/excel/addresses';
import { finish } from '../../src/domain/work';
import { addressLists, linesBySize, rectanglesBy } from '../../src/excel/rectangles';

test('runs of equal rows become one rectangle', () => {
  const grid = ['aab', 'aab', 'bbb'];
  expect([...finish(rectanglesBy(3, 3, (row, column) => grid[row]![column]!))]).toEqual([
    ['a', [{ row: 0, column: 0, rows: 2, columns: 2 }]],
    ['b', [{ row: 0, column: 2, rows: 2, columns: 1 }, { row: 2, column: 0, rows: 1, columns: 3 }]],
  ]);
});

test('every cell is covered exactly once, by its own value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }).chain((columns) => fc.array(fc.array(fc.constantFrom('a', 'b', null), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 })), (grid) => {
      const covered = grid.map((row) => row.map((): string[] => []));
      for (const [value, ranges] of finish(rectanglesBy(grid.length, grid[0]!.length, (row, column) => grid[row]![column]!))) {
        for (const range of ranges) for (let row = range.row; row < range.row + range.rows; row++) for (let column = range.column; column < range.column + range.columns; column++) covered[row]![column]!.push(value!);
      }
      expect(covered).toEqual(grid.map((row) => row.map((value) => (value === null ? [] : [value]))));
    }),
  );
});

test('address lists stay short, and lose nothing', () => {
  const ranges = Array.from({ length: 2000 }, (_, row) => ({ row: row * 2, column: 3, rows: 1, columns: 2 }));
  const lists = addressLists(ranges);
  expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(8192);
  expect(lists.join(',').split(',')).toEqual(ranges.map(({ row }) => `D${row + 1}:E${row + 1}`));
});

test('rows and columns of one size are one address list, runs of them joined', () => {
  expect(linesBySize([15, 15, 30, 15], (row) => `${row + 1}`)).toEqual(new Map([[15, ['1:2,4:4']], [30, ['3:3']]]));
  expect(linesBySize([58.5], columnName)).toEqual(new Map([[58.5, ['A:A']]]));
  expect(linesBySize([], columnName)).toEqual(new Map());
});

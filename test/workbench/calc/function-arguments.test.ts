import { functionArguments } from '../../../src/workbench/calc/function-arguments';
import { CellError } from '../../../src/workbench/host/model';

const metadata = {
  id: 'X',
  name: 'X',
  parameters: [
    { name: 'item', dimensionality: 'matrix' },
    { name: 'minutes', dimensionality: 'scalar' },
    { name: 'hours', dimensionality: 'matrix', optional: true },
    { name: 'unit', optional: true },
  ],
};

test('single values become rows where a matrix is declared, single cells become values where one is; the rest is null', () => {
  expect(functionArguments(metadata, ['Mail', [[5]]])).toEqual([[['Mail']], 5, null, null]);
  expect(functionArguments(metadata, [[['Mail', 'ATM']], 5, null, 'hours'])).toEqual([[['Mail', 'ATM']], 5, null, 'hours']);
});

test('too few, too many, or a range for one value', () => {
  expect(functionArguments(metadata, ['Mail'])).toEqual(new CellError('#VALUE!', 'X needs minutes.'));
  expect(functionArguments(metadata, ['Mail', 1, null, null, 2])).toEqual(new CellError('#VALUE!', 'X takes at most 4 arguments.'));
  expect(functionArguments(metadata, ['Mail', [[1], [2]]])).toEqual(new CellError('#VALUE!', 'minutes is one value, not a range.'));
});

import { CellError } from '../../src/workbench/host/model';

const sheet = () => host.workbook.sheet('Sheet1')!;

describe('load and sync', () => {
  test('what was not loaded cannot be read', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
      expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
      range.values = [[1, 'two'], [true, '']];
      range.load('values,address');
      await context.sync();
      expect(range.values).toEqual([[1, 'two'], [true, '']]);
      expect(range.address).toBe('Sheet1!A1:B2');
    });
    expect(sheet().cell(0, 1)?.value).toBe('two');
  });
});

test('errors are text', async () => {
  sheet().set(0, 0, { value: new CellError('#N/A') });
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    range.load('values,valueTypes');
    await context.sync();
    expect(range.values).toEqual([['#N/A']]);
    expect(range.valueTypes).toEqual([['Error']]);
  });
});

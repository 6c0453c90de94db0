import { PlainError, toPlainError } from '../../src/excel/errors';

test('Excel’s code decides the message, never its text', () => {
  expect(toPlainError(Object.assign(new Error('Die Zelle wird bearbeitet'), { code: 'InvalidOperationInCellEditMode', debugInfo: { errorLocation: 'Range.values' } }))).toMatchObject({
    message: 'A cell is being edited. Press Enter or Esc in it and try again.',
    code: 'InvalidOperationInCellEditMode',
    details: 'InvalidOperationInCellEditMode: Die Zelle wird bearbeitet {"errorLocation":"Range.values"}',
  });
});

test('anything that is thrown has a message', () => {
  expect(toPlainError(new TypeError('x is undefined'))).toMatchObject({ message: 'Something went wrong that Plumbline did not expect.', code: '', details: 'x is undefined' });
  expect(toPlainError(null)).toBeInstanceOf(PlainError);
  const known = new PlainError('No.', 'Busy');
  expect(toPlainError(known)).toBe(known);
});

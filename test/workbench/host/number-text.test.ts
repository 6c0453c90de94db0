import { CellError, internStyle } from '../../../src/workbench/host/model';
import { cellText, typedValue } from '../../../src/workbench/host/number-text';

/** What Excel (en-US) does with the same typing in a General cell. 46302 = 7 October 2026: 46023 is 1 January, and 279 days follow. */
test.each([
  ['12', { value: 12 }],
  ['-3.5', { value: -3.5 }],
  ['007', { value: 7 }],
  ['1,234', { value: 1234, numberFormat: '#,##0' }],
  ['99.9%', { value: 0.999, numberFormat: '0.00%' }],
  ['2026-10-07', { value: 46302, numberFormat: 'yyyy-mm-dd' }],
  ['TRUE', { value: true }],
  ['#N/A', { value: new CellError('#N/A') }],
])('%s is read as a value', (text, typed) => expect(typedValue(text)).toEqual(typed));

test.each([
  // 45302 = 11 January 2024: 45292 is the 1st.
  ['Jan 11, 2024', 45302],
  ['thursday, january 11, 2024', 45302],
  [' true ', true],
  ['$5', 5],
])('%s is told from words', (text, value) => expect(typedValue(text)?.value).toBe(value));

test.each(['Portal', '', '1.2.3', 'N/A', '#1', 'Gold 99.9%', 'Monday 1st', 'May be 12', 'SLA 12', '–'])('%s stays text', (text) => expect(typedValue(text)).toBeNull());

test.each([
  [0.9987, '0.00%', 1900, '99.87%'],
  [46302, 'yyyy-mm-dd', 1900, '2026-10-07'],
  // The same day counts 1462 fewer from 1904.
  [44840, 'yyyy-mm-dd', 1904, '2026-10-07'],
  [1234.5, '#,##0.0', 1900, '1,234.5'],
  [-1, '0;[Red](0)', 1900, '(1)'],
  ['text', '0.00', 1900, 'text'],
  [true, undefined, 1900, 'TRUE'],
  [null, '0.00', 1900, ''],
] as const)('%s in %s (%s) shows %s', (value, numberFormat, dateSystem, text) => expect(cellText({ value, style: internStyle({ numberFormat }) }, dateSystem)).toBe(text));

test('errors show as they are, and a blank cell nothing', () => {
  expect(cellText({ value: new CellError('#DIV/0!'), style: {} }, 1900)).toBe('#DIV/0!');
  expect(cellText(undefined, 1900)).toBe('');
});

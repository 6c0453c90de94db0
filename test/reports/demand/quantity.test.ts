import { displayedQuantity, growthDisplay, growthText, quantityScale, quantityText } from '../../../src/reports/demand/quantity';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('quantities that stand together', () => {
  test.each<[readonly number[], string, string]>([
    // Whole numbers of up to five digits as they are.
    [[99_999, 7], '#,##0', '99,999'],
    // From there on in thousands, with four digits.
    [[100_000, 7], '#,##0.0,', '100.0'],
    [[1_250_000], '#,##0,', '1,250'],
    [[99_999_999], '#,##0,', '100,000'],
    [[123_400_000], '#,##0.0,,', '123.4'],
    [[5e11], '#,##0.0,,,', '500.0'],
    [[110.25], '#,##0.0', '110.3'],
    [[0.000125], '#,##0.000000', '0.000125'],
    [[0], '#,##0', '0'],
    [[], '#,##0', '0'],
  ])('%j', (values, format, text) => {
    const scale = quantityScale(values);
    const [first = 0] = values;
    expect(displayedQuantity(first, scale)).toEqual({ value: first, format, text });
  });

  test('what is forecast of whole quantities has no decimals either', () => {
    expect(displayedQuantity(7.7, quantityScale([5, 7, 7.7], [5, 7])).text).toBe('8');
    expect(quantityScale([5.5, 7.7], [5.5]).decimals).toBe(3);
  });

  test('the cell holds the quantity itself, whatever its format shows', () => {
    expect(displayedQuantity(1_234_567.89, quantityScale([1_234_567.89])).value).toBe(1_234_567.89);
  });
});

test.each<[number, string | null, string]>([
  [1_640_000, 'logins', '1.64 million logins'],
  [2_500_000_000, null, '2.50 billion'],
  [840.25, 'GB', '840 GB'],
  [12.25, 'GB', '12.3 GB'],
  [4326, 'mailboxes', '4,326 mailboxes'],
  [0, 'pages', '0 pages'],
])('in a sentence: %d %s', (value, unit, expected) => {
  expect(plain(quantityText(value, unit))).toBe(expected);
});

test.each<[number, string]>([
  [0.314, '+31.4%'],
  [-0.0842, '−8.4%'],
  [-1, '−100%'],
  [12.5, '+1,250%'],
  [0, '0%'],
  [0.0004, '0%'],
  [-0.0004, '0%'],
  [0.0006, '+0.1%'],
])('growth of %d', (share, expected) => {
  expect(growthText(share)).toBe(expected);
  expect(growthDisplay(share).text).toBe(expected);
  // What prints as nothing is nothing, so that no sign stands before it.
  expect(growthDisplay(share).value === 0).toBe(expected === '0%');
});

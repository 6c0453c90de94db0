import { exactMoneyText, moneyFormat, moneyScale, moneyText } from '../../src/reports/money';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  [231_500, '$', 0, '$231,500'],
  [231_500.6, 'USD', 0, 'USD 231,501'],
  [-12.5, '€', 2, '−€12.50'],
  [-0.001, '$', 0, '$0'],
  [0, 'kr', 0, 'kr 0'],
])('moneyText(%d, %s, %d) is %s', (amount, currency, decimals, expected) => {
  expect(plain(moneyText(amount, currency, decimals))).toBe(expected);
});

test('cents stand only where there are some', () => {
  expect([4050, 0.5, 1250.05].map((amount) => exactMoneyText(amount, '$'))).toEqual(['$4,050', '$0.50', '$1,250.05']);
});

test('a currency never breaks out of its number format', () => {
  expect(plain(moneyFormat('$'))).toBe('"$"#,##0;−"$"#,##0');
  expect(plain(moneyFormat('USD', 2))).toBe('"USD "#,##0.00;−"USD "#,##0.00');
  expect(plain(moneyFormat('"@"'))).toBe('"@"#,##0;−"@"#,##0');
});

// Two digits at least stand before the decimal point of a scaled peak.
test.each([
  [0, 1, '$'],
  [9_999, 1, '$'],
  [10_000, 1e3, '$ thousand'],
  [254_700, 1e3, '$ thousand'],
  [9_999_999, 1e3, '$ thousand'],
  [10_000_000, 1e6, '$ million'],
  [25e9, 1e9, '$ billion'],
])('a peak of %d is told in units of %d', (peak, divisor, unit) => {
  const scale = moneyScale(peak, '$');
  expect([scale.divisor, plain(scale.unit)]).toEqual([divisor, unit]);
});

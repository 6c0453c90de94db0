import { displayOf, distanceText, valueText } from '../../../src/domain/performance/display';
import { countInWords, dayAndMonth, listOf, listOfFew, numberText, within } from '../../../src/domain/performance/phrases';

const shown = (unit: string | null, current: number, target: number | null = null, previous: number | null = null) => displayOf({ unit, current, target, previous, yearAgo: null });
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('displayOf', () => {
  test('as many decimals as were recorded, within reason', () => {
    expect(shown('min', 11.8, 13, 12.4)).toEqual({ share: false, decimals: 1 });
    expect(shown(null, 21, 25)).toEqual({ share: false, decimals: 0 });
    expect(shown('min', 47.33333)).toEqual({ share: false, decimals: 2 });
    expect(shown('min', 247.33333)).toEqual({ share: false, decimals: 1 });
    expect(shown('min', 1247.33333)).toEqual({ share: false, decimals: 0 });
  });

  test('percentages: shares where no figure is above 1, otherwise as they stand', () => {
    expect(shown('%', 0.912, 0.9)).toEqual({ share: true, decimals: 1 });
    expect(shown('%', 91.2, 90)).toEqual({ share: false, decimals: 1 });
    expect(shown('percent', 0.9978, 0.997)).toEqual({ share: true, decimals: 2 });
  });

  test('more decimals where fewer would make a figure off target look like it', () => {
    expect(shown(null, 4.996, 5)).toEqual({ share: false, decimals: 3 });
    expect(shown('min', 1200.4, 1200)).toEqual({ share: false, decimals: 1 });
  });
});

test('valueText and distanceText', () => {
  expect(plain(valueText(6.1, { share: false, decimals: 1 }, 'min'))).toBe('6.1 min');
  expect(valueText(0.9978, { share: true, decimals: 2 }, '%')).toBe('99.78%');
  expect(valueText(91.2, { share: false, decimals: 1 }, '%')).toBe('91.2%');
  expect(plain(distanceText(-0.0008, { share: true, decimals: 2 }, '%'))).toBe('0.08 points');
  expect(plain(distanceText(-1.1, { share: false, decimals: 1 }, 'min'))).toBe('1.1 min');
});

test('phrases', () => {
  expect(numberText(-1234.5, 1)).toBe('−1,234.5');
  expect([0, 999, 1000, 12_034, 999_999, 1_000_000].map((count) => numberText(count, 0))).toEqual(['0', '999', '1,000', '12,034', '999,999', '1,000,000']);
  expect(numberText(-0.04, 1)).toBe('0.0');
  expect([0, 3, 12, 13].map(countInWords)).toEqual(['no', 'three', 'twelve', '13']);
  expect(listOf(['A', 'B', 'C'])).toBe('A, B and C');
  expect(listOfFew(['A', 'B', 'C', 'D'], 2)).toBe('A, B and two more');
  expect(plain(dayAndMonth('2026-11-05'))).toBe('5 Nov');
  expect(within('Pages per session')).toBe('pages per session');
  expect(within('MTRS')).toBe('MTRS');
});

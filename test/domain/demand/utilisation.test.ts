import { shareUsed, thresholdText } from '../../../src/domain/demand/utilisation';

test.each([
  // 277 ÷ 320 = 0.865625; 0.99996 is below 1.
  [277 / 320, 0.8, 0.866, '86.6%'],
  [0.99996, 0.8, 0.999, '99.9%'],
  [0.79996, 0.8, 0.799, '79.9%'],
  [0.8, 0.8, 0.8, '80.0%'],
  // 7.25% is not reached by 7.246%; 7.25% itself is rounded up.
  [0.07246, 0.0725, 0.072, '7.2%'],
  [0.0725, 0.0725, 0.073, '7.3%'],
  // 0.07 × 100 is 7.000000000000001 in binary fractions.
  [0.07, 0.07, 0.07, '7.0%'],
  [1.2345, 0.8, 1.235, '123.5%'],
])('%d used, threshold %d: rounded, and never up to a limit that is not reached', (utilisation, threshold, value, text) => {
  expect(shareUsed(utilisation, threshold)).toEqual({ value, text });
});

test('without a threshold: not rounded up to all of it', () => {
  expect([shareUsed(0.79996, null).text, shareUsed(0.99996, null).text]).toEqual(['80.0%', '99.9%']);
});

test('a threshold as it was set', () => {
  expect([0.8, 0.925, 1, 0.07].map(thresholdText)).toEqual(['80%', '92.5%', '100%', '7%']);
});

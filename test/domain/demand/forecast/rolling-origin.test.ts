import { rollingOrigins, smape } from '../../../../src/domain/demand/forecast/rolling-origin';

test('where there is room, each origin has a whole horizon after it', () => {
  // 12, 18, 24 and 30 before the end.
  expect(rollingOrigins(60, 12, 24)).toEqual([48, 42, 36, 30]);
});

test('where there is little, the origins crowd into it', () => {
  // 12 may be held back: from 5 (0.4 × 12, up) to 12 before the end in three steps of 2⅓.
  expect(rollingOrigins(36, 12, 24)).toEqual([31, 29, 26, 24]);
  expect(rollingOrigins(25, 12, 24)).toEqual([24]);
  expect(rollingOrigins(24, 12, 24)).toEqual([]);
  expect(rollingOrigins(20, 12, 24)).toEqual([]);
});

test('origins never have fewer values than asked for, nor none to compare with', () => {
  for (let length = 4; length < 70; length++) {
    for (const horizon of [1, 2, 5, 12, 36]) {
      for (const fewest of [4, 7, 24]) {
        const origins = rollingOrigins(length, horizon, fewest);
        expect(origins.every((origin) => origin >= fewest && origin < length)).toBe(true);
        expect(new Set(origins).size).toBe(origins.length);
        expect(origins.length > 0).toBe(length > fewest);
      }
    }
  }
});

test('the symmetric error is 2 |f − a| ÷ (|f| + |a|), on average', () => {
  // 2 × 20 ÷ 200 = 0.2 and 2 × 50 ÷ 250 = 0.4.
  expect(smape([110, 150], [90, 100])).toBeCloseTo(0.3, 12);
  // The farthest that it goes; and nothing expected where nothing came is right.
  expect(smape([5], [-5])).toBe(2);
  expect(smape([0, 0], [0, 4])).toBe(1);
  // Only what is known counts.
  expect(smape([110, 1, 1], [90])).toBeCloseTo(0.2, 12);
});

import { availabilityOf } from '../../../src/domain/availability/measure';
import { WHOLE } from '../../../src/domain/availability/share';
import { creditShare, creditTier, rebateHours, toCent } from '../../../src/domain/agreements/credit-tiers';

// As cloud providers write them: 10% below 99.99%, 25% below 99%, 100% below 95%; not in order.
const TIERS = [
  { below: 0.99, credit: 0.25 },
  { below: 0.9999, credit: 0.1 },
  { below: 0.95, credit: 1 },
];

test('the smallest level above the availability decides', () => {
  expect([1, 0.99995, 0.9998, 0.995, 0.98, 0.949, 0].map((share) => creditShare(share, TIERS))).toEqual([0, 0, 0.1, 0.1, 0.25, 1, 1]);
  expect(creditTier(0.98, TIERS)).toBe(TIERS[0]);
  expect(creditTier(1, TIERS)).toBeNull();
  expect(creditShare(0.5, [])).toBe(0);
});

test('at a level is not below it, whatever binary makes of it', () => {
  expect(creditShare(0.99, TIERS)).toBe(0.1);
  // 1 − 0.01 × 5 and 0.1 + 0.85 miss 0.95 by one in the last place.
  expect(creditShare(1 - 0.01 * 5, TIERS)).toBe(0.25);
  expect(creditShare(0.1 + 0.85, TIERS)).toBe(0.25);
  // A second more in 100 years of agreed time is below.
  expect(creditShare(0.95 - 1 / (100 * 366 * 86_400), TIERS)).toBe(1);
});

test('every level is exact where downtime is exactly what it allows, and a second more is below', () => {
  for (let percent = 1; percent <= 99; percent++) {
    // Of 360,000 s, 3,600 s are one percent.
    const down = (100 - percent) * 3600;
    const tier = [{ below: percent / 100, credit: 1 }];
    expect(creditShare(availabilityOf(360_000, down * WHOLE)!, tier)).toBe(0);
    expect(creditShare(availabilityOf(360_000, (down + 1) * WHOLE)!, tier)).toBe(1);
  }
});

test('hours beyond the allowance, with their fractions', () => {
  // 99.5% of 220 h (22 days of 10 h) allows 1.1 h; 2.1 h were down.
  expect(rebateHours(0.995, 220 * 3600, 3960 + 3600)).toBe(1);
  expect(rebateHours(0.995, 220 * 3600, 3960)).toBe(0);
  expect(rebateHours(0.995, 220 * 3600, 0)).toBe(0);
  // 90 s beyond are a fortieth of an hour.
  expect(rebateHours(0.995, 220 * 3600, 3960 + 90)).toBe(0.025);
  expect(rebateHours(1, 100, 3600)).toBe(1);
  // 99.9% in binary is a little less than 99.9%: the allowance is 0.1% all the same.
  expect(rebateHours(0.999, 3_600_000, 3600)).toBe(0);
});

test('cents, half up', () => {
  expect([1.005, 1.004999, 0.125, 2.675, 11_333.333333333334, 0, 1e-9, 1_000_000.005].map(toCent)).toEqual([1.01, 1, 0.13, 2.68, 11_333.33, 0, 0, 1_000_000.01]);
});

import fc from 'fast-check';
import { meets } from '../../../src/domain/agreements/comparator';
import { displayAvailability } from '../../../src/domain/availability/display-availability';
import { runs } from '../../support/runs';

it.each([
  // Rounded down; more decimals only where two would contradict the verdict.
  ['99.4999% against 99.5% does not read 99.50%', 0.994999, 0.995, 0.9949, 2],
  ['exactly at the target', 0.995, 0.995, 0.995, 2],
  ['met, and two decimals would read as missed', 0.99909, 0.99905, 0.99909, 3],
  ['one second of a year is not 100%', 31_535_999 / 31_536_000, 0.999, 0.9999, 2],
  ['no outage', 1, 0.999, 1, 2],
  ['0.29 stays 0.29 though 0.29 × 100 is 28.999999999999996', 0.29, 0.5, 0.29, 2],
  ['a status badge of 0.99996 reads 99.99%', 0.99996, null, 0.9999, 2],
  ['a status badge of 0.9983 reads 99.83%', 0.9983, null, 0.9983, 2],
  ['nothing promised', 0.99999, null, 0.9999, 2],
] as const)('%s', (_, availability, target, value, decimals) => {
  expect(displayAvailability(availability, target, '>=')).toEqual({ value, decimals });
});

test('never above the figure, never against the verdict, never 100% after an outage', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.nat(3_000_000), fc.integer({ min: 900_000, max: 1_000_000 }), fc.constantFrom('>=' as const, '>' as const), (agreed, lost, millionths, comparator) => {
      const down = lost % (agreed + 1);
      const availability = (agreed - down) / agreed;
      const target = millionths / 1e6;
      const { value, decimals } = displayAvailability(availability, target, comparator);
      expect(value).toBeLessThanOrEqual(availability);
      expect(availability - value).toBeLessThan(1 / 10 ** (decimals + 2));
      expect(meets(value, comparator, target)).toBe(meets(availability, comparator, target));
      if (down > 0) expect(value).toBeLessThan(1);
    }),
    { numRuns: runs(500), seed: 3 },
  );
});

import fc from 'fast-check';
import { parallel, parallelGains, serial } from '../../../src/domain/servicemap/combine-availability';

/** Every way in which members can be up or down, one by one. */
function byEnumeration(availabilities: readonly number[], required: number): number {
  let sum = 0;
  for (let states = 0; states < 2 ** availabilities.length; states++) {
    const up = availabilities.filter((_, i) => (states >> i) & 1);
    if (up.length >= required) sum += availabilities.reduce((product, share, i) => product * ((states >> i) & 1 ? share : 1 - share), 1);
  }
  return sum;
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 });

test('things that are all needed multiply', () => {
  expect(serial([0.99, 0.98])).toBeCloseTo(0.9702, 15);
  expect(serial([])).toBe(1);
});

test('published cases: a 1 of 2 pair of 99% is up 99.99%, of three at 90% two are up 97.2%', () => {
  expect(parallel([0.99, 0.99])).toBeCloseTo(0.9999, 15);
  expect(parallel([0.9, 0.9, 0.9], 2)).toBeCloseTo(0.972, 15);
});

test('none required is always up; all required is the product', () => {
  expect(parallel([0.3, 0.2], 0)).toBe(1);
  expect(parallel([], 0)).toBe(1);
  expect(parallel([0.3, 0.2], 2)).toBeCloseTo(0.06, 15);
});

test('members that differ: equals the sum over all states', () => {
  fc.assert(
    fc.property(shares, fc.nat(), (availabilities, any) => {
      const required = any % (availabilities.length + 1);
      expect(Math.abs(parallel(availabilities, required) - byEnumeration(availabilities, required))).toBeLessThan(1e-13);
    }),
    { numRuns: 500, seed: 54 },
  );
});

test('a group that hardly ever fails keeps its digits', () => {
  // Three at 1 − 1e-5: all down with 1e-15, which 1 − x can still hold to about 1e-16.
  expect(1 - parallel([1 - 1e-5, 1 - 1e-5, 1 - 1e-5])).toBeCloseTo(1e-15, 16);
});

test.each([
  ['a share above 1', () => serial([99.5])],
  ['a share below 0', () => parallel([-0.1])],
  ['no number', () => parallel([NaN])],
  ['more required than there are', () => parallel([0.9], 2)],
  ['part of a member required', () => parallel([0.9, 0.9], 1.5)],
])('refuses %s', (_, call) => {
  expect(call).toThrow(RangeError);
});

test('what each member would gain the group if it were always up: the same sum with a 1 in its place', () => {
  fc.assert(
    fc.property(shares.filter(({ length }) => length > 0), fc.nat(), (availabilities, any) => {
      const required = 1 + (any % availabilities.length);
      const now = byEnumeration(availabilities, required);
      parallelGains(availabilities, required).forEach((gain, member) => {
        expect(Math.abs(gain - (byEnumeration(availabilities.with(member, 1), required) - now))).toBeLessThan(1e-12);
      });
    }),
    { numRuns: 300, seed: 55 },
  );
});

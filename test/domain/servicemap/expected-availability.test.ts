/** Expected availability against the sum over all states of all parts, one by one. */
import fc from 'fast-check';
import { expectedAvailability, type StatedAvailability } from '../../../src/domain/servicemap/expected-availability';
import { dependencyMap } from '../../../src/domain/servicemap/dependency-map';
import type { Dependency } from '../../../src/domain/servicemap/records';
import { dependency } from '../../support/records';

interface Edge { item: number; needs: number; group: number | null }
interface Case { size: number; edges: Edge[]; required: number[]; shares: number[]; promised: boolean[] }

const nameOf = (item: number): string => `t${item}`;

/** Item 0 is asked about, up to 14 components stand beneath it; without rings a thing stands only on things of a larger number. */
function cases(rings: boolean): fc.Arbitrary<Case> {
  return fc.integer({ min: 2, max: 15 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      edges: fc.array(fc.record({ item: fc.nat(size - 1), needs: fc.nat(size - 1), group: fc.option(fc.nat(1)) }), { minLength: size, maxLength: 3 * size })
        .map((edges) => edges.map((edge) => (rings || edge.item < edge.needs ? edge : { ...edge, item: edge.needs, needs: edge.item })).filter(({ item, needs }) => rings || item !== needs)),
      required: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2 * size, maxLength: 2 * size }),
      shares: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: size, maxLength: size }),
      promised: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    }),
  );
}

function rowsOf({ edges, required }: Case): Dependency[] {
  return edges.map(({ item, needs, group }) => dependency(nameOf(item), nameOf(needs), group === null ? null : `g${group}`, group === null ? null : required[item * 2 + group]!));
}

interface Group { members: number[]; required: number }

/** What each item needs: single things are groups of one. */
function needsOf({ size, edges, required }: Case): Group[][] {
  return Array.from({ length: size }, (_, item) => {
    const own = edges.filter((edge) => edge.item === item);
    const singles = [...new Set(own.filter(({ group }) => group === null).map(({ needs }) => needs))].map((needs) => ({ members: [needs], required: 1 }));
    const groups = [0, 1].map((group) => {
      const members = [...new Set(own.filter((edge) => edge.group === group).map(({ needs }) => needs))];
      return { members, required: Math.min(required[item * 2 + group]!, members.length) };
    });
    return [...singles, ...groups.filter(({ members }) => members.length > 0)];
  });
}

/** Which items are up, given which own parts are, a bit for each: what nothing takes down. */
function upIn(needs: readonly { item: number; members: number; required: number }[], parts: number): number {
  let up = parts;
  for (let before = -1; before !== up; ) {
    before = up;
    for (const { item, members, required } of needs) if ((up >> item) & 1 && countOf(up & members) < required) up &= ~(1 << item);
  }
  return up;
}

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** The probability that an item is up, over all states of the own parts of all items. */
function chance(needs: readonly Group[][], own: readonly number[], item: number): number {
  const groups = needs.flatMap((all, upper) => all.map(({ members, required }) => ({ item: upper, members: members.reduce((bits, member) => bits | (1 << member), 0), required })));
  let sum = 0;
  for (let state = 0; state < 2 ** own.length; state++) {
    if ((upIn(groups, state) >> item) & 1) sum += own.reduce((product, share, i) => product * ((state >> i) & 1 ? share : 1 - share), 1);
  }
  return sum;
}

const itself = (given: Case) => (key: string): StatedAvailability => ({ availability: given.shares[Number(key.slice(1))]!, of: 'itself' });

test('equals the sum over all states, with shared parts and groups', () => {
  fc.assert(
    fc.property(cases(false), (given) => {
      const { availability, lowerBound } = expectedAvailability(dependencyMap(rowsOf(given)), 't0', itself(given));
      expect(Math.abs(availability - chance(needsOf(given), given.shares, 0))).toBeLessThan(1e-12);
      expect(lowerBound).toBe(availability);
    }),
    { numRuns: 500, seed: 541 },
  );
});

test('things that stand on each other are up as long as nothing takes the ring down', () => {
  fc.assert(
    fc.property(cases(true), (given) => {
      const { availability } = expectedAvailability(dependencyMap(rowsOf(given)), 't0', itself(given));
      expect(Math.abs(availability - chance(needsOf(given), given.shares, 0))).toBeLessThan(1e-12);
    }),
    { numRuns: 150, seed: 542 },
  );
});

/** Own parts, from the bottom up: of a promise what lies beneath leaves of it. */
function ownParts(given: Case): number[] {
  const needs = needsOf(given);
  const own = Array<number>(given.size).fill(1);
  for (let item = given.size - 1; item >= 0; item--) {
    const beneath = chance(needs, own, item);
    own[item] = given.promised[item] ? Math.min(1, given.shares[item]! / beneath) : given.shares[item]!;
  }
  return own;
}

const stated = (given: Case) => (key: string): StatedAvailability => {
  const item = Number(key.slice(1));
  return { availability: given.shares[item]!, of: given.promised[item] ? 'with all beneath' : 'itself' };
};

/** Small enough for many enumerations. */
const small = cases(false).filter(({ size }) => size <= 8);

test('a promise with all beneath comes to what it says, or to what lies beneath where that is less', () => {
  fc.assert(
    fc.property(small, (given) => {
      const needs = needsOf(given);
      const own = ownParts(given);
      const expected = expectedAvailability(dependencyMap(rowsOf(given)), 't0', stated(given));
      expect(Math.abs(expected.availability - chance(needs, own, 0))).toBeLessThan(1e-12);
    }),
    { numRuns: 200, seed: 543 },
  );
});

test('what a thing costs: the same sum with that thing always up', () => {
  fc.assert(
    fc.property(small, fc.nat(), (given, any) => {
      const map = dependencyMap(rowsOf(given));
      const expected = expectedAvailability(map, 't0', stated(given));
      const item = any % given.size;
      const always = needsOf(given).map((groups, one) => (one === item ? [] : groups));
      const own = ownParts(given).map((share, one) => (one === item ? 1 : share));
      expect(Math.abs((expected.ifNeverDown(nameOf(item)) ?? expected.availability) - chance(always, own, 0))).toBeLessThan(1e-12);
    }),
    { numRuns: 200, seed: 544 },
  );
});

test('without room for the exact figure the bounds hold it', () => {
  fc.assert(
    fc.property(fc.boolean().chain(cases), fc.integer({ min: 0, max: 12 }), (given, limit) => {
      const { availability, lowerBound } = expectedAvailability(dependencyMap(rowsOf(given)), 't0', itself(given), limit);
      const exact = chance(needsOf(given), given.shares, 0);
      expect(lowerBound).toBeLessThanOrEqual(exact + 1e-12);
      expect(availability).toBeGreaterThanOrEqual(exact - 1e-12);
    }),
    { numRuns: 300, seed: 545 },
  );
});

describe('a redundant pair on one network', () => {
  const map = dependencyMap([dependency('Mail', 'Server A', 'servers', 1), dependency('Mail', 'Server B', 'servers', 1), dependency('Server A', 'Network'), dependency('Server B', 'Network')]);
  const of = (given: Record<string, StatedAvailability>) => expectedAvailability(map, 'mail', (key) => given[key] ?? null);

  it('counts the network once', () => {
    // 0.999 × (1 − 0.01²) = 0.9989001; the product of percentages would say 1 − (1 − 0.98901)² = 0.99988.
    const expected = of({ 'server a': { availability: 0.99, of: 'itself' }, 'server b': { availability: 0.99, of: 'itself' }, network: { availability: 0.999, of: 'itself' } });
    expect(expected.availability).toBeCloseTo(0.9989001, 12);
    expect(expected.unknown).toEqual([]);
  });

  it('takes the network out of promises about the servers, and adds it once', () => {
    // Each server is up 99% with the network: by itself 0.99 / 0.999. Together 0.999 × (1 − (1 − 0.99/0.999)²).
    const expected = of({ 'server a': { availability: 0.99, of: 'with all beneath' }, 'server b': { availability: 0.99, of: 'with all beneath' }, network: { availability: 0.999, of: 'with all beneath' } });
    expect(expected.availability).toBeCloseTo(0.999 * (1 - (1 - 0.99 / 0.999) ** 2), 12);
    expect(expected.of('server a')).toBeCloseTo(0.99, 12);
  });

  it('lets no promise come to more than what it stands on', () => {
    const expected = of({ 'server a': { availability: 0.9999, of: 'with all beneath' }, 'server b': { availability: 0.9999, of: 'with all beneath' }, network: { availability: 0.999, of: 'with all beneath' } });
    expect(expected.availability).toBeCloseTo(0.999, 12);
    expect(expected.of('server a')).toBeCloseTo(0.999, 12);
  });

  it('names what is unknown, except inside a promise that holds', () => {
    expect(of({ network: { availability: 0.999, of: 'itself' } }).unknown).toEqual(['server a', 'server b']);
    expect(of({ 'server a': { availability: 0.99, of: 'itself' } }).unknown).toEqual(['network', 'server b']);
    expect(of({ 'server a': { availability: 0.99, of: 'with all beneath' }, 'server b': { availability: 0.99, of: 'with all beneath' } }).unknown).toEqual([]);
  });
});

test('a long chain is exact, and a ring ends', () => {
  const length = 20_000;
  const chain = dependencyMap(Array.from({ length }, (_, i) => dependency(`t${i}`, `t${i + 1}`)));
  const { availability, lowerBound } = expectedAvailability(chain, 't0', () => ({ availability: 0.999999, of: 'itself' }));
  // All 20,001 are needed: 0.999999 ^ 20001 = exp(20001 × ln 0.999999) = 0.98019769…
  expect(lowerBound).toBeCloseTo(Math.exp(20_001 * Math.log(0.999999)), 9);
  expect(availability).toBe(lowerBound);
  expect(expectedAvailability(dependencyMap([dependency('A', 'B'), dependency('B', 'A')]), 'a', () => ({ availability: 0.9, of: 'with all beneath' })).availability).toBeCloseTo(0.81, 12);
});

test('a large group of things that stand on nothing is counted: exact, whatever their number', () => {
  // 1,490 members of 99.9%, of which 1,480 are needed: the sum of the binomial distribution for up to 10 down, by logarithms of factorials.
  const [members, required] = [1490, 1480];
  const logFactorial = Array.from({ length: members + 1 }, () => 0);
  for (let n = 2; n <= members; n++) logFactorial[n] = logFactorial[n - 1]! + Math.log(n);
  const downs = (all: number, down: number): number => Math.exp(logFactorial[all]! - logFactorial[down]! - logFactorial[all - down]! + down * Math.log(0.001) + (all - down) * Math.log(0.999));
  const exact = Array.from({ length: members - required + 1 }, (_, down) => downs(members, down)).reduce((sum, one) => sum + one, 0);
  const map = dependencyMap(Array.from({ length: members }, (_, i) => dependency('Farm', `node ${i}`, 'nodes', required)));
  const expected = expectedAvailability(map, 'farm', (key) => (key === 'farm' ? null : { availability: 0.999, of: 'itself' }));
  expect(expected.lowerBound).toBe(expected.availability);
  expect(expected.availability).toBeCloseTo(exact, 10);
  // With one of them always up: of the 1,489 others 1,479 are needed.
  const others = Array.from({ length: 11 }, (_, down) => downs(members - 1, down)).reduce((sum, one) => sum + one, 0);
  expect(expected.ifNeverDown('node 7')).toBeCloseTo(others, 10);
});

test('in a chain of promises each is taken out of the next', () => {
  // Each thing of the chain promises 0.9999 less its number of ten-thousandths with all beneath: what lies beneath allows it, so it holds.
  const length = 300;
  const map = dependencyMap(Array.from({ length: length - 1 }, (_, i) => dependency(`t${i}`, `t${i + 1}`)));
  const promise = (place: number): number => 0.9999 - 0.0001 * (length - 1 - place);
  const expected = expectedAvailability(map, 't0', (key) => ({ availability: promise(Number(key.slice(1))), of: 'with all beneath' }));
  for (const place of [0, 1, 150, 299]) expect(expected.of(`t${place}`)).toBeCloseTo(promise(place), 12);
  // Were t150 never down, only what stands on it could fail: each by what it leaves of the promise beneath it.
  expect(expected.ifNeverDown('t150')).toBeCloseTo(promise(0) / promise(150), 12);
});

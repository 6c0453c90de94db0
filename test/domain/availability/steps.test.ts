import { atLeast, during, kthSmallest, largest, weigh } from '../../../src/domain/availability/steps';

const upper = (a: number, b: number): boolean => a < b;

describe('the largest of several', () => {
  it('takes over where it is larger, and gives back', () => {
    expect(largest([0, 10, 50, 0, 5, 8, 100, 1], upper)).toEqual([0, 5, 50, 0, 5, 8, 100, 1, 8, 10, 50, 0]);
  });

  it('of equals is the one that takes precedence', () => {
    expect(largest([5, 15, 100, 1, 0, 10, 100, 0], upper)).toEqual([0, 10, 100, 0, 10, 15, 100, 1]);
  });

  it('has gaps where nothing is open', () => {
    expect(largest([20, 30, 100, 1, 0, 10, 100, 0, 5, 6, 10, 2], upper)).toEqual([0, 10, 100, 0, 20, 30, 100, 1]);
  });

  it('of tens of thousands that are open together is found without comparing all with all', () => {
    // Row i is open from second i to 100,000 + i: something is open for 149,999 seconds, and each row answers when those above have ended.
    const pieces = Array.from({ length: 50_000 }, (_, i) => [i, 100_000 + i, 100, i]).flat();
    const steps = largest(pieces, upper);
    expect(weigh(steps)).toBe(149_999 * 100);
    expect(steps.slice(0, 8)).toEqual([0, 100_000, 100, 0, 100_000, 100_001, 100, 1]);
  });
});

describe('the k-th smallest', () => {
  const a = [0, 10, 100, 0];
  const b = [5, 15, 60, 1];

  it('of a pair of which one is needed is the smaller loss', () => {
    expect(kthSmallest([a, b], 1, upper)).toEqual([5, 10, 60, 1]);
  });

  it('of a pair of which both are needed is the larger', () => {
    expect(kthSmallest([a, b], 2, upper)).toEqual([0, 10, 100, 0, 10, 15, 60, 1]);
  });

  it('counts members that are never impaired', () => {
    expect(kthSmallest([a, [], b], 2, upper)).toEqual([5, 10, 60, 1]);
    expect(kthSmallest([a, [], []], 2, upper)).toEqual([]);
  });

  it('of equals is the failure that the group could not bear', () => {
    // One of two is needed: the second failure takes the group down. Both are needed: the first does.
    expect(kthSmallest([[0, 10, 100, 0], [0, 10, 100, 1]], 1, upper)).toEqual([0, 10, 100, 1]);
    expect(kthSmallest([[0, 10, 100, 0], [0, 10, 100, 1]], 2, upper)).toEqual([0, 10, 100, 0]);
  });
});

test('where so much is lost, and inside which stretches', () => {
  const steps = [0, 5, 50, 0, 5, 8, 100, 1, 20, 30, 10, 2];
  expect(atLeast(steps, 1)).toEqual([0, 8, 20, 30]);
  expect(atLeast(steps, 60)).toEqual([5, 8]);
  expect(during(steps, [3, 6, 7, 22])).toEqual([3, 5, 50, 0, 5, 6, 100, 1, 7, 8, 100, 1, 20, 22, 10, 2]);
  expect(weigh([0, 5, 50, 0, 5, 8, 100, 1])).toBe(550);
});

import fc from 'fast-check';
import { budgetOf, judgeAvailability, judgeRatio, statusFrom, statusOf } from '../../../src/domain/agreements/verdict';
import type { Comparator } from '../../../src/domain/agreements/records';
import { measure, type Measured } from '../../../src/domain/availability/measure';
import { WHOLE } from '../../../src/domain/availability/share';
import { runs } from '../../support/runs';

const compare: Record<Comparator, (a: bigint, b: bigint) => boolean> = { '>=': (a, b) => a >= b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '<': (a, b) => a < b };

/** What was measured, with only what a budget looks at. */
const measured = (agreedSeconds: number, downtimeSeconds: number, over: Partial<Measured> = {}): Measured => ({ ...measure([]), agreedSeconds, downtimeSeconds, downtimeUnits: downtimeSeconds * WHOLE, ...over });
const breaks = (count: number): Measured['breaks'] => Array.from({ length: count }, (_, i) => ({ start: 100 * i, end: 100 * i + 60, impairedSeconds: 60 }));

describe('availability', () => {
  test('is decided exactly, at the limit and beside it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: -2, max: 2 }), fc.constantFrom<Comparator>('>=', '>', '<=', '<'),
        (minutes, millionths, off, comparator) => {
          // Downtime as near to the limit as whole hundred-millionths of a second come, and a little beside it.
          const agreed = minutes * 60;
          const limit = BigInt(1_000_000 - millionths) * BigInt(agreed) * 100n;
          const units = limit + BigInt(off);
          if (units < 0n) return;
          // (agreed × 10⁸ − units) ÷ (agreed × 10⁸) against millionths ÷ 10⁶, in unlimited integers.
          const met = compare[comparator]((BigInt(agreed) * 100_000_000n - units) * 1_000_000n, BigInt(millionths) * BigInt(agreed) * 100_000_000n);
          expect(judgeAvailability(agreed, Number(units), comparator, millionths / 1e6).verdict).toBe(met ? 'Met' : 'Missed');
        },
      ),
      { numRuns: runs(1000), seed: 36 },
    );
  });

  it('needs agreed time', () => {
    expect(judgeAvailability(0, 0, '>=', 0.99)).toEqual({ actual: null, verdict: 'Not measurable' });
  });
});

test('a share of incidents is decided without dividing', () => {
  // 19 of 20 is 95%, 18 of 19 is 94.7%; nothing decided is not measurable.
  expect(judgeRatio(19, 20, '>=', 0.95)).toEqual({ actual: 0.95, verdict: 'Met' });
  expect(judgeRatio(19, 20, '>', 0.95).verdict).toBe('Missed');
  expect(judgeRatio(18, 19, '>=', 0.95).verdict).toBe('Missed');
  expect(judgeRatio(0, 0, '>=', 0.95).verdict).toBe('Not measurable');
});

describe('budget', () => {
  it('of an availability is what the whole period allows', () => {
    // 99.9% of 30 days: 2,592 s. After 15 days 1,200 s are used: 46.3%; burn rate (1,200 ÷ 1,296,000) ÷ 0.001 = 0.926.
    const { budget, exceeded } = budgetOf('Availability', measured(1_296_000, 1_200), 2_592_000, '>=', 0.999)!;
    expect(budget).toMatchObject({ unit: 'seconds', allowed: 2_592, used: 1_200, left: 1_392 });
    expect(budget.usedShare).toBeCloseTo(1_200 / 2_592, 12);
    expect(budget.burnRate).toBeCloseTo(0.925925925926, 11);
    expect(exceeded).toBe(false);
  });

  it('of a 100% target is nothing, and its burn rate not measurable', () => {
    expect(budgetOf('Availability', measured(1_000, 0), 2_000, '>=', 1)).toMatchObject({ budget: { unit: 'seconds', allowed: 0, used: 0, left: 0, usedShare: null, burnRate: null }, exceeded: false });
    expect(budgetOf('Availability', measured(1_000, 1), 2_000, '>=', 1)!.exceeded).toBe(true);
  });

  it('is exceeded by a second more than it allows, or at it where the target must be beaten', () => {
    // 99.9% of 10,000 s: 10 s.
    const exceeded = (down: number, comparator: Comparator) => budgetOf('Availability', measured(10_000, down), 10_000, comparator, 0.999)!.exceeded;
    expect([exceeded(10, '>='), exceeded(11, '>='), exceeded(10, '>'), exceeded(9, '>')]).toEqual([false, true, true, false]);
  });

  it('of breaks is their number', () => {
    expect(budgetOf('Breaks', measured(1_000, 0, { breaks: breaks(3) }), 2_000, '<=', 3)).toMatchObject({ budget: { unit: 'breaks', allowed: 3, used: 3, left: 0, usedShare: 1, burnRate: 2 }, exceeded: false });
    expect(budgetOf('Breaks', measured(1_000, 0, { breaks: breaks(3) }), 2_000, '<', 3)!.exceeded).toBe(true);
  });

  it('is none for means and for an availability that is to stay below', () => {
    expect(budgetOf('MTRS minutes', measured(1_000, 0), 2_000, '<=', 30)).toBeNull();
    expect(budgetOf('Availability', measured(1_000, 0), 2_000, '<=', 0.9)).toBeNull();
  });
});

describe('status, the first that applies', () => {
  const running = { runs: true, rolling: false, amberMargin: 0.25, incomplete: false };
  const over = { ...running, runs: false };
  const rolling = { ...over, rolling: true };
  // 99.9% of 10⁶ s allows 1,000 s.
  const budget = (agreed: number, down: number) => budgetOf('Availability', measured(agreed, down), 1_000_000, '>=', 0.999);

  it.each([
    ['no figure', 'Not measurable', statusFrom('Not measurable', null, running)],
    ['over, comparison fails', 'Missed', statusFrom('Missed', budget(1_000_000, 1_001), over)],
    ['running, budget of the whole period exceeded', 'Missed', statusFrom('Missed', budget(500_000, 1_001), running)],
    ['running, off target so far: burn rate 900 ÷ 500', 'At risk', statusFrom('Missed', budget(500_000, 900), running)],
    ['running, a quarter left at 80% of the time', 'At risk', statusFrom('Met', budget(800_000, 750), running)],
    ['running, a little more than a quarter left', 'Met', statusFrom('Met', budget(800_000, 749), running)],
    ['over, nearly used: a finished calendar period is only met or missed', 'Met', statusFrom('Met', budget(1_000_000, 990), over)],
    ['rolling, nearly used, at any time', 'At risk', statusFrom('Met', budget(1_000_000, 750), rolling)],
    ['rolling, exceeded', 'Missed', statusFrom('Missed', budget(1_000_000, 1_001), rolling)],
    ['rows left out', 'Met, incomplete data', statusFrom('Met', budget(1_000_000, 0), { ...over, incomplete: true })],
    ['rows left out, missed all the same', 'Missed', statusFrom('Missed', budget(1_000_000, 2_000), { ...over, incomplete: true })],
    ['100% target, nothing used, running', 'Met', statusFrom('Met', budgetOf('Availability', measured(10, 0), 20, '>=', 1), running)],
    ['no budget: by the figure so far', 'Missed', statusFrom('Missed', null, running)],
    ['no budget: by the figure so far', 'Met', statusFrom('Met', null, running)],
  ])('%s: %s', (_, expected, actual) => {
    expect(actual).toBe(expected);
  });
});

test('statusOf, as the function STATUS gives it', () => {
  expect(statusOf(0.9991, '>=', 0.999)).toBe('Met');
  expect(statusOf(0.9989, '>=', 0.999)).toBe('Missed');
  expect(statusOf(null, '>=', 0.999)).toBe('Not measurable');
  expect(statusOf(0.9991, '>=', 0.999, 0.25)).toBe('At risk');
  expect(statusOf(0.9991, '>=', 0.999, 0.26)).toBe('Met');
  expect(statusOf(0.9991, '>=', 0.999, 0.26, 0.3)).toBe('At risk');
  expect(statusOf(0.99, '>=', 0.999, -0.1)).toBe('Missed');
  expect(statusOf(0.99, '>=', 0.999, 0.6)).toBe('At risk');
  // Nothing left, or a blank cell that Excel on the desktop hands over as 0: as without a budget.
  expect(statusOf(0.99, '>=', 0.999, 0)).toBe('Missed');
  expect(statusOf(0.9991, '>=', 0.999, 0)).toBe('At risk');
});

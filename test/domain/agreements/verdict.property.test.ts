/** Verdicts, budgets, statuses and forecasts against exact fractions and the words of domain rule 3.7. */
import fc from 'fast-check';
import type { MeasuredWindow } from '../../../src/domain/agreements/context';
import { forecastOf } from '../../../src/domain/agreements/forecast';
import type { Comparator } from '../../../src/domain/agreements/records';
import { budgetOf, judgeMeasured, statusFrom } from '../../../src/domain/agreements/verdict';
import { target } from '../../support/records';
import { runs } from '../../support/runs';

/** A fraction; the denominator is above 0. */
interface Fraction {
  readonly of: bigint;
  readonly by: bigint;
}
const sign = (a: Fraction, b: Fraction): number => {
  const difference = a.of * b.by - b.of * a.by;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};
const kept = (a: Fraction, comparator: Comparator, b: Fraction): boolean => ({ '>=': sign(a, b) >= 0, '>': sign(a, b) > 0, '<=': sign(a, b) <= 0, '<': sign(a, b) < 0 })[comparator];
const whole = (value: number): Fraction => ({ of: BigInt(value), by: 1n });

const MILLION = 1_000_000n;
/** Impacts are hundred-millionths. */
const WHOLE = 100_000_000n;

interface Case {
  metric: 'Availability' | 'Downtime minutes' | 'Breaks';
  agreed: number;
  rest: number;
  /** In hundred-millionths of a second. */
  units: number;
  breaks: number;
  comparator: Comparator;
  /** In millionths of the metric's unit. */
  aim: number;
  rolling: boolean;
  /** In thousandths. */
  margin: number;
  incomplete: boolean;
}

/** Where downtime stands: anywhere, or at the limit of the window or of the period, or a hair beside it. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    metric: fc.constantFrom('Availability' as const, 'Availability' as const, 'Downtime minutes' as const, 'Breaks' as const),
    agreed: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2_700_000 })),
    rest: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2_700_000 })),
    share: fc.integer({ min: 0, max: 1000 }),
    breaks: fc.integer({ min: 0, max: 9 }),
    tight: fc.boolean(),
    millionths: fc.oneof(fc.constantFrom(990_000, 995_000, 999_000, 999_500, 999_900, 1_000_000), fc.integer({ min: 0, max: 1_000_000 })),
    minutes: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200_000 }).map((value) => value / 1000)),
    aimed: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 90 }).map((value) => value / 10)),
    at: fc.constantFrom('anywhere', 'window', 'period'),
    beside: fc.constantFrom(-1, 0, 0, 1),
    higher: fc.constantFrom('>=' as const, '>' as const),
    lower: fc.constantFrom('<=' as const, '<' as const),
    rolling: fc.boolean(),
    margin: fc.constantFrom(0, 100, 250, 500),
    incomplete: fc.boolean(),
  })
  .map(({ metric, agreed, rest, share, breaks, tight, millionths, minutes, aimed, at, beside, higher, lower, rolling, margin, incomplete }) => {
    const most = agreed * 1e8;
    const limit = metric === 'Availability' ? (1_000_000 - millionths) * (at === 'period' ? agreed + rest : agreed) * 100 : Math.round(minutes * 6e9 * (at === 'period' ? 1 : agreed / (agreed + rest)));
    const units = at === 'anywhere' ? Math.floor((share / 1000) * (tight ? 0.002 : 1) * agreed) * 1e8 : limit + beside;
    return {
      metric, agreed, rest: rolling ? 0 : rest, units: Math.min(most, Math.max(0, units)), breaks,
      comparator: metric === 'Availability' ? higher : lower,
      aim: metric === 'Availability' ? millionths : Math.round((metric === 'Breaks' ? aimed : minutes) * 1e6),
      rolling, margin, incomplete,
    };
  });

const measuredOf = ({ agreed, units, breaks }: Case): MeasuredWindow => ({
  agreedSeconds: agreed, plannedSeconds: 0, downtimeUnits: units, downtimeSeconds: units / 1e8, availability: null, breaks: Array.from({ length: breaks }, (_, i) => ({ start: i, end: i + 1, impairedSeconds: 1 })),
  impairedSeconds: breaks, longestOutageSeconds: 1, mtrsSeconds: null, mtbfSeconds: null, downtime: [], source: 'outages', completeness: 1, prorated: false, parts: [],
});

/** The same in words and fractions. */
function reference({ metric, agreed, rest, units, breaks, comparator, aim, rolling, margin, incomplete }: Case) {
  const period = BigInt(agreed + rest);
  const aimed: Fraction = { of: BigInt(aim), by: MILLION };
  // What is used and what the whole period allows, in one unit.
  const used: Fraction = metric === 'Breaks' ? whole(breaks) : metric === 'Downtime minutes' ? { of: BigInt(units), by: 60n * WHOLE } : { of: BigInt(units), by: WHOLE };
  const allowed: Fraction = metric === 'Availability' ? { of: (MILLION - BigInt(aim)) * period, by: MILLION } : aimed;
  const figure: Fraction = metric === 'Availability' ? { of: BigInt(agreed) * WHOLE - BigInt(units), by: BigInt(agreed) * WHOLE } : used;
  const exceeded = comparator === '>=' || comparator === '<=' ? sign(used, allowed) > 0 : sign(used, allowed) >= 0;
  // Burn rate: (used ÷ agreed) ÷ (allowed ÷ period).
  const burn: Fraction | null = allowed.of === 0n ? null : { of: used.of * allowed.by * period, by: used.by * allowed.of * BigInt(agreed) };
  const left: Fraction | null = allowed.of === 0n ? null : { of: allowed.of * used.by - used.of * allowed.by, by: allowed.of * used.by };
  const goesOn = rest > 0;
  const met = kept(figure, comparator, aimed);
  const status =
    exceeded || (!goesOn && !met) ? 'Missed'
    : goesOn && burn !== null && sign(burn, whole(1)) > 0 ? 'At risk'
    : (goesOn || rolling) && left !== null && sign(left, { of: BigInt(margin), by: 1000n }) <= 0 ? 'At risk'
    : incomplete ? 'Met, incomplete data'
    : 'Met';
  // As it will stand: what is used, times the whole period by what is gone; a share stays as it is.
  const projected: Fraction = metric === 'Availability' ? figure : { of: used.of * period, by: used.by * BigInt(agreed) };
  return { met, exceeded, status, verdict: kept(projected, comparator, aimed) ? 'Met' : 'Missed', projected };
}

test('verdict, budget, status and forecast', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { metric, agreed, rest, comparator, aim, rolling, margin, incomplete } = given;
      const expected = reference(given);
      const measured = measuredOf(given);
      const judged = judgeMeasured(metric, measured, null, comparator, aim / 1e6);
      const budget = budgetOf(metric, measured, agreed + rest, comparator, aim / 1e6)!;
      expect(judged.verdict).toBe(expected.met ? 'Met' : 'Missed');
      expect(budget.exceeded).toBe(expected.exceeded);
      expect(statusFrom(judged.verdict, budget, { runs: rest > 0, rolling, amberMargin: margin / 1000, incomplete })).toBe(expected.status);
      const forecast = forecastOf(target({ agreement: 'A', metric, comparator, target: aim / 1e6 }), measured, rest > 0 ? [0, rest] : [], budget)!;
      expect(forecast.verdict).toBe(expected.verdict);
      expect(forecast.actual).toBeCloseTo(Number((expected.projected.of * 10n ** 12n) / expected.projected.by) / 1e12, 5);
    }),
    { numRuns: runs(3000), seed: 37 },
  );
});

test('the day on which a budget is used up, second by second', () => {
  const stretches = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 12 })), { maxLength: 6 });
  fc.assert(
    fc.property(stretches, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 90 }), (pieces, agreed, units, breaks, aim) => {
      const metric = breaks > 0 ? 'Breaks' : 'Downtime minutes';
      // Closed and open seconds in turn; open ones that touch are one stretch.
      const seconds: number[] = [];
      let now = 1000;
      for (const [closed, open] of pieces) {
        now += closed;
        for (let i = 0; i < open; i++) seconds.push(now++);
      }
      const rest: number[] = [];
      for (const second of seconds) {
        if (rest[rest.length - 1] === second) rest[rest.length - 1] = second + 1;
        else rest.push(second, second + 1);
      }
      // So many breaks, or seconds of downtime, of what is allowed.
      const [used, allowed] = metric === 'Breaks' ? [breaks, Math.min(aim, 30)] : [Math.min(units, agreed), aim];
      const measured = { ...measuredOf({ agreed, units: used * 1e8, breaks } as Case) };
      const aimed = metric === 'Breaks' ? allowed : allowed / 60;
      const budget = budgetOf(metric, measured, agreed + seconds.length, '<=', aimed)!;

      let expected: number | null = null;
      if (used > 0 && used < allowed) {
        for (let i = 0; i < seconds.length && expected === null; i++) {
          // With this second gone, used + used × (i + 1) ÷ agreed.
          const after = used * agreed + used * (i + 1) - allowed * agreed;
          if (after > 0) expected = seconds[i]!;
          else if (after === 0) {
            if (i + 1 === seconds.length) break;
            expected = seconds[i]! + 1;
          }
        }
      }
      expect(forecastOf(target({ agreement: 'A', metric, comparator: '<=', target: aimed }), measured, rest, budget)!.exhausted).toBe(expected);
    }),
    { numRuns: runs(1500), seed: 5 },
  );
});

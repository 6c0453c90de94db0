/**
 * The contractual worst case against the true one: the linear programme over all joint distributions
 * of who is up and who is down that keep every statement.
 */
import fc from 'fast-check';
import { dependencyMap } from '../../../src/domain/servicemap/dependency-map';
import type { StatedAvailability } from '../../../src/domain/servicemap/expected-availability';
import { mostTogether } from '../../../src/domain/servicemap/expected-any-dependence';
import { worstCase } from '../../../src/domain/servicemap/expected-worst-case';
import { dependency } from '../../support/records';

/** The largest sum of gains · x with x ≥ 0 and each row of `rows` · x ≤ its limit ≥ 0: the simplex method by Bland's rule. */
function maximum(gains: readonly number[], rows: readonly (readonly number[])[], limits: readonly number[]): number {
  const tableau = rows.map((row, i) => [...row, ...rows.map((_, j) => (i === j ? 1 : 0)), limits[i]!]);
  const objective = [...gains.map((gain) => -gain), ...rows.map(() => 0), 0];
  const basis = rows.map((_, i) => gains.length + i);
  const last = objective.length - 1;
  for (;;) {
    const entering = objective.findIndex((value, i) => i < last && value < -1e-11);
    if (entering < 0) return objective[last]!;
    let leaving = -1;
    tableau.forEach((row, i) => {
      if (row[entering]! <= 1e-11) return;
      const step = row[last]! / row[entering]!;
      const best = leaving < 0 ? Infinity : tableau[leaving]![last]! / tableau[leaving]![entering]!;
      if (step < best - 1e-13 || (Math.abs(step - best) <= 1e-13 && basis[i]! < basis[leaving]!)) leaving = i;
    });
    const pivot = tableau[leaving]!;
    const by = pivot[entering]!;
    pivot.forEach((_, i) => (pivot[i]! /= by));
    for (const row of [...tableau, objective]) {
      const factor = row[entering]!;
      if (row !== pivot && factor !== 0) row.forEach((_, i) => (row[i]! -= factor * pivot[i]!));
    }
    basis[leaving] = entering;
  }
}

test('the programme finds known optima', () => {
  // max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6), the textbook case of Hillier and Lieberman.
  expect(maximum([3, 5], [[1, 0], [0, 2], [3, 2]], [4, 12, 18])).toBeCloseTo(36, 9);
});

interface Thing { needs: { members: number[]; required: number }[]; availability: number; promise: boolean }

/** Item 0 is down in a state of own parts, and so is everything that stands on what is down. */
function downIn(things: readonly Thing[], state: number): boolean[] {
  const down = things.map((_, i) => Boolean((state >> i) & 1));
  for (let item = things.length - 1; item >= 0; item--) {
    if (things[item]!.needs.some(({ members, required }) => members.filter((member) => !down[member]).length < required)) down[item] = true;
  }
  return down;
}

/** The true worst case: a promise bounds how often the thing is down at all, a part's figure how often it fails itself. */
function trueWorst(things: readonly Thing[]): number {
  const states = Array.from({ length: 2 ** things.length }, (_, state) => state);
  const downs = states.map((state) => downIn(things, state));
  const rows = things.map((thing, i) => states.map((state) => ((thing.promise ? downs[state]![i] : (state >> i) & 1) ? 1 : 0)));
  return 1 - maximum(downs.map((down) => (down[0] ? 1 : 0)), [...rows, states.map(() => 1)], [...things.map(({ availability }) => 1 - availability), 1]);
}

function stated(things: readonly Thing[]): (key: string) => StatedAvailability | null {
  return (key) => {
    const { availability, promise } = things[Number(key.slice(1))]!;
    return { availability, of: promise ? 'with all beneath' : 'itself' };
  };
}

function ours(things: readonly Thing[]): number {
  const rows = things.flatMap(({ needs }, item) => needs.flatMap(({ members, required }, g) => members.map((member) => dependency(`t${item}`, `t${member}`, members.length === 1 ? null : `g${g}`, members.length === 1 ? null : required))));
  return worstCase(dependencyMap(rows), 't0', stated(things));
}

const share = fc.double({ min: 0.6, max: 1, noNaN: true });
/** Item 0 is asked about: nothing is promised of it. */
const things = (needs: fc.Arbitrary<Thing['needs'][]>): fc.Arbitrary<Thing[]> =>
  needs.chain((all) =>
    fc.array(fc.record({ availability: share, promise: fc.boolean() }), { minLength: all.length, maxLength: all.length }).map((given) => all.map((own, i) => ({ needs: own, ...given[i]!, ...(i === 0 ? { availability: 1, promise: false } : {}) }))),
  );

/** Every thing in one place: a tree of groups and single things, cut out of up to 7. */
const trees = things(
  fc.record({ parents: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), apart: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), required: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 7, maxLength: 7 }) }).map(({ parents, apart, required }) => {
    const needs: Thing['needs'][] = Array.from({ length: parents.length + 1 }, () => []);
    parents.forEach((any, i) => {
      const parent = any % (i + 1);
      const group = needs[parent]!.find(({ members }) => members[0]! > 0 && !apart[members[0]! - 1]);
      if (apart[i] || !group) needs[parent]!.push({ members: [i + 1], required: 1 });
      else group.members.push(i + 1);
    });
    needs.forEach((groups, item) => groups.forEach((group) => (group.required = Math.min(required[item]!, group.members.length))));
    return needs;
  }),
);

test('where every thing stands in one place the figure is the true worst case', () => {
  fc.assert(
    fc.property(trees, (given) => {
      expect(Math.abs(ours(given) - trueWorst(given))).toBeLessThan(1e-9);
    }),
    { numRuns: 400, seed: 546 },
  );
});

/** Anything may stand in several places. */
const shared = things(
  fc.integer({ min: 3, max: 6 }).chain((size) =>
    fc.tuple(...Array.from({ length: size }, (_, item) =>
      item === size - 1 ? fc.constant<Thing['needs']>([]) : fc.array(fc.record({ members: fc.uniqueArray(fc.integer({ min: item + 1, max: size - 1 }), { minLength: 1, maxLength: 3 }), required: fc.integer({ min: 1, max: 3 }) }).map(({ members, required }) => ({ members, required: Math.min(required, members.length) })), { maxLength: 2 }),
    )),
  ),
);

test('where things are shared the true worst case is never below the figure', () => {
  let attained = 0;
  fc.assert(
    fc.property(shared, (given) => {
      const truth = trueWorst(given);
      expect(ours(given)).toBeLessThanOrEqual(truth + 1e-9);
      if (ours(given) > truth - 1e-9) attained++;
    }),
    { numRuns: 400, seed: 547 },
  );
  // A bound that is always 0 would pass as well: in most cases it is the truth.
  expect(attained).toBeGreaterThan(200);
});

test('most that can happen together: the worked cases of 1 of n, and of 2 of 3', () => {
  // 1 of 3 needed is down when all three are: the rarest decides.
  expect(mostTogether(3, [0.01, 0.02, 0.05])).toBeCloseTo(0.01, 12);
  // 2 of 3 needed is down when two are: (0.01 + 0.02 + 0.05) ÷ 2 = 0.04, without the largest 0.01 + 0.02 = 0.03.
  expect(mostTogether(2, [0.01, 0.02, 0.05])).toBeCloseTo(0.03, 12);
  expect(mostTogether(1, [0.7, 0.6])).toBe(1);
});

test('a network that a group stands on and that is needed anyway counts once; rings end', () => {
  const all = (availability: number) => (): StatedAvailability => ({ availability, of: 'itself' });
  const rows = [dependency('Mail', 'Network'), dependency('Mail', 'A', 'servers', 1), dependency('Mail', 'B', 'servers', 1), dependency('A', 'Network'), dependency('B', 'Network')];
  // Mail's own 0.01, the network's 0.01, and 0.01 for both servers at once.
  expect(worstCase(dependencyMap(rows), 'mail', all(0.99))).toBeCloseTo(0.97, 12);
  expect(worstCase(dependencyMap([dependency('A', 'B'), dependency('B', 'A')]), 'a', all(0.9))).toBeCloseTo(0.8, 12);
});

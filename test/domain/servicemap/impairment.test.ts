/**
 * Component outages through the map against a reference that asks, for every second and every level
 * of impairment, who is down: the definition of domain rule 5.2 taken literally.
 */
import fc from 'fast-check';
import { NO_TERMS, type Terms } from '../../../src/domain/availability/records';
import { measure } from '../../../src/domain/availability/measure';
import { outageLog } from '../../../src/domain/availability/outage-log';
import { WHOLE } from '../../../src/domain/availability/share';
import { STEP } from '../../../src/domain/availability/steps';
import { dependencyMap } from '../../../src/domain/servicemap/dependency-map';
import { itemHistory } from '../../../src/domain/servicemap/impairment';
import { dependency, outage } from '../../support/records';
import { runs } from '../../support/runs';

const LENGTH = 60;
const ITEMS = ['Service', 'A', 'B', 'C', 'D', 'E'];
const LEVELS = [25, 50, 100];
const moment = { asOf: LENGTH, zone: 'UTC' };

interface Edge { item: number; needs: number; group: number | null }
interface Row { item: number; start: number; length: number; impact: number; planned: boolean; until: number | null }
interface Case { edges: Edge[]; required: number[]; rows: Row[]; ignoreUnder: number; breakLevel: number | null; rule: 'Excluded' | 'Forgiven' | 'Counted' }

const cases: fc.Arbitrary<Case> = fc.record({
  edges: fc.array(fc.record({ item: fc.integer({ min: 0, max: 5 }), needs: fc.integer({ min: 0, max: 5 }), group: fc.option(fc.integer({ min: 0, max: 1 })) }), { minLength: 1, maxLength: 12 })
    // One need of the measured item is certain, so that it stands on something.
    .map((edges) => [{ item: 0, needs: 1, group: null as number | null }, ...edges]),
  required: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 12, maxLength: 12 }),
  rows: fc.array(
    fc.record({ item: fc.integer({ min: 0, max: 5 }), start: fc.integer({ min: 0, max: LENGTH - 1 }), length: fc.integer({ min: 0, max: 25 }), impact: fc.constantFrom(...LEVELS), planned: fc.boolean(), until: fc.option(fc.integer({ min: 0, max: 25 })) }),
    { maxLength: 12 },
  ),
  ignoreUnder: fc.constantFrom(0, 0, 6),
  breakLevel: fc.constantFrom(null, 0.5),
  rule: fc.constantFrom('Excluded', 'Forgiven', 'Counted'),
});

/** Members and required of each group of each item, each thing once. */
function groupsOf({ edges, required }: Case): { item: number; members: number[]; required: number }[] {
  const groups: { item: number; members: number[]; required: number }[] = [];
  for (let item = 0; item < 6; item++) {
    for (const needs of new Set(edges.filter((edge) => edge.item === item && edge.group === null).map((edge) => edge.needs))) groups.push({ item, members: [needs], required: 1 });
    for (const group of [0, 1]) {
      const members = [...new Set(edges.filter((edge) => edge.item === item && edge.group === group).map((edge) => edge.needs))];
      if (members.length > 0) groups.push({ item, members, required: Math.min(required[item * 2 + group]!, members.length) });
    }
  }
  return groups;
}

/** Whether the service is down: the fewest items that must be, given those that are out themselves. */
function isDown(groups: ReturnType<typeof groupsOf>, out: (item: number) => boolean): boolean {
  const down = new Set([0, 1, 2, 3, 4, 5].filter(out));
  for (let again = true; again; ) {
    again = false;
    for (const { item, members, required } of groups) {
      if (!down.has(item) && members.filter((member) => !down.has(member)).length < required) {
        down.add(item);
        again = true;
      }
    }
  }
  return down.has(0);
}

function reference(given: Case) {
  const groups = groupsOf(given);
  const openRows = (t: number) => given.rows.filter((row) => row.start <= t && t < Math.min(row.start + row.length, LENGTH));
  const level = Array.from({ length: LENGTH }, (_, t) => Math.max(0, ...LEVELS.filter((at) => isDown(groups, (item) => openRows(t).some((row) => row.item === item && row.impact >= at)))));
  const planned = Array.from({ length: LENGTH }, (_, t) =>
    isDown(groups, (item) => openRows(t).some((row) => row.item === item && row.planned && (row.until === null || t < row.start + row.until))));
  for (let t = 0; t < LENGTH; ) {
    let end = t;
    while (end < LENGTH && level[end]! > 0) end++;
    if (end - t < given.ignoreUnder) for (let ignored = t; ignored < end; ignored++) { level[ignored] = 0; planned[ignored] = false; }
    t = Math.max(end, t + 1);
  }
  let down = 0;
  let agreed = 0;
  const breaks: number[] = [];
  let current = 0;
  for (let t = 0; t <= LENGTH; t++) {
    const inside = t < LENGTH;
    if (inside && !(planned[t]! && given.rule === 'Excluded')) agreed++;
    const counts = inside && !(planned[t]! && given.rule !== 'Counted');
    if (counts) down += level[t]!;
    if (inside && level[t]! > 0 && level[t]! >= (given.breakLevel ?? 0) * 100) current += counts ? 1 : 0;
    else {
      if (current > 0) breaks.push(current);
      current = 0;
    }
  }
  return { agreed, down, breaks };
}

function measured(given: Case) {
  const map = dependencyMap(given.edges.map(({ item, needs, group }) => dependency(ITEMS[item]!, ITEMS[needs]!, group === null ? null : `g${group}`, group === null ? null : given.required[item * 2 + group]!)));
  const log = outageLog(given.rows.map(({ item, start, length, impact, planned, until }) => outage({ item: ITEMS[item]!, start, end: start + length, impact: impact / 100, planned, plannedUntil: until === null ? null : start + until })));
  const terms: Terms = { customer: null, noticeDays: null, ignoreUnderMinutes: given.ignoreUnder / 60, breakLevel: given.breakLevel };
  const history = itemHistory(log, map, 'Service', terms, moment);
  return { log, history, ...measure([{ serviceTime: [0, LENGTH], maintenance: [], rule: given.rule, history }]) };
}

test('agrees with the second-by-second reference, cycles and groups included', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const actual = measured(given);
      const expected = reference(given);
      expect(actual.agreedSeconds).toBe(expected.agreed);
      expect(actual.downtimeUnits).toBe(expected.down * (WHOLE / 100));
      expect(actual.breaks.map((one) => one.impairedSeconds)).toEqual(expected.breaks);
    }),
    { numRuns: runs(1000), seed: 52 },
  );
});

test('the row that answers for an instant is open then, with the impact that counts', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { downtime, log } = measured(given);
      for (let i = 0; i < downtime.length; i += STEP) {
        const row = log.outages[downtime[i + 3]!]!;
        expect(row.start).toBeLessThanOrEqual(downtime[i]!);
        expect(row.end).toBeGreaterThanOrEqual(downtime[i + 1]!);
        expect(row.impact).toBe(downtime[i + 2]! / WHOLE);
      }
    }),
    { numRuns: runs(300), seed: 53 },
  );
});

describe('a redundant pair', () => {
  const map = dependencyMap([dependency('Mail', 'Server A', 'servers', 1), dependency('Mail', 'Server B', 'servers', 1)]);
  const mail = (...rows: Parameters<typeof outage>[0][]) => {
    const log = outageLog(rows.map((row) => outage(row)));
    return measure([{ serviceTime: [0, 100], maintenance: [], rule: 'Excluded', history: itemHistory(log, map, 'mail', NO_TERMS, { asOf: 100, zone: 'UTC' }) }]);
  };

  it('is down while both members are; the second failure answers for it', () => {
    // A 10–50, B 30–70: both 30–50.
    const { downtime } = mail({ item: 'Server A', start: 10, end: 50 }, { item: 'Server B', start: 30, end: 70 });
    expect(downtime).toEqual([30, 50, WHOLE, 1]);
  });

  it('is in ordinary downtime when one member fails while the other is in maintenance', () => {
    const { agreedSeconds, downtimeSeconds } = mail({ item: 'Server A', start: 10, end: 50, planned: true }, { item: 'Server B', start: 30, end: 70 });
    expect([agreedSeconds, downtimeSeconds]).toEqual([100, 20]);
  });

  it('is in planned time when both members are in maintenance', () => {
    const { agreedSeconds, downtimeSeconds } = mail({ item: 'Server A', start: 10, end: 50, planned: true }, { item: 'Server B', start: 30, end: 70, planned: true });
    expect([agreedSeconds, downtimeSeconds]).toEqual([80, 0]);
  });

  it('is as impaired as its better member', () => {
    // 40% of A and 70% of B lost: of two of which one is needed, the smaller loss, 40%.
    expect(mail({ item: 'Server A', start: 0, end: 10, impact: 0.4 }, { item: 'Server B', start: 0, end: 10, impact: 0.7 }).downtimeSeconds).toBe(4);
  });
});

test('a chain longer than the call stack is deep is measured', () => {
  const length = 20_000;
  const map = dependencyMap(Array.from({ length }, (_, i) => dependency(`Item ${i}`, `Item ${i + 1}`)));
  const log = outageLog([outage({ item: `Item ${length}`, start: 10, end: 20 })]);
  expect(itemHistory(log, map, 'Item 0', NO_TERMS, { asOf: 100, zone: 'UTC' }).runs).toEqual([10, 20]);
});

/**
 * Outages to figures against a reference that asks, second by second, what domain rules 2 and 3 say
 * of that second. The reference shares no code with the product: it knows rows, not intervals.
 */
import fc from 'fast-check';
import { ownHistory } from '../../../src/domain/availability/history';
import { measure } from '../../../src/domain/availability/measure';
import { outageLog } from '../../../src/domain/availability/outage-log';
import type { Outage, PlannedTimeRule, Terms } from '../../../src/domain/availability/records';
import { WHOLE } from '../../../src/domain/availability/share';
import { worstWindow } from '../../../src/domain/availability/worst-window';
import { outage } from '../../support/records';
import { runs } from '../../support/runs';

const LENGTH = 240;
/** Impacts in hundredths: the reference adds whole numbers. */
const IMPACTS = [0, 10, 25, 33, 50, 100];
const DAY = 86_400;

interface Case {
  rows: { start: number; length: number; open: boolean; impact: number; planned: boolean; until: number | null; notifiedDaysBefore: number | null; customer: string | null; counts: boolean }[];
  window: [number, number];
  asOf: number;
  hours: boolean[];
  maintenance: boolean[];
  rule: PlannedTimeRule;
  noticeDays: number | null;
  /** In seconds. */
  ignoreUnder: number;
  breakLevel: number | null;
  customer: string | null;
  any: number;
}

/** Runs of open and closed seconds. */
const blocks = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 12 }).map((runs) => {
  const seconds = runs.flatMap(([on, length]) => Array.from({ length }, () => on));
  return Array.from({ length: LENGTH }, (_, t) => seconds[t % seconds.length]!);
});

const cases: fc.Arbitrary<Case> = fc.record({
  rows: fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: LENGTH - 1 }),
      length: fc.integer({ min: 0, max: 80 }),
      open: fc.integer({ min: 0, max: 3 }).map((value) => value === 0),
      impact: fc.constantFrom(...IMPACTS),
      planned: fc.boolean(),
      until: fc.option(fc.integer({ min: -10, max: 90 })),
      notifiedDaysBefore: fc.option(fc.integer({ min: 0, max: 4 })),
      customer: fc.constantFrom(null, 'Retail', 'retail ', 'Cards'),
      counts: fc.boolean().chain((value) => (value ? fc.constant(true) : fc.boolean())),
    }),
    { maxLength: 9 },
  ),
  window: fc.tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 0, max: LENGTH })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as [number, number]),
  asOf: fc.integer({ min: 1, max: LENGTH }),
  hours: fc.oneof(fc.constant(Array.from({ length: LENGTH }, () => true)), blocks),
  maintenance: fc.oneof(fc.constant(Array.from({ length: LENGTH }, () => false)), blocks),
  rule: fc.constantFrom('Excluded', 'Forgiven', 'Counted'),
  noticeDays: fc.constantFrom(null, 0, 2),
  ignoreUnder: fc.constantFrom(0, 0, 12, 30),
  breakLevel: fc.constantFrom(null, 0, 0.25, 0.5),
  customer: fc.constantFrom(null, null, 'Retail'),
  any: fc.integer({ min: 1, max: 120 }),
});

function rowsOf(given: Case): Outage[] {
  return given.rows.map((row) => outage({
    item: 'ATM',
    start: row.start,
    end: row.open ? null : row.start + row.length,
    impact: row.impact / 100,
    planned: row.planned,
    plannedUntil: row.until === null ? null : row.start + row.until,
    notified: row.notifiedDaysBefore === null ? null : row.start - row.notifiedDaysBefore * DAY,
    customer: row.customer,
    counts: row.counts,
    reason: row.counts ? null : 'Agreed with the customer',
  }));
}

/** What the rules say, second by second. */
function reference(given: Case) {
  const { asOf, rule } = given;
  const end = Math.min(given.window[1], asOf);
  const rows = given.rows
    .filter((row) => row.counts && (given.customer === null || row.customer === null || row.customer.trim().toLowerCase() === given.customer.toLowerCase()))
    .map((row) => ({ ...row, end: Math.min(row.open ? Infinity : row.start + row.length, asOf) }))
    .filter((row) => row.start < asOf && row.end - row.start >= given.ignoreUnder);
  const openAt = (t: number) => rows.filter((row) => row.start <= t && t < row.end);
  const inTime = (row: (typeof rows)[number]) => !given.noticeDays || (row.notifiedDaysBefore !== null && row.notifiedDaysBefore >= given.noticeDays);
  const isPlanned = (t: number) =>
    given.maintenance[t]! || openAt(t).some((row) => row.planned && inTime(row) && (row.until === null || t < row.start + row.until));
  const impairmentAt = (t: number) => openAt(t).reduce((most, row) => Math.max(most, row.impact), 0);
  const level = (given.breakLevel ?? 0) * 100;
  const makesBreak = (t: number) => openAt(t).some((row) => row.impact > 0 && row.impact >= level);

  let agreed = 0;
  let planned = 0;
  let down = 0;
  const perSecond: number[] = [];
  // Second by second over all time: a run without a gap is one break, wherever the window is cut.
  const breaks: number[] = [];
  let current = 0;
  for (let t = 0; t <= LENGTH; t++) {
    const inWindow = t >= given.window[0] && t < end && given.hours[t]!;
    const apart = inWindow && isPlanned(t);
    if (apart) planned++;
    if (inWindow && !(apart && rule === 'Excluded')) agreed++;
    const counts = inWindow && !(apart && rule !== 'Counted');
    const lost = counts ? impairmentAt(t) : 0;
    if (t >= given.window[0] && t < end) perSecond.push(lost);
    down += lost;
    if (t < LENGTH && makesBreak(t)) current += counts ? 1 : 0;
    else {
      if (current > 0) breaks.push(current);
      current = 0;
    }
  }
  let worst = 0;
  const length = Math.min(given.any, perSecond.length);
  for (let t = 0; t + length <= perSecond.length; t++) worst = Math.max(worst, perSecond.slice(t, t + length).reduce((sum, value) => sum + value, 0));
  return { agreed, planned, down, breaks, impaired: breaks.reduce((sum, value) => sum + value, 0), longest: Math.max(0, ...breaks), worst };
}

const toSet = (seconds: readonly boolean[], from: number, to: number): number[] => {
  const set: number[] = [];
  for (let t = from; t < to; t++) {
    if (!seconds[t]) continue;
    if (set[set.length - 1] === t) set[set.length - 1] = t + 1;
    else set.push(t, t + 1);
  }
  return set;
};

test('agrees with the second-by-second reference', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const terms: Terms = { customer: given.customer, noticeDays: given.noticeDays, ignoreUnderMinutes: given.ignoreUnder / 60, breakLevel: given.breakLevel };
      const log = outageLog(rowsOf(given));
      const end = Math.min(given.window[1], given.asOf);
      const measured = measure([
        {
          serviceTime: toSet(given.hours, given.window[0], end),
          maintenance: toSet(given.maintenance, 0, LENGTH),
          rule: given.rule,
          history: ownHistory(log, 'ATM', terms, { asOf: given.asOf, zone: 'UTC' }),
        },
      ]);
      const expected = reference(given);
      expect(measured.agreedSeconds).toBe(expected.agreed);
      expect(measured.plannedSeconds).toBe(expected.planned);
      expect(measured.downtimeUnits).toBe(expected.down * (WHOLE / 100));
      expect(measured.breaks.map((one) => one.impairedSeconds)).toEqual(expected.breaks);
      expect(measured.impairedSeconds).toBe(expected.impaired);
      expect(measured.longestOutageSeconds).toBe(expected.longest);
      expect(measured.availability).toBe(expected.agreed === 0 ? null : (expected.agreed * 100 - expected.down) / (expected.agreed * 100));
      expect(worstWindow(measured.downtime, given.any).units).toBe(expected.worst * (WHOLE / 100));
    }),
    { numRuns: runs(3000), seed: 20261122 },
  );
});

test('a window cut in two is the sum of its parts, a break at the cut being one break', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: LENGTH }), (given, cut) => {
      const terms: Terms = { customer: given.customer, noticeDays: given.noticeDays, ignoreUnderMinutes: given.ignoreUnder / 60, breakLevel: given.breakLevel };
      const history = ownHistory(outageLog(rowsOf(given)), 'ATM', terms, { asOf: given.asOf, zone: 'UTC' });
      const [start, last] = [given.window[0], Math.min(given.window[1], given.asOf)];
      const at = Math.min(Math.max(cut, start), Math.max(start, last));
      const span = (from: number, to: number) => ({ serviceTime: toSet(given.hours, from, to), maintenance: toSet(given.maintenance, 0, LENGTH), rule: given.rule, history });
      const expected = reference(given);
      const measured = measure([span(start, at), span(at, last)]);
      expect(measured.agreedSeconds).toBe(expected.agreed);
      expect(measured.downtimeUnits).toBe(expected.down * (WHOLE / 100));
      expect(measured.breaks.map((one) => one.impairedSeconds)).toEqual(expected.breaks);
    }),
    { numRuns: runs(600), seed: 7 },
  );
});

/**
 * Targets from rows to status against a reference that asks minute by minute what domain rules 2 and 3
 * say of that minute: hours, holidays, maintenance, planned work with notice, overlapping impacts, rows
 * too short to count, breaks, budgets, status, forecast, and the lists that explain the figure.
 */
import fc from 'fast-check';
import { targetFigures } from '../../../src/domain/agreements/target-figures';
import type { PlannedTimeRule } from '../../../src/domain/availability/records';
import type { TargetStatus } from '../../../src/domain/figures';
import { agreement, at, maintenance, outage, records, serviceHours, target } from '../../support/records';
import { runs } from '../../support/runs';

/** September 2026 in UTC, a Tuesday; minutes count from here. */
const START = at('2026-09-01T00:00Z');
const MONTH = 30 * 1440;
const DAY = 1440;
/** Minutes before the month that rows may reach back. */
const BEFORE = 2 * DAY;
const HOURS: Readonly<Record<string, (minute: number) => boolean>> = {
  always: () => true,
  // Mon–Fri 8–18, Wednesday the 2nd a holiday.
  Office: (minute) => (Math.floor(minute / DAY) + 1) % 7 < 5 && Math.floor(minute / DAY) !== 1 && minute % DAY >= 480 && minute % DAY < 1080,
  // Daily 22–06; the night before the 2nd is whole, the night that begins on it a holiday.
  Night: (minute) => (minute % DAY >= 1320 && Math.floor(minute / DAY) !== 1) || (minute % DAY < 360 && Math.floor(minute / DAY) !== 2),
};
/** The same, minute by minute of the month. */
const OPEN = Object.fromEntries(Object.entries(HOURS).map(([name, isOpen]) => [name, Uint8Array.from({ length: MONTH }, (_, minute) => (isOpen(minute) ? 1 : 0))]));
const METRICS = ['Availability', 'Breaks', 'Downtime minutes', 'Longest outage minutes', 'MTRS minutes', 'MTBF hours', 'Waiting in any'] as const;
const HIGHER: readonly string[] = ['Availability', 'MTBF hours'];

interface Row {
  start: number;
  length: number;
  open: boolean;
  /** In hundredths. */
  impact: number;
  planned: boolean;
  until: number | null;
  /** In minutes before the start. */
  notified: number | null;
  counts: boolean;
}

const row: fc.Arbitrary<Row> = fc.record({
  start: fc.integer({ min: -DAY, max: 3 * DAY }),
  length: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 700 })),
  open: fc.integer({ min: 0, max: 7 }).map((value) => value === 0),
  impact: fc.constantFrom(0, 10, 33, 50, 100, 100),
  planned: fc.integer({ min: 0, max: 2 }).map((value) => value === 0),
  until: fc.option(fc.integer({ min: 0, max: 500 })),
  notified: fc.option(fc.constantFrom(0, 2 * DAY - 1, 2 * DAY, 5 * DAY)),
  counts: fc.integer({ min: 0, max: 9 }).map((value) => value > 0),
});
const cases = fc.record({
  rows: fc.array(row, { maxLength: 8 }),
  asOf: fc.oneof({ weight: 19, arbitrary: fc.integer({ min: 1, max: 3 * DAY }) }, { weight: 1, arbitrary: fc.constantFrom(MONTH, MONTH + 500) }),
  hours: fc.constantFrom('always', 'Office', 'Night'),
  windows: fc.array(fc.record({ start: fc.integer({ min: -200, max: 4 * DAY }), minutes: fc.integer({ min: 1, max: 400 }), daily: fc.boolean() }), { maxLength: 2 }),
  rule: fc.constantFrom<PlannedTimeRule>('Excluded', 'Forgiven', 'Counted'),
  noticeDays: fc.constantFrom(null, 0, 2),
  ignoreUnder: fc.constantFrom(null, 0, 10, 45),
  breakLevel: fc.constantFrom(null, 0, 33, 50),
  metric: fc.constantFrom(...METRICS),
  strict: fc.boolean(),
  aim: fc.integer({ min: 0, max: 5 }),
  any: fc.integer({ min: 1, max: 300 }),
});
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never;

const AIMS: Readonly<Record<(typeof METRICS)[number], readonly number[]>> = {
  Availability: [0.5, 0.9, 0.98, 0.99, 0.999, 1],
  Breaks: [0, 1, 2, 3, 5, 10],
  'Downtime minutes': [0, 10, 45, 100, 400, 2000],
  'Longest outage minutes': [0, 10, 45, 100, 200, 400],
  'MTRS minutes': [0, 5, 20, 60, 100, 300],
  'MTBF hours': [0, 1, 5, 10, 24, 60],
  'Waiting in any': [0, 5, 20, 60, 100, 300],
};

function reference(given: Case) {
  const { asOf, rule, metric } = given;
  const length = Math.min(asOf, MONTH);
  const open = OPEN[given.hours]!;
  const starts = given.windows.flatMap(({ start, minutes, daily }) => (daily ? Array.from({ length: 40 }, (_, day) => ({ start: start + day * DAY, minutes })) : [{ start, minutes }]));
  const inMaintenance = new Uint8Array(MONTH);
  for (const { start, minutes } of starts) inMaintenance.fill(1, Math.max(0, Math.min(MONTH, start)), Math.max(0, Math.min(MONTH, start + minutes)));

  const rows = given.rows.map((one, index) => ({ ...one, index, end: Math.min(one.open ? Infinity : one.start + one.length, asOf) })).filter((one) => one.counts && one.start < asOf);
  const counting = rows.filter((one) => one.end - one.start >= (given.ignoreUnder ?? 0));
  const inTime = (one: Row): boolean => !given.noticeDays || (one.notified !== null && one.notified >= given.noticeDays * DAY);
  // The worst, then the first to begin, then the upper row answers.
  const answering = [...counting].sort((a, b) => b.impact - a.impact || a.start - b.start || a.index - b.index);
  const planning = counting.filter((one) => one.planned && inTime(one)).sort((a, b) => a.start - b.start || a.index - b.index);
  const breaking = counting.filter((one) => one.impact > 0 && one.impact >= (given.breakLevel ?? 0));
  const owner = (list: readonly { start: number; end: number; index: number }[], minute: number) => list.find((one) => one.start <= minute && minute < one.end)?.index;
  const plannedParts = planning.map((one) => ({ ...one, end: Math.min(one.end, one.until === null ? Infinity : one.start + one.until) }));

  let service = 0;
  let agreed = 0;
  let down = 0;
  let planned = 0;
  const byRow = new Map<number, number>();
  const plannedByRow = new Map<number, number>();
  const overran = new Set<number>();
  const lost: number[] = [];
  const breaks: number[] = [];
  let current = 0;
  for (let minute = -BEFORE; minute <= Math.max(asOf, length); minute++) {
    const inWindow = minute >= 0 && minute < length && open[minute] === 1;
    let counts = inWindow;
    if (inWindow) {
      service++;
      const work = inMaintenance[minute] ? undefined : owner(plannedParts, minute);
      const apart = inMaintenance[minute] === 1 || work !== undefined;
      if (apart) planned++;
      if (work !== undefined) plannedByRow.set(work, (plannedByRow.get(work) ?? 0) + 1);
      if (!(apart && rule === 'Excluded')) agreed++;
      counts = !(apart && rule !== 'Counted');
    }
    const cause = counts ? owner(answering, minute) : undefined;
    const impact = cause === undefined ? 0 : given.rows[cause]!.impact;
    if (impact > 0) {
      byRow.set(cause!, (byRow.get(cause!) ?? 0) + impact);
      const { start, until } = given.rows[cause!]!;
      if (until !== null && minute >= start + until) overran.add(cause!);
    }
    down += impact;
    if (minute >= 0 && minute < length) lost.push(impact);
    if (owner(breaking, minute) !== undefined) current += counts ? 1 : 0;
    else {
      if (current > 0) breaks.push(current);
      current = 0;
    }
  }
  if (current > 0) breaks.push(current);
  const rest: number[] = [];
  for (let minute = length; minute < MONTH; minute++) if (open[minute] === 1 && !(rule === 'Excluded' && inMaintenance[minute] === 1)) rest.push(minute);
  const impaired = breaks.reduce((sum, one) => sum + one, 0);
  const longest = Math.max(0, ...breaks);

  let worst = 0;
  let stretch = 0;
  lost.forEach((value, minute) => {
    stretch += value - (minute >= given.any ? lost[minute - given.any]! : 0);
    worst = Math.max(worst, stretch);
  });
  const listed = rows.filter((one) => one.start < length && (one.open ? asOf : one.start + one.length) > 0);
  return { length, service, agreed, planned, down, breaks, impaired, longest, worst, rest, byRow, plannedByRow, overran, listed, plannedRows: given.rows, period: agreed + rest.length, metric };
}

/** Figure, status and forecast in whole numbers: downtime in hundredths of minutes, availability in millionths. */
function judged(given: Case, known: ReturnType<typeof reference>): { actual: number | null; status: TargetStatus; forecast: { verdict: 'Met' | 'Missed'; exhausted: number | null } | null } {
  const { metric, strict } = given;
  const { agreed, period, down, breaks, impaired, longest, worst, rest } = known;
  const aim = AIMS[metric][given.aim]!;
  if (agreed === 0) return { actual: null, status: 'Not measurable', forecast: null };
  const below = (a: number, b: number): boolean => (strict ? a < b : a <= b);
  const runs = known.length < MONTH;
  const plain = (actual: number | null, isMet: boolean) => ({ actual, status: (isMet ? 'Met' : 'Missed') as TargetStatus, forecast: null });
  if (metric === 'MTRS minutes') return breaks.length === 0 ? plain(null, true) : plain(impaired / breaks.length, below(impaired, aim * breaks.length));
  if (metric === 'MTBF hours') return breaks.length === 0 ? plain(null, true) : plain((agreed - impaired) / breaks.length / 60, below(aim * 60 * breaks.length, agreed - impaired));
  if (metric === 'Waiting in any') return plain(worst / 100, below(worst, aim * 100));

  // What is used and allowed of the whole period, and what is allowed of the part gone, in one whole unit each.
  const failures = Math.round((1 - aim) * 1e6);
  const [used, allowed, allowedSoFar] =
    metric === 'Availability' ? [down * 1e6, failures * 100 * period, failures * 100 * agreed]
    : metric === 'Downtime minutes' ? [down, aim * 100, aim * 100]
    : [metric === 'Breaks' ? breaks.length : longest, aim, aim];
  const actual = metric === 'Availability' ? 1 - down / 100 / agreed : metric === 'Downtime minutes' ? down / 100 : used;
  const isMet = below(used, allowedSoFar);
  const status: TargetStatus = !below(used, allowed) || (!runs && !isMet) ? 'Missed' : runs && allowed > 0 && (used * period > allowed * agreed || (allowed - used) * 4 <= allowed) ? 'At risk' : 'Met';
  if (!runs || metric === 'Longest outage minutes') return { actual, status, forecast: null };
  let exhausted: number | null = null;
  if (used > 0 && used < allowed) {
    for (let k = 0; k < rest.length; k++) {
      // The budget left lasts (allowed − used) × agreed ÷ used minutes of agreed time.
      const over = (k + 1) * used - (allowed - used) * agreed;
      if (over < 0) continue;
      if (over > 0) exhausted = rest[k]! * 60 + Math.floor((60 * ((allowed - used) * agreed - k * used)) / used);
      else if (k + 1 < rest.length) exhausted = (rest[k]! + 1) * 60;
      break;
    }
  }
  return { actual, status, forecast: { verdict: below(used * period, allowed * agreed) ? 'Met' : 'Missed', exhausted } };
}

test('agrees with the minute-by-minute reference', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(cases, (given) => {
      const { metric } = given;
      const known = reference(given);
      const expected = judged(given, known);
      const second = (minute: number) => START + minute * 60;
      const comparator = (HIGHER.includes(metric) ? (['>=', '>'] as const) : (['<=', '<'] as const))[given.strict ? 1 : 0]!;
      const [figure] = targetFigures(records({
        settings: { asOf: second(given.asOf) },
        agreements: [agreement({
          agreement: 'SLA', item: 'ATM', startDate: '2026-09-01', hours: given.hours === 'always' ? null : given.hours, maintenance: 'Windows', plannedTime: given.rule, noticeDays: given.noticeDays, ignoreUnderMinutes: given.ignoreUnder, breakLevel: given.breakLevel === null ? null : given.breakLevel / 100,
        })],
        targets: [target({ agreement: 'SLA', metric, comparator, target: AIMS[metric][given.aim]!, inAnyMinutes: given.any })],
        serviceHours: [serviceHours({ calendar: 'Office' }), serviceHours({ calendar: 'Night', days: [1, 2, 3, 4, 5, 6, 7], start: 22 * 3600, end: 6 * 3600 })],
        holidays: [{ row: 2, calendar: null, date: '2026-09-02', name: null, start: null, end: null }],
        maintenance: given.windows.map(({ start, minutes, daily }, i) => maintenance({ row: i + 2, calendar: 'Windows', start: new Date(second(start) * 1000).toISOString().slice(0, 19), minutes, repeats: daily ? 'every day' : null })),
        outages: given.rows.map(({ start, length, open, impact, planned, until, notified, counts }, i) =>
          outage({ row: i + 2, item: 'ATM', start: second(start), end: open ? null : second(start + length), impact: impact / 100, planned, plannedUntil: until === null ? null : second(start + until), notified: notified === null ? null : second(start - notified), counts, reason: counts ? null : 'Agreed' }),
        ),
      }));
      const figures = figure!;
      seen.set(figures.status, (seen.get(figures.status) ?? 0) + 1);

      expect(figures).toMatchObject({
        agreedSeconds: known.agreed * 60, agreedSecondsOfPeriod: known.period * 60, plannedSeconds: known.planned * 60, excludedSeconds: given.rule === 'Excluded' ? known.planned * 60 : 0,
        breaks: known.breaks.length, impairedSeconds: known.impaired * 60, longestOutageSeconds: known.longest * 60, status: expected.status,
      });
      expect(figures.downtimeSeconds).toBeCloseTo(known.down * 0.6, 6);
      if (expected.actual === null) expect(figures.actual).toBeNull();
      else expect(figures.actual).toBeCloseTo(expected.actual, 9);
      expect(figures.forecast === null ? null : { verdict: figures.forecast.verdict, exhausted: figures.forecast.exhausted }).toEqual(
        expected.forecast === null ? null : { verdict: expected.forecast.verdict, exhausted: expected.forecast.exhausted === null ? null : START + expected.forecast.exhausted },
      );

      // What explains it.
      expect(figures.serviceDays.reduce((sum, { days, secondsEach }) => sum + days * secondsEach, 0)).toBe(known.service * 60);
      expect(figures.planned.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(known.planned * 60);
      expect(new Map(figures.planned.filter(({ kind }) => kind === 'Planned outage').map(({ row: reference_, seconds }) => [reference_!.row - 2, seconds / 60]))).toEqual(known.plannedByRow);
      expect(figures.outages.map(({ row: line, countedSeconds }) => [line - 2, Math.round(countedSeconds / 0.6)]).sort((a, b) => a[0]! - b[0]!)).toEqual(known.listed.map(({ index }) => [index, known.byRow.get(index) ?? 0]));
      const because = known.listed.map((one) => {
        if (!one.planned || given.rule === 'Counted' || !known.byRow.has(one.index)) return null;
        if (given.noticeDays && one.notified === null) return 'no notice';
        if (given.noticeDays && one.notified! < given.noticeDays * DAY) return 'short notice';
        return known.overran.has(one.index) ? 'ran over' : null;
      });
      const forgotten = known.listed.map((one) => one.open && (given.rows.some((other) => other.counts && other.start > one.start && other.start < given.asOf) || given.asOf - one.start > 7 * DAY));
      const inOrder = [...figures.outages].sort((a, b) => a.row - b.row);
      expect(inOrder.map(({ lateBecause }) => lateBecause)).toEqual(because);
      expect(inOrder.map((one) => one.forgotten)).toEqual(forgotten);
      expect(figures.setAside.map((one) => one.row - 2)).toEqual(
        given.rows.map((one, index) => ({ ...one, index })).filter((one) => !one.counts && one.start < known.length && (one.open ? given.asOf : one.start + one.length) > 0).sort((a, b) => a.start - b.start || a.index - b.index).map(({ index }) => index),
      );
    }),
    { numRuns: runs(700), seed: 1611 },
  );
  // The cases are worth asking: every status comes up.
  for (const status of ['Met', 'At risk', 'Missed', 'Not measurable']) expect(seen.get(status)).toBeGreaterThanOrEqual(runs(20));
});

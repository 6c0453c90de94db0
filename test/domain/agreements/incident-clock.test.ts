/** Response and resolution clocks against a reference that watches the clock minute by minute. */
import fc from 'fast-check';
import { incidentLogWork, incidentResult, incidentsIn } from '../../../src/domain/agreements/incident-clock';
import type { Incident } from '../../../src/domain/agreements/records';
import { selectCalendar } from '../../../src/domain/time/calendar';
import { finish } from '../../../src/domain/work';
import { at, hold, incident, serviceHours } from '../../support/records';
import { runs } from '../../support/runs';

const office = selectCalendar('Office', [serviceHours({ calendar: 'Office' })], [], 'UTC');
/** Monday. */
const START = at('2026-09-07T00:00Z');
const MINUTES = 14 * 24 * 60;
const DAY = 24 * 60;

/** Mon–Fri 8–18, said of a minute since START. */
const isOpen = (minute: number): boolean => Math.floor(minute / DAY) % 7 < 5 && minute % DAY >= 8 * 60 && minute % DAY < 18 * 60;

const instant = fc.integer({ min: 0, max: MINUTES });
const cases = fc.record({
  opened: fc.integer({ min: 0, max: MINUTES - 1 }),
  responded: fc.option(fc.integer({ min: 0, max: 3000 })),
  resolved: fc.option(fc.integer({ min: 0, max: 6000 })),
  holds: fc.array(fc.record({ from: instant, length: fc.option(fc.integer({ min: 0, max: 3000 })) }), { maxLength: 4 }),
  holdMinutes: fc.constantFrom(null, 0, 45, 600),
  asOf: instant,
  amount: fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.constantFrom(60, 600)),
  unit: fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const),
  comparator: fc.constantFrom('<=' as const, '<' as const),
  metric: fc.constantFrom('Responded within' as const, 'Resolved within' as const),
  always: fc.boolean(),
});

test('agrees with the minute-by-minute reference', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { metric, unit, comparator, always } = given;
      const opened = given.opened;
      // What has not happened by As of has not happened.
      const seen = (after: number | null): number | null => (after !== null && opened + after <= given.asOf ? opened + after : null);
      const closed = metric === 'Resolved within' ? seen(given.resolved) : (seen(given.responded) ?? seen(given.resolved));
      fc.pre(opened < given.asOf);
      const open = (minute: number) => always || isOpen(minute);
      const amount = unit === 'minutes' ? given.amount : unit === 'hours' ? given.amount % 40 : given.amount % 5;

      const stopped = (minute: number) => metric === 'Resolved within' && given.holds.some(({ from, length }) => from <= minute && (length === null || minute < from + length));
      let clock = 0;
      for (let minute = opened; minute < (closed ?? given.asOf); minute++) if (open(minute) && !stopped(minute)) clock++;
      if (metric === 'Resolved within' && given.holds.length === 0) clock = Math.max(0, clock - (given.holdMinutes ?? 0));

      // A limit in days: that many dates with service hours later at the same time, moved to the next open minute.
      let limit = unit === 'minutes' ? amount : amount * 60;
      if (unit === 'days') {
        let due = opened;
        for (let left = amount; left > 0; ) {
          due += DAY;
          const midnight = due - (due % DAY);
          if (Array.from({ length: 24 }, (_, hour) => midnight + hour * 60).some(open)) left--;
        }
        while (!open(due)) due++;
        limit = 0;
        for (let minute = opened; minute < due; minute++) if (open(minute)) limit++;
      }
      const kept = comparator === '<' ? clock < limit : clock <= limit;
      const expected = kept ? (closed === null ? 'pending' : 'within') : 'missed';

      const second = (minute: number) => START + minute * 60;
      const actual = incidentResult(
        incident({
          incident: 'I1', item: 'ATM', opened: second(opened),
          responded: given.responded === null ? null : second(opened + given.responded), resolved: given.resolved === null ? null : second(opened + given.resolved), onHoldMinutes: given.holdMinutes,
        }),
        given.holds.map(({ from, length }) => hold({ incident: 'I1', from: second(from), to: length === null ? null : second(from + length) })),
        { metric, amount, unit, comparator, calendar: always ? null : office, zone: 'UTC' },
        second(given.asOf),
      );
      expect(actual).toMatchObject({ outcome: expected, clockSeconds: clock * 60, limitSeconds: limit * 60 });
    }),
    { numRuns: runs(1200), seed: 4 },
  );
});

test('a blank Responded with Resolved given: responded when resolved', () => {
  const given = incident({ incident: 'I1', item: 'ATM', opened: START, resolved: START + 1800 });
  expect(incidentResult(given, [], { metric: 'Responded within', amount: 30, unit: 'minutes', comparator: '<=', calendar: null, zone: 'UTC' }, START + 9999)).toMatchObject({ outcome: 'within', clockSeconds: 1800 });
});

test('what happened at As of has happened; what comes after has not', () => {
  const given = incident({ incident: 'I1', item: 'ATM', opened: START, resolved: START + 1800 });
  const seen = (asOf: number) => incidentResult(given, [], { metric: 'Resolved within', amount: 60, unit: 'minutes', comparator: '<=', calendar: null, zone: 'UTC' }, asOf)?.outcome;
  expect(seen(START + 1800)).toBe('within');
  expect(seen(START + 1799)).toBe('pending');
});

describe('incidents of a stretch', () => {
  const opened = (row: number, iso: string, over: Partial<Incident> = {}) => incident({ row, incident: `I${row}`, item: 'ATM', opened: at(iso), ...over });
  const september = { start: at('2026-09-01T00:00Z'), end: at('2026-10-01T00:00Z') };
  const all = { metric: 'Resolved within', severity: null } as const;

  it('are found in any order of rows, from its start to before its end, in the order of the table', () => {
    const rows = [
      opened(2, '2026-10-01T00:00Z'), opened(3, '2026-09-30T23:59:59Z'), opened(4, '2026-09-01T00:00Z'), opened(5, '2026-08-31T23:59:59Z'), opened(6, '2026-09-01T00:00Z'), opened(7, '2026-09-15T00:00Z', { item: 'Loans' }),
      opened(8, '2026-09-15T00:00Z', { unreadable: ['opened'], opened: NaN }), opened(9, '2026-09-10T00:00Z', { severity: 'Major' }),
    ];
    const log = finish(incidentLogWork(rows, []));
    expect(incidentsIn(log, 'atm', all, null, september).map(({ row }) => row)).toEqual([3, 4, 6, 9]);
    expect(incidentsIn(log, 'ATM', { ...all, severity: 'major' }, null, september).map(({ row }) => row)).toEqual([9]);
    expect(incidentsIn(log, 'Cards', all, null, september)).toEqual([]);
  });

  it('are found without a look at every incident of the item', () => {
    let reads = 0;
    const year = Array.from({ length: 8760 }, (_, hour) => Object.defineProperty(opened(hour + 2, '2026-01-01T00:00Z'), 'opened', { get: () => (reads++, at('2026-01-01T00:00Z') + hour * 3600) }));
    const log = finish(incidentLogWork(year, []));
    reads = 0;
    const day = { start: at('2026-09-01T00:00Z'), end: at('2026-09-02T00:00Z') };
    expect(incidentsIn(log, 'ATM', all, null, day)).toHaveLength(24);
    expect(reads).toBeLessThan(200);
  });
});

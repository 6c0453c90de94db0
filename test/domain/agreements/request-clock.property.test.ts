/** Decisions on requests against a reference that turns the pages of a calendar one by one. */
import fc from 'fast-check';
import { lastDateBefore, requestResult } from '../../../src/domain/agreements/request-clock';
import { selectCalendar } from '../../../src/domain/time/calendar';
import { deadline } from '../../../src/domain/time/deadline';
import { at, request, serviceHours } from '../../support/records';
import { runs } from '../../support/runs';

const HOLIDAYS = ['2026-09-07', '2026-09-10'];
/** Mon–Fri 8–18, closed on two dates. */
const office = selectCalendar('Office', [serviceHours({ calendar: 'Office' })], HOLIDAYS.map((date) => ({ row: 2, calendar: null, date, name: null, start: null, end: null })), 'UTC')!;
/** Days after 1 September 2026, a Tuesday. */
const dateOf = (day: number): string => new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10);
const isBusinessDay = (date: string): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !HOLIDAYS.includes(date);
};

const cases = fc.record({
  submitted: fc.integer({ min: 0, max: 25 }),
  cab: fc.option(fc.integer({ min: -3, max: 12 })),
  decided: fc.option(fc.integer({ min: 0, max: 25 })),
  closed: fc.option(fc.integer({ min: 0, max: 30 })),
  /** Hours after 1 September 2026, 00:00: midnights and other times. */
  asOf: fc.oneof(fc.integer({ min: 1, max: 60 }).map((day) => day * 24), fc.integer({ min: 1, max: 60 * 24 })),
  days: fc.integer({ min: 0, max: 8 }),
  comparator: fc.constantFrom('<=' as const, '<' as const),
  always: fc.boolean(),
});

test('agrees with the reference, date by date', () => {
  fc.assert(
    fc.property(cases, ({ submitted, cab, decided, closed, asOf, days, comparator, always }) => {
      const start = cab === null ? submitted : submitted + cab;
      const decision = decided !== null ? submitted + decided : closed !== null ? submitted + closed : null;
      // A date has begun when its midnight lies before As of.
      const begun = (day: number) => day * 24 < asOf;
      const isDecided = decision !== null && begun(decision);
      let clock = 0;
      for (let day = start + 1; isDecided ? day <= decision : begun(day); day++) if (always || isBusinessDay(dateOf(day))) clock++;
      const kept = comparator === '<' ? clock < days : clock <= days;

      const result = requestResult(
        request({ request: 'R1', submitted: dateOf(submitted), cabDate: cab === null ? null : dateOf(start), decided: decided === null ? null : dateOf(submitted + decided), closed: closed === null ? null : dateOf(submitted + closed) }),
        { days, comparator, calendar: always ? null : office, today: lastDateBefore(at('2026-09-01T00:00Z') + asOf * 3600, 'UTC') },
      );
      expect(result).toMatchObject({ outcome: !kept ? 'missed' : isDecided ? 'within' : 'pending', clockDays: clock, limitDays: days });
    }),
    { numRuns: runs(2000), seed: 20261101 },
  );
});

test('the date that DEADLINE gives is the last one in time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), (start, days) => {
      const due = new Date(deadline(at(`${dateOf(start)}T09:00Z`), days, 'days', office, 'UTC')! * 1000).toISOString().slice(0, 10);
      const dayAfter = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
      const outcome = (decided: string) => requestResult(request({ request: 'R1', submitted: dateOf(start), decided }), { days, comparator: '<=', calendar: office, today: '2026-12-31' });
      expect(outcome(due)).toMatchObject({ outcome: 'within', clockDays: days });
      expect(outcome(dayAfter).clockDays).toBe(isBusinessDay(dayAfter) ? days + 1 : days);
    }),
    { numRuns: runs(300), seed: 3 },
  );
});

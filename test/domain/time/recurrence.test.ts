import fc from 'fast-check';
import { datesOf, loadRecurrences, parseRepeats } from '../../../src/domain/time/recurrence';
import { runs } from '../../support/runs';

const dates = (repeats: string, start: string, first: string, last: string, zone = 'UTC') => datesOf(parseRepeats(repeats)!, start, zone, first, last);
const FREQ = 'FREQ=DAILY';

test('rules are refused before they are loaded', () => {
  expect(() => dates(FREQ, '2026-01-01T00:00:00', '2026-01-01', '2026-01-02')).toThrow('not loaded');
});

describe('loaded', () => {
  beforeAll(() => loadRecurrences([{ row: 2, calendar: 'M', start: '2026-01-01T00:00:00', minutes: 60, repeats: FREQ, until: null, zone: null }]));

  // Sundays of October 2026: 4, 11, 18, 25.
  test.each([
    ['every day', '2026-10-29T01:00:00', ['2026-10-29', '2026-10-30', '2026-10-31']],
    ['every Sunday', '2026-01-01T01:00:00', ['2026-10-04', '2026-10-11', '2026-10-18', '2026-10-25']],
    // Weeks begin on Monday; that of Wednesday 7 October ends with Sunday the 11th.
    ['every 2 weeks on Sunday', '2026-10-07T01:00:00', ['2026-10-11', '2026-10-25']],
    ['EVERY  1 week on  sunday', '2026-10-12T01:00:00', ['2026-10-18', '2026-10-25']],
    ['first Sunday of every month', '2026-01-01T01:00:00', ['2026-10-04']],
    ['second Saturday of every month', '2026-01-01T01:00:00', ['2026-10-10']],
    ['fourth Sunday of every month', '2026-01-01T01:00:00', ['2026-10-25']],
    ['last Saturday of every month', '2026-01-01T01:00:00', ['2026-10-31']],
    // Start's own date counts only if the rule yields it.
    ['first Sunday of every month', '2026-10-05T01:00:00', []],
    ['day 15 of every month', '2026-01-31T01:00:00', ['2026-10-15']],
    ['last day of every month', '2026-01-31T01:00:00', ['2026-10-31']],
    ['RRULE:FREQ=MONTHLY;BYDAY=2SU', '2026-01-01T01:00:00', ['2026-10-11']],
    ['freq=weekly;interval=2;byday=SU', '2026-10-07T02:30:00', ['2026-10-11', '2026-10-25']],
    ['FREQ=DAILY;COUNT=3', '2026-10-29T23:30:00', ['2026-10-29', '2026-10-30', '2026-10-31']],
    ['FREQ=DAILY;COUNT=3', '2026-09-29T23:30:00', ['2026-10-01']],
    ['FREQ=DAILY;UNTIL=20261002', '2026-09-29T23:30:00', ['2026-10-01', '2026-10-02']],
    ['FREQ=DAILY;UNTIL=20261002T120000', '2026-09-29T23:30:00', ['2026-10-01']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-01-01T01:00:00', ['2026-10-30']],
    ['FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1', '2020-10-31T02:30:00', ['2026-10-31']],
  ])('“%s” from %s on, in October 2026', (repeats, start, expected) => {
    expect(dates(repeats, start, '2026-10-01', '2026-10-31')).toEqual(expected);
  });

  test('days beyond a month’s length are its last', () => {
    expect(dates('day 31 of every month', '2028-01-31T01:00:00', '2028-01-01', '2028-04-30')).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']);
  });

  test('UNTIL in UTC is judged on the wall clock', () => {
    // 22:30 UTC is 23:30 in Berlin: the occurrence at 23:30 counts, and in Los Angeles (15:30) it comes too late.
    const rule = 'FREQ=DAILY;UNTIL=20261102T223000Z';
    expect(dates(rule, '2026-11-01T23:30:00', '2026-11-01', '2026-11-30', 'Europe/Berlin')).toEqual(['2026-11-01', '2026-11-02']);
    expect(dates(rule, '2026-11-01T23:30:00', '2026-11-01', '2026-11-30', 'America/Los_Angeles')).toEqual(['2026-11-01']);
  });

  test('a daily rule of thirty years is expanded', () => {
    expect(dates(FREQ, '1996-01-01T01:00:00', '2026-10-30', '2026-10-31')).toEqual(['2026-10-30', '2026-10-31']);
  });

  test('phrases yield what the same RRULE yields', () => {
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const code = (day: string) => day.slice(0, 2).toUpperCase();
    const pair = fc.oneof(
      fc.constantFrom(...days).map((day) => [`every ${day}`, `FREQ=WEEKLY;BYDAY=${code(day)}`]),
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...days)).map(([n, day]) => [`every ${n} weeks on ${day}`, `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${code(day)}`]),
      fc.tuple(fc.constantFrom('first', 'second', 'third', 'fourth'), fc.constantFrom(...days)).map(([nth, day]) => [`${nth} ${day} of every month`, `FREQ=MONTHLY;BYDAY=${['first', 'second', 'third', 'fourth'].indexOf(nth) + 1}${code(day)}`]),
      fc.constantFrom(...days).map((day) => [`last ${day} of every month`, `FREQ=MONTHLY;BYDAY=-1${code(day)}`]),
      fc.integer({ min: 1, max: 28 }).map((day) => [`day ${day} of every month`, `FREQ=MONTHLY;BYMONTHDAY=${day}`]),
      fc.constant(['last day of every month', 'FREQ=MONTHLY;BYMONTHDAY=-1']),
      fc.constant(['every day', FREQ]),
    );
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(pair, day, day, day, ([phrase, rule], start, first, last) => {
        expect(dates(phrase!, `${start}T02:30:00`, first, last)).toEqual(dates(rule!, `${start}T02:30:00`, first, last));
      }),
      { numRuns: runs(300) },
    );
  });
});

test.each(['', 'never', 'every', 'every other Sunday', 'every Sun', 'every 0 weeks on Sunday', 'fifth Sunday of every month', 'day 0 of every month', 'day 32 of every month', 'monthly', 'FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=3', 'INTERVAL=2', 'FREQ=DAILY;FREQ=DAILY', 'FREQ=DAILY;COUNT=2;UNTIL=20260101', 'FREQ=DAILY;X=1', 'FREQ=WEEKLY;BYDAY=XX', 'RRULE:', 'FREQ', 'FREQ=DAILY;UNTIL=20261332', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=MONTHLY;BYMONTHDAY=0', 'FREQ=YEARLY;BYMONTH=13', 'FREQ=YEARLY;BYWEEKNO=54', 'FREQ=MONTHLY;BYWEEKNO=5', 'FREQ=WEEKLY;BYMONTHDAY=3', 'FREQ=WEEKLY;BYDAY=2SU', 'FREQ=MONTHLY;BYSETPOS=1'])(
  '“%s” is no rule',
  (text) => {
    expect(parseRepeats(text)).toBeNull();
  },
);

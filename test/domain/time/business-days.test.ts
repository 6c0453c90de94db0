import fc from 'fast-check';
import { businessDays } from '../../../src/domain/time/business-days';
import { selectCalendar } from '../../../src/domain/time/calendar';
import { serviceHours } from '../../support/records';
import { runs } from '../../support/runs';

const CLOSED = ['2026-01-01', '2026-12-25', '2027-01-01'];
const office = selectCalendar('Office', [serviceHours({ calendar: 'Office' })], CLOSED.map((date) => ({ row: 2, calendar: null, date, name: null, start: null, end: null })), 'America/New_York');
const dateOf = (day: number): string => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);

test('counts the dates after one up to and including another, over years', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -5, max: 1600 }), (from, length) => {
      let expected = 0;
      for (let day = from + 1; day <= from + length; day++) {
        const weekday = new Date(Date.UTC(2020, 0, 1 + day)).getUTCDay();
        if (weekday !== 0 && weekday !== 6 && !CLOSED.includes(dateOf(day))) expected++;
      }
      expect(businessDays(dateOf(from), dateOf(from + length), office)).toBe(expected);
      expect(businessDays(dateOf(from), dateOf(from + length), null)).toBe(Math.max(0, length));
    }),
    { numRuns: runs(500), seed: 12 },
  );
});

import { selectCalendar } from '../../../src/domain/time/calendar';
import type { ServiceHoursRow } from '../../../src/domain/time/records';
import { elapsedServiceSeconds, isOpen } from '../../../src/domain/time/service-clock';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const office: ServiceHoursRow = { row: 2, calendar: 'Office', days: [1, 2, 3, 4, 5], start: 8 * 3600, end: 18 * 3600, from: null, until: null, zone: null };
const calendar = selectCalendar('Office', [office], [], 'UTC');

// 2026-06-05 is a Friday.
test('elapsed service time', () => {
  expect(elapsedServiceSeconds(at('2026-06-05T17:00'), at('2026-06-08T09:00'), calendar)).toBe(7200);
  expect(elapsedServiceSeconds(at('2026-06-06T00:00'), at('2026-06-07T23:00'), calendar)).toBe(0);
  expect(elapsedServiceSeconds(at('2026-06-08T09:00'), at('2026-06-05T17:00'), calendar)).toBe(0);
  expect(elapsedServiceSeconds(at('2026-06-05T17:00'), at('2026-06-08T09:00'), null)).toBe(64 * 3600);
});

test('the clock stops during pauses', () => {
  // Held from Friday 17:30 to Monday 08:15 (30 + 15 min of service time), and again before it began.
  const pauses = [at('2026-06-05T10:00'), at('2026-06-05T12:00'), at('2026-06-05T17:30'), at('2026-06-08T08:15')];
  expect(elapsedServiceSeconds(at('2026-06-05T17:00'), at('2026-06-08T09:00'), calendar, pauses)).toBe(7200 - 45 * 60);
  expect(elapsedServiceSeconds(at('2026-06-05T17:00'), at('2026-06-05T18:00'), null, pauses)).toBe(1800);
});

test('open from opening on, not at closing', () => {
  expect(['2026-06-05T07:59:59', '2026-06-05T08:00', '2026-06-05T17:59:59', '2026-06-05T18:00', '2026-06-06T12:00'].map((text) => isOpen(at(text), calendar))).toEqual([false, true, true, false, false]);
  expect(isOpen(0, null)).toBe(true);
});

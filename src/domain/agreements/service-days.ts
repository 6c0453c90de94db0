import type { ServiceDays } from '../figures';
import { serviceDates } from '../time/calendar';
import type { LocalDate } from '../time/records';
import type { RuledStretch } from './context';

/** Service time of a window as a calendar shows it. */
export interface ServiceCalendar {
  readonly serviceDays: readonly ServiceDays[];
  readonly holidays: readonly LocalDate[];
}

/**
 * The service hours of stretches of a window as days × seconds, largest group first, and the dates
 * whose holidays removed or changed hours. A date that several stretches share is one day.
 *
 * @param zone the workbook's: whose dates count where a calendar is 24×7
 * @example
 * // September 2026, Mon–Fri 08–18, the 3rd closed, the 4th 10–12
 * serviceCalendar(stretches, 'UTC') // { serviceDays: [{ days: 20, secondsEach: 36000 }, { days: 1, secondsEach: 7200 }], holidays: ['2026-09-03', '2026-09-04'] }
 */
export function serviceCalendar(stretches: readonly RuledStretch[], zone: string): ServiceCalendar {
  const byDate = new Map<LocalDate, number>();
  const holidays = new Set<LocalDate>();
  for (const { start, end, rules } of stretches) {
    for (const { date, seconds, isHoliday } of serviceDates({ start, end }, rules.calendar, zone)) {
      if (seconds > 0) byDate.set(date, (byDate.get(date) ?? 0) + seconds);
      if (isHoliday) holidays.add(date);
    }
  }
  const groups = new Map<number, number>();
  for (const seconds of byDate.values()) groups.set(seconds, (groups.get(seconds) ?? 0) + 1);
  const serviceDays = [...groups].map(([secondsEach, days]) => ({ days, secondsEach })).sort((a, b) => b.days - a.days || b.secondsEach - a.secondsEach);
  return { serviceDays, holidays: [...holidays].sort() };
}

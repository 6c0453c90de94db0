import type { TableContent } from '../tables/model';
import { tableOf } from './table-of';
import type { SampleRow } from './table-of';
import { addDays, monthsFrom, weekday } from './wall-clock';

/** The years whose tax season the desktop's hours name: the weekdays closest to 7 and 21 April. */
const TAX_SEASONS = [
  { from: '2025-04-07', until: '2025-04-21' },
  { from: '2026-04-07', until: '2026-04-21' },
  { from: '2027-04-07', until: '2027-04-21' },
];

/** When the services are promised. Desktop support is the calendar of the bank's desktop agreement. */
export function serviceHours(): TableContent {
  return tableOf('ServiceHours', [
    { Calendar: 'Desktop support', Days: 'Mon-Fri', Start: '08:00', End: '17:00' },
    ...TAX_SEASONS.flatMap(({ from, until }): SampleRow[] => [
      { Calendar: 'Desktop support', Days: 'Mon-Fri', Start: '07:00', End: '19:00', From: from, Until: until },
      { Calendar: 'Desktop support', Days: 'Sat', Start: '09:00', End: '14:00', From: from, Until: until },
    ]),
    { Calendar: 'Branch hours', Days: 'Mon-Fri', Start: '09:00', End: '18:00' },
    { Calendar: 'Branch hours', Days: 'Sat', Start: '09:00', End: '13:00' },
    { Calendar: 'Lending hours', Days: 'Mon-Fri', Start: '08:00', End: '18:00' },
    { Calendar: 'Contact Center hours', Days: 'Mon-Sat', Start: '07:00', End: '21:00' },
    { Calendar: 'Settlement hours', Days: 'Mon-Fri', Start: '06:00', End: '19:00', 'Time zone': 'America/New_York' },
    { Calendar: 'Supplier hours', Days: 'Mon-Fri', Start: '07:00', End: '19:00' },
  ]);
}

/** The n-th of a weekday in the month that begins on `first`. */
function nth(first: string, day: number, n: number): string {
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (n - 1));
}

/** The last of a weekday in the month that begins on `first`. */
function last(first: string, day: number): string {
  const fifth = nth(first, day, 5);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : nth(first, day, 4);
}

/**
 * The federal holidays of a year as banks keep them: one that falls on a Sunday is kept on the Monday
 * after it, one that falls on a Saturday is not moved (the Federal Reserve's rule, which differs from
 * that of the civil service).
 */
function bankHolidays(year: number): { date: string; name: string }[] {
  const month = (number: number): string => monthsFrom(`${year}-01-01`, 12)[number - 1]!;
  const kept = (date: string): string => (weekday(date) === 7 ? addDays(date, 1) : date);
  return [
    { date: kept(`${year}-01-01`), name: "New Year's Day" },
    { date: nth(month(1), 1, 3), name: 'Martin Luther King Jr. Day' },
    { date: nth(month(2), 1, 3), name: "Presidents' Day" },
    { date: last(month(5), 1), name: 'Memorial Day' },
    { date: kept(`${year}-06-19`), name: 'Juneteenth' },
    { date: kept(`${year}-07-04`), name: 'Independence Day' },
    { date: nth(month(9), 1, 1), name: 'Labor Day' },
    { date: nth(month(10), 1, 2), name: 'Columbus Day' },
    { date: kept(`${year}-11-11`), name: 'Veterans Day' },
    { date: nth(month(11), 4, 4), name: 'Thanksgiving Day' },
    { date: kept(`${year}-12-25`), name: 'Christmas Day' },
  ];
}

/** The dates on which the bank is closed, November 2024 to January 2027. */
const BANK_HOLIDAYS: readonly { date: string; name: string }[] = [2024, 2025, 2026, 2027]
  .flatMap(bankHolidays)
  .filter(({ date }) => date >= '2024-11-01' && date < '2027-02-01');

const CLOSED: ReadonlySet<string> = new Set(BANK_HOLIDAYS.map(({ date }) => date));

/** The bank's holidays for every calendar, and two short days of the branches. */
export function holidays(): TableContent {
  return tableOf('Holidays', [
    ...BANK_HOLIDAYS.map(({ date, name }): SampleRow => ({ Calendar: null, Date: date, Name: name })),
    { Calendar: 'Branch hours', Date: '2024-12-24', Name: 'Christmas Eve, short day', Start: '09:00', End: '13:00' },
    { Calendar: 'Branch hours', Date: '2025-12-24', Name: 'Christmas Eve, short day', Start: '09:00', End: '13:00' },
  ]);
}

/** The hours that agreements reserve for maintenance, whether they are used or not. */
export function maintenance(): TableContent {
  return tableOf('Maintenance', [
    { Calendar: 'Desktop maintenance', Start: '2024-11-03T16:00:00', Minutes: 120, Repeats: 'first Sunday of every month' },
    { Calendar: 'Data center window', Start: '2024-11-17T01:00:00', Minutes: 240, Repeats: 'third Sunday of every month' },
    { Calendar: 'Card window', Start: '2024-11-03T04:00:00', Minutes: 30, Repeats: 'every Sunday' },
    { Calendar: 'Online window', Start: '2024-11-24T02:00:00', Minutes: 120, Repeats: 'last Sunday of every month' },
    { Calendar: 'Mail window', Start: '2024-11-09T23:00:00', Minutes: 120, Repeats: 'second Saturday of every month' },
  ]);
}

/**
 * Opening and closing of desktop support on a date, in minutes after midnight; null: closed.
 *
 * @example desktopHours('2026-04-08') // [420, 1140]
 */
export function desktopHours(date: string): readonly [number, number] | null {
  if (CLOSED.has(date)) return null;
  const season = TAX_SEASONS.some(({ from, until }) => date >= from && date <= until);
  const day = weekday(date);
  if (day <= 5) return season ? [420, 1140] : [480, 1020];
  return day === 6 && season ? [540, 840] : null;
}

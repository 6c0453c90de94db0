import { addTo } from '../../grouping';
import type { Calendar } from '../../time/calendar';
import { DAY } from '../../time/zone';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Hours of a calendar as a week, where it has one season; else its name.
 *
 * @example hoursInWords(office) // 'Mon–Fri 8:00–17:00, Sat 9:00–13:00'
 */
export function hoursInWords(calendar: Calendar | null): string {
  if (calendar === null) return 'all hours';
  const [season, more] = calendar.seasons;
  if (season === undefined || more !== undefined || season.from !== -Infinity || season.until !== Infinity) return calendar.name;
  const byTimes = new Map<string, number[]>();
  for (let day = 1; day <= 7; day++) {
    const times = season.hours[day]!.map(({ start, end }) => `${clock(start)}–${clock(end)}`).join(' and ');
    if (times !== '') addTo(byTimes, times, day);
  }
  return [...byTimes].map(([times, days]) => `${daysText(days)} ${times}`).join(', ');
}

function clock(seconds: number): string {
  const ofDay = seconds === DAY ? DAY : seconds % DAY;
  return `${Math.floor(ofDay / 3600)}:${String(Math.floor(ofDay / 60) % 60).padStart(2, '0')}`;
}

/** @example daysText([1, 2, 3, 6]) // 'Mon–Wed, Sat' */
function daysText(days: readonly number[]): string {
  if (days.length === 7) return 'daily';
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run?.[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => DAYS[(day ?? 1) - 1]!;
  return runs.map((run) => (run.length > 2 ? `${name(run[0])}–${name(run[run.length - 1])}` : run.map(name).join(', '))).join(', ');
}

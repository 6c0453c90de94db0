/** Which calendar, holidays and maintenance windows the table arguments mean. */
import { nameKey } from '../domain/names';
import { type Calendar, CalendarError, aroundTheClock, selectCalendar } from '../domain/time/calendar';
import { maintenanceWindows, selectMaintenance } from '../domain/time/maintenance';
import type { HolidayRow, Interval, IntervalSet, MaintenanceRow, ServiceHoursRow } from '../domain/time/records';
import { loadRecurrences } from '../domain/time/recurrence';
import type { Reading } from '../tables/cells';
import { textArgument } from './arguments';
import { invalid } from './errors';
import { remembered, tableArgument } from './tables';

/** The calendar arguments of a function, as Excel gives them. */
export interface CalendarArguments {
  readonly hours?: unknown;
  readonly holidays?: unknown;
  readonly calendar?: unknown;
}

/**
 * The calendar that hours and holidays describe; null is 24×7.
 *
 * Without hours, holidays remove their dates from 24×7 (in reports, which name a calendar or none,
 * no holiday touches 24×7). `calendar` names one where there are several.
 */
export function calendarArgument({ hours, holidays, calendar }: CalendarArguments, reading: Reading): Calendar | null {
  const name = textArgument('calendar', calendar);
  const hourRows = tableArgument<ServiceHoursRow>('hours', hours, reading);
  const holidayRows = tableArgument<HolidayRow>('holidays', holidays, reading);
  return remembered([hourRows, holidayRows], `${name ?? ''}\n${reading.zone}`, () => {
    if (hourRows.length === 0) {
      if (holidayRows.length === 0) return null;
      const own = name ?? onlyName('holidays', holidayRows.flatMap((row) => row.calendar ?? []));
      return aroundTheClock(holidayRows.filter((row) => row.calendar === null || nameKey(row.calendar) === nameKey(own ?? '')), reading.zone);
    }
    try {
      return selectCalendar(name ?? onlyName('hours', hourRows.map((row) => row.calendar)), hourRows, holidayRows, reading.zone);
    } catch (error) {
      if (error instanceof CalendarError) throw invalid(`hours: ${error.message}`);
      throw error;
    }
  });
}

/**
 * The maintenance windows that a table means, to be asked for inside any window. `named` is the
 * calendar that the terms or the call name; a name without rows means no maintenance. Where nothing
 * names one and the table holds several, the calendar of the hours is meant.
 */
export async function maintenanceArgument(table: unknown, named: string | null, calendar: Calendar | null, reading: Reading): Promise<(window: Interval) => IntervalSet> {
  const rows = tableArgument<MaintenanceRow>('maintenance', table, reading);
  if (rows.length === 0) return () => [];
  await loadRecurrences(rows);
  let name = named;
  if (name === null) {
    const ofHours = calendar !== null && selectMaintenance(calendar.name, rows).length > 0;
    name = ofHours ? calendar.name : onlyName('maintenance', rows.map((row) => row.calendar));
  }
  const chosen = selectMaintenance(name, rows);
  return (window) => maintenanceWindows(window, chosen, reading.zone);
}

/** The one name that a table holds; null where it holds none. */
function onlyName(argument: string, names: readonly string[]): string | null {
  const distinct = new Map(names.map((name) => [nameKey(name), name]));
  if (distinct.size > 1) throw invalid(`${argument} holds several calendars (${[...distinct.values()].join(', ')}); calendar must name one.`);
  return names[0] ?? null;
}

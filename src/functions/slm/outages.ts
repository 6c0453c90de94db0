/**
 * Custom functions that measure an item over windows by its outages, and what a target allows.
 *
 * The choices stand in the file that uses them because the metadata is generated file by file.
 */
import { millionths, WHOLE } from '../../domain/availability/share';
import { worstWindow as worstWindowOf } from '../../domain/availability/worst-window';
import { duration, subtract } from '../../domain/time/intervals';
import { requiredNumber, shareArgument } from '../arguments';
import { forEachCell } from '../cells';
import { invalid, notMeasurable } from '../errors';
import { agreedArguments, measureEach, windowArgument } from '../measure';

/**
 * What planned time does to a figure.
 * @customenum {string}
 */
enum PlannedTime {
  /** Planned time leaves agreed time and downtime. */
  Excluded = "Excluded",
  /** Planned time stays in agreed time and is never downtime. */
  Forgiven = "Forgiven",
  /** Planned time has no effect: planned outages are ordinary downtime. */
  Counted = "Counted",
}

/**
 * Minutes of agreed service time, by which AVAILABILITY divides. Example: =SLM.AGREEDTIME("Mail", A2, B2, Outages[#All], ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction AGREEDTIME
 * @param item Service or component, or a column of them.
 * @param from Start, a date or a row of dates.
 * @param to End, not included.
 * @param outages Outages with their header row, such as Outages[#All].
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [asof] Nothing after it counts; omitted: the end.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date, Customer.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns Minutes.
 */
export async function agreedTime(item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ agreedSeconds }) => agreedSeconds / 60);
}

/**
 * Minutes of downtime inside agreed service time, weighted by impact. Example: =SLM.DOWNTIME("Mail", A2, B2, Outages[#All], ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction DOWNTIME
 * @param item Service or component, or a column of them.
 * @param from Start, a date or a row of dates.
 * @param to End, not included.
 * @param outages Outages with their header row, such as Outages[#All].
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [asof] Nothing after it counts; omitted: the end.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date, Customer.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns Minutes.
 */
export async function downtime(item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ downtimeSeconds }) => downtimeSeconds / 60);
}

/**
 * Share of agreed service time without downtime, 0 to 1; #N/A without agreed time. Example: =SLM.AVAILABILITY("Mail", A2, B2, Outages[#All], ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction AVAILABILITY
 * @param item Service or component, or a column of them.
 * @param from Start, a date or a row of dates.
 * @param to End, not included.
 * @param outages Outages with their header row, such as Outages[#All].
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [asof] Nothing after it counts; omitted: the end.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date, Customer.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns A share.
 */
export async function availability(item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ availability: share }) => {
    if (share === null) throw notMeasurable('There is no agreed service time in the window.');
    return share;
  });
}

/**
 * Number of breaks: runs of outages that overlap or touch, with downtime in the window. Example: =SLM.BREAKS("Mail", A2, B2, Outages[#All], ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction BREAKS
 * @param item Service or component, or a column of them.
 * @param from Start, a date or a row of dates.
 * @param to End, not included.
 * @param outages Outages with their header row, such as Outages[#All].
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [asof] Nothing after it counts; omitted: the end.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date, Customer.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns A whole number.
 */
export async function breaks(item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ breaks: found }) => found.length);
}

/**
 * Minutes of the longest break inside agreed service time, whatever its impact; 0 without breaks. Example: =SLM.LONGESTOUTAGE("Mail", A2, B2, Outages[#All], ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction LONGESTOUTAGE
 * @param item Service or component, or a column of them.
 * @param from Start, a date or a row of dates.
 * @param to End, not included.
 * @param outages Outages with their header row, such as Outages[#All].
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [asof] Nothing after it counts; omitted: the end.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date, Customer.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns Minutes.
 */
export async function longestOutage(item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ longestOutageSeconds }) => longestOutageSeconds / 60);
}

/**
 * Mean time to restore service: minutes impaired ÷ breaks; #N/A without breaks. Example: =SLM.MTRS("Mail", A2, B2, Outages[#All], ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction MTRS
 * @param item Service or component, or a column of them.
 * @param from Start, a date or a row of dates.
 * @param to End, not included.
 * @param outages Outages with their header row, such as Outages[#All].
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [asof] Nothing after it counts; omitted: the end.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date, Customer.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns Minutes.
 */
export async function mtrs(item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ mtrsSeconds }) => {
    if (mtrsSeconds === null) throw notMeasurable('There is no break in the window, or no agreed service time.');
    return mtrsSeconds / 60;
  });
}

/**
 * Mean time between failures in hours: agreed time not impaired ÷ breaks; #N/A without breaks. Example: =SLM.MTBF("Mail", A2, B2, Outages[#All], ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction MTBF
 * @param item Service or component, or a column of them.
 * @param from Start, a date or a row of dates.
 * @param to End, not included.
 * @param outages Outages with their header row, such as Outages[#All].
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [asof] Nothing after it counts; omitted: the end.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date, Customer.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns Hours.
 */
export async function mtbf(item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ mtbfSeconds }) => {
    if (mtbfSeconds === null) throw notMeasurable('There is no break in the window, or no agreed service time.');
    return mtbfSeconds / 3600;
  });
}

/**
 * The most minutes of downtime in any so many minutes of elapsed time between two instants. Example: =SLM.WORSTWINDOW(5, "Mail", A2, B2, Outages[#All], ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction WORSTWINDOW
 * @param minutes Length of the stretch in minutes, closed hours included.
 * @param item Service or component, or a column of them.
 * @param from Start, a date or a row of dates.
 * @param to End, not included.
 * @param outages Outages with their header row, such as Outages[#All].
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [asof] Nothing after it counts; omitted: the end.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date, Customer.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns Minutes.
 */
export async function worstWindow(minutes: unknown[][], item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ downtime: steps }, length = null) => {
    const seconds = requiredNumber('minutes', length) * 60;
    if (!(seconds > 0)) throw invalid(`minutes is ${seconds / 60}; expected a number above 0.`);
    return worstWindowOf(steps, seconds).units / (60 * WHOLE);
  }, { minutes });
}

/**
 * Minutes of downtime that a target allows, by the calendars alone: (1 − target) × agreed time. Example: =SLM.ALLOWED(99.9%, A2, B2, ServiceHours[#All], Holidays[#All], Maintenance[#All])
 * @customfunction ALLOWED
 * @param target The target, such as 99.9%.
 * @param from Start, a date or a column of dates.
 * @param to End, not included.
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [maintenance] Maintenance with its header row, such as Maintenance[#All].
 * @param [planned] Planned time: "Excluded" (default), "Forgiven" or "Counted".
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [terms] A header row and one row with any of Maintenance, Start date, End date.
 * @returns Minutes.
 */
export async function allowed(target: unknown[][], from: unknown[][], to: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, zone?: unknown, calendar?: unknown, terms?: unknown[][]): Promise<unknown[][]> {
  const agreed = await agreedArguments({ hours, holidays, maintenance, planned, zone, calendar, terms });
  return forEachCell({ target, from, to }, (targetCell, fromCell, toCell) => {
    const share = shareArgument('target', targetCell);
    if (share === null) throw invalid('target is blank.');
    const window = agreed.inForce(windowArgument(fromCell, toCell, agreed.reading));
    const open = agreed.serviceTime(window);
    const seconds = duration(agreed.rule === 'Excluded' ? subtract(open, agreed.maintenance(window)) : open);
    return ((1e6 - millionths(share)) * seconds) / 60e6;
  });
}

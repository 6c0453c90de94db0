/**
 * Custom functions, namespace SLM: arguments → domain → results. Excel's function wizard shows the
 * one-line descriptions below; the ids and the order of parameters are the users' interface.
 *
 * Ranges, and what may be one value or many, come in as `unknown[][]`; the choices stand in this file
 * because the metadata is generated from it alone.
 */
import { statusOf } from '../domain/agreements/verdict';
import { millionths } from '../domain/availability/share';
import { serviceTime as serviceTimeIn } from '../domain/time/calendar';
import { type DeadlineUnit, deadline as deadlineOf } from '../domain/time/deadline';
import { duration, subtract } from '../domain/time/intervals';
import { instantToSerial } from '../domain/time/serial';
import { isOpen } from '../domain/time/service-clock';
import { choiceArgument, numberArgument, requiredInstant, requiredNumber, shareArgument } from './arguments';
import { calendarArgument } from './calendars';
import { cellOf, forEachCell, isBlank } from './cells';
import { invalid, notMeasurable, outOfRange } from './errors';
import { agreedArguments, measureEach, perWindow, readingFor, windowArgument } from './measure';

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
 * What an amount of service time is counted in.
 * @customenum {string}
 */
enum Unit {
  /** Minutes of service time. */
  minutes = "minutes",
  /** Hours of service time. */
  hours = "hours",
  /** Whole dates that have service hours. */
  days = "days",
}

/**
 * How a figure compares with its target.
 * @customenum {string}
 */
enum Comparator {
  /** At least the target. */
  atLeast = ">=",
  /** More than the target. */
  above = ">",
  /** At most the target. */
  atMost = "<=",
  /** Less than the target. */
  below = "<",
}

/**
 * Minutes of service hours less holidays between two instants; maintenance is not looked at. Example: =SLM.SERVICETIME(A2, B2, ServiceHours[#All], Holidays[#All], "Europe/Berlin")
 * @customfunction SERVICETIME
 * @param from Start, a date or a column of dates.
 * @param to End, not included.
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @returns Minutes.
 */
export async function serviceTime(from: unknown[][], to: unknown[][], hours?: unknown[][], holidays?: unknown[][], zone?: unknown, calendar?: unknown): Promise<unknown[][]> {
  const reading = await readingFor(zone);
  const chosen = calendarArgument({ hours, holidays, calendar }, reading);
  const open = perWindow((window) => serviceTimeIn(window, chosen));
  return forEachCell({ from, to }, (fromCell, toCell) => duration(open(windowArgument(fromCell, toCell, reading))) / 60);
}

/**
 * The instant at which so much service time has passed since the start; a negative amount counts back. Example: =SLM.DEADLINE(A2, 4, "hours", ServiceHours[#All], Holidays[#All], "Europe/Berlin")
 * @customfunction DEADLINE
 * @param start Start, a date or a column of dates.
 * @param amount How much service time, in the unit.
 * @param [unit] "minutes" (default), "hours" or "days": whole dates that have service hours.
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @returns A date and time.
 */
export async function deadline(start: unknown[][], amount: unknown[][], unit?: Unit, hours?: unknown[][], holidays?: unknown[][], zone?: unknown, calendar?: unknown): Promise<unknown[][]> {
  const reading = await readingFor(zone);
  const counted: DeadlineUnit = choiceArgument('unit', unit, Object.values(Unit)) ?? 'minutes';
  const chosen = calendarArgument({ hours, holidays, calendar }, reading);
  return forEachCell({ start, amount }, (startCell, amountCell) => {
    const from = requiredInstant('start', startCell, reading);
    const much = numberArgument('amount', amountCell) ?? 0;
    if (counted === 'days' && !Number.isInteger(much)) throw invalid(`amount is ${much}; days are whole.`);
    const instant = deadlineOf(from, much, counted, chosen, reading.zone);
    const serial = instant === null ? null : instantToSerial(instant, reading.zone, reading.dateSystem);
    if (serial === null) throw outOfRange();
    return serial;
  });
}

/**
 * Whether the service is open at an instant; the closing moment is not. Example: =SLM.INHOURS(A2, ServiceHours[#All], Holidays[#All], "Europe/Berlin")
 * @customfunction INHOURS
 * @param instant A date and time, or a column of them.
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @returns TRUE or FALSE.
 */
export async function inHours(instant: unknown[][], hours?: unknown[][], holidays?: unknown[][], zone?: unknown, calendar?: unknown): Promise<unknown[][]> {
  const reading = await readingFor(zone);
  const chosen = calendarArgument({ hours, holidays, calendar }, reading);
  return forEachCell({ instant }, (cell) => isOpen(requiredInstant('instant', cell, reading), chosen));
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
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date.
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
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date.
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
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date.
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
 * @param [terms] A header row and one row with any of Notice days, Ignore under minutes, Break level percent, Maintenance, Start date, End date.
 * @param [dependencies] Dependencies with their header row, to count outages of what the item stands on.
 * @returns A whole number.
 */
export async function breaks(item: unknown[][], from: unknown[][], to: unknown[][], outages: unknown[][], hours?: unknown[][], holidays?: unknown[][], maintenance?: unknown[][], planned?: PlannedTime, asof?: unknown, zone?: unknown, calendar?: unknown, terms?: unknown[][], dependencies?: unknown[][]): Promise<unknown[][]> {
  return measureEach({ item, from, to, outages, hours, holidays, maintenance, planned, asof, zone, calendar, terms, dependencies }, ({ breaks: found }) => found.length);
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

/**
 * Met, At risk, Missed or Not measurable. Example: =SLM.STATUS(C2, ">=", 99.9%, D2)
 * @customfunction STATUS
 * @param actual The figure; an error value means not measurable.
 * @param comparator How it must compare with the target: ">=", ">", "<=" or "<".
 * @param target The target.
 * @param [budgetLeft] Share of the error budget that is left, such as 25%, where the period still runs.
 * @param [amberMargin] Share at or below which it is at risk; omitted: 25%.
 * @returns A word.
 */
export function status(actual: unknown[][], comparator: Comparator, target: unknown[][], budgetLeft?: unknown[][], amberMargin?: unknown): unknown[][] {
  const compared = choiceArgument('comparator', comparator, Object.values(Comparator));
  if (compared === null) throw invalid('comparator is blank; expected >=, >, <= or <.');
  const margin = shareArgument('amber margin', cellOf(amberMargin)) ?? undefined;
  return forEachCell({ actual, target, 'budget left': budgetLeft }, (actualCell, targetCell, leftCell) => {
    const goal = requiredNumber('target', targetCell);
    const left = numberArgument('budget left', leftCell);
    const isError = typeof actualCell === 'string' && actualCell.startsWith('#');
    return statusOf(isError || (isBlank(actualCell) && actualCell !== 0) ? null : requiredNumber('actual', actualCell), compared, goal, left, margin);
  });
}

/** Custom functions about service hours: how long they last, when they are over, whether they run. */
import { serviceTime as serviceTimeIn } from '../../domain/time/calendar';
import { type DeadlineUnit, deadline as deadlineOf } from '../../domain/time/deadline';
import { duration } from '../../domain/time/intervals';
import { instantToSerial } from '../../domain/time/serial';
import { isOpen } from '../../domain/time/service-clock';
import { choiceArgument, numberArgument, requiredInstant } from '../arguments';
import { calendarArgument } from '../calendars';
import { forEachCell } from '../cells';
import { invalid, outOfRange } from '../errors';
import { perWindow, readingFor, windowArgument } from '../measure';

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

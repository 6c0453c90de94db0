/** Excel's serial numbers, and ISO 8601 text: the two ways in which a cell holds a date. */
import type { Instant, LocalDate, LocalDateTime } from './records';
import { DAY, clockAt, clockOf, dateFrom, instantOf, localOf } from './zone';

export type DateSystem = 1900 | 1904;

/** Day 0 of each system, as days since 1970-01-01, for serials past the leap day that never was. */
const EPOCH = { 1900: -25_569, 1904: -24_107 } as const;
const PHANTOM = 60;
const MIDNIGHT_AFTER_9999 = clockOf('9999-12-31T00:00:00') + DAY;

/**
 * The wall-clock time of a serial, rounded to the nearest second. Null below 0, after the year 9999,
 * and on serial 60 of the 1900 system: 29 February 1900, a date that never was.
 *
 * @example serialToLocal(46082.5, 1900) // '2026-03-01T12:00:00'
 */
export function serialToLocal(serial: number, system: DateSystem): LocalDateTime | null {
  const clock = serialToClock(serial, system);
  return clock === null ? null : localOf(clock);
}

/** The serial of a wall-clock time; null before the system's first date. `localToSerial('1904-01-02T12:00:00', 1904) // 1.5` */
export function localToSerial(local: LocalDateTime, system: DateSystem): number | null {
  return clockToSerial(clockOf(local), system);
}

/** The instant of a serial on a zone's wall clock; null as `serialToLocal`. */
export function serialToInstant(serial: number, zone: string, system: DateSystem): Instant | null {
  const clock = serialToClock(serial, system);
  return clock === null ? null : instantOf(clock, zone);
}

/** The serial of an instant on a zone's wall clock; null before the system's first date. */
export function instantToSerial(instant: Instant, zone: string, system: DateSystem): number | null {
  return clockToSerial(clockAt(instant, zone), system);
}

function serialToClock(serial: number, system: DateSystem): number | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const seconds = Math.round(serial * DAY);
  const day = Math.floor(seconds / DAY);
  if (system === 1900 && day === PHANTOM) return null;
  const clock = EPOCH[system] * DAY + seconds + (system === 1900 && day < PHANTOM ? DAY : 0);
  return clock < MIDNIGHT_AFTER_9999 ? clock : null;
}

function clockToSerial(clock: number, system: DateSystem): number | null {
  const serial = (clock - EPOCH[system] * DAY) / DAY;
  if (system === 1904) return serial >= 0 ? serial : null;
  return serial >= PHANTOM + 1 ? serial : serial >= 1 ? (clock - (EPOCH[system] + 1) * DAY) / DAY : null;
}

/** What ISO 8601 text says: a date, a time (seconds after midnight), a wall-clock time, or an instant. */
export type IsoValue =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'local'; readonly local: LocalDateTime }
  | { readonly kind: 'instant'; readonly instant: Instant };

const DATE = String.raw`(\d{4})-(\d{2})-(\d{2})`;
const TIME = String.raw`(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?`;
const ISO = new RegExp(`^(?:${DATE})?(?:(^|[T ])${TIME})?(Z|[+-]\\d{2}(?::?\\d{2})?)?$`, 'i');

/**
 * Reads an ISO 8601 date (`2026-10-31`), time (`08:30`, `24:00`), or date and time without
 * (`2026-10-31T08:30`, also with a space) or with an offset (`…Z`, `…+02:00`), rounded to the second.
 * Null for any other text: nothing is guessed.
 *
 * @example parseIso('2026-10-31T08:30+01:00') // { kind: 'instant', instant: 1793431800 }
 * @example parseIso('31.10.2026') // null
 */
export function parseIso(text: string): IsoValue | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, , hour, minute, second, fraction, offset] = match;

  let date: LocalDate | null = null;
  if (year !== undefined) {
    date = dateFrom(Number(year), Number(month), Number(day));
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || date !== `${year}-${month}-${day}`) return null;
  }
  if (hour === undefined) return date !== null && offset === undefined ? { kind: 'date', date } : null;

  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  if (Number(minute) > 59 || Number(second ?? 0) > 59 || seconds > DAY || (seconds === DAY && Number(fraction ?? 0) > 0)) return null;
  const rounded = seconds + Math.round(Number(`0.${fraction ?? 0}`));
  if (date === null) return offset === undefined ? { kind: 'time', seconds: rounded } : null;

  const clock = clockOf(`${date}T00:00:00`) + rounded;
  if (offset === undefined) return { kind: 'local', local: localOf(clock) };
  const shift = offsetSeconds(offset);
  return shift === null ? null : { kind: 'instant', instant: clock - shift };
}

function offsetSeconds(offset: string): number | null {
  if (offset.toUpperCase() === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || 0);
  if (hours > 23 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

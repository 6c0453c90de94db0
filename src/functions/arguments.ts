/** Reads single arguments by the rules that hold for the cells of tables, and names them in errors. */
import type { Instant } from '../domain/time/records';
import { isZone } from '../domain/time/zone';
import { readCell, Unreadable, type Reading } from '../tables/cells';
import type { CellType, Column } from '../tables/contract';
import { oneOf, shown } from '../tables/words';
import { cellOf, isBlank, listOf, type Cell, type Listed } from './cells';
import { invalid, notMeasurable, outOfRange } from './errors';

/** An instant: a serial or ISO 8601 text. A blank one is null. `listed` says where in a list it stands. */
export function instantArgument(name: string, cell: Cell, reading: Reading, listed?: Listed): Instant | null {
  return isBlank(cell) ? null : (read(name, 'instant', cell, reading, listed) as Instant);
}

/** An instant that must be there. */
export function requiredInstant(name: string, cell: Cell, reading: Reading): Instant {
  const instant = instantArgument(name, cell, reading);
  if (instant === null) throw invalid(`${name} is blank.`);
  return instant;
}

/** A number; percent text such as `99.5%` is one too. Blank (but not 0) is null. `listed` says where in a list it stands. */
export function numberArgument(name: string, cell: Cell, listed?: Listed): number | null {
  return read(name, 'quantity', cell, PLAIN, listed) as number | null;
}

/** A number that must be there. */
export function requiredNumber(name: string, cell: Cell): number {
  const number = numberArgument(name, cell);
  if (number === null) throw invalid(`${name} is blank.`);
  return number;
}

/** A share, 0 … 1: `0.995` or `99.5%`. Blank (but not 0) is null. */
export function shareArgument(name: string, cell: Cell): number | null {
  return read(name, 'percent', cell, PLAIN) as number | null;
}

/** A share that must be there. */
export function requiredShare(name: string, cell: Cell): number {
  const share = shareArgument(name, cell);
  if (share === null) throw invalid(`${name} is blank.`);
  return share;
}

/** Above it, minutes and money are no longer told apart to the cent: `#NUM!`. */
const LARGEST_FIGURE = 1e12;

/** A figure that another cell worked out: 0 or more. @throws `#N/A` where it is not measurable, as it then is here */
export function figureArgument(name: string, cell: Cell): number {
  if (cell === NOT_MEASURABLE) throw notMeasurable(`${name} is not measurable.`);
  const number = requiredNumber(name, cell);
  if (number < 0) throw invalid(`${name} is ${number}; expected 0 or more.`);
  if (number > LARGEST_FIGURE) throw outOfRange();
  return number;
}

/**
 * A series of numbers, oldest first; null where there is none: in a blank cell (but not 0), and in one
 * that is not measurable (`#N/A`).
 */
export function seriesArgument(name: string, argument: unknown): (number | null)[] {
  return listOf(argument).map((listed) => (listed.cell === NOT_MEASURABLE ? null : (read(name, 'quantity', listed.cell, PLAIN, listed) as number | null)));
}

/** Shares, none of them blank (but 0 is a share). */
export function sharesArgument(name: string, argument: unknown): number[] {
  return listOf(argument).map((listed) => {
    const share = read(name, 'percent', listed.cell, PLAIN, listed) as number | null;
    if (share === null) throw invalid(`${name}, ${listed.place} is blank.`);
    return share;
  });
}

/** Yes or no; blank is no. */
export function yesNoArgument(name: string, argument: unknown): boolean {
  return (read(name, 'yes/no', cellOf(argument), PLAIN) as boolean | null) ?? false;
}

/** Text, trimmed; blank is null. */
export function textArgument(name: string, argument: unknown): string | null {
  const cell = cellOf(argument);
  return isBlank(cell) ? null : (read(name, 'text', cell, PLAIN) as string | null);
}

/** An IANA time zone; blank is UTC. */
export function zoneArgument(argument: unknown): string {
  const zone = textArgument('zone', argument) ?? 'UTC';
  if (!isZone(zone)) throw invalid(`zone ${shown(zone)} is no IANA time zone, such as Europe/Berlin.`);
  return zone;
}

/** One of a few words or signs, upper and lower case alike; null where blank. */
export function choiceArgument<Choice extends string>(name: string, argument: unknown, choices: readonly Choice[]): Choice | null {
  const text = textArgument(name, argument);
  // A blank cell that Excel turned into text.
  if (text === null || text === '0') return null;
  const choice = choices.find((one) => one.toLowerCase() === text.toLowerCase());
  if (choice === undefined) throw invalid(`${name} is ${shown(text)}; expected ${oneOf(choices)}.`);
  return choice;
}

/** What a figure that cannot be measured is in a cell. */
const NOT_MEASURABLE = '#N/A';
const PLAIN: Reading = { zone: 'UTC', dateSystem: 1900 };

function read(name: string, type: CellType, cell: Cell, reading: Reading, listed?: Listed): unknown {
  const value = readCell(columnFor(name, type), cell, reading);
  if (value instanceof Unreadable) throw invalid(`${listed ? `${name}, ${listed.place}: ` : ''}${value.fault.title}: found ${value.fault.found}, expected ${value.fault.expected}.`);
  return value;
}

const columns = new Map<string, Column>();

/** The argument described as a column, so that it is read as one. */
function columnFor(name: string, type: CellType): Column {
  let column = columns.get(`${name} ${type}`);
  if (!column) {
    column = { field: name, header: name, type, help: '', required: true, key: false, aliases: [], references: [], choices: [], open: false, default: null, unit: null, min: null, max: null, whole: false, remark: false };
    columns.set(`${name} ${type}`, column);
  }
  return column;
}

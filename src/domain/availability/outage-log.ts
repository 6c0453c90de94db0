import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import { finish, type Work } from '../work';
import { shareUnits } from './share';
import type { Precedence } from './steps';
import type { Outage, Terms } from './records';

/**
 * The rows of one item that count, by start, then in the table's order. Columns of equal length: a year
 * of a large estate is a million rows, and these are what every figure walks along.
 */
export interface ItemRows {
  /** Places in the table. */
  readonly indices: Int32Array;
  readonly starts: Float64Array;
  /** Infinity: still open. */
  readonly ends: Float64Array;
  /** Impact in hundred-millionths. */
  readonly levels: Int32Array;
  /** 1: planned, for one customer, or with something unreadable; what it means depends on the terms. */
  readonly special: Uint8Array;
}

/** Outage rows, found by item. */
export interface OutageLog {
  readonly outages: readonly Outage[];
  /** Item (as `nameKey` gives it) → its rows that count. */
  readonly rows: ReadonlyMap<string, ItemRows>;
  /** Item → indices of the rows that were set aside with a reason. */
  readonly setAside: ReadonlyMap<string, readonly number[]>;
  /** Item → indices of the rows that are left out because a field cannot be read or used. */
  readonly leftOut: ReadonlyMap<string, readonly number[]>;
  /** Rows that may belong to any item: theirs cannot be read. */
  readonly unassigned: readonly number[];
  /** The row that began first answers; of rows that began together, the upper one. */
  readonly precedes: Precedence;
}

/**
 * Sorts outage rows by item and by what can be done with them.
 *
 * Left out are rows with an unreadable field that bears on downtime, rows whose end lies before
 * their start, and rows set aside without the reason that setting aside requires.
 *
 * @param outages rows as read; the result refers to them by index
 */
export function outageLog(outages: readonly Outage[]): OutageLog {
  return finish(outageLogWork(outages));
}

/** The same in small steps, yielding every few thousand rows. */
export function* outageLogWork(outages: readonly Outage[]): Work<OutageLog> {
  const setAside = new Map<string, number[]>();
  const leftOut = new Map<string, number[]>();
  const unassigned: number[] = [];
  const items = new ItemNumbers();
  const table = columns(outages.length);
  // The item of each row that counts; -1 for the others.
  const itemOf = new Int32Array(outages.length).fill(-1);
  const counts: number[] = [];
  for (let index = 0; index < outages.length; index++) {
    if (index % 5000 === 4999) yield;
    const outage = outages[index]!;
    const item = items.of(outage.item);
    if (item === -1 || (outage.unreadable !== undefined && isUnreadable(outage, 'item'))) unassigned.push(index);
    else if (!isUsable(outage)) addTo(leftOut, items.keys[item]!, index);
    else if (!outage.counts) addTo(setAside, items.keys[item]!, index);
    else {
      itemOf[index] = item;
      counts[item] = (counts[item] ?? 0) + 1;
    }
    table.starts[index] = outage.start;
    table.ends[index] = outage.end ?? Infinity;
    table.levels[index] = shareUnits(outage.impact);
    table.special[index] = outage.planned || outage.customer !== null || outage.unreadable !== undefined ? 1 : 0;
  }
  const places = yield* placesByItem(itemOf, counts);
  const rows = new Map<string, ItemRows>();
  let done = 0;
  for (let item = 0; item < counts.length; item++) {
    const indices = places[item];
    if (indices === undefined) continue;
    sortByStart(indices, table.starts);
    rows.set(items.keys[item]!, rowsAt(indices, table));
    if ((done += indices.length) >= 5000) {
      done = 0;
      yield;
    }
  }
  const { starts } = table;
  return {
    outages,
    rows,
    setAside,
    leftOut,
    unassigned,
    precedes: (a, b) => starts[a]! < starts[b]! || (starts[a]! === starts[b]! && a < b),
  };
}

/** Items as numbers 0, 1, …; -1 for a blank name. Names repeat: each spelling is normalised once. */
class ItemNumbers {
  readonly keys: string[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly bySpelling = new Map<string, number>();

  of(spelling: string): number {
    let item = this.bySpelling.get(spelling);
    if (item === undefined) {
      const key = nameKey(spelling);
      item = key === '' ? -1 : this.byKey.get(key);
      if (item === undefined) {
        item = this.keys.push(key) - 1;
        this.byKey.set(key, item);
      }
      this.bySpelling.set(spelling, item);
    }
    return item;
  }
}

function columns(length: number): Omit<ItemRows, 'indices'> {
  return { starts: new Float64Array(length), ends: new Float64Array(length), levels: new Int32Array(length), special: new Uint8Array(length) };
}

/** Each item's places in the table, ascending. */
function* placesByItem(itemOf: Int32Array, counts: readonly (number | undefined)[]): Work<(Int32Array | undefined)[]> {
  const all = new Int32Array(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));
  let first = 0;
  const places = Array.from(counts, (count) => (count === undefined ? undefined : all.subarray(first, (first += count))));
  const filled = new Int32Array(counts.length);
  for (let index = 0; index < itemOf.length; index++) {
    if (index % 50_000 === 49_999) yield;
    const item = itemOf[index]!;
    if (item !== -1) places[item]![filled[item]!++] = index;
  }
  return places;
}

/** Sorts places of the table by start, equal ones as they stand. */
function sortByStart(indices: Int32Array, starts: Float64Array): void {
  const { length } = indices;
  let ascending = true;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < length; i++) {
    const start = starts[indices[i]!]!;
    if (start < most) ascending = false;
    if (start < least) least = start;
    if (start > most) most = start;
  }
  if (ascending) return;
  // Start and place in one whole number: numbers sort many times faster than anything that is compared by a function.
  if (!((most - least + 1) * length <= Number.MAX_SAFE_INTEGER)) {
    indices.sort((a, b) => starts[a]! - starts[b]! || a - b);
    return;
  }
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = (starts[indices[i]!]! - least) * length + i;
  keys.sort();
  const before = indices.slice();
  for (let i = 0; i < length; i++) indices[i] = before[keys[i]! % length]!;
}

function rowsAt(indices: Int32Array, table: Omit<ItemRows, 'indices'>): ItemRows {
  const rows: ItemRows = { indices, ...columns(indices.length) };
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    rows.starts[i] = table.starts[index]!;
    rows.ends[i] = table.ends[index]!;
    rows.levels[i] = table.levels[index]!;
    rows.special[i] = table.special[index]!;
  }
  return rows;
}

/** Whether a row says all that downtime needs. */
function isUsable(outage: Outage): boolean {
  if (outage.unreadable !== undefined) {
    if (isUnreadable(outage, 'start', 'end', 'impact', 'planned', 'counts')) return false;
    if (outage.planned && isUnreadable(outage, 'plannedUntil')) return false;
  }
  if (!Number.isFinite(outage.start) || !(outage.impact >= 0 && outage.impact <= 1)) return false;
  if (outage.end !== null && !(outage.end >= outage.start)) return false;
  return outage.counts || (outage.reason !== null && outage.reason.trim() !== '');
}

/** Whether the row says all that these terms ask for besides. */
export function isUsableUnder(outage: Outage, terms: Pick<Terms, 'customer' | 'noticeDays'>): boolean {
  if (terms.customer !== null && isUnreadable(outage, 'customer')) return false;
  return !(outage.planned && terms.noticeDays && isUnreadable(outage, 'notified'));
}

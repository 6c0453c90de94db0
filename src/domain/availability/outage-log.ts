import { isUnreadable, nameKey } from '../names';
import { finish, type Work } from '../work';
import type { Precedence } from './steps';
import type { Outage, Terms } from './records';

/** Outage rows, found by item. */
export interface OutageLog {
  readonly outages: readonly Outage[];
  /** Item (as `nameKey` gives it) → indices of its rows that count, by start, then in the table's order. */
  readonly counted: ReadonlyMap<string, readonly number[]>;
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
  const counted = new Map<string, number[]>();
  const setAside = new Map<string, number[]>();
  const leftOut = new Map<string, number[]>();
  const unassigned: number[] = [];
  // Names repeat: each spelling is normalised once.
  const keys = new Map<string, string>();
  for (let index = 0; index < outages.length; index++) {
    if (index % 5000 === 4999) yield;
    const outage = outages[index]!;
    let key = keys.get(outage.item);
    if (key === undefined) keys.set(outage.item, (key = nameKey(outage.item)));
    if (key === '' || isUnreadable(outage, 'item')) unassigned.push(index);
    else if (!isUsable(outage)) add(leftOut, key, index);
    else if (!outage.counts) add(setAside, key, index);
    else add(counted, key, index);
  }
  const precedes: Precedence = (a, b) => (outages[a]!.start - outages[b]!.start || a - b) < 0;
  let sorted = 0;
  for (const indices of counted.values()) {
    indices.sort((a, b) => outages[a]!.start - outages[b]!.start || a - b);
    sorted += indices.length;
    if (sorted >= 5000) {
      sorted = 0;
      yield;
    }
  }
  return { outages, counted, setAside, leftOut, unassigned, precedes };
}

/** Whether a row says all that downtime needs. */
function isUsable(outage: Outage): boolean {
  if (isUnreadable(outage, 'start', 'end', 'impact', 'planned', 'counts')) return false;
  if (outage.planned && isUnreadable(outage, 'plannedUntil')) return false;
  if (!Number.isFinite(outage.start) || !(outage.impact >= 0 && outage.impact <= 1)) return false;
  if (outage.end !== null && !(outage.end >= outage.start)) return false;
  return outage.counts || (outage.reason !== null && outage.reason.trim() !== '');
}

/** Whether the row says all that these terms ask for besides. */
export function isUsableUnder(outage: Outage, terms: Pick<Terms, 'customer' | 'noticeDays'>): boolean {
  if (terms.customer !== null && isUnreadable(outage, 'customer')) return false;
  return !(outage.planned && terms.noticeDays && isUnreadable(outage, 'notified'));
}

function add(map: Map<string, number[]>, key: string, index: number): void {
  const indices = map.get(key);
  if (indices) indices.push(index);
  else map.set(key, [index]);
}

import { type Moment, ownImpairment } from '../availability/history';
import type { OutageLog } from '../availability/outage-log';
import type { Terms } from '../availability/records';
import { during, STEP, type Steps } from '../availability/steps';
import { nameKey } from '../names';
import type { Interval } from '../time/records';
import { type DependencyMap, standsOn } from './dependency-map';
import { isDown, network, propagate, takeOut } from './propagation';
import { singlePoints } from './single-points';

/** Outages of items in the report month, kept for all services of a workbook. */
export interface OutagesInMonth {
  readonly log: OutageLog;
  readonly moment: Moment;
  readonly month: Interval;
  readonly steps: Map<string, Steps>;
}

/**
 * Names by key, in order of time, whose outages had to be under way for that of one item to impair a
 * service: those without which the service would not have been impaired so.
 *
 * An item that takes the service down alone needs none. Else, at each instant, of the things that were
 * lost at least as much as the service was, those that began first are taken until together with the
 * item they take it down, and of these only what that needs.
 *
 * @param downtime steps of the service that are put down to an item; anything else is not looked at
 * @returns key of an item that is no single point → keys of the others
 * @example
 * // Mail needs Server A or Server B; A is out since Monday, B on Tuesday for an hour
 * outagesAlongside(month, map, 'mail', terms, [tuesday, tuesday + 3600, WHOLE, 1]) // Map { 'server b' => Set { 'server a' } }
 */
export function outagesAlongside(known: OutagesInMonth, map: DependencyMap, root: string, terms: Terms, downtime: Steps): Map<string, Set<string>> {
  const { outages, precedes, rows } = known.log;
  const found = new Map<string, Set<string>>();
  const keyOf = (cause: number): string => nameKey(outages[cause]!.item);
  const causes = new Set<string>();
  for (let i = 0; i < downtime.length; i += STEP) causes.add(keyOf(downtime[i + 3]!));
  const alone = singlePoints(map, root, causes);
  if ([...causes].every((key) => alone.has(key))) return found;

  const beneath = standsOn(map, root).order.filter((key) => key !== root && rows.has(key));
  const points = singlePoints(map, root, beneath);
  const pieces = beneath.filter((key) => !points.has(key)).map((key) => ({ key, steps: ownIn(known, key, terms) })).filter(({ steps }) => steps.length > 0);
  const takesDown = takingDown(map, root);
  for (let i = 0; i < downtime.length; i += STEP) {
    const [start, end, level, cause] = downtime.slice(i, i + STEP) as [number, number, number, number];
    const item = keyOf(cause);
    if (alone.has(item)) continue;
    const open = pieces.flatMap(({ key, steps }) => (key === item ? [] : atLeastIn(steps, start, end, level).map((step) => ({ ...step, key }))));
    const instants = [...new Set([start, ...open.flatMap((one) => [one.start, one.end])])].filter((instant) => instant >= start && instant < end).sort((a, b) => a - b);
    for (const instant of instants) {
      const out = open.filter((one) => one.start <= instant && instant < one.end).sort((a, b) => (precedes(a.cause, b.cause) ? -1 : 1));
      let names = found.get(item);
      if (!names) found.set(item, (names = new Set()));
      for (const key of needed(item, out.map(({ key }) => key), takesDown)) names.add(key);
    }
  }
  return found;
}

/** The first of some things that with an item take the service down, and of them only those that this needs. */
function needed(item: string, others: readonly string[], takesDown: (keys: readonly string[]) => boolean): string[] {
  const chosen: string[] = [];
  let left = others;
  while (!takesDown([item, ...chosen])) {
    // More that is out never brings anything back, so the place from which on it is down can be halved for.
    let [low, high] = [0, left.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (takesDown([item, ...chosen, ...left.slice(0, middle + 1)])) high = middle;
      else low = middle + 1;
    }
    if (low === left.length) return [];
    chosen.unshift(left[low]!);
    left = left.slice(0, low);
  }
  return chosen;
}

function takingDown(map: DependencyMap, root: string): (keys: readonly string[]) => boolean {
  const all = network(map, [root]);
  const known = new Map<string, boolean>();
  return (keys) => {
    const places = keys.map((key) => all.places.get(key)!);
    const id = places.join();
    let falls = known.get(id);
    if (falls === undefined) {
      const down = new Int32Array(all.keys.length);
      for (const place of places) takeOut(down, 1, place, 0);
      propagate(all, down, 1);
      known.set(id, (falls = isDown(down, 1, all.places.get(root)!, 0)));
    }
    return falls;
  };
}

/** How much of an item its own outages cost in the month. */
function ownIn({ log, moment, month, steps }: OutagesInMonth, key: string, terms: Terms): Steps {
  const id = JSON.stringify([key, terms.customer === null ? null : nameKey(terms.customer), Boolean(terms.noticeDays)]);
  let own = steps.get(id);
  if (!own) steps.set(id, (own = during(ownImpairment(log, key, terms, moment.asOf), [month.start, month.end])));
  return own;
}

/** The steps of at least a level that are under way between two instants. */
function atLeastIn(steps: Steps, from: number, to: number, level: number): { readonly start: number; readonly end: number; readonly cause: number }[] {
  const found = [];
  for (let i = 0; i < steps.length && steps[i]! < to; i += STEP) {
    if (steps[i + 1]! > from && steps[i + 2]! >= level) found.push({ start: steps[i]!, end: steps[i + 1]!, cause: steps[i + 3]! });
  }
  return found;
}

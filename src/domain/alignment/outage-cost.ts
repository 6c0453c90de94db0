import { concerns } from '../availability/history';
import { isUsableUnder } from '../availability/outage-log';
import type { Outage, Terms } from '../availability/records';
import { shareUnits, WHOLE } from '../availability/share';
import type { FigureContext } from '../agreements/context';
import type { DowntimeCost } from '../figures';
import { addTo } from '../grouping';
import { nameKey } from '../names';
import { dependencyMap } from '../servicemap/dependency-map';
import { fallsOfEach } from '../servicemap/single-points';
import { clip, duration, EMPTY, overlap, union } from '../time/intervals';
import type { Interval } from '../time/records';
import type { Work } from '../work';
import type { OpenTime } from './service-impairment';

/** A process that costs something, and when its services are open. */
export interface CostlyProcess {
  readonly costPerHour: number;
  readonly services: readonly { readonly service: string; readonly openTimes: readonly OpenTime[] }[];
}

type OutageCost = DowntimeCost['outages'][number];

/** What the loss of one item alone costs: process by process, the services that it takes down. */
type Effect = CostlyProcess[];

/**
 * What each outage would have cost alone, the costliest first, at most so many, those that cost
 * nothing left out: its impairment passed through the map by itself, in the time in which the services
 * that it reaches count downtime. Planned time stays what it is.
 *
 * Rows are worked out in the order of what they could cost at most, until none that is left can come
 * among the costliest.
 */
export function* outageCostsWork(context: FigureContext, processes: readonly CostlyProcess[], window: Interval, most: number): Work<OutageCost[]> {
  const { outages } = context.outages;
  const { asOf } = context.records.settings;
  const rows = yield* boundedRows(context, processes, window);
  const costliest: (OutageCost & { readonly start: number })[] = [];
  let worked = 0;
  for (const { index, atMost, effect } of rows) {
    if (costliest.length === most && atMost <= costliest[most - 1]!.cost) break;
    if (++worked % 500 === 0) yield;
    const { row, item, start } = outages[index]!;
    const cost = costAlone(outages[index]!, effect, window, asOf);
    if (cost <= 0) continue;
    const place = costliest.findIndex((other) => other.cost < cost || (other.cost === cost && (other.start > start || (other.start === start && other.row > row))));
    costliest.splice(place < 0 ? costliest.length : place, 0, { table: 'Outages', row, item, cost, start });
    costliest.length = Math.min(costliest.length, most);
  }
  return costliest.map(({ table, row, item, cost }) => ({ table, row, item, cost }));
}

interface BoundedRow {
  readonly index: number;
  /** No outage costs more than its impact, over its length, of all processes that it reaches. */
  readonly atMost: number;
  readonly effect: Effect;
}

function* boundedRows(context: FigureContext, processes: readonly CostlyProcess[], window: Interval): Work<BoundedRow[]> {
  const { outages, rows: byItem } = context.outages;
  const { asOf } = context.records.settings;
  const rowsOf = new Map<string, readonly number[]>();
  const reached = new Set(processes.flatMap(({ services }) => services.flatMap(({ service }) => [...context.reach(service)])));
  for (const key of reached) {
    const inside: number[] = [];
    for (const index of byItem.get(key)?.indices ?? []) if (outages[index]!.start < window.end && (outages[index]!.end ?? asOf) > window.start) inside.push(index);
    if (inside.length > 0) rowsOf.set(key, inside);
  }
  yield;
  const effects = yield* effectsOf(context, processes, new Set(rowsOf.keys()));
  const rows: BoundedRow[] = [];
  for (const [key, indices] of rowsOf) {
    const effect = effects.get(key);
    if (effect === undefined) continue;
    const costPerHour = effect.reduce((sum, process) => sum + process.costPerHour, 0);
    for (const index of indices) {
      const { start, end } = inWindow(outages[index]!, window, asOf);
      const atMost = (costPerHour * outages[index]!.impact * (end - start)) / 3600;
      if (atMost > 0) rows.push({ index, atMost, effect });
    }
  }
  return rows.sort((a, b) => b.atMost - a.atMost || a.index - b.index);
}

/** What each item takes down alone. */
function* effectsOf({ map }: FigureContext, processes: readonly CostlyProcess[], items: ReadonlySet<string>): Work<Map<string, Effect>> {
  const keyed = processes.map(({ costPerHour, services }) => ({ costPerHour, services: services.map((service) => ({ service, key: nameKey(service.service) })) }));
  const keys = [...new Set(keyed.flatMap(({ services }) => services.map(({ key }) => key)))];
  const effects = new Map<string, Effect>();
  for (const { key: item, takesDown } of yield* fallsOfEach(map ?? dependencyMap([]), items, keys)) {
    const down = new Set(takesDown.map((place) => keys[place]!));
    for (const { costPerHour, services } of keyed) {
      const taken = services.flatMap(({ service, key }) => (down.has(key) ? [service] : []));
      if (taken.length > 0) addTo(effects, item, { costPerHour, services: taken });
    }
  }
  return effects;
}

function costAlone(outage: Outage, effect: Effect, window: Interval, asOf: number): number {
  const { start, end } = inWindow(outage, window, asOf);
  const level = shareUnits(outage.impact);
  let cost = 0;
  for (const { costPerHour, services } of effect) {
    const open = services.flatMap(({ openTimes }) => openTimes.filter(({ terms }) => counts(outage, terms, asOf)).map((time) => time.open));
    const seconds = open.length === 1 ? overlap(open[0]!, start, end) : duration(open.map((set) => clip(set, start, end)).reduce(union, EMPTY));
    cost += (costPerHour * seconds * level) / WHOLE / 3600;
  }
  return cost;
}

/** Whether a row counts by itself under an agreement's terms. */
function counts(outage: Outage, terms: Terms, asOf: number): boolean {
  return isUsableUnder(outage, terms) && concerns(outage, terms.customer) && Math.min(outage.end ?? asOf, asOf) - outage.start >= (terms.ignoreUnderMinutes ?? 0) * 60;
}

function inWindow(outage: Outage, window: Interval, asOf: number): Interval {
  return { start: Math.max(outage.start, window.start), end: Math.min(outage.end ?? asOf, asOf, window.end) };
}

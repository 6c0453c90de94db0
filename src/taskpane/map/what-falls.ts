/** What falls when several things are out at once. */
import { sumOfRecorded } from '../../domain/aggregates';
import type { Figures, ItemFigure } from '../../domain/figures';
import { nameKey } from '../../domain/names';
import { customersOnMaps, usersByCustomer } from '../../domain/servicemap/customers';
import type { DependencyMap } from '../../domain/servicemap/dependency-map';
import { falls } from '../../domain/servicemap/falls';
import { type MapBook, uniqueNames } from './map-book';

/** What is at stake: of one thing alone, or of several together. */
export type AtStake = Pick<ItemFigure, 'services' | 'components' | 'customers' | 'users' | 'agreements' | 'processes' | 'objectives' | 'costPerHour'>;

export interface Fallen extends AtStake {
  /** Keys of everything that is down, what is out included. */
  readonly keys: ReadonlySet<string>;
}

/**
 * What is down when these things are out, with the customers, agreements and processes that it reaches,
 * each once. Services and other things are in the order of their tables, retired services among the other
 * things, as nothing is promised of them any more; what is out stands in `keys` only.
 *
 * @param map of the figures' edges
 * @param out keys of what is out
 * @example whatFalls(figures, book, mapOfEdges(figures.edges), new Set(['line 1', 'line 2'])).services // ['E-mail']
 */
export function whatFalls(figures: Figures, book: MapBook, map: DependencyMap, out: ReadonlySet<string>): Fallen {
  const keys = falls(map, out);
  const down = figures.items.filter(({ item }) => keys.has(nameKey(item)));
  const others = down.filter(({ item }) => !out.has(nameKey(item)));
  const isLive = ({ item }: ItemFigure): boolean => book.maps.has(nameKey(item));
  const live = down.flatMap(({ item }) => book.maps.get(nameKey(item)) ?? []);
  // What one thing alone reaches it reaches in any company: so the parts of all that is down are the whole.
  const customers = uniqueNames(down.flatMap((one) => one.customers));
  const processes = uniqueNames(down.flatMap((one) => one.processes));
  return {
    keys,
    services: others.filter(isLive).map(({ item }) => item),
    components: others.filter((one) => !isLive(one)).map(({ item }) => item),
    customers,
    users: sumOfRecorded(usersByCustomer(customersOnMaps(live)).values()),
    agreements: uniqueNames(down.flatMap((one) => one.agreements)),
    processes,
    objectives: uniqueNames(down.flatMap((one) => one.objectives)),
    costPerHour: costOf(processes, figures),
  };
}

function costOf(processes: readonly string[], { downtimeCost }: Figures): number | null {
  const reached = new Set(processes.map(nameKey));
  const costs = (downtimeCost?.processes ?? []).flatMap(({ process, costPerHour }) => (costPerHour !== null && reached.has(nameKey(process)) ? [costPerHour] : []));
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0);
}

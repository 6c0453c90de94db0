/** What falls when several things are out at once. */
import type { Figures, ItemFigure } from '../../domain/figures';
import { nameKey } from '../../domain/names';
import type { DependencyMap } from '../../domain/servicemap/dependency-map';
import { falls } from '../../domain/servicemap/falls';
import { type MapBook, uniqueNames, usersOfService } from './map-book';

/** What is at stake: of one thing alone, or of several together. */
export type AtStake = Pick<ItemFigure, 'services' | 'components' | 'customers' | 'users' | 'agreements' | 'processes' | 'objectives' | 'costPerHour'>;

export interface Fallen extends AtStake {
  /** Keys of everything that is down, what is out included. */
  readonly keys: ReadonlySet<string>;
}

/**
 * What is down when these things are out, with the customers, agreements and processes that it reaches,
 * each once. Services and other things are in the order of
 * their tables; what is out stands in `keys` only.
 *
 * @param map of the figures' edges
 * @param out keys of what is out
 * @example whatFalls(figures, book, mapOfEdges(figures.edges), new Set(['line 1', 'line 2'])).services // ['E-mail']
 */
export function whatFalls(figures: Figures, book: MapBook, map: DependencyMap, out: ReadonlySet<string>): Fallen {
  const keys = falls(map, out);
  const down = figures.items.filter(({ item }) => keys.has(nameKey(item)));
  const others = down.filter(({ item }) => !out.has(nameKey(item)));
  // What one thing alone reaches it reaches in any company: so the parts of all that is down are the whole.
  const customers = uniqueNames(down.flatMap((one) => one.customers));
  const processes = uniqueNames(down.flatMap((one) => one.processes));
  return {
    keys,
    services: others.filter(({ section }) => section === 'Service').map(({ item }) => item),
    components: others.filter(({ section }) => section !== 'Service').map(({ item }) => item),
    customers,
    users: usersOf(customers, down, book),
    agreements: uniqueNames(down.flatMap((one) => one.agreements)),
    processes,
    objectives: uniqueNames(down.flatMap((one) => one.objectives)),
    costPerHour: costOf(processes, figures),
  };
}

/** Of a customer of several services the largest number, of those that are down. */
function usersOf(customers: readonly string[], down: readonly ItemFigure[], { maps }: MapBook): number | null {
  const most = new Map<string, number>();
  for (const { item } of down) {
    for (const [customer, { users }] of usersOfService(maps.get(nameKey(item))?.lines ?? [])) {
      if (users !== null) most.set(customer, Math.max(users, most.get(customer) ?? 0));
    }
  }
  const known = customers.flatMap((customer) => most.get(nameKey(customer)) ?? []);
  return known.length === 0 ? null : known.reduce((sum, users) => sum + users, 0);
}

function costOf(processes: readonly string[], { downtimeCost }: Figures): number | null {
  const reached = new Set(processes.map(nameKey));
  const costs = (downtimeCost?.processes ?? []).flatMap(({ process, costPerHour }) => (costPerHour !== null && reached.has(nameKey(process)) ? [costPerHour] : []));
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0);
}

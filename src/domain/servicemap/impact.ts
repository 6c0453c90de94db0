import { sumOfRecorded } from '../aggregates';
import { type AgreementBook, agreementsOn } from '../agreements/in-force';
import type { Agreement } from '../agreements/records';
import { objectiveSupport } from '../alignment/supported-objectives';
import { processSupport } from '../alignment/supporting-services';
import type { ItemFigure, MapEdge, RowReference } from '../figures';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { monthInterval } from '../time/periods';
import type { Work } from '../work';
import { type Catalogue, categoryIn, nameIn, ownerIn, sectionIn } from './catalogue';
import { customersOfServices, type ServiceCustomer } from './customers';
import type { MapEdges } from './edges';
import { fallsOfEach } from './single-points';

/** Items between two pauses. */
const ITEMS_PER_STEP = 64;

/** What falls with each thing on the map, and the rows that could not be used for it. */
export interface Impacts {
  readonly items: readonly ItemFigure[];
  readonly rowsLeftOut: readonly RowReference[];
}

/**
 * The impact of every thing on the map: what is down when it alone is down, upward through services,
 * customers, agreements in force in the report month, processes and objectives.
 *
 * A process is reached where any service that supports it directly is down, an objective where a process
 * that supports it is, or an objective that serves it. Of a customer of several services the largest
 * number of users counts, as they may be the same people. Retired services are no part of it, but for those on which something still stands: these
 * pass on what falls, and stand among `components`, as nothing is promised of them any more.
 */
export function* impactWork(records: Records, { edges, map }: MapEdges, catalogue: Catalogue, book: AgreementBook): Work<Impacts> {
  const { services, components } = catalogue;
  const stoodOn = new Set(edges.map(({ dependsOn }) => nameKey(dependsOn)));
  const keys = [...services].flatMap(([key, { lifecycle }]) => (lifecycle === 'Retired' && !stoodOn.has(key) ? [] : [key]));
  keys.push(...components.keys());
  const listed = new Set(keys);
  for (const key of map.names.keys()) if (!listed.has(key) && !services.has(key) && (stoodOn.has(key) || map.needs.has(key))) keys.push(key);

  const above = aboveServices(records);
  const month = monthInterval(records.settings.reportMonth, records.settings.zone);
  const names = keys.map((key) => nameIn(catalogue, key) ?? map.names.get(key)!);
  const isLive = keys.map((key) => services.has(key) && services.get(key)!.lifecycle !== 'Retired');
  const agreements = keys.map((key) => agreementsOn(key, book, month));
  const users = usersOf(edges);
  const items: ItemFigure[] = [];
  for (const { key, takesDown } of yield* fallsOfEach(map, keys, keys)) {
    const own = items.length;
    const downServices: string[] = [];
    const downComponents: string[] = [];
    const live: string[] = [];
    const agreed: Agreement[] = [];
    for (const place of takesDown) {
      if (isLive[place]) live.push(keys[place]!);
      if (place !== own) (isLive[place] ? downServices : downComponents).push(names[place]!);
      for (const agreement of agreements[place]!) agreed.push(agreement);
    }
    const [service, component] = [services.get(key), components.get(key)];
    items.push({
      item: names[own]!,
      section: sectionIn(catalogue, key),
      category: categoryIn(catalogue, key),
      owner: ownerIn(catalogue, key),
      supplier: component?.supplier ?? null,
      row: service ? { table: 'Services', row: service.row } : component ? { table: 'Components', row: component.row } : null,
      usedBy: users.get(key) ?? [],
      services: downServices,
      components: downComponents,
      ...above.reachedFrom(live),
      agreements: agreed.sort((a, b) => a.row - b.row).map(({ agreement }) => agreement),
    });
    if (items.length % ITEMS_PER_STEP === 0) yield;
  }
  return { items, rowsLeftOut: above.rowsLeftOut };
}

/** Key of a thing → names of what depends on it directly, in the table's order. */
function usersOf(edges: readonly MapEdge[]): Map<string, string[]> {
  const users = new Map<string, Set<string>>();
  for (const { item, dependsOn } of edges) {
    const key = nameKey(dependsOn);
    const known = users.get(key);
    if (known) known.add(item);
    else users.set(key, new Set([item]));
  }
  return new Map([...users].map(([key, items]) => [key, [...items]]));
}

type Reached = Pick<ItemFigure, 'customers' | 'users' | 'processes' | 'objectives' | 'costPerHour'>;

/** What stands above services. */
interface AboveServices {
  /** @param services keys of the services that are down */
  reachedFrom(services: readonly string[]): Reached;
  readonly rowsLeftOut: readonly RowReference[];
}

/** Customers, processes and objectives as numbers in the tables' order, so that lists are quickly made and in order. */
function aboveServices(records: Records): AboveServices {
  const customers = customersOf(records, customersOfServices(records.customers));
  const { processes, rowsLeftOut: processRows } = processSupport(records);
  const { objectives, byName, rowsLeftOut: objectiveRows } = objectiveSupport(records);
  const processesOf = new Map<string, number[]>();
  processes.forEach(({ services }, place) => {
    for (const { service } of services) addTo(processesOf, nameKey(service), place);
  });
  const objectivePlaces = new Map([...byName.keys()].map((key, place) => [key, place]));
  const objectiveNames = [...byName.values()].map(({ objective }) => objective.trim());
  const objectivesOf = processes.map(({ process }) => [...(objectives.get(nameKey(process.process)) ?? [])].map((key) => objectivePlaces.get(key)!));

  return {
    reachedFrom(services) {
      const most = new Map<number, number | null>();
      const reachedProcesses = new Set<number>();
      for (const service of services) {
        for (const { place, users } of customers.of.get(service) ?? []) {
          const known = most.get(place) ?? null;
          most.set(place, users === null ? known : Math.max(known ?? 0, users));
        }
        for (const place of processesOf.get(service) ?? []) reachedProcesses.add(place);
      }
      const reachedObjectives = new Set<number>();
      let costPerHour: number | null = null;
      for (const place of reachedProcesses) {
        for (const objective of objectivesOf[place]!) reachedObjectives.add(objective);
        const cost = processes[place]!.costPerHour;
        if (cost !== null) costPerHour = (costPerHour ?? 0) + cost;
      }
      return {
        customers: ascending(most.keys()).map((place) => customers.names[place]!),
        users: sumOfRecorded(most.values()),
        processes: ascending(reachedProcesses).map((place) => processes[place]!.process.process.trim()),
        objectives: ascending(reachedObjectives).map((place) => objectiveNames[place]!),
        costPerHour,
      };
    },
    rowsLeftOut: [...customers.rowsLeftOut, ...processRows, ...objectiveRows],
  };
}

function ascending(places: Iterable<number>): number[] {
  return [...places].sort((a, b) => a - b);
}

interface Customers {
  /** Names as first written, in the table's order. */
  readonly names: readonly string[];
  /** Service key → its customers by their place in `names`, and how many users they have there; null: not recorded. */
  readonly of: ReadonlyMap<string, readonly { readonly place: number; readonly users: number | null }[]>;
  readonly rowsLeftOut: readonly RowReference[];
}

/** @param counted each customer of a service once, in the table's order */
function customersOf({ customers }: Pick<Records, 'customers'>, counted: readonly ServiceCustomer[]): Customers {
  const places = new Map<string, number>();
  const names: string[] = [];
  const of = new Map<string, { readonly place: number; readonly users: number | null }[]>();
  for (const { service, customer, users } of counted) {
    const key = nameKey(customer);
    let place = places.get(key);
    if (place === undefined) {
      places.set(key, (place = names.length));
      names.push(customer);
    }
    addTo(of, nameKey(service), { place, users });
  }
  const unread = customers.filter((row) => nameKey(row.service) === '' || nameKey(row.customer) === '' || isUnreadable(row, 'service', 'customer', 'users'));
  return { names, of, rowsLeftOut: unread.map(({ row }) => ({ table: 'Customers', row })) };
}

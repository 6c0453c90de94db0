/** The service map by name: what the pane asks about a thing, from the figures. */
import type { AgreementFigure, Figures, ItemFigure, MapEdge, ServiceMapFigure, SinglePoint } from '../../domain/figures';
import { addTo } from '../../domain/grouping';
import { firstByName, nameKey } from '../../domain/names';
import { customersOnMaps, usersByCustomer } from '../../domain/servicemap/customers';
import { stepsFrom } from '../../domain/servicemap/depths';
import { plainEdges } from '../../domain/servicemap/plain-edges';
import { agreementsByItem } from '../../reports/service-map/in-force';

/** Who uses services. */
export interface MapCustomer {
  readonly customer: string;
  /** Its business units added up, and of the services the one with most; null: none recorded. */
  readonly users: number | null;
  /** In the order of `Services`. */
  readonly services: readonly string[];
}

/** Keys are names as `nameKey` gives them. */
export interface MapBook {
  readonly items: ReadonlyMap<string, ItemFigure>;
  readonly maps: ReadonlyMap<string, ServiceMapFigure>;
  readonly customers: ReadonlyMap<string, MapCustomer>;
  /** What each thing needs directly. */
  readonly needs: ReadonlyMap<string, readonly MapEdge[]>;
  readonly points: ReadonlyMap<string, SinglePoint>;
  /** Agreements in force, by what they are on. */
  readonly agreements: ReadonlyMap<string, readonly AgreementFigure[]>;
}

/** Reads the figures once; every question is then a look-up. Of things with one name the first stands. */
export function mapBook(figures: Figures): MapBook {
  const counted = customersOnMaps(figures.maps);
  const most = usersByCustomer(counted);
  const customers = new Map<string, MapCustomer>();
  for (const { service, customer } of counted) {
    const key = nameKey(customer);
    customers.set(key, { customer, users: most.get(key) ?? null, services: [...(customers.get(key)?.services ?? []), service] });
  }
  const needs = new Map<string, MapEdge[]>();
  for (const edge of plainEdges(figures.edges)) addTo(needs, nameKey(edge.item), edge);
  return {
    items: firstByName(figures.items, ({ item }) => item),
    maps: firstByName(figures.maps, ({ service }) => service),
    customers,
    needs,
    points: firstByName(figures.singlePoints, ({ item }) => item),
    agreements: agreementsByItem(figures),
  };
}

/** What stands on the map by that name, in the spelling of its table; null: nothing. */
export function nameOnMap({ items, customers }: MapBook, name: string): string | null {
  return items.get(nameKey(name))?.item ?? customers.get(nameKey(name))?.customer ?? null;
}

/** Names of everything beneath an item but what it needs directly, nearest first, each once. */
export function furtherBeneath({ needs }: MapBook, item: string): string[] {
  const names = new Map<string, string>();
  const below = (key: string): string[] =>
    (needs.get(key) ?? []).map(({ dependsOn }) => {
      const name = nameKey(dependsOn);
      if (!names.has(name)) names.set(name, dependsOn);
      return name;
    });
  return [...stepsFrom(nameKey(item), below)].flatMap(([key, steps]) => (steps > 1 ? [names.get(key)!] : []));
}

/** Names each once, as first written and in their order. */
export function uniqueNames(names: readonly string[]): string[] {
  return [...firstByName(names, (name) => name).values()];
}

import { type AgreementBook, agreementBook, agreementsOn } from '../agreements/in-force';
import type { Figures, ItemFigure, MapLine, ServiceMapFigure } from '../figures';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { monthInterval } from '../time/periods';
import type { Interval } from '../time/records';
import type { Work } from '../work';
import { groupsByMember, mapOfEdges } from './dependency-map';
import type { Customer, Service } from './records';

/** The five sections of a service map in their order, services internal and external apart. */
const SECTIONS: readonly MapLine['section'][] = ['Customers', 'Hardware', 'Applications', 'Settings', 'Internal service', 'External service'];

/**
 * A map of every service but the retired ones, in the order of `Services`: who uses it, everything it
 * stands on with owner, supplier and agreements in force in the report month, how far down, and what
 * alone takes it down. One service at a time.
 *
 * A thing reached in several ways stands once, where it is nearest. A service that another one stands
 * on is an internal service there, owned by its IT owner (else its service manager). Names that are
 * neither service nor component have no line. Expected availability and downtime are others' to fill in.
 *
 * @param whole the map as a whole, of the same records
 */
export function* serviceMapsWork(records: Records, whole: Pick<Figures, 'items' | 'edges' | 'cycles'>): Work<ServiceMapFigure[]> {
  const { reportMonth, zone } = records.settings;
  const agreements = agreementBook(records.agreements, zone);
  const month = monthInterval(reportMonth, zone);
  const atlas = atlasOf(whole, agreements, month);
  const customers = new Map<string, Customer[]>();
  for (const customer of records.customers) if (!isUnreadable(customer, 'service', 'customer')) addTo(customers, nameKey(customer.service), customer);
  yield;
  const maps: ServiceMapFigure[] = [];
  const mapped = new Set<string>();
  for (const service of records.services) {
    const key = nameKey(service.service);
    if (key === '' || mapped.has(key) || isUnreadable(service, 'service')) continue;
    mapped.add(key);
    if (service.lifecycle === 'Retired') continue;
    maps.push(serviceMap(atlas, service, customerLines(customers.get(key) ?? [], key, agreements, month)));
    yield;
  }
  return maps;
}

/** A thing on the map, by its place in the items. */
interface Node {
  readonly item: ItemFigure;
  /** The section that shows it, by its place in `SECTIONS`; null: it has no line. */
  readonly section: number | null;
  /** Names of agreements in force on it. */
  readonly agreements: readonly string[];
  /** Places of what it needs directly, and the group each is needed in: `1 of 2`; null: by itself. */
  readonly below: readonly number[];
  readonly groups: readonly (string | null)[];
  /** Number of the cycle that it is on; null: none. */
  readonly cycle: number | null;
  /** Places of what alone takes it down. */
  readonly takenDownBy: readonly number[];
}

interface Atlas extends Pick<Figures, 'cycles'> {
  readonly nodes: readonly Node[];
  readonly places: ReadonlyMap<string, number>;
}

function atlasOf({ items, edges, cycles }: Pick<Figures, 'items' | 'edges' | 'cycles'>, agreements: AgreementBook, month: Interval): Atlas {
  const map = mapOfEdges(edges);
  const places = new Map(items.map(({ item }, place) => [nameKey(item), place]));
  const byName = new Map(items.map(({ item }, place) => [item, place]));
  const takenDownBy = new Map<number, number[]>();
  items.forEach(({ services }, place) => {
    for (const service of services) addTo(takenDownBy, byName.get(service)!, place);
  });
  const cycleOf = new Map<string, number>();
  cycles.forEach(({ path }, number) => {
    for (const name of path) if (!cycleOf.has(name)) cycleOf.set(name, number);
  });
  const nodes = items.map((item, place): Node => {
    const key = nameKey(item.item);
    const needs = map.needs.get(key);
    const groups = groupsByMember(map, key);
    return {
      item,
      section: item.section === null ? null : SECTIONS.indexOf(item.section === 'Service' ? 'Internal service' : item.section),
      agreements: agreementsOn(key, agreements, month).map(({ agreement }) => agreement),
      below: (needs?.all ?? []).map((below) => places.get(below)!),
      groups: (needs?.all ?? []).map((below) => groups.get(below) ?? null),
      cycle: cycleOf.get(item.item) ?? null,
      takenDownBy: takenDownBy.get(place) ?? [],
    };
  });
  return { nodes, places, cycles };
}

function serviceMap({ nodes, places, cycles }: Atlas, { service: name, type, priority, itOwner, businessOwner }: Service, customers: readonly MapLine[]): ServiceMapFigure {
  const root = places.get(nameKey(name))!;
  const points = new Set(nodes[root]!.takenDownBy);
  const singlePoints: string[] = [];
  const sections: MapLine[][] = SECTIONS.map(() => []);
  sections[0]!.push(...customers);
  let cycle = nodes[root]!.cycle;
  for (const { place, depth, through, group } of reachedFrom(nodes, root)) {
    const { item, section, agreements, cycle: own } = nodes[place]!;
    if (section !== null) {
      const { item: line, category, owner, supplier } = item;
      sections[section]!.push({ section: SECTIONS[section]!, name: line, category, owner, supplier, users: null, agreements, depth, through: through === null ? null : nodes[through]!.item.item, group });
    }
    if (points.has(place)) singlePoints.push(item.item);
    if (own !== null && (cycle === null || own < cycle)) cycle = own;
  }
  return {
    service: nodes[root]!.item.item,
    type,
    priority,
    itOwner,
    businessOwner,
    lines: sections.flat(),
    cycle: cycle === null ? [] : cycles[cycle]!.path,
    expected: null,
    singlePoints,
    downtimeSeconds: 0,
    causes: [],
  };
}

function customerLines(customers: readonly Customer[], key: string, agreements: AgreementBook, month: Interval): MapLine[] {
  const slas = agreementsOn(key, agreements, month).filter(({ type }) => type === 'SLA');
  return customers.map(({ customer, category, users, businessUnit }) => ({
    section: 'Customers',
    name: customer,
    category,
    owner: null,
    supplier: null,
    users,
    ...(businessUnit === null ? {} : { businessUnit }),
    agreements: slas.filter((sla) => sla.customer === null || nameKey(sla.customer) === nameKey(customer)).map(({ agreement }) => agreement),
    depth: 1,
    through: null,
    group: null,
  }));
}

/** A step downwards: the thing, how far down, and how one gets there. */
interface Reached {
  readonly place: number;
  readonly depth: number;
  readonly through: number | null;
  readonly group: string | null;
}

/** Everything beneath a thing, nearest first, each once. */
function reachedFrom(nodes: readonly Node[], root: number): Reached[] {
  const reached: Reached[] = [];
  const seen = new Uint8Array(nodes.length);
  seen[root] = 1;
  const step = (from: number, depth: number, through: number | null): void => {
    const { below, groups } = nodes[from]!;
    for (let index = 0; index < below.length; index++) {
      const place = below[index]!;
      if (seen[place] === 1) continue;
      seen[place] = 1;
      reached.push({ place, depth, through, group: groups[index]! });
    }
  };
  step(root, 1, null);
  // What is reached is added at the end of what is walked.
  for (let next = 0; next < reached.length; next++) {
    const { place, depth } = reached[next]!;
    step(place, depth + 1, place);
  }
  return reached;
}

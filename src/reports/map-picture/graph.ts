import type { DowntimeShare, Figures, ItemFigure, MapEdge, ServiceMapFigure } from '../../domain/figures';
import { addTo } from '../../domain/grouping';
import { firstByName, nameKey, sameName } from '../../domain/names';
import { customersOnMaps, usersByCustomer } from '../../domain/servicemap/customers';
import { stepsFrom } from '../../domain/servicemap/depths';
import { plainEdges } from '../../domain/servicemap/plain-edges';
import { countedText } from '../service-map/sentences';
import { edgeAgreements, type EdgeAgreements } from './edge-agreements';
import type { PictureGraph, PictureGroup, PictureLink, PictureNode } from './model';
import { serviceStatus } from './service-status';
import { P } from './words';

/** As many nodes as an A4 page holds and a reader can follow. */
const MOST_NODES = 60;
/** Of the customers of one service; the others are counted. */
const MOST_CUSTOMERS = 12;

/** One service with its customers, and the nearest of what it stands on, as many as a page holds. */
export function graphOf(figures: Figures, map: ServiceMapFigure): PictureGraph {
  const root = nameKey(map.service);
  const customers = customersOf([map]);
  const drawn = customers.slice(0, MOST_CUSTOMERS);
  const beneath = reachedFrom(root, figures.edges);
  const things = new Set([root, ...beneath.slice(0, MOST_NODES - 1 - drawn.length)]);
  const isSubject = (key: string): boolean => key === root;
  return graph(figures, things, drawn, isSubject, map, { things: beneath.length + 1 - things.size, customers: customers.length - drawn.length });
}

/** Everything on the map; null: more than a page holds. */
export function wholeGraph(figures: Figures): PictureGraph | null {
  const customers = customersOf(figures.maps);
  const things = new Set(figures.items.map(({ item }) => nameKey(item)));
  if (things.size === 0 || things.size + customers.length > MOST_NODES) return null;
  const needed = new Set(figures.edges.flatMap(({ item, dependsOn }) => (sameName(item, dependsOn) ? [] : [nameKey(dependsOn)])));
  const services = new Set(figures.maps.map(({ service }) => nameKey(service)));
  const isSubject = (key: string): boolean => services.has(key) && !needed.has(key);
  return graph(figures, things, customers, isSubject, null, { things: 0, customers: 0 });
}

/** Who uses these services, each once by name, those with most users first. */
interface PictureCustomer {
  readonly name: string;
  readonly users: number | null;
  /** The services, and the agreements in force with it. */
  readonly uses: { readonly service: string; readonly agreements: readonly string[] }[];
}

function customersOf(maps: readonly ServiceMapFigure[]): PictureCustomer[] {
  const most = usersByCustomer(customersOnMaps(maps));
  const found = new Map<string, PictureCustomer>();
  for (const map of maps) {
    for (const line of map.lines) {
      if (line.section !== 'Customers') continue;
      const key = nameKey(line.name);
      const known = found.get(key);
      const uses = known?.uses ?? [];
      if (!uses.some(({ service }) => sameName(service, map.service))) uses.push({ service: map.service, agreements: line.agreements });
      found.set(key, { name: known?.name ?? line.name, users: most.get(key) ?? null, uses });
    }
  }
  return [...found.values()].sort((a, b) => (b.users ?? -1) - (a.users ?? -1));
}

/** Keys of everything beneath a thing, nearest first. */
function reachedFrom(root: string, edges: readonly MapEdge[]): string[] {
  const needs = new Map<string, string[]>();
  for (const { item, dependsOn } of edges) addTo(needs, nameKey(item), nameKey(dependsOn));
  return [...stepsFrom(root, (key) => needs.get(key) ?? []).keys()];
}

function graph(figures: Figures, things: ReadonlySet<string>, customers: readonly PictureCustomer[], isSubject: (key: string) => boolean, map: ServiceMapFigure | null, leftOut: PictureGraph['leftOut']): PictureGraph {
  const covers = edgeAgreements(figures);
  const items = firstByName(figures.items, ({ item }) => item);
  const names = new Map(figures.edges.flatMap(({ item, dependsOn }): [string, string][] => [[nameKey(dependsOn), dependsOn], [nameKey(item), item]]));
  const [worst] = map?.causes ?? [];
  const nodes = customers.map(({ name, users }): PictureNode => ({ key: customerKey(name), name, section: 'Customers', isService: false, detail: users === null ? '' : P.users(users), lacksOwner: false, subject: null, culprit: null }));
  for (const key of things) {
    const item = items.get(key);
    const name = map !== null && nameKey(map.service) === key ? map.service : (item?.item ?? names.get(key) ?? key);
    const subject = isSubject(key) ? serviceStatus(figures, name) : null;
    const culprit = culpritOf(worst, key);
    nodes.push({ key: itemKey(key), name, ...standing(item, subject !== null, map?.itOwner ?? null), subject, culprit });
  }
  const used = customers.flatMap(({ name, uses }) =>
    uses.filter(({ service }) => things.has(nameKey(service))).map(({ service, agreements }): PictureLink => ({ from: customerKey(name), to: itemKey(nameKey(service)), group: null, agreement: covers.among(agreements) })),
  );
  return { nodes, links: [...used, ...linksAmong(things, figures.edges, covers)], leftOut };
}

function culpritOf(worst: DowntimeShare | undefined, key: string): PictureNode['culprit'] {
  if (worst === undefined || worst.seconds <= 0) return null;
  if (nameKey(worst.item) === key) return { label: P.cost(countedText(worst.seconds)), isAlongside: false };
  return worst.alongside.some((name) => nameKey(name) === key) ? { label: P.downToo, isAlongside: true } : null;
}

const customerKey = (name: string): string => `customer ${nameKey(name)}`;
const itemKey = (key: string): string => `item ${key}`;

/** Where a thing stands, and what is written under its name. */
function standing(item: ItemFigure | undefined, isSubject: boolean, itOwner: string | null): Pick<PictureNode, 'section' | 'isService' | 'detail' | 'lacksOwner'> {
  if (isSubject) return { section: 'Service', isService: true, ...ownedBy(item?.owner ?? itOwner) };
  if (item === undefined || item.section === null) return { section: 'Unknown', isService: false, detail: P.notInTables, lacksOwner: false };
  if (item.section === 'Service') return { section: 'Internal service', isService: true, ...ownedBy(item.owner) };
  return { section: item.section, isService: item.section === 'Internal service', ...ownedBy(item.section === 'External service' ? (item.supplier ?? item.owner) : item.owner) };
}

function ownedBy(owner: string | null): Pick<PictureNode, 'detail' | 'lacksOwner'> {
  return owner === null ? { detail: P.noOwner, lacksOwner: true } : { detail: owner, lacksOwner: false };
}

/** The edges among things, each once. */
function linksAmong(things: ReadonlySet<string>, edges: readonly MapEdge[], covers: EdgeAgreements): PictureLink[] {
  const links = new Map<string, PictureLink>();
  for (const edge of plainEdges(edges)) {
    const from = nameKey(edge.item);
    const to = nameKey(edge.dependsOn);
    if (from === to || !things.has(from) || !things.has(to)) continue;
    const group = edge.group === null || edge.group.members < 2 ? null : groupOf(from, edge.group);
    links.set(JSON.stringify([from, to, group?.key ?? '']), { from: itemKey(from), to: itemKey(to), group, agreement: covers.on(to) });
  }
  return [...links.values()];
}

function groupOf(from: string, { name, required, members }: NonNullable<MapEdge['group']>): PictureGroup {
  return { key: JSON.stringify([from, nameKey(name)]), name, text: P.group(required, members) };
}

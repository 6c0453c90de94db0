import { type AgreementBook, agreementBook, agreementsOn } from '../agreements/in-force';
import type { MapLine, ServiceMapFigure } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { monthInterval } from '../time/periods';
import type { Interval } from '../time/records';
import { finish, type Work } from '../work';
import { type DependencyMap, dependencyMap, directNeeds, standsOn } from './dependency-map';
import type { Component, Customer, Section, Service } from './records';

/** The five sections of a service map in their order, services internal and external apart. */
const SECTIONS: readonly MapLine['section'][] = ['Customers', 'Hardware', 'Applications', 'Settings', 'Internal service', 'External service'];

/**
 * A map of every service but the retired ones, in the order of `Services`: who uses it, everything it
 * stands on with owner, supplier and agreements in force in the report month, and how far down.
 *
 * A thing reached in several ways stands once, where it is nearest. A service that another one stands
 * on is an internal service there, owned by its IT owner (else its service manager). Names that are
 * neither service nor component have no line.
 */
export function serviceMaps(records: Records): ServiceMapFigure[] {
  return finish(serviceMapsWork(records));
}

/** The same, one service at a time. */
export function* serviceMapsWork(records: Records): Work<ServiceMapFigure[]> {
  const { reportMonth, zone } = records.settings;
  const atlas: Atlas = {
    map: dependencyMap(records.dependencies),
    services: byName(records.services, ({ service }) => service),
    components: byName(records.components, ({ component }) => component),
    customers: new Map(),
    agreements: agreementBook(records.agreements, zone),
    month: monthInterval(reportMonth, zone),
  };
  for (const customer of records.customers) {
    if (isUnreadable(customer, 'service', 'customer')) continue;
    const key = nameKey(customer.service);
    const customers = atlas.customers.get(key);
    if (customers) customers.push(customer);
    else atlas.customers.set(key, [customer]);
  }
  const maps: ServiceMapFigure[] = [];
  for (const service of atlas.services.values()) {
    if (service.lifecycle === 'Retired') continue;
    maps.push(serviceMap(atlas, service));
    yield;
  }
  return maps;
}

interface Atlas {
  readonly map: DependencyMap;
  readonly services: ReadonlyMap<string, Service>;
  readonly components: ReadonlyMap<string, Component>;
  readonly customers: Map<string, Customer[]>;
  readonly agreements: AgreementBook;
  readonly month: Interval;
}

/** A step downwards: the thing, how far down, and how one gets there. */
interface Reached {
  readonly key: string;
  readonly depth: number;
  readonly through: string | null;
  readonly group: string | null;
}

function serviceMap(atlas: Atlas, service: Service): ServiceMapFigure {
  const { service: name, type, priority, itOwner, businessOwner } = service;
  const key = nameKey(name);
  const lines = [...customerLines(atlas, key), ...reachedFrom(atlas.map, key).flatMap((reached) => lineOf(atlas, reached) ?? [])];
  lines.sort((a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) || a.depth - b.depth);
  const cycle = standsOn(atlas.map, key).cycle.map((item) => nameOf(atlas, item));
  return { service: name, type, priority, itOwner, businessOwner, lines, cycle, expected: null, singlePoints: [], downtimeSeconds: 0, causes: [] };
}

function customerLines({ customers, agreements, month }: Atlas, key: string): MapLine[] {
  const slas = agreementsOn(key, agreements, month).filter(({ type }) => type === 'SLA');
  return (customers.get(key) ?? []).map(({ customer, category, users }) => ({
    section: 'Customers',
    name: customer,
    category,
    owner: null,
    supplier: null,
    users,
    agreements: slas.filter((sla) => sla.customer === null || nameKey(sla.customer) === nameKey(customer)).map(({ agreement }) => agreement),
    depth: 1,
    through: null,
    group: null,
  }));
}

function lineOf(atlas: Atlas, { key, depth, through, group }: Reached): MapLine | null {
  const component = atlas.components.get(key);
  const service = component ? undefined : atlas.services.get(key);
  if (!component && !service) return null;
  const section: Section = component ? component.section : 'Internal service';
  return {
    section,
    name: nameOf(atlas, key),
    category: component ? component.category : service!.type,
    owner: component ? component.owner : (service!.itOwner ?? service!.serviceManager),
    supplier: component?.supplier ?? null,
    users: null,
    agreements: agreementsOn(key, atlas.agreements, atlas.month).map(({ agreement }) => agreement),
    depth,
    through: through === null ? null : nameOf(atlas, through),
    group,
  };
}

/** Everything beneath an item, nearest first, each thing once. */
function reachedFrom(map: DependencyMap, root: string): Reached[] {
  const reached: Reached[] = [];
  const seen = new Set([root]);
  let level: Reached[] = [{ key: root, depth: 0, through: null, group: null }];
  while (level.length > 0) {
    const next: Reached[] = [];
    for (const parent of level) {
      for (const key of directNeeds(map, parent.key)) {
        if (seen.has(key)) continue;
        seen.add(key);
        const through = parent.depth === 0 ? null : (parent.through ?? parent.key);
        next.push({ key, depth: parent.depth + 1, through, group: groupOf(map, parent.key, key) });
      }
    }
    reached.push(...next);
    level = next;
  }
  return reached;
}

/** `1 of 2` where the item needs the thing as a member of a group only. */
function groupOf(map: DependencyMap, item: string, member: string): string | null {
  const needs = map.needs.get(item);
  if (!needs || needs.single.includes(member)) return null;
  const group = needs.groups.find(({ members }) => members.includes(member));
  return group ? `${group.required} of ${group.members.length}` : null;
}

function nameOf({ components, services, map }: Atlas, key: string): string {
  return components.get(key)?.component ?? services.get(key)?.service ?? map.names.get(key) ?? key;
}

/** Rows by name; of rows with the same name the first stands. */
function byName<Row extends Service | Component>(rows: readonly Row[], name: (row: Row) => string): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = nameKey(name(row));
    if (key !== '' && !isUnreadable(row, 'service', 'component') && !found.has(key)) found.set(key, row);
  }
  return found;
}

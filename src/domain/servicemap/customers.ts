import { sumOfRecorded } from '../aggregates';
import type { ServiceMapFigure } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Customer } from './records';

/** A customer of a service. */
export interface ServiceCustomer {
  readonly service: string;
  readonly customer: string;
  /** Its business units added up; null: none recorded. */
  readonly users: number | null;
}

type CustomerRow = Omit<Customer, 'category'>;

/**
 * The customers of every service, each once by name, in the order of the table. Rows of one customer and
 * service in different business units add up; a row that stands twice counts once, with its larger number.
 * Rows without both names are none; users that cannot be read count as not recorded.
 *
 * @example
 * // Rows: Mail, Staff, unit North: 100; Mail, Staff, unit South: 200; Mail, Staff, unit South: 200
 * customersOfServices(rows) // [{ service: 'Mail', customer: 'Staff', users: 300 }]
 */
export function customersOfServices(rows: readonly CustomerRow[]): ServiceCustomer[] {
  const names = new Map<string, string>();
  // Service and customer → business unit → users.
  const found = new Map<string, { readonly service: string; readonly customer: string; readonly units: Map<string, number | null> }>();
  for (const row of rows) {
    const [service, customer, unit] = [nameKey(row.service), nameKey(row.customer), nameKey(row.businessUnit ?? '')];
    if (service === '' || customer === '' || isUnreadable(row, 'service', 'customer')) continue;
    if (!names.has(customer)) names.set(customer, row.customer.trim());
    const key = `${service}\n${customer}`;
    let one = found.get(key);
    if (!one) found.set(key, (one = { service: row.service.trim(), customer: names.get(customer)!, units: new Map() }));
    const known = one.units.get(unit) ?? null;
    one.units.set(unit, row.users === null || isUnreadable(row, 'users') ? known : Math.max(known ?? 0, row.users));
  }
  return [...found.values()].map(({ service, customer, units }) => ({ service, customer, users: sumOfRecorded(units.values()) }));
}

/** The customers on service maps, counted as `customersOfServices` does. */
export function customersOnMaps(maps: readonly Pick<ServiceMapFigure, 'service' | 'lines'>[]): ServiceCustomer[] {
  return customersOfServices(maps.flatMap(({ service, lines }) =>
    lines.flatMap(({ section, name, users, businessUnit = null }) => (section === 'Customers' ? [{ row: 0, service, customer: name, businessUnit, users }] : [])),
  ));
}

/**
 * Users of each customer over several services: the largest number, as they may be the same people.
 *
 * @returns by the customer's key, in the order of the list; null: none recorded
 * @example usersByCustomer([{ service: 'Mail', customer: 'Staff', users: 300 }, { service: 'Fax', customer: 'staff', users: 40 }]).get('staff') // 300
 */
export function usersByCustomer(customers: readonly ServiceCustomer[]): Map<string, number | null> {
  const most = new Map<string, number | null>();
  for (const { customer, users } of customers) {
    const known = most.get(nameKey(customer)) ?? null;
    most.set(nameKey(customer), users === null ? known : Math.max(users, known ?? 0));
  }
  return most;
}

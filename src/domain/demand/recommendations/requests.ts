import { dateText } from '../../agreements/chain/words';
import { addTo } from '../../grouping';
import { nameKey } from '../../names';
import type { Request } from '../records';
import type { OpenRequest } from '../figures';
import type { Finding } from './finding';
import { countText } from './words';

/** From so many unplanned requests on one item in twelve months, one a month, they are a project of their own. */
const MANY_UNPLANNED = 12;
/** A request of category Service impact that is older than this, in days, asks for an enhancement. */
const OLD_DAYS = 90;

/** A request that belongs to no project. `item` as the tables write it. */
export type Unplanned = Pick<Request, 'row' | 'item' | 'businessUnit' | 'effortDays'>;

/** New services that are asked for and belong to no project; those of one title are one. */
export function newServices(backlog: readonly OpenRequest[]): Finding[] {
  const asked = backlog.filter(({ category, project }) => category === 'New service' && project === null);
  return grouped(asked, ({ title, request }) => title ?? request).map((requests) => {
    const subject = requests[0]!.title ?? requests[0]!.request;
    return {
      ...common(requests),
      kind: 'Proposed project',
      about: subject,
      subject,
      finding: `${countText(requests.length, 'open request')} ${requests.length === 1 ? 'asks' : 'ask'} for a new service and ${requests.length === 1 ? 'belongs' : 'belong'} to no project; ${oldest(requests)}.${effort(requests)}`,
      services: [],
    };
  });
}

/**
 * Items on which so much is asked for outside the plan that it is a project.
 *
 * @param unplanned requests of the last twelve months that were neither in the plan nor rejected, and belong to no project
 */
export function unplannedWork(unplanned: readonly Unplanned[], servicesOf: (item: string) => readonly string[]): Finding[] {
  return grouped(unplanned, ({ item }) => item ?? '').filter((requests) => requests[0]!.item !== null && requests.length >= MANY_UNPLANNED).map((requests) => ({
    ...common(requests),
    kind: 'Proposed project',
    about: requests[0]!.item!,
    subject: requests[0]!.item!,
    finding: `${countText(requests.length, 'unplanned request')} in the last 12 months belong to no project, one a month or more.${effort(requests)}`,
    services: servicesOf(requests[0]!.item!),
  }));
}

/** Items whose users wait long for a change to a service that hampers them. */
export function enhancements(backlog: readonly OpenRequest[], servicesOf: (item: string) => readonly string[]): Finding[] {
  const old = backlog.filter(({ category, project, item, ageDays }) => category === 'Service impact' && project === null && item !== null && ageDays > OLD_DAYS);
  return grouped(old, ({ item }) => item!).map((requests) => ({
    ...common(requests),
    kind: 'Enhancement',
    about: requests[0]!.item!,
    subject: requests[0]!.item!,
    finding: `${countText(requests.length, 'open request')} of category Service impact ${requests.length === 1 ? 'is' : 'are'} older than ${countText(OLD_DAYS, 'day')}; ${oldest(requests)}.${effort(requests)}`,
    services: servicesOf(requests[0]!.item!),
  }));
}

function common(requests: readonly Unplanned[]): Pick<Finding, 'businessUnit' | 'amount' | 'dueDate' | 'rows'> {
  const units = new Set(requests.map(({ businessUnit }) => nameKey(businessUnit ?? '')));
  return { businessUnit: units.size === 1 ? requests[0]!.businessUnit : null, amount: null, dueDate: null, rows: requests.map(({ row }) => ({ table: 'Requests', row })) };
}

/** The most requests first. */
function grouped<Row>(requests: readonly Row[], nameOf: (request: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const request of requests) addTo(groups, nameKey(nameOf(request)), request);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** Requests are given oldest first. */
function oldest([first, ...others]: readonly OpenRequest[]): string {
  return `${others.length === 0 ? `${first!.request} is` : `the oldest, ${first!.request},`} of ${dateText(first!.submitted)}${others.length === 0 ? ',' : ' is'} ${countText(first!.ageDays, 'day')} old`;
}

function effort(requests: readonly Pick<Request, 'effortDays'>[]): string {
  const known = requests.flatMap(({ effortDays }) => effortDays ?? []);
  if (known.length === 0) return '';
  const without = requests.length - known.length;
  return ` Effort: ${countText(known.reduce((sum, days) => sum + days, 0), 'day')}${without === 0 ? '' : `, ${without} without an estimate`}.`;
}

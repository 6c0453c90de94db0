import { dateText } from '../../agreements/chain/words';
import { addTo } from '../../grouping';
import { nameKey } from '../../names';
import type { Request } from '../records';
import type { Work } from '../../work';
import type { OpenRequest } from '../figures';
import { type Finding, findingName } from './finding';
import { countText } from './words';

/** From so many unplanned requests on one item in twelve months, one a month, they are a project of their own. */
const MANY_UNPLANNED = 12;
/** A request of category Service impact that is older than this, in days, asks for an enhancement. */
const OLD_DAYS = 90;

/** Rows between two pauses: a few milliseconds. */
const ROWS_PER_STEP = 2000;
/** So many findings of a source from single titles or items, at most, besides those sent already: the others are one together. */
const MOST_SINGLE = 20;
/** Requests whose titles begin alike for so many characters ask for the same: no name of a finding is longer. */
const LONGEST_TITLE = 120;

/** A request that belongs to no project. `item` as the tables write it. */
export type Unplanned = Pick<Request, 'row' | 'item' | 'businessUnit' | 'effortDays' | 'changeType'>;

/**
 * New services that are asked for and belong to no project; those of one title are one.
 *
 * @param isSent whether the finding of such a name was sent
 */
export function* newServices(backlog: readonly OpenRequest[], isSent: (name: string) => boolean): Work<Finding[]> {
  const asked = backlog.filter(({ category, project }) => category === 'New service' && project === null);
  const finding = (requests: readonly OpenRequest[], about: string): Finding => ({
    ...common(requests),
    kind: 'Proposed project',
    source: 'New service',
    about,
    subject: about,
    finding: `${countText(requests.length, 'open request')} ${requests.length === 1 ? 'asks' : 'ask'} for a new service and ${requests.length === 1 ? 'belongs' : 'belong'} to no project; ${oldest(requests)}.${effort(requests)}`,
    services: [],
  });
  const { single, others } = yield* limited(yield* grouped(asked, titleOf), (requests) => isSent(findingName({ source: 'New service', about: titleOf(requests[0]!) })));
  return [...single.map((requests) => finding(requests, titleOf(requests[0]!))), ...(others.length === 0 ? [] : [finding(oldestFirst(asked, others), 'all others asked for')])];
}

/**
 * Items on which so much is asked for outside the plan that it is a project. Standard changes are everyday work.
 *
 * @param unplanned requests of the last twelve months that were neither in the plan nor rejected, and belong to no project
 */
export function* unplannedWork(unplanned: readonly Unplanned[], servicesOf: (item: string) => readonly string[]): Work<Finding[]> {
  const work = unplanned.filter(({ item, changeType }) => item !== null && changeType !== 'Standard');
  return (yield* grouped(work, ({ item }) => item!)).filter((requests) => requests.length >= MANY_UNPLANNED).map((requests) => ({
    ...common(requests),
    kind: 'Proposed project',
    source: 'Unplanned work',
    about: requests[0]!.item!,
    subject: requests[0]!.item!,
    finding: `${countText(requests.length, 'unplanned request')} in the last 12 months, standard changes aside, belong to no project, one a month or more.${effort(requests)}`,
    services: servicesOf(requests[0]!.item!),
  }));
}

/**
 * Items whose users wait long for a change to a service that hampers them.
 *
 * @param isSent whether the finding of such a name was sent
 */
export function* enhancements(backlog: readonly OpenRequest[], servicesOf: (item: string) => readonly string[], isSent: (name: string) => boolean): Work<Finding[]> {
  const old = backlog.filter(({ category, project, item, ageDays }) => category === 'Service impact' && project === null && item !== null && ageDays > OLD_DAYS);
  const finding = (requests: readonly OpenRequest[], about: string, services: readonly string[]): Finding => ({
    ...common(requests),
    kind: 'Enhancement',
    source: 'Enhancement',
    about,
    subject: about,
    finding: `${countText(requests.length, 'open request')} of category Service impact ${requests.length === 1 ? 'is' : 'are'} older than ${countText(OLD_DAYS, 'day')}; ${oldest(requests)}.${effort(requests)}`,
    services,
  });
  const { single, others } = yield* limited(yield* grouped(old, ({ item }) => item!), ([first]) => isSent(findingName({ source: 'Enhancement', about: first!.item! })));
  return [...single.map((requests) => finding(requests, requests[0]!.item!, servicesOf(requests[0]!.item!))), ...(others.length === 0 ? [] : [finding(oldestFirst(old, others), 'all other items', [])])];
}

/** What a request is called: the beginning of its title, or its own name. */
function titleOf({ title, request }: OpenRequest): string {
  const plain = (title ?? request).trim().replace(/\s+/g, ' ');
  return plain.length > LONGEST_TITLE ? `${plain.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : plain;
}

/** The first groups and all that were sent, each by itself; the others are one finding together, so that a list of thousands is still read. */
function* limited(groups: readonly OpenRequest[][], isSent: (group: readonly OpenRequest[]) => boolean): Work<{ readonly single: OpenRequest[][]; readonly others: OpenRequest[][] }> {
  const [single, others]: [OpenRequest[][], OpenRequest[][]] = [[], []];
  let unsent = 0;
  for (const [index, group] of groups.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    (isSent(group) || ++unsent <= MOST_SINGLE ? single : others).push(group);
  }
  return { single, others };
}

/** The requests of some groups in the order of all, which is oldest first. */
function oldestFirst(all: readonly OpenRequest[], groups: readonly OpenRequest[][]): OpenRequest[] {
  const of = new Set(groups.flat());
  return all.filter((request) => of.has(request));
}

function common(requests: readonly Pick<Request, 'row' | 'businessUnit'>[]): Pick<Finding, 'businessUnit' | 'amount' | 'dueDate' | 'rows'> {
  const units = new Set([...new Set(requests.map(({ businessUnit }) => businessUnit ?? ''))].map(nameKey));
  return { businessUnit: units.size === 1 ? requests[0]!.businessUnit : null, amount: null, dueDate: null, rows: requests.map(({ row }) => ({ table: 'Requests', row })) };
}

/** The most requests first. */
function* grouped<Row>(requests: readonly Row[], nameOf: (request: Row) => string): Work<Row[][]> {
  const groups = new Map<string, Row[]>();
  for (const [index, request] of requests.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    addTo(groups, nameKey(nameOf(request)), request);
  }
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

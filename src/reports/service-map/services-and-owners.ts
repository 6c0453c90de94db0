import { firstByName, isUnreadable, nameKey } from '../../domain/names';
import { capitalised, countInWords } from '../../domain/performance/phrases';
import type { Component, Service, ServiceType } from '../../domain/servicemap/records';
import { finish, type Work } from '../../domain/work';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, Rows, textCell, widthOf } from '../layout';
import { nothingCell } from '../number-cell';
import type { CellStyle, SheetCell, SheetModel } from '../sheet';
import { COLOR, FORMAT, HEIGHT, STYLE } from '../style';
import { NOTHING, SHEET_NAME, W } from '../words';
import { ownerCell, textOrNothing } from './cells';
import { agreementsByItem } from './in-force';
import { namesThatFit } from './names-in-cell';
import { listed, ownersSentence, sentencesThatFit } from './sentences';

const COLUMNS = [9, 150, 75, 108, 81, 111, 141, 111, 156];
const C = { service: 1, type: 2, lifecycle: 3, priority: 4, itOwner: 5, businessOwner: 6, manager: 7, agreement: 8 } as const;
/** Where the list of owners has its columns. */
const PEOPLE = { owner: C.service, it: C.type, business: C.lifecycle, manager: C.priority, components: C.itOwner, services: C.businessOwner } as const;
const WIDTH = widthOf(COLUMNS, C.service, C.agreement);
const TYPES: readonly ServiceType[] = ['Business', 'End-user', 'Infrastructure'];
const RIGHT: CellStyle = { ...STYLE.body, horizontal: 'Right' };

type Input = Pick<ReportInput, 'figures' | 'records'>;

/**
 * Every service with its type, lifecycle, priority, IT owner, business owner, service manager and the
 * agreements in force on it, missing owners marked and retired services last; then every owner with what
 * he or she answers for.
 */
export function servicesAndOwners(input: Input): SheetModel {
  return finish(servicesAndOwnersWork(input));
}

/** `servicesAndOwners` with a pause after every service and owner, for callers that must give way to others. */
export function* servicesAndOwnersWork({ figures, records }: Input): Work<SheetModel> {
  const rows = new Rows();
  const { services, leftOut } = namedOnce(records.services);
  const live = services.filter(({ lifecycle }) => lifecycle !== 'Retired');
  const agreements = agreementsByItem(figures);
  const isWithout = (service: Service): boolean => !agreements.has(nameKey(service.service));
  const lacks = { it: live.filter(lacksItOwner).length, business: live.filter(lacksBusinessOwner).length, either: live.filter((service) => lacksItOwner(service) || lacksBusinessOwner(service)).length };
  const without = live.filter(isWithout).map(({ service }) => service);
  const facts = [
    ...listed('No IT owner', live.filter(lacksItOwner).map(({ service }) => service)),
    ...listed('No business owner', live.filter(lacksBusinessOwner).map(({ service }) => service)),
    ...listed(`${capitalised(countInWords(without.length))} of ${countInWords(live.length)} without an agreement`, without),
  ];
  addHeading(rows, COLUMNS, figures, W.owners.title, null, ownersSentence(live.length, lacks), facts.length === 0 ? null : sentencesThatFit(facts, WIDTH, STYLE.subline));
  const headRow = rows.add(HEIGHT.head, across(W.owners.heads.map((head, at) => cell(C.service + at, head, STYLE.head)), C.service, C.agreement, STYLE.headRule));
  const groups: readonly (readonly [string, readonly Service[]])[] = [
    ...TYPES.map((type) => [W.owners.types[type], live.filter((service) => service.type === type)] as const),
    [W.owners.retired, services.filter(({ lifecycle }) => lifecycle === 'Retired')],
  ];
  for (const [title, group] of groups) {
    if (group.length === 0) continue;
    rows.add(HEIGHT.section + 6, [cell(C.service, title, { ...STYLE.section, vertical: 'Bottom' })]);
    for (const service of group) {
      rows.add(HEIGHT.promise, across(serviceCells(service, (agreements.get(nameKey(service.service)) ?? []).map(({ agreement }) => agreement)), C.service, C.agreement, STYLE.rowRule));
      yield;
    }
  }
  yield* addPeople(rows, live, records.components);
  if (leftOut > 0) {
    rows.add(HEIGHT.spacer);
    rows.add(HEIGHT.definition, [cell(C.service, W.owners.leftOut(leftOut), STYLE.definition)]);
  }
  return listPage({ kind: 'services-and-owners', subject: '', name: SHEET_NAME['services-and-owners'], title: W.owners.title, figures, columns: COLUMNS, rows, lastColumn: C.agreement, heads: [headRow, headRow] });
}

/** Services by name, the first row of each, and how many rows have no name of their own. */
function namedOnce(rows: readonly Service[]): { readonly services: Service[]; readonly leftOut: number } {
  const services = [...firstByName(rows.filter((row) => !isUnreadable(row, 'service')), ({ service }) => service).values()];
  return { services, leftOut: rows.length - services.length };
}

function lacksItOwner(service: Service): boolean {
  return service.itOwner === null && !isUnreadable(service, 'itOwner');
}

function lacksBusinessOwner(service: Service): boolean {
  return service.businessOwner === null && !isUnreadable(service, 'businessOwner');
}

function serviceCells(service: Service, agreements: readonly string[]): SheetCell[] {
  const retired = service.lifecycle === 'Retired';
  const style: CellStyle = retired ? { ...STYLE.body, color: COLOR.grey } : STYLE.body;
  const width = (column: number): number => COLUMNS[column] ?? 0;
  const text = (column: number, field: keyof Service, value: string | null): SheetCell => (isUnreadable(service, field) ? unreadable(column) : textOrNothing(column, value, width(column), style));
  const owner = (column: number, field: keyof Service, value: string | null): SheetCell => (isUnreadable(service, field) || retired ? text(column, field, value) : ownerCell(column, value, width(column)));
  const inForce =
    agreements.length > 0 ? cell(C.agreement, namesThatFit(agreements, width(C.agreement), style), style) : cell(C.agreement, W.map.noAgreement, { ...style, color: COLOR.grey });
  return [
    textCell(C.service, service.service, width(C.service), retired ? style : STYLE.strong),
    text(C.type, 'type', service.type),
    text(C.lifecycle, 'lifecycle', service.lifecycle),
    text(C.priority, 'priority', service.priority),
    owner(C.itOwner, 'itOwner', service.itOwner),
    owner(C.businessOwner, 'businessOwner', service.businessOwner),
    text(C.manager, 'serviceManager', service.serviceManager),
    inForce,
  ];
}

function unreadable(column: number): SheetCell {
  return textCell(column, W.owners.unreadable, COLUMNS[column] ?? 0, STYLE.absent);
}

/** What one person or team answers for. */
interface Holding {
  readonly owner: string;
  it: number;
  business: number;
  manager: number;
  components: number;
  /** Names of the services, each once. */
  readonly services: Set<string>;
}

/** Owners of services and components, those who answer for most first. */
function* addPeople(rows: Rows, services: readonly Service[], components: readonly Component[]): Work<void> {
  const people = holdings(services, components);
  if (people.length === 0) return;
  rows.add(HEIGHT.section + 12, [cell(C.service, W.owners.people, { ...STYLE.section, vertical: 'Bottom' })]);
  rows.add(
    HEIGHT.head,
    across(
      W.owners.peopleHeads.map((head, at) => cell(PEOPLE.owner + at, head, at === 0 ? STYLE.head : PEOPLE.owner + at === PEOPLE.services ? { ...STYLE.head, indent: 1 } : { ...STYLE.head, horizontal: 'Right' as const })),
      C.service,
      C.agreement,
      STYLE.headRule,
    ),
  );
  const number = (column: number, count: number): SheetCell => (count === 0 ? nothingCell(column) : cell(column, count, { ...RIGHT, numberFormat: FORMAT.count }));
  const style: CellStyle = { ...STYLE.detail, indent: 1 };
  for (const { owner, it, business, manager, components: parts, services: names } of people) {
    const cells = [
      textCell(PEOPLE.owner, owner, COLUMNS[PEOPLE.owner] ?? 0, STYLE.body),
      number(PEOPLE.it, it),
      number(PEOPLE.business, business),
      number(PEOPLE.manager, manager),
      number(PEOPLE.components, parts),
      names.size === 0 ? cell(PEOPLE.services, NOTHING, style) : cell(PEOPLE.services, namesThatFit([...names], widthOf(COLUMNS, PEOPLE.services, C.agreement), style), style),
    ];
    rows.add(HEIGHT.promise, across(cells, C.service, C.agreement, STYLE.rowRule));
    yield;
  }
}

function holdings(services: readonly Service[], components: readonly Component[]): Holding[] {
  const people = new Map<string, Holding>();
  const of = (owner: string | null): Holding | null => {
    const key = nameKey(owner ?? '');
    if (owner === null || key === '') return null;
    const holding = people.get(key) ?? { owner: owner.trim(), it: 0, business: 0, manager: 0, components: 0, services: new Set() };
    people.set(key, holding);
    return holding;
  };
  const add = (owner: string | null, role: 'it' | 'business' | 'manager', service: string): void => {
    const holding = of(owner);
    if (holding === null) return;
    holding[role]++;
    holding.services.add(service);
  };
  for (const { service, itOwner, businessOwner, serviceManager } of services) {
    add(itOwner, 'it', service);
    add(businessOwner, 'business', service);
    add(serviceManager, 'manager', service);
  }
  for (const { owner } of components) {
    const holding = of(owner);
    if (holding !== null) holding.components++;
  }
  return [...people.values()].toSorted((a, b) => b.services.size - a.services.size || b.components - a.components || a.owner.localeCompare(b.owner, 'en'));
}

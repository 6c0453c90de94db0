import type { AgreementType } from '../../domain/agreements/records';
import type { Figures, ItemFigure, ServiceMapFigure } from '../../domain/figures';
import { nameKey } from '../../domain/names';
import { listOf, numberText } from '../../domain/performance/phrases';
import { plainEdges } from '../../domain/servicemap/plain-edges';
import { finish, type Work } from '../../domain/work';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, Rows, textCell, widthOf, withStyle } from '../layout';
import { moneyFormat, moneyText } from '../money';
import { nothingCell, numberCell } from '../number-cell';
import type { CellStyle, SheetCell, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, STYLE } from '../style';
import { fitted, wrapped } from '../text-width';
import { NOTHING, SHEET_NAME, W } from '../words';
import { linesOfNames, namesThatFit } from './names-in-cell';
import { impactSentence } from './sentences';

const COLUMNS = [9, 144, 63, 51, 144, 129, 144, 129, 129];
const C = { item: 1, cost: 2, users: 3, services: 4, customers: 5, agreements: 6, processes: 7, objectives: 8 } as const;
const WIDTH = widthOf(COLUMNS, C.item, C.objectives);
const PRIORITIES: readonly ServiceMapFigure['priority'][] = ['Mission-critical', 'High', 'Medium', 'Low'];
const TYPES: readonly AgreementType[] = ['SLA', 'OLA', 'UC'];
/** Of the second line: what the item is, and what stands on it. */
const WHAT_WIDTH = widthOf(COLUMNS, C.item, C.users);
const USED_WIDTH = widthOf(COLUMNS, C.services, C.objectives);
/** Lines of other parts that fall with one item: at most, at least, and of all items together. Where an item is used stands in full. */
const MOST_LINES = 20;
const LEAST_LINES = 2;
const MOST_LINES_OF_ALL = 4000;
const NAMES: CellStyle = { ...STYLE.body, size: 10, indent: 1 };
const UNDER: CellStyle = { ...STYLE.detail, indent: 1 };
const GREY: CellStyle = { color: COLOR.grey };
const WRAPPED: CellStyle = { wrap: true };
/** No more names stand in two lines of a cell. */
const MOST_IN_TWO_LINES = 12;

type Input = Pick<ReportInput, 'figures'>;

/**
 * Every service and component: what falls when it alone falls (services, customers, agreements, processes,
 * objectives, users, downtime cost per hour), and what depends on it directly. The costliest stands first;
 * things with which nothing falls stand last.
 */
export function impact(input: Input): SheetModel {
  return finish(impactWork(input));
}

/** `impact` with a pause after every item, for callers that must give way to others. */
export function* impactWork({ figures }: Input): Work<SheetModel> {
  const rows = new Rows();
  const falling = figures.items.filter(takesSomethingDown).toSorted(byWeight);
  const harmless = figures.items.filter((item) => !takesSomethingDown(item));
  addHeading(rows, COLUMNS, figures, W.impact.title, null, impactSentence(falling, harmless.length, figures.currency), null);
  const heads = addHeads(rows);
  if (figures.items.length === 0) rows.add(HEIGHT.promise, [cell(C.item, W.impact.none, STYLE.body)]);
  const groups = groupsOf(figures);
  const order = atRiskFirst(figures);
  const most = Math.max(LEAST_LINES, Math.min(MOST_LINES, Math.floor(MOST_LINES_OF_ALL / Math.max(1, figures.items.length))));
  for (const item of falling) {
    addItem(rows, item, groups, order, figures.currency, most);
    yield;
  }
  if (harmless.length > 0) addHarmlessHeads(rows);
  for (const item of harmless) {
    addHarmless(rows, item, groups);
    yield;
  }
  rows.add(HEIGHT.spacer);
  for (const text of W.impact.definitions) for (const line of wrapped(text, WIDTH - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.item, line, STYLE.definition)]);
  return listPage({ kind: 'impact', subject: '', name: SHEET_NAME.impact, title: W.impact.title, figures, columns: COLUMNS, rows, lastColumn: C.objectives, heads });
}

function takesSomethingDown({ services, components, customers, agreements, processes, objectives }: ItemFigure): boolean {
  return [services, components, customers, agreements, processes, objectives].some((names) => names.length > 0);
}

/** The costliest first, then by users, services, customers and agreements; else as the tables have them. */
function byWeight(a: ItemFigure, b: ItemFigure): number {
  return (b.costPerHour ?? 0) - (a.costPerHour ?? 0) || (b.users ?? 0) - (a.users ?? 0) || b.services.length - a.services.length || b.customers.length - a.customers.length || b.agreements.length - a.agreements.length;
}

/** Puts the names that can be shown in the order of what is most at risk. */
interface AtRiskFirst {
  services(names: readonly string[]): readonly string[];
  agreements(names: readonly string[]): readonly string[];
  processes(names: readonly string[]): readonly string[];
}

/** Services by priority, then by cost and users of what falls with them; agreements by type, then by their services; processes by cost per hour. */
function atRiskFirst({ maps, items, agreements, downtimeCost }: Figures): AtRiskFirst {
  const own = new Map(items.map((item) => [nameKey(item.item), item]));
  const cost = (service: string): number => own.get(nameKey(service))?.costPerHour ?? 0;
  const users = (service: string): number => own.get(nameKey(service))?.users ?? 0;
  const priority = (map: ServiceMapFigure): number => (map.priority === null ? PRIORITIES.length : PRIORITIES.indexOf(map.priority));
  const services = maps.toSorted((a, b) => priority(a) - priority(b) || cost(b.service) - cost(a.service) || users(b.service) - users(a.service));
  const serviceRanks = ranksOf(services.map(({ service }) => service));
  const rankOf = (item: string): number => serviceRanks.get(nameKey(item)) ?? services.length;
  const ordered = agreements.toSorted((a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || rankOf(a.item) - rankOf(b.item));
  const agreementRanks = ranksOf(ordered.map(({ agreement }) => agreement));
  const processes = (downtimeCost?.processes ?? []).toSorted((a, b) => (b.costPerHour ?? 0) - (a.costPerHour ?? 0));
  const processRanks = ranksOf(processes.map(({ process }) => process));
  return { services: (names) => byRank(names, serviceRanks), agreements: (names) => byRank(names, agreementRanks), processes: (names) => byRank(names, processRanks) };
}

/** The first names by rank, as many as two lines may hold; those without a rank come last, those of one rank as they came. */
function byRank(names: readonly string[], ranks: ReadonlyMap<string, number>): readonly string[] {
  if (names.length < 2) return names;
  /** Rank and place in one number, ascending. */
  const first: number[] = [];
  for (let at = 0; at < names.length; at++) {
    const name = names[at]!;
    const place = (ranks.get(name) ?? ranks.get(nameKey(name)) ?? ranks.size) * names.length + at;
    if (first.length === MOST_IN_TWO_LINES && place > first[MOST_IN_TWO_LINES - 1]!) continue;
    let to = first.length;
    while (to > 0 && first[to - 1]! > place) to--;
    first.splice(to, 0, place);
    if (first.length > MOST_IN_TWO_LINES) first.pop();
  }
  return first.map((place) => names[place % names.length]!);
}

/** Places in a list by name: as it is written, which is how most are looked up, and by its key. */
function ranksOf(names: readonly string[]): Map<string, number> {
  const ranks = new Map<string, number>();
  names.forEach((name, at) => ranks.set(nameKey(name), at));
  for (const name of names) ranks.set(name, ranks.get(nameKey(name))!);
  return ranks;
}

/** `1 of 2` for each thing that is a member of a group, by the keys of the two names. */
function groupsOf({ edges }: Figures): ReadonlyMap<string, string> {
  return new Map(plainEdges(edges).flatMap(({ item, dependsOn, group }) => (group === null ? [] : [[edgeKey(item, dependsOn), `${group.required} of ${group.members}`] as const])));
}

function edgeKey(item: string, dependsOn: string): string {
  return `${nameKey(item)}\n${nameKey(dependsOn)}`;
}

function addHeads(rows: Rows): readonly [number, number] {
  const right: CellStyle = { ...STYLE.head, horizontal: 'Right' };
  const first = rows.add(HEIGHT.head, W.impact.heads.map((head, at) => cell(C.item + at, head, at === 0 ? STYLE.head : C.item + at < C.services ? right : { ...STYLE.head, indent: 1 })));
  const small: CellStyle = { size: 9, color: COLOR.grey };
  const [what = '', used = ''] = W.impact.secondHeads;
  return [first, rows.add(HEIGHT.detail, across([cell(C.item, what, small), cell(C.services, used, { ...small, indent: 1 })], C.item, C.objectives, STYLE.headRule))];
}

function addItem(rows: Rows, item: ItemFigure, groups: ReadonlyMap<string, string>, order: AtRiskFirst, currency: string, mostLines: number): void {
  /** Column, the first names, and how many there are. */
  const lists: readonly (readonly [number, readonly string[], number])[] = [
    [C.services, order.services(item.services), item.services.length],
    [C.customers, item.customers, item.customers.length],
    [C.agreements, order.agreements(item.agreements), item.agreements.length],
    [C.processes, order.processes(item.processes), item.processes.length],
    [C.objectives, item.objectives, item.objectives.length],
  ];
  const texts = lists.map(([column, first, total]) => namesInTwoLines(first, total, COLUMNS[column] ?? 0));
  const isTall = texts.some((lines) => lines.length > 1);
  const cells = [
    textCell(C.item, item.item, COLUMNS[C.item] ?? 0, STYLE.strong),
    costCell(C.cost, item.costPerHour, currency, COLUMNS[C.cost] ?? 0),
    item.users === null ? nothingCell(C.users) : numberCell(C.users, { value: item.users, format: FORMAT.count, text: numberText(item.users, 0) }, COLUMNS[C.users] ?? 0, STYLE.body),
    ...lists.map(([column, list], at) => {
      const style = list.length === 0 ? withStyle(NAMES, GREY) : NAMES;
      return cell(column, list.length === 0 ? NOTHING : (texts[at] ?? []).join('\n'), isTall ? withStyle(style, WRAPPED) : style);
    }),
  ];
  rows.add(isTall ? HEIGHT.promise + HEIGHT.detail : HEIGHT.promise, isTall ? across(cells, C.item, C.objectives, { vertical: 'Top' }) : cells);
  const used = item.usedBy.length === 0 ? [W.impact.notUsed] : linesOfNames(W.impact.usedBy, usersOf(item, groups), USED_WIDTH, UNDER);
  const lines = [...used, ...linesOfNames(W.impact.alsoDown, item.components, USED_WIDTH, UNDER, mostLines)];
  lines.forEach((line, at) => {
    const cells = [...(at === 0 ? [textCell(C.item, whatItIs(item), WHAT_WIDTH, UNDER)] : []), textCell(C.services, line, USED_WIDTH, UNDER)];
    rows.add(HEIGHT.detail, at === lines.length - 1 ? across(cells, C.item, C.objectives, STYLE.rowRule) : cells);
  });
}

/** Names of one cell in a line, or in two where they do not fit one. @param names the first of `total` */
function namesInTwoLines(names: readonly string[], total: number, width: number): string[] {
  const line = namesThatFit(names, width, NAMES, total);
  if (total <= line.length && line === listOf(names)) return [line];
  // Less the indent and a comma.
  const room = width - CELL_MARGIN - 12;
  const cut = names.slice(0, MOST_IN_TWO_LINES).map((name) => fitted(name, room, { size: NAMES.size ?? 11 }));
  return linesOfNames('', cut, width, NAMES, 2, total);
}

function addHarmlessHeads(rows: Rows): void {
  const [what = '', used = ''] = W.impact.nothingFallsHeads;
  const head: CellStyle = { ...STYLE.head, vertical: 'Bottom', indent: 1 };
  rows.add(HEIGHT.section + 12, across([cell(C.item, W.impact.nothingFalls, { ...STYLE.section, vertical: 'Bottom' }), cell(C.services, what, head), cell(C.agreements, used, head)], C.item, C.objectives, STYLE.headRule));
}

/** A thing with which nothing falls: what it is, and what stands on it. */
function addHarmless(rows: Rows, item: ItemFigure, groups: ReadonlyMap<string, string>): void {
  const width = widthOf(COLUMNS, C.agreements, C.objectives);
  const used = item.usedBy.length === 0 ? [W.impact.notUsed] : linesOfNames('', usersOf(item, groups), width, UNDER);
  used.forEach((line, at) => {
    const first = [textCell(C.item, item.item, WHAT_WIDTH, STYLE.body), textCell(C.services, whatItIs(item), widthOf(COLUMNS, C.services, C.customers), UNDER)];
    const cells = [...(at === 0 ? first : []), textCell(C.agreements, line, width, UNDER)];
    rows.add(HEIGHT.promise, at === used.length - 1 ? across(cells, C.item, C.objectives, STYLE.rowRule) : cells);
  });
}

/** What depends on an item directly, with the group where it is one of several. */
function usersOf(item: ItemFigure, groups: ReadonlyMap<string, string>): string[] {
  return item.usedBy.map((user) => {
    const group = groups.get(edgeKey(user, item.item));
    return group === undefined ? user : `${user} (${group})`;
  });
}

/** Section, category, owner and supplier in a line. */
function whatItIs({ section, category, owner, supplier }: ItemFigure): string {
  if (section === null) return W.impact.unknown;
  return [W.chain.sections[section], ...(category === null ? [] : [category]), owner ?? W.noOwner, ...(supplier === null ? [] : [supplier])].join(' · ');
}

/** Downtime cost per hour, as small as it takes to fit its column. */
export function costCell(column: number, cost: number | null, currency: string, width: number): SheetCell {
  return numberCell(column, cost === null ? null : { value: cost, format: moneyFormat(currency), text: moneyText(cost, currency) }, width, STYLE.body);
}

import type { Figures, ItemFigure, MapCycle, MapLine, ServiceMapFigure } from '../../domain/figures';
import { addTo } from '../../domain/grouping';
import { nameKey } from '../../domain/names';
import { finish, type Work } from '../../domain/work';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, Rows, textCell, widthOf } from '../layout';
import type { CellStyle, SheetCell, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, HEIGHT, STATUS_STYLE, STYLE } from '../style';
import { fitted, textWidth, wrapped } from '../text-width';
import { SHEET_NAME, W } from '../words';
import { ownerCell, textOrNothing } from './cells';
import { availabilityPromises, promisedAvailability } from './in-force';
import { namesThatFit, sentenceOfNames } from './names-in-cell';
import { downtimeSentence, expectedSentence, mapsFacts, mapsSentence, outOfReach, promiseSentence, sentencesThatFit } from './sentences';

const COLUMNS = [9, 225, 115.5, 127.5, 127.5, 136.5, 58.5, 142.5];
const C = { name: 1, category: 2, owner: 3, supplier: 4, through: 5, group: 6, agreements: 7 } as const;
const WIDTH = widthOf(COLUMNS, C.name, C.agreements);
const SECTION: CellStyle = { ...STYLE.head, bold: true };
/** Names of lines, the deeper the further in. */
const NAMES = Array.from({ length: 7 }, (_, indent): CellStyle => ({ ...STYLE.body, indent }));
const SECTIONS: readonly MapLine['section'][] = ['Customers', 'Hardware', 'Applications', 'Settings', 'Internal service', 'External service'];
/** Lines of one service, customers apart, that are listed: at most, at least, and of all services together. */
const MOST_LINES = 100;
const LEAST_LINES = 10;
const MOST_LINES_OF_ALL = 3000;
/** Circles that are listed above the maps. */
const MOST_CYCLES = 20;

type Input = Pick<ReportInput, 'figures'>;

/**
 * The service maps as tables: one block per service, with what is promised and can be expected, what took
 * it down this month and what alone would, then its customers, hardware, applications, settings, internal
 * and external services, who owns each line and which agreements stand on it. Infrastructure services come
 * last, as the core that all others stand on. Of a map with very many lines the nearest stand here, and how
 * many more there are.
 */
export function serviceMap(input: Input): SheetModel {
  return finish(serviceMapWork(input));
}

/** `serviceMap` with a pause after every service, for callers that must give way to others. */
export function* serviceMapWork({ figures }: Input): Work<SheetModel> {
  const rows = new Rows();
  const promised = promisedAvailability(figures);
  const facts = mapsFacts(figures, promised);
  addHeading(rows, COLUMNS, figures, W.map.title, null, mapsSentence(figures.maps), facts.length === 0 ? null : sentencesThatFit(facts, WIDTH, STYLE.subline));
  const headRow = rows.add(HEIGHT.head, across(W.map.heads.map((head, at) => cell(C.name + at, head, STYLE.head)), C.name, C.agreements, STYLE.headRule));
  for (const text of W.map.definitions) for (const line of wrapped(text, WIDTH - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.name, line, STYLE.definition)]);
  const atlas = atlasOf(figures, promised);
  for (const { path, rows: rowsOf } of figures.cycles.slice(0, MOST_CYCLES)) addLines(rows, W.map.cycle(path, W.map.rows(rowsOf.map(({ row }) => row))), STYLE.absent);
  if (figures.cycles.length > MOST_CYCLES) rows.add(HEIGHT.promise, [cell(C.name, W.map.moreCycles(figures.cycles.length - MOST_CYCLES), STYLE.absent)]);

  const infrastructure = figures.maps.filter(({ type }) => type === 'Infrastructure');
  for (const map of figures.maps) {
    if (map.type === 'Infrastructure') continue;
    addMap(rows, map, atlas, rows.next);
    yield;
  }
  let top = rows.next;
  if (infrastructure.length > 0) rows.add(HEIGHT.verdict, [cell(C.name, W.map.infrastructure, { ...STYLE.subline, bold: true, vertical: 'Bottom' })]);
  for (const map of infrastructure) {
    addMap(rows, map, atlas, top);
    top = rows.next;
    yield;
  }
  return listPage({ kind: 'service-map', subject: '', name: SHEET_NAME['service-map'], title: W.map.title, figures, columns: COLUMNS, rows, lastColumn: C.agreements, heads: [headRow, headRow] });
}

/** What the blocks look up. */
interface Atlas {
  readonly figures: Figures;
  readonly promised: ReadonlyMap<string, number>;
  readonly promises: ReturnType<typeof availabilityPromises>;
  readonly items: ReadonlyMap<string, ItemFigure>;
  /** Row of `Dependencies` of each step of a circle, by the keys of its two names. */
  readonly steps: ReadonlyMap<string, number>;
  readonly mostLines: number;
}

function atlasOf(figures: Figures, promised: ReadonlyMap<string, number>): Atlas {
  const circling = new Set(figures.maps.flatMap(({ cycle }) => cycle.map(nameKey)));
  const steps = new Map<string, number>();
  for (const { item, dependsOn, row } of circling.size === 0 ? [] : figures.edges) {
    const key = stepKey(item, dependsOn);
    if (circling.has(nameKey(item)) && !steps.has(key)) steps.set(key, row.row);
  }
  return {
    figures,
    promised,
    promises: availabilityPromises(figures),
    items: new Map(figures.items.map((item) => [nameKey(item.item), item])),
    steps,
    mostLines: Math.max(LEAST_LINES, Math.min(MOST_LINES, Math.floor(MOST_LINES_OF_ALL / Math.max(1, figures.maps.length)))),
  };
}

function stepKey(item: string, dependsOn: string): string {
  return `${nameKey(item)}\n${nameKey(dependsOn)}`;
}

/** A service's block. @param top the first row that is printed on one page with its heading */
function addMap(rows: Rows, map: ServiceMapFigure, atlas: Atlas, top: number): void {
  rows.add(HEIGHT.section + 8, [textCell(C.name, map.service, WIDTH, { ...STYLE.section, vertical: 'Bottom' })]);
  rows.add(HEIGHT.head, [textCell(C.name, W.map.facts(map.type, map.priority, map.itOwner, map.businessOwner), WIDTH, STYLE.detail)]);
  addFigures(rows, map, atlas);
  const { shown, rest } = nearest(map.lines, atlas.mostLines);
  const moreCustomers = rest.get('Customers')?.lines ?? 0;
  rows.keepTogether(top);
  for (const section of SECTIONS) {
    const first = rows.next;
    const lines = shown.get(section) ?? [];
    const title = cell(C.name, W.map.sections[section], SECTION);
    rows.add(HEIGHT.head, across(lines.length + (rest.get(section)?.lines ?? 0) === 0 ? [title, cell(C.category, W.map.noneRecorded, STYLE.detail)] : [title], C.name, C.agreements, { fill: COLOR.band }));
    for (const [at, line] of lines.entries()) {
      rows.add(HEIGHT.promise, across(lineCells(line), C.name, C.agreements, STYLE.rowRule));
      // A heading is not left alone where no page holds its section.
      if (at === 0) rows.keepTogether(first);
    }
    if (section === 'Customers' && moreCustomers > 0) rows.add(HEIGHT.promise, [cell(C.name, W.map.moreCustomers(moreCustomers), { ...STYLE.detail, indent: 1 })]);
    rows.keepTogether(first);
  }
  addRest(rows, rest);
  rows.keepTogether(top);
}

/** Lines that are not listed: how many, and how far down they stand. */
interface Rest {
  lines: number;
  nearest: number;
  furthest: number;
}

/** By section: the lines nearest to the service, so many of customers and so many of all others, as they came; and what is left of each. */
function nearest(lines: readonly MapLine[], most: number): { readonly shown: ReadonlyMap<MapLine['section'], readonly MapLine[]>; readonly rest: ReadonlyMap<MapLine['section'], Rest> } {
  const atDepth: number[] = [];
  for (const { section, depth } of lines) if (section !== 'Customers') atDepth[depth] = (atDepth[depth] ?? 0) + 1;
  // All lines above a depth are listed, and of that depth the first ones.
  let [room, deepest] = [most, 0];
  while (deepest < atDepth.length && (atDepth[deepest] ?? 0) <= room) room -= atDepth[deepest++] ?? 0;
  let customers = most;
  const shown = new Map<MapLine['section'], MapLine[]>();
  const rest = new Map<MapLine['section'], Rest>();
  for (const line of lines) {
    const { section, depth } = line;
    if (section === 'Customers' ? customers-- > 0 : depth < deepest || (depth === deepest && room-- > 0)) addTo(shown, section, line);
    else {
      let left = rest.get(section);
      if (left === undefined) rest.set(section, (left = { lines: 0, nearest: depth, furthest: depth }));
      left.lines++;
      left.nearest = Math.min(left.nearest, depth);
      left.furthest = Math.max(left.furthest, depth);
    }
  }
  return { shown, rest };
}

/** How many lines beside customers are not listed, how far down they stand, and in which sections. */
function addRest(rows: Rows, rest: ReadonlyMap<MapLine['section'], Rest>): void {
  const left = SECTIONS.flatMap((section) => (section !== 'Customers' && rest.has(section) ? [{ section, ...rest.get(section)! }] : []));
  if (left.length === 0) return;
  const count = left.reduce((sum, { lines }) => sum + lines, 0);
  const sections = left.map(({ section, lines }) => `${W.map.sections[section]} ${lines}`);
  addLines(rows, W.map.moreLines(count, Math.min(...left.map((one) => one.nearest)), Math.max(...left.map((one) => one.furthest)), sections), STYLE.detail);
}

/** Under a service: what it carries and whether it kept its own promise, what is promised and expected, downtime and its causes, single points, a circle. */
function addFigures(rows: Rows, map: ServiceMapFigure, { figures, promised, promises, items, steps }: Atlas): void {
  const carries = map.type === 'Infrastructure' ? (items.get(nameKey(map.service))?.usedBy ?? []) : [];
  if (carries.length > 0) rows.add(HEIGHT.head, [cell(C.name, sentenceOfNames(W.map.carries, carries, WIDTH, STYLE.detail), STYLE.detail)]);
  if (map.type === 'Infrastructure') for (const promise of promises.get(nameKey(map.service)) ?? []) addLines(rows, promiseSentence(promise), { ...STATUS_STYLE[promise.status], size: 10 });
  const target = promised.get(nameKey(map.service));
  if (map.expected !== null) {
    const broken = outOfReach(map, target);
    addLines(rows, `${broken ? '✕ ' : ''}${expectedSentence(map.expected, target)}`, broken ? { ...STYLE.detail, bold: true, color: COLOR.missed } : STYLE.detail);
  }
  const hasThings = map.lines.some(({ section }) => section !== 'Customers');
  if (map.downtimeSeconds > 0 || hasThings) addLines(rows, downtimeSentence(figures, map.downtimeSeconds, map.causes), map.downtimeSeconds > 0 ? { ...STYLE.detail, color: COLOR.ink } : STYLE.detail);
  if (map.singlePoints.length === 0 && hasThings) rows.add(HEIGHT.head, [cell(C.name, W.map.noSinglePoint, STYLE.detail)]);
  if (map.singlePoints.length > 0) rows.add(HEIGHT.head, [cell(C.name, sentenceOfNames(W.map.singlePoints(map.singlePoints.length), map.singlePoints, WIDTH, STYLE.detail), STYLE.detail)]);
  if (map.cycle.length > 0) addLines(rows, W.map.cycle(map.cycle, W.map.rows(rowsOf(map.cycle, steps))), STYLE.absent);
}

/** Rows of a circle, one for each step that has one. */
function rowsOf(cycle: MapCycle['path'], steps: ReadonlyMap<string, number>): number[] {
  return cycle.slice(1).flatMap((dependsOn, at) => steps.get(stepKey(cycle[at] ?? '', dependsOn)) ?? []);
}

/** Text over the whole width, in as many rows as it takes. */
function addLines(rows: Rows, text: string, style: CellStyle): void {
  for (const line of wrapped(text, WIDTH - CELL_MARGIN, { size: style.size ?? 11, bold: style.bold ?? false })) rows.add(HEIGHT.head, [cell(C.name, line, style)]);
}

function lineCells(line: MapLine): SheetCell[] {
  const text = (column: number, value: string | null): SheetCell => textOrNothing(column, value, COLUMNS[column] ?? 0);
  return [
    textOrNothing(C.name, line.name, COLUMNS[C.name] ?? 0, NAMES[Math.min(line.depth, 6)]),
    text(C.category, categoryText(line)),
    // Customers answer for themselves.
    line.section === 'Customers' ? text(C.owner, null) : ownerCell(C.owner, line.owner, COLUMNS[C.owner] ?? 0),
    text(C.supplier, line.supplier),
    text(C.through, line.through),
    text(C.group, line.group),
    line.agreements.length === 0 ? text(C.agreements, null) : cell(C.agreements, namesThatFit(line.agreements, COLUMNS[C.agreements] ?? 0, STYLE.body), STYLE.body),
  ];
}

/** Category and users; where both do not fit, the category is cut. @example 'Customers, 171,000 users' */
function categoryText({ category, users }: MapLine): string {
  if (users === null) return category ?? '';
  if (category === null) return W.map.users(users);
  const after = `, ${W.map.users(users)}`;
  const room = (COLUMNS[C.category] ?? 0) - CELL_MARGIN;
  const font = { size: STYLE.body.size ?? 11 };
  return textWidth(`${category}${after}`, font) <= room ? `${category}${after}` : `${fitted(category, room - textWidth(after, font), font)}${after}`;
}

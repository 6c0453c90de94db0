/** What a source says of a map, as rows of the workbook's tables: each thing and each dependency is a row, or its problem is said, or it waits for an answer. */
import type { Work } from '../../../domain/work';
import { closest } from '../../closest';
import { foldName } from '../../names';
import { quoted } from '../../words';
import type { ImportedCell } from '../cells';
import type { ExistingWorkbook } from '../existing';
import type { RowProblem, SkippedRow } from '../export-file';
import { columnOf } from '../mapping';
import type { ImportChoices, ImportQuestion, LineNote, NotKept, UnknownName } from '../model';
import type { MapTable } from '../profiles';
import type { ImportedRow } from '../rows';
import { Tally } from '../tally';
import { type DraftItem, type DraftLink, type MapDraft, type Place, PLACES, serviceType, textCells } from './draft';
import { type Direction, directionOf, placeNamed, placeOfClass } from './words';

export interface ResolvedMap {
  readonly rows: Readonly<Record<MapTable, readonly ImportedRow[]>>;
  readonly problems: readonly RowProblem[];
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly LineNote[];
  readonly questions: readonly ImportQuestion[];
  readonly unknownNames: readonly UnknownName[];
  readonly notKept: readonly NotKept[];
  /** Rows that cannot be made before questions are answered. */
  readonly waiting: number;
}

/** Rows between two pauses. */
const ROWS_PER_STEP = 1000;
/** Finding a near name takes time; nobody looks at more. */
const MOST_SUGGESTED = 200;

/** What became of a name. */
type Fate = { readonly is: 'row'; readonly name: string; readonly table: MapTable } | { readonly is: 'left out' | 'waiting' };

/** A thing of the source whose row is being put together: another line may say more of it. */
interface Thing {
  readonly line: number;
  readonly name: string;
  readonly table: 'Services' | 'Components';
  readonly place: Place | null;
  readonly cells: Record<string, ImportedCell>;
}

/** Fields of Components that Services have under another name. */
const OF_SERVICES: Readonly<Record<string, string>> = { owner: 'itOwner', description: 'description' };

class Resolver {
  readonly problems: RowProblem[] = [];
  readonly skipped: SkippedRow[] = [];
  readonly warnings: LineNote[] = [];
  readonly things = new Map<string, Thing>();
  readonly asked = new Tally<Omit<Extract<ImportQuestion, { kind: 'value' }>, 'rows'>>();
  /** A thing counts once for a column, however many lines say it. */
  private readonly lost = new Set<string>();
  readonly notKept = new Tally<Omit<NotKept, 'rows'>>();
  readonly unknown = new Tally<{ readonly field: string; readonly name: string }>();
  waiting = 0;
  private readonly fates = new Map<string, Fate>();
  private readonly answers: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  private readonly services: ReadonlySet<string>;

  constructor(private readonly workbook: ExistingWorkbook, { values = {} }: ImportChoices) {
    this.answers = new Map(Object.entries(values).map(([field, words]) => [field, new Map(Object.entries(words).map(([from, to]) => [foldName(from), to]))]));
    this.services = new Set((workbook.tables.get('Services')?.rows ?? []).flatMap(({ fields: { service } }) => (typeof service === 'string' ? [foldName(service)] : [])));
  }

  /** What the user said of a word; null: its rows are left out; undefined: nothing. */
  answer(field: string, word: string): string | null | undefined {
    return this.answers.get(field)?.get(foldName(word));
  }

  /** A name as the workbook writes it, after the user's answer; null: left out. */
  nameOf(raw: string): string | null {
    const said = this.answer('item', raw);
    if (said === null) return null;
    const name = said ?? raw;
    return this.workbook.items.get(foldName(name)) ?? name;
  }

  /** What a thing that the workbook does not have is; null: left out; undefined: asked, by its class or by the thing itself. */
  private placeFor(name: string, className: string, known: Place | null, askedAs: string): Place | null | undefined {
    // An answer for the thing itself goes before one for its class.
    const words = [name, className];
    for (const word of words) {
      const said = this.answer('section', word);
      if (said === null) return null;
      if (said !== undefined) {
        const place = placeNamed(said);
        if (place) return place;
        this.ask('section', 'Section', word, PLACES, said);
        return undefined;
      }
    }
    const place = known ?? placeOfClass(className);
    if (place) return place;
    this.ask('section', 'Section', askedAs, PLACES);
    return undefined;
  }

  ask(field: string, column: string, value: string, choices: readonly string[], refused?: string): void {
    this.asked.add(`${field}\n${foldName(value)}`, { kind: 'value', field, column, value, type: 'choice', choices, ...(refused === undefined ? {} : { refused }) });
  }

  /**
   * Takes a thing that the source tells of.
   *
   * @param askedAs the word by which it is asked what the thing is
   */
  takeItem({ line, name: raw, className, place: ofForm, cells, description }: DraftItem, askedAs = className): void {
    const name = this.nameOf(raw);
    if (name === null) {
      this.skipped.push({ line, why: `${quoted(raw)}: left out, as you said` });
      return void this.fates.set(foldName(raw), { is: 'left out' });
    }
    const key = foldName(name);
    const first = this.things.get(key);
    if (first) return this.addTo(first, line, className, ofForm, cells);
    const isKnown = this.workbook.items.has(key);
    const isService = this.services.has(key);
    // What is there keeps its section; only where the source names it as such it may differ.
    const place = isKnown ? (placeNamed(className) ?? null) : this.placeFor(name, className, ofForm, askedAs);
    if (place === null && !isKnown) {
      this.skipped.push({ line, why: `${quoted(name)}: left out, as you said of ${this.answer('section', name) === null ? 'it' : quoted(className)}` });
      return void this.fates.set(key, { is: 'left out' });
    }
    if (place === undefined) {
      if (!this.fates.has(key)) this.waiting++;
      return void this.fates.set(key, { is: 'waiting' });
    }
    const table = isKnown ? (isService ? 'Services' : 'Components') : serviceType(place!) === null ? 'Components' : 'Services';
    if (isKnown && place !== null && (serviceType(place) !== null) !== isService) this.warnings.push({ line, text: `${quoted(name)} is ${place} in the file and a ${isService ? 'service' : 'component'} of the workbook, which it stays` });
    const ownCategory = cells.category === undefined && !isKnown && className !== '' && placeNamed(className) === null ? textCells({ category: className }) : {};
    const said = { ...cells, ...textCells({ description: description ?? '' }) };
    this.leaveOut(table, key, Object.keys(said));
    const all = { ...ownCategory, ...cells, ...textCells({ description: description ?? '' }) };
    this.things.set(key, { line, name, table, place, cells: table === 'Services' ? Object.fromEntries(Object.entries(all).flatMap(([field, cell]) => (OF_SERVICES[field] ? [[OF_SERVICES[field], cell]] : []))) : Object.fromEntries(Object.entries(all).filter(([field]) => field !== 'description')) });
    this.fates.set(key, { is: 'row', name, table });
  }

  /** Counts what the table of a thing has no column for. */
  private leaveOut(table: Thing['table'], key: string, fields: readonly string[]): void {
    for (const field of fields) {
      if (table === 'Services' ? OF_SERVICES[field] !== undefined : field !== 'description') continue;
      const once = `${field}\n${key}`;
      if (this.lost.has(once)) continue;
      this.lost.add(once);
      const column = field === 'description' ? 'Description' : columnOf('Components', field)!.header;
      this.notKept.add(`${column}\n${table}`, { column, of: table === 'Services' ? 'services' : 'components' });
    }
  }

  /** Another line about a thing: what is blank is filled, what differs is said. */
  private addTo(thing: Thing, line: number, className: string, ofForm: Place | null, cells: DraftItem['cells']): void {
    const place = ofForm ?? placeOfClass(className);
    if (place !== null && thing.place !== null && place !== thing.place) {
      const isBoth = serviceType(place) !== null || serviceType(thing.place) !== null;
      this.problems.push({ line, column: 'Section', found: place, expected: `${thing.place}, as line ${thing.line} says of ${thing.name}${isBoth ? ': nothing is both a service and a component' : ''}` });
    }
    this.leaveOut(thing.table, foldName(thing.name), Object.keys(cells));
    for (const [name, cell] of Object.entries(cells)) {
      const field = thing.table === 'Services' ? OF_SERVICES[name] : name;
      if (field === undefined) continue;
      const there = thing.cells[field];
      if (!there) thing.cells[field] = cell;
      else if (foldName(String(there.value)) !== foldName(String(cell.value))) this.warnings.push({ line, text: `${name} of ${quoted(thing.name)} is ${quoted(String(cell.cell))}; line ${thing.line} says ${quoted(String(there.cell))}, which is taken` });
    }
  }

  /** What became of a name at the end of a dependency; null: nobody knows it. */
  fateOf(raw: string, line: number): Fate | null {
    const name = this.nameOf(raw);
    if (name === null) return { is: 'left out' };
    const key = foldName(name);
    const known = this.workbook.items.get(key);
    if (known !== undefined) return { is: 'row', name: known, table: this.services.has(key) ? 'Services' : 'Components' };
    const fate = this.fates.get(key) ?? this.fates.get(foldName(raw));
    if (fate) return fate;
    // Kept as it is, or given a section: then it is a thing like those that the source tells of.
    const isKept = this.answer('item', raw) !== undefined || this.answer('section', name) !== undefined;
    if (!isKept) return null;
    this.takeItem({ line, name: raw, className: '', place: null, cells: {} }, name);
    return this.fates.get(key)!;
  }

  /** What the word of a link says; null: left out; undefined: asked. */
  directionFor(type: string, { from, to }: MapDraft['ends']): Direction | null | undefined {
    const needs = `${from} depends on ${to}`;
    const needed = `${to[0]!.toUpperCase()}${to.slice(1)} depends on ${from.toLowerCase()}`;
    const said = this.answer('type', type);
    if (said === null) return null;
    if (said !== undefined) {
      const found = ([[needs, 'needs'], [needed, 'is needed by']] as const).find(([words]) => foldName(words) === foldName(said));
      if (found) return found[1];
    }
    const clear = said === undefined ? directionOf(type) : null;
    if (clear) return clear;
    this.ask('type', 'Type', type, [needs, needed], said);
    return undefined;
  }
}

/** The names at the ends of a link, as rows have them; null: it makes no row, and why was said; undefined: what they are is asked. */
function endsOf(resolver: Resolver, link: DraftLink): readonly [string, string] | null | undefined {
  const { line, column, from, to } = link;
  const raws = [from, to];
  const fates = raws.map((raw) => resolver.fateOf(raw, line));
  const unknown = raws.filter((_, index) => fates[index] === null);
  for (const name of unknown) {
    resolver.unknown.add(foldName(name), { field: 'item', name });
    resolver.problems.push({ line, column, found: quoted(name), expected: `a service or component of the workbook or of this file${name.includes(',') ? '; several names are separated by ; or line breaks' : ''}` });
  }
  if (unknown.length > 0) return null;
  const leftOut = raws.find((_, index) => fates[index]!.is === 'left out');
  if (leftOut !== undefined) {
    resolver.skipped.push({ line, why: `${from} and ${to}: ${quoted(leftOut)} is left out` });
    return null;
  }
  if (fates.some((fate) => fate!.is === 'waiting')) return undefined;
  return fates.map((fate) => (fate as { readonly name: string }).name) as [string, string];
}

/** The row of Dependencies that a link is; null: none, and why was said. */
function dependencyOf(resolver: Resolver, link: DraftLink, ends: MapDraft['ends']): ImportedRow | null {
  const { line, column, type, cells } = link;
  const names = endsOf(resolver, link);
  if (names === null) return null;
  const [from, to] = names ?? [link.from, link.to];
  if (foldName(from) === foldName(to)) {
    resolver.problems.push({ line, column, found: quoted(to), expected: 'another one: nothing depends on itself' });
    return null;
  }
  // Asked together with what its ends are.
  const direction = resolver.directionFor(type, ends);
  if (direction === null) resolver.skipped.push({ line, why: `${from} and ${to}: ${type === '' ? 'a row without a type' : quoted(type)} is left out, as you said` });
  else if (direction === undefined || names === undefined) resolver.waiting++;
  if (!direction || names === undefined) return null;
  const [item, dependsOn] = direction === 'needs' ? [from, to] : [to, from];
  return { line, cells: { ...textCells({ item, dependsOn }), ...cells } };
}

/** Makes rows of what a source says, with pauses. */
export function* resolveMap(draft: MapDraft, workbook: ExistingWorkbook, choices: ImportChoices): Work<ResolvedMap> {
  const resolver = new Resolver(workbook, choices);
  for (const [index, item] of draft.items.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    resolver.takeItem(item);
  }
  const dependencies: ImportedRow[] = [];
  for (const [index, link] of draft.links.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const row = dependencyOf(resolver, link, draft.ends);
    if (row) dependencies.push(row);
  }
  const customers: ImportedRow[] = [];
  for (const { line, service, customer } of draft.customers) {
    const fate = resolver.fateOf(service, line);
    if (fate?.is === 'row' && fate.table === 'Services') customers.push({ line, cells: textCells({ service: fate.name, customer }) });
    else if (fate?.is === 'row') resolver.problems.push({ line, column: draft.mapping.customer ?? '', found: quoted(customer), expected: `none: ${fate.name} is a component, and only services have customers` });
    else if (fate?.is === 'waiting') resolver.waiting++;
    else resolver.skipped.push({ line, why: `${quoted(customer)}: ${quoted(service)} is left out` });
  }
  const rowOf = ({ line, name, table, place, cells }: Thing): ImportedRow =>
    table === 'Services'
      ? { line, cells: { ...textCells({ service: name, type: place === null ? '' : (serviceType(place) ?? '') }), ...cells } }
      : { line, cells: { ...textCells({ component: name, section: place === null || serviceType(place) !== null ? '' : place }), ...cells } };
  const things = [...resolver.things.values()];
  yield;
  const names = [...workbook.items.values()];
  const fresh = things.filter(({ name }) => !workbook.items.has(foldName(name)));
  const near = fresh.slice(0, MOST_SUGGESTED).flatMap(({ line, name }) => {
    const known = closest(name, names);
    return known === null ? [] : [{ line, text: `${quoted(name)} is new; ${quoted(known)} is there already: perhaps the same` }];
  });
  yield;
  const candidates = [...names, ...fresh.map(({ name }) => name)];
  return {
    rows: { Services: things.filter(({ table }) => table === 'Services').map(rowOf), Components: things.filter(({ table }) => table === 'Components').map(rowOf), Customers: customers, Dependencies: dependencies },
    notKept: resolver.notKept.all(),
    problems: resolver.problems,
    skipped: resolver.skipped,
    warnings: [...resolver.warnings, ...near],
    questions: resolver.asked.all(),
    unknownNames: resolver.unknown.all().map((unknown, index) => ({ ...unknown, closest: index < MOST_SUGGESTED ? closest(unknown.name, candidates) : null })),
    waiting: resolver.waiting,
  };
}

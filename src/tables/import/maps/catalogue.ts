/**
 * The software catalogue of Backstage: YAML of one or many documents, or the same as JSON. What its kinds
 * and relations mean is from its *Descriptor Format of Catalog Entities*:
 *
 * | there | here |
 * | --- | --- |
 * | Component, API | a component of section Applications: each is software; `spec.type` is its category |
 * | Resource | a component; what section its `spec.type` is, is asked unless it is clear |
 * | System, Domain | groups of them; what they are, a service perhaps, is asked |
 * | Group, User | names of owners |
 * | `dependsOn` | needs; `dependencyOf` the other way round |
 * | `consumesApis` | needs the API; who `providesApis` is needed by it |
 * | `system`, `subcomponentOf`, `domain` | is part of: whether a whole stops with its part, or the part with the whole, is asked |
 *
 * All other kinds are named as not taken.
 */
import { Composer, type Document, isMap, isSeq, LineCounter, type Node, Parser } from 'yaml';
import type { Work } from '../../../domain/work';
import { foldName } from '../../names';
import { quoted } from '../../words';
import type { RowProblem, SkippedRow } from '../export-file';
import type { LineNote } from '../model';
import { type DraftItem, type DraftLink, type MapDraft, type Place, textCells } from './draft';

/** One of a catalogue's entities: what stands in it, and where. */
interface Entity {
  readonly line: number;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly metadata: Fields;
  readonly spec: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '');

/** Kinds that are things of a map, and what is clear of them. */
const THINGS: Readonly<Record<string, { readonly place: Place | null; readonly className: (type: string) => string }>> = {
  component: { place: 'Applications', className: (type) => type },
  api: { place: 'Applications', className: (type) => (type === '' ? 'API' : `${type} API`) },
  resource: { place: null, className: (type) => (type === '' ? 'Resource' : type) },
  system: { place: null, className: () => 'System' },
  domain: { place: null, className: () => 'Domain' },
};
const OWNERS = ['group', 'user'];

/** Relations of an entity: how their references are completed, and what they say. */
const RELATIONS: readonly { readonly field: string; readonly kinds: readonly string[]; readonly link: (self: string, other: string) => Pick<DraftLink, 'from' | 'to' | 'type'> }[] = [
  { field: 'dependsOn', kinds: ['component', 'resource'], link: (from, to) => ({ from, to, type: 'Depends on' }) },
  { field: 'dependencyOf', kinds: ['component', 'resource'], link: (to, from) => ({ from, to, type: 'Depends on' }) },
  { field: 'consumesApis', kinds: ['api'], link: (from, to) => ({ from, to, type: 'Depends on' }) },
  { field: 'providesApis', kinds: ['api'], link: (to, from) => ({ from, to, type: 'Depends on' }) },
  { field: 'subcomponentOf', kinds: ['component'], link: (from, to) => ({ from, to, type: 'subcomponentOf' }) },
  { field: 'system', kinds: ['system'], link: (from, to) => ({ from, to, type: 'system' }) },
  { field: 'domain', kinds: ['domain'], link: (from, to) => ({ from, to, type: 'domain' }) },
];
const USED = { metadata: ['name', 'title', 'namespace'], spec: ['type', 'owner', ...RELATIONS.map(({ field }) => field)] };

/** Whether a text is such a catalogue, sound or not. */
export function isCatalogue(text: string): boolean {
  const bare = text.replace(/^\ufeff/, '');
  if (/^\s*[[{]/.test(bare)) return /"apiVersion"\s*:/.test(bare) && /"kind"\s*:/.test(bare) && /"metadata"\s*:/.test(bare);
  return /^(?:[ \t]*(?:#.*)?\r?\n)*(?:---|%YAML|[\w-]+[ \t]*:(?:\s|$))/.test(bare) && /^(?:apiVersion|kind|metadata)[ \t]*:/m.test(bare);
}

interface Read {
  readonly entities: Entity[];
  readonly problems: RowProblem[];
  readonly skipped: SkippedRow[];
}

/** Documents between two pauses. */
const DOCUMENTS_PER_STEP = 50;

/** Every document of a text. Tags of other makers mean nothing here, and are problems; so are aliases that grow beyond measure. */
function* readDocuments(text: string): Work<Read> {
  const read: Read = { entities: [], problems: [], skipped: [] };
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const composer = new Composer({ version: '1.2', schema: 'core', resolveKnownTags: false, logLevel: 'silent' });
  const fail = (offset: number, found: string, expected = 'YAML as Backstage reads it; nothing of this document is taken'): void => void read.problems.push({ line: lineAt(offset), column: '', found, expected });
  let reached = 0;
  let documents = 0;
  const take = (document: Document.Parsed): void => {
    const { contents } = document;
    const [fault] = [...document.errors, ...document.warnings];
    if (fault) return fail(fault.pos[0], fault.message);
    if (contents === null) return;
    const start = contents.range[0];
    try {
      const value = document.toJS({ maxAliasCount: 100 }) as unknown;
      const list = Array.isArray(value) ? value : isFields(value) && Array.isArray(value.items) ? value.items : [value];
      const nodes = isSeq(contents) ? contents.items : isMap(contents) && list[0] !== value ? ((contents.get('items') as unknown as { items: Node[] }).items ?? []) : [contents];
      list.forEach((one: unknown, index) => takeEntity(one, lineAt((nodes[index] as Node | undefined)?.range?.[0] ?? start), read));
    } catch (error) {
      fail(start, error instanceof Error ? error.message : String(error));
    }
  };
  try {
    for (const token of new Parser(lines.addNewLine).parse(text)) {
      reached = 'offset' in token ? token.offset : reached;
      for (const document of composer.next(token)) {
        take(document);
        if (++documents % DOCUMENTS_PER_STEP === 0) yield;
      }
    }
    for (const document of composer.end()) take(document);
  } catch (error) {
    // Nested deeper than any catalogue is.
    fail(reached, error instanceof Error ? error.message : String(error), 'YAML as Backstage reads it; nothing from here on is taken');
  }
  return read;
}

function takeEntity(value: unknown, line: number, { entities, problems, skipped }: Read): void {
  if (value === null) return;
  const fail = (column: string, found: string, expected: string): void => void problems.push({ line, column, found, expected });
  if (!isFields(value)) return fail('', Array.isArray(value) ? 'a list' : quoted(textOf(value)), 'an entity with kind, metadata and spec');
  const kind = textOf(value.kind);
  if (kind === '') return fail('kind', 'blank', 'a kind such as Component');
  if (!Object.hasOwn(THINGS, kind.toLowerCase()) && !OWNERS.includes(kind.toLowerCase())) return void skipped.push({ line, why: `kind ${kind} is not taken` });
  const metadata = isFields(value.metadata) ? value.metadata : {};
  const name = textOf(metadata.name);
  if (name === '') return fail('metadata.name', 'blank', 'a name: every entity needs one');
  entities.push({ line, kind, name, metadata, namespace: textOf(metadata.namespace) || 'default', spec: isFields(value.spec) ? value.spec : {} });
}

const keyOf = (kind: string, namespace: string, name: string): string => `${kind}:${namespace}/${name}`.toLowerCase();

/** The parts of `[kind:][namespace/]name`; null: it is no reference. */
function parseReference(text: string): { readonly kind: string | null; readonly namespace: string | null; readonly name: string } | null {
  const parts = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(text.trim());
  return parts && { kind: parts[1] ?? null, namespace: parts[2] ?? null, name: parts[3]! };
}

/** What entities are called: by their title, and each by another name. */
function* nameThings(entities: readonly Entity[], isKnown: (name: string) => boolean): Work<{ readonly names: Map<string, string>; readonly problems: RowProblem[]; readonly warnings: LineNote[]; readonly things: { readonly entity: Entity; readonly name: string }[] }> {
  const names = new Map<string, string>();
  const problems: RowProblem[] = [];
  const warnings: LineNote[] = [];
  const things: { entity: Entity; name: string }[] = [];
  const lines = new Map<string, number>();
  const taken = new Map<string, Entity>();
  for (const entity of entities) {
    const { kind, namespace, name, line, metadata } = entity;
    if (!Object.hasOwn(THINGS, kind.toLowerCase())) continue;
    const key = keyOf(kind, namespace, name);
    if (names.has(key)) {
      problems.push({ line, column: 'metadata.name', found: quoted(name), expected: `another name: line ${lines.get(key)!} is ${key}, too` });
      continue;
    }
    const title = textOf(metadata.title) || name;
    const usual = !isKnown(title) && isKnown(name) ? name : title;
    const first = taken.get(foldName(usual));
    // By the first thing that tells it from the other.
    const qualifier = first && (foldName(first.kind) !== foldName(kind) ? kind : foldName(first.namespace) !== foldName(namespace) ? namespace : name);
    const own = first ? [`${usual} (${qualifier})`, key].find((option) => !taken.has(foldName(option)))! : usual;
    if (first) warnings.push({ line, text: `${kind} ${quoted(usual)} has the name of the ${first.kind} in line ${first.line}: it becomes ${quoted(own)}` });
    taken.set(foldName(own), entity);
    names.set(key, own);
    lines.set(key, line);
    things.push({ entity, name: own });
    if (things.length % 1000 === 0) yield;
  }
  return { names, problems, warnings, things };
}

/** References in a field: one, or a list. */
function referencesIn(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/**
 * Reads a catalogue, with pauses. Never throws: a document that cannot be read is a problem with its line,
 * and the others are read.
 *
 * @param isKnown whether a service or component of the workbook has this name
 * @example finish(readCatalogue('kind: Component\nmetadata: {name: web}\nspec: {dependsOn: [resource:db]}', () => false)).links[0] // { line: 1, column: 'spec.dependsOn', from: 'web', to: 'db', type: 'Depends on', cells: {} }
 */
export function* readCatalogue(text: string, isKnown: (name: string) => boolean): Work<MapDraft> {
  const read = yield* readDocuments(text.replace(/^\ufeff/, ''));
  const { names, things, ...named } = yield* nameThings(read.entities, isKnown);
  const problems = [...read.problems, ...named.problems];
  const owners = new Map(
    read.entities.flatMap(({ kind, namespace, name, metadata, spec }) => {
      const profile = isFields(spec.profile) ? textOf(spec.profile.displayName) : '';
      return OWNERS.includes(kind.toLowerCase()) ? [[keyOf(kind, namespace, name), profile || textOf(metadata.title) || name] as const] : [];
    }),
  );
  const ownerOf = ({ spec, namespace }: Entity): string => {
    const said = textOf(spec.owner);
    const reference = parseReference(said);
    return reference === null ? said : (owners.get(keyOf(reference.kind ?? 'group', reference.namespace ?? namespace, reference.name)) ?? reference.name);
  };
  const notUsed = new Set<string>();
  const items: DraftItem[] = [];
  const links: DraftLink[] = [];
  for (const [index, { entity, name }] of things.entries()) {
    if (index % 1000 === 999) yield;
    const { line, kind, namespace, spec, metadata } = entity;
    const { place, className } = THINGS[kind.toLowerCase()]!;
    const isGroup = kind.toLowerCase() === 'system' || kind.toLowerCase() === 'domain';
    const sort = className(textOf(spec.type));
    const description = textOf(metadata.description);
    items.push({ line, name, place, className: sort, cells: textCells({ category: isGroup ? '' : sort, owner: ownerOf(entity) }), ...(description === '' ? {} : { description }) });
    // Services have a description, components have none.
    for (const key of Object.keys(metadata)) if (!USED.metadata.includes(key) && !(isGroup && key === 'description')) notUsed.add(`metadata.${key}`);
    for (const key of Object.keys(spec)) if (!USED.spec.includes(key)) notUsed.add(`spec.${key}`);
    for (const { field, kinds, link } of RELATIONS) {
      for (const value of referencesIn(spec[field])) {
        const reference = parseReference(textOf(value));
        if (reference === null) {
          problems.push({ line, column: `spec.${field}`, found: quoted(textOf(value) || JSON.stringify(value)), expected: 'a reference such as component:default/name' });
          continue;
        }
        const among = reference.kind === null ? kinds : [reference.kind];
        const found = among.flatMap((one) => names.get(keyOf(one, reference.namespace ?? namespace, reference.name)) ?? []);
        if (found.length > 1) problems.push({ line, column: `spec.${field}`, found: quoted(textOf(value)), expected: `which is meant: ${among.map((one) => `${one}:${reference.name}`).join(' or ')}` });
        else links.push({ line, column: `spec.${field}`, ...link(name, found[0] ?? reference.name), cells: {} });
      }
    }
  }
  return {
    profile: 'Backstage catalogue',
    items,
    links,
    customers: [],
    ends: { from: 'Part', to: 'whole' },
    headings: [],
    fields: [],
    mapping: {},
    headingsNotUsed: [...notUsed],
    problems,
    skipped: read.skipped,
    warnings: named.warnings,
    questions: [],
    waiting: 0,
  };
}

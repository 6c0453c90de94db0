/** From a source of a service map to what importing it would do: things first, then what stands on what. */
import type { Work } from '../../../domain/work';
import { CONTRACT } from '../../contract';
import { foldName } from '../../names';
import { quoted } from '../../words';
import { additionOf } from '../addition';
import { type Comparison, compareRows } from '../compare';
import type { ExistingWorkbook } from '../existing';
import type { ExportFile } from '../export-file';
import type { ImportChoices, ImportPreview, LineNote } from '../model';
import { IMPORT_TARGETS, MAP_TABLES, type MapTable } from '../profiles';
import type { ImportedRow } from '../rows';
import { readCatalogue } from './catalogue';
import { closedCycles } from './cycles';
import type { MapDraft } from './draft';
import { isList, readMapList } from './list';
import { hasEnds, isRelationships, readRelationships } from './relationships';
import { resolveMap } from './resolve';

/** Whether the headings of a file are those of a map, in one form or another. */
export function isMap(file: ExportFile): boolean {
  return isRelationships(file) || isList(file);
}

/** The columns that have to be known before rows can be read. */
function columnsAsked({ fields, mapping }: MapDraft, choices: ImportChoices): ImportPreview['questions'] {
  return fields.flatMap(({ field, column, required }) => (required && !mapping[field] && !(field === 'item' && choices.item) ? [{ kind: 'column', field, column } as const] : []));
}

/** What circles the new dependencies close, by the line that closes them. */
function* cyclesOf(added: readonly ImportedRow[], workbook: ExistingWorkbook): Work<LineNote[]> {
  const existing = (workbook.tables.get('Dependencies')?.rows ?? []).flatMap(({ fields: { item, dependsOn } }) => (typeof item === 'string' && typeof dependsOn === 'string' ? [{ item, dependsOn }] : []));
  const fresh = added.map(({ line, cells }) => ({ line, item: String(cells.item!.value), dependsOn: String(cells.dependsOn!.value) }));
  const cycles = yield* closedCycles(existing, fresh);
  return cycles.map(({ by, path }) => ({ line: by.line, text: `${quoted(by.item)} on ${quoted(by.dependsOn)} closes a circle: ${path.join(' → ')}` }));
}

/**
 * What importing a service map would do to Services, Components, Customers and Dependencies. With pauses;
 * nothing is written, and nothing throws over what stands in the source.
 *
 * @param file the source as headings and rows; null: it is a catalogue
 */
export function* previewMap(text: string, file: ExportFile | null, workbook: ExistingWorkbook, choices: ImportChoices): Work<ImportPreview> {
  const isKnown = (name: string): boolean => workbook.items.has(foldName(name));
  const draft = file === null ? yield* readCatalogue(text, isKnown) : hasEnds(file, choices) ? yield* readRelationships(file, choices) : yield* readMapList(file, choices);
  const columns = columnsAsked(draft, choices);
  yield;
  const resolved = yield* resolveMap(columns.length > 0 ? { ...draft, items: [], links: [], customers: [], problems: [] } : draft, workbook, choices);
  const compared = new Map<MapTable, Comparison>();
  for (const table of MAP_TABLES) {
    yield;
    compared.set(table, yield* compareRows(table, resolved.rows[table], workbook.tables.get(table)));
  }
  const all = <Entry>(entries: (comparison: Comparison, table: MapTable) => readonly Entry[]): Entry[] => [...compared].flatMap(([table, comparison]) => entries(comparison, table));
  const byLine = <Entry extends { readonly line: number }>(entries: readonly Entry[]): Entry[] => [...entries].sort((a, b) => a.line - b.line);
  const problems = byLine([...(columns.length > 0 ? [] : draft.problems), ...resolved.problems, ...all(({ problems: found }) => found)]);
  const skipped = byLine([...draft.skipped, ...resolved.skipped, ...all(({ skipped: found }) => found)]);
  const waiting = columns.length > 0 ? (file?.rows.length ?? 0) : draft.waiting + resolved.waiting;
  const ends = { added: all(({ added }) => added).length, updated: all(({ updated }) => updated).length, unchanged: all(({ unchanged }) => unchanged).length, skipped: skipped.length, conflicts: all(({ conflicting }) => conflicting).length, problems: problems.length, waiting };
  const additions = all(({ added, fills }, table) => (added.length + fills.length > 0 ? [additionOf(table, added, fills)] : []));
  const questions = [...columns, ...draft.questions, ...resolved.questions];
  const cycles = yield* cyclesOf(compared.get('Dependencies')!.added, workbook);
  return {
    profile: draft.profile,
    table: 'Service map',
    tables: IMPORT_TARGETS,
    headings: draft.headings,
    fields: draft.fields,
    mapping: draft.mapping,
    zone: null,
    headingsInUtc: [],
    dateOrder: null,
    questions,
    unknownNames: resolved.unknownNames,
    items: [...workbook.items.values()],
    counts: { rows: Object.values(ends).reduce((sum, count) => sum + count, 0), ...ends },
    problems,
    skipped,
    updates: all(({ updates }, table) => updates.map((update) => ({ ...update, table }))),
    conflicts: all(({ conflicts }, table) => conflicts.map((conflict) => ({ ...conflict, table }))),
    exchanged: [],
    notes: [],
    warnings: byLine([...draft.warnings, ...resolved.warnings, ...cycles]),
    columnsLeftOut: all(({ fieldsLeftOut }, table) => CONTRACT[table].columns.filter(({ field }) => fieldsLeftOut.has(field)).map(({ header }) => `${table} ${header}`)),
    headingsNotUsed: draft.headingsNotUsed,
    columnsStayingBlank: [],
    otherKinds: [],
    notKept: resolved.notKept,
    additions,
    isReady: questions.length === 0 && additions.length > 0,
  };
}

/** From the text of an export to what importing it would do, and what has to be asked first. */
import { isZone, localOf } from '../../domain/time/zone';
import type { Work } from '../../domain/work';
import { closest } from '../closest';
import { CONTRACT } from '../contract';
import { foldName } from '../names';
import { momentWords } from '../words';
import { additionOf } from './addition';
import { compareRows } from './compare';
import type { DateExample, DateOrderFound } from './dates';
import type { ExistingWorkbook } from './existing';
import { exchangedRows } from './exchanged';
import { type ExportFile, parseExport } from './export-file';
import { columnOf, fieldsOf, guessTable, headingsWithZone, headingZone, type ImportMapping, proposeMapping, SPANS } from './mapping';
import type { DateReadings, ImportChoices, ImportPreview, ImportQuestion } from './model';
import { columnsStayingBlank, headingsNotUsed, otherKinds, possibleEnds } from './not-taken';
import { IMPORT_TARGETS, type ImportProfile, recognise } from './profiles';
import { isCatalogue } from './maps/catalogue';
import { isMap, previewMap } from './maps/preview';
import { readRows } from './rows';
import { shapeRows, shapingHeadings } from './shapes';

function readingsOf({ line, column, text, moment }: DateExample): DateReadings {
  const said = (clock: number | null): string | null => (clock === null ? null : momentWords(localOf(clock)));
  return { line, column, text, dmy: said(moment.dmy), mdy: said(moment.mdy) };
}

function orderOf({ order, because, examples: [example] }: DateOrderFound, isChosen: boolean): ImportPreview['dateOrder'] {
  if (order === null || order === 'ask') return null;
  const place = example ? `${example.text} in line ${example.line}` : '';
  return { order, because: isChosen ? 'as you said' : because === 'ends after starts' ? 'read the other way round, rows would end before they start' : `${place} can only be read so` };
}

function headingsOf({ headings, rows }: ExportFile): ImportPreview['headings'] {
  return headings.map((heading, index) => ({ heading, example: rows.find(({ cells }) => cells[index] !== '')?.cells[index] ?? '' }));
}

/** A file of which too little is known to read its rows. */
function unread(file: ExportFile, total: number, more: Pick<ImportPreview, 'items' | 'profile' | 'table' | 'fields' | 'mapping' | 'zone' | 'questions' | 'headingsNotUsed' | 'headingsInUtc'>): ImportPreview {
  return {
    ...more,
    tables: IMPORT_TARGETS,
    headings: headingsOf(file),
    dateOrder: null,
    unknownNames: [],
    counts: { rows: total, added: 0, updated: 0, unchanged: 0, skipped: file.skipped.length, conflicts: 0, problems: file.problems.length, waiting: file.rows.length },
    problems: file.problems,
    skipped: file.skipped,
    updates: [],
    conflicts: [],
    exchanged: [],
    notes: [],
    columnsLeftOut: [],
    columnsStayingBlank: [],
    otherKinds: [],
    notKept: [],
    warnings: [],
    additions: [],
    isReady: false,
  };
}

/** Finding a near name takes time; nobody maps more by hand. */
const MOST_SUGGESTED = 200;

function zoneOf(choices: ImportChoices, profile: ImportProfile | null, workbook: ExistingWorkbook): NonNullable<ImportPreview['zone']> {
  if (choices.zone !== undefined && isZone(choices.zone)) return { name: choices.zone, because: 'chosen' };
  return profile?.zone ? { name: profile.zone, because: 'tool' } : { name: workbook.zone, because: 'workbook' };
}

/**
 * What importing a file would do: rows that would be added, blank cells that would be filled, rows that
 * are there already, conflicts, problems; and the questions that are open. With pauses; nothing is
 * written, and nothing throws over what stands in the file.
 *
 * @example finish(previewImport('Item,Start\nMail,03/04/2026', workbook, {})).questions[0].kind // 'date-order'
 */
export function* previewImport(text: string, workbook: ExistingWorkbook, choices: ImportChoices): Work<ImportPreview> {
  if (isCatalogue(text)) return yield* previewMap(text, null, workbook, choices);
  const original = parseExport(text);
  yield;
  const profile = recognise(original.headings);
  if (choices.table === 'Service map') return yield* previewMap(text, original, workbook, choices);
  if (choices.table === undefined && profile === null && isMap(original) && guessTable(original, null) === null) return yield* previewMap(text, original, workbook, choices);
  const file = shapeRows(original, profile);
  yield;
  const total = file.rows.length + file.skipped.length + file.problems.length;
  const zone = zoneOf(choices, profile, workbook);
  const questions: ImportQuestion[] = [];
  const items = [...workbook.items.values()];
  if (choices.zone !== undefined && zone.because !== 'chosen') questions.push({ kind: 'zone', zone: choices.zone });

  const table = choices.table ?? guessTable(file, profile);
  if (table === null) return unread(file, total, { items, profile: profile?.name ?? null, table, fields: [], mapping: {}, zone, headingsNotUsed: [], headingsInUtc: [], questions: [...questions, { kind: 'table', tables: IMPORT_TARGETS }] });
  const fields = fieldsOf(table);
  const isKnown = (name: string): boolean => workbook.items.has(foldName(name));
  const own = Object.fromEntries(Object.entries(choices.mapping ?? {}).filter(([, heading]) => heading === null || file.headings.includes(heading)));
  const mapping: ImportMapping = { ...proposeMapping(file, table, profile, isKnown), ...own };
  for (const { field, column, required } of fields) {
    if (required && !mapping[field] && !(field === 'item' && choices.item)) questions.push({ kind: 'column', field, column });
  }
  const about = { items, profile: profile?.name ?? null, table, fields, mapping, zone, headingsInUtc: headingsWithZone(table, mapping), headingsNotUsed: headingsNotUsed(original, shapingHeadings(original.headings, profile), table, mapping) };
  if (questions.some(({ kind }) => kind === 'column')) return unread(file, total, { ...about, questions });

  const end = SPANS[table]?.end;
  const ends = end === undefined || end in own ? [] : possibleEnds(file, table, mapping);
  if (end !== undefined && ends.length > 0) questions.push({ kind: 'end', field: end, column: columnOf(table, end)!.header, headings: ends });

  const read = yield* readRows({ file, table, profile, mapping, choices, zone: zone.name, workbookZone: workbook.zone, items: workbook.items, severities: workbook.severities });
  yield;
  const compared = yield* compareRows(table, read.rows, workbook.tables.get(table));
  if (read.dates.order === 'ask') questions.push({ kind: 'date-order', contradiction: read.dates.because === 'contradiction', examples: read.dates.examples.map(readingsOf) });
  questions.push(...read.questions);

  const problems = [...file.problems, ...read.problems, ...compared.problems].sort((a, b) => a.line - b.line);
  const skipped = [...file.skipped, ...read.skipped, ...compared.skipped].sort((a, b) => a.line - b.line);
  const counts = {
    rows: total,
    added: compared.added.length,
    updated: compared.updated.length,
    unchanged: compared.unchanged.length,
    skipped: skipped.length,
    conflicts: compared.conflicting.length,
    problems: file.problems.length + read.unreadable + compared.problems.length,
    waiting: read.waiting.length,
  };
  const additions = compared.added.length + compared.fills.length > 0 ? [additionOf(table, compared.added, compared.fills)] : [];
  return {
    ...about,
    tables: IMPORT_TARGETS,
    headings: headingsOf(file),
    dateOrder: orderOf(read.dates, choices.dateOrder !== undefined),
    questions,
    unknownNames: read.unknownNames.map((unknown, index) => ({ ...unknown, closest: index < MOST_SUGGESTED ? closest(unknown.name, workbook.items.values()) : null })),
    counts,
    problems,
    skipped,
    updates: compared.updates,
    conflicts: compared.conflicts,
    // Only where day and month could change places.
    exchanged: read.dates.order === null ? [] : exchangedRows(table, compared.added, workbook.tables.get(table), (field) => headingZone(mapping[field]) ?? zone.name),
    notes: read.notes,
    columnsLeftOut: CONTRACT[table].columns.filter(({ field }) => compared.fieldsLeftOut.has(field)).map(({ header }) => header),
    columnsStayingBlank: columnsStayingBlank(file, table, mapping),
    otherKinds: otherKinds(file, profile, table, compared.added),
    notKept: [],
    warnings: [],
    additions,
    isReady: questions.length === 0 && additions.length > 0,
  };
}

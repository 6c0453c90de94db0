/** `import`: the export of another tool into a workbook's tables, asking by what to add to the command. */
import { readFile } from 'node:fs/promises';
import type { ImportDone } from '../../commands/import';
import { decodeExport } from '../../tables/import/decode';
import { fieldsOf } from '../../tables/import/mapping';
import type { ImportChoices, ImportPreview, ImportQuestion } from '../../tables/import/model';
import { MAP_FIELDS } from '../../tables/import/maps/fields';
import { IMPORT_TABLES, IMPORT_TARGETS, MAP_TABLES } from '../../tables/import/profiles';
import { importWords } from '../../tables/import/words';
import { sameName } from '../../domain/names';
import { CannotRun } from '../cannot-run';
import { inAddin, open, reasonOf, save } from './commands';

export interface ImportOptions {
  readonly file: string | undefined;
  readonly out: string | undefined;
  readonly into: string | undefined;
  readonly dateOrder: string | undefined;
  readonly zone: string | undefined;
  readonly item: string | undefined;
  /** `Start=Began`. */
  readonly map: readonly string[];
  /** `Impact:minor=25%`; nothing behind the sign leaves such rows out. */
  readonly value: readonly string[];
  readonly dryRun: boolean;
}

/** Of a list so many are printed; the rest is counted. */
const MOST_PRINTED = 20;

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function list<Entry>(title: string, entries: readonly Entry[], words: (entry: Entry) => string): void {
  if (entries.length === 0) return;
  print(title);
  for (const entry of entries.slice(0, MOST_PRINTED)) print(`  ${words(entry).replace(/\s+/g, ' ')}`);
  if (entries.length > MOST_PRINTED) print(`  and ${entries.length - MOST_PRINTED} more`);
}

/** The field of a column, by its name in any of the tables. */
function fieldOf(column: string): string {
  const found = [...IMPORT_TABLES.flatMap(fieldsOf), ...MAP_FIELDS].find((field) => sameName(field.column, column) || field.field === column);
  if (!found) throw new CannotRun(`no table that imports go into has a column “${column}”`);
  return found.field;
}

/** `a=b` as two parts. */
function split(text: string, option: string, example: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new CannotRun(`${option} “${text}” is written as ${example}`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function choicesOf({ into, dateOrder, zone, item, map, value }: ImportOptions): ImportChoices {
  const table = into === undefined ? undefined : MAP_TABLES.some((name) => name !== 'Services' && sameName(name, into)) ? 'Service map' : IMPORT_TARGETS.find((name) => sameName(name, into));
  if (into !== undefined && table === undefined) throw new CannotRun(`--into wants one of ${IMPORT_TARGETS.join(', ')}`);
  if (dateOrder !== undefined && dateOrder !== 'dmy' && dateOrder !== 'mdy') throw new CannotRun('--date-order wants dmy (day first) or mdy (month first)');
  const values: Record<string, Record<string, string | null>> = {};
  for (const text of value) {
    const [from, to] = split(text, '--value', '"Impact:minor=25%"');
    const colon = from.indexOf(':');
    if (colon < 1) throw new CannotRun(`--value “${text}” is written as "Impact:minor=25%"`);
    (values[fieldOf(from.slice(0, colon).trim())] ??= {})[from.slice(colon + 1).trim()] = to === '' ? null : to;
  }
  const mapping = Object.fromEntries(map.map((text) => split(text, '--map', '"Start=Began"')).map(([column, heading]) => [fieldOf(column), heading === '' ? null : heading]));
  return { mapping, values, ...(table ? { table } : {}), ...(dateOrder ? { dateOrder } : {}), ...(zone === undefined ? {} : { zone }), ...(item === undefined ? {} : { item }) };
}

function ask(question: ImportQuestion): string {
  switch (question.kind) {
    case 'table':
      return `${importWords.askTable} --into ${question.tables.join(' | ')}`;
    case 'column':
      return `${importWords.askColumn(question.column)} --map "${question.column}=<heading>"${question.field === 'item' ? ', or --item "<service>" for all rows' : ''}`;
    case 'end':
      return `${importWords.askEnd(question.column, question.headings)} --map "${question.column}=${question.headings[0]}", or --map "${question.column}=" for none`;
    case 'zone':
      return `${importWords.askZone(question.zone)} --zone`;
    case 'date-order':
      return `${importWords.askOrder(question.contradiction)} ${question.examples.map((example) => `${importWords.reading(example, example.dmy)} with --date-order dmy, ${example.mdy ?? 'no date'} with --date-order mdy`).join('; ')}`;
    case 'value':
      return `${importWords.askValue(question)} --value "${question.column}:${question.value}=${question.type === 'percent' ? '<percent>' : question.choices.join(' | ')}"${question.mayStay ? `, or =${question.value} to keep it` : ''}, or nothing behind = to leave such rows out`;
  }
}

function printPreview(preview: ImportPreview): void {
  print(importWords.recognised(preview));
  const mapped = preview.fields.filter(({ field }) => preview.mapping[field]);
  if (mapped.length > 0) print(mapped.map(({ field, column }) => `${column} ← ${preview.mapping[field]}`).join(', '));
  if (preview.zone) print(importWords.zone(preview.zone));
  if (preview.dateOrder) print(importWords.dateOrder(preview.dateOrder));
  print(importWords.counts(preview));
  if (preview.columnsLeftOut.length > 0) print(importWords.columnsLeftOut(preview.columnsLeftOut));
  for (const said of [importWords.headingsInUtc(preview.headingsInUtc), importWords.headingsNotUsed(preview.headingsNotUsed), importWords.columnsStayingBlank(preview.columnsStayingBlank), importWords.otherKinds(preview.otherKinds), importWords.notKept(preview.notKept)]) if (said !== '') print(said);
  list('Problems', preview.problems, importWords.problem);
  list('Unknown names', preview.unknownNames, ({ name, rows, closest }) => `${importWords.name(name, rows)}: --value "Item:${name}=${closest ?? '<service>'}"${preview.table === 'Service map' ? `, or --value "Section:${name}=<section>" to add it` : ''}`);
  list('Blank cells that are filled', preview.updates, importWords.update);
  list('Different in the workbook', preview.conflicts, importWords.conflict);
  list('New rows that are in the workbook with day and month exchanged: was this file imported in the other order?', preview.exchanged, importWords.exchanged);
  list('Skipped', preview.skipped, importWords.skipped);
  list('Clock changes', preview.notes, importWords.note);
  list('To be looked at', preview.warnings, importWords.note);
  if (preview.table === 'Service map') for (const { table, columns, rows } of preview.additions) list(`New in ${table}`, rows, (row) => importWords.newRow(columns, row));
  list('Questions', preview.questions, ask);
}

/** Prints what importing does, and does it unless something is to be asked. @returns 1 where it has to ask, or rows have problems, differ or want to be looked at */
export async function importFile(book: string, options: ImportOptions): Promise<number> {
  const { file, out, dryRun } = options;
  if (file === undefined) throw new CannotRun('import needs --file: the export to be imported');
  if (out === undefined && !dryRun) throw new CannotRun('import needs --out: where the workbook is written to; or --dry-run');
  const params = { choices: choicesOf(options), text: decodeExport(await readFile(file).catch((error: unknown) => Promise.reject(new CannotRun(`${file} cannot be read: ${reasonOf(error, 'file')}`)))) };
  const workbook = await open(book);
  const { preview, done } = await inAddin(workbook, async (_, run) => {
    const found = await run<ImportPreview>('previewImport', params);
    const seen = { added: found.counts.added, updates: found.updates.length };
    return { preview: found, done: !found.isReady || dryRun ? null : await run<ImportDone>('runImport', { ...params, seen }) };
  });
  printPreview(preview);
  if (done && out !== undefined) {
    await save(workbook, out);
    for (const { name, sheet, rows, filled } of done.tables) print(`${rows} added to ${name} on ${sheet}, ${filled} filled`);
  }
  return preview.questions.length + preview.counts.problems + preview.counts.conflicts + preview.warnings.length > 0 ? 1 : 0;
}

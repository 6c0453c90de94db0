/** Rows of an export as rows of a table of the contract: each is read, or its problem is said, or it waits for an answer. */
import type { Work } from '../../domain/work';
import { foldName } from '../names';
import { quoted } from '../words';
import { type ImportedCell, type ImportReading, instantText, isDated, percentOf, readExportCell } from './cells';
import { type DateExample, type DateOrderFound, decideOrder, type Moment, readMoment } from './dates';
import { readDuration } from './durations';
import type { ExportFile, ExportRow, RowProblem, SkippedRow } from './export-file';
import type { ImportChoices, ImportQuestion, UnknownName } from './model';
import { columnOf, DURATIONS, headingZone, type ImportMapping, SPANS } from './mapping';
import type { ImportProfile, ImportTable } from './profiles';
import { Tally } from './tally';

/** Rows between two pauses. */
const ROWS_PER_STEP = 1000;

/** A row that could be read. */
export interface ImportedRow {
  readonly line: number;
  /** Field → value; blank ones are left out. */
  readonly cells: Readonly<Record<string, ImportedCell>>;
}

export interface ImportedRows {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly RowProblem[];
  /** How many rows have a problem. */
  readonly unreadable: number;
  readonly skipped: readonly SkippedRow[];
  /** Lines that cannot be read before questions are answered. */
  readonly waiting: readonly number[];
  readonly questions: readonly ImportQuestion[];
  readonly unknownNames: readonly UnknownName[];
  /** What a clock change did to a time, by line. */
  readonly notes: readonly { readonly line: number; readonly text: string }[];
  readonly dates: DateOrderFound;
}

export interface RowsInput {
  readonly file: ExportFile;
  readonly table: ImportTable;
  readonly profile: ImportProfile | null;
  readonly mapping: ImportMapping;
  readonly choices: ImportChoices;
  readonly zone: string;
  readonly workbookZone: string;
  /** Names of services and components; empty: they cannot be checked. */
  readonly items: ReadonlyMap<string, string>;
  /** Severities that targets name; empty: none does. */
  readonly severities: ReadonlyMap<string, string>;
}

/** A word as it is compared with the words of a tool. */
const word = (text: string): string => foldName(text);

/** The dates of all columns, and the starts and ends of rows. */
function* datesOf({ file, table }: RowsInput, momentOf: ImportReading['momentOf'], textOf: (row: ExportRow, field: string) => string, fields: readonly string[]): Work<{ dates: DateExample[]; spans: [Moment, Moment][] }> {
  const dated = fields.filter((field) => {
    const column = columnOf(table, field);
    return column !== undefined && isDated(column);
  });
  const span = SPANS[table];
  const dates: DateExample[] = [];
  const spans: [Moment, Moment][] = [];
  for (const [index, row] of file.rows.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const moments = new Map<string, Moment>();
    for (const field of dated) {
      const text = textOf(row, field);
      const moment = text === '' ? null : momentOf(text);
      if (!moment) continue;
      dates.push({ line: row.line, column: columnOf(table, field)!.header, text, moment });
      moments.set(field, moment);
    }
    const [start, end] = span ? [moments.get(span.start), moments.get(span.end)] : [];
    if (start && end) spans.push([start, end]);
  }
  return { dates, spans };
}

/** Reads every row of an export, with pauses. The names that nobody knows come without suggestions. */
export function* readRows(input: RowsInput): Work<ImportedRows> {
  const { file, table, profile, mapping, choices, zone, workbookZone, items, severities } = input;
  const places = new Map(Object.entries(mapping).flatMap(([field, heading]) => (heading === null || !file.headings.includes(heading) ? [] : [[field, file.headings.indexOf(heading)] as const])));
  // Where the tool has a column for the end, a duration beside it is one of something still open.
  const span = SPANS[table];
  if (span && places.has(span.end)) for (const field of Object.keys(DURATIONS)) places.delete(field);
  const own = new Map(Object.entries(profile?.values ?? {}).map(([field, words]) => [field, new Map(Object.entries(words).map(([from, to]) => [word(from), to]))]));
  const said = new Map(Object.entries(choices.values ?? {}).map(([field, words]) => [field, new Map(Object.entries(words).map(([from, to]) => [word(from), to]))]));
  /** A cell's text, as the file has it. */
  const rawOf = (row: ExportRow, field: string): string => {
    const place = places.get(field);
    return place === undefined ? (field === 'item' ? (choices.item ?? '') : '') : row.cells[place]!;
  };
  /** What the user said of a word of the file; null: such rows are left out; undefined: nothing. */
  const answerTo = (field: string, raw: string): string | null | undefined => said.get(field)?.get(word(raw));
  /** Whether the user keeps the word of the file. */
  const isKept = (field: string, raw: string): boolean => word(answerTo(field, raw) ?? '') === word(raw);
  /** A cell's text, in the words of the workbook where they are known; null: the user leaves such rows out. */
  const answered = (row: ExportRow, field: string): string | null => {
    const raw = rawOf(row, field);
    const answer = answerTo(field, raw);
    return answer !== undefined ? answer : (own.get(field)?.get(word(raw)) ?? raw);
  };
  const textOf = (row: ExportRow, field: string): string => answered(row, field) ?? '';

  const moments = new Map<string, Moment | null>();
  const momentOf = (text: string): Moment | null => {
    let moment = moments.get(text);
    if (moment === undefined) moments.set(text, (moment = readMoment(text)));
    return moment;
  };
  const fields = [...new Set([...places.keys(), ...(choices.item === undefined ? [] : ['item'])])];
  const { dates, spans } = yield* datesOf(input, momentOf, textOf, fields);
  yield;
  const found = decideOrder(dates, spans);
  const order = choices.dateOrder ?? found.order;
  const readings = new Map(fields.map((field): [string, ImportReading] => [field, { zone: headingZone(mapping[field]) ?? zone, workbookZone, order, momentOf }]));
  const scales = new Map(fields.filter((field) => columnOf(table, field)?.type === 'percent').map((field) => [field, percentOf(file.rows.map((row) => rawOf(row, field)))]));

  const rows: ImportedRow[] = [];
  const problems: RowProblem[] = [];
  const skipped: SkippedRow[] = [];
  const waiting: number[] = [];
  let unreadable = 0;
  const notes: { line: number; text: string }[] = [];
  const words = new Tally<{ readonly field: string; readonly value: string; readonly refused?: string }>();
  const names = new Tally<{ readonly field: string; readonly name: string }>();

  for (const [index, row] of file.rows.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const cells: Record<string, ImportedCell> = {};
    const faults: RowProblem[] = [];
    const notesOfRow: string[] = [];
    let waits = false;
    let leftOut: string | null = null;
    const heading = (field: string): string => mapping[field] ?? columnOf(table, field)?.header ?? field;
    const fail = (field: string, problem: string, expected: string): void => void faults.push({ line: row.line, column: heading(field), found: problem, expected });

    for (const field of fields) {
      const column = columnOf(table, field);
      const text = answered(row, field);
      if (text === null) {
        leftOut ??= `${heading(field)} is ${quoted(row.cells[places.get(field) ?? -1] ?? choices.item ?? '')}: left out, as you said`;
        continue;
      }
      if (!column) continue;
      const raw = rawOf(row, field);
      const answer = answerTo(field, raw) ?? undefined;
      // By the word of the file, so that a wrong answer can be given again.
      const ask = (): void => {
        words.add(`${field}\n${word(raw)}`, { field, value: raw, ...(answer === undefined ? {} : { refused: answer }) });
        waits = true;
      };
      if (field === 'item' && text !== '') {
        const known = items.get(foldName(text));
        if (known === undefined && items.size > 0 && !isKept(field, raw)) {
          names.add(word(raw), { field, name: raw });
          fail(field, quoted(raw), 'a service or component of the workbook');
        } else cells[field] = { value: known ?? text, cell: known ?? text };
        continue;
      }
      if (field === 'severity' && text !== '' && severities.size > 0 && !severities.has(foldName(text)) && !isKept(field, raw)) {
        ask();
        continue;
      }
      // An answer says its own scale: 50 is 50%, whatever the file's numbers are.
      const read = readExportCell(column, text, readings.get(field)!, answer === undefined ? (scales.get(field) ?? 1) : percentOf([answer]));
      if (read.kind === 'value') {
        cells[field] = read.imported;
        if (read.note !== undefined) notesOfRow.push(read.note);
      } else if (read.kind === 'question' || (read.kind === 'problem' && answer !== undefined && column.type === 'percent')) ask();
      else if (read.kind === 'waiting') waits = true;
      else if (read.kind === 'problem') fail(field, read.found, read.expected);
      else if (column.required) fail(field, 'blank', 'a value: every row needs one');
    }
    const start = span && cells[span.start];
    for (const [field, { unit, column }] of Object.entries(DURATIONS)) {
      const text = places.has(field) ? textOf(row, field) : '';
      if (text === '' || !span) continue;
      const seconds = unit === null ? readDuration(text) : /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * unit) : null;
      if (seconds === null) fail(field, quoted(text), unit === null ? 'a duration such as 2h 15m or 00:43:12' : `a number: ${column}`);
      else if (typeof start?.value === 'number') cells[span.end] = { value: start.value + seconds, cell: instantText(start.value + seconds, workbookZone) };
    }
    const end = span && cells[span.end];
    if (typeof start?.value === 'number' && typeof end?.value === 'number' && end.value < start.value) fail(span!.end, String(end.cell).replace('T', ' '), `after ${heading(span!.start)}, ${String(start.cell).replace('T', ' ')}`);

    if (leftOut !== null) skipped.push({ line: row.line, why: leftOut });
    else if (faults.length > 0) {
      problems.push(...faults);
      unreadable++;
    } else if (waits) waiting.push(row.line);
    else {
      rows.push({ line: row.line, cells });
      for (const text of notesOfRow) notes.push({ line: row.line, text });
    }
  }
  const questions = words.all().map((asked): ImportQuestion => {
    const column = columnOf(table, asked.field)!;
    if (asked.field === 'severity') return { kind: 'value', ...asked, column: column.header, type: 'choice', choices: [...severities.values()], mayStay: true };
    const type = column.type === 'percent' ? 'percent' : 'choice';
    return { kind: 'value', ...asked, column: column.header, type, choices: column.type === 'yes/no' ? ['Yes', 'No'] : column.choices };
  });
  return { rows, problems, unreadable, skipped, waiting, questions, unknownNames: names.all().map((name) => ({ ...name, closest: null })), notes, dates: choices.dateOrder === undefined ? found : { ...found, order: choices.dateOrder } };
}

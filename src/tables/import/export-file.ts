/** A file that another tool exported, or text pasted from one: headings and rows, before anybody knows what they mean. */
import Papa from 'papaparse';

export interface ExportRow {
  /** Where the row begins in the file, from 1; of JSON, the record's number. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that is not imported, and why. */
export interface SkippedRow {
  readonly line: number;
  readonly why: string;
}

/** What is wrong in a row. */
export interface RowProblem {
  readonly line: number;
  /** Heading of the file; '' for the row as a whole. */
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

export interface ExportFile {
  /** No two alike: a second `Labels` is `Labels (2)`. */
  readonly headings: readonly string[];
  /** As many cells as headings, trimmed. Blank lines are left out. */
  readonly rows: readonly ExportRow[];
  readonly skipped: readonly SkippedRow[];
  readonly problems: readonly RowProblem[];
}

const DELIMITERS = [',', '\t', ';', '|'];
/** Lists inside a JSON record that stand for several rows: one incident of three components is three outages. */
const ROW_LISTS = ['components', 'hosts'];

/**
 * Reads CSV with any usual delimiter, text copied from a sheet, or JSON. Never throws: what cannot be
 * read is in `problems`.
 *
 * @example parseExport('Item;Start\nMail;2026-10-07').rows // [{ line: 2, cells: ['Mail', '2026-10-07'] }]
 */
export function parseExport(text: string): ExportFile {
  const bare = text.replace(/^\ufeff/, '');
  return /^\s*[[{]/.test(bare) ? (parseJson(bare) ?? parseCsv(bare)) : parseCsv(bare);
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  readonly unclosed: boolean;
}

function linesOf(text: string, delimiter: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    delimitersToGuess: DELIMITERS,
    step: ({ data, errors, meta }) => {
      lines.push({ line, cells: data.map((cell) => cell.trim()), unclosed: errors.some(({ code }) => code === 'MissingQuotes') });
      for (; at < meta.cursor; at++) if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line++;
    },
  });
  return lines;
}

function parseCsv(text: string): ExportFile {
  // Excel writes its delimiter into a first line of its own.
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const offset = declared ? 1 : 0;
  const filled = linesOf(declared ? text.slice(declared[0].length) : text, declared?.[1] ?? '').filter(({ cells }) => cells.some((cell) => cell !== ''));
  // Titles above the headings have one cell.
  const first = Math.max(0, filled.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1));
  const header = filled[first];
  if (!header) return { headings: [], rows: [], skipped: [], problems: [] };
  const width = header.cells.reduce((last, cell, index) => (cell === '' ? last : index + 1), 0);
  const headings = unique(header.cells.slice(0, width));
  const rows: ExportRow[] = [];
  const problems: RowProblem[] = [];
  for (const { line, cells, unclosed } of filled.slice(first + 1)) {
    const beyond = cells.slice(width).find((cell) => cell !== '');
    if (unclosed) problems.push({ line: line + offset, column: '', found: 'a quotation mark that is not closed', expected: 'a closing quotation mark: everything after the first one was taken for one cell' });
    else if (beyond !== undefined) problems.push({ line: line + offset, column: '', found: `“${beyond}” after the last heading`, expected: `${width} cells, as there are headings` });
    else rows.push({ line: line + offset, cells: headings.map((_, index) => cells[index] ?? '') });
  }
  return { headings, rows, skipped: filled.slice(0, first).map(({ line }) => ({ line: line + offset, why: 'stands above the headings' })), problems };
}

/** Headings that can be told apart. A column without one is named by its place. */
function unique(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, index) => {
    const name = heading === '' ? `Column ${index + 1}` : heading;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecords = (value: unknown): value is Record<string, unknown>[] => Array.isArray(value) && value.length > 0 && value.every(isRecord);

/** What a nested thing is called. */
function nameOf(value: unknown): string {
  if (isRecord(value)) return nameOf(value.name ?? value.host ?? value.value ?? '');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '';
}

/** A list of records, by itself or under the first name that has one. null: this is no such JSON. */
function parseJson(text: string): ExportFile | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const lists = isRecords(parsed) ? [parsed] : isRecord(parsed) ? Object.values(parsed).filter(isRecords) : [];
  const records = lists.flat();
  if (records.length === 0) return null;
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.flatMap((record, index) => {
    const list = ROW_LISTS.find((name) => isRecords(record[name]));
    const parts = list === undefined ? [record] : (record[list] as unknown[]).map((part) => ({ ...record, [list]: part }));
    return parts.map((part): ExportRow => ({ line: index + 1, cells: headings.map((heading) => nameOf((part as Record<string, unknown>)[heading])) }));
  });
  return { headings, rows, skipped: [], problems: [] };
}

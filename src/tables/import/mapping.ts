/** Which heading of an export is which column of the contract. */
import { CONTRACT, type Column, type TableName } from '../contract';
import { looseName } from '../names';
import { matchHeader } from '../parse';
import type { ExportFile } from './export-file';
import { type FieldHeadings, IMPORT_TABLES, type ImportProfile, type ImportTable } from './profiles';

/** A column of the table that a heading may be given to. */
export interface ImportField {
  readonly field: string;
  /** As the contract writes it. */
  readonly column: string;
  readonly required: boolean;
}

/** Field → heading of the file; null: none. */
export type ImportMapping = Readonly<Record<string, string | null>>;

/** How long it lasted, where the tool says that in place of the end. In seconds each. */
export const DURATIONS: Readonly<Record<string, { readonly column: string; readonly unit: number | null }>> = {
  duration: { column: 'Duration, such as 2h 15m', unit: null },
  durationSeconds: { column: 'Duration in seconds', unit: 1 },
  durationMinutes: { column: 'Duration in minutes', unit: 60 },
  durationHours: { column: 'Duration in hours', unit: 3600 },
};

/** Where the span of a row begins and ends; null: the table has no span that a duration could end. */
export const SPANS: Readonly<Record<ImportTable, { readonly start: string; readonly end: string } | null>> = {
  Outages: { start: 'start', end: 'end' },
  Incidents: { start: 'opened', end: 'resolved' },
  Requests: null,
  Uptime: { start: 'from', end: 'to' },
};

/** Everything that a heading may be given to in a table. `fieldsOf('Uptime')[0] // { field: 'item', column: 'Item', required: true }` */
export function fieldsOf(table: ImportTable): readonly ImportField[] {
  const columns = CONTRACT[table].columns.map(({ field, header, required }) => ({ field, column: header, required }));
  return SPANS[table] === null ? columns : [...columns, ...Object.entries(DURATIONS).map(([field, { column }]) => ({ field, column, required: false }))];
}

export function columnOf(table: TableName, field: string): Column | undefined {
  return CONTRACT[table].columns.find((column) => column.field === field);
}

/** The zone that a heading names for its column; null: none. `headingZone('Created At (UTC)') // 'UTC'` */
export function headingZone(heading: string | null | undefined): 'UTC' | null {
  return /\((?:UTC|GMT)\)$/i.test(heading ?? '') ? 'UTC' : null;
}

/** Headings of columns of times that name their zone, in the order of the table. */
export function headingsWithZone(table: ImportTable, mapping: ImportMapping): string[] {
  return CONTRACT[table].columns.flatMap(({ field, type }) => (type === 'instant' && headingZone(mapping[field]) !== null ? [mapping[field]!] : []));
}

/** The heading that is there under one of these names, the best first. Of several for the item the one that names known ones most. */
function pick(file: ExportFile, names: readonly string[], known: ((name: string) => boolean) | null): string | null {
  const there = names.flatMap((name) => file.headings.find((heading) => looseName(heading) === looseName(name)) ?? []);
  if (known === null || there.length < 2) return there[0] ?? null;
  const hits = there.map((heading) => {
    const place = file.headings.indexOf(heading);
    return file.rows.filter(({ cells }) => cells[place] !== '' && known(cells[place]!)).length;
  });
  const most = Math.max(...hits);
  const filled = there.findIndex((heading) => file.rows.some(({ cells }) => cells[file.headings.indexOf(heading)] !== ''));
  return there[most > 0 ? hits.indexOf(most) : Math.max(0, filled)]!;
}

/**
 * Proposes a heading for each field: by what is known of the tool, else by the names that the contract
 * knows for its columns.
 *
 * @param isKnown whether a service or component has this name
 */
export function proposeMapping(file: ExportFile, table: ImportTable, profile: ImportProfile | null, isKnown: (name: string) => boolean): ImportMapping {
  const headings: FieldHeadings | undefined = profile?.tables[table];
  if (headings) return Object.fromEntries(fieldsOf(table).map(({ field }) => [field, pick(file, headings[field] ?? [], field === 'item' ? isKnown : null)]));
  const { places } = matchHeader(CONTRACT[table], file.headings);
  const mapping: Record<string, string | null> = Object.fromEntries(CONTRACT[table].columns.map(({ field }, index) => [field, file.headings[places[index] ?? -1] ?? null]));
  const end = SPANS[table]?.end;
  if (end !== undefined && mapping[end] === null) {
    const names: Readonly<Record<string, readonly string[]>> = {
      duration: ['Duration', 'Length'],
      durationSeconds: ['Duration (s)', 'Duration seconds', 'Duration (sec)', 'Duration in seconds'],
      durationMinutes: ['Duration (min)', 'Duration minutes', 'Duration (mins)', 'Duration in minutes', 'Minutes'],
      durationHours: ['Duration (h)', 'Duration hours', 'Duration in hours', 'Hours'],
    };
    for (const [field, candidates] of Object.entries(names)) mapping[field] = pick(file, candidates, null);
  }
  return mapping;
}

/** The table that the headings speak of; null: none, or several as well. */
export function guessTable(file: ExportFile, profile: ImportProfile | null): ImportTable | null {
  const own = profile && (Object.keys(profile.tables)[0] as ImportTable | undefined);
  if (own) return own;
  const scores = IMPORT_TABLES.map((table) => {
    const { places, missing } = matchHeader(CONTRACT[table], file.headings);
    // The item may be one for all rows.
    return { table, lacks: missing.filter(({ field }) => field !== 'item').length, has: places.filter((place) => place >= 0).length };
  });
  const fit = scores.filter(({ lacks, has }) => lacks === 0 && has > 0).sort((a, b) => b.has - a.has);
  return fit[0] && fit[0].has !== fit[1]?.has ? fit[0].table : null;
}

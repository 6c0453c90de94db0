/** What an import does not take: headings that go nowhere, and columns that figures want and the file does not fill. */
import { readMoment } from './dates';
import type { ExportFile } from './export-file';
import { columnOf, DURATIONS, type ImportMapping, SPANS } from './mapping';
import type { BlankColumn, OtherKind } from './model';
import type { ImportProfile, ImportTable } from './profiles';
import type { ImportedRow } from './rows';

/** What it means for figures that a column stays blank. */
const MEANING: Readonly<Record<ImportTable, Readonly<Record<string, string>>>> = {
  Outages: { end: 'every outage will be open', impact: 'every outage counts in full', planned: 'no outage counts as planned work' },
  Incidents: { responded: 'responded counts as resolved', resolved: 'every incident will be open', severity: 'no promise of one severity counts them', onHoldMinutes: 'no clock stops, unless Holds says so' },
  Requests: { changeType: 'no promise of one change type counts them', cabDate: 'the clock runs from Submitted', decided: 'a decision is dated by Closed' },
  Uptime: {},
};

/** The headings that the mapping uses. Beside an end, a duration is not looked at. */
function usedIn(table: ImportTable, mapping: ImportMapping): Set<string> {
  const span = SPANS[table];
  const hasEnd = span !== null && Boolean(mapping[span.end]);
  return new Set(Object.entries(mapping).flatMap(([field, heading]) => (heading === null || (hasEnd && Object.hasOwn(DURATIONS, field)) ? [] : [heading])));
}

/** The cells of a heading that are not blank. */
function cellsOf({ headings, rows }: ExportFile, heading: string): string[] {
  const place = headings.indexOf(heading);
  return place < 0 ? [] : rows.flatMap(({ cells }) => (cells[place] === '' ? [] : [cells[place]!]));
}

/**
 * Headings of a file that go into no column, in the order of the file.
 *
 * @param file as it was read, before its rows were shaped
 * @param shaping headings that shaping has used: see `shapes.ts`
 * @example headingsNotUsed(file, [], 'Outages', { item: 'Service', start: 'Began' }) // ['Ended', 'Comment']
 */
export function headingsNotUsed({ headings }: ExportFile, shaping: readonly string[], table: ImportTable, mapping: ImportMapping): string[] {
  const used = new Set([...usedIn(table, mapping), ...shaping]);
  return headings.filter((heading) => !used.has(heading));
}

/**
 * Columns that bear on figures and that no row of the file fills, with what that means.
 *
 * @example columnsStayingBlank(file, 'Outages', { item: 'Service', start: 'Began' })[0] // { column: 'End', meaning: 'every outage will be open' }
 */
export function columnsStayingBlank(file: ExportFile, table: ImportTable, mapping: ImportMapping): BlankColumn[] {
  const fills = (field: string): boolean => Boolean(mapping[field]) && cellsOf(file, mapping[field]!).length > 0;
  const end = SPANS[table]?.end;
  return Object.entries(MEANING[table]).flatMap(([field, meaning]) =>
    fills(field) || (field === end && Object.keys(DURATIONS).some(fills)) ? [] : [{ column: columnOf(table, field)!.header, meaning }]);
}

/**
 * What the tool calls new rows of Incidents that it does not call incidents.
 *
 * @example otherKinds(jiraIssues, jira, 'Incidents', added) // [{ kind: 'Service Request', rows: 1 }]
 */
export function otherKinds({ headings, rows }: ExportFile, profile: ImportProfile | null, table: ImportTable, added: readonly ImportedRow[]): OtherKind[] {
  const place = profile?.kind === undefined || table !== 'Incidents' ? -1 : headings.indexOf(profile.kind);
  if (place < 0) return [];
  const lines = new Set(added.map(({ line }) => line));
  const counts = new Map<string, number>();
  for (const { line, cells } of rows) {
    const kind = cells[place]!;
    if (lines.has(line) && kind !== '' && !/incident/i.test(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, rows: count }));
}

/**
 * Headings that are not used and hold dates, one of which may be the end that no heading was found for.
 * Empty where the end is known, as a time or by a duration.
 */
export function possibleEnds(file: ExportFile, table: ImportTable, mapping: ImportMapping): string[] {
  const end = SPANS[table]?.end;
  if (end === undefined || mapping[end] || Object.keys(DURATIONS).some((field) => mapping[field])) return [];
  const used = usedIn(table, mapping);
  return file.headings.filter((heading) => {
    const cells = used.has(heading) ? [] : cellsOf(file, heading);
    // A word among the dates, such as “still open”, does not make them none.
    return cells.length > 0 && cells.filter((cell) => readMoment(cell) !== null).length * 2 >= cells.length;
  });
}

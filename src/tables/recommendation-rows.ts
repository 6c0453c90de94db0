/** A recommendation as a row of `Projects` or of `Improvements`: how it is written, and where it stands already. */
import type { Recommendation } from '../domain/demand/figures';
import type { RowReference } from '../domain/figures';
import { nameKey } from '../domain/names';
import type { Project } from '../domain/portfolio/records';
import type { LocalDate } from '../domain/time/records';
import { CONTRACT } from './contract';
import type { RawWorkbook, TableContent } from './model';
import { matchHeader } from './parse';
import { findTables } from './read';

export type RecommendationTable = Recommendation['belongsTo'];

/** Columns that hold a recommendation's name, by table. */
const NAMED_IN: Readonly<Record<RecommendationTable, readonly string[]>> = { Projects: ['source', 'project'], Improvements: ['improvement'] };
export const RECOMMENDATION_TABLES = Object.keys(NAMED_IN) as readonly RecommendationTable[];

/** What it costs to have nothing is no cost: licences that go, and services that end, give money back. */
const COSTS: ReadonlySet<Recommendation['kind']> = new Set(['More capacity', 'Proposed project', 'Enhancement']);

/** New work that requests ask for is the business's own; other new work is IT's; the rest keeps going what is there. */
function categoryOf({ kind, rows }: Recommendation): Project['category'] {
  if (kind !== 'Proposed project') return 'Sustaining';
  return rows.some(({ table }) => table === 'Requests') ? 'Business-initiated strategic' : 'IT-initiated strategic';
}

/**
 * The row that a recommendation becomes: proposed, under its own name, so that it is found again.
 *
 * @param opened the date of As of
 * @example
 * recommendationContent({ name: 'More capacity: File storage', kind: 'More capacity', … }, 'Improvements', '2026-11-02').rows
 * // [['More capacity: File storage', '2026-11-02', '2026-12-01', 'Proposed', 'Forecast to reach 80% in Jan 2027 …']]
 */
export function recommendationContent(recommendation: Recommendation, to: RecommendationTable, opened: LocalDate): TableContent {
  const { name, finding, services, businessUnit, amount, kind, dueDate } = recommendation;
  if (to === 'Improvements') return { table: to, columns: ['Improvement', 'Opened', 'Due date', 'Status', 'Action'], rows: [[name, opened, dueDate, 'Proposed', finding]] };
  return {
    table: to,
    columns: ['Project', 'Services', 'Business unit', 'Category', 'Status', 'Description', 'Cost', 'Source'],
    rows: [[name, services.length === 0 ? null : services.join('; '), businessUnit, categoryOf(recommendation), 'Proposed', finding, COSTS.has(kind) ? amount : null, name]],
  };
}

/**
 * The row of `Projects` or `Improvements` that a recommendation was sent to, whatever else is wrong with
 * that row; null: none.
 *
 * @example sentRow(raw, 'More capacity: File storage') // { table: 'Projects', row: 14 }
 */
export function sentRow(raw: Pick<RawWorkbook, 'tables' | 'mapping'>, name: string): RowReference | null {
  const key = nameKey(name);
  const found = findTables(raw);
  for (const table of RECOMMENDATION_TABLES) {
    const at = found.get(table);
    if (!at) continue;
    const { places } = matchHeader(CONTRACT[table], at.header, raw.mapping.columns[table]);
    const columns = CONTRACT[table].columns.flatMap(({ field }, index) => (NAMED_IN[table].includes(field) && (places[index] ?? -1) >= 0 ? [places[index]!] : []));
    const index = at.rows.findIndex((row) => columns.some((place) => nameKey(String(row[place] ?? '')) === key));
    if (index >= 0) return { table, row: at.row + 2 + index };
  }
  return null;
}

/** A recommendation as a row of `Projects` or of `Improvements`: how it is written, and where it stands already. */
import { dateText } from '../domain/agreements/chain/words';
import type { Recommendation } from '../domain/demand/figures';
import type { RowReference } from '../domain/figures';
import { nameKey } from '../domain/names';
import { numberText } from '../domain/performance/phrases';
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

/** The amount of these is a cost, once; what goes, licences or a service, saves its amount a year. */
const COSTS: ReadonlySet<Recommendation['kind']> = new Set(['More capacity', 'Proposed project', 'Enhancement']);

/** New work that requests ask for is the business's own; other new work is IT's; the rest keeps going what is there. */
function categoryOf({ kind, rows }: Recommendation): Project['category'] {
  if (kind !== 'Proposed project') return 'Sustaining';
  return rows.some(({ table }) => table === 'Requests') ? 'Business-initiated strategic' : 'IT-initiated strategic';
}

/**
 * The row that a recommendation becomes: proposed, under its own name, so that it is found again. The date by which to decide is
 * told in words in `Projects`, whose dates are those of the work; so is the amount in `Improvements`, which has no column for money.
 *
 * @param opened the date of As of
 * @example
 * recommendationContent({ name: 'More capacity: File storage (TB)', kind: 'More capacity', … }, 'Improvements', '2026-11-02').rows
 * // [['More capacity: File storage (TB)', '2026-11-02', '2026-12-01', 'Proposed', 'Forecast to reach 80% in Jan 2027 …']]
 */
export function recommendationContent(recommendation: Recommendation, to: RecommendationTable, opened: LocalDate): TableContent {
  const { name, finding, services, businessUnit, amount, kind, dueDate } = recommendation;
  const isCost = COSTS.has(kind);
  if (to === 'Improvements') {
    const money = amount === null || amount === 0 ? '' : ` ${isCost ? 'Cost' : 'Saves a year'}: ${numberText(amount, Number.isInteger(amount) ? 0 : 2)}.`;
    return { table: to, columns: ['Improvement', 'Opened', 'Due date', 'Status', 'Action'], rows: [[name, opened, dueDate, 'Proposed', `${finding}${money}`]] };
  }
  const due = dueDate === null ? '' : ` Decide by ${dateText(dueDate)}.`;
  return {
    table: to,
    columns: ['Project', 'Services', 'Business unit', 'Category', 'Status', 'Description', 'Cost', 'Annual benefit', 'Source'],
    rows: [[name, services.length === 0 ? null : services.join('; '), businessUnit, categoryOf(recommendation), 'Proposed', `${finding}${due}`, isCost ? amount : null, isCost ? null : amount, name]],
  };
}

/**
 * The row of `Projects` or `Improvements` that a recommendation was sent to, whatever else is wrong with
 * that row; null: none.
 *
 * @example sentRow(raw, 'More capacity: File storage (TB)') // { table: 'Projects', row: 14 }
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

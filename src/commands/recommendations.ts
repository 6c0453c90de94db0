/** A recommendation of the demand figures becomes a row of the user's tables, once. */
import type { Recommendation } from '../domain/demand/figures';
import type { RowReference } from '../domain/figures';
import { toLocal } from '../domain/time/zone';
import { type AppendedTable, appendRows } from '../excel/append-rows';
import type { UndoOutlook } from '../excel/capabilities';
import { PlainError } from '../excel/errors';
import { readWorkbook } from '../excel/read';
import { readRecords } from '../tables/read';
import { RECOMMENDATION_TABLES, type RecommendationTable, recommendationContent, sentRow } from '../tables/recommendation-rows';
import { type ActionContext, type PeriodParams, readFigures } from './figures';
import { knownNames } from './known-names';

export interface SendParams extends PeriodParams {
  /** Of the recommendation, in any case. */
  readonly name: string;
  /** Left out: where it belongs. */
  readonly to?: RecommendationTable;
  /** As the reader saw it, so that it is written as it was seen; left out: it is worked out again, forecasts and all. */
  readonly seen?: Recommendation;
}

export interface SentRecommendation {
  /** The row that it became. */
  readonly row: RowReference;
  readonly table: AppendedTable;
  readonly undo: UndoOutlook;
}

async function recommendationOf({ name, seen, ...period }: SendParams, context: ActionContext): Promise<Recommendation> {
  if (seen) return seen;
  const { figures } = await readFigures({ ...period, demand: true }, context);
  const all = figures.demand?.recommendations ?? [];
  const [known] = knownNames([name], all.map((one) => one.name), (unknown) => `There is no recommendation “${unknown}”, and nothing was changed.`, 'BadRecommendation');
  return all.find((one) => one.name === known)!;
}

/**
 * Adds a recommendation to `Projects` or `Improvements`, as proposed; the table is made where it is missing.
 * The tables are looked at again just before: what stands in either already is not written twice.
 *
 * @throws PlainError for a name that is not recommended, or was sent already, with where it stands; the workbook is then as it was
 * @example (await sendRecommendation({ name: 'More capacity: File storage (TB)' }, context)).row // { table: 'Projects', row: 14 }
 */
export async function sendRecommendation(params: SendParams, context: ActionContext): Promise<SentRecommendation> {
  if (params.to !== undefined && !RECOMMENDATION_TABLES.includes(params.to)) throw new PlainError(`A recommendation is sent to ${RECOMMENDATION_TABLES.join(' or ')}, not to “${params.to}”. Nothing was changed.`, 'BadTable');
  const recommendation = await recommendationOf(params, context);
  const raw = await readWorkbook(context.progress, context.signal, ['Settings', ...RECOMMENDATION_TABLES]);
  const sent = sentRow(raw, recommendation.name);
  if (sent) throw new PlainError(`“${recommendation.name}” was sent already: it is ${sent.table} row ${sent.row}. Nothing was changed.`, 'AlreadySent');
  const { settings } = readRecords(raw, Math.floor(Date.now() / 1000)).records;
  const content = recommendationContent(recommendation, params.to ?? recommendation.belongsTo, toLocal(settings.asOf, settings.zone).slice(0, 10));
  const { tables, undo } = await appendRows([content], context);
  const table = tables[0]!;
  return { row: { table: content.table, row: table.firstRow }, table, undo };
}

/** The monthly report: read, work out, describe, write. */
import type { Figures } from '../domain/figures';
import { listOf, monthAndYear } from '../domain/performance/phrases';
import { finishWithPauses } from '../domain/work';
import { PlainError } from '../excel/errors';
import { breathe } from '../excel/run';
import { type WriteResult, writeSheets } from '../excel/write';
import { layOutReport } from '../reports/index';
import type { Problem } from '../tables/model';
import { type ActionContext, hasRows, type PeriodParams, readFigures, type WorkbookRead } from './figures';
import { knownNames } from './known-names';

/** Tables of which the demand part tells. */
const DEMAND_TABLES = ['Usage', 'Capacity', 'Licences', 'Requests'] as const;

/** Parts that can be written alone, and the kinds of sheets in them; `agreements` and `pictures` are written only when they are asked for. */
export const REPORT_PARTS = {
  report: ['operating-report', 'success-factors', 'figures', 'rows-left-out'],
  compliance: ['scorecard', 'service-levels', 'agreement-chain', 'rows-left-out'],
  map: ['service-map', 'services-and-owners', 'customers-and-users', 'responsibilities', 'impact', 'single-points'],
  demand: ['demand', 'capacity', 'requests', 'recommendations'],
  portfolio: ['portfolio', 'projects'],
  agreements: ['agreement'],
  pictures: ['map-picture'],
} as const;
export type ReportPart = keyof typeof REPORT_PARTS;

export interface ReportParams extends PeriodParams {
  /** Left out or empty: all parts but `agreements` and `pictures`. */
  readonly only?: readonly string[];
  /** Names of agreements, in any case: their pages, and of the other parts those in `only`. */
  readonly agreements?: readonly string[];
  /** Names of services, in any case: their maps, drawn, and of the other parts those in `only`. */
  readonly services?: readonly string[];
}

export interface ReportResult extends WriteResult {
  readonly figures: Figures;
  readonly problems: readonly Problem[];
}

/** Kinds of sheets that are wanted; null: all but those on request. */
function kindsOf({ only = [], agreements = [], services = [] }: ReportParams): ReadonlySet<string> | null {
  if (only.length + agreements.length + services.length === 0) return null;
  return new Set(
    only.flatMap((part): readonly string[] => {
      if (!Object.hasOwn(REPORT_PARTS, part)) throw new PlainError(`There is no part “${part}” of the report. There are: ${Object.keys(REPORT_PARTS).join(', ')}.`, 'BadPart');
      return REPORT_PARTS[part as ReportPart];
    }),
  );
}

/** The agreements whose pages are wanted: those named, else all in force where pages are asked for. */
function pagesOf({ agreements = [] }: ReportParams, kinds: ReadonlySet<string> | null, figures: Figures): string[] {
  if (agreements.length === 0) return kinds?.has('agreement') === true ? figures.agreements.filter(({ state }) => state === 'In force').map(({ agreement }) => agreement) : [];
  return knownNames(agreements, figures.agreements.map(({ agreement }) => agreement), (name) => `There is no agreement “${name}”.`, 'BadAgreement');
}

/** The services whose maps are to be drawn: those named, else the whole map and all of them where pictures are asked for. */
function picturesOf({ services = [] }: ReportParams, kinds: ReadonlySet<string> | null, figures: Figures): (string | null)[] {
  const drawable = figures.maps.map(({ service }) => service);
  if (services.length === 0) return kinds?.has('map-picture') === true ? [null, ...drawable] : [];
  return knownNames(services, drawable, (name) => `There is no service “${name}”, or it is retired.`, 'BadService');
}

/** Whether the sheets that are wanted tell of demand, and the workbook has something of it; the first page does where usage is recorded. */
function tellsOfDemand(kinds: ReadonlySet<string> | null, { counts }: WorkbookRead): boolean {
  if (kinds === null || REPORT_PARTS.demand.some((kind) => kinds.has(kind))) return hasRows(counts, DEMAND_TABLES);
  return kinds.has('operating-report') && hasRows(counts, ['Usage']);
}

/** Why nothing is to be written, though something was asked for. */
function nothing(kinds: ReadonlySet<string> | null, month: string): PlainError {
  if (kinds?.has('demand') === true) return new PlainError(`The tables ${listOf(DEMAND_TABLES)} have no rows: there is no demand to report.`, 'NoDemand');
  if (kinds?.has('map-picture') === true) return new PlainError('The table Services has no service that is not retired: there is no map to draw.', 'NoServices');
  return new PlainError(`No agreement is in force in ${monthAndYear(month)}: there is no page to write.`, 'NoAgreements');
}

/**
 * Writes the report of a month into the workbook.
 * @throws PlainError; the workbook is then as it was
 * @example await buildReport({ month: '2026-10', agreements: ['SLA E-mail'] }, context) // one sheet: the agreement's page
 */
export async function buildReport(params: ReportParams, context: ActionContext): Promise<ReportResult> {
  const kinds = kindsOf(params);
  const { figures, problems, tableProblems, records, raw } = await readFigures(params, context, (read) => tellsOfDemand(kinds, read));
  const pages = pagesOf(params, kinds, figures);
  const pictures = picturesOf(params, kinds, figures);
  context.progress?.({ text: 'Laying out the sheets' });
  await breathe(context.signal);
  const options = { records, dateSystem: raw.dateSystem, chainProblems: problems.length - tableProblems.length, pages, pictures, ...(kinds === null ? {} : { kinds }) };
  const sheets = await finishWithPauses(layOutReport(figures, tableProblems, options), () => breathe(context.signal));
  if (sheets.length === 0) throw nothing(kinds, figures.month);
  const written = await writeSheets(sheets, context);
  return { ...written, figures, problems };
}

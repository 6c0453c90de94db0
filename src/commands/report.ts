/** The monthly report: read, work out, describe, write. */
import type { Figures } from '../domain/figures';
import { nameKey } from '../domain/names';
import { monthAndYear } from '../domain/performance/phrases';
import { finishWithPauses } from '../domain/work';
import { PlainError } from '../excel/errors';
import { breathe } from '../excel/run';
import { type WriteResult, writeSheets } from '../excel/write';
import { layOutReport } from '../reports/index';
import type { Problem } from '../tables/model';
import { type ActionContext, type PeriodParams, readFigures } from './figures';

/** Parts that can be written alone, and the kinds of sheets in them; `agreements` is written only when it is asked for. */
export const REPORT_PARTS = {
  report: ['operating-report', 'success-factors', 'figures', 'rows-left-out'],
  compliance: ['scorecard', 'service-levels', 'agreement-chain', 'rows-left-out'],
  map: ['service-map', 'services-and-owners', 'customers-and-users', 'responsibilities', 'impact', 'single-points'],
  agreements: ['agreement'],
} as const;
export type ReportPart = keyof typeof REPORT_PARTS;

export interface ReportParams extends PeriodParams {
  /** Left out or empty: all parts but `agreements`. */
  readonly only?: readonly string[];
  /** Names of agreements, in any case: their pages, and of the other parts those in `only`. */
  readonly agreements?: readonly string[];
}

export interface ReportResult extends WriteResult {
  readonly figures: Figures;
  readonly problems: readonly Problem[];
}

/** Kinds of sheets that are wanted; null: all but the pages of agreements. */
function kindsOf({ only = [], agreements = [] }: ReportParams): ReadonlySet<string> | null {
  if (only.length === 0 && agreements.length === 0) return null;
  return new Set(
    only.flatMap((part): readonly string[] => {
      if (!Object.hasOwn(REPORT_PARTS, part)) throw new PlainError(`There is no part “${part}” of the report. There are: ${Object.keys(REPORT_PARTS).join(', ')}.`, 'BadPart');
      return REPORT_PARTS[part as ReportPart];
    }),
  );
}

/** So many names are listed where one is not known. */
const MOST_NAMES = 40;

/** The agreements whose pages are wanted: those named, else all in force where pages are asked for; each once. */
function pagesOf({ agreements = [] }: ReportParams, kinds: ReadonlySet<string> | null, figures: Figures): string[] {
  const known = new Map(figures.agreements.map(({ agreement }) => [nameKey(agreement), agreement]));
  const wanted = agreements.length > 0 ? agreements : kinds?.has('agreement') === true ? figures.agreements.filter(({ state }) => state === 'In force').map(({ agreement }) => agreement) : [];
  const pages = wanted.map((name) => {
    const agreement = known.get(nameKey(name));
    if (agreement !== undefined) return agreement;
    const names = [...known.values()];
    const more = names.length - MOST_NAMES;
    throw new PlainError(`There is no agreement “${name}”. ${names.length === 0 ? 'The table Agreements has none.' : `There are: ${names.slice(0, MOST_NAMES).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`}`, 'BadAgreement');
  });
  return [...new Set(pages)];
}

/**
 * Writes the report of a month into the workbook.
 * @throws PlainError; the workbook is then as it was
 * @example await buildReport({ month: '2026-10', agreements: ['SLA E-mail'] }, context) // one sheet: the agreement's page
 */
export async function buildReport(params: ReportParams, context: ActionContext): Promise<ReportResult> {
  const kinds = kindsOf(params);
  const { figures, problems, tableProblems, records, raw } = await readFigures(params, context);
  const pages = pagesOf(params, kinds, figures);
  context.progress?.({ text: 'Laying out the sheets' });
  await breathe(context.signal);
  const options = { records, dateSystem: raw.dateSystem, chainProblems: problems.length - tableProblems.length, pages, ...(kinds === null ? {} : { kinds }) };
  const sheets = await finishWithPauses(layOutReport(figures, tableProblems, options), () => breathe(context.signal));
  if (sheets.length === 0) throw new PlainError(`No agreement is in force in ${monthAndYear(figures.month)}: there is no page to write.`, 'NoAgreements');
  const written = await writeSheets(sheets, context);
  return { ...written, figures, problems };
}

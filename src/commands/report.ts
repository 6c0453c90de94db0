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

/** Parts that can be written alone, and the kinds of sheets in them; `agreements` and `pictures` are written only when they are asked for. */
export const REPORT_PARTS = {
  report: ['operating-report', 'success-factors', 'figures', 'rows-left-out'],
  compliance: ['scorecard', 'service-levels', 'agreement-chain', 'rows-left-out'],
  map: ['service-map', 'services-and-owners', 'customers-and-users', 'responsibilities', 'impact', 'single-points'],
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

/** So many names are listed where one is not known. */
const MOST_NAMES = 40;

/** Names as the tables have them, each once. @throws PlainError that lists those there are, where one is not known */
function knownNames(wanted: readonly string[], there: readonly string[], unknown: (name: string) => string, code: string): string[] {
  const known = new Map(there.map((name) => [nameKey(name), name]));
  const found = wanted.map((name) => {
    const as = known.get(nameKey(name));
    if (as !== undefined) return as;
    const names = [...known.values()];
    const more = names.length - MOST_NAMES;
    throw new PlainError(`${unknown(name)} ${names.length === 0 ? 'There is none.' : `There are: ${names.slice(0, MOST_NAMES).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`}`, code);
  });
  return [...new Set(found)];
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

/** Why nothing is to be written, though something was asked for. */
function nothing(kinds: ReadonlySet<string> | null, month: string): PlainError {
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
  const { figures, problems, tableProblems, records, raw } = await readFigures(params, context);
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

/** The monthly report: read, work out, describe, write. */
import type { Figures } from '../domain/figures';
import { finishWithPauses } from '../domain/work';
import { PlainError } from '../excel/errors';
import { breathe } from '../excel/run';
import { type WriteResult, writeSheets } from '../excel/write';
import { layOutReport } from '../reports/index';
import type { Problem } from '../tables/model';
import { type ActionContext, type PeriodParams, readFigures } from './figures';

/** Parts that can be written alone, and the kinds of sheets in them. */
export const REPORT_PARTS = {
  report: ['operating-report', 'success-factors', 'figures', 'rows-left-out'],
  compliance: ['scorecard', 'service-levels', 'agreement-chain', 'rows-left-out'],
  map: ['service-map'],
} as const;
export type ReportPart = keyof typeof REPORT_PARTS;

export interface ReportParams extends PeriodParams {
  /** Left out or empty: all parts. */
  readonly only?: readonly string[];
}

export interface ReportResult extends WriteResult {
  readonly figures: Figures;
  readonly problems: readonly Problem[];
}

function kindsOf(only: readonly string[] | undefined): ReadonlySet<string> | null {
  if (!only || only.length === 0) return null;
  return new Set(
    only.flatMap((part): readonly string[] => {
      if (!Object.hasOwn(REPORT_PARTS, part)) throw new PlainError(`There is no part “${part}” of the report. There are: ${Object.keys(REPORT_PARTS).join(', ')}.`, 'BadPart');
      return REPORT_PARTS[part as ReportPart];
    }),
  );
}

/**
 * Writes the report of a month into the workbook.
 * @throws PlainError; the workbook is then as it was
 */
export async function buildReport({ only, ...period }: ReportParams, context: ActionContext): Promise<ReportResult> {
  const kinds = kindsOf(only);
  const { figures, problems, records, raw } = await readFigures(period, context);
  context.progress?.({ text: 'Laying out the sheets' });
  await breathe(context.signal);
  const sheets = await finishWithPauses(layOutReport(figures, problems, { records, dateSystem: raw.dateSystem }), () => breathe(context.signal));
  const written = await writeSheets(kinds ? sheets.filter(({ kind }) => kinds.has(kind)) : sheets, context);
  return { ...written, figures, problems };
}

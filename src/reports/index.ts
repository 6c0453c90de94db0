/** Figures to sheets as data. */
import type { Figures } from '../domain/figures';
import { figuresSheet } from './figures-sheet';
import type { ReportedProblem, ReportInput } from './input';
import { operatingReport } from './operating-report';
import { rowsLeftOut } from './rows-left-out';
import { serviceLevels } from './service-levels';
import { serviceMap } from './service-map';
import type { SheetModel } from './sheet';
import { successFactors } from './success-factors';

export type { ReportedProblem, ReportedRecords, ReportInput } from './input';

/** What reports need besides figures and problems. */
export type ReportOptions = Pick<ReportInput, 'records' | 'dateSystem'>;

/**
 * The sheets of a month's report, in the order in which they stand in the workbook: the first page (one
 * sheet per month, `Report Oct 2026`), success factors, service levels, service map, figures, rows left
 * out (one sheet each, rewritten every time).
 */
export function reportSheets(figures: Figures, problems: readonly ReportedProblem[], options: ReportOptions): SheetModel[] {
  const input: ReportInput = { figures, problems, ...options };
  return [operatingReport(input), successFactors(input), serviceLevels(input), serviceMap(input), figuresSheet(input), rowsLeftOut(input)];
}

/** Figures to sheets as data. */
import type { Figures } from '../domain/figures';
import { finish, type Work } from '../domain/work';
import { agreementChain } from './agreement-chain';
import { figuresSheet } from './figures-sheet';
import type { ReportedProblem, ReportInput } from './input';
import { operatingReport } from './operating-report';
import { rowsLeftOut } from './rows-left-out';
import { scorecard } from './scorecard';
import { serviceLevels } from './service-levels';
import { serviceMap } from './service-map';
import type { SheetModel } from './sheet';
import { successFactors } from './success-factors';

export type { ReportedProblem, ReportedRecords, ReportInput } from './input';

/** What reports need besides figures and problems. */
export type ReportOptions = Pick<ReportInput, 'records' | 'dateSystem'>;

/**
 * The sheets of a month's report, in the order in which they stand in the workbook: the first page (one
 * sheet per month, `Report Oct 2026`), success factors, scorecard, service levels, agreement chain, service
 * map, figures, rows left out (one sheet each, rewritten every time).
 */
export function reportSheets(figures: Figures, problems: readonly ReportedProblem[], options: ReportOptions): SheetModel[] {
  return finish(layOutReport(figures, problems, options));
}

/** `reportSheets` with a pause after every sheet, for callers that must give way to others. */
export function* layOutReport(figures: Figures, problems: readonly ReportedProblem[], options: ReportOptions): Work<SheetModel[]> {
  const input: ReportInput = { figures, problems, ...options };
  const sheets: SheetModel[] = [];
  for (const sheet of [operatingReport, successFactors, scorecard, serviceLevels, agreementChain, serviceMap, figuresSheet, rowsLeftOut]) {
    sheets.push(sheet(input));
    yield;
  }
  return sheets;
}

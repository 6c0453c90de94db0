/** Figures to sheets as data. */
import type { Figures } from '../domain/figures';
import { sameName } from '../domain/names';
import { finish, type Work } from '../domain/work';
import { agreementChainWork } from './agreement-chain';
import { agreementPage } from './agreement-page';
import { DEMAND_SHEETS } from './demand';
import { figuresSheet } from './figures-sheet';
import type { ReportedProblem, ReportInput } from './input';
import { mapPictureSheet } from './map-picture';
import { operatingReport } from './operating-report';
import { PORTFOLIO_SHEETS } from './portfolio';
import { rowsLeftOut } from './rows-left-out';
import { scorecardWork } from './scorecard';
import { serviceLevelsWork } from './service-levels';
import { customersAndUsersWork, impactWork, responsibilitiesWork, serviceMapWork, servicesAndOwnersWork, singlePointsWork } from './service-map';
import type { SheetModel } from './sheet';
import { successFactors } from './success-factors';

export type { ReportedProblem, ReportedRecords, ReportInput } from './input';

/** What reports need besides figures and problems, and which are wanted. */
export interface ReportOptions extends Pick<ReportInput, 'records' | 'dateSystem' | 'chainProblems'> {
  /** Kinds of sheets; left out: all but agreement pages and pictures of maps. */
  readonly kinds?: ReadonlySet<string>;
  /** Names of the agreements whose pages are wanted, as figures have them; left out: none. */
  readonly pages?: readonly string[];
  /** Names of the services whose maps are to be drawn; null: the whole map, where a page holds it. Left out: none. */
  readonly pictures?: readonly (string | null)[];
}

const SHEETS = {
  'operating-report': operatingReport,
  'success-factors': successFactors,
  scorecard: scorecardWork,
  'service-levels': serviceLevelsWork,
  'agreement-chain': agreementChainWork,
  'service-map': serviceMapWork,
  'services-and-owners': servicesAndOwnersWork,
  'customers-and-users': customersAndUsersWork,
  responsibilities: responsibilitiesWork,
  impact: impactWork,
  'single-points': singlePointsWork,
  ...DEMAND_SHEETS,
  ...PORTFOLIO_SHEETS,
  figures: figuresSheet,
  'rows-left-out': rowsLeftOut,
} as const satisfies Record<string, (input: ReportInput, named: boolean) => SheetModel | Work<SheetModel> | null>;

/**
 * The sheets of a month's report, in the order in which they stand in the workbook: the first page (one
 * sheet per month, `Report Oct 2026`), success factors, scorecard, service levels, agreement chain, the sheets
 * of the service map, those of demand and of the portfolio where there is anything to show, figures, rows left out
 * (one sheet each, rewritten every time), the pages of the agreements that are asked for (one sheet per
 * agreement), and the maps that are to be drawn (one sheet per service).
 */
export function reportSheets(figures: Figures, problems: readonly ReportedProblem[], options: ReportOptions): SheetModel[] {
  return finish(layOutReport(figures, problems, options));
}

/** `reportSheets` with a pause after every sheet, and within those that are long, for callers that must give way to others. */
export function* layOutReport(figures: Figures, problems: readonly ReportedProblem[], { kinds, pages = [], pictures = [], ...options }: ReportOptions): Work<SheetModel[]> {
  const input: ReportInput = { figures, problems, ...options };
  const sheets: SheetModel[] = [];
  for (const [kind, sheet] of Object.entries(SHEETS)) {
    if (kinds !== undefined && !kinds.has(kind)) continue;
    const made = sheet(input, kinds !== undefined);
    if (made === null) continue;
    sheets.push('next' in made ? yield* made : made);
    yield;
  }
  for (const page of pages) {
    const agreement = figures.agreements.find((one) => sameName(one.agreement, page));
    if (agreement === undefined) continue;
    sheets.push(agreementPage(agreement, input));
    yield;
  }
  for (const service of pictures) {
    const sheet = mapPictureSheet(input, service);
    if (service !== null || sheet.drawing) sheets.push(sheet);
    yield;
  }
  return sheets;
}

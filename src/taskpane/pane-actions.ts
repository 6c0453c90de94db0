/**
 * What the pane can do, given to it from outside: its components never talk to Excel, and its tests
 * give it hand-made answers.
 */
import type { Activity } from '../commands/actions';
import type { ActionContext as RunContext } from '../commands/figures';
import type { ImportDone, ImportParams, SeenPreview } from '../commands/import';
import type { HolidaysAdded, HolidaysFound, HolidaysParams } from '../commands/holidays';
import type { SendParams, SentRecommendation } from '../commands/recommendations';
import type { ReportResult } from '../commands/report';
import type { TablesFound } from '../commands/tables';
import type { Figures } from '../domain/figures';
import type { HELP_PAGE } from '../help/path';
import type { ImportPreview } from '../tables/import/model';
import type { Problem, TableMapping } from '../tables/model';

export type { Activity, ReportResult, RunContext, SendParams, SentRecommendation, TablesFound };
export type { FoundTable } from '../commands/tables';

/** Addresses beside the pane's own. */
export type ShippedPage = typeof HELP_PAGE | 'licences/date-holidays.txt';

export interface Overview {
  readonly figures: Figures;
  readonly problems: readonly Problem[];
}

/** What of a report is written; left out: all parts that are not on request. */
export interface ReportChoice {
  readonly only?: readonly string[];
  /** Only the pages of these. */
  readonly agreements?: readonly string[];
  /** Only the maps of these, drawn. */
  readonly services?: readonly string[];
}

export interface PaneActions {
  tables(): Promise<TablesFound>;
  saveMapping(mapping: TableMapping): Promise<void>;
  /** @param params.demand with forecasts, which take long */
  overview(params: { readonly month?: string | undefined; readonly demand?: boolean }, run?: RunContext): Promise<Overview>;
  buildReport(params: ReportChoice & { readonly month?: string | undefined }, run: RunContext): Promise<ReportResult>;
  sendRecommendation(params: SendParams, run: RunContext): Promise<SentRecommendation>;
  goTo(place: { readonly sheet: string; readonly cell: string }): Promise<void>;
  /** To where the user was before the last goTo. */
  goBack(): Promise<void>;
  insertSample(run: RunContext): Promise<unknown>;
  insertEmptyTables(run: RunContext): Promise<unknown>;
  holidays(params: HolidaysParams): Promise<HolidaysFound>;
  addHolidays(params: HolidaysParams & { readonly dates: readonly string[] }): Promise<HolidaysAdded>;
  /** What an import would do; nothing is written. */
  previewImport(params: ImportParams, run: RunContext): Promise<ImportPreview>;
  runImport(params: ImportParams & { readonly seen: SeenPreview }, run: RunContext): Promise<ImportDone>;
  /** A page that comes with the add-in, in the user's browser. */
  openPage(page: ShippedPage): void;
  /** Calls back when an action runs that the ribbon began. @returns ends it */
  onRibbon(listener: (activity: Activity) => void): () => void;
}

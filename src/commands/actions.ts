/**
 * Everything that Plumbline does on demand, each once: ribbon, pane, command line and tests run these
 * by their id.
 */
import { errorCode, PlainError, toPlainError } from '../excel/errors';
import { type CellPlace, goTo } from '../excel/select';
import type { TableMapping } from '../tables/model';
import type { ActionContext, FiguresParams, PeriodParams } from './figures';
import type { AddHolidaysParams, HolidaysParams } from './holidays';
import type { ImportParams, SeenPreview } from './import';
import { showPane } from './pane';
import type { SendParams } from './recommendations';
import type { ReportParams } from './report';

export interface Action<Params, Result> {
  readonly label: string;
  readonly description: string;
  /** Name of its picture in `assets/`; null: it has no button. */
  readonly icon: string | null;
  /** Group of the ribbon tab *Service Levels*; null: not in the ribbon. */
  readonly ribbon: 'Report' | 'Tables' | null;
  /** It changes the workbook: only one such runs at a time. */
  readonly writes: boolean;
  run(params: Params, context: ActionContext): Promise<Result>;
}

function action<Params, Result>(definition: Action<Params, Result>): Action<Params, Result> {
  return definition;
}

/** What the actions do, fetched when the first of them runs: cells must not wait for it. */
const work = () => import('./work');

/** Where the user was before each `goTo` that was not gone back from. */
const trail: CellPlace[] = [];

export const actions = {
  openPane: action({
    label: 'Service levels',
    description: 'The promises of the month, the problems in your tables, and the report.',
    icon: 'icon',
    ribbon: 'Report',
    writes: false,
    run: (_: object) => showPane(),
  }),
  buildReport: action({
    label: 'Build the report',
    description: 'Works out every promise and writes the operating report, success factors, scorecard, service levels, agreement chain, service map, demand and forecast, capacity and licences, requests and backlog, recommendations, service and project portfolio.',
    icon: 'report',
    ribbon: 'Report',
    writes: true,
    run: async (params: ReportParams, context) => (await work()).buildReport(params, context),
  }),
  check: action({
    label: 'Check tables',
    description: 'Lists what is wrong in the tables, cell by cell, with what was expected.',
    icon: 'check',
    ribbon: 'Report',
    writes: false,
    run: async (params: PeriodParams, context) => {
      const { problems, counts } = await (await work()).checkTables(params, context);
      return { problems, tables: counts };
    },
  }),
  figures: action({
    label: 'Figures',
    description: 'Every figure behind the report, unrounded, and the problems of the tables.',
    icon: null,
    ribbon: null,
    writes: false,
    run: async (params: FiguresParams, context) => {
      const { figures, problems } = await (await work()).readFigures(params, context);
      return { figures, problems };
    },
  }),
  tables: action({
    label: 'Tables',
    description: 'The tables of the workbook, and what Plumbline takes each for.',
    icon: null,
    ribbon: null,
    writes: false,
    run: async (_: object, context) => (await work()).listTables(context),
  }),
  mapTables: action({
    label: 'Say which table is which',
    description: 'Keeps your own names for tables and columns in the workbook.',
    icon: null,
    ribbon: null,
    writes: true,
    run: async (params: { readonly mapping: TableMapping }) => (await work()).mapTables(params),
  }),
  insertSample: action({
    label: 'Insert the sample',
    description: 'Writes a sample bank with 24 months of outages, incidents and measurements into this workbook.',
    icon: 'tables',
    ribbon: 'Tables',
    writes: true,
    run: async (_: object, context) => (await work()).insertSample(context),
  }),
  insertEmptyTables: action({
    label: 'Empty tables',
    description: 'Writes the empty tables, with drop-downs, for your own organisation.',
    icon: 'tables',
    ribbon: 'Tables',
    writes: true,
    run: async (_: object, context) => (await work()).insertEmptyTables(context),
  }),
  previewImport: action({
    label: 'Look at an import',
    description: 'What importing the export of another tool would add and fill, what it would leave, and what it has to ask. Writes nothing.',
    icon: null,
    ribbon: null,
    writes: false,
    run: async (params: ImportParams, context) => (await work()).previewImport(params, context),
  }),
  runImport: action({
    label: 'Import',
    description: 'Adds the rows of another tool’s export to your table, and fills blank cells of rows that are there.',
    icon: null,
    ribbon: null,
    writes: true,
    run: async (params: ImportParams & { readonly seen: SeenPreview }, context) => (await work()).runImport(params, context),
  }),
  holidays: action({
    label: 'Holidays',
    description: 'The holidays of a country and region, from an open collection, beside those in your table.',
    icon: null,
    ribbon: null,
    writes: false,
    run: async (params: HolidaysParams, context) => (await work()).listHolidays(params, context),
  }),
  addHolidays: action({
    label: 'Add holidays',
    description: 'Writes holidays of a country and region into your table, each once.',
    icon: null,
    ribbon: null,
    writes: true,
    run: async (params: AddHolidaysParams, context) => (await work()).addHolidays(params, context),
  }),
  sendRecommendation: action({
    label: 'Send a recommendation',
    description: 'Adds what the demand figures recommend to your projects or improvements, once.',
    icon: null,
    ribbon: null,
    writes: true,
    run: async (params: SendParams, context) => (await work()).sendRecommendation(params, context),
  }),
  goTo: action({
    label: 'Go to a cell',
    description: 'Selects a cell and remembers where you were.',
    icon: null,
    ribbon: null,
    writes: false,
    run: async (place: CellPlace) => {
      trail.push(await goTo(place));
    },
  }),
  goBack: action({
    label: 'Go back',
    description: 'To where you were before the last jump.',
    icon: null,
    ribbon: null,
    writes: false,
    run: async (_: object) => {
      const place = trail.pop();
      if (place) await goTo(place);
    },
  }),
} as const;

export type ActionId = keyof typeof actions;
export type ParamsOf<Id extends ActionId> = Parameters<(typeof actions)[Id]['run']>[0];
export type ResultOf<Id extends ActionId> = Awaited<ReturnType<(typeof actions)[Id]['run']>>;

/** What is going on, for whoever shows it: the pane, also when the ribbon began it. */
export type Activity =
  | { readonly state: 'running'; readonly id: ActionId; readonly text: string; readonly share: number | null; readonly cancel: () => void }
  | { readonly state: 'done'; readonly id: ActionId; readonly result: unknown }
  | { readonly state: 'failed'; readonly id: ActionId; readonly error: PlainError };

const listeners = new Set<(activity: Activity) => void>();

/** Calls back on every change of a running action. @returns ends it */
export function onActivity(listener: (activity: Activity) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(activity: Activity): void {
  for (const listener of listeners) listener(activity);
}

let writing: ActionId | null = null;

/**
 * Runs an action by its id.
 * @throws PlainError with a message for people
 * @example await perform('buildReport', { month: '2026-10' })
 */
export async function perform<Id extends ActionId>(id: Id, params: ParamsOf<Id>, { progress, signal }: ActionContext = {}): Promise<ResultOf<Id>> {
  if (!Object.hasOwn(actions, id)) throw new PlainError(`There is no action “${id}”.`, 'NoAction');
  const { run, writes } = actions[id] as unknown as Action<ParamsOf<Id>, ResultOf<Id>>;
  if (writes && writing !== null) throw new PlainError(`“${actions[writing].label}” is still running. Wait for it, or cancel it.`, 'Busy');
  const cancel = new AbortController();
  const stop = (): void => cancel.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  if (writes) writing = id;
  try {
    tell({ state: 'running', id, text: actions[id].label, share: null, cancel: stop });
    const result = await run(params, {
      signal: cancel.signal,
      progress: (step) => {
        progress?.(step);
        tell({ state: 'running', id, text: step.text, share: step.share ?? null, cancel: stop });
      },
    });
    tell({ state: 'done', id, result });
    return result;
  } catch (error) {
    if (errorCode(error) === '') console.error(error);
    const plain = toPlainError(error);
    tell({ state: 'failed', id, error: plain });
    throw plain;
  } finally {
    if (writes) writing = null;
    signal?.removeEventListener('abort', stop);
  }
}

/** From the workbook's tables to figures: what every command begins with. */
import { chainFiguresOfRecords } from '../domain/agreements/chain/chain-figures';
import { computeFigures } from '../domain/compute';
import type { Figures } from '../domain/figures';
import { improvementsKnownAt } from '../domain/performance/known-at';
import type { Records } from '../domain/records';
import type { Instant, LocalDate } from '../domain/time/records';
import { parseIso } from '../domain/time/serial';
import { finishWithPauses } from '../domain/work';
import { PlainError } from '../excel/errors';
import { readWorkbook } from '../excel/read';
import { breathe, type Progress } from '../excel/run';
import type { Problem, RawWorkbook } from '../tables/model';
import { readInSteps } from '../tables/read';
import { forecasterBeside } from './forecast-threads';
import { chainProblems, withChainProblems } from './chain-problems';

/** What a command is given besides its parameters. */
export interface ActionContext {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export interface PeriodParams {
  /** `2026-10`, or any date in it; left out: as Settings says. */
  readonly month?: string;
  /** ISO instant with offset; left out: as Settings says. */
  readonly asOf?: string;
}

export interface FiguresParams extends PeriodParams {
  /** Demand is worked out, too, whose forecasts take long. Default false. */
  readonly demand?: boolean;
}

export interface WorkbookRead {
  readonly raw: RawWorkbook;
  readonly records: Records;
  readonly problems: readonly Problem[];
  /** Of the tables that were found. */
  readonly counts: Figures['tables'];
}

export interface WorkbookFigures extends WorkbookRead {
  readonly figures: Figures;
  /** Those of the tables alone: `problems` holds what does not hold between agreements as well. */
  readonly tableProblems: readonly Problem[];
}

function monthOf(month: string | undefined): LocalDate | undefined {
  if (month === undefined) return undefined;
  if (!/^[0-9]{4}-(0[1-9]|1[0-2])(-[0-3][0-9])?$/.test(month)) throw new PlainError(`“${month}” is not a month. Write it as 2026-10.`, 'BadMonth');
  return `${month.slice(0, 7)}-01`;
}

function instantOf(asOf: string | undefined): Instant | undefined {
  if (asOf === undefined) return undefined;
  const iso = parseIso(asOf);
  if (iso?.kind !== 'instant') throw new PlainError(`“${asOf}” is not an instant. Write it as 2026-11-02T08:00Z.`, 'BadInstant');
  return iso.instant;
}

const DATE_SYSTEM_UNKNOWN: Problem = {
  code: 'date-system-unknown',
  severity: 'warning',
  table: '',
  sheet: '',
  cell: '',
  title: 'Date system not known',
  found: 'Excel did not say whether dates count from 1900 or 1904',
  expected: 'a workbook that counts from 1900, as nearly all do',
  effect: 'if it counts from 1904, every date is read four years too early',
};

const WITHOUT_FORECAST_LIBRARY: Problem = {
  code: 'forecast-library-missing',
  severity: 'warning',
  table: '',
  sheet: '',
  cell: '',
  title: 'Forecasts without their library',
  found: 'the library of forecasts could not be loaded',
  expected: 'a connection to where Plumbline is served from, and a browser that allows WebAssembly',
  effect: 'forecasts are by Theta or the seasonal naive alone, and may be further off; reading the tables again tries the library again',
};

/** Reads the workbook and understands it, without any figures. */
async function readTables({ month, asOf }: PeriodParams, { progress, signal }: ActionContext): Promise<WorkbookRead> {
  const given = { month: monthOf(month), asOf: instantOf(asOf) };
  const raw = await readWorkbook(progress, signal);
  progress?.({ text: 'Understanding the tables' });
  await breathe(signal);
  const { records, problems, counts } = await finishWithPauses(readInSteps(raw, Math.floor(Date.now() / 1000), given), () => breathe(signal));
  return { raw, records: { ...records, improvements: improvementsKnownAt(records.improvements, records.settings) }, problems: raw.dateSystemAssumed ? [DATE_SYSTEM_UNKNOWN, ...problems] : problems, counts };
}

/** Whether any of these tables of the contract has a row, readable or not. */
export function hasRows(counts: Figures['tables'], tables: readonly string[]): boolean {
  return counts.some(({ table, rows }) => rows > 0 && tables.includes(table));
}

/**
 * Reads the workbook and works out every figure of the report month.
 *
 * @param wantsDemand decides by what was read; left out: as `params` say
 * @throws PlainError when no table is known, a parameter cannot be read, Excel fails, or the user cancels
 */
export async function readFigures(params: FiguresParams, context: ActionContext, wantsDemand: (read: WorkbookRead) => boolean = () => params.demand ?? false): Promise<WorkbookFigures> {
  const read = await readTables(params, context);
  if (read.counts.length === 0) {
    throw new PlainError('Plumbline found none of its tables in this workbook. Insert the sample to see what they look like, insert empty tables, or say which of your own tables is which.', 'NoTables');
  }
  context.progress?.({ text: 'Working out the figures' });
  const figures = await computeFigures(read.records, read.counts, { pause: () => breathe(context.signal), demand: wantsDemand(read), forecaster: forecasterBeside(context) });
  const lacksLibrary = figures.demand?.usage.some(({ forecast }) => forecast?.withoutLibrary) ?? false;
  const tableProblems = lacksLibrary ? [WITHOUT_FORECAST_LIBRARY, ...read.problems] : read.problems;
  return { ...read, figures, tableProblems, problems: withChainProblems(tableProblems, chainProblems(figures.chains, read.raw)) };
}

/** What is wrong in the tables, and what does not hold between the agreements in them; no other figure is worked out. */
export async function checkTables(params: PeriodParams, context: ActionContext): Promise<Pick<WorkbookRead, 'problems' | 'counts'>> {
  const { raw, records, problems, counts } = await readTables(params, context);
  const chains = await finishWithPauses(chainFiguresOfRecords(records), () => breathe(context.signal));
  return { problems: withChainProblems(problems, chainProblems(chains, raw)), counts };
}

/** What each command does: open a workbook, run one action of the add-in in it, save or print. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportResult } from '../../commands/report';
import type { Figures } from '../../domain/figures';
import { figuresJson } from '../../reports/figures-json';
import type { Problem } from '../../tables/model';
import { addinFunctions, type FunctionsMetadata } from '../calc/addin-functions';
import { recalculate } from '../calc/recalculate';
import { cellAddress } from '../host/address';
import { CellError, ModelWorkbook } from '../host/model';
import { type Addin, startAddin } from '../node/addin';
import { openWorkbook } from '../xlsx/open';
import { saveWorkbook } from '../xlsx/save';
import { CannotRun } from '../cannot-run';

/** The bundle that Excel would load, beside this one. */
const ADDIN = fileURLToPath(new URL('../addin/', import.meta.url));

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Why a file could not be read or written; `missing` is what is not there when the system says so. */
export function reasonOf(error: unknown, missing: 'file' | 'folder'): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return { ENOENT: `there is no such ${missing}`, EISDIR: 'it is a folder', EACCES: 'this is not allowed' }[code ?? ''] ?? message;
}

export async function open(file: string): Promise<ModelWorkbook> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new CannotRun(`${file} cannot be read: ${reasonOf(error, 'file')}`);
  }
  try {
    return await openWorkbook(bytes, path.basename(file));
  } catch (error) {
    throw new CannotRun(`${file} is not a workbook that can be opened (.xlsx): ${(error as Error).message}`);
  }
}

async function write(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new CannotRun(`${file} cannot be written: ${reasonOf(error, 'folder')}`);
  }
  say(`Wrote ${file}`);
}

export async function save(workbook: ModelWorkbook, file: string): Promise<void> {
  await write(file, await saveWorkbook(workbook));
}

/** Runs one action of the add-in's own registry in the workbook, as its pane does. */
export async function inAddin<Result>(workbook: ModelWorkbook, work: (addin: Addin, run: <Value>(action: string, params?: object) => Promise<Value>) => Promise<Result>): Promise<Result> {
  const addin = await startAddin({ workbook, folder: ADDIN, paneVisible: false });
  try {
    let last = '';
    const progress = ({ text }: { readonly text: string }): void => {
      if (text !== last) say((last = text));
    };
    return await work(addin, <Value,>(action: string, params: object = {}) => addin.run<Value>(action, params, { progress }));
  } finally {
    addin.close();
  }
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

function tally(problems: readonly Problem[]): { errors: number; warnings: number; text: string } {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return { errors, warnings, text: `${count(errors, 'error')}, ${count(warnings, 'warning')}` };
}

export async function check(file: string, options: { json: boolean; strict: boolean }): Promise<number> {
  const workbook = await open(file);
  const { problems } = await inAddin(workbook, (_, run) => run<{ problems: readonly Problem[] }>('check'));
  const { errors, warnings, text } = tally(problems);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ schema: 'plumbline.problems/1', errors, warnings, problems }, null, 2)}\n`);
  } else {
    for (const table of [...new Set(problems.map((problem) => problem.table))]) {
      process.stdout.write(`${table}\n`);
      for (const problem of problems.filter((one) => one.table === table)) {
        const place = problem.cell === '' ? problem.sheet : `${problem.sheet}!${problem.cell}`;
        process.stdout.write(`  ${problem.severity.padEnd(7)} ${place}: ${problem.title}\n          found ${problem.found}; expected ${problem.expected}${problem.effect ? `; ${problem.effect}` : ''}${problem.fix === undefined ? '' : `; perhaps ${problem.fix}`}\n`);
      }
    }
    process.stdout.write(`${text}\n`);
  }
  return errors > 0 || (options.strict && warnings > 0) ? 1 : 0;
}

export interface PeriodOptions {
  /** `2026-10`. */
  readonly month: string | undefined;
  /** ISO instant. */
  readonly asOf: string | undefined;
}

export async function report(file: string, out: string, options: PeriodOptions & { only: readonly string[] | undefined; agreements: readonly string[] | undefined; services: readonly string[] | undefined }): Promise<number> {
  const workbook = await open(file);
  const written = await inAddin(workbook, (_, run) => run<ReportResult>('buildReport', options));
  // The file opens on what was asked for.
  workbook.activeSheetId = workbook.sheet(written.sheets[0]?.name ?? '')?.id ?? workbook.activeSheetId;
  await save(workbook, out);
  const { errors, text } = tally(written.problems);
  for (const sheet of written.sheets) process.stdout.write(`${sheet.name} (${sheet.isNew ? 'new' : 'rewritten'})\n`);
  for (const { sheet, cell, was } of written.replaced) process.stdout.write(`${sheet}!${cell} was changed by hand and is written anew; it held: ${was}\n`);
  if (written.problems.length > 0) say(`${text} in the tables: npm run plumbline -- check ${file}`);
  return errors > 0 ? 1 : 0;
}

export async function figures(file: string, out: string | null, options: PeriodOptions): Promise<number> {
  const workbook = await open(file);
  const result = await inAddin(workbook, (_, run) => run<{ figures: Figures; problems: readonly Problem[] }>('figures', { ...options, demand: true }));
  const json = `${figuresJson(result.figures)}\n`;
  if (out === null) process.stdout.write(json);
  else await write(out, json);
  const { errors, text } = tally(result.problems);
  if (result.problems.length > 0) say(`${text} in the tables: npm run plumbline -- check ${file}`);
  return errors > 0 ? 1 : 0;
}

/** Cells that a custom function could not answer, with what it said. `#N/A` is an answer: not measurable. */
function unanswered(workbook: ModelWorkbook): string[] {
  const cells: string[] = [];
  for (const sheet of workbook.sheets) {
    for (const [row, line] of sheet.cells) {
      for (const [column, { formula, value }] of line) {
        if (formula === undefined || !/\bSLM\./i.test(formula) || !(value instanceof CellError) || value.error === '#N/A') continue;
        cells.push(`${sheet.name}!${cellAddress(row, column)}: ${value.error}${value.message === '' ? '' : ` ${value.message}`}`);
      }
    }
  }
  return cells;
}

/** So many are named; the rest is counted. */
const MOST_CELLS_NAMED = 20;

export async function recalculateFile(file: string, out: string): Promise<number> {
  const workbook = await open(file);
  const metadata = JSON.parse(await readFile(path.join(ADDIN, 'functions.json'), 'utf8')) as FunctionsMetadata;
  await inAddin(workbook, (addin) => recalculate(workbook, addinFunctions(metadata, addin.invoke)));
  await save(workbook, out);
  const cells = unanswered(workbook);
  for (const cell of cells.slice(0, MOST_CELLS_NAMED)) process.stdout.write(`${cell}\n`);
  if (cells.length > MOST_CELLS_NAMED) process.stdout.write(`and ${cells.length - MOST_CELLS_NAMED} more cells\n`);
  return cells.length > 0 ? 1 : 0;
}

/** Writes the sample organisation, or the empty tables, into a workbook, as the pane's first page does. */
export async function insertSample(workbook: ModelWorkbook, empty: boolean): Promise<void> {
  await inAddin(workbook, (_, run) => run<unknown>(empty ? 'insertEmptyTables' : 'insertSample'));
  // Excel's new workbook has an empty sheet, which nobody wants in the file.
  workbook.sheets = workbook.sheets.filter((sheet) => sheet.usedRange() !== null);
  workbook.activeSheetId = workbook.sheets[0]?.id ?? '';
}

export async function sample(out: string, options: { empty: boolean }): Promise<number> {
  const workbook = new ModelWorkbook();
  workbook.name = path.basename(out);
  workbook.addSheet('Sheet1');
  await insertSample(workbook, options.empty);
  await save(workbook, out);
  return 0;
}

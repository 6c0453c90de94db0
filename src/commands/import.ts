/** Exports of other tools into the workbook's tables: first what it would do, then, once that was seen, doing it. */
import { finishWithPauses } from '../domain/work';
import { type AppendedTable, appendRows } from '../excel/append-rows';
import type { UndoOutlook } from '../excel/capabilities';
import { PlainError } from '../excel/errors';
import { readWorkbook } from '../excel/read';
import { breathe } from '../excel/run';
import type { ImportChoices, ImportPreview } from '../tables/import/model';
import { readInSteps } from '../tables/read';
import type { ActionContext } from './figures';

export interface ImportParams {
  /** The file's text, or what was pasted. */
  readonly text: string;
  readonly choices?: ImportChoices;
}

/** What the user has seen, so that nothing else is written. */
export interface SeenPreview {
  readonly added: number;
  /** Cells that are filled. */
  readonly updates: number;
}

export interface ImportDone {
  readonly tables: readonly AppendedTable[];
  readonly undo: UndoOutlook;
}

/** Few import, and the libraries for CSV and YAML are only for them. */
const loadImport = () => import(/* webpackChunkName: "import" */ '../tables/import/index');

/** What importing would do, and what has to be asked first. Nothing is written. @throws PlainError when Excel fails or the user cancels */
export async function previewImport({ text, choices = {} }: ImportParams, { progress, signal }: ActionContext): Promise<ImportPreview> {
  const [{ existingIn, previewImport: preview }, raw] = await Promise.all([loadImport(), readWorkbook(progress, signal)]);
  const pause = (): Promise<void> | undefined => breathe(signal);
  progress?.({ text: 'Understanding the tables' });
  const read = await finishWithPauses(readInSteps(raw, Math.floor(Date.now() / 1000)), pause);
  progress?.({ text: 'Reading the file' });
  return finishWithPauses(preview(text, existingIn(raw, read), choices), pause);
}

/**
 * Imports what its preview said: new rows, and blank cells of rows that are there. All tables or none.
 * @param params.seen of the preview that the user has seen; where the workbook has changed since, nothing is written
 * @throws PlainError; the workbook is then as it was
 */
export async function runImport({ seen, ...params }: ImportParams & { readonly seen: SeenPreview }, context: ActionContext): Promise<ImportDone> {
  const { questions, additions, counts, updates } = await previewImport(params, context);
  if (questions.length > 0) throw new PlainError('Something about this file has to be answered first. Nothing was changed.', 'QuestionsOpen');
  if (additions.length === 0) throw new PlainError('There is nothing in this file that the workbook does not have. Nothing was changed.', 'NothingToImport');
  if (counts.added !== seen.added || updates.length !== seen.updates) throw new PlainError('The workbook has changed since you looked at this import. Look at it again. Nothing was changed.', 'Conflict');
  const { tables, undo } = await appendRows(additions, context);
  return { tables, undo };
}

/** What the Excel at hand can do beyond the minimum of the manifest (SharedRuntime 1.1, ExcelApi 1.13). The one place that asks. */

function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/** What Undo does after a write: one step takes all back, or many, or it does not work. */
export type UndoOutlook = 'one step' | 'step by step' | 'none';

/** Above so many formula cells a merged undo group fails (office-js issue 6491). */
const MERGED_UNDO_FORMULA_LIMIT = 1500;

/** Whether a write of so many formula cells may be one undo group: it throws on Excel on the web (office-js issue 6711). */
export function canMergeUndo(formulaCells: number, platform: Office.PlatformType = Office.context.platform): boolean {
  return supports('1.20') && platform !== Office.PlatformType.OfficeOnline && formulaCells <= MERGED_UNDO_FORMULA_LIMIT;
}

/** What Undo will do after a write that was merged, or not. Changes by add-ins can be undone since ExcelApi 1.19. */
export function undoOutlook(merged: boolean): UndoOutlook {
  if (merged) return 'one step';
  return supports('1.19') ? 'step by step' : 'none';
}

/** Whether a command can open the pane. */
export function canShowPane(): boolean {
  return Office.context.requirements.isSetSupported('SharedRuntime', '1.1');
}

/** Going to a cell, and back to where one was. */
import { run } from './run';

export interface CellPlace {
  readonly sheet: string;
  /** `C877`, or a range. */
  readonly cell: string;
}

/**
 * Selects a cell and brings it into view.
 * @returns where the user was before
 * @throws PlainError when the sheet is gone
 */
export function goTo({ sheet, cell }: CellPlace): Promise<CellPlace> {
  return run(async (context) => {
    const before = context.workbook.getSelectedRange();
    before.load('address,worksheet/name');
    const target = context.workbook.worksheets.getItem(sheet);
    target.activate();
    target.getRange(cell || 'A1').select();
    await context.sync();
    return { sheet: before.worksheet.name, cell: before.address.slice(before.address.lastIndexOf('!') + 1) };
  });
}

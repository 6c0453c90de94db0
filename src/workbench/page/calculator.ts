import { addinFunctions, type FunctionsMetadata } from '../calc/addin-functions';
import { recalculate } from '../calc/recalculate';
import type { Calculator, Host } from '../host/host';
import type { ChangedRange } from '../host/session';

/**
 * Keeps formulas up to date behind the user's back, one calculation after the other: custom functions
 * answer through the add-in, which may itself be waiting for the batch that asked.
 */
export function pageCalculator(metadata: FunctionsMetadata): Calculator {
  let running: Promise<void> = Promise.resolve();
  return {
    calculate(host: Host, changed: readonly ChangedRange[] | 'all'): void {
      running = running
        .then(async () => {
          const { workbook } = host;
          const invoke = addinFunctions(metadata, (id, args, address) => host.invokeFunction(id, args, address).result);
          const done = await recalculate(workbook, invoke, changed === 'all' ? undefined : changed);
          if (done.changed === 0) return;
          for (const sheet of workbook.sheets) host.cellsChanged(sheet, sheet.usedRange(true) ?? { row: 0, column: 0, rows: 1, columns: 1 });
        })
        .catch((error: unknown) => console.error(error));
    },
  };
}

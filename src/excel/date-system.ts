/** Which day a workbook's serial number 1 is. Excel's API has no property for it, but its DATE function knows. */
import { run } from './run';

/** The serial of 1 January 1904: day 0 of the 1904 system, day 1,462 of the 1900 system. */
export function askDateSystem(context: Excel.RequestContext): Excel.FunctionResult<number> {
  const serial = context.workbook.functions.date(1904, 1, 1);
  serial.load('value,error');
  return serial;
}

/** @returns null where Excel did not say */
export function dateSystemOf({ value, error }: Pick<Excel.FunctionResult<number>, 'value' | 'error'>): 1900 | 1904 | null {
  if (error) return null;
  return value === 0 ? 1904 : value === 1462 ? 1900 : null;
}

/** Asks Excel by itself, for functions in cells; null where it did not say. One round trip. */
export function findDateSystem(): Promise<1900 | 1904 | null> {
  return run(async (context) => {
    const serial = askDateSystem(context);
    await context.sync();
    return dateSystemOf(serial);
  });
}

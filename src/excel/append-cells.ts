/** Values as they are written into the user's own tables. */
import type { CellValue } from '../tables/model';
import { cellText } from './cell-text';

/** What is written into a cell; null leaves it as it is. */
export type Written = string | number | boolean | null;

/** Text that stays text; numbers as they are; a blank leaves the cell, which is blank. */
export function written(value: CellValue, numberFormat: string): Written {
  if (value === '') return null;
  // In a cell formatted as text an apostrophe would be seen.
  return typeof value === 'string' && numberFormat !== '@' ? cellText(value) : value;
}

/** The column's own number format where it shows the value, else the contract's. */
export function formatFor(isNumber: boolean, own: string, contract: string): string {
  return isNumber && (own === 'General' || own === '@') ? contract : own;
}

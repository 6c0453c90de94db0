/** What an agreement says about money: its fee, its rebate and its credits. */
import { isUnreadable, nameKey } from '../names';
import type { FigureContext } from './context';
import type { Agreement, Credit, Target } from './records';

/** Terms that are numbers. */
export type FeeTerm = 'units' | 'feePerUnit' | 'rebatePerHourPerUnit' | 'rebateCap';

/** Months that a fee is paid for. */
export const FEE_MONTHS = { Month: 1, Quarter: 3, Year: 12 } as const;

/** Whether the agreement names a rebate, readable or not. */
export function paysRebate(agreement: Agreement): boolean {
  return agreement.rebatePerHourPerUnit !== null || isUnreadable(agreement, 'rebatePerHourPerUnit');
}

/** The agreement's rows of `Credits`, in the table's order. */
export function creditRows(context: FigureContext, agreement: Agreement): readonly Credit[] {
  return context.credits.get(nameKey(agreement.agreement)) ?? [];
}

/** The agreement's first Availability row in `Targets`: the one that rebates and credits belong to; null: none. */
export function availabilityTarget(context: FigureContext, agreement: Agreement): Target | null {
  const target = context.targets.get(nameKey(agreement.agreement))?.find((row) => nameKey(row.metric) === 'availability');
  return target ? { ...target, metric: 'Availability' } : null;
}

/**
 * The fee of one month: Fee per unit × Units ÷ months of the fee period; null where one of them is
 * blank or cannot be read.
 *
 * @example feeOfMonth({ feePerUnit: 700, units: 4380, feePeriod: 'Year', … }) // 255500
 */
export function feeOfMonth(agreement: Agreement): number | null {
  const { feePerUnit, units, feePeriod } = agreement;
  if (feePerUnit === null || units === null || isUnreadable(agreement, 'feePerUnit', 'units', 'feePeriod')) return null;
  return (feePerUnit * units) / FEE_MONTHS[feePeriod];
}

/**
 * What is blank or unreadable of the terms that the agreement's money needs, in words; null: nothing.
 * A fee is needed for credits and for a cap.
 *
 * @example missingTerms({ rebatePerHourPerUnit: 50, units: null, … }, []) // 'Units is blank'
 */
export function missingTerms(agreement: Agreement, credits: readonly Credit[]): string | null {
  const faults: string[] = [];
  const need = (field: FeeTerm, column: string): void => {
    if (isUnreadable(agreement, field)) faults.push(`${column} cannot be read`);
    else if (agreement[field] === null) faults.push(`${column} is blank`);
  };
  const isCapped = agreement.rebateCap !== null || isUnreadable(agreement, 'rebateCap');
  if (paysRebate(agreement)) need('rebatePerHourPerUnit', 'Rebate per hour per unit');
  need('units', 'Units');
  if (credits.length > 0 || isCapped) {
    need('feePerUnit', 'Fee per unit');
    if (isUnreadable(agreement, 'feePeriod')) faults.push('Fee period cannot be read');
  }
  if (isCapped) need('rebateCap', 'Rebate cap');
  for (const row of credits) if (!isUsableCredit(row)) faults.push(`row ${row.row} of Credits cannot be read`);
  return faults.length > 0 ? faults.join('; ') : null;
}

/** Whether a row says from where on it credits, and how much. */
function isUsableCredit(row: Credit): boolean {
  return !isUnreadable(row, 'below', 'credit') && Number.isFinite(row.below) && Number.isFinite(row.credit);
}

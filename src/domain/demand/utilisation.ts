/** How the utilisation of a capacity is told, in cells and in sentences. */
import { numberText } from '../performance/phrases';

/**
 * What is used of a capacity, to a tenth of a percent: rounded, but never up to the threshold, or to all of it, that it is below.
 *
 * @param utilisation share, such as 0.8656
 * @param threshold share; null: not known
 * @returns the share as it is told, and its text
 * @example shareUsed(0.86562, 0.9).text // '86.6%'; shareUsed(0.79996, 0.8) // { value: 0.799, text: '79.9%' }
 */
export function shareUsed(utilisation: number, threshold: number | null): { readonly value: number; readonly text: string } {
  const rounded = Math.round(utilisation * 1000 + 1e-9);
  const overstates = [threshold, 1].some((level) => level !== null && utilisation < level * (1 - 1e-12) && rounded >= level * 1000 - 1e-9);
  const thousandths = overstates ? Math.floor(utilisation * 1000 + 1e-9) : rounded;
  return { value: thousandths / 1000, text: `${numberText(thousandths / 10, 1)}%` };
}

/** A threshold in percent, as it was set. @example thresholdText(0.8) // '80%'; thresholdText(0.825) // '82.5%' */
export function thresholdText(threshold: number): string {
  const percent = Number((threshold * 100).toFixed(1));
  return `${numberText(percent, Number.isInteger(percent) ? 0 : 1)}%`;
}

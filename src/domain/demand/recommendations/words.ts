/** How recommendations tell their figures. */
import { listOf, monthAndYear, monthName, NO_BREAK, numberText, plural } from '../../performance/phrases';
import type { LocalDate } from '../../time/records';

/** A quantity as recorded, within reason. @example quantityText(61.35, 'TB') // '61.4 TB' */
export function quantityText(quantity: number, unit: string | null): string {
  const most = quantity < 1 ? 2 : quantity < 100 ? 1 : 0;
  const shown = Number(quantity.toFixed(most));
  const text = numberText(shown, Number.isInteger(shown) ? 0 : most);
  return unit === null ? text : `${text}${NO_BREAK}${unit}`;
}

/**
 * A share in percent with one decimal, rounded; down where it would else read as at a limit that it is below.
 *
 * @example shareText(0.8656, []) // '86.6%'; shareText(0.79999, [0.8, 1]) // '79.9%'
 */
export function shareText(share: number, limits: readonly number[]): string {
  const rounded = Math.round(share * 1000 + 1e-9);
  const overstates = limits.some((limit) => share < limit * (1 - 1e-12) && rounded >= limit * 1000 - 1e-9);
  return `${numberText((overstates ? Math.floor(share * 1000 + 1e-9) : rounded) / 10, 1)}%`;
}

/** A limit in percent, as it was set. @example limitText(0.8) // '80%'; limitText(0.825) // '82.5%' */
export function limitText(limit: number): string {
  const percent = Number((limit * 100).toFixed(1));
  return `${numberText(percent, Number.isInteger(percent) ? 0 : 1)}%`;
}

/** @example countText(1200, 'licence') // '1,200 licences' */
export function countText(count: number, word: string): string {
  return `${numberText(count, Number.isInteger(count) ? 0 : 1)}${NO_BREAK}${plural(count, word)}`;
}

/** Months in their order, each year named once. @example monthsText(['2026-11-01', '2026-12-01', '2027-01-01']) // 'November and December 2026 and January 2027' */
export function monthsText(months: readonly LocalDate[]): string {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return listOf(years.map((year) => {
    const own = months.filter((month) => month.startsWith(year));
    return listOf([...own.slice(0, -1).map(monthName), monthAndYear(own.at(-1)!)]);
  }));
}

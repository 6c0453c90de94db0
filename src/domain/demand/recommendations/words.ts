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

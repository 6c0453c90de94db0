/** Columns of the demand sheet: what is printed, and right of it the numbers behind the lines. */
import type { LocalDate } from '../../domain/time/records';
import { addMonths } from '../../domain/time/zone';

/** Business units in rows: twelve months side by side. */
export const IN_ROWS = [9, 117, ...Array<number>(12).fill(35.25), 36, 43.5, 43.5, 45, 225];
export const R = { name: 1, months: 2, share: 14, onMonth: 15, onYear: 16, perMonth: 17, chart: 18 } as const;
/** Business units in columns: all of them together, then one by one. */
export const UNITS = 9;
export const ACROSS = [9, 117, 57, ...Array<number>(UNITS).fill(59.25), 225.75];
export const A = { name: 1, all: 2, units: 3, chart: 3 + UNITS } as const;

/** Months that a line shows before and after the end of the report month. */
export const PAST = 36;
export const AHEAD = 12;
/** Right of what is printed: a gap, what a row is, and a column for every month. */
const BEHIND = [24, 75, ...Array<number>(PAST + AHEAD).fill(42)];

/** The columns of a sheet with the numbers behind its lines, and where these stand. */
export function withBehind(printed: readonly number[]): { readonly columns: readonly number[]; readonly label: number; readonly first: number } {
  return { columns: [...printed, ...BEHIND], label: printed.length + 1, first: printed.length + 2 };
}

/** Months of the report, each by its first date. */
export interface ReportMonths {
  /** The twelve that end with the report month, and the twelve after it. */
  readonly recorded: readonly LocalDate[];
  readonly ahead: readonly LocalDate[];
  /** Those behind the lines, oldest first. */
  readonly behind: readonly LocalDate[];
}

/** The months of a report, worked out once for all items. @param month first date of the report month */
export function reportMonths(month: LocalDate): ReportMonths {
  const behind = Array.from({ length: PAST + AHEAD }, (_, at) => addMonths(month, at + 1 - PAST));
  return { recorded: behind.slice(PAST - 12, PAST), ahead: behind.slice(PAST), behind };
}

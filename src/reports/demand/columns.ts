/** Columns of the demand sheet: what is printed, and right of it the numbers behind the lines. */
import type { UsageFigure } from '../../domain/demand/figures';
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

/** The months behind the lines, oldest first. */
export function monthsBehind(month: LocalDate): LocalDate[] {
  return Array.from({ length: PAST + AHEAD }, (_, at) => addMonths(month, at + 1 - PAST));
}

/** The twelve months that end with the report month, and those after it. */
export function monthsPrinted(month: LocalDate): { readonly recorded: LocalDate[]; readonly ahead: LocalDate[] } {
  return { recorded: Array.from({ length: 12 }, (_, at) => addMonths(month, at - 11)), ahead: Array.from({ length: AHEAD }, (_, at) => addMonths(month, at + 1)) };
}

/** What the forecast says of each month, by its first date. */
export function forecastByMonth({ forecast, forecastFrom }: Pick<UsageFigure, 'forecast' | 'forecastFrom'>): ReadonlyMap<LocalDate, { readonly point: number; readonly lower: number; readonly upper: number }> {
  if (forecast === null || forecastFrom === null) return new Map();
  return new Map(forecast.points.map((point, at) => [addMonths(forecastFrom, at), point]));
}

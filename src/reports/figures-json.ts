import type { Figures } from '../domain/figures';
import { toIso } from '../domain/time/zone';

/** Fields of `Figures` that are instants, wherever they stand. */
const INSTANTS: ReadonlySet<string> = new Set(['start', 'end', 'asOf']);

/**
 * The figures as JSON for other tools and for auditors: unrounded, with every instant as ISO 8601 text
 * that carries the offset of the workbook's zone.
 *
 * @example JSON.parse(figuresJson(figures)).window.start //=> '2026-10-01T00:00:00-07:00'
 */
export function figuresJson(figures: Figures): string {
  return JSON.stringify(figures, (key, value: unknown) => (INSTANTS.has(key) && typeof value === 'number' ? toIso(value, figures.zone) : value), 2);
}

import type { Figures } from '../domain/figures';
import { toIso } from '../domain/time/zone';

/** Fields of `Figures` that are instants, wherever they stand. */
const INSTANTS: ReadonlySet<string> = new Set(['start', 'end', 'asOf', 'notified', 'exhausted']);
/** Parts whose `start` and `end` are seconds after midnight. */
const TIMES_OF_DAY: ReadonlySet<string> = new Set(['uncovered']);

/**
 * The figures as JSON for other tools and for auditors: unrounded, with every instant as ISO 8601 text
 * that carries the offset of the workbook's zone. A figure that is not a number (money that cannot be
 * worked out) is null.
 *
 * @example JSON.parse(figuresJson(figures)).window.start //=> '2026-10-01T00:00:00-07:00'
 */
export function figuresJson(figures: Figures): string {
  const timesOfDay = new WeakSet<object>();
  return JSON.stringify(
    figures,
    function (this: object, key, value: unknown) {
      if (typeof value === 'object' && value !== null && (TIMES_OF_DAY.has(key) || timesOfDay.has(this))) timesOfDay.add(value);
      return typeof value === 'number' && (INSTANTS.has(key) || isOpening(this, key)) && !timesOfDay.has(this) ? toIso(value, figures.zone) : value;
    },
    2,
  );
}

/** Whether a field says when an incident was opened; of a target `opened` counts them. */
function isOpening(owner: object, key: string): boolean {
  return key === 'opened' && 'incident' in owner;
}

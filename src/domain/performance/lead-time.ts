import { median } from '../aggregates';
import type { Request } from '../demand/records';
import type { RowReference } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import type { LocalDate } from '../time/records';
import { epochDay, toLocal } from '../time/zone';

/**
 * Lead time of requests: of each month the median of Closed − Submitted, in calendar days, of those
 * done and closed in it by As of; null where none was. Of an even number, the mean of the two in the middle.
 * What was rejected, or is still open whatever Closed says, has no lead time.
 *
 * @param months first dates
 * @param item key of the item; '': every request, whatever item it names
 * @returns the values, and the rows that may belong to them and cannot be used
 * @example
 * // closed in October after 2, 5, 9 and 30 days: 7
 */
export function leadTimes(months: readonly LocalDate[], item: string, { requests, settings }: Pick<Records, 'requests' | 'settings'>): { values: (number | null)[]; rowsLeftOut: RowReference[] } {
  const today = toLocal(settings.asOf - 1, settings.zone).slice(0, 10);
  const days = new Map<string, number[]>(months.map((month) => [month.slice(0, 7), []]));
  const rowsLeftOut: RowReference[] = [];
  for (const request of requests) {
    const itemKnown = item === '' || !isUnreadable(request, 'item');
    if (itemKnown && item !== '' && nameKey(request.item ?? '') !== item) continue;
    if (!isUnreadable(request, 'status') && request.status !== 'Done') continue;
    const closedKnown = !isUnreadable(request, 'closed');
    const month = closedKnown ? days.get((request.closed ?? '').slice(0, 7)) : undefined;
    if (closedKnown && (request.closed === null || request.closed > today || month === undefined)) continue;
    const length = leadTime(request);
    if (!itemKnown || month === undefined || length === null) rowsLeftOut.push({ table: 'Requests', row: request.row });
    else month.push(length);
  }
  return { values: months.map((month) => median(days.get(month.slice(0, 7)) ?? [])), rowsLeftOut };
}

/** Calendar days from Submitted to Closed of what is done; null: it is not, or one of the three cannot be read. */
export function leadTime(request: Request): number | null {
  if (request.status !== 'Done' || request.closed === null || isUnreadable(request, 'submitted', 'status') || !(request.closed >= request.submitted)) return null;
  return epochDay(request.closed) - epochDay(request.submitted);
}

import type { RowReference } from '../figures';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import type { CapacityRow } from './records';
import { inOrder } from './row-order';

/** Capacity of an item in one unit and how it changes. */
export interface CapacitySeries {
  readonly itemKey: string;
  /** As first written. */
  readonly item: string;
  /** '': rows that name no unit. */
  readonly unitKey: string;
  readonly unit: string | null;
  /** By date of beginning, those from the beginning first; at least one. */
  readonly rows: readonly CapacityRow[];
  readonly rowsLeftOut: readonly RowReference[];
}

export interface CapacityLog {
  /** Item → its series, in the table's order. */
  readonly series: ReadonlyMap<string, readonly CapacitySeries[]>;
  readonly rowsLeftOut: readonly RowReference[];
}

/** Whether nothing stands in the way of a row, but for its threshold and lead time. */
function isUsable(row: CapacityRow): boolean {
  return nameKey(row.item) !== '' && !isUnreadable(row, 'item', 'capacity', 'unit', 'from') && row.capacity >= 0 && Number.isFinite(row.capacity);
}

/** The utilisation from which more is wanted; null: it cannot be read. */
export function thresholdOf(row: CapacityRow): number | null {
  return isUnreadable(row, 'threshold') || !(row.threshold >= 0) ? null : row.threshold;
}

/**
 * Capacity by item and unit. Of rows that begin on the same date the first stands, the others are left out.
 * Where the rows of an item name one unit at most, rows without a unit are of that unit. A row whose threshold or
 * lead time cannot be read counts for all else, and stands among those left out, too.
 *
 * @example
 * // Storage, 500 TB; Storage, 800, from 2027-01-01
 * capacityLog(rows).series.get('storage') // [{ unit: 'TB', rows: [500, 800], … }]
 */
export function capacityLog(capacity: readonly CapacityRow[]): CapacityLog {
  const byItem = new Map<string, CapacityRow[]>();
  const lost = new Set(capacity.filter((row) => !isUsable(row) || isUnreadable(row, 'leadTimeMonths') || thresholdOf(row) === null));
  for (const row of capacity) if (isUsable(row)) addTo(byItem, nameKey(row.item), row);

  const groups = new Map<string, CapacityRow[][]>();
  for (const [itemKey, rows] of byItem) {
    const named = [...new Set(rows.map(unitKeyOf).filter((key) => key !== ''))];
    const byUnit = new Map<string, CapacityRow[]>();
    for (const row of rows) {
      const unitKey = unitKeyOf(row) === '' && named.length === 1 ? named[0]! : unitKeyOf(row);
      if (byUnit.get(unitKey)?.some(({ from }) => from === row.from)) lost.add(row);
      else addTo(byUnit, unitKey, row);
    }
    groups.set(itemKey, [...byUnit.values()]);
  }

  const leftOut = new Map<string, RowReference[]>();
  const unassigned: RowReference[] = [];
  const rowsLeftOut: RowReference[] = [];
  for (const row of lost) {
    const reference = { table: 'Capacity', row: row.row };
    rowsLeftOut.push(reference);
    const key = isUnreadable(row, 'item') ? '' : nameKey(row.item);
    if (key === '') unassigned.push(reference);
    else addTo(leftOut, key, reference);
  }

  const series = new Map<string, CapacitySeries[]>();
  for (const [itemKey, units] of groups) {
    for (const rows of units) {
      const naming = rows.find((row) => unitKeyOf(row) !== '');
      addTo(series, itemKey, {
        itemKey,
        item: rows[0]!.item.trim(),
        unitKey: naming ? unitKeyOf(naming) : '',
        unit: naming?.unit?.trim() ?? null,
        rows: rows.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
        rowsLeftOut: inOrder([...(leftOut.get(itemKey) ?? []), ...unassigned]),
      });
    }
  }
  return { series, rowsLeftOut: inOrder(rowsLeftOut) };
}

/** The row in force on a date; null: none yet. */
export function inForceOn(rows: readonly CapacityRow[], date: string): CapacityRow | null {
  return rows.findLast(({ from }) => from === null || from <= date) ?? null;
}

function unitKeyOf({ unit }: CapacityRow): string {
  return nameKey(unit ?? '');
}

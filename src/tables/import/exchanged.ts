/** Rows that the workbook has already, with day and month exchanged: the file was once imported in the other order. */
import { instantOf, clockOf, toLocal } from '../../domain/time/zone';
import { foldName } from '../names';
import type { ExistingTable } from './existing';
import { SPANS } from './mapping';
import type { ExchangedRow } from './model';
import type { ImportTable } from './profiles';
import type { ImportedRow } from './rows';

/** An instant with day and month exchanged on its wall clock; null: there is no such date, or it is the same. */
function exchange(instant: number, zone: string): number | null {
  const local = toLocal(instant, zone);
  const [month, day] = [local.slice(5, 7), local.slice(8, 10)];
  return Number(day) > 12 || month === day ? null : instantOf(clockOf(`${local.slice(0, 5)}${day}-${month}${local.slice(10)}`), zone);
}

/** Item, start and end as one key. */
const keyOf = (item: unknown, start: number, end: number | null): string => [foldName(String(item)), start, end ?? ''].join('\n');

/**
 * New rows whose start and end, day and month exchanged, are those of a row of the workbook. Rows that
 * are known by a reference cannot become doubles so: they are found by it.
 *
 * @param zoneOf zone in which the file writes a field
 * @example exchangedRows('Outages', added, outages, () => 'Europe/Berlin') // [{ line: 2, row: 14 }]
 */
export function exchangedRows(table: ImportTable, added: readonly ImportedRow[], existing: ExistingTable | undefined, zoneOf: (field: string) => string): ExchangedRow[] {
  const span = SPANS[table];
  if (!existing || !span || table === 'Incidents') return [];
  const there = new Map<string, number>();
  for (const { row, fields } of existing.rows) {
    const [start, end] = [fields[span.start], fields[span.end]];
    if (typeof start === 'number' && (typeof end === 'number' || end === null)) there.set(keyOf(fields.item, start, end), row);
  }
  return added.flatMap(({ line, cells }) => {
    const [start, end] = [cells[span.start]?.value, cells[span.end]?.value];
    const exchanged = typeof start === 'number' ? exchange(start, zoneOf(span.start)) : null;
    if (exchanged === null) return [];
    // A duration, and a day that is its own month, keep the end where it is.
    const ends = typeof end !== 'number' ? [null] : [exchange(end, zoneOf(span.end)) ?? end, exchanged + end - (start as number)];
    const row = ends.map((one) => there.get(keyOf(cells.item?.value, exchanged, one))).find((found) => found !== undefined);
    return row === undefined ? [] : [{ line, row }];
  });
}

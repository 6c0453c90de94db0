import type { Outage } from '../availability/records';
import { WHOLE } from '../availability/share';
import { STEP, type Steps } from '../availability/steps';
import type { DowntimeShare } from '../figures';
import { addTo } from '../grouping';
import { nameKey } from '../names';

/**
 * The downtime of a service by the things whose outages set it, the largest share first.
 *
 * At every instant the whole impairment is put down to the one row that sets it: the one with the
 * largest impact, then the one that began first, then the upper one; in a redundant group, the failure
 * that the group could not bear. So the shares add up to the downtime, however outages overlap.
 *
 * @param downtime steps of downtime, their causes places in `outages`
 * @param nameOf how a thing is called, by its key; undefined: as the row calls it
 * @param alongside names of other things whose outages were needed for that of an item (its key) to bear on the service
 * @returns shares in seconds, weighted by impairment; of equal ones the one whose first row is the upper
 * @example
 * // Web is down for an hour by its database, half down for ten minutes by itself
 * downtimeCauses(downtime, outages, nameOf)
 * // [{ item: 'Database', seconds: 3600, outages: [{ table: 'Outages', row: 9 }], alongside: [] }, { item: 'Web', seconds: 300, outages: […], alongside: [] }]
 */
export function downtimeCauses(downtime: Steps, outages: readonly Outage[], nameOf: (key: string) => string | undefined, alongside: ReadonlyMap<string, readonly string[]> = new Map()): DowntimeShare[] {
  const units = new Map<number, number>();
  for (let i = 0; i < downtime.length; i += STEP) {
    const cause = downtime[i + 3]!;
    units.set(cause, (units.get(cause) ?? 0) + (downtime[i + 1]! - downtime[i]!) * downtime[i + 2]!);
  }
  const byItem = new Map<string, { readonly outage: Outage; readonly units: number }[]>();
  for (const [index, value] of units) addTo(byItem, nameKey(outages[index]!.item), { outage: outages[index]!, units: value });
  return [...byItem]
    .map(([key, rows]) => {
      rows.sort((a, b) => b.units - a.units || a.outage.row - b.outage.row);
      return {
        item: nameOf(key) ?? rows[0]!.outage.item.trim(),
        // Whole units, so that nothing is lost in adding them up.
        seconds: rows.reduce((sum, row) => sum + row.units, 0) / WHOLE,
        outages: rows.map(({ outage: { row } }) => ({ table: 'Outages', row })),
        alongside: alongside.get(key) ?? [],
      };
    })
    .sort((a, b) => b.seconds - a.seconds || a.outages[0]!.row - b.outages[0]!.row);
}

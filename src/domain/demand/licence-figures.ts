import type { RowReference } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Service } from '../servicemap/records';
import type { LicenceFigure } from './figures';
import type { LicenceRow } from './records';

/**
 * Licences of each row: what is short, given to nobody, or given and not used. A row that lacks one of Purchased, Assigned and
 * Product is left out; one whose other cells cannot be read has no figure that needs them.
 *
 * @param services by key
 * @example
 * // 100 purchased, 90 assigned, 70 active at 30 each
 * // { short: 0, unassigned: 10, spare: 20, costOfUnassigned: 300, costOfSpare: 600, … }
 */
export function licenceFigures(licences: readonly LicenceRow[], services: ReadonlyMap<string, Service>): { readonly figures: readonly LicenceFigure[]; readonly rowsLeftOut: readonly RowReference[] } {
  const figures: LicenceFigure[] = [];
  const rowsLeftOut: RowReference[] = [];
  for (const licence of licences) {
    const row = { table: 'Licences', row: licence.row };
    const { purchased, assigned } = licence;
    const isUsable = nameKey(licence.product) !== '' && !isUnreadable(licence, 'product', 'purchased', 'assigned') && purchased >= 0 && assigned >= 0;
    if (!isUsable || isUnreadable(licence, 'active', 'service', 'costPerLicence')) rowsLeftOut.push(row);
    if (!isUsable) continue;
    const { active, costPerLicence } = licence;
    const cost = (count: number | null): number | null => (count === null || costPerLicence === null ? null : count * costPerLicence);
    const short = Math.max(0, assigned - purchased);
    const unassigned = Math.max(0, purchased - assigned);
    const spare = active === null ? null : Math.max(0, assigned - active);
    figures.push({
      product: licence.product.trim(),
      service: licence.service === null ? null : (services.get(nameKey(licence.service))?.service.trim() ?? licence.service.trim()),
      row,
      purchased,
      assigned,
      active,
      short,
      unassigned,
      spare,
      costPerLicence,
      costOfShort: cost(short),
      costOfUnassigned: cost(unassigned),
      costOfSpare: cost(spare),
    });
  }
  return { figures, rowsLeftOut };
}

/** The credit tiers that a table argument means. */
import type { Credit } from '../domain/agreements/records';
import { nameKey } from '../domain/names';
import { invalid } from './errors';
import { remembered, tableArgument } from './tables';

/**
 * Tiers of one agreement: columns Below and Credit; a column Agreement may stand beside them.
 *
 * @throws `#VALUE!` where it holds several agreements, or one level twice
 */
export function tiersArgument(range: unknown): readonly Credit[] {
  const tiers = tableArgument<Credit>('tiers', range, { zone: 'UTC', dateSystem: 1900, zeroIsBlank: true });
  return remembered([tiers], 'tiers', () => {
    const agreements = new Map(tiers.map(({ agreement }) => [nameKey(agreement), agreement]));
    if (agreements.size > 1) throw invalid(`tiers holds several agreements (${[...agreements.values()].join(', ')}); expected the rows of one.`);
    const rows = new Map<number, number>();
    for (const { below, row } of tiers) {
      if (rows.has(below)) throw invalid(`tiers, row ${row}: Below is the same as in row ${rows.get(below)}.`);
      rows.set(below, row);
    }
    return tiers;
  });
}

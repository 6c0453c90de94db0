import type { AgreementFigure, Figures } from '../domain/figures';
import { firstByName, nameKey } from '../domain/names';
import { dateOfInstant } from './dates';

/** An agreement that is over, and nothing covers its item any more. */
export interface Lapsed {
  readonly agreement: AgreementFigure;
  /** Items of the SLAs in force that stand on it. */
  readonly above: readonly string[];
}

/**
 * Agreements that ended without a successor while SLAs in force still stand on what they covered, the one
 * that ended first on top. One that ended within the report month covers a part of it, and is over all the same.
 *
 * @example lapsedAgreements(figures) // [{ agreement: { agreement: 'UC Card gateway', lastDate: '2026-09-30', … }, above: ['Card Payments'] }]
 */
export function lapsedAgreements({ agreements, chains, asOf, zone }: Pick<Figures, 'agreements' | 'chains' | 'asOf' | 'zone'>): Lapsed[] {
  const today = dateOfInstant(asOf, zone);
  const named = firstByName(agreements, ({ agreement }) => agreement);
  const above = new Map<AgreementFigure, Set<string>>();
  for (const { item, links } of chains) {
    for (const { cover, agreement: name } of links) {
      const agreement = name === null ? undefined : named.get(nameKey(name));
      if (agreement === undefined) continue;
      const { lastDate, replacedBy } = agreement;
      const endedInMonth = cover === 'Covered' && lastDate !== null && lastDate < today && replacedBy === null;
      if (cover === 'Ended' || endedInMonth) above.set(agreement, (above.get(agreement) ?? new Set()).add(item));
    }
  }
  return [...above].map(([agreement, items]) => ({ agreement, above: [...items] })).toSorted((a, b) => (a.agreement.lastDate ?? '').localeCompare(b.agreement.lastDate ?? ''));
}

import type { AgreementFigure, Figures } from '../../domain/figures';
import { addTo } from '../../domain/grouping';
import { nameKey } from '../../domain/names';

/** Agreements in force in the report month by the key of their item, in the order of `Agreements`. */
export function agreementsByItem({ agreements }: Pick<Figures, 'agreements'>): ReadonlyMap<string, readonly AgreementFigure[]> {
  const byItem = new Map<string, AgreementFigure[]>();
  for (const agreement of agreements) if (agreement.state === 'In force') addTo(byItem, nameKey(agreement.item), agreement);
  return byItem;
}

/**
 * The strictest availability that agreements in force promise of an item, by its key.
 *
 * @example promisedAvailability(figures).get('e-mail') // 0.997
 */
export function promisedAvailability({ targets }: Pick<Figures, 'targets'>): ReadonlyMap<string, number> {
  const promised = new Map<string, number>();
  for (const { item, metric, comparator, target } of targets) {
    if (metric !== 'Availability' || (comparator !== '>=' && comparator !== '>')) continue;
    const key = nameKey(item);
    promised.set(key, Math.max(target, promised.get(key) ?? 0));
  }
  return promised;
}

import type { AgreementFigure, Figures, TargetFigure } from '../../domain/figures';
import { addTo } from '../../domain/grouping';
import { nameKey } from '../../domain/names';
import { foremost } from '../foremost-promise';

/** Agreements in force in the report month by the key of their item, in the order of `Agreements`. */
export function agreementsByItem({ agreements }: Pick<Figures, 'agreements'>): ReadonlyMap<string, readonly AgreementFigure[]> {
  const byItem = new Map<string, AgreementFigure[]>();
  for (const agreement of agreements) if (agreement.state === 'In force') addTo(byItem, nameKey(agreement.item), agreement);
  return byItem;
}

/** Promises of availability by the key of the item they are about, in the order of `Targets`. */
export function availabilityPromises({ targets }: Pick<Figures, 'targets'>): ReadonlyMap<string, readonly TargetFigure[]> {
  const byItem = new Map<string, TargetFigure[]>();
  for (const figure of targets) if (figure.metric === 'Availability' && (figure.comparator === '>=' || figure.comparator === '>')) addTo(byItem, nameKey(figure.item), figure);
  return byItem;
}

/**
 * The availability that is promised of an item, by its key: of its SLA, else of its OLA, else of its UC.
 *
 * @example promisedAvailability(figures).get('e-mail') // 0.997
 */
export function promisedAvailability(figures: Pick<Figures, 'targets'>): ReadonlyMap<string, number> {
  return new Map([...availabilityPromises(figures)].map(([key, promises]) => [key, foremost(promises, ({ agreementType }) => agreementType)!.target]));
}

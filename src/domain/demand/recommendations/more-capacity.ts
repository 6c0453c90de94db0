import { dateText } from '../../agreements/chain/words';
import { addTo } from '../../grouping';
import { nameKey } from '../../names';
import { monthAndYear } from '../../performance/phrases';
import type { LocalDate } from '../../time/records';
import type { CapacityFigure, UsageFigure } from '../figures';
import type { Finding } from './finding';
import { countText, quantityText, shareText } from './words';

const WANTED: readonly CapacityFigure['state'][] = ['Over capacity', 'Over threshold', 'Inside lead time'];

/**
 * More capacity of what is over its threshold, or will be before more can be there.
 *
 * @param month first date of the report month
 * @example moreCapacity(…)[0].finding // 'Forecast to reach 80% in January 2027; lead time 3 months, order was due 1 Oct 2026.'
 */
export function moreCapacity(capacity: readonly CapacityFigure[], usage: readonly UsageFigure[], servicesOf: (item: string) => readonly string[], month: LocalDate): Finding[] {
  const [ofItem, usageOf] = [new Map<string, CapacityFigure[]>(), new Map<string, UsageFigure[]>()];
  for (const figure of capacity) addTo(ofItem, nameKey(figure.item), figure);
  for (const figure of usage) addTo(usageOf, nameKey(figure.item), figure);
  return capacity.filter(({ state }) => WANTED.includes(state)).map((figure) => {
    const key = nameKey(figure.item);
    const used = usageOf.get(key)?.find(({ unit }) => nameKey(unit ?? '') === nameKey(figure.unit ?? ''));
    return {
      kind: 'More capacity',
      about: ofItem.get(key)!.length === 1 || figure.unit === null ? figure.item : `${figure.item} (${figure.unit})`,
      subject: figure.item,
      finding: findingOf(figure, month),
      services: servicesOf(figure.item),
      businessUnit: null,
      amount: null,
      dueDate: figure.orderBy,
      rows: [figure.row, ...figure.upgrades.map(({ row }) => row), ...(used?.rows ?? [])],
    };
  });
}

function findingOf(figure: CapacityFigure, month: LocalDate): string {
  const { capacity, unit, threshold, leadTimeMonths, reachesThreshold, reachesCapacity, orderBy, state, upgrades, usage } = figure;
  const leadTime = leadTimeMonths === null ? '' : `; lead time ${countText(leadTimeMonths, 'month')}`;
  const planned = upgrades.map((upgrade) => ` Planned: ${quantityText(upgrade.capacity, unit)} from ${dateText(upgrade.from)}.`).join('');
  if (state === 'Inside lead time') return `Forecast to reach ${shareText(threshold)} in ${monthAndYear(reachesThreshold.point!)}${leadTime}, order was due ${dateText(orderBy!)}.${planned}`;
  const share = capacity === 0 ? '' : `: ${shareText(usage! / capacity)}`;
  const used = `${quantityText(usage!, null)} of ${quantityText(capacity, unit)} used in ${monthAndYear(month)}${share}`;
  if (state === 'Over capacity') return `${used}${leadTime}.${planned}`;
  const full = reachesCapacity.point === null ? '' : `; forecast to reach 100% in ${monthAndYear(reachesCapacity.point)}`;
  return `${used}, threshold ${shareText(threshold)}${full}${leadTime}.${planned}`;
}

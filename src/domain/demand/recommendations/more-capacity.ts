import { dateText } from '../../agreements/chain/words';
import { addTo } from '../../grouping';
import { nameKey } from '../../names';
import { monthAndYear } from '../../performance/phrases';
import type { Catalogue } from '../../servicemap/catalogue';
import type { LocalDate } from '../../time/records';
import { addMonths } from '../../time/zone';
import type { CapacityFigure, UsageFigure } from '../figures';
import { lastDateOf, monthNumber } from '../months';
import { shareUsed, thresholdText } from '../utilisation';
import type { Finding } from './finding';
import { countText, quantityText } from './words';

const WANTED: readonly CapacityFigure['state'][] = ['Over capacity', 'Over threshold', 'Inside lead time'];
/** What is ordered now has to be needed in one of the months of a year from when it could be there. */
const YEAR = 12;

/**
 * More capacity of what is over its threshold, or will be before more can be there. Not of a retired service, nor where use is
 * forecast to stay below the threshold from the month on in which an order of now could be there: it falls, or more is planned already.
 *
 * @param month first date of the report month
 * @example moreCapacity(…)[0].finding // 'Forecast to reach 80% in January 2027; lead time 3 months, order was due 1 Oct 2026.'
 */
export function moreCapacity(capacity: readonly CapacityFigure[], usage: readonly UsageFigure[], { services }: Pick<Catalogue, 'services'>, servicesOf: (item: string) => readonly string[], month: LocalDate): Finding[] {
  const usageOf = new Map<string, UsageFigure[]>();
  for (const figure of usage) addTo(usageOf, nameKey(figure.item), figure);
  return capacity.flatMap((figure): Finding[] => {
    const key = nameKey(figure.item);
    if (!WANTED.includes(figure.state) || services.get(key)?.lifecycle === 'Retired') return [];
    const used = usageOf.get(key)?.find(({ unit }) => nameKey(unit ?? '') === nameKey(figure.unit ?? ''));
    if (used && isEnoughLater(figure, used, month)) return [];
    return [{
      kind: 'More capacity',
      source: 'More capacity',
      // The unit always, so that the name stays when the item gets another one.
      about: figure.unit === null ? figure.item : `${figure.item} (${figure.unit})`,
      subject: figure.item,
      finding: findingOf(figure, month),
      services: servicesOf(figure.item),
      businessUnit: null,
      amount: null,
      dueDate: figure.orderBy,
      rows: [figure.row, ...figure.upgrades.map(({ row }) => row), ...(used?.rows ?? [])],
    }];
  });
}

/** Whether use stays below the threshold of what is there for a year from the month in which an order of now could be there; false where the forecast does not tell, or a threshold cannot be read. */
function isEnoughLater(figure: CapacityFigure, { forecast, forecastFrom }: UsageFigure, month: LocalDate): boolean {
  if (forecast === null || forecastFrom === null) return false;
  const first = monthNumber(forecastFrom);
  const arrival = monthNumber(month) + Math.max(1, Math.ceil(figure.leadTimeMonths ?? 0));
  const points = forecast.points.slice(Math.max(0, arrival - first), Math.max(0, arrival - first + YEAR));
  return points.length > 0 && points.every(({ point }, place) => {
    const { capacity, threshold } = figure.upgrades.findLast(({ from }) => from <= lastDateOf(arrival + place)) ?? figure;
    return threshold !== null && point < capacity * threshold * (1 - 1e-12);
  });
}

function findingOf(figure: CapacityFigure, month: LocalDate): string {
  const { capacity, unit, threshold, leadTimeMonths, reachesThreshold, reachesCapacity, orderBy, state, upgrades, usage, toDate, incomplete } = figure;
  const leadTime = leadTimeMonths === null ? '' : `; lead time ${countText(leadTimeMonths, 'month')}`;
  const planned = upgrades.map((upgrade) => ` Planned: ${quantityText(upgrade.capacity, unit)} from ${dateText(upgrade.from)}.`).join('');
  if (state === 'Inside lead time') return `Forecast to reach ${thresholdText(threshold!)} in ${monthAndYear(reachesThreshold.point!)}${leadTime}, order was due ${dateText(orderBy!)}.${planned}`;
  const recorded = toDate ? addMonths(month, -1) : month;
  const share = capacity === 0 ? '' : `: ${shareUsed(usage! / capacity, threshold).text}`;
  const used = `${incomplete ? 'At least ' : ''}${quantityText(usage!, null)} of ${quantityText(capacity, unit)} used in ${monthAndYear(recorded)}${share}`;
  if (state === 'Over capacity') return `${used}${leadTime}.${planned}`;
  const since = reachesThreshold.point !== null && reachesThreshold.point < recorded ? ` since ${monthAndYear(reachesThreshold.point)}` : '';
  const full = reachesCapacity.point === null || reachesCapacity.point <= recorded ? '' : `; forecast to reach 100% in ${monthAndYear(reachesCapacity.point)}`;
  return `${used}, threshold ${thresholdText(threshold!)}${since}${full}${leadTime}.${planned}`;
}

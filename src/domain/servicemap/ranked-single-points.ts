import type { ItemFigure, SinglePoint } from '../figures';
import type { Service } from './records';

/**
 * Everything that alone takes a service down besides itself, what puts most at risk first: by downtime
 * cost per hour, then mission-critical services, agreements, users, services; where all are equal in the
 * order of the items.
 *
 * @example
 * // Power takes down services that cost 900 an hour, the printer one that costs nothing
 * rankedSinglePoints(items, services) // [{ item: 'Power', rank: 1, missionCritical: 1 }, { item: 'Printer', rank: 2, missionCritical: 0 }]
 */
export function rankedSinglePoints(items: readonly ItemFigure[], services: Iterable<Service>): SinglePoint[] {
  const critical = new Set([...services].flatMap(({ service, priority }) => (priority === 'Mission-critical' ? [service.trim()] : [])));
  return items
    .filter((item) => item.services.length > 0)
    .map((item) => ({ item, missionCritical: item.services.filter((name) => critical.has(name)).length }))
    .sort((a, b) =>
      (b.item.costPerHour ?? 0) - (a.item.costPerHour ?? 0)
      || b.missionCritical - a.missionCritical
      || b.item.agreements.length - a.item.agreements.length
      || (b.item.users ?? 0) - (a.item.users ?? 0)
      || b.item.services.length - a.item.services.length)
    .map(({ item, missionCritical }, place) => ({ item: item.item, rank: place + 1, missionCritical }));
}

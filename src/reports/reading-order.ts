import type { Figures, TargetFigure, TargetStatus } from '../domain/figures';
import { nameKey } from '../domain/names';

/** The promises that the first page is about: to customers, or, where there are none, all. */
export function promisesOf(figures: Figures): TargetFigure[] {
  const toCustomers = figures.targets.filter((figure) => figure.agreementType === 'SLA');
  return toCustomers.length > 0 ? toCustomers : [...figures.targets];
}

/** The page's order: broken, at risk, incomplete, kept, not measurable; the most of a budget used first, among kept ones the most important service. */
export function inReadingOrder(promises: readonly TargetFigure[], figures: Figures): TargetFigure[] {
  const statuses: readonly TargetStatus[] = ['Missed', 'At risk', 'Met, incomplete data', 'Met', 'Not measurable'];
  const priorities = ['Mission-critical', 'High', 'Medium', 'Low'];
  const priorityOf = new Map(figures.services.map((service) => [nameKey(service.service), service.priority === null ? priorities.length : priorities.indexOf(service.priority)]));
  const priority = (figure: TargetFigure): number => priorityOf.get(nameKey(figure.item)) ?? priorities.length;
  const used = (figure: TargetFigure): number => figure.budget?.usedShare ?? (figure.budget !== null && figure.budget.used > 0 ? Infinity : -1);
  const difference = (a: number, b: number): number => (a === b ? 0 : a - b);
  return promises.toSorted((a, b) => {
    const byStatus = statuses.indexOf(a.status) - statuses.indexOf(b.status);
    if (byStatus !== 0) return byStatus;
    const byUse = difference(used(b), used(a));
    const byPriority = priority(a) - priority(b);
    return (a.status === 'Met' || a.status === 'Not measurable' ? byPriority || byUse : byUse || byPriority) || a.item.localeCompare(b.item, 'en') || a.metric.localeCompare(b.metric, 'en');
  });
}

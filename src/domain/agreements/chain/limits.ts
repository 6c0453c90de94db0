import { isUnreadable, nameKey } from '../../names';
import { type Calendar, hasHours, serviceTime } from '../../time/calendar';
import { duration } from '../../time/intervals';
import type { Interval } from '../../time/records';
import { clockAt, DAY } from '../../time/zone';
import type { Target, TargetMetric } from '../records';

/** How long something may take at most, by an agreement. */
export interface Limit {
  /** Key; null: of every severity. */
  readonly severity: string | null;
  /** The severity as written. */
  readonly name: string | null;
  /** Of the agreement's own hours. */
  readonly seconds: number;
  /** Share of cases that keep it. */
  readonly share: number;
  readonly target: Target;
}

/** Whether a target is about this metric. */
export function isAbout(target: Target, metric: TargetMetric): boolean {
  return nameKey(target.metric) === nameKey(metric) && !isUnreadable(target, 'metric', 'comparator', 'target') && Number.isFinite(target.target);
}

/** Whether more is better by the target's comparator. */
export function isFloor({ comparator }: Target): boolean {
  return comparator === '>=' || comparator === '>';
}

/**
 * Within what time things are restored: by `Resolved within` and, for every severity, by
 * `Longest outage minutes`. A limit in days is so many times the hours of a day that has any.
 *
 * @param year over which hours of a day are averaged
 */
export function restorationLimits(targets: readonly Target[], calendar: Calendar | null, year: Interval): Limit[] {
  const outages = targets.filter((target) => isAbout(target, 'Longest outage minutes') && !isFloor(target));
  return [...shareLimits(targets, 'Resolved within', calendar, year), ...outages.map((target): Limit => ({ severity: null, name: null, seconds: target.target * 60, share: 1, target }))];
}

/** Within what time somebody responds. */
export function responseLimits(targets: readonly Target[], calendar: Calendar | null, year: Interval): Limit[] {
  return shareLimits(targets, 'Responded within', calendar, year);
}

function shareLimits(targets: readonly Target[], metric: 'Resolved within' | 'Responded within', calendar: Calendar | null, year: Interval): Limit[] {
  return targets.flatMap((target): Limit[] => {
    if (!isAbout(target, metric) || !isFloor(target) || target.within === null || isUnreadable(target, 'within', 'withinUnit', 'severity')) return [];
    const severity = nameKey(target.severity ?? '');
    const unit = target.withinUnit === 'days' ? secondsOfDay(calendar, year) : target.withinUnit === 'hours' ? 3600 : 60;
    return [{ severity: severity === '' ? null : severity, name: target.severity, seconds: target.within * unit, share: target.target, target }];
  });
}

/** Service time of a date that has any, on average. */
function secondsOfDay(calendar: Calendar | null, year: Interval): number {
  if (calendar === null) return DAY;
  let days = 0;
  for (let day = Math.floor(clockAt(year.start, calendar.zone) / DAY); day < clockAt(year.end, calendar.zone) / DAY; day++) if (hasHours(calendar, day)) days++;
  return days === 0 ? 0 : duration(serviceTime(year, calendar)) / days;
}

/**
 * Limits of a link that bear on a limit of the SLA: of the same severity, or of every severity. For an
 * SLA that names no severity, limits of every severity, else all there are.
 */
export function applying(limit: Limit, limits: readonly Limit[]): Limit[] {
  const general = limits.filter(({ severity }) => severity === null);
  if (limit.severity !== null) return limits.filter(({ severity }) => severity === null || severity === limit.severity);
  return general.length > 0 ? general : [...limits];
}

/**
 * The limit of a link that does not fit inside one of the SLA's; null: one fits, or none applies.
 *
 * Limits are compared as they are written, in service time of their own agreements: where the link's hours
 * cover the SLA's, its clock runs whenever the SLA's does, so what is restored within 2 h of it is restored
 * within 2 h of the SLA's. Where hours are missing the check of hours says so. A limit that fewer cases must
 * keep than the SLA promises does not fit either.
 */
export function misfit(limit: Limit, limits: readonly Limit[]): Limit | null {
  const apply = applying(limit, limits);
  const fits = (one: Limit): boolean => one.seconds <= limit.seconds + 1e-6 && one.share >= limit.share - 1e-12;
  const byChoice = limit.severity !== null || apply.some(({ severity }) => severity === null);
  if (apply.length === 0 || (byChoice ? apply.some(fits) : apply.every(fits))) return null;
  // The closest of several that could do; the furthest where all must.
  const sorted = [...apply].filter((one) => !fits(one)).sort((a, b) => a.seconds - b.seconds || b.share - a.share);
  return (byChoice ? sorted[0] : sorted[sorted.length - 1]) ?? null;
}

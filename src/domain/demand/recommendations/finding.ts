import { isUnreadable, nameKey } from '../../names';
import type { Records } from '../../records';
import type { Catalogue } from '../../servicemap/catalogue';
import type { Recommendation } from '../figures';

/** A recommendation before it is known whether it was sent. */
export interface Finding extends Omit<Recommendation, 'name' | 'sent' | 'belongsTo'> {
  readonly source: FindingSource;
  /** What the name says after the source. Of all findings of a source only one is about it, whatever else is found. */
  readonly about: string;
}

/** Where each kind belongs: new work and what costs money to the portfolio, small changes to improvements. */
export const BELONGS_TO: Readonly<Record<Recommendation['kind'], Recommendation['belongsTo']>> = {
  'More capacity': 'Projects',
  'Fewer licences': 'Improvements',
  Decommission: 'Projects',
  'Proposed project': 'Projects',
  Enhancement: 'Improvements',
};

/** How names begin: what asks for it, so that the name of one finding never depends on another. */
const SOURCES = ['More capacity', 'More licences', 'Fewer licences', 'Decommission', 'New service', 'Unplanned work', 'Enhancement'] as const;
export type FindingSource = (typeof SOURCES)[number];

/** The name of a finding, on one line. @example findingName({ source: 'More capacity', about: 'File storage (TB)' }) // 'More capacity: File storage (TB)' */
export function findingName({ source, about }: Pick<Finding, 'source' | 'about'>): string {
  return `${source}: ${about.trim().replace(/\s+/g, ' ')}`;
}

/** Whether a name is of the form in which recommendations are named. @example isRecommendationName('Enhancement: E-mail') // true */
export function isRecommendationName(name: string): boolean {
  return SOURCES.some((source) => name.startsWith(`${source}: `));
}

/**
 * The services that a thing is about: itself, or of a component the nearest ones that stand on it, in the order of `Services`.
 *
 * @example
 * // E-mail and Intranet need Server, which needs Storage array; Desktop Computing needs E-mail
 * nearestServices(records, catalogue)('Storage array') // ['E-mail', 'Intranet']
 */
export function nearestServices({ dependencies }: Pick<Records, 'dependencies'>, { services }: Catalogue): (item: string) => string[] {
  const above = new Map<string, Set<string>>();
  for (const row of dependencies) {
    if (isUnreadable(row, 'item', 'dependsOn')) continue;
    const [upper, lower] = [nameKey(row.item), nameKey(row.dependsOn)];
    const known = above.get(lower);
    if (known) known.add(upper);
    else above.set(lower, new Set([upper]));
  }
  return (item) => {
    const own = services.get(nameKey(item));
    if (own) return own.lifecycle === 'Retired' ? [] : [own.service.trim()];
    const seen = new Set([nameKey(item)]);
    // A set is walked to its end, also over what is added on the way.
    for (const key of seen) if (!services.has(key)) for (const upper of above.get(key) ?? []) seen.add(upper);
    return [...services].flatMap(([key, { service, lifecycle }]) => (seen.has(key) && lifecycle !== 'Retired' ? [service.trim()] : []));
  };
}

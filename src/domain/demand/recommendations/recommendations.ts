import type { RowReference } from '../../figures';
import { isUnreadable, nameKey } from '../../names';
import type { Records } from '../../records';
import type { Catalogue } from '../../servicemap/catalogue';
import type { DemandFigures, Recommendation } from '../figures';
import { decommission } from './decommission';
import { BELONGS_TO, type Finding, nearestServices } from './finding';
import { fewerLicences, licencesShort } from './licences';
import { moreCapacity } from './more-capacity';
import { enhancements, newServices, type Unplanned, unplannedWork } from './requests';

/** A name is a key in its table: longer subjects are cut. */
const LONGEST_SUBJECT = 120;

/**
 * What the figures of demand ask for, the most urgent first: capacity by its state, licences to buy, what nobody uses, licences
 * that nobody needs, new work, long waits.
 *
 * @param unplanned requests of the last twelve months that were neither in the plan nor rejected, and belong to no project
 */
export function recommendations(figures: Pick<DemandFigures, 'usage' | 'capacity' | 'licences' | 'requests'>, unplanned: readonly Unplanned[], records: Records, catalogue: Catalogue): Recommendation[] {
  const servicesOf = nearestServices(records, catalogue);
  const findings = [
    ...moreCapacity(figures.capacity, figures.usage, servicesOf, records.settings.reportMonth),
    ...licencesShort(figures.licences),
    ...decommission(figures.usage, catalogue, servicesOf),
    ...fewerLicences(figures.licences),
    ...newServices(figures.requests.backlog),
    ...unplannedWork(unplanned, servicesOf),
    ...enhancements(figures.requests.backlog, servicesOf),
  ];
  const sentTo = sentRows(records);
  const taken = new Set<string>();
  return findings.map(({ about, ...finding }) => {
    const name = nameOf(finding.kind, about, taken);
    return { name, ...finding, belongsTo: BELONGS_TO[finding.kind], sent: sentTo.get(nameKey(name)) ?? null };
  });
}

/** A name that none of those taken has, and takes it. */
function nameOf(kind: Finding['kind'], about: string, taken: Set<string>): string {
  const plain = about.trim().replace(/\s+/g, ' ');
  const name = `${kind}: ${plain.length > LONGEST_SUBJECT ? `${plain.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : plain}`;
  let free = name;
  for (let number = 2; taken.has(nameKey(free)); number++) free = `${name} (${number})`;
  taken.add(nameKey(free));
  return free;
}

/** Rows of `Projects` and `Improvements` by the names of recommendations that they came from; of several, the first. */
function sentRows({ projects, improvements }: Pick<Records, 'projects' | 'improvements'>): ReadonlyMap<string, RowReference> {
  const rows = new Map<string, RowReference>();
  const add = (name: string | null, row: RowReference): void => {
    const key = nameKey(name ?? '');
    if (key !== '' && !rows.has(key)) rows.set(key, row);
  };
  for (const project of projects) {
    const row = { table: 'Projects', row: project.row };
    if (!isUnreadable(project, 'source')) add(project.source, row);
    if (!isUnreadable(project, 'project')) add(project.project, row);
  }
  for (const improvement of improvements) if (!isUnreadable(improvement, 'improvement')) add(improvement.improvement, { table: 'Improvements', row: improvement.row });
  return rows;
}

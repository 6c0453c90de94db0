import type { Records } from '../../records';
import type { Catalogue } from '../../servicemap/catalogue';
import type { Work } from '../../work';
import type { DemandFigures, Recommendation } from '../figures';
import { decommission } from './decommission';
import { BELONGS_TO, type Finding, findingName, nearestServices } from './finding';
import { fewerLicences, licencesShort } from './licences';
import { moreCapacity } from './more-capacity';
import { openProjects } from './open-projects';
import { enhancements, newServices, type Unplanned, unplannedWork } from './requests';
import { sentRows } from './sent-rows';

/**
 * What the figures of demand ask for, the most urgent first, with a pause after each kind: capacity by its state, licences to buy, what nobody uses, licences
 * that nobody needs, new work, long waits.
 *
 * @param unplanned requests of the last twelve months that were neither in the plan nor rejected, and belong to no project
 */
export function* recommendationsWork(figures: Pick<DemandFigures, 'usage' | 'capacity' | 'licences' | 'requests'>, unplanned: readonly Unplanned[], records: Records, catalogue: Catalogue): Work<Recommendation[]> {
  const servicesOf = nearestServices(records, catalogue);
  const sentTo = sentRows(records);
  const projectsFor = openProjects(records.projects, figures.requests.backlog);
  const isSent = (name: string): boolean => sentTo(name).sent !== null;
  const findings: Finding[] = [];
  const add = (found: readonly Finding[]): void => {
    for (const finding of found) findings.push(finding);
  };
  add(moreCapacity(figures.capacity, figures.usage, catalogue, servicesOf, records.settings.reportMonth));
  yield;
  add(licencesShort(figures.licences));
  add(decommission(figures.usage, catalogue, servicesOf));
  yield;
  add(fewerLicences(figures.licences));
  yield;
  add(yield* newServices(figures.requests.backlog, isSent));
  yield;
  add(yield* unplannedWork(unplanned, servicesOf));
  yield;
  add(yield* enhancements(figures.requests.backlog, servicesOf, isSent));
  yield;
  return findings.map(({ about, source, ...finding }) => {
    const standing = sentTo(findingName({ about, source }));
    return { ...standing, ...finding, finding: `${finding.finding}${projectsFor(finding.subject, standing.name)}`, belongsTo: BELONGS_TO[finding.kind] };
  });
}

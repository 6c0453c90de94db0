import { objectiveSupport } from '../alignment/supported-objectives';
import { processSupport } from '../alignment/supporting-services';
import { addTo } from '../grouping';
import { firstByName, isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import type { PortfolioService, ProjectFigure } from './figures';
import { isOpenProject } from './projects';

/** Every service with what it contributes, supports and will become, in the order of `Services`; of one name the first. */
export function portfolioServices(records: Pick<Records, 'services' | 'processes' | 'objectives' | 'supports'>, projects: readonly ProjectFigure[]): PortfolioService[] {
  const { objectives, byName } = objectiveSupport(records);
  const supported = new Map<string, { readonly process: string; readonly objectives: readonly string[] }[]>();
  for (const { process, services } of processSupport(records).processes) {
    const reached = [...(objectives.get(nameKey(process.process)) ?? [])].map((key) => byName.get(key)!.objective);
    for (const { service } of services) addTo(supported, nameKey(service), { process: process.process, objectives: reached });
  }
  const changing = new Map<string, string[]>();
  for (const project of projects) {
    if (isOpenProject(project)) for (const key of new Set(project.services.map(nameKey))) addTo(changing, key, project.project);
  }
  const services = firstByName(records.services.filter((row) => !isUnreadable(row, 'service')), ({ service }) => service);
  return [...services].map(([key, row]) => {
    const above = supported.get(key) ?? [];
    const { service, type, lifecycle, priority, portfolioClass, contribution, contributionStatement, businessFunctions, businessSponsor, businessOwner, relationshipManager, itOwner, roadmap, annualCost } = row;
    return {
      service, row: { table: 'Services', row: row.row }, type, lifecycle, priority, portfolioClass, contribution, contributionStatement, businessFunctions, businessSponsor, businessOwner, relationshipManager, itOwner, roadmap, annualCost,
      processes: above.map(({ process }) => process),
      objectives: [...new Set(above.flatMap((one) => one.objectives))],
      projects: changing.get(key) ?? [],
    };
  });
}

import { isUnreadable, nameKey } from '../../names';
import { listOfFew } from '../../performance/phrases';
import type { Project } from '../../portfolio/records';
import type { OpenRequest } from '../figures';

/** Names so many projects at most. */
const MOST_NAMED = 2;

/**
 * A sentence that names the projects at work, or waiting, for an item: those whose Services name it, and those that an open request for it
 * belongs to. Empty: none.
 *
 * @param name of the recommendation: the project that it became is not told
 * @example openProjects(projects, backlog)('Document Archive', 'Enhancement: Document Archive') // ' Project for it: “Archive self-service” (Proposed).'
 */
export function openProjects(projects: readonly Project[], backlog: readonly OpenRequest[]): (item: string, name: string) => string {
  const open = new Map(projects.filter((project) => !isUnreadable(project, 'project', 'status') && project.status !== 'Done' && project.status !== 'Rejected').map((project) => [nameKey(project.project), project]));
  const ofItem = new Map<string, Set<Project>>();
  const add = (item: string, project: Project): void => {
    const known = ofItem.get(nameKey(item));
    if (known) known.add(project);
    else ofItem.set(nameKey(item), new Set([project]));
  };
  for (const project of open.values()) if (!isUnreadable(project, 'services')) for (const service of project.services) add(service, project);
  for (const { item, project } of backlog) {
    const found = item === null || project === null ? undefined : open.get(nameKey(project));
    if (found) add(item!, found);
  }
  return (item, name) => {
    const others = [...(ofItem.get(nameKey(item)) ?? [])].filter(({ project, source }) => nameKey(project) !== nameKey(name) && nameKey(source ?? '') !== nameKey(name));
    if (others.length === 0) return '';
    return ` ${others.length === 1 ? 'Project' : 'Projects'} for it: ${listOfFew(others.map(({ project, status }) => `“${project.trim()}” (${status})`), MOST_NAMED)}.`;
  };
}

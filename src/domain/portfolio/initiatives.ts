import type { InitiativeFigure, ProjectFigure, SmartPart } from './figures';
import type { Initiative } from './records';
import { isUnreadable, nameKey } from '../names';
import { addTo } from '../grouping';

/** An initiative that is still pursued. */
export function isOpenInitiative({ status }: Pick<InitiativeFigure, 'status'>): boolean {
  return status !== 'Done' && status !== 'Dropped';
}

/**
 * What an initiative lacks to be SMART: a measure, a target, a due date, an owner. What cannot be read is
 * not called missing: the row says that by itself.
 *
 * @example smartPartsMissing({ measure: 'Share of calls', target: 0.4, dueDate: null, owner: null, … }) // ['due date', 'owner']
 */
export function smartPartsMissing(row: Pick<Initiative, 'measure' | 'target' | 'dueDate' | 'owner' | 'row' | 'unreadable'>): SmartPart[] {
  const parts = [['measure', 'measure'], ['target', 'target'], ['due date', 'dueDate'], ['owner', 'owner']] as const;
  return parts.flatMap(([part, field]) => (row[field] === null && !isUnreadable(row, field) ? [part] : []));
}

/** Initiatives with their projects, in the table's order. */
export function initiativeFigures(initiatives: readonly Initiative[], projects: readonly ProjectFigure[]): InitiativeFigure[] {
  const byInitiative = new Map<string, ProjectFigure[]>();
  for (const project of projects) if (project.initiative !== null) addTo(byInitiative, nameKey(project.initiative), project);
  return initiatives.map((row) => {
    const own = byInitiative.get(nameKey(row.initiative)) ?? [];
    const costs = own.flatMap(({ status, cost }) => (status === 'Rejected' || cost === null ? [] : [cost]));
    return {
      initiative: row.initiative,
      row: { table: 'Initiatives', row: row.row },
      objective: row.objective,
      owner: row.owner,
      status: row.status,
      dueDate: row.dueDate,
      budget: row.budget,
      measure: row.measure,
      baseline: row.baseline,
      target: row.target,
      actual: row.actual,
      projects: own.map(({ project }) => project),
      cost: costs.length === 0 ? null : costs.reduce((all, cost) => all + cost, 0),
      missing: smartPartsMissing(row),
    };
  });
}

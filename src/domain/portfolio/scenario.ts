import { finish, type Work } from '../work';
import { bestChoiceWork } from './best-choice';
import type { ProjectFigure, ScenarioFigure } from './figures';

type Costed = Pick<ProjectFigure, 'project' | 'category' | 'status' | 'cost' | 'npv'>;

/** A project that is neither begun, done nor rejected: whether and when to do it can still be chosen. */
export function isCandidate({ status }: Pick<ProjectFigure, 'status'>): boolean {
  return status === 'Proposed' || status === 'Approved' || status === 'Queued';
}

/** A project whose cost is no choice: it is approved or in progress, or compliance asks for it. */
export function isCommitted({ category, status }: Pick<ProjectFigure, 'category' | 'status'>): boolean {
  return status === 'Approved' || status === 'In progress' || (category === 'Compliance' && isCandidate({ status }));
}

/**
 * Which projects fit a budget: those approved, in progress and of compliance first, then, with what is left, the
 * others that are proposed or queued whose NPVs add up to most.
 *
 * Where the committed ones cost more than the budget, only what costs nothing is chosen.
 *
 * @param projects as `PortfolioFigures` has them
 * @param budget in the workbook's currency, 0 or more
 * @throws RangeError for a budget that is no number or below 0
 * @example scenarioOf(figures.portfolio.projects, 500_000).chosen // ['Second data centre link', 'Self-service password reset']
 */
export function scenarioOf(projects: readonly Costed[], budget: number): ScenarioFigure {
  return finish(scenarioWork(projects, budget));
}

/** `scenarioOf` in small pieces of work. */
export function* scenarioWork(projects: readonly Costed[], budget: number): Work<ScenarioFigure> {
  if (!(budget >= 0)) throw new RangeError('A budget is a number, 0 or more.');
  const committed = projects.filter(isCommitted);
  const committedCost = sum(committed, ({ cost }) => cost ?? 0);
  const candidates = projects.filter((project) => isCandidate(project) && !isCommitted(project));
  const considered: (Costed & { readonly cost: number; readonly npv: number })[] = [];
  const notConsidered: ScenarioFigure['notConsidered'][number][] = [];
  for (const candidate of candidates) {
    const { project, cost, npv } = candidate;
    if (cost === null) notConsidered.push({ project, because: 'no cost' });
    else if (npv === null) notConsidered.push({ project, because: 'no value' });
    else if (npv <= 0) notConsidered.push({ project, because: 'NPV not above 0' });
    else considered.push({ ...candidate, cost, npv });
  }
  const { chosen: places, proved } = yield* bestChoiceWork(considered.map(({ cost, npv }) => ({ cost, value: npv })), Math.max(0, budget - committedCost));
  const chosen = new Set(places.map((place) => considered[place]!));
  return {
    budget,
    committed: committed.map(({ project }) => project),
    committedCost,
    committedWithoutCost: committed.flatMap(({ project, cost }) => (cost === null ? [project] : [])),
    chosen: [...chosen].map(({ project }) => project),
    chosenCost: sum(chosen, ({ cost }) => cost),
    chosenNpv: sum(chosen, ({ npv }) => npv),
    proved,
    notChosen: considered.filter((project) => !chosen.has(project)).map(({ project }) => project),
    notConsidered,
  };
}

function sum<Item>(items: Iterable<Item>, amount: (item: Item) => number): number {
  let all = 0;
  for (const item of items) all += amount(item);
  return all;
}

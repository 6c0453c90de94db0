import { finish, type Work } from '../work';
import { bestChoiceWork } from './best-choice';
import type { NextScenario, ProjectFigure, ScenarioFigure } from './figures';
import { nextChoiceWork } from './next-choice';

type Costed = Pick<ProjectFigure, 'project' | 'category' | 'status' | 'cost' | 'npv'>;
type Valued = Costed & { readonly cost: number; readonly npv: number };

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
 * others that are proposed or queued whose NPVs add up to most; and how much more would change the choice.
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
  const considered: Valued[] = [];
  const notConsidered: ScenarioFigure['notConsidered'][number][] = [];
  for (const candidate of candidates) {
    const { project, cost, npv } = candidate;
    if (cost === null) notConsidered.push({ project, because: 'no cost' });
    else if (npv === null) notConsidered.push({ project, because: 'no value' });
    else if (npv <= 0) notConsidered.push({ project, because: 'NPV not above 0' });
    else considered.push({ ...candidate, cost, npv });
  }
  const choices = considered.map(({ cost, npv }) => ({ cost, value: npv }));
  const best = yield* bestChoiceWork(choices, Math.max(0, budget - committedCost));
  const next = yield* nextChoiceWork(choices, best, committedCost);
  const chosen = new Set(best.chosen.map((place) => considered[place]!));
  const notChosen = considered.filter((project) => !chosen.has(project));
  return {
    budget,
    committed: names(committed),
    committedCost,
    committedWithoutCost: names(committed.filter(({ cost }) => cost === null)),
    chosen: names([...chosen]),
    chosenCost: sum(chosen, ({ cost }) => cost),
    chosenNpv: sum(chosen, ({ npv }) => npv),
    proved: best.proved,
    notChosen: names(notChosen),
    notConsidered,
    next: next && nextScenario(next.budget, chosen, new Set(next.chosen.map((place) => considered[place]!))),
  };
}

/** What changes between a choice and that of a larger budget. */
function nextScenario(budget: number, now: ReadonlySet<Valued>, then: ReadonlySet<Valued>): NextScenario {
  const comesIn = [...then].filter((project) => !now.has(project));
  const goesOut = [...now].filter((project) => !then.has(project));
  return { budget, comesIn: names(comesIn), goesOut: names(goesOut), moreNpv: sum(comesIn, ({ npv }) => npv) - sum(goesOut, ({ npv }) => npv) };
}

function names(projects: readonly Costed[]): string[] {
  return projects.map(({ project }) => project);
}

function sum<Item>(items: Iterable<Item>, amount: (item: Item) => number): number {
  let all = 0;
  for (const item of items) all += amount(item);
  return all;
}

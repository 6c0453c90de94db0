import { sumOfRecorded } from '../../domain/aggregates';
import type { PortfolioFigures, ScenarioFigure } from '../../domain/portfolio/figures';
import { nameKey } from '../../domain/names';
import { listOfFew, numberText } from '../../domain/performance/phrases';
import { across, cell, type Rows, textCell, widthOf } from '../layout';
import { moneyText } from '../money';
import { numberCell } from '../number-cell';
import { linesOfNames } from '../service-map/names-in-cell';
import { COLOR, FORMAT, HEIGHT, STYLE } from '../style';
import { addText, inList, moneyCell } from './cells';
import { C, COLUMNS, DETAIL, HEAD_RIGHT, LAST, WIDTH, widthAt } from './columns';
import { nextBudgetSentence } from './sentences';
import { type Standing, W } from './words';

/** What the scenario says of each project, by key of its name. */
export function standings(scenario: ScenarioFigure | null): ReadonlyMap<string, Standing> {
  if (scenario === null) return new Map();
  const all = (names: readonly string[], standing: Standing) => names.map((name) => [nameKey(name), standing] as const);
  return new Map([...all(scenario.committed, 'committed'), ...all(scenario.chosen, 'chosen'), ...all(scenario.notChosen, 'over the budget'), ...scenario.notConsidered.map(({ project, because }) => [nameKey(project), because] as const)]);
}

/** Which projects the budget pays for, and which it leaves out, with their sums and names. */
export function addScenario(rows: Rows, { scenario, projects }: PortfolioFigures, currency: string): void {
  if (scenario === null) {
    rows.add(HEIGHT.section + 6, [cell(C.rank, W.projects.noBudget, { ...STYLE.section, vertical: 'Bottom' })]);
    return;
  }
  const byName = new Map(projects.map((project) => [nameKey(project.project), project]));
  rows.add(HEIGHT.section + 6, [cell(C.rank, W.projects.scenario(moneyText(scenario.budget, currency)), { ...STYLE.section, vertical: 'Bottom' })]);
  const { scenarioHeads: heads } = W.projects;
  rows.add(HEIGHT.head, across([cell(C.rank, heads.what, STYLE.head), cell(C.end, heads.count, HEAD_RIGHT), cell(C.cost, heads.cost, HEAD_RIGHT), cell(C.npv, heads.npv, HEAD_RIGHT)], C.rank, LAST, STYLE.headRule));
  const because = new Map(scenario.notConsidered.map(({ project, because }) => [project, W.projects.because[because]]));
  const groups: readonly (readonly [string, readonly string[], (name: string) => string])[] = [
    [W.projects.committed, scenario.committed, inList],
    [W.projects.chosen, scenario.chosen, inList],
    [W.projects.leftOut, scenario.notChosen, inList],
    [W.projects.notConsidered, scenario.notConsidered.map(({ project }) => project), (name) => `${inList(name)} (${because.get(name)!})`],
  ];
  for (const [title, names, shown] of groups) {
    const own = names.flatMap((name) => byName.get(nameKey(name)) ?? []);
    // Of a sum that is of some only it is said which it leaves out.
    const unknown = new Set(title === W.projects.committed && own.some(({ npv }) => npv !== null) ? own.flatMap(({ project, npv }) => (npv === null ? [project] : [])) : []);
    const named = (name: string): string => (unknown.has(name) ? `${shown(name)} (${W.projects.because['no value']})` : shown(name));
    const cells = [
      textCell(C.rank, title, widthOf(COLUMNS, C.rank, C.initiative), STYLE.body),
      numberCell(C.end, { value: names.length, format: FORMAT.count, text: numberText(names.length, 0) }, widthAt(C.end), STYLE.body),
      moneyCell(C.cost, sumOfRecorded(own.map(({ cost }) => cost)), currency, widthAt(C.cost)),
      moneyCell(C.npv, sumOfRecorded(own.map(({ npv }) => npv)), currency, widthAt(C.npv)),
    ];
    rows.add(HEIGHT.promise, across(cells, C.rank, LAST, { ruleAbove: COLOR.rowRule, vertical: 'Bottom' }));
    for (const line of linesOfNames('', names.map(named), WIDTH, DETAIL)) rows.add(HEIGHT.detail, [cell(C.rank, line, DETAIL)]);
  }
  const left = scenario.budget - scenario.committedCost - scenario.chosenCost;
  if (left > 0) addText(rows, COLUMNS, C.rank, LAST, W.projects.left(moneyText(left, currency)));
  if (scenario.next !== null) addText(rows, COLUMNS, C.rank, LAST, nextBudgetSentence(scenario, currency));
  if (scenario.committedWithoutCost.length > 0) addText(rows, COLUMNS, C.rank, LAST, W.projects.costUnknown(listOfFew(scenario.committedWithoutCost.map(inList), 6)), { ...STYLE.detail, color: COLOR.missed });
  if (!scenario.proved) addText(rows, COLUMNS, C.rank, LAST, W.projects.notProved, { ...STYLE.detail, color: COLOR.missed });
}

/** The sentences at the head of the portfolio's sheets. */
import { sumOfRecorded } from '../../domain/aggregates';
import type { PortfolioFigures, PortfolioService, ScenarioFigure } from '../../domain/portfolio/figures';
import { isOpenInitiative } from '../../domain/portfolio/initiatives';
import { isOpenProject } from '../../domain/portfolio/projects';
import { isCandidate, isCommitted } from '../../domain/portfolio/scenario';
import type { PortfolioClass } from '../../domain/servicemap/records';
import { capitalised, countInWords, listOf, listOfFew, plural } from '../../domain/performance/phrases';
import { exactMoneyText, moneyText } from '../money';
import { listed } from '../service-map/sentences';
import { inList } from './cells';
import { CLASSES } from './words';

/** @example '17 services are in service and cost $4,210,000 a year; one is to be decommissioned.' */
export function servicesSentence(services: readonly PortfolioService[], currency: string): string {
  if (services.length === 0) return 'No service is recorded.';
  const inService = services.filter(({ lifecycle }) => lifecycle === 'In service');
  const ending = services.filter(({ lifecycle }) => lifecycle === 'To be decommissioned').length;
  const coming = services.filter(({ lifecycle }) => lifecycle === 'Proposed' || lifecycle === 'In development').length;
  const cost = sumOfRecorded(inService.map(({ annualCost }) => annualCost));
  const also = [
    ...(ending === 0 ? [] : [`${countInWords(ending)} ${ending === 1 ? 'is' : 'are'} to be decommissioned`]),
    ...(coming === 0 ? [] : [`${countInWords(coming)} ${coming === 1 ? 'is' : 'are'} to come`]),
  ];
  const start = `${capitalised(countInWords(inService.length))} ${plural(inService.length, 'service')} ${inService.length === 1 ? 'is' : 'are'} in service`;
  return `${start}${cost === null ? '' : ` and ${inService.length === 1 ? 'costs' : 'cost'} ${moneyText(cost, currency)} a year`}${also.length === 0 ? '' : `; ${also.join(', ')}`}.`;
}

/** Where the cost goes, and what services lack. Retired ones lack nothing. */
export function servicesFacts(services: readonly PortfolioService[], currency: string): string[] {
  const live = services.filter(({ lifecycle }) => lifecycle !== 'Retired');
  const byClass = (Object.keys(CLASSES) as PortfolioClass[]).flatMap((portfolioClass) => {
    const cost = sumOfRecorded(live.flatMap((service) => (service.lifecycle === 'In service' && service.portfolioClass === portfolioClass ? [service.annualCost] : [])));
    return cost === null ? [] : [`${CLASSES[portfolioClass]} ${moneyText(cost, currency)}`];
  });
  const without = (lacks: (service: PortfolioService) => boolean): string[] => live.filter(lacks).map(({ service }) => service);
  return [
    ...(byClass.length < 2 ? [] : [`Of it ${listOf(byClass)}.`]),
    ...listed('No business sponsor', without(({ businessSponsor }) => businessSponsor === null)),
    ...listed('No value statement', without(({ contributionStatement }) => contributionStatement === null)),
    ...listed('No annual cost', without(({ annualCost }) => annualCost === null)),
    ...listed('No roadmap', without(({ roadmap }) => roadmap === null)),
  ];
}

/** @example 'A budget of $1,500,000 pays for three committed projects and five of nine others (NPV $402,000).' */
export function projectsSentence({ projects, scenario }: PortfolioFigures, currency: string): string {
  if (projects.length === 0) return 'No project is recorded.';
  const open = projects.filter(isOpenProject);
  if (scenario === null) {
    const cost = sumOfRecorded(open.map((project) => project.cost));
    const worth = sumOfRecorded(open.map(({ npv }) => npv));
    const uncosted = open.filter((project) => project.cost === null).length;
    const asKnown = open.some(({ npv }) => npv === null) ? ', as far as known' : '';
    const start = open.length === 0 ? 'No project is open' : `${capitalised(countInWords(open.length))} ${plural(open.length, 'project')} ${open.length === 1 ? 'is' : 'are'} open`;
    return `${start}${cost === null ? '' : ` and ${open.length === 1 ? 'costs' : 'cost'} ${moneyText(cost, currency)}${uncosted === 0 ? '' : ` (the cost of ${countInWords(uncosted)} is not known)`}`}${worth === null ? '' : `, NPV ${moneyText(worth, currency)}${asKnown}`}.`;
  }
  const budget = moneyText(scenario.budget, currency);
  const over = scenario.committedCost - scenario.budget;
  if (over > 0) return `What is committed costs ${scenario.committedWithoutCost.length === 0 ? '' : 'at least '}${moneyText(scenario.committedCost, currency)}, ${moneyText(over, currency)} more than the budget of ${budget}.`;
  const others = open.filter((project) => isCandidate(project) && !isCommitted(project)).length;
  const committed = scenario.committed.length === 0 ? '' : `${countInWords(scenario.committed.length)} committed ${plural(scenario.committed.length, 'project')}${others === 0 ? '' : ' and '}`;
  const chosen = others === 0 ? (committed === '' ? 'no project: none is open' : '') : `${scenario.chosen.length === 0 ? 'none' : countInWords(scenario.chosen.length)} of ${countInWords(others)} ${committed === '' ? plural(others, 'project') : plural(others, 'other')}`;
  return `A budget of ${budget} pays for ${committed}${chosen}${scenario.chosen.length === 0 ? '' : ` (NPV ${moneyText(scenario.chosenNpv, currency)})`}.`;
}

/**
 * What a little more budget would change; '' where nothing is left to be chosen, or it is not proved.
 *
 * @example nextBudgetSentence(scenario, '$') // 'With $50,000 more (a budget of $550,000) New branch comes in and Portal goes out: the NPV is $12,000 larger.'
 */
export function nextBudgetSentence({ budget, next }: Pick<ScenarioFigure, 'budget' | 'next'>, currency: string): string {
  if (next === null) return '';
  const { comesIn, goesOut } = next;
  const changes = [
    ...(comesIn.length === 0 ? [] : [`${listOfFew(comesIn.map(inList), 6)} ${comesIn.length === 1 ? 'comes' : 'come'} in`]),
    ...(goesOut.length === 0 ? [] : [`${listOfFew(goesOut.map(inList), 6)} ${goesOut.length === 1 ? 'goes' : 'go'} out`]),
  ];
  // To the cent, the parts of one that are left of the budget to its disadvantage: it is never $0 more.
  const more = (Math.round(next.budget * 100) - Math.floor(budget * 100 + 1e-6)) / 100;
  return `With ${exactMoneyText(more, currency)} more (a budget of ${exactMoneyText(next.budget, currency)}) ${listOf(changes)}: the NPV is ${next.moreNpv < 1 ? exactMoneyText(next.moreNpv, currency) : moneyText(next.moreNpv, currency)} larger.`;
}

/** What stands in the way: unknown figures, projects left out, what belongs to nothing. */
export function projectsFacts({ projects, initiatives, scenario, discountRate, withoutInitiative, withoutProject }: PortfolioFigures): string[] {
  const open = projects.filter(isOpenProject);
  const notSmart = initiatives.filter((initiative) => isOpenInitiative(initiative) && initiative.missing.length > 0);
  const gaps = [
    ...(withoutInitiative.length === 0 ? [] : [`${countInWords(withoutInitiative.length)} ${plural(withoutInitiative.length, 'project')} ${withoutInitiative.length === 1 ? 'has' : 'have'} no initiative`]),
    ...(withoutProject.length === 0 ? [] : [`${countInWords(withoutProject.length)} ${plural(withoutProject.length, 'initiative')} ${withoutProject.length === 1 ? 'has' : 'have'} no project`]),
    ...(notSmart.length === 0 ? [] : [`${countInWords(notSmart.length)} ${plural(notSmart.length, 'initiative')} ${notSmart.length === 1 ? 'is' : 'are'} not SMART`]),
  ];
  const unknown = open.filter(({ npv }) => npv === null).map(({ project }) => inList(project));
  return [
    ...(discountRate === null && open.length > 0 ? ['Settings have no Discount rate: no NPV is known.'] : listed('NPV not known', unknown)),
    ...(scenario === null || scenario.notChosen.length === 0 ? [] : [`Over the budget: ${listOfFew(scenario.notChosen.map(inList), 2)}.`]),
    ...(gaps.length === 0 ? [] : [`${capitalised(gaps.join(', '))}.`]),
  ];
}

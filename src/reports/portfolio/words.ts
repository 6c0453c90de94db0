/** Words of the portfolio's sheets. */
import type { PortfolioFigures, ProjectFigure, ScenarioFigure } from '../../domain/portfolio/figures';
import type { PortfolioClass } from '../../domain/servicemap/records';
import { capitalised, countInWords, listOf, NO_BREAK, numberText, plural } from '../../domain/performance/phrases';
import { exactText, SHEET_NAME, W as REPORT } from '../words';

export const CATEGORIES = ['IT-initiated strategic', 'Business-initiated strategic', 'Compliance', 'Sustaining', 'Reactive'] as const satisfies readonly ProjectFigure['category'][];
/** In the order in which a reader asks after them. */
export const STATUSES = ['In progress', 'Approved', 'Queued', 'Proposed', 'Done', 'Rejected'] as const satisfies readonly ProjectFigure['status'][];

export const CLASSES: Readonly<Record<PortfolioClass, string>> = { Differentiator: 'differentiators', 'Business function': 'business functions', Utility: 'utilities' };

/** What the scenario says of one project. */
export type Standing = 'committed' | 'chosen' | 'over the budget' | ScenarioFigure['notConsidered'][number]['because'];

export const W = {
  rowsLeftOut: (rows: number) => `${numberText(rows, 0)} ${plural(rows, 'row')} of Projects and Initiatives left out, or used in part: ${REPORT.seeSheet(SHEET_NAME['rows-left-out'])}.`,
  services: {
    title: 'Service portfolio',
    none: 'Nothing to show: fill the table Services.',
    heads: { service: 'Service', portfolioClass: 'Class', contribution: 'Contributes', sponsor: 'Business sponsor', relationshipManager: 'Relationship manager', owner: 'IT owner', cost: 'Cost a year' },
    groups: { new: 'Proposed and in development', 'In service': 'In service', 'To be decommissioned': 'To be decommissioned', Retired: 'Retired', unknown: 'Lifecycle not recorded' },
    statuses: { Proposed: 'proposed', 'In development': 'in development' },
    ofGroup: (group: string, count: number, cost: string | null) => `${group}: ${countInWords(count)}${cost === null ? '' : `, ${cost} a year`}`,
    noSponsor: 'no sponsor yet',
    noManager: 'nobody yet',
    statement: 'value statement',
    plan: 'roadmap',
    notWritten: (parts: readonly string[]) => `No ${parts.join(' and no ')} ${parts.length === 1 ? 'is' : 'are'} written down.`,
    value: 'Value: ',
    functions: 'Business functions: ',
    processes: 'Processes: ',
    objectives: 'Objectives: ',
    roadmap: 'Roadmap: ',
    projects: 'Projects under way or asked for: ',
    definitions: [
      'Value: what the service contributes in lower cost, advantage over competitors or regulation, in the words of Contribution statement. Processes are those that Supports names for it directly, objectives those that these processes support.',
    ],
  },
  projects: {
    title: 'Project portfolio',
    none: 'Nothing to show: fill the table Projects.',
    scenario: (budget: string) => `What a budget of ${budget} pays for`,
    scenarioHeads: { what: 'Projects', count: 'How many', names: 'Which', cost: 'Cost', npv: 'NPV' },
    committed: 'Committed: approved, in progress, or compliance',
    chosen: 'Chosen: the largest NPV for the rest',
    leftOut: 'Over the budget',
    notConsidered: 'Not to be chosen',
    noBudget: 'What a budget pays for: Settings have no Project budget.',
    because: { 'no cost': 'no cost', 'no value': 'NPV not known', 'NPV not above 0': 'NPV not above 0' } satisfies Record<ScenarioFigure['notConsidered'][number]['because'], string>,
    standing: { committed: 'committed', chosen: 'in the budget', 'over the budget': 'over the budget', 'no cost': 'no cost known', 'no value': 'NPV not known', 'NPV not above 0': 'NPV not above 0' } satisfies Record<Standing, string>,
    left: (amount: string) => `${amount} of the budget is left.`,
    notProved: 'So many choices come within a hair of each other that not all could be looked at: a better one may exist.',
    costUnknown: (names: string) => `Committed at a cost that is not known: ${names}.`,
    ranking: 'Which come first',
    rankingHeads: { rank: '', project: 'Project', status: 'Status', unknown: 'Not known', initiative: 'Initiative', score: 'Score', npv: 'NPV', budget: 'Budget' },
    noCandidates: 'No project is proposed, approved or queued.',
    noWeights: 'All weights in Settings are 0: nothing is ranked.',
    factor: (factor: string, weight: number) => `${factor}${NO_BREAK}×${NO_BREAK}${exactText(weight)}`,
    factors: { Value: 'NPV', Fit: 'fit', Urgency: 'urgency', Risk: 'risk' },
    categories: { 'IT-initiated strategic': 'IT-initiated strategic investment', 'Business-initiated strategic': 'Business-initiated strategic investment', Compliance: 'Compliance or regulation', Sustaining: 'Sustaining and improvement', Reactive: 'Reactive, to a shift of technology or business' } satisfies Record<ProjectFigure['category'], string>,
    ofCategory: (category: string, count: number, { open, cost, uncosted }: { readonly open: number; readonly cost: string | null; readonly uncosted: number }) => {
      const isOpen = open === count ? '' : `, ${open === 0 ? 'none' : countInWords(open)} of them open`;
      return `${category}: ${countInWords(count)} ${plural(count, 'project')}${isOpen}${cost === null ? '' : `, ${cost}`}${uncosted === 0 ? '' : cost === null ? ', cost not known' : `, the cost of ${countInWords(uncosted)} not known`}`;
    },
    heads: { rank: 'Rank', project: 'Project', status: 'Status', initiative: 'Initiative', owner: 'Owner', start: 'Start', end: 'End', cost: 'Cost', benefit: 'Benefit a year', years: 'Years', npv: 'NPV', roi: 'ROI', payback: 'Payback' },
    notPaidBack: 'not paid back',
    noInitiative: 'no initiative',
    for: 'for ',
    contact: 'contact ',
    resources: 'resources: ',
    risks: 'risks: ',
    assumptions: 'assumptions: ',
    requests: (count: number) => `${countInWords(count)} ${plural(count, 'request')} ${count === 1 ? 'waits' : 'wait'} for it`,
    undocumented: (parts: readonly string[]) => `Not documented: ${listOf(parts)}.`,
    initiatives: 'Initiatives and what is done for them',
    noInitiatives: 'No initiative is recorded.',
    initiativeHeads: { initiative: 'Initiative', status: 'Status', objective: 'Objective', owner: 'Owner', due: 'Due', budget: 'Budget', cost: 'Projects’ cost', smart: 'SMART' },
    smart: 'yes',
    notSmart: (missing: readonly string[]) => `no ${[missing.slice(0, -1).join(', '), ...missing.slice(-1)].filter((part) => part !== '').join(' or ')}`,
    reached: 'done',
    notPursued: 'no longer pursued',
    progress: (measure: string, figures: readonly string[]) => `${measure}${figures.length === 0 ? '' : `: ${figures.join(', ')}`}`,
    baseline: (value: string) => `${value} at the start`,
    actual: (value: string) => `${value} now`,
    target: (value: string) => `${value} to reach`,
    ofProjects: 'Projects: ',
    noProject: 'No project works on it.',
    gaps: 'What does not hold together',
    noGaps: 'Every open project belongs to an initiative, every open initiative has a project, and all of these are SMART.',
    withoutInitiative: (count: number) => `${capitalised(countInWords(count))} ${plural(count, 'project')} without an initiative: `,
    withoutProject: (count: number) => `${capitalised(countInWords(count))} ${plural(count, 'initiative')} without a project: `,
    notSmartInitiatives: (count: number) => `${capitalised(countInWords(count))} ${plural(count, 'initiative')} not SMART: `,
    definitions: ({ discountRate, weights }: Pick<PortfolioFigures, 'discountRate' | 'weights'>) => [
      `NPV: ${discountRate === null ? 'not known, as Settings have no Discount rate' : `benefits discounted at ${exactText(discountRate * 100)}% a year from the ends of the years in which they come, less the cost today; a part of a year counts at that year’s end`}. ROI: (sum of benefits − cost) ÷ cost, undiscounted. Payback, in years: until the summed benefits reach the cost, coming evenly within a year. –: cost, benefit or years not known. Sums are of what is known; that of a category is the cost of its open projects, that of an initiative the cost of all its projects but those rejected.`,
      `Score: mean by the weights of Settings (${weights.map(({ factor, weight }) => `${factor} ${exactText(weight)}`).join(', ')}). Value: where the NPV stands among those ranked, 0 lowest, 1 highest; fit and urgency: 1 gives 0, 5 gives 1; risk: 5 gives 0, 1 gives 1. What is not known is left out of the mean.`,
      'Budget: projects approved, in progress and of compliance are paid first; of the others that are proposed or queued, those are chosen whose NPVs add up to most for what is left. SMART: with measure, target, due date and owner.',
    ],
  },
} as const;

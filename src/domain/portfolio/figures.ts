/** What the services and projects of the portfolio are worth. Unrounded; money in the workbook's currency. */
import type { RowReference } from '../figures';
import type { Lifecycle, PortfolioClass, ServicePriority, ServiceType } from '../servicemap/records';
import type { LocalDate } from '../time/records';
import type { ProjectCategory, ProjectStatus } from './records';

/** A service as the portfolio shows it. */
export interface PortfolioService {
  readonly service: string;
  readonly row: RowReference;
  readonly type: ServiceType;
  readonly lifecycle: Lifecycle | null;
  readonly priority: ServicePriority | null;
  readonly portfolioClass: PortfolioClass | null;
  readonly contribution: readonly string[];
  readonly contributionStatement: string | null;
  readonly businessFunctions: string | null;
  readonly businessSponsor: string | null;
  readonly businessOwner: string | null;
  readonly relationshipManager: string | null;
  readonly itOwner: string | null;
  readonly roadmap: string | null;
  readonly annualCost: number | null;
  /** Processes that it supports directly, and the objectives that these support. */
  readonly processes: readonly string[];
  readonly objectives: readonly string[];
  /** Projects that name it, neither done nor rejected. */
  readonly projects: readonly string[];
}

/** What one factor adds to a project's score. */
export interface ScorePart {
  readonly factor: 'Value' | 'Fit' | 'Urgency' | 'Risk';
  /** 0 worst … 1 best; null: not known, and left out of the score. */
  readonly score: number | null;
  readonly weight: number;
}

/** What a portfolio that is published says of every project. */
export type ProjectDetail = 'contact' | 'service or business unit' | 'description' | 'benefit' | 'timeline' | 'resources' | 'risks' | 'assumptions';

export interface ProjectFigure {
  readonly project: string;
  readonly row: RowReference;
  readonly category: ProjectCategory;
  readonly status: ProjectStatus;
  readonly initiative: string | null;
  /** Through its initiative; null: none. */
  readonly objective: string | null;
  readonly services: readonly string[];
  readonly businessUnit: string | null;
  readonly sponsor: string | null;
  readonly owner: string | null;
  readonly contact: string | null;
  readonly description: string | null;
  readonly benefit: string | null;
  readonly resources: string | null;
  readonly risks: string | null;
  readonly assumptions: string | null;
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  readonly cost: number | null;
  readonly annualBenefit: number | null;
  readonly years: number | null;
  /** At the Settings' discount rate, cost at time 0, benefits at the ends of years; null: cost, benefit, years or the rate is not known. */
  readonly npv: number | null;
  /** (Sum of benefits − cost) ÷ cost, undiscounted; null: not known, or a cost of 0. */
  readonly roi: number | null;
  /** Years until summed benefits reach the cost, linear within the year; `not paid back`; null: not known. */
  readonly payback: number | 'not paid back' | null;
  /** Of projects that are proposed, approved or queued; else empty, and no rank. */
  readonly parts: readonly ScorePart[];
  /** 0 … 1; null: not ranked, or nothing known. */
  readonly score: number | null;
  /** 1: best; projects of equal score share it. */
  readonly rank: number | null;
  /** Requests of the backlog that belong to it, at the end of the report month or at As of where that is earlier. */
  readonly requests: number;
  /** What a published portfolio says of every project and this one does not. */
  readonly undocumented: readonly ProjectDetail[];
}

/** What makes an initiative specific, measurable and bound to a date and a person. */
export type SmartPart = 'measure' | 'target' | 'due date' | 'owner';

export interface InitiativeFigure {
  readonly initiative: string;
  readonly row: RowReference;
  readonly objective: string;
  readonly owner: string | null;
  readonly status: string | null;
  readonly dueDate: LocalDate | null;
  readonly budget: number | null;
  readonly measure: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly actual: number | null;
  /** Names of its projects. */
  readonly projects: readonly string[];
  /** What they cost together, those rejected left out; null: none says. */
  readonly cost: number | null;
  /** What it lacks to be SMART. */
  readonly missing: readonly SmartPart[];
}

/** Which projects fit a budget. */
export interface ScenarioFigure {
  readonly budget: number;
  /** What is spent before any choice: projects approved or in progress, and those of compliance that are not done or rejected. */
  readonly committed: readonly string[];
  readonly committedCost: number;
  /** Of these, projects whose cost is not known: more is spent than `committedCost` says. */
  readonly committedWithoutCost: readonly string[];
  /** The choice with the largest NPV that the rest of the budget can pay. */
  readonly chosen: readonly string[];
  readonly chosenCost: number;
  readonly chosenNpv: number;
  /** No other choice has a larger NPV; false, in made-up cases: too many came close to look at all of them. */
  readonly proved: boolean;
  /** Left out for their cost: they would have added to it. */
  readonly notChosen: readonly string[];
  /** Without a known cost or NPV, or with an NPV of 0 or less: never chosen. */
  readonly notConsidered: readonly { readonly project: string; readonly because: 'no cost' | 'no value' | 'NPV not above 0' }[];
  /** What a larger budget would change first; null: nothing that could be chosen is left out, or it is not proved. */
  readonly next: NextScenario | null;
}

/** The smallest budget, to the cent, whose choice has a larger NPV. */
export interface NextScenario {
  readonly budget: number;
  /** Chosen then and not now, and the other way round. */
  readonly comesIn: readonly string[];
  readonly goesOut: readonly string[];
  /** By how much the NPV of the choice is larger. */
  readonly moreNpv: number;
}

export interface PortfolioFigures {
  /** In the order of `Services`; retired ones included. */
  readonly services: readonly PortfolioService[];
  /** Ranked ones first, by rank; then the others in the table's order. */
  readonly projects: readonly ProjectFigure[];
  readonly initiatives: readonly InitiativeFigure[];
  readonly discountRate: number | null;
  readonly weights: readonly { readonly factor: ScorePart['factor']; readonly weight: number }[];
  /** Null: Settings have no Project budget. */
  readonly scenario: ScenarioFigure | null;
  /** Projects neither done nor rejected that name no initiative, or one that is not there; empty where no initiative is recorded. */
  readonly withoutInitiative: readonly string[];
  /** Initiatives neither done nor dropped that no project names, but for rejected ones; empty where no project is recorded. */
  readonly withoutProject: readonly string[];
  /** Rows of `Projects` and `Initiatives` that could not be used, or not wholly. */
  readonly rowsLeftOut: readonly RowReference[];
}

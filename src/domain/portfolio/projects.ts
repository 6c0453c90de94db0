import type { RequestLog } from '../demand/request-log';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import type { ProjectDetail, ProjectFigure } from './figures';
import { ranked, weightsOf } from './ranking';
import type { Initiative, Project } from './records';
import { isCandidate } from './scenario';
import { netPresentValue, paybackYears, returnOnInvestment } from './value';

/** A project that is neither done nor rejected. */
export function isOpenProject({ status }: Pick<ProjectFigure, 'status'>): boolean {
  return status !== 'Done' && status !== 'Rejected';
}

/**
 * What projects cost and bring, and which come first: ranked ones by rank, then the others in the table's order.
 *
 * @param projects with a name, category and status that can be read, each name once
 * @param initiatives likewise, each name once
 * @param log requests as demand counts them, of which those open wait for their project
 */
export function projectFigures(projects: readonly Project[], initiatives: readonly Initiative[], settings: Records['settings'], log: Pick<RequestLog, 'requests'>): ProjectFigure[] {
  const byName = new Map(initiatives.map((initiative) => [nameKey(initiative.initiative), initiative]));
  const waiting = new Map<string, number>();
  for (const { project, open } of log.requests) {
    if (open && project !== null) waiting.set(nameKey(project), (waiting.get(nameKey(project)) ?? 0) + 1);
  }
  const valued = projects.map((row) => ({ row, ...valueOf(row, settings.discountRate) }));
  const candidates = valued.filter(({ row }) => isCandidate(row));
  const rankings = ranked(candidates.map(({ row, npv }) => ({ npv, fit: row.fit, urgency: row.urgency, risk: row.risk })), weightsOf(settings));
  const rankingOf = new Map(candidates.map(({ row }, at) => [row, rankings[at]!]));
  const figures = valued.map(({ row, npv, roi, payback }): ProjectFigure => {
    const initiative = row.initiative === null ? undefined : byName.get(nameKey(row.initiative));
    const { parts, score, rank } = rankingOf.get(row) ?? { parts: [], score: null, rank: null };
    return {
      project: row.project,
      row: { table: 'Projects', row: row.row },
      category: row.category,
      status: row.status,
      initiative: row.initiative,
      objective: initiative === undefined || initiative.objective === '' ? null : initiative.objective,
      services: row.services,
      businessUnit: row.businessUnit,
      sponsor: row.sponsor,
      owner: row.owner,
      contact: row.contact,
      description: row.description,
      benefit: row.benefit,
      resources: row.resources,
      risks: row.risks,
      assumptions: row.assumptions,
      startDate: row.startDate,
      endDate: row.endDate,
      cost: row.cost,
      annualBenefit: row.annualBenefit,
      years: row.years,
      npv,
      roi,
      payback,
      parts,
      score,
      rank,
      requests: waiting.get(nameKey(row.project)) ?? 0,
      undocumented: undocumented(row),
    };
  });
  return figures.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
}

function valueOf({ cost, annualBenefit, years }: Project, rate: number | null): Pick<ProjectFigure, 'npv' | 'roi' | 'payback'> {
  if (cost === null || annualBenefit === null || years === null) return { npv: null, roi: null, payback: null };
  const flow = { cost, annualBenefit, years };
  return { npv: rate === null ? null : netPresentValue(flow, rate), roi: returnOnInvestment(flow), payback: paybackYears(flow) };
}

/** A timeline needs both dates; for whom it is, a service or a business unit. What cannot be read is not called missing. */
function undocumented(row: Project): ProjectDetail[] {
  const lacks = (field: 'contact' | 'businessUnit' | 'description' | 'benefit' | 'startDate' | 'endDate' | 'resources' | 'risks' | 'assumptions'): boolean => row[field] === null && !isUnreadable(row, field);
  const parts: readonly (readonly [ProjectDetail, boolean])[] = [
    ['contact', lacks('contact')],
    ['service or business unit', row.services.length === 0 && !isUnreadable(row, 'services') && lacks('businessUnit')],
    ['description', lacks('description')],
    ['benefit', lacks('benefit')],
    ['timeline', lacks('startDate') || lacks('endDate')],
    ['resources', lacks('resources')],
    ['risks', lacks('risks')],
    ['assumptions', lacks('assumptions')],
  ];
  return parts.flatMap(([part, isMissing]) => (isMissing ? [part] : []));
}

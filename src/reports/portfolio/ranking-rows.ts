import type { PortfolioFigures, ProjectFigure, ScorePart } from '../../domain/portfolio/figures';
import { isCandidate } from '../../domain/portfolio/scenario';
import { nameKey } from '../../domain/names';
import { listOf, numberText } from '../../domain/performance/phrases';
import type { Work } from '../../domain/work';
import { across, cell, type Rows, textCell, widthOf } from '../layout';
import { numberCell } from '../number-cell';
import { textOrNothing } from '../service-map/cells';
import type { CellStyle, SheetCell } from '../sheet';
import { COLOR, decimalFormat, FORMAT, HEIGHT, STYLE } from '../style';
import { moneyCell } from './cells';
import { C, COLUMNS, HEAD_RIGHT, LAST, widthAt } from './columns';
import { standings } from './scenario-rows';
import { type Standing, W } from './words';

/** Where the ranking has its columns; those of the factors follow the score. What is not known stands where the initiative does if nothing is. */
const R = { rank: C.rank, project: C.project, status: C.status, unknown: C.initiative, score: C.owner, npv: C.npv, budget: C.roi } as const;
const FACTOR_COLUMN: Readonly<Record<ScorePart['factor'], number>> = { Value: C.start, Fit: C.end, Urgency: C.cost, Risk: C.benefit };

/** Projects that are proposed, approved or queued, the best score first, with every factor and its weight. */
export function* addRanking(rows: Rows, portfolio: PortfolioFigures, currency: string): Work<void> {
  rows.add(HEIGHT.section + 12, [cell(R.rank, W.projects.ranking, { ...STYLE.section, vertical: 'Bottom' })]);
  const candidates = portfolio.projects.filter(isCandidate);
  const hasWeights = portfolio.weights.some(({ weight }) => weight > 0);
  if (candidates.length === 0 || !hasWeights) {
    rows.add(HEIGHT.promise, [cell(R.rank, candidates.length === 0 ? W.projects.noCandidates : W.projects.noWeights, STYLE.body)]);
    return;
  }
  const { rankingHeads: heads } = W.projects;
  const isAllKnown = candidates.every((project) => unknownOf(project).length === 0);
  const headCells = [
    cell(R.project, heads.project, { ...STYLE.head, indent: 1 }),
    cell(R.status, heads.status, STYLE.head),
    cell(R.unknown, isAllKnown ? heads.initiative : heads.unknown, STYLE.head),
    cell(R.score, heads.score, HEAD_RIGHT),
    ...portfolio.weights.map(({ factor, weight }) => cell(FACTOR_COLUMN[factor], W.projects.factor(factor, weight), HEAD_RIGHT)),
    cell(R.npv, heads.npv, HEAD_RIGHT),
    ...(portfolio.scenario === null ? [] : [cell(R.budget, heads.budget, { ...STYLE.head, indent: 1 })]),
  ];
  rows.add(HEIGHT.head, across(headCells, R.rank, LAST, STYLE.headRule));
  const standing = standings(portfolio.scenario);
  for (const project of candidates) {
    rows.add(HEIGHT.promise, across(rankingCells(project, isAllKnown, standing.get(nameKey(project.project)), currency), R.rank, LAST, STYLE.rowRule));
    yield;
  }
}

/** Factors with a weight of which nothing is known. */
function unknownOf({ parts }: ProjectFigure): string[] {
  return parts.filter(({ score, weight }) => score === null && weight > 0).map(({ factor }) => W.projects.factors[factor]);
}

function rankingCells(project: ProjectFigure, isAllKnown: boolean, standing: Standing | undefined, currency: string): SheetCell[] {
  const unknown = unknownOf(project);
  const share = (column: number, score: number | null, style: CellStyle): SheetCell =>
    numberCell(column, score === null ? null : { value: score, format: decimalFormat(2), text: numberText(score, 2) }, widthAt(column), style);
  return [
    numberCell(R.rank, project.rank === null ? null : { value: project.rank, format: FORMAT.count, text: numberText(project.rank, 0) }, widthAt(R.rank), STYLE.body),
    textCell(R.project, project.project, widthAt(R.project), { ...STYLE.strong, indent: 1 }),
    textCell(R.status, project.status, widthAt(R.status), STYLE.body),
    ...(isAllKnown ? [textOrNothing(R.unknown, project.initiative, widthAt(R.unknown), STYLE.body)] : unknown.length === 0 ? [] : [textCell(R.unknown, listOf(unknown), widthAt(R.unknown), { ...STYLE.body, color: COLOR.atRisk })]),
    share(R.score, project.score, STYLE.strong),
    ...project.parts.map(({ factor, score }) => share(FACTOR_COLUMN[factor], score, STYLE.body)),
    moneyCell(R.npv, project.npv, currency, widthAt(R.npv)),
    ...(standing === undefined ? [] : [textCell(R.budget, W.projects.standing[standing], widthOf(COLUMNS, C.roi, C.payback), { ...(standing === 'chosen' || standing === 'committed' ? STYLE.body : { ...STYLE.body, color: COLOR.grey }), indent: 1 })]),
  ];
}

import { finish, type Work } from '../../domain/work';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { cell, listPage, Rows } from '../layout';
import { sentencesThatFit } from '../service-map/sentences';
import type { SheetModel } from '../sheet';
import { CELL_MARGIN, HEIGHT, STYLE } from '../style';
import { wrapped } from '../text-width';
import { SHEET_NAME } from '../words';
import { C, COLUMNS, LAST, WIDTH } from './columns';
import { addGaps, addInitiatives } from './initiative-rows';
import { addProjects } from './project-rows';
import { addRanking } from './ranking-rows';
import { addScenario } from './scenario-rows';
import { projectsFacts, projectsSentence } from './sentences';
import { W } from './words';

type Input = Pick<ReportInput, 'figures' | 'dateSystem'>;

/**
 * The projects for IT and those who decide: what the budget pays for, which come first and by which weights,
 * every project by category with what it costs and brings, the initiatives, and what does not hold together.
 */
export function projectPortfolio(input: Input): SheetModel {
  return finish(projectPortfolioWork(input));
}

/** `projectPortfolio` with a pause after every project and initiative, for callers that must give way to others. */
export function* projectPortfolioWork(input: Input): Work<SheetModel> {
  const { figures } = input;
  const { portfolio } = figures;
  const rows = new Rows();
  const facts = projectsFacts(portfolio);
  addHeading(rows, COLUMNS, figures, W.projects.title, null, projectsSentence(portfolio, figures.currency), facts.length === 0 ? null : sentencesThatFit(facts, WIDTH, STYLE.subline));
  if (portfolio.projects.length === 0) rows.add(HEIGHT.promise, [cell(C.rank, W.projects.none, STYLE.body)]);
  else {
    addScenario(rows, portfolio, figures.currency);
    yield* addRanking(rows, portfolio, figures.currency);
    yield* addProjects(rows, portfolio, input);
  }
  yield* addInitiatives(rows, portfolio, input);
  addGaps(rows, portfolio);
  rows.add(HEIGHT.spacer);
  const left = portfolio.rowsLeftOut.length;
  for (const text of [...(left === 0 ? [] : [W.rowsLeftOut(left)]), ...W.projects.definitions(portfolio)]) {
    for (const line of wrapped(text, WIDTH - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.rank, line, STYLE.definition)]);
  }
  return listPage({ kind: 'projects', subject: '', name: SHEET_NAME.projects, title: W.projects.title, figures, columns: COLUMNS, rows, lastColumn: LAST, heads: null });
}

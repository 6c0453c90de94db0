import { requestLogWork } from '../demand/request-log';
import type { RowReference } from '../figures';
import { firstByName, isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { catalogue } from '../servicemap/catalogue';
import type { SourceRow } from '../time/records';
import { finish, type Work } from '../work';
import type { PortfolioFigures } from './figures';
import { initiativeFigures, isOpenInitiative } from './initiatives';
import { isOpenProject, projectFigures } from './projects';
import { weightsOf } from './ranking';
import { scenarioWork } from './scenario';
import { portfolioServices } from './services';

/** What the services and projects of the portfolio are worth, at the report month. */
export function portfolioFigures(records: Records): PortfolioFigures {
  return finish(portfolioFiguresWork(records));
}

/**
 * The same, in small pieces of work.
 *
 * A project without a readable name, category or status, an initiative without a name, and all but the first
 * row of a name are left out; of a row in which something else cannot be read, what needs that is not known.
 */
export function* portfolioFiguresWork(records: Records): Work<PortfolioFigures> {
  const { settings } = records;
  const rowsOfProjects = namedOnce(records.projects, ({ project }) => project, ['project', 'category', 'status']);
  const rowsOfInitiatives = namedOnce(records.initiatives, ({ initiative }) => initiative, ['initiative']);
  const requests = yield* requestLogWork(records, catalogue(records.services, records.components));
  const projects = projectFigures(rowsOfProjects, rowsOfInitiatives, settings, requests);
  yield;
  const initiatives = initiativeFigures(rowsOfInitiatives, projects);
  const served = new Set(projects.flatMap(({ status, initiative }) => (status === 'Rejected' || initiative === null ? [] : [nameKey(initiative)])));
  const known = new Set(initiatives.map(({ initiative }) => nameKey(initiative)));
  const services = portfolioServices(records, projects);
  yield;
  return {
    services,
    projects,
    initiatives,
    discountRate: settings.discountRate,
    weights: weightsOf(settings),
    scenario: settings.projectBudget === null ? null : yield* scenarioWork(projects, settings.projectBudget),
    withoutInitiative: initiatives.length === 0 ? [] : projects.filter((project) => isOpenProject(project) && (project.initiative === null || !known.has(nameKey(project.initiative)))).map(({ project }) => project),
    withoutProject: projects.length === 0 ? [] : initiatives.filter((initiative) => isOpenInitiative(initiative) && !served.has(nameKey(initiative.initiative))).map(({ initiative }) => initiative),
    rowsLeftOut: [...leftOut('Projects', records.projects, rowsOfProjects), ...leftOut('Initiatives', records.initiatives, rowsOfInitiatives)],
  };
}

/** Rows that are not used, or not wholly. */
function leftOut(table: string, rows: readonly SourceRow[], used: readonly SourceRow[]): RowReference[] {
  const isUsed = new Set(used);
  return rows.filter((row) => row.unreadable !== undefined || !isUsed.has(row)).map(({ row }) => ({ table, row }));
}

/** Rows whose needed fields can be read, the first of each name. */
function namedOnce<Row extends SourceRow>(rows: readonly Row[], nameOf: (row: Row) => string, needed: readonly string[]): Row[] {
  return [...firstByName(rows.filter((row) => !isUnreadable(row, ...needed)), nameOf).values()];
}

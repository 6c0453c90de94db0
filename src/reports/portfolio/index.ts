/** The portfolio's sheets: services for the business, projects for IT and those who decide. */
import type { PortfolioFigures } from '../../domain/portfolio/figures';
import type { Work } from '../../domain/work';
import type { ReportInput } from '../input';
import type { SheetModel } from '../sheet';
import { projectPortfolioWork } from './project-portfolio';
import { servicePortfolioWork } from './service-portfolio';

/** A sheet for the report: none where it has nothing to show, unless it is asked for by its kind. */
function shown(sheet: (input: ReportInput) => Work<SheetModel>, has: (portfolio: PortfolioFigures) => boolean) {
  return (input: ReportInput, named: boolean): Work<SheetModel> | null => (named || has(input.figures.portfolio) ? sheet(input) : null);
}

const hasProjects = ({ projects, initiatives }: PortfolioFigures): boolean => projects.length > 0 || initiatives.length > 0;

/** By kind, in the order in which they stand. */
export const PORTFOLIO_SHEETS = {
  portfolio: shown(servicePortfolioWork, (portfolio) => hasProjects(portfolio) || portfolio.services.some(({ portfolioClass, contribution, contributionStatement, roadmap }) => portfolioClass !== null || contribution.length > 0 || contributionStatement !== null || roadmap !== null)),
  projects: shown(projectPortfolioWork, hasProjects),
};

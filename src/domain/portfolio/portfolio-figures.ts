import type { Records } from '../records';
import type { Work } from '../work';
import type { PortfolioFigures } from './figures';

/** What the services and projects of the portfolio are worth, at the report month. */
export function* portfolioFiguresWork(records: Records): Work<PortfolioFigures> {
  void records;
  yield;
  return { services: [], projects: [], initiatives: [], discountRate: null, weights: [], scenario: null, withoutInitiative: [], withoutProject: [], rowsLeftOut: [] };
}

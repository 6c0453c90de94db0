import type { Records } from '../records';
import type { Work } from '../work';
import type { DemandFigures } from './figures';
import type { ForecastEngine } from './forecast/engine';

/**
 * What is used, what there is of it, what is asked for, and what follows from that, at the report month.
 *
 * @param engine fits the methods of forecasting that a library has
 */
export function* demandFiguresWork(records: Records, engine: ForecastEngine): Work<DemandFigures> {
  void records;
  void engine;
  yield;
  return {
    usage: [], businessUnits: [], capacity: [], withoutUsage: [], licences: [],
    requests: { byStatus: [], byCategory: [], bySource: [], byItem: [], byBusinessUnit: [], byAge: [], backlog: [], backlogEffortDays: 0, backlogWithoutEffort: 0, leadTimeDays: null, planned: 0, unplanned: 0, withProject: 0, months: [], rowsLeftOut: [] },
    recommendations: [], rowsLeftOut: [],
  };
}

import { agreementFiguresWork } from './agreements/agreement-figures';
import { chainFiguresWork } from './agreements/chain/chain-figures';
import { figureContext, monthWindow } from './agreements/context';
import { measuredServicesWork } from './agreements/service-figures';
import { targetFiguresWork } from './agreements/target-figures';
import { downtimeCostWork } from './alignment/downtime-cost';
import { demandFiguresWork } from './demand/demand-figures';
import { engineOrNone } from './demand/forecast/engine';
import { type Forecaster, forecasterOf } from './demand/forecast/forecaster';
import { type Figures, FIGURES_SCHEMA, type TableCount } from './figures';
import { csfFigures } from './performance/csf';
import { portfolioFiguresWork } from './portfolio/portfolio-figures';
import type { Records } from './records';
import { mapFiguresWork } from './servicemap/map-figures';
import { serviceMapsWork } from './servicemap/maps';
import { measuredMapsWork } from './servicemap/measured-maps';
import { firstOfMonth } from './time/periods';
import { loadRecurrences } from './time/recurrence';
import { finishWithPauses, type Work } from './work';

export interface ComputeOptions {
  /** Called often, between small pieces of work; it may wait, so that whoever shares the thread gets a turn, or throw to cancel. */
  readonly pause?: () => Promise<void> | void;
  /** Demand is worked out, too, whose forecasts take long. Default false. */
  readonly demand?: boolean;
  /** Forecasts for it; left out: on this thread. */
  readonly forecaster?: Forecaster;
}

/**
 * Every figure of a workbook for its report month.
 *
 * @param tables what was read of each table, handed through
 */
export async function computeFigures(records: Records, tables: readonly TableCount[], { pause, demand = false, forecaster }: ComputeOptions = {}): Promise<Figures> {
  await loadRecurrences(records.maintenance);
  const forecasts = demand ? (forecaster ?? forecasterOf(await engineOrNone())) : null;
  return finishWithPauses(figuresWork(records, tables, forecasts), pause);
}

function* figuresWork(records: Records, tables: readonly TableCount[], forecaster: Forecaster | null): Work<Figures> {
  const { settings } = records;
  const context = yield* figureContext(records);
  const targets = yield* targetFiguresWork(context);
  const agreements = yield* agreementFiguresWork(context, targets);
  const chains = yield* chainFiguresWork(context);
  const measured = yield* measuredServicesWork(context);
  const services = measured.map(({ figure }) => figure);
  const downtimeCost = yield* downtimeCostWork(context);
  const serviceMap = yield* mapFiguresWork(records);
  const maps = yield* measuredMapsWork(context, yield* serviceMapsWork(records, serviceMap), measured);
  const demand = forecaster === null ? null : yield* demandFiguresWork(records, forecaster);
  const portfolio = yield* portfolioFiguresWork(records);
  const csfs = csfFigures(records, targets, services);
  return {
    schema: FIGURES_SCHEMA,
    organisation: settings.organisation,
    month: firstOfMonth(settings.reportMonth),
    window: monthWindow(context, settings.reportMonth),
    asOf: settings.asOf,
    zone: settings.zone,
    currency: settings.currency,
    amberMargin: settings.amberMargin,
    targets,
    agreements,
    chains,
    downtimeCost,
    services,
    csfs,
    maps,
    ...serviceMap,
    demand,
    portfolio,
    tables,
  };
}

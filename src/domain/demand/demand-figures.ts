import type { RowReference } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { catalogue } from '../servicemap/catalogue';
import type { Service } from '../servicemap/records';
import { toLocal } from '../time/zone';
import type { Work } from '../work';
import { capacityFigures } from './capacity-figures';
import { capacityLog } from './capacity-log';
import type { DemandFigures } from './figures';
import type { ForecastEngine } from './forecast/engine';
import { licenceFigures } from './licence-figures';
import { firstDateOf, lastDateOf, monthNumber } from './months';
import { requestFigures } from './request-figures';
import { businessUnitsOf, usageFiguresWork } from './usage-figures';
import { type UsageLog, usageLogWork } from './usage-log';

/**
 * What is used, what there is of it, what is asked for, and what follows from that, at the report month.
 *
 * Nothing after the report month counts, nor after the month of As of where that is earlier; a month that is still
 * running counts as it is recorded.
 *
 * @param engine fits the methods of forecasting that a library has
 */
export function* demandFiguresWork(records: Records, engine: ForecastEngine): Work<DemandFigures> {
  void engine;
  const { settings } = records;
  const until = monthNumber(settings.reportMonth);
  const today = toLocal(settings.asOf - 1, settings.zone).slice(0, 10);
  const known = catalogue(records.services, records.components);
  const capacityOf = capacityLog(records.capacity);
  yield;
  const usageOf = yield* usageLogWork(records.usage, Math.min(until, monthNumber(today)));
  const usage = yield* usageFiguresWork(usageOf, known, until, {
    monthsAhead: () => 12,
    *forecast() {
      yield;
      return null;
    },
  });
  const capacity = capacityFigures(capacityOf, usage, known, until);
  const licences = licenceFigures(records.licences, known.services);
  yield;
  const requests = requestFigures(records, known);
  yield;
  const rowsLeftOut: RowReference[] = [...usageOf.rowsLeftOut, ...capacityOf.rowsLeftOut, ...licences.rowsLeftOut, ...requests.rowsLeftOut];
  return {
    usage,
    businessUnits: businessUnitsOf(usage),
    capacity,
    withoutUsage: withoutUsage(usageOf, known.services.values(), until),
    licences: licences.figures,
    requests,
    recommendations: [],
    rowsLeftOut,
  };
}

/** Services in service in the report month of which no row of `Usage` tells. */
function withoutUsage({ items }: UsageLog, services: Iterable<Service>, until: number): string[] {
  if (items.size === 0) return [];
  const [first, last] = [firstDateOf(until), lastDateOf(until)];
  const inService = (service: Service): boolean =>
    !isUnreadable(service, 'lifecycle') && (service.lifecycle === 'In service' || service.lifecycle === null) && (service.inServiceFrom ?? first) <= last && (service.inServiceUntil ?? last) >= first;
  return [...services].filter((service) => inService(service) && !items.has(nameKey(service.service))).map(({ service }) => service.trim());
}

import type { RowReference } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { catalogue } from '../servicemap/catalogue';
import type { Service } from '../servicemap/records';
import { toLocal } from '../time/zone';
import type { Work } from '../work';
import { capacityFiguresWork } from './capacity-figures';
import { type CapacityLog, capacityLog } from './capacity-log';
import type { DemandFigures } from './figures';
import type { Forecaster } from './forecast/forecaster';
import { licenceFigures } from './licence-figures';
import { firstDateOf, lastDateOf, monthNumber } from './months';
import { recommendationsWork } from './recommendations/recommendations';
import { requestFiguresWork } from './request-figures';
import { requestLogWork, submittedInYear } from './request-log';
import { businessUnitsOf, usageFiguresWork } from './usage-figures';
import { type UsageLog, type UsageSeries, usageLogWork } from './usage-log';

const YEAR = 12;

/**
 * What is used, what there is of it, what is asked for, and what follows from that, at the report month.
 *
 * Nothing after the report month counts, nor after the month of As of where that is earlier. A month that is still
 * running is there as it is recorded so far: no growth, no forecast and no capacity is told by it.
 *
 * @param forecaster forecasts all series of usage
 */
export function* demandFiguresWork(records: Records, forecaster: Forecaster): Work<DemandFigures> {
  const { settings } = records;
  const until = monthNumber(settings.reportMonth);
  const today = toLocal(settings.asOf - 1, settings.zone).slice(0, 10);
  const known = catalogue(records.services, records.components);
  const capacityOf = capacityLog(records.capacity);
  yield;
  const usageOf = yield* usageLogWork(records.usage, Math.min(until, monthNumber(today)));
  const current = monthNumber(toLocal(settings.asOf, settings.zone));
  const running = current <= until ? current : null;
  const usage = yield* usageFiguresWork(usageOf, known, until, running, monthsAhead(capacityOf), forecaster);
  const capacity = yield* capacityFiguresWork(capacityOf, usage, known, until);
  const licences = licenceFigures(records.licences, known.services);
  yield;
  const requestsOf = yield* requestLogWork(records, known);
  const requests = yield* requestFiguresWork(requestsOf);
  yield;
  const unplanned = submittedInYear(requestsOf).filter(({ request, project }) => !request.planned && project === null && request.status !== 'Rejected' && !isUnreadable(request, 'planned', 'project'));
  const rowsLeftOut: RowReference[] = [...usageOf.rowsLeftOut, ...capacityOf.rowsLeftOut, ...licences.rowsLeftOut, ...requests.rowsLeftOut];
  return {
    usage,
    businessUnits: businessUnitsOf(usage),
    capacity,
    withoutUsage: withoutUsage(usageOf, known.services.values(), until),
    licences: licences.figures,
    requests,
    recommendations: yield* recommendationsWork({ usage, capacity, licences: licences.figures, requests }, unplanned.map(({ request, item }) => ({ ...request, item })), records, known),
    rowsLeftOut,
  };
}

/**
 * How many months after the report month a series is to be forecast: a year, and a year beyond the longest lead time of its capacity.
 */
function monthsAhead({ series }: CapacityLog): (usage: UsageSeries) => number {
  return ({ itemKey }) => {
    const leadTimes = (series.get(itemKey) ?? []).flatMap(({ rows }) => rows.map(({ leadTimeMonths }) => leadTimeMonths ?? 0));
    return YEAR + Math.ceil(Math.max(0, ...leadTimes));
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

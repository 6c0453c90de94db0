import type { BusinessUnitUsage, CapacityFigure, DemandFigures, LicenceFigure, OpenRequest, Recommendation, RequestCount, RequestsFigure, SeriesForecast, UsageFigure, UsageLevel } from '../../src/domain/demand/figures';
import { monthsUpTo } from '../../src/domain/performance/metrics';
import { addMonths } from '../../src/domain/time/zone';

const OCTOBER_2026 = '2026-10-01';

/** Nothing of everything; say what differs. */
export function demandFigures(over: Partial<DemandFigures> = {}): DemandFigures {
  return { usage: [], businessUnits: [], capacity: [], withoutUsage: [], licences: [], requests: requestsFigure(), recommendations: [], rowsLeftOut: [], ...over };
}

/** Level and growth of monthly values that end with the report month. */
function levelOf(values: readonly (number | null)[]): UsageLevel {
  const at = (back: number): number | null => values[values.length - 1 - back] ?? null;
  const growth = (now: number | null, then: number | null): number | null => (now === null || then === null || then === 0 ? null : now / then - 1);
  const [current, previous, yearAgo] = [at(0), at(1), at(12)];
  const first = values.findIndex((value) => value !== null);
  const [from, periods] = [values[first] ?? null, values.length - 1 - first];
  const compoundGrowth = from === null || current === null || from <= 0 || current <= 0 || periods < 1 ? null : (current / from) ** (1 / periods) - 1;
  return { current, previous, yearAgo, growthOnMonth: growth(current, previous), growthOnYear: growth(current, yearAgo), compoundGrowth };
}

/** A flat forecast of 12 months with bounds 10% around it; say what differs. */
export function forecastOf(level: number, over: Partial<SeriesForecast> = {}): SeriesForecast {
  return {
    method: 'Mean of Theta and MSTL-ETS',
    logarithms: true,
    season: 12,
    confidence: 0.95,
    points: Array.from({ length: 12 }, () => ({ point: level, lower: level * 0.9, upper: level * 1.1 })),
    error: { origins: 6, horizon: 12, method: 0.031, naive: 0.069 },
    interpolated: [],
    ...over,
  };
}

/**
 * Usage of an item: monthly values of all business units, oldest first, up to October 2026, the rest follows from them.
 *
 * @param units monthly values by business unit, aligned; left out: one that is not named
 */
export function usageFigure(item: string, values: readonly (number | null)[], over: Partial<UsageFigure> = {}, units: Readonly<Record<string, readonly (number | null)[]>> = {}): UsageFigure {
  const level = levelOf(values);
  const unitOf = (businessUnit: string | null, months: readonly (number | null)[]): BusinessUnitUsage => {
    const own = levelOf(months);
    return { ...own, businessUnit, share: own.current === null || !level.current ? null : own.current / level.current, months };
  };
  const named = Object.entries(units).map(([name, months]) => unitOf(name, months));
  return {
    ...level,
    toDate: false,
    item,
    unit: 'accounts',
    section: 'Service',
    months: monthsUpTo(OCTOBER_2026, values.length).map((month, at) => ({ month, quantity: values[at] ?? null, forForecast: values[at] ?? null, incomplete: false, toDate: false })),
    businessUnits: named.length > 0 ? named : [unitOf(null, values)],
    seasonality: null,
    noUse: false,
    forecast: level.current === null ? null : forecastOf(level.current),
    forecastFrom: addMonths(OCTOBER_2026, 1),
    rows: [{ table: 'Usage', row: 2 }],
    rowsLeftOut: [],
    ...over,
  };
}

/** 1,000 GB of which 600 are used, enough for all that is forecast; say what differs. */
export function capacityFigure(item: string, over: Partial<CapacityFigure> = {}): CapacityFigure {
  const { capacity = 1000, usage = 600 } = over;
  return {
    item,
    unit: 'GB',
    row: { table: 'Capacity', row: 2 },
    capacity,
    threshold: 0.8,
    leadTimeMonths: 3,
    upgrades: [],
    toDate: false,
    incomplete: false,
    usage,
    utilisation: usage === null || capacity === 0 ? null : usage / capacity,
    headroom: usage === null ? null : capacity - usage,
    reachesThreshold: { point: null, upper: null },
    reachesCapacity: { point: null, upper: null },
    orderBy: null,
    insideLeadTime: false,
    state: 'Enough',
    rowsLeftOut: [],
    ...over,
  };
}

/** 100 licences at 120 a piece, all of them given out and in use; say how many of what differ. */
export function licenceFigure(product: string, over: Partial<LicenceFigure> = {}): LicenceFigure {
  const { purchased = 100, assigned = 100, active = assigned, costPerLicence = 120 } = over;
  const [short, unassigned, spare] = [Math.max(0, assigned - purchased), Math.max(0, purchased - assigned), active === null ? null : Math.max(0, assigned - active)];
  const cost = (count: number | null): number | null => (count === null || costPerLicence === null ? null : count * costPerLicence);
  return { product, service: null, row: { table: 'Licences', row: 2 }, purchased, assigned, active, short, unassigned, spare, costPerLicence, costOfShort: cost(short), costOfUnassigned: cost(unassigned), costOfSpare: cost(spare), ...over };
}

export function openRequest(request: string, over: Partial<OpenRequest> = {}): OpenRequest {
  return { table: 'Requests', row: 2, request, title: null, item: null, businessUnit: null, category: null, status: 'New', submitted: '2026-10-03', ageDays: 30, planned: false, project: null, effortDays: null, ...over };
}

export function requestCount(name: string | null, submitted: number, submittedInYear: number, open: number): RequestCount {
  return { name, submitted, submittedInYear, open };
}

/** No request at all; say what differs. */
export function requestsFigure(over: Partial<RequestsFigure> = {}): RequestsFigure {
  return {
    byStatus: [], byCategory: [], bySource: [], byItem: [], byBusinessUnit: [],
    byAge: [30, 90, 180, null].map((upToDays) => ({ upToDays, open: 0 })),
    backlog: [], backlogEffortDays: 0, backlogWithoutEffort: 0, leadTimeDays: null, planned: 0, unplanned: 0, withProject: 0,
    months: monthsUpTo(OCTOBER_2026, 13).map((month) => ({ month, submitted: 0, closed: 0, backlog: 0, leadTimeDays: null })),
    rowsLeftOut: [],
    ...over,
  };
}

export function recommendation(name: string, over: Partial<Recommendation> = {}): Recommendation {
  return { name, kind: 'More capacity', subject: name, finding: `${name} was found.`, services: [], businessUnit: null, amount: null, dueDate: null, rows: [], belongsTo: 'Projects', sent: null, ...over };
}

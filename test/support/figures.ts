import { FIGURES_SCHEMA, type CsfFigure, type Figures, type ItemFigure, type MetricFigure, type MonthVerdict, type ServiceFigure, type ServiceMapFigure, type TargetFigure } from '../../src/domain/figures';
import { monthsUpTo } from '../../src/domain/performance/metrics';
import { mannKendall } from '../../src/domain/performance/trend';
import { at } from './records';

/** October 2026 in UTC, and the seconds in it. */
export const OCTOBER = { start: at('2026-10-01T00:00:00Z'), end: at('2026-11-01T00:00:00Z') };
export const OCTOBER_SECONDS = 31 * 86400;

/** A monthly 24×7 availability promise of 99.9% that was kept without downtime; say what differs. */
export function targetFigure(over: Partial<TargetFigure> = {}): TargetFigure {
  const metric = over.metric ?? 'Availability';
  return {
    agreement: `SLA ${over.item ?? 'Online Banking'}`,
    agreementType: 'SLA',
    item: 'Online Banking',
    customer: null,
    targetRow: { table: 'Targets', row: 2 },
    metric,
    severity: null,
    limitSeconds: null,
    limitDays: null,
    inAnySeconds: null,
    comparator: '>=',
    target: 0.999,
    windowKind: { kind: 'Month' },
    hours: null,
    rule: 'Excluded',
    period: OCTOBER,
    window: OCTOBER,
    toDate: false,
    agreedSeconds: OCTOBER_SECONDS,
    agreedSecondsOfPeriod: OCTOBER_SECONDS,
    plannedSeconds: 0,
    excludedSeconds: 0,
    downtimeSeconds: 0,
    impairedSeconds: 0,
    breaks: 0,
    longestOutageSeconds: 0,
    mtrsSeconds: null,
    mtbfSeconds: null,
    worst: null,
    availability: 1,
    actual: 1,
    previous: 1,
    previousStatus: 'Met',
    budget: metric === 'Availability' ? { unit: 'seconds', allowed: 2678.4, used: 0, left: 2678.4, usedShare: 0, burnRate: 0 } : null,
    status: 'Met',
    opened: 0,
    within: 0,
    pending: 0,
    completeness: 1,
    prorated: false,
    monthsMet: 12,
    monthsMeasured: 12,
    consistency: { met: 12, measured: 12, longestRun: 12, worst: null, standardDeviation: 0 },
    forecast: null,
    serviceDays: [],
    holidays: [],
    planned: [],
    outages: [],
    setAside: [],
    missedIncidents: [],
    rowsLeftOut: [],
    measuredUnder: [],
    ...over,
    months: over.months ?? months('............', '2026-10-01', over.target),
  };
}

/** Twelve months as a string, oldest first: `.` met, `x` missed, `o` not measurable, blank before the agreement. */
export function months(marks: string, last = '2026-10-01', target = 0.999): MonthVerdict[] {
  const status = { '.': 'Met', x: 'Missed', o: 'Not measurable', ' ': null } as const;
  return monthsUpTo(last, marks.length).map((month, index) => {
    const mark = marks[index] as keyof typeof status;
    return { month, status: status[mark], actual: mark === '.' ? 1 : mark === 'x' ? 0.9 : null, target };
  });
}

/** A service with so many hours of downtime in each of 13 months, oldest first. */
export function serviceFigure(service: string, downtimeHours: readonly number[] = Array<number>(13).fill(0)): ServiceFigure {
  return {
    service,
    priority: 'High',
    agreement: `SLA ${service}`,
    months: monthsUpTo('2026-10-01', 13).map((month, index) => {
      const downtimeSeconds = (downtimeHours[index] ?? 0) * 3600;
      return {
        month,
        agreedSeconds: 30 * 86400,
        downtimeSeconds,
        availability: 1 - downtimeSeconds / (30 * 86400),
        breaks: downtimeSeconds > 0 ? 1 : 0,
        longestOutageSeconds: downtimeSeconds,
        mtrsSeconds: downtimeSeconds > 0 ? downtimeSeconds : null,
        mtbfSeconds: null,
      };
    }),
  };
}

/** A metric with 13 monthly values, oldest first; the rest follows from them. */
export function metricFigure(metric: string, values: readonly (number | null)[], over: Partial<MetricFigure> = {}): MetricFigure {
  const better = over.better ?? 'Higher';
  const current = values[12] ?? null;
  const previous = values[11] ?? null;
  return {
    metric,
    csf: 'Reliability',
    better,
    unit: null,
    target: null,
    owner: null,
    current,
    previous,
    change: current === null || previous === null ? null : current - previous,
    yearAgo: values[0] ?? null,
    values: monthsUpTo('2026-10-01', 13).map((month, index) => ({ month, value: values[index] ?? null })),
    trend: mannKendall(values.slice(1), better),
    status: 'On target',
    offTwice: false,
    improvement: null,
    rowsLeftOut: [],
    ...over,
  };
}

export function csfFigure(csf: string, metrics: readonly MetricFigure[], over: Partial<CsfFigure> = {}): CsfFigure {
  return { csf, meaning: 'What it means', objective: null, owner: null, status: 'Supports the business', metrics, insight: 'The figures say this.', ...over };
}

/** A business service on which nothing is recorded; say what differs. */
export function serviceMapFigure(service: string, over: Partial<ServiceMapFigure> = {}): ServiceMapFigure {
  return { service, type: 'Business', priority: null, itOwner: null, businessOwner: null, lines: [], cycle: [], expected: null, singlePoints: [], downtimeSeconds: 0, causes: [], ...over };
}

/** A thing on the map with which nothing falls; say what differs. */
export function itemFigure(item: string, over: Partial<ItemFigure> = {}): ItemFigure {
  return { item, section: 'Hardware', category: null, owner: null, supplier: null, row: { table: over.section === 'Service' ? 'Services' : 'Components', row: 2 }, usedBy: [], services: [], components: [], customers: [], users: null, agreements: [], processes: [], objectives: [], costPerHour: null, ...over };
}

/** The month's figures of an organisation without any promise. */
export function figures(over: Partial<Figures> = {}): Figures {
  return {
    schema: FIGURES_SCHEMA,
    organisation: 'Woodgrove Bank',
    month: '2026-10-01',
    window: OCTOBER,
    asOf: at('2026-11-02T08:00:00Z'),
    zone: 'UTC',
    currency: 'USD',
    amberMargin: 0.25,
    targets: [],
    agreements: [],
    chains: [],
    downtimeCost: null,
    services: [],
    csfs: [],
    maps: [],
    items: [],
    edges: [],
    cycles: [],
    singlePoints: [],
    responsibilities: [],
    glossary: [],
    mapRowsLeftOut: [],
    demand: null,
    portfolio: { services: [], projects: [], initiatives: [], discountRate: null, weights: [], scenario: null, withoutInitiative: [], withoutProject: [], rowsLeftOut: [] },
    tables: [],
    ...over,
  };
}

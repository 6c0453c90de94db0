import { type FigureContext, monthWindow } from '../agreements/context';
import { unique } from '../agreements/rows-left-out';
import { WHOLE } from '../availability/share';
import { largest, type Steps, weigh } from '../availability/steps';
import type { DowntimeCost, ProcessCost, RowReference } from '../figures';
import type { Service } from '../servicemap/records';
import { firstOfMonth } from '../time/periods';
import type { LocalDate } from '../time/records';
import { addMonths } from '../time/zone';
import type { Work } from '../work';
import { outageCostsWork } from './outage-cost';
import { type ServiceImpairment, serviceImpairment, serviceRowsLeftOut } from './service-impairment';
import { processSupport, type SupportedProcess } from './supporting-services';

const MONTHS = 13;
/** So many outages are priced, the most costly first; a list that is full may lack others. */
export const OUTAGES_PRICED = 50;

/**
 * What downtime cost the business in the report month and the 12 before it. Null: no process names a
 * downtime cost.
 *
 * At any instant a process is as impaired as the most impaired service that supports it directly, each
 * as its SLA counts it in that month. Its cost is Downtime cost per hour × hours of that impairment,
 * and the organisation's the sum over processes; one without a cost is listed and costs 0.
 *
 * Planned time is added up apart: impairment, by whatever row, in maintenance windows and during
 * outages that were announced as the SLA asks, in service time, under the rules Excluded and Forgiven.
 * Under Counted, and without an SLA, nothing is planned and all of it is downtime. Where one service is
 * down while another is worked on, only what the planned work takes beyond that is planned cost.
 *
 * A service's cost is that of its own downtime in all processes that it supports directly, an outage's
 * that of the row alone; such parts may add up to more than the total, none is more than it.
 */
export function* downtimeCostWork(context: FigureContext): Work<DowntimeCost | null> {
  const { processes, rowsLeftOut } = processSupport(context.records);
  const names = (row: RowReference): boolean => row.table === 'Processes';
  if (processes.every(({ costPerHour }) => costPerHour === null) && !rowsLeftOut.some(names)) return null;

  const current = firstOfMonth(context.records.settings.reportMonth);
  const months: DowntimeCost['months'][number][] = [];
  for (let back = MONTHS - 1; back > 0; back--) {
    const month = addMonths(current, -back);
    const costly = processes.filter(({ costPerHour }) => costPerHour !== null && costPerHour > 0);
    months.push({ month, ...total(costsOf(costly, yield* impairmentsWork(context, costly, month))) });
  }

  const impairments = yield* impairmentsWork(context, processes, current);
  const costs = costsOf(processes, impairments);
  const lost = [...rowsLeftOut];
  for (const service of impairments.keys()) {
    lost.push(...serviceRowsLeftOut(context, service, current));
    yield;
  }
  const costly = processes.flatMap(({ costPerHour, services }) =>
    costPerHour === null || costPerHour <= 0 ? [] : [{ costPerHour, services: services.map((service) => ({ service: service.service, openTimes: impairments.get(service)!.openTimes })) }],
  );
  return {
    ...total(costs),
    processes: costs,
    months: [...months, { month: current, ...total(costs) }],
    services: serviceCosts(processes, impairments),
    outages: yield* outageCostsWork(context, costly, monthWindow(context, current), OUTAGES_PRICED),
    rowsLeftOut: unique(lost),
  };
}

type Impairments = ReadonlyMap<Service, ServiceImpairment>;

/** One month of every service that supports one of the processes, one service at a time. */
function* impairmentsWork(context: FigureContext, processes: readonly SupportedProcess[], month: LocalDate): Work<Impairments> {
  const impairments = new Map<Service, ServiceImpairment>();
  for (const { services } of processes) {
    for (const service of services) {
      if (impairments.has(service)) continue;
      impairments.set(service, serviceImpairment(context, service, month));
      yield;
    }
  }
  return impairments;
}

function costsOf(processes: readonly SupportedProcess[], impairments: Impairments): ProcessCost[] {
  return processes.map(({ process, costPerHour, services }) => {
    const parts = services.map((service) => impairments.get(service)!);
    const downtime = worst(parts.map((part) => part.downtime));
    const downtimeUnits = weigh(downtime);
    const plannedUnits = weigh(worst([downtime, ...parts.map((part) => part.planned)])) - downtimeUnits;
    return {
      process: process.process,
      row: { table: 'Processes', row: process.row },
      priority: process.priority,
      costPerHour,
      services: services.map(({ service }) => service),
      downtimeSeconds: downtimeUnits / WHOLE,
      plannedSeconds: plannedUnits / WHOLE,
      cost: costOf(costPerHour, downtimeUnits),
      plannedCost: costOf(costPerHour, plannedUnits),
    };
  });
}

/** The most impaired at any instant. */
function worst(parts: readonly Steps[]): Steps {
  const impaired = parts.filter((part) => part.length > 0);
  return impaired.length > 1 ? largest(impaired.flat(), (a, b) => a < b) : (impaired[0] ?? []);
}

function serviceCosts(processes: readonly SupportedProcess[], impairments: Impairments): DowntimeCost['services'] {
  return [...impairments]
    .map(([service, { downtime, planned }]) => {
      const costPerHour = processes.reduce((sum, process) => sum + (process.services.includes(service) ? (process.costPerHour ?? 0) : 0), 0);
      return { service: service.service, cost: costOf(costPerHour, weigh(downtime)), plannedCost: costOf(costPerHour, weigh(planned)) };
    })
    .filter(({ cost, plannedCost }) => cost > 0 || plannedCost > 0)
    .sort((a, b) => b.cost - a.cost || b.plannedCost - a.plannedCost);
}

function costOf(costPerHour: number | null, units: number): number {
  return ((costPerHour ?? 0) * units) / WHOLE / 3600;
}

function total(costs: readonly ProcessCost[]): { cost: number; plannedCost: number } {
  return { cost: costs.reduce((sum, { cost }) => sum + cost, 0), plannedCost: costs.reduce((sum, { plannedCost }) => sum + plannedCost, 0) };
}

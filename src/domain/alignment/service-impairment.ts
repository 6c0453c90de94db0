import { agreedByCalendar, type FigureContext, measureItem, monthWindow, type RuledStretch, whileInService } from '../agreements/context';
import { calendarRowsLeftOut, outageRowsLeftOut } from '../agreements/rows-left-out';
import { isMeasured, slaIn, stretchesOf } from '../agreements/service-figures';
import { plannedTime } from '../availability/measure';
import type { Terms } from '../availability/records';
import { during, type Steps } from '../availability/steps';
import type { RowReference } from '../figures';
import { nameKey } from '../names';
import type { Service } from '../servicemap/records';
import { serviceTime } from '../time/calendar';
import { EMPTY, subtract } from '../time/intervals';
import { monthInterval } from '../time/periods';
import type { IntervalSet, LocalDate } from '../time/records';

/** Time in which impairment counts as downtime, and whose rows count in it. */
export interface OpenTime {
  readonly open: IntervalSet;
  readonly terms: Terms;
}

/** How much of a service was lost when, in one month, as its SLA counts it. */
export interface ServiceImpairment {
  /** In service time, planned time apart where the SLA's rule sets it apart. */
  readonly downtime: Steps;
  /** In service time that is planned. */
  readonly planned: Steps;
  readonly openTimes: readonly OpenTime[];
}

/**
 * A service's month: by the SLA that speaks for it then (see `serviceFigures`), without one around the
 * clock with every row. Where only `Uptime` speaks, the month's downtime is spread evenly over its
 * agreed time: a percentage does not say when. A service that is still planned has none.
 */
export function serviceImpairment(context: FigureContext, service: Service, month: LocalDate): ServiceImpairment {
  const stretches = stretchesIn(context, service, month);
  const downtime: Steps[] = [];
  const planned: Steps[] = [];
  const openTimes: OpenTime[] = [];
  const even = evenLevel(context, service, stretches);
  for (const { start, end, rules } of stretches) {
    const hours = serviceTime({ start, end }, rules.calendar);
    const { impairment, planned: announced } = context.history(service.service, rules.terms);
    const apart = rules.rule === 'Counted' ? EMPTY : plannedTime(hours, context.maintenanceIn(rules.maintenance, { start, end }), announced);
    const open = subtract(hours, apart);
    downtime.push(even === null ? during(impairment, open) : evenSteps(rules.rule === 'Excluded' ? open : hours, even));
    planned.push(during(impairment, apart));
    openTimes.push({ open, terms: rules.terms });
  }
  return { downtime: joined(downtime), planned: joined(planned), openTimes };
}

/** Rows that a service's month should have counted and could not: of its agreement, its calendars and its outages. */
export function serviceRowsLeftOut(context: FigureContext, service: Service, month: LocalDate): RowReference[] {
  const window = monthWindow(context, month);
  const stretches = stretchesIn(context, service, month);
  const rows = calendarRowsLeftOut(context, stretches.map(({ rules }) => rules));
  for (const { start, end, rules } of stretches) rows.push(...outageRowsLeftOut(context, service.service, rules.terms, { start, end }));
  if (stretches.length === 0 && isMeasured(service) && window.start < window.end && whileInService(context, service.service, [window]).length > 0) {
    const sla = slaIn(context, service.service, monthInterval(month, context.records.settings.zone));
    if (sla) rows.push({ table: 'Agreements', row: sla.row });
  }
  return rows;
}

function stretchesIn(context: FigureContext, service: Service, month: LocalDate): RuledStretch[] {
  if (!isMeasured(service)) return [];
  const { reportMonth, zone } = context.records.settings;
  return stretchesOf(context, service.service, slaIn(context, service.service, monthInterval(reportMonth, zone)), month);
}

/** The level, in hundred-millionths, at which percentages of uptime say that the service was down throughout; null: outages say when. */
function evenLevel(context: FigureContext, service: Service, stretches: readonly RuledStretch[]): number | null {
  if (!context.uptime.get(nameKey(service.service))?.rows.length) return null;
  const { source, downtimeUnits } = measureItem(context, service.service, stretches);
  if (source === 'outages') return null;
  const agreed = agreedByCalendar(context, stretches);
  return agreed > 0 ? downtimeUnits / agreed : 0;
}

function evenSteps(open: IntervalSet, level: number): Steps {
  const steps: number[] = [];
  if (level > 0) for (let i = 0; i < open.length; i += 2) steps.push(open[i]!, open[i + 1]!, level, -1);
  return steps;
}

/** Steps of stretches that follow each other. */
function joined(parts: readonly Steps[]): Steps {
  return parts.length === 1 ? parts[0]! : parts.flat();
}

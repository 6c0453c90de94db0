import { NO_TERMS } from '../availability/records';
import { during } from '../availability/steps';
import type { DowntimeShare, ServiceFigure } from '../figures';
import { firstByName, isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { downtimeCauses } from '../servicemap/downtime-causes';
import { outagesAlongside, type OutagesInMonth } from '../servicemap/outages-alongside';
import type { Service } from '../servicemap/records';
import { CalendarError } from '../time/calendar';
import { firstOfMonth, monthInterval } from '../time/periods';
import type { Interval, LocalDate } from '../time/records';
import { addMonths } from '../time/zone';
import { finish, type Work } from '../work';
import { figureContext, type FigureContext, type MeasuredWindow, measureItem, monthWindow, type RuledStretch, type Rules, rulesOf, whileInService } from './context';
import { agreementsOn, inForceDuring } from './in-force';
import type { Agreement } from './records';
import { isUsableAgreement } from './rows-left-out';

/** Without an agreement: around the clock, every row counts, planned or not. */
const UNAGREED: Rules = { calendar: null, maintenance: null, rule: 'Counted', terms: NO_TERMS };

const MONTHS = 13;

/** A service as it was measured, and what took it down in the report month. */
export interface MeasuredService {
  readonly figure: ServiceFigure;
  /**
   * By the things whose outages set it, the largest share first; what only `Uptime` says is the
   * service's own, without rows of outages. They add up to the downtime of the last month.
   */
  readonly causes: readonly DowntimeShare[];
}

/**
 * The last 13 months of every service that is or was in service, in the order of `Services`.
 *
 * Each month is measured by the service's SLA in force in it (with what that replaces); a month
 * without one around the clock, with every row counted. Of several SLAs the one without a customer
 * speaks for the service, else the first. A month whose rules cannot be read has no figures (agreed
 * time 0).
 */
export function serviceFigures(records: Records): ServiceFigure[] {
  return finish(measuredServicesWork(finish(figureContext(records)))).map(({ figure }) => figure);
}

/** The same with what took the services down, one service at a time. */
export function* measuredServicesWork(context: FigureContext): Work<MeasuredService[]> {
  const { services, components } = context.records;
  const names = firstByName([...components.map(({ component }) => component), ...services.map(({ service }) => service)], (name) => name);
  const { asOf, zone, reportMonth } = context.records.settings;
  const known: OutagesInMonth = { log: context.outages, moment: { asOf, zone }, month: monthInterval(reportMonth, zone), steps: new Map() };
  const measured: MeasuredService[] = [];
  for (const service of services) {
    if (!isMeasured(service)) continue;
    measured.push(measuredService(context, service, (key) => names.get(key), known));
    yield;
  }
  return measured;
}

/** The SLA that speaks for a service in a month. */
export function slaIn(context: FigureContext, service: string, month: Interval): Agreement | null {
  const slas = agreementsOn(service, context.agreements, month).filter((one) => one.type === 'SLA');
  return slas.find((one) => one.customer === null) ?? slas[0] ?? null;
}

function measuredService(context: FigureContext, { service, priority }: Service, nameOf: (key: string) => string | undefined, known: OutagesInMonth): MeasuredService {
  const { reportMonth, zone } = context.records.settings;
  const sla = slaIn(context, service, monthInterval(reportMonth, zone));
  const first = firstOfMonth(reportMonth);
  const measured = Array.from({ length: MONTHS }, (_, i) => addMonths(first, i - MONTHS + 1)).map((month) => ({ month, ...measureItem(context, service, stretchesOf(context, service, sla, month)) }));
  const months = measured.map(({ month, agreedSeconds, downtimeSeconds, availability, breaks, longestOutageSeconds, mtrsSeconds, mtbfSeconds }) => ({
    month, agreedSeconds, downtimeSeconds, availability, breaks: breaks.length, longestOutageSeconds, mtrsSeconds, mtbfSeconds,
  }));
  return { figure: { service, priority, agreement: sla?.agreement ?? null, months }, causes: causesOf(context, service, measured.at(-1)!, nameOf, known) };
}

function causesOf(context: FigureContext, service: string, { source, parts, downtime, downtimeSeconds }: MeasuredWindow, nameOf: (key: string) => string | undefined, known: OutagesInMonth): DowntimeShare[] {
  if (source === 'uptime') return downtimeSeconds > 0 ? [{ item: service, seconds: downtimeSeconds, outages: [], alongside: [] }] : [];
  const key = nameKey(service);
  const alongside = new Map<string, Set<string>>();
  if (context.map?.needs.has(key)) {
    for (const { start, end, rules } of parts) {
      for (const [item, others] of outagesAlongside(known, context.map, key, rules.terms, during(downtime, [start, end]))) alongside.set(item, new Set([...(alongside.get(item) ?? []), ...others]));
    }
  }
  const named = new Map([...alongside].map(([item, others]) => [item, [...others].map((other) => nameOf(other) ?? context.map!.names.get(other)!)]));
  return downtimeCauses(downtime, context.outages.outages, nameOf, named);
}

export function stretchesOf(context: FigureContext, service: string, current: Agreement | null, month: LocalDate): RuledStretch[] {
  const whole = monthInterval(month, context.records.settings.zone);
  const window = monthWindow(context, month);
  // An SLA of the past that none replaced still rules its months.
  const sla = current !== null && inForceDuring(current, context.agreements, whole).length > 0 ? current : slaIn(context, service, whole);
  if (sla === null) return whileInService(context, service, [{ ...window, rules: UNAGREED }]);
  const stretches = inForceDuring(sla, context.agreements, window);
  if (stretches.some((stretch) => !isUsableAgreement(stretch.agreement))) return [];
  try {
    return whileInService(context, service, stretches.map(({ start, end, agreement }) => ({ start, end, rules: rulesOf(context, agreement) })));
  } catch (error) {
    if (error instanceof CalendarError) return [];
    throw error;
  }
}

/** Whether a service has a life to measure: not one that is still planned, nor one that was retired on an unknown day. */
export function isMeasured(service: Service): boolean {
  if (isUnreadable(service, 'service') || service.service.trim() === '') return false;
  if (service.lifecycle === 'Retired') return service.inServiceUntil !== null;
  return service.lifecycle !== 'Proposed' && service.lifecycle !== 'In development';
}

import type { History } from '../availability/history';
import { availabilityOf, measure, type Measured, type Span } from '../availability/measure';
import { type OutageLog, outageLogWork } from '../availability/outage-log';
import type { PlannedTimeRule, Terms, UptimeRow } from '../availability/records';
import { WHOLE } from '../availability/share';
import { measureUptime, type UptimeSeries, uptimeSeries } from '../availability/uptime';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import { type DependencyMap, dependencyMap, standsOn } from '../servicemap/dependency-map';
import { type HistoryCache, historyCache, itemHistory } from '../servicemap/impairment';
import { type Calendar, CalendarError, selectCalendar, serviceTime } from '../time/calendar';
import { duration, intersect, subtract } from '../time/intervals';
import { maintenanceWindows, selectMaintenance } from '../time/maintenance';
import { monthInterval } from '../time/periods';
import type { Instant, Interval, IntervalSet, LocalDate, MaintenanceRow } from '../time/records';
import { addDays, startOfDate } from '../time/zone';
import type { Work } from '../work';
import { type AgreementBook, agreementBook } from './in-force';
import { type IncidentLog, incidentLogWork } from './incident-clock';
import { type MeasurementLog, measurementLogWork } from './measurement-log';
import type { Agreement, Credit, Target } from './records';
import { type ServiceCalendar, serviceCalendar } from './service-days';
import { type RequestLog, requestLog } from './request-clock';

/** The rules by which a stretch of time is measured. */
export interface Rules {
  /** Null: 24×7. */
  readonly calendar: Calendar | null;
  readonly maintenance: string | null;
  readonly rule: PlannedTimeRule;
  readonly terms: Terms;
}

/** A stretch of a window and its rules. */
export interface RuledStretch extends Interval {
  readonly rules: Rules;
}

/** A window as measured, and by what. */
export interface MeasuredWindow extends Measured {
  /** `uptime`: by percentages that a tool gave, which know no breaks. */
  readonly source: 'outages' | 'uptime';
  readonly completeness: number;
  /** By a row that crosses the window's edge, shared out by agreed time. */
  readonly prorated: boolean;
  /** What is measured of the stretches: all of them, or those parts for which there is data. */
  readonly parts: readonly RuledStretch[];
}

/** The records, indexed once for all figures of a workbook. */
export interface FigureContext {
  readonly records: Records;
  readonly outages: OutageLog;
  /** Null where component outages do not roll up. */
  readonly map: DependencyMap | null;
  readonly incidents: IncidentLog;
  readonly requests: RequestLog;
  readonly measurements: MeasurementLog;
  readonly agreements: AgreementBook;
  /** Agreement → its targets, in the table's order. */
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  /** Agreement → its rows of `Credits`, in the table's order. */
  readonly credits: ReadonlyMap<string, readonly Credit[]>;
  /** When each service and component is in service. */
  readonly service: ReadonlyMap<string, Interval>;
  readonly uptime: ReadonlyMap<string, UptimeSeries>;
  /** Uptime rows whose item cannot be read. */
  readonly unassignedUptime: readonly UptimeRow[];
  /** The calendar of a name. @throws CalendarError */
  calendar(name: string | null): Calendar | null;
  /** Windows of the item that was measured last. */
  readonly recent: { item: string; readonly windows: Map<string, MeasuredWindow> };
  /** Maintenance windows of a calendar inside a window. */
  maintenanceIn(name: string | null, window: Interval): IntervalSet;
  maintenanceRows(name: string | null): readonly MaintenanceRow[];
  /** Service hours of stretches as days × seconds: most agreements share their calendar and window. */
  serviceCalendar(stretches: readonly RuledStretch[]): ServiceCalendar;
  history(item: string, terms: Terms): History;
  /** The item and everything it stands on (alone where nothing rolls up), as keys. */
  reach(item: string): ReadonlySet<string>;
}

/** Indexes the records; yields now and then. */
export function* figureContext(records: Records): Work<FigureContext> {
  const { settings } = records;
  const { zone, asOf } = settings;
  const outages = yield* outageLogWork(records.outages);
  const map = settings.rollUpComponentOutages ? dependencyMap(records.dependencies) : null;
  yield;
  const incidents = yield* incidentLogWork(records.incidents, records.holds);
  yield;
  const measurements = yield* measurementLogWork(records.measurements);
  const targets = new Map<string, Target[]>();
  for (const target of records.targets) if (!isUnreadable(target, 'agreement')) addTo(targets, nameKey(target.agreement), target);
  const credits = new Map<string, Credit[]>();
  for (const credit of records.credits) addTo(credits, nameKey(credit.agreement), credit);
  const service = new Map<string, Interval>();
  for (const row of records.components) inService(service, row.component, row, zone);
  for (const row of records.services) inService(service, row.service, row, zone);

  const uptimeRows = new Map<string, UptimeRow[]>();
  const unassignedUptime: UptimeRow[] = [];
  for (const row of records.uptime) {
    const key = nameKey(row.item);
    if (key === '' || isUnreadable(row, 'item')) unassignedUptime.push(row);
    else addTo(uptimeRows, key, row);
  }
  const calendars = new Map<string, Calendar | null | CalendarError>();
  const maintenance = new Map<string, readonly MaintenanceRow[]>();
  const windows = new Map<string, IntervalSet>();
  const calendarsShown = new Map<string, ServiceCalendar>();
  const reaches = new Map<string, ReadonlySet<string>>();
  const cache: HistoryCache = historyCache();

  const maintenanceRows = (name: string | null): readonly MaintenanceRow[] => {
    const key = nameKey(name ?? '');
    let rows = maintenance.get(key);
    if (!rows) maintenance.set(key, (rows = selectMaintenance(name, records.maintenance)));
    return rows;
  };
  return {
    records,
    outages,
    map,
    incidents,
    requests: requestLog(records.requests),
    measurements,
    agreements: agreementBook(records.agreements, zone),
    targets,
    credits,
    service,
    uptime: new Map([...uptimeRows].map(([key, rows]) => [key, uptimeSeries(rows)])),
    unassignedUptime,
    recent: { item: '', windows: new Map() },
    calendar(name) {
      const key = nameKey(name ?? '');
      let calendar = calendars.get(key);
      if (calendar === undefined) {
        try {
          calendar = selectCalendar(name, records.serviceHours, records.holidays, zone);
        } catch (error) {
          if (!(error instanceof CalendarError)) throw error;
          calendar = error;
        }
        calendars.set(key, calendar);
      }
      if (calendar instanceof CalendarError) throw calendar;
      return calendar;
    },
    maintenanceRows,
    maintenanceIn(name, window) {
      const rows = maintenanceRows(name);
      if (rows.length === 0) return [];
      const id = `${nameKey(name ?? '')}/${window.start}/${window.end}`;
      let set = windows.get(id);
      if (!set) windows.set(id, (set = maintenanceWindows(window, rows, zone)));
      return set;
    },
    serviceCalendar(stretches) {
      const id = stretches.map(({ start, end, rules }) => `${start}/${end}/${nameKey(rules.calendar?.name ?? '')}`).join(';');
      let shown = calendarsShown.get(id);
      if (!shown) calendarsShown.set(id, (shown = serviceCalendar(stretches, zone)));
      return shown;
    },
    history: (item, terms) => itemHistory(outages, map, item, terms, { asOf, zone }, cache),
    reach(item) {
      const key = nameKey(item);
      let reach = reaches.get(key);
      if (!reach) reaches.set(key, (reach = map ? new Set(standsOn(map, key).order) : new Set([key])));
      return reach;
    },
  };
}

/** The calendar month of a date, cut at As of. */
export function monthWindow(context: FigureContext, month: LocalDate): Interval {
  const { zone, asOf } = context.records.settings;
  const { start, end } = monthInterval(month, zone);
  return { start, end: Math.max(start, Math.min(end, asOf)) };
}

/** An agreement's rules, with other hours where a target names its own. @throws CalendarError */
export function rulesOf(context: FigureContext, agreement: Agreement, hours: string | null = null): Rules {
  const { customer, noticeDays, ignoreUnderMinutes, breakLevel } = agreement;
  return {
    calendar: context.calendar(hours ?? agreement.hours),
    maintenance: agreement.maintenance,
    rule: agreement.plannedTime,
    terms: { customer, noticeDays, ignoreUnderMinutes, breakLevel },
  };
}

/** The stretches as far as the item is in service then. */
export function whileInService<Stretch extends Interval>(context: FigureContext, item: string, stretches: readonly Stretch[]): Stretch[] {
  const life = context.service.get(nameKey(item));
  if (!life) return [...stretches];
  return stretches.map((stretch) => ({ ...stretch, start: Math.max(stretch.start, life.start), end: Math.min(stretch.end, life.end) })).filter(({ start, end }) => start < end);
}

/**
 * Measures an item over stretches of a window: by its outages or, where it has none there, by its
 * uptime rows. The item last asked for is remembered: its targets share their windows.
 */
export function measureItem(context: FigureContext, item: string, stretches: readonly RuledStretch[]): MeasuredWindow {
  const { recent } = context;
  const key = nameKey(item);
  if (recent.item !== key) {
    recent.item = key;
    recent.windows.clear();
  }
  const id = JSON.stringify(stretches.map(({ start, end, rules }) => [start, end, rules.calendar?.name, rules.maintenance, rules.rule, rules.terms]));
  let measured = recent.windows.get(id);
  if (!measured) recent.windows.set(id, (measured = measureAnew(context, item, stretches)));
  return measured;
}

function measureAnew(context: FigureContext, item: string, stretches: readonly RuledStretch[]): MeasuredWindow {
  const series = context.uptime.get(nameKey(item));
  if (series && series.rows.length > 0 && !hasOutageRows(context, item, stretches)) return measureByUptime(context, series, stretches);
  const spans = stretches.map((stretch): Span => spanOf(context, item, stretch));
  return { ...measure(spans), source: 'outages', completeness: 1, prorated: false, parts: stretches };
}

function spanOf(context: FigureContext, item: string, { start, end, rules }: RuledStretch): Span {
  const window = { start, end };
  return {
    serviceTime: serviceTime(window, rules.calendar),
    maintenance: context.maintenanceIn(rules.maintenance, window),
    rule: rules.rule,
    history: context.history(item, rules.terms),
  };
}

/** Agreed time of a stretch by the calendars alone: service time, less maintenance where planned time is excluded. */
export function agreedTimeByCalendar(context: FigureContext, { start, end, rules }: RuledStretch): IntervalSet {
  const hours = serviceTime({ start, end }, rules.calendar);
  return rules.rule === 'Excluded' ? subtract(hours, context.maintenanceIn(rules.maintenance, { start, end })) : hours;
}

/** Seconds of it over several stretches. */
export function agreedByCalendar(context: FigureContext, stretches: readonly RuledStretch[]): number {
  return stretches.reduce((sum, stretch) => sum + duration(agreedTimeByCalendar(context, stretch)), 0);
}

function measureByUptime(context: FigureContext, series: UptimeSeries, stretches: readonly RuledStretch[]): MeasuredWindow {
  // A row may reach beyond the window: there the rules of the nearest stretch hold.
  const agreed = (start: Instant, end: Instant): number =>
    agreedByCalendar(
      context,
      stretches.flatMap(({ rules }, i) => {
        const from = i === 0 ? start : Math.max(start, stretches[i]!.start);
        const to = i === stretches.length - 1 ? end : Math.min(end, stretches[i + 1]!.start);
        return from < to ? [{ start: from, end: to, rules }] : [];
      }),
    );
  const { agreedSeconds, downtimeUnits, completeness, prorated } = measureUptime(series, stretches, agreed);
  const parts = stretches.flatMap((stretch) =>
    series.rows.filter((row) => row.from < stretch.end && stretch.start < row.to).map((row) => ({ ...stretch, start: Math.max(stretch.start, row.from), end: Math.min(stretch.end, row.to) })),
  );
  return {
    ...measure([]),
    agreedSeconds,
    plannedSeconds: parts.reduce((sum, part) => sum + duration(intersect(serviceTime(part, part.rules.calendar), context.maintenanceIn(part.rules.maintenance, part))), 0),
    downtimeUnits,
    downtimeSeconds: downtimeUnits / WHOLE,
    availability: availabilityOf(agreedSeconds, downtimeUnits),
    source: 'uptime',
    completeness,
    prorated,
    parts,
  };
}

/** Whether the item or anything it stands on has an outage row in the stretches, set aside or not. */
function hasOutageRows(context: FigureContext, item: string, stretches: readonly Interval[]): boolean {
  const { outages, rows: byItem, setAside, leftOut } = context.outages;
  const { asOf } = context.records.settings;
  for (const key of context.reach(item)) {
    for (const rows of [byItem.get(key)?.indices, setAside.get(key), leftOut.get(key)]) {
      for (const index of rows ?? []) {
        const outage = outages[index]!;
        const end = outage.end ?? asOf;
        if (stretches.some((stretch) => outage.start < stretch.end && stretch.start < end)) return true;
      }
    }
  }
  return false;
}

function inService(service: Map<string, Interval>, name: string, row: { readonly inServiceFrom: LocalDate | null; readonly inServiceUntil: LocalDate | null }, zone: string): void {
  const { inServiceFrom, inServiceUntil } = row;
  service.set(nameKey(name), {
    start: inServiceFrom === null ? -Infinity : startOfDate(inServiceFrom, zone),
    end: inServiceUntil === null ? Infinity : startOfDate(addDays(inServiceUntil, 1), zone),
  });
}

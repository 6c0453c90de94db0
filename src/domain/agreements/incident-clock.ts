import { concerns } from '../availability/history';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import { type Calendar } from '../time/calendar';
import { deadline } from '../time/deadline';
import { EMPTY, normalise } from '../time/intervals';
import type { Instant, Interval, IntervalSet } from '../time/records';
import { elapsedServiceSeconds } from '../time/service-clock';
import type { Work } from '../work';
import type { Hold, Incident, Target } from './records';

/** Incidents, found by item, and their holds. */
export interface IncidentLog {
  /** Item → its incidents, in the table's order. */
  readonly byItem: ReadonlyMap<string, readonly Incident[]>;
  /** Item → those of them that say when they were opened, the first opened first. */
  readonly byOpening: ReadonlyMap<string, readonly Incident[]>;
  /** Item cannot be read: they may belong to any. */
  readonly unassigned: readonly Incident[];
  /** Incident → its rows of `Holds`. */
  readonly holds: ReadonlyMap<string, readonly Hold[]>;
  /** Rows of `Holds` whose incident cannot be read. */
  readonly unassignedHolds: readonly Hold[];
}

/** Indexes the rows, yielding every few thousand. */
export function* incidentLogWork(incidents: readonly Incident[], holds: readonly Hold[]): Work<IncidentLog> {
  const byItem = new Map<string, Incident[]>();
  const unassigned: Incident[] = [];
  for (let index = 0; index < incidents.length; index++) {
    if (index % 5000 === 4999) yield;
    const incident = incidents[index]!;
    const key = nameKey(incident.item);
    if (key === '' || isUnreadable(incident, 'item')) unassigned.push(incident);
    else addTo(byItem, key, incident);
  }
  const byOpening = new Map<string, Incident[]>();
  for (const [key, rows] of byItem) {
    byOpening.set(key, rows.filter(hasOpening).sort((a, b) => a.opened - b.opened));
    yield;
  }
  const byIncident = new Map<string, Hold[]>();
  const unassignedHolds: Hold[] = [];
  for (let index = 0; index < holds.length; index++) {
    if (index % 5000 === 4999) yield;
    const hold = holds[index]!;
    const key = nameKey(hold.incident);
    if (key === '' || isUnreadable(hold, 'incident')) unassignedHolds.push(hold);
    else addTo(byIncident, key, hold);
  }
  return { byItem, byOpening, unassigned, holds: byIncident, unassignedHolds };
}

/** What a target asks of an incident. */
export interface IncidentLimit {
  readonly metric: 'Responded within' | 'Resolved within';
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly comparator: '<=' | '<';
  /** Null: 24×7. */
  readonly calendar: Calendar | null;
  /** The workbook's, for days of a 24×7 calendar. */
  readonly zone: string;
}

/** How one incident stands against a limit. Seconds of service time. */
export interface IncidentResult {
  readonly incident: Incident;
  readonly outcome: 'within' | 'missed' | 'pending';
  readonly clockSeconds: number;
  readonly limitSeconds: number;
  /** For a limit in days, else null; the clock's days are as long as those of its limit. */
  readonly clockDays: number | null;
  readonly limitDays: number | null;
}

/**
 * Whether the clock of an incident stayed within its limit.
 *
 * The clock runs in service time from Opened to Responded (blank: Resolved) or to Resolved. On hold
 * only the clock of resolution stops: by the rows of `Holds`, overlaps once, or where there are none
 * by On hold minutes; it never falls below 0. What comes after As of has not happened yet. An open
 * incident past its limit has missed it; one still inside is pending. A limit in days is the service
 * time up to the business day `deadline` gives.
 *
 * @returns null where a limit in days is never reached, or the limit is none
 */
export function incidentResult(incident: Incident, holds: readonly Hold[], limit: IncidentLimit, asOf: Instant): IncidentResult | null {
  const happened = (instant: Instant | null): Instant | null => (instant !== null && instant <= asOf ? instant : null);
  const resolved = happened(incident.resolved);
  const resolving = limit.metric === 'Resolved within';
  const closed = resolving ? resolved : (happened(incident.responded) ?? resolved);
  const end = closed ?? asOf;
  const pauses = resolving ? pausesOf(holds, end) : EMPTY;
  const byMinutes = resolving && holds.length === 0 ? (incident.onHoldMinutes ?? 0) * 60 : 0;
  const clockSeconds = Math.max(0, elapsedServiceSeconds(incident.opened, end, limit.calendar, pauses) - byMinutes);
  const limitSeconds = limitOf(incident.opened, limit);
  if (limitSeconds === null) return null;
  const kept = limit.comparator === '<' ? clockSeconds < limitSeconds : clockSeconds <= limitSeconds;
  const limitDays = limit.unit === 'days' ? limit.amount : null;
  const clockDays = limitDays === null || limitSeconds === 0 ? null : (clockSeconds * limitDays) / limitSeconds;
  return { incident, outcome: !kept ? 'missed' : closed === null ? 'pending' : 'within', clockSeconds, limitSeconds, clockDays, limitDays };
}

/** The incidents of an item that a target counts, in the table's order: of its severity and customer, opened in the stretch, readable. */
export function incidentsIn(log: IncidentLog, item: string, target: Pick<Target, 'severity' | 'metric'>, customer: string | null, { start, end }: Interval): Incident[] {
  const incidents = log.byOpening.get(nameKey(item)) ?? [];
  return incidents
    .slice(firstOpenedFrom(incidents, start), firstOpenedFrom(incidents, end))
    .filter((incident) => isUsableIncident(incident, target, customer) && (target.severity === null || nameKey(incident.severity ?? '') === nameKey(target.severity)) && concerns(incident, customer))
    .sort((a, b) => a.row - b.row);
}

/** Place of the first incident opened at an instant or later. */
function firstOpenedFrom(incidents: readonly Incident[], instant: Instant): number {
  let low = 0;
  let high = incidents.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (incidents[middle]!.opened < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasOpening(incident: Incident): boolean {
  return !isUnreadable(incident, 'opened') && Number.isFinite(incident.opened);
}

/** Whether an incident says all that a target needs. */
export function isUsableIncident(incident: Incident, target: Pick<Target, 'severity' | 'metric'>, customer: string | null): boolean {
  if (!hasOpening(incident) || isUnreadable(incident, 'resolved')) return false;
  if (incident.resolved !== null && !(incident.resolved >= incident.opened)) return false;
  if (target.severity !== null && isUnreadable(incident, 'severity')) return false;
  if (customer !== null && isUnreadable(incident, 'customer')) return false;
  if (target.metric === 'Resolved within') return !isUnreadable(incident, 'onHoldMinutes');
  return !isUnreadable(incident, 'responded') && (incident.responded === null || incident.responded >= incident.opened);
}

/** Whether a row of `Holds` can be used. */
export function isUsableHold(hold: Hold): boolean {
  return !isUnreadable(hold, 'from', 'to') && Number.isFinite(hold.from) && (hold.to === null || hold.to >= hold.from);
}

function pausesOf(holds: readonly Hold[], end: Instant): IntervalSet {
  return normalise(holds.filter(isUsableHold).map(({ from, to }) => ({ start: from, end: Math.min(to ?? end, end) })));
}

function limitOf(opened: Instant, { amount, unit, calendar, zone }: IncidentLimit): number | null {
  if (unit !== 'days') return amount * (unit === 'hours' ? 3600 : 60);
  if (!Number.isInteger(amount)) return null;
  const due = deadline(opened, amount, 'days', calendar, zone);
  return due === null ? null : elapsedServiceSeconds(opened, due, calendar);
}

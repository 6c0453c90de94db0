/** Measures items over windows from the arguments that all measure functions share. */
import { measure, type Measured } from '../domain/availability/measure';
import { outageLog } from '../domain/availability/outage-log';
import { NO_TERMS, type Outage, type PlannedTimeRule, type Terms } from '../domain/availability/records';
import { dependencyMap } from '../domain/servicemap/dependency-map';
import { type HistoryCache, historyCache, itemHistory } from '../domain/servicemap/impairment';
import type { Dependency } from '../domain/servicemap/records';
import { serviceTime } from '../domain/time/calendar';
import type { Instant, Interval, IntervalSet, LocalDate } from '../domain/time/records';
import { addDays, DAY, startOfDate } from '../domain/time/zone';
import type { Reading } from '../tables/cells';
import { choiceArgument, instantArgument, requiredInstant, textArgument, zoneArgument } from './arguments';
import { calendarArgument, type CalendarArguments, maintenanceArgument } from './calendars';
import { type Cell, cellOf, forEachCell, type Result } from './cells';
import { dateSystem } from './date-system';
import { invalid, outOfRange } from './errors';
import { remembered, tableArgument, termsArgument } from './tables';

/** Which windows, of which hours, with which planned time. */
export interface AgreedArguments extends CalendarArguments {
  readonly from: unknown;
  readonly to: unknown;
  readonly maintenance?: unknown;
  readonly planned?: unknown;
  readonly zone?: unknown;
  readonly terms?: unknown;
}

/** The arguments of a measure, as Excel gives them. */
export interface MeasureArguments extends AgreedArguments {
  readonly item: unknown;
  readonly outages: unknown;
  readonly asof?: unknown;
  readonly dependencies?: unknown;
}

/** What an agreement says, as far as calendars are concerned. */
export interface Agreed {
  readonly reading: Reading;
  readonly rule: PlannedTimeRule;
  readonly terms: Terms;
  /** The part of a window in which the agreement holds. */
  inForce(window: Interval): Interval;
  serviceTime(window: Interval): IntervalSet;
  maintenance(window: Interval): IntervalSet;
}

const RULES: readonly PlannedTimeRule[] = ['Excluded', 'Forgiven', 'Counted'];
const TERM_FIELDS = ['noticeDays', 'ignoreUnderMinutes', 'breakLevel', 'maintenance', 'startDate', 'endDate', 'customer'];
/** A calendar is not written out for more: `#NUM!`. */
const LONGEST = 100 * 366 * DAY;
/** Moments of a call whose histories are kept at once. */
const KEPT_MOMENTS = 24;

/** How serials and plain dates are read: in the zone of the call, by the workbook's date system. */
export async function readingFor(zone: unknown): Promise<Reading> {
  return { zone: zoneArgument(zone), dateSystem: await dateSystem(), zeroIsBlank: true };
}

/** Reads the calendar arguments; the windows that were asked for are kept for the length of the call. */
export async function agreedArguments(given: Omit<AgreedArguments, 'from' | 'to'>): Promise<Agreed> {
  const reading = await readingFor(given.zone);
  const rule = choiceArgument('planned', given.planned, RULES) ?? 'Excluded';
  const row = termsArgument(given.terms, TERM_FIELDS, reading) as (Terms & { maintenance: string | null; startDate: LocalDate | null; endDate: LocalDate | null }) | null;
  if (row?.startDate && row.endDate && row.endDate < row.startDate) throw invalid(`terms: End date ${row.endDate} is before Start date ${row.startDate}.`);
  const calendar = calendarArgument(given, reading);
  const maintenance = await maintenanceArgument(given.maintenance, row?.maintenance ?? textArgument('calendar', given.calendar), calendar, reading);
  const first = row?.startDate ? startOfDate(row.startDate, reading.zone) : -Infinity;
  const end = row?.endDate ? startOfDate(addDays(row.endDate, 1), reading.zone) : Infinity;
  return {
    reading,
    rule,
    terms: row ? { customer: row.customer, noticeDays: row.noticeDays, ignoreUnderMinutes: row.ignoreUnderMinutes, breakLevel: row.breakLevel } : NO_TERMS,
    inForce: (window) => ({ start: Math.max(window.start, first), end: Math.min(window.end, end) }),
    serviceTime: perWindow((window) => serviceTime(window, calendar)),
    maintenance: perWindow(maintenance),
  };
}

/**
 * Calls `each` with what was measured for every item and window; arrays broadcast.
 *
 * @param besides further arguments that broadcast with them, by name; `each` gets their cells
 */
export async function measureEach(given: MeasureArguments, each: (measured: Measured, ...cells: Cell[]) => Result, besides: Readonly<Record<string, unknown>> = {}): Promise<(Result | CustomFunctions.Error)[][]> {
  const agreed = await agreedArguments(given);
  const { reading, terms, rule } = agreed;
  const asOf = instantArgument('asof', cellOf(given.asof), reading);
  const outages = tableArgument<Outage>('outages', given.outages, reading);
  const dependencies = tableArgument<Dependency>('dependencies', given.dependencies, reading);
  const log = remembered([outages], 'log', () => outageLog(outages));
  const map = dependencies.length === 0 ? null : remembered([dependencies], 'map', () => dependencyMap(dependencies));
  // Looked at from later on, a history is the same up to any earlier moment, but for what is ignored as
  // too short: an outage that goes on is measured to the moment.
  const latest = terms.ignoreUnderMinutes ? null : (asOf ?? lastOf(given.to, reading));
  const caches = new Map<Instant, HistoryCache>();

  return forEachCell({ item: given.item, from: given.from, to: given.to, ...besides }, (itemCell, fromCell, toCell, ...cells) => {
    const item = textArgument('item', itemCell);
    if (item === null) throw invalid('item is blank.');
    const asked = windowArgument(fromCell, toCell, reading);
    const window = agreed.inForce({ start: asked.start, end: Math.min(asked.end, asOf ?? asked.end) });
    const moment = { asOf: latest ?? asOf ?? asked.end, zone: reading.zone };
    const history = itemHistory(log, map, item, terms, moment, cacheFor(caches, moment.asOf));
    return each(measure([{ serviceTime: agreed.serviceTime(window), maintenance: agreed.maintenance(window), rule, history }]), ...cells);
  });
}

/** The latest of the instants that can be read. */
function lastOf(instants: unknown, reading: Reading): Instant {
  let last = -Infinity;
  forEachCell({ to: instants }, (cell) => (last = Math.max(last, requiredInstant('to', cell, reading))));
  return last;
}

function cacheFor(caches: Map<Instant, HistoryCache>, asOf: Instant): HistoryCache {
  let cache = caches.get(asOf);
  if (!cache) {
    if (caches.size >= KEPT_MOMENTS) caches.clear();
    caches.set(asOf, (cache = historyCache()));
  }
  return cache;
}

/** From and to as a window. @throws `#VALUE!` for a blank one, `#NUM!` where from is after to */
export function windowArgument(from: Cell, to: Cell, reading: Reading): Interval {
  const window = { start: requiredInstant('from', from, reading), end: requiredInstant('to', to, reading) };
  if (window.start > window.end) throw outOfRange();
  return window;
}

/** Works a window out once per call. @throws `#NUM!` for windows of more than a hundred years */
export function perWindow(compute: (window: Interval) => IntervalSet): (window: Interval) => IntervalSet {
  const known = new Map<string, IntervalSet>();
  return (window) => {
    if (window.end - window.start > LONGEST) throw outOfRange();
    const key = `${window.start}/${window.end}`;
    let set = known.get(key);
    if (!set) known.set(key, (set = compute(window)));
    return set;
  };
}

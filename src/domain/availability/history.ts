import { contains, subtract } from '../time/intervals';
import type { Instant, Interval, IntervalSet } from '../time/records';
import { clockAt, DAY, instantOf } from '../time/zone';
import { nameKey, sameName } from '../names';
import { isUsableUnder, type ItemRows, type OutageLog } from './outage-log';
import type { Outage, Terms } from './records';
import { shareUnits, WHOLE } from './share';
import { atLeast, during, largest, STEP, type Steps } from './steps';

/** What happened to one item under one agreement's terms, before any window is laid over it. */
export interface History {
  /** Everything that counts, planned work included, to As of. */
  readonly impairment: Steps;
  /** Planned outages that were announced in time, up to the end that was planned. */
  readonly planned: IntervalSet;
  /** The same, with the row that answers for each part. */
  readonly plannedBy: Steps;
  /** Runs of impairment at or above the break level: the breaks, not yet cut by windows or hours. */
  readonly runs: IntervalSet;
  /** The break level in hundred-millionths, above 0. */
  readonly breakLevel: number;
}

/** Up to when things have happened, and the zone whose calendar days count for notice. */
export interface Moment {
  readonly asOf: Instant;
  readonly zone: string;
}

/**
 * The history of an item by its own outage rows.
 *
 * Rows shorter than Ignore under minutes (elapsed, an open row measured to As of; equal counts) are
 * left out of everything, planned time included, each by itself.
 *
 * @param item name as written; compared without case
 */
export function ownHistory(log: OutageLog, item: string, terms: Terms, moment: Moment): History {
  const rows = log.rows.get(nameKey(item));
  if (!rows) return history([], [], terms);
  const ignoreUnder = ignoreUnderSeconds(terms);
  return history(impairmentOf(log, rows, terms, moment.asOf, ignoreUnder), plannedOf(log, rows, terms, moment, ignoreUnder, 0), terms);
}

/**
 * A history from what reached an item through the map: runs of impairment shorter than Ignore under
 * minutes are left out, with the planned time inside them.
 */
export function historyFromRuns(impairment: Steps, plannedBy: Steps, terms: Terms): History {
  const ignoreUnder = ignoreUnderSeconds(terms);
  if (ignoreUnder > 0) {
    const short: number[] = [];
    const whole = atLeast(impairment, 1);
    for (let i = 0; i < whole.length; i += 2) if (whole[i + 1]! - whole[i]! < ignoreUnder) short.push(whole[i]!, whole[i + 1]!);
    impairment = without(impairment, short);
    plannedBy = during(plannedBy, subtract(atLeast(plannedBy, 1), short));
  }
  return history(impairment, plannedBy, terms);
}

/** The impairment of an item by its own rows alone, none of them ignored. */
export function ownImpairment(log: OutageLog, key: string, terms: Terms, asOf: Instant): Steps {
  const rows = log.rows.get(key);
  return rows ? impairmentOf(log, rows, terms, asOf, 0) : [];
}

/**
 * The planned outages of an item as steps of full impairment.
 *
 * @param least impact in hundred-millionths from which on a row counts: 0 for the item that is
 *   measured, whose planned work is planned whatever its impact; 1 for what it stands on
 */
export function ownPlanned(log: OutageLog, key: string, terms: Terms, moment: Moment, least: number): Steps {
  const rows = log.rows.get(key);
  return rows ? plannedOf(log, rows, terms, moment, 0, least) : [];
}

function plannedOf(log: OutageLog, rows: ItemRows, terms: Terms, moment: Moment, ignoreUnder: number, least: number): Steps {
  const pieces: number[] = [];
  for (let i = 0; i < rows.special.length; i++) {
    // A planned row is a special one.
    if (rows.special[i] === 0 || rows.levels[i]! < least || !counts(log, rows, i, terms, moment.asOf, ignoreUnder)) continue;
    const index = rows.indices[i]!;
    const part = plannedPart(log.outages[index]!, terms, moment);
    if (part) pieces.push(part.start, part.end, WHOLE, index);
  }
  return largest(pieces, log.precedes);
}

/**
 * The part of a row that is planned time: from its start to the earlier of Planned until (blank: its
 * end) and its end, when it was announced in time; null when there is none.
 */
function plannedPart(outage: Outage, terms: Pick<Terms, 'noticeDays'>, { asOf, zone }: Moment): Interval | null {
  if (!outage.planned || !isInNotice(outage, terms.noticeDays, zone)) return null;
  const end = Math.min(outage.end ?? asOf, outage.plannedUntil ?? Infinity, asOf);
  return outage.start < end ? { start: outage.start, end } : null;
}

/**
 * Whether planned work was announced at least so many calendar days, at the same local time, before
 * it began. Without notice days nothing is asked for; a blank Notified is late.
 */
export function isInNotice(outage: Pick<Outage, 'start' | 'notified'>, noticeDays: number | null, zone: string): boolean {
  if (!noticeDays) return true;
  if (outage.notified === null) return false;
  const days = Math.floor(noticeDays);
  const latest = instantOf(clockAt(outage.start, zone) - days * DAY, zone) - (noticeDays - days) * DAY;
  return outage.notified <= latest;
}

/** Whether a row counts under the terms. */
function counts(log: OutageLog, rows: ItemRows, i: number, terms: Terms, asOf: Instant, ignoreUnder: number): boolean {
  const start = rows.starts[i]!;
  if (start >= asOf || Math.min(rows.ends[i]!, asOf) - start < ignoreUnder) return false;
  if (rows.special[i] === 0) return true;
  const outage = log.outages[rows.indices[i]!]!;
  return isUsableUnder(outage, terms) && concerns(outage, terms.customer);
}

/** Whether an outage concerns a customer: it names that one or nobody, or nobody in particular is asked for. */
export function concerns(row: { readonly customer: string | null }, customer: string | null): boolean {
  return customer === null || row.customer === null || sameName(row.customer, customer);
}

function impairmentOf(log: OutageLog, rows: ItemRows, terms: Terms, asOf: Instant, ignoreUnder: number): Steps {
  const pieces: number[] = [];
  for (let i = 0; i < rows.starts.length; i++) {
    const start = rows.starts[i]!;
    const end = Math.min(rows.ends[i]!, asOf);
    const level = rows.levels[i]!;
    if (start < end && level > 0 && counts(log, rows, i, terms, asOf, ignoreUnder)) pieces.push(start, end, level, rows.indices[i]!);
  }
  return largest(pieces, log.precedes);
}

/** The steps that do not begin inside the set: the runs taken out are whole, so no step is cut. */
function without(steps: Steps, set: IntervalSet): Steps {
  const rest: number[] = [];
  for (let i = 0; i < steps.length; i += STEP) if (!contains(set, steps[i]!)) rest.push(...steps.slice(i, i + STEP));
  return rest;
}

function ignoreUnderSeconds(terms: Terms): number {
  return (terms.ignoreUnderMinutes ?? 0) * 60;
}

function history(impairment: Steps, plannedBy: Steps, terms: Terms): History {
  const breakLevel = Math.max(1, shareUnits(terms.breakLevel ?? 0));
  return { impairment, planned: atLeast(plannedBy, 1), plannedBy, runs: atLeast(impairment, breakLevel), breakLevel };
}

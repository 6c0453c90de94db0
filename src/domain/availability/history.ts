import { contains, normalise, subtract } from '../time/intervals';
import type { Instant, Interval, IntervalSet } from '../time/records';
import { addDays, toInstant, toLocal } from '../time/zone';
import { nameKey, sameName } from '../names';
import { isUsableUnder, type OutageLog } from './outage-log';
import type { Outage, Terms } from './records';
import { shareUnits, WHOLE } from './share';
import { atLeast, largest, STEP, type Steps } from './steps';

/** What happened to one item under one agreement's terms, before any window is laid over it. */
export interface History {
  /** Everything that counts, planned work included, to As of. */
  readonly impairment: Steps;
  /** Planned outages that were announced in time, up to the end that was planned. */
  readonly planned: IntervalSet;
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
  const key = nameKey(item);
  const rows = rowsOf(log, key, terms, moment.asOf, ignoreUnderSeconds(terms));
  const impairment = impairmentOf(log, rows, moment.asOf);
  const planned = normalise(rows.flatMap((index) => plannedPart(log.outages[index]!, terms, moment) ?? []));
  return history(impairment, planned, terms);
}

/**
 * A history from what reached an item through the map: runs of impairment shorter than Ignore under
 * minutes are left out, with the planned time inside them.
 */
export function historyFromRuns(impairment: Steps, planned: IntervalSet, terms: Terms): History {
  const ignoreUnder = ignoreUnderSeconds(terms);
  if (ignoreUnder > 0) {
    const short: number[] = [];
    const whole = atLeast(impairment, 1);
    for (let i = 0; i < whole.length; i += 2) if (whole[i + 1]! - whole[i]! < ignoreUnder) short.push(whole[i]!, whole[i + 1]!);
    impairment = without(impairment, short);
    planned = subtract(planned, short);
  }
  return history(impairment, planned, terms);
}

/** The impairment of an item by its own rows alone, none of them ignored. */
export function ownImpairment(log: OutageLog, key: string, terms: Terms, asOf: Instant): Steps {
  return impairmentOf(log, rowsOf(log, key, terms, asOf, 0), asOf);
}

/**
 * The planned outages of an item as steps of full impairment.
 *
 * @param least impact in hundred-millionths from which on a row counts: 0 for the item that is
 *   measured, whose planned work is planned whatever its impact; 1 for what it stands on
 */
export function ownPlanned(log: OutageLog, key: string, terms: Terms, moment: Moment, least: number): Steps {
  const pieces: number[] = [];
  for (const index of rowsOf(log, key, terms, moment.asOf, 0)) {
    const outage = log.outages[index]!;
    const part = shareUnits(outage.impact) >= least ? plannedPart(outage, terms, moment) : null;
    if (part) pieces.push(part.start, part.end, WHOLE, index);
  }
  return largest(pieces, log.precedes);
}

/**
 * The part of a row that is planned time: from its start to the earlier of Planned until (blank: its
 * end) and its end, when it was announced in time; null when there is none.
 */
export function plannedPart(outage: Outage, terms: Pick<Terms, 'noticeDays'>, { asOf, zone }: Moment): Interval | null {
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
  const start = toLocal(outage.start, zone);
  const latest = toInstant(`${addDays(start.slice(0, 10), -days)}${start.slice(10)}`, zone) - (noticeDays - days) * 86_400;
  return outage.notified <= latest;
}

/** Indices of the rows of an item that count under the terms. */
function rowsOf(log: OutageLog, key: string, terms: Terms, asOf: Instant, ignoreUnder: number): readonly number[] {
  const indices = log.counted.get(key) ?? [];
  return indices.filter((index) => {
    const outage = log.outages[index]!;
    if (outage.start >= asOf || !isUsableUnder(outage, terms) || !concerns(outage, terms.customer)) return false;
    return Math.min(outage.end ?? asOf, asOf) - outage.start >= ignoreUnder;
  });
}

/** Whether an outage concerns a customer: it names that one or nobody, or nobody in particular is asked for. */
export function concerns(row: { readonly customer: string | null }, customer: string | null): boolean {
  return customer === null || row.customer === null || sameName(row.customer, customer);
}

function impairmentOf(log: OutageLog, rows: readonly number[], asOf: Instant): Steps {
  const pieces: number[] = [];
  for (const index of rows) {
    const outage = log.outages[index]!;
    const end = Math.min(outage.end ?? asOf, asOf);
    const level = shareUnits(outage.impact);
    if (outage.start < end && level > 0) pieces.push(outage.start, end, level, index);
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

function history(impairment: Steps, planned: IntervalSet, terms: Terms): History {
  const breakLevel = Math.max(1, shareUnits(terms.breakLevel ?? 0));
  return { impairment, planned, runs: atLeast(impairment, breakLevel), breakLevel };
}

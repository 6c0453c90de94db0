import { clip, duration, firstEndingAfter, intersect, subtract, union } from '../time/intervals';
import type { IntervalSet } from '../time/records';
import type { History } from './history';
import type { PlannedTimeRule } from './records';
import { WHOLE } from './share';
import { during, STEP, type Steps, weigh } from './steps';

/** A stretch of a window in which one set of rules holds. */
export interface Span {
  /** Service hours less holidays, cut to the stretch. */
  readonly serviceTime: IntervalSet;
  /** The agreement's maintenance windows; may reach beyond the stretch. */
  readonly maintenance: IntervalSet;
  readonly rule: PlannedTimeRule;
  readonly history: History;
}

/** A run of outages with downtime in the window. */
export interface Break {
  /** Uncut: it may begin before the window and end after it. */
  readonly start: number;
  readonly end: number;
  /** Agreed time in the window at which it is open, planned time apart, whatever the impact. */
  readonly impairedSeconds: number;
}

type Growing = { -readonly [Field in keyof Break]: Break[Field] };

/** What is measured in a window. Seconds are whole; where impacts weigh, units are hundred-millionths of a second. */
export interface Measured {
  /** Agreed service time: the denominator. */
  readonly agreedSeconds: number;
  /** Planned time inside service time, whether it leaves the denominator or not. */
  readonly plannedSeconds: number;
  /** Downtime weighted by impact, exact, in hundred-millionths of a second. */
  readonly downtimeUnits: number;
  readonly downtimeSeconds: number;
  /** 0 … 1; null without agreed time. */
  readonly availability: number | null;
  readonly breaks: readonly Break[];
  /** Sum over the breaks. */
  readonly impairedSeconds: number;
  readonly longestOutageSeconds: number;
  /** Null without breaks or agreed time. */
  readonly mtrsSeconds: number | null;
  readonly mtbfSeconds: number | null;
  /** The downtime itself, and which row answers for it. */
  readonly downtime: Steps;
}

/**
 * Measures a window by outages.
 *
 * `Excluded`: planned time leaves numerator and denominator; `Forgiven`: it stays in the denominator
 * and is never downtime; `Counted`: maintenance windows have no effect and planned outages are
 * ordinary downtime. A break that several spans see is one break.
 *
 * @param spans the window, cut where the rules change, ascending; one span where they do not
 * @example
 * // 30 days, 24×7, down for 43 minutes: availability 1 − 43 / 43200
 * measure([{ serviceTime: [0, 2592000], maintenance: [], rule: 'Excluded', history }]).agreedSeconds // 2592000
 */
export function measure(spans: readonly Span[]): Measured {
  let agreedSeconds = 0;
  let plannedSeconds = 0;
  const parts: Steps[] = [];
  const found: Break[] = [];
  for (const { serviceTime, maintenance, rule, history } of spans) {
    const planned = plannedTime(serviceTime, maintenance, history.planned);
    const open = rule === 'Counted' ? serviceTime : subtract(serviceTime, planned);
    plannedSeconds += duration(planned);
    agreedSeconds += duration(rule === 'Excluded' ? open : serviceTime);
    const part = during(history.impairment, open);
    parts.push(part);
    for (const one of breaksOf(history, part)) found.push(one);
  }
  const breaks = spans.length > 1 ? joined(found) : found;
  const downtime = parts.length === 1 ? parts[0]! : parts.flat();
  const downtimeUnits = weigh(downtime);
  const impairedSeconds = breaks.reduce((sum, one) => sum + one.impairedSeconds, 0);
  const measurable = agreedSeconds > 0 && breaks.length > 0;
  return {
    agreedSeconds,
    plannedSeconds,
    downtimeUnits,
    downtimeSeconds: downtimeUnits / WHOLE,
    availability: availabilityOf(agreedSeconds, downtimeUnits),
    breaks,
    impairedSeconds,
    longestOutageSeconds: breaks.reduce((most, one) => Math.max(most, one.impairedSeconds), 0),
    mtrsSeconds: measurable ? impairedSeconds / breaks.length : null,
    mtbfSeconds: measurable ? (agreedSeconds - impairedSeconds) / breaks.length : null,
    downtime,
  };
}

/**
 * 1 − downtime ÷ agreed time, null without agreed time. One division of whole numbers, so that a
 * figure exactly at the target equals it.
 */
export function availabilityOf(agreedSeconds: number, downtimeUnits: number): number | null {
  return agreedSeconds > 0 ? (agreedSeconds * WHOLE - downtimeUnits) / (agreedSeconds * WHOLE) : null;
}

/** Planned time inside service time: maintenance windows, used or not, and planned outages. */
export function plannedTime(serviceTime: IntervalSet, maintenance: IntervalSet, planned: IntervalSet): IntervalSet {
  const first = serviceTime[0];
  const last = serviceTime[serviceTime.length - 1];
  if (first === undefined || last === undefined) return serviceTime;
  return intersect(serviceTime, union(clip(maintenance, first, last), clip(planned, first, last)));
}

/** The breaks with downtime: each run with the steps of downtime at or above the break level in it. */
function breaksOf({ runs, breakLevel }: History, downtime: Steps): Break[] {
  const breaks: Growing[] = [];
  let last: Growing | undefined;
  for (let i = 0; i < downtime.length; i += STEP) {
    if (downtime[i + 2]! < breakLevel) continue;
    if (last === undefined || downtime[i]! >= last.end) {
      const run = firstEndingAfter(runs, downtime[i]!);
      last = { start: runs[run]!, end: runs[run + 1]!, impairedSeconds: 0 };
      breaks.push(last);
    }
    last.impairedSeconds += downtime[i + 1]! - downtime[i]!;
  }
  return breaks;
}

/** Breaks that several spans saw, joined. */
function joined(found: readonly Break[]): Break[] {
  const breaks: Growing[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start)) {
    const last = breaks[breaks.length - 1];
    if (last && one.start <= last.end) {
      last.end = Math.max(last.end, one.end);
      last.impairedSeconds += one.impairedSeconds;
    } else breaks.push({ ...one });
  }
  return breaks;
}

/**
 * Sets of half-open intervals as flat ascending lists of seconds. Every operation is one sweep over
 * the operands or, for a question about a small part of a long set, a binary search.
 */
import type { Instant, Interval, IntervalSet } from './records';

export const EMPTY: IntervalSet = [];

/**
 * The set of instants that lie in at least one of the intervals; touching and overlapping ones are
 * joined, ones without length (`end <= start`) count nothing.
 *
 * @example normalise([{ start: 5, end: 9 }, { start: 0, end: 5 }]) // [0, 9]
 */
export function normalise(intervals: Iterable<Interval>): IntervalSet {
  const sorted: Interval[] = [];
  let ascending = true;
  for (const interval of intervals) {
    if (!(interval.start < interval.end)) continue;
    const last = sorted[sorted.length - 1];
    if (last && last.start > interval.start) ascending = false;
    sorted.push(interval);
  }
  if (!ascending) sorted.sort((a, b) => a.start - b.start);
  const set: number[] = [];
  for (const { start, end } of sorted) append(set, start, end);
  return set;
}

/** Instants in `a` or `b`. `union([0, 5], [5, 9]) // [0, 9]` */
export function union(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const set: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) {
      append(set, a[i]!, a[i + 1]!);
      i += 2;
    } else {
      append(set, b[j]!, b[j + 1]!);
      j += 2;
    }
  }
  return set;
}

/** Instants in `a` and `b`. `intersect([0, 5, 8, 12], [3, 9]) // [3, 5, 8, 9]` */
export function intersect(a: IntervalSet, b: IntervalSet): IntervalSet {
  const set: number[] = [];
  if (a.length === 0 || b.length === 0) return set;
  let i = firstEndingAfter(a, b[0]!);
  let j = firstEndingAfter(b, a[0]!);
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i]!, b[j]!);
    const end = Math.min(a[i + 1]!, b[j + 1]!);
    if (start < end) set.push(start, end);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return set;
}

/** Instants in `a` that are not in `b`. `subtract([0, 9], [3, 5]) // [0, 3, 5, 9]` */
export function subtract(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a.length === 0 || b.length === 0) return a;
  const set: number[] = [];
  let j = firstEndingAfter(b, a[0]!);
  for (let i = 0; i < a.length; i += 2) {
    let start = a[i]!;
    const end = a[i + 1]!;
    while (j < b.length && b[j + 1]! <= start) j += 2;
    while (j < b.length && b[j]! < end) {
      if (start < b[j]!) set.push(start, b[j]!);
      start = Math.max(start, b[j + 1]!);
      if (b[j + 1]! > end) break;
      j += 2;
    }
    if (start < end) set.push(start, end);
  }
  return set;
}

/** The part of the set inside [start, end). `clip([0, 5, 8, 12], 3, 10) // [3, 5, 8, 10]` */
export function clip(set: IntervalSet, start: Instant, end: Instant): IntervalSet {
  const part: number[] = [];
  for (let i = firstEndingAfter(set, start); i < set.length && set[i]! < end; i += 2) {
    const from = Math.max(set[i]!, start);
    const to = Math.min(set[i + 1]!, end);
    if (from < to) part.push(from, to);
  }
  return part;
}

/** Seconds in the set. `duration([0, 5, 8, 12]) // 9` */
export function duration(set: IntervalSet): number {
  let seconds = 0;
  for (let i = 0; i < set.length; i += 2) seconds += set[i + 1]! - set[i]!;
  return seconds;
}

/** Seconds of [start, end) that lie in the set. `overlap([0, 5, 8, 12], 3, 10) // 4` */
export function overlap(set: IntervalSet, start: Instant, end: Instant): number {
  let seconds = 0;
  for (let i = firstEndingAfter(set, start); i < set.length && set[i]! < end; i += 2) {
    const part = Math.min(set[i + 1]!, end) - Math.max(set[i]!, start);
    if (part > 0) seconds += part;
  }
  return seconds;
}

/** Whether the instant lies in the set; an end does not. `contains([0, 5], 5) // false` */
export function contains(set: IntervalSet, instant: Instant): boolean {
  const i = firstEndingAfter(set, instant);
  return i < set.length && set[i]! <= instant;
}

/**
 * Index of the first interval of the set that ends after the instant: the one that holds it, or else
 * the next one; `set.length` when there is none. Always even.
 *
 * @example firstEndingAfter([0, 5, 8, 12], 5) // 2
 */
export function firstEndingAfter(set: IntervalSet, instant: Instant): number {
  let low = 0;
  let high = set.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (set[2 * middle + 1]! > instant) high = middle;
    else low = middle + 1;
  }
  return 2 * low;
}

/** Adds an interval whose start is not before the last one's. */
function append(set: number[], start: number, end: number): void {
  const last = set.length - 1;
  if (last > 0 && start <= set[last]!) {
    if (end > set[last]!) set[last] = end;
  } else {
    set.push(start, end);
  }
}

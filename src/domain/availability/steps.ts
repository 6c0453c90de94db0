/**
 * Impairment over time as a step function: how much of an item is lost at each instant, and which
 * outage row sets that level.
 */
import { firstEndingAfter } from '../time/intervals';
import type { IntervalSet } from '../time/records';

/**
 * Flat ascending list `[start, end, level, cause, …]` of steps that do not overlap. `level` is in
 * hundred-millionths of the item (`WHOLE` = all of it) and above 0; `cause` is the index of the
 * outage row that sets it. Where no step lies, nothing is lost.
 */
export type Steps = readonly number[];

/** Fields of a step. */
export const STEP = 4;

/** Whether cause `a` answers before cause `b` where both are equally bad. */
export type Precedence = (a: number, b: number) => boolean;

/**
 * The largest of several steps at any instant. Where two are equally large, the one that takes
 * precedence is the cause.
 *
 * @param pieces steps in any order, overlapping as they like
 * @example largest([0, 10, 50, 0, 5, 8, 100, 1], (a, b) => a < b) // [0, 5, 50, 0, 5, 8, 100, 1, 8, 10, 50, 0]
 */
export function largest(pieces: readonly number[], precedes: Precedence): Steps {
  if (isApart(pieces)) return pieces;
  const sorted = isAscending(pieces) ? pieces : byStart(pieces);
  const answersBefore = (a: number, b: number): boolean => (sorted[a + 2] === sorted[b + 2] ? precedes(sorted[a + 3]!, sorted[b + 3]!) : sorted[a + 2]! > sorted[b + 2]!);
  const steps: number[] = [];
  // The open pieces that are or will be the largest: the largest first, each one after it ending later.
  const open: number[] = [];
  let now = -Infinity;
  const settle = (until: number): void => {
    while (open.length > 0) {
      const top = open[0]!;
      const end = Math.min(sorted[top + 1]!, until);
      if (now < end) append(steps, now, end, sorted[top + 2]!, sorted[top + 3]!);
      now = Math.max(now, end);
      if (sorted[top + 1]! > until) return;
      open.shift();
    }
    now = until;
  };
  for (let piece = 0; piece < sorted.length; piece += STEP) {
    settle(sorted[piece]!);
    let low = 0;
    let high = open.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (answersBefore(piece, open[middle]!)) high = middle;
      else low = middle + 1;
    }
    const end = sorted[piece + 1]!;
    if (low > 0 && sorted[open[low - 1]! + 1]! >= end) continue;
    let last = low;
    while (last < open.length && sorted[open[last]! + 1]! <= end) last++;
    open.splice(low, last - low, piece);
  }
  settle(Infinity);
  return steps;
}

/**
 * The `k`-th smallest level of several step functions at any instant: the impairment of a group of
 * which `k` members must be up. Among members equally impaired the one that takes precedence counts
 * as the larger, so that the last failure that the group could not bear is the cause.
 *
 * @param k 1 … members.length
 * @example kthSmallest([[0, 10, 100, 0], [5, 8, 100, 1]], 1, (a, b) => a < b) // [5, 8, 100, 1]
 */
export function kthSmallest(members: readonly Steps[], k: number, precedes: Precedence): Steps {
  const impaired = members.filter((member) => member.length > 0);
  // Members that are never impaired are the smallest always.
  const rank = k - (members.length - impaired.length);
  if (rank < 1) return [];
  const boundaries = [...new Set(impaired.flatMap((member) => edges(member)))].sort((a, b) => a - b);
  const at = impaired.map(() => 0);
  const steps: number[] = [];
  for (let b = 0; b + 1 < boundaries.length; b++) {
    const now = boundaries[b]!;
    const open: number[] = [];
    impaired.forEach((member, m) => {
      while (at[m]! < member.length && member[at[m]! + 1]! <= now) at[m]! += STEP;
      if (at[m]! < member.length && member[at[m]!]! <= now) open.push(m);
    });
    const position = rank - 1 - (impaired.length - open.length);
    if (position < 0) continue;
    const level = (m: number): number => impaired[m]![at[m]! + 2]!;
    const cause = (m: number): number => impaired[m]![at[m]! + 3]!;
    open.sort((x, y) => level(x) - level(y) || (cause(x) === cause(y) ? 0 : precedes(cause(x), cause(y)) ? 1 : -1));
    const member = open[position]!;
    append(steps, now, boundaries[b + 1]!, level(member), cause(member));
  }
  return steps;
}

/**
 * The instants at which at least this much is lost.
 *
 * @param level above 0
 * @example atLeast([0, 5, 50, 0, 5, 8, 100, 1], 1) // [0, 8]
 */
export function atLeast(steps: Steps, level: number): IntervalSet {
  const set: number[] = [];
  for (let i = 0; i < steps.length; i += STEP) {
    if (steps[i + 2]! < level) continue;
    if (set.length > 0 && set[set.length - 1] === steps[i]) set[set.length - 1] = steps[i + 1]!;
    else set.push(steps[i]!, steps[i + 1]!);
  }
  return set;
}

/** The steps inside a set of intervals, cut at its edges. `during([0, 10, 50, 0], [3, 5]) // [3, 5, 50, 0]` */
export function during(steps: Steps, set: IntervalSet): Steps {
  const part: number[] = [];
  if (steps.length === 0 || set.length === 0) return part;
  let i = firstStepEndingAfter(steps, set[0]!);
  let j = i < steps.length ? firstEndingAfter(set, steps[i]!) : set.length;
  while (i < steps.length && j < set.length) {
    const start = Math.max(steps[i]!, set[j]!);
    const end = Math.min(steps[i + 1]!, set[j + 1]!);
    if (start < end) part.push(start, end, steps[i + 2]!, steps[i + 3]!);
    if (steps[i + 1]! < set[j + 1]!) i += STEP;
    else j += 2;
  }
  return part;
}

/** Weighted seconds, in hundred-millionths of a second. `weigh([0, 10, 50, 0]) // 500` */
export function weigh(steps: Steps): number {
  let units = 0;
  for (let i = 0; i < steps.length; i += STEP) units += (steps[i + 1]! - steps[i]!) * steps[i + 2]!;
  return units;
}

/** Where each step begins and ends. */
function edges(steps: Steps): number[] {
  const instants: number[] = [];
  for (let i = 0; i < steps.length; i += STEP) instants.push(steps[i]!, steps[i + 1]!);
  return instants;
}

function isAscending(pieces: readonly number[]): boolean {
  for (let i = STEP; i < pieces.length; i += STEP) if (pieces[i]! < pieces[i - STEP]!) return false;
  return true;
}

/** The same pieces, by start. */
function byStart(pieces: readonly number[]): number[] {
  const order = Array.from({ length: pieces.length / STEP }, (_, i) => i * STEP).sort((a, b) => pieces[a]! - pieces[b]!);
  const sorted: number[] = [];
  for (const piece of order) sorted.push(pieces[piece]!, pieces[piece + 1]!, pieces[piece + 2]!, pieces[piece + 3]!);
  return sorted;
}

/** Whether the pieces already are steps: ascending and not overlapping. */
function isApart(pieces: readonly number[]): boolean {
  for (let i = STEP; i < pieces.length; i += STEP) if (pieces[i]! < pieces[i - STEP + 1]!) return false;
  return true;
}

function append(steps: number[], start: number, end: number, level: number, cause: number): void {
  const last = steps.length - STEP;
  if (last >= 0 && steps[last + 1] === start && steps[last + 2] === level && steps[last + 3] === cause) steps[last + 1] = end;
  else steps.push(start, end, level, cause);
}

function firstStepEndingAfter(steps: Steps, instant: number): number {
  let low = 0;
  let high = steps.length / STEP;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[STEP * middle + 1]! > instant) high = middle;
    else low = middle + 1;
  }
  return STEP * low;
}

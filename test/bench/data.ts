/** Made-up outages, the same in every run. */
import type { Outage } from '../../src/domain/availability/records';
import { at, outage } from '../support/records';

const DAY = 86_400;
/** 2026, in seconds. */
export const YEAR = { start: at('2026-01-01T00:00:00Z'), end: at('2027-01-01T00:00:00Z') };

/** Mulberry32: small, seeded, good enough to spread outages. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function itemName(item: number): string {
  return `Item ${String(item + 1).padStart(4, '0')}`;
}

/**
 * Outages of 2026 in no order: minutes to hours long, so that many of one item overlap; a tenth
 * partial, a twentieth planned and announced, one in a hundred set aside.
 */
export function outagesOf2026(count: number, items: number): Outage[] {
  const next = random(20260101);
  return Array.from({ length: count }, (_, index) => {
    const start = YEAR.start + Math.floor(next() * (YEAR.end - YEAR.start));
    const seconds = 60 + Math.floor(next() ** 4 * 12 * 3600);
    const planned = next() < 0.05;
    const counts = next() >= 0.01;
    return outage({
      row: index + 2,
      item: itemName(Math.floor(next() * items)),
      start,
      end: start + seconds,
      impact: next() < 0.1 ? 0.25 : 1,
      planned,
      plannedUntil: null,
      notified: planned ? start - Math.floor(next() * 14 * DAY) : null,
      counts,
      reason: counts ? null : 'double import',
    });
  });
}

/** Seconds that something took. */
export function seconds(run: () => void): number {
  const started = performance.now();
  run();
  return (performance.now() - started) / 1000;
}

/** The middle one of several runs. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

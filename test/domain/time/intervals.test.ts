import fc from 'fast-check';
import { clip, contains, duration, firstEndingAfter, intersect, normalise, overlap, subtract, union } from '../../../src/domain/time/intervals';
import type { Interval, IntervalSet } from '../../../src/domain/time/records';
import { runs } from '../../support/runs';

const SIZE = 60;
const interval = fc.tuple(fc.integer({ min: 0, max: SIZE }), fc.integer({ min: 0, max: SIZE })).map(([start, end]) => ({ start, end }));
const intervals = fc.array(interval, { maxLength: 8 });

/** The reference: a row of seconds, each in or out. */
const seconds = (list: readonly Interval[]) => Array.from({ length: SIZE }, (_, t) => list.some(({ start, end }) => start <= t && t < end));
const secondsOf = (set: IntervalSet) => Array.from({ length: SIZE }, (_, t) => set.some((_, i) => i % 2 === 0 && set[i]! <= t && t < set[i + 1]!));
const wellFormed = (set: IntervalSet) => set.length % 2 === 0 && set.every((value, i) => i === 0 || value > set[i - 1]!);

test('agrees with a row of seconds', () => {
  fc.assert(
    fc.property(intervals, intervals, interval, (listA, listB, part) => {
      const a = normalise(listA);
      const b = normalise(listB);
      const inA = seconds(listA);
      const inB = seconds(listB);
      const inPart = seconds([part]);
      const expectSet = (set: IntervalSet, expected: boolean[]) => {
        expect(wellFormed(set)).toBe(true);
        expect(secondsOf(set)).toEqual(expected);
      };
      expectSet(a, inA);
      expectSet(union(a, b), inA.map((value, t) => value || inB[t]!));
      expectSet(intersect(a, b), inA.map((value, t) => value && inB[t]!));
      expectSet(subtract(a, b), inA.map((value, t) => value && !inB[t]!));
      expectSet(clip(a, part.start, part.end), inA.map((value, t) => value && inPart[t]!));
      expect(duration(a)).toBe(inA.filter(Boolean).length);
      expect(overlap(a, part.start, part.end)).toBe(inA.filter((value, t) => value && inPart[t]!).length);
      expect(inA.map((_, t) => contains(a, t))).toEqual(inA);
    }),
    { numRuns: runs(1000) },
  );
});

test('intervals that touch are one, those without length are none', () => {
  expect(normalise([{ start: 5, end: 9 }, { start: 0, end: 5 }, { start: 20, end: 20 }, { start: 30, end: 25 }])).toEqual([0, 9]);
  expect(union([0, 5], [5, 9])).toEqual([0, 9]);
});

test('finds the interval that holds an instant or the next one', () => {
  expect([-1, 0, 4, 5, 8, 11, 12].map((t) => firstEndingAfter([0, 5, 8, 12], t))).toEqual([0, 0, 0, 2, 2, 2, 4]);
});

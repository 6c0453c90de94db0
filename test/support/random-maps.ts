/** Small random service maps, and what goes down in them by trying it out: slow, plain, and nothing of the program's own. */
import fc from 'fast-check';
import type { Dependency } from '../../src/domain/servicemap/records';
import { dependency } from './records';

export const THINGS = Array.from({ length: 14 }, (_, index) => `t${index}`);

const row = fc.record({ item: fc.nat(13), below: fc.nat(13), group: fc.constantFrom(null, 'x', 'x', 'y'), required: fc.constantFrom(null, null, 1, 1, 1, 1, 1, 2, 2, 3) });

/** Rows of up to 14 things with shared parts and k-of-n groups; in one map of three things may stand on each other. */
export const randomMap: fc.Arbitrary<Dependency[]> = fc
  .tuple(fc.array(row, { minLength: 8, maxLength: 40 }), fc.constantFrom(true, false, false))
  .map(([rows, mayCircle]) =>
    rows.flatMap(({ item, below, group, required }) => {
      if (item === below && !mayCircle) return [];
      const [upper, lower] = mayCircle ? [item, below] : [Math.min(item, below), Math.max(item, below)];
      return [dependency(THINGS[upper]!, THINGS[lower]!, group, group === null ? null : required)];
    }),
  );

/**
 * What is down when some things are out, round by round until nothing is added: a thing goes down with
 * what it needs by itself, and where fewer of a group are up than are required (the strictest number that
 * its rows say, at most all).
 */
export function trial(rows: readonly Dependency[]): (out: readonly string[]) => Set<string> {
  const needs = THINGS.map((thing) => {
    const own = rows.filter(({ item }) => item === thing);
    const groups = ['x', 'y'].map((name) => own.filter(({ group }) => group === name)).filter((group) => group.length > 0);
    return {
      thing,
      single: own.filter(({ group }) => group === null).map(({ dependsOn }) => dependsOn),
      groups: groups.map((group) => {
        const members = [...new Set(group.map(({ dependsOn }) => dependsOn))];
        return { members, required: Math.min(members.length, Math.max(...group.map(({ required }) => required ?? 1))) };
      }),
    };
  });
  return (out) => {
    const down = new Set(out);
    for (let before = -1; before !== down.size; ) {
      before = down.size;
      for (const { thing, single, groups } of needs) {
        if (single.some((name) => down.has(name)) || groups.some(({ members, required }) => members.filter((name) => !down.has(name)).length < required)) down.add(thing);
      }
    }
    return down;
  };
}

/** Everything beneath a thing. */
export function beneathByTrial(rows: readonly Dependency[], thing: string): Set<string> {
  const reached = new Set<string>([thing]);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { item, dependsOn } of rows) if (reached.has(item)) reached.add(dependsOn);
  }
  reached.delete(thing);
  return reached;
}

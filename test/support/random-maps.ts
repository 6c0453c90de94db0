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
export function downByTrial(rows: readonly Dependency[], out: readonly string[]): Set<string> {
  const down = new Set(out);
  for (let before = -1; before !== down.size; ) {
    before = down.size;
    for (const thing of THINGS) {
      const own = rows.filter(({ item }) => item === thing);
      if (own.some(({ dependsOn, group }) => group === null && down.has(dependsOn))) down.add(thing);
      for (const name of ['x', 'y']) {
        const group = own.filter((one) => one.group === name);
        if (group.length === 0) continue;
        const members = [...new Set(group.map(({ dependsOn }) => dependsOn))];
        const required = Math.min(members.length, Math.max(...group.map((one) => one.required ?? 1)));
        if (members.filter((member) => !down.has(member)).length < required) down.add(thing);
      }
    }
  }
  return down;
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

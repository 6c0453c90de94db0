import { mean } from '../../domain/aggregates';

/** What must get across from its left to its right ends by one upright line. */
export interface Crossing {
  /** Heights at which lines come in from the left. */
  readonly lefts: readonly number[];
  /** Heights at which lines go on to the right. */
  readonly rights: readonly number[];
}

export interface Lanes {
  /** Number of each crossing's lane, from the left; null: it is level and needs none. */
  readonly lanes: readonly (number | null)[];
  readonly count: number;
  /** Crossings of which one at least must go on at another height for none to run along another; none: all is well. */
  readonly conflicts: readonly { readonly crossing: number; readonly y: number }[];
}

/** Upright lines of one lane are at least so far apart, in points: nearer ones would read as one line. */
const APART = 60;

/**
 * Lanes for lines that cross a gutter. No line runs along another: where one comes in at the height at
 * which another goes on, its lane is the one further left. Of lines that go the same way the outer one
 * turns first, so that they do not cross.
 *
 * @example
 * lanesOf([{ lefts: [0], rights: [60] }, { lefts: [30], rights: [90] }]).lanes // [1, 0]: the lower one turns first
 */
export function lanesOf(crossings: readonly Crossing[]): Lanes {
  const upright = crossings.map((crossing, index) => ({ ...crossing, index, ...spanOf(crossing) })).filter(({ from, to }) => to > from);
  const before = new Map(upright.map((one) => [one.index, upright.filter((other) => other.index !== one.index && other.lefts.some((y) => one.rights.includes(y))).map(({ index }) => index)]));
  const waiting = upright.toSorted((a, b) => turn(a) - turn(b) || a.index - b.index);
  const lanes = Array<number | null>(crossings.length).fill(null);
  const taken: { from: number; to: number }[][] = [];
  let conflicts: { crossing: number; y: number }[] = [];
  while (waiting.length > 0) {
    let next = waiting.findIndex(({ index }) => (before.get(index) ?? []).every((other) => lanes[other] !== null));
    if (next < 0) {
      next = 0;
      if (conflicts.length === 0) conflicts = waiting.flatMap(({ index, rights }) => rights.filter((y) => waiting.some((other) => other.index !== index && other.lefts.includes(y))).map((y) => ({ crossing: index, y })));
    }
    const [one] = waiting.splice(next, 1);
    if (one === undefined) break;
    let lane = Math.max(0, ...(before.get(one.index) ?? []).map((other) => (lanes[other] ?? -1) + 1));
    while (taken[lane]?.some(({ from, to }) => from < one.to + APART && one.from < to + APART)) lane++;
    lanes[one.index] = lane;
    (taken[lane] ??= []).push({ from: one.from, to: one.to });
  }
  return { lanes, count: taken.length, conflicts };
}

function spanOf({ lefts, rights }: Crossing): { from: number; to: number } {
  const all = [...lefts, ...rights];
  return { from: Math.min(...all), to: Math.max(...all) };
}

/** Lines that go up turn first, the uppermost of them before the others; of lines that go down the lowest. */
function turn({ lefts, rights }: Crossing): number {
  const left = mean(lefts)!;
  return mean(rights)! < left ? left - 1e6 : -left;
}

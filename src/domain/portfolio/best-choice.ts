import type { Work } from '../work';

/** Something that can be chosen once, or not at all. */
export interface Choice {
  /** 0 or more. */
  readonly cost: number;
  /** 0 or more. */
  readonly value: number;
}

/** A set of choices that is still in the running, as the one chosen last and those before it. */
interface Candidate {
  readonly cost: number;
  readonly value: number;
  readonly last: number;
  readonly before: Candidate | null;
}

/** Amounts are taken to so many parts of one: sums of whole numbers are exact where sums of fractions are not. */
export const PARTS = 1e6;
/** Sets looked at between two pauses: about a millisecond. */
const SETS_PER_STEP = 1000;
/**
 * Sets looked at in all: seconds. Portfolios take thousands, even where value follows cost closely; what takes
 * more is made so, such as amounts to the cent that are all worth the same per unit of cost.
 */
const MOST_SETS = 500_000;

export interface BestChoice {
  /** Places of the chosen, ascending. */
  readonly chosen: readonly number[];
  /** No other subset is worth more; false: too many came close to look at all of them. */
  readonly proved: boolean;
}

/**
 * The choices that together are worth most and cost no more than the budget, each whole or not at all: the
 * best of all subsets, not a good guess.
 *
 * It keeps every set that no other beats in cost and value, choice by choice in the order of value per cost
 * (the list form of dynamic programming, by Nemhauser and Ullmann), and drops one as soon as even the rest of
 * the budget at the best value per cost (Dantzig's bound) could not make it better than the best set known.
 *
 * @param choices costs and values in one currency; read to a millionth of it
 * @param budget 0 or more, or Infinity
 * @example
 * // 6 and 5 cost 11: too much; 5 and 4 are worth 45, 6 and 4 51
 * finish(bestChoiceWork([{ cost: 6, value: 30 }, { cost: 5, value: 24 }, { cost: 4, value: 21 }], 10)) // { chosen: [0, 2], proved: true }
 */
export function* bestChoiceWork(choices: readonly Choice[], budget: number): Work<BestChoice> {
  const order = choices.map((_, place) => place).toSorted((a, b) => valuePerCost(choices[b]!) - valuePerCost(choices[a]!));
  const allCosts = order.map((place) => Math.round(choices[place]!.cost * PARTS));
  const allValues = order.map((place) => Math.round(choices[place]!.value * PARTS));
  const [costUnit, valueUnit] = [commonUnit(allCosts), commonUnit(allValues)];
  const costs = allCosts.map((cost) => cost / costUnit);
  const values = allValues.map((value) => value / valueUnit);
  const room = Math.floor(Math.round(budget * PARTS) / costUnit);
  const costBefore = sumsBefore(costs);
  const valueBefore = sumsBefore(values);

  /** Up to which of the choices from `from` on all of them fit. */
  const fitUntil = (from: number, left: number): number => {
    let [low, high] = [from, costs.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (costBefore[middle]! - costBefore[from]! <= left) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  let best = { value: -1, set: null as Candidate | null, from: 0, until: 0 };
  /** Whether a set may still become the best, with the choices from `from` on; as good as it surely gets, it is noted. */
  const isHopeful = (set: Candidate, from: number): boolean => {
    const left = room - set.cost;
    const until = fitUntil(from, left);
    const sure = set.value + valueBefore[until]! - valueBefore[from]!;
    if (sure > best.value) best = { value: sure, set, from, until };
    if (until === costs.length) return false;
    const part = ((left - costBefore[until]! + costBefore[from]!) * values[until]!) / costs[until]!;
    // A trifle more, so that rounding never makes the bound too small.
    return sure + Math.floor(part * (1 + 1e-15) + 1e-6) > best.value;
  };

  const nothing: Candidate = { cost: 0, value: 0, last: -1, before: null };
  let sets: Candidate[] = isHopeful(nothing, 0) ? [nothing] : [];
  let looked = 0;
  for (let at = 0; at < costs.length && sets.length > 0 && looked <= MOST_SETS; at++) {
    const next: Candidate[] = [];
    let most = -1;
    // Both runs are in order of cost: each set as it is, and each with the choice added.
    for (let plain = 0, added = 0; plain < sets.length || added < sets.length; ) {
      if (++looked % SETS_PER_STEP === 0) yield;
      const without = sets[plain];
      const base = sets[added];
      const cost = base === undefined ? Infinity : base.cost + costs[at]!;
      const value = base === undefined ? 0 : base.value + values[at]!;
      const isPlain = without !== undefined && (without.cost < cost || (without.cost === cost && without.value >= value));
      if (isPlain) plain++;
      else added++;
      if ((isPlain ? without.value : value) <= most) continue;
      if (!isPlain && cost > room) {
        // All that follow with the choice added cost more.
        added = sets.length;
        continue;
      }
      const set = isPlain ? without : { cost, value, last: at, before: base! };
      most = set.value;
      if (isHopeful(set, at + 1)) next.push(set);
    }
    sets = next;
  }
  const chosen = Array.from({ length: best.until - best.from }, (_, at) => best.from + at);
  for (let set = best.set; set !== null && set.last >= 0; set = set.before) chosen.push(set.last);
  return { chosen: chosen.map((at) => order[at]!).sort((a, b) => a - b), proved: looked <= MOST_SETS };
}

function valuePerCost({ cost, value }: Choice): number {
  return cost > 0 ? value / cost : Number.MAX_VALUE;
}

/** Sums of the first 0, 1, 2, … numbers. */
function sumsBefore(numbers: readonly number[]): number[] {
  const sums = [0];
  for (const number of numbers) sums.push(sums.at(-1)! + number);
  return sums;
}

/** The largest number of which all are multiples; 1 for none. */
function commonUnit(numbers: readonly number[]): number {
  let unit = 0;
  for (const number of numbers) for (let rest = number; rest > 0; ) [unit, rest] = [rest, unit % rest];
  return unit === 0 ? 1 : unit;
}

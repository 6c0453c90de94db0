import type { Work } from '../work';
import { type BestChoice, bestChoiceWork, type Choice, PARTS } from './best-choice';

/** Of one unit of the currency: a choice is better from a cent on, and budgets are whole cents. */
const CENTS = 100;

export interface NextChoice {
  /** Whole cents. */
  readonly budget: number;
  /** Places of the chosen, ascending. */
  readonly chosen: readonly number[];
}

/**
 * The smallest budget at which a choice can be paid for that is worth more than the present one, and the best
 * choice at that budget.
 *
 * What a choice costs least where it leaves out what costs most: among all that may be left out without falling
 * back to the present worth, the dearest is found by the search for the best choice with costs and values exchanged.
 *
 * @param choices as `bestChoiceWork` has them
 * @param now the best of them for the present budget
 * @param spent what the budget pays before any choice
 * @returns null: all is chosen, or it is not proved what is best
 * @example
 * // 10 pays for 6 and 4, worth 51; 6 and 5 are worth 54 and cost 11
 * finish(nextChoiceWork([{ cost: 6, value: 30 }, { cost: 5, value: 24 }, { cost: 4, value: 21 }], { chosen: [0, 2], proved: true }, 0)) // { budget: 11, chosen: [0, 1] }
 */
export function* nextChoiceWork(choices: readonly Choice[], now: BestChoice, spent: number): Work<NextChoice | null> {
  if (!now.proved) return null;
  const mayLose = sumOutside(now.chosen, choices, ({ value }) => value) - 1 / CENTS;
  if (mayLose < 0) return null;
  const leftOut = yield* bestChoiceWork(choices.map(({ cost, value }) => ({ cost: value, value: cost })), mayLose);
  if (!leftOut.proved) return null;
  const budget = upToCents(spent + sumOutside(leftOut.chosen, choices, ({ cost }) => cost));
  const { chosen, proved } = yield* bestChoiceWork(choices, budget - spent);
  return proved ? { budget, chosen } : null;
}

/** The sum over all places but these, of amounts as the search reads them. */
function sumOutside(places: readonly number[], choices: readonly Choice[], amount: (choice: Choice) => number): number {
  const inside = new Set(places);
  let parts = 0;
  for (const [place, choice] of choices.entries()) if (!inside.has(place)) parts += Math.round(amount(choice) * PARTS);
  return parts / PARTS;
}

/** @example upToCents(66666.666667) // 66666.67 */
function upToCents(amount: number): number {
  return Math.ceil(Math.round(amount * PARTS) / (PARTS / CENTS)) / CENTS;
}

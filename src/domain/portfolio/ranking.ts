import type { Settings } from '../records';
import type { ScorePart } from './figures';

/** What a project is ranked by; null: not known. */
export interface RankedBy {
  readonly npv: number | null;
  /** 1 … 5, 5 fits most. */
  readonly fit: number | null;
  /** 1 … 5, 5 is most urgent. */
  readonly urgency: number | null;
  /** 1 … 5, 5 is most risky. */
  readonly risk: number | null;
}

export interface Ranking {
  readonly parts: readonly ScorePart[];
  /** 0 … 1; null: nothing known that has a weight. */
  readonly score: number | null;
  /** 1: best. */
  readonly rank: number | null;
}

/** How much each factor counts, as Settings has it. */
export function weightsOf({ weightOfValue, weightOfFit, weightOfUrgency, weightOfRisk }: Settings): { readonly factor: ScorePart['factor']; readonly weight: number }[] {
  return [
    { factor: 'Value', weight: weightOfValue },
    { factor: 'Fit', weight: weightOfFit },
    { factor: 'Urgency', weight: weightOfUrgency },
    { factor: 'Risk', weight: weightOfRisk },
  ];
}

/**
 * Scores and ranks projects: the mean of the factors' scores by weight. A factor that is not known, or has
 * no weight, is left out of it.
 *
 * Value is where the NPV stands among the others, not how large it is, so that one huge project does not make
 * all others equal: 0 is the lowest, 1 the highest, equal ones share the mean of their places, and one alone
 * stands in the middle, 0.5. Fit and urgency from 1 to 5 give 0 … 1, risk 1 … 0.
 *
 * @returns aligned with `projects`; projects of equal score share a rank
 * @example
 * // Weights of value and risk 1, else 0: (1 + 0.25) ÷ 2 and (0 + 1) ÷ 2
 * ranked([{ npv: 900, fit: null, urgency: null, risk: 4 }, { npv: 5, fit: null, urgency: null, risk: 1 }], weights).map(({ score, rank }) => [score, rank]) // [[0.625, 1], [0.5, 2]]
 */
export function ranked(projects: readonly RankedBy[], weights: readonly { readonly factor: ScorePart['factor']; readonly weight: number }[]): Ranking[] {
  const places = placesOf(projects.flatMap(({ npv }) => (npv === null ? [] : [npv])));
  const scored = projects.map((project) => {
    const scores = scoresOf(project, places);
    const parts = weights.map(({ factor, weight }) => ({ factor, score: scores[factor], weight }));
    const [sum, all] = parts.reduce(([sum, all], { score, weight }) => (score === null ? [sum, all] : [sum + score * weight, all + weight]), [0, 0]);
    return { parts, score: all > 0 ? sum / all : null };
  });
  // Equal scores may differ in their last digits.
  const keys = scored.map(({ score }) => (score === null ? null : Math.round(score * 1e9)));
  const inOrder = keys.filter((key) => key !== null).sort((a, b) => b - a);
  const ranks = new Map(inOrder.toReversed().map((key, place) => [key, inOrder.length - place]));
  return scored.map((one, at) => ({ ...one, rank: keys[at] === null ? null : ranks.get(keys[at]!)! }));
}

function scoresOf({ npv, fit, urgency, risk }: RankedBy, places: ReadonlyMap<number, number>): Readonly<Record<ScorePart['factor'], number | null>> {
  return {
    Value: npv === null ? null : places.get(npv)!,
    Fit: fit === null ? null : (fit - 1) / 4,
    Urgency: urgency === null ? null : (urgency - 1) / 4,
    Risk: risk === null ? null : (5 - risk) / 4,
  };
}

/** Where each value stands among all: 0 lowest … 1 highest. @example placesOf([7, 5, 9, 9]) // Map { 5 => 0, 7 => 1/3, 9 => 5/6 } */
function placesOf(values: readonly number[]): Map<number, number> {
  const ascending = values.toSorted((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [place, value] of ascending.entries()) {
    if (!first.has(value)) first.set(value, place);
    last.set(value, place);
  }
  return new Map([...first].map(([value, place]) => [value, values.length < 2 ? 0.5 : (place + last.get(value)!) / 2 / (values.length - 1)]));
}

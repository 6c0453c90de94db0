import type { DependencyMap } from './dependency-map';
import { depthsBeneath } from './depths';
import { CASES_AT_ONCE, isDown, network, propagate, takeOut } from './propagation';
import { singlePoints } from './single-points';

/** Things beneath a service whose loss together takes it down, although neither does alone. */
export interface PairsOfFailure {
  /** Keys; the pair whose first thing is nearest to the service comes first. Empty where the map is too large. */
  readonly pairs: readonly (readonly [string, string])[];
  /** How many things were tried out against each other: all beneath the service that do not take it down alone. */
  readonly things: number;
  /** There are more things than may be tried out: nothing is said about pairs then. */
  readonly isTooLarge: boolean;
}

/** Half a million pairs. */
const MOST_THINGS = 1000;

/**
 * The pairs of failure of a service: every two things beneath it are taken out together. Single points
 * of failure are in no pair.
 *
 * @param root key of the service
 * @param mostThings from how many things on nothing is tried out: the work grows with their square
 * @example
 * // Mail needs Server A or Server B (group, 1 required), both stand on Power
 * pairsOfFailure(map, 'mail') // { pairs: [['server a', 'server b']], things: 2, isTooLarge: false }
 */
export function pairsOfFailure(map: DependencyMap, root: string, mostThings = MOST_THINGS): PairsOfFailure {
  const beneath = [...depthsBeneath(map, root).keys()];
  const alone = singlePoints(map, root, beneath);
  const things = beneath.filter((key) => !alone.has(key));
  if (things.length > mostThings) return { pairs: [], things: things.length, isTooLarge: true };
  const wired = network(map, [root]);
  const places = things.map((key) => wired.places.get(key)!);
  const pairs: (readonly [string, string])[] = [];
  const words = CASES_AT_ONCE / 32;
  const down = new Int32Array(wired.keys.length * words);
  let cases: (readonly [number, number])[] = [];
  const tryOut = (): void => {
    down.fill(0);
    cases.forEach(([first, second], index) => {
      takeOut(down, words, places[first]!, index);
      takeOut(down, words, places[second]!, index);
    });
    propagate(wired, down, words);
    const rootPlace = wired.places.get(root)!;
    cases.forEach(([first, second], index) => {
      if (isDown(down, words, rootPlace, index)) pairs.push([things[first]!, things[second]!]);
    });
    cases = [];
  };
  for (let first = 0; first < things.length; first++) {
    for (let second = first + 1; second < things.length; second++) {
      if (cases.push([first, second]) === CASES_AT_ONCE) tryOut();
    }
  }
  if (cases.length > 0) tryOut();
  return { pairs, things: things.length, isTooLarge: false };
}

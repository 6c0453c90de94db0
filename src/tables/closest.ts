import { distance } from 'fastest-levenshtein';
import { foldName } from './names';

/**
 * The one name that is meant where a name is misspelt: the nearest by edit distance, if it is near
 * (one change in five letters, at most three) and no other is as near.
 *
 * @example closest('Crad Payments', ['Card Payments', 'ATM Network']) // 'Card Payments'
 */
export function closest(name: string, names: Iterable<string>): string | null {
  const wanted = foldName(name);
  let best: string | null = null;
  let least = Math.min(3, Math.ceil(wanted.length / 5)) + 1;
  for (const candidate of names) {
    const folded = foldName(candidate);
    if (Math.abs(folded.length - wanted.length) > least) continue;
    const changes = distance(wanted, folded);
    if (changes < least) [least, best] = [changes, candidate];
    else if (changes === least && best !== null && foldName(best) !== folded) best = null;
  }
  return best;
}

/** Which service answers what a user describes: his words against the phrases of the `Glossary`. */
import Fuse from 'fuse.js/basic';
import { nameKey } from '../names';
import type { SourceRow } from '../time/records';

/** One row of `Glossary`. */
export interface GlossaryRow extends SourceRow {
  /** What users say. */
  readonly phrase: string;
  /** The service that is meant. */
  readonly service: string;
}

/** What came of looking: one service, several that fit alike, or none. */
export interface GlossaryAnswer {
  /** Null: nothing is close, or several services are equally close. */
  readonly service: string | null;
  /** The services that fit best, where they fit alike; else none or one. */
  readonly candidates: readonly string[];
  /** How well the best phrase fits, 0 … 1. */
  readonly score: number;
}

/** Finds the service that is meant. */
export type Glossary = (words: string) => GlossaryAnswer;

/**
 * From which score on a phrase is close: a third of its meaning in the words, and nothing else in them,
 * or half of both. Below it there is no answer: a wrong service costs more than none.
 */
export const CLOSE = 0.5;
/** Words that are less alike than this are different words: two wrong letters of five are still alike. */
const ALIKE = 0.55;
/** So short a word is right or it is another one. */
const EXACT_LENGTH = 3;
/** What a word weighs that says little, and one that the glossary does not know. */
const FAINT = 0.1;
const UNKNOWN = 0.15;
/** Words whose meanings are kept. */
const MOST_KNOWN = 10_000;
/** Scores that differ by less are equal. */
const HAIR = 1e-9;

/** Words that stand in any description. */
const FUNCTION_WORDS = new Set(
  ('a an the is are was were be been am it its i me my we us our you your he she they them their this that these those there here to of in on at for from with by as and or but if so then than ' +
    'do does did done can could cannot cant wont will would should dont doesnt not no any anything nothing everything something some very just please help hello hi since when while again always still have has had get gets got im ive').split(' '),
);

/**
 * Reads the phrases once; the answer finds words in any order, with typing errors, written apart or
 * together, and inside longer descriptions.
 *
 * Each word of a phrase weighs the more the fewer phrases have it, and function words hardly anything.
 * The score is the harmonic mean of two shares (the F-measure of information retrieval): how much of the
 * phrase is in the words, and how much of the words is in the phrase, each weighed by how alike the words
 * are. The best phrase answers if it scores `CLOSE` or more.
 *
 * @example glossary([{ phrase: 'cannot print', service: 'Printing', row: 2 }])('the pritner will not print').service // 'Printing'
 */
export function glossary(rows: readonly GlossaryRow[]): Glossary {
  const phrases = rows.map(({ phrase, service }) => ({ service, words: wordsOf(phrase) })).filter(({ words }) => words.length > 0);
  /** Word → the phrases that have it, by their place. */
  const holders = new Map<string, number[]>();
  phrases.forEach(({ words }, place) => {
    for (const word of words) {
      const places = holders.get(word);
      if (places) places.push(place);
      else holders.set(word, [place]);
    }
  });
  const weights = new Map([...holders].map(([word, { length }]) => [word, (FUNCTION_WORDS.has(word) ? FAINT : 1) * Math.log(1 + phrases.length / length)]));
  const weightOf = (word: string) => weights.get(word) ?? 0;
  const unknownWeight = UNKNOWN * Math.log(1 + phrases.length);

  const search = new Fuse([...holders.keys()], { includeScore: true, ignoreFieldNorm: true, threshold: 1 - ALIKE, location: 0, distance: 4 });
  const known = new Map<string, ReadonlyMap<string, number>>();
  /** Words of the glossary that a word may mean, and how alike they are, 0 … 1. */
  const meanings = (word: string): ReadonlyMap<string, number> => {
    let found = known.get(word);
    if (!found) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(word, (found = likeness(word, holders, search)));
    }
    return found;
  };

  return (text) => {
    let asked = 0;
    /** Words of the glossary that are meant → how alike they are to what was written. */
    const meant = new Map<string, number>();
    for (const word of together(wordsOf(text), holders)) {
      const means = meanings(word);
      asked += means.size > 0 ? Math.max(...[...means.keys()].map(weightOf)) : FUNCTION_WORDS.has(word) ? 0 : unknownWeight;
      for (const [meaning, alike] of means) meant.set(meaning, Math.max(alike, meant.get(meaning) ?? 0));
    }
    let score = 0;
    let best: string[] = [];
    for (const place of new Set([...meant.keys()].flatMap((word) => holders.get(word)!).sort((a, b) => a - b))) {
      const { service, words } = phrases[place]!;
      let whole = 0;
      let common = 0;
      for (const word of words) {
        whole += weightOf(word);
        common += weightOf(word) * (meant.get(word) ?? 0);
      }
      // 2 ÷ (1 ÷ share of the phrase + 1 ÷ share of the words).
      const fit = (2 * common) / (whole + Math.max(common, asked));
      if (fit < CLOSE || fit < score - HAIR) continue;
      if (fit > score + HAIR) [score, best] = [fit, []];
      if (!best.some((one) => nameKey(one) === nameKey(service))) best.push(service);
    }
    return { service: best.length === 1 ? best[0]! : null, candidates: best, score };
  };
}

/** Words of the vocabulary that a word may be: itself, two of them written together, or misspelt ones. */
function likeness(word: string, vocabulary: ReadonlyMap<string, unknown>, search: Fuse<string>): ReadonlyMap<string, number> {
  if (vocabulary.has(word)) return new Map([[word, 1]]);
  // A number with another digit is another number.
  if (word.length <= EXACT_LENGTH || /^\p{N}+$/u.test(word)) return new Map();
  for (let cut = 1; cut < word.length; cut++) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    if (vocabulary.has(left) && vocabulary.has(right)) return new Map([[left, 1], [right, 1]]);
  }
  return new Map(
    search.search(word).flatMap(({ item, score = 1 }) => {
      const alike = (1 - score) * Math.sqrt(Math.min(word.length, item.length) / Math.max(word.length, item.length));
      return item.length > EXACT_LENGTH && alike >= ALIKE ? [[item, alike] as const] : [];
    }),
  );
}

/** Neighbours that are one word of the vocabulary, as that word: `mail box` → `mailbox`. */
function together(words: readonly string[], vocabulary: ReadonlyMap<string, unknown>): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const pair = words[i]! + (words[i + 1] ?? '');
    joined.push(i + 1 < words.length && vocabulary.has(pair) ? (i++, pair) : words[i]!);
  }
  return joined;
}

/** The distinct words of a text without case, accents, apostrophes and hyphens. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/(?<=\p{L})['’‐‑-](?=\p{L})/gu, '');
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

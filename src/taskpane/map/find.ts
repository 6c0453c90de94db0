/** What a few words mean on the map: a service that users describe, or a name. */
import type { Figures } from '../../domain/figures';
import { firstByName, nameKey } from '../../domain/names';
import { glossary } from '../../domain/servicemap/glossary';
import { uniqueNames } from './map-book';

export interface Match {
  readonly name: string;
  /** It answers what was described; else its name is like the words. */
  readonly answers: boolean;
  /** Nothing is like the words, which are too common to answer: a phrase of the service has them. */
  readonly hasPhrase?: true;
}

/** More than this nobody reads under a search field. */
export const MOST_MATCHES = 6;

/**
 * Reads phrases and names once. What is found, best first: the very name; the service that the phrases
 * of `Glossary` mean; names with all the words in any order, as far as they are written; misspelt names.
 * Where there is none of these, the services that have a phrase with all the words.
 *
 * @example finder(figures)('mail is slwo') // [{ name: 'E-mail', answers: true }]
 */
export function finder(figures: Pick<Figures, 'glossary' | 'items' | 'maps'>): (words: string) => readonly Match[] {
  const customers = figures.maps.flatMap(({ lines }) => lines.filter(({ section }) => section === 'Customers').map(({ name }) => name));
  const names = uniqueNames([...figures.items.map(({ item }) => item), ...customers]);
  const keys = firstByName(names, (name) => name);
  const answer = glossary(figures.glossary.map(({ phrase, service, row }) => ({ phrase, service, row: row.row })));
  const like = glossary(names.map((name) => ({ phrase: name, service: name, row: 0 })));

  const phrases = figures.glossary.map(({ phrase, service }) => ({ service, parts: nameKey(phrase).split(' ') }));

  return (text) => {
    const words = nameKey(text).split(' ').filter((word) => word !== '');
    if (words.length === 0) return [];
    const exact = keys.get(nameKey(text));
    // A service that is on the glossary only has nothing to show.
    const meant = answer(text).candidates.flatMap((service) => keys.get(nameKey(service)) ?? []);
    const containing = [...keys].filter(([key]) => words.every((word) => key.includes(word)));
    const beginning = containing.filter(([key]) => key.startsWith(words[0]!));
    const found: Match[] = [
      ...(exact === undefined ? [] : [{ name: exact, answers: false }]),
      ...meant.map((name) => ({ name, answers: true })),
      ...[...[...beginning, ...containing].map(([, name]) => name), ...like(text).candidates].map((name) => ({ name, answers: false })),
    ];
    const seen = new Set<string>();
    if (found.length === 0) {
      const having = phrases.filter(({ parts }) => words.every((word) => parts.some((part) => part.startsWith(word))));
      found.push(...having.flatMap(({ service }) => keys.get(nameKey(service)) ?? []).map((name) => ({ name, answers: false, hasPhrase: true as const })));
    }
    return found.filter(({ name }) => !seen.has(name) && seen.add(name)).slice(0, MOST_MATCHES);
  };
}

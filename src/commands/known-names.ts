import { nameKey } from '../domain/names';
import { PlainError } from '../excel/errors';

/** So many names are listed where one is not known. */
const MOST_NAMES = 40;

/**
 * Names as the tables have them, each once.
 * @param unknown what is said of a name that is not there
 * @throws PlainError that lists those there are, where one is not known
 * @example knownNames(['sla e-mail'], ['SLA E-mail'], (name) => `There is no agreement “${name}”.`, 'BadAgreement') // ['SLA E-mail']
 */
export function knownNames(wanted: readonly string[], there: readonly string[], unknown: (name: string) => string, code: string): string[] {
  const known = new Map(there.map((name) => [nameKey(name), name]));
  const found = wanted.map((name) => {
    const as = known.get(nameKey(name));
    if (as !== undefined) return as;
    const names = [...known.values()];
    const more = names.length - MOST_NAMES;
    throw new PlainError(`${unknown(name)} ${names.length === 0 ? 'There is none.' : `There are: ${names.slice(0, MOST_NAMES).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`}`, code);
  });
  return [...new Set(found)];
}

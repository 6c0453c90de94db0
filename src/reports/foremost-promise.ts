import type { AgreementType } from '../domain/agreements/records';

/** Those who stand on a thing without an SLA go by its OLA, else by its UC. */
const PREFERENCE: readonly AgreementType[] = ['SLA', 'OLA', 'UC'];

/**
 * Of several promises about one thing the one that it is judged by where only one is shown: its SLA, else its OLA, else
 * its UC; of several of a kind the one with everybody first; undefined: there is none.
 *
 * @example foremost([ola, slaOfOneCustomer, slaOfAll], ({ type }) => type) // slaOfAll
 */
export function foremost<T extends { readonly customer: string | null }>(all: readonly T[], typeOf: (one: T) => AgreementType): T | undefined {
  const rank = (one: T): number => PREFERENCE.indexOf(typeOf(one)) * 2 + (one.customer === null ? 0 : 1);
  return all.toSorted((a, b) => rank(a) - rank(b))[0];
}

import type { ResponsibilityFigure, ResponsibilityRole, RowReference } from '../figures';
import { isUnreadable, nameKey } from '../names';
import type { Responsibility, Service } from './records';

const ROLES: readonly ResponsibilityRole[] = ['R', 'A', 'C', 'I'];

/**
 * Who does what for each service but retired ones, in the order of `Services`; a service without a row
 * has no parties. Names of parties compare without case, and a role that stands twice counts once.
 * Rows whose service, party or role cannot be read are left out.
 *
 * @example
 * // Mail: Ann R and A, Ben A
 * responsibilityFigures(services, rows)[0].broken // ['several A']
 */
export function responsibilityFigures(services: Iterable<Service>, rows: readonly Responsibility[]): ResponsibilityFigure[] {
  interface Party { readonly party: string; readonly roles: Set<ResponsibilityRole>; readonly rows: RowReference[] }
  const byService = new Map<string, Map<string, Party>>();
  for (const row of rows) {
    const [service, party] = [nameKey(row.service), nameKey(row.party)];
    if (!isUsable(row)) continue;
    let parties = byService.get(service);
    if (!parties) byService.set(service, (parties = new Map()));
    let entry = parties.get(party);
    if (!entry) parties.set(party, (entry = { party: row.party.trim(), roles: new Set(), rows: [] }));
    entry.roles.add(row.role);
    entry.rows.push({ table: 'Responsibilities', row: row.row });
  }
  const figures: ResponsibilityFigure[] = [];
  for (const { service, lifecycle } of services) {
    if (lifecycle === 'Retired') continue;
    const parties = [...(byService.get(nameKey(service))?.values() ?? [])].map(({ party, roles, rows: own }) => ({ party, roles: ROLES.filter((role) => roles.has(role)), rows: own }));
    figures.push({ service, parties, broken: brokenRules(parties) });
  }
  return figures;
}

/** Whether a row says of whom, who and what. */
export function isUsable(row: Responsibility): boolean {
  return nameKey(row.service) !== '' && nameKey(row.party) !== '' && !isUnreadable(row, 'service', 'party', 'role');
}

/**
 * Which rules of a RACI matrix the parties of a service break: exactly one is accountable, and at least
 * one responsible.
 *
 * @example brokenRules([{ roles: ['A', 'R'] }, { roles: ['A'] }]) // ['several A']
 */
export function brokenRules(parties: readonly { readonly roles: readonly ResponsibilityRole[] }[]): ResponsibilityFigure['broken'] {
  const accountable = parties.filter(({ roles }) => roles.includes('A')).length;
  const broken: ResponsibilityFigure['broken'][number][] = [];
  if (accountable === 0) broken.push('no A');
  if (accountable > 1) broken.push('several A');
  if (!parties.some(({ roles }) => roles.includes('R'))) broken.push('no R');
  return broken;
}

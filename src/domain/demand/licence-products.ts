import { addTo } from '../grouping';
import { nameKey } from '../names';
import type { LicenceFigure } from './figures';

/** A product, all its rows together: what one row lacks another may have. */
export interface LicenceProduct {
  /** As first written. */
  readonly product: string;
  readonly rows: readonly LicenceFigure[];
  readonly purchased: number;
  readonly assigned: number;
  /** Given to nobody. */
  readonly unassigned: number;
  /** Assigned above purchased. */
  readonly short: number;
  /** Assigned and not active, as far as that is recorded. */
  readonly notActive: number;
  /** Purchased, and with nobody who uses them. */
  readonly idle: number;
  /** Still short, even if all that are not active are taken back. */
  readonly toBuy: number;
  /** At the mean cost of those that the rows have idle, or short; 0: there are none; null: of one of them it is not known. */
  readonly costOfIdle: number | null;
  readonly costToBuy: number | null;
}

/**
 * Licences by product, in the order in which they first stand.
 *
 * @example
 * // Suite: 100 purchased, 110 assigned, 60 active at 2 each
 * licenceProducts(figures)[0] // { short: 10, notActive: 50, idle: 40, toBuy: 0, costOfIdle: 80, … }
 */
export function licenceProducts(licences: readonly LicenceFigure[]): LicenceProduct[] {
  const byProduct = new Map<string, LicenceFigure[]>();
  for (const licence of licences) addTo(byProduct, nameKey(licence.product), licence);
  return [...byProduct.values()].map((rows) => {
    const [purchased, assigned, notActive] = [sum(rows, (row) => row.purchased), sum(rows, (row) => row.assigned), sum(rows, ({ spare }) => spare ?? 0)];
    const lacking = assigned - purchased;
    const idle = Math.max(0, notActive - lacking);
    const toBuy = Math.max(0, lacking - notActive);
    return {
      product: rows[0]!.product,
      rows,
      purchased,
      assigned,
      unassigned: Math.max(0, -lacking),
      short: Math.max(0, lacking),
      notActive,
      idle,
      toBuy,
      costOfIdle: costOf(rows, ({ unassigned, spare }) => unassigned + (spare ?? 0), idle),
      costToBuy: costOf(rows, ({ short }) => short, toBuy),
    };
  });
}

function sum(rows: readonly LicenceFigure[], of: (row: LicenceFigure) => number): number {
  return rows.reduce((all, row) => all + of(row), 0);
}

/** The cost of so many licences, at the mean cost of those that the rows have. */
function costOf(rows: readonly LicenceFigure[], of: (row: LicenceFigure) => number, count: number): number | null {
  const having = rows.filter((row) => of(row) > 0);
  if (having.some(({ costPerLicence }) => costPerLicence === null)) return null;
  const all = sum(having, of);
  return all === 0 ? 0 : (sum(having, (row) => of(row) * row.costPerLicence!) * count) / all;
}

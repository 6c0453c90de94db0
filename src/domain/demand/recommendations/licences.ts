import { addTo } from '../../grouping';
import { nameKey } from '../../names';
import { plural } from '../../performance/phrases';
import type { LicenceFigure } from '../figures';
import type { Finding } from './finding';
import { countText, quantityText } from './words';

/** Fewer than so many licences, and less than this share of those purchased, are not worth a decision. */
const FEW = 10;
const SMALL_SHARE = 0.05;

/** A product, all its rows together: what one row lacks another may have. */
interface Product {
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
  /** Licences that nobody has or uses, less those short; below 0: so many have to be bought, even if all that are not active are taken back. */
  readonly tooMany: number;
}

/** Licences to buy, one finding for each product that is short of them once those not active are taken back. */
export function licencesShort(licences: readonly LicenceFigure[]): Finding[] {
  return products(licences).filter(({ tooMany }) => tooMany < 0).map((one) => {
    const { product, rows, purchased, assigned, notActive, tooMany } = one;
    const idle = notActive === 0 ? '' : `, ${quantityText(notActive, null)} of them not active`;
    return {
      ...common(one),
      kind: 'More capacity',
      source: 'More licences',
      finding: `Buy ${countText(-tooMany, 'licence')} of ${product}: ${quantityText(assigned, null)} ${assigned === 1 ? 'is' : 'are'} assigned${idle}; ${quantityText(purchased, null)} ${purchased === 1 ? 'is' : 'are'} purchased.`,
      amount: moneyOf(rows, ({ short }) => short, -tooMany),
    };
  });
}

/**
 * Licences that nobody has or uses, one finding for each product, the costliest first; a few of many are none. Those not active
 * that make up for others short are none too many, but are told, as they have to be taken back.
 */
export function fewerLicences(licences: readonly LicenceFigure[]): Finding[] {
  const wanted = products(licences).filter(({ tooMany, short, notActive, purchased }) => tooMany >= 0 && (short > 0 ? notActive > 0 : tooMany > 0 && (tooMany >= FEW || tooMany >= SMALL_SHARE * purchased)));
  const findings = wanted.map((one): Finding => ({ ...common(one), kind: 'Fewer licences', source: 'Fewer licences', finding: `${told(one)}.`, amount: moneyOf(one.rows, given, one.tooMany) }));
  return findings.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
}

function told({ product, purchased, assigned, unassigned, short, notActive, tooMany }: Product): string {
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  const idle = (of: string): string => `${quantityText(notActive, null)} of ${quantityText(assigned, null)} assigned ${of}${are(notActive)} not active`;
  const ofProduct = `${plural(assigned, 'licence')} of ${product} `;
  if (short > 0) return `${idle(ofProduct)}, ${quantityText(purchased, null)} ${are(purchased)} purchased: ${tooMany === 0 ? 'if those are taken back, none has to be bought' : `${quantityText(tooMany, null)} ${are(tooMany)} too many`}`;
  const parts = [
    ...(unassigned > 0 ? [`${quantityText(unassigned, null)} of ${countText(purchased, 'licence')} of ${product} ${are(unassigned)} given to nobody`] : []),
    ...(notActive > 0 ? [idle(unassigned > 0 ? '' : ofProduct)] : []),
  ];
  return parts.join('; ');
}

function common({ product, rows }: Product): Pick<Finding, 'about' | 'subject' | 'services' | 'businessUnit' | 'dueDate' | 'rows'> {
  return { about: product, subject: product, services: [...new Set(rows.flatMap(({ service }) => service ?? []))], businessUnit: null, dueDate: null, rows: rows.map(({ row }) => row) };
}

/** What a row has that nobody has or uses. */
function given({ unassigned, spare }: LicenceFigure): number {
  return unassigned + (spare ?? 0);
}

function products(licences: readonly LicenceFigure[]): Product[] {
  const byProduct = new Map<string, LicenceFigure[]>();
  for (const licence of licences) addTo(byProduct, nameKey(licence.product), licence);
  return [...byProduct.values()].map((rows) => {
    const [purchased, assigned] = [sum(rows, (row) => row.purchased), sum(rows, (row) => row.assigned)];
    return {
      product: rows[0]!.product,
      rows,
      purchased,
      assigned,
      unassigned: Math.max(0, purchased - assigned),
      short: Math.max(0, assigned - purchased),
      notActive: sum(rows, ({ spare }) => spare ?? 0),
      tooMany: sum(rows, given) - sum(rows, ({ short }) => short),
    };
  });
}

function sum(rows: readonly LicenceFigure[], of: (row: LicenceFigure) => number): number {
  return rows.reduce((all, row) => all + of(row), 0);
}

/** The cost of so many licences, at the mean cost of those that the rows have; null: of one of them it is not known. */
function moneyOf(rows: readonly LicenceFigure[], of: (row: LicenceFigure) => number, count: number): number | null {
  const having = rows.filter((row) => of(row) > 0);
  if (having.some(({ costPerLicence }) => costPerLicence === null)) return null;
  const all = sum(having, of);
  return all === 0 ? 0 : sum(having, (row) => of(row) * row.costPerLicence!) * count / all;
}

import { addTo } from '../../grouping';
import { nameKey } from '../../names';
import { plural } from '../../performance/phrases';
import type { LicenceFigure } from '../figures';
import type { Finding } from './finding';
import { countText, quantityText } from './words';

/** Licences to buy, one finding for each product that is short of them. */
export function licencesShort(licences: readonly LicenceFigure[]): Finding[] {
  return byProduct(licences.filter(({ short }) => short > 0)).map((rows) => {
    const { product } = rows[0]!;
    const short = sum(rows, (row) => row.short);
    const notActive = sum(rows, ({ spare }) => spare ?? 0);
    const instead = notActive === 0 ? '' : ` Of those assigned, ${quantityText(notActive, null)} ${notActive === 1 ? 'is' : 'are'} not active.`;
    return {
      ...common(rows),
      kind: 'More capacity',
      about: `${product} licences`,
      finding: `Buy ${countText(short, 'licence')} of ${product}: ${quantityText(sum(rows, ({ assigned }) => assigned), null)} are assigned, ${quantityText(sum(rows, ({ purchased }) => purchased), null)} purchased.${instead}`,
      amount: total(rows, ({ costOfShort }) => costOfShort),
    };
  });
}

/**
 * Licences that nobody has or uses, one finding for each product, the costliest first. Those not active that
 * make up for others short in the same row are none too many.
 */
export function fewerLicences(licences: readonly LicenceFigure[]): Finding[] {
  const tooMany = ({ unassigned, spare, short }: LicenceFigure): number => unassigned + Math.max(0, (spare ?? 0) - short);
  const findings = byProduct(licences.filter((row) => tooMany(row) > 0)).map((rows): Finding => {
    const { product } = rows[0]!;
    const [purchased, assigned] = [sum(rows, (row) => row.purchased), sum(rows, (row) => row.assigned)];
    const [unassigned, spare] = [sum(rows, (row) => row.unassigned), sum(rows, (row) => row.spare ?? 0)];
    const are = (count: number): string => (count === 1 ? 'is' : 'are');
    const parts = [
      ...(unassigned > 0 ? [`${quantityText(unassigned, null)} of ${countText(purchased, 'licence')} of ${product} ${are(unassigned)} given to nobody`] : []),
      ...(spare > 0 ? [`${quantityText(spare, null)} of ${quantityText(assigned, null)} assigned ${unassigned > 0 ? '' : `${plural(assigned, 'licence')} of ${product} `}${are(spare)} not active`] : []),
    ];
    return { ...common(rows), kind: 'Fewer licences', about: product, finding: `${parts.join('; ')}.`, amount: total(rows, (row) => (row.costPerLicence === null ? null : tooMany(row) * row.costPerLicence)) };
  });
  return findings.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
}

function common(rows: readonly LicenceFigure[]): Pick<Finding, 'subject' | 'services' | 'businessUnit' | 'dueDate' | 'rows'> {
  return { subject: rows[0]!.product, services: [...new Set(rows.flatMap(({ service }) => service ?? []))], businessUnit: null, dueDate: null, rows: rows.map(({ row }) => row) };
}

function byProduct(licences: readonly LicenceFigure[]): LicenceFigure[][] {
  const products = new Map<string, LicenceFigure[]>();
  for (const licence of licences) addTo(products, nameKey(licence.product), licence);
  return [...products.values()];
}

function sum(rows: readonly LicenceFigure[], of: (row: LicenceFigure) => number): number {
  return rows.reduce((all, row) => all + of(row), 0);
}

/** Null: of one of them it is not known. */
function total(rows: readonly LicenceFigure[], of: (row: LicenceFigure) => number | null): number | null {
  return rows.some((row) => of(row) === null) ? null : sum(rows, (row) => of(row)!);
}

import { plural } from '../../performance/phrases';
import type { LicenceFigure } from '../figures';
import { type LicenceProduct, licenceProducts } from '../licence-products';
import type { Finding } from './finding';
import { countText, quantityText } from './words';

/** Fewer than so many licences, and less than this share of those purchased, are not worth a decision. */
const FEW = 10;
const SMALL_SHARE = 0.05;

/** Licences to buy, one finding for each product that is short of them once those not active are taken back. */
export function licencesShort(licences: readonly LicenceFigure[]): Finding[] {
  return licenceProducts(licences).filter(({ toBuy }) => toBuy > 0).map((one) => {
    const { product, purchased, assigned, notActive, toBuy, costToBuy } = one;
    const idle = notActive === 0 ? '' : `, ${quantityText(notActive, null)} of them not active`;
    return {
      ...common(one),
      kind: 'More capacity',
      source: 'More licences',
      finding: `Buy ${countText(toBuy, 'licence')} of ${product}: ${quantityText(assigned, null)} ${assigned === 1 ? 'is' : 'are'} assigned${idle}; ${quantityText(purchased, null)} ${purchased === 1 ? 'is' : 'are'} purchased.`,
      amount: costToBuy,
    };
  });
}

/**
 * Licences that nobody has or uses, one finding for each product, the costliest first; a few of many are none. Those not active
 * that make up for others short are none too many, but are told, as they have to be taken back.
 */
export function fewerLicences(licences: readonly LicenceFigure[]): Finding[] {
  const wanted = licenceProducts(licences).filter(({ toBuy, idle, short, notActive, purchased }) => toBuy === 0 && (short > 0 ? notActive > 0 : idle > 0 && (idle >= FEW || idle >= SMALL_SHARE * purchased)));
  const findings = wanted.map((one): Finding => ({ ...common(one), kind: 'Fewer licences', source: 'Fewer licences', finding: `${told(one)}.`, amount: one.costOfIdle }));
  return findings.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
}

function told({ product, purchased, assigned, unassigned, short, notActive, idle }: LicenceProduct): string {
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  const inactive = (of: string): string => `${quantityText(notActive, null)} of ${quantityText(assigned, null)} assigned ${of}${are(notActive)} not active`;
  const ofProduct = `${plural(assigned, 'licence')} of ${product} `;
  if (short > 0) return `${inactive(ofProduct)}, ${quantityText(purchased, null)} ${are(purchased)} purchased: ${idle === 0 ? 'if those are taken back, none has to be bought' : `${quantityText(idle, null)} ${are(idle)} too many`}`;
  const parts = [
    ...(unassigned > 0 ? [`${quantityText(unassigned, null)} of ${countText(purchased, 'licence')} of ${product} ${are(unassigned)} given to nobody`] : []),
    ...(notActive > 0 ? [inactive(unassigned > 0 ? '' : ofProduct)] : []),
  ];
  return parts.join('; ');
}

function common({ product, rows }: LicenceProduct): Pick<Finding, 'about' | 'subject' | 'services' | 'businessUnit' | 'dueDate' | 'rows'> {
  return { about: product, subject: product, services: [...new Set(rows.flatMap(({ service }) => service ?? []))], businessUnit: null, dueDate: null, rows: rows.map(({ row }) => row) };
}

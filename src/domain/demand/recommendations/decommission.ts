import { addTo } from '../../grouping';
import { nameKey } from '../../names';
import { monthAndYear } from '../../performance/phrases';
import type { Catalogue } from '../../servicemap/catalogue';
import type { UsageFigure } from '../figures';
import { monthsOfNoUse } from '../no-use';
import type { Finding } from './finding';
import { monthsText, quantityText } from './words';

/** Things that nobody uses any more, in whatever unit, and about which that is not decided yet. */
export function decommission(usage: readonly UsageFigure[], { services }: Catalogue, servicesOf: (item: string) => readonly string[]): Finding[] {
  const byItem = new Map<string, UsageFigure[]>();
  for (const figure of usage) addTo(byItem, nameKey(figure.item), figure);
  return [...byItem].flatMap(([key, figures]): Finding[] => {
    const service = services.get(key);
    const decided = service?.lifecycle === 'Retired' || service?.lifecycle === 'To be decommissioned';
    if (decided || figures[0]!.section === null || !figures.every(({ noUse }) => noUse)) return [];
    const { item } = figures[0]!;
    const zeros = monthsOfNoUse(figures[0]!.months)!;
    const uses = figures.flatMap(({ months, unit }) => months.flatMap(({ month, quantity }) => (quantity === null || quantity === 0 ? [] : [{ month, quantity, unit }])));
    const last = uses.toSorted((a, b) => (a.month < b.month ? -1 : 1)).at(-1);
    return [{
      kind: 'Decommission',
      source: 'Decommission',
      about: item,
      subject: item,
      finding: `No use in ${monthsText(zeros.map(({ month }) => month))}${last ? `; last used in ${monthAndYear(last.month)}: ${quantityText(last.quantity, last.unit)}` : ''}.`,
      services: servicesOf(item),
      businessUnit: null,
      amount: service?.annualCost ?? null,
      dueDate: null,
      rows: figures.flatMap(({ rows }) => rows),
    }];
  });
}

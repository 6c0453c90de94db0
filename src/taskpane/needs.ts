import type { Figures, TargetFigure } from '../domain/figures';
import type { Problem } from '../tables/model';
import { budgetText, measuredText, promiseTitle } from './format';
import { count } from './words';

/** One thing that waits for a person, and the table row that explains it. */
export interface Need {
  readonly key: string;
  readonly kind: 'Missed' | 'At risk' | 'rows';
  readonly title: string;
  readonly detail: string;
  /** The row of the user's tables to look at first. */
  readonly place: { readonly table: string; readonly row: number } | null;
}

/** The outage that weighs most, else the incident, else the target's own row. */
function explains(figure: TargetFigure): { table: string; row: number } {
  const heaviest = figure.outages.reduce((most, outage) => (outage.countedSeconds > (most?.countedSeconds ?? 0) ? outage : most), figure.outages[0]);
  return heaviest ?? figure.missedIncidents[0] ?? figure.targetRow;
}

const orders = { Missed: 0, 'At risk': 1 } as const;

/**
 * What a service level manager has to look at: broken promises by how far they are over their budget,
 * then promises at risk, then services that lost rows.
 *
 * @example needs(figures, [])[0]?.title //=> 'Card Payments, availability'
 */
export function needs(figures: Figures, problems: readonly Problem[]): Need[] {
  const broken = figures.targets.filter((figure): figure is TargetFigure & { status: 'Missed' | 'At risk' } => figure.status === 'Missed' || figure.status === 'At risk');
  const sorted = [...broken].sort((a, b) => orders[a.status] - orders[b.status] || (b.budget?.usedShare ?? 0) - (a.budget?.usedShare ?? 0));
  const metrics = figures.csfs.flatMap((csf) => csf.metrics);
  const promises = sorted.map((figure): Need => {
    const { table, row } = explains(figure);
    return {
      key: `${figure.agreement} ${figure.targetRow.row}`,
      kind: figure.status,
      title: promiseTitle(figure),
      // A number of breaks is its budget: said once.
      detail: [figure.budget?.unit === 'breaks' ? '' : measuredText(figure, metrics), budgetText(figure)].filter((part) => part !== '').join(' · '),
      place: { table, row },
    };
  });
  // Rows that the same services lost are one thing to mend, and said once.
  const losers = new Map<string, { table: string; row: number; items: Set<string> }>();
  for (const figure of figures.targets) {
    for (const { table, row } of figure.rowsLeftOut) {
      const lost = losers.get(`${table} ${row}`) ?? { table, row, items: new Set<string>() };
      lost.items.add(figure.item);
      losers.set(`${table} ${row}`, lost);
    }
  }
  const groups = new Map<string, { table: string; row: number; items: Set<string> }[]>();
  for (const lost of losers.values()) {
    const key = [...lost.items].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), lost]);
  }
  const leftOut = [...groups].map(([key, rows]): Need => {
    const items = [...(rows[0]?.items ?? [])];
    const who = items.length > 2 ? `${items[0]} and ${items.length - 1} more` : items.join(', ');
    const shown = rows.slice(0, 3).map(({ table, row }) => `${table} row ${row}`);
    return { key: `rows ${key}`, kind: 'rows', title: `${count(rows.length, 'row')} left out: ${who}`, detail: shown.join(', ') + (rows.length > 3 ? ` and ${rows.length - 3} more` : ''), place: rows[0] ?? null };
  });
  const elsewhere = problems.filter((problem) => problem.severity === 'error').length;
  if (leftOut.length === 0 && elsewhere > 0) leftOut.push({ key: 'errors', kind: 'rows', title: `${count(elsewhere, 'error')} in the tables`, detail: 'See Problems', place: null });
  return [...promises, ...leftOut];
}

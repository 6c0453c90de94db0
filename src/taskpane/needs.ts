import type { Figures, TargetFigure } from '../domain/figures';
import { dayMonthYear, dateOfInstant } from '../reports/dates';
import { lapsedAgreements } from '../reports/lapsed';
import { durationText } from '../reports/words';
import type { Problem } from '../tables/model';
import { agreementDates } from './agreements/agreement-dates';
import { budgetText, measuredText, promiseTitle } from './format';
import { count, fewOf, rowName } from './words';

/** One thing that waits for a person, and the table row that explains it. */
export interface Need {
  readonly key: string;
  readonly kind: 'Missed' | 'At risk' | 'rows' | 'forgotten' | 'date';
  readonly title: string;
  readonly detail: string;
  /** The row of the user's tables to look at first; null: `view` tells more. */
  readonly place: { readonly table: string; readonly row: number } | null;
  readonly view?: 'problems' | 'agreements';
}

/** The outage that weighs most, else the incident, else the target's own row. */
function explains(figure: TargetFigure): { table: string; row: number } {
  const heaviest = figure.outages.reduce((most, outage) => (outage.countedSeconds > (most?.countedSeconds ?? 0) ? outage : most), figure.outages[0]);
  return heaviest ?? figure.missedIncidents[0] ?? figure.targetRow;
}

const orders = { Missed: 0, 'At risk': 1 } as const;
/** An agreement that ends so soon is said here; the others stand with the agreements. */
const ENDS_WITHIN_DAYS = 31;
const MOST_DATES = 4;

/** Open outages whose end was perhaps forgotten, each before the first broken promise whose downtime it adds to. */
function forgotten(figure: TargetFigure, figures: Figures, said: Set<string>): Need[] {
  if (figure.status !== 'Missed') return [];
  return figure.outages.flatMap(({ table, row, item, start, countedSeconds, forgotten: open }): Need[] => {
    const key = `forgotten ${table} ${row}`;
    if (!open || countedSeconds <= 0 || said.has(key)) return [];
    said.add(key);
    const since = dayMonthYear(dateOfInstant(start, figures.zone));
    return [{ key, kind: 'forgotten', title: `${item}: is the outage of ${since} over?`, detail: `${rowName({ table, row })} has no end: ${durationText(countedSeconds)} of downtime in ${promiseTitle(figure)}`, place: { table, row } }];
  });
}

/** Agreements that are over though SLAs in force stand on them. */
function lapsed(figures: Figures): Need[] {
  return lapsedAgreements(figures).map(({ agreement: { agreement, row, lastDate }, above }) => ({
    key: `lapsed ${agreement} ${row.row}`,
    kind: 'date',
    title: `${agreement}: ended${lastDate === null ? '' : ` ${dayMonthYear(lastDate)}`}, no successor agreed`,
    detail: `${above.length > 1 ? `${above[0]} and ${above.length - 1} more stand` : `${above[0]} stands`} on it`,
    place: row,
  }));
}

/** Reviews that are late and agreements that end soon. */
function dates(figures: Figures): Need[] {
  const all = agreementDates(figures).filter(({ late, daysLeft }) => late || (daysLeft !== null && daysLeft <= ENDS_WITHIN_DAYS));
  const shown = all.length > MOST_DATES ? all.slice(0, MOST_DATES - 1) : all;
  const needed = shown.map(({ key, title, detail, row }): Need => ({ key, kind: 'date', title, detail, place: row }));
  const more = all.length - shown.length;
  return more === 0 ? needed : [...needed, { key: 'dates', kind: 'date', title: `${count(more, 'more review or end', 'more reviews and ends')}`, detail: 'See Agreements', place: null, view: 'agreements' }];
}

/**
 * What a service level manager has to look at: broken promises by how far they are over their budget,
 * each after the outages whose end may only be forgotten; promises at risk; services that lost rows;
 * agreements that ended though SLAs stand on them; reviews that are overdue and agreements about to end.
 *
 * @example needs(figures, [])[0]?.title //=> 'Card Payments, availability'
 */
export function needs(figures: Figures, problems: readonly Problem[]): Need[] {
  const broken = figures.targets.filter((figure): figure is TargetFigure & { status: 'Missed' | 'At risk' } => figure.status === 'Missed' || figure.status === 'At risk');
  const sorted = [...broken].sort((a, b) => orders[a.status] - orders[b.status] || (b.budget?.usedShare ?? 0) - (a.budget?.usedShare ?? 0));
  const metrics = figures.csfs.flatMap((csf) => csf.metrics);
  const said = new Set<string>();
  const promises = sorted.flatMap((figure): Need[] => {
    const { table, row } = explains(figure);
    const promise: Need = {
      key: `${figure.agreement} ${figure.targetRow.row}`,
      kind: figure.status,
      title: promiseTitle(figure),
      // A number of breaks is its budget: said once.
      detail: [figure.budget?.unit === 'breaks' ? '' : measuredText(figure, metrics), budgetText(figure)].filter((part) => part !== '').join(' · '),
      place: { table, row },
    };
    return [...forgotten(figure, figures, said), promise];
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
    return { key: `rows ${key}`, kind: 'rows', title: `${count(rows.length, 'row')} left out: ${who}`, detail: fewOf(rows.map(rowName), 3), place: rows[0] ?? null };
  });
  const elsewhere = problems.filter((problem) => problem.severity === 'error').length;
  if (leftOut.length === 0 && elsewhere > 0) leftOut.push({ key: 'errors', kind: 'rows', title: `${count(elsewhere, 'error')} in the tables`, detail: 'See Problems', place: null, view: 'problems' });
  return [...promises, ...leftOut, ...lapsed(figures), ...dates(figures)];
}

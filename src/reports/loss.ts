import { OUTAGES_PRICED } from '../domain/alignment/downtime-cost';
import type { DowntimeCost, Figures, TargetFigure } from '../domain/figures';
import { nameKey } from '../domain/names';
import { monthName, NO_BREAK, numberText } from '../domain/performance/phrases';
import type { Instant } from '../domain/time/records';
import { moneyScale } from './money';
import { FORMAT } from './style';
import { fitted } from './text-width';
import { countedOutages } from './why';
import { W } from './words';

/** What downtime cost the business or, where no process has a cost, how long it was: twelve months and the month's parts. */
export interface Loss {
  /** What the chart is called on its sheet. */
  readonly name: string;
  readonly title: string;
  /** What the numbers are, with their unit. */
  readonly unit: string;
  /** The last twelve months, oldest first, in that unit. */
  readonly months: readonly number[];
  /** Excel's format of the numbers, and the one of the month's label. */
  readonly format: string;
  readonly label: string;
  /** The month's largest parts, for the lines under the chart. */
  readonly parts: readonly string[];
  /** Said where nothing was lost in twelve months. */
  readonly nothing: string;
}

/** The loss of the month in the terms that are known: money, else hours. */
export function lossOf(figures: Figures): Loss {
  return figures.downtimeCost === null ? hoursLost(figures) : moneyLost(figures, figures.downtimeCost);
}

/** Downtime of all services in each of 13 months, oldest first, in seconds; no months where no service is recorded. */
export function serviceDowntime(figures: Figures): number[] {
  if (figures.services.length === 0) return [];
  return Array.from({ length: 13 }, (_, at) => figures.services.reduce((sum, service) => sum + (service.months[service.months.length - 13 + at]?.downtimeSeconds ?? 0), 0));
}

function hoursLost(figures: Figures): Loss {
  const months = serviceDowntime(figures).slice(1).map((seconds) => seconds / 3600);
  const parts = figures.services.map((service) => ({ name: service.service, amount: (service.months[service.months.length - 1]?.downtimeSeconds ?? 0) / 3600 }));
  return {
    name: 'Downtime by month',
    title: W.lost,
    unit: W.lostUnit,
    months,
    format: FORMAT.hours,
    label: Math.max(0, ...months) < 100 ? '0.0' : '#,##0',
    parts: partsOf(figures, parts, 1),
    nothing: figures.services.length === 0 ? W.lostUnknown : W.lostNothing,
  };
}

function moneyLost(figures: Figures, { months, processes }: DowntimeCost): Loss {
  const costs = months.slice(-12).map(({ cost }) => cost);
  const { divisor, unit } = moneyScale(Math.max(0, ...costs), figures.currency);
  const decimals = divisor === 1 ? 0 : 1;
  const format = decimals === 0 ? FORMAT.count : FORMAT.hours;
  return {
    name: 'Downtime cost by month',
    title: W.cost.title,
    unit: W.cost.unit(unit),
    months: costs.map((cost) => cost / divisor),
    format,
    label: format,
    parts: partsOf(figures, processes.map(({ process, cost }) => ({ name: process, amount: cost / divisor })), decimals),
    nothing: W.cost.nothing,
  };
}

/** The three largest parts by name, the others added up. */
function partsOf(figures: Figures, parts: readonly { readonly name: string; readonly amount: number }[], decimals: number): string[] {
  const some = parts.filter(({ amount }) => amount > 0).toSorted((a, b) => b.amount - a.amount);
  if (some.length === 0) return [`None in ${monthName(figures.month)}`];
  const named = some.slice(0, 3).map(({ name, amount }) => `${fitted(name, 130, { size: 10 })}${NO_BREAK}${numberText(amount, decimals)}`);
  const rest = some.slice(3);
  return rest.length === 0 ? named : [...named, `${rest.length} ${rest.length === 1 ? 'other' : 'others'}${NO_BREAK}${numberText(rest.reduce((sum, { amount }) => sum + amount, 0), decimals)}`];
}

/** What a service's downtime of the month would have cost alone; null where it cost nothing or is not known. */
export function costOfService(item: string, cost: DowntimeCost): number | null {
  return cost.services.find(({ service }) => nameKey(service) === nameKey(item))?.cost ?? null;
}

/**
 * What the outages behind broken promises cost together in the report month. Null where that cannot be
 * told from what each cost alone: outages at the same time would be paid for twice, and of more than the
 * priced ones some have no price.
 */
export function costOfFailures(broken: readonly TargetFigure[], cost: DowntimeCost, asOf: Instant): number | null {
  const rows = new Map(broken.flatMap((figure) => countedOutages(figure).map((outage) => [`${nameKey(outage.table)} ${outage.row}`, outage] as const)));
  const byStart = [...rows.values()].toSorted((a, b) => a.start - b.start);
  if (byStart.some((outage, at) => at > 0 && outage.start < (byStart[at - 1]?.end ?? asOf))) return null;
  const prices = new Map(cost.outages.map((outage) => [`${nameKey(outage.table)} ${outage.row}`, outage.cost]));
  if (cost.outages.length >= OUTAGES_PRICED && [...rows.keys()].some((key) => !prices.has(key))) return null;
  return [...rows.keys()].reduce((sum, key) => sum + (prices.get(key) ?? 0), 0);
}

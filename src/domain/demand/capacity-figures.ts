import type { RowReference } from '../figures';
import { addTo } from '../grouping';
import { nameKey } from '../names';
import type { Catalogue } from '../servicemap/catalogue';
import { nameIn } from '../servicemap/catalogue';
import { addMonths } from '../time/zone';
import type { LocalDate } from '../time/records';
import type { Work } from '../work';
import { type CapacityLog, type CapacitySeries, inForceOn, thresholdOf } from './capacity-log';
import type { CapacityFigure, Reached, UsageFigure, UsageMonth } from './figures';
import { firstDateOf, lastDateOf, monthNumber } from './months';
import type { CapacityRow } from './records';
import { sameUnit } from './same-unit';

/** The worst first. */
const WORST_FIRST: readonly CapacityFigure['state'][] = ['Over capacity', 'Over threshold', 'Inside lead time', 'Will run out', 'Enough', 'Unknown'];

/** A level of what a row has, in its unit; null: it cannot be told. */
type LevelOf = (row: CapacityRow) => number | null;

/** What is used in a month, or is likely to be. */
interface Use {
  readonly month: number;
  readonly point: number;
  readonly upper: number;
}

/**
 * Capacity of every item and unit against its usage and forecast, the most urgent first.
 *
 * @param until number of the report month
 */
export function* capacityFiguresWork(log: CapacityLog, usage: readonly UsageFigure[], catalogue: Catalogue, until: number): Work<CapacityFigure[]> {
  const used = new Map<string, UsageFigure[]>();
  for (const figure of usage) addTo(used, nameKey(figure.item), figure);
  const figures: CapacityFigure[] = [];
  for (const [itemKey, ofItem] of log.series) {
    const item = nameIn(catalogue, itemKey) ?? ofItem[0]!.item;
    const own = (used.get(itemKey) ?? []).map((figure) => ({ unitKey: nameKey(figure.unit ?? ''), figure }));
    for (const series of ofItem) figures.push(capacityFigure(item, series, sameUnit(series.unitKey, ofItem, own)?.figure ?? null, until));
    yield;
  }
  const order = (a: CapacityFigure, b: CapacityFigure): number =>
    WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state) || byDate(a.orderBy, b.orderBy) || byDate(a.reachesThreshold.point, b.reachesThreshold.point) || byDate(a.reachesCapacity.point, b.reachesCapacity.point) || (b.utilisation ?? 0) - (a.utilisation ?? 0);
  return figures.sort(order);
}

function capacityFigure(item: string, { unit, rows, rowsLeftOut }: CapacitySeries, usage: UsageFigure | null, until: number): CapacityFigure {
  const inForce = inForceOn(rows, lastDateOf(until));
  const row = inForce ?? rows[0]!;
  const capacity = inForce?.capacity ?? null;
  const toDate = usage?.toDate === true;
  const recorded = usage?.months.slice(0, toDate ? -1 : undefined) ?? [];
  const current = recorded.at(-1)?.quantity ?? null;
  const incomplete = recorded.at(-1)?.incomplete === true;
  const reference = (of: CapacityRow): RowReference => ({ table: 'Capacity', row: of.row });
  const uses = usesFrom(usage, until);
  const levelOfThreshold: LevelOf = (of) => {
    const threshold = thresholdOf(of);
    return threshold === null ? null : of.capacity * threshold;
  };
  const levelOfCapacity: LevelOf = ({ capacity: size }) => size;
  const isOver = (levelOf: LevelOf): boolean => current !== null && inForce !== null && isAtOrAbove(current, levelOf(inForce));
  const reaches = (levelOf: LevelOf): Reached => (isOver(levelOf) ? since(recorded, rows, levelOf) : reached(uses, rows, levelOf));
  const reachesThreshold = reaches(levelOfThreshold);
  const leadTime = row.leadTimeMonths;
  const orderBy = reachesThreshold.point === null || leadTime === null ? null : addMonths(reachesThreshold.point, -Math.ceil(leadTime));
  const insideLeadTime = orderBy !== null && orderBy <= firstDateOf(until);
  const state = (): CapacityFigure['state'] => {
    if (isOver(levelOfCapacity)) return 'Over capacity';
    if (isOver(levelOfThreshold)) return 'Over threshold';
    if (insideLeadTime) return 'Inside lead time';
    if (reachesThreshold.point !== null) return 'Will run out';
    const compared = uses.flatMap(({ month }) => inForceOn(rows, lastDateOf(month)) ?? []);
    const isLookedAt = lastMonthOf(usage, until) >= until + Math.ceil(leadTime ?? 0) && compared.length > 0 && compared.every((one) => thresholdOf(one) !== null);
    return isLookedAt && (capacity ?? 1) > 0 ? 'Enough' : 'Unknown';
  };
  const isTold = current !== null && capacity !== null && (!incomplete || isOver(levelOfThreshold) || isOver(levelOfCapacity));
  return {
    item,
    unit: unit ?? usage?.unit ?? null,
    row: reference(row),
    capacity: row.capacity,
    threshold: thresholdOf(row),
    leadTimeMonths: leadTime,
    upgrades: rows.slice(rows.indexOf(row) + 1).map((upgrade) => ({ from: upgrade.from!, capacity: upgrade.capacity, threshold: thresholdOf(upgrade), row: reference(upgrade) })),
    toDate,
    incomplete,
    usage: capacity === null ? null : current,
    utilisation: !isTold || capacity === 0 ? null : current / capacity,
    headroom: isTold ? capacity - current : null,
    reachesThreshold,
    reachesCapacity: reaches(levelOfCapacity),
    orderBy,
    insideLeadTime,
    state: state(),
    rowsLeftOut: usage === null || usage.rowsLeftOut.length === 0 ? rowsLeftOut : [...rowsLeftOut, ...usage.rowsLeftOut],
  };
}

/** Usage of the report month, and what is forecast for later months; for the report month, too, where nothing complete is recorded for it. */
function usesFrom(usage: UsageFigure | null, until: number): Use[] {
  if (usage === null) return [];
  const recorded = usage.months.at(-1);
  const uses: Use[] = recorded === undefined || recorded.quantity === null ? [] : [{ month: until, point: recorded.quantity, upper: recorded.quantity }];
  if (usage.forecast === null || usage.forecastFrom === null) return uses;
  const first = monthNumber(usage.forecastFrom);
  const forecast = usage.forecast.points.map(({ point, upper }, place) => ({ month: first + place, point, upper }));
  return [...uses, ...forecast.filter(({ month }) => month >= until)];
}

/** The last month of which is known, or forecast, what is used in it. */
function lastMonthOf(usage: UsageFigure | null, until: number): number {
  if (usage === null) return Number.NEGATIVE_INFINITY;
  if (usage.forecast !== null && usage.forecastFrom !== null) return monthNumber(usage.forecastFrom) + usage.forecast.points.length - 1;
  const recorded = usage.months.at(-1);
  return recorded === undefined || recorded.quantity === null || recorded.incomplete ? Number.NEGATIVE_INFINITY : until;
}

/** The first month since which usage was at or above a level in every month that was recorded, up to the last, which was. */
function since(recorded: readonly UsageMonth[], rows: readonly CapacityRow[], levelOf: LevelOf): Reached {
  let first = recorded.at(-1)!.month;
  for (const { month, quantity, forForecast, incomplete } of recorded.slice(0, -1).toReversed()) {
    const used = incomplete ? Math.max(quantity ?? 0, forForecast ?? 0) : quantity;
    if (used === null) continue;
    const row = inForceOn(rows, lastDateOf(monthNumber(month)));
    if (row === null || !isAtOrAbove(used, levelOf(row))) break;
    first = month;
  }
  return { point: first, upper: first };
}

/** The first months in which usage is at or above a level of the capacity that is in force at their end; none after one whose level cannot be told. */
function reached(uses: readonly Use[], rows: readonly CapacityRow[], levelOf: LevelOf): Reached {
  const first = (valueOf: (use: Use) => number): LocalDate | null => {
    for (const use of uses) {
      const row = inForceOn(rows, lastDateOf(use.month));
      if (row === null) continue;
      const level = levelOf(row);
      if (level === null) return null;
      if (isAtOrAbove(valueOf(use), level)) return firstDateOf(use.month);
    }
    return null;
  };
  return { point: first(({ point }) => point), upper: first(({ upper }) => upper) };
}

/** Where nothing is used nothing is reached, either. A level that is only missed for a rounding is reached; of one that cannot be told nobody knows. */
function isAtOrAbove(value: number, level: number | null): boolean {
  return level !== null && value > 0 && value >= level * (1 - 1e-12);
}

function byDate(a: LocalDate | null, b: LocalDate | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

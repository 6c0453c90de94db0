import type { RowReference } from '../figures';
import { nameKey } from '../names';
import type { Catalogue } from '../servicemap/catalogue';
import { nameIn, sectionIn } from '../servicemap/catalogue';
import type { LocalDate } from '../time/records';
import type { Work } from '../work';
import type { BusinessUnitUsage, SeriesForecast, UsageFigure, UsageMonth } from './figures';
import type { Forecaster } from './forecast/forecaster';
import { firstDateOf, monthNumber } from './months';
import { monthsOfNoUse } from './no-use';
import { seasonality } from './seasonality';
import type { UsageLog, UsageSeries } from './usage-log';
import { usageLevel } from './usage-level';
import { type SeriesMonths, seriesMonths } from './usage-months';

/** Most periods that are forecast: ten years. */
export const LONGEST_HORIZON = 120;

/**
 * Usage of every item and unit up to the report month, in the tables' order: services, components, then names that stand in neither.
 *
 * @param until number of the report month
 * @param running number of the month that is still running at As of; null: none that counts
 * @param monthsAhead how many months after the report month a series is to be forecast
 * @param forecaster is asked once, for all series together
 */
export function* usageFiguresWork(log: UsageLog, catalogue: Catalogue, until: number, running: number | null, monthsAhead: (series: UsageSeries) => number, forecaster: Forecaster): Work<UsageFigure[]> {
  const known = [...catalogue.services.keys(), ...catalogue.components.keys()];
  const keys = new Set([...known.filter((key) => log.series.has(key)), ...log.series.keys()]);
  const prepared: { readonly series: UsageSeries; readonly monthly: SeriesMonths; readonly values: readonly number[] }[] = [];
  for (const series of [...keys].flatMap((key) => log.series.get(key)!)) {
    const monthly = seriesMonths(series, until, running);
    prepared.push({ series, monthly, values: monthly.months.flatMap(({ forForecast }) => forForecast ?? []) });
    yield;
  }
  const forecasts = yield* forecaster(prepared.map(({ series, monthly, values }) => ({
    values: monthsOfNoUse(monthly.months) === null ? values : zerosAtTheEnd(values),
    // Late values do not make the forecast reach less far.
    horizon: Math.min(LONGEST_HORIZON, monthsAhead(series) + monthly.months.length - values.length),
  })));
  const figures: UsageFigure[] = [];
  for (const [place, { series, monthly, values }] of prepared.entries()) {
    figures.push(usageFigure(series, monthly, values, forecasts[place]!, catalogue));
    yield;
  }
  return figures;
}

function usageFigure(series: UsageSeries, { first, months, interpolated }: SeriesMonths, values: readonly number[], forecast: SeriesForecast | null, catalogue: Catalogue): UsageFigure {
  const level = usageLevel(months.map(({ quantity }) => quantity), months.map(({ incomplete }) => incomplete));
  const now = months.at(-1);
  return {
    toDate: now?.toDate === true,
    item: nameIn(catalogue, series.itemKey) ?? series.item,
    unit: series.unit,
    section: sectionIn(catalogue, series.itemKey),
    months,
    ...level,
    businessUnits: businessUnits(series, first, months, now?.incomplete === true ? null : level.current),
    seasonality: seasonality(values, first % 12),
    noUse: monthsOfNoUse(months) !== null,
    forecast: forecast && { ...forecast, interpolated },
    forecastFrom: forecast && firstDateOf(first + values.length),
    rows: rowsOf(series, months.findLast(({ quantity }) => quantity !== null)?.month ?? null),
    rowsLeftOut: series.rowsLeftOut,
  };
}

/** What is no longer used says nothing of what was used before it, nor that before of what is to come. */
function zerosAtTheEnd(values: readonly number[]): readonly number[] {
  const zeros = values.slice(values.findLastIndex((value) => value !== 0) + 1);
  return zeros.length === 0 ? values : zeros;
}

/** The largest share first; then the largest usage over all months, then names. */
function businessUnits(series: UsageSeries, first: number, ofItem: readonly UsageMonth[], total: number | null): BusinessUnitUsage[] {
  const toDate = ofItem.map((month) => month.toDate);
  const units = series.businessUnits.map(({ businessUnit, months: recorded }) => {
    const months = ofItem.map((_, place) => recorded.get(first + place) ?? null);
    const level = usageLevel(months, toDate);
    return { businessUnit, ...level, share: total === null || total === 0 || level.current === null ? null : level.current / total, months };
  });
  const overall = ({ months }: BusinessUnitUsage): number => months.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return units.sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || overall(b) - overall(a) || byName(a.businessUnit, b.businessUnit));
}

/** Rows of a month: the report month's, which is the last with a value, or else the last. */
function rowsOf({ rows }: UsageSeries, month: LocalDate | null): RowReference[] {
  if (month === null) return [];
  const wanted = monthNumber(month);
  return rows.filter((row) => monthNumber(row.month) === wanted).map(({ row }) => ({ table: 'Usage', row }));
}

/** Business units of all usage, in the order of their names; null last. */
export function businessUnitsOf(figures: readonly UsageFigure[]): (string | null)[] {
  const names = new Map<string | null, string | null>();
  for (const { businessUnits: units } of figures) {
    for (const { businessUnit } of units) {
      const key = businessUnit === null ? null : nameKey(businessUnit);
      if (!names.has(key)) names.set(key, businessUnit);
    }
  }
  return [...names.values()].sort(byName);
}

/** Names in their order; null last. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, 'en');
}

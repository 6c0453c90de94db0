import type { RowReference } from '../figures';
import { addTo } from '../grouping';
import { isUnreadable, nameKey } from '../names';
import type { Work } from '../work';
import { monthNumber } from './months';
import type { UsageRow } from './records';
import { inOrder } from './row-order';
import { partsBetweenHoles } from './usage-hole';

/** What a business unit used, month by month. */
export interface UnitMonths {
  /** As first written; null: rows that name none. */
  readonly businessUnit: string | null;
  /** Month → quantity. */
  readonly months: ReadonlyMap<number, number>;
}

/** The rows of one item in one unit. */
export interface UsageSeries {
  readonly itemKey: string;
  /** As first written. */
  readonly item: string;
  /** '': rows that name no unit. */
  readonly unitKey: string;
  readonly unit: string | null;
  /** In the table's order. */
  readonly businessUnits: readonly UnitMonths[];
  /** Month → quantity of rows whose business unit cannot be read. */
  readonly ofUnknown: ReadonlyMap<number, number>;
  /** Rows that count. */
  readonly rows: readonly UsageRow[];
  /** Rows of the series, of its item, or of an item that cannot be read, that could not be used wholly. */
  readonly rowsLeftOut: readonly RowReference[];
}

export interface UsageLog {
  /** Item → its series, in the table's order. */
  readonly series: ReadonlyMap<string, readonly UsageSeries[]>;
  /** Items of which a row tells, up to the last month, whether it could be used or not. */
  readonly items: ReadonlySet<string>;
  readonly rowsLeftOut: readonly RowReference[];
}

/** Rows between two pauses: a few milliseconds. */
const ROWS_PER_STEP = 2000;

interface DraftSeries {
  readonly item: string;
  readonly unitKey: string;
  readonly unit: string | null;
  readonly businessUnits: Map<string, { readonly businessUnit: string | null; readonly months: Map<number, number> }>;
  readonly ofUnknown: Map<number, number>;
  rows: UsageRow[];
  readonly rowsLeftOut: RowReference[];
  /** Business units whose month lacks a part. */
  readonly spoilt: Map<string, Set<number>>;
}

/**
 * Usage by item, unit and business unit up to a month; rows of equal item, month, unit and business
 * unit add up. Where one of these rows has no readable quantity, the month of its business unit has no
 * value: part of it would be too small. A row whose business unit cannot be read counts for the item alone.
 * After a hole of more than two years a series begins anew: rows before it are left out.
 *
 * @param until the last month that counts; later rows are not looked at
 * @example
 * // Mail, 2026-09, 10 mailboxes, Retail; Mail, 2026-09, 5 mailboxes, Retail
 * log.series.get('mail')[0].businessUnits[0].months // Map { 24320 => 15 }
 */
export function* usageLogWork(usage: readonly UsageRow[], until: number): Work<UsageLog> {
  const items = new Map<string, { readonly series: Map<string, DraftSeries>; readonly rowsLeftOut: RowReference[] }>();
  const unassigned: RowReference[] = [];
  const rowsLeftOut: RowReference[] = [];
  const keyOf = keys();
  for (const [index, row] of usage.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const monthKnown = !isUnreadable(row, 'month') && row.month !== '';
    const month = monthKnown ? monthNumber(row.month) : Number.NaN;
    if (month > until) continue;
    const reference = { table: 'Usage', row: row.row };
    const itemKey = isUnreadable(row, 'item') ? '' : keyOf(row.item);
    if (itemKey === '') {
      unassigned.push(reference);
      rowsLeftOut.push(reference);
      continue;
    }
    let item = items.get(itemKey);
    if (!item) items.set(itemKey, (item = { series: new Map(), rowsLeftOut: [] }));
    if (isUnreadable(row, 'unit')) {
      item.rowsLeftOut.push(reference);
      rowsLeftOut.push(reference);
      continue;
    }
    const unitKey = keyOf(row.unit ?? '');
    let series = item.series.get(unitKey);
    if (!series) item.series.set(unitKey, (series = { item: row.item.trim(), unitKey, unit: unitKey === '' ? null : row.unit!.trim(), businessUnits: new Map(), ofUnknown: new Map(), rows: [], rowsLeftOut: [], spoilt: new Map() }));
    const unitUnknown = isUnreadable(row, 'businessUnit');
    const usable = monthKnown && !isUnreadable(row, 'quantity') && Number.isFinite(row.quantity) && row.quantity >= 0;
    if (!usable || unitUnknown) {
      series.rowsLeftOut.push(reference);
      rowsLeftOut.push(reference);
    }
    const unitOfBusiness = keyOf(row.businessUnit ?? '');
    if (usable) {
      series.rows.push(row);
      let months = series.ofUnknown;
      if (!unitUnknown) {
        let known = series.businessUnits.get(unitOfBusiness);
        if (!known) series.businessUnits.set(unitOfBusiness, (known = { businessUnit: unitOfBusiness === '' ? null : row.businessUnit!.trim(), months: new Map() }));
        months = known.months;
      }
      months.set(month, (months.get(month) ?? 0) + row.quantity);
    } else if (monthKnown && !unitUnknown) {
      let spoilt = series.spoilt.get(unitOfBusiness);
      if (!spoilt) series.spoilt.set(unitOfBusiness, (spoilt = new Set()));
      spoilt.add(month);
    }
  }
  yield;

  const finished = new Map<string, UsageSeries[]>();
  for (const [itemKey, { series, rowsLeftOut: ofItem }] of items) {
    for (const draft of series.values()) {
      const { spoilt, ...rest } = draft;
      if (spoilt.size > 0) {
        const isSpoilt = (row: UsageRow): boolean => !isUnreadable(row, 'businessUnit') && spoilt.get(keyOf(row.businessUnit ?? ''))?.has(monthNumber(row.month)) === true;
        const lost = draft.rows.filter(isSpoilt).map(({ row }) => ({ table: 'Usage', row }));
        draft.rowsLeftOut.push(...lost);
        rowsLeftOut.push(...lost);
        rest.rows = draft.rows.filter((row) => !isSpoilt(row));
        for (const [key, months] of spoilt) for (const month of months) draft.businessUnits.get(key)?.months.delete(month);
      }
      const parts = partsBetweenHoles(monthsOf(draft));
      if (parts.length > 1) {
        const begins = parts.at(-1)![0]!;
        const before = rest.rows.filter((row) => monthNumber(row.month) < begins).map(({ row }) => ({ table: 'Usage', row }));
        draft.rowsLeftOut.push(...before);
        rowsLeftOut.push(...before);
        rest.rows = rest.rows.filter((row) => monthNumber(row.month) >= begins);
        for (const months of [draft.ofUnknown, ...[...draft.businessUnits.values()].map((unit) => unit.months)]) {
          for (const month of [...months.keys()]) if (month < begins) months.delete(month);
        }
      }
      const own = distinct(inOrder([...ofItem, ...draft.rowsLeftOut]));
      addTo(finished, itemKey, {
        ...rest,
        itemKey,
        businessUnits: [...draft.businessUnits.values()].filter(({ months }) => months.size > 0),
        rowsLeftOut: own.length === 0 ? unassigned : inOrder([...own, ...unassigned]),
      });
    }
    yield;
  }
  return { series: finished, items: new Set(items.keys()), rowsLeftOut: distinct(inOrder(rowsLeftOut)) };
}

/** `nameKey` that looks up what it has seen before: tables repeat few names in many rows. */
function keys(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let key = known.get(name);
    if (key === undefined) known.set(name, (key = nameKey(name)));
    return key;
  };
}

/** The months of which something is recorded. */
function* monthsOf({ businessUnits, ofUnknown }: DraftSeries): Iterable<number> {
  yield* ofUnknown.keys();
  for (const { months } of businessUnits.values()) yield* months.keys();
}

/** Each row once: one whose business unit cannot be read may stand before a hole, too. */
function distinct(rows: readonly RowReference[]): RowReference[] {
  return rows.filter(({ row }, at) => row !== rows[at - 1]?.row);
}

import { addTo } from '../grouping';
import { firstByName, nameKey } from '../names';
import type { Instant, Interval } from '../time/records';
import { addDays, startOfDate } from '../time/zone';
import type { Agreement } from './records';

/** Agreements, and who replaces whom. */
export interface AgreementBook {
  readonly zone: string;
  readonly byName: ReadonlyMap<string, Agreement>;
  /** In the table's order. */
  readonly byItem: ReadonlyMap<string, readonly Agreement[]>;
  /** The agreement that replaces one, by that one's name; drafts replace nothing. */
  readonly successor: ReadonlyMap<string, Agreement>;
}

/** A stretch of time in which one agreement's rules hold. */
export interface InForce extends Interval {
  readonly agreement: Agreement;
}

/** @param zone the workbook's: agreements begin and end at its midnights */
export function agreementBook(agreements: readonly Agreement[], zone: string): AgreementBook {
  const byName = firstByName(agreements, ({ agreement }) => agreement);
  const byItem = new Map<string, Agreement[]>();
  const successor = new Map<string, Agreement>();
  for (const agreement of byName.values()) {
    addTo(byItem, nameKey(agreement.item), agreement);
    if (agreement.replaces === null || agreement.status === 'Draft') continue;
    // Where several replace one (an agreement per customer, say), it holds until the last of them begins.
    const key = nameKey(agreement.replaces);
    const other = successor.get(key);
    if (!other || (agreement.startDate ?? '') > (other.startDate ?? '')) successor.set(key, agreement);
  }
  return { zone, byName, byItem, successor };
}

/**
 * When an agreement is in force: from its Start date to its End date inclusive, or to the start of the
 * agreement that replaces it. A draft never is; a retired one without either end is over since an
 * unknown day and counts for none.
 */
export function termOf(agreement: Agreement, book: AgreementBook): Interval {
  const never = { start: 0, end: 0 };
  if (agreement.status === 'Draft') return never;
  const successor = book.successor.get(nameKey(agreement.agreement));
  const start = agreement.startDate === null ? -Infinity : startOfDate(agreement.startDate, book.zone);
  const followed = successor?.startDate ? startOfDate(successor.startDate, book.zone) : Infinity;
  // What began no later than this agreement did not follow it, whatever it says it replaces.
  const replaced = followed > start ? followed : Infinity;
  const ended = agreement.endDate === null ? Infinity : startOfDate(addDays(agreement.endDate, 1), book.zone);
  const end = Math.min(ended, replaced);
  if (end === Infinity && agreement.status === 'Retired') return never;
  return start < end ? { start, end } : never;
}

/** The agreements about an item that are in force at some instant of a window, in the table's order. */
export function agreementsOn(item: string, book: AgreementBook, window: Interval): Agreement[] {
  return (book.byItem.get(nameKey(item)) ?? []).filter((agreement) => isInForce(agreement, book, window));
}

/** Whether an agreement is in force at some instant of a window. */
export function isInForce(agreement: Agreement, book: AgreementBook, window: Interval): boolean {
  const term = termOf(agreement, book);
  return term.start < window.end && window.start < term.end;
}

/**
 * The window in stretches, ascending, each with the agreement whose rules held in it: the agreement
 * itself and, before its start, those that it replaces. Time under none of them is left out.
 *
 * @example
 * // SLA 2 replaces SLA 1 on 1 July; a window from April to September
 * inForceDuring(sla2, book, window) // [April–June: SLA 1, July–September: SLA 2]
 */
export function inForceDuring(agreement: Agreement, book: AgreementBook, window: Interval): InForce[] {
  const stretches: InForce[] = [];
  const seen = new Set<Agreement>();
  let upper: Instant = window.end;
  for (let current: Agreement | undefined = agreement; current && !seen.has(current); ) {
    seen.add(current);
    const term = termOf(current, book);
    const start = Math.max(window.start, term.start);
    const end = Math.min(upper, term.end);
    if (start < end) stretches.push({ start, end, agreement: current });
    if (current.startDate === null) break;
    upper = Math.min(upper, startOfDate(current.startDate, book.zone));
    current = current.replaces === null ? undefined : book.byName.get(nameKey(current.replaces));
  }
  return stretches.reverse();
}

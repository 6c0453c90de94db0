import type { ChainLink } from '../../figures';
import { isUnreadable, nameKey, sameName } from '../../names';
import type { Interval } from '../../time/records';
import { type AgreementBook, isInForce, termOf } from '../in-force';
import type { Agreement } from '../records';

/** For whom and by what agreements above cover is looked for. */
export interface Standing {
  /** The SLA; what stands for it where a service has none names the service alone. */
  readonly sla: Pick<Agreement, 'item' | 'customer' | 'provider'>;
  /** Keys of the agreements that the SLA, or an agreement above, names in Underpinned by. */
  readonly named: ReadonlySet<string>;
  /** Keys of the SLA's provider and of those above: the customers of what stands beneath. */
  readonly providers: ReadonlySet<string>;
}

/** Whether a thing is covered, and by which agreement or by which no more or not yet. */
export interface Cover {
  readonly state: ChainLink['cover'];
  readonly agreement: Agreement | null;
  /** Rows of agreements about the thing that cannot be judged. */
  readonly unreadable: readonly Agreement[];
}

const NO_COVER: Cover = { state: 'Not covered', agreement: null, unreadable: [] };
const FIELDS = ['agreement', 'type', 'item', 'customer', 'status', 'startDate', 'endDate'];

/**
 * The agreement that covers a thing for an SLA in a month.
 *
 * It is about that thing, agreed and in force in the month, and for whoever stands above: its Customer is
 * blank, the SLA's customer, or the provider of the SLA or of an agreement above. A provider that is not
 * written can be anybody, and what is named in Underpinned by is meant whatever its Customer says. Of
 * several, those named in Underpinned by come first, then OLA and UC before the SLA of an underlying
 * service, then the one that is in force longest, then the table's order.
 *
 * @param item key or name of the thing
 * @param month the report month, whole
 */
export function coverOf(item: string, standing: Standing, book: AgreementBook, month: Interval): Cover {
  const about = fitting(item, standing, book);
  if (about.length === 0) return NO_COVER;
  const unreadable = about.filter((one) => isUnreadable(one, ...FIELDS));
  const readable = about.filter((one) => !unreadable.includes(one));
  const rank = (one: Agreement): number => (standing.named.has(nameKey(one.agreement)) ? 0 : one.type === 'SLA' ? 2 : 1);
  const best = (candidates: readonly Agreement[], later: (one: Agreement) => number): Agreement | null =>
    [...candidates].sort((a, b) => rank(a) - rank(b) || compare(later(b), later(a)))[0] ?? null;

  const inForce = best(readable.filter((one) => isInForce(one, book, month)), (one) => termOf(one, book).end);
  if (inForce) return { state: 'Covered', agreement: inForce, unreadable };
  const agreed = readable.filter((one) => one.status !== 'Draft');
  const coming = best(agreed.filter((one) => termOf(one, book).start >= month.end), (one) => -termOf(one, book).start);
  if (coming) return { state: 'Not begun', agreement: coming, unreadable };
  const ended = best(agreed, (one) => termOf(one, book).end);
  if (ended) return { state: 'Ended', agreement: ended, unreadable };
  const draft = best(readable, () => 0);
  return { state: draft ? 'Draft only' : 'Not covered', agreement: draft, unreadable };
}

/** Agreements about a thing that cover it at some time from the month on, the covering one and what follows it. */
export function coveringTerms(item: string, standing: Standing, book: AgreementBook): Interval[] {
  return fitting(item, standing, book)
    .filter((one) => !isUnreadable(one, ...FIELDS))
    .map((one) => termOf(one, book));
}

/** Agreements about a thing that are for whoever stands above, in force or not. */
export function fitting(item: string, standing: Standing, book: AgreementBook): Agreement[] {
  const about = book.byItem.get(nameKey(item));
  return about === undefined ? [] : about.filter((one) => one !== standing.sla && fits(one, standing));
}

function fits({ agreement, type, item, customer }: Agreement, { sla, named, providers }: Standing): boolean {
  // What is promised to others about the same item stands beside the SLA, not beneath it.
  if (type === 'SLA' && sameName(item, sla.item)) return false;
  if (customer === null || named.has(nameKey(agreement))) return true;
  if (providers.has(nameKey(customer)) || (sla.customer !== null && sameName(customer, sla.customer))) return true;
  return type !== 'SLA' && sla.provider === null;
}

/** Infinite ends are equal. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** What does not hold in a chain, in words and figures. */
import type { ChainFigure, ChainFinding, RowReference } from '../../figures';
import { nameKey } from '../../names';
import { listOf, monthAndYear, NO_BREAK } from '../../performance/phrases';
import { standsOn } from '../../servicemap/dependency-map';
import type { Calendar } from '../../time/calendar';
import { clip, normalise, subtract } from '../../time/intervals';
import type { Interval, LocalDate } from '../../time/records';
import { addDays, toLocal } from '../../time/zone';
import { isWithoutReviewDates } from '../agreement-figures';
import { termOf } from '../in-force';
import type { Agreement, Target } from '../records';
import { type Cover, coveringTerms, type Standing } from './cover';
import type { Uncovered } from './hours';
import { hoursInWords } from './hours-in-words';
import type { Limit } from './limits';
import type { Atlas } from './links';
import { dateText, durationText, expectedText, neededText, shareText } from './words';

/** A week that is short by less is told over the year. */
const HOUR = 3600;

function rowOf(agreement: Agreement): RowReference {
  return { table: 'Agreements', row: agreement.row };
}

function rowOfTarget(target: Target): RowReference {
  return { table: 'Targets', row: target.row };
}

/** That nothing covers a thing. `rows`: those of the thing itself, where no agreement is at fault. */
export function coverFinding(item: string, { state, agreement, unreadable }: Cover, month: LocalDate, atlas: Atlas, rows: readonly RowReference[]): ChainFinding | null {
  if (state === 'Covered') return null;
  const expected = `an OLA or UC in force in ${monthAndYear(month)}`;
  const base = { check: 'Cover' as const, item, agreement: agreement?.agreement ?? null, expected };
  if (unreadable.length > 0) return { ...base, found: `${listOf(unreadable.map((one) => one.agreement))} about ${item} cannot be read in full`, rows: unreadable.map(rowOf) };
  if (agreement === null) return { ...base, found: `no agreement covers ${item}`, rows };
  const found = `${agreement.agreement} ${noCoverText(state, agreement, atlas)}`;
  return { ...base, found: `${found}, nothing else covers ${item}`, rows: [rowOf(agreement), ...rows] };
}

/** Why an agreement is no cover. @example 'ended on 31 Aug 2026' */
function noCoverText(state: Cover['state'], agreement: Agreement, { book }: Atlas): string {
  if (state === 'Draft only') return 'is a draft';
  const { start, end } = termOf(agreement, book);
  const date = (instant: number): string => dateText(toLocal(instant, book.zone).slice(0, 10));
  if (state === 'Not begun') return `begins on ${date(start)}`;
  if (start < end) return `ended on ${date(end - 1)}`;
  return agreement.status === 'Retired' ? 'is retired' : 'ends before it begins';
}

/** That a link's hours are fewer than the SLA's. */
export function hoursFinding(item: string, agreement: Agreement, { seconds, secondsPerWeek }: Uncovered, promised: Calendar | null, covered: Calendar | null, sla: Agreement): ChainFinding | null {
  if (seconds === 0) return null;
  const short = secondsPerWeek >= HOUR ? `${durationText(secondsPerWeek)} a week` : `${durationText(seconds)} in 12${NO_BREAK}months`;
  return {
    check: 'Hours',
    item,
    agreement: agreement.agreement,
    found: `${agreement.agreement} covers ${hoursInWords(covered)}, ${short} less than promised`,
    expected: `at least the hours of ${sla.agreement}: ${hoursInWords(promised)}`,
    rows: [rowOf(agreement), rowOf(sla)],
  };
}

/** That a limit of a link does not fit inside the SLA's. */
export function limitFinding(check: 'Restoration' | 'Response', item: string, agreement: Agreement, limit: Limit, link: Limit, sla: Agreement): ChainFinding {
  return {
    check,
    item,
    agreement: agreement.agreement,
    found: `${agreement.agreement} ${limitText(check, link)}, ${sla.agreement} ${limitText(check, limit)}`,
    expected: `${durationText(limit.seconds)} or less${limit.share > link.share ? `, for ${shareText(limit.share)} or more` : ''}`,
    rows: [rowOfTarget(link.target), rowOfTarget(limit.target)],
  };
}

/** That nothing beneath says within what time it is restored. */
export function openRestorationFinding(item: string, sla: Agreement, limit: Limit, open: readonly Agreement[]): ChainFinding | null {
  if (open.length === 0) return null;
  return {
    check: 'Restoration',
    item,
    agreement: sla.agreement,
    found: `${sla.agreement} ${limitText('Restoration', limit)}; no limit for that in ${listOf(open.map(({ agreement }) => agreement))}`,
    expected: `Resolved within or Longest outage of ${durationText(limit.seconds)} or less in ${open.length === 1 ? 'it' : 'each'}`,
    rows: [...open.map(rowOf), rowOfTarget(limit.target)],
  };
}

/** @example limitText('Restoration', limit) // 'restores 95% of Major within 4 h' */
function limitText(check: 'Restoration' | 'Response', { name, seconds, share, target }: Limit): string {
  if (nameKey(target.metric) === nameKey('Longest outage minutes')) return `limits an outage to ${durationText(seconds)}`;
  return `${check === 'Response' ? 'responds to' : 'restores'} ${shareText(share)} of ${name ?? 'all incidents'} within ${durationText(seconds)}`;
}

/** That a link is not in force as long as the SLA over the 12 months. */
export function dateFinding(item: string, agreement: Agreement, sla: Agreement, standing: Standing, atlas: Atlas, year: Interval): ChainFinding | null {
  const { book } = atlas;
  const promised = termOf(sla, book);
  const gaps = subtract(clip([promised.start, promised.end], year.start, year.end), normalise(coveringTerms(item, standing, book)));
  if (gaps.length === 0) return null;
  const [start, end] = [gaps[0]!, gaps[1]!];
  const date = (instant: number): LocalDate => toLocal(instant, book.zone).slice(0, 10);
  const last = addDays(date(start), -1);
  const term = termOf(agreement, book);
  const found =
    start > Math.max(year.start, promised.start)
      ? term.end === start
        ? `${agreement.agreement} ends on ${dateText(last)}, nothing agreed follows${end < Math.min(year.end, promised.end) ? ` before ${dateText(date(end))}` : ''}`
        : `no agreement covers ${item} from ${dateText(date(start))}`
      : `${agreement.agreement} begins on ${dateText(date(end))}`;
  const until = promised.end < Infinity ? ` until ${dateText(date(promised.end - 1))}` : ', without an end';
  return { check: 'Dates', item, agreement: agreement.agreement, found, expected: `in force as long as ${sla.agreement}${until}`, rows: [rowOf(agreement), rowOf(sla)] };
}

/** That a review of a link is overdue, or was never held and has no date on which it was due. */
export function reviewFinding(item: string, agreement: Agreement, due: LocalDate | null, today: LocalDate): ChainFinding | null {
  if (due === null ? !isWithoutReviewDates(agreement) : due >= today) return null;
  const { lastReviewDate } = agreement;
  const last = lastReviewDate === null ? 'was never reviewed' : `was last reviewed on ${dateText(lastReviewDate)}`;
  return { check: 'Review', item, agreement: agreement.agreement, found: `${agreement.agreement} ${last}`, expected: due === null ? 'a review, or a Start date from which one is due' : `a review by ${dateText(due)}`, rows: [rowOf(agreement)] };
}

/** That a link's promise is more than what it stands on comes to. */
export function promiseFinding(item: string, agreement: Agreement, promise: number, comesTo: number): ChainFinding {
  return {
    check: 'Availability',
    item,
    agreement: agreement.agreement,
    found: `${agreement.agreement} promises ${shareText(promise)}, what it stands on comes to ${expectedText(comesTo, promise)}`,
    expected: `no more than ${expectedText(comesTo, promise)}, or more beneath`,
    rows: [rowOf(agreement)],
  };
}

/** That the SLA's target cannot be met from beneath. */
export function supportFinding(sla: Agreement, target: Target, chain: Pick<ChainFigure, 'expected' | 'expectedIs' | 'weakest'>, weakest: Agreement | null): ChainFinding {
  const { expected, expectedIs, weakest: link } = chain;
  const who = link === null ? null : `${link.item}${link.agreement === null ? '' : ` (${link.agreement})`}`;
  return {
    check: 'Availability',
    item: sla.item,
    agreement: sla.agreement,
    found: `${expectedIs === 'exact' ? '' : 'at most '}${expectedText(expected!, target.target)} can be expected from what stands beneath, less than the ${shareText(target.target)} promised`,
    expected: who === null ? 'more of what stands beneath' : link!.needed === null ? `more of several links: not even 100% of the weakest, ${who}, would do` : `${neededText(link!.needed)} of the weakest link, ${who}`,
    rows: [rowOfTarget(target), ...(weakest ? [rowOf(weakest)] : [])],
  };
}

/** Agreements that one names as underpinning it and that do not stand beneath it. */
export function namedFindings(agreement: Agreement, item: string, atlas: Atlas): ChainFinding[] {
  if (agreement.underpinnedBy.length === 0) return [];
  const reach = new Set(standsOn(atlas.map, nameKey(item)).order);
  return agreement.underpinnedBy.flatMap((name): ChainFinding[] => {
    const named = atlas.book.byName.get(nameKey(name));
    const base = { check: 'Cover' as const, item, agreement: agreement.agreement, rows: [rowOf(agreement), ...(named ? [rowOf(named)] : [])] };
    if (!named) return [{ ...base, found: `${agreement.agreement} names ${name} in Underpinned by, which no row of Agreements is`, expected: 'the name of an agreement' }];
    if (named === agreement || named.item === '' || reach.has(nameKey(named.item))) return [];
    return [{ ...base, found: `${agreement.agreement} names ${named.agreement} in Underpinned by, which is about ${named.item}; ${item} does not stand on that`, expected: `a thing beneath ${item}, or ${named.item} in Dependencies` }];
  });
}

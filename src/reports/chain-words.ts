/** What sheets and pane say about an SLA and the agreements beneath it. */
import type { ChainCheck, ChainFigure, ChainFinding, ChainLink, UncoveredHours } from '../domain/figures';
import { atMostText, expectedText, neededText, shareText } from '../domain/agreements/chain/words';
import { capitalised, countInWords, dayAndMonth, listOf, listOfFew, plural } from '../domain/performance/phrases';
import type { LocalDate } from '../domain/time/records';
import { DAYS } from './dates';

/** Whether an SLA holds together with what stands beneath it. */
export type ChainState = 'Cannot be promised' | 'Has gaps' | 'Nothing beneath it' | 'Holds together';

/** Worst first. */
export const CHAIN_STATES: readonly ChainState[] = ['Cannot be promised', 'Has gaps', 'Nothing beneath it', 'Holds together'];

export const CHAIN_WORD: Readonly<Record<ChainState, string>> = {
  'Cannot be promised': '✕ Cannot be promised',
  'Has gaps': '▲ Has gaps',
  'Nothing beneath it': '○ Nothing beneath it',
  'Holds together': '✓ Holds together',
};

/** What a gap is in, inside a sentence. */
const CHECK_WORDS: Readonly<Record<ChainCheck, string>> = {
  Cover: 'cover',
  Hours: 'hours',
  Availability: 'availability',
  Restoration: 'restoration limits',
  Response: 'response limits',
  Dates: 'dates',
  Review: 'reviews',
};

/** The state of a chain: a target that cannot be met from beneath weighs more than any gap. */
export function chainState({ links, supported, findings }: ChainFigure): ChainState {
  if (supported === false) return 'Cannot be promised';
  if (links.length === 0) return 'Nothing beneath it';
  return findings.length > 0 ? 'Has gaps' : 'Holds together';
}

/**
 * What is promised, what can be expected from beneath, and what limits it or is missing.
 *
 * @example '99.9% is promised; 99.75% can be expected from what stands beneath, 99.70% at worst. Weakest link: Internet access (UC Internet access), 99.8%; it alone would have to promise 99.962%.'
 */
export function chainSentences(chain: ChainFigure): string[] {
  if (chain.links.length === 0) return [`Nothing is recorded beneath ${chain.item}: table Dependencies.`];
  const state = chainState(chain);
  return [promised(chain), ...(state === 'Cannot be promised' ? weakest(chain) : []), gaps(chain.findings)].filter((sentence) => sentence !== '');
}

function promised({ target, expected, expectedIs, worstCase, unknown }: ChainFigure): string {
  const start = target === null ? 'No availability is promised' : `${shareText(target)} is promised`;
  if (expected === null) return `${start}; nothing beneath says how available it is.`;
  if (unknown.length > 0) return `${start}; at most ${atMostText(expected, target)} can be expected from what stands beneath (not known for ${listOfFew(unknown, 2)}).`;
  const most = expectedIs === 'upper bound' ? atMostText(expected, target) : expectedText(expected, target);
  const worst = worstCase === null ? '' : worstText(most, worstCase, target);
  return `${start}; ${expectedIs === 'upper bound' ? 'at most ' : ''}${most} can be expected from what stands beneath${worst}.`;
}

/** What stands after an expected availability; nothing where the worst shows as the same. @example worstText('99.75%', 0.997, 0.999) // ', 99.70% at worst' */
export function worstText(expected: string, worstCase: number, target: number | null): string {
  const worst = expectedText(worstCase, target);
  return worst === expected ? '' : `, ${worst} at worst`;
}

/** Nobody promises more of one thing. */
const MOST_PROMISED = 0.9999;

function weakest({ weakest: link }: ChainFigure): string[] {
  if (link === null) return [];
  const start = `Weakest link: ${link.item}${link.agreement === null ? '' : ` (${link.agreement})`}, ${shareText(link.availability)}`;
  if (link.needed !== null && link.needed > MOST_PROMISED && link.needed > link.availability) return [`${start}; the target is out of reach of that link alone.`];
  return [link.needed === null ? `${start}; even without any failure there the target is out of reach.` : `${start}; it alone would have to promise ${neededText(link.needed)}.`];
}

/** @example gaps(findings) // 'Four gaps: two in cover, one in hours and one in reviews.' */
function gaps(findings: readonly ChainFinding[]): string {
  // That the target is out of reach is said already.
  const counted = new Map<ChainCheck, number>();
  for (const { check } of findings) if (check !== 'Availability') counted.set(check, (counted.get(check) ?? 0) + 1);
  const all = [...counted.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return '';
  if (counted.size === 1) return [...counted.keys()].map((check) => `${capitalised(countInWords(all))} ${plural(all, 'gap')} in ${CHECK_WORDS[check]}.`).join('');
  return `${capitalised(countInWords(all))} gaps: ${listOf([...counted].toSorted(([, a], [, b]) => b - a).map(([check, count]) => `${countInWords(count)} in ${CHECK_WORDS[check]}`))}.`;
}

/** @example chainsSentence(['Holds together', 'Cannot be promised']) // 'One of two SLAs holds together with what stands beneath it; one cannot be promised.' */
export function chainsSentence(states: readonly ChainState[]): string {
  const of = (state: ChainState): number => states.filter((one) => one === state).length;
  const total = states.length;
  if (total === 0) return 'No SLA is in force.';
  const good = of('Holds together');
  const beneath = `with what stands beneath ${total === 1 ? 'it' : 'them'}`;
  const start =
    good === total
      ? `${total === 1 ? 'The only SLA holds' : total === 2 ? 'Both SLAs hold' : `All ${countInWords(total)} SLAs hold`} together ${beneath}`
      : good === 0
        ? total === 1
          ? `The only SLA does not hold together ${beneath}`
          : `None of ${countInWords(total)} SLAs holds together ${beneath}`
        : `${capitalised(countInWords(good))} of ${countInWords(total)} SLAs ${good === 1 ? 'holds' : 'hold'} together ${beneath}`;
  const impossible = of('Cannot be promised');
  return impossible === 0 ? `${start}.` : `${start}; ${countInWords(impossible)} cannot be promised.`;
}

/** A finding in a line. @example 'Cover: no agreement covers Core Banking. Expected: an OLA or UC in force in October 2026.' */
export function findingText({ check, found, expected }: ChainFinding): string {
  return `${check}: ${found}. Expected: ${expected}.`;
}

/** The agreement of a link as its cell names it: one that is no cover says why. @example 'ended: OLA Core Banking' */
export function coverText({ cover, agreement }: ChainLink): string {
  switch (cover) {
    case 'Covered':
      return agreement ?? 'covered';
    case 'Not covered':
      return 'no agreement';
    case 'Draft only':
      return `draft: ${agreement ?? ''}`;
    case 'Ended':
      return `ended: ${agreement ?? ''}`;
    case 'Not begun':
      return `not begun: ${agreement ?? ''}`;
  }
}

/**
 * Hours of an SLA that a link leaves open, as days, times and, where they are not the whole year, dates.
 *
 * @param year first and last date of the year that is looked at
 * @example uncoveredText(hours, ['2026-10-01', '2027-09-30']) // 'Mon–Fri 17:00–19:00, 7–21 Apr'
 */
export function uncoveredText({ from, until, days, start, end }: UncoveredHours, year: readonly [LocalDate, LocalDate]): string {
  const time = start === 0 && end === 86_400 ? 'all day' : `${clock(start)}–${clock(end)}`;
  const hours = `${dayRange(days)} ${time}`;
  return from <= year[0] && until >= year[1] ? hours : `${hours}, ${datesText(from, until)}`;
}

function clock(seconds: number): string {
  const pair = (value: number): string => String(value).padStart(2, '0');
  const rest = seconds % 60;
  return `${pair(Math.floor(seconds / 3600))}:${pair(Math.floor(seconds / 60) % 60)}${rest === 0 ? '' : `:${pair(Math.floor(rest))}`}`;
}

function datesText(from: LocalDate, until: LocalDate): string {
  if (from === until) return dayAndMonth(from);
  return from.slice(0, 7) === until.slice(0, 7) ? `${Number(from.slice(8, 10))}–${dayAndMonth(until)}` : `${dayAndMonth(from)} – ${dayAndMonth(until)}`;
}

/** Days of the week, runs of three or more as a range. @example dayRange([1, 2, 3, 4, 5, 7]) // 'Mon–Fri, Sun' */
function dayRange(days: readonly number[]): string {
  if (days.length === 7) return 'daily';
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => DAYS[(day ?? 1) - 1] ?? '';
  return runs.map((run) => (run.length > 2 ? `${name(run[0])}–${name(run[run.length - 1])}` : run.map(name).join(', '))).join(', ');
}

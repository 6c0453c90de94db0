/** A proposed holiday in words. */
import { NO_BREAK } from '../../domain/performance/phrases';
import { dayOfWeek } from '../../domain/time/zone';
import { DAYS, dayMonthYear } from '../../reports/dates';
import type { ProposalState, ProposedHoliday } from '../../tables/holidays/proposal';
import { words } from '../words';

/** Whether it may be written. */
export function isOffered(state: string): boolean {
  return (['new', 'moved'] satisfies ProposalState[] as string[]).includes(state);
}

const dated = (date: string): string => `${DAYS[dayOfWeek(date) - 1]}${NO_BREAK}${dayMonthYear(date)}`;

/** @example titleOf(holiday) // 'Fri 25 December 2026: Christmas Day' */
export function titleOf({ date, name }: ProposedHoliday): string {
  return `${dated(date)}: ${name}`;
}

/** What is particular about it; '' for a public holiday that is new. @example 'taken on Mon 28 December 2026' */
export function detailOf({ state, kinds, movedTo, part }: ProposedHoliday): string {
  const kind = kinds.filter((one) => one !== 'public').map((one) => words.holidays.kinds[one].toLowerCase());
  const clock = (seconds: number): string => `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`;
  const say = {
    new: '',
    there: words.holidays.there,
    moved: movedTo === null ? '' : words.holidays.moved(dated(movedTo)),
    part: part === null ? '' : words.holidays.part(part.from > 0 ? `from ${clock(part.from)}` : `until ${clock(part.until)}`),
  }[state];
  return [...kind, say].filter((text) => text !== '').join(' · ');
}

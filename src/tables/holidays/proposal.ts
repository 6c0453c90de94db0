/** Which dates of a collection would become rows of `Holidays`, beside those that are there. */
import { isUnreadable, sameName } from '../../domain/names';
import type { HolidayRow, LocalDate } from '../../domain/time/records';
import type { TableContent } from '../model';
import type { CollectedHoliday, HolidayKind } from './collection';

/**
 * | state | is |
 * | --- | --- |
 * | new | a whole day that is written unless one says otherwise |
 * | moved | falls on a free day and is taken on another date: written only if one says so, as published lists name the other date alone |
 * | there | `Holidays` has the date already: not written |
 * | part | part of a day: not written, as special hours depend on the calendar |
 */
export type ProposalState = 'new' | 'moved' | 'there' | 'part';

/** All that is celebrated on one date. */
export interface ProposedHoliday {
  readonly date: LocalDate;
  /** Several with ` / ` between. */
  readonly name: string;
  readonly kinds: readonly HolidayKind[];
  readonly state: ProposalState;
  /** Where it is `moved`. */
  readonly movedTo: LocalDate | null;
  readonly part: CollectedHoliday['part'];
}

/**
 * Puts the holidays of some kinds beside the rows of `Holidays`, one for each date.
 *
 * @param calendar for which they are meant; null: for every calendar
 * @example propose(holidaysOf({ country: 'GB', state: 'ENG' }, [2026]), ['public'], null, []).filter(({ state }) => state === 'new').length // 8
 */
export function propose(found: readonly CollectedHoliday[], kinds: readonly HolidayKind[], calendar: string | null, rows: readonly HolidayRow[]): ProposedHoliday[] {
  const wanted = found.filter(({ kind }) => kinds.includes(kind));
  const there = new Set(rows.filter((row) => !isUnreadable(row, 'date', 'calendar') && (row.calendar === null || (calendar !== null && sameName(row.calendar, calendar)))).map(({ date }) => date));
  return [...new Set(wanted.map(({ date }) => date))].map((date): ProposedHoliday => {
    const here = wanted.filter((holiday) => holiday.date === date);
    const whole = here.filter(({ part }) => part === null);
    // The other date stands for this one only where its kind is wanted, too.
    const staying = whole.filter(({ movedTo }) => movedTo === null || !kinds.includes(movedTo.kind));
    const shown = staying.length > 0 ? staying : whole.length > 0 ? whole : here;
    const state = there.has(date) ? 'there' : staying.length > 0 ? 'new' : whole.length > 0 ? 'moved' : 'part';
    return {
      date,
      name: [...new Set(shown.map(({ name }) => name))].join(' / '),
      kinds: kinds.filter((kind) => shown.some((holiday) => holiday.kind === kind)),
      state,
      movedTo: state === 'moved' ? (shown[0]?.movedTo?.date ?? null) : null,
      part: whole.length > 0 ? null : (here[0]?.part ?? null),
    };
  });
}

/** Rows for `Holidays`, closed all day. @example holidayContent([{ date: '2026-12-25', name: 'Christmas Day', … }], null).rows // [[null, '2026-12-25', 'Christmas Day']] */
export function holidayContent(holidays: readonly ProposedHoliday[], calendar: string | null): TableContent {
  return { table: 'Holidays', columns: ['Calendar', 'Date', 'Name'], rows: holidays.map(({ date, name }) => [calendar, date, name]) };
}

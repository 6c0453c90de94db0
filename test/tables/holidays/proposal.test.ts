import type { HolidayRow } from '../../../src/domain/time/records';
import type { CollectedHoliday } from '../../../src/tables/holidays/collection';
import { holidayContent, propose } from '../../../src/tables/holidays/proposal';

const day = (date: string, name: string, over: Partial<CollectedHoliday> = {}): CollectedHoliday => ({ date, name, kind: 'public', part: null, substitute: false, movedTo: null, ...over });
const row = (date: string, calendar: string | null, over: Partial<HolidayRow> = {}): HolidayRow => ({ row: 5, calendar, date, name: null, start: null, end: null, ...over });

const states = (found: readonly CollectedHoliday[], calendar: string | null, rows: readonly HolidayRow[]): string[] => propose(found, ['public'], calendar, rows).map(({ state }) => state);

test('what the table has is not proposed again: for this calendar, or for all', () => {
  const found = [day('2026-12-25', 'Christmas')];
  expect(states(found, null, [])).toEqual(['new']);
  expect(states(found, null, [row('2026-12-25', null)])).toEqual(['there']);
  // One calendar is closed on it; the others are not yet.
  expect(states(found, null, [row('2026-12-25', 'Office')])).toEqual(['new']);
  expect(states(found, 'Office', [row('2026-12-25', ' OFFICE ')])).toEqual(['there']);
  expect(states(found, 'Shop', [row('2026-12-25', 'Office')])).toEqual(['new']);
  // A row without a calendar holds for every one; so do special hours, which somebody has thought about.
  expect(states(found, 'Shop', [row('2026-12-25', null, { start: 36_000, end: 50_400 })])).toEqual(['there']);
  // Nobody can say for which date or calendar these are.
  expect(states(found, null, [row('', null, { unreadable: ['date'] }), row('2026-12-25', null, { unreadable: ['calendar'] })])).toEqual(['new']);
});

test('one row for a date on which two things are celebrated', () => {
  const [both, ...others] = propose([day('2008-05-01', 'May Day'), day('2008-05-01', 'Ascension Day', { kind: 'bank' }), day('2008-05-01', 'May Day')], ['public', 'bank'], null, []);
  expect(others).toEqual([]);
  expect(both).toMatchObject({ name: 'May Day / Ascension Day', kinds: ['public', 'bank'], state: 'new' });
});

test('kinds that are not wanted are not there', () => {
  expect(propose([day('2026-02-14', 'Valentine', { kind: 'observance' })], ['public'], null, [])).toEqual([]);
});

test('a day with a substitute gives way to it, unless the substitute’s kind is not wanted', () => {
  const saturday = day('2028-11-11', 'Veterans Day', { movedTo: { date: '2028-11-10', kind: 'bank' } });
  const friday = day('2028-11-10', 'Veterans Day (substitute day)', { kind: 'bank', substitute: true });
  expect(propose([friday, saturday], ['public', 'bank'], null, []).map(({ date, state, movedTo }) => [date, state, movedTo])).toEqual([
    ['2028-11-10', 'new', null],
    ['2028-11-11', 'moved', '2028-11-10'],
  ]);
  expect(states([friday, saturday], null, [])).toEqual(['new']);
  // What else is celebrated on the moved date stays.
  expect(propose([saturday, day('2028-11-11', 'Carnival')], ['public', 'bank'], null, [])).toEqual([expect.objectContaining({ name: 'Carnival', state: 'new', movedTo: null })]);
});

test('a part of a day is listed, and gives way to a whole one', () => {
  const part = { from: 50_400, until: 86_400 };
  expect(propose([day('2026-12-24', 'Christmas Eve', { part })], ['public'], null, [])).toEqual([expect.objectContaining({ state: 'part', part })]);
  expect(propose([day('2026-12-24', 'Christmas Eve', { part }), day('2026-12-24', 'Bank day')], ['public'], null, [])).toEqual([expect.objectContaining({ name: 'Bank day', state: 'new', part: null })]);
});

test('rows of Holidays, closed all day', () => {
  const proposed = propose([day('2026-12-25', '=Christmas')], ['public'], 'Office', []);
  expect(holidayContent(proposed, 'Office')).toEqual({ table: 'Holidays', columns: ['Calendar', 'Date', 'Name'], rows: [['Office', '2026-12-25', '=Christmas']] });
});

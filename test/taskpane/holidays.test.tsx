/** The pane's holidays: what is chosen is asked for, what is ticked is written. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { HolidaysFound, HolidaysParams } from '../../src/commands/holidays';
import type { ProposedHoliday } from '../../src/tables/holidays/proposal';
import { Pane } from '../../src/taskpane/Pane';
import type { PaneActions } from '../../src/taskpane/pane-actions';
import { noHolidays, paneActions } from '../support/pane-actions';

afterEach(cleanup);

const holiday = (date: string, name: string, over: Partial<ProposedHoliday> = {}): ProposedHoliday => ({ date, name, kinds: ['public'], state: 'new', movedTo: null, part: null, ...over });
const british: HolidaysFound = {
  ...noHolidays,
  states: [{ code: 'ENG', name: 'England' }, { code: 'SCT', name: 'Scotland' }],
  languages: [{ code: 'en', name: 'English' }],
  calendars: ['Office', 'Shop'],
  holidays: [
    holiday('2026-01-01', 'New Year’s Day', { state: 'there' }),
    holiday('2026-04-03', 'Good Friday'),
    holiday('2026-12-24', 'Christmas Eve', { state: 'part', kinds: ['bank'], part: { from: 50_400, until: 86_400 } }),
    holiday('2026-12-26', 'Boxing Day', { state: 'moved', movedTo: '2026-12-28' }),
    holiday('2026-12-28', 'Boxing Day (substitute day)'),
  ],
};

async function open(over: Partial<PaneActions> = {}): Promise<[string, unknown][]> {
  const { actions, calls } = paneActions(over);
  const given = actions.holidays;
  render(<Pane actions={{ ...actions, holidays: over.holidays ? given : async (params) => (calls.push(['holidays', params]), params.country ? { ...british, years: params.years ?? british.years, kinds: params.kinds ?? british.kinds } : noHolidays) }} officeBackground={null} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Holidays' }));
  await screen.findByRole('combobox', { name: 'Country' });
  return calls;
}
const choose = (label: string, value: string): boolean => fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } });
const asked = (calls: readonly [string, unknown][]): HolidaysParams => calls.filter(([name]) => name === 'holidays').at(-1)![1] as HolidaysParams;

test('country, part, years, kinds and calendar are asked for as they are chosen', async () => {
  const calls = await open();
  expect(asked(calls)).toEqual({});
  expect(screen.queryByRole('combobox', { name: 'State or part' })).toBeNull();
  choose('Country', 'GB');
  await screen.findByRole('combobox', { name: 'State or part' });
  choose('State or part', 'ENG');
  fireEvent.click(screen.getByRole('button', { name: '2028' }));
  fireEvent.click(screen.getByRole('button', { name: 'Bank' }));
  choose('For calendar', 'Shop');
  await waitFor(() => expect(asked(calls)).toMatchObject({ country: 'GB', state: 'ENG', years: [2026, 2027, 2028], kinds: ['public', 'bank'], calendar: 'Shop' }));
  choose('For calendar', '');
  await waitFor(() => expect(asked(calls).calendar).toBeNull());
  // Another country has no part of this one.
  choose('Country', 'AT');
  await waitFor(() => expect(asked(calls)).toMatchObject({ country: 'AT', state: '', region: '' }));
});

test('what is new is ticked, what is moved may be, what is there or a part of a day may not', async () => {
  const calls = await open();
  choose('Country', 'GB');
  const list = await screen.findByRole('list', { name: 'Holidays' });
  expect(within(list).getAllByRole<HTMLInputElement>('checkbox').map((box) => [box.labels?.[0]?.textContent, box.checked, box.disabled])).toEqual([
    ['Thu\u00a01\u00a0January\u00a02026: New Year’s Dayin your table', true, true],
    ['Fri\u00a03\u00a0April\u00a02026: Good Friday', true, false],
    ['Thu\u00a024\u00a0December\u00a02026: Christmas Evebank · only from 14:00: enter the hours of that day yourself', false, true],
    ['Sat\u00a026\u00a0December\u00a02026: Boxing Daytaken on Mon\u00a028\u00a0December\u00a02026', false, false],
    ['Mon\u00a028\u00a0December\u00a02026: Boxing Day (substitute day)', true, false],
  ]);
  fireEvent.click(within(list).getByRole('checkbox', { name: /Good Friday/ }));
  fireEvent.click(within(list).getByRole('checkbox', { name: /Boxing Day taken/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Add 2 dates' }));
  await waitFor(() => expect(calls).toContainEqual(['addHolidays', expect.objectContaining({ country: 'GB', dates: ['2026-12-26', '2026-12-28'] })]));
});

test('what was written is said, and the figures are worked out anew on the way back', async () => {
  const table = { table: 'Holidays', name: 'Feiertage', sheet: 'Kalender', isNew: false, firstRow: 9, rows: 2, filled: 0, columnsLeftOut: [] };
  const calls = await open({ addHolidays: async () => ({ added: british.holidays.filter(({ state }) => state === 'new'), skipped: [], table, undo: 'one step' }) });
  choose('Country', 'GB');
  fireEvent.click(await screen.findByRole('button', { name: 'Add 2 dates' }));
  expect(await screen.findByText('2 dates added to Feiertage, sheet Kalender. Ctrl+Z takes them back in one step.')).toBeTruthy();
  const before = calls.filter(([name]) => name === 'overview').length;
  await waitFor(() => expect(screen.getByRole('button', { name: 'Back' })).toHaveProperty('disabled', false));
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('tab', { name: 'Today' })).toBeTruthy();
  await waitFor(() => expect(calls.filter(([name]) => name === 'overview')).toHaveLength(before + 1));
});

test('the answer to an earlier choice does not take the place of a later one’s', async () => {
  const answers = new Map<string, (found: HolidaysFound) => void>();
  await open({ holidays: (params) => (params.country ? new Promise((resolve) => answers.set(params.country ?? '', resolve)) : Promise.resolve(noHolidays)) });
  choose('Country', 'GB');
  choose('Country', 'AT');
  answers.get('AT')!({ ...noHolidays, holidays: [holiday('2026-10-26', 'Nationalfeiertag')] });
  await screen.findByText(/Nationalfeiertag/);
  answers.get('GB')!(british);
  await Promise.resolve();
  expect(screen.queryByText(/Good Friday/)).toBeNull();
});

test('nothing can be chosen while dates are written, and the list is that of the choice', async () => {
  let done = (): void => undefined;
  const calls = await open({ addHolidays: () => new Promise((resolve) => (done = () => resolve({ added: [], skipped: [], table: null, undo: 'one step' }))) });
  choose('Country', 'GB');
  const choices = () => [screen.getByRole('combobox', { name: 'Country' }), screen.getByRole('combobox', { name: 'For calendar' }), screen.getByRole('button', { name: '2028' }), screen.getByRole('button', { name: 'Bank' })].map((control) => (control as HTMLSelectElement).disabled);
  fireEvent.click(await screen.findByRole('button', { name: 'Add 2 dates' }));
  await waitFor(() => expect(choices()).toEqual([true, true, true, true]));
  done();
  await waitFor(() => expect(choices()).toEqual([false, false, false, false]));
  expect(asked(calls).country).toBe('GB');
});

test('dates of an earlier choice are not offered for one that could not be looked up', async () => {
  await open({ holidays: async (params) => (params.country === 'AT' ? Promise.reject(new Error('A cell is being edited.')) : params.country ? british : noHolidays) });
  choose('Country', 'GB');
  expect(await screen.findByRole('button', { name: 'Add 2 dates' })).toHaveProperty('disabled', false);
  choose('Country', 'AT');
  await screen.findByText('A cell is being edited.');
  expect(screen.queryByText(/Good Friday/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add 2 dates' })).toBeNull();
});

test('a failure is said where it happened, and the choice stays', async () => {
  await open({ holidays: async (params) => (params.country ? Promise.reject(new Error('A cell is being edited.')) : noHolidays) });
  choose('Country', 'GB');
  expect(await screen.findByText('A cell is being edited.')).toBeTruthy();
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Country' }).value).toBe('GB');
});

test('what the dates are is said beside them, and the licence opens', async () => {
  const calls = await open();
  expect(screen.getByText(/open collection \(date-holidays 3\.37\.0\), not from a government/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Licence CC BY-SA 3.0, and its sources' }));
  expect(calls).toContainEqual(['openPage', 'licences/date-holidays.txt']);
});

test('help opens beside the pane', async () => {
  const calls = await open();
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Help' }));
  expect(calls).toContainEqual(['openPage', 'help.html']);
});

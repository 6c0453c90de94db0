import { CONTRACT } from '../../src/tables/contract';
import { matchHeader, parseRange, parseRow } from '../../src/tables/parse';
import { at } from './workbook';

const UTC = { zone: 'UTC', dateSystem: 1900 } as const;

/** Which field each header is read as; null: none. */
function fieldsOf(table: keyof typeof CONTRACT, header: (string | number)[], mapping?: Record<string, string>): (string | null)[] {
  const match = matchHeader(CONTRACT[table], header, mapping);
  return header.map((_, place) => match.table.columns[match.places.indexOf(place)]?.field ?? null);
}

test('headers match without regard to case, spaces, punctuation and order', () => {
  expect(fieldsOf('Outages', ['END', 'Outage-ID', 'planned  until', 'item:', 'Start'])).toEqual(['end', 'outageId', 'plannedUntil', 'item', 'start']);
});

test('a name may have its type word, or go without', () => {
  expect(fieldsOf('ServiceHours', ['Calendar name', 'Days', 'Start time', 'End time', 'From date', 'Until'])).toEqual(['calendar', 'days', 'start', 'end', 'from', 'until']);
  expect(fieldsOf('Outages', ['Item', 'Start date', 'End instant', 'Impact percent', 'Planned yes/no'])).toEqual(['item', 'start', 'end', 'impact', 'planned']);
  expect(fieldsOf('Outages', ['Impact %', 'Counts (Y/N)'])).toEqual(['impact', 'counts']);
  expect(fieldsOf('Agreements', ['Start', 'End date', 'Break level %', 'Underpinned by list'])).toEqual(['startDate', 'endDate', 'breakLevel', 'underpinnedBy']);
});

test('aliases match, and give way to the name itself', () => {
  expect(fieldsOf('Outages', ['CI', 'Start'])).toEqual(['item', 'start']);
  expect(fieldsOf('Incidents', ['Service', 'Item', 'Opened'])).toEqual([null, 'item', 'opened']);
  expect(fieldsOf('Targets', ['Within minutes', 'Within unit'])).toEqual(['within', 'withinUnit']);
});

test('what the user mapped comes first, unknown columns are kept out', () => {
  expect(fieldsOf('Outages', ['Device', 'Item', 'Down since', 'Ticket'], { Device: 'item', 'down since': 'start' })).toEqual(['item', null, 'start', null]);
});

test('missing, duplicate and blank headers are told', () => {
  const match = matchHeader(CONTRACT.Outages, ['Item', '', 'item', 'End']);
  expect(match.missing.map(({ field }) => field)).toEqual(['start']);
  expect(match.duplicates.map(({ place, column }) => [place, column.field])).toEqual([[2, 'item']]);
  expect(match.blank).toEqual([1]);
});

test('a row becomes a record with its defaults', () => {
  const match = matchHeader(CONTRACT.Outages, ['Start', 'Item']);
  expect(parseRow(match, ['2026-10-07T09:10', 'ATM Network'], 877, UTC)).toEqual({
    fields: {
      row: 877, item: 'ATM Network', start: at('2026-10-07T09:10:00Z'), end: null, outageId: null, impact: 1, planned: false, plannedUntil: null, notified: null, customer: null, counts: true, reason: null, cause: null, usersAffected: null,
    },
    faults: [],
  });
});

test('what cannot be read has no value, is named, and leaves the rest of the row as it is', () => {
  const match = matchHeader(CONTRACT.Outages, ['Item', 'Start', 'End', 'Impact', 'Cause']);
  const parsed = parseRow(match, ['ATM Network', 'soon', 'later', 50, '#N/A'], 2, UTC)!;
  expect(parsed.fields).toMatchObject({ item: 'ATM Network', start: Number.NaN, end: null, impact: Number.NaN, cause: null, unreadable: ['start', 'end', 'impact'] });
  expect(parsed.faults.map(({ place, fault }) => [place, fault.code, fault.severity])).toEqual([
    [1, 'unreadable-date', 'error'],
    [2, 'unreadable-date', 'error'],
    [3, 'percent-above-one', 'error'],
    [4, 'error-cell', 'warning'],
  ]);
});

test('a window that cannot be read is no window', () => {
  const match = matchHeader(CONTRACT.Targets, ['Agreement', 'Metric', 'Comparator', 'Target', 'Window']);
  expect(parseRow(match, ['A', 'Availability', '>=', 0.9, 'often'], 2, UTC)!.fields).toMatchObject({ window: { kind: 'Rolling days', count: Number.NaN }, unreadable: ['window'] });
});

test('a row whose known cells are blank is no row', () => {
  const match = matchHeader(CONTRACT.Outages, ['Item', 'Start', 'My number']);
  expect(parseRow(match, [' ', '', 7], 2, UTC)).toBeNull();
});

test('a column that is not there leaves its field unreadable in every row, without a fault of the row', () => {
  const { match, rows } = parseRange('Outages', [['Item'], ['A'], ['B']], UTC);
  expect(match.missing.map(({ field }) => field)).toEqual(['start']);
  expect(rows.map(({ fields, faults }) => [fields.row, fields.unreadable, faults])).toEqual([[2, ['start'], []], [3, ['start'], []]]);
});

test('a range from a function: blanks are null on the web and 0 on the desktop', () => {
  const inFunction = { ...UTC, zeroIsBlank: true };
  const header = ['Item', 'Start', 'End', 'Impact', 'Counts', 'Customer'];
  const [web, desktop] = [null, 0].map((blank) => parseRange('Outages', [header, ['A', 46302, blank, blank, blank, blank], [blank, blank, blank, blank, blank, blank]], inFunction).rows);
  expect(desktop).toEqual(web);
  expect(desktop!.map(({ fields }) => fields)).toMatchObject([{ row: 2, end: null, impact: 1, counts: true, customer: null }]);
  expect(parseRange('Outages', [], inFunction).rows).toEqual([]);
});

import type { CellType, Column } from '../../src/tables/contract';
import { readCell, Unreadable, type Reading } from '../../src/tables/cells';
import type { CellValue } from '../../src/tables/model';
import { at } from './workbook';

const BERLIN: Reading = { zone: 'Europe/Berlin', dateSystem: 1900 };

function column(type: CellType, more: Partial<Column> = {}): Column {
  return { field: 'it', header: 'It', help: '', type, required: false, key: false, aliases: [], references: [], choices: [], open: false, default: null, unit: null, min: null, max: null, whole: false, remark: false, ...more };
}
function read(type: CellType, cell: CellValue, more: Partial<Column> = {}, reading = BERLIN): unknown {
  return readCell(column(type, more), cell, reading);
}
/** The fault's code and fix. */
function fault(type: CellType, cell: CellValue, more: Partial<Column> = {}): readonly [string, CellValue | undefined] {
  const value = read(type, cell, more);
  if (!(value instanceof Unreadable)) throw new Error(`${String(cell)} was read as ${JSON.stringify(value)}`);
  return [value.fault.code, value.fault.fix];
}

test.each(['text', 'number', 'quantity', 'percent', 'yes/no', 'date', 'time', 'instant', 'local', 'choice', 'list', 'days', 'window'] as const)('a blank cell gives nothing, an error cell a fault: %s', (type) => {
  for (const blank of ['', '   ', '\u00a0']) expect(read(type, blank)).toBeNull();
  for (const error of ['#N/A', '#REF!', '#DIV/0!', '#name?']) expect(fault(type, error)).toEqual(['error-cell', undefined]);
});

test('text is trimmed, and numbers are text where text is wanted', () => {
  expect(read('text', ' Card Payments\u00a0')).toBe('Card Payments');
  expect(read('text', 4711)).toBe('4711');
  expect(read('text', '#1 priority')).toBe('#1 priority');
});

test('a list has “;” between its parts', () => {
  expect(read('list', ' a ;b;; c, d')).toEqual(['a', 'b', 'c, d']);
});

test('numbers are numbers; text that looks like one is a fault with its one reading', () => {
  expect(read('number', 12.5)).toBe(12.5);
  expect(fault('number', '12.5')).toEqual(['number-as-text', 12.5]);
  expect(fault('number', '12,5')).toEqual(['number-as-text', 12.5]);
  expect(fault('number', '1,234.5')).toEqual(['number-as-text', 1234.5]);
  expect(fault('number', '1.234,5')).toEqual(['number-as-text', 1234.5]);
  expect(fault('number', "1'234")).toEqual(['number-as-text', 1234]);
  // 1.234 and 1,234 are a thousand and something in one country, one and something in another.
  expect(fault('number', '1.234')).toEqual(['number-as-text', undefined]);
  expect(fault('number', '1,234')).toEqual(['number-as-text', undefined]);
  expect(fault('number', '15 min')).toEqual(['unreadable-number', undefined]);
  expect(fault('number', true)).toEqual(['unreadable-number', undefined]);
  expect(fault('number', -1, { min: 0 })).toEqual(['out-of-range', undefined]);
  expect(fault('number', 13, { max: 12 })).toEqual(['out-of-range', undefined]);
  expect(fault('number', 1.5, { whole: true })).toEqual(['out-of-range', undefined]);
});

test('percents are shares, or text with a percent sign', () => {
  expect(read('percent', 0.995)).toBe(0.995);
  expect(read('percent', 1)).toBe(1);
  expect(read('percent', '99.5%')).toBe(0.995);
  expect(read('percent', '99.95 %')).toBe(0.9995);
  expect(read('percent', '0%')).toBe(0);
  expect(fault('percent', 99.5)).toEqual(['percent-above-one', 0.995]);
  expect(fault('percent', 250)).toEqual(['percent-above-one', undefined]);
  expect(fault('percent', '120%')).toEqual(['percent-above-one', undefined]);
  expect(fault('percent', '99.5')).toEqual(['number-as-text', 0.995]);
  expect(fault('percent', '0.995')).toEqual(['number-as-text', 0.995]);
  expect(fault('percent', '99,5%')).toEqual(['number-as-text', 0.995]);
  expect(fault('percent', -0.1)).toEqual(['out-of-range', undefined]);
  expect(fault('percent', 'most')).toEqual(['unreadable-percent', undefined]);
});

test('a quantity is a number or a percent', () => {
  expect(read('quantity', 43)).toBe(43);
  expect(read('quantity', '99.5%')).toBe(0.995);
  expect(fault('quantity', '43')).toEqual(['number-as-text', 43]);
});

test('yes and no in their forms', () => {
  for (const yes of ['Yes', 'y', 'TRUE', true, 1, '1']) expect(read('yes/no', yes)).toBe(true);
  for (const no of ['NO', 'n', 'False', false, 0, '0']) expect(read('yes/no', no)).toBe(false);
  expect(fault('yes/no', 2)).toEqual(['unreadable-yes-no', undefined]);
  expect(fault('yes/no', 'ja')).toEqual(['unreadable-yes-no', undefined]);
});

test('choices without regard to case, spaces and punctuation; comparators also as signs', () => {
  const types = { choices: ['Business', 'End-user'] };
  expect(read('choice', 'end user', types)).toBe('End-user');
  expect(fault('choice', 'Busines', types)).toEqual(['unknown-choice', 'Business']);
  expect(fault('choice', 'Other', types)).toEqual(['unknown-choice', undefined]);
  expect(read('choice', 'Other', { ...types, open: true })).toBe('Other');
  const comparators = { choices: ['>=', '>', '<=', '<'] };
  expect(read('choice', '≥', comparators)).toBe('>=');
  expect(read('choice', '≤', comparators)).toBe('<=');
  expect(read('choice', ' < ', comparators)).toBe('<');
  expect(fault('choice', '=<', comparators)).toEqual(['unknown-choice', '<=']);
  expect(fault('choice', '=', comparators)).toEqual(['unknown-choice', undefined]);
});

test('days of the week', () => {
  expect(read('days', 'Mon-Fri')).toEqual([1, 2, 3, 4, 5]);
  expect(read('days', 'mon, WEDNESDAY')).toEqual([1, 3]);
  expect(read('days', 'Sat–Mon')).toEqual([1, 6, 7]);
  expect(read('days', 'Mon-Thu,Sun')).toEqual([1, 2, 3, 4, 7]);
  expect(read('days', 'Daily')).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(fault('days', 'Mon-Foo')).toEqual(['unreadable-days', undefined]);
  expect(fault('days', 'M')).toEqual(['unreadable-days', undefined]);
  expect(fault('days', 'Mon-Wed-Fri')).toEqual(['unreadable-days', undefined]);
  expect(fault('days', 'weekdays')).toEqual(['unreadable-days', 'Mon-Fri']);
});

test('windows', () => {
  expect(read('window', 'month')).toEqual({ kind: 'Month' });
  expect(read('window', 'Fiscal Year')).toEqual({ kind: 'Fiscal year' });
  expect(read('window', 'Rolling 6 months')).toEqual({ kind: 'Rolling months', count: 6 });
  expect(read('window', 'rolling 1 day')).toEqual({ kind: 'Rolling days', count: 1 });
  expect(fault('window', 'Rolling 0 days')).toEqual(['unreadable-window', undefined]);
  expect(fault('window', 'Rolling weeks')).toEqual(['unreadable-window', undefined]);
  expect(fault('window', 'monthly')).toEqual(['unreadable-window', 'Month']);
});

test('times of day: a fraction of a day, or ISO text', () => {
  expect(read('time', 0)).toBe(0);
  expect(read('time', 0.375)).toBe(9 * 3600);
  // Excel's 8:20 is a fraction that no double holds exactly.
  expect(read('time', 8 / 24 + 20 / 1440)).toBe(30_000);
  expect(read('time', 1)).toBe(86_400);
  expect(read('time', '24:00')).toBe(86_400);
  expect(read('time', '08:30:15')).toBe(30_615);
  expect(fault('time', '8:30')).toEqual(['unreadable-time', '08:30']);
  expect(fault('time', '5:30 pm')).toEqual(['unreadable-time', '17:30']);
  expect(fault('time', '12 am')).toEqual(['unreadable-time', '00:00']);
  expect(fault('time', '25:00')).toEqual(['unreadable-time', undefined]);
  expect(fault('time', 9)).toEqual(['unreadable-time', '09:00']);
  expect(fault('time', 46302.5)).toEqual(['unreadable-time', undefined]);
});

test('instants: serials and plain text on the workbook’s wall clock, text with an offset by itself', () => {
  // Excel shows 46302.5 as 7 October 2026 12:00, summer time in Berlin.
  expect(read('instant', 46302.5)).toBe(at('2026-10-07T10:00:00Z'));
  expect(read('instant', 46302.5, {}, { zone: 'Europe/Berlin', dateSystem: 1904 })).toBe(at('2030-10-08T10:00:00Z'));
  expect(read('instant', '2026-10-07T12:00')).toBe(at('2026-10-07T10:00:00Z'));
  expect(read('instant', '2026-10-07 12:00:30')).toBe(at('2026-10-07T10:00:30Z'));
  expect(read('instant', '2026-10-07')).toBe(at('2026-10-06T22:00:00Z'));
  expect(read('instant', '2026-10-07T12:00Z')).toBe(at('2026-10-07T12:00:00Z'));
  expect(read('instant', '2026-10-07T12:00:00.6-05:00')).toBe(at('2026-10-07T17:00:01Z'));
  // A time that the clock skips moves on by the hour it skips; of one that it repeats the first counts.
  expect(read('instant', '2026-03-29T02:30')).toBe(at('2026-03-29T01:30:00Z'));
  expect(read('instant', '2026-10-25T02:30')).toBe(at('2026-10-25T00:30:00Z'));
  // Serials come with rounding errors: 9:10 is 550 minutes.
  expect(read('instant', 46302 + 550 / 1440)).toBe(at('2026-10-07T07:10:00Z'));
});

test('0 in a date is a blank cell that a formula points at', () => {
  for (const type of ['instant', 'date', 'local'] as const) expect(read(type, 0)).toBeNull();
});

test('text that is a date to people is a fault, with its one reading', () => {
  expect(fault('instant', '03/10/26')).toEqual(['ambiguous-date', undefined]);
  expect(fault('instant', '3-10-2026 14:00')).toEqual(['ambiguous-date', undefined]);
  expect(fault('date', '05/05/2026')).toEqual(['date-as-text', '2026-05-05']);
  expect(fault('date', '25/12/2026')).toEqual(['date-as-text', '2026-12-25']);
  expect(fault('date', '12/25/2026')).toEqual(['date-as-text', '2026-12-25']);
  expect(fault('date', '3.10.2026')).toEqual(['date-as-text', '2026-10-03']);
  expect(fault('date', '2026/10/3')).toEqual(['date-as-text', '2026-10-03']);
  expect(fault('date', '3 Oct 2026')).toEqual(['date-as-text', '2026-10-03']);
  expect(fault('instant', 'October 3, 2026 2:05 pm')).toEqual(['date-as-text', '2026-10-03T14:05:00']);
  expect(fault('instant', '03-Oct-26 09:10')).toEqual(['date-as-text', '2026-10-03T09:10:00']);
  expect(fault('date', '46302')).toEqual(['date-as-text', 46302]);
  expect(fault('date', 20261003)).toEqual(['unreadable-date', '2026-10-03']);
  expect(fault('date', '31/02/2026')).toEqual(['unreadable-date', undefined]);
  expect(fault('date', '2026-02-30')).toEqual(['unreadable-date', undefined]);
  expect(fault('date', 'soon')).toEqual(['unreadable-date', undefined]);
  expect(fault('date', true)).toEqual(['unreadable-date', undefined]);
  expect(fault('instant', -5)).toEqual(['unreadable-date', undefined]);
  expect(fault('instant', '09:10')).toEqual(['time-without-date', undefined]);
  expect(fault('instant', 0.5)).toEqual(['time-without-date', undefined]);
  expect(fault('instant', 2026)).toEqual(['implausible-date', undefined]);
});

test('dates are dates on the workbook’s wall calendar', () => {
  expect(read('date', 46302.999)).toBe('2026-10-07');
  expect(read('date', '2026-10-07T23:30')).toBe('2026-10-07');
  expect(read('date', '2026-10-07T23:30Z')).toBe('2026-10-08');
});

test('wall-clock times keep to the wall clock', () => {
  expect(read('local', 46302.5)).toBe('2026-10-07T12:00:00');
  expect(read('local', '2026-10-04')).toBe('2026-10-04T00:00:00');
  expect(fault('local', '2026-10-04T01:00+02:00')).toEqual(['offset-not-allowed', undefined]);
});

test('what no figure needs is only a warning', () => {
  const value = read('number', 'many', { remark: true });
  expect(value).toBeInstanceOf(Unreadable);
  expect((value as Unreadable).fault.severity).toBe('warning');
});

test('where 0 may be a blank cell, it is one unless people type it', () => {
  const inFunction: Reading = { ...BERLIN, zeroIsBlank: true };
  for (const type of ['text', 'choice', 'list', 'days', 'window', 'yes/no', 'instant', 'date'] as const) expect(read(type, 0, {}, inFunction)).toBeNull();
  expect(read('percent', 0, { default: '100%' }, inFunction)).toBeNull();
  expect(read('number', 0, { min: 1 }, inFunction)).toBeNull();
  expect(read('time', 0, {}, inFunction)).toBe(0);
  expect(read('number', 0, { min: 0 }, inFunction)).toBe(0);
  expect(read('percent', 0, {}, inFunction)).toBe(0);
  expect(read('yes/no', false, {}, inFunction)).toBe(false);
});

/** Tables as people keep them, from cells to figures: what cannot be read is a problem with its cell, and a row left out. */
import { demandFiguresWork } from '../../../src/domain/demand/demand-figures';
import type { DemandFigures } from '../../../src/domain/demand/figures';
import { forecasterOf } from '../../../src/domain/demand/forecast/forecaster';
import { finish } from '../../../src/domain/work';
import type { CellValue, Problem } from '../../../src/tables/model';
import { readRecords } from '../../../src/tables/read';
import { at, soundTables, table, workbook } from '../../tables/workbook';

/** Nothing here is long enough for it. */
const noLibrary = forecasterOf({ ets: () => { throw new Error('not asked for'); }, mstl: () => { throw new Error('not asked for'); } });

function read(tables: Readonly<Record<string, readonly (readonly CellValue[])[]>>): { readonly figures: DemandFigures; readonly problems: readonly Problem[] } {
  const own = Object.fromEntries(Object.entries(tables).map(([name, [header, ...rows]]) => [name, table(name, header!, rows)]));
  const { records, problems } = readRecords(workbook(soundTables(own)), at('2026-11-02T08:00:00+01:00'));
  return { figures: finish(demandFiguresWork(records, noLibrary)), problems };
}

const HEADER = ['Item', 'Month', 'Quantity', 'Business unit', 'Unit'];
const told = (problems: readonly Problem[]) => problems.map(({ cell, code }) => `${cell} ${code}`);

test('one table with everything in it that goes wrong', () => {
  const { figures, problems } = read({
    Usage: [
      HEADER,
      ['Card Payments', '2026-08-01', 100, 'Retail', 'payments'], // row 2
      ['card payments ', 46266, 110, 'Retail', 'payments'], // row 3: 1 September 2026 as a serial
      ['Card Payments', '2026-10-01', 120, 'Retail', 'payments'],
      ['Card Payments', '2026-10-31', 5, 'retail', 'Payments'], // row 5 adds up with row 4
      ['Card Payments', 'August 2026', 100, 'Lending', 'payments'], // row 6: a month as text
      ['Card Payments', '2026-10-01', -7, 'Lending', 'payments'], // row 7: below 0
      ['Card Payments', '2026-10-01', '12', 'Lending', 'payments'], // row 8: text
      ['Card Paymnets', '2026-10-01', 1, 'Retail', 'payments'], // row 9: an unknown name
      ['#N/A', '2026-10-01', 1, 'Retail', 'payments'], // row 10: an error cell
      ['ATM Network', '2026-10-01', '', '', ''], // row 11: blank
      ['', '', '', '', ''],
      ['ATM Network', '2026-12-01', 9, '', ''], // row 13: to come
      ['Gateway A', '2026-10-01', 40, '', 'TB'],
      ['Gateway A', '2026-10-01', 900, '', 'IO/s'],
    ],
  });
  expect(told(problems)).toEqual([
    'A3 blank-around-name', 'A5 double-usage', 'B6 unreadable-date', 'C7 out-of-range', 'C8 number-as-text', 'A9 unknown-name', 'A10 error-cell', 'C11 blank-required', 'B13 future-date',
  ]);
  // Lending has no value at all, so that nothing of it is missed; Retail 120 + 5.
  const anybody = [9, 10];
  expect(figures.usage.map(({ item, unit, months, rowsLeftOut }) => [item, unit, months.map(({ quantity }) => quantity), rowsLeftOut.map(({ row }) => row)])).toEqual([
    ['Card Payments', 'payments', [100, 110, 125], [6, 7, 8, ...anybody]],
    ['ATM Network', null, [], [...anybody, 11]],
    ['Gateway A', 'TB', [40], anybody],
    ['Gateway A', 'IO/s', [900], anybody],
  ]);
  expect(figures.usage[0]).toMatchObject({ growthOnMonth: 125 / 110 - 1, rows: [{ row: 4 }, { row: 5 }] });
  expect(figures.rowsLeftOut.map(({ row }) => row)).toEqual([6, 7, 8, 9, 10, 11]);
  expect(figures.withoutUsage).toEqual([]);
});

test('short, constant and empty histories are forecast as what they are', () => {
  const monthly = (item: string, values: readonly number[]) => values.map((value, place): CellValue[] => [item, `2026-${String(11 - values.length + place).padStart(2, '0')}-01`, value, '', '']);
  const { figures, problems } = read({ Usage: [HEADER, ...monthly('Card Payments', [7, 9]), ...monthly('ATM Network', [5, 5, 5, 5, 5]), ...monthly('Gateway A', [0, 0, 0, 0])] });
  expect(problems).toEqual([]);
  const last = (value: number) => Array(12).fill({ point: value, lower: value, upper: value }) as unknown;
  expect(figures.usage.map(({ item, forecast, forecastFrom }) => [item, forecast!.method, forecast!.points, forecastFrom])).toEqual([
    ['Card Payments', 'Last value', last(9), '2026-11-01'],
    ['ATM Network', 'Constant', last(5), '2026-11-01'],
    ['Gateway A', 'Constant', last(0), '2026-11-01'],
  ]);
  expect(figures.recommendations.map(({ name }) => name)).toEqual(['Decommission: Gateway A']);
});

test('capacity, licences and requests: rows of errors leave figures that say so', () => {
  const { figures, problems } = read({
    Usage: [HEADER, ['Gateway A', '2026-10-01', 85, '', 'TB']],
    Capacity: [
      ['Item', 'Capacity', 'Unit', 'From', 'Threshold', 'Lead time months'],
      ['Gateway A', 100, 'tb', '', 0.9, 3],
      ['Gateway A', '200', 'TB', '2026-06-01', 0.9, 3], // row 3: text
      ['Gateway A', 300, 'TB', 'soon', 0.9, 3], // row 4: no date
      ['Gateway A', 400, 'TB', '', 0.9, 3], // row 5: the same as row 2
      ['Gateway Z', 5, '', '', '', ''], // row 6: an unknown name
    ],
    Licences: [['Product', 'Purchased', 'Assigned', 'Active', 'Cost per licence'], ['Viewer', 10, 12, '', 5], ['Tool', 'ten', 12, '', 5], ['', 1, 1, 1, 1]],
    Requests: [
      ['Request', 'Submitted', 'Status', 'Item', 'Category', 'Project', 'Closed'],
      ['R-1', '2026-10-01', 'New', 'Card Payments', 'Service impact', '', ''],
      ['R-2', '03/10/26', 'New', 'Card Payments', '', '', ''], // row 3: two dates
      ['R-3', '2026-10-01', 'Waiting', '', '', '', ''], // row 4: no such status
      ['R-4', '2026-10-01', 'Done', 'Card Paymnets', '', '', '2026-10-11'], // row 5: an unknown name
      ['R-5', '2026-10-12', 'Done', '', '', '', '2026-10-05'], // row 6: closed before
    ],
  });
  expect(told(problems)).toEqual([
    'B3 number-as-text', 'D4 unreadable-date', 'D5 double-capacity', 'A6 unknown-name', 'B3 unreadable-number', 'A4 blank-required', 'B3 ambiguous-date', 'C4 unknown-choice', 'D5 unknown-name', 'G6 end-before-start',
  ]);
  // What problems say they do is what they do.
  expect(problems.filter(({ cell }) => ['D4', 'G6'].includes(cell)).map(({ effect }) => effect)).toEqual(['row left out of Gateway A', 'not counted among requests, in the backlog or in lead times']);
  expect(figures.capacity).toMatchObject([{ item: 'Gateway A', capacity: 100, threshold: 0.9, utilisation: 0.85, state: 'Enough' }]);
  expect(figures.capacity[0]!.rowsLeftOut.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
  expect(figures.licences).toMatchObject([{ product: 'Viewer', short: 2, costOfShort: 10, spare: null }]);
  expect(figures.requests).toMatchObject({ backlog: [{ request: 'R-1' }], leadTimeDays: 10 });
  expect(figures.requests.rowsLeftOut.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
  expect(figures.rowsLeftOut.map(({ table: name, row }) => `${name} ${row}`)).toEqual(['Capacity 3', 'Capacity 4', 'Capacity 5', 'Capacity 6', 'Licences 3', 'Licences 4', 'Requests 3', 'Requests 4', 'Requests 5', 'Requests 6']);
});

test('a threshold that is no percentage: the capacity counts, the threshold does not, and the problem says so', () => {
  const { figures, problems } = read({ Usage: [HEADER, ['Gateway A', '2026-10-01', 85, '', 'TB']], Capacity: [['Item', 'Capacity', 'Unit', 'Threshold'], ['Gateway A', 100, 'TB', 'high']] });
  expect(told(problems)).toEqual(['D2 unreadable-percent']);
  expect(problems[0]!.effect).toBe('row left out of what needs Threshold of Gateway A');
  expect(figures.capacity).toMatchObject([{ capacity: 100, threshold: null, utilisation: 0.85, state: 'Unknown', rowsLeftOut: [{ table: 'Capacity', row: 2 }] }]);
  expect(figures.rowsLeftOut).toEqual([{ table: 'Capacity', row: 2 }]);
});

test('a recommendation that stands in Projects was sent there', () => {
  const { figures } = read({
    Usage: [HEADER, ['Gateway A', '2026-10-01', 85, '', 'TB']],
    Capacity: [['Item', 'Capacity'], ['Gateway A', 100]],
    Projects: [['Project', 'Category', 'Status', 'Source'], ['Bigger gateway', 'Sustaining', 'Proposed', 'More capacity: Gateway A (TB)']],
  });
  expect(figures.recommendations).toMatchObject([{ name: 'More capacity: Gateway A (TB)', sent: { table: 'Projects', row: 2 } }]);
});

test('without any of the tables there are no figures, and nothing fails', () => {
  const { figures } = read({});
  expect(figures).toMatchObject({ usage: [], businessUnits: [], capacity: [], withoutUsage: [], licences: [], recommendations: [], rowsLeftOut: [], requests: { backlog: [], months: [] } });
});

import { CONTRACT, SETTINGS, TABLE_NAMES } from '../../src/tables/contract';
import { columnLayouts, emptyTable, formatsOf, TEMPLATE_SHEETS, toCells } from '../../src/tables/template';
import { readRecords } from '../../src/tables/read';
import { at, table, workbook } from './workbook';

test('every table stands on one sheet', () => {
  expect(TEMPLATE_SHEETS.flatMap(({ tables }) => tables).sort()).toEqual([...TABLE_NAMES].sort());
});

test('columns have room, a format and their choices', () => {
  const layout = Object.fromEntries(columnLayouts('Outages').map((column) => [column.header, column]));
  expect(layout.Start).toMatchObject({ numberFormat: 'yyyy-mm-dd hh:mm', horizontal: 'Right', required: true, validation: null });
  expect(layout.Planned).toMatchObject({ validation: ['Yes', 'No'] });
  expect(layout.Impact).toMatchObject({ numberFormat: '0.00%' });
  // A drop-down can offer the names of one table; an item is a row of either of two.
  expect(layout.Item).toMatchObject({ validation: null });
  expect(columnLayouts('Targets')[0]).toMatchObject({ header: 'Agreement', validation: '=INDIRECT("Agreements[Agreement]")' });
  expect(columnLayouts('Agreements').find(({ header }) => header === 'Hours')).toMatchObject({ validation: '=INDIRECT("ServiceHours[Calendar]")' });
  for (const name of TABLE_NAMES) for (const { width, header } of columnLayouts(name)) expect(width).toBeGreaterThanOrEqual(header.length * 5 + 20);
});

test('dates, times and percents become numbers by the type of their column', () => {
  const content = {
    table: 'Maintenance',
    columns: ['Calendar', 'Start', 'Minutes', 'Repeats', 'Until'],
    rows: [['Night', '2026-10-07T12:00:00', 240, null, '2026-10-07']],
  };
  expect(toCells(content, 1900)).toEqual([['Night', 46302.5, 240, '', 46302]]);
  expect(toCells(content, 1904)).toEqual([['Night', 46302.5 - 1462, 240, '', 46302 - 1462]]);
  expect(toCells({ table: 'ServiceHours', columns: ['Calendar', 'Days', 'Start', 'End'], rows: [['Office', 'Mon-Fri', '06:00', '24:00']] }, 1900)).toEqual([['Office', 'Mon-Fri', 0.25, 1]]);
  expect(toCells({ table: 'Outages', columns: ['Item', 'Start', 'Impact'], rows: [['A', '2026-10-07T12:00:00Z', '50%'], ['A', 'soon', 1]] }, 1900)).toEqual([['A', '2026-10-07T12:00:00Z', 0.5], ['A', 'soon', 1]]);
});

test('a setting’s value has the type of its setting', () => {
  const content = { table: 'Settings', columns: ['Setting', 'Value'], rows: [['As of', '2026-10-07T12:00'], ['Amber margin', '25%'], ['Organisation', '2026-10-07']] };
  expect(toCells(content, 1900)).toEqual([['As of', 46302.5], ['Amber margin', 0.25], ['Organisation', '2026-10-07']]);
  expect(formatsOf(content).map(([, value]) => value)).toEqual(['yyyy-mm-dd hh:mm', '0.00%', 'General']);
});

test('targets that are shares show percents', () => {
  const content = { table: 'Targets', columns: ['Metric', 'Target'], rows: [['Availability', 0.995], ['Breaks', 3], ['Resolved within', 0.9]] };
  expect(formatsOf(content).map(([, target]) => target)).toEqual(['0.00%', 'General', '0.00%']);
});

test('what the contract does not have is no content', () => {
  expect(() => toCells({ table: 'Faults', columns: [], rows: [] }, 1900)).toThrow(RangeError);
  expect(() => toCells({ table: 'Outages', columns: ['Colour'], rows: [] }, 1900)).toThrow(RangeError);
});

test('empty tables have all columns, and are read without a fault', () => {
  const now = at('2026-11-22T10:00:00Z');
  const tables = TABLE_NAMES.map((name) => {
    const content = emptyTable(name);
    expect(content.columns).toEqual(CONTRACT[name].columns.map(({ header }) => header));
    return table(name, content.columns, toCells(content, 1900));
  });
  const { problems, records } = readRecords(workbook(tables), now);
  expect(problems).toEqual([]);
  expect(records.settings).toMatchObject({ zone: 'UTC', amberMargin: 0.25, asOf: now });
  expect(emptyTable('Settings').rows).toHaveLength(SETTINGS.length);
});

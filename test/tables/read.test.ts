import { readInSteps, readRecords } from '../../src/tables/read';
import type { RawTable, RawWorkbook } from '../../src/tables/model';
import { at, soundTables, table, workbook } from './workbook';

const NOW = at('2026-11-22T10:00:00Z');
const read = (raw: RawWorkbook, now = NOW) => readRecords(raw, now);

test('a workbook becomes records, with the names as their own tables write them', () => {
  const { records, problems, counts } = read(
    workbook(
      soundTables({
        Outages: table('Outages', ['CI', 'Start', 'End'], [['card  PAYMENTS', 46302.5, ''], ['gateway a', '2026-10-07T09:10Z', '2026-10-07T09:57Z']], { row: 3, column: 1 }),
        Agreements: table('Agreements', ['Agreement', 'Type', 'Item', 'Hours', 'Underpinned by'], [['Cards SLA', 'sla', 'card payments', 'OFFICE', '24x7 uc; cards ola'], ['Cards OLA', 'OLA', 'Gateway A'], ['24x7 UC', 'UC', 'Gateway B']]),
      }),
    ),
  );
  expect(records.outages).toMatchObject([
    { row: 5, item: 'Card Payments', start: at('2026-10-07T10:00:00Z'), end: null, impact: 1 },
    { row: 6, item: 'Gateway A', start: at('2026-10-07T09:10:00Z'), end: at('2026-10-07T09:57:00Z') },
  ]);
  expect(records.agreements[0]).toMatchObject({ row: 2, type: 'SLA', item: 'Card Payments', hours: 'Office', maintenance: null, plannedTime: 'Excluded', underpinnedBy: ['24x7 UC', 'Cards OLA'] });
  expect(records.targets[0]).toMatchObject({ metric: 'Availability', target: 0.995, window: { kind: 'Month' }, limitComparator: '<=', withinUnit: 'minutes' });
  expect(records.serviceHours[0]).toMatchObject({ days: [1, 2, 3, 4, 5], start: 28_800, end: 64_800, zone: null });
  expect(records.maintenance[0]).toMatchObject({ start: '2026-01-04T01:00:00', minutes: 240, repeats: 'every Sunday' });
  expect(counts.find((count) => count.table === 'Outages')).toEqual({ table: 'Outages', rows: 2, leftOut: 0 });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('cells are named where they stand on the sheet', () => {
  const { problems } = read(workbook(soundTables({ Outages: { ...table('Outages', ['Remark', 'Start', 'Item', 'End'], [['', '', '', ''], ['x', 'soon', 'ATM Network', 46300]], { row: 9, column: 25 }), sheet: 'Downtime' } })));
  // The header stands in row 10 and column Z on; the second row below it is row 12, Start is column AA.
  expect(problems).toMatchObject([{ table: 'Outages', sheet: 'Downtime', cell: 'AA12', effect: 'row left out of ATM Network' }]);
});

test('a row of an item that nobody knows is not said to be left out of that item', () => {
  const { records, problems, counts } = read(workbook(soundTables({ Outages: table('Outages', ['Item', 'Start', 'End'], [['Fax', '2026-10-01', '2026-10-02']]) })));
  expect(problems).toMatchObject([{ code: 'unknown-name', effect: 'row left out; whose figures it bears on is not known' }]);
  expect(records.outages).toMatchObject([{ item: '', unreadable: ['item'] }]);
  expect(counts.find((count) => count.table === 'Outages')).toEqual({ table: 'Outages', rows: 1, leftOut: 1 });
});

test('an end before its start leaves neither: the row must not read as still open', () => {
  const { records } = read(workbook(soundTables({ Outages: table('Outages', ['Item', 'Start', 'End'], [['ATM Network', '2026-10-02', '2026-10-01']]) })));
  expect(records.outages).toMatchObject([{ item: 'ATM Network', start: Number.NaN, end: null, unreadable: ['end', 'start'] }]);
});

test('a second row of one name is left out, and what names it means the first; an incident stays', () => {
  const { records, counts } = read(
    workbook(
      soundTables({
        Components: table('Components', ['Component', 'Section', 'Owner'], [['Gateway A', 'Hardware', 'Cy'], ['GATEWAY A', 'Settings', 'Di'], ['Gateway B', 'Hardware', 'Cy']]),
        Incidents: table('Incidents', ['Incident', 'Item', 'Opened'], [['I-1', 'ATM Network', '2026-10-01'], ['i-1', 'Card Payments', '2026-10-02']]),
      }),
    ),
  );
  expect(records.components.map(({ component, section }) => [component, section])).toEqual([['Gateway A', 'Hardware'], ['Gateway B', 'Hardware']]);
  expect(counts.find((count) => count.table === 'Components')).toEqual({ table: 'Components', rows: 3, leftOut: 1 });
  expect(records.incidents).toMatchObject([{ incident: 'I-1' }, { incident: '', item: 'Card Payments', unreadable: ['incident'] }]);
});

test('names without a table of their own are written alike', () => {
  const { records } = read(
    workbook(
      soundTables({
        ServiceHours: table('ServiceHours', ['Calendar', 'Days', 'Start', 'End'], [['Office', 'Mon-Thu', '08:00', '18:00'], ['OFFICE ', 'Fri', '08:00', '16:00']]),
        Outages: table('Outages', ['Item', 'Start', 'End', 'Customer'], [['ATM Network', '2026-10-01', '2026-10-02', 'RETAIL']]),
        Dependencies: table('Dependencies', ['Item', 'Depends on', 'Group'], [['Card Payments', 'Gateway A', 'Pair'], ['Card Payments', 'Gateway B', 'pair']]),
      }),
    ),
  );
  expect(records.serviceHours.map(({ calendar }) => calendar)).toEqual(['Office', 'Office']);
  expect(records.outages).toMatchObject([{ customer: 'Retail' }]);
  expect(records.dependencies.map(({ group }) => group)).toEqual(['Pair', 'Pair']);
});

test('reading in steps comes to the same', () => {
  const raw = workbook(soundTables({ Outages: table('Outages', ['Item', 'Start', 'End'], Array.from({ length: 5000 }, (_, index) => ['ATM Network', 44_000 + index, 44_000.1 + index])) }));
  const steps = readInSteps(raw, NOW);
  let pauses = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      expect(step.value.records).toEqual(read(raw).records);
      break;
    }
    pauses++;
  }
  // Two within the 5,000 rows, and some between the parts.
  expect(pauses).toBeGreaterThan(2);
});

describe('settings', () => {
  const settings = (now: string, ...rows: (string | number)[][]) => read(workbook(soundTables({ Settings: table('Settings', ['Setting', 'Value'], rows) })), at(now)).records.settings;

  test('have defaults', () => {
    expect(settings('2026-11-22T10:00:00Z')).toEqual({
      organisation: 'Our organisation', zone: 'UTC', reportMonth: '2026-10-01', asOf: at('2026-11-22T10:00:00Z'), currency: '$', fiscalYearStarts: 1, amberMargin: 0.25, rollUpComponentOutages: true, discountRate: null,
      projectBudget: null, weightOfValue: 3, weightOfFit: 3, weightOfUrgency: 2, weightOfRisk: 2, businessUnitsAcross: false,
    });
  });

  test('the report month is the last that is complete by As of, on the workbook’s wall clock', () => {
    // 1 November has begun in Auckland (13 hours ahead), not in New York.
    expect(settings('2026-10-31T12:00:00Z', ['Time zone', 'Pacific/Auckland']).reportMonth).toBe('2026-10-01');
    expect(settings('2026-11-01T02:00:00Z', ['Time zone', 'America/New_York']).reportMonth).toBe('2026-09-01');
    expect(settings('2026-11-01T00:00:00Z').reportMonth).toBe('2026-10-01');
    expect(settings('2026-01-15T00:00:00Z').reportMonth).toBe('2025-12-01');
  });

  test('are read by their own types', () => {
    expect(settings('2026-11-22T10:00:00Z', ['time ZONE', 'Europe/Berlin'], ['As of', 46302.5], ['Report month', '2026-09-17'], ['Amber margin', '30%'], ['Roll up component outages', 'no'], ['Fiscal year starts', 4], ['Organization', 'Woodgrove'], ['Discount rate', 0.08], ['Currency', 'EUR'], ['Project budget', 250000], ['Weight of value', 5], ['weight of FIT', 0], ['Weight of urgency', 1.5], ['Weight of risk', 4], ['Business units across', 'yes'])).toEqual({
      organisation: 'Woodgrove', zone: 'Europe/Berlin', reportMonth: '2026-09-01', asOf: at('2026-10-07T10:00:00Z'), currency: 'EUR', fiscalYearStarts: 4, amberMargin: 0.3, rollUpComponentOutages: false, discountRate: 0.08,
      projectBudget: 250000, weightOfValue: 5, weightOfFit: 0, weightOfUrgency: 1.5, weightOfRisk: 4, businessUnitsAcross: true,
    });
  });

  test('that cannot be read are their defaults', () => {
    expect(settings('2026-11-22T10:00:00Z', ['Time zone', 'Berlin'], ['Fiscal year starts', 13], ['Amber margin', 'some'])).toMatchObject({ zone: 'UTC', fiscalYearStarts: 1, amberMargin: 0.25 });
  });
});

test('a user’s own names are mapped once', () => {
  const tables = soundTables({ Outages: null });
  const mine = table('tblDown', ['Device', 'Down since', 'Up again'], [['ATM Network', '2026-10-01T10:00Z', '2026-10-01T11:00Z']]);
  const raw = workbook([...tables, mine], { mapping: { tables: { TBLDOWN: 'Outages' }, columns: { Outages: { Device: 'item', 'Down since': 'start', 'Up again': 'end' } } } });
  const { records, found, problems } = read(raw);
  expect(problems).toEqual([]);
  expect(found.get('Outages')).toBe(mine);
  expect(records.outages).toMatchObject([{ item: 'ATM Network', start: at('2026-10-01T10:00:00Z'), end: at('2026-10-01T11:00:00Z') }]);
});

test('dates of the 1904 system lie 1,462 days later', () => {
  const { records } = read(workbook(soundTables({ Outages: table('Outages', ['Item', 'Start', 'End'], [['ATM Network', 46302.5 - 1462, 46303 - 1462]]) }), { dateSystem: 1904 }));
  expect(records.outages).toMatchObject([{ start: at('2026-10-07T10:00:00Z'), end: at('2026-10-07T22:00:00Z') }]);
});

test('an empty workbook has one problem for each table that figures need, and records without rows', () => {
  const { records, problems, counts } = read(workbook([]));
  expect(problems.map(({ code, severity, table: name, cell }) => [code, severity, name, cell])).toEqual([
    ['missing-table', 'warning', 'Settings', ''],
    ['missing-table', 'error', 'Services', ''],
    ['missing-table', 'warning', 'Customers', ''],
    ['missing-table', 'warning', 'Dependencies', ''],
    ['missing-table', 'error', 'Agreements', ''],
    ['missing-table', 'error', 'Targets', ''],
    ['missing-table', 'error', 'Outages', ''],
    ['missing-table', 'warning', 'CSFs', ''],
  ]);
  expect(counts).toEqual([]);
  expect(records.outages).toEqual([]);
});

test('without the table of its calendars an agreement’s hours are unknown, not 24×7', () => {
  const { records, problems } = read(workbook(soundTables({ ServiceHours: null, Holidays: null })));
  expect(records.agreements).toMatchObject([{ hours: null, unreadable: ['hours'] }]);
  expect(problems.map(({ code, table: name }) => [code, name])).toEqual([['missing-table', 'ServiceHours']]);
});

test('300,000 outages are read, and each fault among them', () => {
  const rows = Array.from({ length: 300_000 }, (_, index) => {
    const start = 44_000 + index / 150;
    return [index % 2 ? 'ATM Network' : 'Gateway A', index % 1000 === 999 ? 'n/a' : start, start + 0.001, 0.5, `O-${index}`];
  });
  const { records, problems, counts } = read(workbook(soundTables({ Outages: table('Outages', ['Item', 'Start', 'End', 'Impact', 'Outage id'], rows) })));
  expect(records.outages).toHaveLength(300_000);
  expect(problems).toHaveLength(300);
  expect(problems.at(-1)).toMatchObject({ code: 'unreadable-date', cell: 'B300001' });
  expect(counts.find((count) => count.table === 'Outages')).toEqual({ table: 'Outages', rows: 300_000, leftOut: 300 });
});

test('what stands in cells never stops reading', () => {
  const odd = ['#N/A', '', ' ', 0, -1, 1e308, Number.NaN, true, '9'.repeat(400), '2026-99-99', '=A1', '\u0000', '99.5%', '–'];
  for (const own of soundTables()) {
    const rows = odd.flatMap((value) => own.header.map((_, place) => own.header.map((_, other) => (place === other ? value : (own.rows[0]?.[other] ?? '')))));
    expect(() => read(workbook(soundTables({ [own.name]: { ...own, rows } })))).not.toThrow();
  }
});

test('what is asked for stands above Settings, and the month follows the As of that holds', () => {
  const settings: RawTable = { name: 'Settings', sheet: 'Settings', row: 0, column: 0, header: ['Setting', 'Value'], rows: [['As of', '2026-11-02T08:00:00Z']] };
  const raw: RawWorkbook = { tables: [settings], dateSystem: 1900, mapping: { tables: {}, columns: {} } };
  const given = { asOf: Date.UTC(2026, 5, 10) / 1000 };
  const steps = readInSteps(raw, NOW, given);
  let step = steps.next();
  while (!step.done) step = steps.next();
  // As of 10 June, the last complete month is May; Settings' own As of is of no account.
  expect(step.value.records.settings).toMatchObject({ asOf: given.asOf, reportMonth: '2026-05-01' });
});

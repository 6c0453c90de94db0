/**
 * A workbook as people leave it: every fault of daily life, each named with its cell, and the report of
 * the rest, which says what it had to leave out.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from '../../src/domain/figures';
import { CellError } from '../../src/workbench/host/model';
import { parseFigures, plumbline, scratchFolder } from '../support/command-line';
import { foreignSheet, textOf } from '../support/package-file';
import { writeWorkbookFile, type SheetOfRows } from '../support/workbook-file';

const folder = scratchFolder();
const [book, out] = [path.join(folder, 'bad.xlsx'), path.join(folder, 'report.xlsx')];

const NA = new CellError('#N/A');
const _ = null;
const owned = ['Ann', 'Bo'];

/** Header in row 1, so that the first row of data is row 2; Outages stands at B4. */
const sheets: readonly SheetOfRows[] = [
  { sheet: 'Settings', table: 'Settings', rows: [['Setting', 'Value'], ['Organisation', 'Contoso'], ['Time zone', 'Europe/Berlin'], ['Report month', '2026-10-01'], ['As of', '2026-11-02T08:00'], ['Amber margin', 25], ['Report moth', '2026-10']] },
  {
    sheet: 'Services', table: 'Services', rows: [
      ['Service', 'Type', 'In service from', 'IT owner', 'Business owner'],
      ['Online Banking', 'Business', _, ...owned],
      ['Card Payments', 'Business', _, ...owned],
      ['ATM Network', 'Business', _, ...owned],
      ['Branch Teller', 'Business', _, ...owned],
      ['E-mail', 'End-user', _, ...owned],
      ['Payroll', 'Back office', _, ...owned],
      ['online banking', 'Business', _, ...owned],
      ['Loans', 'Business', '1/2/2024', ...owned],
      ['Archive', 'Business', _, _, _],
    ],
  },
  { sheet: 'Customers', table: 'Customers', rows: [['Service', 'Customer', 'Users'], ['Online Banking', 'Retail', 1200], ['Card Payments', 'Retail', '1,200']] },
  {
    sheet: 'Components', table: 'Components', rows: [
      ['Component', 'Section', 'Owner', 'Availability'],
      ['Gateway A', 'Hardware', 'Cy', 0.999],
      ['Gateway B', 'Hardware', 'Cy', 99.9],
      ['Directory', 'Internal service', 'Cy', _],
      ['Core switch', 'Hardware', 'Cy', _],
      ['Fax server', 'Hardware', 'Cy', _],
      [_, 'Hardware', 'Cy', _],
      ['ATM Network', 'External service', 'Cy', _],
    ],
  },
  {
    sheet: 'Dependencies', table: 'Dependencies', rows: [
      ['Item', 'Depends on', 'Group', 'Required'],
      ['Card Payments', 'Gateway A', 'gateways', 1],
      ['Card Payments', 'Gateway B', 'gateways', 2],
      ['E-mail', 'Directory', _, _],
      ['Online Banking', 'Core switch', _, _],
      ['Branch Teller', 'Core swicth', _, _],
      ['Core switch', 'Directory', _, _],
      ['Directory', 'Core switch', _, _],
      ['E-mail', 'Gateway A', _, 1],
    ],
  },
  // Merged headers, as a pretty sheet has them.
  { sheet: 'Glossary', table: 'Glossary', merges: [{ row: 0, column: 0, rows: 1, columns: 2 }], rows: [['Phrase', _], ['My card is refused', 'Card Payments']] },
  {
    sheet: 'Agreements', table: 'Agreements', rows: [
      ['Agreement', 'Type', 'Item', 'Status', 'Start date', 'End date', 'Hours', 'Maintenance', 'Replaces'],
      ['Banking SLA', 'SLA', 'Online Banking', 'Agreed', '2024-01-01', _, _, _, _],
      ['Cards SLA', 'SLA', 'Card Payments', 'Agreed', '2024-01-01', _, _, 'Sunday', _],
      ['ATM SLA', 'SLA', 'ATM Network', 'Agreed', '2024-01-01', _, _, _, _],
      ['Teller SLA', 'SLA', 'Branch Teller', 'Agreed', '2024-01-01', _, 'Shop', _, _],
      ['Mail SLA', 'SLA', 'E-mail', 'Agreed', '2024-01-01', _, 'Office', _, _],
      ['Old mail SLA', 'SLA', 'E-mail', 'Retired', '2023-06-01', '2023-01-01', _, _, _],
      ['Payroll SLA', 'SLA', 'Payrol', 'Agreed', '2024-01-01', _, _, _, _],
      ['Quiet SLA', 'SLA', 'Loans', 'Agreed', '2024-01-01', _, _, _, _],
      ['Directory OLA', 'OLA', 'Directory', 'Draft', _, _, _, _, 'Directory OLA'],
    ],
  },
  {
    sheet: 'Targets', table: 'Targets', rows: [
      ['Agreement', 'Metric', 'Comparator', 'Target', 'Window', 'Within'],
      ['Banking SLA', 'Availability', '>=', 0.999, 'Month', _],
      ['Cards SLA', 'Availability', '>=', 99.9, 'Month', _],
      ['ATM SLA', 'Availability', '>=', 0.99, 'Month', _],
      ['Teller SLA', 'Availability', '>=', 0.995, 'Month', _],
      ['Mail SLA', 'Availability', '>=', 0.98, 'Month', _],
      ['Payroll SLA', 'Availability', '>=', 0.9, 'Month', _],
      ['Gold SLA', 'Availability', '>=', 0.9, 'Month', _],
      ['Banking SLA', 'Availabilty', '>=', 0.9, 'Month', _],
      ['Mail SLA', 'Breaks', '>=', 3, 'Month', _],
      ['Banking SLA', 'Resolved within', '>=', 0.9, 'Month', _],
      ['Cards SLA', 'Breaks', 'at most', 3, 'Month', _],
      ['Mail SLA', 'Availability', '>=', 0.98, 'fortnight', _],
      ['Banking SLA', 'Resolved within', '>=', 0.8, 'Month', 240],
    ],
  },
  {
    sheet: 'Hours', table: 'ServiceHours', rows: [
      ['Calendar', 'Days', 'Start', 'End', 'Time zone'],
      ['Office', 'Mon-Fri', '08:00', '18:00', _],
      ['Office', 'Saturdays', '09:00', '12:00', _],
      ['Branch', 'Mon-Fri', 8.3, '16:00', _],
      ['Night', 'Daily', '22:00', '06:00', 'CET+1'],
    ],
  },
  { sheet: 'Holidays', table: 'Holidays', rows: [['Calendar', 'Date', 'Name', 'Start', 'End'], ['Office', '2026-10-02', 'Bridge day', _, _], ['Office', '31.10.2026', 'Reformation Day', _, _], ['Office', '2026-12-24', 'Christmas Eve', '09:00', _]] },
  {
    sheet: 'Maintenance', table: 'Maintenance', rows: [
      ['Calendar', 'Start', 'Minutes', 'Repeats'],
      ['Sunday', '2026-01-04T02:00', 240, 'every Sunday'],
      ['Sunday', '2026-01-04T12:00', '120', 'every Sunday'],
      ['Monthly', '2026-01-04T02:00', 60, 'now and then'],
      ['Monthly', '2026-01-04T02:00Z', 60, _],
    ],
  },
  {
    sheet: 'Outages', table: 'Outages', at: { row: 3, column: 1 }, rows: [
      ['Item', 'Start', 'End', 'Impact', 'Planned', 'Counts', 'Reason', 'Customer', 'Start.', _],
      /* 5 */ ['ATM Network', '03/10/26 14:00', '2026-10-03T15:00', 1, _, _, _, _, _, _],
      /* 6 */ ['ATM Network', '2026-10-09T14:02', '2026-10-09T04:15', 1, _, _, _, _, _, _],
      /* 7 */ ['Online Banking', 'yesterday', '2026-10-10T15:00', 1, _, _, _, _, _, _],
      /* 8 */ [NA, '2026-10-11T14:00', '2026-10-11T15:00', 1, _, _, _, _, _, _],
      /* 9 */ ['Onlin Banking', '2026-10-11T10:00', '2026-10-11T10:30', 1, _, _, _, _, _, _],
      /* 10 */ ['Card Payments', '2026-10-12T10:00', '2026-10-12T10:05', 50, _, _, _, _, _, _],
      /* 11 */ [_, '2026-10-12T10:00', '2026-10-12T10:05', 1, _, _, _, _, _, _],
      /* 12 */ ['E-mail', '2026-10-13T09:00', '2026-10-13T09:00', 1, _, _, _, _, _, _],
      /* 13 */ ['E-mail', '2026-10-14T09:00', _, 1, _, _, _, _, _, _],
      /* 14 */ ['E-mail', '2026-10-20T09:00', '2026-10-20T10:00', 1, _, _, _, _, _, _],
      /* 15 */ ['Card Payments', '2026-10-15T09:00', '2026-10-15T09:30', 1, _, 'No', _, _, _, _],
      /* 16 */ ['Card Payments', '2026-10-16T11:00', '2026-10-16T11:10', 1, 'perhaps', _, _, _, _, _],
      /* 17 */ ['Branch Teller', '2026-10-17T09:00', '2026-10-17T10:00', 1, _, _, _, _, _, _],
      /* 18 */ ['Branch Teller', '2026-10-17T09:00', '2026-10-17T10:00', 1, _, _, _, _, _, _],
      /* 19 */ ['Online Banking', '2026-12-01T09:00', '2026-12-01T10:00', 1, _, _, _, _, _, _],
      /* 20 */ ['Online Banking', 0.6, '2026-10-19T15:00', 1, _, _, _, _, _, _],
      /* 21 */ ['Core switch ', '2026-10-21T10:00', '2026-10-21T10:30', 1, _, _, _, _, _, _],
      /* 22 */ ['Card Payments', '2026-10-22T10:00', '2026-10-22T10:10', 1, _, _, _, 'Retial', _, 'see ticket'],
      /* 23 */ ['ATM Network', '2026-10-23T10:00', '2026-10-23T24:30', 1, _, _, _, _, _, _],
    ],
  },
  {
    sheet: 'Uptime', table: 'Uptime', rows: [
      ['Item', 'From', 'To', 'Minutes down', 'Availability'],
      ['Loans', '2026-10-01', '2026-10-08', 5, _],
      ['Loans', '2026-10-07', '2026-10-15', 3, _],
      ['Loans', '2026-10-15', '2026-10-16', 5, 0.99],
      ['Loans', '2026-10-16T00:00', '2026-10-16T01:00', 90, _],
      ['Loans', '2026-10-17', '2026-10-18', _, _],
    ],
  },
  {
    sheet: 'Incidents', table: 'Incidents', rows: [
      ['Incident', 'Item', 'Opened', 'Responded', 'Resolved'],
      ['I-1', 'Online Banking', '2026-10-05T09:00', '2026-10-05T09:10', '2026-10-05T10:00'],
      ['I-2', 'Online Banking', '2026-10-06T09:00', _, '2026-10-05T09:00'],
      ['i-1', 'Online Banking', '2026-10-07T09:00', _, '2026-10-07T10:00'],
      ['I-4', 'Fax', '2026-10-08T09:00', _, '2026-10-08T10:00'],
    ],
  },
  { sheet: 'Holds', table: 'Holds', rows: [['Incident', 'From', 'To'], ['I-9', '2026-10-05T09:00', '2026-10-05T09:30']] },
  { sheet: 'CSFs', table: 'CSFs', rows: [['CSF', 'Meaning'], ['Reliability', 'It works'], ['Security', 'It is safe']] },
  { sheet: 'Metrics', table: 'Metrics', rows: [['Metric', 'CSF', 'Better', 'Unit', 'Target'], ['Share up', 'Reliability', 'Higher', '%', 0.99], ['Calls', 'Reliabilty', 'Lower', _, _], ['Speed', 'Reliability', 'Faster', _, _]] },
  { sheet: 'Measurements', table: 'Measurements', rows: [['Metric', 'Month', 'Value'], ['Share up', '2026-10-01', 0.995], ['Share up', '2026-10-15', 0.991], ['Share up', '2026-09-01', 'good']] },
];

/** One line per fault: sheet, cell, what is wrong, whether a row is left out. */
const FAULTS: readonly (readonly [sheet: string, cell: string, code: string, severity: 'error' | 'warning'])[] = [
  ['Settings', 'B6', 'percent-above-one', 'error'],
  ['Settings', 'A7', 'unknown-setting', 'warning'],
  ['Services', 'B7', 'unknown-choice', 'error'],
  ['Services', 'A8', 'duplicate-key', 'error'],
  ['Services', 'C9', 'ambiguous-date', 'error'],
  ['Services', 'D10', 'no-owner', 'warning'],
  ['Customers', 'C3', 'number-as-text', 'error'],
  ['Components', 'D3', 'percent-above-one', 'error'],
  ['Components', 'A6', 'orphan', 'warning'],
  ['Components', 'A7', 'blank-required', 'error'],
  ['Components', 'A8', 'service-and-component', 'error'],
  // Nothing is agreed on the gateway beneath E-mail and on the core switch beneath Online Banking; of the
  // directory beneath both there is a draft. Card Payments' own gateways cannot be read.
  ['Components', 'A2', 'chain-cover', 'warning'],
  ['Components', 'A5', 'chain-cover', 'warning'],
  ['Agreements', 'D10', 'chain-cover', 'warning'],
  ['Dependencies', 'D3', 'required-disagrees', 'error'],
  ['Dependencies', 'B6', 'unknown-name', 'error'],
  // Walked from the top: E-mail stands on the Directory (row 8), that on the Core switch, whose row 7 closes the circle.
  ['Dependencies', 'B7', 'dependency-cycle', 'error'],
  ['Dependencies', 'D9', 'required-without-group', 'warning'],
  ['Glossary', 'A1', 'missing-column', 'error'],
  ['Glossary', 'B1', 'blank-header', 'warning'],
  ['Agreements', 'G5', 'unknown-name', 'error'],
  ['Agreements', 'F7', 'end-before-start', 'error'],
  ['Agreements', 'C8', 'unknown-name', 'error'],
  ['Agreements', 'A9', 'no-targets', 'warning'],
  ['Agreements', 'I10', 'replaces-cycle', 'error'],
  ['Targets', 'D3', 'percent-above-one', 'error'],
  ['Targets', 'A8', 'unknown-name', 'error'],
  ['Targets', 'B9', 'unknown-name', 'error'],
  ['Targets', 'C10', 'wrong-comparator', 'error'],
  ['Targets', 'F11', 'missing-limit', 'error'],
  ['Targets', 'C12', 'unknown-choice', 'error'],
  ['Targets', 'E13', 'unreadable-window', 'error'],
  ['Hours', 'B3', 'unreadable-days', 'error'],
  ['Hours', 'C4', 'unreadable-time', 'error'],
  ['Hours', 'E5', 'unknown-zone', 'error'],
  ['Holidays', 'B3', 'date-as-text', 'error'],
  ['Holidays', 'E4', 'half-special-hours', 'error'],
  ['Maintenance', 'C3', 'number-as-text', 'error'],
  ['Maintenance', 'D4', 'unreadable-repeats', 'error'],
  ['Maintenance', 'B5', 'offset-not-allowed', 'error'],
  ['Outages', 'J4', 'duplicate-header', 'error'],
  ['Outages', 'K4', 'blank-header', 'warning'],
  ['Outages', 'C5', 'ambiguous-date', 'error'],
  ['Outages', 'D6', 'end-before-start', 'error'],
  ['Outages', 'C7', 'unreadable-date', 'error'],
  ['Outages', 'B8', 'error-cell', 'error'],
  ['Outages', 'B9', 'unknown-name', 'error'],
  ['Outages', 'E10', 'percent-above-one', 'error'],
  ['Outages', 'B11', 'blank-required', 'error'],
  ['Outages', 'D12', 'start-equals-end', 'warning'],
  ['Outages', 'D13', 'forgotten-open-outage', 'warning'],
  ['Outages', 'H15', 'missing-reason', 'error'],
  ['Outages', 'F16', 'unreadable-yes-no', 'error'],
  ['Outages', 'C18', 'double-import', 'warning'],
  ['Outages', 'C19', 'future-date', 'warning'],
  ['Outages', 'C20', 'time-without-date', 'error'],
  ['Outages', 'B21', 'blank-around-name', 'warning'],
  ['Outages', 'I22', 'unknown-customer', 'error'],
  ['Outages', 'D23', 'unreadable-date', 'error'],
  ['Uptime', 'B3', 'overlapping-uptime', 'error'],
  ['Uptime', 'D4', 'minutes-and-percent', 'error'],
  ['Uptime', 'D5', 'out-of-range', 'error'],
  ['Uptime', 'D6', 'no-measure', 'error'],
  ['Incidents', 'E3', 'end-before-start', 'error'],
  ['Incidents', 'A4', 'duplicate-key', 'error'],
  ['Incidents', 'B5', 'unknown-name', 'error'],
  ['Holds', 'A2', 'unknown-name', 'error'],
  ['CSFs', 'A3', 'no-metrics', 'warning'],
  ['Metrics', 'B3', 'unknown-name', 'error'],
  ['Metrics', 'C4', 'unknown-choice', 'error'],
  ['Measurements', 'C3', 'duplicate-measurement', 'error'],
  ['Measurements', 'C4', 'unreadable-number', 'error'],
];

interface Found {
  readonly sheet: string;
  readonly cell: string;
  readonly code: string;
  readonly severity: string;
  readonly found: string;
  readonly expected: string;
  readonly effect: string;
}

let figures: Figures;

beforeAll(async () => {
  await writeWorkbookFile(book, sheets);
  const ran = plumbline('figures', book, '--json');
  expect(ran.code).toBe(1);
  figures = parseFigures(ran.stdout);
});

test('every fault is named with its cell, and nothing else is', () => {
  const ran = plumbline('check', book, '--json');
  expect(ran.code).toBe(1);
  const { errors, warnings, problems } = JSON.parse(ran.stdout) as { errors: number; warnings: number; problems: readonly Found[] };
  const line = (...parts: readonly string[]): string => parts.join(' ');
  expect(problems.map(({ sheet, cell, code, severity }) => line(sheet, cell, code, severity)).sort()).toEqual(FAULTS.map((fault) => line(...fault)).sort());
  expect(FAULTS.length).toBeGreaterThanOrEqual(25);
  expect({ errors, warnings }).toEqual({ errors: FAULTS.filter(([, , , severity]) => severity === 'error').length, warnings: FAULTS.filter(([, , , severity]) => severity === 'warning').length });
  for (const { found, expected, effect } of problems) expect([found, expected, effect]).not.toContain('');
});

describe('the figures of the rest', () => {
  const of = (agreement: string, metric = 'Availability') => figures.targets.filter((figure) => figure.agreement === agreement && figure.metric === metric);
  const rows = (agreement: string, table: string): number[] => of(agreement).flatMap(({ rowsLeftOut }) => rowsLeftOut.filter((row) => row.table === table).map(({ row }) => row));

  test('count what can be read, to the second', () => {
    // October has 31 × 86,400 s and, as the clocks go back on the 25th, another 3,600: 2,682,000 s. Of
    // Online Banking one row can be read in October: the core switch beneath it, 10:00 to 10:30.
    expect(of('Banking SLA')).toMatchObject([{ agreedSeconds: 2_682_000, downtimeSeconds: 1800, status: 'Met, incomplete data' }]);
    // No row of the ATM network can be read.
    expect(of('ATM SLA')).toMatchObject([{ agreedSeconds: 2_682_000, downtimeSeconds: 0, status: 'Met, incomplete data' }]);
    // Office hours: 22 weekdays less Friday the 2nd, 10 h each. E-mail went down on Wednesday the 14th at
    // 9:00 and nobody wrote down an end: 9 h of that day and 12 days more, 129 h.
    expect(of('Mail SLA')[0]).toMatchObject({ agreedSeconds: 21 * 36_000, downtimeSeconds: 129 * 3600, status: 'Missed' });
    // Two incidents can be read, each solved within 60 of 240 minutes: a reference that stands twice makes
    // its row no less an incident. I-2 was solved before it was opened; I-4 is nobody's.
    const [unlimited, limited] = of('Banking SLA', 'Resolved within');
    expect(unlimited).toMatchObject({ limitSeconds: null, status: 'Not measurable' });
    expect(limited).toMatchObject({ limitSeconds: 14_400, opened: 2, within: 2, status: 'Met, incomplete data', rowsLeftOut: [{ table: 'Holds', row: 2 }, { table: 'Incidents', row: 3 }, { table: 'Incidents', row: 5 }] });
  });

  test('name the rows that they lack: their own, and those that may be theirs', () => {
    // Rows 8, 9 and 11 name no item that there is: they may be anybody's.
    expect(rows('ATM SLA', 'Outages')).toEqual([5, 6, 8, 9, 11, 23]);
    expect(rows('Banking SLA', 'Outages')).toEqual([7, 8, 9, 11, 20]);
    expect(rows('Mail SLA', 'Outages')).toEqual([8, 9, 11]);
    expect(rows('Mail SLA', 'ServiceHours')).toEqual([3]);
    expect(rows('Mail SLA', 'Holidays')).toEqual([3, 4]);
  });

  test('say nothing where a target or its hours cannot be read', () => {
    for (const agreement of ['Cards SLA', 'Teller SLA', 'Payroll SLA', 'Gold SLA']) {
      for (const { status, actual } of figures.targets.filter((figure) => figure.agreement === agreement)) expect({ agreement, status, actual }).toEqual({ agreement, status: 'Not measurable', actual: null });
    }
    for (const figure of figures.targets) expect(['Met', 'Missed', 'At risk', 'Met, incomplete data', 'Not measurable']).toContain(figure.status);
    expect(figures.targets.filter(({ status }) => status === 'Met')).toEqual([]);
  });
});

describe('the report of the rest', () => {
  beforeAll(() => {
    const ran = plumbline('report', book, '--out', out);
    expect({ code: ran.code, written: existsSync(out) }).toEqual({ code: 1, written: true });
  });

  test('says on its first page what was left out', async () => {
    const left = figures.tables.reduce((sum, table) => sum + table.leftOut, 0);
    const page = textOf(await foreignSheet(out, 'Report Oct 2026'));
    expect(page).toMatch(/Met, incomplete/);
    expect(page).toMatch(new RegExp(`Left out: ${left} rows? of .*ATM Network.*\\(sheet “Rows left out”\\)`));
    expect(page).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  test('marks each promise that lost rows', async () => {
    const levels = textOf(await foreignSheet(out, 'Service levels')).split('\n');
    const atm = levels.findIndex((line) => line.startsWith('ATM SLA ·'));
    expect(levels[atm]).toContain('6 rows left out: Outages 5, Outages 6, Outages 8, Outages 9, Outages 11, …');
    expect(levels[atm - 1]).toMatch(/Met, incomplete data \| ATM Network \|/);
  });

  test('lists every problem with its place', async () => {
    const { rows } = await foreignSheet(out, 'Rows left out');
    const listed = rows.flatMap((row) => (row[1] === 'Error' || row[1] === 'Warning' ? [`${row[3]} ${row[4]} ${String(row[1]).toLowerCase()}`] : []));
    // What does not hold between agreements stands on its own sheet.
    const ofTables = FAULTS.filter(([, , code]) => !code.startsWith('chain-'));
    expect(listed.sort()).toEqual(ofTables.map(([sheet, cell, , severity]) => `${sheet} ${cell} ${severity}`).sort());
  });

  test('maps every service, the circle included', async () => {
    const map = textOf(await foreignSheet(out, 'Service map'));
    for (const service of ['Online Banking', 'Card Payments', 'ATM Network', 'Branch Teller', 'E-mail', 'Loans', 'Archive']) expect(map).toContain(service);
    expect(map).toMatch(/circle/i);
  });
});

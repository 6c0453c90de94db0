/**
 * Real input: two public status pages (7 services, 36 outages, UTC text instants), and the seconds
 * down in 1,700 windows, recomputed from the same outages by another program.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CellError } from '../../src/workbench/host/model';
import { plumbline, scratchFolder } from '../support/command-line';
import { csvRecords, sharedData } from '../support/shared-data';
import { cellsOf, readWorkbookFile, writeWorkbookFile, type SheetOfRows } from '../support/workbook-file';

const texts = { services: sharedData('upptime/services.csv'), outages: sharedData('upptime/outages.csv'), reference: sharedData('upptime/reference.csv') };
const folder = scratchFolder();
const book = path.join(folder, 'upptime.xlsx');

if (texts.services === null || texts.outages === null || texts.reference === null) {
  test('the status pages of upptime are not on this machine: nothing to compare with', () => {
    expect(Object.values(texts)).toContain(null);
  });
} else {
  const services = csvRecords(texts.services);
  const outages = csvRecords(texts.outages);
  const reference = csvRecords(texts.reference);

  const sheets: SheetOfRows[] = [
    { sheet: 'Settings', table: 'Settings', rows: [['Setting', 'Value'], ['Organisation', 'Status pages'], ['Time zone', 'UTC'], ['Report month', '2025-07-01'], ['As of', '2025-08-02T00:00:00Z']] },
    { sheet: 'Services', table: 'Services', rows: [['Service', 'Type', 'In service from'], ...services.map((row) => [row.Service ?? '', 'Business', (row['Monitored since'] ?? '').slice(0, 10)])] },
    { sheet: 'Agreements', table: 'Agreements', rows: [['Agreement', 'Type', 'Item', 'Status'], ...services.map((row) => [`SLA ${row.Service}`, 'SLA', row.Service ?? '', 'Agreed'])] },
    { sheet: 'Targets', table: 'Targets', rows: [['Agreement', 'Metric', 'Comparator', 'Target', 'Window'], ...services.map((row) => [`SLA ${row.Service}`, 'Availability', '>=', 0.999, 'Month'])] },
    { sheet: 'Outages', table: 'Outages', rows: [['Item', 'Start', 'End', 'Cause', 'Outage id'], ...outages.map((row) => [row.Item ?? '', row.Start ?? '', row.End || null, row.Cause ?? '', row['Outage id'] ?? ''])] },
    { sheet: 'Windows', rows: [['Item', 'From', 'To', 'Minutes down'], ...reference.map((row, index) => [row.Item ?? '', row.From ?? '', row.To ?? '', `=SLM.DOWNTIME(A${index + 2},B${index + 2},C${index + 2},Outages[#All])`])] },
  ];

  beforeAll(() => writeWorkbookFile(book, sheets));

  test('DOWNTIME in cells reproduces the seconds down of all 1,700 windows', async () => {
    const out = path.join(folder, 'recalculated.xlsx');
    const ran = plumbline('recalculate', book, '--out', out);
    expect(ran.stderr).toContain('Wrote');
    expect(ran.code).toBe(0);
    const cells = cellsOf(await readWorkbookFile(out), 'Windows');
    const differences = reference.flatMap((row, index) => {
      const value = cells.get(`${index + 2},4`)?.value;
      const seconds = typeof value === 'number' ? Math.round(value * 60 * 1e6) / 1e6 : value instanceof CellError ? value.error : value;
      return seconds === Number(row['Down seconds']) ? [] : [{ ...row, seconds }];
    });
    expect(differences).toEqual([]);
    expect(reference).toHaveLength(1700);
  });

  test('check finds nothing that stops a figure, and the report is written', async () => {
    const checked = plumbline('check', book, '--json');
    const { errors } = JSON.parse(checked.stdout) as { errors: number };
    expect({ errors, code: checked.code }).toEqual({ errors: 0, code: 0 });
    const out = path.join(folder, 'report.xlsx');
    const reported = plumbline('report', book, '--out', out);
    expect(reported.code).toBe(0);
    const workbook = await readWorkbookFile(out);
    for (const { sheet } of sheets) expect(cellsOf(workbook, sheet)).toEqual(cellsOf(await readWorkbookFile(book), sheet));
    expect(workbook.sheets.length).toBeGreaterThan(sheets.length);
  });

  test('the figures of one month are the union of its outages', () => {
    const json = path.join(folder, 'figures.json');
    expect(plumbline('figures', book, '--json', '--out', json, '--month', '2025-07').code).toBe(0);
    // July 2025 has 31 × 86,400 = 2,678,400 s; the seconds down are added up here from the rows themselves.
    const figures = JSON.parse(readFileSync(json, 'utf8')) as { targets: { item: string; agreedSeconds: number; downtimeSeconds: number }[] };
    const [start, end] = [Date.UTC(2025, 6, 1) / 1000, Date.UTC(2025, 7, 1) / 1000];
    for (const { Service = '' } of services) {
      const spans = outages
        .filter((row) => row.Item === Service)
        .map((row) => [Math.max(start, Date.parse(row.Start ?? '') / 1000), Math.min(end, row.End ? Date.parse(row.End) / 1000 : end)] as const)
        .filter(([from, to]) => to > from)
        .sort(([a], [b]) => a - b);
      let down = 0;
      let reached = start;
      for (const [from, to] of spans) {
        down += Math.max(0, to - Math.max(from, reached));
        reached = Math.max(reached, to);
      }
      const figure = figures.targets.find((target) => target.item === Service);
      expect({ Service, agreed: figure?.agreedSeconds, down: figure?.downtimeSeconds }).toEqual({ Service, agreed: end - start, down });
    }
  });
}

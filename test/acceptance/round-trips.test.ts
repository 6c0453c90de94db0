/**
 * What users wait for: round trips to Excel and the bytes in them, counted on the built add-in. Excel on
 * the web takes and gives at most 5 MB in one.
 */
import path from 'node:path';
import type { FinishedRoundTrip } from '../../src/workbench/host/host';
import { ModelWorkbook } from '../../src/workbench/host/model';
import { type Addin, startAddin } from '../../src/workbench/node/addin';
import { scratchFolder } from '../support/command-line';
import { readWorkbookFile, writeWorkbookFile, type Cell, type SheetOfRows } from '../support/workbook-file';

const ADDIN = path.resolve(__dirname, '../../dist/addin');
const LIMIT = 5 * 1024 * 1024;
const [MAX_ROWS, MAX_CELLS] = [20_000, 120_000];

let addin: Addin;
let trips: FinishedRoundTrip[] = [];

beforeAll(async () => {
  const workbook = new ModelWorkbook();
  workbook.addSheet('Sheet1');
  addin = await startAddin({ folder: ADDIN, workbook, paneVisible: false, onBatchDone: (trip) => trips.push(trip) });
  await addin.run('insertSample');
});
afterAll(() => addin.close());

async function counted(action: string, parameters: object = {}): Promise<readonly FinishedRoundTrip[]> {
  trips = [];
  await addin.run(action, parameters);
  return trips;
}

const largest = (of: readonly FinishedRoundTrip[], bytes: 'requestBytes' | 'responseBytes'): number => Math.max(...of.map((trip) => trip[bytes]));

/** Rows and cells of every block of values in an answer. */
function blocksOf({ response }: FinishedRoundTrip): { rows: number; cells: number }[] {
  const blocks: { rows: number; cells: number }[] = [];
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Values' && Array.isArray(inner) && Array.isArray(inner[0])) blocks.push({ rows: inner.length, cells: inner.length * inner[0].length });
      else look(inner);
    }
  };
  look(response);
  return blocks;
}

const cellsIn = (trip: FinishedRoundTrip): number => blocksOf(trip).reduce((sum, { cells }) => sum + cells, 0);

/** Two round trips to find the tables, then blocks, as many in one as 120,000 cells allow. */
function expectFewBlocks(reading: readonly FinishedRoundTrip[]): void {
  const cells = reading.reduce((sum, trip) => sum + cellsIn(trip), 0);
  expect(reading.length).toBeLessThanOrEqual(2 + Math.ceil(cells / MAX_CELLS) + 1);
  for (const trip of reading) {
    expect(cellsIn(trip)).toBeLessThanOrEqual(MAX_CELLS);
    for (const { rows } of blocksOf(trip)) expect(rows).toBeLessThanOrEqual(MAX_ROWS);
  }
}

test('the sample is read in three round trips', async () => {
  const reading = await counted('check');
  const cells = addin.host.workbook.sheets.flatMap(({ tables }) => tables).reduce((sum, { range }) => sum + range.rows * range.columns, 0);
  expect(reading.length).toBe(3);
  expect(reading.reduce((sum, trip) => sum + cellsIn(trip), 0)).toBe(cells);
  expect(cells).toBeGreaterThan(40_000);
  expectFewBlocks(reading);
  expect(largest(reading, 'requestBytes')).toBeLessThan(50_000);
  expect(largest(reading, 'responseBytes')).toBeLessThan(1_500_000);
});

test('its report is read, looked at and written in eight round trips, and rewritten in seventeen', async () => {
  const first = await counted('buildReport', { month: '2026-10' });
  // Reading 3, looking at the sheets 2, writing 3: Office.js makes up a request in one piece, which should not hold up the pane.
  expect(first.length).toBeLessThanOrEqual(8);
  const again = await counted('buildReport', { month: '2026-10' });
  // Besides: keeping what stands there, so that it can be put back, in parts that Excel takes.
  expect(again.length).toBeLessThanOrEqual(17);
  for (const report of [first, again]) {
    expect(report.filter(({ response }) => response === null || response.Error).length).toBe(0);
    expect(largest(report, 'requestBytes')).toBeLessThan(LIMIT);
    expect(largest(report, 'responseBytes')).toBeLessThan(LIMIT);
  }
  // What is read and looked at takes few calls.
  expect(first.slice(0, 5).filter(({ request }) => request.Actions.length > 1000).length).toBe(0);
});

describe('a large workbook', () => {
  const folder = scratchFolder();
  const outages = (count: number, row: (index: number) => readonly Cell[]): readonly SheetOfRows[] => [
    { sheet: 'Services', table: 'Services', rows: [['Service', 'Type', 'IT owner'], ['Mail', 'Business', 'Ann']] },
    { sheet: 'Outages', table: 'Outages', rows: [['Item', 'Start', 'End', 'Impact', 'Outage id', 'Cause'], ...Array.from({ length: count }, (_, index) => row(index))] },
  ];
  const open = async (name: string, sheets: readonly SheetOfRows[]): Promise<void> => {
    const file = path.join(folder, name);
    await writeWorkbookFile(file, sheets);
    addin.host.open(await readWorkbookFile(file));
  };
  const readRows = (reading: readonly FinishedRoundTrip[]): number => reading.filter(({ responseBytes }) => responseBytes <= LIMIT).flatMap(blocksOf).reduce((sum, { rows }) => sum + rows, 0);

  test('of 60,000 outages is read in blocks', async () => {
    // One every ten minutes of 2025, from serial 45658 (1 January 2025) on.
    await open('many.xlsx', outages(60_000, (index) => ['Mail', 45658 + index / 144, 45658 + index / 144 + 0.001, 1, `O-${index}`, 'restart']));
    const reading = await counted('check');
    // 60,001 rows are three blocks of 20,000 and one of a single row; of six columns, one is 120,000 cells. Services are few.
    expect(reading.length).toBe(2 + 1 + 3 + 1);
    expectFewBlocks(reading);
    expect(readRows(reading)).toBe(60_001 + 2);
    expect(largest(reading, 'responseBytes')).toBeLessThan(LIMIT);
  });

  test('of long texts is read in halves, where an answer would be too large', async () => {
    // 12,000 rows of 500 letters are 6 MB and more.
    await open('long.xlsx', outages(12_000, (index) => ['Mail', 45658 + index / 144, 45658 + index / 144 + 0.001, 1, `O-${index}`, 'x'.repeat(500)]));
    const reading = await counted('check');
    // Refused: both tables together, and the large one alone. Taken: the small one, and two halves of the large one.
    expect(reading.filter(({ responseBytes }) => responseBytes > LIMIT).length).toBe(2);
    expect(reading.length).toBe(2 + 2 + 3);
    expect(readRows(reading)).toBe(12_001 + 2);
  });
});

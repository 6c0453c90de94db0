/**
 * The map of a large estate: 2,000 services and components, 8,000 dependencies, twelve deep, from an .xlsx
 * file to its sheets. The built add-in reads the workbook through office.js, works out every figure of the
 * map and lays out and writes its sheets; how long each part took is told by its own progress. What of the
 * figures is impact and single points, and what expected availability, is measured apart, on the same records.
 * Beside it, in the same run: opening the file and reading its tables.
 */
import { fileURLToPath } from 'node:url';
import { figureContext } from '../../src/domain/agreements/context';
import type { Records } from '../../src/domain/records';
import { expectedFiguresWork } from '../../src/domain/servicemap/expected-figure';
import { mapFigures } from '../../src/domain/servicemap/map-figures';
import { finish } from '../../src/domain/work';
import type { RawTable } from '../../src/tables/model';
import { readRecords } from '../../src/tables/read';
import type { ModelWorkbook } from '../../src/workbench/host/model';
import { startAddin } from '../../src/workbench/node/addin';
import { openWorkbook } from '../../src/workbench/xlsx/open';
import { saveWorkbook } from '../../src/workbench/xlsx/save';
import { at } from '../support/records';
import { type Cell, type SheetOfRows, workbookOf } from '../support/workbook-file';
import { itemName, median, random, seconds } from './data';

const ITEMS = 2_000;
const DEPENDENCIES = 8_000;
const LAYERS = 12;
const SERVICES = 200;
const RUNS = 5;
const ADDIN = fileURLToPath(new URL('../addin/', import.meta.url));

/** Each thing stands on things of lower layers, at least one of them of the next; a tenth of them in groups of which one or two must be up. */
export function estate(): SheetOfRows[] {
  const next = random(20261122);
  const perLayer = ITEMS / LAYERS;
  const pick = (layer: number): number => Math.floor((layer + next()) * perLayer);
  const dependencies: Cell[][] = [];
  const seen = new Set<string>();
  const add = (item: number, below: number, group: string | null, required: number | null): void => {
    if (seen.has(`${item} ${below}`)) return;
    seen.add(`${item} ${below}`);
    dependencies.push([itemName(item), itemName(below), group, required]);
  };
  const layerOf = (item: number): number => Math.floor(item / perLayer);
  for (let item = 0; layerOf(item) < LAYERS - 1; item++) add(item, pick(layerOf(item) + 1), null, null);
  while (dependencies.length < DEPENDENCIES) {
    const item = Math.floor(next() * perLayer * (LAYERS - 1));
    const layer = layerOf(item);
    const below = (): number => pick(layer + 1 + Math.floor(next() ** 3 * (LAYERS - 1 - layer)));
    if (next() < 0.1) for (let member = 0; member < 3; member++) add(item, below(), `pool ${dependencies.length}`.slice(0, 6), item % 2 === 0 ? 1 : 2);
    else add(item, below(), null, null);
  }
  const numbers = Array.from({ length: ITEMS }, (_, item) => item);
  const sections = ['Hardware', 'Applications', 'Settings', 'External service'];
  const table = (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): SheetOfRows => ({ sheet: name, table: name, rows: [header, ...rows] });
  return [
    table('Settings', ['Setting', 'Value'], [['Organisation', 'A large estate'], ['As of', '2026-11-02T08:00:00Z'], ['Report month', '2026-10-01']]),
    table('Services', ['Service', 'Type', 'Priority', 'IT owner', 'Business owner'], numbers.slice(0, SERVICES).map((item) => [itemName(item), item < 150 ? 'Business' : 'Infrastructure', item % 5 === 0 ? 'Mission-critical' : 'High', `Owner ${item % 20}`, `Head ${item % 9}`])),
    table('Components', ['Component', 'Section', 'Category', 'Owner', 'Supplier', 'Availability'], numbers.slice(SERVICES).map((item) => [itemName(item), sections[item % 4]!, `Kind ${item % 12}`, `Owner ${item % 40}`, item % 3 === 0 ? `Supplier ${item % 30}` : null, 0.999 + (item % 10) / 10_000])),
    table('Customers', ['Service', 'Customer', 'Users'], numbers.slice(0, 150).map((item) => [itemName(item), `Unit ${item % 12}`, 10 * (item + 1)])),
    table('Dependencies', ['Item', 'Depends on', 'Group', 'Required'], dependencies),
    table('Processes', ['Process', 'Category', 'Downtime cost per hour'], numbers.slice(0, 20).map((process) => [`Process ${process}`, 'Operational', 1000 * (process + 1)])),
    table('Supports', ['From', 'To', 'From layer', 'To layer'], numbers.slice(0, 150).map((item) => [itemName(item), `Process ${item % 20}`, 'Service', 'Process'])),
  ];
}

/** The same tables as the add-in reads them. */
function recordsOf(sheets: readonly SheetOfRows[]): Records {
  const tables = sheets.map(({ sheet, table = sheet, rows: [header = [], ...rows] }): RawTable => ({ name: table, sheet, row: 0, column: 0, header: header.map(String), rows: rows.map((cells) => cells.map((value) => (typeof value === 'number' ? value : String(value ?? '')))) }));
  return readRecords({ tables, dateSystem: 1900, mapping: { tables: {}, columns: {} } }, at('2026-11-02T08:00Z')).records;
}

type Part = 'opening' | 'tables' | 'impact' | 'expected' | 'figures' | 'layout' | 'writing';
type Seconds = Record<Part, number>;

/** Seconds of each part of the add-in's run, by what it tells of its progress. @param warm the same workbook once more */
async function inAddin(workbook: ModelWorkbook, warm: ModelWorkbook): Promise<Pick<Seconds, 'tables' | 'figures' | 'layout' | 'writing'>> {
  const addin = await startAddin({ workbook: warm, folder: ADDIN, paneVisible: false });
  try {
    // Code that runs for the first time is loaded and compiled, that of reading and that of laying out alike.
    await addin.run('buildReport', { only: ['map'] });
    addin.host.open(workbook);
    const parts = { tables: 0, figures: 0, layout: 0, writing: 0 };
    let part: keyof typeof parts = 'tables';
    let since = performance.now();
    const enter = (next: keyof typeof parts): void => {
      const now = performance.now();
      parts[part] += (now - since) / 1000;
      [part, since] = [next, now];
    };
    await addin.run('buildReport', { only: ['map'] }, { progress: ({ text }: { readonly text: string }) => enter(text === 'Working out the figures' ? 'figures' : text === 'Laying out the sheets' ? 'layout' : part === 'layout' ? 'writing' : part) });
    enter(part);
    return parts;
  } finally {
    addin.close();
  }
}

async function timed(file: Uint8Array, records: Records): Promise<Seconds> {
  const started = performance.now();
  const workbook = await openWorkbook(file, 'estate.xlsx');
  const opening = (performance.now() - started) / 1000;
  const context = finish(figureContext(records));
  const services = records.services.map(({ service }) => service);
  return {
    opening,
    impact: seconds(() => mapFigures(records)),
    expected: seconds(() => finish(expectedFiguresWork(context, services))),
    ...(await inAddin(workbook, await openWorkbook(file, 'estate.xlsx'))),
  };
}

export async function map(say: (line: string) => void): Promise<void> {
  const sheets = estate();
  const file = await saveWorkbook(workbookOf(sheets));
  const records = recordsOf(sheets);
  const runs: Seconds[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await timed(file, records));
  const of = (...parts: readonly Part[]): number => median(runs.map((run) => parts.reduce((sum, part) => sum + run[part], 0)));
  const reading = of('opening', 'tables');
  const line = (what: string, taken: number, goal = ''): void => say(`  ${what.padEnd(44)} ${taken.toFixed(2).padStart(6)} s  ${(taken / reading).toFixed(1).padStart(5)} × reading${goal}`);
  say(`Service map: ${ITEMS.toLocaleString('en')} items, ${DEPENDENCIES.toLocaleString('en')} dependencies, ${LAYERS} deep, ${SERVICES} services (middle one of ${RUNS} runs)`);
  line('reading the workbook: file and tables', reading);
  line('  of these the tables alone', of('tables'));
  line('all impacts and single points', of('impact'));
  line('laying out the six sheets of the map', of('layout'));
  line('impacts, single points and sheets', of('impact', 'layout'), ` (goal < 3); ${(of('impact', 'layout') / of('tables')).toFixed(1)} × the tables alone`);
  line('expected availability of all services', of('expected'));
  line('all figures of the workbook', of('figures'));
  line('writing the sheets', of('writing'));
}

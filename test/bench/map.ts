/**
 * The map of a large estate: 2,000 services and components, 8,000 dependencies, twelve deep. The built
 * add-in reads the workbook through office.js, works out every figure of the map (impact, single points,
 * expected availability) and lays out its sheets; how long each part took is told by its own progress.
 * Beside it, in the same run: reading that workbook.
 */
import { fileURLToPath } from 'node:url';
import type { ModelWorkbook } from '../../src/workbench/host/model';
import { startAddin } from '../../src/workbench/node/addin';
import { type Cell, type SheetOfRows, workbookOf } from '../support/workbook-file';
import { itemName, median, random } from './data';

const ITEMS = 2_000;
const DEPENDENCIES = 8_000;
const LAYERS = 12;
const SERVICES = 200;
const RUNS = 3;
const ADDIN = fileURLToPath(new URL('../addin/', import.meta.url));

/** Each thing stands on things of lower layers, at least one of them of the next; a tenth of them in groups of which one or two must be up. */
function estate(): ModelWorkbook {
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
  return workbookOf([
    table('Settings', ['Setting', 'Value'], [['Organisation', 'A large estate'], ['As of', '2026-11-02T08:00:00Z'], ['Report month', '2026-10-01']]),
    table('Services', ['Service', 'Type', 'Priority', 'IT owner', 'Business owner'], numbers.slice(0, SERVICES).map((item) => [itemName(item), item < 150 ? 'Business' : 'Infrastructure', item % 5 === 0 ? 'Mission-critical' : 'High', `Owner ${item % 20}`, `Head ${item % 9}`])),
    table('Components', ['Component', 'Section', 'Category', 'Owner', 'Supplier', 'Availability'], numbers.slice(SERVICES).map((item) => [itemName(item), sections[item % 4]!, `Kind ${item % 12}`, `Owner ${item % 40}`, item % 3 === 0 ? `Supplier ${item % 30}` : null, 0.999 + (item % 10) / 10_000])),
    table('Customers', ['Service', 'Customer', 'Users'], numbers.slice(0, 150).map((item) => [itemName(item), `Unit ${item % 12}`, 10 * (item + 1)])),
    table('Dependencies', ['Item', 'Depends on', 'Group', 'Required'], dependencies),
    table('Processes', ['Process', 'Category', 'Downtime cost per hour'], numbers.slice(0, 20).map((process) => [`Process ${process}`, 'Operational', 1000 * (process + 1)])),
    table('Supports', ['From', 'To', 'From layer', 'To layer'], numbers.slice(0, 150).map((item) => [itemName(item), `Process ${item % 20}`, 'Service', 'Process'])),
  ]);
}

/** Seconds of each part of the add-in's run, by the name under which it tells its progress. */
async function timed(workbook: ModelWorkbook): Promise<ReadonlyMap<string, number>> {
  const addin = await startAddin({ workbook, folder: ADDIN, paneVisible: false });
  try {
    // Warm: what a user waits for the first time is mostly loading of code, the same for all.
    await addin.run('check', {});
    const parts = new Map<string, number>();
    let part = 'Reading';
    let since = performance.now();
    const enter = (name: string): void => {
      const now = performance.now();
      parts.set(part, (parts.get(part) ?? 0) + (now - since) / 1000);
      [part, since] = [name, now];
    };
    await addin.run('buildReport', { only: ['map'] }, { progress: ({ text }: { readonly text: string }) => enter(text === 'Working out the figures' ? 'Figures' : text === 'Laying out the sheets' ? 'Sheets' : part === 'Sheets' || part === 'Writing' ? 'Writing' : part) });
    enter('');
    return parts;
  } finally {
    addin.close();
  }
}

export async function map(say: (line: string) => void): Promise<void> {
  const runs: ReadonlyMap<string, number>[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await timed(estate()));
  const part = (name: string): number => median(runs.map((parts) => parts.get(name) ?? 0));
  const [reading, figures, sheets, writing] = ['Reading', 'Figures', 'Sheets', 'Writing'].map(part) as [number, number, number, number];
  say(`Service map: ${ITEMS.toLocaleString('en')} items, ${DEPENDENCIES.toLocaleString('en')} dependencies, ${LAYERS} deep, ${SERVICES} services (middle one of ${RUNS} runs)`);
  say(`  reading the workbook        ${reading.toFixed(2)} s`);
  say(`  all figures of the map      ${figures.toFixed(2)} s   ${(figures / reading).toFixed(1)} × reading`);
  say(`  laying out its sheets       ${sheets.toFixed(2)} s   ${(sheets / reading).toFixed(1)} × reading`);
  say(`  figures and sheets together ${(figures + sheets).toFixed(2)} s   ${((figures + sheets) / reading).toFixed(1)} × reading (goal < 3)`);
  say(`  writing them                ${writing.toFixed(2)} s   ${(writing / reading).toFixed(1)} × reading`);
}

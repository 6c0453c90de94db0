/**
 * All or nothing, of the built add-in: an error at every round trip of the report, one after another,
 * leaves the workbook as it was.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Fault, RoundTrip } from '../../src/workbench/host/host';
import { type Addin, startAddin } from '../../src/workbench/node/addin';
import { workbookPicture } from '../excel/picture';
import { faultPlaces, type TripSeen, watchTrips } from '../support/fault-places';
import { readWorkbookFile, writeWorkbookFile, type SheetOfRows } from '../support/workbook-file';
import { scratchFolder } from '../support/command-line';

const ADDIN = path.resolve(__dirname, '../../dist/addin');
const folder = scratchFolder();
const book = path.join(folder, 'book.xlsx');

/** Small, and with everything that a report writes: a broken promise, a map, a metric with its line, a row left out. */
const sheets: readonly SheetOfRows[] = [
  { sheet: 'Settings', table: 'Settings', rows: [['Setting', 'Value'], ['Report month', '2026-10-01'], ['As of', '2026-11-02T08:00Z']] },
  { sheet: 'Services', table: 'Services', rows: [['Service', 'Type', 'IT owner'], ['Mail', 'Business', 'Ann'], ['Web', 'Business', 'Bo']] },
  { sheet: 'Components', table: 'Components', rows: [['Component', 'Section', 'Owner'], ['Server', 'Hardware', 'Cy']] },
  { sheet: 'Dependencies', table: 'Dependencies', rows: [['Item', 'Depends on'], ['Mail', 'Server']] },
  { sheet: 'Agreements', table: 'Agreements', rows: [['Agreement', 'Type', 'Item', 'Status'], ['Mail SLA', 'SLA', 'Mail', 'Agreed'], ['Web SLA', 'SLA', 'Web', 'Agreed']] },
  { sheet: 'Targets', table: 'Targets', rows: [['Agreement', 'Metric', 'Comparator', 'Target'], ['Mail SLA', 'Availability', '>=', 0.999], ['Web SLA', 'Availability', '>=', 0.99]] },
  { sheet: 'Outages', table: 'Outages', rows: [['Item', 'Start', 'End', 'Cause'], ['Server', '2026-10-07T10:00Z', '2026-10-07T12:00Z', 'power supply'], ['Web', '2026-10-09', '2026-10-08', 'end and start swapped']] },
  { sheet: 'CSFs', table: 'CSFs', rows: [['CSF'], ['Reliability']] },
  { sheet: 'Metrics', table: 'Metrics', rows: [['Metric', 'CSF', 'Better', 'Target'], ['Calls', 'Reliability', 'Lower', 10]] },
  { sheet: 'Measurements', table: 'Measurements', rows: [['Metric', 'Month', 'Value'], ...[5, 6, 7, 8, 9, 10].map((month, index) => ['Calls', `2026-${String(month).padStart(2, '0')}-01`, 8 + index])] },
  { sheet: 'Notes', rows: [['Reviewed by', 'Ann'], ['Total', '=1+1']] },
];

let addin: Addin;
let fault: ((trip: RoundTrip) => Fault | undefined) | undefined;

beforeAll(async () => {
  if (!existsSync(ADDIN)) throw new Error('dist/addin is missing: run `npm run build` first (npm test does)');
  await writeWorkbookFile(book, sheets);
  addin = await startAddin({ folder: ADDIN, workbook: await readWorkbookFile(book), paneVisible: false, onBatch: (trip) => fault?.(trip) });
});
afterAll(() => addin.close());

const picture = (): string => JSON.stringify(workbookPicture(addin.host.workbook));

/** The round trips of the report. */
async function roundTrips(): Promise<TripSeen[]> {
  const watch = watchTrips(picture);
  fault = ({ request }) => {
    watch.before(request.Actions.length);
    return undefined;
  };
  await addin.run('buildReport', { month: '2026-10' });
  fault = undefined;
  return watch.seen();
}

/** Runs the report with an error in one of its round trips, after some of that trip's actions. */
async function failAt(trip: number, afterActions: number): Promise<{ code: unknown; same: boolean }> {
  const before = picture();
  let seen = -1;
  fault = () => (++seen === trip ? { code: 'GeneralException', afterActions } : undefined);
  const code: unknown = await addin.run('buildReport', { month: '2026-10' }).then(() => 'no error', (error: { code?: unknown }) => error.code);
  fault = undefined;
  return { code, same: picture() === before };
}

async function failEverywhere(trips: readonly TripSeen[]): Promise<number> {
  const places = faultPlaces(trips, 8);
  for (const { trip, afterActions } of places) expect({ trip, afterActions, ...(await failAt(trip, afterActions)) }).toEqual({ trip, afterActions, code: 'GeneralException', same: true });
  return places.length;
}

/** The workbook as it was opened, in the same add-in. */
const reopen = async (): Promise<void> => addin.host.open(await readWorkbookFile(book));

test('the first report', async () => {
  // Once before counting: the functions ask for the date system when the page starts, in a round trip of their own.
  await addin.run('buildReport', { month: '2026-10' });
  expect(addin.host.workbook.sheets.map(({ name }) => name)).toEqual([...sheets.map(({ sheet }) => sheet), 'Report Oct 2026', 'Success factors', 'Scorecard', 'Service levels', 'Agreement chain', 'Service map', 'Services and owners', 'Customers and users', 'Responsibilities', 'Where used and impact', 'Single points of failure', 'Figures', 'Rows left out']);
  await reopen();
  const trips = await roundTrips();
  await reopen();
  // Five that read, and ten places in the one that writes.
  expect(await failEverywhere(trips)).toBeGreaterThanOrEqual(15);
  // After all those errors the report can still be written.
  expect(await roundTrips()).toEqual(trips);
});

/** What people do to a report: beside it, over it, to its looks, to a sheet's name. */
function change(): void {
  const page = addin.host.workbook.sheet('Report Oct 2026')!;
  page.set(4, 29, { value: 'beside the report' });
  page.set(7, 1, { value: 'over the report', style: Object.freeze({ fill: '#FFFF00' }) });
  page.set(9, 3, { value: null, formula: '=2+2' });
  page.columnWidths.set(3, 99);
  page.charts[0]!.width += 40;
  addin.host.workbook.sheet('Service map')!.name = 'Map';
}

test('over an earlier one, which people have changed', async () => {
  await reopen();
  await addin.run('buildReport', { month: '2026-10' });
  change();
  const changed = picture();
  const trips = await roundTrips();
  expect(picture()).not.toBe(changed);
  await reopen();
  await addin.run('buildReport', { month: '2026-10' });
  change();
  expect(picture()).toBe(changed);
  // Besides, what stands there is kept.
  expect(trips.length).toBeGreaterThanOrEqual(7);
  expect(await failEverywhere(trips)).toBeGreaterThanOrEqual(16);
  await addin.run('buildReport', { month: '2026-10' });
  expect(addin.host.workbook.sheet('Map')).toBeDefined();
  expect(addin.host.workbook.sheet('Report Oct 2026')!.cell(4, 29)?.value).toBe('beside the report');
});

test('a picture of the map over an earlier one', async () => {
  await reopen();
  const draw = () => addin.run('buildReport', { month: '2026-10', services: ['mail'] });
  await draw();
  const map = addin.host.workbook.sheet('Map Mail')!;
  expect(map.shapes.filter(({ connector }) => connector?.begin.glued && connector.end.glued).length).toBeGreaterThan(0);
  // What people do to it: a box is coloured, one is deleted, and what was glued to it hangs free.
  const [coloured, deleted] = map.shapes.filter(({ id }) => map.shapes.some(({ connector }) => connector?.end.glued?.shapeId === id));
  coloured!.fill = { ...coloured!.fill, type: 'Solid', color: '#FFFF00' };
  map.shapes = map.shapes.filter((shape) => shape !== deleted);
  for (const shape of map.shapes) {
    const { connector } = shape;
    if (connector?.end.glued?.shapeId === deleted!.id) shape.connector = { ...connector, end: { ...connector.end, glued: null } };
    if (connector?.begin.glued?.shapeId === deleted!.id) shape.connector = { ...shape.connector!, begin: { ...connector.begin, glued: null } };
  }
  const before = picture();
  for (let trip = 0; trip < 20; trip++) {
    for (const share of [0, 0.5, 1]) {
      let seen = -1;
      fault = ({ request }) => (++seen === trip ? { code: 'GeneralException', afterActions: Math.floor(share * request.Actions.length) } : undefined);
      const failed = await draw().then(() => false, () => true);
      fault = undefined;
      // Every round trip has had its error.
      if (!failed) return expect(trip).toBeGreaterThanOrEqual(8);
      expect({ trip, share, same: picture() === before }).toEqual({ trip, share, same: true });
    }
  }
  throw new Error('The picture took more than 20 round trips.');
});

test('a cancel at any round trip', async () => {
  await reopen();
  const before = picture();
  for (let at = 0; at < 6; at++) {
    const controller = new addin.window.AbortController();
    let seen = -1;
    fault = () => {
      if (++seen === at) controller.abort();
      return undefined;
    };
    const code: unknown = await addin.run('buildReport', { month: '2026-10' }, { signal: controller.signal }).then(() => 'written', (error: { code?: unknown }) => error.code);
    fault = undefined;
    // After the last one everything is written: too late to cancel.
    expect({ at, code, same: picture() === before }).toEqual(code === 'written' ? { at: 5, code, same: false } : { at, code: 'Cancelled', same: true });
  }
});

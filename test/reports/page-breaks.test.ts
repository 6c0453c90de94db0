/** Printed pages, worked out here as a printer does: rows fill a page until one does not fit or a break comes. */
import { agreementChain } from '../../src/reports/agreement-chain';
import { demand } from '../../src/reports/demand/demand';
import { endBetweenBlocks } from '../../src/reports/page-breaks';
import { serviceMap } from '../../src/reports/service-map/service-map';
import type { PrintSetup, SheetModel, SheetRow } from '../../src/reports/sheet';
import { successFactors } from '../../src/reports/success-factors';
import { chainFigure, chainLink } from '../support/agreement-figures';
import { demandFigures, forecastOf, usageFigure } from '../support/demand';
import { csfFigure, figures, metricFigure, serviceMapFigure } from '../support/figures';
import { tiny } from '../support/organisations';
import { cellAt } from '../support/sheets';

/** Width and height of landscape paper in points (210 × 297 mm; 8.5 × 11 in), less margins of 0.35 in, at the bottom 0.45 in. */
const A4 = { width: (297 / 25.4 - 0.7) * 72, height: (210 / 25.4 - 0.8) * 72 };
const LETTER = { width: (11 - 0.7) * 72, height: (8.5 - 0.8) * 72 };

/** The page that each row is printed on, from 0. @param taller how much larger the scale is than the widths say */
function pagesOf({ columns, rows, print }: Pick<SheetModel, 'columns' | 'rows' | 'print'>, paper: typeof A4, { breaks = true, taller = 1 } = {}): number[] {
  const { area, titleRows, breaksBefore } = print!;
  let width = 0;
  for (let column = area.column; column < area.column + area.columns; column++) width += columns[column]!;
  const page = paper.height / Math.min(1, (paper.width / width) * taller);
  const heightOf = (row: number): number => rows[row]!.height!;
  let repeated = 0;
  for (let row = titleRows?.from ?? 0; row <= (titleRows?.to ?? -1); row++) repeated += heightOf(row);
  let [number, used] = [0, 0];
  return rows.map((_, row) => {
    if ((breaks && breaksBefore?.includes(row)) || used + heightOf(row) > page + 1e-6) [number, used] = [number + 1, repeated];
    used += heightOf(row);
    return number;
  });
}

/** Rows from each that `begins` to the last before the next, or before an empty row. */
function blocksOf({ rows }: Pick<SheetModel, 'rows'>, begins: (row: SheetRow) => boolean): [number, number][] {
  return rows.flatMap((row, from) => {
    if (!begins(row)) return [];
    const next = rows.findIndex((one, at) => at > from && (begins(one) || one.cells.length === 0));
    return [[from, (next < 0 ? rows.length : next) - 1] as [number, number]];
  });
}

const parted = (pages: readonly number[], blocks: readonly [number, number][]): number => blocks.filter(([from, to]) => pages[from] !== pages[to]).length;

const counting = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const band = (row: SheetRow): boolean => row.cells.some(({ column, style }) => column === 1 && style?.fill !== undefined);

/** Things of 1 to 12 business units, services and components. */
const usage = counting(40).map((item) => usageFigure(`Item ${item}`, counting(36), { section: item < 30 ? 'Service' : 'Hardware', forecast: forecastOf(40) }, Object.fromEntries(counting((item * 7) % 12 + 1).map((unit) => [`Unit ${unit}`, counting(36)]))));
const demandSheet = (businessUnitsAcross: boolean): SheetModel => demand({ figures: figures(), records: { ...tiny().records, settings: { businessUnitsAcross } } }, demandFigures({ usage }));

const chains = counting(30).map((chain) => chainFigure(`SLA ${chain}`, { links: counting((chain * 5) % 14).map((link) => chainLink(`Part ${chain}.${link}`)) }));
const maps = counting(30).map((map) => serviceMapFigure(`Service ${map}`, { lines: counting((map * 3) % 16).map((line) => ({ section: 'Hardware' as const, name: `Server ${map}.${line}`, depth: 1, category: null, owner: null, supplier: null, through: null, group: null, users: null, agreements: [] })) }));
const csfs = counting(12).map((csf) => csfFigure(`Factor ${csf}`, counting(((csf * 5) % 7) + 2).map((metric) => metricFigure(`Metric ${metric}`, counting(13)))));

/** Rows that begin with one of the names. */
const named = (names: ReadonlySet<string>) => (row: SheetRow): boolean => names.has(String(row.cells.find(({ column }) => column === 1)?.value));

describe.each<[string, SheetModel, (row: SheetRow) => boolean]>([
  ['Demand and forecast, business units in rows', demandSheet(false), band],
  ['Demand and forecast, business units in columns', demandSheet(true), band],
  ['Agreement chain', agreementChain({ figures: figures({ chains }), dateSystem: 1900 }), band],
  ['Service map', serviceMap({ figures: figures({ maps }) }), named(new Set(maps.map(({ service }) => service)))],
  ['Success factors', successFactors({ figures: figures({ csfs }) }), (row) => row.cells.some(({ column, style }) => column === 10 && style?.wrap === true && style.vertical === 'Top')],
])('%s', (_, sheet, begins) => {
  const blocks = blocksOf(sheet, begins);

  test('no block is parted by the end of a page, on A4 or Letter, also where columns are printed 4% narrower', () => {
    expect(blocks.length).toBeGreaterThan(9);
    for (const paper of [A4, LETTER]) for (const taller of [1, 1.04]) expect(parted(pagesOf(sheet, paper, { taller }), blocks)).toBe(0);
    // Pages that end where they are full part some.
    expect(parted(pagesOf(sheet, A4, { breaks: false }), blocks)).toBeGreaterThan(0);
  });

  test('pages end by hand alone, with the same rows on both papers', () => {
    expect(pagesOf(sheet, A4)).toEqual(pagesOf(sheet, LETTER));
    expect(pagesOf(sheet, A4).at(-1)).toBe(sheet.print!.breaksBefore!.length);
  });

  test('a page ends only before a block that 96% of it would not have held', () => {
    const breaks = sheet.print!.breaksBefore!;
    const before = breaks.flatMap((row) => {
      // A group's heading may stand above its first block.
      const block = blocks.find(([from]) => from === row || (from === row + 1 && !begins(sheet.rows[row]!)));
      return block ? [{ row, block }] : [];
    });
    expect(before.length).toBeGreaterThan(1);
    for (const { row, block } of before) {
      const without = { ...sheet, print: { ...sheet.print!, breaksBefore: breaks.filter((one) => one !== row) } };
      expect(pagesOf(without, A4, { taller: 1 / 0.96 })[block[1]]).toBeGreaterThan(breaks.indexOf(row));
    }
  });
});

test('a group’s heading stands on the page of its first thing', () => {
  const sheet = demandSheet(false);
  const pages = pagesOf(sheet, A4);
  const components = sheet.rows.findIndex((_, row) => cellAt(sheet, row, 1)?.value === 'Components');
  expect(components).toBeGreaterThan(0);
  expect(pages[components]).toBe(pages[components + 1]);
});

test('a section that no page holds begins with its heading and its first line', () => {
  const line = (name: string) => ({ ...maps[1]!.lines[0]!, name });
  for (let before = 0; before < 40; before++) {
    const sheet = serviceMap({ figures: figures({ maps: [serviceMapFigure('Mail', { lines: [...counting(before).map((at) => ({ ...line(`Unit ${at}`), section: 'Customers' as const })), ...counting(70).map((at) => line(`Server ${at}`))] })] }) });
    const pages = pagesOf(sheet, A4);
    const heading = sheet.rows.findIndex((_, row) => cellAt(sheet, row, 1)?.value === 'Hardware');
    expect(pages.at(-1)).toBeGreaterThan(1);
    expect(pages[heading]).toBe(pages[heading + 1]);
  }
});

describe('where pages end', () => {
  const print: PrintSetup = { orientation: 'Landscape', area: { row: 0, column: 0, rows: 60, columns: 2 }, pagesWide: 1, pagesTall: null, footer: { left: '', center: '', right: '' } };
  const columns = [442, 500];
  const rows = Array.from({ length: 60 }, () => ({ height: 15, cells: [] }));
  const ends = (blocks: [number, number][], over: Partial<PrintSetup> = {}) => endBetweenBlocks({ ...print, ...over }, columns, rows, blocks.map(([from, to]) => ({ from, to }))).breaksBefore;

  // A4: 791.49 wide, 537.68 high; 942 points wide are scaled by 0.8402, so 639.9 high, of which 96% are 614.3: 40 rows of 15.
  test('before the block that does not fit any more', () => {
    expect(ends([[0, 19], [20, 39], [40, 59]])).toEqual([40]);
    expect(ends([[0, 19], [20, 40], [41, 59]])).toEqual([20]);
  });

  test('heads that are repeated take room of every page but the first', () => {
    expect(ends([[0, 19], [20, 39], [40, 59]], { titleRows: { from: 0, to: 1 } })).toEqual([40]);
    // 25 and 14 rows are 39; with the two rows of heads 41.
    expect(ends([[0, 20], [21, 45], [46, 59]])).toEqual([21]);
    expect(ends([[0, 20], [21, 45], [46, 59]], { titleRows: { from: 0, to: 1 } })).toEqual([21, 46]);
  });

  test('a block that no page holds is parted between the blocks within it, or between rows', () => {
    expect(ends([[0, 9], [10, 59]])).toEqual([40]);
    expect(ends([[0, 9], [10, 59], [10, 30], [31, 59]])).toEqual([31]);
  });

  // Upright, Letter is the one that holds less: 561.6 wide and 734.4 high, scaled by 0.5962, so 1,231.8 high, of which
  // 96% are 1,182.6: 59 rows of 20. A4 is 544.9 wide and 784.3 high, scaled by 0.5784: 1,301.7 points, 65 rows.
  test('upright, on the paper that holds less', () => {
    const tall = rows.map((row) => ({ ...row, height: 20 }));
    const upright = (last: number) => endBetweenBlocks({ ...print, orientation: 'Portrait' }, columns, tall, [{ from: 0, to: 39 }, { from: 40, to: last }]).breaksBefore;
    expect([upright(58), upright(59)]).toEqual([[59], [40]]);
  });

  test('not where there are no blocks, or the height is fitted to pages', () => {
    expect(ends([])).toBeUndefined();
    expect(ends([[0, 40], [41, 59]], { pagesTall: 1 })).toBeUndefined();
  });

  test('no more often than a file takes', () => {
    const many = Array.from({ length: 3000 }, () => ({ height: 400, cells: [] }));
    expect(endBetweenBlocks({ ...print, area: { ...print.area, rows: 3000 } }, columns, many, [{ from: 0, to: 1 }]).breaksBefore).toEqual(counting(1023));
  });
});

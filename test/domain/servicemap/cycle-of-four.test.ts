/** Four services that stand on each other in a catalogue of forty: found, shown with rows, and no harm to the other thirty-six. */
import { computeFigures } from '../../../src/domain/compute';
import type { Figures } from '../../../src/domain/figures';
import type { CellValue } from '../../../src/tables/model';
import { readRecords } from '../../../src/tables/read';
import { at, table, workbook } from '../../tables/workbook';

const NOW = at('2026-11-02T08:00:00Z');
const FOUR = ['S11', 'S12', 'S13', 'S14'];

/**
 * S1 … S40. Of the thirty-six each stands on a server of its own, and every third on the service before it; one
 * of two lines must carry each server. The four stand in a ring.
 */
function catalogue(withFour: boolean): { readonly dependencies: CellValue[][]; readonly tables: Parameters<typeof workbook>[0] } {
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1).filter((number) => withFour || !FOUR.includes(`S${number}`));
  const others = numbers.filter((number) => !FOUR.includes(`S${number}`));
  const dependencies: CellValue[][] = [];
  if (withFour) FOUR.forEach((name, index) => dependencies.push([name, FOUR[(index + 1) % 4]!, '', '']));
  others.forEach((number, index) => {
    dependencies.push([`S${number}`, `Server ${number}`, '', ''], [`Server ${number}`, 'Line A', 'lines', 1], [`Server ${number}`, 'Line B', 'lines', 1]);
    if (number % 3 === 0) dependencies.push([`S${number}`, `S${others[index - 1]}`, '', '']);
  });
  return {
    dependencies,
    tables: [
      table('Services', ['Service', 'Type', 'IT owner', 'Lifecycle'], numbers.map((number) => [`S${number}`, 'Business', 'Ann', 'In service'])),
      table('Components', ['Component', 'Section', 'Owner'], [...others.map((number) => [`Server ${number}`, 'Hardware', 'Cy']), ['Line A', 'External service', 'Cy'], ['Line B', 'External service', 'Cy']]),
      table('Customers', ['Service', 'Customer', 'Users'], numbers.map((number) => [`S${number}`, `Unit ${number % 5}`, 10])),
      table('Dependencies', ['Item', 'Depends on', 'Group', 'Required'], dependencies),
    ],
  };
}

const figuresOf = async (tables: Parameters<typeof workbook>[0]): Promise<Figures> => computeFigures(readRecords(workbook(tables), NOW).records, []);

test('the circle is one problem with its path and rows', () => {
  const circles = readRecords(workbook(catalogue(true).tables), NOW).problems.filter(({ code }) => code === 'dependency-cycle');
  // The ring stands in rows 2 to 5 of the sheet; the last of them closes it.
  expect(circles).toMatchObject([{ table: 'Dependencies', cell: 'B5', severity: 'error', title: 'A circle: S11 → S12 → S13 → S14 → S11', expected: 'no circle; break it in one of rows 2, 3, 4, 5' }]);
});

test('the figure has the path with its rows, and all forty are mapped', async () => {
  const figures = await figuresOf(catalogue(true).tables);
  expect(figures.cycles).toEqual([{ path: ['S11', 'S12', 'S13', 'S14', 'S11'], rows: [2, 3, 4, 5].map((row) => ({ table: 'Dependencies', row })) }]);
  expect(figures.maps).toHaveLength(40);
  for (const { service, cycle, lines, singlePoints } of figures.maps) {
    if (!FOUR.includes(service)) expect(cycle).toEqual([]);
    else {
      const others = FOUR.filter((name) => name !== service);
      expect(cycle).toEqual(['S11', 'S12', 'S13', 'S14', 'S11']);
      expect(lines.filter(({ section }) => section !== 'Customers').map(({ name }) => name).sort()).toEqual(others);
      // Whichever of the ring is down takes the others with it.
      expect([...singlePoints].sort()).toEqual(others);
    }
  }
});

test('the other thirty-six are as if the four were not there', async () => {
  const [all, without] = [await figuresOf(catalogue(true).tables), await figuresOf(catalogue(false).tables)];
  const others = <Row>(rows: readonly Row[], name: (row: Row) => string) => rows.filter((row) => !FOUR.includes(name(row)));
  expect(others(all.maps, ({ service }) => service)).toEqual(without.maps);
  const anywhere = <Row extends object>(row: Row) => ({ ...row, row: null });
  expect(others(all.items, ({ item }) => item).map(anywhere)).toEqual(without.items.map(anywhere));
  expect(others(all.edges, ({ item }) => item).map(anywhere)).toEqual(without.edges.map(anywhere));
  expect(others(all.singlePoints, ({ item }) => item).map(({ item }) => item)).toEqual(without.singlePoints.map(({ item }) => item));
  // By hand: S3 stands on S2; S15 stands on S10, the last before the ring.
  expect(without.maps.find(({ service }) => service === 'S3')!.singlePoints).toEqual(['Server 3', 'S2', 'Server 2']);
  expect(without.maps.find(({ service }) => service === 'S15')!.singlePoints).toEqual(['Server 15', 'S10', 'Server 10']);
  expect(without.maps).toHaveLength(36);
});

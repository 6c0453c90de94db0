/** What a workbook is told where the library of forecasts cannot be loaded. */
import { perform } from '../../src/commands/actions';
import { localToSerial } from '../../src/domain/time/serial';

jest.mock('../../src/domain/demand/forecast/augurs', () => ({ augursEngine: () => Promise.reject(new Error('no WebAssembly here')) }));

type Cell = string | number | null;

function addTable(name: string, rows: readonly (readonly Cell[])[]): void {
  const home = host.workbook.addSheet(name);
  rows.forEach((cells, r) => cells.forEach((value, c) => home.set(r, c, { value })));
  home.tables.push({ id: host.workbook.id(), name, range: { row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }, style: 'TableStyleLight1', showBandedRows: true, showFilterButton: true, showTotals: false });
}

const month = (number: number): number => localToSerial(`2026-${String(number).padStart(2, '0')}-01T00:00:00`, 1900)!;
function addUsage(quantities: readonly number[]): void {
  addTable('Settings', [['Setting', 'Value'], ['Report month', month(10)], ['As of', '2026-11-02T08:00:00Z'], ['Time zone', 'UTC']]);
  addTable('Usage', [['Item', 'Month', 'Quantity', 'Unit'], ...quantities.map((quantity, at): Cell[] => ['E-mail', month(at + 1), quantity, 'mailboxes'])]);
}

test('figures and report come all the same, by Theta or the seasonal naive, and say so', async () => {
  addUsage([100, 104, 103, 108, 107, 112, 111, 116, 115, 120]);
  const { figures, problems } = await perform('figures', { demand: true });
  const [email] = figures.demand!.usage;
  expect(['Theta', 'Seasonal naive']).toContain(email?.forecast?.method);
  expect(email?.forecast?.withoutLibrary).toBe(true);
  expect(problems.filter(({ code }) => code === 'forecast-library-missing').map(({ severity, found }) => [severity, found])).toEqual([['warning', 'the library of forecasts could not be loaded']]);

  const { sheets } = await perform('buildReport', { only: ['demand'] });
  expect(sheets.length).toBeGreaterThan(0);
  // Long lines are broken at blanks, each part in a cell of its own.
  const text = sheets.flatMap(({ name }) => [...host.workbook.sheet(name)!.cells.values()].flatMap((line) => [...line.values()].map(({ value }) => value ?? ''))).join(' ');
  expect(text).toContain('ETS was not tried: its library could not be loaded.');
});

test('where no forecast needs it, nothing is said', async () => {
  addUsage([7, 7, 7, 7, 7, 7, 7, 7, 7, 7]);
  const { figures, problems } = await perform('figures', { demand: true });
  expect(figures.demand?.usage.map(({ forecast }) => forecast?.method)).toEqual(['Constant']);
  expect(problems.filter(({ code }) => code === 'forecast-library-missing')).toEqual([]);
});

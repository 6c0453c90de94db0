import { chainProblems, withChainProblems } from '../../src/commands/chain-problems';
import { perform } from '../../src/commands/actions';
import type { Problem, RawTable } from '../../src/tables/model';
import { chainFigure, chainFinding, chainLink } from '../support/agreement-figures';

const table = (name: string, header: readonly string[], place: Partial<RawTable> = {}): RawTable => ({ name, sheet: `${name} sheet`, row: 0, column: 0, header, rows: [], ...place });
const raw = {
  tables: [
    // One column to the right of where a sheet begins, in an order of its own.
    table('Agreements', ['Item', 'Agreement', 'Type', 'End date', 'Hours'], { column: 1 }),
    table('Ziele', ['Vertrag', 'Metric', 'Comparator', 'Soll']),
    table('Components', ['Component', 'Section']),
  ],
  mapping: { tables: { Ziele: 'Targets' }, columns: { Targets: { Vertrag: 'agreement', Soll: 'target' } } },
};
const plain = (problem: Problem | undefined) => problem && Object.fromEntries(Object.entries(problem).map(([key, value]) => [key, String(value).replace(/\u00a0/g, ' ')]));

const chainWith = (item: string, ...findings: Parameters<typeof chainFinding>[0][]) => chainFigure(item, { links: [chainLink('Host', { findings: findings.map((one) => chainFinding(one)) })] });

test('a finding is a warning with the cell in which it is put right', () => {
  const hours = { check: 'Hours' as const, item: 'Host', agreement: 'OLA Host', found: 'OLA Host covers less', expected: 'more', rows: [{ table: 'Agreements', row: 5 }, { table: 'Agreements', row: 2 }] };
  expect(plain(chainProblems([chainWith('Cards', hours)], raw)[0])).toEqual({
    code: 'chain-hours', severity: 'warning', table: 'Agreements', sheet: 'Agreements sheet', cell: 'F5', title: 'Hours not covered',
    found: 'OLA Host covers less', expected: 'more', effect: 'outside them nothing is promised to SLA Cards',
  });
});

test('a target out of reach leads to the target, in a table that is called otherwise as well', () => {
  const chain = chainFigure('Cards', { target: 0.9995, supported: false, findings: [chainFinding({ check: 'Availability', item: 'Cards', agreement: 'SLA Cards', found: 'at most 99.90%', expected: 'more', rows: [{ table: 'Targets', row: 12 }] })] });
  expect(plain(chainProblems([chain], raw)[0])).toMatchObject({ code: 'chain-availability', table: 'Targets', sheet: 'Ziele sheet', cell: 'D12', effect: 'SLA Cards: 99.95% cannot be promised' });
});

test('what is found at a shared link is said once and names the SLAs it touches', () => {
  const ended = { check: 'Dates' as const, item: 'Gateway', agreement: 'UC Gateway', found: 'UC Gateway ends', rows: [{ table: 'Agreements', row: 7 }] };
  const problems = chainProblems(['Cards', 'Teller', 'Loans', 'Shop', 'Mail'].map((item) => chainWith(item, ended)), raw);
  expect(problems.map((problem) => plain(problem)!.effect)).toEqual(['SLA Cards, SLA Teller, SLA Loans, SLA Shop and one more stand without it then']);
  expect(problems[0]!.cell).toBe('E7');
});

test('things that nothing covers beneath the same SLAs are one problem, others are not', () => {
  const uncovered = (item: string, row: number) => ({ check: 'Cover' as const, item, agreement: null, found: `no agreement covers ${item}`, rows: [{ table: 'Components', row }] });
  const problems = chainProblems([chainWith('Cards', uncovered('Host A', 9), uncovered('Host B', 4), uncovered('Shared', 3)), chainWith('Teller', uncovered('Shared', 3))], raw);
  expect(problems.map(({ cell, found, effect }) => [cell, found, effect])).toEqual([
    ['A3', 'no agreement covers Shared', 'SLA Cards and SLA Teller stand on it without a promise'],
    ['A9', 'no agreement covers Host A and Host B', 'SLA Cards stands on them without a promise'],
  ]);
});

test('a row of a table that is not there has no cell', () => {
  expect(chainProblems([chainWith('Cards', { rows: [{ table: 'Services', row: 3 }] })], raw)[0]).toMatchObject({ table: 'Services', sheet: '', cell: '' });
  expect(chainProblems([chainWith('Cards', { rows: [] })], raw)[0]).toMatchObject({ table: '', sheet: '', cell: '' });
});

test('stands behind the problems of its table, in the order of the contract', () => {
  const problem = (of: string, code: string): Problem => ({ code, severity: 'error', table: of, sheet: of, cell: 'A2', title: code, found: '', expected: '', effect: '' });
  const all = withChainProblems([problem('Services', 'a'), problem('Agreements', 'b'), problem('Outages', 'c')], [problem('Agreements', 'chain'), problem('Services', 'chain')]);
  expect(all.map(({ table: of, code }) => `${of} ${code}`)).toEqual(['Services a', 'Services chain', 'Agreements b', 'Agreements chain', 'Outages c']);
});

test('of the sample: check and figures say the same, each with a cell of its table, and nothing is an error', async () => {
  await perform('insertSample', {});
  const { problems } = await perform('check', {});
  const chains = problems.filter(({ code }) => code.startsWith('chain-'));
  expect(chains.every(({ severity, sheet, cell, found, expected, effect }) => severity === 'warning' && sheet !== '' && /^[A-Z]+\d+$/.test(cell) && found !== '' && expected !== '' && effect !== '')).toBe(true);
  // The contract with the card gateway ends on 31 December 2026; the SLA on it goes on.
  expect(chains.map(plain).find((one) => one!.found!.startsWith('UC Card gateway'))).toMatchObject({ code: 'chain-dates', found: 'UC Card gateway ends on 31 Dec 2026, nothing agreed follows', effect: 'SLA Card Payments stands without it then' });
  const cell = chains.find(({ found }) => found.startsWith('UC Card gateway'))!;
  const at = /^([A-Z]+)(\d+)$/.exec(cell.cell)!;
  const column = [...at[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  // 31 December 2026 as a serial: days from 1899-12-30.
  expect(host.workbook.sheet(cell.sheet)!.cell(Number(at[2]) - 1, column)!.value).toBe((Date.UTC(2026, 11, 31) - Date.UTC(1899, 11, 30)) / 86_400_000);
  expect((await perform('figures', {})).problems).toEqual(problems);
});

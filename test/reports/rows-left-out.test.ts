import { rowsLeftOut } from '../../src/reports/rows-left-out';
import { COLOR } from '../../src/reports/style';
import { agreementFigure } from '../support/agreement-figures';
import { figures } from '../support/figures';
import { overflowing, tiny, typical } from '../support/organisations';
import { cellAt, rowOf, texts, valuesOf } from '../support/sheets';

test('problems with sheet, cell, found, expected and effect, errors first', () => {
  const input = typical();
  const sheet = rowsLeftOut({ ...input, problems: input.problems.toReversed() });
  const row = rowOf(sheet, 'Kind') + 1;
  expect(valuesOf(sheet, row)).toEqual(['Error', 'Outages', 'Outages', 'C877', 'End before Start', '9 Oct 2026 04:15', 'after Start, 9 Oct 2026 14:02', 'row left out of ATM Network']);
  expect(cellAt(sheet, row, 1)?.style?.color).toBe(COLOR.missed);
  expect(cellAt(sheet, row + 1, 1)?.value).toBe('Warning');
  expect(texts(sheet)).toContain('2 rows left out; 2 problems in the tables.');
});

test('problems between agreements are counted beside those in the tables, with the sheet that lists them', () => {
  const said = (problems: number, chainProblems: number) => texts(rowsLeftOut({ figures: figures(), problems: typical().problems.slice(0, problems), chainProblems }));
  expect(said(1, 25)).toContain('0 rows left out; 1 problem in the tables. 25 more between agreements: sheet “Agreement chain”.');
  expect(said(0, 1)).toContain('Every row could be read. 1 problem between agreements: sheet “Agreement chain”.');
});

test('rows missing from figures, by promise', () => {
  const sheet = rowsLeftOut(typical());
  const row = rowOf(sheet, 'Rows missing from figures') + 2;
  expect([0, 1].map((at) => valuesOf(sheet, row + at))).toEqual([['Outages', 877, 'ATM Network SLA', 'Availability, 24×7'], ['Outages', 912, 'ATM Network SLA', 'Availability, 24×7']]);
});

test('long findings wrap up to four lines, and their rows grow', () => {
  const sheet = rowsLeftOut(overflowing());
  expect(sheet.rows[rowOf(sheet, 'Kind') + 1]?.height).toBeGreaterThan(50);
});

test('nothing wrong says so', () => {
  expect(texts(rowsLeftOut(tiny()))).toContain('Every row could be read.');
});

test('a promise that cannot be read is missing from figures, while its agreement is in force', () => {
  const unread = { unreadableTargets: [{ table: 'Targets', row: 51, fields: ['target'] }] };
  const sheet = rowsLeftOut({ figures: figures({ agreements: [agreementFigure('Card SLA', unread), agreementFigure('Idea', { ...unread, state: 'Draft' })] }), problems: [] });
  expect(valuesOf(sheet, rowOf(sheet, 'Rows missing from figures') + 2)).toEqual(['Targets', 51, 'Card SLA', 'cannot be read: Target']);
  expect(texts(sheet)).not.toContain('Idea');
});

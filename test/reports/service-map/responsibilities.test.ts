import type { ResponsibilityFigure, ResponsibilityRole } from '../../../src/domain/figures';
import { responsibilities } from '../../../src/reports/service-map/responsibilities';
import { COLOR } from '../../../src/reports/style';
import { figures } from '../../support/figures';
import { tiny } from '../../support/organisations';
import { cellAt, rowOf, texts, valuesOf } from '../../support/sheets';

const of = (service: string, parties: Readonly<Record<string, readonly ResponsibilityRole[]>>, broken: ResponsibilityFigure['broken'] = []): ResponsibilityFigure => ({ service, parties: Object.entries(parties).map(([party, roles]) => ({ party, roles, rows: [] })), broken });
const sheetOf = (...all: readonly ResponsibilityFigure[]) => responsibilities({ figures: figures({ responsibilities: all }) });

const sheet = sheetOf(
  of('Mail', { 'Service Desk': ['I'], Maya: ['R', 'A'], Litware: ['R'] }),
  of('Archive', { Lena: ['R'], 'service desk': ['I'] }, ['no A']),
  of('Fax', { Maya: ['A'], Lena: ['A', 'C'] }, ['several A', 'no R']),
  of('Intranet', {}, ['no A', 'no R']),
);

test('services down, parties across: those accountable for most first, a name in any case once', () => {
  const head = rowOf(sheet, 'Service');
  expect(valuesOf(sheet, head)).toEqual(['Exactly one A, at least one R', 'Service', 'Maya', 'Lena', 'Litware', 'Service Desk']);
  expect(valuesOf(sheet, rowOf(sheet, 'Mail'))).toEqual(['✓ holds', 'Mail', 'R A', 'R', 'I']);
  expect(cellAt(sheet, rowOf(sheet, 'Mail'), 5)?.value).toBe('R');
  expect(sheet.print).toMatchObject({ orientation: 'Landscape', pagesWide: 1, titleRows: { from: head, to: head } });
});

test('broken rules are said in words, and one A too many is marked', () => {
  expect(valuesOf(sheet, rowOf(sheet, 'Archive'))[0]).toBe('✕ nobody accountable');
  const fax = rowOf(sheet, 'Fax');
  expect(valuesOf(sheet, fax)[0]).toBe('✕ several A, no R');
  expect([3, 4].map((column) => cellAt(sheet, fax, column)?.style)).toEqual([expect.objectContaining({ bold: true, color: COLOR.missed }), expect.objectContaining({ bold: true, color: COLOR.missed })]);
  expect(valuesOf(sheet, rowOf(sheet, 'Intranet'))).toEqual(['✕ no row in Responsibilities', 'Intranet']);
  expect(texts(sheet)).toContain('1 of 4 services has exactly one accountable party and at least one responsible.');
  expect(texts(sheet)).toContain('No row: Intranet. Nobody accountable: Archive. More than one accountable: Fax. Nobody responsible: Fax.');
});

test('more parties than a page holds stand in further matrices, with the services in which they have a part', () => {
  const crowd = Object.fromEntries(Array.from({ length: 30 }, (_, index): [string, ResponsibilityRole[]] => [`Party ${index}`, index === 0 ? ['A'] : ['R']]));
  const wide = sheetOf(of('Large', crowd), of('Small', { 'Party 0': ['R', 'A'] }));
  expect(texts(wide).filter((text) => text.startsWith('Parties '))).toEqual(['Parties 1 to 12 of 30', 'Parties 13 to 24 of 30', 'Parties 25 to 30 of 30']);
  expect(texts(wide).filter((text) => text === 'Large')).toHaveLength(3);
  expect(texts(wide).filter((text) => text === 'Small')).toHaveLength(1);
  // Every role of the 31 stands once, in a column under its party.
  expect(texts(wide).filter((text) => /^[RACI]( [RACI])*$/.test(text))).toHaveLength(31);
  expect(texts(wide).filter((text) => /^Party \d+$/.test(text))).toHaveLength(30);
  expect(wide.freezeRows).toBe(0);
});

test('no service is one honest line', () => {
  expect(texts(responsibilities(tiny()))).toContain('No service is recorded.');
});

import type { DemandFigures, UsageFigure } from '../../../src/domain/demand/figures';
import { demand, demandWork } from '../../../src/reports/demand/demand';
import type { SheetModel } from '../../../src/reports/sheet';
import { demandFigures, forecastOf, usageFigure } from '../../support/demand';
import { figures } from '../../support/figures';
import { tiny } from '../../support/organisations';
import { cellAt, rowOf, texts, valuesOf } from '../../support/sheets';

const { records } = tiny();
const of = (over: Partial<DemandFigures>, businessUnitsAcross = false): SheetModel => demand({ figures: figures(), records: { ...records, settings: { businessUnitsAcross } } }, demandFigures(over));
/** 1, 2, 3, … up to the report month. */
const counting = (count: number, times = 1): number[] => Array.from({ length: count }, (_, at) => (at + 1) * times);
/** The first row from `from` on that is named so. */
const rowNamed = (sheet: SheetModel, name: string, from = 0): number => sheet.rows.findIndex((_, at) => at >= from && cellAt(sheet, at, 1)?.value === name);
const chartNumbers = (sheet: SheetModel, series: string): (number | null)[] => {
  const { row, column, columns } = sheet.charts[0]!.series.find(({ name }) => name === series)!.values;
  return Array.from({ length: columns }, (_, at) => (cellAt(sheet, row, column + at)?.value as number | undefined) ?? null);
};

describe('business units in rows', () => {
  const mail = usageFigure('E-mail', counting(36, 30), { unit: 'mailboxes', forecast: forecastOf(1000) }, { Retail: counting(36, 20), Legal: counting(36, 10) });
  const sheet = of({ usage: [mail] });

  test('twelve months of all and of each unit, with share and growth', () => {
    const all = rowOf(sheet, 'All business units');
    // The last 12 of 36 months: 25 × 30 … 36 × 30; growth 36 ÷ 35, 36 ÷ 24, and 36 to the power of 1 ÷ 35.
    const [months, growth] = [valuesOf(sheet, all).slice(1, 13), valuesOf(sheet, all).slice(13, 16)];
    expect(months).toEqual(counting(36, 30).slice(24));
    expect(growth).toEqual([36 / 35 - 1, 0.5, expect.closeTo(36 ** (1 / 35) - 1, 12)]);
    const retail = valuesOf(sheet, all + 1);
    expect(retail.slice(0, 14)).toEqual(['Retail', ...counting(36, 20).slice(24), 2 / 3]);
    expect(valuesOf(sheet, all + 2)[0]).toBe('Legal');
  });

  test('beneath them the forecast of the twelve months that follow, under the same calendar months', () => {
    const row = rowOf(sheet, 'Forecast Nov 26 – Oct 27');
    expect(valuesOf(sheet, row).slice(1, 13)).toEqual(Array<number>(12).fill(1000));
    expect([row + 1, row + 2].map((at) => valuesOf(sheet, at).slice(0, 2))).toEqual([['95%: at least', 900], ['95%: at most', 1100]]);
  });

  test('a forecast that begins before the report month ends is put under its own months', () => {
    const points = counting(12).map((point) => ({ point, lower: point, upper: point }));
    const late = of({ usage: [usageFigure('E-mail', counting(24), { forecast: forecastOf(1, { points }), forecastFrom: '2026-09-01' })] });
    const row = rowOf(late, 'Forecast Nov 26 – Oct 27');
    // September and October are points 1 and 2; August 2027 is the last.
    expect(late.rows[row]!.cells.filter(({ column, value }) => column >= 2 && column < 14 && typeof value === 'number').map(({ column, value }) => [column, value])).toEqual(counting(10).map((at) => [at + 1, at + 2]));
  });

  test('a month that is missing is a dash, one that is incomplete is marked, and neither is 0', () => {
    const months = usageFigure('Web', [5, null, 7]).months.map((month, at) => (at === 2 ? { ...month, incomplete: true } : month));
    const web = of({ usage: [usageFigure('Web', [5, null, 7], { months })] });
    const row = rowOf(web, 'Used');
    expect([11, 12, 13].map((column) => cellAt(web, row, column)?.value)).toEqual([5, '–', 7]);
    expect(cellAt(web, row, 13)?.style?.numberFormat).toBe('#,##0"*"');
    expect(cellAt(web, row, 10)?.value).toBe('–');
  });

  test('a month that is still running is marked, and said to be so', () => {
    const months = usageFigure('Web', [5, 6, 1]).months.map((month, at) => (at === 2 ? { ...month, incomplete: true, toDate: true } : month));
    const web = of({ usage: [usageFigure('Web', [5, 6, 1], { months, toDate: true })] });
    expect(cellAt(web, rowOf(web, 'Used'), 13)?.style?.numberFormat).toBe('#,##0"*"');
    const text = texts(web).join(' ');
    expect(text).toContain('October 2026 is still running: what is recorded of it is so far.');
    expect(text).not.toContain('figure of the month is missing:');
  });

  test('the only business unit stands alone; rows that name none are called so', () => {
    expect(texts(of({ usage: [usageFigure('E-mail', [1, 2], {}, { Retail: [1, 2] })] })).filter((text) => text === 'Retail' || text === 'All business units')).toEqual(['Retail']);
    const unnamed = usageFigure('E-mail', [1, 2], {}, { Retail: [1, 1] });
    expect(texts(of({ usage: [{ ...unnamed, businessUnits: [...unnamed.businessUnits, { ...unnamed.businessUnits[0]!, businessUnit: null }] }] }))).toEqual(expect.arrayContaining(['All business units', 'Retail', 'no business unit']));
  });

  test('of very many business units the small ones stand together, so that the rows still add up', () => {
    const units = Object.fromEntries(counting(25).map((unit) => [`Unit ${unit}`, [unit, unit]]));
    const many = of({ usage: [usageFigure('E-mail', [325, 325], {}, units)] });
    const first = rowOf(many, 'Unit 1');
    const last = counting(20).map((_, at) => cellAt(many, first + at, 13)?.value as number);
    expect(valuesOf(many, first + 19)[0]).toBe('6 more');
    expect(last.reduce((sum, value) => sum + value, 0)).toBe(325);
  });
});

describe('business units in columns', () => {
  const mail = usageFigure('E-mail', counting(36, 30), { unit: 'mailboxes', forecast: forecastOf(1000) }, { Retail: counting(36, 20), Legal: counting(36, 10) });

  test('the same columns in every block, the months beneath each other', () => {
    const cards = usageFigure('Cards', counting(13), {}, { Retail: counting(13) });
    const sheet = of({ usage: [mail, cards], businessUnits: ['Legal', 'Retail'] }, true);
    const head = sheet.print!.titleRows!.from;
    expect([3, 4].map((column) => cellAt(sheet, head, column)?.value)).toEqual(['Legal', 'Retail']);
    const october = rowNamed(sheet, 'Oct 2026');
    expect([2, 3, 4].map((column) => cellAt(sheet, october, column)?.value)).toEqual([1080, 360, 720]);
    expect([3, 4].map((column) => cellAt(sheet, rowOf(sheet, 'Share of the month'), column)?.value)).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12)]);
    // Cards are not used by Legal: nothing stands there, not 0.
    const ofCards = rowNamed(sheet, 'Oct 2026', rowOf(sheet, 'Cards, accounts'));
    expect([2, 3, 4].map((column) => cellAt(sheet, ofCards, column)?.value ?? null)).toEqual([13, null, 13]);
  });

  test('usage of no business unit has a column only where it stands beside that of named ones', () => {
    const heads = (usage: UsageFigure[]): unknown[] => {
      const sheet = of({ usage, businessUnits: ['Legal', null] }, true);
      return [3, 4].map((column) => cellAt(sheet, sheet.print!.titleRows!.from, column)?.value ?? null);
    };
    const named = usageFigure('E-mail', [2, 2], {}, { Legal: [1, 1] });
    expect(heads([named, usageFigure('Disk', [1, 2])])).toEqual(['Legal', null]);
    expect(heads([{ ...named, businessUnits: [...named.businessUnits, { ...named.businessUnits[0]!, businessUnit: null }] }])).toEqual(['Legal', 'no business unit']);
  });

  test('forecasts of some months ahead, with their bounds', () => {
    const sheet = of({ usage: [mail], businessUnits: ['Legal', 'Retail'] }, true);
    expect(['Nov 2026', 'Jan 2027', 'Apr 2027', 'Oct 2027'].map((month) => valuesOf(sheet, rowOf(sheet, `Forecast ${month}`)).slice(1, 4))).toEqual(Array(4).fill([1000, 900, 1100]));
    expect(cellAt(sheet, rowOf(sheet, 'Forecast Nov 2026'), 3)?.style?.numberFormat).toBe('"from "#,##0');
  });

  test('more business units than columns: each block has its largest ones, the rest together', () => {
    const units = Object.fromEntries(counting(12).map((unit) => [`Unit ${unit}`, [1, 13 - unit]]));
    const sheet = of({ usage: [usageFigure('E-mail', [12, 78], {}, units)], businessUnits: Object.keys(units) }, true);
    const heads = rowOf(sheet, 'Unit 1');
    expect(sheet.rows[heads]!.cells.flatMap(({ column, value }) => (column < 12 && value !== null ? [value] : []))).toEqual([...counting(8).map((unit) => `Unit ${unit}`), '4 more']);
    const october = valuesOf(sheet, rowNamed(sheet, 'Oct 2026'));
    // 12 + 11 + … + 5, and 4 + 3 + 2 + 1 together.
    expect(october.slice(1, 11)).toEqual([78, 12, 11, 10, 9, 8, 7, 6, 5, 10]);
  });
});

describe('lines', () => {
  test('their numbers stand right of what is printed: 36 months recorded, then the forecast and its bounds', () => {
    const sheet = of({ usage: [usageFigure('E-mail', counting(40), { forecast: forecastOf(50) })] });
    expect(sheet.charts).toHaveLength(1);
    const [values] = sheet.charts[0]!.series.map((series) => series.values);
    expect(values!.column).toBeGreaterThanOrEqual(sheet.print!.area.columns);
    expect(chartNumbers(sheet, 'Recorded')).toEqual([...counting(40).slice(4), ...Array<null>(12).fill(null)]);
    expect(chartNumbers(sheet, 'Forecast')).toEqual([...Array<null>(36).fill(null), ...Array<number>(12).fill(50)]);
    expect(chartNumbers(sheet, 'Upper bound')[47]).toBeCloseTo(55, 12);
    const { categories } = sheet.charts[0]!.series[0]!;
    expect([categories!.column, categories!.column + 47].map((column) => cellAt(sheet, categories!.row, column)?.value)).toEqual(['Nov 2023', 'Oct 2027']);
  });

  test('a month that is incomplete is a gap, as it would read as a fall; a short history begins with its first month', () => {
    const months = usageFigure('Web', [5, 6, 7]).months.map((month, at) => (at === 1 ? { ...month, incomplete: true } : month));
    expect(chartNumbers(of({ usage: [usageFigure('Web', [5, 6, 7], { months })] }), 'Recorded').slice(0, 3)).toEqual([5, null, 7]);
  });

  test('the first 24 items that have one; what is left out is said', () => {
    const many = of({ usage: counting(30).map((at) => usageFigure(`Item ${at}`, [at, at + 1])) });
    expect(many.charts).toHaveLength(24);
    expect(new Set(many.charts.map(({ name }) => name)).size).toBe(24);
    expect(texts(many).join(' ')).toContain('Lines of 24 of 30 items are drawn');
    expect(of({ usage: [usageFigure('One value', [3])] }).charts).toEqual([]);
  });

  test('constant series have an axis that holds them', () => {
    for (const level of [0, 5, 1e12]) {
      const { valueAxis } = of({ usage: [usageFigure('Flat', [level, level], { forecast: null })] }).charts[0]!;
      expect([valueAxis!.minimum! <= level, valueAxis!.maximum! > valueAxis!.minimum!, valueAxis!.maximum! >= level]).toEqual([true, true, true]);
    }
  });
});

describe('the sheet', () => {
  const item = (name: string, section: UsageFigure['section']): UsageFigure => usageFigure(name, [1, 2], { section, unit: null });

  test('services first, then components, then names that no table knows', () => {
    const sheet = of({ usage: [item('Mail', 'Service'), item('Disk', 'Hardware'), item('Mistyped', null)] });
    const rows = ['Services', 'Mail', 'Components', 'Disk', 'Names that no table knows', 'Mistyped'].map((text) => rowOf(sheet, text));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(texts(of({ usage: [item('Mail', 'Service')] }))).not.toContain('Services');
  });

  test('what is not used any more with its rows, and services that no row tells of', () => {
    const fax = usageFigure('Fax', [9, 0, 0, 0], { noUse: true, rows: [{ table: 'Usage', row: 12 }, { table: 'Usage', row: 30 }] });
    const sheet = of({ usage: [fax], withoutUsage: ['Intranet', 'Telex'] });
    expect(valuesOf(sheet, rowOf(sheet, 'Recorded, and not used for three months') + 1)).toEqual(['Fax, accounts', 'no use since Aug 2026', 'Usage, row 12 and Usage, row 30']);
    expect(valuesOf(sheet, rowOf(sheet, 'Services without a row in Usage') + 1)).toEqual(['Intranet, Telex']);
  });

  test('nothing recorded is one honest line; rows left out are counted', () => {
    expect(texts(of({}))).toEqual(expect.arrayContaining(['No usage is recorded.', 'Nothing to show: fill the table Usage.']));
    expect(texts(of({ usage: [usageFigure('A', [1], { rowsLeftOut: [{ table: 'Usage', row: 3 }] })] }))).toContain('1 row of Usage left out: sheet “Rows left out”.');
  });

  test('a name that begins with = is text', () => {
    const sheet = of({ usage: [usageFigure('=1+1', [1, 2], { unit: '=A1' }, { '=B1': [1, 1], Other: [0, 1] })] });
    expect(texts(sheet)).toEqual(expect.arrayContaining(['=1+1, =A1', '=B1']));
    expect(sheet.rows.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  test.each([false, true])('gives way after each item, units across: %s', (businessUnitsAcross) => {
    const pauses = (count: number): number => [...demandWork({ figures: figures(), records: { ...records, settings: { businessUnitsAcross } } }, demandFigures({ usage: counting(count).map((at) => usageFigure(`Item ${at}`, [1, 2])) }))].length;
    expect(pauses(30) - pauses(1)).toBe(29);
  });
});

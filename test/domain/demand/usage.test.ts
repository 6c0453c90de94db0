/** Usage by month: what is added up, what is missing, and what is made of it. Expected values are counted by hand. */
import fc from 'fast-check';
import { demandFiguresWork } from '../../../src/domain/demand/demand-figures';
import type { UsageFigure } from '../../../src/domain/demand/figures';
import type { UsageRow } from '../../../src/domain/demand/records';
import { finish } from '../../../src/domain/work';
import { byStep } from '../../support/forecasters';
import { component, records, service, usage } from '../../support/records';

const october = { reportMonth: '2026-10-01' };

function figuresOf(rows: readonly UsageRow[], given: Parameters<typeof records>[0] = {}) {
  return finish(demandFiguresWork(records({ services: [service({ service: 'Mail' })], usage: rows, ...given, settings: { ...october, ...given.settings } }), byStep(0)));
}

/** Rows of one business unit up to October 2026; null: none. */
function monthly(quantities: readonly (number | null)[], given: Partial<UsageRow> = {}): UsageRow[] {
  return quantities.flatMap((quantity, place) => {
    const month = 2026 * 12 + 10 - quantities.length + place;
    return quantity === null ? [] : [usage({ item: 'Mail', month: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`, quantity, ...given })];
  });
}

const quantities = ({ months }: UsageFigure) => months.map(({ quantity }) => quantity);
const forForecast = ({ months }: UsageFigure) => months.map((month) => month.forForecast);
const incomplete = ({ months }: UsageFigure) => months.map((month) => month.incomplete);

test('rows of equal item, month, unit and business unit add up, however their names are written', () => {
  const { usage: [mail, ...others] } = figuresOf([
    usage({ item: 'Mail', month: '2026-10-01', quantity: 10, unit: 'boxes', businessUnit: 'Retail' }),
    usage({ item: ' mail', month: '2026-10-31', quantity: 5, unit: 'Boxes', businessUnit: 'retail ' }),
    usage({ item: 'Mail', month: '2026-10-07', quantity: 2.5, unit: 'boxes', businessUnit: 'Cards' }),
  ]);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ item: 'Mail', unit: 'boxes', section: 'Service', current: 17.5 });
  expect(mail!.businessUnits.map(({ businessUnit, current, share }) => [businessUnit, current, share])).toEqual([['Retail', 15, 15 / 17.5], ['Cards', 2.5, 2.5 / 17.5]]);
});

test('an item in two units has a figure for each, in the order of its rows; items stand in the order of the tables, unknown ones last', () => {
  const { usage: all } = figuresOf(
    [
      usage({ item: 'Fax', month: '2026-10-01', quantity: 1 }),
      usage({ item: 'Array', month: '2026-10-01', quantity: 2, unit: 'TB' }),
      usage({ item: 'Array', month: '2026-10-01', quantity: 300, unit: 'IO/s' }),
      usage({ item: 'Mail', month: '2026-10-01', quantity: 4 }),
    ],
    { components: [component({ component: 'Array' })] },
  );
  expect(all.map(({ item, unit, section, current }) => [item, unit, section, current])).toEqual([
    ['Mail', null, 'Service', 4],
    ['Array', 'TB', 'Hardware', 2],
    ['Array', 'IO/s', 'Hardware', 300],
    ['Fax', null, null, 1],
  ]);
});

test('level and growth at the report month', () => {
  // October 2025 to October 2026. On the month 110 / 88 − 1 = 0.25, on the year 110 / 55 − 1 = 1, a month (110 / 55)^(1/12) − 1.
  const { usage: [mail] } = figuresOf(monthly([55, 60, 62, 64, 66, 70, 72, 75, 78, 80, 84, 88, 110]));
  expect(mail).toMatchObject({ current: 110, previous: 88, yearAgo: 55, growthOnMonth: 0.25, growthOnYear: 1 });
  expect(mail!.compoundGrowth).toBeCloseTo(2 ** (1 / 12) - 1, 12);
});

test('nothing after the report month counts, nor after the month of As of', () => {
  const rows = [...monthly([1, 2, 3]), usage({ item: 'Mail', month: '2026-11-01', quantity: 99 }), usage({ item: 'Fax', month: '2026-11-01', quantity: 99 })];
  expect(figuresOf(rows).usage.map(quantities)).toEqual([[1, 2, 3]]);
  // Seen from the middle of September, October has not come.
  const early = figuresOf(rows, { settings: { asOf: Date.UTC(2026, 8, 15) / 1000 } }).usage[0]!;
  expect(quantities(early)).toEqual([1, 2, null]);
  expect(early).toMatchObject({ current: null, previous: 2, growthOnMonth: null });
});

describe('a month that is still running', () => {
  // 3 October: 60 of a month that had about 1,185 before.
  const third = { settings: { asOf: Date.UTC(2026, 9, 3) / 1000 } };

  test('it is there as recorded so far, compared with nothing, and not forecast from', () => {
    const [mail] = figuresOf([...monthly([1180, 1184, 60], { businessUnit: 'Retail' }), ...monthly([5, 6, null], { businessUnit: 'Cards' })], third).usage;
    expect(quantities(mail!)).toEqual([1185, 1190, 60]);
    expect(forForecast(mail!)).toEqual([1185, 1190, null]);
    expect(incomplete(mail!)).toEqual([false, false, true]);
    expect(mail).toMatchObject({ toDate: true, current: 60, growthOnMonth: null, growthOnYear: null, compoundGrowth: null, forecastFrom: '2026-10-01' });
    // Of whom the rest will be, nobody knows.
    expect(mail!.businessUnits.map(({ businessUnit, share, growthOnMonth }) => [businessUnit, share, growthOnMonth])).toEqual([['Retail', null, null], ['Cards', null, null]]);
    // The same rows, seen from November: October is what it is, and Cards is late.
    expect(figuresOf([...monthly([1180, 1184, 60])]).usage[0]).toMatchObject({ toDate: false, current: 60, growthOnMonth: 60 / 1184 - 1 });
  });

  test('who was last recorded two months before is late for one of them', () => {
    const [mail] = figuresOf([...monthly([9, 9, 9, 9, 2], { businessUnit: 'Retail' }), ...monthly([5, 5, 5, null, null], { businessUnit: 'Cards' })], third).usage;
    expect(incomplete(mail!)).toEqual([false, false, false, true, true]);
    expect(forForecast(mail!)).toEqual([14, 14, 14, null, null]);
  });

  test.each([['nothing so far', 0, true], ['used again', 2, false]])('no use: three zeros before it, and %s', (_name, soFar, noUse) => {
    expect(figuresOf(monthly([7, 0, 0, 0, soFar]), third).usage[0]!.noUse).toBe(noUse);
  });

  test('two zeros before it are too few, whatever it has', () => {
    expect(figuresOf(monthly([7, 0, 0, 0]), third).usage[0]!.noUse).toBe(false);
  });

  test('alone it is no history', () => {
    expect(figuresOf(monthly([4]), third).usage[0]).toMatchObject({ toDate: true, current: 4, forecast: null, months: [{ quantity: 4, forForecast: null }] });
  });
});

test('what is not used any more is forecast as 0, without bounds around it', () => {
  const points = Array.from({ length: 12 }, () => ({ point: 0, lower: 0, upper: 0 }));
  expect(figuresOf(monthly([90, 50, 20, 0, 0, 0])).usage[0]!.forecast!.points).toEqual(points);
});

test('a business unit seen in one stray month, or two, is not late', () => {
  const [mail] = figuresOf([...monthly([100, 100, 100, 100], { businessUnit: 'Retail' }), ...monthly([null, 1, 1, null], { businessUnit: 'Trial' })]).usage;
  expect(forForecast(mail!)).toEqual([100, 101, 101, 100]);
  expect(incomplete(mail!)).not.toContain(true);
});

describe('a hole of years', () => {
  const stray = usage({ item: 'Mail', month: '1926-09-01', quantity: 50, businessUnit: 'Retail' });

  test('the series begins after it, and nothing is made up in it', () => {
    const { usage: [mail], rowsLeftOut } = figuresOf([stray, ...monthly([4, 6, 8], { businessUnit: 'Retail' })]);
    expect(quantities(mail!)).toEqual([4, 6, 8]);
    expect(mail!.forecast!.interpolated).toEqual([]);
    expect(mail!.businessUnits.map(({ months }) => months)).toEqual([[4, 6, 8]]);
    expect(rowsLeftOut).toEqual([{ table: 'Usage', row: stray.row }]);
  });

  test('24 months are missing: a line; 25: a hole', () => {
    const until = (missing: number) => monthly([...[10], ...Array<null>(missing).fill(null), ...[35]]);
    expect(figuresOf(until(24)).usage[0]!.months).toHaveLength(26);
    expect(figuresOf(until(25)).usage[0]!.months.map(({ quantity }) => quantity)).toEqual([35]);
  });

  test('of one business unit among others, it was not there in between', () => {
    const [mail] = figuresOf([...monthly(Array<number>(40).fill(10), { businessUnit: 'Retail' }), ...monthly([1, ...Array<null>(36).fill(null), 2, 2, 2], { businessUnit: 'Cards' })]).usage;
    expect(incomplete(mail!)).not.toContain(true);
    expect(forForecast(mail!)).toEqual([11, ...Array<number>(36).fill(10), 12, 12, 12]);
  });
});

test('what was 0 before has no growth in percent', () => {
  expect(figuresOf(monthly([0, 5])).usage[0]).toMatchObject({ current: 5, previous: 0, growthOnMonth: null, compoundGrowth: null });
});

test('all zeros are recorded zeros', () => {
  const { usage: [mail] } = figuresOf(monthly([0, 0, 0, 0]));
  expect(mail).toMatchObject({ current: 0, growthOnMonth: null, compoundGrowth: null, noUse: true });
  expect(mail!.businessUnits[0]!.share).toBeNull();
});

test.each([
  ['three zeros at the end', [5, 0, 0, 0], true],
  ['two zeros at the end', [5, 4, 0, 0], false],
  ['only two months, both 0', [0, 0], false],
  ['zeros with a month between that nobody recorded', [5, 0, null, 0, 0], true],
  ['zeros before the end', [0, 0, 0, 1], false],
])('%s', (_name, values, noUse) => {
  expect(figuresOf(monthly(values)).usage[0]!.noUse).toBe(noUse);
});

test('a month missing between two others is blank in figures, and interpolated for the forecast', () => {
  // Between 4 and 10 lie two months: 6 and 8.
  const { usage: [mail] } = figuresOf(monthly([4, null, null, 10]));
  expect(quantities(mail!)).toEqual([4, null, null, 10]);
  expect(forForecast(mail!)).toEqual([4, 6, 8, 10]);
  expect(incomplete(mail!)).toEqual([false, false, false, false]);
  expect(mail!.forecast!.interpolated).toEqual([1, 2]);
  expect(mail).toMatchObject({ previous: null, growthOnMonth: null });
  expect(mail!.compoundGrowth).toBeCloseTo(2.5 ** (1 / 3) - 1, 12);
});

test('a business unit that lacks a month between its own makes the month incomplete, without growth', () => {
  const { usage: [mail] } = figuresOf([...monthly([10, 12, 14], { businessUnit: 'Retail' }), ...monthly([5, null, 9], { businessUnit: 'Cards' })]);
  expect(quantities(mail!)).toEqual([15, 12, 23]);
  expect(forForecast(mail!)).toEqual([15, 19, 23]);
  expect(incomplete(mail!)).toEqual([false, true, false]);
  expect(mail).toMatchObject({ current: 23, previous: 12, growthOnMonth: null });
  expect(mail!.forecast!.interpolated).toEqual([1]);
  expect(mail!.businessUnits.map(({ businessUnit, months, growthOnMonth }) => [businessUnit, months, growthOnMonth])).toEqual([['Retail', [10, 12, 14], 14 / 12 - 1], ['Cards', [5, null, 9], null]]);
});

test.each([1, 2])('a business unit late by %s months: what it lacks is incomplete, and the forecast begins before it', (late) => {
  const { usage: [mail] } = figuresOf([...monthly([10, 10, 10, 10, 10], { businessUnit: 'Retail' }), ...monthly([7, 7, 7, 7, 7].map((value, place) => (place >= 5 - late ? null : value)), { businessUnit: 'Cards' })]);
  expect(quantities(mail!)).toEqual([17, 17, 17, 17, 17].map((value, place) => (place >= 5 - late ? 10 : value)));
  expect(incomplete(mail!)).toEqual([0, 1, 2, 3, 4].map((place) => place >= 5 - late));
  expect(forForecast(mail!)).toEqual([17, 17, 17, 17, 17].map((value, place) => (place >= 5 - late ? null : value)));
  // The months up to October come before the twelve that are asked for.
  expect(mail).toMatchObject({ growthOnMonth: null, compoundGrowth: null, forecastFrom: late === 1 ? '2026-10-01' : '2026-09-01' });
  expect(mail!.forecast!.points).toHaveLength(12 + late);
});

test('a business unit that lacks three months has gone and counts nothing; one that begins later is not missed before', () => {
  const { usage: [mail] } = figuresOf([...monthly([10, 10, 10, 10, 10], { businessUnit: 'Retail' }), ...monthly([7, 7, null, null, null], { businessUnit: 'Cards' }), ...monthly([null, null, null, 2, 3], { businessUnit: 'Legal' })]);
  expect(quantities(mail!)).toEqual([17, 17, 10, 12, 13]);
  expect(forForecast(mail!)).toEqual([17, 17, 10, 12, 13]);
  expect(incomplete(mail!)).not.toContain(true);
  expect(mail).toMatchObject({ growthOnMonth: 13 / 12 - 1, forecastFrom: '2026-11-01' });
  expect(mail!.businessUnits.map(({ businessUnit, share }) => [businessUnit, share])).toEqual([['Retail', 10 / 13], ['Legal', 3 / 13], ['Cards', null]]);
});

test('between a business unit that has gone and one that begins later, the forecast has a line', () => {
  // 9 in June, 3 in October: three months between, 9 − 1.5 each.
  const { usage: [mail] } = figuresOf([...monthly([9, null, null, null, null], { businessUnit: 'Cards' }), ...monthly([null, null, null, null, 3], { businessUnit: 'Legal' })]);
  expect(quantities(mail!)).toEqual([9, null, null, null, 3]);
  expect(forForecast(mail!)).toEqual([9, 7.5, 6, 4.5, 3]);
  expect(mail!.forecast!.interpolated).toEqual([1, 2, 3]);
});

test('an item that nobody recorded lately: months up to the report month are there, without a value', () => {
  const { usage: [mail] } = figuresOf(monthly([5, 6, null, null]));
  expect(quantities(mail!)).toEqual([5, 6, null, null]);
  expect(mail).toMatchObject({ current: null, previous: null, growthOnMonth: null, forecastFrom: '2026-09-01' });
  expect(mail!.forecast!.points).toHaveLength(14);
  expect(mail!.rows).toEqual([{ table: 'Usage', row: expect.any(Number) as number }]);
});

test('rows without a business unit stand alone beside named ones', () => {
  const all = figuresOf([...monthly([1, 2]), ...monthly([6, 6], { businessUnit: 'Retail' }), ...monthly([2, 2], { item: 'Fax', businessUnit: 'cards' })]);
  expect(all.usage[0]!.businessUnits.map(({ businessUnit, share }) => [businessUnit, share])).toEqual([['Retail', 6 / 8], [null, 2 / 8]]);
  expect(all.businessUnits).toEqual(['cards', 'Retail', null]);
});

describe('rows that cannot be used', () => {
  const row = (given: Partial<UsageRow>) => usage({ item: 'Mail', month: '2026-10-01', quantity: 5, ...given });

  test('a quantity: the month of its business unit has no value, not even in part', () => {
    const bad = row({ quantity: Number.NaN, unreadable: ['quantity'] });
    const beside = row({ quantity: 3 });
    const { usage: [mail], rowsLeftOut } = figuresOf([...monthly([4, 6, null]), bad, beside]);
    expect(quantities(mail!)).toEqual([4, 6, null]);
    expect(rowsLeftOut).toEqual([{ table: 'Usage', row: bad.row }, { table: 'Usage', row: beside.row }]);
    expect(mail!.rowsLeftOut).toEqual(rowsLeftOut);
  });

  test('a quantity below 0, should one come', () => {
    const bad = row({ quantity: -1 });
    expect(figuresOf([...monthly([4, null]), bad]).usage[0]).toMatchObject({ current: null, previous: 4, rowsLeftOut: [{ table: 'Usage', row: bad.row }] });
  });

  test('a month: nothing but the note of it', () => {
    const bad = row({ month: '', unreadable: ['month'] });
    expect(figuresOf([...monthly([4, 6]), bad]).usage[0]).toMatchObject({ current: 6, previous: 4, rowsLeftOut: [{ table: 'Usage', row: bad.row }] });
  });

  test('an item: it may be anything, and every figure says so', () => {
    const bad = row({ item: '', unreadable: ['item'] });
    const { usage: all, rowsLeftOut } = figuresOf([...monthly([4]), ...monthly([5], { item: 'Fax' }), bad]);
    expect(rowsLeftOut).toEqual([{ table: 'Usage', row: bad.row }]);
    expect(all.map((figure) => figure.rowsLeftOut)).toEqual([rowsLeftOut, rowsLeftOut]);
  });

  test('a unit: every unit of the item says so, no other item', () => {
    const bad = row({ unit: null, unreadable: ['unit'] });
    const { usage: all } = figuresOf([...monthly([4], { unit: 'GB' }), ...monthly([5], { unit: 'boxes' }), ...monthly([5], { item: 'Fax' }), bad]);
    expect(all.map((figure) => figure.rowsLeftOut.length)).toEqual([1, 1, 0]);
  });

  test('a business unit: the row counts for the item, for none of its units', () => {
    const bad = row({ businessUnit: null, unreadable: ['businessUnit'] });
    const { usage: [mail] } = figuresOf([...monthly([4, 6], { businessUnit: 'Retail' }), bad]);
    expect(mail).toMatchObject({ current: 11, rowsLeftOut: [{ table: 'Usage', row: bad.row }] });
    expect(mail!.businessUnits.map(({ current, share }) => [current, share])).toEqual([[6, 6 / 11]]);
  });

  test('all of them: the item is there, without a value', () => {
    const bad = row({ quantity: Number.NaN, unreadable: ['quantity'] });
    expect(figuresOf([bad]).usage).toMatchObject([{ item: 'Mail', months: [], current: null, businessUnits: [], forecast: null, forecastFrom: null, seasonality: null, noUse: false, rows: [], rowsLeftOut: [{ row: bad.row }] }]);
  });
});

test('services in service of which nothing is recorded; none where nothing is recorded at all', () => {
  const services = [
    service({ service: 'Mail' }),
    service({ service: 'Fax', lifecycle: null }),
    service({ service: 'Old', lifecycle: 'Retired' }),
    service({ service: 'Ended', inServiceUntil: '2026-09-30' }),
    service({ service: 'New', inServiceFrom: '2026-11-01' }),
    service({ service: 'Begun', inServiceFrom: '2026-10-31' }),
    service({ service: 'Unread' }),
  ];
  const unread = usage({ item: 'Unread', month: '2026-10-01', quantity: Number.NaN, unreadable: ['quantity'] });
  expect(figuresOf([...monthly([5]), unread], { services }).withoutUsage).toEqual(['Fax', 'Begun']);
  expect(figuresOf([], { services }).withoutUsage).toEqual([]);
});

test('forecasts reach a year ahead, a year beyond a lead time, ten years at most', () => {
  const rows = ['A', 'B', 'C', 'D'].flatMap((item) => monthly([5, 5], { item }));
  const capacity = [{ row: 2, item: 'B', capacity: 9, unit: null, from: null, threshold: 0.8, leadTimeMonths: 4.5 }, { row: 3, item: 'C', capacity: 9, unit: null, from: null, threshold: 0.8, leadTimeMonths: 60 }, { row: 4, item: 'D', capacity: 9, unit: null, from: null, threshold: 0.8, leadTimeMonths: 400 }];
  expect(figuresOf(rows, { capacity }).usage.map(({ forecast }) => forecast!.points.length)).toEqual([12, 17, 72, 120]);
});

test('whatever the rows: totals and units are sums of rows, and no share is made up', () => {
  const rowOf = fc.record({ item: fc.constantFrom('Mail', 'mail', 'Fax'), unit: fc.constantFrom(null, 'GB'), businessUnit: fc.constantFrom(null, 'Retail', 'Cards'), back: fc.integer({ min: 0, max: 20 }), quantity: fc.integer({ min: 0, max: 50 }) });
  fc.assert(
    fc.property(fc.array(rowOf, { maxLength: 60 }), (given) => {
      const monthOf = (back: number) => new Date(Date.UTC(2026, 9 - back, 1)).toISOString().slice(0, 10);
      const { usage: all } = figuresOf(given.map(({ back, ...row }) => usage({ ...row, month: monthOf(back) })));
      for (const figure of all) {
        const own = given.filter(({ item, unit }) => item.toLowerCase() === figure.item.toLowerCase() && unit === figure.unit);
        expect(figure.months.at(-1)!.month).toBe('2026-10-01');
        figure.months.forEach(({ month, quantity }, place) => {
          const rows = own.filter(({ back }) => monthOf(back) === month);
          expect(quantity).toBe(rows.length === 0 ? null : rows.reduce((sum, row) => sum + row.quantity, 0));
          for (const { businessUnit, months } of figure.businessUnits) {
            const ofUnit = rows.filter((row) => row.businessUnit === businessUnit);
            expect(months[place]).toBe(ofUnit.length === 0 ? null : ofUnit.reduce((sum, row) => sum + row.quantity, 0));
          }
        });
        // Complete months are taken as they are; the forecast's values have no hole.
        figure.months.forEach((month) => {
          if (month.quantity !== null && !month.incomplete && month.forForecast !== null) expect(month.forForecast).toBe(month.quantity);
        });
        const last = figure.months.findLastIndex((month) => month.forForecast !== null);
        expect(figure.months.slice(0, last + 1).every((month) => month.forForecast !== null)).toBe(true);
      }
      expect(all.reduce((sum, { months }) => sum + months.reduce((part, { quantity }) => part + (quantity ?? 0), 0), 0)).toBe(given.reduce((sum, { quantity }) => sum + quantity, 0));
    }),
    { numRuns: 60 },
  );
});

test('60,000 rows are read in small steps', () => {
  const rows: UsageRow[] = Array.from({ length: 60_000 }, (_, index) => ({ row: index + 2, item: `Item ${index % 50}`, month: `${2022 + (Math.floor(index / 600) % 4)}-${String((Math.floor(index / 50) % 12) + 1).padStart(2, '0')}-01`, quantity: 1, businessUnit: `Unit ${Math.floor(index / 2400) % 5}`, unit: null }));
  const work = demandFiguresWork(records({ usage: rows, settings: october }), byStep(0));
  let steps = 0;
  for (;;) {
    const step = work.next();
    if (!step.done) steps++;
    else {
      expect(step.value.usage).toHaveLength(50);
      expect(step.value.usage.flatMap(({ months }) => months).reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)).toBe(60_000);
      break;
    }
  }
  expect(steps).toBeGreaterThan(60_000 / 2000);
});

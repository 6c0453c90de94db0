/** Capacity against usage and forecast, worked out by hand: forecasts go on by so much a month. */
import { demandFiguresWork } from '../../../src/domain/demand/demand-figures';
import type { CapacityFigure } from '../../../src/domain/demand/figures';
import type { CapacityRow, UsageRow } from '../../../src/domain/demand/records';
import { finish } from '../../../src/domain/work';
import { byStep } from '../../support/forecasters';
import { capacity, component, records, usage } from '../../support/records';

const used = (quantity: number, given: Partial<UsageRow> = {}) => usage({ item: 'Array', month: '2026-10-31', quantity, unit: 'TB', ...given });

function figuresOf(rows: readonly CapacityRow[], of: readonly UsageRow[], step = 0, spread = 0): readonly CapacityFigure[] {
  return finish(demandFiguresWork(records({ components: [component({ component: 'Array' })], usage: of, capacity: rows, settings: { reportMonth: '2026-10-01' } }), byStep(step, spread))).capacity;
}

const figureOf = (row: Partial<CapacityRow>, quantity: number, step = 0, spread = 0) => figuresOf([capacity({ item: 'Array', unit: 'TB', capacity: 100, ...row })], [used(quantity)], step, spread)[0]!;

test('utilisation, headroom, and when threshold and capacity are reached', () => {
  // 74, then 76 (±5) in November, 78, 80, …: 80 in January; its upper bound 81 in November. 100 in November 2027, beyond twelve months; upper bound 101 in September 2027.
  expect(figureOf({}, 74, 2, 5)).toMatchObject({
    item: 'Array', unit: 'TB', capacity: 100, threshold: 0.8, usage: 74, utilisation: 0.74, headroom: 26,
    reachesThreshold: { point: '2027-01-01', upper: '2026-11-01' }, reachesCapacity: { point: null, upper: '2027-09-01' },
    leadTimeMonths: null, orderBy: null, insideLeadTime: false, state: 'Will run out',
  });
});

test.each([
  // 74 + 2 a month is 80 in January 2027, three months from October.
  ['one month less than is left', 2, '2026-11-01', false, 'Will run out'],
  ['as long as is left: it had to be ordered in October', 3, '2026-10-01', true, 'Inside lead time'],
  ['part of a month counts whole', 2.5, '2026-10-01', true, 'Inside lead time'],
  ['longer', 6, '2026-07-01', true, 'Inside lead time'],
  ['none: it is there at once', 0, '2027-01-01', false, 'Will run out'],
])('a lead time that is %s', (_name, leadTimeMonths, orderBy, insideLeadTime, state) => {
  expect(figureOf({ leadTimeMonths }, 74, 2)).toMatchObject({ orderBy, insideLeadTime, state });
});

test.each([
  ['below the threshold', 79.9, 'Enough', null],
  ['at it', 80, 'Over threshold', '2026-10-01'],
  ['at the capacity', 100, 'Over capacity', '2026-10-01'],
  ['above it', 130, 'Over capacity', '2026-10-01'],
])('usage that stays %s', (_name, quantity, state, point) => {
  expect(figureOf({}, quantity)).toMatchObject({ state, reachesThreshold: { point, upper: point } });
});

test('what is over since January had to be ordered a lead time before January, not before this month', () => {
  const months = [70, 81, 79, 80, null, 90, 85].map((quantity, place) => (quantity === null ? null : used(quantity, { month: `2026-${String(4 + place).padStart(2, '0')}-01` })));
  // 79 in June ended what began in May; at 80 or above since July, as far as is recorded.
  expect(figuresOf([capacity({ item: 'Array', unit: 'TB', capacity: 100, leadTimeMonths: 3 })], months.flatMap((row) => row ?? []))[0]).toMatchObject({ state: 'Over threshold', reachesThreshold: { point: '2026-07-01', upper: '2026-07-01' }, orderBy: '2026-04-01', insideLeadTime: true });
  // There were 200 up to August: 90 was nothing then.
  const halved = [capacity({ item: 'Array', unit: 'TB', capacity: 200 }), capacity({ item: 'Array', unit: 'TB', capacity: 100, from: '2026-09-15' })];
  expect(figuresOf(halved, months.flatMap((row) => row ?? []))[0]).toMatchObject({ state: 'Over threshold', reachesThreshold: { point: '2026-09-01' } });
});

describe('a month that is still running', () => {
  const of = (soFar: number, before: number, step: number) => finish(demandFiguresWork(records({ components: [component({ component: 'Array' })], usage: [used(before, { month: '2026-09-01' }), used(soFar)], capacity: [capacity({ item: 'Array', unit: 'TB', capacity: 100, leadTimeMonths: 3 })], settings: { reportMonth: '2026-10-01', asOf: Date.UTC(2026, 9, 3) / 1000 } }), byStep(step))).capacity[0]!;

  test('the month before is compared, and the forecast begins after that', () => {
    // 74 in September, 76 in October, 78, 80 in December: three months before that is September.
    expect(of(5, 74, 2)).toMatchObject({ toDate: true, usage: 74, utilisation: 0.74, headroom: 26, reachesThreshold: { point: '2026-12-01' }, orderBy: '2026-09-01', state: 'Inside lead time' });
  });

  test('as much as the threshold already reaches it', () => {
    expect(of(83, 74, 0)).toMatchObject({ usage: 74, reachesThreshold: { point: '2026-10-01' }, state: 'Inside lead time' });
  });
});

test('a business unit is missing: what is used is told, what it is a share of is not', () => {
  const others = (quantity: number) => ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'].map((month) => used(quantity, { month, businessUnit: 'Retail' }));
  const late = ['2026-06-01', '2026-07-01', '2026-08-01'].map((month) => used(30, { month, businessUnit: 'Cards' }));
  const row = capacity({ item: 'Array', unit: 'TB', capacity: 100 });
  expect(figuresOf([row], [...others(40), ...late])[0]).toMatchObject({ usage: 40, incomplete: true, utilisation: null, headroom: null, state: 'Enough' });
  // 85 alone are over it.
  expect(figuresOf([row], [...others(85), ...late])[0]).toMatchObject({ usage: 85, incomplete: true, utilisation: 0.85, state: 'Over threshold' });
});

test('a lead time beyond what is forecast: not known to be enough', () => {
  // 121 months: a forecast of 120 ends the month before.
  expect(figureOf({ leadTimeMonths: 120 }, 10).state).toBe('Enough');
  expect(figureOf({ leadTimeMonths: 121 }, 10)).toMatchObject({ state: 'Unknown', orderBy: null });
  // 10 + 1 a month is 80 in 70 months, two after the lead time.
  expect(figureOf({ leadTimeMonths: 68 }, 10, 1)).toMatchObject({ state: 'Will run out', reachesThreshold: { point: '2032-08-01' }, orderBy: '2026-12-01' });
});

test('a threshold that binary fractions miss is reached: 0.07 × 100 is 7.000000000000001', () => {
  expect(figureOf({ threshold: 0.07 }, 7).state).toBe('Over threshold');
});

test('a planned upgrade is in force from the month at whose end it is there', () => {
  // 74 + 2 a month: 80 in January. With 200 from 15 January the threshold is 160 then: out of reach; with 200 from 1 February January is too early.
  const rows = (from: string) => [capacity({ item: 'Array', unit: 'TB', capacity: 200, from }), capacity({ item: 'Array', unit: 'TB', capacity: 100 })];
  expect(figuresOf(rows('2027-01-15'), [used(74)], 2)[0]).toMatchObject({ capacity: 100, upgrades: [{ from: '2027-01-15', capacity: 200 }], reachesThreshold: { point: null }, state: 'Enough' });
  expect(figuresOf(rows('2027-02-01'), [used(74)], 2)[0]).toMatchObject({ reachesThreshold: { point: '2027-01-01' }, state: 'Will run out' });
});

test('the row in force at the end of the report month, with its own threshold and lead time; where none is yet, the first to come', () => {
  const [first, second, third] = [
    capacity({ item: 'Array', unit: 'TB', capacity: 50, from: '2024-01-01' }),
    capacity({ item: 'Array', unit: 'TB', capacity: 100, from: '2026-10-31', threshold: 0.5, leadTimeMonths: 2 }),
    capacity({ item: 'Array', unit: 'TB', capacity: 300, from: '2026-11-01' }),
  ];
  expect(figuresOf([third, first, second], [used(40)])[0]).toMatchObject({ row: { table: 'Capacity', row: second.row }, capacity: 100, threshold: 0.5, leadTimeMonths: 2, upgrades: [{ capacity: 300 }], utilisation: 0.4 });
  // Nothing is there yet: October has no utilisation; 40 of 300 from November on is enough.
  expect(figuresOf([third], [used(40)])[0]).toMatchObject({ capacity: 300, usage: null, utilisation: null, headroom: null, upgrades: [], state: 'Enough' });
});

test('late usage: the forecast stands in for the report month', () => {
  // Recorded up to August: 76; then 78 in September, 80 in October.
  expect(figuresOf([capacity({ item: 'Array', unit: 'TB', capacity: 100, leadTimeMonths: 1 })], [used(76, { month: '2026-08-01' })], 2)[0]).toMatchObject({ usage: null, utilisation: null, reachesThreshold: { point: '2026-10-01' }, orderBy: '2026-09-01', state: 'Inside lead time' });
  // September alone would have been past: it is not looked at.
  expect(figuresOf([capacity({ item: 'Array', unit: 'TB', capacity: 100 })], [used(82, { month: '2026-08-01' })], -2)[0]!.state).toBe('Enough');
});

test.each([
  ['nothing recorded of it', [capacity({ item: 'Array', capacity: 100 })], []],
  ['usage in another unit', [capacity({ item: 'Array', capacity: 100, unit: 'GB' })], [used(74)]],
  ['a blank unit where usage has two', [capacity({ item: 'Array', capacity: 100 })], [used(74), used(900, { unit: 'IO/s' })]],
])('%s: unknown', (_name, rows, of) => {
  expect(figuresOf(rows, of)).toMatchObject([{ usage: null, utilisation: null, headroom: null, reachesThreshold: { point: null, upper: null }, orderBy: null, insideLeadTime: false, state: 'Unknown' }]);
});

test('units match without regard to case; a blank one of either side where the item has one only', () => {
  expect(figuresOf([capacity({ item: 'array', capacity: 100, unit: 'tb' })], [used(74)])[0]!.utilisation).toBe(0.74);
  expect(figuresOf([capacity({ item: 'Array', capacity: 100 })], [used(74)])[0]).toMatchObject({ unit: 'TB', utilisation: 0.74 });
  expect(figuresOf([capacity({ item: 'Array', capacity: 100, unit: 'TB' })], [used(74, { unit: null })])[0]).toMatchObject({ unit: 'TB', utilisation: 0.74 });
  expect(figuresOf([capacity({ item: 'Array', capacity: 100, unit: 'TB' }), capacity({ item: 'Array', capacity: 1000, unit: 'IO/s' })], [used(74), used(900, { unit: 'IO/s' })]).map(({ unit, utilisation }) => [unit, utilisation])).toEqual([['IO/s', 0.9], ['TB', 0.74]]);
  // An older row without a unit is of the unit that the others name.
  expect(figuresOf([capacity({ item: 'Array', capacity: 50 }), capacity({ item: 'Array', capacity: 100, unit: 'TB', from: '2026-01-01' })], [used(74)])).toMatchObject([{ capacity: 100, utilisation: 0.74 }]);
});

test('a capacity of 0: what is used is over it, what is not is not known to be enough', () => {
  expect(figureOf({ capacity: 0 }, 5)).toMatchObject({ utilisation: null, headroom: -5, state: 'Over capacity' });
  expect(figureOf({ capacity: 0 }, 0)).toMatchObject({ utilisation: null, state: 'Unknown' });
});

test('rows that cannot be used: the item says so, and others of unknown items, too', () => {
  const bad = capacity({ item: 'Array', unit: 'TB', capacity: Number.NaN, unreadable: ['capacity'] });
  const anybody = capacity({ item: '', capacity: 5, unreadable: ['item'] });
  const noLeadTime = capacity({ item: 'Array', unit: 'TB', capacity: 100, unreadable: ['leadTimeMonths'] });
  const twin = capacity({ item: 'Array', unit: 'TB', capacity: 900 });
  const all = finish(demandFiguresWork(records({ usage: [used(74)], capacity: [bad, anybody, noLeadTime, twin], settings: { reportMonth: '2026-10-01' } }), byStep(0)));
  const rows = [bad, anybody, noLeadTime, twin].map(({ row }) => ({ table: 'Capacity', row }));
  expect(all.capacity).toMatchObject([{ capacity: 100, leadTimeMonths: null, rowsLeftOut: rows }]);
  expect(all.rowsLeftOut).toEqual(rows);
});

describe('a threshold that cannot be read', () => {
  const unread = { threshold: Number.NaN, unreadable: ['threshold'] } as const;

  test('all but the threshold is told, and the row stands among those left out', () => {
    const row = capacity({ item: 'Array', unit: 'TB', capacity: 100, leadTimeMonths: 3, ...unread });
    // 74, then 76 (±5) in November, 78, …: 100 in November 2027, upper bound 101 in September 2027; twelve months and the lead time are forecast.
    expect(figuresOf([row], [used(74)], 2, 5)).toMatchObject([{
      capacity: 100, threshold: null, usage: 74, utilisation: 0.74, headroom: 26, leadTimeMonths: 3,
      reachesThreshold: { point: null, upper: null }, reachesCapacity: { point: '2027-11-01', upper: '2027-09-01' },
      orderBy: null, insideLeadTime: false, state: 'Unknown', rowsLeftOut: [{ table: 'Capacity', row: row.row }],
    }]);
  });

  test('80% does not stand in: neither over it nor enough is said', () => {
    expect(figureOf(unread, 85).state).toBe('Unknown');
    expect(figureOf(unread, 10).state).toBe('Unknown');
  });

  test('what is over the capacity is, whatever the threshold', () => {
    expect(figureOf(unread, 105)).toMatchObject({ state: 'Over capacity', utilisation: 1.05, reachesThreshold: { point: null }, reachesCapacity: { point: '2026-10-01' }, orderBy: null });
  });

  test('of an upgrade: what is reached before it is known, what comes later is not', () => {
    const rows = (from: string) => [capacity({ item: 'Array', unit: 'TB', capacity: 100 }), capacity({ item: 'Array', unit: 'TB', capacity: 200, from, ...unread })];
    // 74 + 2 a month is 80 in January, + 1 only in April.
    expect(figuresOf(rows('2027-02-01'), [used(74)], 2)[0]).toMatchObject({ threshold: 0.8, upgrades: [{ capacity: 200, threshold: null }], reachesThreshold: { point: '2027-01-01' }, state: 'Will run out' });
    expect(figuresOf(rows('2027-02-01'), [used(74)], 1)[0]).toMatchObject({ reachesThreshold: { point: null }, state: 'Unknown' });
    // It begins after the last month of the forecast, October 2027.
    expect(figuresOf(rows('2027-11-01'), [used(74)])[0]!.state).toBe('Enough');
  });

  test('of what was there before: over since the month from which it is known', () => {
    const rows = [capacity({ item: 'Array', unit: 'TB', capacity: 100, ...unread }), capacity({ item: 'Array', unit: 'TB', capacity: 100, from: '2026-09-01' })];
    const months = ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'].map((month) => used(90, { month }));
    expect(figuresOf(rows, months)[0]).toMatchObject({ state: 'Over threshold', reachesThreshold: { point: '2026-09-01' } });
  });

  test('a business unit is missing: told only where what is there is over the capacity', () => {
    const others = (quantity: number) => ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'].map((month) => used(quantity, { month, businessUnit: 'Retail' }));
    const late = ['2026-06-01', '2026-07-01', '2026-08-01'].map((month) => used(30, { month, businessUnit: 'Cards' }));
    const row = capacity({ item: 'Array', unit: 'TB', capacity: 100, ...unread });
    expect(figuresOf([row], [...others(85), ...late])[0]).toMatchObject({ incomplete: true, utilisation: null, state: 'Unknown' });
    expect(figuresOf([row], [...others(105), ...late])[0]).toMatchObject({ incomplete: true, utilisation: 1.05, state: 'Over capacity' });
  });
});

test('a row that is left out for two reasons stands once', () => {
  const rows = [capacity({ item: 'Array', unit: 'TB', capacity: 100 }), capacity({ item: 'Array', unit: 'TB', capacity: 200, threshold: Number.NaN, unreadable: ['threshold', 'leadTimeMonths'] })];
  expect(figuresOf(rows, [used(74)])).toMatchObject([{ capacity: 100, threshold: 0.8, state: 'Enough', rowsLeftOut: [{ table: 'Capacity', row: rows[1]!.row }] }]);
});

test('the most urgent first', () => {
  const of = (item: string, quantity: number, leadTimeMonths: number | null = null) => ({ rows: capacity({ item, capacity: 100, leadTimeMonths }), of: usage({ item, month: '2026-10-01', quantity }) });
  // 1 more a month: 79 reaches 80 in November, 78 in December, 70 in August 2027.
  const all = [of('Enough', 10), of('Unused', 0), of('Later', 70), of('Late 2', 78, 4), of('Late 1', 79, 4), of('Full', 100), of('High', 85), of('Higher', 90)];
  // Of what nobody knows when it is over its threshold, that which is full first: 95 in March 2027.
  const unread = (item: string, quantity: number) => ({ ...of(item, quantity), rows: capacity({ item, capacity: 100, threshold: Number.NaN, unreadable: ['threshold'] }) });
  all.push(unread('Unread', 20), unread('Unread, full soon', 95));
  const figures = figuresOf([capacity({ item: 'Nobody', capacity: 5 }), ...all.map(({ rows }) => rows)], all.map(({ of: row }) => row), 1);
  expect(figures.map(({ item, state }) => [item, state])).toEqual([
    ['Full', 'Over capacity'], ['Higher', 'Over threshold'], ['High', 'Over threshold'], ['Late 1', 'Inside lead time'], ['Late 2', 'Inside lead time'],
    ['Later', 'Will run out'], ['Enough', 'Enough'], ['Unused', 'Enough'], ['Unread, full soon', 'Unknown'], ['Unread', 'Unknown'], ['Nobody', 'Unknown'],
  ]);
});
